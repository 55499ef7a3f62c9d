"""Feeds by address and title, before anybody has looked at them: which hold comments, and where they usually are. Pure.

Loads no parser: the bot works with what a parser process found.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

from bot.text.words import any_of, merged

COMMON_PATHS = ("feed", "rss", "rss.xml", "atom.xml", "index.xml", "feed.xml", "feed.json")
MAX_SECTION_DEPTH = 2  # "/blog", "/en/news": deeper pages are articles


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedFeed:
    """A feed's address and title, as a page names them."""

    url: str
    title: str = ""


def usual_addresses(url: str) -> tuple[str, ...]:
    """The usual addresses of feeds: below `url` if that is a section of the site, then at the site's root."""
    segments = [segment for segment in urlsplit(url).path.split("/") if segment]
    is_section = 0 < len(segments) <= MAX_SECTION_DEPTH and "." not in segments[-1]
    folders = ("/" + "/".join(segments) + "/", "/") if is_section else ("/",)
    return tuple(urljoin(url, folder + path) for folder in folders for path in COMMON_PATHS)


def is_of_comments(feed: NamedFeed) -> bool:
    """Whether the feed holds readers' comments instead of articles."""
    comments = _comments()
    return bool(comments.search(feed.title) or comments.search(urlsplit(feed.url).path))


@lru_cache(maxsize=1)
def _comments() -> re.Pattern[str]:
    return re.compile(any_of(merged().feeds.comments_patterns), re.IGNORECASE)
