"""The send… methods of the Bot API, and the checks that come before each of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.playground.api import message_content
from bot.playground.api.params import Params
from bot.playground.messages.errors import BotApiError, bad_request
from bot.playground.messages.keyboards import parse_keyboard, parse_reply_keyboard
from bot.playground.world.bot_api_json import message_json, messages_json
from bot.playground.world.changes import BotIsBusy, ChatChanged, DraftShown
from bot.playground.world.chats import Body, Chat, DocumentBody, Message, PhotoBody, RichBody, TextBody
from bot.playground.world.state import MAX_ALBUM, World

ALBUM_SIZES = range(2, MAX_ALBUM + 1)
_KIND = {"supergroup": "supergroup chat", "group": "group chat", "channel": "channel chat"}
_ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)


def find_chat(world: World, params: Params) -> Chat:
    """The chat that `chat_id` names, by number or @username; raises BotApiError where there is none."""
    given = params.text("chat_id").strip()
    if not given:
        raise bad_request("chat_id is empty")
    return world.find_chat(given)


def writable_chat(world: World, params: Params) -> Chat:
    """The chat that `chat_id` names; raises BotApiError where the bot may not write to it."""
    chat = find_chat(world, params)
    kind = _KIND.get(chat.type, "")
    if chat.migrated_to is not None:
        parameters = {"migrate_to_chat_id": chat.migrated_to}
        text = "Bad Request: group chat was upgraded to a supergroup chat"
        raise BotApiError(400, text, parameters=parameters)
    if chat.blocked:
        raise BotApiError(403, "Forbidden: bot was blocked by the user")
    if not chat.started:
        raise BotApiError(403, "Forbidden: bot can't initiate conversation with a user")
    if chat.bot_status == "kicked":
        raise BotApiError(403, f"Forbidden: bot was kicked from the {kind}")
    if chat.bot_status == "left":
        raise BotApiError(403, f"Forbidden: bot is not a member of the {kind}")
    if chat.type == "channel" and chat.bot_status != "administrator":
        raise bad_request("need administrator rights in the channel chat")
    if (thread := params.integer("message_thread_id")) and thread not in chat.topics:
        raise bad_request("message thread not found")
    return chat


def send_message(world: World, params: Params) -> dict[str, Any]:
    """sendMessage."""
    chat = writable_chat(world, params)
    return _post(world, chat, params, TextBody(text=message_content.message_text(params)))


def send_rich_message(world: World, params: Params) -> dict[str, Any]:
    """sendRichMessage (Bot API 10.2)."""
    chat = writable_chat(world, params)
    return _post(world, chat, params, RichBody(rich=message_content.rich_message(params, world.files)))


def send_photo(world: World, params: Params) -> dict[str, Any]:
    """sendPhoto."""
    chat = writable_chat(world, params)
    caption = message_content.caption(params.values)
    photo = world.files.photo(params.text("photo"), params.uploads, part="photo")
    return _post(world, chat, params, PhotoBody(photo=photo, caption=caption))


def send_document(world: World, params: Params) -> dict[str, Any]:
    """sendDocument; uploads only."""
    chat = writable_chat(world, params)
    part = params.text("document").removeprefix("attach://") or "document"
    upload = params.uploads.get(part)
    if upload is None:
        raise bad_request("there is no document in the request")
    if not upload.data:
        raise bad_request("file must be non-empty")
    caption = message_content.caption(params.values)
    file_id = world.files.add_document(upload)
    body = DocumentBody(file_id=file_id, filename=upload.filename, size=len(upload.data), caption=caption)
    return _post(world, chat, params, body)


def send_media_group(world: World, params: Params) -> list[dict[str, Any]]:
    """sendMediaGroup: an album of two to ten pictures."""
    chat = writable_chat(world, params)
    media = params.json("media")
    if not isinstance(media, list) or not all(isinstance(item, dict) for item in media):
        raise bad_request("can't parse media JSON object")
    if len(media) not in ALBUM_SIZES:
        raise bad_request(
            f"too {'few' if len(media) == 1 else 'much'} messages to send as an album"
            if media
            else "there are no messages to send"
        )
    bodies = []
    for number, item in enumerate(media, start=1):
        try:
            photo = message_content.input_photo(item, params.uploads, world.files)
        except BotApiError as error:
            reason = error.description.removeprefix("Bad Request: ")
            text = f'failed to send message #{number} with the error message "{reason}"'
            raise bad_request(text) from error
        bodies.append(PhotoBody(photo=photo, caption=message_content.caption(item)))
    album = str(13_000_000_000_000 + world.next_serial())
    new = [_new_message(world, chat, params, body, album=album) for body in bodies]
    chat.unread += 1
    world.post(new)
    return messages_json(world, new)


def send_chat_action(world: World, params: Params) -> bool:
    """sendChatAction: "typing" on the page."""
    chat = writable_chat(world, params)
    if params.text("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.tell(BotIsBusy(chat_id=chat.id, action=params.text("action")))
    return True


def send_message_draft(world: World, params: Params) -> bool:
    """sendMessageDraft: what the bot is writing, in private chats only. An empty text says that it thinks."""
    chat = writable_chat(world, params)
    if chat.type != "private":
        raise bad_request("message drafts can be sent only to private chats")
    draft_id = params.integer("draft_id")
    if not draft_id:
        raise bad_request("draft_id must be non-zero")
    text = message_content.draft_text(params)
    chat.draft_id = draft_id if params.flag("can_stop") else 0
    world.tell(DraftShown(chat_id=chat.id, draft_id=draft_id, html=text.html, can_stop=params.flag("can_stop")))
    return True


def _post(world: World, chat: Chat, params: Params, body: Body) -> dict[str, Any]:
    reply_keyboard = parse_reply_keyboard(params.json("reply_markup"), private=chat.type == "private")
    message = _new_message(world, chat, params, body)
    if reply_keyboard is not None:  # before the message: it takes room from those that are read
        once = bool(params.json("reply_markup").get("one_time_keyboard"))
        chat.reply_keyboard, chat.hides_after_use = reply_keyboard, once
        world.tell(ChatChanged(chat_id=chat.id))
    chat.unread += 1
    world.post([message])
    return message_json(world, message)


def _new_message(world: World, chat: Chat, params: Params, body: Body, *, album: str | None = None) -> Message:
    keyboard = parse_keyboard(params.json("reply_markup"))
    reply_to = _reply_to(chat, params)
    only_for = _only_for(world, chat, params)
    return Message(
        message_id=chat.next_id(),
        chat_id=chat.id,
        date=world.unix_now(),
        body=body,
        sender=world.bot,
        keyboard=keyboard,
        reply_to=reply_to,
        thread_id=params.integer("message_thread_id") or None,
        only_for=only_for,
        album=album,
    )


def _only_for(world: World, chat: Chat, params: Params) -> int | None:
    """The one person who gets an ephemeral message; None for an ordinary one."""
    given = params.json("ephemeral_message_parameters")
    if not isinstance(given, dict):
        return None
    receiver = int(given.get("receiver_user_id") or 0)
    if chat.type not in ("group", "supergroup"):
        raise bad_request("ephemeral messages can be sent only to groups and supergroups")
    if chat.bot_status != "administrator":
        raise bad_request("not enough rights to send ephemeral messages")
    if receiver not in chat.members or receiver not in world.people:
        raise bad_request("USER_NOT_PARTICIPANT")
    return receiver


def _reply_to(chat: Chat, params: Params) -> int | None:
    given = params.json("reply_parameters")
    reply: Mapping[str, Any] = given if isinstance(given, dict) else {}
    message_id = int(reply.get("message_id") or params.integer("reply_to_message_id"))
    if not message_id or message_id in chat.messages:
        return message_id or None
    if reply.get("allow_sending_without_reply") or params.flag("allow_sending_without_reply"):
        return None
    raise bad_request("message to be replied not found")
