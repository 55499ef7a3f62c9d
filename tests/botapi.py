"""The playground's server as the strict local Bot API that tests send to and read their results from."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from starlette.applications import Starlette

from bot.playground.page.controls import Controls, NextDigest
from bot.playground.server import create_app, end_waiting, serve
from bot.playground.world import people
from bot.playground.world.bot_api_json import user_json
from bot.playground.world.chats import Chat, MemberStatus, Message, Person, RichBody
from bot.playground.world.state import CHANNEL_ID, GROUP_ID, World
from tests.bot_api_faults import Fault
from tests.scripted_bot_api import Accepted, Call, ScriptedBotApi, answer_faults


class FixedControls:
    """Controls of a playground that has no clock and no news to move."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now()

    async def move_clock(self, to: datetime | Literal["next_digest"]) -> datetime:
        return self.now()

    async def next_digest(self) -> NextDigest | None:
        return None

    async def drop_news(self) -> str | None:
        return None

    def sample_link(self, language: str) -> str | None:
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class BotApiServer:
    """A running server: `url` for `base_url=f"{url}/bot"`, what it accepted, and the person at the other end."""

    url: str
    bot_api: ScriptedBotApi
    app: Starlette

    @property
    def token(self) -> str:
        return self.bot_api.token

    @property
    def accepted(self) -> list[Accepted]:
        """Every send and edit that took effect, in order."""
        return self.bot_api.accepted

    @property
    def calls(self) -> list[Call]:
        """Every call with its status, but for getUpdates."""
        return self.bot_api.calls

    @property
    def world(self) -> World:
        return self.bot_api.world

    @property
    def me(self) -> int:
        """The id of the person and of the private chat with the bot."""
        return self.world.me.id

    @property
    def group(self) -> int:
        return GROUP_ID

    @property
    def channel(self) -> int:
        return CHANNEL_ID

    async def user_says(
        self,
        text: str,
        *,
        chat: int | None = None,
        sender: int | None = None,
        sender_chat: int | None = None,
        reply_to: int | None = None,
        thread_id: int | None = None,
    ) -> int:
        """A person writes (the one at the page, in the private chat, unless told otherwise); the message's id."""
        where = self.world.find_chat(self.me if chat is None else chat)
        person = self.world.people[sender] if sender is not None else None
        message = people.say(
            self.world, where, text, sender=person, sender_chat=sender_chat, reply_to=reply_to, thread_id=thread_id
        )
        return message.message_id

    async def press(
        self, label_or_data: str, *, chat: int | None = None, message_id: int | None = None, sender: int | None = None
    ) -> str:
        """A person presses the newest button with this text or callback data; the query's id."""
        where = self.world.find_chat(self.me if chat is None else chat)
        messages = [where.messages[message_id]] if message_id is not None else list(where.messages.values())
        for message in reversed(messages):
            for button in (button for row in message.keyboard for button in row if "callback_data" in button):
                if label_or_data in (button["text"], button["callback_data"]):
                    person = self.world.people[sender] if sender is not None else None
                    data = button["callback_data"]
                    return people.press(self.world, where, message.message_id, data, sender=person)
            inside = message.body.rich.presses if isinstance(message.body, RichBody) else ()
            for label, data in inside:
                if label_or_data in (label, data):
                    person = self.world.people[sender] if sender is not None else None
                    return people.press(self.world, where, message.message_id, data, sender=person)
        raise LookupError(f"no button {label_or_data!r} in chat {where.id}")

    async def types_inline(self, words: str, *, offset: str = "") -> str:
        """The person types `@bot words`, or scrolls on; the query's id."""
        return ask_inline(self.world, words, offset=offset)

    def fail_next(
        self,
        method: str,
        status: int,
        description: str = "",
        parameters: dict[str, Any] | None = None,
        *,
        times: int = 1,
        accept: bool = False,
        chat: int | None = None,
        raw: bytes | None = None,
        hang: bool = False,
        drop: bool = False,
    ) -> None:
        """The next `times` calls of `method` ("*": of any) fail; see `tests.bot_api_faults.Fault`."""
        self.bot_api.faults.add(
            Fault(
                method=method, status=status, description=description, parameters=parameters or {}, times=times,
                accept=accept, chat_id=chat, raw=raw, hang=hang, drop=drop,
            )
        )  # fmt: skip

    def end_waiting(self) -> None:
        """Answer the bot's long poll and end the streams of open pages."""
        end_waiting(self.app)

    def add_person(self, person_id: int, first_name: str = "Cleo", *, language_code: str = "en") -> Person:
        """Another person with a private chat of their own (id = person's id)."""
        person = Person(id=person_id, first_name=first_name, language_code=language_code)
        self.world.people[person_id] = person
        self.add_chat(Chat(id=person_id, type="private", title=first_name, members={person_id: "member"}))
        return person

    def add_chat(self, chat: Chat) -> Chat:
        self.world.chats[chat.id] = chat
        return chat

    def messages(self, chat: int | None = None) -> list[Message]:
        """The messages of a chat as they stand, oldest first."""
        return list(self.world.find_chat(self.me if chat is None else chat).messages.values())

    async def wait_for(self, condition: Callable[[], object], *, seconds: float = 10) -> None:
        """Waits until `condition` holds, looking after each call and every 50 ms; fails after `seconds`."""
        async with asyncio.timeout(seconds):
            while not condition():
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(0.05):
                        await self.bot_api.next_call()

    async def wait_for_accepted(self, count: int, *, seconds: float = 10) -> list[Accepted]:
        """Waits until at least `count` sends and edits were accepted, and gives them."""
        await self.wait_for(lambda: len(self.accepted) >= count, seconds=seconds)
        return self.accepted


@asynccontextmanager
async def running_playground(
    *, controls: Controls | None = None, port: int = 0, **options: Any
) -> AsyncIterator[BotApiServer]:
    """A server on a free loopback port; `options` go to `ScriptedBotApi`."""
    bot_api = ScriptedBotApi(**options)
    app = create_app(bot_api, controls or FixedControls(bot_api.world.now))
    answer_faults(app)
    async with serve(app, "127.0.0.1", port) as url:
        yield BotApiServer(url=url, bot_api=bot_api, app=app)


def ask_inline(world: World, words: str, *, offset: str = "") -> str:
    """The person types `@bot words` in any chat; returns the id of the inline query."""
    query_id = str(5_000_000_000_000_000 + world.next_serial())
    world.open_queries[query_id] = {"asked": world.unix_now()}
    query = {"id": query_id, "from": user_json(world.me), "query": words, "offset": offset}
    world.updates.add("inline_query", query)
    return query_id


def set_bot_status(world: World, chat: Chat, status: MemberStatus) -> None:
    """The bot is promoted, removed or added again; in a private chat "kicked" means blocked."""
    old = chat.bot_status
    chat.bot_status, chat.announced = status, True
    if chat.type == "private":
        chat.blocked = status == "kicked"
        chat.bot_status = "member"
        old = "member" if chat.blocked else "kicked"
    people._tell_status(world, chat, old, status)


def is_polled(world: World) -> bool:
    """Whether a long poll waits right now."""
    return world.updates._poller is not None
