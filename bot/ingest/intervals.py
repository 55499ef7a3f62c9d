"""Decides when a source is read again: by its owner's interval, its activity, its server's wishes, and its failures.

Pure: the time and the jitter are arguments. A server's wish can only add to the wait, and a day is the longest.
"""

from __future__ import annotations

import math
from collections.abc import Collection
from datetime import datetime, timedelta

from bot.web.responses import MAX_RETRY_AFTER

STORE_BACKOFF_SECONDS = 60.0  # after the store failed: what cannot be stored need not be fetched
DAY = timedelta(days=1)
MAX_WAIT = MAX_RETRY_AFTER

# The bounds of a source's interval, as multiples of its owner's: busy sources are read more often, quiet ones less.
SHORTEST = 0.5
LONGEST = 8
MIN_ADAPTED = timedelta(minutes=5)  # no source is read more often than this, unless its owner says so
NEWS_PER_READING = 0.25  # new articles to expect of a reading: fewer, and it waits longer
RATE_MEMORY = DAY  # what happened this long ago counts 1/e of what happens now


def adapted_interval(interval: timedelta, articles_per_day: float | None) -> timedelta:
    """The interval of a source with this rate of new articles; its owner's interval while the rate is unknown (None).

    With `interval` of 15 minutes: 7.5 from 48 articles a day, 15 for 24, 60 for 6, and two hours for 3 or fewer.
    """
    if articles_per_day is None:
        return interval
    shortest = max(interval * SHORTEST, min(interval, MIN_ADAPTED))
    longest = max(interval, min(interval * LONGEST, MAX_WAIT))
    if articles_per_day <= NEWS_PER_READING * (DAY / longest):
        return longest
    return max(DAY * (NEWS_PER_READING / articles_per_day), shortest)


def observed_rate(before: float | None, *, new: int, elapsed: timedelta | None, interval: timedelta) -> float | None:
    """The rate in articles a day, after a reading that brought `new` ones; None after the first reading.

    `elapsed`: the time since the reading before.

    An average that forgets exponentially (https://en.wikipedia.org/wiki/Exponential_smoothing). It starts from the
    rate for which `adapted_interval` is the owner's interval, so that a source leaves it only with evidence.
    """
    if elapsed is None:
        return None
    if before is None:
        before = NEWS_PER_READING * (DAY / interval)
    span = max(elapsed / RATE_MEMORY, 1e-9)
    return before * math.exp(-span) + new * -math.expm1(-span) / span * (DAY / RATE_MEMORY)


def next_check(
    now: datetime,
    interval: timedelta,
    *asked: timedelta | None,
    skip_hours: Collection[int] = (),
    skip_days: Collection[int] = (),
) -> datetime:
    """`interval` from `now`; later if the server `asked` for it, or wants no visits in that hour (UTC) or weekday."""
    wait = max(interval, min(max((wait for wait in asked if wait), default=interval), MAX_WAIT))
    moment = now + wait
    latest = max(moment, now + MAX_WAIT)
    while moment < latest and (moment.hour in skip_hours or moment.weekday() in skip_days):
        next_hour = moment.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        moment = min(next_hour, latest)
    return moment


def backed_off(interval: timedelta, failures: int, *, jitter: float) -> timedelta:
    """The exponential backoff after `failures` in a row (at least one): the interval, doubled for each but the first.

    At most a day. `jitter` in [0, 1) spreads it by a quarter to either side, so that sources that failed together are
    not retried together.
    """
    doubled = min(interval * (1 << min(failures - 1, 20)), max(interval, MAX_WAIT))
    return min(doubled * (0.75 + jitter / 2), max(interval, MAX_WAIT))
