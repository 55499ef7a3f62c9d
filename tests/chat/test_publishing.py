"""`/publish`: a private address, a new one, none."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.models.buttons.presses import encode
from bot.models.buttons.publishing_presses import Publish
from bot.models.chats import ChatKey
from bot.publishing.publisher import Publisher
from tests.botapi import set_bot_status
from tests.chat.rig import Rig, labels, running_rig, text

BASE = "https://news.example.org"


@pytest.fixture
async def rig(tmp_path: Path) -> AsyncIterator[Rig]:
    async with running_rig(tmp_path, publish_url=BASE, metrics_listen="127.0.0.1:0") as rig:
        yield rig


async def username() -> str:
    return "tidings_bot"


def token_in(shown: str) -> str:
    [token] = re.findall(rf"Feed: {BASE}/digests/([\w-]{{32}})\.atom", shown)
    assert f"Page: {BASE}/digests/{token}.html" in shown
    return str(token)


async def test_a_chat_gets_an_address_changes_it_and_gives_it_up(rig: Rig) -> None:
    publisher = Publisher(store=rig.store, summaries=rig.services.summaries, clock=rig.clock, username=username)
    await rig.publish("The bridge opens", text="People walked over it. They liked it.")
    await rig.publish("Die Fähre fährt", language="de")
    await rig.says("/subscribe World")
    assert labels(await rig.says("/publish")) == ["Make a private address"]
    first = token_in(text(await rig.presses("Make a private address")))
    empty = await publisher.document(first, "html")
    assert empty is not None
    assert b"Nothing yet" in empty
    await rig.says("/digest")
    await rig.api.wait_for(lambda: text(rig.last()).startswith("Nothing above?"))  # what comes last
    feed = await publisher.document(first, "atom")
    assert feed is not None
    assert b"The bridge opens" in feed
    assert b"World" in feed
    assert str(rig.api.me).encode() not in feed
    assert token_in(text(await rig.says("/publish"))) == first
    second = token_in(text(await rig.presses("New address")))
    assert await publisher.document(first, "atom") is None
    page = await publisher.document(second, "html")
    assert page is not None
    assert 0 < page.index(b"The bridge opens") < page.index("Die Fähre fährt".encode())  # as the digest has them
    assert labels(await rig.presses("Stop publishing")) == ["Make a private address"]
    assert await publisher.document(second, "html") is None


async def test_without_the_owners_consent_there_is_no_address(tmp_path: Path) -> None:
    async with running_rig(tmp_path) as rig:
        assert "has not switched this on" in text(await rig.says("/publish"))
        message = await rig.says("/settings")
        message.keyboard[0][0]["callback_data"] = encode(Publish())  # of a time when there was one
        await rig.presses(encode(Publish()))
        assert await rig.store.publications.token(ChatKey(chat_id=rig.api.me)) is None


async def test_an_address_is_never_shown_where_others_read_it(rig: Rig) -> None:
    await rig.publish("The bridge opens")
    group = rig.api.group
    shown = await rig.says("/publish", chat=group)  # the bot may not whisper there
    assert text(shown) == "The address is a secret, so I show it in our private chat alone."
    [[entry]] = shown.keyboard
    assert entry["url"] == f"https://t.me/{rig.services.bot_username}?start=p{group}_0"
    entry = {"text": "x", "callback_data": encode(Publish())}  # of an older version
    object.__setattr__(shown, "keyboard", ((entry,),))
    assert "our private chat" in text(await rig.presses("x", chat=group))
    assert await rig.store.publications.token(ChatKey(chat_id=group)) is None
    assert labels(await rig.says(f"/start p{group}_0")) == ["Make a private address"]
    token_in(text(await rig.presses("Make a private address")))
    assert await rig.store.publications.token(ChatKey(chat_id=group))
    rig.api.world.chats[group].members[rig.api.me] = "member"
    assert "not an administrator" in text(await rig.says(f"/start p{group}_0"))
    set_bot_status(rig.api.world, rig.api.world.chats[group], "administrator")
    rig.api.world.chats[group].members[rig.api.me] = "administrator"
    rig.clock.advance(60)
    shown = await rig.says("/publish", chat=group)
    assert shown.only_for == rig.api.me
    token_in(text(shown))
