"""The methods of the Bot API that tell about a chat: getChat, its members and administrators."""

from __future__ import annotations

from typing import Any

from bot.playground.api.params import Params
from bot.playground.api.sending import find_chat
from bot.playground.messages.errors import bad_request
from bot.playground.world.bot_api_json import full_chat_json, member_json
from bot.playground.world.chats import Person
from bot.playground.world.state import World


def get_chat(world: World, params: Params) -> dict[str, Any]:
    """getChat."""
    return full_chat_json(find_chat(world, params))


def get_chat_member(world: World, params: Params) -> dict[str, Any]:
    """getChatMember."""
    chat = find_chat(world, params)
    user_id = params.integer("user_id")
    if user_id == world.bot.id:
        return member_json(world.bot, chat.bot_status)
    person: Person | None = world.people.get(user_id)
    if person is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return member_json(person, chat.members.get(user_id, "left"))


def get_chat_administrators(world: World, params: Params) -> list[dict[str, Any]]:
    """getChatAdministrators."""
    chat = find_chat(world, params)
    if chat.type == "private":
        raise bad_request("there are no administrators in the private chat")
    found = [
        member_json(world.people[user_id], status)
        for user_id, status in chat.members.items()
        if status in ("creator", "administrator")
    ]
    return [*found, *([member_json(world.bot, "administrator")] if chat.bot_status == "administrator" else [])]


def get_chat_member_count(world: World, params: Params) -> int:
    """getChatMemberCount."""
    return len(find_chat(world, params).members) + 1
