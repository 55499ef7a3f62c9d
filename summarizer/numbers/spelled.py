"""Reads numbers in words ("two", "vingt et un", "half a million", 三名) as values with their units (pure)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from summarizer.numbers.lexicon import Lexicon, lexicon
from summarizer.numbers.number_words import HUNDRED, number_signs, written_numbers
from summarizer.numbers.quantities import LOOK_AHEAD_CHARS, Quantity, behind, plain_digits
from summarizer.scripts import MARKS
from summarizer.words.loader import every, words_of
from summarizer.words.patterns import any_phrase, any_word

DOZEN = 12.0
_BEHIND_DIGITS = re.compile(r"\d\s+(?:[^\W\d_]{3,4}\s)?$")  # perhaps with "per"

_LETTER = rf"[\w{MARKS}]"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cardinals:
    values: Mapping[str, float]
    doubtful: frozenset[str]
    run: re.Pattern[str]  # words that stand one behind the other; where none stand apart, before what they count
    word: re.Pattern[str]
    half: re.Pattern[str]
    counted: re.Pattern[str]  # 三名
    tenths: re.Pattern[str]  # 六成


@lru_cache(maxsize=64)
def _cardinals(language: str) -> _Cardinals:
    own, written, digits = words_of(language).numbers, written_numbers(language), number_signs(language)
    values = written.values
    names = any_word(values) if values else ""
    links = f"(?:{any_word(own.cardinal_links)}\\s)?" if own.cardinal_links else ""
    signs = re.escape("".join(digits))
    tenths = rf"([{signs}]|[1-9](?:\.\d)?){any_phrase(own.tenths)}"
    run = rf"(?<!{_LETTER})(?<!-){names}(?:[\s-]{links}{names})*(?!{_LETTER})"
    half = rf"(?<!{_LETTER}){any_word(own.halves)}[\s-]"
    if not words_of(language).spaced:
        measures = lexicon(language)
        counted = any_word([*own.counters, *measures.multipliers.words, *measures.units.words])
        run, half = rf"{names}+(?=\s?{counted})", any_word(own.halves)
    return _Cardinals(
        values=values | digits,
        doubtful=written.doubtful,
        run=_if(values, run),
        word=_if(values, names),
        half=_if(own.halves, half),
        counted=_if(own.counters, rf"(?<![{_numerals()}\d第])([{signs}])(?={any_word(own.counters)})"),
        tenths=_if(own.tenths, tenths),
    )


def _if(words: Collection[str], pattern: str) -> re.Pattern[str]:
    """Return a pattern; without words to make it of, one that finds nothing."""
    return re.compile(pattern if words else "(?!)")


def _numerals() -> str:
    return "".join(every(lambda words: ["".join(words.numbers.digits), *words.numbers.tens, *words.numbers.myriads]))


def read_spelled(text: str, language: str, *, sure: bool) -> list[Quantity]:
    """Read the numbers in words, from two upwards; `sure` leaves out words that have another meaning, too."""
    known, words = _cardinals(language), lexicon(language)
    folded = text.casefold()
    found: list[Quantity] = []
    for match in known.run.finditer(folded):
        numbers = [(at[0], known.values[at[0]]) for at in known.word.finditer(match[0])]
        if _BEHIND_DIGITS.search(folded, max(match.start() - 8, 0), match.start()) and numbers[0][1] >= HUNDRED:
            continue  # "25 thousand", "25 por ciento"
        doubtful = sure and any(word in known.doubtful for word, _ in numbers)
        for value in _sums([value for _, value in numbers]):
            quantity = _quantity(value, match.start(), match.end(), folded, words)
            if not doubtful or quantity.unit is not None:
                found.append(quantity)
    for match in known.half.finditer(folded):
        half = _quantity(0.5, match.start(), match.end(), folded, words)
        if half.scale > 1:
            found.append(half)
    found += [
        _quantity(known.values[match[1]], match.start(), match.end(), folded, words)
        for match in known.counted.finditer(folded)
    ]
    for match in known.tenths.finditer(plain_digits(folded)):
        tenths = known.values.get(match[1]) or float(match[1])
        values = frozenset({float(f"{10 * tenths:.12g}")})
        found.append(Quantity(start=match.start(), end=match.end(), readings=values, bare=values, unit="percent"))
    return [one for one in found if min(one.readings) >= 1.5]


def _quantity(value: float, start: int, end: int, text: str, words: Lexicon) -> Quantity:
    scale, unit = behind(text[end : end + LOOK_AHEAD_CHARS], words)
    values = frozenset({float(f"{value * scale:.12g}")})
    return Quantity(start=start, end=end, readings=values, bare=frozenset({value}), unit=unit, scale=scale)


def _sums(values: list[float]) -> Iterator[float]:
    """Add up "two hundred thirty five"; numbers that only follow one another are several."""
    total = current = 0.0
    last = 0.0
    for value in values:
        if value >= 1000:
            total, current = total + (current or 1.0) * value, 0.0
        elif value == HUNDRED or (value == DOZEN and current):
            current = (current or 1.0) * value
        elif not current or value < 10 <= last or (current % HUNDRED == 0 and value < HUNDRED):
            current += value
        else:
            yield total + current
            total, current = 0.0, value
        last = value
    yield total + current
