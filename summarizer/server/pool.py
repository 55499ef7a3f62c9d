"""Which of several servers gets the next request (pure): the healthy one with the fewest in flight.

A server that fails gets no request for a backoff, which doubles with each failure in a row; then one request probes it.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from summarizer.server.shortfalls import Shortfall
from summarizer.server.wire import Dialect, Failure, Problem

MAX_BACKOFF_SECONDS = 60.0
REMEMBERED_ANSWERS = 20
MAX_RETRY_AFTER_SECONDS = 300.0


@dataclass(slots=True, kw_only=True, eq=False)
class Server:
    """One address and its health. `failures` counts those in a row; `failure` is the last of them.

    `input_tokens` is how much of an article its model's context takes, once that has shown to be too small; `lately`
    says what was wrong with each of the last answers.
    """

    url: str
    input_tokens: int | None = None
    lately: deque[Shortfall | None] = field(default_factory=lambda: deque(maxlen=REMEMBERED_ANSWERS))
    dialect: Dialect = field(default_factory=Dialect)
    in_flight: int = 0
    failures: int = 0
    failure: Failure | None = None
    backoff_until: float = 0.0
    trying: bool = False  # one request is finding out whether it works again
    generation: int = 0  # counts changes between healthy and failing: a request sent before the last one proves nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease:
    """One request's slot at a server, until `settle` or `release`."""

    server: Server
    generation: int
    trial: bool


class ServerPool:
    """Leases slots at servers and applies backoff. `now` is a monotonic clock in seconds."""

    def __init__(self, urls: Sequence[str], *, in_flight: int, backoff_seconds: float) -> None:
        self.servers = tuple(Server(url=url) for url in urls)
        self._in_flight = in_flight
        self._backoff_seconds = backoff_seconds

    def take(self, now: float, *, tried: Collection[str] = ()) -> Lease | None:
        """Lease a slot, at a server not in `tried` if there is one; None if no slot is free."""
        free = [server for server in self.servers if self._is_free(server, now)]
        if not free:
            return None
        server = min(free, key=lambda each: (each.url in tried, each.in_flight, each.failures))
        trial = server.failures > 0
        server.in_flight += 1
        server.trying = server.trying or trial
        return Lease(server=server, generation=server.generation, trial=trial)

    def release(self, lease: Lease) -> None:
        """Return the slot; the health of the server stays as it is."""
        lease.server.in_flight -= 1
        if lease.trial:
            lease.server.trying = False

    def settle(self, lease: Lease, failure: Failure | None, now: float) -> None:
        """Return the slot and record the outcome; `failure` is the server's own, not the request's."""
        self.release(lease)
        if lease.generation == lease.server.generation:
            self.note(lease.server, failure, now)

    def note(self, server: Server, failure: Failure | None, now: float) -> None:
        """Record that a server works, or that it failed: then it backs off."""
        if failure is None and not server.failures:
            return
        server.generation += 1
        if failure is None:  # it may have been started anew, with another context
            server.input_tokens = None
            server.lately.clear()
        server.failure = failure
        server.failures = server.failures + 1 if failure else 0
        server.backoff_until = now + self._backoff(failure, server.failures) if failure else now

    def wakes_at(self) -> float:
        """Time at which the first backoff ends; 0 if a server works but is full."""
        return min(server.backoff_until if server.failures and not server.trying else 0.0 for server in self.servers)

    def outage(self, now: float) -> tuple[Server, Failure] | None:
        """The first server and its failure if every server is down; a busy server is not."""
        for server in self.servers:
            if server.failure is None or server.backoff_until <= now or server.failure.problem is Problem.BUSY:
                return None
        first = self.servers[0]
        assert first.failure is not None
        return first, first.failure

    def _is_free(self, server: Server, now: float) -> bool:
        if server.failures:
            return server.backoff_until <= now and not server.trying
        return server.in_flight < self._in_flight

    def _backoff(self, failure: Failure, failures: int) -> float:
        if failure.retry_after is not None:
            return min(failure.retry_after, MAX_RETRY_AFTER_SECONDS)
        if not failure.passes:
            return MAX_BACKOFF_SECONDS
        return min(math.ldexp(self._backoff_seconds, min(failures - 1, 30)), MAX_BACKOFF_SECONDS)
