"""The full-text index of words, and of single characters in scripts without spaces.

Finds words by their beginnings, whatever their case and diacritics. Query syntax of FTS5 has no effect.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.store.database import Database
from bot.store.database.rows import Row, all_rows, json_list, one_row
from bot.text.characters import (
    ATTACHED_PREFIXES,
    HAN_NUMBERS,
    HAN_SUPPLEMENTARY,
    HANGUL,
    KANA_HALFWIDTH,
    MYANMAR_EXTENDED,
    UNSPACED,
)
from bot.text.clean import clean_line
from bot.text.patterns import late

QUERY_MAX = 200  # characters of a query that are used
WORDS_MAX = 10

# Scripts without spaces between words; in Korean (Hangul) spaces are optional within compounds, and
# particles are attached to words. A change needs a migration: what is removed must be what was indexed.
_UNSPACED = late(f"([{UNSPACED}{MYANMAR_EXTENDED}{HAN_NUMBERS}{KANA_HALFWIDTH}{HAN_SUPPLEMENTARY}{HANGUL}]+)")

Texts = tuple[str, str]  # an article's title and text


def texts_of(db: Database, article_id: int) -> Texts:
    """The texts of a stored article that are indexed."""
    row = one_row(db, "SELECT title, text FROM articles WHERE id = :id", {"id": article_id})
    assert row is not None
    return row["title"], row["text"]


def reindex(db: Database, *, old: Mapping[int, Texts], new: Mapping[int, Texts]) -> None:
    """Remove the `old` texts of articles from the index and add the `new` ones; called after all other writes.

    FTS5 writes out what it has gathered whenever another statement opens a savepoint. Called between the writes of
    articles, it would make a segment of each article, to be merged again and again.
    """
    if old:
        _forget(db, old.items())
    _index(db, new.items())


def unindex_text(db: Database, article_ids: Iterable[int]) -> None:
    """Remove these articles from the index; called while the table still holds the text that was indexed."""
    sql = "SELECT id, title, text FROM articles WHERE id IN (SELECT value FROM json_each(:ids))"
    rows = all_rows(db, sql, {"ids": json_list(article_ids)})
    _forget(db, ((row["id"], (row["title"], row["text"])) for row in rows))


def search_articles(db: Database, query: str, *, limit: int, offset: int) -> list[Row]:
    """Rows with the `id`s of articles that hold every word: those with the first in their title first, then newest."""
    words = [_matching(word) for word in clean_line(query[:QUERY_MAX]).split() if _has_letters(word)]
    if not words:
        return []
    return all_rows(
        db,
        """SELECT id FROM articles WHERE id IN (SELECT rowid FROM articles_text WHERE articles_text MATCH :words)
           ORDER BY id IN (SELECT rowid FROM articles_text WHERE articles_text MATCH :titled) DESC,
           published_at DESC, id DESC LIMIT :limit OFFSET :offset""",
        {
            "words": " AND ".join(words[:WORDS_MAX]),
            "titled": f"title : {words[0]}",
            "limit": limit,
            "offset": offset,
        },
    )


def _index(db: Database, texts: Iterable[tuple[int, Texts]]) -> None:
    db.conn.executemany("INSERT INTO articles_text (rowid, title, text) VALUES (?, ?, ?)", _spaced_texts(texts))


def _forget(db: Database, texts: Iterable[tuple[int, Texts]]) -> None:
    sql = "INSERT INTO articles_text (articles_text, rowid, title, text) VALUES ('delete', ?, ?, ?)"
    db.conn.executemany(sql, _spaced_texts(texts))


def _spaced_texts(texts: Iterable[tuple[int, Texts]]) -> Iterable[tuple[int, str, str]]:
    return ((article_id, _spaced(title), _spaced(text)) for article_id, (title, text) in texts)


def _spaced(text: str) -> str:
    """The text with spaces between characters of scripts without spaces, which FTS5 would take for one word."""
    if text.isascii():
        return text
    pieces = _UNSPACED.split(text)
    pieces[1::2] = [piece.replace("", " ")[1:-1] for piece in pieces[1::2]]  # as " ".join, but in a tenth of the time
    return " ".join(pieces)


def _has_letters(word: str) -> bool:
    return any(map(str.isalnum, word))


def _matching(word: str) -> str:
    """The FTS5 expression for a word: its parts in a row, the last one a prefix, after any of the usual prefixes."""
    prefixes = next((prefixes for script, prefixes in ATTACHED_PREFIXES if script.match(word)), ())
    return f"({' OR '.join(_quoted(_spaced(prefix + word)) + '*' for prefix in ('', *prefixes))})"


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'
