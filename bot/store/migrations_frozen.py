"""What the steps of `migrations` need of the program, copied as it was when they were written.

A step must do the same for ever: the rule it follows may change in the program, and the change then brings a step of its
own. So nothing here is edited, and nothing of `bot` is imported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from sqlite_utils import Database

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
