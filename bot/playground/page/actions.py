"""What the person at the page does: write, press a button, open a chat, move the clock, ask for news."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from bot.playground.page.controls import Controls, clock_view
from bot.playground.page.event_streams import EventStreams
from bot.playground.world import people, sharing
from bot.playground.world.changes import CommandsChanged
from bot.playground.world.state import World

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_INTEGER = re.compile(r"-?[0-9]{1,18}")
_MAX_LEAP = timedelta(days=366)  # of the clock at once: near the last year there is, every sum of times overflows


class BadInput(ValueError):
    """The request of the page is not valid; the text says why."""


class PageActions:
    """One method for each action; it takes the JSON body of the request and returns the JSON of the answer."""

    def __init__(self, world: World, controls: Controls, streams: EventStreams) -> None:
        self._world = world
        self._controls = controls
        self._streams = streams

    async def send(self, body: Mapping[str, Any]) -> dict[str, Any]:
        chat = self._world.find_chat(_integer(body, "chat_id"))
        reply_to = _integer(body, "reply_to") if body.get("reply_to") is not None else None
        topic = _integer(body, "topic") if body.get("topic") is not None else None
        if topic is not None and topic not in chat.topics:
            raise BadInput("topic must be one of the chat's")
        text = _string(body, "text")
        message = people.say(self._world, chat, text, reply_to=reply_to, thread_id=topic)
        if any(button["text"] == text for row in chat.reply_keyboard for button in row):
            sharing.hide_reply_keyboard(self._world, chat)
        return {"message_id": message.message_id}

    async def share(self, body: Mapping[str, Any]) -> dict[str, Any]:
        chat = self._world.find_chat(_integer(body, "chat_id"))
        if body.get("shared") is not None:
            shared = self._world.find_chat(_integer(body, "shared"))
            message = sharing.share_chat(self._world, chat, _integer(body, "request_id"), shared)
        else:
            message = sharing.share_location(self._world, chat, _degrees(body, "latitude"), _degrees(body, "longitude"))
        return {"message_id": message.message_id}

    async def press(self, body: Mapping[str, Any]) -> dict[str, Any]:
        chat = self._world.find_chat(_integer(body, "chat_id"))
        people.press(self._world, chat, _integer(body, "message_id"), _string(body, "data"))
        return {}

    async def stop(self, body: Mapping[str, Any]) -> dict[str, Any]:
        chat = self._world.find_chat(_integer(body, "chat_id"))
        people.stop(self._world, chat, _integer(body, "draft_id"))
        return {}

    async def open(self, body: Mapping[str, Any]) -> dict[str, Any]:
        chat = self._world.find_chat(_integer(body, "chat_id"))
        people.announce(self._world, chat)
        people.mark_as_read(chat)
        return {}

    async def clock(self, body: Mapping[str, Any]) -> dict[str, Any]:
        await self._controls.move_clock(_moment(body, self._controls.now()))
        view = await clock_view(self._controls)
        self._streams.publish({"type": "clock", **view})
        return view

    async def news(self, _body: Mapping[str, Any]) -> dict[str, Any]:
        title = await self._controls.drop_news()
        self._streams.publish({"type": "news", "title": title})
        return {"title": title}

    async def sample_link(self, _body: Mapping[str, Any]) -> dict[str, Any]:
        return {"url": self._controls.sample_link(self._world.me.language_code or "en")}

    async def role(self, body: Mapping[str, Any]) -> dict[str, Any]:
        chat = self._world.find_chat(_integer(body, "chat_id"))
        status = _string(body, "status")
        if status not in people.ROLES[chat.type]:
            raise BadInput(f"status must be one of {', '.join(people.ROLES[chat.type])}")
        people.set_role(self._world, chat, status)
        return {"status": status}

    async def my_role(self, body: Mapping[str, Any]) -> dict[str, Any]:
        chat = self._world.find_chat(_integer(body, "chat_id"))
        status = _string(body, "status")
        if status not in people.MY_ROLES[chat.type]:
            raise BadInput(f"status must be one of {', '.join(people.MY_ROLES[chat.type])}")
        people.set_my_role(self._world, chat, status)
        return {"status": status}

    async def language(self, body: Mapping[str, Any]) -> dict[str, Any]:
        code = _string(body, "code")
        if not _LANGUAGE.fullmatch(code):
            raise BadInput("code must be a language code such as en or zh-hant")
        self._world.me.language_code = code
        self._world.tell(CommandsChanged())
        return {"language_code": code}


def _integer(body: Mapping[str, Any], name: str) -> int:
    value = body.get(name)
    if isinstance(value, bool) or not isinstance(value, int | str) or not _INTEGER.fullmatch(str(value)):
        raise BadInput(f"{name} must be a whole number")
    return int(value)


def _degrees(body: Mapping[str, Any], name: str) -> float:
    value = body.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadInput(f"{name} must be a number")
    return float(value)


def _string(body: Mapping[str, Any], name: str) -> str:
    value = body.get(name)
    if not isinstance(value, str):
        raise BadInput(f"{name} must be a string")
    return value


def _moment(body: Mapping[str, Any], now: datetime) -> datetime | Literal["next_digest"]:
    if body.get("to") == "next_digest":
        return "next_digest"
    try:
        if body.get("advance") is not None:
            moment = now + timedelta(seconds=float(body["advance"]))
        else:
            moment = datetime.fromisoformat(_string(body, "to"))
    except (TypeError, ValueError, OverflowError):
        raise BadInput("to must be next_digest or a time such as 2026-03-02T08:00, or advance a number") from None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    if moment < now:
        raise BadInput("the clock moves forward only")
    if moment - now > _MAX_LEAP:
        raise BadInput("the clock moves a year at most")
    return moment
