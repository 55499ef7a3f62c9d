"""Points a turn of the private chat at a channel or group that the person looks after: by name, or by a press.

The person must be an administrator there, which is asked of Telegram every time, and the bot must be able to write.
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass

from telegram import ChatFullInfo, ChatMember
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import TelegramError

from bot.chat.errors import classify
from bot.chat.registration import registered_chat
from bot.chat.rights import Lack, lacks_to_write
from bot.chat.turn import Turn
from bot.models.chats import ChatKey
from bot.models.messages import Keyboard, Refusal
from bot.text.markup import escape
from bot.text_keys import TextKey

# "@name", or the id of a group or channel: long enough to be no word that a filter hides ("-100").
_NAMED = re.compile(r"(@[A-Za-z][A-Za-z0-9_]{3,31}|-[0-9]{8,16})(?:\s+|$)")
LACKS: dict[Lack, TextKey] = {
    Lack.POST_MESSAGES: "place-lacks-post-messages",
    Lack.SEND_MESSAGES: "place-lacks-send-messages",
}
_TARGETS = frozenset({ChatType.GROUP, ChatType.SUPERGROUP, ChatType.CHANNEL})
_NO_ANSWER = frozenset({Refusal.NOT_SENT, Refusal.AMBIGUOUS, Refusal.SERVER_ERROR, Refusal.FLOOD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why somebody cannot look after a chat: a text and its name in it."""

    key: TextKey
    name: str  # as it was typed, where the person may not know more


async def aim_at_named(turn: Turn) -> bool:
    """Point the turn at the chat that its words begin with; stay where they name none.

    False: that is not possible, and the person was told why.
    """
    named = _NAMED.match(turn.words)
    if named is None:
        return True
    if not turn.is_private:
        await turn.reply(turn.say("place-private-only"), quote=True)
        return False
    problem = await aim_at(turn, named[1], shown=named[1])
    if problem is None:
        turn.words = turn.words[named.end() :].strip()
        await remember(turn)
        return True
    await turn.reply(problem_text(turn, problem), keyboard=problem_buttons(turn, problem))
    return False


async def aim_at_pressed(turn: Turn, key: ChatKey) -> bool:
    """Point the turn at the chat that a pressed button acts on; False, and a notice, where the person may not."""
    if not turn.is_private or turn.user is None:
        await turn.toast(turn.say("chat-button-unknown"))
        return False
    problem = await aim_at(turn, str(key.chat_id), thread_id=key.thread_id, shown=turn.say("place-this-chat"))
    if problem is None:
        return True
    await turn.toast(turn.say(problem.key, chat=problem.name), alert=True)
    if problem.key == "place-not-administrator":
        await turn.services.store.looked_after.remove(turn.user.id, key.chat_id)
    return False


async def remember(turn: Turn) -> None:
    """Remember that the person looks after the chat that the turn points at."""
    assert turn.user is not None
    await turn.services.store.looked_after.add(turn.user.id, turn.chat.key.chat_id)


async def aim_at(turn: Turn, name: str, *, shown: str, thread_id: int = 0) -> Problem | None:
    """Point the turn at the chat of this @name or id; or why that is not possible.

    `shown`: what to call it to somebody who may not know its title.
    """
    assert turn.user is not None
    bot = turn.state.bot
    try:
        chat = await bot.get_chat(name if name.startswith("@") else int(name))
        if chat.type not in _TARGETS:
            return Problem(key="place-unknown", name=shown)
        itself, is_administrator = await asyncio.gather(
            bot.get_chat_member(chat.id, bot.id), turn.state.access.is_administrator(chat.id, turn.user.id)
        )
    except TelegramError as error:
        refused = classify(error).reason in _NO_ANSWER
        return Problem(key="place-no-answer" if refused else "place-unknown", name=shown)
    if problem := _problem(chat, itself, is_administrator=is_administrator, shown=shown):
        return problem
    key = ChatKey(chat_id=chat.id, thread_id=thread_id)
    turn.aim(chat, await registered_chat(turn.services, chat, key=key, user=turn.user))
    return None


def _problem(chat: ChatFullInfo, itself: ChatMember, *, is_administrator: bool, shown: str) -> Problem | None:
    in_channel = chat.type == ChatType.CHANNEL
    lack = lacks_to_write(itself, chat, in_channel=in_channel)
    if lack is Lack.MEMBERSHIP or (in_channel and itself.status == ChatMemberStatus.MEMBER):
        return Problem(key="place-not-there", name=shown)
    if not is_administrator:
        return Problem(key="place-not-administrator", name=shown)
    if lack is not None:  # its name is known to an administrator
        return Problem(key=LACKS[lack], name=chat.title or shown)
    return None


def problem_text(turn: Turn, problem: Problem) -> str:
    """Why the person cannot look after a chat, and what to do."""
    return turn.say(problem.key, chat=escape(problem.name))


def problem_buttons(turn: Turn, problem: Problem) -> Keyboard:
    """Buttons that help with it: those that add the bot, where it is not there."""
    if problem.key not in ("place-not-there", "place-unknown"):
        return ()
    from bot.render.place_keyboards import add_links  # for the first such problem

    return add_links(turn.services.bot_username, say=turn.say)
