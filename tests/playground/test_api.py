"""The strict Bot API, called without HTTP: what it takes, what it refuses in Telegram's words, what it records."""

from __future__ import annotations

import asyncio
import io
import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from PIL import Image

from bot.playground.api.params import Params
from bot.playground.messages.errors import BotApiError
from bot.playground.messages.files import MAX_PHOTO_BYTES, Upload
from bot.playground.page.event_streams import BACKLOG, EventStreams
from bot.playground.page.page_json import message_json, state_json
from bot.playground.world import people
from bot.playground.world.chats import Chat
from bot.playground.world.state import CHANNEL_ID, GROUP_ID
from tests.bot_api_faults import Fault, RawAnswer
from tests.fakes import NOON
from tests.scripted_bot_api import ScriptedBotApi


class Clock:
    def __init__(self) -> None:
        self.moment = NOON

    def __call__(self) -> datetime:
        return self.moment


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def playground(clock: Clock) -> ScriptedBotApi:
    return ScriptedBotApi(now=clock)


@pytest.fixture
def me(playground: ScriptedBotApi) -> int:
    return playground.world.me.id


def a_picture(width: int = 64, height: int = 48, *, form: str = "JPEG") -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(buffer, form)
    return buffer.getvalue()


async def call(playground: ScriptedBotApi, method: str, uploads: dict[str, bytes] | None = None, **values: Any) -> Any:
    """A call as PTB makes it: nested values as JSON in strings."""
    plain = {name: value if isinstance(value, str) else json.dumps(value) for name, value in values.items()}
    files = {name: Upload(data=data, filename=f"{name}.jpg") for name, data in (uploads or {}).items()}
    return await playground.call(playground.token, method, Params(values=plain, uploads=files))


async def refused(
    playground: ScriptedBotApi, method: str, uploads: dict[str, bytes] | None = None, **values: Any
) -> str:
    with pytest.raises(BotApiError) as caught:
        await call(playground, method, uploads, **values)
    return f"{caught.value.code} {caught.value.description}"


def keyboard(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def a_button(data: str = "x", text: str = "Go") -> dict[str, Any]:
    return {"text": text, "callback_data": data}


async def updates(playground: ScriptedBotApi, **values: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = await call(playground, "getUpdates", **values)
    return found


# --- access -----------------------------------------------------------------------------------


async def test_a_wrong_token_and_an_unknown_method_are_refused(playground: ScriptedBotApi) -> None:
    with pytest.raises(BotApiError) as caught:
        await playground.call("1:x", "getMe", Params())
    assert caught.value.body() == {"ok": False, "error_code": 401, "description": "Unauthorized"}
    assert await refused(playground, "sendPigeon") == "404 Not Found"


async def test_an_old_server_does_not_know_rich_messages(me: int) -> None:
    old = ScriptedBotApi(rich=False)
    assert await refused(old, "sendRichMessage", chat_id=me, rich_message={"html": "<p>x</p>"}) == "404 Not Found"


async def test_get_me_names_the_bot(playground: ScriptedBotApi) -> None:
    bot = await call(playground, "GETME")
    assert (bot["id"], bot["username"], bot["is_bot"]) == (42424242, "tidings_demo_bot", True)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"blocked": True}, "403 Forbidden: bot was blocked by the user"),
        ({"started": False}, "403 Forbidden: bot can't initiate conversation with a user"),
        ({"type": "supergroup", "bot_status": "kicked"}, "403 Forbidden: bot was kicked from the supergroup chat"),
        ({"type": "group", "bot_status": "left"}, "403 Forbidden: bot is not a member of the group chat"),
        ({"type": "channel"}, "400 Bad Request: need administrator rights in the channel chat"),
        ({"migrated_to": -7}, "400 Bad Request: group chat was upgraded to a supergroup chat"),
    ],
)
async def test_a_chat_that_the_bot_may_not_write_to(
    playground: ScriptedBotApi, change: dict[str, Any], told: str
) -> None:
    playground.world.chats[5] = Chat(**{"id": 5, "type": "private", "title": "Eve", **change})
    assert await refused(playground, "sendMessage", chat_id=5, text="x") == told
    assert playground.accepted == []


async def test_a_migrated_group_says_where_it_went(playground: ScriptedBotApi) -> None:
    playground.world.chats[-5] = Chat(id=-5, type="group", title="Old", migrated_to=GROUP_ID)
    with pytest.raises(BotApiError) as caught:
        await call(playground, "sendMessage", chat_id=-5, text="x")
    assert caught.value.body()["parameters"] == {"migrate_to_chat_id": GROUP_ID}


@pytest.mark.parametrize(
    ("chat_id", "told"), [("", "chat_id is empty"), ("9", "chat not found"), ("@x", "chat not found")]
)
async def test_an_unknown_chat_is_not_found(playground: ScriptedBotApi, chat_id: str, told: str) -> None:
    assert await refused(playground, "sendMessage", chat_id=chat_id, text="x") == f"400 Bad Request: {told}"


async def test_a_channel_is_found_by_its_name(playground: ScriptedBotApi) -> None:
    sent = await call(playground, "sendMessage", chat_id="@City_News_Demo", text="x")
    assert sent["chat"] == {"id": CHANNEL_ID, "type": "channel", "title": "City news", "username": "city_news_demo"}
    assert "from" not in sent
    assert sent["sender_chat"]["id"] == CHANNEL_ID


async def test_topics_are_checked(playground: ScriptedBotApi, me: int) -> None:
    told = await refused(playground, "sendMessage", chat_id=GROUP_ID, text="x", message_thread_id=3)
    assert told == "400 Bad Request: message thread not found"
    playground.world.find_chat(GROUP_ID).topics = frozenset({3})
    sent = await call(playground, "sendMessage", chat_id=GROUP_ID, text="x", message_thread_id=3)
    assert sent["message_thread_id"] == 3
    assert sent["chat"]["is_forum"]


# --- texts ------------------------------------------------------------------------------------


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
async def test_a_text_is_refused(playground: ScriptedBotApi, me: int, values: dict[str, Any], told: str) -> None:
    assert await refused(playground, "sendMessage", chat_id=me, **values) == f"400 Bad Request: {told}"


async def test_the_limit_counts_utf16_units_after_parsing(playground: ScriptedBotApi, me: int) -> None:
    text = f"<b>{'😀' * 2048}</b>"
    await call(playground, "sendMessage", chat_id=me, text=text, parse_mode="HTML")
    (accepted,) = playground.accepted
    assert (accepted.method, accepted.text, accepted.chat_id) == ("sendMessage", "😀" * 2048, me)
    assert accepted.at == NOON


async def test_replies_carry_the_message_answered(playground: ScriptedBotApi, me: int) -> None:
    first = people.say(playground.world, playground.world.find_chat(me), "hello")
    sent = await call(
        playground, "sendMessage", chat_id=me, text="x", reply_parameters={"message_id": first.message_id}
    )
    assert sent["reply_to_message"]["text"] == "hello"
    gone = {"message_id": 99, "allow_sending_without_reply": True}
    assert "reply_to_message" not in await call(playground, "sendMessage", chat_id=me, text="x", reply_parameters=gone)
    assert state_json(playground.world)["messages"][str(me)][1]["reply_to"] == first.message_id


# --- buttons ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("markup", "told"),
    [
        ([], "object expected as reply markup"),
        ({"inline_keyboard": [1]}, 'field "inline_keyboard" must be of type Array'),
        (keyboard(["x"]), "can't parse inline keyboard button: expected an Object"),  # type: ignore[list-item]
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
async def test_a_keyboard_is_refused(playground: ScriptedBotApi, me: int, markup: Any, told: str) -> None:
    assert (
        await refused(playground, "sendMessage", chat_id=me, text="x", reply_markup=markup)
        == f"400 Bad Request: {told}"
    )


async def test_a_keyboard_at_its_limits_is_taken(playground: ScriptedBotApi, me: int) -> None:
    rows = [[a_button("é" * 32)] * 8] * 12 + [
        [{"text": "x", "url": "https://e.org"}, {"text": "y", "switch_inline_query": ""}]
    ]
    sent = await call(playground, "sendMessage", chat_id=me, text="x", reply_markup=keyboard(*rows, []))
    assert len(sent["reply_markup"]["inline_keyboard"]) == 13
    view = message_json(playground.world, playground.world.find_chat(me).messages[sent["message_id"]])
    assert view["keyboard"][-1] == [{"text": "x", "url": "https://e.org"}, {"text": "y"}]


async def test_other_keyboards_are_taken_and_not_shown(playground: ScriptedBotApi, me: int) -> None:
    sent = await call(playground, "sendMessage", chat_id=me, text="x", reply_markup={"keyboard": [["a"]]})
    assert "reply_markup" not in sent


async def test_a_button_pressed_is_answered_once_and_in_time(playground: ScriptedBotApi, clock: Clock, me: int) -> None:
    sent = await call(playground, "sendMessage", chat_id=me, text="x", reply_markup=keyboard([a_button("go")]))
    room = playground.world.find_chat(me)
    query_id = people.press(playground.world, room, sent["message_id"], "go")
    (update,) = await updates(playground)
    assert update["callback_query"]["data"] == "go"
    assert update["callback_query"]["message"]["text"] == "x"
    assert (
        await refused(playground, "answerCallbackQuery", callback_query_id=query_id, text="x" * 201)
        == "400 Bad Request: MESSAGE_TOO_LONG"
    )
    assert await call(playground, "answerCallbackQuery", callback_query_id=query_id)
    late = people.press(playground.world, room, sent["message_id"], "go")
    clock.moment += timedelta(minutes=16)
    for stale in (query_id, late, "nonsense"):
        assert "query is too old" in await refused(playground, "answerCallbackQuery", callback_query_id=stale)
    with pytest.raises(BotApiError, match="BUTTON_DATA_INVALID"):
        people.press(playground.world, room, sent["message_id"], "other")


# --- pictures ---------------------------------------------------------------------------------


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
async def test_picture_bytes_are_refused(playground: ScriptedBotApi, me: int, data: bytes, told: str) -> None:
    assert await refused(playground, "sendPhoto", {"photo": data}, chat_id=me) == f"400 Bad Request: {told}"


@pytest.mark.parametrize(
    ("photo", "told"),
    [
        ("", "there is no photo in the request"),
        ("AgACsomething", "wrong file identifier/HTTP URL specified"),
        ("attach://nowhere", "wrong file identifier/HTTP URL specified"),
        ("https://e.org/a.jpg", "failed to get HTTP URL content"),
    ],
)
async def test_a_picture_that_is_not_there_is_refused(
    playground: ScriptedBotApi, me: int, photo: str, told: str
) -> None:
    assert await refused(playground, "sendPhoto", chat_id=me, photo=photo) == f"400 Bad Request: {told}"


async def test_a_caption_has_its_own_limit(playground: ScriptedBotApi, me: int) -> None:
    data = {"photo": a_picture(form="PNG")}
    assert (
        await refused(playground, "sendPhoto", data, chat_id=me, caption="x" * 1025)
        == "400 Bad Request: message caption is too long"
    )
    sent = await call(playground, "sendPhoto", data, chat_id=me, caption="x" * 1024)
    assert sent["photo"][-1]["width"] == 64
    small = await call(playground, "sendPhoto", chat_id=me, photo=sent["photo"][0]["file_id"])
    assert small["photo"] == sent["photo"]


WRONG_FILE = "wrong file identifier/HTTP URL specified"


def an_album(*media: str) -> list[dict[str, str]]:
    return [{"type": "photo", "media": name} for name in media]


async def test_an_album_is_one_message_on_the_page(playground: ScriptedBotApi, me: int) -> None:
    media = an_album("attach://a", "attach://b")
    media[0]["caption"] = "Both"
    sent = await call(playground, "sendMediaGroup", {"a": a_picture(), "b": a_picture(50, 50)}, chat_id=me, media=media)
    assert len({message["media_group_id"] for message in sent}) == 1
    (accepted,) = playground.accepted
    assert accepted.message_ids == tuple(message["message_id"] for message in sent)
    (view,) = state_json(playground.world)["messages"][str(me)]
    assert (view["kind"], len(view["photos"]), view["caption_html"]) == ("album", 2, "Both")
    assert view["message_ids"] == list(accepted.message_ids)
    await call(playground, "deleteMessage", chat_id=me, message_id=accepted.message_ids[0])
    (left,) = state_json(playground.world)["messages"][str(me)]
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
async def test_an_album_is_refused_as_a_whole(playground: ScriptedBotApi, me: int, media: Any, told: str) -> None:
    assert (
        await refused(playground, "sendMediaGroup", {"a": a_picture()}, chat_id=me, media=media)
        == f"400 Bad Request: {told}"
    )
    assert playground.world.find_chat(me).messages == {}


async def test_documents_are_taken_and_found_again(playground: ScriptedBotApi, me: int) -> None:
    sent = await call(playground, "sendDocument", {"document": b"{}"}, chat_id=me, caption="Yours")
    found = await call(playground, "getFile", file_id=sent["document"]["file_id"])
    assert found["file_size"] == 2
    (view,) = state_json(playground.world)["messages"][str(me)]
    assert view["document"] == {"name": "document.jpg", "url": f"/ui/file/{sent['document']['file_id']}"}
    changed = await call(playground, "editMessageCaption", chat_id=me, message_id=sent["message_id"], caption="Mine")
    assert changed["caption"] == "Mine"
    assert playground.accepted[-1].text == "Mine"
    assert (
        await refused(playground, "sendDocument", chat_id=me) == "400 Bad Request: there is no document in the request"
    )
    assert (
        await refused(playground, "sendDocument", {"document": b""}, chat_id=me)
        == "400 Bad Request: file must be non-empty"
    )
    assert await refused(playground, "getFile", file_id="x") == "400 Bad Request: invalid file_id"


# --- rich -------------------------------------------------------------------------------------


async def test_a_rich_message_takes_uploads_and_file_ids(playground: ScriptedBotApi, me: int) -> None:
    photo = (await call(playground, "sendPhoto", {"photo": a_picture()}, chat_id=me))["photo"][-1]["file_id"]
    media = [
        {"id": "a", "media": {"type": "photo", "media": photo}},
        {"id": "b", "media": {"type": "photo", "media": "attach://t1"}},
    ]
    html = '<img src="tg://photo?id=a"/><details><summary>s</summary><img src="tg://photo?id=b"/></details>'
    rich = {"html": html, "media": media, "is_rtl": True}
    sent = await call(playground, "sendRichMessage", {"t1": a_picture(30, 30)}, chat_id=me, rich_message=rich)
    first, details = sent["rich_message"]["blocks"]
    assert sent["rich_message"]["is_rtl"]
    assert first["photo"][-1]["file_id"] == photo
    assert details["blocks"][0]["photo"][-1]["width"] == 30
    view = state_json(playground.world)["messages"][str(me)][-1]
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
async def test_a_rich_message_is_refused(playground: ScriptedBotApi, me: int, rich: Any, told: str) -> None:
    assert await refused(playground, "sendRichMessage", chat_id=me, rich_message=rich) == f"400 Bad Request: {told}"


# --- edits ------------------------------------------------------------------------------------


async def test_edits_change_what_stands_and_nothing_else(playground: ScriptedBotApi, clock: Clock, me: int) -> None:
    sent = await call(playground, "sendMessage", chat_id=me, text="x", reply_markup=keyboard([a_button()]))
    where = {"chat_id": me, "message_id": sent["message_id"]}
    clock.moment += timedelta(seconds=5)
    edited = await call(playground, "editMessageText", **where, text="y", reply_markup=keyboard([a_button()]))
    assert edited["edit_date"] - edited["date"] == 5
    told = await refused(
        playground, "editMessageText", **where, text="<b></b>y", parse_mode="HTML", reply_markup=keyboard([a_button()])
    )
    assert "message is not modified" in told
    bare = await call(playground, "editMessageReplyMarkup", **where)
    assert "reply_markup" not in bare
    rich = await call(playground, "editMessageText", **where, rich_message={"html": "<p>z</p>"})
    assert rich["rich_message"]["blocks"] == [{"type": "paragraph", "text": "z"}]
    assert "not modified" in await refused(playground, "editMessageText", **where, rich_message={"html": "<p>z</p>"})
    assert [entry.is_edit for entry in playground.accepted] == [False, True, True, True]
    pictured = await call(
        playground, "editMessageMedia", {"a": a_picture()}, **where, media={"type": "photo", "media": "attach://a"}
    )
    same = {"type": "photo", "media": pictured["photo"][-1]["file_id"]}
    assert "not modified" in await refused(playground, "editMessageMedia", **where, media=same)
    document = await call(playground, "sendDocument", {"document": b"{}"}, chat_id=me)
    assert "not modified" in await refused(
        playground, "editMessageReplyMarkup", chat_id=me, message_id=document["message_id"]
    )


async def test_edits_that_cannot_be_are_refused(playground: ScriptedBotApi, me: int) -> None:
    mine = people.say(playground.world, playground.world.find_chat(me), "hello")
    text = await call(playground, "sendMessage", chat_id=me, text="x")
    photo = await call(playground, "sendPhoto", {"photo": a_picture()}, chat_id=me)
    cases = [
        ("editMessageText", 99, "message to edit not found"),
        ("editMessageText", mine.message_id, "message can't be edited"),
        ("editMessageText", photo["message_id"], "there is no text in the message to edit"),
        ("editMessageCaption", text["message_id"], "there is no caption in the message to edit"),
        ("deleteMessage", 99, "message to delete not found"),
    ]
    for method, message_id, told in cases:
        assert await refused(playground, method, chat_id=me, message_id=message_id) == f"400 Bad Request: {told}"
    inline = await refused(playground, "editMessageText", inline_message_id="x", text="y")
    assert inline == "400 Bad Request: message to edit not found"


async def test_messages_are_deleted_where_the_bot_may(playground: ScriptedBotApi, me: int) -> None:
    group = playground.world.find_chat(GROUP_ID)
    theirs = people.say(playground.world, group, "hello")
    ours = await call(playground, "sendMessage", chat_id=GROUP_ID, text="x")
    assert (
        await refused(playground, "deleteMessage", chat_id=GROUP_ID, message_id=theirs.message_id)
        == "400 Bad Request: message can't be deleted"
    )
    assert await call(playground, "deleteMessages", chat_id=GROUP_ID, message_ids=[ours["message_id"], 99])
    assert await call(playground, "deleteMessages", chat_id=GROUP_ID)
    assert list(group.messages) == [theirs.message_id]


async def test_actions_are_checked(playground: ScriptedBotApi, me: int) -> None:
    assert await call(playground, "sendChatAction", chat_id=me, action="typing")
    assert (
        await refused(playground, "sendChatAction", chat_id=me, action="juggling")
        == "400 Bad Request: wrong parameter action in request"
    )
    assert playground.accepted == []
    assert [entry.status for entry in playground.calls] == [200, 400]


# --- updates ----------------------------------------------------------------------------------


async def test_updates_are_kept_until_confirmed(playground: ScriptedBotApi, me: int) -> None:
    for text in ("one", "two", "three"):
        people.say(playground.world, playground.world.find_chat(me), text)
    first, second, third = await updates(playground)
    assert [update["message"]["text"] for update in (first, second, third)] == ["one", "two", "three"]
    assert await updates(playground, limit=1) == [first]
    assert await updates(playground, offset=second["update_id"]) == [second, third]
    assert await updates(playground, offset=-1) == [third]
    assert await updates(playground, offset=third["update_id"] + 1) == []


async def test_a_long_poll_ends_with_the_first_update_or_the_time(playground: ScriptedBotApi, me: int) -> None:
    polling = asyncio.create_task(updates(playground, timeout=30))
    await asyncio.sleep(0)
    assert playground.world.updates.is_polled
    people.say(playground.world, playground.world.find_chat(me), "hello")
    people.say(playground.world, playground.world.find_chat(me), "are you there?")
    _, update = await polling
    assert await updates(playground, offset=update["update_id"] + 1, timeout=0) == []
    playground.world.updates.close()
    assert await updates(playground, timeout=30) == []


async def test_a_long_poll_ends_in_time(playground: ScriptedBotApi) -> None:
    assert await playground.world.updates.poll(offset=0, limit=100, timeout=0.001) == []  # type: ignore[arg-type]
    assert not playground.world.updates.is_polled


async def test_only_the_kinds_asked_for_are_queued(playground: ScriptedBotApi, me: int) -> None:
    await updates(playground, allowed_updates=["callback_query"])
    people.say(playground.world, playground.world.find_chat(me), "hello")
    assert await updates(playground) == []
    await updates(playground, allowed_updates=[])
    people.say(playground.world, playground.world.find_chat(me), "hello")
    assert len(await updates(playground)) == 1


async def test_a_webhook_and_polling_exclude_each_other(playground: ScriptedBotApi, me: int) -> None:
    assert (
        await refused(playground, "setWebhook", url="http://e.org")
        == "400 Bad Request: bad webhook: An HTTPS URL must be provided for webhook"
    )
    people.say(playground.world, playground.world.find_chat(me), "hello")
    await call(playground, "setWebhook", url="https://e.org/hook", drop_pending_updates=True)
    assert (await call(playground, "getWebhookInfo")) == {
        "url": "https://e.org/hook", "has_custom_certificate": False, "pending_update_count": 0
    }  # fmt: skip
    assert (await refused(playground, "getUpdates")).startswith("409 Conflict: can't use getUpdates")
    people.say(playground.world, playground.world.find_chat(me), "hello")
    await call(playground, "deleteWebhook", drop_pending_updates=True)
    await call(playground, "setWebhook", url="")
    assert await updates(playground) == []


# --- people -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("hello", False), ("/today", True), ("/today@tidings_demo_bot now", True), ("/today@other_bot", False),
        ("see /today", False),
    ],
)  # fmt: skip
async def test_in_a_group_the_bot_sees_only_what_is_meant_for_it(
    playground: ScriptedBotApi, text: str, seen: bool
) -> None:
    room = playground.world.find_chat(GROUP_ID)
    people.announce(playground.world, room)
    await updates(playground, offset=-1)
    before = len(playground.world.updates)
    people.say(playground.world, room, text)
    assert len(playground.world.updates) - before == int(seen)


async def test_in_a_group_the_bot_sees_answers_to_it_and_as_admin_everything(playground: ScriptedBotApi) -> None:
    room = playground.world.find_chat(GROUP_ID)
    sent = await call(playground, "sendMessage", chat_id=GROUP_ID, text="x")
    people.say(playground.world, room, "why?", reply_to=sent["message_id"], sender=playground.world.people[700_000_002])
    people.set_bot_status(playground.world, room, "administrator")
    people.say(playground.world, room, "hello", sender_chat=GROUP_ID)
    people.say(playground.world, room, "hello", sender_chat=CHANNEL_ID)
    people.set_bot_status(playground.world, room, "left")
    people.say(playground.world, room, "/today")
    joined, why, promoted, anonymous, channel, removed = await updates(playground)
    assert joined["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert why["message"]["from"]["first_name"] == "Ben"
    assert why["message"]["reply_to_message"]["from"]["is_bot"]
    assert promoted["my_chat_member"]["new_chat_member"]["can_manage_chat"]
    assert anonymous["message"]["from"]["username"] == "GroupAnonymousBot"
    assert anonymous["message"]["sender_chat"]["id"] == GROUP_ID
    assert channel["message"]["from"]["username"] == "Channel_Bot"
    assert removed["my_chat_member"]["old_chat_member"]["status"] == "administrator"
    views = state_json(playground.world)["messages"][str(GROUP_ID)]
    assert [view["from"] for view in views] == ["bot", "Ben", "Book club", "City news", "me"]


async def test_a_channel_post_has_no_author(playground: ScriptedBotApi) -> None:
    room = playground.world.find_chat(CHANNEL_ID)
    people.say(playground.world, room, "Hear, hear")
    joined, post = await updates(playground)
    assert joined["my_chat_member"]["new_chat_member"]["status"] == "administrator"
    assert "from" not in post["channel_post"]
    people.set_bot_status(playground.world, room, "member")
    people.say(playground.world, room, "Unseen")
    assert len(await updates(playground)) == 3


async def test_blocking_the_bot_and_writing_again(playground: ScriptedBotApi, me: int) -> None:
    room = playground.world.find_chat(me)
    people.set_bot_status(playground.world, room, "kicked")
    assert (
        await refused(playground, "sendMessage", chat_id=me, text="x") == "403 Forbidden: bot was blocked by the user"
    )
    people.set_bot_status(playground.world, room, "member")
    blocked, back = await updates(playground)
    assert blocked["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert back["my_chat_member"]["old_chat_member"]["status"] == "kicked"
    assert await call(playground, "sendMessage", chat_id=me, text="x")


async def test_what_a_person_cannot_write(playground: ScriptedBotApi, me: int) -> None:
    for text, told in ((" ", "message text is empty"), ("x" * 4097, "message is too long")):
        with pytest.raises(BotApiError, match=told):
            people.say(playground.world, playground.world.find_chat(me), text)


async def test_inline_queries_are_asked_and_answered(playground: ScriptedBotApi) -> None:
    query_id = people.ask_inline(playground.world, "bridge")
    (update,) = await updates(playground)
    assert update["inline_query"]["query"] == "bridge"
    assert (
        await refused(playground, "answerInlineQuery", inline_query_id=query_id)
        == "400 Bad Request: can't parse results JSON object"
    )
    assert (
        await refused(playground, "answerInlineQuery", inline_query_id=query_id, results=[{}] * 51)
        == "400 Bad Request: RESULTS_TOO_MUCH"
    )
    assert await call(playground, "answerInlineQuery", inline_query_id=query_id, results=[])


# --- the bot's own settings -------------------------------------------------------------------


def commands(*names: str) -> list[dict[str, str]]:
    return [{"command": name, "description": f"Does {name}"} for name in names]


async def test_commands_are_kept_by_scope_and_language(playground: ScriptedBotApi, me: int) -> None:
    def shown() -> list[str]:
        return [entry["command"] for entry in state_json(playground.world)["bot"]["commands"]]

    assert shown() == []
    await call(playground, "setMyCommands", commands=commands("help"))
    await call(playground, "setMyCommands", commands=commands("hilfe"), language_code="de")
    await call(playground, "setMyCommands", commands=commands("zh"), language_code="zh")
    assert shown() == ["help"]
    playground.world.me.language_code = "zh-hant"
    assert shown() == ["zh"]
    await call(playground, "setMyCommands", commands=commands("private"), scope={"type": "all_private_chats"})
    assert shown() == ["private"]
    await call(playground, "setMyCommands", commands=commands("own"), scope={"type": "chat", "chat_id": me})
    assert shown() == ["own"]
    assert await call(playground, "getMyCommands", language_code="de") == commands("hilfe")
    await call(playground, "deleteMyCommands", language_code="de")
    assert await call(playground, "getMyCommands", language_code="de") == []


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"commands": commands("Help")}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "help", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": commands("help"), "language_code": "zh-Hant"}, "invalid language code specified"),
        ({"commands": "{"}, "can't parse commands JSON object"),
        ({}, "can't parse list of commands"),
    ],
)
async def test_commands_are_refused(playground: ScriptedBotApi, values: dict[str, Any], told: str) -> None:
    assert f"400 Bad Request: {told}" in await refused(playground, "setMyCommands", **values)


async def test_descriptions_are_kept_by_language_within_their_limits(playground: ScriptedBotApi) -> None:
    assert await call(playground, "getMyName") == {"name": "Tidings"}
    await call(playground, "setMyShortDescription", short_description="News")
    assert await call(playground, "getMyShortDescription", language_code="de") == {"short_description": "News"}
    assert (
        await refused(playground, "setMyShortDescription", short_description="x" * 121)
        == "400 Bad Request: short description is too long"
    )
    assert (
        await refused(playground, "setMyDescription", description="x" * 513)
        == "400 Bad Request: description is too long"
    )
    assert await call(playground, "setChatMenuButton", menu_button={"type": "commands"})


async def test_members_of_a_chat(playground: ScriptedBotApi, me: int) -> None:
    async def status(user_id: int, chat_id: int = GROUP_ID) -> str:
        return str((await call(playground, "getChatMember", chat_id=chat_id, user_id=user_id))["status"])

    assert (await status(me), await status(700_000_002), await status(42424242)) == ("creator", "member", "member")
    assert await status(700_000_002, CHANNEL_ID) == "left"
    assert (
        await refused(playground, "getChatMember", chat_id=GROUP_ID, user_id=5)
        == "400 Bad Request: PARTICIPANT_ID_INVALID"
    )
    admins = await call(playground, "getChatAdministrators", chat_id=CHANNEL_ID)
    assert [(entry["user"]["id"], entry["status"]) for entry in admins] == [
        (me, "creator"),
        (42424242, "administrator"),
    ]
    assert len(await call(playground, "getChatAdministrators", chat_id=GROUP_ID)) == 1
    assert "no administrators" in await refused(playground, "getChatAdministrators", chat_id=me)
    assert await call(playground, "getChatMemberCount", chat_id=GROUP_ID) == 3
    assert (await call(playground, "getChat", chat_id=me))["first_name"] == "Ada"


# --- pace and faults --------------------------------------------------------------------------


class Seconds:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


async def test_limits_are_enforced_when_asked_for(playground: ScriptedBotApi, me: int) -> None:
    seconds = Seconds()
    playground.enforce_limits(seconds)
    for _ in range(3):
        await call(playground, "sendMessage", chat_id=me, text="x")
    assert await refused(playground, "sendMessage", chat_id=me, text="x") == "429 Too Many Requests: retry after 1"
    seconds.now = 1
    await call(playground, "sendMessage", chat_id=me, text="x")
    for _ in range(10):
        await call(
            playground,
            "sendMediaGroup",
            {"a": a_picture()},
            chat_id=GROUP_ID,
            media=an_album("attach://a", "attach://a"),
        )
    assert (
        await refused(playground, "sendMessage", chat_id=GROUP_ID, text="x") == "429 Too Many Requests: retry after 3"
    )
    assert len(playground.accepted) == 14


async def test_all_chats_share_one_limit(playground: ScriptedBotApi) -> None:
    playground.enforce_limits(Seconds())
    for number in range(31):
        playground.world.chats[number] = Chat(id=number, type="private", title="x")
    for number in range(1, 31):
        await call(playground, "sendMessage", chat_id=number, text="x")
    assert (await refused(playground, "sendMessage", chat_id=0, text="x")).startswith("429")


async def test_scripted_faults_are_met_once_each(playground: ScriptedBotApi, me: int) -> None:
    playground.faults.add(Fault(method="sendMessage", status=502, description="Bad Gateway", chat_id=GROUP_ID))
    playground.faults.add(Fault(method="sendMessage", status=500, description="Internal", accept=True, times=2))
    playground.faults.add(Fault(method="*", status=200, raw=b'{"ok": tr'))
    for _ in range(2):
        assert await refused(playground, "sendMessage", chat_id=me, text="x") == "500 Internal"
    with pytest.raises(RawAnswer) as caught:
        await call(playground, "getMe")
    assert caught.value.body == b'{"ok": tr'
    assert len(playground.accepted) == 2
    assert len(playground.faults) == 1
    assert await refused(playground, "sendMessage", chat_id=GROUP_ID, text="x") == "502 Bad Gateway"


async def test_a_hanging_call_is_let_go_when_the_server_stops(playground: ScriptedBotApi, me: int) -> None:
    playground.faults.add(Fault(method="sendMessage", status=500, description="Stopped", accept=True, hang=True))
    hanging = asyncio.create_task(refused(playground, "sendMessage", chat_id=me, text="x"))
    await asyncio.sleep(0)
    assert len(playground.accepted) == 1
    playground.close()
    assert await hanging == "500 Stopped"


# --- pages ------------------------------------------------------------------------------------


async def test_a_page_that_lags_too_far_is_cut_off() -> None:
    pages = EventStreams()
    with pages.subscribe() as events:
        for number in range(BACKLOG + 5):
            pages.publish({"number": number})
        seen = [event["number"] async for event in events]
        assert seen == list(range(BACKLOG))
        assert len(pages) == 0


async def test_the_state_counts_what_was_not_read(playground: ScriptedBotApi, me: int) -> None:
    for _ in range(2):
        await call(playground, "sendMessage", chat_id=GROUP_ID, text="x")
    assert [chat["unread"] for chat in state_json(playground.world)["chats"]] == [0, 2, 0]
    people.read(playground.world.find_chat(GROUP_ID))
    playground.world.chats[5] = Chat(id=5, type="private", title="Eve", members={5: "member"})
    assert [chat["unread"] for chat in state_json(playground.world)["chats"]] == [0, 0, 0]
