"""The playground's server as the strict local Bot API that tests send to and read their results from."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from bot.playground.api.bot_api import Accepted, Call, Playground
from bot.playground.api.faults import Fault
from bot.playground.server import Controls, create_app, serve
from bot.playground.world import people
from bot.playground.world.chats import CHANNEL_ID, GROUP_ID, Message, Person, Room, World


@dataclass(frozen=True, slots=True, kw_only=True)
class BotApiServer:
    """A running server: `url` for `base_url=f"{url}/bot"`, what it accepted, and the person at the other end."""

    url: str
    playground: Playground

    @property
    def token(self) -> str:
        return self.playground.token

    @property
    def accepted(self) -> list[Accepted]:
        """Every send and edit that took effect, in order."""
        return self.playground.accepted

    @property
    def calls(self) -> list[Call]:
        """Every call with its status, but for getUpdates."""
        return self.playground.calls

    @property
    def world(self) -> World:
        return self.playground.world

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
        room = self.playground.room(self.me if chat is None else chat)
        person = self.world.people[sender] if sender is not None else None
        message = people.say(
            self.world, room, text, sender=person, sender_chat=sender_chat, reply_to=reply_to, thread_id=thread_id
        )
        return message.message_id

    async def press(
        self, label_or_data: str, *, chat: int | None = None, message_id: int | None = None, sender: int | None = None
    ) -> str:
        """A person presses the newest button with this text or callback data; the query's id."""
        room = self.playground.room(self.me if chat is None else chat)
        messages = [room.messages[message_id]] if message_id is not None else list(room.messages.values())
        for message in reversed(messages):
            for button in (button for row in message.keyboard for button in row if "callback_data" in button):
                if label_or_data in (button["text"], button["callback_data"]):
                    person = self.world.people[sender] if sender is not None else None
                    data = button["callback_data"]
                    return people.press(self.world, room, message.message_id, data, sender=person)
        raise LookupError(f"no button {label_or_data!r} in chat {room.id}")

    async def types_inline(self, words: str) -> str:
        """The person types `@bot words`; the query's id."""
        return people.ask_inline(self.world, words)

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
        """The next `times` calls of `method` ("*": of any) fail; see `bot.playground.api.faults.Fault`."""
        self.playground.faults.add(
            Fault(
                method=method, status=status, description=description, parameters=parameters or {}, times=times,
                accept=accept, chat_id=chat, raw=raw, hang=hang, drop=drop,
            )
        )  # fmt: skip

    def add_person(self, person_id: int, first_name: str = "Cleo", *, language_code: str = "en") -> Person:
        """Another person with a private chat of their own (id = person's id)."""
        person = Person(id=person_id, first_name=first_name, language_code=language_code)
        self.world.people[person_id] = person
        self.add_chat(Room(id=person_id, type="private", title=first_name, members={person_id: "member"}))
        return person

    def add_chat(self, room: Room) -> Room:
        self.world.rooms[room.id] = room
        return room

    def messages(self, chat: int | None = None) -> list[Message]:
        """The messages of a chat as they stand, oldest first."""
        return list(self.playground.room(self.me if chat is None else chat).messages.values())

    async def wait_for(self, condition: Callable[[], object], *, seconds: float = 10) -> None:
        """Waits until `condition` holds, looking after each call and every 50 ms; fails after `seconds`."""
        async with asyncio.timeout(seconds):
            while not condition():
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self.playground.next_call(), 0.05)

    async def wait_for_accepted(self, count: int, *, seconds: float = 10) -> list[Accepted]:
        """Waits until at least `count` sends and edits were accepted, and gives them."""
        await self.wait_for(lambda: len(self.accepted) >= count, seconds=seconds)
        return self.accepted


@asynccontextmanager
async def running_playground(
    *, controls: Controls | None = None, port: int = 0, **options: Any
) -> AsyncIterator[BotApiServer]:
    """A server on a free loopback port; `options` go to `Playground`."""
    playground = Playground(**options)
    async with serve(create_app(playground, controls), "127.0.0.1", port) as url:
        yield BotApiServer(url=url, playground=playground)
