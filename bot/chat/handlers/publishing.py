"""Handles /publish: the chat's digests as a feed and a page outside Telegram, at a private address.

The address is a secret: whoever knows it can read along. Where others would see it, it is offered in the private chat.
"""

from __future__ import annotations

from bot.chat.targets import aim_at, problem_text, remember
from bot.chat.turn import Turn
from bot.chat.whispers import whispered_id
from bot.models.buttons.publishing_presses import Publish, Withdraw
from bot.models.chats import ChatKey
from bot.models.messages import Button, Keyboard
from bot.publishing.publisher import address_of, new_token
from bot.render.keyboards import button
from bot.text.markup import escape


async def publish(turn: Turn) -> None:
    """Handle `/publish`: show the address, or offer one, to somebody who may change settings."""
    if not await turn.may_change():
        return
    if not turn.services.settings.publish_url:
        await turn.reply(turn.say("publish-unavailable"))
        return
    text, keyboard = _shown(turn, await turn.services.store.publications.token(turn.chat.key))
    if not await turn.reply_privately(text, keyboard=keyboard):
        await turn.reply(turn.say("publish-in-private"), keyboard=_to_private(turn))


async def publish_of(turn: Turn, key: ChatKey) -> None:
    """Handle the deep link of the button that leads here from a group or channel."""
    problem = await aim_at(turn, str(key.chat_id), thread_id=key.thread_id, shown=turn.say("place-this-chat"))
    if problem is not None:
        await turn.reply(problem_text(turn, problem))
        return
    await remember(turn)
    await publish(turn)


async def on_publish(turn: Turn, press: Publish) -> None:
    """Give the chat a new address."""
    if not turn.services.settings.publish_url:
        await turn.toast()
        await turn.redraw(turn.say("publish-unavailable"))
        return
    if not _is_seen_alone(turn):  # from a message of an older version
        await turn.toast()
        await turn.redraw(turn.say("publish-in-private"), keyboard=_to_private(turn))
        return
    token = new_token()
    await turn.services.store.publications.publish(turn.chat.key, token, now=turn.services.clock.now())
    await turn.toast(turn.say("chat-saved"))
    text, keyboard = _shown(turn, token)
    await turn.redraw(text, keyboard=keyboard)


async def on_withdraw(turn: Turn, press: Withdraw) -> None:
    """Take the address away."""
    await turn.services.store.publications.withdraw(turn.chat.key)
    await turn.toast(turn.say("chat-saved"))
    text, keyboard = _shown(turn, None)
    await turn.redraw(text, keyboard=keyboard)


def _is_seen_alone(turn: Turn) -> bool:
    return turn.is_private or whispered_id(turn.message) is not None


def _to_private(turn: Turn) -> Keyboard:
    """The button that leads to the private chat, which shows there what is published of this one."""
    key = turn.chat.key
    link = f"https://t.me/{turn.services.bot_username}?start=p{key.chat_id}_{key.thread_id}"
    return ((Button(text=turn.say("publish-button-private"), url=link),),)


def _shown(turn: Turn, token: str | None) -> tuple[str, Keyboard]:
    if token is None:
        return turn.say("publish-off"), ((button(turn.say("publish-button-on"), Publish()),),)
    base = turn.services.settings.publish_url
    addresses = {"feed": address_of(base, token, "atom"), "page": address_of(base, token, "html")}
    text = turn.say("publish-on", **{name: f"<code>{escape(address)}</code>" for name, address in addresses.items()})
    return text, (
        (button(turn.say("publish-button-new"), Publish()),),
        (button(turn.say("publish-button-off"), Withdraw()),),
    )
