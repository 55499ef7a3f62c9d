"""Pictures for digests: fetched by the guarded client, checked and shrunk in the parser processes, kept as files.

Also draws cards for articles without one. Never raises for what a picture can cause: a picture that fails is left out,
and not retried for a while.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import uuid
from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Protocol, TypeVar, assert_never

from bot.errors import StoreError
from bot.models.articles import ParseFailed
from bot.models.digests import PictureRef, StoredPicture
from bot.models.fetching import Fetched, FetchFailed, FetchKind, FetchProblem, NotModified
from bot.models.pictures import Bars, PictureRejected, Rejection, Shrunk
from bot.models.ports import Clock, Fetcher
from bot.pictures.card_design import Card
from bot.pictures.tasks import draw_bars, draw_card, shrink
from bot.store import Store
from bot.web.sites import host_of

logger = logging.getLogger(__name__)

T = TypeVar("T")
_Maker = Callable[[], Awaitable[PictureRef | None]]

CONCURRENT_FETCHES = 8
DEADLINE_SECONDS = 30.0  # for all pictures that one call asks for
KEY_CHARACTERS = 32  # of the content's SHA-256: 128 bits
RETRY_FETCH_AFTER = timedelta(hours=1)
RETRY_REJECTED_AFTER = timedelta(days=1)
_PERMANENT = frozenset(
    {FetchProblem.GONE, FetchProblem.WRONG_TYPE, FetchProblem.TOO_LARGE, FetchProblem.BAD_URL, FetchProblem.REDIRECTS}
)


class Pool(Protocol):
    """Runs a pure function on foreign bytes in a process that can be killed (`bot.parsers.pool.ParserPool`)."""

    async def run(self, function: Callable[..., T], *args: Any, **kwargs: Any) -> T | ParseFailed: ...


class Thumbnails:
    """Turns addresses of pictures into pictures that Telegram accepts, each made once."""

    def __init__(self, *, store: Store, fetcher: Fetcher, pool: Pool, clock: Clock, folder: Path) -> None:
        self._store = store
        self._fetcher = fetcher
        self._pool = pool
        self._clock = clock
        self._folder = folder
        self._slots = asyncio.Semaphore(CONCURRENT_FETCHES)
        self._in_flight: dict[str, asyncio.Task[PictureRef | None]] = {}

    async def prepare(
        self, urls: Sequence[str], *, own: Collection[str] = (), deadline: float = DEADLINE_SECONDS
    ) -> dict[str, PictureRef]:
        """The pictures at these addresses that can be sent, by address; waits `deadline` seconds at most.

        `own`: those of the addresses that may lie on the owner's hosts (`for_owner` of `ports.Fetcher`).
        Fetches that miss the deadline continue, for the next call.
        """
        wanted = list(dict.fromkeys(url for url in urls if url))
        failed = await self._store.pictures.is_failed(wanted, now=self._clock.now())
        makers = {url: self._picture(url, for_owner=url in own) for url in wanted if url not in failed}
        return await self._all(makers, deadline)

    async def known(self, urls: Iterable[str]) -> dict[str, PictureRef]:
        """The pictures at these addresses that are stored already; fetches nothing."""
        stored = await self._store.pictures.by_url(list(urls))
        usable = await asyncio.to_thread(_usable, stored.values())
        return {url: picture.ref for url, picture in stored.items() if picture.ref.key in usable}

    async def cards(self, cards: Iterable[Card], *, deadline: float = DEADLINE_SECONDS) -> dict[Card, PictureRef]:
        """The drawn cards, each drawn once; one that fails is left out."""
        wanted = {card.address: card for card in cards}
        made = await self._all({address: self._card(card) for address, card in wanted.items()}, deadline)
        return {wanted[address]: ref for address, ref in made.items()}

    async def purge(self, *, before: datetime) -> int:
        """Delete the pictures made before then, and their files; returns how many. They are made anew when needed."""
        old = await asyncio.to_thread(_made_before, self._folder, before)
        await self._store.pictures.forget([path.stem for path in old])
        await asyncio.to_thread(_remove, old)
        return len(old)

    async def aclose(self) -> None:
        """Cancel what is being made."""
        tasks = list(self._in_flight.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _all(self, makers: Mapping[str, _Maker], deadline: float) -> dict[str, PictureRef]:
        """The pictures that these make, by address, without those that fail or are late; stored ones are reused."""
        # Those in flight first: they may end while the stored ones are read.
        tasks = {url: self._in_flight[url] for url in makers if url in self._in_flight}
        ready = await self.known(url for url in makers if url not in tasks)
        missing = {url: make for url, make in makers.items() if url not in ready and url not in tasks}
        tasks |= {url: self._task(url, make) for url, make in missing.items()}
        if tasks:
            await asyncio.wait(tasks.values(), timeout=deadline)
        made = {url: task.result() for url, task in tasks.items() if task.done() and not task.cancelled()}
        return {**ready, **{url: ref for url, ref in made.items() if ref is not None}}

    def _task(self, url: str, make: _Maker) -> asyncio.Task[PictureRef | None]:
        """The task that makes this picture: the one in flight, or a new one."""
        if url not in self._in_flight:
            task = asyncio.create_task(self._make(url, make))
            self._in_flight[url] = task
            task.add_done_callback(lambda _: self._in_flight.pop(url, None))
        return self._in_flight[url]

    async def _make(self, url: str, make: _Maker) -> PictureRef | None:
        try:
            return await make()
        except (StoreError, OSError) as error:
            logger.warning("picture not stored host=%s error=%s", host_of(url), error)
        except Exception:
            logger.exception("picture failed host=%s", host_of(url))
        return None

    async def chart(self, rows: Sequence[Bars], days: Sequence[str], *, language: str) -> bytes | None:
        """A chart of these rows as a PNG, for one message; None where it could not be drawn."""
        drawn = await self._pool.run(draw_bars, rows, days, language=language)
        return None if isinstance(drawn, ParseFailed) else drawn

    def _picture(self, url: str, *, for_owner: bool) -> _Maker:
        async def make() -> PictureRef | None:
            async with self._slots:
                return await self._fetch(url, for_owner=for_owner)

        return make

    def _card(self, card: Card) -> _Maker:
        async def make() -> PictureRef | None:
            drawn = await self._pool.run(draw_card, card)
            if isinstance(drawn, ParseFailed):
                logger.warning("card not drawn error=%s", drawn.reason)
                return None
            return await self._keep(card.address, drawn)

        return make

    async def _fetch(self, url: str, *, for_owner: bool) -> PictureRef | None:
        shrunk = await self._shrunk(url, for_owner=for_owner)
        if isinstance(shrunk, PictureRejected) and shrunk.reason is Rejection.BROKEN:
            shrunk = await self._shrunk(url, for_owner=for_owner)  # what broke on its way comes whole the next time
        match shrunk:
            case Shrunk():
                return await self._keep(url, shrunk)
            case PictureRejected():
                wait = RETRY_FETCH_AFTER if shrunk.reason is Rejection.BROKEN else RETRY_REJECTED_AFTER
                await self._record_failure(url, str(shrunk.reason), wait)
            case ParseFailed():
                await self._record_failure(url, shrunk.reason, RETRY_REJECTED_AFTER)
            case FetchFailed():
                wait = RETRY_REJECTED_AFTER if shrunk.reason in _PERMANENT else RETRY_FETCH_AFTER
                await self._record_failure(url, str(shrunk.reason), wait)
            case NotModified():
                await self._record_failure(url, "not-modified", RETRY_FETCH_AFTER)
            case _:
                assert_never(shrunk)
        return None

    async def _shrunk(
        self, url: str, *, for_owner: bool
    ) -> Shrunk | PictureRejected | ParseFailed | FetchFailed | NotModified:
        outcome = await self._fetcher.fetch(url, kind=FetchKind.PICTURE, for_owner=for_owner)
        return await self._pool.run(shrink, outcome.body) if isinstance(outcome, Fetched) else outcome

    async def _record_failure(self, url: str, reason: str, wait: timedelta) -> None:
        logger.info("picture left out host=%s error=%s", host_of(url), reason)
        await self._store.pictures.failed(url, until=self._clock.now() + wait)

    async def _keep(self, url: str, shrunk: Shrunk) -> PictureRef:
        key = hashlib.sha256(shrunk.jpeg).hexdigest()[:KEY_CHARACTERS]
        path = self._folder / key[:2] / f"{key}.jpg"
        await asyncio.to_thread(_write, path, shrunk.jpeg)
        ref = PictureRef(key=key, width=shrunk.width, height=shrunk.height, look=shrunk.look)
        await self._store.pictures.put(StoredPicture(ref=ref, path=str(path)), source_url=url)
        return ref


def _usable(pictures: Iterable[StoredPicture]) -> set[str]:
    """The keys of the pictures that Telegram holds, or whose file still exists."""
    return {picture.ref.key for picture in pictures if picture.file_id or Path(picture.path).is_file()}


def _made_before(folder: Path, before: datetime) -> list[Path]:
    """The files older than that, including partial ones that a crash left behind."""
    files = (path for path in folder.glob("??/*") if path.suffix in (".jpg", ".part"))
    return [path for path in files if path.stat().st_mtime < before.timestamp()]


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)


def _write(path: Path, data: bytes) -> None:
    """Write the file atomically."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(f".{uuid.uuid4().hex}.part")
    partial.write_bytes(data)
    partial.replace(path)
