"""Which pictures are chosen, and what becomes of odd ones: `python -m benchmarks.pictures [--data FOLDER]`.

Stories with pictures of every odd kind go through the whole bot (posts, choice, guarded client, parsers' processes,
digest, outbox) to the strict local Bot API of the tests: what each ends with, and how many are lost. With a folder
(posts/, feeds/, extract/) first the share of articles with a picture, and the choice on pages against gold.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import json
import logging
import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

import trafilatura

from benchmarks.odd_pictures import ODD, SHARED, Odd, a_site
from benchmarks.results import Result
from bot.app import run_bot
from bot.clock import SystemClock
from bot.config import load_settings
from bot.core import Core, open_core
from bot.models.articles import ParsedArticle, ParsedFeed
from bot.models.chats import DigestLook
from bot.models.sources import SourceKind, SourceSpec
from bot.parsers.feeds.xml_feed import parse_feed
from bot.parsers.pages.article import parse_page
from bot.parsers.posts.post import parse_post
from bot.text.clean import match_key
from tests.botapi import running_playground
from tests.fakes import a_chat

DIGEST_STORIES = 10
DIGEST_SECONDS = 90.0
POST = """---
title: '{title}'
categories: Digest {digest}
author: Odd News
date: {date}
---
<p>The harbour bridge opened on Monday. Thousands of people walked across it in the first hour.</p>
{images}
"""
_STORY = re.compile(r'(?:<img src="tg://photo\?id=([\w-]+)"/>)?<h4><a [^>]*>(Story \d+)</a>')
# What tells a photo in its address, whatever its size and host: a long number or name.
_TELLING = re.compile(r"[a-z0-9]*\d[a-z0-9]{5,}|[a-z0-9]{6,}\d[a-z0-9]*|[a-z]+(?:-[a-z0-9]+){3,}")


async def odd_pictures() -> int:
    """Print what each odd kind ends with; the bot gets 90 seconds for all digests. Gives how many stories were lost."""
    agency = next(at for at, odd in enumerate(ODD) if "agency" in odd.name)  # shown first: the newest comes first
    stories = [*ODD[:agency], *SHARED, *ODD[agency:]]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        async with running_playground() as api, a_site() as host:
            _write_posts(folder / "posts", stories, host)
            settings = load_settings(
                telegram_api_url=api.url,
                telegram_bot_token=api.token,
                data_dir=folder / "data",
                fetch_trusted_hosts=host,
                digest_max_stories=DIGEST_STORIES,
                summary_engine="extractive",
            )
            stop, started = asyncio.Event(), asyncio.Event()
            async with open_core(settings, clock=SystemClock()) as core:
                spec = SourceSpec(name="Posts", kind=SourceKind.FOLDER, location=str(folder / "posts"))
                await core.store.sources.sync([spec], now=core.clock.now())
                await core.loader.refresh_due()
                running = asyncio.create_task(run_bot(core, stop=stop, on_started=started.set))
                await started.wait()
                # The compact look has no cards, which repeat a title.
                await core.store.chats.save(a_chat(api.me, next_digest_at=None, look=DigestLook.PICTURES))
                for digest in sorted({_digest_of(at) for at in range(len(stories))}):
                    await api.user_says(f"/subscribe Digest {digest}")
                await api.user_says("/digest")
                told: dict[str, str | None] = {}

                def is_all_told() -> bool:
                    for call in api.calls:
                        if call.method == "sendRichMessage" and call.status == 200:
                            html = json.loads(call.params["rich_message"])["html"]
                            told.update((title, key or None) for key, title in _STORY.findall(html))
                    return len(told) == len(stories)

                lost = False
                try:
                    await api.wait_for(is_all_told, seconds=DIGEST_SECONDS)
                except TimeoutError:
                    lost = True
                await _print_ends(core, stories, told, host)
                print(f"{'lost':<40}{len(stories) - len(told)}{' (time is over)' if lost else ''}")
                stop.set()
                await running
                return len(stories) - len(told)


def measure() -> list[Result]:
    """Whether stories with odd pictures are lost."""
    logging.disable(logging.CRITICAL)
    return [Result(name="stories with odd pictures that were lost", value=asyncio.run(odd_pictures()), unit="", goal=0)]


def _digest_of(at: int) -> int:
    return at // DIGEST_STORIES + 1


def _write_posts(folder: Path, stories: list[Odd], host: str) -> None:
    folder.mkdir()
    date = format_datetime(datetime.now(UTC), usegmt=True)
    for at, odd in enumerate(stories):
        images = "\n".join(f'<img src="{_url(path, host)}">' for path in odd.paths)
        post = POST.format(title=f"Story {at}", digest=_digest_of(at), date=date, images=images)
        (folder / f"{at}.md").write_text(post, "utf-8")


def _url(path: str, host: str) -> str:
    return "http://10.0.0.1/photo.jpg" if path == "private" else f"http://{host}/{path}"


async def _print_ends(core: Core, stories: list[Odd], told: dict[str, str | None], host: str) -> None:
    ends: Counter[str] = Counter()
    for at, odd in enumerate(stories):
        urls = [_url(path, host) for path in odd.paths]
        known = await core.store.pictures.by_url(urls)
        keys = [known[url].ref.key if url in known else "" for url in urls]
        title = f"Story {at}"
        key = told.get(title)
        if title not in told:
            end = "lost"
        elif key is None:
            end = "text alone"
        else:
            end = "a card" if key not in keys else "its own" if key == keys[0] else "its next"
        ends[end] += 1
        print(f"{odd.name:<40}{end:<12}{'' if end == odd.ends else f'   but should be {odd.ends}'}")
    print("\n" + ", ".join(f"{end} {count}" for end, count in ends.most_common()))


def shares(data: Path) -> None:
    """Print how many posts, feed entries and pages have a picture."""
    print(f"{'':<28}{'articles':>9}{'name one':>10}{'chosen':>8}{'more':>7}")
    for folder in sorted(path for path in (data / "posts").iterdir() if path.is_dir()):
        files = [path for path in folder.rglob("*") if path.suffix in (".md", ".markdown", ".txt")]
        read = [(path.read_bytes(), path.stem) for path in files if path.is_file()]
        _print_share(f"posts/{folder.name}", ((body, parse_post(body, stem=stem)) for body, stem in read))
    feeds = (path.read_bytes() for path in sorted((data / "feeds").rglob("*")) if path.is_file())
    parsed = (parse_feed(body, url="https://example.org/feed") for body in feeds)
    entries = (entry for feed in parsed if isinstance(feed, ParsedFeed) for entry in feed.articles)
    _print_share("feeds", ((b"", entry) for entry in entries))
    pages = [gzip.decompress(path.read_bytes()) for path in sorted((data / "extract/scrapinghub/html").glob("*.gz"))]
    _print_share("pages", ((page, parse_page(page, url="https://example.org/")) for page in pages))


def _print_share(name: str, articles: Iterable[tuple[bytes, object]]) -> None:
    count: Counter[str] = Counter()
    for body, article in articles:
        if isinstance(article, ParsedArticle):
            named = any(block.kind == "picture" and block.url for block in article.blocks)
            count["all"] += 1
            count["named"] += named or re.search(rb"^thumbnail: *['\"]?[^\s'\"]", body, re.MULTILINE) is not None
            count["chosen"] += article.thumbnail_url is not None
            count["more"] += bool(article.more_pictures)
    print(f"{name:<28}{count['all']:>9}{count['named']:>10}{count['chosen']:>8}{count['more']:>7}")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPage:
    """A page, and the addresses of the picture that its article leads with, or of all its pictures."""

    origin: str
    body: bytes
    url: str
    pictures: tuple[str, ...]


def gold_pages(folder: Path) -> Iterator[GoldPage]:
    """The pages of `extract/` whose gold names pictures."""
    tests = folder / "fundus/tests/resources/parser/test_data"
    for path in sorted(tests.glob("*/*.html.gz")):
        gold = path.parent / f"{path.name.split('_')[0]}.json"
        body = gzip.decompress(path.read_bytes())
        pictures = _fundus_pictures(body, json.loads(gold.read_text("utf-8"))) if gold.exists() else ()
        if pictures:
            yield GoldPage(origin="fundus", body=body, url="https://example.org/", pictures=pictures)
    for path in sorted((folder / "newspaper4k/tests/data/html").glob("*.html")):
        gold = path.parents[1] / "metadata" / f"{path.stem}.json"
        values = json.loads(gold.read_text("utf-8")) if gold.exists() else {}
        if values.get("top_image"):
            yield GoldPage(
                origin="newspaper4k", body=path.read_bytes(), url=values["url"], pictures=(values["top_image"],)
            )
    for path in sorted((folder / "goose3/tests/data").glob("*/*.html")):
        gold = path.with_suffix(".json")
        expected = json.loads(gold.read_text("utf-8")).get("expected", {}) if gold.exists() else {}
        top = expected.get("top_image") if isinstance(expected, dict) else None
        if isinstance(top, dict) and top.get("src"):
            yield GoldPage(origin="goose3", body=path.read_bytes(), url="http://go.com/bla", pictures=(top["src"],))


def _fundus_pictures(body: bytes, gold: dict[str, dict[str, object]]) -> tuple[str, ...]:
    """The pictures of the gold version that this page is: the one with its title."""
    text = match_key(body.decode("utf-8", "replace"))
    for version in gold.values():
        images = version.get("images")
        if isinstance(images, list) and match_key(str(version.get("title"))) in text:
            cover = [image for image in images if image.get("is_cover")] or images
            return tuple(item["url"] for image in cover for item in image["versions"])
    return ()


def choices(data: Path) -> None:
    """Print how often the picture chosen for a page is that of the gold, beside trafilatura's."""
    counts: dict[str, Counter[str]] = {}
    for page in gold_pages(data / "extract"):
        count = counts.setdefault(page.origin, Counter())
        parsed = parse_page(page.body, url=page.url)
        article = parsed if isinstance(parsed, ParsedArticle) else None
        ours = [url for url in (article.thumbnail_url, *article.more_pictures) if url] if article else []
        found = trafilatura.extract_metadata(page.body.decode("utf-8", "replace"))
        theirs = [found.image] if found is not None and found.image else []
        count["pages"] += 1
        count["ours"] += bool(ours)
        count["theirs"] += bool(theirs)
        count["ours right"] += _is_one_of(ours[:1], page.pictures)
        count["ours right later"] += _is_one_of(ours, page.pictures)
        count["theirs right"] += _is_one_of(theirs, page.pictures)
    names = ("pages", "ours", "ours right", "ours right later", "theirs", "theirs right")
    print(f"\n{'':<14}" + "".join(f"{name:>18}" for name in names))
    for origin, count in counts.items():
        print(f"{origin:<14}" + "".join(f"{count[name]:>18}" for name in names))


def _is_one_of(urls: Iterable[str], gold: Iterable[str]) -> bool:
    wanted = {what for url in gold for what in _telling(url)}
    return any(not wanted.isdisjoint(_telling(url)) for url in urls)


def _telling(url: str) -> set[str]:
    """What the address says of the photo itself: its path without suffix, and the long names in it."""
    path = unquote(urlsplit(url).path).lower()
    return {path.rpartition(".")[0] or path, *_TELLING.findall(f"{path} {unquote(urlsplit(url).query).lower()}")}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="a folder with posts/, feeds/ and extract/")
    data = parser.parse_args().data
    logging.disable(logging.CRITICAL)
    if data is not None:
        shares(data)
        choices(data)
        print()
    asyncio.run(odd_pictures())


if __name__ == "__main__":
    main()
