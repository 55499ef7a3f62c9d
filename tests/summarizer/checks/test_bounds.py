"""How far a number reaches: "most" of 42 per cent, "over 300" of "just under 300"."""

from __future__ import annotations

import pytest

from summarizer.base import Document
from summarizer.checks.bounds import bounded, read_bounds
from summarizer.checks.claims import unsupported
from summarizer.checks.grounding import Source, ungrounded

POLL = {
    "en": "Of the parents in Ostmere 42 percent want a new hall.",
    "de": "Von den Eltern in Ostmere wollen 42 Prozent eine neue Halle.",
    "fr": "À Ostmere, 42 % des parents veulent une nouvelle salle.",
    "es": "En Ostmere, el 42 % de los padres quiere una nueva sala.",
    "pt": "Em Ostmere, 42% dos pais querem uma nova sala.",
    "it": "A Ostmere il 42% dei genitori vuole una nuova sala.",
    "ru": "В Остмере 42 процента родителей хотят новый зал.",
    "zh": "奥斯特有42%的家长希望新建礼堂。",
    "ja": "オストでは保護者の42％が新しい会館を望んでいる。",
    "ko": "오스트에서는 학부모의 42%가 새 강당을 원한다.",
    "ar": "يريد 42 في المئة من أهالي أوستمير قاعة جديدة.",
    "hi": "ओस्टमेयर में 42 प्रतिशत अभिभावक नया भवन चाहते हैं।",
    "id": "Di Ostmere 42 persen orang tua menginginkan gedung baru.",
}
MOST = {
    "en": "Most of the parents in Ostmere want a new hall.",
    "de": "Die meisten Eltern in Ostmere wollen eine neue Halle.",
    "fr": "À Ostmere, la plupart des parents veulent une nouvelle salle.",
    "es": "En Ostmere, la mayoría de los padres quiere una nueva sala.",
    "pt": "Em Ostmere, a maioria dos pais quer uma nova sala.",
    "it": "A Ostmere la maggior parte dei genitori vuole una nuova sala.",
    "ru": "В Остмере большинство родителей хотят новый зал.",
    "zh": "奥斯特的大多数家长希望新建礼堂。",
    "ja": "オストでは保護者の大半が新しい会館を望んでいる。",
    "ko": "오스트에서는 학부모의 대다수가 새 강당을 원한다.",
    "ar": "يريد معظم أهالي أوستمير قاعة جديدة.",
    "hi": "ओस्टमेयर में ज़्यादातर अभिभावक नया भवन चाहते हैं।",
    "id": "Di Ostmere sebagian besar orang tua menginginkan gedung baru.",
}


@pytest.mark.parametrize("language", POLL)
def test_most_is_no_word_for_less_than_half(language: str) -> None:
    assert unsupported(MOST[language], "", POLL[language], language) == "share"
    assert not bounded(MOST[language], "", POLL[language].replace("42", "58"), language).wrong


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Fewer than half of the parents in Ostmere want a new hall.", "en"),
        ("A minority of the parents in Ostmere want a new hall.", "en"),
        ("Weniger als die Hälfte der Eltern in Ostmere will eine neue Halle.", "de"),
        ("À Ostmere, moins de la moitié des parents veulent une nouvelle salle.", "fr"),
        ("奥斯特不到一半的家长希望新建礼堂。", "zh"),
        ("オストで新しい会館を望む保護者は半数に満たない。", "ja"),
    ],
)
def test_less_than_half_may_be_told_of_42_per_cent(sentence: str, language: str) -> None:
    source = Source.read(Document(title="", text=POLL[language]), language)
    assert ungrounded(sentence, source, language=language) is None


@pytest.mark.parametrize(
    ("sentence", "article", "language", "wrong"),
    [
        ("More than 300 people signed.", "Just under 300 people signed.", "en", True),
        ("Nearly 300 people signed.", "Just under 300 people signed.", "en", False),
        ("Up to 300 people signed.", "At least 300 people signed.", "en", True),
        ("At least 300 people signed.", "Over 300 people signed.", "en", False),
        ("At least 300 people signed.", "At most 300 people signed.", "en", True),
        ("No more than 300 people signed.", "At most 300 people signed.", "en", False),
        ("More than 300 people signed.", "300 people signed.", "en", False),
        ("More than 300 people signed.", "Just under 300 goats fled.", "en", False),
        ("More than 300 euros a year went to people.", "Just under 300 people signed.", "en", False),
        ("More than 300 people signed.", "Just under 300 people signed 20 books.", "en", True),
        ("More than 400 people signed.", "Just under 300 people signed.", "en", False),
        ("Höchstens 40 Konzerte sind geplant.", "Mindestens 40 Konzerte sind geplant.", "de", True),
        ("Au plus 80 emplois sont prévus.", "Au moins 80 emplois sont prévus.", "fr", True),
        ("最多900辆车被召回。", "至少900辆车被召回。", "zh", True),
        ("署名者は300人を超えた。", "署名者は300人弱だった。", "ja", True),
        ("서명자는 300명이 넘었다.", "서명자는 300명에 못 미쳤다.", "ko", True),
        ("More than 300 osób podpisało.", "Mniej niż 300 osób podpisało.", "pl", False),
    ],
)
def test_a_limit_must_not_exclude_that_of_the_article(sentence: str, article: str, language: str, wrong: bool) -> None:
    assert bounded(sentence, "", article, language).wrong is wrong


def test_shares_of_other_things_say_nothing_of_most() -> None:
    article = "The parents met. Snow covered 20 percent of the northern alpine pastures this long winter."
    assert not bounded("Most of the parents in Ostmere want a new hall.", "", article, "en").wrong
    assert not bounded("Most of them slept.", "", "The parents met.", "en").wrong


def test_a_share_in_words_is_read_once() -> None:
    assert [bound.number for bound in read_bounds("過半数", "ja")] == [None]
    assert read_bounds("most of the goats", "pl") == ()
    article = "オストでは保護者の58％が新しい会館を望んでいる。"
    source = Source.read(Document(title="", text=article), "ja")
    assert ungrounded("オストでは保護者の過半数が新しい会館を望んでいる。", source, language="ja") is None


def test_a_letter_that_folds_to_two_moves_nothing() -> None:
    text = "Die Schließung der Straße in Gießen betrifft die meisten Läden."
    [share] = read_bounds(text, "de")
    assert text[share.start : share.end] == "die meisten"
