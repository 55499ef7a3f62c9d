"""Finding the feeds behind an address, with the real client and a real server on loopback."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.errors import SourceRejected
from bot.ingest.adding import FeedChoice, FoundFeed, find_feeds
from bot.models.fetching import Fetched, FetchFailed, FetchKind, FetchOutcome, FetchProblem
from bot.parsers.pool import ParserPool
from bot.web.addresses import HOLDS_A_NAME
from bot.web.fetch import HttpFetcher
from tests.parsers.feeds.channel_pages import NO_PUBLIC_PAGE, page, post
from tests.web_server import Reply, WebServer, serve

Find = Callable[[str], Any]


class InlinePool(ParserPool):
    """Parses in this process: quick; the pool's own tests prove the processes."""

    async def run(self, function: Any, *args: Any, **kwargs: Any) -> Any:
        return function(*args, **kwargs)


@pytest.fixture
async def web() -> AsyncIterator[WebServer]:
    async with serve() as server:
        yield server


@pytest.fixture
async def find(web: WebServer) -> AsyncIterator[Find]:
    fetcher = HttpFetcher(trusted_hosts=[web.trusted])

    async def find(path: str) -> tuple[FoundFeed, ...]:
        return await find_feeds(fetcher, InlinePool(), web.url(path))

    yield find
    await fetcher.aclose()


def an_rss(title: str = "News", *entries: str, text: str = "") -> Reply:
    items = "".join(
        f"<item><title>{entry}</title><link>https://a.example/{entry}</link><description>{text}</description>"
        "<pubDate>Mon, 02 Mar 2026 11:00:00 GMT</pubDate></item>"
        for entry in entries
    )
    body = f"<rss version='2.0'><channel><title>{title}</title><language>de</language>{items}</channel></rss>"
    return Reply(body=body.encode(), content_type="application/rss+xml")


def a_page(*links: str, body: str = "") -> Reply:
    head = "".join(f'<link rel="alternate" type="application/rss+xml" href="{link}">' for link in links)
    html = f"<!DOCTYPE html><html><head><title>News</title>{head}</head><body>{body or 'Hello'}</body></html>"
    return Reply(body=html.encode(), content_type="text/html")


def paths(web: WebServer, found: tuple[FoundFeed, ...]) -> list[str]:
    return [feed.location.removeprefix(web.url("")) for feed in found]


async def refusal(find: Find, path: str) -> str:
    with pytest.raises(SourceRejected) as rejected:
        await find(path)
    return rejected.value.text_key


async def test_the_address_of_a_feed_is_that_feed_and_nothing_else_is_asked(web: WebServer, find: Find) -> None:
    web.replies["/feed"] = an_rss("News", "one")
    assert paths(web, await find("/feed")) == ["/feed"]
    assert len(web.requests) == 1


async def test_several_feeds_of_a_page_are_given_with_what_tells_them_apart(web: WebServer, find: Find) -> None:
    web.replies.update(
        {"/": a_page("/world", "/sport", "/dead"), "/world": an_rss("World", "a", "b"), "/sport": an_rss("", "c")}
    )
    assert [feed.choice for feed in await find("/")] == [
        FeedChoice(
            url=web.url("/world"),
            title="World",
            articles=2,
            newest=datetime(2026, 3, 2, 11, tzinfo=UTC),
            language="de",
        ),
        FeedChoice(
            url=web.url("/sport"),
            title="127.0.0.1",
            articles=1,
            newest=datetime(2026, 3, 2, 11, tzinfo=UTC),
            language="de",
        ),
    ]


async def test_the_same_articles_in_two_formats_are_one_feed_the_fuller_one(web: WebServer, find: Find) -> None:
    web.replies.update(
        {
            "/": a_page("/short", "/full", "/full?again"),
            "/short": an_rss("News", "a", "b"),
            "/full": an_rss("News", "b", "a", text="The whole text."),
        }
    )
    assert paths(web, await find("/")) == ["/full"]


async def test_feeds_of_comments_and_empty_ones_are_taken_only_where_there_is_nothing_else(
    web: WebServer, find: Find
) -> None:
    web.replies.update(
        {"/comments/feed": an_rss("Comments", "c"), "/empty": an_rss("Empty"), "/feed": an_rss("N", "a")}
    )
    web.replies["/"] = a_page("/comments/feed", "/empty", "/feed")
    assert paths(web, await find("/")) == ["/feed"]
    web.replies["/"] = a_page("/comments/feed")
    assert paths(web, await find("/")) == ["/comments/feed"]
    web.replies["/"] = a_page("/empty")
    assert paths(web, await find("/")) == ["/empty"]


async def test_what_a_page_names_on_another_host_of_the_owners_is_not_asked(web: WebServer) -> None:
    web.replies["/site"] = a_page(web.url("/their-feed", host="localhost"))
    web.replies["/their-feed"] = an_rss("News", "one")
    fetcher = HttpFetcher(trusted_hosts=[web.trusted, "localhost"])
    try:
        with pytest.raises(SourceRejected) as rejected:
            await find_feeds(fetcher, InlinePool(), web.url("/site"))
    finally:
        await fetcher.aclose()
    assert rejected.value.text_key == "fetch-problem-refused-address"
    assert "/their-feed" not in [request.path for request in web.requests]


async def test_a_word_is_no_address_and_nothing_is_asked() -> None:
    with pytest.raises(SourceRejected, match="網站") as rejected:
        await find_feeds(Never(), InlinePool(), "網站")
    assert rejected.value.text_key == "fetch-problem-bad-url"


async def test_a_password_in_an_address_is_not_said_again(web: WebServer) -> None:
    for url, told in ((f"http://me:secret@127.0.0.1:{web.port}/", HOLDS_A_NAME), ("nonsense://x", "nonsense://x")):
        with pytest.raises(SourceRejected) as rejected:
            await find_feeds(Scripted({}), InlinePool(), url)
        assert (rejected.value.text_key, rejected.value.detail) == ("fetch-problem-bad-url", told)


async def test_a_link_in_the_text_leads_to_the_feed_too(web: WebServer, find: Find) -> None:
    web.replies.update({"/": a_page(body='<a href="/all.rss">RSS</a>'), "/all.rss": an_rss("News", "a")})
    assert paths(web, await find("/")) == ["/all.rss"]


@pytest.mark.parametrize("usual", ["/feed", "/rss", "/rss.xml", "/atom.xml", "/index.xml", "/feed.xml", "/feed.json"])
async def test_the_usual_addresses_are_tried_where_a_page_names_none(web: WebServer, find: Find, usual: str) -> None:
    web.replies.update({"/": a_page(), usual: an_rss("News", "a")})
    assert paths(web, await find("/")) == [usual]


@pytest.mark.parametrize("status", [401, 403, 404])
async def test_the_usual_addresses_are_tried_where_the_page_itself_is_refused(
    web: WebServer, find: Find, status: int
) -> None:
    web.replies.update({"/start": Reply(status=status), "/feed": an_rss("News", "a")})
    assert paths(web, await find("/start")) == ["/feed"]


async def test_a_feed_that_moved_for_good_is_taken_at_its_new_address(web: WebServer, find: Find) -> None:
    web.replies.update(
        {
            "/old": Reply(status=301, headers={"Location": "/new"}),
            "/away": Reply(status=302, headers={"Location": "/new"}),
            "/new": an_rss("News", "a"),
        }
    )
    assert paths(web, await find("/old")) == ["/new"]
    assert paths(web, await find("/away")) == ["/away"]


async def test_what_is_no_feed_is_refused_with_its_own_reason(web: WebServer, find: Find) -> None:
    web.replies.update(
        {
            "/page": a_page(),
            "/dead-end": a_page("/gone"),
            "/to-a-page": a_page("/page"),
            "/list": Reply(body=b"<opml><body/></opml>", content_type="text/xml"),
            "/guard": Reply(status=403, headers={"cf-mitigated": "challenge"}),
            "/film": Reply(body=b"x", content_type="video/mp4"),
            "/broken": Reply(status=500),
            "/nothing": Reply(content_type="text/xml"),
            "/gone": Reply(status=410),
        }
    )
    reasons = {path: await refusal(find, path) for path in ("/none", *web.replies)}
    assert reasons == {
        "/none": "fetch-problem-not-found",
        "/page": "load-no-feed-found",
        "/dead-end": "fetch-problem-gone",
        "/to-a-page": "load-no-feed-found",
        "/list": "feed-problem-list",
        "/guard": "fetch-problem-robot-check",
        "/film": "fetch-problem-wrong-type",
        "/broken": "fetch-problem-server-error",
        "/nothing": "feed-problem-empty",
        "/gone": "fetch-problem-gone",
    }


class Scripted:
    """Gives the outcome set for an address."""

    def __init__(self, outcomes: dict[str, FetchOutcome]) -> None:
        self.outcomes = outcomes

    async def fetch(self, url: str, *, kind: FetchKind, **_: object) -> FetchOutcome:
        return self.outcomes.get(url, FetchFailed(reason=FetchProblem.DNS))

    async def aclose(self) -> None:
        """Nothing is held."""


@pytest.mark.parametrize("problem", [FetchProblem.CONNECT, FetchProblem.TLS, FetchProblem.TIMEOUT])
async def test_a_site_without_https_is_found_where_no_scheme_was_named(problem: FetchProblem) -> None:
    body = an_rss("News", "a").body
    outcomes: dict[str, FetchOutcome] = {
        "https://a.example/feed": FetchFailed(reason=problem),
        "http://a.example/feed": Fetched(url="http://a.example/feed", body=body),
    }
    [found] = await find_feeds(Scripted(outcomes), InlinePool(), " a.example/feed ")
    assert found.location == "http://a.example/feed"
    with pytest.raises(SourceRejected, match=f"fetch-problem-{problem}"):
        await find_feeds(Scripted(outcomes), InlinePool(), "https://a.example/feed")


@pytest.mark.parametrize("written", ["feed://a.example/feed", "feed:https://a.example/feed", "FEED://a.example/feed"])
async def test_the_address_behind_a_readers_button_is_the_feeds(written: str) -> None:
    outcomes: dict[str, FetchOutcome] = {
        "https://a.example/feed": Fetched(url="https://a.example/feed", body=an_rss("News", "a").body)
    }
    [found] = await find_feeds(Scripted(outcomes), InlinePool(), written)
    assert found.location == "https://a.example/feed"


@pytest.mark.parametrize("written", ["@Harbour", "t.me/harbour", "https://t.me/s/harbour", "https://t.me/Harbour/7"])
async def test_a_public_channel_is_a_source_however_it_is_named(written: str) -> None:
    address = "https://t.me/s/harbour"
    outcomes: dict[str, FetchOutcome] = {address: Fetched(url=address, body=page(post(7, "The bridge opens")).encode())}
    [found] = await find_feeds(Scripted(outcomes), InlinePool(), written)
    assert (found.location, found.choice.title, found.choice.articles) == (address, "Harbour News", 1)


@pytest.mark.parametrize("written", ["https://t.me/+AbCdEfG", "t.me/joinchat/AAA", "https://t.me/c/1234/5", "@ab"])
async def test_a_private_channel_is_refused_with_the_reason_and_never_asked(written: str) -> None:
    with pytest.raises(SourceRejected, match="feed-problem-no-channel"):
        await find_feeds(Never(), InlinePool(), written)


class Never(Scripted):
    """Fails the test at the first request."""

    def __init__(self) -> None:
        super().__init__({})

    async def fetch(self, url: str, *, kind: FetchKind, **_: object) -> FetchOutcome:
        raise AssertionError(url)


async def test_a_channel_without_a_public_page_is_refused_with_the_reason_after_one_request() -> None:
    asked: list[str] = []

    class Counting(Scripted):
        async def fetch(self, url: str, *, kind: FetchKind, **options: object) -> FetchOutcome:
            asked.append(url)
            return await super().fetch(url, kind=kind, **options)

    body = NO_PUBLIC_PAGE.encode()
    outcomes: dict[str, FetchOutcome] = {"https://t.me/s/harbour": Fetched(url="https://t.me/harbour", body=body)}
    with pytest.raises(SourceRejected, match="feed-problem-no-channel"):
        await find_feeds(Counting(outcomes), InlinePool(), "@harbour")
    assert asked == ["https://t.me/s/harbour"]
