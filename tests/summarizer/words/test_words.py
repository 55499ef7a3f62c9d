"""The data files of words: what they may hold, and what becomes of it."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from summarizer.words import loader
from summarizer.words.loader import every, languages, words_of
from summarizer.words.patterns import any_phrase, any_sign, any_word, first_letters, pattern_of, plain_run
from summarizer.words.sections import LanguageWords
from summarizer.words.terms import terms_of

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "summarizer" / "words"


@pytest.mark.parametrize("code", languages())
def test_a_file_is_named_by_a_language_and_holds_known_keys_only(code: str) -> None:
    assert re.fullmatch(r"[a-z]{2,3}", code)
    whole = loader._section(LanguageWords, tomllib.loads((FOLDER / f"{code}.toml").read_text("utf-8")), code)
    assert whole != LanguageWords()
    alone = {key.name: getattr(words_of(code), key.name) for key in fields(LanguageWords)}
    assert alone == {name: getattr(whole, name) for name in alone}


@pytest.mark.parametrize("code", languages())
def test_every_phrase_is_a_regular_expression_in_small_letters(code: str) -> None:
    for key, phrase in phrases_of(code):
        assert re.compile(pattern_of(phrase), re.IGNORECASE), f"{code}: {key}: {phrase}"
        assert not re.search(r" [?*+{]", phrase), f"{code}: {key}: {phrase}: a space cannot be repeated"
        if key not in ("after_clocks", "credit_ends", "phrases", "excused", "inside"):  # these see capitals
            letters = re.sub(r"\\.", "", phrase)
            assert letters == letters.lower(), f"{code}: {key}: {phrase}"


@pytest.mark.parametrize("code", languages())
def test_no_word_means_the_same_as_its_opposite(code: str) -> None:
    for group in words_of(code).claims.same:
        words = [re.sub(r"\([^)]*\)|\*", "", word).replace("_", " ") for word in group.split()]
        for left, right in terms_of(code).opposites:
            sides = [{word for word in words if side.fullmatch(word)} for side in (left, right)]
            assert not (sides[0] - sides[1] and sides[1] - sides[0]), f"{code}: {group}"


def test_every_notice_holds_a_run_of_plain_characters_by_which_it_is_found_fast() -> None:
    for notice in every(lambda words: words.lines.notices):
        run = plain_run(notice)
        assert len(run) >= (1 if run > "\u2e80" or run == "©" else 3), notice


def test_a_language_is_found_by_its_tag_and_one_without_a_file_has_no_words() -> None:
    assert words_of("zh-Hant") is words_of("zh-Hant")
    assert words_of("zh-Hant").wide
    assert words_of("DE").noun_capitals
    assert words_of("tlh") == LanguageWords()
    assert words_of("../en") == words_of("") == LanguageWords()


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        ({"colour": True}, "xx.toml: colour"),
        ({"lines": {"noises": []}}, "xx.toml: lines: noises"),
        ({"lines": {"agencies": "AP"}}, "agencies"),
        ({"lines": {"agencies": [""]}}, "agencies"),
        ({"lines": []}, "lines"),
        ({"inflected": 1}, "inflected"),
        ({"numbers": {"multipliers": {"bn": "many"}}}, "multipliers"),
        ({"numbers": {"units": {"km": 1}}}, "units"),
        ({"names": {"surnames": ["王"]}}, "surnames"),
    ],
)
def test_a_key_that_does_not_fit_is_refused_by_its_name(data: dict[str, Any], complaint: str) -> None:
    with pytest.raises(ValueError, match=re.escape(complaint)):
        loader._section(LanguageWords, data, "xx.toml")


def test_words_of_all_languages_come_once_each() -> None:
    titles = every(lambda words: words.sentences.titles)
    assert len(titles) == len(set(titles))
    assert {"Prof", "mevr", "डॉ"} <= set(titles)


@pytest.mark.parametrize(
    ("phrase", "pattern"),
    [
        ("read more", r"read\s+more"),
        ("read (more|on)", r"read\s+(?:more|on)"),
        (r"\(c\)\s*\w", r"\(c\)\s*\w"),
        ("[ (]a{0,3}", "[ (]a{0,3}"),
        ("(?:a)", "(?:a)"),
    ],
)
def test_a_phrase_becomes_a_pattern(phrase: str, pattern: str) -> None:
    assert pattern_of(phrase) == pattern


@pytest.mark.parametrize(
    ("phrase", "run"),
    [
        ("all rights reserved", "all rights reserved"),
        ("(use|accept) (\\w+ ){0,3}cookies", "cookies"),
        ("pliki? cookies?", "cookie"),
        (r"\(c\)\s*\w", "(c)"),
        (r"il vous reste.{0,40}à lire", "il vous reste"),
        ("請(訂閱|登入)", "請"),
        (r"会員[ⓒ(]+x", "会員"),
        ("ab+cdé", "cdé"),
        ("(a|b)", ""),
    ],
)
def test_the_longest_plain_run_of_a_phrase_is_found(phrase: str, run: str) -> None:
    assert plain_run(phrase) == run


@pytest.mark.parametrize(
    ("phrase", "letters"),
    [
        ("all rights", "a"),
        ("(use|(an )?accept) cookies", "uaa"),
        ("(the )?(post|story)", "tps"),
        ("a?(b|c)*d", "abcd"),
        (r"\d+ (points|likes)", "0"),
        (r"(about )?3 min", "a0"),
        ("(a|b)?", ""),
        (r"[\w.]+ may", ""),
        (r"(©|\(c\)) ", ""),
        ("x{0,2}#", ""),
        ("(記者|문)", "記문"),
    ],
)
def test_the_letters_that_a_phrase_may_begin_with_are_found(phrase: str, letters: str) -> None:
    assert first_letters(phrase) == frozenset(letters)


def test_no_phrase_of_an_aside_is_looked_for_under_other_letters_than_its_own() -> None:
    for phrase in every(lambda words: words.lines.asides):
        letters = first_letters(phrase)
        plain = re.match(r"\w", phrase)
        assert not letters or plain is None or phrase[1:2] in ("?", "*", "|") or plain[0] in letters


def test_a_group_that_is_not_closed_is_refused() -> None:
    with pytest.raises(ValueError, match="not closed"):
        first_letters("(a|b")


def test_patterns_of_words_take_the_longest_and_no_sign_for_a_rule() -> None:
    assert re.fullmatch(any_word(["AP", "AP News", "a.p."]) + " said", "AP News said")
    assert not re.fullmatch(any_word(["a.p."]), "a-p-")
    assert re.fullmatch(any_phrase(["b c", "a"]), "b\u00a0\u00a0c")
    assert not re.search(any_phrase([]), "a")
    assert re.findall(any_sign(["^-", "]^"]), "a^-]b") == ["^", "-", "]"]


def test_no_file_is_read_before_a_text_is() -> None:
    code = """
import summarizer, summarizer.checks.guardrails
from summarizer.words.terms import terms_of
from summarizer.words import loader
print(loader.languages.cache_info().currsize, loader.words_of.cache_info().currsize)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "0"]


def phrases_of(code: str) -> Iterator[tuple[str, str]]:
    """Give each phrase of a language's file and the key that holds it."""
    for section in fields(LanguageWords):
        values = getattr(words_of(code), section.name)
        for key in fields(values) if hasattr(values, "__dataclass_fields__") else ():
            if key.type == "Phrases":
                yield from ((key.name, phrase) for phrase in getattr(values, key.name))
