"""Builders and hand-made fakes that every test may use."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.models.articles import Article, NewArticle, ParsedArticle
from bot.models.chats import Chat, ChatKey, ChatKind, DigestMode, Schedule
from bot.models.composed import ComposedDigest, Recipient, Section, ToldStory
from bot.models.digests import StoredPicture
from bot.models.messages import Delivered, MessageKind, NewMessage, OutboxMessage, Refused, SendResult, TextContent
from bot.models.sources import Source, SourceKind, SourceSpec, SourceUpdate
from bot.stories.identity import fingerprint

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)  # a Monday


class FakeClock:
    """A clock that moves only when told to; `sleep` returns once the clock was moved past it."""

    def __init__(self, now: datetime = NOON) -> None:
        self._now = now
        self._monotonic = 1000.0
        self._sleepers: list[tuple[float, asyncio.Future[None]]] = []

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._monotonic

    async def sleep(self, seconds: float) -> None:
        if seconds <= 0:
            await asyncio.sleep(0)
            return
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._sleepers.append((self._monotonic + seconds, future))
        await future

    def advance(self, seconds: float = 0, **delta: float) -> None:
        step = timedelta(seconds=seconds, **delta)
        self._now += step
        self._monotonic += step.total_seconds()
        due = [entry for entry in self._sleepers if entry[0] <= self._monotonic]
        self._sleepers = [entry for entry in self._sleepers if entry[0] > self._monotonic]
        for _, future in due:
            if not future.done():
                future.set_result(None)

    @property
    def sleepers(self) -> int:
        return len(self._sleepers)


def a_source(
    source_id: int = 1, *, name: str = "Example News", kind: SourceKind = SourceKind.FEED, **changes: Any
) -> Source:
    spec_fields = {"location": "https://example.org/feed.xml", "category": ("World",), "language": None, "link": None}
    spec = SourceSpec(name=name, kind=kind, **{key: changes.pop(key, value) for key, value in spec_fields.items()})
    return Source(id=source_id, spec=spec, **{"next_check_at": NOON, **changes})


def a_parsed_article(title: str = "Harbour bridge opens", **changes: Any) -> ParsedArticle:
    fields: dict[str, Any] = {
        "key": f"key:{title}",
        "url": f"https://example.org/{abs(hash(title)) % 10**8}",
        "text": "The new bridge over the harbour opened on Monday. Thousands of people walked across it.",
        "published_at": NOON - timedelta(hours=1),
    }
    return ParsedArticle(title=title, **{**fields, **changes})


def an_article(article_id: int = 1, *, title: str = "Harbour bridge opens", **changes: Any) -> Article:
    fields: dict[str, Any] = {
        "source_id": 1,
        "source_name": "Example News",
        "key": f"key-{article_id}",
        "url": f"https://example.org/{article_id}",
        "authors": (),
        "categories": (("World",),),
        "text": "The new bridge over the harbour opened on Monday. Thousands of people walked across it.",
        "blocks": (),
        "language": "en",
        "published_at": NOON - timedelta(hours=1),
        "seen_at": NOON,
        "thumbnail_url": None,
        "story_id": f"story-{article_id}",
    }
    return Article(id=article_id, title=title, **{**fields, **changes})


def a_chat(chat_id: int = 100, *, thread_id: int = 0, **changes: Any) -> Chat:
    fields: dict[str, Any] = {
        "kind": ChatKind.PRIVATE,
        "title": "Ada",
        "schedule": Schedule(mode=DigestMode.TIMES, times=(NOON.time(),)),
        "next_digest_at": NOON,
    }
    return Chat(key=ChatKey(chat_id=chat_id, thread_id=thread_id), **{**fields, **changes})


# --- store and delivery -------------------------------------------------------------------------


def a_new_article(
    title: str = "Harbour bridge opens", *, recent: bool = True, wants_page: bool = False, **changes: Any
) -> NewArticle:
    """What `sources.apply` stores; `changes` go to the ParsedArticle."""
    parsed = a_parsed_article(title, **{"categories": (("World",),), **changes})
    return NewArticle(
        parsed=parsed,
        language=parsed.language or "en",
        fingerprint=fingerprint(parsed, is_post=False),
        own_story_id=f"story:{parsed.title}",
        published_at=parsed.published_at or NOON,
        recent=recent,
        version_at=parsed.updated_at or parsed.published_at,
        wants_page=wants_page,
    )


def an_update(source_id: int, *articles: NewArticle, at: datetime = NOON, **changes: Any) -> SourceUpdate:
    """A reading of a source that brought these articles."""
    fields: dict[str, Any] = {"checked_at": at, "next_check_at": at + timedelta(minutes=15), **changes}
    return SourceUpdate(source_id=source_id, articles=articles, **fields)


def a_message(number: int = 1, *, chat_id: int = 100, thread_id: int = 0, **changes: Any) -> NewMessage:
    """A digest for the outbox; its dedupe key follows from its chat and number."""
    fields: dict[str, Any] = {
        "kind": MessageKind.DIGEST,
        "content": TextContent(html=f"<b>Digest {number}</b>"),
        "dedupe_key": f"digest:{chat_id}:{thread_id}:{number}",
    }
    return NewMessage(chat=ChatKey(chat_id=chat_id, thread_id=thread_id), **{**fields, **changes})


def a_digest(
    chat: Chat | None = None, *messages: NewMessage, stories: Sequence[str] = (), **changes: Any
) -> ComposedDigest:
    """A digest of one section with these messages; its stories are all told by article 4. No message: no section.

    It is for the chat alone, and serves its `due_at`, if one is given.
    """
    chat = chat or a_chat()
    section = Section(
        category=("World",),
        messages=messages,
        stories=tuple(ToldStory(story_id=story, article_id=4) for story in stories),
    )
    fields: dict[str, Any] = {
        "before": chat,
        "recipients": (Recipient(chat.key.chat_id, chat.key.thread_id, changes.pop("due_at", None)),),
        "slot": "noon",
        "after_id": 3,
        "upto_id": 4,
        "since": NOON - timedelta(days=1),
        "sections": (section,) if messages else (),
    }
    return ComposedDigest(**{**fields, **changes})


def an_outbox_message(message: NewMessage | None = None, **changes: Any) -> OutboxMessage:
    return OutboxMessage(**{"id": 1, "message": message or a_message(), **changes})


class ScriptedSender:
    """A Sender that plays answers in their order, then takes everything. Records what reached it.

    An answer may be a function of the message, or an exception to raise. While `gate` is
    cleared, sends hang in flight.
    """

    def __init__(self, *answers: SendResult | Exception | Callable[[OutboxMessage], SendResult]) -> None:
        self.answers = list(answers)
        self.sent: list[OutboxMessage] = []
        self.uploads: list[str] = []
        self.delivered: list[OutboxMessage] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.probes: list[bool] = []  # answers to come; then Telegram is there
        self.probed = 0

    async def probe(self) -> bool:
        self.probed += 1
        return self.probes.pop(0) if self.probes else True

    async def send(self, message: OutboxMessage, *, pictures: Mapping[str, StoredPicture]) -> SendResult:
        self.sent.append(message)
        await self.gate.wait()
        answer = self.answers.pop(0) if self.answers else self._taken(message, pictures)
        if isinstance(answer, Exception):
            raise answer
        result = answer if isinstance(answer, Delivered | Refused) else answer(message)
        if isinstance(result, Delivered):
            self.delivered.append(message)
        return result

    def _taken(self, message: OutboxMessage, pictures: Mapping[str, StoredPicture]) -> Delivered:
        uploaded = sorted(key for key, picture in pictures.items() if picture.file_id is None)
        self.uploads.extend(uploaded)
        return Delivered(
            message_ids=(1000 + len(self.sent),), file_ids=tuple((key, f"file-of-{key}") for key in uploaded)
        )

    @property
    def texts(self) -> list[str]:
        """The HTML of what was delivered, in order."""
        return [message.message.content.html for message in self.delivered]
