"""Reads single links: the article at an address that a person named, or an article's page. Stores nothing."""

from __future__ import annotations

import logging

from bot.ingest.reports import LinkRefused, link_refused
from bot.models.articles import Article, PageProblem, ParsedArticle, ParseFailed
from bot.models.fetching import FetchFailed, FetchKind, NotModified
from bot.models.ports import Fetcher
from bot.parsers.batches import page_article
from bot.parsers.pages.full_text import is_same_article, is_stub
from bot.parsers.pool import ParserPool
from bot.store import Store
from bot.text.characters import weighted_length
from bot.web.sites import host_of
from bot.web.urls import canonical_url

logger = logging.getLogger(__name__)

_NOT_READ = (FetchFailed, ParseFailed)


async def read_link(
    url: str, *, store: Store, fetcher: Fetcher, pool: ParserPool, for_owner: bool
) -> ParsedArticle | LinkRefused:
    """The article at a link that a person named: a stored one with its whole text, else the page's.

    Falls back to a stored teaser where the page gives no article, or less text. `for_owner` as in `ports.Fetcher`.
    """
    address = canonical_url(url.strip())
    if address is None:
        return LinkRefused(reason_key="fetch-problem-bad-url")
    known = await store.articles.by_url(address)
    if known is not None and not is_stub(known.text):
        return _as_parsed(known)
    read = await read_page(address, fetcher=fetcher, pool=pool, for_owner=for_owner)
    if known is not None and known.text and _says_less(read, known):
        return _as_parsed(known, page_problem=None if isinstance(read, FetchFailed) else read.page_problem)
    return link_refused(read) if isinstance(read, _NOT_READ) else read


async def read_page(
    address: str, *, fetcher: Fetcher, pool: ParserPool, for_owner: bool
) -> ParsedArticle | ParseFailed | FetchFailed:
    """The article of the page at an address, or why there is none; `for_owner` as in `ports.Fetcher`."""
    outcome = await fetcher.fetch(address, kind=FetchKind.PAGE, for_owner=for_owner)
    if isinstance(outcome, FetchFailed):
        return outcome
    if isinstance(outcome, NotModified):
        return ParseFailed(reason="not modified")
    parsed = await pool.run(page_article, outcome.body, url=outcome.url, charset=outcome.charset)
    if isinstance(parsed, ParseFailed):
        logger.info("page not read host=%s error=%s", host_of(outcome.url), parsed.reason)
    return parsed


def _says_less(read: ParsedArticle | ParseFailed | FetchFailed, known: Article) -> bool:
    """Whether the stored text is the better one to show: the page's is shorter, or of another article."""
    if isinstance(read, _NOT_READ) or weighted_length(read.text) < weighted_length(known.text):
        return True
    return not is_same_article(read, title=known.title, teaser=known.text)


def _as_parsed(article: Article, *, page_problem: PageProblem | None = None) -> ParsedArticle:
    """A stored article in the shape of a page that was read."""
    return ParsedArticle(
        key=article.key,
        title=article.title,
        url=article.url,
        authors=article.authors,
        categories=article.categories,
        text=article.text,
        blocks=tuple(article.blocks),
        language=article.language,
        published_at=article.published_at,
        thumbnail_url=article.thumbnail_url,
        more_pictures=article.more_pictures,
        site=article.source_name,
        page_problem=page_problem,
    )
