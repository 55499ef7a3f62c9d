"""Brings what people say of dates into the usual form: years of eras, months named twice, zones in words. Pure.

Takes lines in small letters without accents, as `dates` folds them. In Japan years are counted from an emperor's
accession, in Taiwan from the founding of the republic; Arabic papers name a month as in the Levant and as in the Gulf.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from bot.text.patterns import late
from bot.text.words import any_of, merged

_MONTH_AGAIN = late(r"(«\d+»)(?:\s*[/(\-]\s*\1\s*\)?)+")


class CalendarForms:
    """The forms in the words of all languages; `fold` makes words as the lines are."""

    def __init__(self, fold: Callable[[str], str]) -> None:
        calendar, dates = merged().calendar, merged().dates
        self._eras = {fold(era): int(year) for era, year in calendar.eras.items()}  # the year before the first one
        self._zones = {fold(said): zone for said, zone in calendar.zones.items()}
        year, first = _any_of(map(fold, dates.year)), _any_of(map(fold, dates.first_year))
        self._era_year = re.compile(rf"(?<![a-z])({_any_of(self._eras)})\s*(\d{{1,3}}|{first})\s*(?={year})")
        self._year_again = re.compile(rf"(\d{{4}}\s*{year})\s*\(\s*\1\s*\)|\(\s*(\d{{4}}\s*{year})\s*\)\s*(?=\2)")
        self._zone = re.compile(rf"\(?\s*({_any_of(self._zones)})\s*\)?")
        self._unknown_half = re.compile(rf"{_any_of(map(fold, dates.half_signs))}\w*\s*$")

    def with_common_years(self, line: str) -> str:
        """The line with years of eras in our own count; a year that stands in both counts stands once."""
        line = self._era_year.sub(self._common_year, line)
        return self._year_again.sub(lambda match: match[1] or "", line)

    def without_zone(self, line: str) -> tuple[str, str]:
        """The zone that the line names in words ("" for none), wherever they stand, and the line without them.

        It is a name or an offset as `zone_offsets` and `dates` know them, "?" for one that nobody can tell.
        """
        match = self._zone.search(line)
        return (self._zones[match[1]], f"{line[: match.start()]} {line[match.end() :]}") if match else ("", line)

    def names_unknown_half(self, before: str, hour: int) -> bool:
        """Whether a part of the day that is not known stands before an hour which it may make another one."""
        return hour <= 12 and self._unknown_half.search(before) is not None

    def _common_year(self, match: re.Match[str]) -> str:
        count = int(match[2]) if match[2].isdigit() else 1
        return str(self._eras[match[1]] + count)


def with_months_once(line: str) -> str:
    """The line, whose months are numbers in «», with each month that is named twice in a row named once."""
    return _MONTH_AGAIN.sub(r"\1", line)


def _any_of(words: Iterable[str]) -> str:
    return any_of(map(re.escape, sorted(words, key=len, reverse=True)))
