"""Finds what a post of a Telegram channel shows beside its text: pictures, and in words what only Telegram plays.

Pure; fetches nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from bot.text.clean import clean_line, shorten
from bot.text.word_sections import ChannelWords
from bot.text.words import by_language
from summarizer import detect_language

CAPTION_CHARS = 200
FALLBACK = "en"

_BACKGROUND = re.compile(r"background-image:\s*url\(\s*['\"]?([^'\")]+)", re.IGNORECASE)
# Elements whose background is a picture of the post; others show emoji, stickers and the heads of people.
_PICTURED = frozenset(
    (
        "tgme_widget_message_photo_wrap",
        "tgme_widget_message_video_thumb",
        "tgme_widget_message_roundvideo_thumb",
        "tgme_widget_message_document_thumb",
    )
)
_PREVIEWED = frozenset(("link_preview_image", "link_preview_right_image", "link_preview_video_thumb"))
# Class -> what is there, by the field of `ChannelWords`; with the classes of what it says about itself.
_MEDIA = {
    "tgme_widget_message_video_player": "video",
    "tgme_widget_message_roundvideo_player": "video_message",
    "tgme_widget_message_voice_player": "voice_message",
    "tgme_widget_message_document_wrap": "file",
    "tgme_widget_message_sticker_wrap": "sticker",
    "tgme_widget_message_location_wrap": "location",
    "tgme_widget_message_contact_wrap": "contact",
    "tgme_widget_message_poll": "poll",
    "tgme_widget_message_game": "game",
    "tgme_widget_message_invoice": "invoice",
    "message_media_not_supported_wrap": "other",
}
_DETAILS = (
    "tgme_widget_message_document_title",
    "tgme_widget_message_document_extra",
    "tgme_widget_message_contact_name",
    "message_video_duration",
    "tgme_widget_message_roundvideo_duration",
    "tgme_widget_message_voice_duration",
)


def media_pictures(post: etree._Element) -> list[str]:
    """The addresses of the post's pictures, those of an album in their order, then the one of a link's preview."""
    own: dict[str, None] = {}
    previews: dict[str, None] = {}
    for element in post.iterdescendants():
        names = _names(element)
        if not names & (_PICTURED | _PREVIEWED):
            continue
        found = _BACKGROUND.search(element.get("style") or "")
        if found:
            address = found[1].strip()
            address = f"https:{address}" if address.startswith("//") else address
            (own if names & _PICTURED else previews)[address] = None
    return [*own, *(address for address in previews if address not in own)]


def channel_words(text: str) -> ChannelWords:
    """The words for what a channel shows, in the language of its posts; in English where that is not one of ours."""
    language = detect_language(text)
    ours = by_language()
    return ours[language if language in ours and ours[language].channels.video else FALLBACK].channels


def media_embeds(post: etree._Element, url: str, words: ChannelWords) -> Iterator[tuple[str, str]]:
    """Addresses and captions: of the page that a preview shows, and of the post for what can be played there only."""
    for element in post.iterdescendants():
        names = _names(element)
        if "tgme_widget_message_link_preview" in names and (address := element.get("href")):
            yield address, _caption(element, "link_preview_title", "link_preview_site_name")
        for name in names & _MEDIA.keys():
            if name == "message_media_not_supported_wrap" and _is_within(element, _MEDIA.keys() - {name}):
                continue  # a player says so for old browsers
            details = _caption(element, *_DETAILS)
            yield url, ", ".join(filter(None, (*getattr(words, _MEDIA[name]), details)))


def _caption(element: etree._Element, *names: str) -> str:
    """The texts of these classes below the element, in this order."""
    texts = []
    for name in names:
        inner = next((one for one in element.iterdescendants() if name in _names(one)), None)
        if inner is not None:
            texts.append(clean_line(" ".join("".join(map(str, inner.itertext())).split())))
    return shorten(", ".join(filter(None, texts)), CAPTION_CHARS)


def _is_within(element: etree._Element, names: set[str]) -> bool:
    return any(_names(above) & names for above in element.iterancestors())


def _names(element: etree._Element) -> set[str]:
    return set((element.get("class") or "").split())
