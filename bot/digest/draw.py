"""Draws digests for chats from what was gathered: each distinct one once, shared by all who get it (pure)."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypedDict, assert_never

from bot.digest.pick import Picked, Story
from bot.digest.plan import FIRST_WINDOW, Drawn
from bot.models.articles import CategoryPath
from bot.models.chats import ORIGINAL, Chat, DigestFormat
from bot.models.digests import Digest, DigestItem, PictureRef
from bot.pictures.illustrate import illustrate
from bot.render.classic import render_classic
from bot.render.phrases import is_long
from bot.render.rich import render_rich
from bot.texts import Say, speaker
from summarizer import Summary, same_language


class _ReaderArguments(TypedDict):
    say: Say
    language: str
    bot_username: str
    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What a batch's stories are drawn with: summaries by language and article, pictures by address,
    cards by article.
    """

    summaries: Mapping[tuple[str, int], Summary]
    pictures: Mapping[str, PictureRef]
    cards: Mapping[int, PictureRef] = field(default_factory=dict)

    def items(self, stories: Sequence[Story], *, language: str, pictures: bool) -> tuple[DigestItem, ...]:
        """The stories of one digest as they are shown; no picture stands in it twice."""
        items = []
        shown = illustrate((article for article, _ in stories), self.pictures).pictures if pictures else {}
        for article, also in stories:
            summary = _telling(self.summaries.get((language, article.id)), article.title)
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


def _telling(summary: Summary | None, title: str) -> Summary | None:
    """The summary, unless it says only what the title says: some posts hold nothing else."""
    return summary if summary and _letters(summary.text) not in _letters(title) else None


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


class Drawings:
    """Digests drawn for one batch: each once, shared by all chats that get the same."""

    def __init__(self, material: Material, digest_format: DigestFormat, *, bot_username: str, now: datetime) -> None:
        self._material = material
        self._format = digest_format
        self._bot_username = bot_username
        self._now = now
        self._drawn: dict[Hashable, Drawn] = {}

    def __len__(self) -> int:
        return len(self._drawn)

    def of(self, chat: Chat, category: CategoryPath, picked: Picked) -> Drawn:
        """The contents of this digest as this chat sees it."""
        ids = tuple((article.id, *(other.id for other in also)) for article, also in picked.items)
        more = tuple(article.id for article in picked.more)
        look = (chat.ui_language, chat.summary_language, chat.zone, chat.pictures, chat.format)
        since = self._since(chat)
        key = (category, ids, more, picked.continued, look, since if is_long(since, self._now) else None)
        if key not in self._drawn:
            self._drawn[key] = self._draw(chat, category, picked)
        return self._drawn[key]

    def _since(self, chat: Chat) -> datetime:
        return chat.last_digest_at or self._now - FIRST_WINDOW

    def _draw(self, chat: Chat, category: CategoryPath, picked: Picked) -> Drawn:
        items = self._material.items(picked.items, language=chat.summary_language, pictures=chat.pictures)
        digest = Digest(
            category=category,
            since=self._since(chat),
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
