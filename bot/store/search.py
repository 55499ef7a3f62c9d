"""The full-text index: FTS5 trigrams, which find parts of words in every script. Syntax in a query means nothing.

Trigrams know nothing of queries under three characters (人工, 天気): those are looked for in the text itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlite_utils import Database

from bot.store.rows import Row, Value, all_rows, json_list, one_row

TRIGRAM = 3  # characters
QUERY_MAX = 200  # characters looked at
WORDS_MAX = 10

Texts = tuple[str, str]  # an article's title and text


def texts_of(db: Database, article_id: int) -> Texts:
    """What the index holds, or shall hold, of a stored article."""
    row = one_row(db, "SELECT title, text FROM articles WHERE id = :id", {"id": article_id})
    assert row is not None
    return row["title"], row["text"]


def reindex(db: Database, *, old: Mapping[int, Texts], new: Mapping[int, Texts]) -> None:
    """Forget the texts that were indexed of some articles and make new ones findable, after every other write.

    FTS5 writes out all it gathered whenever another statement opens a savepoint: between the rows of articles, each
    would become a segment of its own, to be merged over and over.
    """
    if old:
        db.conn.executemany(
            "INSERT INTO articles_text (articles_text, rowid, title, text) VALUES ('delete', ?, ?, ?)",
            [(article_id, *texts) for article_id, texts in old.items()],
        )
    db.conn.executemany(
        "INSERT INTO articles_text (rowid, title, text) VALUES (?, ?, ?)",
        [(article_id, *texts) for article_id, texts in new.items()],
    )


def unindex_text(db: Database, article_ids: Iterable[int]) -> None:
    """Forget these articles' words; to be called while the table still holds the very text that was indexed."""
    db.execute(
        """INSERT INTO articles_text (articles_text, rowid, title, text)
           SELECT 'delete', id, title, text FROM articles WHERE id IN (SELECT value FROM json_each(?))""",
        [json_list(article_ids)],
    )


def search_articles(db: Database, query: str, *, limit: int, offset: int) -> list[Row]:
    """The `id`s of articles that hold every word; those with the first word in the title first, then the newest."""
    words = query.replace("\x00", " ")[:QUERY_MAX].split()[:WORDS_MAX]
    if not words:
        return []
    values: dict[str, Value] = {"limit": limit, "offset": offset}
    conditions = []
    if long_words := [word for word in words if len(word) >= TRIGRAM]:
        conditions.append("id IN (SELECT rowid FROM articles_text WHERE articles_text MATCH :match)")
        values["match"] = " ".join(_quoted(word) for word in long_words)
    short_words = [word for word in words if len(word) < TRIGRAM]
    conditions.extend(_holds(f"short{place}", word, values) for place, word in enumerate(short_words))
    in_title = _holds("title", words[0], values, columns=("title",))
    return all_rows(
        db,
        f"""SELECT id FROM articles WHERE {" AND ".join(conditions)}
            ORDER BY {in_title} DESC, published_at DESC, id DESC LIMIT :limit OFFSET :offset""",  # noqa: S608
        values,
    )


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


def _holds(name: str, word: str, values: dict[str, Value], *, columns: tuple[str, ...] = ("title", "text")) -> str:
    # SQLite folds the case of ASCII only, so the usual spellings are looked for one by one.
    spellings = sorted({word, word.lower(), word.upper(), word.title()})
    values.update({f"{name}_{place}": spelling for place, spelling in enumerate(spellings)})
    tests = [f"instr({column}, :{name}_{place}) > 0" for place in range(len(spellings)) for column in columns]
    return f"({' OR '.join(tests)})"
