"""A strict reader of what the renderers write: fails on whatever Telegram would refuse."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

from bot.models.articles import Article
from bot.models.buttons.presses import decode
from bot.models.digests import Digest, DigestItem, PictureRef
from bot.models.messages import RichContent
from bot.render.phrases import Reader
from bot.text.markup import plain, utf16_length
from bot.texts import speaker
from summarizer import EngineKind, Summary
from tests.fakes import NOON, an_article

READER = Reader(say=speaker("en"), language="en", zone="UTC", bot_username="tidings_bot")
INLINE = {"b", "i", "a", "tg-time", "code", "tg-button"}
VOID = {"img", "hr", "br"}
TEXT_BLOCKS = {"h2", "h3", "h4", "h5", "h6", "p", "pre", "footer", "li", "summary", "figcaption", "td", "blockquote"}
BLOCKS = TEXT_BLOCKS | {"tg-button-row", "ul", "ol", "table", "tr", "details", "figure", "img", "hr"}
IN_ITEMS = {"p", "ul", "ol", "li"}  # what may stand in an item of a list
CLASSIC = {"b", "i", "a", "code", "pre", "blockquote"}
PARENTS = {"li": {"ul", "ol"}, "tr": {"table"}, "td": {"tr"}, "summary": {"details"}, "figcaption": {"figure"}}
ENTITIES = re.compile(r"&(?!lt;|gt;|amp;|quot;|#\d+;|#x[0-9a-f]+;)")
LINKS = re.compile(r"https?://[^\s]+")
PICTURES = re.compile(r"tg://photo\?id=([A-Za-z0-9_-]{1,64})")


class Page(HTMLParser):
    """Counts what stands in a message, and asserts that it may stand there."""

    def __init__(self, html: str, *, allowed: set[str]) -> None:
        super().__init__(convert_charrefs=True)
        assert not ENTITIES.search(html)
        self.allowed = allowed
        self.stack: list[str] = []
        self.tags: list[str] = []
        self.pictures: list[str] = []
        self.links: list[str] = []
        self.deepest = 0
        self.feed(html)
        self.close()
        assert self.stack == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in self.allowed, tag
        values = dict(attrs)
        parent = self.stack[-1] if self.stack else ""
        assert parent in PARENTS.get(tag, {parent}), f"{tag} in {parent}"
        if tag in BLOCKS - CLASSIC:
            inside = TEXT_BLOCKS - {"li"} if tag in IN_ITEMS else TEXT_BLOCKS
            assert not set(self.stack) & (inside | INLINE), f"block {tag} inside {self.stack}"
        self.tags.append(tag)
        match tag:
            case "a":
                assert "a" not in self.stack
                assert LINKS.fullmatch(values["href"] or ""), values
                self.links.append(values["href"] or "")
            case "img":
                found = PICTURES.fullmatch(values["src"] or "")
                assert found, values
                self.pictures.append(found[1])
            case "tg-time":
                assert set(values) == {"unix", "format"}
            case "tg-button":
                assert self.stack[-1] == "tg-button-row"
                assert values["type"] == "callback_data"
                assert decode(values["data"])
            case "ol":
                assert re.fullmatch(r"[1-9][0-9]*", values.pop("start", "1") or "")
                assert values == {}
            case "table":
                assert set(values) <= {"bordered", "striped"}
            case _:
                assert values == {}, tag
        if tag not in VOID:
            self.stack.append(tag)
            self.deepest = max(self.deepest, len(self.stack))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.stack.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.allowed != CLASSIC:
            assert not data.strip() or set(self.stack) & (TEXT_BLOCKS | INLINE), f"loose text {data!r}"


def read_rich(content: RichContent) -> Page:
    """The message as Telegram reads it; fails beyond a limit of rich messages."""
    page = Page(content.html, allowed=INLINE | BLOCKS | {"br"})
    assert utf16_length(plain(content.html)) <= 32_768
    assert sum(tag in BLOCKS - {"td"} for tag in page.tags) <= 500  # cells do not count, rows do
    assert len(page.pictures) <= 50
    assert page.deepest <= 16
    assert set(page.pictures) == {picture.key for picture in content.pictures}
    return page


def read_classic(html: str, *, limit: int) -> Page:
    """The same for a classic message or caption."""
    page = Page(html, allowed=CLASSIC)
    assert utf16_length(plain(html)) <= limit
    assert len(page.tags) <= 100
    return page


def a_summary(text: str = "The bridge opened. Thousands came.", **changes: Any) -> Summary:
    fields: dict[str, Any] = {"language": "en", "engine": "extractive", "grounded": True}
    fields |= changes
    fields.setdefault("kind", EngineKind.EXTRACTIVE if fields["engine"] == "extractive" else EngineKind.MODEL)
    return Summary(text=text, **fields)


def a_picture(key: str = "bridge") -> PictureRef:
    return PictureRef(key=key, width=1280, height=720)


def an_item(number: int = 1, *, also: tuple[Article, ...] = (), picture: bool = True, **changes: Any) -> DigestItem:
    return DigestItem(
        article=an_article(number, **changes),
        summary=a_summary(),
        picture=a_picture(f"p{number}") if picture else None,
        also=also,
    )


def a_digest(*items: DigestItem, **changes: Any) -> Digest:
    fields: dict[str, Any] = {"category": ("World",), "since": NOON, "until": NOON}
    return Digest(items=items, **{**fields, **changes})
