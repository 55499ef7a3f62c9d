"""Scripts of languages and of letters."""

from __future__ import annotations

import pytest

from summarizer.writing import script_of, scripts_of


@pytest.mark.parametrize(
    ("language", "scripts"),
    [("en", {"LATIN"}), ("ru", {"CYRILLIC"}), ("hi", {"DEVANAGARI"}), ("sr", {"CYRILLIC", "LATIN"}),
     ("sr-Latn", {"LATIN"}), ("zh-Hant", {"CJK", "BOPOMOFO"}), ("ja", {"CJK", "HIRAGANA", "KATAKANA"}),
     ("ko", {"HANGUL", "CJK"}), ("ti", {"ETHIOPIC"}), ("und", set()), ("xx", set())],
)  # fmt: skip
def test_the_scripts_of_a_language_are_known(language: str, scripts: set[str]) -> None:
    assert scripts_of(language) == scripts


@pytest.mark.parametrize(
    ("char", "script"), [("a", "LATIN"), ("ж", "CYRILLIC"), ("ー", "KATAKANA"), ("Ａ", ""), ("5", ""), ("µ", "")]
)
def test_the_script_of_a_letter_is_its_name(char: str, script: str) -> None:
    assert script_of(char) == script
