"""What one trip to a parser process does: several posts, or a page's article. Pure.

The parsers are imported where they run: the bot itself names these functions only, and starts half a second sooner.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.models.articles import ParsedArticle, ParseFailed


def parse_posts(posts: Sequence[tuple[str, bytes]], *, link: str | None) -> list[ParsedArticle | ParseFailed]:
    """The articles of (stem, bytes) pairs, in order. A post that trips the parser costs itself alone."""
    from bot.parsers.posts.post import parse_post

    def parse(data: bytes, stem: str) -> ParsedArticle | ParseFailed:
        try:
            return parse_post(data, stem=stem, link=link)
        except Exception as error:
            return ParseFailed(reason=f"The post cannot be read ({type(error).__name__}).")

    return [parse(data, stem) for stem, data in posts]


def page_article(body: bytes, *, url: str, charset: str | None = None) -> ParsedArticle | ParseFailed:
    """The article of a web page; see `page.parse_page`."""
    from bot.parsers.pages.article import parse_page

    return parse_page(body, url=url, charset=charset)
