"""The Bot API of one bot, as strict as Telegram's: a method and its parameters in, a result or a refusal out.

It knows no HTTP; `routes.py` does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.playground.api import chats, editing, profile, receiving, sending, topics
from bot.playground.api.params import Params
from bot.playground.messages.errors import BotApiError
from bot.playground.world.state import BOT_ID, World

DEFAULT_TOKEN = f"{BOT_ID}:playground-playground-playground"  # opens nothing but this playground
_UNAUTHORIZED = BotApiError(401, "Unauthorized")
_NOT_FOUND = BotApiError(404, "Not Found")

Method = Callable[[World, Params], Any]
METHODS: Mapping[str, Method] = {
    "getme": profile.get_me,
    "setmycommands": profile.set_my_commands,
    "getmycommands": profile.get_my_commands,
    "deletemycommands": profile.delete_my_commands,
    "setmyname": profile.profile_setter("name"),
    "getmyname": profile.profile_getter("name"),
    "setmydescription": profile.profile_setter("description"),
    "getmydescription": profile.profile_getter("description"),
    "setmyshortdescription": profile.profile_setter("short_description"),
    "getmyshortdescription": profile.profile_getter("short_description"),
    "setmysettings": profile.set_my_settings,
    "setchatmenubutton": profile.accept,
    "setmydefaultadministratorrights": profile.accept,
    "setwebhook": receiving.set_webhook,
    "deletewebhook": receiving.delete_webhook,
    "getwebhookinfo": receiving.get_webhook_info,
    "getchat": chats.get_chat,
    "getchatmember": chats.get_chat_member,
    "getchatadministrators": chats.get_chat_administrators,
    "getchatmembercount": chats.get_chat_member_count,
    "getfile": receiving.get_file,
    "logout": profile.accept,
    "close": profile.accept,
    "sendmessage": sending.send_message,
    "sendrichmessage": sending.send_rich_message,
    "sendphoto": sending.send_photo,
    "senddocument": sending.send_document,
    "sendmediagroup": sending.send_media_group,
    "sendmessagedraft": sending.send_message_draft,
    "sendchataction": sending.send_chat_action,
    "editmessagetext": editing.edit_message_text,
    "editmessagecaption": editing.edit_message_caption,
    "editmessagemedia": editing.edit_message_media,
    "editmessagereplymarkup": editing.edit_message_reply_markup,
    "deletemessage": editing.delete_message,
    "deletemessages": editing.delete_messages,
    "editephemeralmessagetext": editing.edit_ephemeral_message_text,
    "editephemeralmessagereplymarkup": editing.edit_ephemeral_message_reply_markup,
    "createforumtopic": topics.create_forum_topic,
    "closeforumtopic": topics.close_forum_topic,
    "deleteforumtopic": topics.delete_forum_topic,
    "answercallbackquery": editing.answer_callback_query,
    "answerinlinequery": editing.answer_inline_query,
}


@dataclass(slots=True, kw_only=True)
class BotApi:
    """The methods of the Bot API on one world, for the bot with this token."""

    world: World
    token: str = DEFAULT_TOKEN

    async def call(self, token: str, method: str, params: Params) -> Any:
        """The result of a method, named in any case; raises BotApiError where Telegram would refuse the call."""
        if token != self.token:
            raise _UNAUTHORIZED
        name = method.lower()
        if name == "getupdates":
            return await receiving.get_updates(self.world, params)
        if name not in METHODS:
            raise _NOT_FOUND
        return METHODS[name](self.world, params)

    def close(self) -> None:
        """End a long poll that waits."""
        self.world.updates.close()
