"""A topic for each category: makes topics in a forum, or in a private chat that may have them, and undoes that."""

from __future__ import annotations

import logging
from collections.abc import Coroutine, Sequence
from typing import Any

from telegram.constants import ForumIconColor
from telegram.error import TelegramError

from bot.chat.errors import classify
from bot.chat.turn import Turn
from bot.models.articles import CategoryPath
from bot.models.buttons.place_presses import MakeTopics, UndoTopics
from bot.models.chats import ChatKind
from bot.models.messages import Keyboard, Refusal
from bot.models.places import MadeTopic
from bot.render.keyboards import BACK_TO_SETTINGS
from bot.render.phrases import path_name
from bot.render.place_keyboards import topics_button, undo_topics_button
from bot.text.cldr import series
from bot.text.markup import escape, shorten
from bot.text_keys import TextKey

logger = logging.getLogger(__name__)

MAX_TOPICS = 30  # made at once
SHOWN_EACH = 5  # topics made, it is told how far it is
NAME_UNITS = 128  # https://core.telegram.org/bots/api#createforumtopic
_COLOURS = tuple(ForumIconColor)


def can_have_topics(turn: Turn) -> bool:
    """Whether the chat that the turn is about is a forum, or a private chat where the bot may have topics."""
    if turn.target is not None:
        return bool(turn.target.is_forum)
    if turn.is_private:
        return bool(turn.state.bot.bot.has_topics_enabled)
    return bool(turn.telegram_chat.is_forum)


def topics_offer(turn: Turn) -> Keyboard:
    """The button that makes topics, where there can be any."""
    return topics_button(turn.say) if can_have_topics(turn) else ()


async def topics_settings(turn: Turn) -> tuple[list[str], Keyboard]:
    """What the settings say of the topics that the bot made, and their buttons."""
    if not can_have_topics(turn):
        return [], ()
    made = [topic for topic in await turn.services.store.made_topics.of(turn.chat.key.chat_id) if topic.active]
    if not made:
        return [], topics_button(turn.say)
    line = turn.say("topics-line", names=_names(turn, [topic.category for topic in made]))
    return [line], (*topics_button(turn.say), *undo_topics_button(turn.say))


async def on_make_topics(turn: Turn, press: MakeTopics) -> None:
    """Make a topic for each category that the chat follows, and let it have the news of that category."""
    if not can_have_topics(turn):
        await turn.toast(turn.say("topics-no-forum"), alert=True)
        return
    missing, again = await _wanted(turn)
    if turn.chat.key.chat_id in turn.state.making_topics:
        await turn.toast(turn.say("topics-making"))
        return
    if not missing and not again:
        made = await turn.services.store.made_topics.of(turn.chat.key.chat_id)
        has_any = any(topic.active for topic in made)
        await turn.toast(turn.say("topics-all-there" if has_any else "topics-follow-first"), alert=True)
        return
    await _in_background(turn, _make_topics(turn, missing, again), turn.say("topics-making"))


async def on_undo_topics(turn: Turn, press: UndoTopics) -> None:
    """Send the news of all topics that the bot made to where they came before; topics without any news go."""
    made = await turn.services.store.made_topics.of(turn.chat.key.chat_id)
    if turn.chat.key.chat_id in turn.state.making_topics:
        await turn.toast(turn.say("topics-making"))
        return
    done = turn.say("topics-undone") if made else turn.say("topics-none")
    await _in_background(turn, _undo_topics(turn, made, done), done)


async def _in_background(turn: Turn, work: Coroutine[Any, Any, None], toast: str) -> None:
    """Do one work on the topics of a chat at a time, beside its other updates: Telegram is asked for each topic."""
    busy, chat_id = turn.state.making_topics, turn.chat.key.chat_id
    busy.add(chat_id)

    async def done() -> None:
        try:
            await work
        finally:
            busy.discard(chat_id)

    turn.in_background(done())
    await turn.toast(toast)


async def _wanted(turn: Turn) -> tuple[list[CategoryPath], list[MadeTopic]]:
    """The categories that need a topic, and the topics that get their category again."""
    store, key = turn.services.store, turn.chat.key
    made = await store.made_topics.of(key.chat_id)
    followed = await store.chats.subscriptions(key)
    if key.thread_id in {topic.thread_id for topic in made}:  # a topic of its own already
        followed = []
    there = {topic.category: topic for topic in made if topic.active}
    lost = [topic.category for topic in made if not topic.active and topic.follows]
    missing = list(dict.fromkeys((*(path for path in followed if path not in there), *lost)))[:MAX_TOPICS]
    return missing, [there[path] for path in followed if path in there]


async def _make_topics(turn: Turn, missing: Sequence[CategoryPath], again: Sequence[MadeTopic]) -> None:
    for topic in again:
        await turn.services.store.made_topics.take_over(turn.chat.key, topic)
    await _tell(turn, await _make_each(turn, missing))


async def _undo_topics(turn: Turn, made: Sequence[MadeTopic], done: str) -> None:
    for topic in made:
        await turn.services.store.made_topics.undo(turn.chat.key.chat_id, topic)
        await _put_away(turn, topic)
    await turn.redraw(done, keyboard=(BACK_TO_SETTINGS,))


async def _make_each(turn: Turn, missing: Sequence[CategoryPath]) -> TextKey | None:
    """Make these topics; a text that says why, where Telegram stops that."""
    key = turn.chat.key
    for number, path in enumerate(missing):
        name = shorten(path_name(path), NAME_UNITS)
        try:
            topic = await turn.state.bot.create_forum_topic(
                key.chat_id, name, icon_color=_COLOURS[number % len(_COLOURS)]
            )
        except TelegramError as error:
            refused = classify(error)
            logger.warning("topic not made chat=%s reason=%s error=%s", key.chat_id, refused.reason, refused.detail)
            return "topics-lacks-manage-topics" if refused.reason is Refusal.NO_RIGHTS else "topics-failed"
        title = f"{turn.chat.title} · {name}" if turn.chat.title else name
        await turn.services.store.made_topics.add(key, topic.message_thread_id, path, title=title)
        if number % SHOWN_EACH == SHOWN_EACH - 1 and number + 1 < len(missing):
            await turn.redraw(turn.say("topics-progress", done=number + 1, count=len(missing)))
    return None


async def _tell(turn: Turn, failure: TextKey | None) -> None:
    made = await turn.services.store.made_topics.of(turn.chat.key.chat_id)
    names = _names(turn, [topic.category for topic in made if topic.active])
    lines = [turn.say("topics-made", names=escape(names))] if names else []
    if failure is not None:
        lines.append(turn.say(failure))
    again = topics_button(turn.say) if failure is not None else ()
    undo = undo_topics_button(turn.say) if names else ()
    await turn.redraw("\n\n".join(lines), keyboard=(*again, *undo, BACK_TO_SETTINGS))


async def _put_away(turn: Turn, topic: MadeTopic) -> None:
    """Delete a topic where no news came, and close one that people may want to read on."""
    bot, chat_id = turn.state.bot, turn.chat.key.chat_id
    if not topic.used:
        try:
            await bot.delete_forum_topic(chat_id, topic.thread_id)
            return
        except TelegramError as error:
            logger.info("topic not deleted chat=%s error=%s", chat_id, classify(error).detail)
    if turn.chat.kind is not ChatKind.PRIVATE:  # no topic can be closed there
        await turn.quietly(bot.close_forum_topic(chat_id, topic.thread_id))


def _names(turn: Turn, paths: Sequence[CategoryPath]) -> str:
    return series(map(path_name, paths), turn.language)
