"""The playground's Bot API with what tests need: scripted failures, rate limits, and a record of every call."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, assert_never

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response

from bot.playground.api.bot_api import METHODS, BotApi
from bot.playground.api.params import Params
from bot.playground.api.sending import find_chat
from bot.playground.messages.errors import BotApiError
from bot.playground.page.page_json import message_json
from bot.playground.world.chats import (
    DocumentBody,
    LocationBody,
    Message,
    PhotoBody,
    RichBody,
    SharedChatBody,
    TextBody,
)
from bot.playground.world.state import new_world
from tests.bot_api_faults import DroppedAnswer, Fault, Faults, RawAnswer
from tests.bot_api_rate_limits import RateLimits

MAX_RECORDED = 20_000  # calls remembered; older ones are forgotten
_SHOWING = {"sendchataction", "sendmessagedraft"}  # what leaves no message
_POSTING = frozenset(name for name in METHODS if name.startswith(("send", "editmessage"))) - _SHOWING


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """A send or edit that reached its chat."""

    method: str  # as Telegram spells it: "sendRichMessage"
    chat_id: int
    message_ids: tuple[int, ...]
    text: str  # after parsing: what a reader sees
    html: str  # what the page shows
    params: Mapping[str, Any]
    uploads: tuple[str, ...]  # names of the file parts
    at: datetime  # by the playground's clock
    result: Any

    @property
    def is_edit(self) -> bool:
        return self.method.lower().startswith("edit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """Any call, with the status it got (0: its connection was dropped)."""

    method: str
    params: Mapping[str, Any]
    status: int
    description: str = ""


class ScriptedBotApi(BotApi):
    """A Bot API on a world of its own.

    `rich=False`: as a server older than 10.1, without rich messages. `buttons=False`: as one older than 10.3, without
    buttons inside them. `drafts=False`: as one older than 9.3.
    """

    def __init__(
        self,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        rich: bool = True,
        buttons: bool = True,
        drafts: bool = True,
    ) -> None:
        super().__init__(world=new_world(now))
        self.accepted: list[Accepted] = []
        self.calls: list[Call] = []
        self.faults = Faults()
        self._buttons = buttons
        self._unknown = {name for name, known in (("sendrichmessage", rich), ("sendmessagedraft", drafts)) if not known}
        self._limits: RateLimits | None = None
        self._closing = asyncio.Event()
        self._called = asyncio.Event()

    def enforce_limits(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        """Refuse sends that are faster than Telegram allows, from now on."""
        self._limits = RateLimits(monotonic)

    async def call(self, token: str, method: str, params: Params) -> Any:
        """As BotApi; raises BotApiError, RawAnswer or DroppedAnswer where a fault says so."""
        try:
            result = await self._call(token, method, params)
        except BotApiError as error:
            self._record(method, params, error.code, error.description)
            raise
        except RawAnswer as answer:
            self._record(method, params, answer.status, "raw answer")
            raise
        except DroppedAnswer:
            self._record(method, params, 0, "dropped")
            raise
        self._record(method, params, 200, "")
        return result

    async def next_call(self) -> None:
        """Returns after the next call but getUpdates was answered."""
        await self._called.wait()

    def close(self) -> None:
        self._closing.set()
        super().close()

    async def _call(self, token: str, method: str, params: Params) -> Any:
        name = method.lower()
        authorized = token == self.token
        fault = self.faults.take(name, params.integer("chat_id")) if authorized else None
        if fault is not None and not fault.accept:
            await self._fail(fault)
        if authorized and name in self._unknown:
            raise BotApiError(404, "Not Found")
        if authorized and not self._buttons and "<tg-button" in str(params.values.get("rich_message", "")):
            raise BotApiError(400, 'Bad Request: can\'t parse rich message: Unsupported start tag "tg-button-row"')
        if authorized and name in _POSTING and self._limits is not None:
            self._limits.check(find_chat(self.world, params), _count(name, params))
        result = await super().call(token, method, params)
        if name in _POSTING:
            self.accepted.append(self._accepted(method, params, result))
        if fault is not None:
            await self._fail(fault)
        return result

    def _record(self, method: str, params: Params, status: int, description: str) -> None:
        if method.lower() != "getupdates":
            del self.calls[:-MAX_RECORDED], self.accepted[:-MAX_RECORDED]
            self.calls.append(Call(method=method, params=params.values, status=status, description=description))
            self._called.set()
            self._called = asyncio.Event()

    def _accepted(self, method: str, params: Params, result: Any) -> Accepted:
        sent = result if isinstance(result, list) else [result]
        chat = find_chat(self.world, params)
        ids = tuple(entry.get("ephemeral_message_id") or entry["message_id"] for entry in sent)
        message = chat.messages[ids[0]]
        view = message_json(self.world, message)
        return Accepted(
            method=method,
            chat_id=chat.id,
            message_ids=ids,
            text=_text(message),
            html=view["html"] or view["caption_html"],
            params=params.values,
            uploads=tuple(params.uploads),
            at=self.world.now(),
            result=result,
        )

    async def _fail(self, fault: Fault) -> None:
        if fault.hang:
            await self._closing.wait()
        if fault.drop:
            raise DroppedAnswer
        if fault.raw is not None:
            raise RawAnswer(fault.status, fault.raw)
        raise fault.error()


def answer_faults(app: Starlette) -> None:
    """Make the server answer with raw bytes, or cut the connection, where a fault says so."""
    app.add_exception_handler(RawAnswer, _raw_answer)
    app.add_exception_handler(DroppedAnswer, _drop)


async def _raw_answer(_request: Request, answer: Exception) -> Response:
    assert isinstance(answer, RawAnswer)
    return Response(answer.body, status_code=answer.status, media_type="application/json")


async def _drop(request: Request, _answer: Exception) -> Response:
    """Cuts the connection, as a server that dies does; ASGI has no word for it, so uvicorn's transport it is."""
    request.receive.__self__.transport.abort()  # type: ignore[attr-defined]  # a bound method of uvicorn's, unknown to ASGI
    await asyncio.sleep(0)
    return Response()


def _count(name: str, params: Params) -> int:
    media = params.json("media") if name == "sendmediagroup" else None
    return len(media) if isinstance(media, list) else 1


def _text(message: Message) -> str:
    match message.body:
        case TextBody(text=text):
            return text.text
        case RichBody(rich=rich):
            return rich.text
        case PhotoBody(caption=caption) | DocumentBody(caption=caption):
            return caption.text
        case LocationBody() | SharedChatBody():
            return ""
        case _:
            assert_never(message.body)
