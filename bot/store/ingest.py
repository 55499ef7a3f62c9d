"""Applies what a reading of a source changes, inside one transaction: the source's row, its stamps, its articles.

Reads the facts and writes what follows from them; what follows, `bot.stories` decides (`identity`, `clusters`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from bot.models.articles import NewArticle, StorySketch
from bot.models.packed_blocks import dump_blocks
from bot.models.sources import Applied, SourceUpdate
from bot.store.categories import Bindings, unbind_categories
from bot.store.database import Database
from bot.store.database.rows import Value, all_rows, from_us_or_none, json_list, one_value, to_us, to_us_or_none
from bot.store.page_queue import queue_page, unqueue_page
from bot.store.search_index import Texts, new_texts, reindex, texts_of
from bot.store.stories import find_same_page, find_story, remember, remember_join
from bot.store.term_counts import count_terms
from bot.stories.clusters import BEGINS_STORY, IndexKeys, index_keys
from bot.stories.identity import Change, Decision, Facts, StoredVersion, decide
from bot.stories.weights import TermWeights
from bot.web.sites import address_key


@dataclass(slots=True, kw_only=True)
class _Known:
    """What is stored about the update's articles, read at once and kept up to date while they are written."""

    ids: dict[str, int]  # by key
    versions: dict[str, StoredVersion]  # by key
    files: Mapping[str, int]  # by key, how many files of a folder hold the article
    brought_before: set[tuple[str, str]]  # keys and titles

    def facts(self, article: NewArticle) -> Facts:
        """What decides about the article."""
        key = article.parsed.key
        return Facts(
            stored=self.versions.get(key),
            files=self.files.get(key, 0),
            was_brought_before=(key, article.parsed.title) in self.brought_before,
        )

    def note(self, article_id: int, article: NewArticle, decision: Decision) -> None:
        """Take over what was written: a reading may hold an article twice."""
        key = article.parsed.key
        before = self.versions.get(key)
        self.ids[key] = article_id
        self.versions[key] = StoredVersion(
            fingerprint=article.fingerprint,
            version_at=article.version_at or (before.version_at if before else None),
            has_page_text=decision.keeps_text,
        )


def apply_update(db: Database, update: SourceUpdate) -> Applied:
    """Carry out a SourceUpdate; says which articles are new, and how many changed or were known.

    Of a source that was removed while it was read nothing is stored: it is read anew when it comes back.
    """
    if not _update_source(db, update):
        return Applied()
    _remember_files(db, update)
    known = _known(db, update)
    fresh = [article for article in update.articles if article.parsed.key not in known.ids]
    sample = (article.counted for article in fresh if article.counted and article.counted.terms)
    weights = count_terms(db, filter(None, map(_sketch, fresh)), sample=sample)
    # For all before anything is written, since taking turns with SQLite takes longer. Of one key the first is stored.
    keys = {article.parsed.key: _keys(article, weights) for article in reversed(fresh)}
    bindings = Bindings(db)
    indexed: dict[int, Texts] = {}  # what the full-text index holds of articles that change
    changed: dict[int, Texts] = {}  # what it is to hold
    new_ids: list[int] = []
    changes: Counter[Change] = Counter()
    for article in update.articles:
        decision = decide(article, known.facts(article))
        changes[decision.change] += 1
        if decision.change is Change.NEW:
            article_id = _insert(db, update, article, decision, weights, keys[article.parsed.key])
            new_ids.append(article_id)
            changed[article_id] = _indexed(update, article)
        elif decision.change is Change.EDITED:
            article_id = known.ids[article.parsed.key]
            if article_id not in changed:
                indexed[article_id] = texts_of(db, article_id)
            bindings.write()  # a reading may hold an article twice
            _replace(db, article_id, update, article, decision)
            changed[article_id] = texts_of(db, article_id)
        else:
            continue
        is_new = decision.change is Change.NEW
        bindings.bind(article_id, article.parsed.categories, fresh=is_new)
        if decision.reads_page:
            queue_page(db, article_id, article, to_us(update.checked_at))
        known.note(article_id, article, decision)
    bindings.write()
    reindex(db, old=indexed, new=changed)
    unchanged = changes[Change.UNCHANGED] + changes[Change.OUTDATED]
    return Applied(new_ids=tuple(new_ids), updated=changes[Change.EDITED], known=unchanged)


def _indexed(update: SourceUpdate, article: NewArticle) -> Texts:
    """What is indexed of a new article."""
    parsed, source_id = article.parsed, update.source_id
    return new_texts(parsed.title, parsed.text, language=article.language, source_id=source_id, authors=parsed.authors)


def _sketch(article: NewArticle) -> StorySketch | None:
    """What the article's story is found by; None if it says too little."""
    return article.sketch if article.sketch is not None and article.sketch.terms else None


def _keys(article: NewArticle, weights: Mapping[int, TermWeights]) -> IndexKeys | None:
    """What the article is found by among stories; None if it says too little."""
    sketch = _sketch(article)
    return index_keys(sketch, weights[sketch.language]) if sketch else None


def _remember_files(db: Database, update: SourceUpdate) -> None:
    gone = [(update.source_id, path) for path in update.gone_files]
    db.conn.executemany("DELETE FROM files WHERE source_id = ? AND path = ?", gone)
    db.conn.executemany(
        """INSERT INTO files (source_id, path, size, mtime_ns, problem, article_key, own_key)
           VALUES (?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (source_id, path)
           DO UPDATE SET size = excluded.size, mtime_ns = excluded.mtime_ns, problem = excluded.problem,
           article_key = coalesce(excluded.article_key, article_key), own_key = coalesce(excluded.own_key, own_key)""",
        [
            (update.source_id, stamp.path, stamp.size, stamp.mtime_ns, stamp.problem, stamp.article_key, stamp.own_key)
            for stamp in update.files
        ],
    )


def _update_source(db: Database, update: SourceUpdate) -> bool:
    """Whether the source is still there to be updated."""
    is_there = db.execute(
        """UPDATE sources SET checked_at = :checked_at, next_check_at = :next_check_at, etag = :etag,
           last_modified = :last_modified, was_read = max(was_read, :completes), failures = :failures,
           succeeded_at = iif(:failures = 0, :checked_at, succeeded_at),
           last_error = :last_error, trouble = :trouble, enabled = :enabled, articles_per_day = :articles_per_day
           WHERE id = :id AND gone = 0""",
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
            "completes": update.completes,
        },
    ).rowcount
    values: dict[str, Value] = {"id": update.source_id, "location": update.moved_to}
    taken = "SELECT 1 FROM sources WHERE gone = 0 AND (location = :location OR moved_from = :location) AND id <> :id"
    if is_there and update.moved_to and not one_value(db, taken, values):
        db.execute(
            """UPDATE sources SET moved_from = nullif(coalesce(moved_from, location), :location), location = :location
               WHERE id = :id""",
            values,
        )
    return bool(is_there)


def _known(db: Database, update: SourceUpdate) -> _Known:
    """What is stored about the update's articles, its own files included."""
    values: dict[str, Value] = {
        "source": update.source_id,
        "keys": json_list(article.parsed.key for article in update.articles),
    }
    rows = all_rows(
        db,
        """SELECT key, id, fingerprint, version_at, coalesce(taken, 0) AS has_page_text
           FROM articles LEFT JOIN page_readings ON article_id = id
           WHERE source_id = :source AND key IN (SELECT value FROM json_each(:keys))""",
        values,
    )
    files = all_rows(
        db,
        """SELECT article_key, count(*) FROM files
           WHERE source_id = :source AND article_key IN (SELECT value FROM json_each(:keys)) GROUP BY article_key""",
        values,
    )
    # CROSS JOIN: removed sources first, which are few, then their articles by key.
    brought_before = all_rows(
        db,
        """SELECT key, title FROM sources CROSS JOIN articles ON source_id = sources.id
           AND key IN (SELECT value FROM json_each(:keys)) WHERE gone = 1 AND sources.id <> :source""",
        values,
    )
    versions = {
        row["key"]: StoredVersion(
            fingerprint=row["fingerprint"],
            version_at=from_us_or_none(row["version_at"]),
            has_page_text=bool(row["has_page_text"]),
        )
        for row in rows
    }
    return _Known(
        ids={row["key"]: row["id"] for row in rows},
        versions=versions,
        files=dict(map(tuple, files)),
        brought_before=set(map(tuple, brought_before)),
    )


def _article_values(update: SourceUpdate, article: NewArticle) -> dict[str, Value]:
    parsed = article.parsed
    return {
        "source_id": update.source_id,
        "key": parsed.key,
        "fingerprint": article.fingerprint,
        "url": parsed.url,
        "title": parsed.title,
        "authors": json_list(parsed.authors),
        "text": parsed.text,
        "blocks": dump_blocks(parsed.blocks, parsed.text),
        "language": article.language,
        "published_at": to_us(article.published_at),
        "seen_at": to_us(update.checked_at),
        "thumbnail_url": parsed.thumbnail_url,
        "more_pictures": json_list(parsed.more_pictures),
        "url_key": address_key(parsed.url) if parsed.url else None,
        "version_at": to_us_or_none(article.version_at),
    }


def _insert(
    db: Database,
    update: SourceUpdate,
    article: NewArticle,
    decision: Decision,
    weights: Mapping[int, TermWeights],
    keys: IndexKeys | None,
) -> int:
    """Store a new article in the story it belongs to. A later edit leaves it there: digests may have sent it."""
    values = _article_values(update, article)
    sketch, placement = article.sketch, BEGINS_STORY
    if sketch and keys:
        placement = find_story(db, sketch, article.published_at, keys, weights[sketch.language])
    if placement.joins is None and values["url_key"]:
        placement = find_same_page(db, values)
    values |= {
        "joins": placement.joins,
        "own_story_id": article.own_story_id,
        "pushable": decision.pushable,
        "development": placement.development,
    }
    article_id = db.conn.execute(
        """INSERT INTO articles (source_id, key, fingerprint, url, url_key, title, authors, text, blocks, language,
                                 published_at, seen_at, version_at, thumbnail_url, more_pictures, story_id, pushable,
                                 development)
           VALUES (:source_id, :key, :fingerprint, :url, :url_key, :title, :authors, :text, :blocks, :language,
                   :published_at, :seen_at, :version_at, :thumbnail_url, :more_pictures,
                   coalesce((SELECT story_id FROM articles WHERE id = :joins), :own_story_id), :pushable,
                   :development)""",
        values,
    ).lastrowid
    assert article_id is not None
    remember_join(db, article_id, article, placement)
    if sketch and keys:
        remember(db, article_id, sketch, article.published_at, placement, keys)
    return article_id


def _replace(db: Database, article_id: int, update: SourceUpdate, article: NewArticle, decision: Decision) -> None:
    """Take over an edit. Id, place in the cursor's order and story stay, so that no chat gets the article again."""
    if not article.wants_page:
        unqueue_page(db, article_id)
    if decision.replaces_categories:
        unbind_categories(db, article_id)
    # An undated article was given the time of its first reading: an edit does not make it new again.
    db.execute(
        """UPDATE articles SET fingerprint = :fingerprint, url = :url, url_key = :url_key, title = :title,
           authors = :authors, text = iif(:keeps_text, text, :text), blocks = iif(:keeps_text, blocks, :blocks),
           language = iif(:keeps_text, language, :language), version_at = coalesce(:version_at, version_at),
           published_at = iif(:dated, :published_at, published_at),
           more_pictures = iif(:keeps_text AND :thumbnail_url IS NULL, more_pictures, :more_pictures),
           thumbnail_url = coalesce(:thumbnail_url, iif(:keeps_text, thumbnail_url, NULL)) WHERE id = :id""",
        {
            **_article_values(update, article),
            "id": article_id,
            "dated": article.parsed.published_at is not None,
            "keeps_text": decision.keeps_text,
        },
    )
