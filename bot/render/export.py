"""Makes the files of `/export`: what a chat chose as JSON, and the feeds behind its categories as OPML (pure).

Whatever table or column a chat's choices stand in, they are written under its name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from bot.filters.grammar import rule_text
from bot.models.articles import CategoryPath
from bot.models.chats import Chat
from bot.models.filters import Rule, RuleKind
from bot.models.sources import SourceSpec
from bot.text.schedule import format_schedule

SCHEMA = 1  # counts up when a program that reads the file has to be changed

# Columns of a chat's row that say how it stands, and not what it chose.
_STATE = frozenset(
    (
        *("chat_id", "thread_id", "kind", "title", "active", "mode", "cursor", "next_digest_at", "last_digest_at"),
        *("paused_until", "strikes", "struck_at", "simple_look_offered", "zone_chosen", "alerts_told"),
    )
)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# Names of parameters that hold a key, such as api_key, token, sig; and values that look like one.
_SECRET = re.compile(
    r"(?:^|.*[_.-])(?:api|app|access|auth|private|feed|rss|user)?"
    r"(?:key|token|secret|pass|password|passwd|pwd|auth|sig|signature|session|sid|login|hash)",
    re.IGNORECASE,
)
_KEY_LENGTH = 24
_KEY_DIGITS = 4  # words of that length have none

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a chat or topic chose. `settings`: the columns of its row. `rows`: those of other tables, by table.

    `muted`: the stories it muted, as (title, link).
    """

    chat: Chat
    settings: Values
    follows: tuple[CategoryPath, ...]
    rows: Mapping[str, Sequence[Values]]
    muted: tuple[tuple[str, str], ...] = ()


def export_json(choices: Choices, topics: Sequence[Choices], *, bot_username: str, now: datetime) -> bytes:
    """The JSON of a chat, and of its other topics."""
    chat = choices.chat
    whole = {
        "schema": SCHEMA,
        "exported_at": now.isoformat(),
        "bot": bot_username,
        "chat": {"id": chat.key.chat_id, "kind": chat.kind.value, "title": chat.title},
        **_chosen(choices),
    }
    if topics:
        whole["topics"] = [{"thread_id": topic.chat.key.thread_id, **_chosen(topic)} for topic in topics]
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def shared_feeds(specs: Iterable[SourceSpec]) -> list[SourceSpec]:
    """Those of the feeds whose addresses may be given to people."""
    return [spec for spec in specs if may_be_shared(spec.location)]


def may_be_shared(url: str) -> bool:
    """Whether a feed's address holds no password and no key: neither as a parameter nor as a part of its path."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    if "@" in parts.netloc:
        return False
    named = parse_qsl(parts.query)
    if any(_SECRET.fullmatch(name) for name, _ in named):
        return False
    values = [value for name, value in named if not name.casefold().endswith("id")]  # channel_id, playlist_id
    return not any(map(_is_key, (*values, *parts.path.split("/"))))


def _is_key(text: str) -> bool:
    """Whether a text looks like a key: long, letters and digits mixed, no words with hyphens between."""
    digits = sum(character.isdigit() for character in text)
    return len(text) >= _KEY_LENGTH and text.isalnum() and text.isascii() and _KEY_DIGITS <= digits < len(text)


def _chosen(choices: Choices) -> dict[str, Any]:
    settings = {name: _value(name, value) for name, value in choices.settings.items() if name not in _STATE}
    settings |= {
        "schedule": format_schedule(choices.chat.schedule),
        "pictures": choices.chat.pictures,
        "reads": list(choices.chat.reads),
    }
    rows = {
        table: [
            {**_rule(table, row), **{name: _value(name, row[name]) for name in row if _is_told(name)}} for row in found
        ]
        for table, found in choices.rows.items()
    }
    muted = [{"title": title, "link": link} for title, link in choices.muted]
    return {
        "settings": settings,
        "follows": ["/".join(path) for path in choices.follows],
        "muted_stories": muted,
        **rows,
    }


def _value(name: str, value: Any) -> Any:
    """A column's value as people read it: moments in ISO 8601, what is stored as JSON as it is meant."""
    if name.endswith(("_at", "_until")) and isinstance(value, int):
        return (_EPOCH + timedelta(microseconds=value)).isoformat()
    if isinstance(value, str) and value.startswith("{"):
        return json.loads(value)
    return value


def _is_told(name: str) -> bool:
    """Whether a column says something outside of this database, and is no key that opens something."""
    return not name.endswith("_id") and not _SECRET.fullmatch(name)


def _rule(table: str, row: Values) -> dict[str, str]:
    """A filter as it is typed."""
    if table != "filters":
        return {}
    rule = Rule(kind=RuleKind(row["kind"]), hides=bool(row["hides"]), value=row["value"])
    return {"rule": f"/mute {rule.value}" if rule.kind is RuleKind.MUTE else rule_text(rule)}
