"""Sends outbox messages through python-telegram-bot (PTB). Returns every error as a refusal and raises none.

Rich messages go by `do_api_request`, since PTB 22.8 has no method for them; their uploads are further parts of the
same request. https://core.telegram.org/bots/api#sendrichmessage
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any, assert_never, cast

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    InputMediaPhoto,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bot.chat.errors import classify
from bot.models.digests import PictureRef, StoredPicture
from bot.models.messages import (
    AlbumContent,
    Delivered,
    Keyboard,
    MessageKind,
    NewMessage,
    OutboxMessage,
    PhotoContent,
    Refusal,
    Refused,
    RichContent,
    SendResult,
    TextContent,
)

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_PHOTO_SOURCE = re.compile(r"tg://photo\?id=([A-Za-z0-9_-]{1,64})")

Pictures = Mapping[str, StoredPicture]


def to_markup(keyboard: Keyboard) -> InlineKeyboardMarkup | None:
    """The buttons in PTB's type, or None where there are none."""
    rows = [
        [InlineKeyboardButton(button.text, callback_data=button.data, url=button.url) for button in row]
        for row in keyboard
    ]
    return InlineKeyboardMarkup(rows) if rows else None


class PictureMissing(Exception):
    """A message names a picture that was not uploaded before and whose file cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Call:
    """One message without its content: its chat, buttons, and whether it is a paid broadcast."""

    message: NewMessage
    paid: bool

    @property
    def chat_id(self) -> int:
        return self.message.chat.chat_id

    @property
    def markup(self) -> InlineKeyboardMarkup | None:
        return to_markup(self.message.keyboard)

    def placing(self) -> dict[str, Any]:
        """The arguments that every method for sending takes, under PTB's names."""
        message = self.message
        placing: dict[str, Any] = {"chat_id": self.chat_id}
        if message.chat.thread_id:
            placing["message_thread_id"] = message.chat.thread_id
        if message.reply_to is not None:
            placing["reply_parameters"] = ReplyParameters(message.reply_to, allow_sending_without_reply=True)
        if message.silent:
            placing["disable_notification"] = True
        if self.paid:
            placing["allow_paid_broadcast"] = True
        return placing


class TelegramSender:
    """Implements `ports.Sender` with a PTB bot. Only digests are sent as paid broadcasts."""

    def __init__(self, bot: Bot, *, paid_broadcast: bool = False) -> None:
        self._bot = bot
        self._paid_broadcast = paid_broadcast

    async def send(self, message: OutboxMessage, *, pictures: Pictures) -> SendResult:
        """Send or edit one message; see `ports.Sender`."""
        new = message.message
        call = _Call(message=new, paid=self._paid_broadcast and new.kind in (MessageKind.DIGEST, MessageKind.ALERT))
        try:
            match new.content:
                case RichContent() as content:
                    return await self._send_rich(call, content, pictures)
                case TextContent() as content:
                    return await self._send_text(call, content)
                case PhotoContent() as content:
                    return await self._send_photo(call, content, pictures)
                case AlbumContent() as content:
                    return await self._send_album(call, content, pictures)
                case _:
                    assert_never(new.content)
        except PictureMissing as error:
            return Refused(reason=Refusal.BAD_MEDIA, detail=str(error))
        except TelegramError as error:
            return classify(error, rich=isinstance(new.content, RichContent))

    async def probe(self) -> bool:
        """Whether Telegram answers at all, even with a refusal; see `ports.Sender`."""
        try:
            await self._bot.get_me()
        except TelegramError as error:
            return classify(error).reason not in (Refusal.NOT_SENT, Refusal.AMBIGUOUS, Refusal.SERVER_ERROR)
        return True

    async def _send_text(self, call: _Call, content: TextContent) -> SendResult:
        # A text without tags goes without a parse mode: then nothing in it can be refused as markup.
        is_plain = "<" not in content.html
        styling: dict[str, Any] = {
            "text": unescape(content.html) if is_plain else content.html,
            "parse_mode": None if is_plain else ParseMode.HTML,
            "link_preview_options": NO_PREVIEW,
            "reply_markup": call.markup,
        }
        if call.message.edit_message_id is not None:
            await self._bot.edit_message_text(chat_id=call.chat_id, message_id=call.message.edit_message_id, **styling)
            return Delivered(message_ids=(call.message.edit_message_id,))
        sent = await self._bot.send_message(**call.placing(), **styling)
        return Delivered(message_ids=(sent.message_id,))

    async def _send_photo(self, call: _Call, content: PhotoContent, pictures: Pictures) -> SendResult:
        media = await _file_of(content.picture, pictures)
        if call.message.edit_message_id is not None:
            edited = await self._bot.edit_message_media(
                InputMediaPhoto(media, caption=content.html, parse_mode=ParseMode.HTML),
                chat_id=call.chat_id,
                message_id=call.message.edit_message_id,
                reply_markup=call.markup,
            )
            ids = _file_ids([content.picture.key], [edited]) if isinstance(edited, Message) else ()
            return Delivered(message_ids=(call.message.edit_message_id,), file_ids=ids)
        sent = await self._bot.send_photo(
            photo=media, caption=content.html, parse_mode=ParseMode.HTML, reply_markup=call.markup, **call.placing()
        )
        return Delivered(message_ids=(sent.message_id,), file_ids=_file_ids([content.picture.key], [sent]))

    async def _send_album(self, call: _Call, content: AlbumContent, pictures: Pictures) -> SendResult:
        files = [await _file_of(picture, pictures) for picture in content.pictures]
        media = [InputMediaPhoto(files[0], caption=content.html or None, parse_mode=ParseMode.HTML)]
        media += [InputMediaPhoto(file) for file in files[1:]]
        sent = await self._bot.send_media_group(media=media, **call.placing())
        return Delivered(
            message_ids=tuple(message.message_id for message in sent),
            file_ids=_file_ids([picture.key for picture in content.pictures], sent),
        )

    async def _send_rich(self, call: _Call, content: RichContent, pictures: Pictures) -> SendResult:
        media, uploads = await _rich_media(content, pictures)
        rich_message: dict[str, Any] = {"html": content.html, "skip_entity_detection": True}
        if media:
            rich_message["media"] = media
        if content.rtl:
            rich_message["is_rtl"] = True
        arguments: dict[str, Any] = {"rich_message": rich_message, **uploads}
        message_id = call.message.edit_message_id
        answer: object
        if message_id is not None:
            edited = await self._bot.edit_message_text(
                text=cast(str, None),  # PTB leaves None out of the request; `rich_message` replaces it
                chat_id=call.chat_id,
                message_id=message_id,
                reply_markup=call.markup,
                api_kwargs=arguments,
            )
            answer = dict(edited.api_kwargs) if isinstance(edited, Message) else None
        else:
            arguments |= {"reply_markup": call.markup} | call.placing()
            sent = await self._bot.do_api_request("sendRichMessage", api_kwargs=arguments)
            answer, message_id = sent, int(sent["message_id"])
        keys = _PHOTO_SOURCE.findall(content.html)
        found = list(_rich_photos(answer))
        file_ids = tuple(zip(keys, found, strict=True)) if len(keys) == len(found) else ()
        return Delivered(message_ids=(message_id,), file_ids=tuple(dict(file_ids).items()))


async def _file_of(picture: PictureRef, pictures: Pictures) -> str | InputFile:
    """The file_id of an earlier upload, else the bytes to upload. Raises PictureMissing."""
    stored = pictures.get(picture.key)
    if stored is None:
        raise PictureMissing(f"picture {picture.key} is not prepared")
    return stored.file_id or InputFile(await _read(stored), filename=f"{picture.key}.jpg", attach=True)


async def _read(stored: StoredPicture) -> bytes:
    try:
        return await asyncio.to_thread(Path(stored.path).read_bytes)
    except OSError as error:
        raise PictureMissing(f"picture {stored.ref.key}: {error.strerror}") from error


async def _rich_media(content: RichContent, pictures: Pictures) -> tuple[list[dict[str, Any]], dict[str, InputFile]]:
    """The `media` of a rich message, and its uploads by the name of their part. Raises PictureMissing."""
    media: list[dict[str, Any]] = []
    uploads: dict[str, InputFile] = {}
    for index, key in enumerate(dict.fromkeys(picture.key for picture in content.pictures)):
        stored = pictures.get(key)
        if stored is None:
            raise PictureMissing(f"picture {key} is not prepared")
        source = stored.file_id
        if source is None:
            name = f"picture{index}"
            uploads[name] = InputFile(await _read(stored), attach=False, filename=f"{name}.jpg")
            source = f"attach://{name}"
        media.append({"id": key, "media": {"type": "photo", "media": source}})
    return media, uploads


def _file_ids(keys: Sequence[str], messages: Iterable[Message]) -> tuple[tuple[str, str], ...]:
    """Pairs of a picture's key and the file_id of the largest size of its photo."""
    pairs = zip(keys, messages, strict=False)
    return tuple((key, message.photo[-1].file_id) for key, message in pairs if message.photo)


def _rich_photos(answer: object) -> Iterator[str]:
    """The file_ids of the photo blocks in a raw answer, in reading order."""
    if isinstance(answer, list):
        for entry in answer:
            yield from _rich_photos(entry)
    elif isinstance(answer, dict):
        if answer.get("type") == "photo" and isinstance(sizes := answer.get("photo"), list) and sizes:
            yield str(sizes[-1]["file_id"])
        else:
            for value in answer.values():
                yield from _rich_photos(value)
