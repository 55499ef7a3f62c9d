"""Single links, with the real store, the real client and a real server on loopback."""

from __future__ import annotations

from collections.abc import AsyncIterator
from functools import partial

import pytest

from bot.ingest.links import read_link
from bot.ingest.reports import LinkRefused
from bot.models.articles import PageProblem, ParsedArticle
from bot.models.fetching import Fetched, FetchFailed, FetchOutcome, FetchProblem, NotModified
from bot.models.ports import Fetcher
from bot.models.sources import SourceKind, SourceSpec
from bot.parsers.pages.full_text import STUB_LENGTH
from bot.parsers.pool import ParserPool
from bot.store import Store
from bot.web.fetch import HttpFetcher
from tests.fakes import NOON, a_new_article, an_update
from tests.ingest.test_load import SENTENCES, InlinePool, ScriptedFetcher, a_page
from tests.web_server import Reply, WebServer, serve

HELD = "https://a.example/held"
TEASER = "The new bridge over the harbour opened on Monday, and thousands of people walked across it."


@pytest.fixture
async def web() -> AsyncIterator[WebServer]:
    async with serve() as server:
        yield server


class Reader:
    """Reads links as the bot does."""

    def __init__(self, store: Store, fetcher: Fetcher, pool: ParserPool) -> None:
        self._read = partial(read_link, store=store, fetcher=fetcher, pool=pool, for_owner=True)

    async def read(self, url: str) -> ParsedArticle | LinkRefused:
        return await self._read(url)

    async def article(self, url: str) -> ParsedArticle:
        answer = await self.read(url)
        assert isinstance(answer, ParsedArticle), answer
        return answer

    async def refusal(self, url: str) -> str:
        answer = await self.read(url)
        assert isinstance(answer, LinkRefused), answer
        return answer.reason_key


@pytest.fixture
async def reader(store: Store, web: WebServer) -> AsyncIterator[Reader]:
    fetcher = HttpFetcher(trusted_hosts=[web.trusted])
    yield Reader(store, fetcher, InlinePool())
    await fetcher.aclose()


async def holding(store: Store, text: str) -> None:
    source = await store.sources.add(
        SourceSpec(name="S", kind=SourceKind.FEED, location="https://a.example/feed"), now=NOON
    )
    await store.sources.apply(an_update(source.id, a_new_article(url=HELD, text=text)))


def offline(store: Store, outcome: FetchOutcome | None = None) -> Reader:
    return Reader(store, ScriptedFetcher({HELD: outcome} if outcome else {}), InlinePool())


async def test_a_link_gives_its_article(web: WebServer, reader: Reader) -> None:
    web.replies["/page"] = a_page()
    article = await reader.article(web.url("/page?utm_source=chat"))
    assert article.title == "Harbour bridge opens"
    assert article.text.startswith("The new bridge over the harbour opened on Monday.")
    assert article.page_problem is None
    assert web.requests[-1].path == "/page"


async def test_a_link_that_leads_on_is_read_where_it_leads(web: WebServer, reader: Reader) -> None:
    web.replies["/page"] = a_page()
    article = await reader.article(f"https://www.google.com/url?q={web.url('/page')}&sa=t")
    assert article.title == "Harbour bridge opens"


@pytest.mark.parametrize(
    ("url", "reason_key"),
    [
        ("mailto:x@example.org", "fetch-problem-bad-url"),
        ("http://127.0.0.1:9/", "fetch-problem-refused-address"),
        ("http://localhost/", "fetch-problem-refused-address"),
        ("https://l.facebook.com/l.php?u=http%3A%2F%2F127.0.0.1%3A9%2F", "fetch-problem-refused-address"),
    ],
)
async def test_links_that_are_refused(reader: Reader, url: str, reason_key: str) -> None:
    assert await reader.refusal(url) == reason_key


@pytest.mark.parametrize(
    ("reply", "reason_key"),
    [
        (Reply(body=b" ", content_type="text/html"), "load-page-unreadable"),
        (Reply(body=b"%PDF-1.7", content_type="application/pdf"), "page-problem-document"),
        (Reply(body=b"%PDF-1.7", content_type="text/html"), "page-problem-document"),
        (Reply(body=b"x", content_type="image/png"), "page-problem-picture"),
        (Reply(body=b"x", content_type="audio/mpeg"), "page-problem-sound"),
        (Reply(body=b"x", content_type="video/mp4"), "page-problem-film"),
        (Reply(body=b"<rss/>", content_type="application/rss+xml"), "page-problem-feed"),
        (Reply(body=b"<rss/>", content_type="text/xml"), "page-problem-feed"),
        (Reply(body=b"x", content_type="application/zip"), "page-problem-file"),
        (a_page("<p>Please enable JavaScript.</p>"), "page-problem-robots"),
        (Reply(status=403), "fetch-problem-forbidden"),
    ],
)
async def test_what_is_no_page_is_refused_by_its_kind(
    web: WebServer, reader: Reader, reply: Reply, reason_key: str
) -> None:
    web.replies["/page"] = reply
    assert await reader.refusal(web.url("/page")) == reason_key


async def test_an_answer_that_nothing_changed_is_no_page(store: Store) -> None:
    assert await offline(store, NotModified()).refusal(HELD) == "load-page-unreadable"


async def test_an_article_we_hold_is_not_fetched_again(store: Store) -> None:
    await holding(store, "x" * STUB_LENGTH)
    article = await offline(store).article(f"{HELD}?utm_source=chat")
    assert (article.site, len(article.text)) == ("S", STUB_LENGTH)


@pytest.mark.parametrize("variant", ["https://m.a.example/held", "http://www.a.example/held/amp/", f"{HELD}?amp=1"])
async def test_an_article_we_hold_is_found_by_its_variants(store: Store, variant: str) -> None:
    await holding(store, "x" * STUB_LENGTH)
    assert (await offline(store).article(variant)).url == HELD


async def test_a_teaser_is_better_than_nothing(store: Store) -> None:
    await holding(store, TEASER)
    article = await offline(store, FetchFailed(reason=FetchProblem.TIMEOUT)).article(HELD)
    assert (article.text, article.page_problem) == (TEASER, None)


async def test_a_teaser_of_the_feed_is_better_than_a_paywall_and_says_so(store: Store) -> None:
    await holding(store, TEASER)
    body = a_page("<p>Subscribe to continue reading.</p>").body
    article = await offline(store, Fetched(url=HELD, body=body)).article(HELD)
    assert (article.text, article.page_problem) == (TEASER, PageProblem.PAYWALL)


async def test_a_teaser_is_better_than_a_page_that_says_less(store: Store) -> None:
    short = f"{TEASER} The mayor cut a ribbon of four metres, and ships in the harbour blew their horns, and it rained."
    await holding(store, long := f"{short} {'And so it went on. ' * 10}".strip())
    body = a_page(f"<article><p>{short}</p><p>Trains will follow in May.</p></article>").body
    article = await offline(store, Fetched(url=HELD, body=body)).article(HELD)
    assert (article.text, article.page_problem) == (long, None)


async def test_a_teaser_is_better_than_the_front_page_that_its_address_leads_to(store: Store) -> None:
    await holding(store, TEASER)
    offers = ("the weather of the week", "games for all ages", "what television shows tonight", "houses to let")
    told = "".join(f"<p>On these pages you find {offer}, and much more that we chose for you.</p>" for offer in offers)
    front = f"<html><head><title>A Example</title></head><body><article>{told}</article></body></html>".encode()
    article = await offline(store, Fetched(url="https://a.example/", body=front)).article(HELD)
    assert (article.title, article.text) == ("Harbour bridge opens", TEASER)


async def test_a_long_text_that_says_it_goes_on_is_looked_for_on_its_page(store: Store) -> None:
    await holding(store, f"{TEASER} {'x' * STUB_LENGTH} Read more")
    whole = f"<p>{TEASER} And the mayor cut a ribbon of four metres.</p>" * 9
    article = await offline(store, Fetched(url=HELD, body=a_page(whole).body)).article(HELD)
    assert "ribbon" in article.text


async def test_a_page_says_more_than_the_teaser_we_hold(store: Store) -> None:
    await holding(store, TEASER)
    article = await offline(store, Fetched(url=HELD, body=a_page().body)).article(HELD)
    assert article.text == SENTENCES.strip()
