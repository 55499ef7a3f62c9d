"""The strict Bot API as a state machine: a method and its parameters in, a result or Telegram's refusal out.

It knows no HTTP. Every accepted send is recorded in `accepted`, so that tests can use it as an oracle.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, assert_never

from bot.playground.api import editing, sending
from bot.playground.api import profile as account
from bot.playground.api.faults import DroppedAnswer, Fault, Faults, RawAnswer
from bot.playground.api.params import Params
from bot.playground.api.rate_limits import Pace
from bot.playground.messages.errors import BotApiError
from bot.playground.page.page_json import message_view
from bot.playground.world.chats import DocumentBody, Message, PhotoBody, RichBody, Room, TextBody, World, new_world

DEFAULT_TOKEN = "42424242:playground-playground-playground"  # noqa: S105 - opens nothing but this stand-in
MAX_RECORDED = 20_000  # calls remembered; older ones are forgotten
_UNAUTHORIZED = BotApiError(401, "Unauthorized")
_NOT_FOUND = BotApiError(404, "Not Found")

Method = Callable[[World, Params], Any]
METHODS: Mapping[str, Method] = {
    "getme": account.get_me,
    "setmycommands": account.set_my_commands,
    "getmycommands": account.get_my_commands,
    "deletemycommands": account.delete_my_commands,
    "setmyname": account.profile_setter("name"),
    "getmyname": account.profile_getter("name"),
    "setmydescription": account.profile_setter("description"),
    "getmydescription": account.profile_getter("description"),
    "setmyshortdescription": account.profile_setter("short_description"),
    "getmyshortdescription": account.profile_getter("short_description"),
    "setchatmenubutton": account.accept,
    "setmydefaultadministratorrights": account.accept,
    "setwebhook": account.set_webhook,
    "deletewebhook": account.delete_webhook,
    "getwebhookinfo": account.get_webhook_info,
    "getchat": account.get_chat,
    "getchatmember": account.get_chat_member,
    "getchatadministrators": account.get_chat_administrators,
    "getchatmembercount": account.get_chat_member_count,
    "getfile": account.get_file,
    "logout": account.accept,
    "close": account.accept,
    "sendmessage": sending.send_message,
    "sendrichmessage": sending.send_rich_message,
    "sendphoto": sending.send_photo,
    "senddocument": sending.send_document,
    "sendmediagroup": sending.send_media_group,
    "sendchataction": sending.send_chat_action,
    "editmessagetext": editing.edit_message_text,
    "editmessagecaption": editing.edit_message_caption,
    "editmessagemedia": editing.edit_message_media,
    "editmessagereplymarkup": editing.edit_message_reply_markup,
    "deletemessage": editing.delete_message,
    "deletemessages": editing.delete_messages,
    "answercallbackquery": editing.answer_callback_query,
    "answerinlinequery": editing.answer_inline_query,
}
RICH_METHODS = frozenset({"sendrichmessage"})
_POSTING = frozenset(name for name in METHODS if name.startswith(("send", "editmessage")) and name != "sendchataction")


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
    at: datetime  # by the stand-in's clock
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


@dataclass(slots=True, kw_only=True)
class Playground:
    """The stand-in: one bot's token, its world, and what was asked of it.

    `now` is the clock that stamps messages. `pace` enforces Telegram's rate limits; `rich=False` plays a
    server older than Bot API 10.1, which does not know rich messages.
    """

    token: str = DEFAULT_TOKEN
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    first_name: str = "Ada"
    language_code: str = "en"
    bot_name: str = "Tidings"
    bot_username: str = "tidings_demo_bot"
    pace: Pace | None = None
    rich: bool = True
    accepted: list[Accepted] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    faults: Faults = field(default_factory=Faults)
    world: World = field(init=False)
    _closing: asyncio.Event = field(init=False, default_factory=asyncio.Event)
    _called: asyncio.Event = field(init=False, default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.world = new_world(
            now=lambda: self.now(),
            first_name=self.first_name,
            language_code=self.language_code,
            bot_name=self.bot_name,
            bot_username=self.bot_username,
            bot_id=int(self.token.partition(":")[0]),
        )

    def enforce_limits(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        """Refuse sends that are faster than Telegram allows, from now on."""
        self.pace = Pace(monotonic)

    async def call(self, token: str, method: str, params: Params) -> Any:
        """The result of a Bot API call; raises BotApiError, RawAnswer or DroppedAnswer where a fault says so."""
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

    async def _call(self, token: str, method: str, params: Params) -> Any:
        name = method.lower()
        if token != self.token:
            raise _UNAUTHORIZED
        fault = self.faults.take(name, params.integer("chat_id"))
        if fault is not None and not fault.accept:
            await self._fail(fault)
        if name == "getupdates":
            return await account.get_updates(self.world, params)
        if name not in METHODS or (name in RICH_METHODS and not self.rich):
            raise _NOT_FOUND
        if self.pace is not None and name in _POSTING:
            self.pace.check(sending.find_room(self.world, params), _count(name, params))
        result = METHODS[name](self.world, params)
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

    async def next_call(self) -> None:
        """Returns after the next call but getUpdates was answered."""
        await self._called.wait()

    def _accepted(self, method: str, params: Params, result: Any) -> Accepted:
        sent = result if isinstance(result, list) else [result]
        room = sending.find_room(self.world, params)
        message = room.messages[sent[0]["message_id"]]
        view = message_view(self.world, message)
        return Accepted(
            method=method,
            chat_id=room.id,
            message_ids=tuple(entry["message_id"] for entry in sent),
            text=_text(message),
            html=view["html"] or view["caption_html"],
            params=params.values,
            uploads=tuple(params.uploads),
            at=self.now(),
            result=result,
        )

    def room(self, chat_id: int) -> Room:
        """A chat by its id; raises chat not found."""
        return sending.find_room(self.world, Params(values={"chat_id": chat_id}))

    async def _fail(self, fault: Fault) -> None:
        if fault.hang:
            await self._closing.wait()
        if fault.drop:
            raise DroppedAnswer
        if fault.raw is not None:
            raise RawAnswer(fault.status, fault.raw)
        raise fault.error()

    def close(self) -> None:
        """Lets every waiting poller, page and hanging call go."""
        self._closing.set()
        self.world.updates.close()
        self.world.pages.close()


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
        case _:
            assert_never(message.body)
