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

from telegram import Bot, CallbackQuery, InputMediaPhoto, Message, Update, User
from telegram import Chat as TelegramChat
from telegram.constants import ChatAction, ChatType, ParseMode
from telegram.error import TelegramError
from telegram.ext import Application

from bot.chat.access import Access
from bot.chat.drafts import Drafts
from bot.chat.errors import classify
from bot.chat.links import Busy, LinkReader
from bot.chat.quotas import Quotas
from bot.chat.registration import registered_chat
from bot.chat.sender import NO_PREVIEW, to_markup
from bot.chat.services import Services
from bot.models.chats import Chat, ChatChanges, ChatKey, ChatKind, DigestFormat
from bot.models.messages import Content, Delivered, Keyboard, MessageKind, NewMessage, Refusal, TextContent
from bot.texts import Say, speaker

logger = logging.getLogger(__name__)

MAX_TOAST_CHARACTERS = 200  # https://core.telegram.org/bots/api#answercallbackquery
PLACEHOLDER_LIFETIME = timedelta(seconds=5)

BotApplication = Application[Any, Any, Any, Any, Any, Any]


@dataclass(slots=True, kw_only=True)
class InlineForm:
    """What is known of the server's inline mode."""

    refuses_rich: bool = False  # messages of cards that are rich


@dataclass(frozen=True, slots=True, kw_only=True)
class AppState:
    """What all turns share: the application, the services, access checks, quotas, links being read, drafts."""

    application: BotApplication
    services: Services
    access: Access
    links: LinkReader
    quotas: Quotas
    drafts: Drafts
    inline: InlineForm = field(default_factory=InlineForm)

    @property
    def bot(self) -> Bot:
        bot: Bot = self.application.bot
        return bot


@dataclass(slots=True, kw_only=True)
class Turn:
    """One update and the chat it came from. `words` is the text after the command."""

    state: AppState
    update: Update
    telegram_chat: TelegramChat
    user: User | None
    message: Message | None  # with the command, or with the pressed button; None if Telegram does not show it
    query: CallbackQuery | None
    words: str
    chat: Chat
    _answered: bool = False
    _replies: int = field(default=0)

    @property
    def services(self) -> Services:
        return self.state.services

    @property
    def say(self) -> Say:
        return speaker(self.chat.ui_language)

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
        chosen = self.chat.format if self.chat.format is not DigestFormat.AUTO else self.services.settings.digest_format
        return chosen is DigestFormat.CLASSIC

    async def reply(
        self,
        content: Content | str,
        *,
        keyboard: Keyboard = (),
        fallback: tuple[Content, ...] = (),
        quote: bool = False,
        placeholder: bool = False,
    ) -> int | None:
        """Send a new message (HTML or a content) and return its id, or None if it could not be sent.

        `quote`: in a group, send it as a reply to the person's message. `placeholder`: the message expires soon, so
        that a rate limit cannot delay it until after the answer that it announces.
        """
        message = self._message(content, keyboard=keyboard, fallback=fallback)
        if placeholder:
            message = replace(message, expires_at=self.services.clock.now() + PLACEHOLDER_LIFETIME)
        if quote and not self.is_private and self.message is not None:
            message = replace(message, reply_to=self.message.message_id)
        return await self._send(message)

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

    def _message(self, content: Content | str, *, keyboard: Keyboard, fallback: tuple[Content, ...]) -> NewMessage:
        self._replies += 1
        return NewMessage(
            kind=MessageKind.REPLY,
            chat=self.chat.key,
            dedupe_key=f"reply:{self.update.update_id}:{self._stamp()}:{self._replies}",
            content=TextContent(html=content) if isinstance(content, str) else content,
            fallback=fallback,
            keyboard=keyboard,
            priority=0,
        )

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
        logger.warning("reply failed chat=%s reason=%s error=%s", self.chat.key.chat_id, result.reason, result.detail)
        return None

    async def redraw(self, html: str, *, keyboard: Keyboard = ()) -> None:
        """Replace the text and the buttons of the message whose button was pressed."""
        assert self.query is not None
        markup = to_markup(keyboard)
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
        media = InputMediaPhoto(picture, filename="look.png", caption=html, parse_mode=ParseMode.HTML)
        try:
            await self.query.edit_message_media(media, reply_markup=to_markup(keyboard))
        except TelegramError as error:
            if classify(error).reason is not Refusal.HARMLESS:
                await self.redraw(html, keyboard=keyboard)

    async def redraw_buttons(self, keyboard: Keyboard) -> None:
        """Replace the buttons of the message whose button was pressed."""
        assert self.query is not None
        await self.quietly(self.query.edit_message_reply_markup(reply_markup=to_markup(keyboard)))

    async def toast(self, text: str = "", *, alert: bool = False) -> None:
        """Answer the press, at most once. Without an answer the button keeps spinning."""
        if self.query is not None and not self._answered:
            self._answered = True
            await self.quietly(self.query.answer(text[:MAX_TOAST_CHARACTERS] or None, show_alert=alert))

    async def typing(self) -> None:
        """Show "typing…" in the chat."""
        thread_id = self.chat.key.thread_id or None
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
        if await self.state.access.may_change(self.telegram_chat, user=self.user, sender_chat=sender_chat):
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


async def open_turn(state: AppState, update: Update, *, words: str = "") -> Turn | None:
    """The turn of an update, with its chat registered; None for an update without a chat or from another bot."""
    telegram_chat = update.effective_chat
    if telegram_chat is None or telegram_chat.type not in set(ChatKind) or _is_from_bot(update):
        return None
    query = update.callback_query
    origin = query.message if query is not None else update.effective_message
    message = origin if isinstance(origin, Message) else None
    key = ChatKey(chat_id=telegram_chat.id, thread_id=_thread(message))
    return Turn(
        state=state,
        update=update,
        telegram_chat=telegram_chat,
        user=update.effective_user,
        message=message,
        query=query,
        words=words.strip(),
        chat=await registered_chat(state.services, telegram_chat, key=key, user=update.effective_user),
    )


def _is_from_bot(update: Update) -> bool:
    """Whether another bot wrote the message. Telegram names a bot as the author of what is sent as a chat, too."""
    message = update.message
    author = message.from_user if message is not None and message.sender_chat is None else None
    return author is not None and author.is_bot


def _thread(message: Message | None) -> int:
    """The message's topic, or 0. Replies in a group without topics have a thread id too, which is ignored."""
    if message is None or not message.is_topic_message:
        return 0
    return message.message_thread_id or 0
