"""The circuit breaker of one bot: how far sending can be trusted. Pure: time comes in as monotonic seconds.

A whole outage shows as failures in a row: digests pause until a probe is answered. A partial one, in which some sends
fail and the probe is answered, shows in the latest outcomes: then one message at a time is risked, first those
that were not sent before. A message in doubt is risked again when sends have succeeded, or nothing failed for a while.
"""

from __future__ import annotations

from collections import deque

TROUBLE_LIMIT = 5  # failures in a row that open the circuit
TROUBLE_PAUSE_SECONDS = (5.0, 10.0, 20.0, 40.0, 60.0)

OUTCOMES = 20  # the latest sends, by which a partial outage is judged
UNSURE_DOUBTS = 5  # so many of them in doubt: a partial outage
SURE_SUCCESSES = 10  # so many in a row: it is over
FEW_DOUBTS_SHARE = 0.15  # answers that get lost now and then are no outage
QUIET_SECONDS = 180.0  # without a doubt, after which a message in doubt is risked; doubles each time that is too early
LONGEST_QUIET_SECONDS = 3600.0
CANARY_SECONDS = 1.0  # between messages that are sent one at a time


class Circuit:
    """Told of every outcome by `took`, `failed` and `answered`; asked before messages are risked."""

    def __init__(self) -> None:
        self._failures = self._pauses = 0
        self._paused_until = self._last_doubt = float("-inf")
        self._in_doubt: deque[bool] = deque(maxlen=OUTCOMES)
        self._unsure = False
        self._quiet = QUIET_SECONDS

    @property
    def failures(self) -> int:
        """How many sends in a row got no answer from Telegram."""
        return self._failures

    @property
    def in_trouble(self) -> bool:
        """Whether nothing is answered: no digest is sent before a probe is."""
        return self._failures >= TROUBLE_LIMIT

    @property
    def opens_at(self) -> float:
        """Until when no digest is sent."""
        return self._paused_until

    def one_at_a_time(self, *, now: float) -> bool:
        """Whether messages are risked one by one."""
        return self._unsure or self._has_doubts(now)

    def may_resend(self, *, now: float) -> bool:
        """Whether a message that may have arrived is risked once more."""
        return not self.one_at_a_time(now=now) or now >= self._last_doubt + self._quiet

    def risked(self, *, now: float) -> None:
        """Note that messages were taken for sending; while one at a time goes, the next waits."""
        if self.one_at_a_time(now=now):
            self._paused_until = max(self._paused_until, now + CANARY_SECONDS)

    def took(self) -> None:
        """Note a send that Telegram answered for sure."""
        self._in_doubt.append(False)
        lately = list(self._in_doubt)[-SURE_SUCCESSES:]
        if len(lately) == SURE_SUCCESSES and not any(lately):
            if self._unsure:
                self._in_doubt = deque(lately, maxlen=OUTCOMES)
                self._pauses, self._paused_until = 0, float("-inf")
            self._unsure, self._quiet = False, QUIET_SECONDS
        self.answered()

    def answered(self) -> None:
        """Note that Telegram answers at all: a whole outage is over, a partial one need not be."""
        self._failures = 0
        if not self._unsure:
            self._pauses, self._paused_until = 0, float("-inf")

    def failed(self, *, now: float, in_doubt: bool) -> None:
        """Note a send without a clear answer. Failures after a pause make the next pause longer."""
        self._failures += 1
        if in_doubt:
            self._note_doubt(now)
        if (self.in_trouble or (in_doubt and self._unsure)) and now >= self._paused_until:
            self._paused_until = now + TROUBLE_PAUSE_SECONDS[min(self._pauses, len(TROUBLE_PAUSE_SECONDS) - 1)]
            self._pauses += 1

    def _note_doubt(self, now: float) -> None:
        if self._has_doubts(now) and now >= self._last_doubt + self._quiet:
            self._quiet = min(2 * self._quiet, LONGEST_QUIET_SECONDS)
        self._last_doubt = now
        self._in_doubt.append(True)
        self._unsure = self._unsure or sum(self._in_doubt) >= UNSURE_DOUBTS

    def _has_doubts(self, now: float) -> bool:
        doubts = sum(self._in_doubt) if now < self._last_doubt + LONGEST_QUIET_SECONDS else 0
        return doubts > 1 and doubts > FEW_DOUBTS_SHARE * len(self._in_doubt)
