"""Hands presses of the owner's buttons to their handlers, for owners only."""

from __future__ import annotations

from typing import assert_never

from bot.chat.handlers import adding_sources, announcing, owned_sources
from bot.chat.turn import Turn
from bot.models.buttons import owner_presses
from bot.models.buttons.owner_presses import OwnerPress


async def handle(turn: Turn, press: OwnerPress) -> None:
    """Do what the button says; whoever is no owner is told what old buttons say."""
    if not turn.is_owner:
        await turn.toast(turn.say("chat-button-unknown"))
        return
    match press:
        case owner_presses.ShowSources():
            await owned_sources.on_show_sources(turn, press)
        case owner_presses.ShowSource():
            await owned_sources.on_show_source(turn, press)
        case owner_presses.ReadSource():
            await owned_sources.on_read_source(turn, press)
        case owner_presses.AskRemoveSource():
            await owned_sources.on_ask_remove(turn, press)
        case owner_presses.RemoveSource():
            await owned_sources.on_remove(turn, press)
        case owner_presses.OfferFeeds():
            await adding_sources.on_offer(turn, press)
        case owner_presses.PickFeed():
            await adding_sources.on_pick_feed(turn, press)
        case owner_presses.PickCategory():
            await adding_sources.on_pick_category(turn, press)
        case owner_presses.CancelAdding():
            await adding_sources.on_cancel(turn, press)
        case owner_presses.Announce():
            await announcing.on_announce(turn, press)
        case _:
            assert_never(press)
