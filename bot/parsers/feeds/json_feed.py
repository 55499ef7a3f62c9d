"""Parses JSON Feed (https://www.jsonfeed.org/version/1.1/) into a ParsedFeed. Pure; refuses JSON that is no feed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from bot.models.articles import FeedProblem, ParsedFeed, ParseFailed
from bot.parsers.feeds.entry import Body, RawEntry, finish_entry
from bot.parsers.feeds.keys import with_keys
from bot.parsers.feeds.recordings import with_own_addresses
from bot.parsers.feeds.shared_lines import without_shared_lines
from bot.parsers.html.picture_choice import Candidate
from bot.text.clean import clean_title
from bot.text.dates import parse_date
from bot.web.urls import canonical_url

MAX_JSON_CHARS = 5_000_000

_Fields = Mapping[str, Any]


def parse_json_feed(text: str, *, url: str, max_entries: int) -> ParsedFeed | ParseFailed:
    """The feed in `text`; ParseFailed says what is wrong with it."""
    if len(text) > MAX_JSON_CHARS:
        return ParseFailed(reason="The JSON is larger than 5 MB.")
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return ParseFailed(reason="The JSON is broken.", problem=FeedProblem.BROKEN)
    if not isinstance(found, dict) or not isinstance(found.get("items"), list):
        return ParseFailed(reason="This is JSON, but no JSON Feed.")
    items = [item for item in found["items"] if isinstance(item, dict)]
    language = _text(found, "language") or None
    link = canonical_url(_text(found, "home_page_url"))
    raw = [_entry(item, found, url=url, language=language) for item in items[:max_entries]]
    read = map(finish_entry, with_own_addresses(raw, page=link))
    articles, repeated = with_keys((article for article in read if article is not None), page=link)
    notes = [] if items else ["The feed has no entries."]
    if len(items) > max_entries:
        notes.append(f"Only the newest {max_entries} of {len(items)} entries were read.")
    if left_out := min(len(items), max_entries) - len(articles) - repeated:
        notes.append(f"{left_out} entries without title, text and address were left out.")
    if repeated:
        notes.append(f"{repeated} repeated entries were left out.")
    return ParsedFeed(
        title=clean_title(_text(found, "title")),
        link=link,
        language=language,
        articles=without_shared_lines(articles),
        notes=tuple(notes),
    )


def _entry(item: _Fields, feed: _Fields, *, url: str, language: str | None) -> RawEntry:
    html, plain, summary = (_text(item, name) for name in ("content_html", "content_text", "summary"))
    content = Body(text=html or plain, plain=not html) if html or plain else None
    return RawEntry(
        guid=_text(item, "id"),
        addresses=tuple(_addresses(item)),
        title=_text(item, "title"),
        plain_title=True,
        content=content,
        summary=Body(text=summary, plain=True) if summary else None,
        pictures=tuple(_pictures(item)),
        authors=tuple(_authors(item)) or tuple(_authors(feed)),
        categories=tuple(tag for tag in _list(item, "tags") if isinstance(tag, str)),
        language=_text(item, "language") or language,
        published_at=parse_date(_text(item, "date_published")),
        updated_at=parse_date(_text(item, "date_modified")),
        recording=next(_recordings(item), ""),
        base_url=_text(item, "url") if _text(item, "url").startswith("http") else url,
    )


def _addresses(item: _Fields) -> Iterator[str]:
    yield _text(item, "url")
    yield _text(item, "external_url")
    if _text(item, "id").startswith(("http://", "https://")):
        yield _text(item, "id")


def _pictures(item: _Fields) -> Iterator[Candidate]:
    for name in ("image", "banner_image"):
        if address := _text(item, name):
            yield Candidate(url=address)
    for attachment in _list(item, "attachments"):
        if isinstance(attachment, dict) and _text(attachment, "mime_type").startswith("image/"):
            yield Candidate(url=_text(attachment, "url"))


def _recordings(item: _Fields) -> Iterator[str]:
    for attachment in _list(item, "attachments"):
        if isinstance(attachment, dict) and _text(attachment, "mime_type").startswith(("audio/", "video/")):
            yield _text(attachment, "url")


def _authors(fields: _Fields) -> Iterator[str]:
    # Version 1 had one `author`, version 1.1 has `authors`.
    for person in [*_list(fields, "authors"), fields.get("author")]:
        if isinstance(person, dict):
            yield _text(person, "name")


def _text(fields: _Fields, name: str) -> str:
    """A field as text; ids may be numbers."""
    value = fields.get(name)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) else ""


def _list(fields: _Fields, name: str) -> list[Any]:
    value = fields.get(name)
    return value if isinstance(value, list) else []
