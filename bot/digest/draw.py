"""Draws digests from summaries and pictures: each distinct one once, shared by all chats that get it. Pure."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypedDict, assert_never

from bot.digest.pick import Picked, Story
from bot.digest.plan import Drawn, period_start
from bot.models.articles import CategoryPath
from bot.models.chats import ORIGINAL, Chat, DigestFormat
from bot.models.digests import Digest, DigestItem, PictureRef
from bot.pictures.illustrate import illustrate
from bot.render.classic import render_classic
from bot.render.phrases import is_long
from bot.render.rich import render_rich
from bot.texts import Say, speaker
from summarizer import Summary, letters_of, same_language

KEPT_DRAWINGS = 500  # the oldest one gives way


class _ReaderArguments(TypedDict):
    say: Say
    language: str
    bot_username: str
    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Summaries by language and article id, pictures by address, cards by article id: to draw a batch with."""

    summaries: dict[tuple[str, int], Summary]
    pictures: dict[str, PictureRef]
    cards: dict[int, PictureRef] = field(default_factory=dict)

    def add(self, more: Material) -> None:
        """Take over what was gathered later."""
        self.summaries.update(more.summaries)
        self.pictures.update(more.pictures)
        self.cards.update(more.cards)

    def items(self, stories: Sequence[Story], *, language: str, pictures: bool) -> tuple[DigestItem, ...]:
        """The stories of one digest as they are shown; no picture is shown twice."""
        items = []
        shown = illustrate((article for article, _ in stories), self.pictures).pictures if pictures else {}
        for article, also in stories:
            summary = _unless_repeated(self.summaries.get((language, article.id)), article.title)
            items.append(
                DigestItem(
                    article=article,
                    summary=summary,
                    picture=shown.get(article.id) or (self.cards.get(article.id) if pictures else None),
                    is_card=article.id not in shown,
                    also=also,
                    untranslated=is_untranslated(summary, language),
                )
            )
        return tuple(items)


def is_untranslated(summary: Summary | None, language: str) -> bool:
    """Whether a summary stayed in the article's language though `language` was asked for."""
    return summary is not None and language != ORIGINAL and not same_language(summary.language, language)


def _unless_repeated(summary: Summary | None, title: str) -> Summary | None:
    """The summary, or None if it only repeats the title: some posts have no other text."""
    return summary if summary and letters_of(summary.text) not in letters_of(title) else None


class Drawings:
    """The digests drawn at one moment. A digest is drawn once and shared by all chats that get the same."""

    def __init__(self, material: Material, digest_format: DigestFormat, *, bot_username: str, now: datetime) -> None:
        self.material = material
        self._format = digest_format
        self._bot_username = bot_username
        self._now = now
        self._drawn: dict[Hashable, Drawn] = {}
        self.count = 0  # how many were drawn so far

    def of(self, chat: Chat, category: CategoryPath, picked: Picked) -> Drawn:
        """The contents of one category of a digest as this chat sees it."""
        ids = tuple((article.id, *(other.id for other in also)) for article, also in picked.items)
        more = tuple(article.id for article in picked.more)
        look = (chat.ui_language, chat.summary_language, chat.zone, chat.pictures, chat.format)
        since = period_start(chat, now=self._now)
        key = (category, ids, more, picked.continued, look, since if is_long(since, self._now) else None)
        if key not in self._drawn:
            if len(self._drawn) >= KEPT_DRAWINGS:
                del self._drawn[next(iter(self._drawn))]
            self._drawn[key] = self._draw(chat, category, picked)
            self.count += 1
        return self._drawn[key]

    def _draw(self, chat: Chat, category: CategoryPath, picked: Picked) -> Drawn:
        items = self.material.items(picked.items, language=chat.summary_language, pictures=chat.pictures)
        digest = Digest(
            category=category,
            since=period_start(chat, now=self._now),
            until=self._now,
            items=items,
            more=picked.more,
            continued=picked.continued,
        )
        reader: _ReaderArguments = {
            "say": speaker(chat.ui_language),
            "language": chat.ui_language,
            "bot_username": self._bot_username,
            "zone": chat.zone,
        }
        match chat.format if chat.format is not DigestFormat.AUTO else self._format:
            case DigestFormat.CLASSIC:
                return tuple((content, ()) for content in render_classic(digest, **reader))
            case DigestFormat.RICH | DigestFormat.AUTO:
                return ((render_rich(digest, **reader), render_classic(digest, **reader)),)
            case digest_format:
                assert_never(digest_format)
