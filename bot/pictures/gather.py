"""Prepares the pictures of digests: each story's best one, with a drawn card as the fallback.

Never raises for what a picture can cause, and waits no longer than the deadline.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.models.articles import Article, ParsedArticle
from bot.models.digests import PictureRef
from bot.pictures.card_design import Card
from bot.pictures.illustrate import candidates, illustrate, own_pictures
from bot.pictures.thumbnails import DEADLINE_SECONDS, Thumbnails
from bot.web.sites import same_host


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """The pictures for digests by address, and the drawn cards by article id."""

    ready: Mapping[str, PictureRef]
    cards: Mapping[int, PictureRef]


async def gather_pictures(
    thumbnails: Thumbnails, digests: Iterable[Sequence[Article]], *, deadline: float = DEADLINE_SECONDS
) -> Pictures:
    """The pictures for these digests, each given by its articles in order.

    Where a picture fails, or is shown with another story of the digest already, the article's next one is fetched.
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
    thumbnails: Thumbnails, article: Article | ParsedArticle, *, own_page: str = ""
) -> PictureRef | None:
    """The best of an article's own pictures that can be fetched, or None.

    `own_page`: the page's address where the owner named it. Pictures on its host may lie on FETCH_TRUSTED_HOSTS; a page
    of strangers leads there in no way.
    """
    for url in candidates(article):
        if url in (ready := await thumbnails.prepare([url], own=[url] if same_host(url, own_page) else ())):
            return ready[url]
    return None


def card_of(article: Article) -> Card:
    """The card for an article: its title, its publisher, its category."""
    category = next((path[-1] for path in article.categories if path), "")
    return Card(title=article.title, source=article.source_name, category=category, language=article.language)
