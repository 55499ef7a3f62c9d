"""Decides which feed entries are stubs, when a page's text replaces a stub, and when a failed page is retried. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.models.articles import NewArticle, ParsedArticle, ParseFailed
from bot.models.fetching import FetchFailed, FetchProblem
from bot.parsers.pages.phrases import phrases
from bot.text.characters import weighted_length
from bot.text.letters import letters
from bot.text.patterns import late
from bot.web.channels import is_telegram

STUB_LENGTH = 600  # a feed's text below this is a teaser: about a hundred words, or two hundred characters of Chinese
OPEN_STUB_LENGTH = 2000  # or below this, if it says itself that it goes on elsewhere
MAX_PAGES_A_READING = 20  # of one source: its newest; more at once is an archive, not news
MIN_GAIN = 1.2  # a page's text is the better one if it says this much more
GRAM = 5  # letters
MIN_TEASER_SHARE = 0.5  # of a teaser's grams that its page repeats: leads are often rewritten
MIN_TITLE_SHARE = 0.6
RETRY_AFTER = (timedelta(minutes=5), timedelta(hours=1))  # after the first failure, after the second; then never

_PASSING = {
    FetchProblem.DNS,
    FetchProblem.CONNECT,
    FetchProblem.PROXY,
    FetchProblem.TIMEOUT,
    FetchProblem.RATE_LIMITED,
}
_ENDS_OPEN = late(r"(?:…|\.{3}|\[(?:…|\.{3}|&hellip;|\+)\]|\(…\)|»|›|→|>>)\s*$", re.IGNORECASE)


def is_stub(text: str) -> bool:
    """Whether a feed's text is a stub: only a teaser or the beginning of the article."""
    length = weighted_length(text)
    return length < STUB_LENGTH or (length < OPEN_STUB_LENGTH and _goes_on(text[-80:]))


def with_pages_wanted(articles: Sequence[NewArticle]) -> tuple[NewArticle, ...]:
    """The articles, with `wants_page` set on the newest recent stubs, at most MAX_PAGES_A_READING of them."""
    # The page of a Telegram post has no more than the post.
    paged = (one for one in articles if one.recent and one.parsed.url and not is_telegram(one.parsed.url))
    stubs = [one for one in paged if is_stub(one.parsed.text)]
    newest = sorted(stubs, key=lambda one: one.published_at, reverse=True)[:MAX_PAGES_A_READING]
    wanted = {one.parsed.key for one in newest}
    return tuple(replace(one, wants_page=one.parsed.key in wanted) for one in articles)


def is_better(page: ParsedArticle, *, title: str, teaser: str) -> bool:
    """Whether a page's text replaces the feed's: it is whole, longer, and of the same article."""
    if page.page_problem is not None or weighted_length(page.text) <= MIN_GAIN * weighted_length(teaser):
        return False
    return is_same_article(page, title=title, teaser=teaser)


def is_same_article(page: ParsedArticle, *, title: str, teaser: str) -> bool:
    """Whether a page shows the article with this title and teaser: old addresses often redirect to a front page."""
    page_grams = _grams(f"{page.title}\n{page.text}")
    return _share(teaser, page_grams) >= MIN_TEASER_SHARE or _share(title, page_grams) >= MIN_TITLE_SHARE


def next_try(failed: FetchFailed | ParseFailed, *, tries: int, now: datetime) -> datetime | None:
    """The time of the next retry after a page was not fetched, or not judged, or None. `tries` counts these."""
    if isinstance(failed, ParseFailed):
        passing, wait = not failed.is_final, None
    else:
        passing = failed.reason in _PASSING or (failed.status is not None and failed.status >= 500)
        wait = failed.retry_after
    if not passing or tries > len(RETRY_AFTER):
        return None
    return now + max(RETRY_AFTER[tries - 1], wait or timedelta())


def _goes_on(end: str) -> bool:
    """Whether the end of a text says that it continues elsewhere: "[…]", "read more"."""
    return bool(_ENDS_OPEN.search(end) or phrases().read_more.search(end))


def _grams(text: str) -> frozenset[str]:
    line = letters(text)
    return frozenset(line[start : start + GRAM] for start in range(len(line) - GRAM + 1))


def _share(text: str, of: frozenset[str]) -> float:
    grams = _grams(text)
    return len(grams & of) / len(grams) if grams else 0.0
