"""What leaves for Telegram for each kind of content, and what comes back."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from telegram import Bot

from bot.chat.application import build_bot_request
from bot.chat.sender import TelegramSender, to_markup
from bot.models.digests import PictureRef, StoredPicture
from bot.models.messages import (
    AlbumContent,
    Button,
    Delivered,
    MessageKind,
    PhotoContent,
    Refusal,
    Refused,
    RichContent,
    TextContent,
)
from bot.playground.world.chats import PhotoBody, RichBody
from tests.botapi import BotApiServer, running_playground
from tests.chat.rig import a_picture, text
from tests.fakes import a_message, an_outbox_message

KEYBOARD = ((Button(text="More", data="he:0:1"), Button(text="Open", url="https://example.org/")),)


@pytest.fixture
async def api() -> AsyncIterator[BotApiServer]:
    async with running_playground() as running:
        room = running.world.chats[running.me]
        room.started = True
        yield running


@pytest.fixture
async def bot(api: BotApiServer) -> AsyncIterator[Bot]:
    async with Bot(api.token, base_url=f"{api.url}/bot", request=build_bot_request(read_seconds=0.5)) as opened:
        yield opened


@pytest.fixture
def pictures(tmp_path: Path) -> dict[str, StoredPicture]:
    """Three pictures in files, by key."""
    stored = {}
    for number, key in enumerate(("one", "two", "three"), start=1):
        path = tmp_path / f"{key}.jpg"
        path.write_bytes(a_picture() + b"\0" * number)
        stored[key] = StoredPicture(ref=PictureRef(key=key, width=640, height=400), path=str(path))
    return stored


class Sending:
    """Sends contents to the person's chat."""

    def __init__(self, bot: Bot, api: BotApiServer, pictures: dict[str, StoredPicture], **options: Any) -> None:
        self.api = api
        self.pictures = pictures
        self.sender = TelegramSender(bot, **options)

    async def __call__(self, content: Any, *, chat_id: int | None = None, **changes: Any) -> Delivered | Refused:
        fields = {"kind": MessageKind.REPLY, **changes}
        message = a_message(chat_id=self.api.me if chat_id is None else chat_id, content=content, **fields)
        return await self.sender.send(an_outbox_message(message), pictures=self.pictures)

    async def delivered(self, content: Any, **changes: Any) -> Delivered:
        result = await self(content, **changes)
        assert isinstance(result, Delivered), result
        return result

    async def refused(self, content: Any, **changes: Any) -> Refused:
        result = await self(content, **changes)
        assert isinstance(result, Refused), result
        return result

    @property
    def params(self) -> Any:
        return self.api.calls[-1].params


@pytest.fixture
def send(bot: Bot, api: BotApiServer, pictures: dict[str, StoredPicture]) -> Sending:
    return Sending(bot, api, pictures)


def ref(key: str) -> PictureRef:
    return PictureRef(key=key, width=640, height=400)


def rich(*keys: str) -> RichContent:
    images = "".join(f'<img src="tg://photo?id={key}"/>' for key in keys)
    return RichContent(html=f"<h3>News</h3>{images}<p>Words.</p>", pictures=tuple(map(ref, keys)))


async def test_a_text_goes_out_as_html_without_a_preview(send: Sending) -> None:
    result = await send.delivered(TextContent(html="<b>News</b> &amp; more"), keyboard=KEYBOARD)
    (message,) = send.api.messages()
    assert result.message_ids == (message.message_id,)
    assert text(message) == "News & more"
    assert [button["text"] for row in message.keyboard for button in row] == ["More", "Open"]
    assert json.loads(send.params["link_preview_options"]) == {"is_disabled": True}


async def test_a_message_is_edited_in_place(send: Sending) -> None:
    first = await send.delivered(TextContent(html="One"))
    result = await send.delivered(TextContent(html="Two"), edit_message_id=first.message_ids[0])
    assert result.message_ids == first.message_ids
    assert [text(message) for message in send.api.messages()] == ["Two"]


async def test_pictures_of_a_rich_message_are_uploaded_once_and_then_reused(send: Sending) -> None:
    result = await send.delivered(rich("two", "one"))
    assert [key for key, _ in result.file_ids] == ["two", "one"]
    for key, file_id in result.file_ids:
        send.pictures[key] = StoredPicture(ref=ref(key), path="/nowhere", file_id=file_id)
    again = await send.delivered(rich("two", "one", "three"))
    assert [key for key, _ in again.file_ids] == ["two", "one", "three"]
    assert dict(again.file_ids)["one"] == dict(result.file_ids)["one"]
    body = send.api.messages()[-1].body
    assert isinstance(body, RichBody)
    assert len(body.rich.photos) == 3


async def test_a_text_becomes_a_rich_message_with_pictures(send: Sending) -> None:
    first = await send.delivered(TextContent(html="One moment"))
    result = await send.delivered(rich("one"), edit_message_id=first.message_ids[0], keyboard=KEYBOARD)
    assert result.message_ids == first.message_ids
    assert [key for key, _ in result.file_ids] == ["one"]
    (message,) = send.api.messages()
    assert isinstance(message.body, RichBody)
    assert message.keyboard


async def test_right_to_left_is_said(send: Sending) -> None:
    await send.delivered(RichContent(html="<p>خبر</p>", rtl=True))
    body = send.api.messages()[-1].body
    assert isinstance(body, RichBody)
    assert body.rich.rtl


async def test_a_photo_goes_out_with_its_caption_and_is_edited_in_place(send: Sending) -> None:
    first = await send.delivered(PhotoContent(picture=ref("one"), html="<b>One</b>"), keyboard=KEYBOARD)
    assert [key for key, _ in first.file_ids] == ["one"]
    edit = {"edit_message_id": first.message_ids[0]}
    second = await send.delivered(PhotoContent(picture=ref("two"), html="Two"), **edit)
    assert [key for key, _ in second.file_ids] == ["two"]
    (message,) = send.api.messages()
    assert isinstance(message.body, PhotoBody)
    assert text(message) == "Two"


async def test_an_album_has_its_caption_under_the_first(send: Sending) -> None:
    content = AlbumContent(pictures=(ref("one"), ref("two"), ref("three")), html="<b>All</b>")
    result = await send.delivered(content)
    assert len(result.message_ids) == 3
    assert [key for key, _ in result.file_ids] == ["one", "two", "three"]
    assert [text(message) for message in send.api.messages()] == ["All", "", ""]
    bare = await send.delivered(AlbumContent(pictures=(ref("one"), ref("two")), html=""))
    assert len(bare.message_ids) == 2


async def test_a_reply_and_a_topic_are_kept(send: Sending) -> None:
    send.api.world.chats[send.api.group].topics = {7: "Sports"}
    first = await send.api.user_says("/help", chat=send.api.group, thread_id=7)
    await send.delivered(TextContent(html="Help"), chat_id=send.api.group, thread_id=7, reply_to=first)
    message = send.api.messages(send.api.group)[-1]
    assert (message.thread_id, message.reply_to) == (7, first)


async def test_only_digests_are_paid_for(bot: Bot, api: BotApiServer, pictures: dict[str, StoredPicture]) -> None:
    send = Sending(bot, api, pictures, paid_broadcast=True)
    await send.delivered(TextContent(html="Reply"))
    assert "allow_paid_broadcast" not in send.params
    await send.delivered(TextContent(html="Digest"), kind=MessageKind.DIGEST)
    assert send.params["allow_paid_broadcast"] in (True, "true")


async def test_a_picture_that_is_not_there_is_the_pictures_fault(send: Sending) -> None:
    for content in (rich("none"), PhotoContent(picture=ref("none"), html="x")):
        assert (await send.refused(content)).reason is Refusal.BAD_MEDIA
    send.pictures["one"] = StoredPicture(ref=ref("one"), path="/nowhere/one.jpg")
    for content in (rich("one"), PhotoContent(picture=ref("one"), html="x")):
        refused = await send.refused(content)
        assert (refused.reason, refused.detail) == (Refusal.BAD_MEDIA, "picture one: No such file or directory")
    assert send.api.calls[-1].method.lower() == "getme"


async def test_refusals_of_the_server_are_values(send: Sending) -> None:
    assert (await send.refused(TextContent(html="<b>x"))).reason is Refusal.BAD_MARKUP
    assert (await send.refused(RichContent(html="<div>x</div>"))).reason is Refusal.RICH_REFUSED
    assert (await send.refused(TextContent(html="x"), chat_id=987654)).reason is Refusal.CHAT_NOT_FOUND
    send.api.fail_next("*", 401, "Unauthorized", times=2)
    assert (await send.refused(TextContent(html="x"))).reason is Refusal.UNAUTHORIZED
    assert (await send.refused(rich())).reason is Refusal.UNAUTHORIZED
    send.api.fail_next("sendRichMessage", 404, "Not Found")
    assert (await send.refused(rich())).reason is Refusal.NO_RICH_METHOD
    send.api.fail_next("sendMessage", 429, "Too Many Requests: retry after 3", {"retry_after": 3})
    refused = await send.refused(TextContent(html="x"))
    assert refused.reason is Refusal.FLOOD
    assert refused.retry_after is not None
    assert refused.retry_after.total_seconds() == 3


async def test_a_lost_answer_is_ambiguous(send: Sending) -> None:
    send.api.fail_next("sendMessage", 200, raw=b'{"ok": tr')
    assert (await send.refused(TextContent(html="x"))).reason is Refusal.AMBIGUOUS
    send.api.fail_next("sendMessage", 502, "Bad Gateway")
    assert (await send.refused(TextContent(html="x"))).reason is Refusal.SERVER_ERROR
    send.api.fail_next("sendMessage", 0, hang=True)
    assert (await send.refused(TextContent(html="x"))).reason is Refusal.AMBIGUOUS


async def test_a_connection_that_closes_after_the_request_is_ambiguous_and_one_refused_is_not_sent() -> None:
    async def swallow(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.close()

    server = await asyncio.start_server(swallow, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    bot = Bot("1:x", base_url=f"http://127.0.0.1:{port}/bot", request=build_bot_request())
    message = an_outbox_message(a_message())
    async with bot.request:
        lost = await TelegramSender(bot).send(message, pictures={})
        server.close()
        await server.wait_closed()
        refused = await TelegramSender(bot).send(message, pictures={})
    assert (lost.reason if isinstance(lost, Refused) else lost) is Refusal.AMBIGUOUS
    assert (refused.reason if isinstance(refused, Refused) else refused) is Refusal.NOT_SENT


def test_no_buttons_are_no_keyboard() -> None:
    assert to_markup(()) is None
