"""Whatever a feed repeats or lacks: each new item is told once, and no old one twice."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import cycle
from typing import Any

import pytest
from sqlite_utils import Database

from bot.ingest.load import Loader
from bot.models.fetching import Fetched
from bot.models.sources import SourceKind, SourceSpec
from bot.parsers.pool import ParserPool
from bot.store import Store
from tests.fakes import FakeClock
from tests.ingest.feeds_of_every_kind import KINDS, TITLES, Item, Kind, an_item, as_atom, as_json, as_rss

FORMATS = {"rss": as_rss, "atom": as_atom, "json": as_json}
ROUNDS = 5
SIZES = ((1, 1), (1, 8), (3, 3))  # how many items the feed lists at first, and at most
Shape = tuple[str, bool, tuple[int, int]]  # format, whether entries are dated, size
SHAPES: list[Shape] = [(form, dated, size) for form in FORMATS for dated in (True, False) for size in SIZES]
EDITS = ("title", "text", "date")
# Each entry of such a feed is another one by its guid and the same as all by its page: only its words, or the minute
# of its date, tell what it is. Whether other words are an edit or news, nobody can say; so they are news.
UNKNOWABLE = "guids that change, one link"


class InlinePool(ParserPool):
    """Parses in this process."""

    async def run(self, function: Any, *args: Any, **kwargs: Any) -> Any:
        return function(*args, **kwargs)


class OneFeed:
    """Serves one body at every address."""

    body = b""

    async def fetch(self, url: str, **_: Any) -> Fetched:
        return Fetched(url=url, body=self.body, content_type="application/xml")

    async def aclose(self) -> None:
        """Nothing is held."""


def a_loader(store: Store, clock: FakeClock, web: OneFeed) -> Loader:
    return Loader(
        store=store, fetcher=web, pool=InlinePool(), clock=clock, interval=timedelta(minutes=15), jitter=lambda: 0.5
    )


def edited(item: Item, what: str) -> Item:
    if what == "title":
        return replace(item, title=f"{item.title} again")
    if what == "text":
        return replace(item, text=f"{item.text} So it was said.")
    return replace(item, date=item.date + timedelta(minutes=3)) if item.date else item


def readings(*, dated: bool, first: int, most: int, edits: Sequence[str]) -> Iterator[tuple[list[Item], list[str]]]:
    """What the feed lists at each reading, newest first, and the titles of what is new in it.

    Before each new item the last one is edited, at every other time once more beside the new one.
    """
    items: list[Item] = []
    edit = cycle(edits or [""])

    def listed() -> list[Item]:
        return [replace(item, place=place) for place, item in enumerate(reversed(items[-most:]))]

    items += [an_item(number, dated=dated) for number in range(first)]
    yield listed(), [item.title for item in items[-most:]]
    for turn in range(ROUNDS):
        if edits:
            items[-1] = edited(items[-1], next(edit))
            yield listed(), []
            if most > 1 and turn % 2:
                items[-1] = edited(items[-1], next(edit))
        items.append(an_item(len(items), dated=dated))
        yield listed(), [items[-1].title]
    yield listed(), []


async def told(
    store: Store, loader: Loader, web: OneFeed, kind: Kind, name: str, form: str, **shape: Any
) -> tuple[list[list[str]], list[list[str]]]:
    """The titles that each reading brought, and those that it should have."""
    spec = SourceSpec(name=name, kind=SourceKind.FEED, location=f"https://poor.example/{abs(hash(name))}")
    await store.sources.add(spec, now=loader._clock.now())
    brought: list[list[str]] = []
    wanted: list[list[str]] = []
    for reading, (items, new) in enumerate(readings(**shape)):
        web.body = FORMATS[form](items, kind, reading)
        source = await store.sources.get(name)
        assert source is not None
        report = await loader.refresh(source)
        assert report.error is None
        brought.append(sorted(article.title for article in await store.articles.many(report.new_ids)))
        wanted.append(sorted(new))
    return brought, wanted


def shapes_of(kind: str) -> list[Shape]:
    """Three shapes of a kind, of each format and each size one; the next kind has the next ones."""
    number = list(KINDS).index(kind)
    return [(form, (number // 3 + at) % 2 == 0, SIZES[(number + at) % len(SIZES)]) for at, form in enumerate(FORMATS)]


def test_the_kinds_have_every_shape_between_them() -> None:
    assert {shape for kind in KINDS for shape in shapes_of(kind)} == set(SHAPES)


@pytest.mark.parametrize("kind", KINDS)
async def test_every_new_item_is_told_once_and_no_old_one_twice(store: Store, clock: FakeClock, kind: str) -> None:
    await assert_told(store, clock, kind, shapes_of(kind))


@pytest.mark.faults
@pytest.mark.parametrize("kind", KINDS)
async def test_so_it_is_in_every_shape(store: Store, clock: FakeClock, kind: str) -> None:
    await assert_told(store, clock, kind, SHAPES)


async def assert_told(store: Store, clock: FakeClock, kind: str, shapes: Sequence[Shape]) -> None:
    web = OneFeed()
    loader = a_loader(store, clock, web)
    for form, dated, (first, most) in shapes:
        name = f"{form}, {'dated' if dated else 'undated'}, {first} items, then {most} at most"
        edits = () if kind == UNKNOWABLE and not dated else EDITS
        brought, wanted = await told(
            store, loader, web, KINDS[kind], name, form, dated=dated, first=first, most=most, edits=edits
        )
        assert (name, brought) == (name, wanted)


def old_key(item: Item, kind: Kind, *, is_first: bool) -> str:
    """The key under which earlier versions stored one of two items."""
    guid, link = kind.guid(item, 0), (kind.link(item, 0) or "").partition("#")[0]
    key = guid or link
    if not key:
        content = f"{item.title}\n{item.text}"
        return hashlib.blake2b(content.encode(), digest_size=16).hexdigest()
    other = an_item(0, dated=False)
    other_key = kind.guid(other, 0) or (kind.link(other, 0) or "").partition("#")[0]
    return key if is_first or key != other_key else f"{key} {link or item.title}"


@pytest.mark.parametrize("kind", [kind for kind in KINDS if "change" not in kind])
@pytest.mark.parametrize("dated", [True, False])
async def test_what_an_earlier_version_stored_under_other_keys_is_not_told_anew(
    store: Store, clock: FakeClock, kind: str, dated: bool
) -> None:
    web = OneFeed()
    loader = a_loader(store, clock, web)
    spec = SourceSpec(name="Town", kind=SourceKind.FEED, location="https://poor.example/feed")
    source = await store.sources.add(spec, now=clock.now())
    items = [an_item(number, dated=dated) for number in range(2)]
    web.body = as_rss(items, KINDS[kind], 0)
    await loader.refresh(source)
    keys = [old_key(item, KINDS[kind], is_first=not number) for number, item in enumerate(items)]

    def age(db: Database) -> None:
        for number, key in enumerate(keys, start=1):
            db.execute("UPDATE articles SET key = ? WHERE id = ?", [key, number])
        for column in ("url", "url_key"):
            cut = f"substr({column}, 1, instr({column}, '#') - 1)"
            db.execute(f"UPDATE articles SET {column} = {cut} WHERE instr({column}, '#')")

    await store.sources._worker.write(age)
    web.body = as_rss([*items, an_item(2, dated=dated)], KINDS[kind], 1)
    report = await loader.refresh(await store.sources.get("Town") or source)
    assert [article.title for article in await store.articles.many(report.new_ids)] == [TITLES[2]]


@pytest.mark.parametrize("kind", ["one guid, no link", "one link", "neither guid nor link"])
async def test_each_letter_of_a_feed_of_one_entry_is_told_though_all_have_one_title(
    store: Store, clock: FakeClock, kind: str
) -> None:
    web = OneFeed()
    loader = a_loader(store, clock, web)
    spec = SourceSpec(name="Town", kind=SourceKind.FEED, location="https://poor.example/feed")
    source = await store.sources.add(spec, now=clock.now())
    brought = []
    for number in (0, 1, 1, 2):
        letter = replace(an_item(number, dated=False), title="Letter of the day")
        web.body = as_rss([letter], KINDS[kind], 0)
        brought.append(len((await loader.refresh(await store.sources.get("Town") or source)).new_ids))
    assert brought == [1, 1, 0, 1]
