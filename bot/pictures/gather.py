"""Gets the pictures of digests ready: each story's best that can be had, a drawn card for want of any.

Never raises for what a picture can cause, and waits only so long.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.models.articles import Article, ParsedArticle
from bot.models.digests import PictureRef
from bot.pictures.card_design import Card
from bot.pictures.illustrate import candidates, illustrate, own_pictures
from bot.pictures.thumbnails import Thumbnails

DEADLINE_SECONDS = 30.0  # for all of a batch's pictures, the second and third tries among them


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """What digests are illustrated with: pictures by address, cards by article id."""

    ready: Mapping[str, PictureRef]
    cards: Mapping[int, PictureRef]


async def gather_pictures(
    thumbnails: Thumbnails, digests: Iterable[Sequence[Article]], *, deadline: float = DEADLINE_SECONDS
) -> Pictures:
    """The pictures for these digests (the articles that each shows, in its order).

    Where a picture is broken, or shown with another story of the digest already, the article's next one is fetched.
    """
    distinct = {tuple(article.id for article in digest): digest for digest in digests}.values()
    loop = asyncio.get_running_loop()
    until = loop.time() + deadline
    own = {url for digest in distinct for article in digest for url in own_pictures(article, candidates(article))}
    ready: dict[str, PictureRef] = {}
    tried: set[str] = set()
    while wanted := {url for digest in distinct for url in illustrate(digest, ready, tried=tried).wanted}:
        ready |= await thumbnails.prepare(sorted(wanted), own=own, deadline=max(until - loop.time(), 0))
        tried |= wanted
    bare = {
        article.id: card_of(article)
        for digest in distinct
        for article in digest
        if article.id not in illustrate(digest, ready, tried=tried).pictures
    }
    drawn = await thumbnails.cards(bare.values())
    return Pictures(ready=ready, cards={id_: drawn[card] for id_, card in bare.items() if card in drawn})


async def first_picture(
    thumbnails: Thumbnails, article: Article | ParsedArticle, *, for_owner: bool = False
) -> PictureRef | None:
    """The best of an article's own pictures that can be had; `for_owner` as in `ports.Fetcher`."""
    for url in candidates(article):
        if url in (ready := await thumbnails.prepare([url], own=[url] if for_owner else ())):
            return ready[url]
    return None


def card_of(article: Article) -> Card:
    """The card for an article: its title, who tells it, its own category."""
    category = next((path[-1] for path in article.categories if path), "")
    return Card(title=article.title, source=article.source_name, category=category, language=article.language)
