"""Gathers what digests are drawn with: asks for summaries in each reader's language, and for pictures, each once."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence

from bot.digest.languages import SummaryLanguages
from bot.digest.material import Material
from bot.digest.pick import Story
from bot.models.articles import Article
from bot.pictures.gather import gather_pictures
from bot.pictures.thumbnails import Thumbnails
from bot.summaries.queue import Purpose
from bot.summaries.service import SummaryService
from summarizer import Summary


async def gather(
    summaries: SummaryService,
    thumbnails: Thumbnails,
    wanted: Sequence[tuple[SummaryLanguages, bool, Sequence[Story]]],
    *,
    purpose: Purpose,
) -> Material:
    """Summaries and pictures for these (languages, pictures shown, stories), each asked for once."""
    by_language: dict[str, dict[int, Article]] = {}
    for languages, _, stories in wanted:
        for language, articles in languages.grouped(article for article, _ in stories).items():
            by_language.setdefault(language, {}).update((article.id, article) for article in articles)
    illustrated = ([article for article, _ in stories] for _, pictures, stories in wanted if pictures)
    pictures, found = await asyncio.gather(
        gather_pictures(thumbnails, illustrated),
        summarise(
            summaries, {language: list(articles.values()) for language, articles in by_language.items()}, purpose
        ),
    )
    return Material(summaries=found, pictures=dict(pictures.ready), cards=dict(pictures.cards))


async def summarise(
    summaries: SummaryService,
    wanted: Mapping[str, Sequence[Article]],
    purpose: Purpose,
    *,
    deadline: float | None = None,
) -> dict[tuple[str, int], Summary]:
    """The summaries of these articles by language and article id."""
    found = await asyncio.gather(
        *(
            summaries.for_articles(articles, language=language, purpose=purpose, deadline=deadline)
            for language, articles in wanted.items()
        )
    )
    return {
        (language, article_id): summary
        for language, answers in zip(wanted, found, strict=True)
        for article_id, summary in answers.items()
    }
