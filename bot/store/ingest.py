"""What a reading of a source changes, inside one transaction: the source's row, its stamps, its articles."""

from __future__ import annotations

import json
from collections.abc import Mapping

from pydantic import TypeAdapter
from sqlite_utils import Database

from bot.models import Applied, Block, NewArticle, SourceUpdate
from bot.store.categories import bind_categories
from bot.store.rows import Value, one_row, one_value, to_us
from bot.store.search import index_text, unindex_text
from bot.store.stories import count_terms, find_story, remember

BLOCKS: TypeAdapter[tuple[Block, ...]] = TypeAdapter(tuple[Block, ...])


def apply_update(db: Database, update: SourceUpdate) -> Applied:
    """Carry out a SourceUpdate; says which articles are new, and how many changed or were known."""
    _update_source(db, update)
    for stamp in update.files:
        db.execute(
            """INSERT INTO files (source_id, path, size, mtime_ns, problem)
               VALUES (:source, :path, :size, :mtime_ns, :problem)
               ON CONFLICT (source_id, path) DO UPDATE SET size = :size, mtime_ns = :mtime_ns, problem = :problem""",
            {
                "source": update.source_id,
                "path": stamp.path,
                "size": stamp.size,
                "mtime_ns": stamp.mtime_ns,
                "problem": stamp.problem,
            },
        )
    frequency = count_terms(db, update.articles)
    new_ids: list[int] = []
    updated = known = 0
    for article in update.articles:
        values = _article_values(update, article)
        row = one_row(db, "SELECT id, fingerprint FROM articles WHERE source_id = :source_id AND key = :key", values)
        if row is None:
            article_id = _insert(db, article, values, frequency)
            new_ids.append(article_id)
        else:
            article_id = row["id"]
            if row["fingerprint"] == article.fingerprint:
                known += 1
            else:
                updated += 1
                _replace(db, article_id, values, dated=article.parsed.published_at is not None)
        bind_categories(db, article_id, article.parsed.categories)
    return Applied(new_ids=tuple(new_ids), updated=updated, known=known)


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
        "more_pictures": json.dumps(parsed.more_pictures),
        "story_id": article.story_id,
        "pushable": article.pushable,
        "development": False,
    }


def _insert(db: Database, article: NewArticle, values: dict[str, Value], frequency: Mapping[int, int]) -> int:
    """Store a new article under the story it tells. A later edit leaves it there: digests may have told it."""
    place = find_story(db, article, frequency)
    if place.joined:
        values = {**values, "story_id": place.story_id, "development": place.joined.development}
    article_id: int = one_value(
        db,
        """INSERT INTO articles (source_id, key, fingerprint, url, title, authors, text, blocks, language,
                                 published_at, seen_at, thumbnail_url, more_pictures, story_id, pushable, development)
           VALUES (:source_id, :key, :fingerprint, :url, :title, :authors, :text, :blocks, :language,
                   :published_at, :seen_at, :thumbnail_url, :more_pictures, :story_id, :pushable, :development)
           RETURNING id""",
        values,
    )
    remember(db, article_id, article, place)
    index_text(db, [article_id])
    return article_id


def _replace(db: Database, article_id: int, values: dict[str, Value], *, dated: bool) -> None:
    unindex_text(db, [article_id])
    # An undated article was given the time of its first reading: an edit does not make it new again.
    db.execute(
        """UPDATE articles SET fingerprint = :fingerprint, url = :url, title = :title, authors = :authors, text = :text,
           blocks = :blocks, language = :language, published_at = iif(:dated, :published_at, published_at),
           thumbnail_url = :thumbnail_url, more_pictures = :more_pictures WHERE id = :id""",
        {**values, "id": article_id, "dated": dated},
    )
    index_text(db, [article_id])
