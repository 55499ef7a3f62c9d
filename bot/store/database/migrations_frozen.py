"""What the steps of `migrations` need of the program, copied as it was when they were written.

A step must do the same for ever: where a rule changes in the program, the change brings a step of its own. So nothing
here is edited, and nothing of `bot` is imported.
"""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from bot.store.database import Database

# --- m005_pages_and_versions: what the addresses of one article have in common ---

_VARIANTS = frozenset(("www", "www2", "m", "mobile", "amp", "wap", "touch"))
_AMP_ENDING = re.compile(r"[.-]amp(?=\.html?$)|(?:/amp|\.amp|/amp\.html?)/?$", re.IGNORECASE)
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)
_VARIANT_PARAMETER = re.compile(
    r"(?:amp|_amp|m|mobile|mobile_view)(?:=(?:1|true|yes|amp)?)?|(?:outputtype|output|type|view|layout)=amp",
    re.IGNORECASE,
)


def address_key(url: str) -> str:
    """The key under which the variants of an address are found."""
    parts = urlsplit(url)
    path = _INDEX.sub("/", parts.path)
    path = _AMP_ENDING.sub("", path) or "/"
    if path.lower().startswith("/amp/"):
        path = path[4:]
    kept = sorted(item for item in parts.query.split("&") if item and not _VARIANT_PARAMETER.fullmatch(item))
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return _host(parts.netloc) + (path.rstrip("/") or "/") + ("?" + "&".join(kept) if kept else "") + fragment


def _host(netloc: str) -> str:
    labels = netloc.split(".")
    while len(labels) > 2 and labels[0] in _VARIANTS:
        labels = labels[1:]
    last = len(labels) - 2
    return ".".join(label for number, label in enumerate(labels) if label != "m" or not 0 < number < last)


# --- m008_word_index: articles as the search index holds them ---

INDEXED_AT_ONCE = 500  # articles: what is held in memory
_UNPARTED = re.compile(
    "([\u0e00-\u0eff\u1000-\u109f\uaa60-\uaa7f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
    "\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]+)"
)


def index_all(db: Database) -> None:
    """Put every stored article into an empty search index."""
    last = 0
    sql = "SELECT id, title, text FROM articles WHERE id > ? ORDER BY id LIMIT ?"
    while rows := db.execute(sql, [last, INDEXED_AT_ONCE]).fetchall():
        db.conn.executemany(
            "INSERT INTO articles_text (rowid, title, text) VALUES (?, ?, ?)",
            ((article_id, _spaced(title), _spaced(text)) for article_id, title, text in rows),
        )
        last = rows[-1][0]


def _spaced(text: str) -> str:
    if text.isascii():
        return text
    pieces = _UNPARTED.split(text)
    pieces[1::2] = map(" ".join, pieces[1::2])
    return " ".join(pieces)


# --- m009_term_counts: the counters of terms, and how many of them share a row ---

COUNTER = "I"
COUNTERS = 1 << 17
BLOCK_BYTES = 4000


def blocks_of(counts: bytes) -> Iterable[bytes]:
    """The counters as the rows of the table hold them, in order."""
    return (counts[start : start + BLOCK_BYTES] for start in range(0, len(counts), BLOCK_BYTES))


# --- m011_digests: finds the digests in the outbox; before, the messages of one shared their time of expiry ---

_DIGEST_LIFE_US = 24 * 3600 * 1_000_000  # from when a digest was composed until it expires
# digest:CHAT:TOPIC:SLOT:CATEGORY:NUMBER, and what follows a split or a digest that was taken back.
_DIGEST_KEY = re.compile(
    r"digest:-?\d+:\d+:(?P<slot>asked-[\dT:.-]+[+-]\d\d:\d\d|upto-\d+|[\d-]+T\d\d:\d\d[+-]\d\d:\d\d):"
    r"(?P<category>.*?):\d+(?:/\d+\.\d+)*(?P<expired>/expired\.\d+)?",
    re.DOTALL,
)
_REFUSALS = (
    *("blocked", "kicked", "chat-not-found", "migrated", "no-rights", "topic-closed", "topic-not-found", "bad-markup"),
    *("too-long", "empty", "bad-media", "harmless", "flood", "ambiguous", "not-sent", "no-rich-method", "rich-refused"),
    *("unauthorized", "unknown"),
)


def number_digests(db: Database) -> None:
    """Give each digest in the outbox a row, and its messages and told stories its id; name what they wait for."""
    rows = db.execute(
        """SELECT chat_id, thread_id, expires_at, id, dedupe_key, settled_at FROM outbox
           WHERE kind = 'digest' AND expires_at IS NOT NULL
           ORDER BY chat_id, thread_id, expires_at, part, queue_order, split_order"""
    ).fetchall()
    for (chat_id, thread_id, expires_at), messages in groupby(rows, key=_chat_and_expiry):
        _number_digest(db, (chat_id, thread_id, expires_at - _DIGEST_LIFE_US), [tuple(row)[3:] for row in messages])
    db.execute("CREATE INDEX digests_at ON digests (chat_id, thread_id, composed_at)")
    db.execute(
        """UPDATE sent_stories SET digest_id = (
               SELECT id FROM digests WHERE digests.chat_id = sent_stories.chat_id
               AND digests.thread_id = sent_stories.thread_id AND composed_at = sent_at)"""
    )
    db.execute("DROP INDEX digests_at")
    told = """FROM sent_stories AS told WHERE told.chat_id = digests.chat_id AND told.thread_id = digests.thread_id"""
    cursor = """(SELECT cursor FROM chats WHERE chats.chat_id = digests.chat_id
                 AND chats.thread_id = digests.thread_id)"""
    db.execute(
        f"""UPDATE digests SET
            after_id = coalesce((SELECT min(article_id) - 1 {told} AND digest_id = digests.id), {cursor}, 0),
            upto_id = coalesce((SELECT max(max(article_id), max(upto_id)) {told} AND digest_id = digests.id),
                               {cursor}, 0),
            since_at = coalesce((SELECT max(sent_at) {told} AND sent_at < composed_at), 0)"""  # noqa: S608
    )
    db.execute(
        """UPDATE digests SET since_at = coalesce(
               (SELECT seen_at FROM articles WHERE articles.id = after_id + 1), composed_at - :day)
           WHERE since_at = 0""",
        {"day": _DIGEST_LIFE_US},
    )
    _name_refusals(db)


def _chat_and_expiry(row: Sequence[Any]) -> tuple[int, int, int]:
    return row[0], row[1], row[2]


def _number_digest(db: Database, key: tuple[int, int, int], messages: Sequence[tuple[Any, ...]]) -> None:
    found = [_DIGEST_KEY.fullmatch(dedupe_key) for _, dedupe_key, _ in messages]
    paths = [match["category"] if match else None for match in found]
    sections = {path: number for number, path in enumerate(dict.fromkeys(paths))}
    slot = next((match["slot"] for match in found if match), f"before-digests-{key[2]}")
    taken_back = all(match and match["expired"] for match in found)
    cursor = db.execute(
        """INSERT INTO digests (chat_id, thread_id, composed_at, slot, categories, after_id, upto_id, since_at,
                                taken_back_at) VALUES (?, ?, ?, ?, ?, 0, 0, 0, ?)""",
        [*key, slot, json.dumps(list(sections), ensure_ascii=False), messages[0][2] if taken_back else None],
    )
    db.conn.executemany(
        "UPDATE outbox SET digest_id = ?, section = ? WHERE id = ?",
        [(cursor.lastrowid, sections[path], row[0]) for path, row in zip(paths, messages, strict=True)],
    )


def _name_refusals(db: Database) -> None:
    db.execute("UPDATE outbox SET refusal = 'paced' WHERE last_error = 'flood: our own pace'")
    db.execute(
        """UPDATE outbox SET refusal = substr(last_error, 1, instr(last_error || ':', ':') - 1)
           WHERE refusal IS NULL
           AND substr(last_error, 1, instr(last_error || ':', ':') - 1) IN (SELECT value FROM json_each(?))""",
        [json.dumps(_REFUSALS)],
    )


# --- m014_why_stories: sketches say which of their terms are names; of those that are stored nobody knows ---

SKETCHES_AT_ONCE = 1000


def with_names(db: Database) -> None:
    """Give the stored sketches the head that says how many terms of each kind follow."""
    last = 0
    sql = "SELECT article_id, sketch FROM story_sketches WHERE article_id > ? ORDER BY article_id LIMIT ?"
    while rows := db.execute(sql, [last, SKETCHES_AT_ONCE]).fetchall():
        db.conn.executemany(
            "UPDATE story_sketches SET sketch = ? WHERE article_id = ?",
            [(_with_head(sketch), article_id) for article_id, sketch in rows],
        )
        last = rows[-1][0]


def _with_head(sketch: bytes) -> bytes:
    """Before: language, publisher, how many terms the title has. After: 0, 0, 0, that number, 0, and the rest."""
    language, publisher, titled, *terms = array("I", sketch)
    return array("I", [language, publisher, 0, 0, 0, titled, 0, len(terms) - titled, *terms]).tobytes()
