"""Introduces the bot to Telegram: its settings, and its commands and descriptions in every interface language.

Each call is made only where what it says changed since it was last made, or where Telegram has forgotten it: Telegram
limits how often a bot may say such things. A server that does not know a call is not troubled further. After a failure
the rest is tried again at the next start.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeDefault,
)
from telegram.error import EndPointNotFound, InvalidToken, RetryAfter, TelegramError

from bot.chat.errors import classify
from bot.chat.handlers.registry import COMMANDS
from bot.models.ports import Clock
from bot.store import Store
from bot.texts import languages, say, text_key

logger = logging.getLogger(__name__)

# Telegram takes two-letter codes only, though apps send "zh-hans" and "zh-hant" as the language of a person. So one of
# the two stands for all Chinese; None: its readers see what stands for it there.
# https://core.telegram.org/bots/api#setmycommands
TELEGRAM_LANGUAGES: dict[str, str | None] = {"zh-Hant": "zh", "zh-Hans": None}
# What every member of a group may use; everything else there is for administrators.
FOR_MEMBERS = ("today", "digest", "search", "summary", "why", "subscriptions", "help")
# Inline mode, and topics in private chats that the bot alone makes. https://core.telegram.org/bots/api#setmysettings
SETTINGS = {
    "supports_inline_queries": True,
    "can_join_groups": True,
    "has_topics_enabled": True,
    "allows_users_to_create_topics": False,
}
ATTEMPTS = 3
_FACT = "introduction"


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One call: its method, what tells it from others of that method, what it says, and how to make it."""

    method: str
    part: str = ""
    content: str
    call: Callable[[], Coroutine[Any, Any, object]]

    @property
    def name(self) -> str:
        return f"{self.method} {self.part}".strip()

    @property
    def hash(self) -> str:
        return hashlib.sha256(self.content.encode()).hexdigest()[:16]


async def introduce(bot: Bot, store: Store, clock: Clock) -> None:
    """Say what changed; a failure is only logged."""
    fact = f"{_FACT}:{bot.id}"
    said: dict[str, str] = json.loads(await store.facts.get(fact) or "{}")
    if not await _is_remembered(bot):
        said = {}
    for saying in sayings(bot):
        if said.get(saying.name) != saying.hash and await _say(saying, clock):
            said[saying.name] = saying.hash
            await store.facts.set(fact, json.dumps(said))


async def _say(saying: Saying, clock: Clock) -> bool:
    """Make a call, once more after the wait that Telegram asks for; False where it did not work."""
    for _ in range(ATTEMPTS):
        try:
            await saying.call()
        except (EndPointNotFound, InvalidToken):  # what PTB makes of a 404
            logger.info("call not known to the server method=%s", saying.method)
            return False
        except RetryAfter as error:
            wait = classify(error).retry_after
            await clock.sleep(wait.total_seconds() if wait else 1.0)
        except TelegramError as error:
            logger.warning("introduction failed method=%s error=%s", saying.method, error)
            return False
        else:
            return True
    return False


def sayings(bot: Bot) -> list[Saying]:
    """Every call there is to make."""
    found = [Saying(method="setMySettings", content=json.dumps(SETTINGS), call=lambda: _set_settings(bot))]
    for language in languages():
        if TELEGRAM_LANGUAGES.get(language, language) is not None:
            found += _in_language(bot, language)
    return found


def scopes() -> dict[str, tuple[BotCommandScope, tuple[str, ...]]]:
    """By name: who is shown which commands, in their order. The narrowest that fits a person counts."""
    in_groups = tuple(name for name in COMMANDS if name != "start")
    return {
        "all": (BotCommandScopeDefault(), tuple(COMMANDS)),
        "members": (BotCommandScopeAllGroupChats(), tuple(name for name in FOR_MEMBERS if name in COMMANDS)),
        "administrators": (BotCommandScopeAllChatAdministrators(), in_groups),
    }


def _in_language(bot: Bot, language: str) -> list[Saying]:
    code = TELEGRAM_LANGUAGES.get(language, language) if language != languages()[0] else None
    found = []
    for scope_name, (scope, names) in scopes().items():
        commands = [BotCommand(name, say(language, text_key(f"chat-command-{name}"))) for name in names]
        found.append(_commands(bot, f"{scope_name} {language}", commands, scope, code))
    long, short = say(language, "chat-description"), say(language, "chat-short-description")
    return [
        *found,
        Saying(
            method="setMyDescription",
            part=language,
            content=long,
            call=lambda: bot.set_my_description(long, language_code=code),
        ),
        Saying(
            method="setMyShortDescription",
            part=language,
            content=short,
            call=lambda: bot.set_my_short_description(short, language_code=code),
        ),
    ]


def _commands(bot: Bot, part: str, commands: list[BotCommand], scope: BotCommandScope, code: str | None) -> Saying:
    content = json.dumps([command.to_dict() for command in commands])
    return Saying(
        method="setMyCommands",
        part=part,
        content=content,
        call=lambda: bot.set_my_commands(commands, scope=scope, language_code=code),
    )


async def _set_settings(bot: Bot) -> None:
    await bot.do_api_request("setMySettings", api_kwargs=dict(SETTINGS))
    await bot.get_me()  # whether it may have topics now


async def _is_remembered(bot: Bot) -> bool:
    """Whether Telegram has the bot's commands, so that it has what was said before, too."""
    try:
        return len(await bot.get_my_commands()) == len(COMMANDS)
    except TelegramError as error:
        logger.info("commands not known error=%s", error)
        return False
