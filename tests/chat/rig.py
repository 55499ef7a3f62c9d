"""The real application over the strict local Bot API, with the real store, composer and deliverer.

Scripted are only the seams to the outside: pages, pictures, the summary engine and the clock.
"""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

from PIL import Image
from pydantic import SecretStr

from bot.chat.application import new_bot
from bot.chat.handlers.registry import build_application
from bot.chat.receiving import connect, receiving
from bot.chat.sender import TelegramSender
from bot.chat.services import Services
from bot.chat.state import BotApplication
from bot.config import Settings
from bot.delivery.deliver import Deliverer
from bot.delivery.limiter import Limiter
from bot.digest.compose import Composer
from bot.digest.recap import Recapper
from bot.ingest.load import LinkRefused, Loader
from bot.models.articles import CategoryPath, ParsedArticle
from bot.models.chats import Chat, ChatKey
from bot.models.fetching import Fetched, FetchFailed, FetchKind, FetchOutcome, FetchProblem
from bot.models.ports import Clock
from bot.models.sources import SourceKind, SourceSpec
from bot.pictures.thumbnails import Thumbnails
from bot.playground.world import people
from bot.playground.world.bot_api_json import message_json
from bot.playground.world.chats import Message, PhotoBody, RichBody, TextBody
from bot.render.phrases import path_name
from bot.store import Store
from bot.summaries.service import SummaryService
from summarizer import Document, EngineKind, Summarizer, SummarizerError, Summary
from tests.botapi import BotApiServer, running_playground
from tests.digest.newsroom import InlinePool
from tests.fakes import NOON, FakeClock, a_new_article, an_update
from tests.stores import a_store

PICTURE_URL = "https://example.org/bridge.jpg"


def a_picture() -> bytes:
    out = io.BytesIO()
    image = Image.new("RGB", (640, 400), "teal")
    image.paste("white", (320, 0, 640, 400))
    image.save(out, "JPEG")
    return out.getvalue()


class ScriptedLoader:
    """Gives the pages it was told of; while `gate` is cleared, reading hangs."""

    def __init__(self) -> None:
        self.pages: dict[str, ParsedArticle | LinkRefused | Exception] = {}
        self.read: list[str] = []
        self.for_owner: list[bool] = []
        self.gate = asyncio.Event()
        self.gate.set()

    async def read_link(self, url: str, *, for_owner: bool = False) -> ParsedArticle | LinkRefused:
        self.read.append(url)
        self.for_owner.append(for_owner)
        await self.gate.wait()
        answer = self.pages.get(url, LinkRefused(reason_key="chat-link-failed"))
        if isinstance(answer, Exception):
            raise answer
        return answer


class ScriptedSummarizer(Summarizer):
    """Summaries that say how many sentences were asked for, and in which language."""

    name = "scripted"

    def __init__(self) -> None:
        self.languages: list[str | None] = []
        self.asked: list[tuple[str, int]] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.fails = False
        self.can_translate = False
        self.kind = EngineKind.MODEL

    @property
    def translates(self) -> bool:
        return self.can_translate

    async def summarize(
        self, documents: Sequence[Document], *, sentences: int, language: str | None = None
    ) -> list[Summary | SummarizerError]:
        await self.gate.wait()
        self.asked += [(document.title, sentences) for document in documents]
        self.languages.append(language)
        if self.fails:
            return [SummarizerError("no") for _ in documents]
        other = language if self.can_translate and language not in (None, "en") else None
        return [
            Summary(
                text=f"{sentences} sentences on {document.title}.",
                language=other or "en",
                engine=self.name,
                kind=self.kind,
                grounded=True,
                title=f"[{other}] {document.title}" if other else "",
            )
            for document in documents
        ]

    async def aclose(self) -> None:
        return None


class ScriptedFetcher:
    """The one picture there is."""

    async def fetch(self, url: str, *, kind: FetchKind, **validators: Any) -> FetchOutcome:
        if url == PICTURE_URL:
            return Fetched(url=url, body=a_picture(), content_type="image/jpeg")
        return FetchFailed(reason=FetchProblem.STATUS, status=404)

    async def aclose(self) -> None:
        return None


class Unhurried(Limiter):
    """Lets people of these tests, whose clock stands still, ask without a pause."""

    def _pace_opens(self, chat_id: int, cost: int, *, reply: bool) -> float:
        return 0.0


@dataclass(kw_only=True)
class Rig:
    """The bot in its test world. `api` is the person's side, `services` the bot's."""

    api: BotApiServer
    application: BotApplication
    services: Services
    store: Store
    clock: FakeClock
    loader: ScriptedLoader
    summarizer: ScriptedSummarizer
    _seen: int = field(default=0)

    async def publish(self, *titles: str, category: CategoryPath = ("World",), **changes: Any) -> None:
        """New articles of one category arrive; the newest, shown first, has a picture."""
        specs = [entry.spec for entry in await self.store.sources.all()]
        name = f"News of {path_name(category)}"
        if name not in {spec.name for spec in specs}:
            location = f"https://example.org/{len(specs)}.xml"
            spec = SourceSpec(name=name, kind=SourceKind.FEED, location=location, category=category)
            await self.store.sources.add(spec, now=self.clock.now())
        source = await self.store.sources.get(name)
        assert source is not None
        fields: dict[str, Any] = {"published_at": self.clock.now() - timedelta(minutes=30), **changes}
        articles = [
            a_new_article(
                title, categories=(category,), thumbnail_url=PICTURE_URL if title == titles[-1] else None, **fields
            )
            for title in titles
        ]
        await self.store.sources.apply(an_update(source.id, *articles, at=self.clock.now()))

    async def says(self, text: str, **how: Any) -> Message:
        """The person writes; the bot's answer as it stands once all is quiet."""
        before = len(self.api.accepted)
        await self.api.user_says(text, **how)
        await self.quiet(more_than=before)
        return self.last(how.get("chat"))

    async def sends_location(self, latitude: float, longitude: float) -> Message:
        """The person shares a place in the private chat; the bot's answer."""
        world = self.api.world
        message = message_json(world, people.say(world, world.find_chat(self.api.me), "/x@another_bot"))
        message.pop("text")
        message.pop("entities", None)
        before = len(self.api.accepted)
        world.updates.add("message", message | {"location": {"latitude": latitude, "longitude": longitude}})
        await self.quiet(more_than=before)
        return self.last()

    async def presses(self, label: str, **how: Any) -> Message:
        """The person presses a button; the newest message once all is quiet."""
        query = await self.api.press(label, **how)
        await self.api.wait_for(lambda: query in self.answered())
        await self.quiet()
        return self.last(how.get("chat"))

    def answered(self) -> dict[str, str]:
        """The texts of answers to presses, by query."""
        return {
            str(call.params["callback_query_id"]): str(call.params.get("text", ""))
            for call in self.api.calls
            if call.method.lower() == "answercallbackquery"
        }

    async def quiet(self, *, more_than: int | None = None) -> None:
        """Until updates are handled, background work is done and the outbox is empty."""
        if more_than is not None:
            await self.api.wait_for(lambda: len(self.api.accepted) > more_than)
        while pending := self._pending():
            await asyncio.wait(pending)

    def _pending(self) -> set[asyncio.Task[Any]]:
        names = ("Application:", "background work", "send-", "read link")
        return {
            task for task in asyncio.all_tasks()
            if task is not asyncio.current_task()
            and task.get_name().startswith(names)
            and "update_fetcher" not in task.get_name()
        }  # fmt: skip

    def messages(self, chat: int | None = None) -> list[Message]:
        return [message for message in self.api.messages(chat) if message.from_bot or message.sender is None]

    def drafts(self) -> list[str]:
        """The texts that were shown while the bot was writing, as HTML."""
        return [str(call.params["text"]) for call in self.api.calls if call.method == "sendMessageDraft"]

    def stop(self) -> None:
        """The person stops what the bot is writing."""
        chat = self.api.world.find_chat(self.api.me)
        people.stop(self.api.world, chat, chat.draft_id)

    def last(self, chat: int | None = None) -> Message:
        return self.messages(chat)[-1]

    async def chat(self, chat_id: int | None = None, *, thread_id: int = 0) -> Chat:
        key = ChatKey(chat_id=self.api.me if chat_id is None else chat_id, thread_id=thread_id)
        stored = await self.store.chats.get(key)
        assert stored is not None
        return stored

    async def follows(self, chat_id: int | None = None, *, thread_id: int = 0) -> list[CategoryPath]:
        key = ChatKey(chat_id=self.api.me if chat_id is None else chat_id, thread_id=thread_id)
        return await self.store.chats.subscriptions(key)


def text(message: Message) -> str:
    """What a reader sees of a message."""
    match message.body:
        case TextBody(text=shown) | PhotoBody(caption=shown):
            return shown.text
        case RichBody(rich=rich):
            return rich.text
        case _:
            raise AssertionError(f"a {type(message.body).__name__}")


def labels(message: Message) -> list[str]:
    """The texts of a message's buttons."""
    return [button["text"] for row in message.keyboard for button in row]


@asynccontextmanager
async def running_rig(
    tmp_path: Path,
    *,
    deliver: bool = True,
    drafts: bool = True,
    make_loader: Callable[[Store, Clock], Loader] | None = None,
    **settings_changes: Any,
) -> AsyncIterator[Rig]:
    """The bot, polling a playground of its own; `deliver`: the outbox's loop runs, too; `drafts`: the server knows
    them; `make_loader`: makes the real loader in place of the scripted one.
    """
    clock = FakeClock()
    async with AsyncExitStack() as stack:
        api = await stack.enter_async_context(running_playground(now=lambda: clock.now(), drafts=drafts))
        store = await stack.enter_async_context(a_store(tmp_path / "tidings.db"))
        settings = Settings(
            _env_file=None, telegram_bot_token=SecretStr(api.token), telegram_api_url=api.url, **settings_changes
        )
        bot = new_bot(settings)
        stack.push_async_callback(bot.shutdown)
        await connect(bot, clock)
        loader, summarizer = ScriptedLoader(), ScriptedSummarizer()
        summaries = SummaryService(store=store, summarizer=summarizer, clock=clock)
        thumbnails = Thumbnails(
            store=store, fetcher=ScriptedFetcher(), pool=InlinePool(), clock=clock, folder=tmp_path / "pictures"
        )
        deliverer = Deliverer(
            store=store,
            sender=TelegramSender(bot),
            clock=clock,
            limiter=Unhurried(per_second=1000),
            boot_id="test",
            jitter=lambda: 0.0,
        )
        services = Services(
            settings=settings,
            clock=clock,
            store=store,
            loader=make_loader(store, clock) if make_loader else cast(Loader, loader),
            summaries=summaries,
            composer=Composer(
                store=store,
                summaries=summaries,
                thumbnails=thumbnails,
                clock=clock,
                max_stories=settings.digest_max_stories,
                digest_format=settings.digest_format,
                bot_username=bot.username,
            ),
            recapper=Recapper(
                store=store,
                summaries=summaries,
                thumbnails=thumbnails,
                clock=clock,
                digest_format=settings.digest_format,
                bot_username=bot.username,
            ),
            deliverer=deliverer,
            thumbnails=thumbnails,
            bot_username=bot.username,
        )
        application = build_application(bot, services)
        await application.initialize()
        stack.push_async_callback(application.shutdown)
        if deliver:
            delivering = asyncio.create_task(deliverer.run(), name="deliver")
            stack.push_async_callback(_stop, delivering)
        await stack.enter_async_context(receiving(application, settings, clock))
        yield Rig(
            api=api,
            application=application,
            services=services,
            store=store,
            clock=clock,
            loader=loader,
            summarizer=summarizer,
        )


async def _stop(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


__all__ = ["NOON", "PICTURE_URL", "Rig", "labels", "running_rig", "text"]
