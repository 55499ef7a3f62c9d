"""Where the time of loading posts goes: every stage alone, in one process, on the same posts."""

from __future__ import annotations

import asyncio
import pickle
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import TypeVar

from bot.ingest.folder import POSTS_PER_BATCH
from bot.ingest.plan import LANGUAGE_SAMPLE_CHARS, plan_folder
from bot.models.articles import ParsedArticle, ParseFailed
from bot.models.sources import FileStamp, Source, SourceKind, SourceSpec, SourceUpdate
from bot.parsers.batches import parse_posts
from bot.parsers.html.blocks import html_blocks
from bot.parsers.posts import archive
from bot.parsers.posts.front_matter import split_front_matter
from bot.store import Store
from bot.text.charset import decode_html
from bot.text.clean import without_controls
from summarizer import detect_language

MAX_POSTS = 2_000

S = TypeVar("S")
T = TypeVar("T")


def stages(folder: Path) -> None:
    """Print CPU milliseconds a post of each stage."""
    paths = list(islice(sorted(folder.rglob("*.md")), MAX_POSTS))
    names = _batches([str(path.relative_to(folder)) for path in paths])
    data = _stage("read the file", lambda batch: archive.read_files(folder, batch), names, each=len(paths))
    bodies = [body for batch in data for body in batch if isinstance(body, bytes)]
    texts = _stage("  bytes to text", lambda body: without_controls(decode_html(body)), bodies)
    parts = _stage("  front matter", split_front_matter, texts)
    _stage("  HTML to blocks", lambda part: html_blocks(part.body, "https://news.example/"), parts)
    parsed = _stage("parse, all of it", _parse, _batches(bodies), each=len(bodies))
    articles = [article for batch in parsed for article in batch if isinstance(article, ParsedArticle)]
    _stage("cross to a process and back", lambda article: pickle.loads(pickle.dumps(article)), articles)
    _stage(
        "  language",
        lambda article: detect_language(f"{article.title}\n{article.text[:LANGUAGE_SAMPLE_CHARS]}"),
        articles,
    )
    updates = _stage("plan, all of it", _plan, _batches(articles), each=len(articles))
    asyncio.run(_store(updates, len(articles)))


def _stage(name: str, step: Callable[[S], T], items: Sequence[S], *, each: int = 0) -> list[T]:
    before = time.process_time()
    made = [step(item) for item in items]
    _print(name, time.process_time() - before, each or len(items))
    return made


def _print(name: str, seconds: float, each: int) -> None:
    print(f"  {name:<56}{1000 * seconds / each:>10.3f}", flush=True)


def _batches(items: Sequence[S]) -> list[Sequence[S]]:
    return [items[start : start + POSTS_PER_BATCH] for start in range(0, len(items), POSTS_PER_BATCH)]


def _parse(bodies: Sequence[bytes]) -> list[ParsedArticle | ParseFailed]:
    return parse_posts([("post", body) for body in bodies], link=None)


def _plan(articles: Sequence[ParsedArticle]) -> SourceUpdate:
    now = datetime.now(UTC)
    spec = SourceSpec(name="posts", kind=SourceKind.FOLDER, location="/posts")
    stamps = [FileStamp(path=article.key, size=1, mtime_ns=1) for article in articles]
    source = Source(id=1, spec=spec, next_check_at=now)
    return plan_folder(source, articles, stamps, {}, now=now, interval=timedelta(minutes=15))


async def _store(updates: Sequence[SourceUpdate], count: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        async with Store.open(Path(name) / "tidings.db") as store:
            spec = SourceSpec(name="posts", kind=SourceKind.FOLDER, location="/posts")
            await store.sources.add(spec, now=datetime.now(UTC))
            before = time.process_time()
            for update in updates:
                await store.sources.apply(update)
            _print("store and index", time.process_time() - before, count)
