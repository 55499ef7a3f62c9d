"""Simpler forms of a content that Telegram refuses: without pictures, as plain text, in smaller parts (pure).

Text is never dropped before pictures and formatting.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import assert_never

from bot.models.digests import PictureRef
from bot.models.messages import AlbumContent, Content, OutboxMessage, PhotoContent, RichContent, TextContent
from bot.text.markup import escape, plain, split_html, visible_length
from bot.text.patterns import late

RESPLIT_UNITS = 2048  # half the limit: a text that Telegram calls too long is surely longer than this

_FIGURE = late(r"<figure>\s*<img\b[^>]*>\s*<figcaption>(.*?)</figcaption>\s*</figure>", re.DOTALL)
_IMAGE = late(r"<img\b[^>]*>")
_BUTTONS = late(r"<tg-button-row\b.*?</tg-button-row>", re.DOTALL)
_LINK = late(r'<a\s[^>]*href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_BLOCK_END = late(r"</(?:h[1-6]|p|li|tr|summary|figcaption|blockquote|footer|details)>|<hr\s*/?>|<br\s*/?>")


def pictures_of(content: Content) -> tuple[PictureRef, ...]:
    """The pictures that a content shows."""
    match content:
        case RichContent() | AlbumContent():
            return content.pictures
        case PhotoContent():
            return (content.picture,)
        case TextContent():
            return ()
        case _:
            assert_never(content)


def without_pictures(content: Content) -> tuple[Content, ...]:
    """The same text without pictures; nothing where there is no text."""
    match content:
        case RichContent():
            captioned = _FIGURE.sub(r"<p><i>\1</i></p>", content.html)
            return (replace(content, html=_IMAGE.sub("", captioned), pictures=()),)
        case TextContent():
            return (content,)
        case PhotoContent() | AlbumContent():
            return (TextContent(html=content.html),) if plain(content.html).strip() else ()
        case _:
            assert_never(content)


def without_buttons(content: Content) -> Content:
    """The same rich message without buttons inside, which servers older than Bot API 10.3 refuse."""
    return replace(content, html=_BUTTONS.sub("", content.html)) if has_buttons(content) else content


def has_buttons(content: Content) -> bool:
    """Whether it is a rich message with buttons inside."""
    return isinstance(content, RichContent) and "<tg-button-row" in content.html


def simpler(message: OutboxMessage) -> tuple[Content, ...]:
    """The replacement for a rich message that cannot be sent: its fallback, else its plain text."""
    return message.message.fallback or plain_texts(message.message.content)


def with_message_for_buttons(contents: tuple[Content, ...]) -> tuple[Content, ...]:
    """The contents with a last message that can carry buttons: an album cannot, so its text follows as a message."""
    *before, last = contents
    if not isinstance(last, AlbumContent) or not plain(last.html).strip():
        return contents
    return (*before, replace(last, html=""), TextContent(html=last.html))


def plain_texts(content: Content) -> tuple[Content, ...]:
    """The plain text in as many messages as it takes; the URL of each link stands in brackets behind its words."""
    spelt_out = _BLOCK_END.sub("\n", _LINK.sub(r"\2 (\1)", without_buttons(content).html))
    return tuple(TextContent(html=part) for part in split_html(escape(plain(spelt_out)).strip()))


def resplit(content: Content) -> tuple[Content, ...]:
    """The text in messages of half the size, a caption too; nothing for a text that is that short already."""
    if isinstance(content, TextContent) and visible_length(content.html) <= RESPLIT_UNITS:
        return ()
    return tuple(TextContent(html=part) for part in split_html(content.html, limit=RESPLIT_UNITS))
