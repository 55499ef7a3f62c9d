"""The methods that put messages into a chat: send…, and the checks that come before any of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.playground.api import message_content as content
from bot.playground.api.params import Params
from bot.playground.messages.errors import BotApiError, bad_request
from bot.playground.messages.keyboards import parse_keyboard
from bot.playground.page.page_json import message_view
from bot.playground.world.bot_api_json import message_json, messages_json
from bot.playground.world.chats import Body, DocumentBody, Message, PhotoBody, RichBody, Room, TextBody, World

ALBUM_SIZES = range(2, 11)
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


def find_room(world: World, params: Params) -> Room:
    """The chat that `chat_id` names, by number or @username; raises chat not found."""
    given = params.text("chat_id").strip()
    if not given:
        raise bad_request("chat_id is empty")
    for room in world.rooms.values():
        if given == str(room.id) or (given.startswith("@") and given[1:].lower() == (room.username or "").lower()):
            return room
    raise bad_request("chat not found")


def open_room(world: World, params: Params) -> Room:
    """The chat to write to, after every reason why the bot may not."""
    room = find_room(world, params)
    kind = _KIND.get(room.type, "")
    if room.migrated_to is not None:
        parameters = {"migrate_to_chat_id": room.migrated_to}
        text = "Bad Request: group chat was upgraded to a supergroup chat"
        raise BotApiError(400, text, parameters=parameters)
    if room.blocked:
        raise BotApiError(403, "Forbidden: bot was blocked by the user")
    if not room.started:
        raise BotApiError(403, "Forbidden: bot can't initiate conversation with a user")
    if room.bot_status == "kicked":
        raise BotApiError(403, f"Forbidden: bot was kicked from the {kind}")
    if room.bot_status == "left":
        raise BotApiError(403, f"Forbidden: bot is not a member of the {kind}")
    if room.type == "channel" and room.bot_status != "administrator":
        raise bad_request("need administrator rights in the channel chat")
    if (thread := params.integer("message_thread_id")) and thread not in room.topics:
        raise bad_request("message thread not found")
    return room


def send_message(world: World, params: Params) -> dict[str, Any]:
    """sendMessage."""
    room = open_room(world, params)
    return _post(world, room, params, TextBody(text=content.message_text(params)))


def send_rich_message(world: World, params: Params) -> dict[str, Any]:
    """sendRichMessage (Bot API 10.2)."""
    room = open_room(world, params)
    return _post(world, room, params, RichBody(rich=content.rich_message(params, world.photos)))


def send_photo(world: World, params: Params) -> dict[str, Any]:
    """sendPhoto."""
    room = open_room(world, params)
    caption = content.caption(params.values)
    photo = world.photos.take(params.text("photo"), params.uploads, part="photo")
    return _post(world, room, params, PhotoBody(photo=photo, caption=caption))


def send_document(world: World, params: Params) -> dict[str, Any]:
    """sendDocument; uploads only."""
    room = open_room(world, params)
    part = params.text("document").removeprefix("attach://") or "document"
    upload = params.uploads.get(part)
    if upload is None:
        raise bad_request("there is no document in the request")
    if not upload.data:
        raise bad_request("file must be non-empty")
    caption = content.caption(params.values)
    file_id = world.photos.add_document(upload)
    body = DocumentBody(file_id=file_id, filename=upload.filename, size=len(upload.data), caption=caption)
    return _post(world, room, params, body)


def send_media_group(world: World, params: Params) -> list[dict[str, Any]]:
    """sendMediaGroup: an album of two to ten pictures."""
    room = open_room(world, params)
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
            photo = content.input_photo(item, params.uploads, world.photos)
        except BotApiError as error:
            reason = error.description.removeprefix("Bad Request: ")
            text = f'failed to send message #{number} with the error message "{reason}"'
            raise bad_request(text) from error
        bodies.append(PhotoBody(photo=photo, caption=content.caption(item)))
    album = str(13_000_000_000_000 + world.next_serial())
    new = [_new_message(world, room, params, body, album=album) for body in bodies]
    for message in new:
        room.messages[message.message_id] = message
    _show(world, room, new[0])
    return messages_json(world, new)


def send_chat_action(world: World, params: Params) -> bool:
    """sendChatAction: "typing" on the page."""
    room = open_room(world, params)
    if params.text("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.pages.publish({"type": "typing", "chat_id": room.id, "action": params.text("action")})
    return True


def _post(world: World, room: Room, params: Params, body: Body) -> dict[str, Any]:
    message = _new_message(world, room, params, body)
    room.messages[message.message_id] = message
    _show(world, room, message)
    return message_json(world, message)


def _new_message(world: World, room: Room, params: Params, body: Body, *, album: str | None = None) -> Message:
    keyboard = parse_keyboard(params.json("reply_markup"))
    reply_to = _reply_to(room, params)
    return Message(
        message_id=room.next_id(),
        room_id=room.id,
        date=world.unix_now(),
        body=body,
        sender=world.bot,
        keyboard=keyboard,
        reply_to=reply_to,
        thread_id=params.integer("message_thread_id") or None,
        album=album,
    )


def _reply_to(room: Room, params: Params) -> int | None:
    given = params.json("reply_parameters")
    reply: Mapping[str, Any] = given if isinstance(given, dict) else {}
    message_id = int(reply.get("message_id") or params.integer("reply_to_message_id"))
    if not message_id or message_id in room.messages:
        return message_id or None
    if reply.get("allow_sending_without_reply") or params.flag("allow_sending_without_reply"):
        return None
    raise bad_request("message to be replied not found")


def _show(world: World, room: Room, message: Message) -> None:
    room.unread += 1
    world.pages.publish(
        {"type": "message", "chat_id": room.id, "message": message_view(world, message), "unread": room.unread}
    )
