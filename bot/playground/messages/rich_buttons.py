"""Buttons inside rich messages: `<tg-button>` in a `<tg-button-row>` or in a text, checked as Telegram does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from bot.playground.messages.keyboards import MAX_BUTTONS_A_ROW, MAX_DATA_BYTES
from bot.playground.messages.markup import Element, MarkupError, Node, elements_of, text_of
from bot.playground.messages.safe_html import safe_link

ROW, BUTTON = "tg-button-row", "tg-button"
_ALIGNMENTS = frozenset({"left", "center", "right"})
_STYLES = frozenset({"primary", "success", "danger", "link"})


def check_button(element: Element, at: str) -> None:
    """Refuse a button, or a row of them, that Telegram does not take."""
    if element.tag == ROW:
        count = sum(isinstance(child, Element) for child in element.children)
        if not 1 <= count <= MAX_BUTTONS_A_ROW:
            raise MarkupError(f'Tag "{ROW}" must contain 1 to {MAX_BUTTONS_A_ROW} buttons {at}')
        if element.attributes.get("align", "left") not in _ALIGNMENTS:
            raise MarkupError(f'Tag "{ROW}" has an invalid attribute "align" {at}')
        return
    if any(isinstance(child, Element) for child in element.children) or not text_of(element.children).strip():
        raise MarkupError(f'Tag "{BUTTON}" must contain plain text {at}')
    style, kind = element.attributes.get("style", "primary"), element.attributes.get("type", "")
    if style not in _STYLES or (style == "link" and kind != "callback_data"):
        raise MarkupError(f'Tag "{BUTTON}" has an invalid attribute "style" {at}')
    if not _does_something(element, kind):
        raise MarkupError(f'Tag "{BUTTON}" must have valid attributes for its type {at}')


def _does_something(element: Element, kind: str) -> bool:
    match kind:
        case "callback_data":
            return 1 <= len(element.attributes.get("data", "").encode()) <= MAX_DATA_BYTES
        case "url":
            return safe_link(element.attributes.get("url", "")) is not None
        case _:
            return kind in ("copy_text", "disabled")


def pressed_data(nodes: Sequence[Node]) -> Iterator[tuple[str, str]]:
    """The label and the callback data of each button in a message."""
    for element in elements_of(nodes):
        if element.tag == BUTTON and (data := element.attributes.get("data")):
            yield text_of(element.children).strip(), data


def button_html(element: Element) -> str:
    """The button, or the row, as the page shows it."""
    if element.tag == ROW:
        align = element.attributes.get("align", "left")
        inner = "".join(button_html(child) for child in element.children if isinstance(child, Element))
        return f'<div class="inline-keys {align}">{inner}</div>'
    label, style = escape(text_of(element.children).strip()), escape(element.attributes.get("style", "primary"))
    match element.attributes["type"]:
        case "callback_data":
            data = escape(element.attributes["data"])
            return f'<button type="button" class="inline-key {style}" data-press="{data}">{label}</button>'
        case "url":
            url = escape(safe_link(element.attributes["url"]) or "")
            return f'<a class="inline-key {style}" href="{url}" target="_blank" rel="noopener noreferrer">{label}</a>'
        case _:
            return f'<button type="button" class="inline-key {style}" disabled>{label}</button>'


def row_block(element: Element) -> dict[str, Any]:
    """The row as the Bot API answers with it."""
    buttons = [child for child in element.children if isinstance(child, Element)]
    return {
        "type": "button_row",
        "buttons": [{**button.attributes, "text": text_of(button.children).strip()} for button in buttons],
    }
