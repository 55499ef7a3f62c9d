"""The seams to the outside: time, the web, Telegram. Real ones: `bot.clock`, `bot.web.fetch`, `bot.chat.sender`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from bot.models.digests import StoredPicture
from bot.models.fetching import Credentials, FetchKind, FetchOutcome
from bot.models.messages import OutboxMessage, SendResult


class Clock(Protocol):
    """The time. `now` is wall time in UTC; `monotonic` never goes back, in seconds."""

    def now(self) -> datetime: ...

    def monotonic(self) -> float: ...

    async def sleep(self, seconds: float) -> None: ...


class Fetcher(Protocol):
    """Fetches foreign addresses. Never raises for what a server or an address can cause.

    `for_owner`: the owner named the address, or a source of theirs on the same host did: it may lie on a host that
    FETCH_TRUSTED_HOSTS lets through. Addresses that anybody else names never do. `credentials` are for the address's
    own host alone: no redirect takes them elsewhere.
    """

    async def fetch(
        self,
        url: str,
        *,
        kind: FetchKind,
        etag: str | None = None,
        last_modified: str | None = None,
        for_owner: bool = False,
        credentials: Credentials | None = None,
    ) -> FetchOutcome: ...

    async def aclose(self) -> None: ...


class Sender(Protocol):
    """Sends one outbox message. Never raises for what Telegram or the network can cause.

    `pictures` holds the picture of every key the content names; those with a file_id are
    reused, the others uploaded from their files.
    """

    async def send(self, message: OutboxMessage, *, pictures: Mapping[str, StoredPicture]) -> SendResult: ...

    async def probe(self) -> bool:
        """Whether Telegram answers at all: a call that sends nothing."""
        ...
