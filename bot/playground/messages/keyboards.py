"""Keyboards: checked as Telegram does, stored in the form that the Bot API answers with.

Inline keyboards stand below their message, reply keyboards in place of the person's own.
"""

from __future__ import annotations

from typing import Any

from bot.playground.messages.errors import bad_request
from bot.playground.messages.safe_html import safe_link

MAX_BUTTONS = 100
MAX_BUTTONS_A_ROW = 8
MAX_DATA_BYTES = 64

Keyboard = tuple[tuple[dict[str, Any], ...], ...]
_REQUESTS = ("request_location", "request_chat")


def parse_keyboard(markup: Any) -> Keyboard:
    """The rows of a `reply_markup`; () for none, an empty one, or one that is no inline keyboard."""
    if markup is None:
        return ()
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" not in markup:
        return ()
    rows = markup["inline_keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" must be of type Array')
    keyboard = tuple(tuple(_button(button) for button in row) for row in rows if row)
    if sum(map(len, keyboard)) > MAX_BUTTONS or any(len(row) > MAX_BUTTONS_A_ROW for row in keyboard):
        raise bad_request("reply markup is too long")
    return keyboard


def _button(button: Any) -> dict[str, Any]:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: expected an Object")
    text = str(button.get("text", ""))
    if not text.strip():
        raise bad_request("can't parse inline keyboard button: text must be non-empty")
    if (data := button.get("callback_data")) is not None:
        if not 1 <= len(str(data).encode()) <= MAX_DATA_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
        return {"text": text, "callback_data": str(data)}
    if (url := button.get("url")) is not None:
        if safe_link(str(url)) is None:
            raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
        return {"text": text, "url": str(url)}
    for name in ("switch_inline_query", "switch_inline_query_current_chat", "copy_text", "web_app", "login_url"):
        if name in button:
            return {"text": text, name: button[name]}
    raise bad_request("text buttons are unallowed in the inline keyboard")


def parse_reply_keyboard(markup: Any, *, private: bool) -> Keyboard | None:
    """The rows of a reply keyboard; () for one that is taken away, None where the markup says nothing of it."""
    if not isinstance(markup, dict):
        return None
    if markup.get("remove_keyboard"):
        return ()
    if "keyboard" not in markup:
        return None
    rows = markup["keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "keyboard" must be of type Array')
    return tuple(tuple(_reply_button(button, private=private) for button in row) for row in rows if row)


def _reply_button(button: Any, *, private: bool) -> dict[str, Any]:
    given = {"text": button} if isinstance(button, str) else button
    if not isinstance(given, dict) or not str(given.get("text", "")).strip():
        raise bad_request("can't parse keyboard button: text must be non-empty")
    asked = {name: given[name] for name in _REQUESTS if given.get(name)}
    if asked and not private:
        raise bad_request(f"{next(iter(asked))[8:]} can be requested in private chats only")
    return {"text": str(given["text"]), **asked}


def page_keyboard(keyboard: Keyboard) -> list[list[dict[str, str]]]:
    """The keyboard as the page gets it: text with `data` or `url`."""
    names = {"callback_data": "data", "url": "url"}
    return [
        [{"text": button["text"]} | {short: button[name] for name, short in names.items() if name in button}
         for button in row]
        for row in keyboard
    ]  # fmt: skip


def has_data(keyboard: Keyboard, data: str) -> bool:
    """Whether a button of the keyboard carries this callback data."""
    return any(button.get("callback_data") == data for row in keyboard for button in row)
