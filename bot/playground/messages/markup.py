"""Parses the HTML that bots send into a tree of elements; MarkupError carries the words of Telegram's refusal.

Follows the scanner of TDLib (parse_html in td/telegram/MessageEntity.cpp): offsets are bytes of the
UTF-8 source, nothing is repaired, and what an allow-list does not name is refused.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

CLASSIC_ENTITIES: Mapping[str, str] = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
MAX_OPEN_TAGS = 200  # far beyond every limit of a message, well below Python's recursion limit
_SPACE = " \t\r\n\f\v\0"
_REFERENCE = re.compile(r"&(?:#(?P<decimal>\d{1,8})|#[xX](?P<hex>[0-9a-fA-F]{1,6})|(?P<name>[A-Za-z][A-Za-z0-9]*));?")


# As TDLib's clean_input_string: control characters become spaces; carriage returns, line separators
# and bidi controls vanish.
_CLEANED = {code: " " for code in range(32) if chr(code) != "\n"} | dict.fromkeys((13, *range(0x2028, 0x202F)))


class MarkupError(ValueError):
    """The source is not HTML that Telegram accepts. The text is Telegram's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One tag with its attributes (names in lower case) and its content."""

    tag: str
    attributes: Mapping[str, str]
    children: tuple[Node, ...]
    offset: int  # bytes before the tag


Node = str | Element


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """The HTML that one kind of message allows: tags, tags without an end tag, named character references."""

    tags: Collection[str]
    void: Collection[str] = ()
    entities: Mapping[str, str]
    strict_entities: bool = False  # refuse an unknown `&name;` instead of showing it as it stands


@dataclass(slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    offset: int
    children: list[Node]


def parse_markup(source: str, dialect: Dialect) -> tuple[Node, ...]:
    """The tree of `source`; raises MarkupError."""
    return _Scanner(source, dialect).run()


def cleaned(text: str) -> str:
    """Text as Telegram stores it, without control characters."""
    return text.translate(_CLEANED)


def text_of(nodes: Collection[Node]) -> str:
    """The text of a tree, tags left out."""
    return "".join(node if isinstance(node, str) else text_of(node.children) for node in nodes)


def elements_of(nodes: Collection[Node]) -> Iterator[Element]:
    """Every element of a tree, in document order."""
    for node in nodes:
        if isinstance(node, Element):
            yield node
            yield from elements_of(node.children)


class _Scanner:
    def __init__(self, source: str, dialect: Dialect) -> None:
        self._source = source
        self._dialect = dialect
        self._at = 0
        self._open: list[_Open] = [_Open("", {}, 0, [])]

    def run(self) -> tuple[Node, ...]:
        while self._at < len(self._source):
            end = self._source.find("<", self._at)
            if end == -1:
                end = len(self._source)
            self._add_text(self._decode(self._source[self._at : end], self._at))
            self._at = end
            if end < len(self._source):
                if self._peek(1) == "/":
                    self._end_tag()
                else:
                    self._start_tag()
        if len(self._open) > 1:
            raise MarkupError(f'Can\'t find end tag corresponding to start tag "{self._open[-1].tag}"')
        return tuple(self._open[0].children)

    def _peek(self, ahead: int = 0) -> str:
        index = self._at + ahead
        return self._source[index] if index < len(self._source) else ""

    def _bytes(self, at: int) -> int:
        return len(self._source[:at].encode("utf-8", "surrogatepass"))

    def _add_text(self, text: str) -> None:
        children = self._open[-1].children
        text = cleaned(text)
        if not text:
            return
        if children and isinstance(children[-1], str):
            children[-1] += text
        else:
            children.append(text)

    def _decode(self, text: str, start: int) -> str:
        def replaced(match: re.Match[str]) -> str:
            if match["name"] is None:
                code = int(match["decimal"]) if match["decimal"] else int(match["hex"], 16)
                usable = 0 < code < 0x110000 and not 0xD800 <= code < 0xE000
                return chr(code) if usable else match[0]
            known = self._dialect.entities.get(match["name"])
            if known is None and self._dialect.strict_entities and match[0].endswith(";"):
                offset = self._bytes(start + match.start())
                raise MarkupError(f'Unsupported HTML entity "{match[0]}" at byte offset {offset}')
            return match[0] if known is None else known

        return _REFERENCE.sub(replaced, text)

    def _word(self, stop: str) -> str:
        begin = self._at
        while (current := self._peek()) and current not in _SPACE and current not in stop:
            self._at += 1
        return self._source[begin : self._at]

    def _skip_space(self) -> None:
        while (current := self._peek()) and current in _SPACE:
            self._at += 1

    def _start_tag(self) -> None:
        begin, offset = self._at, self._bytes(self._at)
        self._at += 1
        rich = bool(self._dialect.void)
        tag = self._word("/>" if rich else ">").lower()
        if not self._peek():
            raise MarkupError(f"Unclosed start tag at byte offset {offset}")
        if tag not in self._dialect.tags:
            raise MarkupError(f'Unsupported start tag "{tag}" at byte offset {offset}')
        if len(self._open) > MAX_OPEN_TAGS:
            raise MarkupError(f"Too many nested tags at byte offset {offset}")
        attributes, closed = self._attributes(tag, begin)
        if closed or tag in self._dialect.void:
            self._open[-1].children.append(Element(tag=tag, attributes=attributes, children=(), offset=offset))
        else:
            self._open.append(_Open(tag, attributes, offset, []))

    def _attributes(self, tag: str, begin: int) -> tuple[dict[str, str], bool]:
        found: dict[str, str] = {}
        while True:
            self._skip_space()
            match self._peek():
                case ">":
                    self._at += 1
                    return found, False
                case "/" if self._dialect.void and self._peek(1) == ">":
                    self._at += 2
                    return found, True
                case "":
                    raise MarkupError(f'Unclosed start tag "{tag}" at byte offset {self._bytes(begin)}')
                case _:
                    name = self._word("=>/" if self._dialect.void else "=>").lower()
            if not name:
                raise MarkupError(f'Empty attribute name in the tag "{tag}" at byte offset {self._bytes(self._at)}')
            self._skip_space()
            found[name] = self._value(tag, begin) if self._peek() == "=" else ""

    def _value(self, tag: str, begin: int) -> str:
        self._at += 1
        self._skip_space()
        quote = self._peek()
        if quote in ("'", '"') and quote:
            start = self._at + 1
            end = self._source.find(quote, start)
            if end == -1:
                raise MarkupError(f'Unclosed start tag "{tag}" at byte offset {self._bytes(begin)}')
            self._at = end + 1
            return self._decode(self._source[start:end], start)
        start = self._at
        while (current := self._peek()) and current.isascii() and (current.isalnum() or current in ".-"):
            self._at += 1
        if (current := self._peek()) and current not in _SPACE and current not in "/>":
            raise MarkupError(f"Unexpected end of name token at byte offset {self._bytes(start)}")
        return self._source[start : self._at].lower()

    def _end_tag(self) -> None:
        offset = self._bytes(self._at)
        self._at += 2
        tag = self._word(">").lower()
        self._skip_space()
        if self._peek() != ">":
            raise MarkupError(f"Unclosed end tag at byte offset {offset}")
        self._at += 1
        if tag and tag in self._dialect.void:
            return  # `<img …></img>`: the element is already complete
        if len(self._open) == 1:
            raise MarkupError(f"Unexpected end tag at byte offset {offset}")
        top = self._open.pop()
        if tag and tag != top.tag:
            raise MarkupError(f'Unmatched end tag at byte offset {offset}, expected "</{top.tag}>", found "</{tag}>"')
        element = Element(tag=top.tag, attributes=top.attributes, children=tuple(top.children), offset=top.offset)
        self._open[-1].children.append(element)
