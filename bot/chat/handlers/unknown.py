"""Answers commands that the bot does not have, in private chats: offers the nearest ones. So it does for a command
that somebody typed without its slash, or with another one, and for the name of a category alone.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from functools import lru_cache
from typing import get_args

from bot.chat.handlers.subscribe import category_tree
from bot.chat.lookup import find_category
from bot.chat.turn import Turn
from bot.chat.wording import MAX_NAME_CHARACTERS, typed
from bot.text.clean import match_key
from bot.text.markup import escape
from bot.text.words import merged
from bot.text_keys import TextKey
from bot.texts import text_key

MAX_OFFERS = 3
MAX_SAID_CHARACTERS = 50  # of a text for a command by another name: "today" begins many an article, too
_CHAT, _OWNER = "chat-command-", "owner-command-"
COMMAND_NAMES, OWNER_NAMES = (
    tuple(key.removeprefix(kind) for key in get_args(TextKey) if key.startswith(kind)) for kind in (_CHAT, _OWNER)
)
_NEAR_ENOUGH = 0.6
_OTHER_SLASHES = "\\／、"  # of keyboards for Chinese and Japanese, and a slip
# What people try, from other bots.
_OTHER_NAMES = {
    "stop": "unsubscribe",
    "cancel": "unsubscribe",
    "unfollow": "unsubscribe",
    "follow": "subscribe",
    "add": "subscribe",
    "topics": "categories",
    "pause": "schedule",
    "news": "today",
    "headlines": "today",
    "list": "subscriptions",
    "feeds": "subscriptions",
    "now": "digest",
    "tldr": "summary",
    "find": "search",
    "hide": "mute",
    "block": "mute",
    "dnd": "quiet",
    "silence": "quiet",
    "week": "recap",
    "weekly": "recap",
    "delete": "forget",
    "time": "schedule",
    "tz": "timezone",
    "lang": "language",
    "config": "settings",
    "options": "settings",
    "menu": "help",
    "commands": "help",
}
_OF_CATEGORIES = ("today", "subscribe")
# Lists whose buttons take back what a command with nearly the same name does.
_UNDOING = {"unmute": "filters", "unhide": "filters", "unfilter": "filters", "unblock": "filters", "unalert": "alerts"}


async def unknown_command(turn: Turn) -> None:
    """Offer the commands whose names are nearest to the one that somebody typed."""
    text = (turn.message.text or turn.message.caption or "") if turn.message is not None else ""
    typed_name, _, words = text.strip().partition(" ")
    near = nearest(typed_name.removeprefix("/").partition("@")[0], of_owners=turn.is_owner)
    if not near:
        await turn.reply(turn.say("chat-unknown-command"))
        return
    await _offer(turn, turn.say("chat-unknown-command-near", text=typed(typed_name)), near, words)


async def offer_command(turn: Turn, text: str) -> bool:
    """Offer the command that a message without a slash begins with ("subscribe Sport", "／today"), if it does."""
    typed_name, _, words = text.strip().partition(" ")
    name = typed_name.lstrip(_OTHER_SLASHES)
    near = nearest(name, of_owners=turn.is_owner)
    is_meant = match_key(name) in _meanings() and len(text) <= MAX_SAID_CHARACTERS
    is_one = name != typed_name or name.casefold() in COMMAND_NAMES or is_meant
    if near and is_one:
        await _offer(turn, turn.say("chat-plain-command"), near[:1], words)
    return bool(near) and is_one


async def offer_category(turn: Turn, text: str) -> bool:
    """Offer what can be done with the category whose name is all that somebody wrote ("Sport"), if there is one."""
    paths = [entry.path for entry in await category_tree(turn)]
    if not text.strip() or find_category(text[:MAX_NAME_CHARACTERS], paths).path is None:
        return False
    offers = (f"<code>/{name} {typed(text)}</code> – {escape(turn.say(_described(name)))}" for name in _OF_CATEGORIES)
    await turn.reply("\n".join((turn.say("chat-plain-command"), "", *offers)))
    return True


async def _offer(turn: Turn, opening: str, names: Sequence[str], words: str) -> None:
    lines = [opening, "", *(f"/{name} – {escape(turn.say(_described(name)))}" for name in names)]
    if words and names[0] not in _UNDOING.values():
        lines += ["", f"<code>/{names[0]} {typed(words)}</code>"]
    await turn.reply("\n".join(lines))


def nearest(typed_name: str, *, of_owners: bool = False) -> list[str]:
    """The commands that a name may mean, best first; with those `of_owners`, or without."""
    names = COMMAND_NAMES + OWNER_NAMES if of_owners else COMMAND_NAMES
    wanted = typed_name.casefold().replace("_", "").replace("-", "")
    if wanted in _UNDOING:
        return [_UNDOING[wanted]]
    meant = [command for word, command in _meanings().items() if word == match_key(typed_name)]
    begun = [name for name in names if len(wanted) > 1 and name.startswith(wanted)]
    similar = difflib.get_close_matches(wanted, names, n=MAX_OFFERS, cutoff=_NEAR_ENOUGH)
    return list(dict.fromkeys((*meant, *begun, *similar)))[:MAX_OFFERS]


@lru_cache(maxsize=1)
def _meanings() -> dict[str, str]:
    """Words for commands in all languages, by their keys."""
    said = merged().said
    words = {word: command for command, words in zip(said._fields, said, strict=True) for word in words}
    return {match_key(word): command for word, command in (words | _OTHER_NAMES).items()}


def _described(name: str) -> TextKey:
    return text_key(f"{_OWNER if name in OWNER_NAMES else _CHAT}{name}")
