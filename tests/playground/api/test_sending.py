"""What the send… methods take, and what they refuse in Telegram's words."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.playground.messages.errors import BotApiError
from bot.playground.messages.files import MAX_PHOTO_BYTES
from bot.playground.page.page_json import message_json, state_json
from bot.playground.world import people
from bot.playground.world.changes import Change, DraftShown, DraftStopped
from bot.playground.world.state import GROUP_ID
from tests.fakes import NOON
from tests.playground.calls import Clock, a_button, a_picture, an_album, call, keyboard, refused, updates
from tests.scripted_bot_api import ScriptedBotApi


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "message text is empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "😀" * 2049}, "message is too long"),
        (
            {"text": "<b>x", "parse_mode": "HTML"},
            "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
        ({"text": "x", "reply_parameters": {"message_id": 77}}, "message to be replied not found"),
        ({"text": "x", "reply_parameters": "{"}, "can't parse reply parameters JSON object"),
    ],
)
async def test_a_text_is_refused(bot_api: ScriptedBotApi, me: int, values: dict[str, Any], told: str) -> None:
    assert await refused(bot_api, "sendMessage", chat_id=me, **values) == f"400 Bad Request: {told}"


async def test_the_limit_counts_utf16_units_after_parsing(bot_api: ScriptedBotApi, me: int) -> None:
    text = f"<b>{'😀' * 2048}</b>"
    await call(bot_api, "sendMessage", chat_id=me, text=text, parse_mode="HTML")
    (accepted,) = bot_api.accepted
    assert (accepted.method, accepted.text, accepted.chat_id) == ("sendMessage", "😀" * 2048, me)
    assert accepted.at == NOON


async def test_replies_carry_the_message_answered(bot_api: ScriptedBotApi, me: int) -> None:
    first = people.say(bot_api.world, bot_api.world.find_chat(me), "hello")
    sent = await call(bot_api, "sendMessage", chat_id=me, text="x", reply_parameters={"message_id": first.message_id})
    assert sent["reply_to_message"]["text"] == "hello"
    gone = {"message_id": 99, "allow_sending_without_reply": True}
    assert "reply_to_message" not in await call(bot_api, "sendMessage", chat_id=me, text="x", reply_parameters=gone)
    assert state_json(bot_api.world)["messages"][str(me)][1]["reply_to"] == first.message_id


@pytest.mark.parametrize(
    ("markup", "told"),
    [
        ([], "object expected as reply markup"),
        ({"inline_keyboard": [1]}, 'field "inline_keyboard" must be of type Array'),
        ({"inline_keyboard": [["x"]]}, "can't parse inline keyboard button: expected an Object"),
        (keyboard([a_button(text=" ")]), "can't parse inline keyboard button: text must be non-empty"),
        (keyboard([a_button("x" * 65)]), "BUTTON_DATA_INVALID"),
        (keyboard([a_button("é" * 33)]), "BUTTON_DATA_INVALID"),
        (keyboard([a_button("")]), "BUTTON_DATA_INVALID"),
        (
            keyboard([{"text": "x", "url": "javascript:x"}]),
            "inline keyboard button URL 'javascript:x' is invalid: Wrong HTTP URL",
        ),
        (keyboard([{"text": "x"}]), "text buttons are unallowed in the inline keyboard"),
        (keyboard([a_button()] * 9), "reply markup is too long"),
        (keyboard(*[[a_button()]] * 101), "reply markup is too long"),
    ],
)
async def test_a_keyboard_is_refused(bot_api: ScriptedBotApi, me: int, markup: Any, told: str) -> None:
    assert (
        await refused(bot_api, "sendMessage", chat_id=me, text="x", reply_markup=markup) == f"400 Bad Request: {told}"
    )


async def test_a_keyboard_at_its_limits_is_taken(bot_api: ScriptedBotApi, me: int) -> None:
    rows = [[a_button("é" * 32)] * 8] * 12 + [
        [{"text": "x", "url": "https://e.org"}, {"text": "y", "switch_inline_query": ""}]
    ]
    sent = await call(bot_api, "sendMessage", chat_id=me, text="x", reply_markup=keyboard(*rows, []))
    assert len(sent["reply_markup"]["inline_keyboard"]) == 13
    view = message_json(bot_api.world, bot_api.world.find_chat(me).messages[sent["message_id"]])
    assert view["keyboard"][-1] == [{"text": "x", "url": "https://e.org"}, {"text": "y"}]


async def test_a_reply_keyboard_stands_until_it_is_taken_away(bot_api: ScriptedBotApi, me: int) -> None:
    room = bot_api.world.find_chat(me)
    rows = {"keyboard": [["a", {"text": "b"}], [{"text": "Where", "request_location": True}]]}
    sent = await call(bot_api, "sendMessage", chat_id=me, text="x", reply_markup=rows)
    assert "reply_markup" not in sent
    assert room.reply_keyboard == (({"text": "a"}, {"text": "b"}), ({"text": "Where", "request_location": True},))
    await call(bot_api, "sendMessage", chat_id=me, text="x", reply_markup={"remove_keyboard": True})
    assert not room.reply_keyboard


@pytest.mark.parametrize(
    ("rows", "complaint"),
    [
        ("a", "Array"),
        ([["a", {"text": " "}]], "non-empty"),
        ([[7]], "non-empty"),
        ([[{"text": "a", "request_location": True}]], "location can be requested in private chats only"),
    ],
)
async def test_a_reply_keyboard_that_telegram_refuses_is_refused(
    bot_api: ScriptedBotApi, rows: Any, complaint: str
) -> None:
    markup = {"keyboard": rows}
    assert complaint in str(await refused(bot_api, "sendMessage", chat_id=GROUP_ID, text="x", reply_markup=markup))


async def test_a_button_pressed_is_answered_once_and_in_time(bot_api: ScriptedBotApi, clock: Clock, me: int) -> None:
    sent = await call(bot_api, "sendMessage", chat_id=me, text="x", reply_markup=keyboard([a_button("go")]))
    room = bot_api.world.find_chat(me)
    query_id = people.press(bot_api.world, room, sent["message_id"], "go")
    (update,) = await updates(bot_api)
    assert update["callback_query"]["data"] == "go"
    assert update["callback_query"]["message"]["text"] == "x"
    assert (
        await refused(bot_api, "answerCallbackQuery", callback_query_id=query_id, text="x" * 201)
        == "400 Bad Request: MESSAGE_TOO_LONG"
    )
    assert await call(bot_api, "answerCallbackQuery", callback_query_id=query_id)
    late = people.press(bot_api.world, room, sent["message_id"], "go")
    clock.moment += timedelta(minutes=16)
    for stale in (query_id, late, "nonsense"):
        assert "query is too old" in await refused(bot_api, "answerCallbackQuery", callback_query_id=stale)
    with pytest.raises(BotApiError, match="BUTTON_DATA_INVALID"):
        people.press(bot_api.world, room, sent["message_id"], "other")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "file must be non-empty"),
        (b"no picture", "IMAGE_PROCESS_FAILED"),
        (a_picture()[:-300], "IMAGE_PROCESS_FAILED"),
        (a_picture(form="GIF"), "IMAGE_PROCESS_FAILED"),
        (a_picture(9999, 600), "PHOTO_INVALID_DIMENSIONS"),
        (a_picture(630, 30), "PHOTO_INVALID_DIMENSIONS"),
        (
            b"x" * (MAX_PHOTO_BYTES + 1),
            "file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes",
        ),
    ],
    ids=["empty", "text", "cut off", "gif", "too large", "too long", "too heavy"],
)
async def test_picture_bytes_are_refused(bot_api: ScriptedBotApi, me: int, data: bytes, told: str) -> None:
    assert await refused(bot_api, "sendPhoto", {"photo": data}, chat_id=me) == f"400 Bad Request: {told}"


@pytest.mark.parametrize(
    ("photo", "told"),
    [
        ("", "there is no photo in the request"),
        ("AgACsomething", "wrong file identifier/HTTP URL specified"),
        ("attach://nowhere", "wrong file identifier/HTTP URL specified"),
        ("https://e.org/a.jpg", "failed to get HTTP URL content"),
    ],
)
async def test_a_picture_that_is_not_there_is_refused(bot_api: ScriptedBotApi, me: int, photo: str, told: str) -> None:
    assert await refused(bot_api, "sendPhoto", chat_id=me, photo=photo) == f"400 Bad Request: {told}"


async def test_a_caption_has_its_own_limit(bot_api: ScriptedBotApi, me: int) -> None:
    data = {"photo": a_picture(form="PNG")}
    assert (
        await refused(bot_api, "sendPhoto", data, chat_id=me, caption="x" * 1025)
        == "400 Bad Request: message caption is too long"
    )
    sent = await call(bot_api, "sendPhoto", data, chat_id=me, caption="x" * 1024)
    assert sent["photo"][-1]["width"] == 64
    small = await call(bot_api, "sendPhoto", chat_id=me, photo=sent["photo"][0]["file_id"])
    assert small["photo"] == sent["photo"]


WRONG_FILE = "wrong file identifier/HTTP URL specified"


async def test_an_album_is_one_message_on_the_page(bot_api: ScriptedBotApi, me: int) -> None:
    media = an_album("attach://a", "attach://b")
    media[0]["caption"] = "Both"
    sent = await call(bot_api, "sendMediaGroup", {"a": a_picture(), "b": a_picture(50, 50)}, chat_id=me, media=media)
    assert len({message["media_group_id"] for message in sent}) == 1
    (accepted,) = bot_api.accepted
    assert accepted.message_ids == tuple(message["message_id"] for message in sent)
    (view,) = state_json(bot_api.world)["messages"][str(me)]
    assert (view["kind"], len(view["photos"]), view["caption_html"]) == ("album", 2, "Both")
    assert view["message_ids"] == list(accepted.message_ids)
    await call(bot_api, "deleteMessage", chat_id=me, message_id=accepted.message_ids[0])
    (left,) = state_json(bot_api.world)["messages"][str(me)]
    assert (left["kind"], left["message_id"]) == ("photo", accepted.message_ids[1])


@pytest.mark.parametrize(
    ("media", "told"),
    [
        ("x", "can't parse media JSON object"),
        ({}, "can't parse media JSON object"),
        ([], "there are no messages to send"),
        (an_album("attach://a"), "too few messages to send as an album"),
        (an_album(*["attach://a"] * 11), "too much messages to send as an album"),
        (an_album("attach://a", "gone"), f'failed to send message #2 with the error message "{WRONG_FILE}"'),
        (
            [{"type": "video", "media": "attach://a"}] * 2,
            f'failed to send message #1 with the error message "{WRONG_FILE}"',
        ),
        (
            [{"type": "photo"}] * 2,
            'failed to send message #1 with the error message "can\'t parse InputMedia: expected an Object"',
        ),
    ],
)
async def test_an_album_is_refused_as_a_whole(bot_api: ScriptedBotApi, me: int, media: Any, told: str) -> None:
    assert (
        await refused(bot_api, "sendMediaGroup", {"a": a_picture()}, chat_id=me, media=media)
        == f"400 Bad Request: {told}"
    )
    assert bot_api.world.find_chat(me).messages == {}


async def test_documents_are_taken_and_found_again(bot_api: ScriptedBotApi, me: int) -> None:
    sent = await call(bot_api, "sendDocument", {"document": b"{}"}, chat_id=me, caption="Yours")
    found = await call(bot_api, "getFile", file_id=sent["document"]["file_id"])
    assert found["file_size"] == 2
    (view,) = state_json(bot_api.world)["messages"][str(me)]
    assert view["document"] == {"name": "document.jpg", "url": f"/ui/file/{sent['document']['file_id']}"}
    changed = await call(bot_api, "editMessageCaption", chat_id=me, message_id=sent["message_id"], caption="Mine")
    assert changed["caption"] == "Mine"
    assert bot_api.accepted[-1].text == "Mine"
    assert await refused(bot_api, "sendDocument", chat_id=me) == "400 Bad Request: there is no document in the request"
    assert (
        await refused(bot_api, "sendDocument", {"document": b""}, chat_id=me)
        == "400 Bad Request: file must be non-empty"
    )
    assert await refused(bot_api, "getFile", file_id="x") == "400 Bad Request: invalid file_id"


async def test_a_rich_message_takes_uploads_and_file_ids(bot_api: ScriptedBotApi, me: int) -> None:
    photo = (await call(bot_api, "sendPhoto", {"photo": a_picture()}, chat_id=me))["photo"][-1]["file_id"]
    media = [
        {"id": "a", "media": {"type": "photo", "media": photo}},
        {"id": "b", "media": {"type": "photo", "media": "attach://t1"}},
    ]
    html = '<img src="tg://photo?id=a"/><details><summary>s</summary><img src="tg://photo?id=b"/></details>'
    rich = {"html": html, "media": media, "is_rtl": True}
    sent = await call(bot_api, "sendRichMessage", {"t1": a_picture(30, 30)}, chat_id=me, rich_message=rich)
    first, details = sent["rich_message"]["blocks"]
    assert sent["rich_message"]["is_rtl"]
    assert first["photo"][-1]["file_id"] == photo
    assert details["blocks"][0]["photo"][-1]["width"] == 30
    view = state_json(bot_api.world)["messages"][str(me)][-1]
    assert (view["kind"], view["rtl"]) == ("rich", True)
    assert view["html"].count("<img ") == 2


@pytest.mark.parametrize(
    ("rich", "told"),
    [
        ("", "object expected as rich message"),
        ({}, "can't parse rich message: exactly one of html, markdown and blocks must be specified"),
        (
            {"html": "x", "markdown": "y"},
            "can't parse rich message: exactly one of html, markdown and blocks must be specified",
        ),
        ({"markdown": "y"}, "can't parse rich message: this server takes html only"),
        ({"html": "x", "media": {"a": 1}}, "can't parse rich message: expected an Array of media"),
        ({"html": "x", "media": [{"id": "a b"}]}, 'can\'t parse rich message: invalid media identifier "a b"'),
        ({"html": "x", "media": [{"id": "a", "media": "x"}]}, "can't parse InputMedia: expected an Object"),
        (
            {"html": "x", "media": [{"id": "a", "media": {"type": "photo", "media": "x"}}]},
            "wrong file identifier/HTTP URL specified",
        ),
        ({"html": "x", "media": [{}] * 51}, "rich message is too long: more than 50 media"),
        ({"html": "<p>x"}, "can't parse rich message: Can't find end tag corresponding to start tag \"p\""),
    ],
)
async def test_a_rich_message_is_refused(bot_api: ScriptedBotApi, me: int, rich: Any, told: str) -> None:
    assert await refused(bot_api, "sendRichMessage", chat_id=me, rich_message=rich) == f"400 Bad Request: {told}"


async def test_a_draft_is_shown_in_private_until_the_message_comes_or_the_person_stops_it(
    bot_api: ScriptedBotApi, me: int
) -> None:
    told: list[Change] = []
    bot_api.world.observers.append(told.append)
    draft: dict[str, Any] = {"chat_id": me, "draft_id": 7, "text": "<b>Half</b>", "parse_mode": "HTML"}
    assert await call(bot_api, "sendMessageDraft", **draft)
    assert told == [DraftShown(chat_id=me, draft_id=7, html="<b>Half</b>", can_stop=False)]
    chat = bot_api.world.find_chat(me)
    with pytest.raises(BotApiError):
        people.stop(bot_api.world, chat, 7)  # it cannot be stopped
    assert await call(bot_api, "sendMessageDraft", **draft, can_stop=True)
    people.stop(bot_api.world, chat, 7)
    assert told[-1] == DraftStopped(chat_id=me, draft_id=7)
    (update,) = await updates(bot_api)
    assert update["stopped_message_generation"]["draft_id"] == 7
    assert update["stopped_message_generation"]["chat"]["id"] == me
    await call(bot_api, "sendMessageDraft", chat_id=me, draft_id=8, can_stop=True)
    await call(bot_api, "sendMessage", chat_id=me, text="Whole")
    assert chat.draft_id == 0
    assert [entry.method for entry in bot_api.accepted] == ["sendMessage"]


async def test_drafts_are_for_private_chats_and_have_a_number(bot_api: ScriptedBotApi, me: int) -> None:
    asked = await refused(bot_api, "sendMessageDraft", chat_id=GROUP_ID, draft_id=1, text="x")
    assert asked == "400 Bad Request: message drafts can be sent only to private chats"
    asked = await refused(bot_api, "sendMessageDraft", chat_id=me, text="x")
    assert asked == "400 Bad Request: draft_id must be non-zero"
    assert await refused(ScriptedBotApi(drafts=False), "sendMessageDraft", chat_id=me, draft_id=1) == "404 Not Found"
