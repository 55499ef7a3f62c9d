"""Who may change a chat's settings."""

from __future__ import annotations

from typing import Any, cast

import pytest
from telegram import Bot, Chat, ChatMember, User
from telegram.error import TimedOut

from bot.chat.access import Access

GROUP = Chat(id=-100, type="supergroup")
ADA = User(id=7, first_name="Ada", is_bot=False)


class Members:
    """A bot that knows every member's status, or cannot be reached."""

    def __init__(self, **statuses: str) -> None:
        self.statuses: dict[int, str] = {}
        self.asked = 0
        self.reachable = True

    async def get_chat_member(self, chat_id: int, user_id: int) -> Any:
        self.asked += 1
        if not self.reachable:
            raise TimedOut
        return ChatMember(user=ADA, status=self.statuses.get(user_id, "left"))


@pytest.fixture
def members() -> Members:
    return Members()


@pytest.fixture
def door(members: Members) -> Access:
    return Access(cast(Bot, members))


async def test_in_a_private_chat_everyone_may(door: Access, members: Members) -> None:
    assert await door.may_change(Chat(id=7, type="private"), user=ADA)
    assert members.asked == 0


@pytest.mark.parametrize(
    ("status", "may"),
    [("creator", True), ("administrator", True), ("member", False), ("restricted", False), ("left", False)],
)
async def test_in_a_group_administrators_may(door: Access, members: Members, status: str, may: bool) -> None:
    members.statuses[ADA.id] = status
    assert await door.may_change(GROUP, user=ADA) is may


async def test_an_anonymous_administrator_speaks_in_the_groups_own_name(door: Access, members: Members) -> None:
    assert await door.may_change(GROUP, user=ADA, sender_chat=Chat(id=-100, type="supergroup"))
    assert members.asked == 0


async def test_a_channels_name_proves_nothing_in_a_group(door: Access, members: Members) -> None:
    members.statuses[ADA.id] = "administrator"
    assert not await door.may_change(GROUP, user=ADA, sender_chat=Chat(id=-200, type="channel"))


async def test_a_post_in_a_channel_is_by_its_administrators(door: Access) -> None:
    channel = Chat(id=-300, type="channel")
    assert await door.may_change(channel, user=None, sender_chat=channel)
    assert not await door.may_change(channel, user=None)


async def test_who_gets_or_loses_the_office_has_it_or_not_at_once(door: Access, members: Members) -> None:
    assert not await door.may_change(GROUP, user=ADA)
    members.statuses[ADA.id] = "administrator"
    assert await door.may_change(GROUP, user=ADA)
    members.statuses[ADA.id] = "member"
    assert not await door.may_change(GROUP, user=ADA)


async def test_when_telegram_cannot_be_asked_the_answer_is_no(door: Access, members: Members) -> None:
    members.statuses[ADA.id] = "administrator"
    members.reachable = False
    assert not await door.may_change(GROUP, user=ADA)
    members.reachable = True
    assert await door.may_change(GROUP, user=ADA)
