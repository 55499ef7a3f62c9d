"""Teasers completed from their pages, with the real store, the real client and a real server on loopback."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.errors import StoreError
from bot.ingest.complete import Completer
from bot.ingest.load import Loader
from bot.models.fetching import Fetched, FetchFailed, FetchKind, FetchOutcome, FetchProblem
from bot.parsers.pages.full_text import RETRY_AFTER
from bot.store import Store
from bot.web.fetch import HttpFetcher
from tests.fakes import FakeClock
from tests.ingest.test_load import SENTENCES, InlinePool, ScriptedFetcher, a_feed_spec, a_loader, a_page, added, again
from tests.web_server import Reply, WebServer, serve

TEASER = "The new bridge over the harbour opened on Monday."


@pytest.fixture
async def web() -> AsyncIterator[WebServer]:
    async with serve() as server:
        yield server


@pytest.fixture
async def fetcher(web: WebServer) -> AsyncIterator[HttpFetcher]:
    fetcher = HttpFetcher(trusted_hosts=[web.trusted])
    yield fetcher
    await fetcher.aclose()


@pytest.fixture
def loader(store: Store, clock: FakeClock, fetcher: HttpFetcher) -> Loader:
    return a_loader(store, clock, fetcher)


@pytest.fixture
def completer(store: Store, clock: FakeClock, fetcher: HttpFetcher) -> Completer:
    return Completer(store=store, fetcher=fetcher, pool=InlinePool(), clock=clock)


def a_feed(web: WebServer, *paths: str, text: str = TEASER, language: str = "en") -> Reply:
    items = "".join(
        f"<item><title>Harbour bridge opens {path}</title><guid>{path}</guid><link>{web.url(path)}</link>"
        f"<description>{text}</description><pubDate>Mon, 02 Mar 2026 11:00:00 GMT</pubDate></item>"
        for path in paths
    )
    body = f'<rss version="2.0"><channel><title>N</title><language>{language}</language>{items}</channel></rss>'
    return Reply(body=body.encode(), content_type="application/rss+xml")


async def text_of(store: Store, article_id: int = 1) -> str:
    article = await store.articles.get(article_id)
    assert article is not None
    return article.text


async def test_a_teaser_becomes_its_pages_text_in_place(
    store: Store, web: WebServer, loader: Loader, completer: Completer
) -> None:
    web.replies |= {"/feed": a_feed(web, "/a"), "/a": a_page()}
    source = await added(store, a_feed_spec(web))
    await loader.refresh(source)
    before = await store.articles.get(1)
    assert before is not None
    assert before.text == TEASER
    assert await completer.step() == 1
    after = await store.articles.get(1)
    assert after is not None
    assert after.text == SENTENCES.strip()
    assert (after.id, after.key, after.story_id, after.seen_at) == (1, before.key, before.story_id, before.seen_at)
    report = await loader.refresh(await again(store, source))
    assert (report.new, report.updated, report.known) == (0, 0, 1)
    assert await text_of(store) == SENTENCES.strip()
    assert await completer.step() == 0
    assert [request.path for request in web.requests].count("/a") == 1


@pytest.mark.parametrize("text", [f"{TEASER} Corrected.", f"Corrected. {SENTENCES}"])
async def test_an_edit_while_its_page_is_read_stays(
    store: Store, clock: FakeClock, web: WebServer, loader: Loader, completer: Completer, text: str
) -> None:
    class Editing(ScriptedFetcher):
        async def fetch(self, url: str, **_: Any) -> FetchOutcome:
            web.replies["/feed"] = a_feed(web, "/a", text=text)
            await loader.refresh(await again(store, source))
            return Fetched(url=url, body=a_page().body, content_type="text/html")

    web.replies["/feed"] = a_feed(web, "/a")
    source = await added(store, a_feed_spec(web))
    await loader.refresh(source)
    assert await Completer(store=store, fetcher=Editing({}), pool=InlinePool(), clock=clock).step() == 1
    assert await text_of(store) == text.strip()
    assert len(await store.pages.due(clock.now(), limit=9)) == (text.startswith(TEASER))


async def test_a_feed_leads_to_no_host_of_the_owners_but_its_own(
    store: Store, clock: FakeClock, web: WebServer, loader: Loader
) -> None:
    elsewhere = web.url("/a", host="localhost")
    feed = a_feed(web, "/a")
    web.replies |= {"/feed": replace(feed, body=feed.body.replace(web.url("/a").encode(), elsewhere.encode()))}
    await loader.refresh(await added(store, a_feed_spec(web)))
    fetcher = HttpFetcher(trusted_hosts=[web.trusted, "localhost"])
    assert isinstance(await fetcher.fetch(elsewhere, kind=FetchKind.PAGE, for_owner=True), FetchFailed)  # 404: reached
    assert await Completer(store=store, fetcher=fetcher, pool=InlinePool(), clock=clock).step() == 1
    await fetcher.aclose()
    assert await text_of(store) == TEASER
    assert [request.path for request in web.requests] == ["/feed", "/a"]


async def test_a_whole_article_costs_no_fetch(
    store: Store, web: WebServer, loader: Loader, completer: Completer
) -> None:
    web.replies["/feed"] = a_feed(web, "/a", text=SENTENCES)
    await loader.refresh(await added(store, a_feed_spec(web)))
    assert await completer.step() == 0


@pytest.mark.parametrize(
    "reply",
    [
        Reply(status=403),
        Reply(body=b"%PDF-1.7", content_type="application/pdf"),
        a_page("<p>Subscribe to continue reading.</p>"),
        a_page("<p></p>"),
        a_page(
            f"<article><p>{'Welcome to our front page with the weather and the games of tonight. ' * 9}</p></article>"
        ),
    ],
)
async def test_a_page_that_is_no_better_leaves_the_teaser_and_is_not_read_again(
    store: Store, web: WebServer, loader: Loader, completer: Completer, clock: FakeClock, reply: Reply
) -> None:
    reply = Reply(body=reply.body.replace(b"Harbour bridge opens", b"The Paper"), status=reply.status,
                  content_type=reply.content_type)  # fmt: skip
    web.replies |= {"/feed": a_feed(web, "/a"), "/a": reply}
    await loader.refresh(await added(store, a_feed_spec(web)))
    assert await completer.step() == 1
    assert await text_of(store) == TEASER
    clock.advance(days=30)
    assert await completer.step() == 0


async def test_a_site_that_is_down_is_asked_three_times(store: Store, clock: FakeClock, web: WebServer) -> None:
    await a_loader(store, clock, ScriptedFetcher({web.url("/feed"): feed_of(web)})).refresh(
        await added(store, a_feed_spec(web))
    )
    completer = Completer(store=store, fetcher=ScriptedFetcher({}), pool=InlinePool(), clock=clock)
    tries = 0
    for wait in (timedelta(), *RETRY_AFTER, timedelta(days=1), timedelta(days=1)):
        clock.advance(wait.total_seconds())
        tries += await completer.step()
        assert await completer.step() == 0
    assert tries == 3
    assert await text_of(store) == TEASER


def feed_of(web: WebServer, *paths: str) -> FetchOutcome:
    reply = a_feed(web, *(paths or ("/a",)))
    return Fetched(url=web.url("/feed"), body=reply.body, content_type=reply.content_type)


async def test_pages_of_one_host_are_read_one_after_the_other(store: Store, clock: FakeClock, web: WebServer) -> None:
    asked, gate, urls = asyncio.Event(), asyncio.Event(), []

    class Slow(ScriptedFetcher):
        async def fetch(self, url: str, *, kind: FetchKind, **_: object) -> FetchOutcome:
            urls.append(url)
            asked.set()
            await gate.wait()
            return FetchFailed(reason=FetchProblem.STATUS, status=404)

    loader = a_loader(store, clock, ScriptedFetcher({web.url("/feed"): feed_of(web, "/a", "/b")}))
    await loader.refresh(await added(store, a_feed_spec(web)))
    completer = Completer(store=store, fetcher=Slow({}), pool=InlinePool(), clock=clock)
    first = asyncio.create_task(completer.step())
    await asked.wait()
    assert await completer.step() == 0
    gate.set()
    assert await first == 1
    assert await completer.step() == 1
    assert urls == [web.url("/b"), web.url("/a")]


async def test_hosts_beyond_a_few_wait_their_turn(
    store: Store, clock: FakeClock, web: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.ingest.complete.HOSTS_AT_A_TIME", 1)
    items = "".join(f"<item><title>Story {n}</title><link>https://{n}.example/a</link></item>" for n in "ab")
    body = f'<rss version="2.0"><channel><title>N</title>{items}</channel></rss>'.encode()
    outcomes: dict[str, FetchOutcome] = {web.url("/feed"): Fetched(url=web.url("/feed"), body=body)}
    loader = a_loader(store, clock, ScriptedFetcher(outcomes))
    await loader.refresh(await added(store, a_feed_spec(web)))
    clock.advance(hours=1)
    outcomes[web.url("/feed")] = Fetched(url=web.url("/feed"), body=body.replace(b"Story", b"Another story"))
    [source] = await store.sources.all()
    await loader.refresh(source)
    completer = Completer(store=store, fetcher=ScriptedFetcher({}), pool=InlinePool(), clock=clock)
    assert [await completer.step() for _ in range(3)] == [1, 1, 0]


async def test_a_bug_costs_its_page_alone(
    store: Store, clock: FakeClock, web: WebServer, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken(ScriptedFetcher):
        async def fetch(self, url: str, *, kind: FetchKind, **_: object) -> FetchOutcome:
            raise RuntimeError("a bug")

    await a_loader(store, clock, ScriptedFetcher({web.url("/feed"): feed_of(web)})).refresh(
        await added(store, a_feed_spec(web))
    )
    completer = Completer(store=store, fetcher=Broken({}), pool=InlinePool(), clock=clock)
    assert await completer.step() == 1
    assert "page not completed host=127.0.0.1" in caplog.text
    assert await completer.step() == 0


async def test_no_page_is_fetched_while_the_disk_is_full(
    store: Store,
    web: WebServer,
    loader: Loader,
    completer: Completer,
    clock: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def full(*_: object, **__: object) -> None:
        raise StoreError("disk full")

    web.replies |= {"/feed": a_feed(web, "/a"), "/a": a_page()}
    await loader.refresh(await added(store, a_feed_spec(web)))
    with monkeypatch.context() as patch:
        patch.setattr(store.pages, "take", full)
        assert [await completer.step() for _ in range(3)] == [1, 0, 0]
    clock.advance(61)
    assert await completer.step() == 1
    assert await text_of(store) == SENTENCES.strip()
    assert [request.path for request in web.requests].count("/a") == 2


async def test_the_longer_text_tells_the_language_unless_the_owner_does(
    store: Store, web: WebServer, loader: Loader, completer: Completer
) -> None:
    german = "Die neue Brücke über den Hafen wurde am Montag eröffnet. Tausende Menschen gingen hinüber. " * 8
    web.replies |= {
        "/feed": a_feed(web, "/a", text="OK"),
        "/other": a_feed(web, "/b", text="OK"),
        "/a": a_page(f"<article><p>{german}</p></article>"),
        "/b": a_page(f"<article><p>{german}</p></article>"),
    }
    await loader.refresh(await added(store, a_feed_spec(web)))
    await loader.refresh(await added(store, a_feed_spec(web, "/other", language="en")))
    await completer.finish(seconds=60)
    articles = await store.articles.many([1, 2])
    assert [(article.language, article.text) for article in articles] == [
        ("de", german.strip()),
        ("en", german.strip()),
    ]


async def test_a_command_that_does_not_stay_gives_up_in_time(
    store: Store, clock: FakeClock, web: WebServer, caplog: pytest.LogCaptureFixture
) -> None:
    class Hanging(ScriptedFetcher):
        async def fetch(self, url: str, *, kind: FetchKind, **_: object) -> FetchOutcome:
            await asyncio.Event().wait()
            raise AssertionError

    caplog.set_level("INFO")
    await a_loader(store, clock, ScriptedFetcher({web.url("/feed"): feed_of(web)})).refresh(
        await added(store, a_feed_spec(web))
    )
    completer = Completer(store=store, fetcher=Hanging({}), pool=InlinePool(), clock=clock)
    await completer.finish(seconds=0.01)
    assert "pages left to read" in caplog.text
    assert len(await store.pages.due(clock.now(), limit=9)) == 1
