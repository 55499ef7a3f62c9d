"""Stores the readings of pages for articles whose feed gives only a teaser: which are due, and their outcome."""

from __future__ import annotations

from datetime import datetime

from bot.models.articles import PageReading, ParsedArticle
from bot.models.packed_blocks import dump_blocks
from bot.store.database import Database
from bot.store.database.rows import Row, Value, all_rows, json_list, one_row, to_us, to_us_or_none
from bot.store.database.worker import Worker
from bot.store.search_index import reindex, texts_of


class Pages:
    """The queue of pages to read. An article has a row in it as long as its feed gives only a teaser."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    async def due(self, now: datetime, *, limit: int) -> list[PageReading]:
        """The readings that are due, that of the newest article first."""
        sql = """SELECT article_id, articles.url, title, teaser, articles.language, tries, sources.language AS fixed,
                 location
                 FROM page_readings JOIN articles ON articles.id = article_id JOIN sources ON sources.id = source_id
                 WHERE due_at <= :now AND articles.url IS NOT NULL ORDER BY article_id DESC LIMIT :limit"""
        values: dict[str, Value] = {"now": to_us(now), "limit": limit}
        return [_reading(row) for row in await self._worker.read(lambda db: all_rows(db, sql, values))]

    async def take(self, article_id: int, page: ParsedArticle, *, language: str, teaser: str | None = None) -> None:
        """Store a page's text as its article's, and its pictures after the article's own. Id, key, URL and story stay.

        `teaser` is the feed's text when the reading began: if it was edited since, nothing is stored.
        """
        values: dict[str, Value] = {
            "id": article_id,
            "text": page.text,
            "blocks": dump_blocks(page.blocks, page.text),
            "thumbnail_url": page.thumbnail_url,
            "more": json_list(page.more_pictures),
            "all": json_list((page.thumbnail_url, *page.more_pictures) if page.thumbnail_url else ()),
            "language": language,
        }

        def write(db: Database) -> None:
            if teaser is not None and not _still_says(db, article_id, teaser):
                return
            before = texts_of(db, article_id)
            db.execute(
                """UPDATE articles SET text = :text, blocks = :blocks, language = :language,
                   more_pictures = iif(thumbnail_url IS NULL, :more, iif(more_pictures = '[]', :all, more_pictures)),
                   thumbnail_url = coalesce(thumbnail_url, :thumbnail_url) WHERE id = :id""",
                values,
            )
            reindex(db, old={article_id: before}, new={article_id: texts_of(db, article_id)})
            db.execute(
                "UPDATE page_readings SET taken = 1, tries = tries + 1, due_at = NULL WHERE article_id = :id",
                {"id": article_id},
            )

        await self._worker.write(write)

    async def leave(self, article_id: int, *, until: datetime | None = None, teaser: str | None = None) -> None:
        """Leave an article its text, and retry its page at `until`; None: never. `teaser` as for `take`."""
        sql = """UPDATE page_readings SET tries = tries + 1, due_at = :until
                 WHERE article_id = :id AND teaser = coalesce(:teaser, teaser)"""
        values: dict[str, Value] = {"id": article_id, "until": to_us_or_none(until), "teaser": teaser}
        await self._worker.write(lambda db: db.execute(sql, values))


def _still_says(db: Database, article_id: int, teaser: str) -> bool:
    sql = "SELECT 1 FROM page_readings WHERE article_id = :id AND teaser = :teaser"
    return one_row(db, sql, {"id": article_id, "teaser": teaser}) is not None


def _reading(row: Row) -> PageReading:
    return PageReading(
        article_id=row["article_id"],
        url=row["url"],
        title=row["title"],
        teaser=row["teaser"],
        language=row["language"],
        is_language_fixed=row["fixed"] is not None,
        source_location=row["location"],
        tries=row["tries"],
    )
