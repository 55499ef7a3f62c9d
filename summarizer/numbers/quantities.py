"""Reads the numbers of a text in digits of any script, and Chinese numerals, as values with their units (pure).

Small numbers in words are not read: "three" is left alone. What could be read in two ways ("1.200") has two readings.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from summarizer.numbers.lexicon import CURRENCIES, Lexicon, Table, Value, lexicon
from summarizer.scripts import LETTER, LETTERS
from summarizer.words.loader import UNDETERMINED, every, languages, words_of
from summarizer.words.patterns import any_sign, any_word

LOOK_AHEAD_CHARS = 32  # for the words behind a number
TIMES = frozenset({"minute", "hour", "day", "week", "month", "year"})  # units of how long something lasts
YEARS = range(1500, 2100)  # a number without a unit may name

_PLAIN = r"\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,'’]\d+)*"
_PARTICLE = re.compile(r"^[^\W\d_]{1,3}(?:\s+|['’])")
_SHORT_SCALE = re.compile(r"(k|t|m|md|mds|mld|mm|mrd|bn|g)\s?(?=[$€£¥])", re.IGNORECASE)  # "48 M€"
_SCALES = {"k": 1e3, "t": 1e3, "m": 1e6}  # and thousands of millions
_COUNTRY = re.compile(r"(?:[^\W\d_a-z][^\W\d_]+\s){1,2}")
_LEADING_WORD = re.compile(r"([^\W\d_]+)\s$")
_MARKS = {ord("٫"): ".", ord("٬"): ",", ord("．"): ".", ord("，"): "，"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Numerals:
    """The numerals of Chinese, Japanese and Korean, and the patterns that the words of all languages make."""

    digits: Mapping[str, int]
    tens: Mapping[str, float]
    myriads: Mapping[str, float]
    signs: str  # all of these
    number: re.Pattern[str]
    piece: re.Pattern[str]
    word: re.Pattern[str]
    connector: re.Pattern[str]
    prefix: re.Pattern[str]


@cache
def _numerals() -> _Numerals:
    numbers = [words_of(language).numbers for language in languages()]
    digits = {sign: value for own in numbers for value, signs in enumerate(own.digits) for sign in signs}
    tens = {sign: value for own in numbers for sign, value in own.tens.items()}
    myriads = {sign: value for own in numbers for sign, value in own.myriads.items()}
    han = "".join([*digits, *tens, *myriads])
    symbols = every(lambda words: words.numbers.symbols)
    percent = any_word(every(lambda words: words.numbers.percent_prefixes))
    spaced = any_sign(every(lambda words: words.numbers.spaced_myriads))
    ranges = any_sign(every(lambda words: words.numbers.range_signs))
    more = any_sign(every(lambda words: words.numbers.more_signs))
    far = any_word(every(lambda words: words.numbers.range_words))
    signs = any_word([*symbols, *words_of(UNDETERMINED).numbers.units])
    return _Numerals(
        digits=digits,
        tens=tens,
        myriads=myriads,
        signs=han,
        number=re.compile(
            rf"{percent}(?P<percent>[{han}]+|{_PLAIN})"
            rf"|(?P<han>(?:{_PLAIN}|[{han}])(?:{spaced} (?=\d)|[{han}]|(?<=[{han} ])\d[\d,]*"
            rf"|{more}(?=[{''.join(myriads)}]))*)"
        ),
        piece=re.compile(rf"{_PLAIN}|[{han}]"),
        word=re.compile(rf"{signs}|{LETTERS}(?:\u200c{LETTERS})?"),
        connector=re.compile(rf"(?:\s*(?:[-–—~〜～,、/]|{ranges})\s*|\s(?:{LETTER}{{1,5}}|{far})\s)[$€£]?"),
        prefix=re.compile(rf"({any_word(symbols)}|\b[A-Z]{{3}})\s?$"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One number. It is any of `readings`, or else the row of `parts`; `unit` as in the lexicon, None if there is none.

    `start` and `end` are its position in the text, units left out; `bare` is what it reads without its "million".
    """

    start: int
    end: int
    readings: frozenset[float]
    bare: frozenset[float]
    parts: tuple[float, ...] = ()
    unit: str | None = None
    scale: float = 1.0
    shared: bool = False  # the unit may be the next number's, as in "5 to 7 euros"

    @property
    def span(self) -> range:
        """The positions of its characters."""
        return range(self.start, self.end)


def plain_digits(text: str) -> str:
    """Return the text with the digits of every script as 0-9, character for character."""
    return text if text.isascii() else text.translate(_to_ascii())


@lru_cache(maxsize=1)
def _to_ascii() -> dict[int, str]:
    """Make the table when a text first needs it: it takes longer than all else that is imported here."""
    digits = (chr(code) for code in range(128, sys.maxunicode + 1) if chr(code).isdecimal())
    return {ord(digit): str(unicodedata.decimal(digit)) for digit in digits} | _MARKS


def read_quantities(text: str, language: str) -> list[Quantity]:
    """Read the numbers of a text, in order. "5 to 7 million euros" gives both numbers the million and the euros."""
    text = plain_digits(text)
    words = lexicon(language)
    found = [
        quantity for match in _numerals().number.finditer(text) if (quantity := _read(match, text, words)) is not None
    ]
    for index in range(len(found) - 2, -1, -1):
        here, after = found[index], found[index + 1]
        between = text[here.end : after.start]
        if here.scale > after.scale > 1 and words.multipliers.find(between.strip().casefold()):
            both = frozenset(one + two for one in here.readings for two in after.readings)  # "12 lakh 60 thousand"
            found[index] = replace(here, readings=here.readings | both)
            found[index + 1] = replace(after, readings=after.readings | both)
        elif here.unit is None and _numerals().connector.fullmatch(between):
            scaled = _scaled(here.bare, after.scale) if here.scale == 1 else frozenset[float]()
            found[index] = replace(
                here, unit=after.unit, shared=True, readings=here.readings | scaled, scale=after.scale
            )
    return found


def outside(taken: Iterable[Quantity], quantities: Iterable[Quantity]) -> list[Quantity]:
    """Leave out the numbers that are part of others."""
    spans = [one.span for one in taken]
    return [one for one in quantities if not any(one.start in span for span in spans)]


def _read(match: re.Match[str], text: str, words: Lexicon) -> Quantity | None:
    start, end = match.span()
    if match["percent"]:
        values = _values(match["percent"], words.decimal)
        return Quantity(start=start, end=end, readings=values, bare=values, unit="percent") if values else None
    token = match["han"]
    chinese = not any(char.isdigit() and char.isascii() for char in token)
    if chinese and len(token) < 2:
        return None
    bare = _values(token, words.decimal)
    if chinese and not bare:
        return None
    scale, unit = behind(text[end : end + LOOK_AHEAD_CHARS], words)
    unit = _before(text[max(start - 4, 0) : start], words) or unit  # "£3m a year" are pounds
    if scale == 1 and (leading := _LEADING_WORD.search(text, max(start - LOOK_AHEAD_CHARS, 0), start)):
        scale = words.leading_multipliers.get(leading[1].casefold(), 1.0)
    parts = () if bare and " " not in token else tuple(map(float, re.findall(r"\d+", token)))
    readings = _scaled(bare, scale)
    if scale > 1 and _is_letter(text, end):
        readings |= bare
    return Quantity(
        start=start,
        end=end,
        readings=readings,
        bare=bare,
        parts=parts if len(parts) > 1 else (),
        unit=unit,
        scale=scale,
    )


def _is_letter(text: str, end: int) -> bool:
    """Whether a lone letter follows: "5m" may be millions or metres."""
    return re.match(r"[kKmM]\b", text[end : end + 2]) is not None


def _values(token: str, decimal: str) -> frozenset[float]:
    known = _numerals()
    pieces = known.piece.findall(token)
    if len(pieces) == 1 and pieces[0] not in known.signs:
        return _plain_values(pieces[0], decimal)
    if len(pieces) > 1 and all(piece in known.digits for piece in pieces):  # 二〇二五: digit by digit
        return frozenset({float("".join(str(known.digits[piece]) for piece in pieces))} if len(pieces) > 2 else ())
    value = _han_value(pieces)
    return frozenset() if value is None else frozenset({value})


def _han_value(pieces: list[str]) -> float | None:
    """Add up 3億2千万 or 三百二十; None for what is no number, as 万一."""
    known = _numerals()
    total = section = 0.0
    digit: float | None = None
    for piece in pieces:
        if piece in known.tens:
            section += (1.0 if digit is None else digit) * known.tens[piece]
            digit = None
        elif piece in known.myriads:
            section += digit or 0.0
            if not section:
                return None
            total, section, digit = total + section * known.myriads[piece], 0.0, None
        elif piece in known.digits:
            if digit:
                return None
            digit = float(known.digits[piece])
        else:
            digit = min(_plain_values(piece, "."), default=0.0) if "." in piece else float(re.sub(r"\D", "", piece))
    return _rounded(total + section + (digit or 0.0))


@lru_cache(maxsize=4096)
def _plain_values(token: str, mark: str) -> frozenset[float]:
    """Return what digits with separators may mean; nothing if they are no one number, as 3.11.2025.

    `mark` is the language's decimal mark: only that can stand before three decimals, another means thousands.
    """
    token = re.sub(r"[ \u00a0\u202f\u2009'’]", "_", token)
    groups = re.split(r"[.,_]", token)
    marks = re.findall(r"[.,_]", token)
    digits = "".join(groups)
    if not marks:
        return frozenset({_rounded(float(token))})
    whole, kinds = groups[:-1], set(marks)
    decimal = _rounded(float(f"{''.join(whole)}.{groups[-1]}"))
    if len(marks) == 1:
        grouped = len(groups[1]) == 3 and 0 < len(groups[0]) <= 3 and not groups[0].startswith("0")
        thousands = {_rounded(float(digits))} if grouped or marks[0] == "_" else set()
        return frozenset(thousands | ({decimal} if marks[0] == mark or not thousands else set()))
    if len(kinds) == 1:
        return frozenset({_rounded(float(digits))} if _is_grouped(groups) else ())
    if len(set(marks[:-1])) == 1 and marks[-1] not in marks[:-1] and _is_grouped(whole):
        return frozenset({decimal})
    return frozenset()


def _is_grouped(groups: list[str]) -> bool:
    """Whether these are groups of thousands, or India's groups of two before the last three digits."""
    inner = {len(group) for group in groups[1:-1]}
    return len(groups[0]) <= 3 and len(groups[-1]) == 3 and inner in (set(), {2}, {3})


def behind(text: str, words: Lexicon) -> tuple[float, str | None]:
    """Read the multiplier and the unit behind a number; a word such as "mkr" is both."""
    scale = 1.0
    rest = text.lstrip(" \u00a0\u202f-‑")
    if short := _SHORT_SCALE.match(rest):
        scale, rest = _SCALES.get(short[1].lower(), 1e9), rest[short.end() :]
    for _ in range(2):
        found = _match(rest, words.multipliers, spaced=words.spaced)
        if found[1] is None:
            break
        scale, word = scale * found[1], rest[: found[0]].casefold()
        rest = rest[found[0] :].lstrip(". \u00a0\u202f-")
        if word in words.both:
            return scale, words.both[word]
    return scale, _unit(rest, scale, words)


def _unit(rest: str, scale: float, words: Lexicon) -> str | None:
    unit = _match(rest, words.units, spaced=words.spaced)[1]
    if unit is None and (country := _COUNTRY.match(rest)):  # "5 Australian dollars"
        unit = _match(rest[country.end() :], words.units, spaced=words.spaced)[1]
        unit = unit if unit in CURRENCIES else None
    if unit is None and scale > 1:  # "5 millions d'euros", "5 millones de dólares", but not "5 millions a year"
        unit = _match(_PARTICLE.sub("", rest), words.units, spaced=words.spaced)[1]
        unit = None if unit in TIMES else unit
    return unit


def _match(text: str, table: Table[Value], *, spaced: bool) -> tuple[int, Value | None]:
    """Look the beginning of a text up, two words before one; give the length as well."""
    if not spaced:
        hit = max((word for word in table.words if text.startswith(word)), key=len, default="")
        if hit:
            return len(hit), table.words[hit]
    a_word = _numerals().word
    first = a_word.match(text)
    if first is None:
        return 0, None
    second = a_word.match(text, first.end() + 1)
    if second is not None and (pair := f"{first[0]} {second[0]}".casefold()) in table.words:
        return second.end(), table.words[pair]
    return first.end(), table.find(first[0].casefold())


def _before(text: str, words: Lexicon) -> str | None:
    match = _numerals().prefix.search(text)
    if match is None:
        return None
    return words.units.words.get(match[1]) or (match[1] if match[1] in CURRENCIES else None)


def _scaled(values: frozenset[float], scale: float) -> frozenset[float]:
    return frozenset(_rounded(value * scale) for value in values)


def _rounded(value: float) -> float:
    return float(f"{value:.12g}")
