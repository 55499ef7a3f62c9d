"""Decides which articles of a feed are completed from their pages, whether a page's text is the better one, and when a
page that could not be read is tried again. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.models.articles import NewArticle, ParsedArticle
from bot.models.fetching import FetchFailed, FetchProblem
from bot.parsers.pages.phrases import phrases
from bot.parsers.pages.text import letters
from bot.text.characters import weighted_length

STUB_LENGTH = 600  # a feed's text below this is a teaser: about a hundred words, or two hundred characters of Chinese
OPEN_STUB_LENGTH = 2000  # or below this, if it says itself that it goes on elsewhere
MAX_PAGES_A_READING = 20  # of one source: its newest; more at once is an archive, not news
MIN_GAIN = 1.2  # a page's text is the better one if it says this much more
GRAM = 5  # letters
MIN_TEASER_SHARE = 0.5  # of a teaser's grams that its page repeats: leads are often rewritten
MIN_TITLE_SHARE = 0.6
RETRY_AFTER = (timedelta(minutes=5), timedelta(hours=1))  # after the first failure, after the second; then never

_PASSING = {FetchProblem.DNS, FetchProblem.CONNECT, FetchProblem.TIMEOUT, FetchProblem.RATE_LIMITED}
_ENDS_OPEN = re.compile(r"(?:…|\.{3}|\[(?:…|\.{3}|&hellip;|\+)\]|\(…\)|»|›|→|>>)\s*$", re.IGNORECASE)


def is_stub(text: str) -> bool:
    """Whether a feed's text is only the beginning of an article, or a word about it."""
    length = weighted_length(text)
    return length < STUB_LENGTH or (length < OPEN_STUB_LENGTH and _goes_on(text[-80:]))


def with_pages_wanted(articles: Sequence[NewArticle]) -> tuple[NewArticle, ...]:
    """A feed's new articles; the newest of those whose text is a stub, and which are recent, want their pages."""
    stubs = [one for one in articles if one.recent and one.parsed.url and is_stub(one.parsed.text)]
    newest = sorted(stubs, key=lambda one: one.published_at, reverse=True)[:MAX_PAGES_A_READING]
    wanted = {one.parsed.key for one in newest}
    return tuple(replace(one, wants_page=one.parsed.key in wanted) for one in articles)


def is_better(page: ParsedArticle, *, title: str, teaser: str) -> bool:
    """Whether a page's text is better than the feed's: an article's whole text, longer, and of the same story."""
    if page.page_problem is not None or weighted_length(page.text) <= MIN_GAIN * weighted_length(teaser):
        return False
    return tells_the_same(page, title=title, teaser=teaser)


def tells_the_same(page: ParsedArticle, *, title: str, teaser: str) -> bool:
    """Whether a page is that of the article with this title and teaser: addresses of old lead to front pages."""
    told = _grams(f"{page.title}\n{page.text}")
    return _share(teaser, told) >= MIN_TEASER_SHARE or _share(title, told) >= MIN_TITLE_SHARE


def next_try(failed: FetchFailed, *, tries: int, now: datetime) -> datetime | None:
    """When a page that could not be fetched is tried again, `tries` counting this one; None: never."""
    passing = failed.reason in _PASSING or (failed.status is not None and failed.status >= 500)
    if not passing or tries > len(RETRY_AFTER):
        return None
    return now + max(RETRY_AFTER[tries - 1], failed.retry_after or timedelta())


def _goes_on(end: str) -> bool:
    """Whether a text's end says that the text goes on elsewhere: "[…]", "read more"."""
    return bool(_ENDS_OPEN.search(end) or phrases().read_more.search(end))


def _grams(text: str) -> frozenset[str]:
    line = letters(text)
    return frozenset(line[start : start + GRAM] for start in range(len(line) - GRAM + 1))


def _share(text: str, told: frozenset[str]) -> float:
    grams = _grams(text)
    return len(grams & told) / len(grams) if grams else 0.0
