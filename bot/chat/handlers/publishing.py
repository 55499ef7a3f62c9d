"""Handles /publish: the chat's digests as a feed and a page outside Telegram, at a private address."""

from __future__ import annotations

from bot.chat.turn import Turn
from bot.models.buttons.publishing_presses import Publish, Withdraw
from bot.models.messages import Keyboard
from bot.publishing.publisher import address_of, new_token
from bot.render.keyboards import button
from bot.text.markup import escape


async def publish(turn: Turn) -> None:
    """Handle `/publish`: show the address, or offer one. It is a secret: only those who may change settings see it."""
    if not await turn.may_change():
        return
    if not turn.services.settings.publish_url:
        await turn.reply(turn.say("publish-unavailable"))
        return
    text, keyboard = _shown(turn, await turn.services.store.publications.token(turn.chat.key))
    await turn.reply(text, keyboard=keyboard)


async def on_publish(turn: Turn, press: Publish) -> None:
    """Give the chat a new address."""
    if not turn.services.settings.publish_url:
        await turn.toast()
        await turn.redraw(turn.say("publish-unavailable"))
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
