"""Words of one meaning are found by a dictionary, however their patterns are written."""

from __future__ import annotations

import re

import pytest

from summarizer.words.loader import languages, words_of
from summarizer.words.terms import pattern, terms_of
from summarizer.words.thesaurus import meanings


@pytest.mark.parametrize(
    ("language", "word", "other"),
    [
        ("en", "study", "inquiry"),
        ("en", "purchases", "bought"),
        ("ru", "сохранит", "остаётся"),
        ("ru", "остается", "сохранил"),
        ("ru", "совещание", "заседания"),
        ("ar", "والقرار", "قررت"),
        ("ar", "للبلدية", "مجلس البلدية"),
        ("id", "kuasa hukum", "pengacara"),
        ("id", "ditunda", "penundaannya"),
    ],
)
def test_words_of_one_meaning_share_a_group(language: str, word: str, other: str) -> None:
    assert meanings(word, language) & meanings(other, language)


@pytest.mark.parametrize(
    ("language", "word", "other"),
    [
        ("ru", "ранен", "погиб"),
        ("ru", "задержан", "осуждён"),
        ("ru", "отложил", "отменил"),
        ("ru", "адвокат", "прокурор"),
        ("ru", "может", "смог"),
        ("ru", "предложил", "одобрил"),
        ("ar", "أصيب", "قتل"),
        ("ar", "أجل", "ألغى"),
        ("ar", "محام", "نيابة"),
        ("ar", "اتهم", "أدين"),
        ("ar", "توفير", "وفاة"),
        ("id", "terluka", "tewas"),
        ("id", "ditunda", "dibatalkan"),
        ("id", "jaksa", "pengacara"),
        ("id", "tersangka", "terdakwa"),
        ("id", "mungkin", "akan"),
    ],
)
def test_rivals_share_no_group(language: str, word: str, other: str) -> None:
    assert not meanings(word, language) & meanings(other, language)


def test_the_dictionary_finds_what_the_patterns_would_find() -> None:
    for language in languages():
        own = words_of(language)
        groups = [pattern(group.split(), spaced=own.spaced) for group in own.claims.same]
        words = {
            re.sub(r"\(([^|)]*)[^)]*\)|\[(.)[^]]*\]|[?*]", r"\1\2", one)
            for group in own.claims.same
            for one in group.split()
        }
        for word in sorted(words)[:200]:
            plain = word.replace("_", " ")
            found = {at for at, group in enumerate(groups) if group.fullmatch(plain)}
            assert found <= meanings(plain, language), plain


@pytest.mark.parametrize(
    "word",
    [
        "توفير",
        "إطلاق",
        "معلومات",
        "المدينة",
        "بينهم",
        "أنها",
        "قبل",
        "تنفيذ",
        "الإسلام",
        "أبناء",
        "التحقيق",
        "أغنية",
        "رؤساء",
    ],
)
def test_no_arabic_word_is_taken_for_one_whose_letters_it_happens_to_have(word: str) -> None:
    terms = terms_of("ar")
    assert not any(event.search(word) for event, _ in terms.grave)
    assert not any(side.search(word) for side, _ in terms.opposites)
