"""The world of the playground: its people and chats, what the bot set, and which updates wait for the bot.

It knows neither HTTP nor the page. The page observes it: every visible change is handed to `observers`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.playground.messages.errors import bad_request
from bot.playground.messages.files import Files
from bot.playground.world.changes import Change, MessageDeleted, MessageEdited, MessagePosted
from bot.playground.world.chats import Chat, Message, Person
from bot.playground.world.updates import Updates

BOT_ID = 42424242
GROUP_ID = -1001000000001
CHANNEL_ID = -1001000000002
FORUM_ID = -1001000000003
MAX_ALBUM = 10  # pictures


@dataclass(slots=True, kw_only=True)
class World:
    """Everything the playground remembers. `me` is the person at the page."""

    now: Callable[[], datetime]
    bot: Person
    me: Person
    chats: dict[int, Chat]
    people: dict[int, Person]
    files: Files = field(default_factory=Files)
    updates: Updates = field(default_factory=Updates)
    commands: dict[tuple[str, str], list[dict[str, str]]] = field(default_factory=dict)  # (scope, language)
    profile: dict[tuple[str, str], str] = field(default_factory=dict)  # (name | description…, language)
    settings: dict[str, Any] = field(default_factory=dict)  # of the bot, as getMe tells them
    webhook: dict[str, Any] = field(default_factory=dict)
    open_queries: dict[str, dict[str, Any]] = field(default_factory=dict)  # callback and inline queries unanswered
    observers: list[Callable[[Change], None]] = field(default_factory=list)
    serial: int = 0

    def next_serial(self) -> int:
        """A number never given before: query ids, album ids."""
        self.serial += 1
        return self.serial

    def unix_now(self) -> int:
        return int(self.now().timestamp())

    def tell(self, change: Change) -> None:
        """Hand a change to every observer."""
        for observer in self.observers:
            observer(change)

    def find_chat(self, name: int | str) -> Chat:
        """The chat with this id or @username; raises BotApiError where there is none."""
        given = str(name)
        for chat in self.chats.values():
            if given == str(chat.id) or (given.startswith("@") and given[1:].lower() == (chat.username or "").lower()):
                return chat
        raise bad_request("chat not found")

    def album_of(self, message: Message) -> list[Message]:
        """The messages that are shown as one with `message`, itself among them, oldest first."""
        if message.album is None:
            return [message]
        messages = self.chats[message.chat_id].messages
        near = range(message.message_id - MAX_ALBUM + 1, message.message_id + MAX_ALBUM)  # sent at once: ids in a row
        return [messages[number] for number in near if number in messages and messages[number].album == message.album]

    def post(self, messages: Sequence[Message]) -> None:
        """Put a message, or the messages of one album, into their chat."""
        for message in messages:
            chat = self.chats[message.chat_id]
            chat.messages[message.message_id] = message
            chat.draft_id = 0 if message.from_bot else chat.draft_id
        self.tell(MessagePosted(message=messages[0]))

    def edit(self, message: Message) -> None:
        """Put `message` in the place of the one with its id."""
        self.chats[message.chat_id].messages[message.message_id] = message
        self.tell(MessageEdited(message=message))

    def delete(self, message: Message) -> None:
        """Take a message out of its chat; what is left of its album is shown under a new first message."""
        album = self.album_of(message)
        del self.chats[message.chat_id].messages[message.message_id]
        self.tell(MessageDeleted(chat_id=message.chat_id, message_id=album[0].message_id))
        if left := [other for other in album if other is not message]:
            self.tell(MessagePosted(message=left[0]))


def new_world(now: Callable[[], datetime]) -> World:
    """A world with one person, the chat with the bot, a group the person administers, a channel, and a forum.

    `now` is the clock that stamps messages.
    """
    bot = Person(id=BOT_ID, first_name="Tidings", username="tidings_demo_bot", is_bot=True)
    me = Person(id=700_000_001, first_name="Ada", username="you", language_code="en")
    ben = Person(id=700_000_002, first_name="Ben", language_code="en")
    chats = (
        Chat(id=me.id, type="private", title=me.first_name, members={me.id: "member"}, announced=True),
        Chat(id=GROUP_ID, type="supergroup", title="Book club", color="#e8833a",
             members={me.id: "creator", ben.id: "member"}),
        Chat(id=CHANNEL_ID, type="channel", title="City news", username="city_news_demo", color="#3fa66a",
             members={me.id: "creator"}, bot_status="administrator"),
        Chat(id=FORUM_ID, type="supergroup", title="Neighbourhood", color="#8a6ee8", last_id=3,
             members={me.id: "creator", ben.id: "member"}, topics={2: "Science", 3: "Sports"}),
    )  # fmt: skip
    return World(
        now=now, bot=bot, me=me, chats={chat.id: chat for chat in chats}, people={me.id: me, ben.id: ben}
    )  # fmt: skip
