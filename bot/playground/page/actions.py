"""The page's side: its state, its events, and what the person there does. The protocol stands in `server.py`."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, Protocol

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.playground.api.bot_api import Playground
from bot.playground.api.params import json_object
from bot.playground.api.profile import tell_commands
from bot.playground.messages.errors import BotApiError
from bot.playground.page.page_json import state_view
from bot.playground.world import people

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_INTEGER = re.compile(r"-?[0-9]{1,18}")
_MAX_BODY_BYTES = 64 * 1024
_MAX_LEAP = timedelta(days=366)  # of the clock at once: near the last year there is, every sum of times overflows


class Controls(Protocol):
    """What the page's own buttons move, supplied by the composition root. Datetimes are aware."""

    def now(self) -> datetime: ...

    async def move_clock(self, to: datetime | Literal["next_digest"]) -> datetime:
        """Moves the clock and returns where it stands; `next_digest` without one due leaves it."""
        ...

    async def next_digest(self) -> datetime | None: ...

    async def drop_news(self) -> str | None:
        """Makes the next sample post arrive; its title, or None when all have."""
        ...


class FixedControls:
    """Controls of a stand-in that has no clock and no news to move (tests of other parts)."""

    def __init__(self, playground: Playground) -> None:
        self._playground = playground

    def now(self) -> datetime:
        return self._playground.now()

    async def move_clock(self, to: datetime | Literal["next_digest"]) -> datetime:
        return self.now()

    async def next_digest(self) -> datetime | None:
        return None

    async def drop_news(self) -> str | None:
        return None


class _BadInput(ValueError):
    """The page asked for something that is none; the text says what."""


async def clock_view(controls: Controls) -> dict[str, Any]:
    """The time and the next digest, as state and `clock` events carry them."""
    upcoming = await controls.next_digest()
    return {"now": controls.now().isoformat(), "next_digest": upcoming.isoformat() if upcoming else None}


def ui_routes(playground: Playground, controls: Controls) -> list[Route]:
    """Everything under `/ui/`."""
    page = _PageActions(playground, controls)
    actions: dict[str, Callable[[Mapping[str, Any]], Awaitable[dict[str, Any]]]] = {
        "send": page.send,
        "press": page.press,
        "open": page.open,
        "clock": page.clock,
        "news": page.news,
        "language": page.language,
    }

    async def act(request: Request) -> Response:
        action = actions.get(request.path_params["action"])
        if action is None:
            return JSONResponse({"error": "no such action"}, status_code=404)
        try:
            answer = await action(await _json_body(request))
        except _BadInput as error:
            return JSONResponse({"error": str(error)}, status_code=400)
        except BotApiError as error:
            return JSONResponse({"error": error.description}, status_code=400)
        return JSONResponse(answer)

    async def state(_request: Request) -> Response:
        return JSONResponse({"speed": 1, **await clock_view(controls), **state_view(playground.world)})

    async def events(_request: Request) -> Response:
        return StreamingResponse(_event_lines(playground, controls), media_type="text/event-stream")

    async def file(request: Request) -> Response:
        return _file(playground, request.path_params["file_id"])

    return [
        Route("/ui/state", state, methods=["GET"]),
        Route("/ui/events", events, methods=["GET"]),
        Route("/ui/file/{file_id}", file, methods=["GET"]),
        Route("/ui/{action}", act, methods=["POST"]),
    ]


class _PageActions:
    """What the person at the page does; every method takes the JSON body and returns the JSON answer."""

    def __init__(self, playground: Playground, controls: Controls) -> None:
        self._playground = playground
        self._controls = controls

    async def send(self, body: Mapping[str, Any]) -> dict[str, Any]:
        room = self._playground.room(_integer(body, "chat_id"))
        reply_to = _integer(body, "reply_to") if body.get("reply_to") is not None else None
        message = people.say(self._playground.world, room, _string(body, "text"), reply_to=reply_to)
        return {"message_id": message.message_id}

    async def press(self, body: Mapping[str, Any]) -> dict[str, Any]:
        room = self._playground.room(_integer(body, "chat_id"))
        people.press(self._playground.world, room, _integer(body, "message_id"), _string(body, "data"))
        return {}

    async def open(self, body: Mapping[str, Any]) -> dict[str, Any]:
        room = self._playground.room(_integer(body, "chat_id"))
        people.announce(self._playground.world, room)
        people.read(room)
        return {}

    async def clock(self, body: Mapping[str, Any]) -> dict[str, Any]:
        await self._controls.move_clock(_moment(body, self._controls.now()))
        view = await clock_view(self._controls)
        self._playground.world.pages.publish({"type": "clock", **view})
        return view

    async def news(self, _body: Mapping[str, Any]) -> dict[str, Any]:
        title = await self._controls.drop_news()
        self._playground.world.pages.publish({"type": "news", "title": title})
        return {"title": title}

    async def language(self, body: Mapping[str, Any]) -> dict[str, Any]:
        code = _string(body, "code")
        if not _LANGUAGE.fullmatch(code):
            raise _BadInput("code must be a language code such as en or zh-hant")
        self._playground.world.me.language_code = code
        tell_commands(self._playground.world)
        return {"language_code": code}


async def _json_body(request: Request) -> Mapping[str, Any]:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise _BadInput("the body must be application/json")
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _MAX_BODY_BYTES:
            raise _BadInput("the body is too long")
    found = json_object(body)
    if found is None:
        raise _BadInput("the body must be a JSON object")
    return found


def _integer(body: Mapping[str, Any], name: str) -> int:
    value = body.get(name)
    if isinstance(value, bool) or not isinstance(value, int | str) or not _INTEGER.fullmatch(str(value)):
        raise _BadInput(f"{name} must be a whole number")
    return int(value)


def _string(body: Mapping[str, Any], name: str) -> str:
    value = body.get(name)
    if not isinstance(value, str):
        raise _BadInput(f"{name} must be a string")
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
        raise _BadInput("to must be next_digest or a time such as 2026-03-02T08:00, or advance a number") from None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    if moment < now:
        raise _BadInput("the clock moves forward only")
    if moment - now > _MAX_LEAP:
        raise _BadInput("the clock moves a year at most")
    return moment


async def _event_lines(playground: Playground, controls: Controls) -> AsyncIterator[str]:
    with playground.world.pages.subscribe() as events:
        yield "retry: 1000\n\n"
        yield _event_line({"type": "clock", **await clock_view(controls)})
        async for event in events:
            yield _event_line(event)


def _event_line(event: Mapping[str, Any]) -> str:
    return f"data: {json.dumps(event, ensure_ascii=False)}\n\n"


def _file(playground: Playground, file_id: str) -> Response:
    photo = playground.world.photos.get(file_id)
    if photo is not None:
        headers = {"cache-control": "private, max-age=86400, immutable"}
        return Response(photo.data, media_type=photo.media_type, headers=headers)
    document = playground.world.photos.document(file_id)
    if document is not None:
        headers = {"content-disposition": "attachment"}
        return Response(document.data, media_type="application/octet-stream", headers=headers)
    return PlainTextResponse("Not found", status_code=404)
