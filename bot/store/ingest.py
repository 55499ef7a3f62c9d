"""What a reading of a source changes, inside one transaction: the source's row, its stamps, its articles."""

from __future__ import annotations

import json

from pydantic import TypeAdapter
from sqlite_utils import Database

from bot.models import Applied, Block, CategoryPath, NewArticle, SourceUpdate
from bot.store.categories import bind_categories
from bot.store.rows import Value, all_rows, json_list, one_row, one_value, to_us
from bot.store.search import Texts, reindex

BLOCKS: TypeAdapter[tuple[Block, ...]] = TypeAdapter(tuple[Block, ...])


def apply_update(db: Database, update: SourceUpdate) -> Applied:
    """Carry out a SourceUpdate; says which articles are new, and how many changed or were known."""
    _update_source(db, update)
    _remember_files(db, update)
    held = _held(db, update)
    categories: dict[CategoryPath, int] = {}
    indexed: dict[int, Texts] = {}  # what the index holds of articles that change
    to_index: dict[int, Texts] = {}
    new_ids: list[int] = []
    updated = known = 0
    for article in update.articles:
        values = _article_values(update, article)
        article_id, fingerprint = held.get(article.parsed.key, (None, ""))
        fresh = article_id is None
        if article_id is None:
            article_id = _insert(db, values)
            new_ids.append(article_id)
        elif fingerprint == article.fingerprint:
            known += 1
        else:
            updated += 1
            if article_id not in to_index:
                indexed[article_id] = _texts(db, article_id)
            _replace(db, article_id, values, dated=article.parsed.published_at is not None)
        if fingerprint != article.fingerprint:
            to_index[article_id] = article.parsed.title, article.parsed.text
        held[article.parsed.key] = article_id, article.fingerprint
        bind_categories(db, article_id, article.parsed.categories, known=categories, fresh=fresh)
    reindex(db, old=indexed, new=to_index)
    return Applied(new_ids=tuple(new_ids), updated=updated, known=known)


def _remember_files(db: Database, update: SourceUpdate) -> None:
    db.conn.executemany(
        """INSERT INTO files (source_id, path, size, mtime_ns, problem) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (source_id, path)
           DO UPDATE SET size = excluded.size, mtime_ns = excluded.mtime_ns, problem = excluded.problem""",
        [(update.source_id, stamp.path, stamp.size, stamp.mtime_ns, stamp.problem) for stamp in update.files],
    )


def _update_source(db: Database, update: SourceUpdate) -> None:
    db.execute(
        """UPDATE sources SET checked_at = :checked_at, next_check_at = :next_check_at, etag = :etag,
           last_modified = :last_modified, failures = :failures, last_error = :last_error, trouble = :trouble,
           enabled = :enabled, articles_per_day = :articles_per_day WHERE id = :id""",
        {
            "id": update.source_id,
            "checked_at": to_us(update.checked_at),
            "next_check_at": to_us(update.next_check_at),
            "etag": update.etag,
            "last_modified": update.last_modified,
            "failures": update.failures,
            "last_error": update.last_error,
            "trouble": update.trouble,
            "articles_per_day": update.articles_per_day,
            "enabled": update.enabled,
        },
    )
    values: dict[str, Value] = {"id": update.source_id, "location": update.moved_to}
    taken = "SELECT 1 FROM sources WHERE gone = 0 AND (location = :location OR moved_from = :location) AND id <> :id"
    if update.moved_to and not one_value(db, taken, values):
        db.execute(
            """UPDATE sources SET moved_from = nullif(coalesce(moved_from, location), :location), location = :location
               WHERE id = :id""",
            values,
        )


def _held(db: Database, update: SourceUpdate) -> dict[str, tuple[int, str]]:
    """Key -> id and fingerprint of those of the update's articles that are stored."""
    sql = """SELECT key, id, fingerprint FROM articles
             WHERE source_id = :source AND key IN (SELECT value FROM json_each(:keys))"""
    keys = json_list(article.parsed.key for article in update.articles)
    return {
        row["key"]: (row["id"], row["fingerprint"])
        for row in all_rows(db, sql, {"source": update.source_id, "keys": keys})
    }


def _texts(db: Database, article_id: int) -> Texts:
    row = one_row(db, "SELECT title, text FROM articles WHERE id = :id", {"id": article_id})
    assert row is not None
    return row["title"], row["text"]


def _article_values(update: SourceUpdate, article: NewArticle) -> dict[str, Value]:
    parsed = article.parsed
    return {
        "source_id": update.source_id,
        "key": parsed.key,
        "fingerprint": article.fingerprint,
        "url": parsed.url,
        "title": parsed.title,
        "authors": json.dumps(parsed.authors, ensure_ascii=False),
        "text": parsed.text,
        "blocks": BLOCKS.dump_json(parsed.blocks, exclude_defaults=True).decode(),
        "language": article.language,
        "published_at": to_us(article.published_at),
        "seen_at": to_us(update.checked_at),
        "thumbnail_url": parsed.thumbnail_url,
        "story_id": article.story_id,
        "pushable": article.pushable,
    }


def _insert(db: Database, values: dict[str, Value]) -> int:
    article_id: int = one_value(
        db,
        """INSERT INTO articles (source_id, key, fingerprint, url, title, authors, text, blocks, language,
                                 published_at, seen_at, thumbnail_url, story_id, pushable)
           VALUES (:source_id, :key, :fingerprint, :url, :title, :authors, :text, :blocks, :language,
                   :published_at, :seen_at, :thumbnail_url, :story_id, :pushable) RETURNING id""",
        values,
    )
    return article_id


def _replace(db: Database, article_id: int, values: dict[str, Value], *, dated: bool) -> None:
    # An undated article was given the time of its first reading: an edit does not make it new again.
    db.execute(
        """UPDATE articles SET fingerprint = :fingerprint, url = :url, title = :title, authors = :authors, text = :text,
           blocks = :blocks, language = :language, published_at = iif(:dated, :published_at, published_at),
           thumbnail_url = :thumbnail_url, story_id = :story_id WHERE id = :id""",
        {**values, "id": article_id, "dated": dated},
    )
