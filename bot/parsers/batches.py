"""The tasks of a parser process: parse several posts, or one page. Pure.

The parsers are imported inside the functions, so that the bot, which only names them, starts half a second sooner.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.models.articles import ParsedArticle, ParseFailed


def parse_posts(posts: Sequence[tuple[str, bytes]], *, link: str | None) -> list[ParsedArticle | ParseFailed]:
    """The articles of (stem, bytes) pairs, in order. An exception in one post makes only that one a ParseFailed."""
    from bot.parsers.posts.post import parse_post

    def parse(data: bytes, stem: str) -> ParsedArticle | ParseFailed:
        try:
            return parse_post(data, stem=stem, link=link)
        except Exception as error:
            return ParseFailed(reason=f"The post cannot be read ({type(error).__name__}).")

    return [parse(data, stem) for stem, data in posts]


def page_article(body: bytes, *, url: str, charset: str | None = None) -> ParsedArticle | ParseFailed:
    """The article of a web page; see `article.parse_page`."""
    from bot.parsers.pages.article import parse_page

    return parse_page(body, url=url, charset=charset)
