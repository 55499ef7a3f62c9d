"""What open pages get."""

from __future__ import annotations

from bot.playground.page.event_streams import BACKLOG, EventStreams
from bot.playground.page.page_json import state_json
from bot.playground.world import people
from bot.playground.world.chats import Chat
from bot.playground.world.state import GROUP_ID
from tests.playground.calls import call
from tests.scripted_bot_api import ScriptedBotApi


async def test_a_page_that_lags_too_far_is_cut_off() -> None:
    pages = EventStreams()
    with pages.subscribe() as events:
        for number in range(BACKLOG + 5):
            pages.publish({"number": number})
        seen = [event["number"] async for event in events]
        assert seen == list(range(BACKLOG))
        assert len(pages) == 0


async def test_the_state_counts_what_was_not_read(bot_api: ScriptedBotApi, me: int) -> None:
    for _ in range(2):
        await call(bot_api, "sendMessage", chat_id=GROUP_ID, text="x")
    assert [chat["unread"] for chat in state_json(bot_api.world)["chats"]] == [0, 2, 0, 0]
    people.mark_as_read(bot_api.world.find_chat(GROUP_ID))
    bot_api.world.chats[5] = Chat(id=5, type="private", title="Eve", members={5: "member"})
    assert [chat["unread"] for chat in state_json(bot_api.world)["chats"]] == [0, 0, 0, 0]
