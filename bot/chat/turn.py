"""One update from a person: who, where, in which words, and the ways to answer.

Answers go through the outbox (`reply`, `revise`), so a restart never sends one twice; changes of the
very message a button stands on, and the answer to the press, go to Telegram at once.
"""

from __future__ import annotations

import logging
from collections.abc import Coroutine
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from telegram import Bot, CallbackQuery, LinkPreviewOptions, Message, Update, User
from telegram import Chat as Place
from telegram.constants import ChatAction, ChatType, ParseMode
from telegram.error import TelegramError
from telegram.ext import Application

from bot.chat.access import Access
from bot.chat.errors import classify
from bot.chat.links import LinkDesk
from bot.chat.quotas import Quotas
from bot.chat.sender import to_markup
from bot.chat.services import Services
from bot.models.chats import Chat, ChatKey, ChatKind, DigestFormat, DigestMode, Schedule
from bot.models.messages import Content, Delivered, Keyboard, MessageKind, NewMessage, Refusal, TextContent
from bot.text.schedule import next_digest_at, parse_schedule
from bot.texts import Say, match_language, speaker

logger = logging.getLogger(__name__)

MAX_TOAST_CHARACTERS = 200  # https://core.telegram.org/bots/api#answercallbackquery
PLACEHOLDER_LIFE = timedelta(seconds=5)
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

BotApplication = Application[Any, Any, Any, Any, Any, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hub:
    """What outlives a turn: the bot, its services, who may do what and how often, the links being read."""

    application: BotApplication
    services: Services
    access: Access
    links: LinkDesk
    quotas: Quotas

    @property
    def bot(self) -> Bot:
        bot: Bot = self.application.bot
        return bot


@dataclass(slots=True, kw_only=True)
class Turn:
    """One update and the chat it came from. `words` is what stands behind a command."""

    hub: Hub
    update: Update
    place: Place
    user: User | None
    message: Message | None  # the one with the command, or the one with the button if it can be read
    query: CallbackQuery | None
    words: str
    chat: Chat
    _answered: bool = False
    _replies: int = field(default=0)

    @property
    def services(self) -> Services:
        return self.hub.services

    @property
    def say(self) -> Say:
        return speaker(self.chat.ui_language)

    @property
    def is_private(self) -> bool:
        return bool(self.place.type == ChatType.PRIVATE)

    @property
    def wants_classic(self) -> bool:
        """Whether this chat, or else the owner, asked for classic messages."""
        chosen = self.chat.format if self.chat.format is not DigestFormat.AUTO else self.services.settings.digest_format
        return chosen is DigestFormat.CLASSIC

    # --- answering --------------------------------------------------------------------------

    async def reply(
        self,
        content: Content | str,
        *,
        keyboard: Keyboard = (),
        fallback: tuple[Content, ...] = (),
        quote: bool = False,
        fleeting: bool = False,
    ) -> int | None:
        """Send a new message (HTML or a content); its id, or None if it could not be sent.

        `quote`: in a group, as a reply to the message that is answered. `fleeting`: a placeholder,
        which must not come after what it stands for where the chat's pace makes it wait.
        """
        message = self._message(content, keyboard=keyboard, fallback=fallback)
        if fleeting:
            message = replace(message, expires_at=self.services.clock.now() + PLACEHOLDER_LIFE)
        if quote and not self.is_private and self.message is not None:
            message = replace(message, reply_to=self.message.message_id)
        return await self._send(message)

    async def revise(
        self,
        message_id: int | None,
        content: Content | str,
        *,
        keyboard: Keyboard = (),
        fallback: tuple[Content, ...] = (),
    ) -> int | None:
        """Turn a message of ours into `content`; without an id send it anew."""
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
        """Tells this update from one of the same number: Telegram may begin to count anew."""
        if self.query is not None:
            return self.query.id
        origin = self.message or self.update.my_chat_member
        return f"{origin.date.timestamp():.0f}" if origin else "0"

    async def _send(self, message: NewMessage) -> int | None:
        result = await self.services.deliverer.send_now(message)
        if isinstance(result, Delivered):
            return result.message_ids[0] if result.message_ids else message.edit_message_id
        if result.reason is Refusal.HARMLESS:  # sent before, or nothing to change
            return message.edit_message_id
        logger.warning("reply failed chat=%s reason=%s detail=%s", self.chat.key.chat_id, result.reason, result.detail)
        return None

    async def redraw(self, html: str, *, keyboard: Keyboard = ()) -> None:
        """Change the text and the buttons of the message that was pressed."""
        assert self.query is not None
        await self._quietly(
            self.query.edit_message_text(
                html, parse_mode=ParseMode.HTML, link_preview_options=_NO_PREVIEW, reply_markup=to_markup(keyboard)
            )
        )

    async def redraw_buttons(self, keyboard: Keyboard) -> None:
        """Change the buttons of the message that was pressed."""
        assert self.query is not None
        await self._quietly(self.query.edit_message_reply_markup(reply_markup=to_markup(keyboard)))

    async def toast(self, text: str = "", *, alert: bool = False) -> None:
        """Answer the press, once; without it the button keeps spinning."""
        if self.query is not None and not self._answered:
            self._answered = True
            await self._quietly(self.query.answer(text[:MAX_TOAST_CHARACTERS] or None, show_alert=alert))

    async def typing(self) -> None:
        """Show that the bot is at work."""
        thread_id = self.chat.key.thread_id or None
        await self._quietly(
            self.hub.bot.send_chat_action(self.place.id, ChatAction.TYPING, message_thread_id=thread_id)
        )

    async def delete(self, message_id: int) -> None:
        """Take a message of ours away."""
        await self._quietly(self.hub.bot.delete_message(self.place.id, message_id))

    async def _quietly(self, call: Coroutine[Any, Any, object]) -> None:
        """Make a call whose failure costs nothing but looks."""
        try:
            await call
        except TelegramError as error:
            refused = classify(error)
            if refused.reason is not Refusal.HARMLESS:
                logger.warning("call failed chat=%s reason=%s detail=%s", self.place.id, refused.reason, refused.detail)

    def later(self, work: Coroutine[Any, Any, None]) -> None:
        """Go on in the background: a handler never waits for a model or a download."""
        self.hub.application.create_task(work, update=self.update, name="turn goes on")

    # --- the chat ---------------------------------------------------------------------------

    async def may_change(self) -> bool:
        """Whether the person may change settings here; tells them if not."""
        sender_chat = self.message.sender_chat if self.message is not None and self.query is None else None
        if await self.hub.access.may_change(self.place, user=self.user, sender_chat=sender_chat):
            return True
        if self.query is not None:
            await self.toast(self.say("chat-admins-only"), alert=True)
        else:
            await self.reply(self.say("chat-admins-only"), quote=True)
        return False

    async def change(self, **settings: Any) -> Chat:
        """Change the chat's settings, on top of what they are by now."""
        self.chat = await self.services.store.chats.change(self.chat, **settings)
        return self.chat


async def open_turn(hub: Hub, update: Update, *, words: str = "") -> Turn | None:
    """The turn an update begins, in a chat that is known from now on; None for one without a chat, or of a bot."""
    place = update.effective_chat
    if place is None or place.type not in set(ChatKind) or _is_of_a_bot(update):
        return None
    query = update.callback_query
    origin = query.message if query is not None else update.effective_message
    message = origin if isinstance(origin, Message) else None
    key = ChatKey(chat_id=place.id, thread_id=_thread(message))
    return Turn(
        hub=hub,
        update=update,
        place=place,
        user=update.effective_user,
        message=message,
        query=query,
        words=words.strip(),
        chat=await known_chat(hub.services, place, key=key, user=update.effective_user),
    )


def _is_of_a_bot(update: Update) -> bool:
    """Whether another bot wrote; what is sent in the name of a chat comes from a bot by name only."""
    message = update.message
    author = message.from_user if message is not None and message.sender_chat is None else None
    return author is not None and author.is_bot


def _thread(message: Message | None) -> int:
    """The topic of a message; a reply in a plain group has a thread too, which is no topic."""
    if message is None or not message.is_topic_message:
        return 0
    return message.message_thread_id or 0


async def known_chat(services: Services, place: Place, *, key: ChatKey, user: User | None) -> Chat:
    """The chat as stored, active again if it was given up; one that is new gets the defaults."""
    chats = services.store.chats
    stored = await chats.get(key)
    if stored is not None and stored.active:
        return stored
    if stored is None:
        stored = await _new_chat(services, place, key=key, user=user)
    chat = replace(stored, active=True)
    await chats.save(chat)
    return chat


async def _new_chat(services: Services, place: Place, *, key: ChatKey, user: User | None) -> Chat:
    settings = services.settings
    schedule = parse_schedule(settings.default_digest_times) or Schedule(mode=DigestMode.OFF)
    language_code = user.language_code if user is not None else None
    return Chat(
        key=key,
        kind=ChatKind(place.type),
        title=place.title or place.full_name or "",
        ui_language=match_language(language_code or settings.default_language),
        zone=settings.default_timezone,
        schedule=schedule,
        next_digest_at=next_digest_at(schedule, settings.default_timezone, services.clock.now()),
        cursor=await services.store.articles.max_id(),
    )
