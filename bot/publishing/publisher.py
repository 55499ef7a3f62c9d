"""What a chat publishes outside Telegram, gathered when somebody asks for it: its digests' stories and summaries."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Awaitable, Callable, Sequence
from itertools import groupby
from typing import Literal

from bot.digest.languages import is_read, summary_languages
from bot.models.articles import Article
from bot.models.chats import Chat
from bot.models.ports import Clock
from bot.models.published import Publication, PublishedStory, ToldStory
from bot.publishing.atom import atom
from bot.publishing.web_page import web_page
from bot.render.phrases import Reader, article_url, path_name, title_text
from bot.store import Store
from bot.summaries.service import SummaryService
from bot.text.clean import clean_line
from bot.text.markup import safe_url, shorten
from bot.texts import speaker
from summarizer import Summary

MAX_STORIES = 100
TEXT_UNITS = 300  # of an article whose summary is not kept any more
TOKEN_BYTES = 24  # 192 bits: nobody guesses one

Kind = Literal["atom", "html"]


def new_token() -> str:
    """A token for an address."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def address_of(base: str, token: str, kind: Kind) -> str:
    """The address of a chat's feed or page; `bot.metrics.serving` answers it."""
    return f"{base}/digests/{token}.{kind}"


class Publisher:
    """Answers the private addresses of chats."""

    def __init__(
        self, *, store: Store, summaries: SummaryService, clock: Clock, username: Callable[[], Awaitable[str]]
    ) -> None:
        self._store = store
        self._summaries = summaries
        self._clock = clock
        self._username = username  # known once Telegram has answered

    async def document(self, token: str, kind: Kind) -> bytes | None:
        """The feed or the page under this token; None where nothing is published under it."""
        key = await self._store.publications.chat_of(token)
        chat = None if key is None else await self._store.chats.get(key)
        if chat is None:
            return None
        reader = Reader(
            say=speaker(chat.ui_language),
            language=chat.ui_language,
            zone=chat.zone,
            bot_username=await self._username(),
        )
        publication = await self._publication(chat, reader, hashlib.sha256(token.encode()).hexdigest()[:32])
        return atom(publication) if kind == "atom" else web_page(publication, reader).encode()

    async def _publication(self, chat: Chat, reader: Reader, key: str) -> Publication:
        told = await self._store.publications.told(chat.key, limit=MAX_STORIES)
        stored = await self._store.articles.many([one.article_id for one in told])
        articles = {article.id: article for article in stored}
        shown = _as_told([(one, articles[one.article_id]) for one in told if one.article_id in articles], chat)
        summaries = await self._summarised(chat, [article for _, article in shown])
        return Publication(
            key=key,
            title=reader.say("publish-title"),
            language=chat.ui_language,
            updated_at=max((one.told_at for one, _ in shown), default=self._clock.now()),
            stories=tuple(_story(one, article, summaries.get(article.id), reader) for one, article in shown),
        )

    async def _summarised(self, chat: Chat, articles: Sequence[Article]) -> dict[int, Summary]:
        """The summaries that the chat was shown; those that are not kept any more are not made again."""
        languages = summary_languages(chat, translates=self._summaries.translates)
        found: dict[int, Summary] = {}
        for language, some in languages.grouped(articles).items():
            found |= await self._summaries.known(some, language=language)
        return found


def _as_told(shown: Sequence[tuple[ToldStory, Article]], chat: Chat) -> list[tuple[ToldStory, Article]]:
    """The stories with those of each section as digests have them: in languages that are read, then the newest."""
    ordered: list[tuple[ToldStory, Article]] = []
    for _, section in groupby(shown, key=lambda each: (each[0].told_at, each[0].category)):
        newest = sorted(section, key=lambda each: each[1].published_at, reverse=True)
        ordered += sorted(newest, key=lambda each: bool(chat.reads) and not is_read(each[1].language, chat.reads))
    return ordered


def _story(told: ToldStory, article: Article, summary: Summary | None, reader: Reader) -> PublishedStory:
    return PublishedStory(
        key=str(article.id),
        title=(summary.title if summary else "") or title_text(article),
        url=article_url(article, reader.bot_username) or "",
        summary=summary.text if summary else shorten(clean_line(article.text), TEXT_UNITS),
        source=article.source_name,
        category=path_name(told.category) if told.category else "",
        language=summary.language if summary else article.language,
        thumbnail=safe_url(article.thumbnail_url) or "",
        published_at=article.published_at,
        told_at=told.told_at,
    )
