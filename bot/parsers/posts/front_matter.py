"""Splits a post into front matter and body. Reads YAML as plain strings, and line by line what YAML refuses.

No value is given a type: `no`, `1e3` and `12:30:00` stay what they are. Aliases and tags build nothing.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import Any

import yaml

MAX_FRONT_MATTER_CHARS = 16 * 1024
MAX_YAML_BRACKETS = 200  # PyYAML's time grows with the square of their depth: 16,000 took a second

_FENCE = re.compile(r"\s*(?P<fence>-{3,}|\+{3,})[ \t]*\n")
_CLOSING = {mark: re.compile(rf"^(?:{re.escape(mark)}{{3,}}|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE) for mark in "-+"}
_SECOND_POST = re.compile(r"^-{3,}[ \t]*\n(?=(?:title|categories|author|date):)", re.MULTILINE)
# Only these begin a field where YAML failed: in a broken title anything may stand before a colon.
_KEY_LINE = re.compile(
    r"(?P<key>title|categor(?:y|ies)|tags|authors?|comments|date|updated|thumbnail|headimg|cover|image|link|url|permalink|"
    r"lang|language|description|summary|excerpt|id|guid|layout|toc|top|abbrlink|source|subtitle|keywords)"
    r"[ \t]*:(?:[ \t]+(?P<value>.*)|[ \t]*)",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\s*-\s+(.*)")

Fields = dict[str, Any]  # values: str, lists and dicts of such


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """A post's fields by lower-case name, its body, and what had to be repaired."""

    fields: Fields
    body: str
    notes: tuple[str, ...] = ()


def split_front_matter(text: str) -> FrontMatter:
    """The front matter and body of a post whose line ends are newlines; without front matter everything is body."""
    opening = _FENCE.match(text)
    if not opening:
        return FrontMatter(fields={}, body=text, notes=("no front matter",))
    rest, mark, notes = text[opening.end() :], opening["fence"][0], []
    closing = _CLOSING[mark].search(rest)
    if closing:
        head, body = rest[: closing.start()], rest[closing.end() :]
    else:
        head, body = _unclosed(rest)
        notes.append("the front matter has no end")
    second = _SECOND_POST.search(body) if "---" in body else None
    if second:
        body = body[: second.start()]
        notes.append("a second post in the same file was left out")
    if len(head) > MAX_FRONT_MATTER_CHARS:
        head = head[:MAX_FRONT_MATTER_CHARS].rpartition("\n")[0]
        notes.append("the front matter is too long; its end was left out")
    fields, repaired = _read(head, toml=mark == "+")
    if repaired:
        notes.append("the front matter is broken YAML, read line by line")
    return FrontMatter(fields=fields, body=body, notes=tuple(notes))


class _PlainLoader(yaml.BaseLoader):
    """Strings, lists and dicts only; an alias (the stuff of YAML bombs) is an error."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases are refused")
        return super().compose_node(parent, index)


class _FastLoader(getattr(yaml, "CBaseLoader", _PlainLoader)):  # type: ignore[misc]  # not in every build of PyYAML
    """Looks for no tags, which nothing here asks for."""

    def descend_resolver(self, current_node: object, current_index: object) -> None: ...
    def ascend_resolver(self) -> None: ...
    def resolve(self, kind: object, value: object, implicit: object) -> str:
        return ""


def _read(head: str, *, toml: bool) -> tuple[Fields, bool]:
    """The fields, and whether the text was no valid YAML (or TOML)."""
    if toml:
        try:
            return {key.lower(): _plain(value) for key, value in tomllib.loads(head).items()}, False
        except (ValueError, RecursionError):
            pass
    fields = _yaml_fields(head)
    if fields is None:
        return {key: _chunk_value(key, lines) for key, lines in _chunks(head).items()}, True
    title = _chunks(head).get("title", ()) if "#" in head else ()
    if len(title) == 1 and _is_comment_cut(fields.get("title"), title[0]):
        fields["title"] = title[0].strip()
    return fields, False


def _yaml_fields(text: str) -> Fields | None:
    if text.count("[") + text.count("{") > MAX_YAML_BRACKETS:
        return None
    try:
        loaded = _loaded(text)
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError, TypeError):
        return None
    if not isinstance(loaded, dict):
        return {} if loaded in (None, "") else None
    return {str(key).strip().lower(): value for key, value in loaded.items()}


def _loaded(text: str) -> Any:
    """What the text holds, as strings, lists and dicts."""
    if "*" in text:
        return yaml.load(text, Loader=_PlainLoader)  # noqa: S506 - a BaseLoader
    # The C parser is six times as fast but cannot be told to refuse aliases: it gets what can hold none. Without them
    # its nodes are a tree, which needs no constructor.
    loader = _FastLoader(text)
    try:
        node = loader.get_single_node()
        return None if node is None else _value(node)
    finally:
        loader.dispose()


def _value(node: yaml.Node) -> Any:
    match node:
        case yaml.ScalarNode():
            return node.value
        case yaml.SequenceNode():
            return [_value(item) for item in node.value]
        case _:
            return {_value(key): _value(value) for key, value in node.value}


def _plain(value: object) -> Any:
    match value:
        case list():
            return [_plain(item) for item in value]
        case dict():
            return {str(key): _plain(item) for key, item in value.items()}
        case _:
            return str(value)


def _is_comment_cut(title: object, raw: str) -> bool:
    """Whether YAML took a part of an unquoted title for a comment: "#topic# news", or "Anger # 2"."""
    raw = raw.strip()
    return (
        isinstance(title, str) and "#" in raw and raw[:1] not in ("'", '"') and raw.startswith(title) and raw != title
    )


def _chunks(head: str) -> dict[str, list[str]]:
    """The lines of each field: the rest of the key's line, then the lines below."""
    chunks: dict[str, list[str]] = {}
    current: list[str] = []
    for line in head.split("\n"):
        match = _KEY_LINE.fullmatch(line)
        if match:
            current = chunks[match["key"].lower()] = [match["value"] or ""]
        else:
            current.append(line)
    return chunks


def _chunk_value(key: str, lines: list[str]) -> Any:
    """A field's value: as YAML if that one field is valid YAML, else a list of its items or its text."""
    if key != "title":
        alone = _yaml_fields("\n".join([f"{key}: {lines[0]}", *lines[1:]]))
        if alone and key in alone:
            return alone[key]
    items = [match[1] for match in map(_ITEM.fullmatch, lines[1:]) if match]
    if items and not lines[0].strip():
        return [_unquoted(item) for item in items]
    return _unquoted(" ".join(line.strip() for line in lines))


def _unquoted(text: str) -> str:
    """The text without the quotes around it, however many, but not without quotes that belong to it: 'a' or 'b'."""
    text = text.strip()
    while len(text) >= 2 and text[0] == text[-1] and text[0] in "'\"":
        inner = text[1:-1]
        first = inner.find(text[0])
        nested = inner[:1] == text[0] == inner[-1:]
        if first > 0 and not nested and not inner[first - 1].isspace() and inner.count(text[0]) % 2 == 0:
            return text
        text = inner.strip()
    return text


def _unclosed(rest: str) -> tuple[str, str]:
    """Front matter without a closing fence, and the body: the fields end at the first blank line or tag."""
    end = re.search(r"^(?:[ \t]*$|<)", rest, re.MULTILINE)
    return (rest[: end.start()], rest[end.start() :]) if end else (rest, "")
