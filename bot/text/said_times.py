"""The times of day that a schedule says, gathered word by word: hours, and parts of the day beside one or alone. Pure.

"mornings and evenings at 8" shares the hour, "mornings and evenings" means the usual hours of both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import time

from bot.text.schedule_grammar import Grammar

_LAST_OF_NIGHT = 4  # the last hour of an evening, after its midnight: "4 at night" is before dawn
_MORNING, _MIDDAY, _AFTERNOON, _EVENING = 8, 12, 18, 20  # the usual hours; an afternoon is an evening, too


class SaidTimes:
    """What was said so far. `exact`: a part of the day without an hour is no time."""

    def __init__(self, words: Grammar, *, exact: bool) -> None:
        self._words = words
        self._exact = exact
        self._said: list[set[time]] = [set()]  # the times before the first day, then those behind each of the days
        self._parts: list[str] = []  # of the day, for which no hour was said yet
        self._shared: re.Match[str] | None = None  # the last hour, if what stands behind it may be one of several parts
        self._bare: re.Match[str] | None = None  # the last hour, if no part of the day was said with it
        self._unclear = False  # whose the next part of the day is: "8 morning 9 evening"

    def begin_days(self, *, first: bool) -> bool:
        """A name of days follows, the first one or another: times behind it are those of other days."""
        self._bare = None
        is_read = first or self._settle()
        if self._said[-1] or first:
            self._said.append(set())
        return is_read

    def add(self, moments: Iterable[time]) -> None:
        """Note times that are words of their own ("noon")."""
        self._said[-1].update(moments)

    def add_part(self, part: str) -> bool:
        """Note a part of the day: of the hour before it ("8 evenings"), else its hour may follow; False for none."""
        match, self._bare = self._bare, None
        if match is None:
            self._parts.append(part)
            return not self._unclear
        self._said[-1] -= {time_of(match, None, self._words)}
        self._shared = match
        return self._add_at(match, [part])

    def add_clock(self, match: re.Match[str]) -> bool:
        """Note an hour, also for the parts of the day said before it; False where it is no time of day."""
        own = match["before"] or match["after"]
        is_shared = bool(self._parts) and (own is not None or int(match["hour"]) <= 12)
        if not is_shared and not self._settle():
            return False
        parts = [*self._parts, own] if own or not is_shared else self._parts
        self._parts = []
        self._unclear = self._bare is not None and bool(match["before"])
        self._shared = match if match["after"] else None
        self._bare = None if own or is_shared or int(match["hour"]) > 12 else match
        return self._add_at(match, parts)

    def end(self) -> set[time] | None:
        """All times; None where they are others on other days: a schedule has the same on all of its days."""
        if not self._settle():
            return None
        several = [times for times in self._said if times]
        if len(self._said) > 2 and any(times != several[0] for times in several):
            return None  # but "8:00 weekdays 18:00" has two times
        return set().union(*self._said)

    def _settle(self) -> bool:
        """Give the parts of the day that are left their hours; False where they have none."""
        parts, self._parts = self._parts, []
        if not parts:
            return True
        if self._shared is None and not self._words.of_twelve.isdisjoint(parts):
            return False  # "20 and pm"
        if self._shared is not None:
            shared = [time_of(self._shared, part, self._words) for part in parts]
            if any(moment is not None and moment.hour <= _LAST_OF_NIGHT for moment in shared):
                return False  # "3 in the afternoon and at night": nobody reads news at three
            return self._add_at(self._shared, parts)
        self.add(time(self._usual_hour(part)) for part in parts)
        return not self._exact

    def _add_at(self, match: re.Match[str], parts: Sequence[str | None]) -> bool:
        """Note the hour in each of these parts of the day; noon has none of the morning and the evening."""
        at_noon = [part for part in parts if part in self._words.midday and 3 < int(match["hour"]) < 10]
        self.add(time(_MIDDAY) for _ in at_noon)
        moments = [time_of(match, part, self._words) for part in parts if part not in at_noon]
        self.add(moment for moment in moments if moment is not None)
        return None not in moments

    def _usual_hour(self, part: str) -> int:
        words = self._words
        if part in words.evening:
            return _EVENING
        return _AFTERNOON if part in words.afternoon else _MIDDAY if part in words.midday else _MORNING


def time_of(match: re.Match[str], part: str | None, words: Grammar) -> time | None:
    """The time of day that a token names in a part of the day; None where no clock shows it."""
    hour = int(match["hour"])
    minute = 30 if match["half"] else int(match["minute"] or 0)
    noon = part in words.midday and hour not in (10, 11)  # a little before it is still the morning
    evening = part in words.evening and hour > _LAST_OF_NIGHT
    if part in words.of_twelve and not 1 <= hour <= 12:
        return None
    if part in words.evening and hour == 12:
        hour = 0  # midnight is the evening's twelfth hour
    elif part:
        hour = hour % 12 + 12 * (noon or evening or part in words.afternoon) if hour <= 12 else hour
    return time(hour, minute) if hour < 24 and minute < 60 else None
