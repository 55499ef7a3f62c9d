"""The methods of the Bot API about the bot itself: getMe, its commands, its name and descriptions."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from bot.playground.api.params import Params
from bot.playground.messages.errors import bad_request
from bot.playground.world.bot_api_json import user_json
from bot.playground.world.changes import CommandsChanged
from bot.playground.world.state import World

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"[a-z]{2}")
_TEXT_SETTINGS = frozenset({"inline_query_placeholder", "callback_query_mode", "inline_feedback_share_denominator"})
_SETTINGS = _TEXT_SETTINGS | {
    "supports_inline_queries", "needs_inline_query_location", "can_join_groups", "can_read_all_group_messages",
    "can_connect_to_business", "can_manage_bots", "supports_guest_queries", "supports_join_request_queries",
    "has_topics_enabled", "allows_users_to_create_topics", "has_topic_sidebar", "can_communicate_with_bots",
}  # fmt: skip
_PROFILE_LIMITS = {"name": 64, "description": 512, "short_description": 120}


def get_me(world: World, _params: Params) -> dict[str, Any]:
    """getMe."""
    rights = {
        "can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": True,
        "can_connect_to_business": False, "has_main_web_app": False, "has_topics_enabled": False,
    }  # fmt: skip
    return {**user_json(world.bot), **rights, **world.settings}


def set_my_settings(world: World, params: Params) -> bool:
    """setMySettings (Bot API 10.5). Topics in the private chat stay off: the page does not show them."""
    if unknown := set(params.values) - _SETTINGS:
        raise bad_request(f"unknown setting {min(unknown)}")
    given = {name: params.flag(name) for name in params.values if name not in _TEXT_SETTINGS}
    world.settings |= given | {"has_topics_enabled": False}
    return True


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
    world.tell(CommandsChanged())
    return True


def get_my_commands(world: World, params: Params) -> list[dict[str, str]]:
    """getMyCommands."""
    return world.commands.get((_scope(params), _language(params)), [])


def delete_my_commands(world: World, params: Params) -> bool:
    """deleteMyCommands."""
    world.commands.pop((_scope(params), _language(params)), None)
    world.tell(CommandsChanged())
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
    """A method that is accepted and changes nothing, since the page would not show it."""
    return True
