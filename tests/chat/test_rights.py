"""What the bot lacks in a chat, by what Telegram says of it as a member."""

from __future__ import annotations

from typing import Any

import pytest
from telegram import ChatMember

from bot.chat.rights import Lack, lacks_to_write

BOT = {"id": 42, "is_bot": True, "first_name": "Tidings"}
RIGHTS = (
    "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
    "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
    "can_edit_stories", "can_delete_stories",
)  # fmt: skip
RESTRICTIONS = (
    "can_change_info", "can_invite_users", "can_pin_messages", "can_send_polls", "can_send_other_messages",
    "can_add_web_page_previews", "can_manage_topics", "can_send_audios", "can_send_documents", "can_send_photos",
    "can_send_videos", "can_send_video_notes", "can_send_voice_notes", "can_edit_tag", "can_react_to_messages",
)  # fmt: skip


def a_member(status: str, **fields: Any) -> ChatMember:
    """What Telegram says of the bot."""
    names = {"administrator": RIGHTS, "restricted": RESTRICTIONS}.get(status, ())
    more: dict[str, dict[str, Any]] = {
        "creator": {"is_anonymous": False},
        "kicked": {"until_date": 0},
        "restricted": {"until_date": 0},
    }
    member = {"user": BOT, "status": status, **dict.fromkeys(names, False), **more.get(status, {}), **fields}
    return ChatMember.de_json(member, None)


@pytest.mark.parametrize(
    ("member", "in_channel", "lack"),
    [
        (a_member("left"), False, Lack.MEMBERSHIP),
        (a_member("kicked"), True, Lack.MEMBERSHIP),
        (a_member("creator"), True, None),
        (a_member("administrator"), False, None),
        (a_member("administrator", can_post_messages=True), True, None),
        (a_member("administrator"), True, Lack.POST_MESSAGES),
        (a_member("member"), False, None),
        (a_member("member"), True, Lack.POST_MESSAGES),
        (a_member("restricted", is_member=False, can_send_messages=True), False, Lack.MEMBERSHIP),
        (a_member("restricted", is_member=True, can_send_messages=False), False, Lack.SEND_MESSAGES),
        (a_member("restricted", is_member=True, can_send_messages=True), False, None),
    ],
)
def test_what_is_lacking_to_write(member: ChatMember, in_channel: bool, lack: Lack | None) -> None:
    assert lacks_to_write(member, in_channel=in_channel) == lack
