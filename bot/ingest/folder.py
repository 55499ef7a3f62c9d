"""Reads a folder of posts: walks it, parses the changed files in the pool, batch by batch in order, and stores them.

Holds the files of one batch in memory, and of the other changed ones only the names; unchanged files are not opened.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Iterator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import islice
from pathlib import Path, PurePosixPath

from bot.ingest.file_spec import kept_off, own_interval
from bot.ingest.identify import identify_posts
from bot.ingest.plan import plan_folder
from bot.ingest.reports import SourceReport, Trouble, read_report, would_apply
from bot.models.articles import ParsedArticle, ParseFailed
from bot.models.ports import Clock
from bot.models.sources import Applied, FileStamp, Source
from bot.parsers.batches import parse_posts
from bot.parsers.pool import ParserPool
from bot.parsers.posts import archive
from bot.store import Store

POSTS_PER_BATCH = 200
BYTES_PER_BATCH = 4_000_000
BATCHES_AHEAD = 2  # parsed while one is stored
FILES_PER_LOOK = 2000  # whose stamps are compared at a time


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

    async def read(self, source: Source, *, stores: bool) -> SourceReport | Trouble:
        """Read the files that changed since the last reading; without `stores` read all files and store nothing.

        Returns Trouble if the folder cannot be walked.
        """
        root = Path(source.spec.location)
        walk = archive.Walk(root)
        changed = await self._changed(source, walk, stores=stores)
        unchanged = walk.files - len(changed)
        if walk.problem:
            return Trouble(text_key="load-folder-unreadable", detail=walk.problem)
        problems = sorted(f"{stamp.path}: {stamp.problem}" for stamp in walk.skipped)
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
        total = Applied(new_ids=tuple(new_ids), updated=updated, known=known)
        return read_report(source.spec.name, total, unchanged=unchanged, skipped=len(problems), notes=problems)

    async def _changed(self, source: Source, walk: archive.Walk, *, stores: bool) -> list[bytes]:
        """The new and changed files, newest first."""
        changed: list[bytes] = []
        files = walk.stamps()
        while some := await asyncio.to_thread(lambda: list(islice(files, FILES_PER_LOOK))):
            news = await self._store.sources.changed(source.id, some) if stores else some
            changed.extend(map(archive.packed, news))
        changed.sort(reverse=True)  # taken from the end, which frees the memory
        return changed

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
        read = await asyncio.to_thread(lambda: [archive.read_file(root, stamp.path) for stamp in files])
        return _Batch(files=files, read=read, found=await self._parse_posts(files, read, link=link))

    async def _parse_posts(
        self, files: Sequence[FileStamp], read: Sequence[bytes | ParseFailed], *, link: str | None
    ) -> list[ParsedArticle | ParseFailed]:
        """The files' articles in order. A batch that kills its worker is tried again post by post."""
        posts = [
            (PurePosixPath(stamp.path).stem, data)
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
            completes=completes,
        )
        update = kept_off(source.spec, replace(update, gone_files=tuple(gone)))
        applied = await self._store.sources.apply(update) if stores else would_apply(update, known)
        return replace(applied, known=applied.known + len(articles) - len(update.articles))

    async def _gone(self, source: Source, files: Sequence[FileStamp]) -> list[str]:
        """Paths of files that held these articles and no longer exist: they were renamed."""
        keys = [stamp.article_key for stamp in files if stamp.article_key]
        others = set(await self._store.sources.holding(source.id, keys)) - {stamp.path for stamp in files}
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


def _stamps(batch: _Batch) -> list[FileStamp]:
    """What to remember; nothing of files that could not be opened: they may be readable next time, unchanged."""
    return [
        replace(stamp, problem=result.reason) if isinstance(result, ParseFailed) else stamp
        for stamp, data, result in zip(batch.files, batch.read, batch.found, strict=True)
        if isinstance(data, bytes)
    ]
