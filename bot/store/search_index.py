"""The full-text index: titles and texts as filters compare them, and labels of language, source and author.

FTS5 finds words in it; characters of scripts without spaces stand apart, each as a word. Words of titles and of labels
are indexed with a sign before them, too: FTS5 finds a word of its own in a fraction of the time that it takes to tell
in which column a common word stands. Who it is searched by: `bot.store.search`.
"""

from __future__ import annotations

import logging
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from bot.filters.folding import fold_characters
from bot.store.database import Database
from bot.store.database.rows import Row, Value, all_rows, json_list, one_row, one_value
from bot.text.characters import (
    ARABIC,
    ATTACHED_PREFIXES,
    HAN_NUMBERS,
    HAN_SUPPLEMENTARY,
    HANGUL,
    HEBREW,
    KANA_HALFWIDTH,
    MYANMAR_EXTENDED,
    PRIVATE_LETTERS,
    UNSPACED,
    WORD_MARKS,
)
from bot.text.patterns import late
from bot.text.rows import class_rows, rows_of

logger = logging.getLogger(__name__)

# A change of what an article is indexed as raises it: the index is then made anew when the database is opened. What is
# the same word also depends on Python's tables of Unicode.
INDEX_VERSION = f"5/{unicodedata.unidata_version}"
VERSION_FACT = "words indexed"
MERGED_PAGES = 8  # at least, of one small write
INDEXED_AT_ONCE = 2000  # articles of one transaction, while the index is made anew
FOLDED_AT_ONCE = 200  # articles whose folded texts are in memory

# Scripts without spaces between words; in Korean (Hangul) spaces are optional within compounds, and
# particles are attached to words.
_APART = f"{UNSPACED}{MYANMAR_EXTENDED}{HAN_NUMBERS}{KANA_HALFWIDTH}{HAN_SUPPLEMENTARY}{HANGUL}"
_UNSPACED = late(f"([{_APART} ]+)")
_PREFIXES = {  # by their first letter
    letter: [(script, prefix) for prefix in prefixes if prefix[0] == letter]
    for script, prefixes in ATTACHED_PREFIXES
    for letter in {prefix[0] for prefix in prefixes}
}
# A word of the scripts that attach prefixes, and one that begins as they do. What is before it is looked at behind its
# first letter: `re` finds one class of characters several times as fast as a place.
_REST_OF_WORD = rf"(?<![^\W_].)(?:[^\W_]+|[{WORD_MARKS}]+)++"
_PREFIXED = late(rf"[{ARABIC}{HEBREW}]{_REST_OF_WORD}")
_BEGINS_AS_PREFIXES = late(rf"[{''.join(_PREFIXES)}]{_REST_OF_WORD}")
# The end: a word by itself, so that no phrase goes on behind it; what is before words of titles, and of labels.
_END, _TITLE, _LABEL = tuple(PRIVATE_LETTERS)
EVERY = _LABEL  # by itself: a word that every article has
_OWN = late(f"[{PRIVATE_LETTERS}]")
_OWN_ROWS, _APART_ROWS, _PREFIXED_ROWS = (class_rows(one) for one in (PRIVATE_LETTERS, _APART, f"{ARABIC}{HEBREW}"))
_BEFORE_WORD = late(r"(?<![^\W_])(?=[^\W_])")

_TEXTS = """SELECT id, title, text, language, source_id,
            iif(json_valid(authors), json_extract(authors, '$[0]'), NULL) AS author FROM articles"""

Texts = tuple[str, str, str]  # an article's title, text and labels, as they are indexed


def texts_of(db: Database, article_id: int) -> Texts:
    """What is indexed of a stored article."""
    row = one_row(db, f"{_TEXTS} WHERE id = :id", {"id": article_id})
    assert row is not None
    return _texts(row)


def new_texts(title: str, text: str, *, language: str, source_id: int, authors: Sequence[str]) -> Texts:
    """What is indexed of an article that is stored now, as `texts_of` would read it back."""
    parts = language.split("-")
    languages = (language_label("-".join(parts[:length])) for length in range(1, len(parts) + 1))
    return title, text, f"{' '.join((*languages, source_label(source_id)))} {authors[0] if authors else ''}"


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
    sql = f"{_TEXTS} WHERE id IN (SELECT value FROM json_each(:ids))"  # noqa: S608
    rows = all_rows(db, sql, {"ids": json_list(article_ids)})
    _forget(db, ((row["id"], _texts(row)) for row in rows))


def merge_some(db: Database) -> None:
    """Merge a few pages of what small writes left in the index; after sixteen of them FTS5 merges all at once."""
    db.execute("INSERT INTO articles_text (articles_text, rank) VALUES ('merge', ?)", (MERGED_PAGES,))


def bring_up_to_date(db: Database) -> None:
    """Make the index anew if it is not of this version. Cut off, it goes on where it was."""
    state = one_value(db, "SELECT value FROM facts WHERE name = :name", {"name": VERSION_FACT}) or ""
    if state == INDEX_VERSION:
        return
    version, _, last = state.partition(" upto ")
    last_id, count = (int(last) if version == INDEX_VERSION else -1), 0
    while True:
        with db.conn:
            db.execute("BEGIN IMMEDIATE")
            if last_id < 0:
                db.execute("INSERT INTO articles_text (articles_text) VALUES ('delete-all')")
            rows = _next_rows(db, last_id)
            _index(db, ((row["id"], _texts(row)) for row in rows))
            last_id, count = (rows[-1]["id"], count + len(rows)) if rows else (last_id, count)
            _note(db, f"{INDEX_VERSION} upto {last_id}" if rows else INDEX_VERSION)
        if not rows:
            break
    if count:
        logger.info("search index made anew articles=%d", count)


def spaced(text: str) -> str:
    """The text with spaces between characters of scripts without spaces, which FTS5 would take for one word."""
    if text.isascii():
        return text
    pieces = _UNSPACED.split(text)
    pieces[1::2] = [piece.replace("", " ") for piece in pieces[1::2]]  # as " ".join, but in a tenth of the time
    return "".join(pieces)


def may_have_prefix(term: str) -> bool:
    """Whether a folded word is of a script that attaches prefixes to words: it is indexed without them, too."""
    return not term.isascii() and _PREFIXED.fullmatch(term) is not None


def in_title(words: str) -> str:
    """Words as they are indexed, to be found in titles alone."""
    return _BEFORE_WORD.sub(_TITLE, words)


def in_labels(words: str) -> str:
    """Words as they are indexed, to be found in labels alone."""
    return _BEFORE_WORD.sub(_LABEL, words)


def language_label(tag: str) -> str:
    """The word by which articles in a language are found, and in those that are forms of it."""
    return f"language{tag.casefold().replace('-', '')}"


def source_label(source_id: int) -> str:
    """The word by which the articles of a source are found."""
    return f"source{source_id}"


def _next_rows(db: Database, last_id: int) -> list[Row]:
    values: dict[str, Value] = {"last": last_id, "limit": INDEXED_AT_ONCE}
    return all_rows(db, f"{_TEXTS} WHERE id > :last ORDER BY id LIMIT :limit", values)


def _note(db: Database, state: str) -> None:
    db.execute(
        "INSERT INTO facts (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = :value",
        {"name": VERSION_FACT, "value": state},
    )


def _texts(row: Row) -> Texts:
    authors = (row["author"],) if row["author"] else ()
    return new_texts(row["title"], row["text"], language=row["language"], source_id=row["source_id"], authors=authors)


def _index(db: Database, texts: Iterable[tuple[int, Texts]]) -> None:
    _write(db, "INSERT INTO articles_text (rowid, title, text, labels) VALUES (?, ?, ?, ?)", texts)


def _forget(db: Database, texts: Iterable[tuple[int, Texts]]) -> None:
    sql = "INSERT INTO articles_text (articles_text, rowid, title, text, labels) VALUES ('delete', ?, ?, ?, ?)"
    _write(db, sql, texts)


def _write(db: Database, sql: str, texts: Iterable[tuple[int, Texts]]) -> None:
    """Fold many texts, then have FTS5 read them: taking turns, each drives the other from the processor's cache."""
    rest = iter(texts)
    while some := list(islice(rest, FOLDED_AT_ONCE)):
        titles = [_indexed(title) for _, (title, _, _) in some]
        bodies = [_indexed(text) for _, (_, text, _) in some]
        labels = [
            f"{in_title(title)} {EVERY} {_indexed_label(label)}"
            for title, (_, (_, _, label)) in zip(titles, some, strict=True)
        ]
        db.conn.executemany(sql, zip([article_id for article_id, _ in some], titles, bodies, labels, strict=True))


@lru_cache(maxsize=256)  # the articles of a source share language, source and author
def _indexed_label(label: str) -> str:
    return in_labels(_indexed(label))


def _indexed(text: str) -> str:
    """What FTS5 gets of a text: its words as filters compare them, then those with prefixes without each of them."""
    folded = fold_characters(text)
    if folded.isascii():
        return folded
    rows = rows_of(folded)  # looked through in a fraction of the time of the text
    if any(map(rows.__contains__, _OWN_ROWS)):
        folded = _OWN.sub(" ", folded)
    words = spaced(folded) if len(rows.translate(None, _APART_ROWS)) < len(rows) else folded
    if any(map(rows.__contains__, _PREFIXED_ROWS)) and (bare := _without_prefixes(folded)):
        return f"{words} {_END} {' '.join(bare)}"
    return words


def _without_prefixes(folded: str) -> Iterable[str]:
    """What is left of the words of a text that begin with prefixes, each once."""
    found: dict[str, None] = {}
    for word in dict.fromkeys(_BEGINS_AS_PREFIXES.findall(folded)):
        for script, prefix in _PREFIXES[word[0]]:
            if word.startswith(prefix) and script.match(word, len(prefix)):
                found[word[len(prefix) :]] = None
    return found
