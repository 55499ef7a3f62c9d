"""Reads the links people send: within quotas, each address once a day, a few at a time.

Keeps what it read in memory only; a restart forgets it and reads again.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.chat.quotas import Limit, Quotas
from bot.ingest.load import LinkRefused
from bot.models.articles import ParsedArticle
from bot.models.ports import Clock
from bot.web.sites import address_key
from bot.web.urls import canonical_url

USER_LIMITS = (Limit(count=5, seconds=600), Limit(count=30, seconds=86_400))
GROUP_LIMITS = (Limit(count=10, seconds=600),)
RESIZE_LIMITS = (Limit(count=20, seconds=600),)  # "longer", "shorter", "read here": the page is read already
NOTICE_LIMITS = (Limit(count=1, seconds=60),)
QUEUE_LENGTH = 20
AT_ONCE = 3
READ_SECONDS = 86_400.0  # how long a page that was read is kept
FAILED_SECONDS = 600.0
MAX_KEPT = 200

ReadLink = Callable[[str], Awaitable[ParsedArticle | LinkRefused]]


class Busy(StrEnum):
    """Why a link is not read now; each has a text (`chat-link-…`)."""

    ONE_AT_A_TIME = "one-at-a-time"
    TOO_MANY = "too-many"
    QUEUE_FULL = "queue-full"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    answer: ParsedArticle | LinkRefused
    until: float  # monotonic seconds


class LinkDesk:
    """One desk for all chats: `admit` says whether there is room, `read` reads."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._quotas = Quotas()
        self._users: set[int] = set()
        self._room = asyncio.Semaphore(AT_ONCE)
        self._kept: OrderedDict[str, _Kept] = OrderedDict()
        self._reading: dict[str, asyncio.Task[ParsedArticle | LinkRefused]] = {}

    def admit(self, *, user_id: int, group_id: int | None, resize: bool = False) -> Busy | None:
        """Take a user's request (in a group) until `leave`, or say why not; a refusal counts nothing."""
        if user_id in self._users:
            return Busy.ONE_AT_A_TIME
        if len(self._users) >= QUEUE_LENGTH:
            return Busy.QUEUE_FULL
        wants: list[tuple[Hashable, Sequence[Limit]]] = [(("user", user_id), USER_LIMITS)]
        if resize:
            wants = [(("resize", user_id), RESIZE_LIMITS)]
        if group_id is not None and not resize:
            wants.append((("group", group_id), GROUP_LIMITS))
        if self._quotas.take(wants, now=self._clock.monotonic()) is not None:
            return Busy.TOO_MANY
        self._users.add(user_id)
        return None

    def leave(self, user_id: int) -> None:
        """The request of an admitted user is answered."""
        self._users.discard(user_id)

    def may_notify(self, user_id: int) -> bool:
        """Whether a refusal is told: once a minute, the others are silent."""
        return self._quotas.take([(("notice", user_id), NOTICE_LIMITS)], now=self._clock.monotonic()) is None

    async def read(self, url: str, read_link: ReadLink, *, for_owner: bool = False) -> ParsedArticle | LinkRefused:
        """The article behind `url`; those who ask for the same address at once share one reading.

        What was read `for_owner`, who may see more, is not shown to others.
        """
        address = canonical_url(url)
        key = f"{'owner' if for_owner else 'anybody'} {address_key(address) if address else url}"
        now = self._clock.monotonic()
        kept = self._kept.get(key)
        if kept is not None and kept.until > now:
            return kept.answer
        task = self._reading.get(key)
        if task is None:
            task = asyncio.create_task(self._read(key, url, read_link), name="read link")
            self._reading[key] = task
            task.add_done_callback(lambda _: self._reading.pop(key, None))
        return await asyncio.shield(task)

    async def _read(self, key: str, url: str, read_link: ReadLink) -> ParsedArticle | LinkRefused:
        async with self._room:
            answer = await read_link(url)
        keep = READ_SECONDS if isinstance(answer, ParsedArticle) else FAILED_SECONDS
        self._kept[key] = _Kept(answer=answer, until=self._clock.monotonic() + keep)
        self._kept.move_to_end(key)
        while len(self._kept) > MAX_KEPT:
            self._kept.popitem(last=False)
        return answer
