"""Channels and groups that a person looks after from the private chat: the list, adding one, and what comes of it."""

from __future__ import annotations

from telegram import Chat as TelegramChat
from telegram import Update, User
from telegram.constants import ChatType

from bot.chat.handlers.preferences import settings
from bot.chat.keyboard_requests import end_request, request_channel, request_group
from bot.chat.quotas import Limit
from bot.chat.state import AppState
from bot.chat.targets import LACKS, aim_at, problem_buttons, problem_text, remember
from bot.chat.turn import Turn
from bot.models.buttons.place_presses import AskForPlace, ShowPlaces
from bot.models.chats import ChatKey
from bot.render.place_keyboards import channel_link, group_link, places_keyboard
from bot.text.markup import escape, link

MAX_PLACES = 20  # listed
# Telegram tells of one that is chosen by a button twice: that the bot was added, and that it was chosen.
_SHOWN_ONCE = (Limit(count=1, seconds=30),)


async def on_show_places(turn: Turn, press: ShowPlaces) -> None:
    """Show the channels and groups that the person looks after, in place of the settings."""
    if not turn.is_private:
        await turn.toast(turn.say("chat-button-unknown"))
        return
    await turn.toast()
    places = await turn.services.store.looked_after.of(turn.user_id, limit=MAX_PLACES)
    text = turn.say("place-list", count=len(places)) if places else turn.say("place-list-empty")
    await turn.redraw(f"{text}\n\n{turn.say('place-how')}", keyboard=places_keyboard(places, say=turn.say))


async def on_ask_for_place(turn: Turn, press: AskForPlace) -> None:
    """Ask for a channel or a group with the button that Telegram has for it, and with a link for apps without it."""
    if not turn.is_private:
        await turn.toast(turn.say("chat-button-unknown"))
        return
    await turn.toast()
    name = turn.services.bot_username
    if press.channel:
        address = link(channel_link(name), turn.say("place-button-add-channel"))
        await request_channel(
            turn, turn.say("place-ask-channel", link=address), label=turn.say("place-button-choose-channel")
        )
    else:
        address = link(group_link(name), turn.say("place-button-add-group"))
        await request_group(
            turn, turn.say("place-ask-group", link=address), label=turn.say("place-button-choose-group")
        )


async def chosen(turn: Turn) -> None:
    """Show the settings of the channel or group that somebody chose with a button."""
    shared = turn.message.chat_shared if turn.message is not None else None
    assert shared is not None
    name = shared.title or turn.say("place-this-chat")
    problem = await aim_at(turn, str(shared.chat_id), shown=name)
    if problem is not None:
        await end_request(turn, problem_text(turn, problem))
        return
    await end_request(turn, turn.say("place-chosen", chat=escape(name)))
    await _show(turn)


async def tell_adder(state: AppState, update: Update, *, welcome: bool) -> None:
    """Tell the person who added the bot to a chat, in private, what it lacks there to write.

    `welcome`: where it lacks nothing, show the settings of that chat. Only people who talked to the bot can be told.
    """
    change = update.my_chat_member
    assert change is not None
    turn = await _private_turn(state, update, change.from_user)
    if turn is None:
        return
    problem = await aim_at(turn, str(change.chat.id), shown=change.chat.title or "")
    if problem is None:
        if welcome:
            await _show(turn)
    elif problem.key in LACKS.values():
        await turn.reply(problem_text(turn, problem), keyboard=problem_buttons(turn, problem))


async def say_goodbye(state: AppState, update: Update) -> None:
    """Tell the person who removed the bot from a chat, in private, what becomes of its settings."""
    change = update.my_chat_member
    assert change is not None
    turn = await _private_turn(state, update, change.from_user)
    if turn is not None and await state.services.store.chats.get(ChatKey(chat_id=change.chat.id)) is not None:
        await turn.reply(turn.say("place-goodbye", chat=escape(change.chat.title or turn.say("place-this-chat"))))


async def _private_turn(state: AppState, update: Update, user: User) -> Turn | None:
    """A turn of the private chat with a person; None for who does not talk to the bot."""
    stored = await state.services.store.chats.get(ChatKey(chat_id=user.id))
    if stored is None or not stored.active:
        return None
    return Turn(
        state=state,
        update=update,
        telegram_chat=TelegramChat(id=user.id, type=ChatType.PRIVATE),
        user=user,
        message=None,
        query=None,
        words="",
        chat=stored,
    )


async def _show(turn: Turn) -> None:
    """Remember the chat, and send its settings, once."""
    await remember(turn)
    once = ("place shown", turn.user_id, turn.chat.key.chat_id, turn.chat.key.thread_id)
    if turn.state.quotas.take([(once, _SHOWN_ONCE)], now=turn.services.clock.monotonic()) is None:
        await settings(turn)
