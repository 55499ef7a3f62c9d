"""What makes no difference when words are compared, and where words begin and end."""

from __future__ import annotations

import unicodedata

import pytest

from bot.filters import folding
from bot.filters.folding import fold
from bot.filters.matching import Finder


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("FOOTBALL", "football"),
        ("ｆｏｏｔｂａｌｌ", "football"),
        ("Élysée", "elysee"),
        ("E\u0301lyse\u0301e", "elysee"),
        ("Straße", "STRASSE"),
        ("Łódź", "lodz"),
        ("Tromsø", "tromso"),
        ("Ærø", "aero"),
        ("İstanbul", "istanbul"),
        ("ΕΛΛΆΔΑΣ", "ελλαδας"),
        ("ёлка", "елка"),
        ("за́мок", "замок"),
        ("眾新聞", "众新闻"),
        ("ｶﾞｽ", "ガス"),
        ("كُرَة", "كرة"),
        ("أحمد", "احمد"),
        ("שָׁלוֹם", "שלום"),
        ("l’école", "l'école"),
        ("пʼять", "п'ять"),
        ("کتاب", "كتاب"),
        ("น้ำ\u200bท่วม", "น้ำท่วม"),
        ("one\n  two", "one two"),
    ],
)
def test_the_same_word_in_another_writing_is_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("мой", "мои"), ("їм", "ім"), ("か", "が"), ("हिन्दी", "हन्द"), ("ปี", "ปา"), ("राम", "रोम"), ("한국", "한구")],
)
def test_words_that_differ_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("art", "Modern art, in Paris"),
        ("art", "art"),
        ("trump", "Trump's plan"),
        ("AI", "新AI公司"),
        ("2024", "2024年的選舉"),
        ("世界", "新世界大戰"),
        ("众新闻", "讀眾新聞"),
        ("ガス", "天然ガス価格"),
        ("กรุงเทพ", "ในกรุงเทพมหานคร"),
        ("รถ", "ขายรถยนต์"),
        ("축구", "프로 축구를 본다"),
        ("كرة", "مباراة الكرة اليوم"),
        ("كرة", "وبالكرة، قال: كرة"),
        ("שלום", "יום השלום"),
        ("футбол", "про футбол."),
        ("C++", "learn C++ now"),
        ("world cup", "the World\nCup final"),
        ("🎉", "party🎉"),
        ("हिन्दी", "आज हिन्दी दिवस"),
    ],
)
def test_a_word_is_found_where_it_stands_for_itself(term: str, text: str) -> None:
    assert Finder([fold(term)]).found(fold(text)) == {fold(term)}


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("art", "the party started smartly"),
        ("cup", "cupboards and teacup"),
        ("мир", "миру и кумир"),
        ("축구", "족축구장"),
        ("كرة", "ذاكرة"),
        ("كرة", "كرةقدم"),
        ("हिन्द", "हिन्दी"),
        ("राम", "रामा"),
        ("world cup", "the world cups, the cup"),
        ("24", "2024 and 245"),
    ],
)
def test_a_part_of_a_longer_word_is_not_the_word(term: str, text: str) -> None:
    assert Finder([fold(term)]).found(fold(text)) == frozenset()


def test_a_mark_that_stays_changes_no_letter_beside_it() -> None:
    assert fold("Чай и हिन्दी") == "чай и हिन्दी"
    assert fold("Чай\u0e38") == "чай\u0e38"  # a mark of another script right behind the letter
    assert fold("Cafe\u0301 हिन्दी Ёлка") == fold("Café हिन्दी елка")


def test_all_terms_are_found_at_once_also_those_within_others() -> None:
    finder = Finder(["cup", "world cup", "final", "cup final", "absent"])
    assert finder.found("the world cup final") == {"cup", "world cup", "final", "cup final"}
    assert Finder([]).found("anything") == frozenset()


@pytest.mark.parametrize("text", ["Élan, Ærø – naïve", "ёлка и її мой", "眾新聞がっこう한국 Ø", "路標路標 and"])
def test_texts_without_marks_are_folded_a_character_at_a_time_to_the_same(text: str) -> None:
    alone = text.casefold()
    assert fold(text) == folding._folded_in_context(alone) == "".join(map(folding._folded_in_context, alone))


def test_the_table_of_folded_characters_does_not_grow_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folding, "MAX_KNOWN_CHARACTERS", 3)
    monkeypatch.setattr(folding, "_FOLDED", table := folding._Folded())
    assert fold("ё é ø đ ħ ł") == "е e o d h l"
    assert 0 < len(table) <= 3


def test_the_characters_that_folding_looks_for_are_those_that_it_changes() -> None:
    left = "".join(set(unicodedata.normalize("NFKC", "".join(map(chr, range(0x10000)))).casefold()))
    assert set(folding._changing().findall(left)) >= {char for char in left if folding._folded_in_context(char) != char}
