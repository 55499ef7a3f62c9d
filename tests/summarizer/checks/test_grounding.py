"""What stands in an article and what does not."""

from __future__ import annotations

import pytest

from summarizer import Document
from summarizer.checks.grounding import Reason, Source, main_script, ungrounded
from summarizer.checks.quotes import quotations


def reason(sentence: str, article: str, language: str = "en", own: str | None = None) -> Reason | None:
    return ungrounded(sentence, Source.read(Document(text=article), own or language), language=language)


@pytest.mark.parametrize(
    ("sentence", "article", "language"),
    [
        ("It costs 5 euros in all.", "It costs 5 in Rome, 7 euros in Oslo.", "en"),
        ("By 2025 years of work are over.", "In 2025 the work of years is over.", "en"),
        ("The U.S. and the UN-backed plan of Macron’s men.", "US and UN plan by Macron and his men", "en"),
        (
            "It opens on 3 November.",
            "It opens on the 3rd, says the plan for November; 2 others follow in 3 weeks.",
            "en",
        ),
        ("It opens on 3 November.", "It opens on 2025-11-03, in November.", "en"),
        ("Es öffnet am 3.11. wieder für alle.", "Es öffnet am 3. November.", "de"),
        ("渡輪在3日開航。", "渡輪在11月3日開航。", "zh-Hant"),
        ("Her book „Das Schiff“ is out.", "Her book “Das Schiff” is out", "en"),
        ("He said “we won … at last” to them.", "“We won the day, at last,” he said", "en"),
        ("Dann kam laut Bericht die Wendung.", "Ein Bericht liegt vor.", "de"),
        ("Er sah dort Sicherheitspolitiker und Forscher.", "Die Sicherheit ist wichtig.", "de"),
        ("Дом продали Калининой вчера.", "Калинина и дом, вчера", "ru"),
        ("Дом продали без Павла вчера.", "Павел и дом, вчера", "ru"),
        ("It ended 3.1.2 in all.", "The match ended 3.1.2 there", "en"),
        ("Sie sprach über Freiheit.", "Sie sprach.", "de"),
        ("Er sah dort die neue Fabrik.", "Er sah sie.", "de"),
        (
            '" It opens at last for all of them. Nobody went there on a Monday at all "',
            '" It opens at last for all of them. So they said. Nobody went there on a Monday at all "',
            "en",
        ),
        ("Er sah dort Brückenbauer.", "Die Brücke ist dort; die Brücken.", "de"),
        ("Er sah dort Zirkusplanen.", "Der Zirkus zog ein.", "de"),
        ("He saw it.", "Then he saw it. He left.", "en"),
        ("The match ended 3.1.2 there.", "The match ended 3.1.2 there, so 3 and 1 and 2", "en"),
        ("彼はロンドンで話した。", "ロンドンで彼は話をしました", "ja"),
        ("이재명 대표가 말했다.", "대표 이재명은 오늘", "ko"),
        ("王小明說他會來。", "他是王小明，今天說會來", "zh-Hant"),
        ("尽管许多人高度关注，市议会周二仍批准了任何方案。", "市议会星期二批准了计划", "zh-Hans"),
        ("정부는 최근에 전망이 좋다고 말했다.", "오늘 발표가 나왔다", "ko"),
        ("野党議員と女性市長が話した。", "今日の発表だった", "ja"),
        ("大島市長と恵子さんが話した。", "大島恵子が話した", "ja"),
        ("The 12 km line and 5 metres.", "The 12-kilometre line; 5 meters", "en"),
        ("Ngày 3 tháng 11 tàu chạy lại.", "Tàu chạy lại ngày 3 tháng 11 năm nay", "vi"),
        ("L'homme de l'Élysée a parlé.", "À l'Élysée, un homme parle", "fr"),
        ("Visit of ELPAÍS.com today.", "ELPAÍS.com reports a visit today", "en"),
        ("Они марш в защиту среди своих.", "Они шли в защиту своих: марш", "ru"),
        ("They march on in any case, and may win.", "They go on in any case, to win", "en"),
        ("Lần thứ hai họ thắng.", "Họ thắng hai lần", "vi"),
        ("Elle vise sept villes du sud.", "Les sept villes du sud", "fr"),
    ],
)
def test_what_stands(sentence: str, article: str, language: str) -> None:
    assert reason(sentence, article, language) is None


@pytest.mark.parametrize(
    ("sentence", "article", "language", "expected"),
    [
        ("It costs 5 percent.", "It costs 5 of 7, or 70 percent.", "en", Reason.NUMBER),
        ("It costs 5 euros.", "It costs 5 dollars.", "en", Reason.NUMBER),
        ("It costs 5 euros.", "It costs 5.", "en", Reason.NUMBER),
        ("Version 3.1.4 is out.", "Version 3.1.2 is out.", "en", Reason.NUMBER),
        ("It opens in May 2025.", "It opens in June 2025.", "en", Reason.DATE),
        ("It opens on 3 November.", "It opens on 4 November.", "en", Reason.DATE),
        ("It sank on 3/11/1912 there.", "It sank on 3/11/1921.", "en", Reason.NUMBER),
        ("Elle revient mi-octobre ici.", "Elle revient", "fr", Reason.DATE),
        ("渡輪在5日開航。", "渡輪在11月3日開航。", "zh-Hant", Reason.DATE),
        ("Beside him sat Dr. Marlow and Dr. Ruland.", "Beside him sat Dr. Marlow and Dr. Roland.", "en", Reason.NAME),
        ("He met Al there.", "Italian men met there.", "en", Reason.NAME),
        ("هو يعمل في Google الآن.", "هو يعمل الآن", "ar", Reason.NAME),
        ("彼はパリスで話した。", "彼は話した", "ja", Reason.NAME),
        ("田中一郎市長が話した。", "大島恵子市長が話した", "ja", Reason.NAME),
        ("中山さんが話した。", "大島恵子さんが話した", "ja", Reason.NAME),
        ("市长王小丽赞扬了决定。", "市长陈美华赞扬了决定", "zh-Hans", Reason.NAME),
        ("박철순 대표가 말했다.", "대표가 오늘 말했다", "ko", Reason.NAME),
        ("Дом купил Пётр Зубирин вчера.", "Дом купил Пётр вчера", "ru", Reason.NAME),
        ("Дом купил там Павич вчера.", "Дом купил Павел вчера", "ru", Reason.NAME),
        ("Er sah dort Baumann.", "Er sah sie.", "de", Reason.NAME),
        ("Sie sprach gestern mit der Vandermolen.", "Sie sprach gestern.", "de", Reason.NAME),
        ("He saw it there again. It left in 1912 for good.", "He saw it there again. It left.", "en", Reason.NUMBER),
        ("It is 'a total disaster' for him.", "He is there", "en", Reason.QUOTE),
        ("See evil.example/x for it.", "See it", "en", Reason.LINK),
        ("Они встретились в среду там.", "Они встретились среди своих, на средства друзей", "ru", Reason.DATE),
        ("Elle revient en mai ici.", "Elle revient avec sept amis", "fr", Reason.DATE),
        ("Elle revient en sept. 2025.", "Elle a sept amis en 2025.", "fr", Reason.DATE),
        ("She said it in April there.", "She said it there: they won 4-2", "en", Reason.DATE),
        ("Họ gặp nhau vào thứ Hai tới.", "Họ gặp nhau lần thứ Ba", "vi", Reason.DATE),
        ("वह रविवार को आया था।", "वह सोमवार को आया था", "hi", Reason.DATE),
        ("Vratila se u oktobru kući.", "Vratila se u maju kući", "sr-Latn", Reason.DATE),
        ("Elle reçoit 50 € par mois.", "Elle reçoit 50.000 € par mois, 50 % en plus", "fr", Reason.NUMBER),
        ("“He left” Farquhar told us.", "“He left,” they told us", "en", Reason.NAME),
        ("He left -- Farquhar stayed.", "He left and they stayed", "en", Reason.NAME),
        ("He met old Oduya there.", "He met Odur there, they say", "az", Reason.NAME),
    ],
)
def test_what_does_not_stand(sentence: str, article: str, language: str, expected: Reason) -> None:
    assert reason(sentence, article, language) is expected


def test_names_across_scripts_are_not_looked_up() -> None:
    assert reason("He met John Brown there.", "他在那裡見了人", "en", own="zh-Hant") is None


def test_scripts_are_told_by_most_letters() -> None:
    assert main_script("Привет, world of Мир и свет") == "CYRILLIC"
    assert main_script("東京タワー") == "CJK"
    assert main_script("123") is None


def test_quotations_of_every_kind_are_found() -> None:
    assert quotations("„a b“ «c d» 「e」 \"f g\" ‘h i’ 'j k' 《l》 don't rock 'n roll") == [
        "a b",
        "c d",
        "e",
        "f g",
        "h i",
        "j k",
        "l",
    ]


def test_a_quoted_name_may_have_an_ending_of_its_own() -> None:
    source = Source.read(Document(text="Завод «Полярис» выпустил тракторы."), "ru")
    assert ungrounded("Тракторы «Поляриса» выпустил завод.", source, language="ru") is None
    assert ungrounded("Тракторы «Гробника» выпустил завод.", source, language="ru") is Reason.QUOTE
    english = Source.read(Document(text='The plant "Polaris" made tractors.'), "en")
    assert ungrounded('The plant "Polarises" made tractors.', english, language="en") is Reason.QUOTE
