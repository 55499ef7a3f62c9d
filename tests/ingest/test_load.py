"""The loading steps with the real store, the real client, real parser processes and a real server on loopback."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.errors import SourceRejected, StoreError
from bot.ingest.file_spec import CHANNEL_MIN_INTERVAL, with_file_spec
from bot.ingest.folder import BYTES_PER_BATCH, POSTS_PER_BATCH
from bot.ingest.intervals import STORE_BACKOFF_SECONDS
from bot.ingest.load import SOURCES_AT_A_TIME, LinkRefused, Loader, SourceReport
from bot.ingest.reports import source_state
from bot.models.articles import ParsedArticle, ParseFailed
from bot.models.fetching import Credentials, Fetched, FetchFailed, FetchKind, FetchOutcome, FetchProblem, NotModified
from bot.models.ports import Fetcher
from bot.models.sources import Applied, FileStamp, Source, SourceKind, SourceSpec, SourceUpdate
from bot.parsers.pool import CLOSED, DIED, ParserPool
from bot.store import Store
from bot.web.fetch import HttpFetcher
from tests.fakes import NOON, FakeClock, a_new_article, an_update
from tests.parsers.feeds.channel_pages import NO_PUBLIC_PAGE, album, more, page, post
from tests.web_server import Reply, WebServer, serve

INTERVAL = timedelta(minutes=15)
SENTENCES = "The new bridge over the harbour opened on Monday. Thousands of people walked across it. " * 8


class InlinePool(ParserPool):
    """Parses in this process: quick; the pool's own tests prove the processes."""

    async def run(self, function: Any, *args: Any, **kwargs: Any) -> Any:
        return function(*args, **kwargs)


class ScriptedFetcher:
    """Gives the outcome set for an address."""

    def __init__(self, outcomes: dict[str, FetchOutcome]) -> None:
        self.outcomes = outcomes

    async def fetch(self, url: str, *, kind: FetchKind, **_: Any) -> FetchOutcome:
        return self.outcomes.get(url, FetchFailed(reason=FetchProblem.DNS))

    async def aclose(self) -> None:
        """Nothing is held."""


def a_loader(store: Store, clock: FakeClock, fetcher: Fetcher, pool: ParserPool | None = None) -> Loader:
    return Loader(
        store=store, fetcher=fetcher, pool=pool or InlinePool(), clock=clock, interval=INTERVAL, jitter=lambda: 0.5
    )


@pytest.fixture
async def web() -> AsyncIterator[WebServer]:
    async with serve() as server:
        yield server


@pytest.fixture
async def loader(store: Store, clock: FakeClock, web: WebServer) -> AsyncIterator[Loader]:
    fetcher = HttpFetcher(trusted_hosts=[web.trusted])
    yield a_loader(store, clock, fetcher)
    await fetcher.aclose()


def an_rss(*titles: str, head: str = "<title>Example News</title>") -> Reply:
    items = "".join(
        f"<item><title>{title}</title><guid>https://a.example/{title}</guid><description>{SENTENCES}</description>"
        f"<pubDate>Mon, 02 Mar 2026 11:00:00 GMT</pubDate></item>"
        for title in titles
    )
    body = f'<rss version="2.0"><channel>{head}{items}</channel></rss>'
    return Reply(body=body.encode(), content_type="application/rss+xml", headers={"ETag": f'"{len(titles)}"'})


def a_page(body: str = f"<article><h1>Harbour bridge opens</h1><p>{SENTENCES}</p></article>", head: str = "") -> Reply:
    html = f"<!DOCTYPE html><html><head><title>Harbour bridge opens</title>{head}</head><body>{body}</body></html>"
    return Reply(body=html.encode(), content_type="text/html")


def a_feed_spec(web: WebServer, path: str = "/feed", **changes: Any) -> SourceSpec:
    fields = {"name": path, "kind": SourceKind.FEED, "location": web.url(path), "category": ("World",)}
    return SourceSpec(**{**fields, **changes})


def a_folder_spec(folder: Path, **changes: Any) -> SourceSpec:
    return SourceSpec(**{"name": "Posts", "kind": SourceKind.FOLDER, "location": str(folder), **changes})


async def added(store: Store, spec: SourceSpec) -> Source:
    return await store.sources.add(spec, now=NOON)


async def _named(store: Store, name: str) -> Source:
    source = await store.sources.get(name)
    assert source is not None
    return source


async def again(store: Store, source: Source) -> Source:
    return await _named(store, source.spec.name)


def write_post(
    folder: Path,
    name: str,
    title: str,
    *,
    date: str = "2026-03-02 11:00:00",
    categories: str = "[World, Europe]",
    body: str = SENTENCES,
    more: str = "",
) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    front_matter = f"title: {title}\ndate: {date}\ncategories: {categories}\n{more}"
    path.write_text(f"---\n{front_matter}---\n\n<p>{body}</p>\n", "utf-8")
    return path


# --- feeds -------------------------------------------------------------------------------------


async def test_a_feed_is_read_once_and_then_only_its_news(store: Store, web: WebServer, loader: Loader) -> None:
    web.replies["/feed"] = an_rss("one", "two")
    source = await added(store, a_feed_spec(web))
    first = await loader.refresh(source)
    assert (first.new, first.known, first.updated, first.error) == (2, 0, 0, None)
    assert [article.title for article in await store.articles.many(first.new_ids)] == ["one", "two"]
    web.replies["/feed"] = an_rss("one", "two", "three")
    second = await loader.refresh(await again(store, source))
    assert (second.new, second.known) == (1, 2)
    assert web.requests[-1].headers["if-none-match"] == '"2"'
    web.replies["/feed"] = Reply(status=304)
    third = await loader.refresh(await again(store, source))
    assert third == SourceReport(name="/feed")
    assert NOON + INTERVAL / 2 <= (await again(store, source)).next_check_at <= NOON + INTERVAL


async def test_a_validator_of_the_future_that_is_stored_is_not_sent_back(
    store: Store, web: WebServer, loader: Loader
) -> None:
    web.replies["/feed"] = an_rss("one")
    source = replace(await added(store, a_feed_spec(web)), etag='"1"', last_modified="Tue, 03 Mar 2026 11:00:00 GMT")
    await loader.refresh(source)
    assert "if-modified-since" not in web.requests[-1].headers
    assert web.requests[-1].headers["if-none-match"] == '"1"'


async def test_one_bad_source_never_stops_the_others(store: Store, web: WebServer, loader: Loader) -> None:
    web.replies.update({"/good": an_rss("one"), "/page": a_page(), "/film": Reply(body=b"x", content_type="video/mp4")})
    for path in ("/good", "/page", "/film", "/none"):
        await added(store, a_feed_spec(web, path))
    heard: list[str] = []
    reports = await loader.refresh_due(on_report=lambda report: heard.append(report.name))
    found = {report.name: report for report in reports}
    assert sorted(heard) == sorted(found) == ["/film", "/good", "/none", "/page"]
    assert found["/good"].new == 1
    for path in ("/page", "/film", "/none"):
        assert found[path].error
        assert found[path].remedy
    failed = await store.sources.get("/none")
    assert failed is not None
    assert (failed.failures, failed.last_error) == (1, "There is nothing at that address: HTTP 404")
    assert failed.trouble == "fetch-problem-not-found"
    assert await loader.refresh_due() == []


async def test_a_site_that_hangs_holds_up_no_later_round(store: Store, clock: FakeClock) -> None:
    class Hanging(ScriptedFetcher):
        async def fetch(self, url: str, **_: Any) -> FetchOutcome:
            if url.endswith("/slow"):
                asked.set()
                await answer.wait()
            return FetchFailed(reason=FetchProblem.CONNECT)

    asked, answer = asyncio.Event(), asyncio.Event()
    loader = a_loader(store, clock, Hanging({}))
    await added(store, SourceSpec(name="slow", kind=SourceKind.FEED, location="https://example.org/slow"))
    first = asyncio.create_task(loader.refresh_due())
    await asked.wait()
    await added(store, SourceSpec(name="quick", kind=SourceKind.FEED, location="https://example.org/quick"))
    assert [report.name for report in await loader.refresh_due()] == ["quick"]
    answer.set()
    assert [report.name for report in await first] == ["slow"]
    assert loader._in_use == set()


async def test_a_site_with_many_sources_that_hang_leaves_room_for_others(store: Store, clock: FakeClock) -> None:
    class Hanging(ScriptedFetcher):
        async def fetch(self, url: str, **_: Any) -> FetchOutcome:
            if "slow.example" in url:
                asked.set()
                await answer.wait()
            return FetchFailed(reason=FetchProblem.CONNECT)

    asked, answer = asyncio.Event(), asyncio.Event()
    loader = a_loader(store, clock, Hanging({}))
    for number in range(SOURCES_AT_A_TIME + 1):
        address = f"https://slow.example/{number}"
        await added(store, SourceSpec(name=f"slow {number}", kind=SourceKind.FEED, location=address))
    hanging = asyncio.create_task(loader.refresh_due())
    await asked.wait()
    await added(store, SourceSpec(name="quick", kind=SourceKind.FEED, location="https://example.org/quick"))
    async with asyncio.timeout(10):
        assert [report.name for report in await loader.refresh_due()] == ["quick"]
    answer.set()
    assert len(await hanging) == SOURCES_AT_A_TIME + 1
    assert not loader._host_slots


async def test_a_bug_costs_one_source_alone(store: Store, clock: FakeClock, web: WebServer) -> None:
    class Broken(ScriptedFetcher):
        async def fetch(self, url: str, **_: Any) -> FetchOutcome:
            raise KeyError("bug")

    source = await added(store, a_feed_spec(web))
    loader = a_loader(store, clock, Broken({}))
    report = await loader.refresh(source)
    assert await loader.check(source) == report
    assert report.error == "An error in Tidings stopped the reading: KeyError"
    assert report.remedy
    put_off = await again(store, source)
    assert (put_off.failures, put_off.next_check_at) == (1, NOON + INTERVAL)


async def test_a_store_that_takes_nothing_is_reported_too(
    store: Store, loader: Loader, web: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(update: SourceUpdate) -> None:
        raise StoreError("database or disk is full")

    web.replies["/feed"] = an_rss("one")
    source = await added(store, a_feed_spec(web))
    monkeypatch.setattr(store.sources, "apply", full)
    report = await loader.refresh(source)
    assert report.error == "The new articles could not be stored: database or disk is full"
    assert report.remedy == "Check that the disk has room and that no other program holds the database."


async def test_no_site_is_asked_for_what_the_store_cannot_take(
    store: Store, clock: FakeClock, loader: Loader, web: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(update: SourceUpdate) -> None:
        raise StoreError("database or disk is full")

    web.replies["/feed"] = an_rss("one")
    await added(store, a_feed_spec(web))
    with monkeypatch.context() as on_a_full_disk:
        on_a_full_disk.setattr(store.sources, "apply", full)
        for _ in range(5):
            await loader.refresh_due()
            clock.advance(seconds=1)
    assert len(web.requests) == 1
    clock.advance(seconds=STORE_BACKOFF_SECONDS)
    [report] = await loader.refresh_due()
    assert report.new == 1


async def test_a_check_stores_nothing(store: Store, web: WebServer, loader: Loader) -> None:
    web.replies["/feed"] = an_rss("one", "two")
    source = await added(store, a_feed_spec(web))
    assert (await loader.check(source)).new == 2
    assert (await loader.check(a_feed_spec(web, "/none"))).error
    assert await store.articles.max_id() == 0
    await loader.refresh(source)
    checked = await loader.check(await again(store, source))
    assert (checked.new, checked.known) == (0, 2)
    assert "if-none-match" not in web.requests[-1].headers


async def test_a_feed_that_changes_its_guids_brings_nothing_twice(store: Store, web: WebServer, loader: Loader) -> None:
    def reply(mark: str, *titles: str) -> Reply:
        items = "".join(
            f"<item><title>{title}</title><link>https://a.example/changes</link><guid>{title}-{mark}</guid></item>"
            for title in titles
        )
        return Reply(body=f"<rss version='2.0'><channel>{items}</channel></rss>".encode(), content_type="text/xml")

    web.replies["/feed"] = reply("monday", "one", "two")
    source = await added(store, a_feed_spec(web))
    assert (await loader.refresh(source)).new == 2
    web.replies["/feed"] = reply("tuesday", "two", "three")
    report = await loader.refresh(await again(store, source))
    assert [article.title for article in await store.articles.many(report.new_ids)] == ["three"]


async def test_a_feed_that_changes_some_guids_brings_nothing_twice_beside_a_feed_with_the_same_articles(
    store: Store, web: WebServer, loader: Loader
) -> None:
    def reply(mark: str) -> Reply:
        items = "".join(
            f"<item><title>{title}</title><link>https://a.example/both</link><guid>{guid}</guid></item>"
            for title, guid in (("one", f"one-{mark}"), ("two", f"two-{mark}"), ("three", "three"))
        )
        return Reply(body=f"<rss version='2.0'><channel>{items}</channel></rss>".encode(), content_type="text/xml")

    web.replies["/world"] = web.replies["/europe"] = reply("monday")
    world, europe = [await added(store, a_feed_spec(web, path)) for path in ("/world", "/europe")]
    assert [(await loader.refresh(source)).new for source in (world, europe)] == [3, 3]
    web.replies["/world"] = reply("tuesday")
    report = await loader.refresh(await again(store, world))
    assert (report.new, report.known) == (0, 3)


async def test_an_entry_under_a_new_guid_may_be_edited_later(store: Store, web: WebServer, loader: Loader) -> None:
    def reply(title: str, guid: str, *, date: str = MONDAY) -> Reply:
        item = f"<title>{title}</title><link>https://a.example/1</link><guid>{guid}</guid><pubDate>{date}</pubDate>"
        return Reply(
            body=f"<rss version='2.0'><channel><item>{item}</item></channel></rss>".encode(), content_type="text/xml"
        )

    web.replies["/feed"] = reply("Bridge opens", "http://a.example/1")
    source = await added(store, a_feed_spec(web))
    await loader.refresh(source)
    web.replies["/feed"] = reply("Bridge opens", "https://a.example/1")
    assert (await loader.refresh(await again(store, source))).known == 1
    web.replies["/feed"] = reply("Harbour bridge opens", "https://a.example/1")
    report = await loader.refresh(await again(store, source))
    assert (report.new, report.updated) == (0, 1)
    web.replies["/feed"] = reply("Tunnel closes", "https://a.example/2", date=TUESDAY)  # the page's next entry
    assert (await loader.refresh(await again(store, source))).new == 1


async def test_twins_in_a_feed_that_changes_its_guids_do_not_take_turns(
    store: Store, web: WebServer, loader: Loader
) -> None:
    def reply(mark: str) -> Reply:
        items = "".join(
            f"<item><title>Tides</title><link>https://a.example/tides</link><guid>{mark}{text}</guid>"
            f"<description>{text} {SENTENCES}</description><pubDate>Mon, 02 Mar 2026 11:00:00 GMT</pubDate></item>"
            for text in ("High", "Low")
        )
        return Reply(body=f"<rss><channel><title>T</title>{items}</channel></rss>".encode(), content_type="text/xml")

    source = await added(store, a_feed_spec(web))
    updated = []
    for mark in ("monday", "tuesday", "wednesday"):
        web.replies["/feed"] = reply(mark)
        updated.append((await loader.refresh(await again(store, source))).updated)
    assert updated[-1] == 0


def an_event(title: str, mark: str, *, text: str = SENTENCES, date: str = "") -> str:
    said = f"<title>{title}</title><link>https://a.example/{mark}/{title}</link><guid>{mark}-{title}</guid>"
    dated = f"<pubDate>{date}</pubDate>" if date else ""
    return f"<item>{said}<description>{text}</description>{dated}</item>"


def a_feed_of(*items: str) -> Reply:
    return Reply(body=f"<rss version='2.0'><channel>{''.join(items)}</channel></rss>".encode(), content_type="text/xml")


async def test_what_came_while_a_feed_could_not_be_read_is_news(
    store: Store, clock: FakeClock, web: WebServer, loader: Loader
) -> None:
    """Nothing that it lists now is known: it is no feed that was just added."""
    web.replies["/feed"] = an_rss("one")
    source = await added(store, a_feed_spec(web))
    await loader.refresh(source)
    web.replies["/feed"] = Reply(status=500)
    await loader.refresh(await again(store, source))
    clock.advance(hours=30)
    web.replies["/feed"] = an_rss("two")
    report = await loader.refresh(await again(store, source))
    [article] = await store.articles.many(report.new_ids)
    assert article.pushable


MONDAY, TUESDAY = "Mon, 02 Mar 2026 11:00:00 GMT", "Tue, 03 Mar 2026 11:00:00 GMT"


@pytest.mark.parametrize(
    ("date", "later", "text", "rewritten"),
    [
        ("", "", SENTENCES, SENTENCES),  # nothing but the words tells what it is
        ("", "", "", ""),
        (MONDAY, MONDAY, SENTENCES, "Whole texts now."),
        (MONDAY, TUESDAY, SENTENCES, SENTENCES),
    ],
)
async def test_a_site_that_changes_all_guids_and_addresses_at_once_floods_nobody(
    store: Store, web: WebServer, loader: Loader, date: str, later: str, text: str, rewritten: str
) -> None:
    titles = ("one", "two", "three")
    web.replies["/feed"] = a_feed_of(*(an_event(title, "old", text=text, date=date) for title in titles))
    source = await added(store, a_feed_spec(web))
    before = await loader.refresh(source)
    web.replies["/feed"] = a_feed_of(*(an_event(title, "new", text=rewritten, date=later) for title in titles))
    for _ in range(2):
        report = await loader.refresh(await again(store, source))
        assert report.new == 0
    shown = await store.articles.many(before.new_ids)
    assert [article.url for article in shown] == [f"https://a.example/new/{title}" for title in titles]


async def test_the_same_titles_with_other_texts_of_another_day_are_news(
    store: Store, web: WebServer, loader: Loader
) -> None:
    signs = ("Aries", "Taurus", "Gemini")
    web.replies["/feed"] = a_feed_of(*(an_event(sign, "1", text=f"{sign}: rain", date=MONDAY) for sign in signs))
    source = await added(store, a_feed_spec(web))
    await loader.refresh(source)
    web.replies["/feed"] = a_feed_of(*(an_event(sign, "2", text=f"{sign}: sun", date=TUESDAY) for sign in signs))
    assert (await loader.refresh(await again(store, source))).new == 3


async def test_twins_of_a_renamed_feed_are_not_taken_for_each_other(
    store: Store, web: WebServer, loader: Loader
) -> None:
    web.replies["/feed"] = a_feed_of(an_event("Live", "1"))
    source = await added(store, a_feed_spec(web))
    await loader.refresh(source)
    web.replies["/feed"] = a_feed_of(an_event("Live", "2"), an_event("Live", "3"))
    assert (await loader.refresh(await again(store, source))).new == 2


async def test_a_move_for_good_is_followed_for_good(store: Store, web: WebServer, loader: Loader) -> None:
    web.replies.update({"/feed": Reply(status=301, headers={"Location": "/new"}), "/new": an_rss("one")})
    source = await added(store, a_feed_spec(web))
    await loader.refresh(source)
    assert (await again(store, source)).spec.location == web.url("/new")


async def test_a_feed_of_the_file_keeps_the_address_it_moved_to(store: Store, web: WebServer, loader: Loader) -> None:
    web.replies.update({"/feed": Reply(status=301, headers={"Location": "/new"}), "/new": an_rss("one")})
    spec = a_feed_spec(web)
    for new in (1, 0):
        await store.sources.sync([spec], now=NOON)
        assert (await loader.refresh(await _named(store, spec.name))).new == new
    assert [request.path for request in web.requests] == ["/feed", "/new", "/new"]
    source = await _named(store, spec.name)
    assert (source.spec.location, source.moved_from) == (web.url("/new"), web.url("/feed"))


async def test_a_feed_that_is_gone_is_switched_off_until_it_works_again(
    store: Store, web: WebServer, loader: Loader
) -> None:
    web.replies["/feed"] = Reply(status=410)
    source = await added(store, a_feed_spec(web))
    assert (await loader.refresh(source)).error == "The page is gone for good: HTTP 410"
    gone = await again(store, source)
    assert (gone.enabled, await store.sources.due(NOON + timedelta(days=99))) == (False, [])
    web.replies["/feed"] = an_rss("one")
    await loader.refresh(gone)
    back = await again(store, source)
    assert (back.enabled, back.last_error, back.trouble) == (True, None, None)


async def test_an_rsshub_on_the_owners_network_is_read_where_it_is_trusted(
    store: Store, clock: FakeClock, web: WebServer, loader: Loader
) -> None:
    """Its routes have parameters, it says how long an answer holds, and its errors are pages."""
    route = "/bbc/world/africa?limit=2&key=secret"
    web.replies[route] = replace(an_rss("one"), headers={"Cache-Control": "public, max-age=1200"})
    web.replies["/broken/route"] = replace(a_page(), status=503)
    source = await added(store, a_feed_spec(web, route))
    assert (await loader.refresh(source)).new == 1
    assert (await again(store, source)).next_check_at == NOON + timedelta(minutes=20)
    broken = await loader.check(a_feed_spec(web, "/broken/route"))
    assert broken.error == "The site has a problem on its side: HTTP 503"
    asked = len(web.requests)
    stranger = HttpFetcher(trusted_hosts=["rsshub.example:1200"])
    try:
        refused = await a_loader(store, clock, stranger).check(a_feed_spec(web, route))
    finally:
        await stranger.aclose()
    assert refused.remedy is not None
    assert "FETCH_TRUSTED_HOSTS" in refused.remedy
    assert len(web.requests) == asked


# --- folders -----------------------------------------------------------------------------------


async def test_a_folder_is_read_and_unchanged_files_are_known(store: Store, loader: Loader, tmp_path: Path) -> None:
    folder = tmp_path / "posts"
    write_post(folder, "2026/one.md", "Harbour bridge opens")
    write_post(folder, "two.txt", "The old ferry retires")
    (folder / "empty.md").write_bytes(b"")
    (folder / "link.md").symlink_to(folder / "two.txt")
    source = await added(store, a_folder_spec(folder))
    first = await loader.refresh(source)
    assert (first.new, first.known, first.skipped, first.error) == (2, 0, 2, None)
    assert any(note.startswith("empty.md: ") for note in first.notes)
    articles = await store.articles.many(first.new_ids)
    assert {article.categories for article in articles} == {(("World", "Europe"),)}
    assert all(article.pushable for article in articles)
    second = await loader.refresh(await again(store, source))
    assert (second.new, second.known, second.skipped) == (0, 3, 1)


async def test_an_edited_post_is_updated_in_place(store: Store, loader: Loader, tmp_path: Path) -> None:
    path = write_post(tmp_path / "posts", "one.md", "Harbour bridge opens")
    source = await added(store, a_folder_spec(tmp_path / "posts"))
    [article_id] = (await loader.refresh(source)).new_ids
    write_post(tmp_path / "posts", "one.md", "Harbour bridge opens", body=f"Corrected. {SENTENCES}")
    os.utime(path, ns=(1, 1))
    report = await loader.refresh(await again(store, source))
    assert (report.new, report.updated) == (0, 1)
    article = await store.articles.get(article_id)
    assert article is not None
    assert article.text.startswith("Corrected.")


async def test_a_missing_folder_is_an_error_with_a_remedy(store: Store, loader: Loader, tmp_path: Path) -> None:
    source = await added(store, a_folder_spec(tmp_path / "none"))
    for report in (await loader.check(source), await loader.refresh(source)):
        assert report.error is not None
        assert report.error.startswith("The folder cannot be read: ")
        assert report.remedy
    assert (await again(store, source)).failures == 1


async def test_a_check_of_a_folder_reads_every_file(store: Store, loader: Loader, tmp_path: Path) -> None:
    write_post(tmp_path / "posts", "one.md", "Harbour bridge opens")
    source = await added(store, a_folder_spec(tmp_path / "posts"))
    await loader.refresh(source)
    assert (await loader.check(await again(store, source))).known == 1
    assert (await loader.check(a_folder_spec(tmp_path / "posts"))).new == 1


async def test_edits_of_front_matter_alone_are_taken_over_by_the_same_article(
    store: Store, loader: Loader, tmp_path: Path
) -> None:
    posts = tmp_path / "posts"
    source = await added(store, a_folder_spec(posts))
    write_post(posts, "a.md", "Harbour bridge opens")
    assert (await loader.refresh(source)).new == 1
    edits: list[tuple[str, dict[str, str]]] = [
        ("Harbour bridge opens", {"categories": "[Sport]"}),
        ("Harbour bridge opens", {"categories": "[Sport]", "more": "thumbnail: https://a.example/t.jpg\n"}),
        ("Harbour bridge opens", {"date": "2026-03-01 10:00:00"}),
        ("Harbour bridge opens", {"more": "link: https://a.example/bridge\n"}),
        ("Bridge opens at last", {"more": "link: https://a.example/bridge-2\n"}),
        ("Bridge opens at last", {"more": "link: https://a.example/bridge-2\n", "body": "Another text. " * 40}),
    ]
    seen = []
    for title, changes in edits:
        write_post(posts, "a.md", title, **changes)
        report = await loader.refresh(source)
        assert (report.new, report.updated) == (0, 1), changes
        article = await store.articles.get(1)
        assert article is not None
        seen.append((article.title, article.categories, article.url, article.thumbnail_url, article.published_at.day))
    europe = (("World", "Europe"),)
    assert seen == [
        ("Harbour bridge opens", (("Sport",),), None, None, 2),
        ("Harbour bridge opens", (("Sport",),), None, "https://a.example/t.jpg", 2),
        ("Harbour bridge opens", europe, None, None, 1),
        ("Harbour bridge opens", europe, "https://a.example/bridge", None, 2),
        ("Bridge opens at last", europe, "https://a.example/bridge-2", None, 2),
        ("Bridge opens at last", europe, "https://a.example/bridge-2", None, 2),
    ]
    assert await store.articles.count() == 1


async def test_another_post_in_the_same_file_is_another_article(store: Store, loader: Loader, tmp_path: Path) -> None:
    source = await added(store, a_folder_spec(tmp_path / "posts"))
    write_post(tmp_path / "posts", "latest.md", "Monday's news")
    await loader.refresh(source)
    write_post(tmp_path / "posts", "latest.md", "Tuesday's news", date="2026-03-03 11:00:00", body="Something else.")
    assert (await loader.refresh(source)).new == 1


async def test_an_older_copy_that_comes_later_does_not_replace_the_newer_one(
    store: Store, loader: Loader, tmp_path: Path
) -> None:
    posts = tmp_path / "posts"
    source = await added(store, a_folder_spec(posts))
    write_post(posts, "new.md", "Bridge opens", body="As it is now.", more="id: 7\nupdated: 2026-03-02 11:30:00\n")
    await loader.refresh(source)
    write_post(posts, "old.md", "Bridge opens", body="As it was.", more="id: 7\n")
    report = await loader.refresh(source)
    assert (report.new, report.updated, report.known) == (0, 0, 2)
    article = await store.articles.get(1)
    assert article is not None
    assert article.text == "As it is now."


async def test_a_folder_that_is_imported_again_is_no_news_to_anyone(
    store: Store, loader: Loader, tmp_path: Path
) -> None:
    for number in range(3):
        write_post(tmp_path / "posts", f"{number}.md", f"Story number {number} of the day")
    source = await added(store, a_folder_spec(tmp_path / "posts"))
    assert (await loader.refresh(source)).new == 3
    (tmp_path / "posts").rename(tmp_path / "moved")
    for number in range(3):
        (tmp_path / "moved" / f"{number}.md").rename(tmp_path / "moved" / f"renamed-{number}.md")
    await store.sources.remove("Posts")
    moved = a_folder_spec(tmp_path / "moved")
    await store.sources.sync([moved], now=NOON)
    [from_elsewhere] = await store.sources.all()
    report = await loader.refresh(from_elsewhere)
    articles = await store.articles.many(report.new_ids)
    assert [article.pushable for article in articles] == [False] * 3
    await store.sources.sync([], now=NOON)
    await store.sources.sync([moved], now=NOON)
    [back_again] = await store.sources.all()
    assert (await loader.refresh(back_again)).new == 0


async def test_an_edited_post_in_a_renamed_file_is_the_same_article(
    store: Store, loader: Loader, tmp_path: Path
) -> None:
    post = write_post(tmp_path / "posts", "one.md", "Bridge opens")
    source = await added(store, a_folder_spec(tmp_path / "posts"))
    await loader.refresh(source)
    write_post(tmp_path / "posts", "one.md", "Harbour bridge opens")
    assert (await loader.refresh(await again(store, source))).updated == 1
    post.rename(tmp_path / "posts" / "two.md")
    report = await loader.refresh(await again(store, source))
    assert (report.new, report.updated, report.known) == (0, 0, 1)


async def test_a_post_in_a_renamed_file_leaves_its_old_categories(store: Store, loader: Loader, tmp_path: Path) -> None:
    post = write_post(tmp_path / "posts", "before/one.md", "Bridge opens", categories="[World, Europe]")
    source = await added(store, a_folder_spec(tmp_path / "posts"))
    await loader.refresh(source)
    (tmp_path / "posts" / "after").mkdir()
    post.rename(tmp_path / "posts" / "after" / "one.md")
    post.parent.rmdir()
    await loader.refresh(await again(store, source))
    write_post(tmp_path / "posts", "after/one.md", "Bridge opens", categories="[Sport, Golf]")
    await loader.refresh(await again(store, source))
    [article] = await store.articles.many([1])
    assert article.categories == (("Sport", "Golf"),)


async def test_a_post_whose_text_and_date_are_corrected_together_is_updated(
    store: Store, loader: Loader, tmp_path: Path
) -> None:
    write_post(tmp_path / "posts", "one.md", "Bridge opens", more="link: https://a.example/1\n")
    source = await added(store, a_folder_spec(tmp_path / "posts"))
    await loader.refresh(source)
    corrected = {"date": "2026-03-01 11:00:00", "more": "link: https://a.example/2\n"}
    write_post(tmp_path / "posts", "one.md", "Harbour bridge opens", **corrected)
    report = await loader.refresh(await again(store, source))
    assert (report.new, report.updated) == (0, 1)
    [article] = await store.articles.many([1])
    assert (article.title, article.url, article.published_at.day) == (
        "Harbour bridge opens",
        "https://a.example/2",
        1,
    )


async def test_an_archive_whose_first_reading_was_cut_off_floods_nobody(
    store: Store, loader: Loader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its posts have no dates: nobody can tell their age."""

    async def cut_off(update: SourceUpdate) -> Applied:
        if not await store.articles.count():
            return await apply(update)
        raise asyncio.CancelledError

    apply = store.sources.apply
    monkeypatch.setattr("bot.ingest.folder.POSTS_PER_BATCH", 1)
    for number in range(3):
        (tmp_path / f"{number}.md").write_text(f"---\ntitle: Story number {number}\n---\n\n<p>{SENTENCES}</p>\n")
    source = await added(store, a_folder_spec(tmp_path))
    with monkeypatch.context() as crashing:
        crashing.setattr(store.sources, "apply", cut_off)
        with pytest.raises(asyncio.CancelledError):
            await loader.refresh(source)
    assert (await loader.refresh(await again(store, source))).new == 2
    (tmp_path / "new.md").write_text(f"---\ntitle: A story of today\n---\n\n<p>{SENTENCES}</p>\n")
    await loader.refresh(await again(store, source))
    articles = await store.articles.many(range(1, 5))
    assert [article.pushable for article in articles] == [False, False, False, True]


async def test_a_folder_that_was_removed_and_purged_comes_back_whole(
    store: Store, loader: Loader, tmp_path: Path
) -> None:
    write_post(tmp_path / "posts", "old.md", "Bridge opens")
    source = await added(store, a_folder_spec(tmp_path / "posts"))
    await loader.refresh(source)
    young = NOON + timedelta(days=100)
    await store.sources.apply(an_update(source.id, a_new_article("Young"), at=young))
    await store.sources.remove(source.spec.name)
    assert await store.articles.purge(before=young) == 1
    report = await loader.refresh(await added(store, a_folder_spec(tmp_path / "posts")))
    assert (report.new, report.known) == (1, 0)


async def test_posts_get_their_public_link_from_the_template(store: Store, loader: Loader, tmp_path: Path) -> None:
    write_post(tmp_path / "posts", "bridge.md", "Harbour bridge opens")
    spec = a_folder_spec(tmp_path / "posts", link="https://a.example/{year}/{month}/{day}/{stem}/")
    await added(store, spec)
    [report] = await loader.refresh_due()  # nobody listens
    [article_id] = report.new_ids
    article = await store.articles.get(article_id)
    assert article is not None
    assert article.url == "https://a.example/2026/03/02/bridge/"


async def test_a_batch_that_kills_its_worker_is_read_post_by_post(
    store: Store, clock: FakeClock, tmp_path: Path
) -> None:
    class Fragile(InlinePool):
        async def run(self, function: Any, *args: Any, **kwargs: Any) -> Any:
            posts = args[0]
            if any(stem == "bad" for stem, _ in posts):
                return ParseFailed(reason="died")
            return function(*args, **kwargs)

    for name in ("a.md", "bad.md", "c.md"):
        write_post(tmp_path / "posts", name, f"The story of {name}")
    source = await added(store, a_folder_spec(tmp_path / "posts"))
    report = await a_loader(store, clock, ScriptedFetcher({}), Fragile()).refresh(source)
    assert (report.new, report.skipped, report.notes) == (2, 1, ("bad.md: died",))


class Starved(InlinePool):
    """Its workers are killed from outside while `is_killed`."""

    is_killed = True
    reason = DIED
    tasks = 0

    async def run(self, function: Any, *args: Any, **kwargs: Any) -> Any:
        self.tasks += 1
        if self.is_killed:
            return ParseFailed(reason=self.reason, is_final=False)
        return function(*args, **kwargs)


async def test_a_post_whose_parser_was_killed_is_read_again_later_and_never_given_up(
    store: Store, clock: FakeClock, tmp_path: Path
) -> None:
    write_post(tmp_path / "posts", "one.md", "Harbour bridge opens")
    source = await added(store, a_folder_spec(tmp_path / "posts"))
    pool = Starved()
    loader = a_loader(store, clock, ScriptedFetcher({}), pool)
    for _ in range(3 * 24 * 4):  # three days, a reading every quarter of an hour
        report = await loader.refresh(await again(store, source))
        assert (report.new, report.skipped, report.notes) == (0, 1, (f"one.md: {DIED}",))
        clock.advance(minutes=15)
    assert 2 * 3 <= pool.tasks <= 2 * 12  # a batch, then the post alone: at growing intervals, at last once a day
    pool.is_killed = False
    clock.advance(days=1)
    report = await loader.refresh(await again(store, source))
    assert (report.new, report.skipped) == (1, 0)
    tasks = pool.tasks
    assert (await loader.refresh(await again(store, source))).known == 1
    assert pool.tasks == tasks


async def test_an_edited_post_whose_parser_was_killed_is_read_at_once(
    store: Store, clock: FakeClock, tmp_path: Path
) -> None:
    write_post(tmp_path / "posts", "one.md", "Harbour bridge opens")
    source = await added(store, a_folder_spec(tmp_path / "posts"))
    pool = Starved()
    loader = a_loader(store, clock, ScriptedFetcher({}), pool)
    assert (await loader.refresh(source)).skipped == 1
    pool.is_killed = False
    write_post(tmp_path / "posts", "one.md", "Harbour bridge opens at last")
    assert (await loader.refresh(await again(store, source))).new == 1


async def test_posts_that_were_not_read_before_the_end_are_read_after_the_next_start(
    store: Store, clock: FakeClock, tmp_path: Path
) -> None:
    write_post(tmp_path / "posts", "one.md", "Harbour bridge opens", date="")
    source = await added(store, a_folder_spec(tmp_path / "posts"))
    pool = Starved()
    pool.reason = CLOSED
    await a_loader(store, clock, ScriptedFetcher({}), pool).refresh(source)
    assert not (await again(store, source)).was_read
    report = await a_loader(store, clock, ScriptedFetcher({})).refresh(await again(store, source))
    [article] = await store.articles.many(report.new_ids)
    assert not article.pushable  # of a first reading, and without a date


async def test_a_post_that_an_earlier_version_gave_up_for_a_killed_parser_is_read_again(
    store: Store, loader: Loader, tmp_path: Path
) -> None:
    path = write_post(tmp_path / "posts", "one.md", "Harbour bridge opens")
    source = await added(store, a_folder_spec(tmp_path / "posts"))
    status = path.stat()
    stamps = tuple(
        FileStamp(path="one.md", size=status.st_size, mtime_ns=status.st_mtime_ns, problem=problem)
        for problem in (DIED, "The file is empty.")
    )
    await store.sources.apply(an_update(source.id, files=stamps[1:]))
    assert (await loader.refresh(await again(store, source))).new == 0
    await store.sources.apply(an_update(source.id, files=stamps[:1]))
    assert (await loader.refresh(await again(store, source))).new == 1


async def test_a_feed_whose_parser_was_killed_keeps_its_validators_and_is_read_again(
    store: Store, clock: FakeClock, web: WebServer
) -> None:
    fetcher = HttpFetcher(trusted_hosts=[web.trusted])
    pool = Starved()
    loader = a_loader(store, clock, fetcher, pool)
    web.replies["/feed"] = an_rss("one")
    source = await added(store, a_feed_spec(web))
    assert (await loader.refresh(source)).error
    pool.is_killed = False
    assert (await loader.refresh(await again(store, source))).new == 1
    assert "if-none-match" not in web.requests[-1].headers
    await fetcher.aclose()


async def test_a_file_that_vanishes_is_reported(
    store: Store, loader: Loader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_post(tmp_path / "posts", "one.md", "Harbour bridge opens")
    source = await added(store, a_folder_spec(tmp_path / "posts"))
    monkeypatch.setattr(
        "bot.parsers.posts.archive.read_files", lambda root, paths: [ParseFailed(reason="It is not there.")]
    )
    assert (await loader.refresh(source)).notes == ("one.md: It is not there.",)


async def test_a_file_that_could_not_be_opened_is_tried_again(
    store: Store, loader: Loader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_post(tmp_path / "posts", "one.md", "Harbour bridge opens")
    source = await added(store, a_folder_spec(tmp_path / "posts"))
    with monkeypatch.context() as locked:
        locked.setattr(
            "bot.parsers.posts.archive.read_files", lambda root, paths: [ParseFailed(reason="permission denied")]
        )
        assert (await loader.refresh(source)).skipped == 1
    assert (await loader.refresh(await again(store, source))).new == 1


async def test_of_two_versions_of_an_article_the_newer_file_counts(
    store: Store, loader: Loader, tmp_path: Path
) -> None:
    new = write_post(tmp_path / "posts", "a.md", "Harbour bridge opens", body=f"Corrected. {SENTENCES}")
    old = write_post(tmp_path / "posts", "b.md", "Harbour bridge opens")
    os.utime(old, ns=(1, 1))
    os.utime(new, ns=(2, 2))
    source = await added(store, a_folder_spec(tmp_path / "posts"))
    report = await loader.refresh(source)
    assert (len(report.new_ids), report.updated) == (1, 1)
    [article] = await store.articles.many(report.new_ids)
    assert article.text.startswith("Corrected.")


async def test_large_files_come_a_few_at_a_time(store: Store, clock: FakeClock, tmp_path: Path) -> None:
    class Weighing(InlinePool):
        async def run(self, function: Any, *args: Any, **kwargs: Any) -> Any:
            weights.append(sum(len(data) for _, data in args[0]))
            return function(*args, **kwargs)

    weights: list[int] = []
    words = "word " * 180_000
    for number in range(6):
        write_post(tmp_path / "posts", f"{number}.md", f"Harbour story number {number}", body=words)
    source = await added(store, a_folder_spec(tmp_path / "posts"))
    report = await a_loader(store, clock, ScriptedFetcher({}), Weighing()).refresh(source)
    assert report.new == 6
    assert len(weights) == 2
    assert max(weights) <= BYTES_PER_BATCH


async def test_batches_under_way_end_with_a_store_that_takes_nothing(
    store: Store, clock: FakeClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Slow(InlinePool):
        async def run(self, function: Any, *args: Any, **kwargs: Any) -> Any:
            if len(args[0]) == 1:  # the second batch
                asked.set()
                try:
                    await asyncio.Event().wait()
                finally:
                    ended.set()
            return function(*args, **kwargs)

    async def full(update: SourceUpdate) -> None:
        await asked.wait()
        raise StoreError("database or disk is full")

    asked, ended = asyncio.Event(), asyncio.Event()
    for number in range(POSTS_PER_BATCH + 1):
        write_post(tmp_path / "posts", f"{number}.md", f"Harbour story number {number}")
    source = await added(store, a_folder_spec(tmp_path / "posts"))
    monkeypatch.setattr(store.sources, "apply", full)
    report = await a_loader(store, clock, ScriptedFetcher({}), Slow()).refresh(source)
    assert report.error == "The new articles could not be stored: database or disk is full"
    async with asyncio.timeout(10):
        await ended.wait()


async def test_hundreds_of_posts_load_in_real_processes(store: Store, clock: FakeClock, tmp_path: Path) -> None:
    count = 5 * POSTS_PER_BATCH + 1
    for number in range(count):
        write_post(tmp_path / "posts", f"{number % 7}/{number}.md", f"Harbour story number {number}")
    source = await added(store, a_folder_spec(tmp_path / "posts"))
    pool = ParserPool()
    try:
        report = await a_loader(store, clock, ScriptedFetcher({}), pool).refresh(source)
    finally:
        await pool.aclose()
    assert (report.new, report.skipped) == (count, 0)


# --- adding ------------------------------------------------------------------------------------


async def test_a_feed_is_added_with_its_articles(store: Store, web: WebServer, loader: Loader) -> None:
    web.replies["/feed"] = an_rss("one")
    source = await loader.add_source(web.url("/feed"), ("World",))
    assert isinstance(source, Source)
    assert (source.spec.name, source.spec.category) == ("Example News", ("World",))
    assert [article.title for article in await store.articles.by_source(source.id)] == ["one"]
    web.replies["/other"] = an_rss("two")
    other = await loader.add_source(web.url("/other"))
    assert isinstance(other, Source)
    assert other.spec.name == "Example News 2"
    with pytest.raises(SourceRejected) as rejected:
        await loader.add_source(web.url("/feed"))
    assert rejected.value.text_key == "source-exists"


async def test_the_feed_of_a_web_page_is_found(store: Store, web: WebServer, loader: Loader) -> None:
    links = "".join(f'<link rel="alternate" type="application/rss+xml" href="{path}">' for path in ("/none", "/feed"))
    web.replies.update({"/": a_page(head=links), "/feed": an_rss("one", head="")})
    source = await loader.add_source(web.url("/"))
    assert isinstance(source, Source)
    assert source.spec.location == web.url("/feed")
    assert source.spec.name == "127.0.0.1"


async def test_of_several_feeds_of_a_site_none_is_added_before_one_is_chosen(
    store: Store, web: WebServer, loader: Loader
) -> None:
    links = "".join(f'<link rel="alternate" type="application/rss+xml" href="{path}">' for path in ("/a", "/b"))
    web.replies.update({"/": a_page(head=links), "/a": an_rss("one"), "/b": an_rss("two")})
    choices = await loader.add_source(web.url("/"), ("World",))
    assert isinstance(choices, tuple)
    assert [choice.url for choice in choices] == [web.url("/a"), web.url("/b")]
    assert await store.sources.all() == []
    chosen = await loader.add_source(choices[1].url, ("World",))
    assert isinstance(chosen, Source)
    assert chosen.spec.location == web.url("/b")


@pytest.mark.parametrize(
    ("path", "text_key"),
    [
        ("/none", "fetch-problem-not-found"),
        ("/page", "load-no-feed-found"),
        ("/dead-end", "fetch-problem-not-found"),
    ],
)
async def test_what_is_no_feed_is_not_added(web: WebServer, loader: Loader, path: str, text_key: str) -> None:
    dead_end = '<link rel="alternate" type="application/rss+xml" href="/gone">'
    web.replies.update({"/page": a_page(), "/dead-end": a_page(head=dead_end)})
    with pytest.raises(SourceRejected) as rejected:
        await loader.add_source(web.url(path))
    assert rejected.value.text_key == text_key


@pytest.mark.parametrize(("url", "text_key"), [("ftp://x.example/", "bad-url"), ("127.0.0.1", "refused-address")])
async def test_addresses_that_are_refused_are_not_added(loader: Loader, url: str, text_key: str) -> None:
    with pytest.raises(SourceRejected) as rejected:
        await loader.add_source(url)
    assert rejected.value.text_key == f"fetch-problem-{text_key}"


async def test_a_server_that_says_nothing_changed_gives_no_feed(store: Store, clock: FakeClock) -> None:
    loader = a_loader(store, clock, ScriptedFetcher({"https://a.example/": NotModified()}))
    with pytest.raises(SourceRejected, match="load-no-feed-found"):
        await loader.add_source("a.example")


async def test_a_worker_that_dies_on_a_page_finds_no_feed_in_it(store: Store, clock: FakeClock) -> None:
    class Dying(InlinePool):
        async def run(self, function: Any, *args: Any, **kwargs: Any) -> Any:
            return ParseFailed(reason="died")

    outcomes: dict[str, FetchOutcome] = {"https://a.example/": Fetched(url="https://a.example/", body=b"x")}
    with pytest.raises(SourceRejected, match="died"):
        await a_loader(store, clock, ScriptedFetcher(outcomes), Dying()).add_source("https://a.example/")


async def test_the_loader_reads_links_too(web: WebServer, loader: Loader) -> None:
    web.replies["/page"] = a_page()
    article = await loader.read_link(web.url("/page"), for_owner=True)
    assert isinstance(article, ParsedArticle)
    assert article.title == "Harbour bridge opens"
    assert await loader.read_link(web.url("/page")) == LinkRefused(
        reason_key="fetch-problem-refused-address", detail=f"port {web.port} is not one of 80, 443"
    )


async def test_a_feed_that_moves_to_where_another_is_read_stays_and_says_so(
    store: Store, web: WebServer, loader: Loader
) -> None:
    web.replies |= {"/old": Reply(status=301, headers={"Location": "/new"}), "/new": an_rss("a")}
    old = await added(store, a_feed_spec(web, "/old"))
    await added(store, a_feed_spec(web, "/new", name="New"))
    report = await loader.refresh(old)
    assert report.notes == ("It has moved for good to the address of New: remove one of the two.",)
    assert (await again(store, old)).spec.location == web.url("/old")


# --- what sources.toml says of a source ------------------------------------------------------------


async def test_a_source_is_asked_with_its_credentials_which_are_stored_nowhere(
    store: Store, loader: Loader, web: WebServer, tmp_path: Path
) -> None:
    web.replies["/feed"] = an_rss("a")
    given = Credentials(headers=(("Authorization", "Basic c2VjcmV0"),), secrets=("c2VjcmV0",))
    await loader.sync([a_feed_spec(web, credentials=given)])
    source = await _named(store, "/feed")
    assert source.spec.credentials is None
    report = await loader.refresh(source)
    assert report.error is None
    assert web.requests[0].headers["authorization"] == "Basic c2VjcmV0"
    for path in tmp_path.rglob("*"):
        assert not path.is_file() or b"c2VjcmV0" not in path.read_bytes()


async def test_a_feed_that_moved_to_another_host_gets_no_credentials() -> None:
    given = Credentials(headers=(("X-Key", "key"),))
    spec = SourceSpec(name="A", kind=SourceKind.FEED, location="https://a.example/feed", credentials=given)
    for location, kept in [
        ("https://a.example/new", True),
        ("https://b.example/feed", False),
        ("http://a.example/feed", False),
        ("https://a.example:8443/feed", False),
    ]:
        source = Source(id=1, spec=replace(spec, location=location, credentials=None), next_check_at=NOON)
        assert (with_file_spec(source, spec).spec.credentials is given) is kept, location


async def test_a_sources_own_interval_is_kept_to(
    store: Store, loader: Loader, web: WebServer, clock: FakeClock
) -> None:
    web.replies["/feed"] = an_rss("a")
    await loader.sync([a_feed_spec(web, interval=timedelta(hours=5))])
    for _ in range(3):
        await loader.refresh(await _named(store, "/feed"))
        source = await _named(store, "/feed")
        assert source.next_check_at - clock.now() == timedelta(hours=5)
        clock.advance(5 * 3600)


async def test_a_shortened_interval_holds_from_the_next_start_on(
    store: Store, loader: Loader, web: WebServer, clock: FakeClock
) -> None:
    web.replies["/feed"] = an_rss("a")
    await loader.sync([a_feed_spec(web, interval=timedelta(hours=5))])
    await loader.refresh(await _named(store, "/feed"))
    clock.advance(600)
    await loader.sync([a_feed_spec(web, interval=timedelta(hours=1))])
    assert (await _named(store, "/feed")).next_check_at - clock.now() == timedelta(minutes=50)
    await loader.sync([a_feed_spec(web, interval=timedelta(minutes=1))])
    assert (await _named(store, "/feed")).next_check_at == clock.now()
    await loader.sync([a_feed_spec(web, interval=timedelta(hours=9))])
    assert (await _named(store, "/feed")).next_check_at == clock.now()  # a longer one holds from the next reading on


async def test_of_some_sources_only_the_titles_are_wanted(store: Store, loader: Loader, web: WebServer) -> None:
    web.replies["/feed"] = an_rss("a")
    await loader.sync([a_feed_spec(web, title_only=True)])
    report = await loader.refresh(await _named(store, "/feed"))
    [article_id] = report.new_ids
    article = await store.articles.get(article_id)
    assert article is not None
    assert (article.title, article.text, article.blocks) == ("a", "", ())
    assert await store.pages.due(NOON + timedelta(days=1), limit=9) == []


async def test_a_source_that_is_switched_off_in_the_file_stays_off_until_the_file_says_otherwise(
    store: Store, loader: Loader, web: WebServer
) -> None:
    web.replies["/feed"] = an_rss("a")
    await loader.sync([a_feed_spec(web, enabled=False)])
    assert await loader.refresh_due() == []
    source = await _named(store, "/feed")
    assert source_state(source) == (
        "The source is switched off in sources.toml",
        "Take out `enabled = false` there to read it again.",
    )
    assert (await loader.refresh(source)).error is None  # `tidings fetch --source NAME`
    assert not (await _named(store, "/feed")).enabled
    await loader.sync([a_feed_spec(web)])
    assert (await _named(store, "/feed")).enabled
    assert len(await loader.refresh_due()) == 1


async def test_a_feed_that_is_gone_is_not_switched_on_by_the_file(store: Store, loader: Loader, web: WebServer) -> None:
    web.replies["/feed"] = Reply(status=410)
    for _ in range(2):
        await loader.sync([a_feed_spec(web)])
        await loader.refresh(await _named(store, "/feed"))
    await loader.sync([a_feed_spec(web)])
    assert not (await _named(store, "/feed")).enabled


# --- channels ----------------------------------------------------------------------------------


CHANNEL = "https://t.me/s/harbour"


async def a_channels_loader(store: Store, clock: FakeClock) -> tuple[ScriptedFetcher, Loader]:
    """A loader of one channel, and the fetcher whose outcomes it gets."""
    fetcher = ScriptedFetcher({})
    loader = a_loader(store, clock, fetcher)
    await loader.sync([SourceSpec(name="Harbour", kind=SourceKind.FEED, location=CHANNEL)])
    return fetcher, loader


async def test_a_channels_posts_are_told_once_edits_are_edits_and_no_page_is_wanted(
    store: Store, clock: FakeClock
) -> None:
    fetcher, loader = await a_channels_loader(store, clock)

    async def reading(*posts: str) -> SourceReport:
        fetcher.outcomes[CHANNEL] = Fetched(url=CHANNEL, body=page(*posts).encode(), content_type="text/html")
        report = await loader.refresh(await _named(store, "Harbour"))
        clock.advance(600)
        return report

    first = await reading(post(3, "The bridge is closed"), post(4, "", before=album("a", "b")))
    assert (len(first.new_ids), first.error) == (2, None)
    second = await reading(post(4, "", before=album("a", "b"), views="9M"), post(5, "The ferry sails"))
    assert (len(second.new_ids), second.updated, second.known) == (1, 0, 1)
    third = await reading(post(5, "The ferry sails at noon", meta="edited "))
    assert (third.new_ids, third.updated) == ((), 1)
    article = await store.articles.get(second.new_ids[0])
    assert article is not None
    assert (article.title, article.url) == ("The ferry sails at noon", "https://t.me/Harbour/5")
    assert await store.pages.due(NOON + timedelta(days=1), limit=9) == []


async def test_posts_of_earlier_pages_that_came_since_the_last_reading_are_told_too(
    store: Store, clock: FakeClock
) -> None:
    fetcher, loader = await a_channels_loader(store, clock)

    async def reading(pages: dict[str, list[int]]) -> int:
        fetcher.outcomes = {
            url: Fetched(url=url, body=page(more(numbers[0]), *(post(one, f"News {one}") for one in numbers)).encode())
            for url, numbers in pages.items()
        }
        return len((await loader.refresh(await _named(store, "Harbour"))).new_ids)

    assert await reading({CHANNEL: [3, 4], f"{CHANNEL}?before=3": [1, 2]}) == 2, "a first reading asks for no more"
    later = {CHANNEL: [8, 9], f"{CHANNEL}?before=8": [6, 7, 8], f"{CHANNEL}?before=6": [4, 5]}
    assert await reading(later) == 5
    assert await reading({CHANNEL: [12, 13]}) == 2, "a page that fails ends it"


async def test_a_channel_is_asked_politely_whatever_its_owner_wishes(store: Store, clock: FakeClock) -> None:
    fetcher = ScriptedFetcher({CHANNEL: Fetched(url=CHANNEL, body=page(post(3, "News")).encode())})
    loader = a_loader(store, clock, fetcher)
    spec = SourceSpec(name="Harbour", kind=SourceKind.FEED, location=CHANNEL, interval=timedelta(seconds=5))
    await loader.sync([spec])
    await loader.refresh(await _named(store, "Harbour"))
    assert (await _named(store, "Harbour")).next_check_at == clock.now() + CHANNEL_MIN_INTERVAL


async def test_a_channel_that_lost_its_public_page_says_so(store: Store, clock: FakeClock) -> None:
    fetcher = ScriptedFetcher({CHANNEL: Fetched(url="https://t.me/harbour", body=NO_PUBLIC_PAGE.encode())})
    loader = a_loader(store, clock, fetcher)
    await loader.sync([SourceSpec(name="Harbour", kind=SourceKind.FEED, location=CHANNEL)])
    report = await loader.refresh(await _named(store, "Harbour"))
    assert report.error == "That Telegram channel has no public page"
    assert report.remedy is not None
    assert "t.me/s/NAME" in report.remedy
