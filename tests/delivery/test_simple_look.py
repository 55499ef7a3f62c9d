"""The offer of the simple look: once, to whom a rich digest was delivered."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.delivery import simple_look
from bot.delivery.simple_look import SimpleLook
from bot.errors import StoreError
from bot.models.chats import ChatKey, ChatKind
from bot.models.messages import Delivered, MessageKind, OutboxMessage, Refusal, Refused, RichContent, TextContent
from bot.store import Store
from tests.fakes import NOON, FakeClock, a_chat, a_message

RICH = RichContent(html="<p>News</p>")
DELIVERED = Delivered(message_ids=(1,))


def sent(chat_id: int = 100, **changes: Any) -> OutboxMessage:
    return OutboxMessage(id=1, message=replace(a_message(1, chat_id=chat_id, content=RICH), **changes))


async def offers(store: Store) -> int:
    return (await store.outbox.stats()).pending


async def test_a_chat_is_offered_it_once_even_after_a_restart(store: Store, clock: FakeClock) -> None:
    chat = a_chat()
    await store.chats.save(chat)
    for looks in (SimpleLook(store, clock), SimpleLook(store, clock)):
        for _ in range(2):
            await looks.after(sent(), DELIVERED)
    assert await offers(store) == 1
    (offer,) = await store.outbox.claim(owner="x", now=NOON, limit=9)
    assert offer.message.silent
    assert [button.text for row in offer.message.keyboard for button in row] == ["Simple look"]


@pytest.mark.parametrize(
    ("message", "result"),
    [
        (sent(), Refused(reason=Refusal.RICH_REFUSED)),
        (sent(content=TextContent(html="News")), DELIVERED),
        (sent(kind=MessageKind.REPLY), DELIVERED),
        (sent(chat=ChatKey(chat_id=5)), DELIVERED),  # not stored
        (sent(chat=ChatKey(chat_id=7)), DELIVERED),  # a channel
    ],
)
async def test_others_are_not(store: Store, clock: FakeClock, message: OutboxMessage, result: Any) -> None:
    await store.chats.save(a_chat())
    await store.chats.save(a_chat(7, kind=ChatKind.CHANNEL))
    await SimpleLook(store, clock).after(message, result)
    assert await offers(store) == 0


async def test_many_chats_are_looked_up_again(store: Store, clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(simple_look, "KEPT_CHATS", 1)
    looks = SimpleLook(store, clock)
    for chat_id in (1, 2, 1):
        await store.chats.save(a_chat(chat_id))
        await looks.after(sent(chat_id), DELIVERED)
    assert await offers(store) == 2


async def test_a_store_that_fails_loses_the_offer_and_nothing_else(
    store: Store, clock: FakeClock, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def full(*_: object, **__: object) -> None:
        raise StoreError("disk full")

    await store.chats.save(a_chat())
    looks = SimpleLook(store, clock)
    with monkeypatch.context() as broken:
        broken.setattr(store.chats, "offer_simple_look", full)
        await looks.after(sent(), DELIVERED)
    assert "simple look not offered" in caplog.text
    await looks.after(sent(), DELIVERED)
    assert await offers(store) == 1
