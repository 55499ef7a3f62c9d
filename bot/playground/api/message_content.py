"""Reads the content of a message from a call's parameters: text, caption, rich message or picture.

Refuses what exceeds Telegram's limits.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.playground.api.params import Params
from bot.playground.messages.errors import bad_request
from bot.playground.messages.files import Files, Photo, Upload, wrong_file
from bot.playground.messages.formatted_text import MAX_CAPTION, MAX_TEXT, FormattedText, parse_text
from bot.playground.messages.rich_message import MAX_MEDIA, RichText, parse_rich

_MEDIA_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")


def message_text(params: Params) -> FormattedText:
    """The text of sendMessage and editMessageText."""
    text = draft_text(params)
    if not text.text:
        raise bad_request("message text is empty")
    return text


def draft_text(params: Params) -> FormattedText:
    """The text of sendMessageDraft, which may be empty."""
    text = parse_text(params.text("text"), parse_mode=params.text("parse_mode"))
    if text.length > MAX_TEXT:
        raise bad_request("message is too long")
    return text


def caption(values: Mapping[str, Any]) -> FormattedText:
    """The caption of a picture or document; may be empty."""
    text = parse_text(str(values.get("caption") or ""), parse_mode=str(values.get("parse_mode") or ""))
    if text.length > MAX_CAPTION:
        raise bad_request("message caption is too long")
    return text


def rich_message(params: Params, files: Files) -> RichText:
    """The `rich_message` of sendRichMessage and editMessageText."""
    given = params.json("rich_message")
    if not isinstance(given, dict):
        raise bad_request("object expected as rich message")
    forms = [name for name in ("html", "markdown", "blocks") if given.get(name) is not None]
    if len(forms) != 1:
        raise bad_request("can't parse rich message: exactly one of html, markdown and blocks must be specified")
    if forms != ["html"] or not isinstance(given["html"], str):
        raise bad_request("can't parse rich message: this server takes html only")
    named = _media(given.get("media") or [], params.uploads, files)
    return parse_rich(
        given["html"],
        photos=named,
        rtl=bool(given.get("is_rtl")),
        detect=not given.get("skip_entity_detection"),
    )


def _media(media: Any, uploads: Mapping[str, Upload], files: Files) -> dict[str, Photo]:
    if not isinstance(media, list) or not all(isinstance(entry, dict) for entry in media):
        raise bad_request("can't parse rich message: expected an Array of media")
    if len(media) > MAX_MEDIA:
        raise bad_request(f"rich message is too long: more than {MAX_MEDIA} media")
    found: dict[str, Photo] = {}
    for entry in media:
        name = str(entry.get("id", ""))
        if not _MEDIA_NAME.fullmatch(name) or name in found:
            raise bad_request(f'can\'t parse rich message: invalid media identifier "{name}"')
        found[name] = input_photo(entry.get("media"), uploads, files)
    return found


def input_photo(media: Any, uploads: Mapping[str, Upload], files: Files) -> Photo:
    """The picture that an InputMediaPhoto names."""
    if not isinstance(media, dict) or not isinstance(media.get("media"), str):
        raise bad_request("can't parse InputMedia: expected an Object")
    if media.get("type") != "photo":
        raise wrong_file()
    return files.photo(media["media"], uploads, part="")
