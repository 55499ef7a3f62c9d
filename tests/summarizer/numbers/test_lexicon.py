"""The words for months, weekdays, units and large numbers of a language."""

from __future__ import annotations

from summarizer.numbers.lexicon import lexicon


def test_a_language_has_its_own_names_whichever_was_asked_for_before() -> None:
    lexicon("tr"), lexicon("uz")
    assert "mart" not in lexicon("fr").months.words
    assert "sentyabr" not in lexicon("es").months.words
    assert "januar" in lexicon("sr-Latn").months.words


def test_a_language_that_cldr_does_not_know_gets_english_words() -> None:
    assert lexicon("und").months.find("january") == 1
    assert lexicon("x").multipliers.find("million") == 1e6
    assert lexicon("fr").multipliers.find("millions") == 1e6
    assert lexicon("fr").multipliers.find("millionnaire") is None
