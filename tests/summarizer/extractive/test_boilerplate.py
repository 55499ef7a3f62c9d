"""What stands around an article is taken away; the article's own sentences are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.extractive.boilerplate import article_lines, is_cut, is_furniture, is_heading, strip_dateline


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("LONDON (Reuters) - The bank raised rates.", "The bank raised rates."),
        ("KYIV, Ukraine (AP) — Fire broke out.", "Fire broke out."),
        ("PARIS, March 3 (AFP) — It rained.", "It rained."),
        ("BERLIN — The chancellor spoke.", "The chancellor spoke."),
        ("ALDERTON, Ca. -- The gates opened.", "The gates opened."),
        ("Berlin (dpa) - Der Minister kam.", "Der Minister kam."),
        ("(Reuters) - Stocks fell.", "Stocks fell."),
        ("(CNN)Stocks fell.", "Stocks fell."),
        ("МОСКВА, 3 мая — РИА Новости. Власти сообщили.", "Власти сообщили."),
        ("【本報訊】政府昨日宣布新政策。", "政府昨日宣布新政策。"),
        ("（中央社記者王小明台北三日電）總統今天表示。", "總統今天表示。"),
        ("東京（共同）― 首相は述べた。", "首相は述べた。"),
        ("نيويورك (رويترز) - قال الوزير.", "قال الوزير."),
    ],
)
def test_datelines_are_stripped(line: str, rest: str) -> None:
    assert strip_dateline(line) == rest


@pytest.mark.parametrize(
    "line",
    [
        "NASA — the agency — said so.",
        "The EU (European Union) — once strong — fell.",
        "It was 2019 — a hard year — when he left.",
        "Paul Smith - the actor - said no.",
        "Plain words.",
        "LONDON (Reuters) -",
        "Trước đó, chiều 26-7, tổ công tác đã đến.",
    ],
)
def test_other_dashes_and_brackets_stay(line: str) -> None:
    assert strip_dateline(line) == line


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Doe",
        "Von Anna Beispiel, Hamburg",
        "記者王小明／台北報導",
        "文／張三",
        "홍길동 기자",
        "jane.doe@example.org",
        "兩國代表在會場外合照。新華社",
        "部長在記者會上發言。美聯社",
        "Image source, Getty Images",
        "Photo: Jane Doe",
        "A fan holds a flag. (AP Photo/Joe Doe)",
        "A ship at sea. File photo.",
        "資料圖片",
        "Read more: Storm hits the coast",
        "Lire aussi : la tempête",
        "Читайте также: шторм",
        "延伸閱讀：颱風來襲",
        "続きを読む",
        "اقرأ أيضا: العاصفة",
        "We use cookies to improve your experience.",
        "Subscribe to our newsletter to get the latest.",
        "Jetzt abonnieren und weiterlesen.",
        "訂閱電子報，掌握最新消息。",
        "© 2024 Example Media. All rights reserved.",
        "Published 3 hours ago",
        "2021-03-21 16:43",
        "Advertisement",
        "Comments",
        "12 comments",
        "* * *",
        "10:30 | 12:45 | 3.5% | a",
    ],
)
def test_furniture_is_known(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the storm had reached the coast.",
        "The bakery sells cookies and cakes to tourists.",
        "Related costs rose by five per cent last year.",
        "He told Reuters.",
        "Users must accept the privacy policy before they can play, the company said.",
        "More on this will be known on Friday, the mayor said.",
        "The court ruled that the copyright of the song belongs to her.",
        "Video games sold well: sales rose by a third.",
        "He posted the video on his Telegram channel.",
        "End of the season came early for the skiers.",
        "Sponsored by the city, the festival opened on Monday.",
        "Hier geht es um Geld.",
        "They paid in advance, he told the AFP",
        "Comments by the minister angered the mayor.",
        "Terms of the deal were not known.",
        "O ministro quer que o presidente assine a lei.",
        "通訊軟件昨日更新隱私政策，引起用戶不滿。",
        "母は毎週クッキーを焼く。",
        "할머니가 쿠키를 구웠다.",
        "記者王小明昨日在台北表示，天氣良好。",
        "လူပေါင်း ၇၅၀၀၀ လောက် ရေဝိုင်း ခံနေရပါတယ်။",
    ],
)
def test_prose_is_kept(line: str) -> None:
    assert not is_furniture(line)
    assert article_lines(line) == [line]


def test_a_long_line_is_prose_whatever_it_says() -> None:
    assert not is_furniture("Read more books, the minister said. " * 10)


def test_headings_are_short_and_unfinished() -> None:
    assert is_heading("What happens next")
    assert is_heading("今後的發展")
    assert not is_heading("It ended.")
    assert not is_heading("What the council said about the bridge, and what it left out " * 2)
    assert not is_heading("他在會上說了很多關於經濟和社會發展的事情並且強調了教育的重要性而且沒有停下來")


@pytest.mark.parametrize(
    "sentence", ["The minister said…", "The minister said [...]", "And so on (more)", "x [+120 chars]"]
)
def test_a_broken_sentence_is_known(sentence: str) -> None:
    assert is_cut(sentence)


def test_a_whole_sentence_is_not_broken() -> None:
    assert not is_cut("He waited… and left.")


@given(st.text(max_size=300))
def test_what_is_kept_stands_in_the_text(text: str) -> None:
    assert all(line in text for line in article_lines(text))
