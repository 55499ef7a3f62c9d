"""What stood in a message of the bot is read back from it."""

from __future__ import annotations

from datetime import UTC, datetime

from telegram import Chat, InlineKeyboardButton, InlineKeyboardMarkup, Message, MessageEntity

from bot.chat.own_messages import coded, link_below

_LINK = "https://paper.example/harbour"


def _message(text: str, *entities: MessageEntity, keyboard: InlineKeyboardMarkup | None = None) -> Message:
    return Message(
        1, datetime(2026, 5, 4, tzinfo=UTC), Chat(7, "private"), text=text, entities=entities, reply_markup=keyboard
    )


def test_what_stands_as_code_is_read_in_its_order() -> None:
    message = _message(
        "say crane or quay", MessageEntity("code", 13, 4), MessageEntity("bold", 0, 3), MessageEntity("code", 4, 5)
    )
    assert coded(message) == ["crane", "quay"]


def test_the_link_is_that_of_the_first_button_that_has_one() -> None:
    rows = [[InlineKeyboardButton("Longer", callback_data="l")], [InlineKeyboardButton("Read", url=_LINK)]]
    assert link_below(_message("A summary", keyboard=InlineKeyboardMarkup(rows))) == _LINK


def test_a_message_without_buttons_has_no_link() -> None:
    assert link_below(_message("A summary")) is None


def test_a_message_that_is_gone_has_neither() -> None:
    assert coded(None) == []
    assert link_below(None) is None
