"""Announcements: typed, shown, sent to every active chat once, reported."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from telegram import Chat, Message, MessageEntity

from bot.chat.handlers.announcing import html_after_command
from bot.models.chats import ChatKey
from bot.models.decisions import Sent
from bot.models.messages import TextContent
from bot.owner.announcer import PROGRESS_SECONDS, Announcer
from bot.playground.world.state import FORUM_ID
from bot.store import announcements
from tests.chat.rig import NOON, Rig, labels, running_rig, text
from tests.chat.test_owned_sources import ME


@pytest.fixture
async def owned(tmp_path: Path) -> AsyncIterator[Rig]:
    async with running_rig(tmp_path, telegram_admin_ids=(ME,)) as rig:
        yield rig


def announcer(rig: Rig) -> Announcer:
    return Announcer(rig.store, rig.clock, wake=rig.services.deliverer.wake)


async def got(rig: Rig, chat: int) -> list[str]:
    return [text(message) for message in rig.messages(chat)]


async def test_an_announcement_is_shown_and_sent_to_every_active_chat_once(
    owned: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(announcements, "CHATS_AT_ONCE", 1)
    for number, title in ((77, "Cleo"), (78, "Dan")):
        owned.api.add_person(number, title)
        await owned.says("/help", chat=number, sender=number)
    await owned.store.chats.deactivate(78)
    await owned.says("/help", chat=owned.api.group)
    shown = await owned.says("/announce I *move* tonight & <more>: https://harbour.example/?a=1&b=2")
    assert text(shown).startswith("This is how it looks. It goes to 3 chats.\n\nI *move* tonight & <more>")
    assert labels(shown) == ["Send", "Cancel"]
    assert "Sending to 3 chats…" in text(await owned.presses("Send"))
    first = announcer(owned)
    await first.step()
    restarted = announcer(owned)
    for _ in range(4):
        await restarted.step()
    await owned.api.wait_for(lambda: any("I *move* tonight" in text(entry) for entry in owned.messages(77)))
    await finished(owned, restarted)
    for chat in (77, owned.api.group, ME):
        assert sum(said.startswith("I *move* tonight & <more>: https") for said in await got(owned, chat)) == 1
    assert not any("tonight" in said for said in await got(owned, 78))
    assert text(owned.last()) == "The announcement is out. Chats that got it: 3."
    assert await owned.store.announcements.open() == []


async def finished(rig: Rig, announcer: Announcer) -> None:
    """Until the owner is told that it is done."""
    for _ in range(100):
        await rig.quiet()
        await announcer.step()
        if not await rig.store.announcements.open():
            break
    await rig.api.wait_for(lambda: "The announcement is out" in text(rig.last()))


async def test_it_can_be_cancelled_and_old_buttons_send_nothing(owned: Rig) -> None:
    first = await owned.says("/announce One")
    await owned.says("/announce Two")
    assert text(await owned.presses("Cancel")) == "Nothing was sent."
    assert not await owned.store.announcements.start(2, message_id=None)
    assert await owned.store.announcements.start(1, message_id=None)
    query = await owned.api.press("Send", message_id=first.message_id)
    await owned.api.wait_for(lambda: query in owned.answered())
    assert owned.answered()[query] == "This was sent or cancelled before."


async def test_the_progress_is_told_and_a_forum_gets_it_in_one_topic(tmp_path: Path) -> None:
    async with running_rig(tmp_path, deliver=False, telegram_admin_ids=(ME,)) as rig:
        shown = await rig.says("/help")
        for thread in (2, 3):
            key = ChatKey(chat_id=FORUM_ID, thread_id=thread)
            await rig.store.chats.save(replace(await rig.chat(), key=key))
        assert await rig.store.announcements.count_chats() == 2
        number = await rig.store.announcements.draft(ChatKey(chat_id=ME), "Hello", now=rig.clock.now())
        await rig.store.announcements.start(number, message_id=shown.message_id)
        sends = announcer(rig)
        await sends.step()
        rig.clock.advance(PROGRESS_SECONDS)
        await sends.step()
        waiting = await rig.store.outbox.claim(owner="test", now=rig.clock.now(), limit=9)
        assert [(row.message.chat, row.message.content) for row in waiting] == [
            (ChatKey(chat_id=FORUM_ID, thread_id=2), TextContent(html="Hello")),
            (ChatKey(chat_id=ME), TextContent(html="Hello")),
        ]
        await rig.store.outbox.settle(
            waiting[1].id, owner="test", decision=Sent(message_ids=(99,)), now=rig.clock.now()
        )
        [edit] = await rig.store.outbox.claim(owner="test", now=rig.clock.now(), limit=9)
        assert edit.message.content == TextContent(html="Sending: 0 of 2 done.")
        assert edit.message.edit_message_id == shown.message_id


async def test_a_text_too_long_for_one_message_with_its_heading_comes_before_it(owned: Rig) -> None:
    long = "word " * 817
    heading = await owned.says(f"/announce {long}")
    assert text(heading) == "This is how it looks. It goes to 1 chat."
    assert text(owned.messages()[-2]) == long.strip()


def test_formats_and_links_stay_as_they_were_typed() -> None:
    typed = "/announce@bot  🌊 New  site & <more>"
    where = 17  # after the command, in UTF-16 units: the wave takes two
    entities = [
        MessageEntity("bot_command", 0, 13),
        MessageEntity("bold", 0, where),
        MessageEntity("text_link", where + 1, 3, url='https://harbour.example/?a=1&lt=2"'),
        MessageEntity("custom_emoji", 15, 2, custom_emoji_id="5"),
        MessageEntity("pre", where + 6, 4, language='py">'),
    ]
    message = Message(1, NOON, Chat(1, "private"), text=typed, entities=entities)
    assert html_after_command(message) == (
        '<b>🌊</b> <a href="https://harbour.example/?a=1&amp;lt=2&quot;">New</a>  '
        '<pre><code class="py&quot;&gt;">site</code></pre> &amp; &lt;more&gt;'
    )
    assert html_after_command(Message(1, NOON, Chat(1, "private"), text="/announce \n ")) == ""


async def test_it_comes_without_a_sound_in_quiet_hours(owned: Rig) -> None:
    await owned.says("/quiet 11:00-13:00")  # it is noon
    await owned.says("/help", chat=owned.api.group)
    await owned.says("/announce I move tonight")
    await owned.presses("Send")
    await announcer(owned).step()
    await owned.api.wait_for(lambda: any("I move" in text(entry) for entry in owned.messages(owned.api.group)))
    await owned.quiet()
    sent = [call.params for call in owned.api.calls if call.params.get("text") == "I move tonight"]
    assert {(int(call["chat_id"]), bool(call.get("disable_notification"))) for call in sent} == {
        (ME, True),
        (owned.api.group, False),
    }
