"""Reads a folder of posts: walks it, parses the changed files in the pool, batch by batch in order, and stores them.

Holds the files of one batch in memory, and of the other changed ones only the names; unchanged files are not opened.
A file is remembered as read once its content was judged. One whose parser was ended (out of memory) is read again
later, at growing intervals, at once after a restart, and never given up.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Iterator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from posixpath import basename, splitext

from bot.ingest.file_spec import kept_off, own_interval
from bot.ingest.identify import identify_posts
from bot.ingest.intervals import backed_off
from bot.ingest.plan import plan_folder
from bot.ingest.reports import SourceReport, Trouble, read_report, would_apply
from bot.models.articles import ParsedArticle, ParseFailed
from bot.models.ports import Clock
from bot.models.sources import Applied, FileStamp, Source
from bot.parsers.batches import parse_posts
from bot.parsers.pool import CLOSED, NO_VERDICTS, ParserPool
from bot.parsers.posts import archive
from bot.store import Store

POSTS_PER_BATCH = 200
BYTES_PER_BATCH = 4_000_000
BATCHES_AHEAD = 2  # parsed while one is stored
RETRY_AFTER = timedelta(minutes=2)  # at the least; a folder may be looked at every second
FILES_PER_LOOK = 2000  # whose stamps are compared at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class _Retry:
    """A file that was not judged: how often in a row, why, and when it is read again."""

    stamp: FileStamp
    tries: int
    reason: str
    due_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class _Batch:
    """Files, the bytes of each, and the post that each holds; or why there is none."""

    files: Sequence[FileStamp]
    read: Sequence[bytes | ParseFailed]
    found: Sequence[ParsedArticle | ParseFailed]


class FolderReader:
    """Reads sources that are folders."""

    def __init__(self, *, store: Store, pool: ParserPool, clock: Clock, interval: timedelta) -> None:
        self._store = store
        self._pool = pool
        self._clock = clock
        self._interval = interval
        self._retries: dict[tuple[int, str], _Retry] = {}  # by source and path

    async def read(self, source: Source, *, stores: bool) -> SourceReport | Trouble:
        """Read the files that changed since the last reading; without `stores` read all files and store nothing.

        Returns Trouble if the folder cannot be walked.
        """
        root = Path(source.spec.location)
        walk = archive.Walk(root)
        changed, waiting = await self._changed(source, walk, stores=stores)
        unchanged = walk.files - len(changed) - len(waiting)
        if walk.problem:
            return Trouble(text_key="load-folder-unreadable", detail=walk.problem)
        problems = sorted(f"{stamp.path}: {stamp.problem}" for stamp in walk.skipped) + waiting
        new_ids: list[int] = []
        updated = known = 0
        left = len(changed)
        async with aclosing(self._parsed(root, changed, link=source.spec.link)) as batches:
            async for batch in batches:
                left -= len(batch.files)
                applied = await self._apply(source, batch, stores=stores, completes=not left)
                new_ids.extend(applied.new_ids)
                updated, known = updated + applied.updated, known + applied.known
                problems += _problems(batch)
                if stores:
                    self._note_retries(source, batch)
        total = Applied(new_ids=tuple(new_ids), updated=updated, known=known)
        return read_report(source.spec.name, total, unchanged=unchanged, skipped=len(problems), notes=problems)

    async def _changed(self, source: Source, walk: archive.Walk, *, stores: bool) -> tuple[list[bytes], list[str]]:
        """The new and changed files, newest first; and what is said of those that are read again later."""
        changed: list[bytes] = []
        waiting: list[str] = []
        files = walk.stamps()
        while some := await asyncio.to_thread(lambda: list(islice(files, FILES_PER_LOOK))):
            news = await self._store.post_files.changed(source.id, some, but_not=NO_VERDICTS) if stores else some
            for stamp in news:
                retry = self._retries.get((source.id, stamp.path)) if stores else None
                if retry and retry.stamp == stamp and retry.due_at > self._clock.now():
                    waiting.append(f"{stamp.path}: {retry.reason}")
                else:
                    changed.append(archive.packed(stamp))
        changed.sort(reverse=True)  # taken from the end, which frees the memory
        return changed, waiting

    def _note_retries(self, source: Source, batch: _Batch) -> None:
        """Remember which files were not judged, and forget those that were."""
        for stamp, result in zip(batch.files, batch.found, strict=True):
            before = self._retries.pop((source.id, stamp.path), None)
            if isinstance(result, ParseFailed) and not result.is_final:
                tries = before.tries + 1 if before and before.stamp == stamp else 1
                wait = backed_off(RETRY_AFTER, tries, jitter=0.5)
                self._retries[source.id, stamp.path] = _Retry(
                    stamp=stamp, tries=tries, reason=result.reason, due_at=self._clock.now() + wait
                )

    async def _parsed(self, root: Path, changed: list[bytes], *, link: str | None) -> AsyncGenerator[_Batch, None]:
        """The batches, oldest files first, while the next ones are parsed; at least one, which may be empty.

        So the newer of two files of one article is stored last. Takes the files from the list.
        """
        waiting: deque[asyncio.Task[_Batch]] = deque()
        try:
            for files in _batches(changed):
                waiting.append(asyncio.create_task(self._read_batch(root, files, link=link)))
                if len(waiting) > BATCHES_AHEAD:
                    yield await waiting.popleft()
            while waiting:
                yield await waiting.popleft()
        finally:
            for task in waiting:
                task.cancel()

    async def _read_batch(self, root: Path, files: Sequence[FileStamp], *, link: str | None) -> _Batch:
        read = await asyncio.to_thread(archive.read_files, root, [stamp.path for stamp in files])
        return _Batch(files=files, read=read, found=await self._parse_posts(files, read, link=link))

    async def _parse_posts(
        self, files: Sequence[FileStamp], read: Sequence[bytes | ParseFailed], *, link: str | None
    ) -> list[ParsedArticle | ParseFailed]:
        """The files' articles in order. A batch that kills its worker is tried again post by post."""
        posts = [
            (splitext(basename(stamp.path))[0], data)
            for stamp, data in zip(files, read, strict=True)
            if isinstance(data, bytes)
        ]
        parsed = await self._pool.run(parse_posts, posts, link=link) if posts else []
        if isinstance(parsed, ParseFailed):
            alone = [await self._pool.run(parse_posts, [post], link=link) for post in posts]
            parsed = [result if isinstance(result, ParseFailed) else result[0] for result in alone]
        results = iter(parsed)
        return [data if isinstance(data, ParseFailed) else next(results) for data in read]

    async def _apply(self, source: Source, batch: _Batch, *, stores: bool, completes: bool) -> Applied:
        files, found = await identify_posts(self._store, source, batch.files, batch.found)
        batch = replace(batch, files=files, found=found)
        gone = await self._gone(source, files) if stores else []
        articles = [result for result in batch.found if isinstance(result, ParsedArticle)]
        known = await self._store.sources.known(source.id, [article.key for article in articles])
        update = await asyncio.to_thread(
            plan_folder,
            source,
            articles,
            _stamps(batch),
            known,
            now=self._clock.now(),
            interval=own_interval(source.spec, self._interval),
            completes=completes and not any(map(_is_closed, batch.found)),
        )
        update = kept_off(source.spec, replace(update, gone_files=tuple(gone)))
        applied = await self._store.sources.apply(update) if stores else would_apply(update, known)
        return replace(applied, known=applied.known + len(articles) - len(update.articles))

    async def _gone(self, source: Source, files: Sequence[FileStamp]) -> list[str]:
        """Paths of files that held these articles and no longer exist: they were renamed."""
        keys = [stamp.article_key for stamp in files if stamp.article_key]
        others = set(await self._store.post_files.holding(source.id, keys)) - {stamp.path for stamp in files}
        root = Path(source.spec.location)
        return await asyncio.to_thread(lambda: [path for path in others if archive.is_gone(root, path)])


def _batches(changed: list[bytes]) -> Iterator[list[FileStamp]]:
    """Batches within the limits of files and bytes, or of one large file; the last one may be empty."""
    batch: list[FileStamp] = []
    size = 0
    while changed:
        stamp = archive.unpacked(changed.pop())
        size += stamp.size
        if batch and (size > BYTES_PER_BATCH or len(batch) == POSTS_PER_BATCH):
            yield batch
            batch, size = [], stamp.size
        batch.append(stamp)
    yield batch


def _problems(batch: _Batch) -> list[str]:
    return [
        f"{stamp.path}: {result.reason}"
        for stamp, result in zip(batch.files, batch.found, strict=True)
        if isinstance(result, ParseFailed)
    ]


def _is_closed(result: ParsedArticle | ParseFailed) -> bool:
    """Whether the pool was closed before a post was read: then the reading did not come to its end."""
    return isinstance(result, ParseFailed) and result.reason == CLOSED


def _stamps(batch: _Batch) -> list[FileStamp]:
    """What to remember; nothing of files that were not opened, or not judged: they may be readable another time."""
    return [
        replace(stamp, problem=result.reason) if isinstance(result, ParseFailed) else stamp
        for stamp, data, result in zip(batch.files, batch.read, batch.found, strict=True)
        if isinstance(data, bytes) and not (isinstance(result, ParseFailed) and not result.is_final)
    ]
