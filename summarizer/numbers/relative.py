"""Finds words that stand for a date or a share: "yesterday", "next week"; "a third", "one in three" (pure)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from summarizer.numbers.lexicon import lexicon
from summarizer.numbers.number_words import DOUBTFUL, HUNDRED, number_signs, written_numbers
from summarizer.numbers.quantities import LOOK_AHEAD_CHARS, TIMES, Quantity, behind, plain_digits
from summarizer.scripts import MARKS
from summarizer.words.loader import words_of
from summarizer.words.patterns import any_word, pattern_of
from summarizer.words.sections import Words
from summarizer.words.terms import pattern

ROUNDED = 4  # per cent between "a third" and the number that it stands for

_PLAIN = re.compile(r"[^*_()|\[\]?+.^$\\]*(?!\?)")  # what comes before "?" may be left out
_DIGITS = r"(?<![\d.,])\d{1,3}(?!\d|[.,]\d)"
_EDGES = (rf"(?<![\w{MARKS}])", rf"(?![\w{MARKS}])")
_TEN = {"十": 10.0}


def relative_dates(text: str, language: str, *, sure: bool) -> frozenset[str]:
    """Return what a text names from its own time, as "day-1" or "year+1"; `sure` leaves out words of two meanings."""
    own = words_of(language)
    found = _named(text, language, own.dates.relative, sure=sure)
    return frozenset(meaning for meaning, match in found if not (own.noun_capitals and _is_noun(match, text)))


def _named(text: str, language: str, entries: Words, *, sure: bool) -> Iterator[tuple[str, re.Match[str]]]:
    """Find words of these entries, each a meaning and its words, in a text; `sure` leaves out those of two meanings."""
    folded = text.casefold()
    for meaning, (beginnings, words) in _patterns(language, entries, sure).items():
        if any(beginning in folded for beginning in beginnings):
            yield from ((meaning, match) for match in words.finditer(folded))


def _is_noun(match: re.Match[str], text: str) -> bool:
    """Whether a single word has a capital within a sentence: "Morgen" is no "morgen"."""
    return " " not in match[0] and match.start() > 0 and text[match.start() : match.start() + 1].isupper()


@lru_cache(maxsize=128)
def _patterns(language: str, entries: Words, sure: bool) -> Mapping[str, tuple[Words, re.Pattern[str]]]:
    """Return for each meaning its words' beginnings, which are quickly looked up, and their pattern."""
    found: dict[str, tuple[Words, re.Pattern[str]]] = {}
    for meaning, *words in map(str.split, entries):
        kept = [word.removeprefix(DOUBTFUL) for word in words if not (sure and word.startswith(DOUBTFUL))]
        beginnings = tuple(_PLAIN.match(word)[0] for word in kept)  # type: ignore[index]  # it may be empty
        found[meaning] = beginnings, pattern(kept, spaced=words_of(language).spaced)
    return found


def read_shares(text: str, language: str, *, sure: bool) -> list[Quantity]:
    """Read the shares of a text, which have nothing `bare`; `sure` leaves out words of two meanings.

    One of several ("three in ten", "one in 18") has its numbers as parts: it may be told by them as well.
    """
    text = plain_digits(text)
    fractions = _named(text, language, words_of(language).numbers.fractions, sure=sure)
    found = [_share(meaning, *match.span()) for meaning, match in fractions]
    return [*found, *_ratios(text.casefold(), language)]


def is_same(left: Quantity, right: Quantity) -> bool:
    """Whether two numbers may be one: a share in words stands for about as many per cent."""
    if left.readings & right.readings:
        return True
    if not left.unit == right.unit == "percent" or bool(left.bare) == bool(right.bare):
        return False
    return any(abs(one - other) <= ROUNDED for one in left.readings for other in right.readings)


def _share(fraction: str, start: int, end: int, parts: tuple[float, ...] = ()) -> Quantity:
    """Return a share as it may be rounded: two thirds are 66, 67 or 66.7 per cent."""
    part, whole = map(float, fraction.split("/"))
    exact = HUNDRED * part / whole
    values = frozenset(map(float, (int(exact), round(exact), round(exact, 1), round(exact, 2))))
    return Quantity(start=start, end=end, readings=values, bare=frozenset(), parts=parts, unit="percent")


def _ratios(folded: str, language: str) -> Iterator[Quantity]:
    patterns, values = _ratio_patterns(language)
    spaced = words_of(language).spaced
    for doubtful, ratio in patterns:
        for match in ratio.finditer(folded):
            part, whole = (_value(word or "1", values) for word in match.group("part", "whole"))
            unit = behind(folded[match.end() : match.end() + LOOK_AHEAD_CHARS], lexicon(language))[1]
            if part < whole and not (spaced and unit in TIMES):  # "two in five years" is no share
                may_count = spaced and (doubtful or part > 1 or whole > 10)  # but "3分の2" is nothing else
                parts = tuple(number for number in (part, whole) if number > 1) if may_count else ()
                yield _share(f"{part}/{whole}", *match.span(), parts)


def _value(word: str, values: Mapping[str, float]) -> float:
    return float(word) if word.isdecimal() else values[word]


@lru_cache(maxsize=64)
def _ratio_patterns(language: str) -> tuple[list[tuple[bool, re.Pattern[str]]], Mapping[str, float]]:
    """Return the patterns of "one in three", each with whether it is doubtful, and the words for their numbers."""
    own, signs = words_of(language).numbers, number_signs(language)
    words = {word: value for word, value in written_numbers(language).values.items() if value <= HUNDRED}
    values = words | signs | (_TEN if signs else {}) | dict.fromkeys(own.ones, 1.0)
    number = rf"(?:{_DIGITS}|{any_word(values)})"
    before, after = _EDGES if words_of(language).spaced else ("", "")
    found = []
    for ratio in own.ratios:
        text = pattern_of(ratio.removeprefix(DOUBTFUL)).replace("<whole>", f"(?P<whole>{number})")
        text = text.replace("<part>", f"(?P<part>{number})") if "<part>" in text else f"{text}(?P<part>)"
        found.append((ratio.startswith(DOUBTFUL), re.compile(f"{before}{text}{after}")))
    return found, values
