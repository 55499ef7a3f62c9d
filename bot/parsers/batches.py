"""The tasks of a parser process: a feed, the feeds a page names, several posts, a page. Pure.

The parsers are imported inside the functions: the bot only names these, and need not load what they need.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ParamSpec, TypeVar

from bot.models.articles import ParsedArticle, ParsedFeed, ParseFailed
from bot.parsers.feeds.named import NamedFeed

_P = ParamSpec("_P")
_T = TypeVar("_T")


def needs(*modules: str) -> Callable[[Callable[_P, _T]], Callable[_P, _T]]:
    """Marks a task with the modules that a parser process loads before the task's time begins to run."""

    def mark(task: Callable[_P, _T]) -> Callable[_P, _T]:
        vars(task)["needs"] = modules
        return task

    return mark


@needs("bot.parsers.feeds.xml_feed")
def parse_feed(
    body: bytes, *, url: str, content_type: str = "", charset: str | None = None
) -> ParsedFeed | ParseFailed:
    """The feed in `body`; see `xml_feed.parse_feed`."""
    from bot.parsers.feeds import xml_feed

    return xml_feed.parse_feed(body, url=url, content_type=content_type, charset=charset)


@needs("bot.parsers.feeds.discovery")
def named_feeds(page: bytes, *, url: str, charset: str | None = None) -> tuple[NamedFeed, ...]:
    """The feeds that a web page names; see `discovery.named_feeds`."""
    from bot.parsers.feeds import discovery

    return discovery.named_feeds(page, url=url, charset=charset)


@needs("bot.parsers.posts.post", "bot.text.word_files")
def parse_posts(posts: Sequence[tuple[str, bytes]], *, link: str | None) -> list[ParsedArticle | ParseFailed]:
    """The articles of (stem, bytes) pairs, in order. An exception in one post makes only that one a ParseFailed."""
    from bot.parsers.posts.post import post_steps

    found: list[ParsedArticle | ParseFailed | None] = [None] * len(posts)
    running = [(at, post_steps(data, stem=stem, link=link)) for at, (stem, data) in enumerate(posts)]
    while running:
        left = []
        for at, steps in running:
            try:
                next(steps)
                left.append((at, steps))
            except StopIteration as end:
                found[at] = end.value
            except Exception as error:
                found[at] = ParseFailed(reason=f"The post cannot be read ({type(error).__name__}).")
        running = left
    return [result for result in found if result is not None]


@needs("bot.parsers.pages.article")
def page_article(body: bytes, *, url: str, charset: str | None = None) -> ParsedArticle | ParseFailed:
    """The article of a web page; see `article.parse_page`."""
    from bot.parsers.pages.article import parse_page

    return parse_page(body, url=url, charset=charset)
