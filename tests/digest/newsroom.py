"""A newsroom for tests of digests: the real store and composer, the extractive engine, a scripted web."""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable
from datetime import time, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar, cast

from PIL import Image

from bot.digest.compose import Composer
from bot.models.articles import NewArticle
from bot.models.chats import Chat, DigestFormat, DigestMode, Schedule
from bot.models.decisions import Sent
from bot.models.fetching import Fetched, FetchFailed, FetchKind, FetchOutcome, FetchProblem
from bot.models.messages import NewMessage, OutboxMessage
from bot.models.pictures import Shrunk
from bot.models.sources import Source, SourceKind, SourceSpec, SourceUpdate
from bot.pictures.card_design import Card
from bot.pictures.tasks import draw_card
from bot.pictures.thumbnails import Thumbnails
from bot.store import Store
from bot.summaries.service import SummaryService
from summarizer import ExtractiveSummarizer
from tests.fakes import FakeClock, a_chat, a_parsed_article

T = TypeVar("T")
DAILY = Schedule(mode=DigestMode.TIMES, times=(time(12),))


def png(width: int = 200, height: int = 150) -> bytes:
    out = io.BytesIO()
    image = Image.new("RGB", (width, height), "teal")
    image.paste("white", (width // 2, 0, width, height))
    image.save(out, "PNG")
    return out.getvalue()


class ScriptedFetcher:
    """Every address has the same picture, but those that name "other", and "lost"."""

    def __init__(self) -> None:
        self.urls: list[str] = []

    async def fetch(self, url: str, *, kind: FetchKind, **_: Any) -> FetchOutcome:
        self.urls.append(url)
        if "lost" in url:
            return FetchFailed(reason=FetchProblem.GONE)
        return Fetched(url=url, body=png(150, 200) if "other" in url else png())

    async def aclose(self) -> None: ...


class InlinePool:
    """Runs a parser here and now; a card that one test had drawn is another's, too, as it costs more than the test."""

    async def run(self, function: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        return cast("T", drawn(*args)) if function is draw_card else function(*args, **kwargs)


@lru_cache(maxsize=200)
def drawn(card: Card) -> Shrunk:
    return draw_card(card)


class Newsroom:
    """A store with sources, into which articles come, and a composer over it."""

    def __init__(self, store: Store, clock: FakeClock, folder: Path) -> None:
        self.store = store
        self.clock = clock
        self.fetcher = ScriptedFetcher()
        self.summaries = SummaryService(store=store, summarizer=ExtractiveSummarizer(), clock=clock)
        self.thumbnails = Thumbnails(store=store, fetcher=self.fetcher, pool=InlinePool(), clock=clock, folder=folder)
        self.composer = self.a_composer()
        self._numbers = itertools.count(1)
        self._sources: dict[str, Source] = {}

    def a_composer(self, *, digest_format: DigestFormat = DigestFormat.AUTO, max_stories: int = 10) -> Composer:
        return Composer(
            store=self.store,
            summaries=self.summaries,
            thumbnails=self.thumbnails,
            clock=self.clock,
            max_stories=max_stories,
            digest_format=digest_format,
            bot_username="tidings_bot",
        )

    async def arrives(
        self, title: str, *categories: tuple[str, ...], source: str = "Example News", **changes: Any
    ) -> int:
        """One article comes in; returns its id. `story`, `recent` and `published` may be given."""
        if source not in self._sources:
            spec = SourceSpec(name=source, kind=SourceKind.FEED, location=f"https://{len(self._sources)}.example/feed")
            self._sources[source] = await self.store.sources.add(spec, now=self.clock.now())
        number = next(self._numbers)
        new = NewArticle(
            wants_page=changes.pop("wants_page", False),
            language=changes.pop("language", "en"),
            fingerprint=str(number),
            own_story_id=changes.pop("story", f"story-{number}"),
            published_at=changes.pop("published", self.clock.now() - timedelta(minutes=number)),
            recent=changes.pop("recent", True),
            sketch=changes.pop("sketch", None),
            parsed=a_parsed_article(
                title,
                **{
                    "key": str(number),
                    "url": f"https://example.org/{number}",
                    "categories": categories or (("World",),),
                    **changes,
                },
            ),
        )
        update = SourceUpdate(
            source_id=self._sources[source].id,
            checked_at=self.clock.now(),
            next_check_at=self.clock.now(),
            articles=(new,),
        )
        (article_id,) = (await self.store.sources.apply(update)).new_ids
        return article_id

    def source(self, name: str) -> Source:
        return self._sources[name]

    async def joins(self, *categories: tuple[str, ...], chat_id: int = 100, **changes: Any) -> Chat:
        """A chat that subscribed to these categories."""
        chat = a_chat(chat_id, **{"schedule": DAILY, **changes})
        await self.store.chats.save(chat)
        for category in categories or (("World",),):
            await self.store.chats.subscribe(chat.key, category)
        return chat

    async def now(self, chat: Chat) -> Chat:
        current = await self.store.chats.get(chat.key)
        assert current is not None
        return current

    async def queued(self) -> list[NewMessage]:
        """Everything the outbox holds, in the order it would be sent."""
        found: list[OutboxMessage] = []
        while claimed := await self.store.outbox.claim(owner="test", now=self.clock.now(), limit=100):
            found += claimed
            for row in claimed:
                await self._done(row)
        return [row.message for row in found]

    async def _done(self, row: OutboxMessage) -> None:
        sent = Sent(message_ids=(1,))
        await self.store.outbox.settle(row.id, owner="test", decision=sent, now=self.clock.now())


def html(message: NewMessage) -> str:
    """The HTML of a message."""
    return message.content.html
