"""The methods of the Bot API that change messages (edit…, delete…) or answer buttons and inline queries."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, assert_never

from bot.playground.api import message_content
from bot.playground.api.params import Params
from bot.playground.api.sending import find_chat, writable_chat
from bot.playground.messages.errors import bad_request
from bot.playground.messages.keyboards import Keyboard, parse_keyboard
from bot.playground.world.bot_api_json import message_json
from bot.playground.world.changes import QueryAnswered
from bot.playground.world.chats import (
    Body,
    DocumentBody,
    LocationBody,
    Message,
    PhotoBody,
    RichBody,
    SharedChatBody,
    TextBody,
)
from bot.playground.world.state import World

MAX_ANSWER = 200
QUERY_LIFETIME_SECONDS = 15 * 60
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
_QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def edit_message_text(world: World, params: Params) -> dict[str, Any]:
    """editMessageText, with `text` or `rich_message`."""
    message = _editable(world, params)
    if isinstance(message.body, PhotoBody | DocumentBody):
        raise bad_request("there is no text in the message to edit")
    body: Body
    if params.json("rich_message") is not None:
        body = RichBody(rich=message_content.rich_message(params, world.files))
    else:
        body = TextBody(text=message_content.message_text(params))
    return _edit(world, message, body, _keyboard(params))


def edit_message_caption(world: World, params: Params) -> dict[str, Any]:
    """editMessageCaption."""
    message = _editable(world, params)
    if not isinstance(message.body, PhotoBody | DocumentBody):
        raise bad_request("there is no caption in the message to edit")
    return _edit(
        world, message, replace(message.body, caption=message_content.caption(params.values)), _keyboard(params)
    )


def edit_message_media(world: World, params: Params) -> dict[str, Any]:
    """editMessageMedia, to a picture."""
    message = _editable(world, params)
    media = params.json("media")
    photo = message_content.input_photo(media, params.uploads, world.files)
    body = PhotoBody(photo=photo, caption=message_content.caption(media))
    return _edit(world, message, body, _keyboard(params))


def edit_message_reply_markup(world: World, params: Params) -> dict[str, Any]:
    """editMessageReplyMarkup."""
    message = _editable(world, params)
    return _edit(world, message, message.body, _keyboard(params))


def edit_ephemeral_message_text(world: World, params: Params) -> bool:
    """editEphemeralMessageText."""
    message = _ephemeral(world, params)
    _edit(world, message, TextBody(text=message_content.message_text(params)), _keyboard(params))
    return True


def edit_ephemeral_message_reply_markup(world: World, params: Params) -> bool:
    """editEphemeralMessageReplyMarkup."""
    message = _ephemeral(world, params)
    _edit(world, message, message.body, _keyboard(params))
    return True


def _ephemeral(world: World, params: Params) -> Message:
    message = writable_chat(world, params).messages.get(params.integer("ephemeral_message_id"))
    if message is None or message.only_for is None or message.only_for != params.integer("receiver_user_id"):
        raise bad_request("message to edit not found")
    return message


def _keyboard(params: Params) -> Keyboard:
    return parse_keyboard(params.json("reply_markup"))


def _editable(world: World, params: Params) -> Message:
    if params.text("inline_message_id"):
        raise bad_request("message to edit not found")
    chat = writable_chat(world, params)
    message = chat.messages.get(params.integer("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if not message.from_bot or message.only_for is not None:
        raise bad_request("message can't be edited")
    return message


def _edit(world: World, message: Message, body: Body, keyboard: Keyboard) -> dict[str, Any]:
    if _shown(body) == _shown(message.body) and keyboard == message.keyboard:
        raise bad_request(_NOT_MODIFIED)
    changed = replace(message, body=body, keyboard=keyboard, edited=world.unix_now())
    world.edit(changed)
    return message_json(world, changed)


def _shown(body: Body) -> tuple[object, ...]:
    """The parts of a body that a reader sees; two bodies with the same parts are not an edit."""
    match body:
        case TextBody(text=text):
            return (text.text, text.entities)
        case PhotoBody(photo=photo, caption=caption):
            return (photo.file_id, caption.text, caption.entities)
        case DocumentBody(file_id=file_id, caption=caption):
            return (file_id, caption.text, caption.entities)
        case RichBody(rich=rich):
            return (rich.html, rich.rtl)
        case LocationBody() | SharedChatBody():  # what people share is not edited
            return (body,)
        case _:
            assert_never(body)


def delete_message(world: World, params: Params) -> bool:
    """deleteMessage."""
    chat = find_chat(world, params)
    message = chat.messages.get(params.integer("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    if not (message.from_bot or chat.type == "private" or chat.bot_status == "administrator"):
        raise bad_request("message can't be deleted")
    world.delete(message)
    return True


def delete_messages(world: World, params: Params) -> bool:
    """deleteMessages. Ids without a message are ignored."""
    chat = find_chat(world, params)
    ids = params.json("message_ids")
    for message_id in ids if isinstance(ids, list) else []:
        if message := chat.messages.get(message_id):
            world.delete(message)
    return True


def answer_callback_query(world: World, params: Params) -> bool:
    """answerCallbackQuery: the page shows a toast or an alert and stops the button's progress sign."""
    text = params.text("text")
    if len(text) > MAX_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    query = _take_query(world, params.text("callback_query_id"))
    answer = QueryAnswered(query=query, text=text, show_alert=params.flag("show_alert"), url=params.text("url"))
    world.tell(answer)
    return True


def answer_inline_query(world: World, params: Params) -> bool:
    """answerInlineQuery: checked, but not shown: the page has no inline mode."""
    results = params.json("results")
    if not isinstance(results, list):
        raise bad_request("can't parse results JSON object")
    if len(results) > 50:
        raise bad_request("RESULTS_TOO_MUCH")
    _take_query(world, params.text("inline_query_id"))
    return True


def _take_query(world: World, query_id: str) -> dict[str, Any]:
    query = world.open_queries.pop(query_id, None)
    if query is None or world.unix_now() - query["asked"] > QUERY_LIFETIME_SECONDS:
        raise bad_request(_QUERY_TOO_OLD)
    return {name: value for name, value in query.items() if name != "asked"}
