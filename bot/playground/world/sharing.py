"""What people share by the buttons of a reply keyboard: a place, or one of their chats."""

from __future__ import annotations

from bot.playground.messages.errors import bad_request
from bot.playground.world import people
from bot.playground.world.bot_api_json import message_json
from bot.playground.world.changes import ChatChanged
from bot.playground.world.chats import Body, Chat, LocationBody, Message, SharedChatBody
from bot.playground.world.state import World


def share_location(world: World, chat: Chat, latitude: float, longitude: float) -> Message:
    """The person at the page shares a place."""
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad_request("there is no such place")
    return _share(world, chat, LocationBody(latitude=latitude, longitude=longitude))


def share_chat(world: World, chat: Chat, request_id: int, shared: Chat) -> Message:
    """The person at the page chooses a chat, to which Telegram adds the bot as the button says."""
    asked = (button.get("request_chat", {}) for row in chat.reply_keyboard for button in row)
    request = next((one for one in asked if one.get("request_id") == request_id), None)
    if request is None:
        raise bad_request("the chat is not asked for")
    if bool(request.get("chat_is_channel")) != (shared.type == "channel") or shared.type == "private":
        raise bad_request("the chat is of another kind")
    if shared.bot_status == "left":
        people.set_role(world, shared, "administrator" if shared.type == "channel" else "member")
    people.announce(world, shared)
    return _share(world, chat, SharedChatBody(request_id=request_id, chat_id=shared.id, title=shared.title))


def hide_reply_keyboard(world: World, chat: Chat) -> None:
    """Take a keyboard away that was used, where it is meant for one use."""
    if chat.reply_keyboard and chat.hides_after_use:
        chat.reply_keyboard = ()
        world.tell(ChatChanged(chat_id=chat.id))


def _share(world: World, chat: Chat, body: Body) -> Message:
    message = Message(message_id=chat.next_id(), chat_id=chat.id, date=world.unix_now(), body=body, sender=world.me)
    people.mark_as_read(chat)
    world.post([message])
    hide_reply_keyboard(world, chat)
    world.updates.add("message", message_json(world, message))
    return message
