"""Calls of the Bot API without HTTP, and what they send."""

from __future__ import annotations

import io
import json
from datetime import datetime
from typing import Any

import pytest
from PIL import Image

from bot.playground.api.params import Params
from bot.playground.messages.errors import BotApiError
from bot.playground.messages.files import Upload
from tests.fakes import NOON
from tests.scripted_bot_api import ScriptedBotApi


class Clock:
    def __init__(self) -> None:
        self.moment = NOON

    def __call__(self) -> datetime:
        return self.moment


def a_picture(width: int = 64, height: int = 48, *, form: str = "JPEG") -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(buffer, form)
    return buffer.getvalue()


async def call(bot_api: ScriptedBotApi, method: str, uploads: dict[str, bytes] | None = None, **values: Any) -> Any:
    """A call as PTB makes it: nested values as JSON in strings."""
    plain = {name: value if isinstance(value, str) else json.dumps(value) for name, value in values.items()}
    files = {name: Upload(data=data, filename=f"{name}.jpg") for name, data in (uploads or {}).items()}
    return await bot_api.call(bot_api.token, method, Params(values=plain, uploads=files))


async def refused(bot_api: ScriptedBotApi, method: str, uploads: dict[str, bytes] | None = None, **values: Any) -> str:
    with pytest.raises(BotApiError) as caught:
        await call(bot_api, method, uploads, **values)
    return f"{caught.value.code} {caught.value.description}"


def keyboard(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def a_button(data: str = "x", text: str = "Go") -> dict[str, Any]:
    return {"text": text, "callback_data": data}


async def updates(bot_api: ScriptedBotApi, **values: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = await call(bot_api, "getUpdates", **values)
    return found


def an_album(*media: str) -> list[dict[str, str]]:
    return [{"type": "photo", "media": name} for name in media]
