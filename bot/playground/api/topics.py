"""The methods of the Bot API that make, close and delete topics of a forum."""

from __future__ import annotations

from typing import Any

from bot.playground.api.params import Params
from bot.playground.api.sending import find_chat
from bot.playground.messages.errors import bad_request
from bot.playground.world.changes import ChatChanged
from bot.playground.world.chats import Chat
from bot.playground.world.state import World

MAX_NAME = 128
_COLOURS = frozenset((7322096, 16766590, 13338331, 9367192, 16749490, 16478047))


def create_forum_topic(world: World, params: Params) -> dict[str, Any]:
    """createForumTopic."""
    chat = _forum(world, params)
    name, colour = params.text("name"), params.integer("icon_color", 7322096)
    if not 1 <= len(name) <= MAX_NAME:
        raise bad_request("TOPIC_TITLE_EMPTY" if not name else "topic name is too long")
    if colour not in _COLOURS:
        raise bad_request("wrong icon color")
    number = chat.next_id()
    chat.topics[number] = name
    world.tell(ChatChanged(chat_id=chat.id))
    return {"message_thread_id": number, "name": name, "icon_color": colour}


def close_forum_topic(world: World, params: Params) -> bool:
    """closeForumTopic. The bot administers the forum, so it may go on writing there."""
    _topic(world, params)
    return True


def delete_forum_topic(world: World, params: Params) -> bool:
    """deleteForumTopic, with its messages."""
    chat, number = _topic(world, params)
    del chat.topics[number]
    for message in [message for message in chat.messages.values() if message.thread_id == number]:
        world.delete(message)
    world.tell(ChatChanged(chat_id=chat.id))
    return True


def _forum(world: World, params: Params) -> Chat:
    chat = find_chat(world, params)
    if not chat.topics:
        raise bad_request("the chat is not a forum")
    if chat.type != "private" and chat.bot_status != "administrator":
        raise bad_request("not enough rights to create a topic")
    return chat


def _topic(world: World, params: Params) -> tuple[Chat, int]:
    chat, number = _forum(world, params), params.integer("message_thread_id")
    if number not in chat.topics:
        raise bad_request("message thread not found")
    return chat, number
