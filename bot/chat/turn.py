"""A turn: one update from a person, with its chat, and the ways to answer it.

New and edited messages go through the outbox (`reply`, `edit`), so a restart never sends one twice. Changes of the
message whose button was pressed, and the answer to the press, go to Telegram directly.
"""

from __future__ import annotations

import logging
from collections.abc import Coroutine
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any, Unpack

from telegram import CallbackQuery, ChatFullInfo, InputMediaPhoto, Message, Update, User
from telegram import Chat as TelegramChat
from telegram.constants import ChatAction, ChatType, ParseMode
from telegram.error import TelegramError

from bot.chat.errors import classify
from bot.chat.links import Busy
from bot.chat.own_messages import keyboard_of
from bot.chat.sender import NO_PREVIEW, to_markup
from bot.chat.services import Services
from bot.chat.state import AppState
from bot.chat.whispers import whispered_id
from bot.models.chats import Chat, ChatChanges
from bot.models.messages import Content, Delivered, Keyboard, MessageKind, NewMessage, Refusal, TextContent
from bot.render.phrases import Reader
from bot.text.markup import escape
from bot.texts import Say, speaker

logger = logging.getLogger(__name__)

MAX_TOAST_CHARACTERS = 200  # https://core.telegram.org/bots/api#answercallbackquery
PLACEHOLDER_LIFETIME = timedelta(seconds=5)


@dataclass(slots=True, kw_only=True)
class Turn:
    """One update and the chat it came from. `words` is the text after the command.

    `chat` is what it is about: the chat it came from (`home`, which is answered), or a channel or group that the person
    looks after from there (`target`).
    """

    state: AppState
    update: Update
    telegram_chat: TelegramChat
    user: User | None
    message: Message | None  # with the command, or with the pressed button; None if Telegram does not show it
    query: CallbackQuery | None
    words: str
    chat: Chat
    target: ChatFullInfo | None = None  # the channel or group that is looked after from here
    is_discreet: bool = False  # answers are for the person alone, where that is possible
    answered: bool = False  # the press: a toast says nothing more
    _home: Chat | None = None  # the chat it came from, where that is not `chat`
    _replies: int = field(default=0)

    @property
    def services(self) -> Services:
        return self.state.services

    @property
    def home(self) -> Chat:
        """The chat that the update came from, where it is answered."""
        return self._home or self.chat

    @property
    def language(self) -> str:
        """The language of answers."""
        return self.home.ui_language

    @property
    def say(self) -> Say:
        return speaker(self.language)

    def aim(self, target: ChatFullInfo, chat: Chat) -> None:
        """Act on another chat from now on, which the person may change."""
        self._home, self.target, self.chat = self.home, target, chat

    @property
    def keyboard(self) -> Keyboard:
        """The buttons below the message whose button was pressed."""
        return keyboard_of(self.message)

    @property
    def is_private(self) -> bool:
        return bool(self.telegram_chat.type == ChatType.PRIVATE)

    @property
    def user_id(self) -> int:
        """The id of the person, or of the chat where Telegram names nobody."""
        return self.user.id if self.user is not None else self.telegram_chat.id

    @property
    def is_owner(self) -> bool:
        """Whether the person is one of TELEGRAM_ADMIN_IDS."""
        return self.user is not None and self.user.id in self.services.settings.telegram_admin_ids

    @property
    def wants_classic(self) -> bool:
        """Whether messages are classic: by the chat's setting, or by the owner's where the chat's is "auto"."""
        return self.chat.reads_classic(self.services.settings.digest_format)

    @property
    def reader(self) -> Reader:
        """For whom answers are rendered: in their language, with the times of the chat that the turn is about."""
        return Reader(
            say=self.say, language=self.language, zone=self.chat.zone, bot_username=self.services.bot_username
        )

    async def reply(
        self,
        content: Content | str,
        *,
        keyboard: Keyboard = (),
        fallback: tuple[Content, ...] = (),
        quote: bool = False,
        placeholder: bool = False,
    ) -> int | None:
        """Send a new message (HTML or a content) and return its id, or None if it could not be sent or is a whisper.

        `quote`: in a group, send it as a reply to the person's message. `placeholder`: the message expires soon, so
        that a rate limit cannot delay it until after the answer that it announces.
        """
        message = self._message(content, keyboard=keyboard, fallback=fallback)
        if await self._whisper(message):
            return None
        if placeholder:
            message = replace(message, expires_at=self.services.clock.now() + PLACEHOLDER_LIFETIME)
        if quote and not self.is_private and self.message is not None:
            message = replace(message, reply_to=self.message.message_id)
        return await self._send(message)

    async def reply_privately(self, html: str, *, keyboard: Keyboard = ()) -> bool:
        """Send a text that nobody else may see; False where that is not possible."""
        message = self._message(html, keyboard=keyboard)
        return await self._whisper(message) or (self.is_private and await self._send(message) is not None)

    async def edit(
        self,
        message_id: int | None,
        content: Content | str,
        *,
        keyboard: Keyboard = (),
        fallback: tuple[Content, ...] = (),
    ) -> int | None:
        """Replace the content of a message of the bot and return its id; without an id, send a new message."""
        message = self._message(content, keyboard=keyboard, fallback=fallback)
        return await self._send(replace(message, edit_message_id=message_id))

    def _message(self, content: Content | str, *, keyboard: Keyboard, fallback: tuple[Content, ...] = ()) -> NewMessage:
        self._replies += 1
        return NewMessage(
            kind=MessageKind.REPLY,
            chat=self.home.key,
            dedupe_key=f"reply:{self.update.update_id}:{self._stamp()}:{self._replies}",
            content=TextContent(html=self._named(content)) if isinstance(content, str) else content,
            fallback=fallback,
            keyboard=self._aimed(keyboard),
            priority=0,
        )

    def _named(self, html: str) -> str:
        """The text, with the name of the chat above it where that is another one."""
        name = None if self.target is None else escape(self.target.title or self.chat.title)
        return html if name is None else f"{self.say('place-heading', chat=name)}\n\n{html}"

    def _aimed(self, keyboard: Keyboard) -> Keyboard:
        """The buttons, acting on the chat that the message is about."""
        if self.target is None:
            return keyboard
        from bot.render.place_keyboards import aimed_keyboard  # for the first such message

        return aimed_keyboard(keyboard, self.chat.key)

    async def _whisper(self, message: NewMessage) -> bool:
        """Send a text to the person alone, where it is meant for them alone; False where it must be said aloud."""
        is_meant = (self.is_discreet or whispered_id(self.message) is not None) and not self.is_private
        if not is_meant or self.user is None or self.user.is_bot or not isinstance(message.content, TextContent):
            return False
        query_id = self.query.id if self.query is not None else None
        return await self.state.whispers.send(message, user_id=self.user.id, query_id=query_id)

    def _stamp(self) -> str:
        """A part of the dedupe key that differs for two updates of the same id: Telegram may restart its numbering."""
        if self.query is not None:
            return self.query.id
        origin = self.message or self.update.my_chat_member
        return f"{origin.date.timestamp():.0f}" if origin else "0"

    async def _send(self, message: NewMessage) -> int | None:
        result = await self.services.deliverer.send_now(message)
        if isinstance(result, Delivered):
            return result.message_ids[0] if result.message_ids else message.edit_message_id
        if result.reason is Refusal.HARMLESS:  # already sent, or already the same
            return message.edit_message_id
        logger.warning("reply failed chat=%s reason=%s error=%s", self.home.key.chat_id, result.reason, result.detail)
        return None

    async def redraw(self, html: str, *, keyboard: Keyboard = ()) -> None:
        """Replace the text and the buttons of the message whose button was pressed."""
        assert self.query is not None
        html, markup = self._named(html), to_markup(self._aimed(keyboard))
        if whispered_id(self.message) is not None:
            await self.quietly(self.state.whispers.edit(self.query, html, markup))
            return
        if self.message is not None and self.message.photo:  # Telegram turns no picture into a text again
            await self.quietly(self.query.edit_message_caption(html, parse_mode=ParseMode.HTML, reply_markup=markup))
            return
        await self.quietly(
            self.query.edit_message_text(
                html, parse_mode=ParseMode.HTML, link_preview_options=NO_PREVIEW, reply_markup=markup
            )
        )

    async def redraw_picture(self, picture: bytes, html: str, *, keyboard: Keyboard = ()) -> None:
        """Replace the message whose button was pressed with a picture and a caption; with the text where that fails."""
        assert self.query is not None
        if whispered_id(self.message) is not None:
            await self.redraw(html, keyboard=keyboard)
            return
        media = InputMediaPhoto(picture, filename="look.png", caption=self._named(html), parse_mode=ParseMode.HTML)
        try:
            await self.query.edit_message_media(media, reply_markup=to_markup(self._aimed(keyboard)))
        except TelegramError as error:
            if classify(error).reason is not Refusal.HARMLESS:
                await self.redraw(html, keyboard=keyboard)

    async def redraw_buttons(self, keyboard: Keyboard) -> None:
        """Replace the buttons of the message whose button was pressed."""
        assert self.query is not None
        markup = to_markup(self._aimed(keyboard))
        if whispered_id(self.message) is not None:
            await self.quietly(self.state.whispers.edit(self.query, None, markup))
            return
        await self.quietly(self.query.edit_message_reply_markup(reply_markup=markup))

    async def toast(self, text: str = "", *, alert: bool = False) -> None:
        """Answer the press, at most once. Without an answer the button keeps spinning."""
        if self.query is not None and not self.answered:
            self.answered = True
            await self.quietly(self.query.answer(text[:MAX_TOAST_CHARACTERS] or None, show_alert=alert))

    async def typing(self) -> None:
        """Show "typing…" in the chat."""
        thread_id = self.home.key.thread_id or None
        await self.quietly(
            self.state.bot.send_chat_action(self.telegram_chat.id, ChatAction.TYPING, message_thread_id=thread_id)
        )

    async def delete(self, message_id: int) -> None:
        """Delete a message of the bot."""
        await self.quietly(self.state.bot.delete_message(self.telegram_chat.id, message_id))

    async def quietly(self, call: Coroutine[Any, Any, object]) -> None:
        """Make a call and only log its failure: nothing that the person asked for depends on it."""
        try:
            await call
        except TelegramError as error:
            refused = classify(error)
            if refused.reason is not Refusal.HARMLESS:
                logger.warning(
                    "call failed chat=%s reason=%s error=%s", self.telegram_chat.id, refused.reason, refused.detail
                )

    def in_background(self, work: Coroutine[Any, Any, None]) -> None:
        """Run `work` in the background: a handler never waits for a model or a download."""
        self.state.application.create_task(work, update=self.update, name="background work")

    def admit_link(self, *, resize: bool = False) -> Busy | None:
        """Ask whether a link of this person may be worked on now, until `release_link`; or why not."""
        group_id = None if self.is_private else self.telegram_chat.id
        return self.state.links.admit(user_id=self.user_id, group_id=group_id, resize=resize)

    def release_link(self) -> None:
        """End the work on an admitted link."""
        self.state.links.release(self.user_id)

    async def may_change(self) -> bool:
        """Whether the person may change settings here. Tells them if not."""
        sender_chat = self.message.sender_chat if self.message is not None and self.query is None else None
        if self.target is not None or await self.state.access.may_change(
            self.telegram_chat, user=self.user, sender_chat=sender_chat
        ):
            return True
        if self.query is not None:
            await self.toast(self.say("chat-admins-only"), alert=True)
        else:
            await self.reply(self.say("chat-admins-only"), quote=True)
        return False

    async def change(self, **settings: Unpack[ChatChanges]) -> Chat:
        """Change these settings of the chat, keep what else changed meanwhile, and return the chat."""
        self.chat = await self.services.store.chats.change(self.chat, **settings)
        return self.chat
