"""What a reading of a source changes, inside one transaction: the source's row, its stamps, its articles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from pydantic import TypeAdapter
from sqlite_utils import Database

from bot.models.articles import Block, CategoryPath, NewArticle, StorySketch
from bot.models.sources import Applied, SourceUpdate
from bot.store.categories import bind_categories, unbind_categories
from bot.store.page_wants import forget_page, holds_page, want_page
from bot.store.rows import Value, all_rows, from_us_or_none, json_list, one_value, to_us, to_us_or_none
from bot.store.search import Texts, reindex, texts_of
from bot.store.stories import Place, find_story, remember, twin_story
from bot.store.term_counts import TermWorth, count_terms
from bot.stories.identity import same_words
from bot.web.sites import address_key

BLOCKS: TypeAdapter[tuple[Block, ...]] = TypeAdapter(tuple[Block, ...])


class _Held(NamedTuple):
    """What is stored of an article."""

    id: int
    fingerprint: str
    version_at: int | None


def apply_update(db: Database, update: SourceUpdate) -> Applied:
    """Carry out a SourceUpdate; says which articles are new, and how many changed or were known.

    Of a source that was removed while it was read nothing is stored: it is read anew when it comes back.
    """
    if not _update_source(db, update):
        return Applied()
    _remember_files(db, update)
    held = _held(db, update)
    fresh = (article for article in update.articles if article.parsed.key not in held)
    worths = count_terms(db, filter(None, map(_sketch, fresh)))
    told_before = _told_before(db, update)
    categories: dict[CategoryPath, int] = {}
    indexed: dict[int, Texts] = {}  # what the index holds of articles that change
    changed: dict[int, Texts] = {}  # what it shall hold
    new_ids: list[int] = []
    updated = known = 0
    for article in update.articles:
        values = _article_values(update, article)
        key = article.parsed.key
        before = held.get(key)
        if before is None:
            values["pushable"] = article.pushable and (key, article.parsed.title) not in told_before
            article_id = _insert(db, article, values, worths)
            changed[article_id] = article.parsed.title, article.parsed.text
            new_ids.append(article_id)
        elif before.fingerprint == article.fingerprint or _is_older(db, update, article, before):
            known += 1
            continue
        else:
            article_id = before.id
            updated += 1
            if article_id not in changed:
                indexed[article_id] = texts_of(db, article_id)
            _replace(db, article_id, values, article)
            changed[article_id] = texts_of(db, article_id)
            if _files(db, update, key) <= 1:  # each of several may name other categories, and an article has them all
                unbind_categories(db, article_id)
        bind_categories(db, article_id, article.parsed.categories, known=categories, fresh=before is None)
        if article.wants_page and (before is None or not same_words(before.fingerprint, article.fingerprint)):
            want_page(db, article_id, article, to_us(update.checked_at))
        version_at = to_us_or_none(article.version_at) or (before and before.version_at)
        held[key] = _Held(article_id, article.fingerprint, version_at)
    reindex(db, old=indexed, new=changed)
    return Applied(new_ids=tuple(new_ids), updated=updated, known=known)


def _sketch(article: NewArticle) -> StorySketch | None:
    """What its story is found by; None if it says too little."""
    return article.sketch if article.sketch is not None and article.sketch.terms else None


def _is_older(db: Database, update: SourceUpdate, article: NewArticle, held: _Held) -> bool:
    """Whether what came is a version from before the stored one; a date alone may be corrected to an earlier one.

    What stands in one file alone is what its owner made of it, whatever its date.
    """
    stored = from_us_or_none(held.version_at)
    if stored is None or article.version_at is None or same_words(held.fingerprint, article.fingerprint):
        return False
    return article.version_at < stored and _files(db, update, article.parsed.key) != 1


def _files(db: Database, update: SourceUpdate, key: str) -> int:
    """How many files of a folder hold this article."""
    sql = "SELECT count(*) FROM files WHERE source_id = :source AND article_key = :key"
    number: int = one_value(db, sql, {"source": update.source_id, "key": key})
    return number


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


def _held(db: Database, update: SourceUpdate) -> dict[str, _Held]:
    """By key, what is stored of the update's articles."""
    sql = """SELECT key, id, fingerprint, version_at FROM articles
             WHERE source_id = :source AND key IN (SELECT value FROM json_each(:keys))"""
    rows = all_rows(db, sql, {"source": update.source_id, "keys": _keys(update)})
    return {key: _Held(*values) for key, *values in rows}


def _told_before(db: Database, update: SourceUpdate) -> set[tuple[str, str]]:
    """The keys and titles that removed sources have brought before.

    A source that was removed and came back from another place brings what it brought before: no news to anyone.
    """
    # CROSS JOIN: removed sources first, which are few, then their articles by key.
    sql = """SELECT key, title FROM sources CROSS JOIN articles ON source_id = sources.id
             AND key IN (SELECT value FROM json_each(:keys)) WHERE gone = 1 AND sources.id <> :source"""
    return set(map(tuple, all_rows(db, sql, {"source": update.source_id, "keys": _keys(update)})))


def _keys(update: SourceUpdate) -> str:
    return json_list(article.parsed.key for article in update.articles)


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
        "blocks": BLOCKS.dump_json(parsed.blocks, exclude_defaults=True).decode(),
        "language": article.language,
        "published_at": to_us(article.published_at),
        "seen_at": to_us(update.checked_at),
        "thumbnail_url": parsed.thumbnail_url,
        "more_pictures": json_list(parsed.more_pictures),
        "story_id": article.story_id,
        "pushable": article.pushable,
        "development": False,
        "url_key": address_key(parsed.url) if parsed.url else None,
        "version_at": to_us_or_none(article.version_at),
    }


def _insert(db: Database, article: NewArticle, values: dict[str, Value], worths: Mapping[int, TermWorth]) -> int:
    """Store a new article under the story it tells. A later edit leaves it there: digests may have told it."""
    sketch, told_at = _sketch(article), article.published_at
    place = find_story(db, sketch, told_at, worths[sketch.language]) if sketch else Place()
    if place.joined:
        values = {**values, "story_id": place.story_id, "development": place.joined.development}
    elif values["url_key"] and (twin := twin_story(db, values)):
        values = {**values, "story_id": twin}
    article_id: int = one_value(
        db,
        """INSERT INTO articles (source_id, key, fingerprint, url, url_key, title, authors, text, blocks, language,
                                 published_at, seen_at, version_at, thumbnail_url, more_pictures, story_id, pushable,
                                 development)
           VALUES (:source_id, :key, :fingerprint, :url, :url_key, :title, :authors, :text, :blocks, :language,
                   :published_at, :seen_at, :version_at, :thumbnail_url, :more_pictures, :story_id, :pushable,
                   :development)
           RETURNING id""",
        values,
    )
    if sketch:
        remember(db, article_id, sketch, told_at, place)
    return article_id


def _replace(db: Database, article_id: int, values: dict[str, Value], article: NewArticle) -> None:
    """Take over an edit. Id, place in the cursor's order and story stay, so that nobody is told it again."""
    # Where the feed still gives a teaser, the page's text stays until the page was read again.
    keeps_text = article.wants_page and holds_page(db, article_id)
    if not article.wants_page:
        forget_page(db, article_id)
    # An undated article was given the time of its first reading: an edit does not make it new again.
    db.execute(
        """UPDATE articles SET fingerprint = :fingerprint, url = :url, url_key = :url_key, title = :title,
           authors = :authors, text = iif(:keeps_text, text, :text), blocks = iif(:keeps_text, blocks, :blocks),
           language = iif(:keeps_text, language, :language), version_at = coalesce(:version_at, version_at),
           published_at = iif(:dated, :published_at, published_at),
           more_pictures = iif(:keeps_text AND :thumbnail_url IS NULL, more_pictures, :more_pictures),
           thumbnail_url = coalesce(:thumbnail_url, iif(:keeps_text, thumbnail_url, NULL)) WHERE id = :id""",
        {
            **values,
            "id": article_id,
            "dated": article.parsed.published_at is not None,
            "keeps_text": keeps_text,
        },
    )
