"""Finds the zone that a date names beside its time: an offset, an abbreviation, a place. Pure.

What may be a place, and is not known, gives no date: its hour would be a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.text.patterns import late
from bot.text.words import any_of, merged
from bot.text.zone_offsets import MAX_OFFSET, is_zone_name, offset_of
from summarizer import FIRST_EAST_ASIAN

WEEKDAY_LETTERS = (3, 4, 5)  # "tir.", "tors."; the first five of a weekday, which may have endings: "субботу"
WORDS = frozenset(("art", "cat", "eat", "est", "ist", "met", "samt", "west", "wet", "wit"))  # before a time no zones
MAX_LINK_LETTERS = 3  # a shorter word joins, or is a weekday's short name: "on", "den", "Sa"

# Behind an offset its zone may be named: "GMT+0800 (China Standard Time)", "+0800 CST", "+02:00[Europe/Berlin]".
_OFFSET = late(
    r"\s*(\()?(?:(?:utc|gmt|ut|z)\s*)?([+-])(\d{1,2})(?::?(\d{2}))?(?![\d:])"
    r"(?(1)\s*\)|(?:\s*(?:\([^()]*\)|\[[^\[\]]*\]|[a-z]{2,5}\b))?)"
)
_NAME = late(r"\s*\(?([a-z]{1,5}|мск)\b\)?")
_NAME_AHEAD = late(r"(?:^|[\s(,])([a-z]{3,5}|мск)\)?\s*$")
_WORD = late(r"[^\s\d,.:;|/()«»–—-]+")  # \w lacks the vowel signs of India's scripts
_ANY_WORD = late(r"[^\W\d_]+")
_PIECE_ENDS = late(r"[,;:|/()\[\]【】〔〕「」=·•،、，–—]|\s-\s|^-|-$")
_NUMBER_BEGINS, _NUMBER_ENDS = late(r"[\d«]"), late(r"[\d»]")


class ZoneFinder:
    """Finds zones in lines in small letters without accents; `fold` makes words as the lines are."""

    def __init__(self, fold: Callable[[str], str]) -> None:
        dates, named = merged().dates, merged().schedule
        weekdays = (
            *dates.weekdays, *named.monday, *named.tuesday, *named.wednesday, *named.thursday, *named.friday,
            *named.saturday, *named.sunday,
        )  # fmt: skip
        words = [word for day in weekdays for word in _WORD.findall(fold(day))]
        self._weekdays = {word[:size] for word in words for size in WEEKDAY_LETTERS}
        labels = any_of(map(re.escape, sorted(map(fold, dates.time_labels), key=len, reverse=True)))
        self._label_words = re.compile(rf"(?<![^\W\d_]){labels}(?![^\W\d_])")
        self._labels = re.compile(rf"{self._label_words.pattern}|[^\d»:]*:(?=\s*$)")

    def beside_clock(self, before: str, after: str) -> tuple[str, str, str]:
        """The zone beside a time ("" for none), what stands before the time, and what follows it, without the zone.

        ValueError for words that may be a zone, or a place of one, and are not known.
        """
        behind, ahead = _NUMBER_BEGINS.split(after, maxsplit=1)[0], _NUMBER_ENDS.split(before)[-1]
        after = self.without_labels(behind) + after[len(behind) :]
        behind = self.without_labels(behind)
        told = _OFFSET.match(after) or ((name := _NAME.match(after)) and is_zone_name(name[1]))
        if not told and self._may_name_place(behind) and (zone := _zones_called(behind)):
            return zone, before, after[len(behind) :]
        zone, after = _zone_behind(after, ends_date=bool(re.search(r"\d", before)))
        if zone:
            return zone, before, after
        if self._may_name_place(behind):
            raise ValueError("a zone that is not known")
        return self._zone_ahead(ahead), before[: len(before) - len(ahead)] + self._labels.sub(" ", ahead), after

    def without_labels(self, line: str) -> str:
        """The line without words that say what is dated."""
        return self._label_words.sub(" ", line)

    def in_dateline(self, words: str) -> str:
        """The zone of a place that stands apart from the time: "Berlin, 12 November 2026, 16:05"; "" for none.

        A country tells which of the cities of a name is meant ("Valencia, Spain"); of places with different clocks
        ("Paris, Texas") comes no date.
        """
        found: frozenset[str] = frozenset()
        for piece in _PIECE_ENDS.split(words):
            zones = self._zones_in_piece(self.without_labels(piece))
            found = found & zones or found | zones
        return " ".join(found)

    def _zones_in_piece(self, piece: str) -> frozenset[str]:
        """The zones that a piece of a line may mean, without its weekdays."""
        name = " ".join(word for word in piece.split() if not self._is_weekday(word.strip("."))).strip(".")
        if len(name) < (MAX_LINK_LETTERS if name.isascii() else 2):
            return frozenset()  # "kl."
        from bot.text.clock_zones import NOWHERE, zones_of_place  # its tables are for the few dates that name a place

        zones = zones_of_place(name)
        # "Ufa" and "Van" are cities, but such words are also short for others.
        return frozenset((NOWHERE,)) if zones and len(name) == MAX_LINK_LETTERS and name.isascii() else zones

    def _zone_ahead(self, ahead: str) -> str:
        """The zone before a time; ValueError for words that may be one, and are not known."""
        name = _NAME_AHEAD.search(ahead)
        if name and is_zone_name(name[1]) and name[1] not in WORDS:
            return name[1]
        said = self._labels.sub(" ", ahead)
        if not self._may_name_place(said):
            return ""
        if zone := _zones_called(said):
            return zone
        raise ValueError("a zone, or a place whose zone is not known")

    def _may_name_place(self, said: str) -> bool:
        """Whether what stands beside a time may be a place, whose zone it is in: all but weekdays and short links."""
        words = (word for word in _WORD.findall(said) if not self._is_weekday(word))
        return any(len(word) > (1 if word >= FIRST_EAST_ASIAN else MAX_LINK_LETTERS) for word in words)

    def _is_weekday(self, word: str) -> bool:
        return word[: max(WEEKDAY_LETTERS)] in self._weekdays


def utc_of(at: datetime, zone: str, *, is_rfc822: bool = False) -> datetime:
    """The moment when the clocks of a zone show this; ValueError if the zone is not known."""
    if zone[0] not in "+-":
        offset = offset_of(zone, at=at, is_rfc822=is_rfc822)
    else:
        offset = timedelta(hours=int(zone[1:3]), minutes=int(zone[3:5])) * (-1 if zone[0] == "-" else 1)
    if offset is None or abs(offset) > MAX_OFFSET or int(zone[3:5] if zone[0] in "+-" else 0) > 59:
        raise ValueError("a zone that is not known")
    return at - offset


def _zones_called(said: str) -> str:
    """The IANA zones that words may mean, with spaces between; "" for none."""
    from bot.text.clock_zones import zones_of_place

    return " ".join(zones_of_place(said))


def _zone_behind(after: str, *, ends_date: bool) -> tuple[str, str]:
    """The zone behind a time ("" for none), and what follows it; ValueError for a word that may be one.

    `ends_date`: the date stands before the time. Else words behind it may be the date's.
    """
    if match := _OFFSET.match(after):
        _, sign, hours, minutes = match.groups()
        return f"{'+' if sign == '+' else '-'}{int(hours):02}{minutes or '00'}", after[match.end() :]
    match = _NAME.match(after)
    if match and (ends_date or is_zone_name(match[1])):
        return match[1], after[match.end() :]
    if ends_date and _ANY_WORD.search(after):
        raise ValueError("something unknown behind the time, a zone maybe")
    return "", after
