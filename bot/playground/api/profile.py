"""The methods about the bot itself and its chats: getMe, commands, descriptions, webhook, members, files."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from bot.playground.api.params import Params
from bot.playground.api.sending import find_room
from bot.playground.messages.errors import BotApiError, bad_request
from bot.playground.page.page_json import commands_for
from bot.playground.world.bot_api_json import full_chat_json, member_json, user_json
from bot.playground.world.chats import Person, World

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"[a-z]{2}")
_WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
_PROFILE_LIMITS = {"name": 64, "description": 512, "short_description": 120}


def get_me(world: World, _params: Params) -> dict[str, Any]:
    """getMe."""
    rights = {
        "can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": True,
        "can_connect_to_business": False, "has_main_web_app": False,
    }  # fmt: skip
    return {**user_json(world.bot), **rights}


def _scope(params: Params) -> str:
    given = params.json("scope")
    kind = str(given.get("type", "default")) if isinstance(given, dict) else "default"
    return f"chat:{given['chat_id']}" if kind == "chat" else kind


def _language(params: Params) -> str:
    code = params.text("language_code")
    if code and not _LANGUAGE.fullmatch(code):
        raise bad_request("invalid language code specified")
    return code


def set_my_commands(world: World, params: Params) -> bool:
    """setMyCommands, per scope and two-letter language."""
    commands = params.json("commands")
    if not isinstance(commands, list) or len(commands) > 100:
        raise bad_request("can't parse list of commands: expected an Array of at most 100 BotCommand")
    found = []
    for entry in commands:
        name, description = str(entry.get("command", "")), str(entry.get("description", ""))
        if not _COMMAND.fullmatch(name.removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(description) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        found.append({"command": name.removeprefix("/"), "description": description})
    world.commands[_scope(params), _language(params)] = found
    tell_commands(world)
    return True


def tell_commands(world: World) -> None:
    """Gives the pages the commands as they now stand for the person."""
    commands = commands_for(world, world.rooms[world.me.id])
    world.pages.publish({"type": "commands", "commands": commands, "language_code": world.me.language_code})


def get_my_commands(world: World, params: Params) -> list[dict[str, str]]:
    """getMyCommands."""
    return world.commands.get((_scope(params), _language(params)), [])


def delete_my_commands(world: World, params: Params) -> bool:
    """deleteMyCommands."""
    world.commands.pop((_scope(params), _language(params)), None)
    tell_commands(world)
    return True


def profile_setter(name: str) -> Callable[[World, Params], bool]:
    """setMyName, setMyDescription, setMyShortDescription."""

    def method(world: World, params: Params) -> bool:
        text = params.text(name)
        if len(text) > _PROFILE_LIMITS[name]:
            raise bad_request(f"{name.replace('_', ' ')} is too long")
        world.profile[name, _language(params)] = text
        return True

    return method


def profile_getter(name: str) -> Callable[[World, Params], dict[str, str]]:
    """getMyName, getMyDescription, getMyShortDescription."""

    def method(world: World, params: Params) -> dict[str, str]:
        default = world.bot.first_name if name == "name" else ""
        return {name: world.profile.get((name, _language(params)), world.profile.get((name, ""), default))}

    return method


def accept(_world: World, _params: Params) -> bool:
    """A method whose effect the page does not show."""
    return True


def set_webhook(world: World, params: Params) -> bool:
    """setWebhook: recorded, so that getUpdates conflicts; nothing is delivered to it."""
    url = params.text("url")
    if url and not url.startswith("https://"):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    world.webhook = {"url": url, "allowed_updates": params.json("allowed_updates")} if url else {}
    if params.flag("drop_pending_updates"):
        world.updates.clear()
    return True


def delete_webhook(world: World, params: Params) -> bool:
    """deleteWebhook."""
    world.webhook = {}
    if params.flag("drop_pending_updates"):
        world.updates.clear()
    return True


def get_webhook_info(world: World, _params: Params) -> dict[str, Any]:
    """getWebhookInfo."""
    return {
        "url": world.webhook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
    }


def get_chat(world: World, params: Params) -> dict[str, Any]:
    """getChat."""
    return full_chat_json(find_room(world, params))


def get_chat_member(world: World, params: Params) -> dict[str, Any]:
    """getChatMember."""
    room = find_room(world, params)
    user_id = params.integer("user_id")
    if user_id == world.bot.id:
        return member_json(world.bot, room.bot_status)
    person: Person | None = world.people.get(user_id)
    if person is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return member_json(person, room.members.get(user_id, "left"))


def get_chat_administrators(world: World, params: Params) -> list[dict[str, Any]]:
    """getChatAdministrators."""
    room = find_room(world, params)
    if room.type == "private":
        raise bad_request("there are no administrators in the private chat")
    found = [
        member_json(world.people[user_id], status)
        for user_id, status in room.members.items()
        if status in ("creator", "administrator")
    ]
    return [*found, *([member_json(world.bot, "administrator")] if room.bot_status == "administrator" else [])]


def get_chat_member_count(world: World, params: Params) -> int:
    """getChatMemberCount."""
    return len(find_room(world, params).members) + 1


def get_file(world: World, params: Params) -> dict[str, Any]:
    """getFile; the file lies under /file/bot<token>/<file_path>."""
    file_id = params.text("file_id")
    if photo := world.photos.get(file_id):
        size, path = len(photo.data), f"photos/{photo.file_id}"
    elif document := world.photos.document(file_id):
        size, path = len(document.data), f"documents/{file_id}"
    else:
        raise bad_request("invalid file_id")
    return {"file_id": file_id, "file_unique_id": file_id[-12:], "file_size": size, "file_path": path}


async def get_updates(world: World, params: Params) -> list[dict[str, Any]]:
    """getUpdates: long polling."""
    if world.webhook:
        raise BotApiError(409, _WEBHOOK_ACTIVE)
    allowed = params.json("allowed_updates")
    world.updates.allow(allowed if isinstance(allowed, list) else None)
    return await world.updates.poll(
        offset=params.integer("offset"), limit=params.integer("limit", 100), timeout=params.integer("timeout")
    )
