"""Grounding: finds what a sentence says that its article does not (pure): numbers, dates, names, quotations, links."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from summarizer.base import Document
from summarizer.checks.claims import unsupported
from summarizer.checks.derived import derived_numbers
from summarizer.checks.names import Words, unknown_name
from summarizer.checks.quotes import quotations
from summarizer.numbers.dates import Date, read_dates
from summarizer.numbers.quantities import Quantity, outside, read_quantities
from summarizer.numbers.relative import ROUNDED, read_shares, relative_dates
from summarizer.numbers.rounding import exact
from summarizer.numbers.spelled import read_spelled
from summarizer.sentences import letters_of
from summarizer.words.loader import words_of

MAX_SCRIPT_CHARS = 2000  # the beginning of a text tells its script
MAX_DAY = 31
MAX_AGE = 120
MIN_PIECE_CHARS = 20  # of two sentences that were taken for one
MAX_NAME_WORDS = 2  # of a quoted name, which may have an ending of its own
MAX_TERM_CHARS = 24  # a translated quotation up to this long is a title or a term

_SENTENCE_END = re.compile(r"[.!?…][\"”»’]?\s+")
_ELLIPSIS = re.compile(r"\[?(?:…|\.\.\.)\]?")
LINK = re.compile(
    r"(?:https?:|ftp:|tg:|www\.|\bt\.me/)\S*"
    r"|(?<![\w@.])(?:[^\W_](?:[\w-]*[^\W_])?\.)+(?!\d)[^\W\d_]{2,}/[^\s]*"
    r"|(?<![\w@.])(?:[a-z0-9](?:[\w-]*[a-z0-9])?\.)+(?:com|org|net|info|biz|io|me|tv|ai|ru|cn|tk|xyz|top|app|dev|co|uk|de|fr"
    r"|es|it|jp|kr|tw|hk|example|online|site|shop|link|click)\b",
    re.IGNORECASE,
)


class Reason(StrEnum):
    """Why a sentence of a summary, or all of it, was refused."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    QUOTE = "quote"
    CLAIM = "claim"
    LINK = "link"
    MENTION = "mention"
    COMMAND = "command"
    CONTACT = "contact"
    ORDER = "order"
    ABUSE = "abuse"
    LANGUAGE = "language"
    LOOP = "loop"
    SHAPE = "shape"
    REMARK = "remark"
    SUBJECT = "subject"
    TITLE = "title"
    TOO_LONG = "too_long"
    WORSE = "worse_than_extract"
    UNVERIFIED = "second_reader"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What an article says, in the forms in which it is looked up."""

    language: str
    document: Document
    words: Words
    numbers: Mapping[float, frozenset[str | None]]  # with the units that they have there
    units: frozenset[str]
    months: frozenset[int]
    weekdays: frozenset[int]
    relative: frozenset[str]  # as "day-1"
    fractions: frozenset[float]  # in words, as percentages
    shares: frozenset[float]  # these, others in words that may mean something else, and percentages
    days: frozenset[tuple[int | None, int]]  # month and day of the month; None for a day without a month
    script: str | None  # of most of its letters, as Unicode names it; None if it has none
    text: str  # case folded, without white space
    line_ends: str  # the same with a line break after each line
    letters: str  # letters and digits only, case folded

    @classmethod
    def read(cls, document: Document, language: str) -> Source:
        """Read a document whose language is known; the cost grows with its length."""
        text = f"{document.title}\n{document.text}"
        numbers: dict[float, set[str | None]] = {}
        for quantity in (*read_quantities(text, language), *read_spelled(text, language, sure=False)):
            for value in (*quantity.readings, *quantity.parts):
                numbers.setdefault(value, set()).add(quantity.unit)
                if quantity.shared:
                    numbers[value].add(None)
        dates = read_dates(text, language)
        for date in dates:
            if date.day is not None:
                numbers.setdefault(float(date.day), set()).add(None)
        return cls(
            language=language,
            document=document,
            words=Words.read(text),
            numbers={value: frozenset(units) for value, units in numbers.items()},
            units=frozenset(unit for units in numbers.values() for unit in units if unit is not None),
            months=frozenset(date.month for date in dates if date.month is not None),
            weekdays=frozenset(date.weekday for date in dates if date.weekday is not None),
            relative=relative_dates(text, language, sure=False),
            fractions=_values(read_shares(text, language, sure=True)),
            shares=_values(read_shares(text, language, sure=False)).union(
                value for value, units in numbers.items() if "percent" in units
            ),
            days=frozenset((date.month, date.day) for date in dates if date.day is not None),
            script=main_script(text),
            text="".join(text.casefold().split()),
            line_ends="".join("".join(line.split()) + "\n" for line in text.casefold().splitlines()),
            letters=letters_of(text),
        )

    def holds(self, sentence: str) -> bool:
        """Whether a sentence stands in the article, word for word, or is two that do, taken for one."""
        text = "".join(sentence.casefold().split())
        if text in self.text:
            return True
        cuts = [match.end() for match in _SENTENCE_END.finditer(sentence)]
        pieces = (("".join(side.casefold().split()) for side in (sentence[:at], sentence[at:])) for at in cuts)
        return any(all(len(side) >= MIN_PIECE_CHARS and side in self.text for side in pair) for pair in pieces)

    def ends_with_line(self, sentence: str) -> bool:
        """Whether a sentence ends where a line of the article does: a heading's or a poor feed's end mark."""
        return "".join(sentence.casefold().split()) + "\n" in self.line_ends


def main_script(text: str) -> str | None:
    """Name the script of most letters: LATIN, CYRILLIC, ...; CJK with kana and Hangul, which stand together, is one."""
    scripts = Counter(_script(char) for char in text[:MAX_SCRIPT_CHARS] if char.isalpha())
    return scripts.most_common(1)[0][0] if scripts else None


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    name = unicodedata.name(letter, "UNKNOWN").split(" ")[0].split("-")[0]
    return "CJK" if name in ("HIRAGANA", "KATAKANA", "HANGUL", "IDEOGRAPHIC", "KANGXI") else name


def ungrounded(sentence: str, source: Source, *, language: str) -> Reason | None:
    """Return the first thing in a sentence, written in `language`, that the source does not hold; None if all stands.

    In another language than the source's, names are looked up in Latin letters only, and a quotation cannot be
    looked up at all: one longer than a title or a term is refused.
    """
    own = same_base(language, source.language)
    if any(link.casefold().rstrip("/.,;") not in source.text for link in LINK.findall(sentence)):
        return Reason.LINK
    if own and source.holds(sentence):
        return None
    if own:
        sentence = exact(sentence, f"{source.document.title}\n{source.document.text}", source.language)
    dates = [
        date
        for date in read_dates(sentence, language)
        if not date.doubtful or (date.month, date.day) in source.days  # if it stands as a date, it need not as a number
    ]
    if any(not _stands(date, source) for date in dates):
        return Reason.DATE
    if not _are_numbers_held(sentence, dates, source, language, own=own):
        return Reason.NUMBER
    if any(not _is_quoted(quotation, source, own=own) for quotation in quotations(sentence)):
        return Reason.QUOTE
    if not own and source.script != "LATIN":  # names are spelt anew, each in its own way
        return None
    if unknown_name(sentence, source.words, language=language, own=own) is not None:
        return Reason.NAME
    if own and not relative_dates(sentence, language, sure=True) <= source.relative:
        return Reason.DATE
    if own and unsupported(sentence, source.document.title, source.document.text, source.language):
        return Reason.CLAIM
    return None


def same_base(left: str, right: str) -> bool:
    """Whether two tags name one language, in whatever script."""
    return left.split("-")[0] == right.split("-")[0]


def _stands(date: Date, source: Source) -> bool:
    if date.weekday is not None:
        return date.weekday in source.weekdays
    if date.day is None:
        return date.month in source.months
    if (date.month, date.day) in source.days:
        return True
    lone = (None, date.day) in source.days or None in source.numbers.get(float(date.day), ())
    if date.month is None:
        return lone or any(day == date.day for _, day in source.days)
    return date.month in source.months and lone


def _is_dated(quantity: Quantity, dates: Sequence[Date], source: Source) -> bool:
    """Whether a number is part of a date, which has been looked up; its year is looked up as a number."""
    values = (*quantity.readings, *quantity.parts)
    if not any(date.start <= quantity.start < date.end for date in dates):
        return False
    return all(value < MAX_DAY + 1 or value in source.numbers for value in values)


def _are_numbers_held(sentence: str, dates: Sequence[Date], source: Source, language: str, *, own: bool) -> bool:
    """Whether each number of a sentence stands in the source, or in its `own` language follows from others."""
    shares = read_shares(sentence, language, sure=True)
    spelled = outside(shares, read_spelled(sentence, language, sure=True))
    quantities = [*spelled, *outside([*shares, *spelled], read_quantities(sentence, language))]
    missing = [one for one in quantities if not _is_dated(one, dates, source) and not _is_held(one, source)]
    missing += [share for share in shares if not _is_a_share(share, source)]
    if not missing:
        return True
    document = source.document
    derived = derived_numbers(sentence, document.title, document.text, source.language).starts if own else ()
    return all(one.start in derived for one in missing)


def _is_held(quantity: Quantity, source: Source) -> bool:
    if any(_has_unit(value, quantity, source) for value in quantity.readings):
        return True
    if quantity.unit == "percent" and quantity.readings & source.fractions:
        return True
    if quantity.parts and all(value in source.numbers for value in quantity.parts):
        return True
    return not quantity.readings and not quantity.parts


def _has_unit(value: float, quantity: Quantity, source: Source) -> bool:
    units = source.numbers.get(value)
    if units is None:
        return False
    unit = quantity.unit
    if unit is None or unit in units or quantity.shared:
        return True
    if unit == "percent":
        return False
    is_age = unit == "year" and value < MAX_AGE  # "an 11-year-old" of "aged 11"
    return None in units and (unit in source.units or is_age or 1000 <= value <= 2100)


def _is_a_share(share: Quantity, source: Source) -> bool:
    """Whether the source names a share, in words or about as many per cent, or the numbers that it is made of."""
    if share.parts and all(value in source.numbers for value in share.parts):
        return True
    return any(abs(value - other) <= ROUNDED for value in share.readings for other in source.shares)


def _values(quantities: Sequence[Quantity]) -> frozenset[float]:
    return frozenset(value for quantity in quantities for value in quantity.readings)


def _is_quoted(quotation: str, source: Source, *, own: bool) -> bool:
    parts = [letters_of(part) for part in _ELLIPSIS.split(quotation)]
    if all(part in source.letters for part in parts):
        return True
    names = quotation.split()
    if own and len(names) <= MAX_NAME_WORDS and words_of(source.language).inflected:  # «Зари» of «Заря»
        return all(source.words.hold(name, inflected=True) for name in names)
    return not own and len(quotation) <= MAX_TERM_CHARS
