"""The stand-in over HTTP, driven by the real python-telegram-bot."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Literal

import httpx
import pytest
from PIL import Image
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    InputMediaPhoto,
    KeyboardButton,
    KeyboardButtonRequestChat,
    Message,
    ReplyKeyboardMarkup,
    Update,
)
from telegram.error import BadRequest, Conflict, EndPointNotFound, Forbidden, InvalidToken, RetryAfter
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, ContextTypes, MessageHandler, filters

from bot.playground.page.controls import NextDigest
from bot.playground.page.static_files import static_file
from bot.playground.same_origin import SameOriginOnly
from bot.playground.server import create_app, serve
from bot.playground.world.state import CHANNEL_ID, FORUM_ID, GROUP_ID
from tests.botapi import BotApiServer, FixedControls, is_polled, running_playground
from tests.fakes import NOON
from tests.scripted_bot_api import ScriptedBotApi


def a_picture(width: int = 64, height: int = 48, *, form: str = "JPEG") -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(buffer, form)
    return buffer.getvalue()


@pytest.fixture
async def server() -> AsyncIterator[BotApiServer]:
    async with running_playground() as running:
        yield running


@asynccontextmanager
async def a_bot(server: BotApiServer, token: str | None = None) -> AsyncIterator[Bot]:
    async with Bot(token or server.token, base_url=f"{server.url}/bot", base_file_url=f"{server.url}/file/bot") as bot:
        yield bot


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.effective_message is not None
    await update.effective_message.reply_text(f"You said: {update.effective_message.text}")


async def start(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.effective_message is not None
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("World", callback_data="s:1")]])
    await update.effective_message.reply_html("<b>Hello</b>", reply_markup=keyboard)


async def subscribed(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.callback_query
    assert query is not None
    await query.answer("Subscribed")
    await query.edit_message_text("Subscribed to World")


@asynccontextmanager
async def an_application(server: BotApiServer) -> AsyncIterator[Application[Any, Any, Any, Any, Any, Any]]:
    builder = Application.builder().token(server.token).base_url(f"{server.url}/bot")
    application = builder.base_file_url(f"{server.url}/file/bot").build()
    application.add_handler(CommandHandler("start", start))
    application.add_handler(CallbackQueryHandler(subscribed))
    application.add_handler(MessageHandler(filters.TEXT, echo))
    async with application:
        await application.start()
        assert application.updater is not None
        await application.updater.start_polling(timeout=5)
        try:
            yield application
        finally:
            await application.updater.stop()
            await application.stop()


async def test_a_real_bot_answers_a_message_a_command_and_a_button(server: BotApiServer) -> None:
    async with an_application(server):
        await server.user_says("hello there")
        await server.wait_for_accepted(1)
        await server.user_says("/start")
        await server.wait_for_accepted(2)
        await server.press("World")
        await server.wait_for_accepted(3)
    assert [(entry.method, entry.text) for entry in server.accepted] == [
        ("sendMessage", "You said: hello there"),
        ("sendMessage", "Hello"),
        ("editMessageText", "Subscribed to World"),
    ]
    assert server.accepted[1].html == "<b>Hello</b>"
    assert server.accepted[2].is_edit
    assert server.accepted[2].message_ids == server.accepted[1].message_ids


async def test_a_bot_answers_in_a_group_only_what_is_meant_for_it(server: BotApiServer) -> None:
    async with an_application(server):
        await server.user_says("hello there", chat=server.group)
        await server.user_says("/start@other_bot", chat=server.group)
        await server.user_says("/start@tidings_demo_bot", chat=server.group)
        await server.wait_for_accepted(1)
    assert [entry.chat_id for entry in server.accepted] == [server.group]


async def test_a_rich_message_is_uploaded_and_its_file_id_used_again(server: BotApiServer) -> None:
    async with a_bot(server) as bot:
        html = '<h2>News</h2><img src="tg://photo?id=k1"/><p><a href="https://example.org/1">Bridge</a> opens</p>'
        rich = {"html": html, "media": [{"id": "k1", "media": {"type": "photo", "media": "attach://t1"}}]}
        upload = InputFile(a_picture(), attach=False, filename="t1.jpg")
        sent = await bot.do_api_request(
            "sendRichMessage", api_kwargs={"chat_id": server.me, "rich_message": rich, "t1": upload}
        )
        photo = next(block for block in sent["rich_message"]["blocks"] if block["type"] == "photo")
        file_id = photo["photo"][-1]["file_id"]
        rich["media"] = [{"id": "k1", "media": {"type": "photo", "media": file_id}}]
        await bot.do_api_request("sendRichMessage", api_kwargs={"chat_id": server.me, "rich_message": rich})
        edited = await bot.edit_message_text(
            "", server.me, sent["message_id"], api_kwargs={"rich_message": {"html": "<p>Gone</p>"}}
        )
    assert server.accepted[0].uploads == ("t1",)
    assert f'src="/ui/file/{file_id}"' in server.accepted[1].html
    assert isinstance(edited, Message)
    assert edited.api_kwargs["rich_message"] == {"blocks": [{"type": "paragraph", "text": "Gone"}]}


async def test_pictures_and_albums_and_documents_are_taken(server: BotApiServer) -> None:
    async with a_bot(server) as bot:
        sent = await bot.send_photo(server.me, a_picture(), caption="<i>Bridge</i>", parse_mode="HTML")
        again = await bot.send_photo(server.me, sent.photo[-1].file_id)
        album = await bot.send_media_group(
            server.me, [InputMediaPhoto(a_picture(), caption="Both"), InputMediaPhoto(again.photo[-1].file_id)]
        )
        changed = await bot.edit_message_media(InputMediaPhoto(a_picture(30, 30)), server.me, sent.message_id)
        document = await bot.send_document(server.me, b'{"a": 1}', filename="export.json")
        assert document.document is not None
        file = await bot.get_file(document.document.file_id)
        content = bytes(await file.download_as_bytearray())
        picture = bytes(await (await bot.get_file(again.photo[-1].file_id)).download_as_bytearray())
    assert album[0].media_group_id == album[1].media_group_id
    assert isinstance(changed, Message)
    assert changed.photo[-1].width == 30
    assert content == b'{"a": 1}'
    assert picture == a_picture()
    assert [entry.text for entry in server.accepted] == ["Bridge", "", "Both", "", ""]


async def test_refusals_reach_the_library_as_its_own_errors(
    server: BotApiServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    async with a_bot(server) as bot:
        with pytest.raises(BadRequest, match=r"(?i)can't parse entities: unsupported start tag \"x\" at byte offset 0"):
            await bot.send_message(server.me, "<x>", parse_mode="HTML")
        with pytest.raises(BadRequest, match="Chat not found"):
            await bot.send_message(12, "hello")
        with pytest.raises(EndPointNotFound):
            await bot.do_api_request("sendPigeon")
        server.fail_next("sendMessage", 429, "Too Many Requests: retry after 7", {"retry_after": 7})
        with pytest.raises(RetryAfter):
            await bot.send_message(server.me, "hello")
        server.fail_next("*", 403, "Forbidden: bot was blocked by the user")
        with pytest.raises(Forbidden):
            await bot.send_message(server.me, "hello")
    with pytest.raises(InvalidToken):
        async with a_bot(server, "1:wrong"):
            pass
    assert server.accepted == []
    assert [call.status for call in server.calls] == [200, 400, 400, 404, 429, 403, 401]


async def test_a_second_poller_ends_the_first(server: BotApiServer) -> None:
    async with a_bot(server) as one, a_bot(server) as two:
        first = asyncio.create_task(one.get_updates(timeout=20))
        await server.wait_for(lambda: is_polled(server.world))
        second = asyncio.create_task(two.get_updates(timeout=20))
        with pytest.raises(Conflict):
            await first
        await server.user_says("hello")
        assert [update.message.text for update in await second if update.message] == ["hello"]


# --- the page's side --------------------------------------------------------------------------


class ScriptedControls:
    """Controls whose clock stands until it is moved."""

    def __init__(self) -> None:
        self.moment = NOON
        self.news = ["Bridge opens"]

    def now(self) -> datetime:
        return self.moment

    async def move_clock(self, to: datetime | Literal["next_digest"]) -> datetime:
        self.moment = NOON + timedelta(hours=20) if to == "next_digest" else to
        return self.moment

    async def next_digest(self) -> NextDigest | None:
        return NextDigest(NOON + timedelta(hours=20), GROUP_ID)

    async def drop_news(self) -> str | None:
        return self.news.pop() if self.news else None

    def sample_link(self, language: str) -> str | None:
        return f"https://paper.example/{language}"


@pytest.fixture
async def page() -> AsyncIterator[tuple[BotApiServer, httpx.AsyncClient]]:
    controls = ScriptedControls()
    async with (
        running_playground(controls=controls, now=controls.now) as server,
        httpx.AsyncClient(base_url=server.url) as client,
    ):
        yield server, client


Page = tuple[BotApiServer, httpx.AsyncClient]


async def next_event(lines: AsyncIterator[str], kind: str) -> dict[str, Any]:
    async for line in lines:
        if line.startswith("data: "):
            event: dict[str, Any] = json.loads(line.removeprefix("data: "))
            if event["type"] == kind:
                return event
    raise AssertionError(f"the stream ended without {kind}")


async def test_the_state_holds_what_was_said(page: Page) -> None:
    server, client = page
    sent = await client.post("/ui/send", json={"chat_id": server.me, "text": "/start"})
    async with a_bot(server) as bot:
        await bot.set_my_commands([("today", "Today's news")])
        await bot.send_photo(server.me, a_picture(), caption="Bridge")
    state = (await client.get("/ui/state")).json()
    assert [chat["title"] for chat in state["chats"]] == ["Tidings", "Book club", "City news", "Neighbourhood"]
    assert state["chats"][0]["unread"] == 1
    assert state["bot"]["commands"] == [{"command": "today", "description": "Today's news"}]
    assert (state["now"], state["next_digest"]) == ("2026-03-02T12:00:00+00:00", "2026-03-03T08:00:00+00:00")
    assert state["next_digest_chat"] == GROUP_ID
    mine, answer = state["messages"][str(server.me)]
    assert (mine["from"], mine["message_id"]) == ("me", sent.json()["message_id"])
    assert (answer["from"], answer["kind"], answer["caption_html"]) == ("bot", "photo", "Bridge")
    picture = await client.get(answer["photos"][0])
    assert picture.headers["content-type"] == "image/jpeg"
    assert picture.headers["x-content-type-options"] == "nosniff"
    assert picture.content == a_picture()


async def test_open_pages_hear_of_everything(page: Page) -> None:
    server, client = page
    async with client.stream("GET", "/ui/events") as stream, a_bot(server) as bot:
        lines = stream.aiter_lines()
        assert (await next_event(lines, "clock"))["now"] == "2026-03-02T12:00:00+00:00"
        await bot.send_chat_action(server.me, "typing")
        assert (await next_event(lines, "typing"))["chat_id"] == server.me
        await bot.send_message_draft(server.me, 7, "Half", api_kwargs={"can_stop": True})
        event = await next_event(lines, "draft")
        assert (event["html"], event["can_stop"]) == ("Half", True)
        assert (await client.post("/ui/stop", json={"chat_id": server.me, "draft_id": 7})).json() == {}
        assert (await next_event(lines, "draft_gone"))["draft_id"] == 7
        (update,) = await bot.get_updates(allowed_updates=["callback_query", "stopped_message_generation"])
        assert update.api_kwargs["stopped_message_generation"]["draft_id"] == 7
        keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("More", callback_data="m")]])
        sent = await bot.send_message(server.me, "News", reply_markup=keyboard)
        event = await next_event(lines, "message")
        assert event["message"]["keyboard"] == [[{"text": "More", "data": "m"}]]
        assert event["unread"] == 1
        pressed = {"chat_id": server.me, "message_id": sent.message_id, "data": "m"}
        assert (await client.post("/ui/press", json=pressed)).json() == {}
        (update,) = await bot.get_updates(offset=update.update_id + 1)
        assert update.callback_query is not None
        await bot.answer_callback_query(update.callback_query.id, text="Wait")
        assert (await next_event(lines, "answer"))["text"] == "Wait"
        await bot.edit_message_text("Later", server.me, sent.message_id)
        assert (await next_event(lines, "edit"))["message"]["html"] == "Later"
        await bot.delete_message(server.me, sent.message_id)
        assert (await next_event(lines, "delete"))["message_id"] == sent.message_id
        assert (await client.post("/ui/clock", json={"to": "next_digest"})).json()["now"] == "2026-03-03T08:00:00+00:00"
        assert (await next_event(lines, "clock"))["now"] == "2026-03-03T08:00:00+00:00"
        assert (await client.post("/ui/news", json={})).json() == {"title": "Bridge opens"}
        assert (await next_event(lines, "news"))["title"] == "Bridge opens"
        assert (await client.post("/ui/language", json={"code": "zh-hant"})).status_code == 200
        assert (await next_event(lines, "commands"))["language_code"] == "zh-hant"


async def test_the_page_gives_the_bot_a_role_that_the_chat_knows(page: Page) -> None:
    server, client = page
    async with client.stream("GET", "/ui/events") as stream, a_bot(server) as bot:
        lines = stream.aiter_lines()
        role = {"chat_id": server.group, "status": "administrator"}
        for _ in range(2):
            assert (await client.post("/ui/role", json=role)).json() == {"status": "administrator"}
        assert (await next_event(lines, "chat"))["chat"]["role"] == "administrator"
        (update,) = await bot.get_updates()
        assert update.my_chat_member is not None
        assert update.my_chat_member.new_chat_member.status == "administrator"
    for chat, status in ((server.channel, "member"), (server.me, "left"), (server.group, "creator")):
        assert (await client.post("/ui/role", json={"chat_id": chat, "status": status})).status_code == 400
    mine = {"chat_id": server.group, "status": "member"}
    assert (await client.post("/ui/my_role", json=mine)).json() == {"status": "member"}
    assert server.world.find_chat(server.group).members[server.me] == "member"
    assert (await client.post("/ui/my_role", json={"chat_id": server.me, "status": "member"})).status_code == 400


async def test_the_page_writes_into_topics_that_the_forum_has(page: Page) -> None:
    _, client = page
    message = {"chat_id": FORUM_ID, "text": "/start"}
    assert (await client.post("/ui/send", json={**message, "topic": 9})).status_code == 400
    assert (await client.post("/ui/send", json={**message, "topic": 2})).status_code == 200
    state = (await client.get("/ui/state")).json()
    assert [sent["topic"] for sent in state["messages"][str(FORUM_ID)]] == [2]


async def test_the_page_shares_what_the_bot_asks_for(page: Page) -> None:
    server, client = page
    await client.post("/ui/role", json={"chat_id": server.channel, "status": "left"})
    channel = KeyboardButtonRequestChat(7, chat_is_channel=True)
    where_, which = KeyboardButton("Where?", request_location=True), KeyboardButton("Which?", request_chat=channel)
    asked = ReplyKeyboardMarkup([["Yes", where_, which]], one_time_keyboard=True)
    shared = {"chat_id": server.me, "request_id": 7, "shared": server.channel}
    place = {"chat_id": server.me, "latitude": 25.04, "longitude": 121.56}
    await client.post("/ui/send", json={"chat_id": server.me, "text": "/start"})
    async with a_bot(server) as bot:
        for action, body in (("send", {"chat_id": server.me, "text": "Yes"}), ("share", shared), ("share", place)):
            await bot.send_message(server.me, "?", reply_markup=asked)
            assert len((await client.get("/ui/state")).json()["chats"][0]["reply_keyboard"][0]) == 3
            assert (await client.post(f"/ui/{action}", json=body)).status_code == 200
        updates = [update for update in await bot.get_updates() if update.message is not None]
        added = server.world.chats[server.channel].bot_status
        sent = (await client.get("/ui/state")).json()["messages"][str(server.me)]
    yes, chosen, where = (update.message for update in updates[-3:])
    assert yes is not None and yes.text == "Yes"  # noqa: PT018
    assert chosen is not None and chosen.chat_shared is not None  # noqa: PT018
    assert (chosen.chat_shared.request_id, chosen.chat_shared.title, added) == (7, "City news", "administrator")
    assert where is not None and where.location is not None  # noqa: PT018
    assert (where.location.latitude, where.location.longitude) == (25.04, 121.56)
    assert [message["html"] for message in sent if message["from"] == "me"][-2:] == ["👥 City news", "📍 25.04, 121.56"]
    assert server.world.chats[server.me].reply_keyboard == ()


async def test_the_page_gets_a_sample_link(page: Page) -> None:
    assert (await page[1].post("/ui/sample_link", json={})).json() == {"url": "https://paper.example/en"}


async def test_a_page_that_is_closed_is_forgotten(page: Page) -> None:
    server, client = page
    async with client.stream("GET", "/ui/events") as stream:
        await next_event(stream.aiter_lines(), "clock")
        assert len(server.app.state.streams) == 1
    await server.wait_for(lambda: len(server.app.state.streams) == 0)
    assert len(server.app.state.streams) == 0


async def test_opening_a_group_tells_the_bot_once(page: Page) -> None:
    server, client = page
    for _ in range(2):
        assert (await client.post("/ui/open", json={"chat_id": server.group})).status_code == 200
    async with a_bot(server) as bot:
        (update,) = await bot.get_updates(allowed_updates=["my_chat_member"])
    assert update.my_chat_member is not None
    assert update.my_chat_member.new_chat_member.status == "member"


@pytest.mark.parametrize(
    ("path", "body", "told"),
    [
        ("/ui/send", {"chat_id": 5, "text": "x"}, "chat not found"),
        ("/ui/send", {"chat_id": "x", "text": "x"}, "chat_id must be a whole number"),
        ("/ui/send", {"chat_id": "--5", "text": "x"}, "chat_id must be a whole number"),
        ("/ui/send", {"chat_id": "9" * 5000, "text": "x"}, "chat_id must be a whole number"),
        ("/ui/send", {"chat_id": 700000001, "text": 5}, "text must be a string"),
        ("/ui/send", {"chat_id": 700000001, "text": " "}, "message text is empty"),
        ("/ui/press", {"chat_id": 700000001, "message_id": 99, "data": "x"}, "message not found"),
        ("/ui/share", {"chat_id": 700000001, "latitude": 91, "longitude": 0}, "no such place"),
        ("/ui/share", {"chat_id": 700000001, "latitude": "x", "longitude": 0}, "latitude must be a number"),
        ("/ui/share", {"chat_id": 700000001, "request_id": 7, "shared": CHANNEL_ID}, "not asked for"),
        ("/ui/clock", {"to": "soon"}, "to must be next_digest"),
        ("/ui/clock", {"advance": -5}, "forward only"),
        ("/ui/clock", {"to": "9999-12-31T23:59:59"}, "a year at most"),
        ("/ui/language", {"code": "<en>"}, "language code"),
    ],
)
async def test_a_wrong_wish_of_the_page_is_refused_with_a_reason(
    page: Page, path: str, body: dict[str, Any], told: str
) -> None:
    _, client = page
    answer = await client.post(path, json=body)
    assert answer.status_code == 400
    assert told in answer.json()["error"]


@pytest.mark.parametrize(
    ("content", "kind", "told"),
    [
        (b"{}", "text/plain", "application/json"),
        (b"[]", "application/json", "JSON object"),
        (b"{", "application/json", "JSON object"),
        (b" " * 70_000, "application/json", "too long"),
    ],
)
async def test_only_small_json_objects_are_read_from_a_page(page: Page, content: bytes, kind: str, told: str) -> None:
    _, client = page
    answer = await client.post("/ui/send", content=content, headers={"content-type": kind})
    assert (answer.status_code, told in answer.json()["error"]) == (400, True)


async def test_half_an_emoji_is_refused_and_breaks_nothing(page: Page) -> None:
    server, client = page
    half = b'{"chat_id": 700000001, "text": "\\ud83d", "reply_markup": "{\\"inline_keyboard\\": [[\\"\\\\ud83d\\"]]}"}'
    kind = {"content-type": "application/json"}
    assert (await client.post("/ui/send", content=half, headers=kind)).status_code == 400
    told = (await client.post(f"/bot{server.token}/sendMessage", content=half, headers=kind)).json()
    assert told["description"] == "Bad Request: can't parse JSON object"
    markup = {"chat_id": "700000001", "text": "x", "reply_markup": '{"inline_keyboard": [["\\ud83d"]]}'}
    told = (await client.post(f"/bot{server.token}/sendMessage", data=markup)).json()
    assert told["description"] == "Bad Request: can't parse reply markup JSON object"
    assert (await client.get("/ui/state")).status_code == 200


async def test_what_is_not_there_is_not_found(page: Page) -> None:
    server, client = page
    assert (await client.post("/ui/dance", json={})).status_code == 404
    assert (await client.get("/favicon.ico")).status_code in (200, 204)
    token = server.token
    for path in ("/ui/file/x", "/page/nothing.js", "/page/../api.py", "/page/app.py", f"/file/bot{token}/photos/x"):
        assert (await client.get(path)).status_code == 404, path
    document = await client.post(f"/bot{token}/sendDocument", data={"chat_id": server.me}, files={"document": b"<b>"})
    file_id = document.json()["result"]["document"]["file_id"]
    assert (await client.get(f"/file/bot1:x/documents/{file_id}")).status_code == 404
    download = await client.get(f"/ui/file/{file_id}")
    assert download.headers["content-disposition"] == "attachment"
    assert download.headers["content-type"] == "application/octet-stream"


async def test_the_clock_moves_by_time_and_by_step(page: Page) -> None:
    _, client = page
    stepped = await client.post("/ui/clock", json={"advance": 3600})
    assert stepped.json()["now"] == "2026-03-02T13:00:00+00:00"
    moved = await client.post("/ui/clock", json={"to": "2026-03-02T14:00"})
    assert moved.json()["now"] == "2026-03-02T14:00:00+00:00"


async def test_without_controls_the_clock_stands_and_no_news_arrives(server: BotApiServer) -> None:
    async with httpx.AsyncClient(base_url=server.url) as client:
        assert (await client.post("/ui/news", json={})).json() == {"title": None}
        moved = await client.post("/ui/clock", json={"to": "next_digest"})
        assert moved.json()["next_digest"] is None


# --- the Bot API's ways in ---------------------------------------------------------------------


async def test_parameters_come_by_query_form_json_or_multipart(server: BotApiServer) -> None:
    path = f"/bot{server.token}/sendMessage"
    values = {"chat_id": str(server.me), "text": "hello"}
    async with httpx.AsyncClient(base_url=server.url) as client:
        answers = [
            await client.get(path, params=values),
            await client.post(path, data=values),
            await client.post(path, json={"chat_id": server.me, "text": "hello"}),
            await client.post(path, data=values, files={"unused": b"x"}),
        ]
    assert [answer.json()["result"]["text"] for answer in answers] == ["hello"] * 4
    assert server.accepted[3].uploads == ("unused",)


async def test_broken_requests_are_refused_as_telegram_does(
    server: BotApiServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.playground.api.routes.MAX_UPLOAD_BYTES", 1000)
    path = f"/bot{server.token}/sendMessage"
    async with httpx.AsyncClient(base_url=server.url) as client:
        broken = await client.post(path, content=b"{", headers={"content-type": "application/json"})
        cut_off = await client.post(path, content=b"x", headers={"content-type": "multipart/form-data"})
        huge = await client.post(path, content=b"x" * 1001)
        server.fail_next("getMe", 502, raw=b"<html>Bad Gateway</html>")
        proxy = await client.get(f"/bot{server.token}/getMe")
    assert broken.json() == {"ok": False, "error_code": 400, "description": "Bad Request: can't parse JSON object"}
    assert cut_off.status_code == 400
    assert huge.json()["error_code"] == 413
    assert (proxy.status_code, proxy.content) == (502, b"<html>Bad Gateway</html>")


async def test_a_connection_may_be_dropped_after_the_message_was_taken(server: BotApiServer) -> None:
    server.fail_next("sendMessage", 0, drop=True, accept=True)
    async with httpx.AsyncClient(base_url=server.url) as client:
        with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
            await client.post(f"/bot{server.token}/sendMessage", json={"chat_id": server.me, "text": "x"})
        again = await client.get(f"/bot{server.token}/getMe")
    assert again.status_code == 200
    assert [entry.text for entry in server.accepted] == ["x"]
    assert [call.status for call in server.calls] == [0, 200]


# --- who may talk to it -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"host": "localhost:{port}"}, 200),
        ({"host": "evil.example:{port}"}, 403),
        ({"host": "127.0.0.1.evil.example:{port}"}, 403),
        ({"host": "127.0.0.1:1"}, 403),
        ({"host": "127.0.0.1"}, 403),
        ({"host": "[::1]"}, 403),
        ({"origin": "http://127.0.0.1:{port}"}, 200),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "same-origin"}, 200),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}, 403),
    ],
)
async def test_only_this_machines_own_page_and_programs_are_answered(
    server: BotApiServer, headers: dict[str, str], status: int
) -> None:
    port = server.url.rpartition(":")[2]
    sent = {name: value.format(port=port) for name, value in headers.items()}
    async with httpx.AsyncClient(base_url=server.url) as client:
        answer = await client.get("/ui/state", headers=sent)
    assert answer.status_code == status


@pytest.mark.parametrize(("path", "status"), [("/samples/nothing", 404), ("/ui/state", 403), ("/", 403)])
async def test_the_papers_of_the_sample_news_are_found_under_their_hosts_and_nothing_else(
    server: BotApiServer, path: str, status: int
) -> None:
    host = f"paper.example:{server.url.rpartition(':')[2]}"
    async with httpx.AsyncClient(base_url=server.url, headers={"host": host}) as client:
        assert (await client.get(path)).status_code == status


async def test_a_link_from_elsewhere_may_open_a_page_and_nothing_else(server: BotApiServer) -> None:
    headers = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    async with httpx.AsyncClient(base_url=server.url, headers=headers) as client:
        answer = await client.get("/")
        sample = await client.get("/samples/bridge")
        call = await client.get(f"/bot{server.token}/getMe")
    assert answer.status_code != 403
    assert (sample.status_code, call.status_code) == (404, 403)
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-cache"


def test_files_of_the_page_have_their_types_and_nothing_else_is_served(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "static"
    (folder / "icons").mkdir(parents=True)
    for name in ("index.html", "app.js", "icons/a.svg", "secret.py", ".hidden.js"):
        (folder / name).write_text("x")
    (tmp_path / "outside.js").write_text("x")
    monkeypatch.setattr("bot.playground.page.static_files.resources.files", lambda _package: tmp_path)
    assert static_file("app.js").headers["content-type"] == "text/javascript; charset=utf-8"
    assert static_file("index.html").media_type == "text/html; charset=utf-8"
    assert static_file("icons/a.svg").status_code == 200
    for name in (
        "secret.py",
        ".hidden.js",
        "../outside.js",
        "icons/../../outside.js",
        "/etc/hosts",
        "icons",
        "gone.js",
    ):
        assert static_file(name).status_code == 404, name


async def test_other_protocols_pass_the_guard() -> None:
    seen = []

    async def app(scope: Any, _receive: Any, _send: Any) -> None:
        seen.append(scope["type"])

    async def receive() -> dict[str, Any]:
        raise AssertionError("the guard passes this on, and uses it not")

    async def send(_: Any) -> None:
        raise AssertionError("the guard passes this on, and uses it not")

    await SameOriginOnly(app)({"type": "lifespan"}, receive, send)
    assert seen == ["lifespan"]


async def test_it_listens_on_loopback_only() -> None:
    app = create_app(ScriptedBotApi(), FixedControls(lambda: NOON))
    with pytest.raises(ValueError, match="this machine only"):
        async with serve(app, "0.0.0.0"):
            pass


async def test_a_taken_port_is_an_error_of_its_own(server: BotApiServer) -> None:
    with pytest.raises(OSError, match="in use"):
        async with serve(
            create_app(ScriptedBotApi(), FixedControls(lambda: NOON)), "127.0.0.1", int(server.url.rpartition(":")[2])
        ):
            pass


async def test_an_open_page_and_a_waiting_poller_do_not_hold_up_the_end() -> None:
    async with running_playground() as server, httpx.AsyncClient(base_url=server.url, timeout=30) as client:
        polling = asyncio.create_task(client.get(f"/bot{server.token}/getUpdates", params={"timeout": 50}))
        await server.wait_for(lambda: is_polled(server.world))
        stream = client.stream("GET", "/ui/events")
        lines = (await stream.__aenter__()).aiter_lines()
        assert (await next_event(lines, "clock"))["next_digest"] is None
        server.end_waiting()
        assert (await polling).json() == {"ok": True, "result": []}
        assert [line async for line in lines if line] == []
        await stream.__aexit__(None, None, None)


async def test_open_pages_are_told_the_time_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.playground.server.CLOCK_SECONDS", 0.01)
    async with (
        running_playground(now=lambda: NOON) as server,
        httpx.AsyncClient(base_url=server.url) as client,
        client.stream("GET", "/ui/events") as stream,
    ):
        lines = stream.aiter_lines()
        for _ in range(3):
            assert (await next_event(lines, "clock"))["now"] == NOON.isoformat()
