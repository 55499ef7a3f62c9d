"""Reads articles by id, window and category, and purges them. `sources.apply` writes them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.models.articles import Article, Awaited, CategoryCount, CategoryPath, ParsedArticle
from bot.store.categories import find_category
from bot.store.database import Database
from bot.store.database.article_rows import BLOCKS_TOO, NO_BLOCKS, load_articles
from bot.store.database.rows import Value, all_rows, from_us, json_list, one_value, path_text, text_path, to_us
from bot.store.database.worker import Worker
from bot.store.entries import held_entries, newest_entries
from bot.store.page_queue import WAITING, settled_id
from bot.store.purge import purge
from bot.stories.entries import HeldEntry
from bot.text.clean import match_key
from bot.web.sites import address_key

HOUR_US = 3_600_000_000

# The categories of these paths, so that each article is looked up by a whole key.
_CHOSEN = """
    WITH chosen AS MATERIALIZED (SELECT id FROM categories WHERE path IN (SELECT value FROM json_each(:paths)))"""

# The articles that came in since, with the categories and languages in which some active chat reads, and the first due
# time of those chats. The languages of a category, and their first due time, are found by leaps through an index of the
# subscriptions, so that it does not count how many there are.
_AWAITED = f"""
    WITH RECURSIVE fresh AS MATERIALIZED (
        SELECT id FROM articles WHERE id > :after AND pushable = 1 AND id NOT IN ({WAITING})
    ), bound AS MATERIALIZED (
        SELECT category_id, article_id FROM fresh CROSS JOIN article_categories ON article_id = fresh.id
    ), languages (category_id, language) AS (
        SELECT category_id, (
            SELECT min(language) FROM subscriptions AS first
            WHERE first.category_id = found.category_id AND due_at IS NOT NULL
        ) FROM (SELECT DISTINCT category_id FROM bound) AS found
        UNION ALL
        SELECT category_id, (
            SELECT min(language) FROM subscriptions AS next
            WHERE next.category_id = languages.category_id AND next.language > languages.language
            AND due_at IS NOT NULL
        ) FROM languages WHERE language IS NOT NULL
    ), readers AS MATERIALIZED (
        SELECT category_id, language, (
            SELECT min(due_at) FROM subscriptions AS soonest
            WHERE soonest.category_id = languages.category_id AND soonest.language = languages.language
            AND due_at IS NOT NULL
        ) AS due FROM languages WHERE language IS NOT NULL
    )
    SELECT article_id AS id, language, min(due) AS due FROM bound JOIN readers USING (category_id)
    GROUP BY article_id, language ORDER BY due, article_id DESC"""  # noqa: S608


class Articles:
    """The articles of all sources, to read."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    async def get(self, article_id: int) -> Article | None:
        """The article of this id."""
        found = await self.many([article_id])
        return found[0] if found else None

    async def many(self, article_ids: Sequence[int]) -> list[Article]:
        """The articles of these ids, in this order, without those that are purged."""
        return await self._worker.read(lambda db: load_articles(db, article_ids))

    async def by_url(self, url: str) -> Article | None:
        """The newest article at this canonical URL or a variant of it (`bot.web.sites.address_key`)."""
        found = await self._select("WHERE url_key = :key ORDER BY id DESC LIMIT 1", {"key": address_key(url)})
        return found[0] if found else None

    async def of_story(self, story_id: str, *, limit: int = 100) -> list[Article]:
        """The articles of a story in order of time, the newest `limit` of them."""
        found = await self._select(
            "WHERE story_id = :story ORDER BY published_at DESC, id DESC LIMIT :limit",
            {"story": story_id, "limit": limit},
        )
        return found[::-1]

    async def entries(self, source_id: int, entries: Sequence[ParsedArticle]) -> list[HeldEntry]:
        """What is stored of a source under the keys of these entries, and the newest at their addresses.

        An address counts with and without what stands behind its "#".
        """
        return await self._worker.read(lambda db: held_entries(db, source_id, entries))

    async def newest_entries(self, source_id: int, *, limit: int) -> list[HeldEntry]:
        """What is stored of a source's newest articles, newest first, and how their texts begin."""
        return await self._worker.read(lambda db: newest_entries(db, source_id, limit=limit))

    async def by_source(self, source_id: int, *, limit: int = 50) -> list[Article]:
        """A source's articles, newest published first."""
        return await self._select(
            "WHERE source_id = :source ORDER BY published_at DESC, id DESC LIMIT :limit",
            {"source": source_id, "limit": limit},
        )

    async def count(self, *, since: datetime | None = None) -> int:
        """How many articles there are, or came in since then."""
        sql = "SELECT count(*) FROM articles WHERE seen_at >= :since" if since else "SELECT count(*) FROM articles"
        values: dict[str, Value] = {"since": to_us(since)} if since else {}
        number: int = await self._worker.read(lambda db: one_value(db, sql, values))
        return number

    async def max_id(self) -> int:
        """The highest id of an article, or 0 if there is none."""
        highest: int = await self._worker.read(_max_id)
        return highest

    async def settled_id(self, now: datetime) -> int:
        """The highest id up to which no article waits for its page (`page_queue`); none waits longer than minutes."""
        return await self._worker.read(lambda db: settled_id(db, now))

    async def first_id_since(self, seen_at: datetime) -> int:
        """The lowest id that came in at or after this time; one past the highest if there is none."""
        # "+" (https://sqlite.org/optoverview.html#uplus): without it the whole table is read to the first match.
        sql = "SELECT min(+id) FROM articles WHERE seen_at >= :since"
        return await self._worker.read(lambda db: one_value(db, sql, {"since": to_us(seen_at)}) or _max_id(db) + 1)

    async def window(
        self, category: CategoryPath | None, *, after_id: int, upto_id: int, limit: int = 500
    ) -> list[Article]:
        """The pushable articles with ids in (after_id, upto_id], newest published first, without blocks; children
        included."""
        values: dict[str, Value] = {"after": after_id, "upto": upto_id, "limit": limit}
        end = "pushable = 1 ORDER BY published_at DESC, id DESC LIMIT :limit"
        if category is None:
            return await self._select(f"WHERE id > :after AND id <= :upto AND {end}", values, blocks=NO_BLOCKS)
        return await self._select(
            f"""JOIN article_categories AS bound ON bound.article_id = articles.id
                WHERE bound.category_id = (SELECT id FROM categories WHERE path = :path)
                AND bound.article_id > :after AND bound.article_id <= :upto AND {end}""",  # noqa: S608
            {**values, "path": path_text(category)},
            blocks=NO_BLOCKS,
        )

    async def awaited(self, *, after_id: int, now: datetime) -> list[Awaited]:
        """Pushable articles with ids above `after_id` that active chats await, once for each language they are read in.

        Sorted by due time, then newest first. Articles that wait for their pages are left out.
        """
        values: dict[str, Value] = {"after": after_id, "now": to_us(now)}
        rows = await self._worker.read(lambda db: all_rows(db, _AWAITED, values))
        return [Awaited(article_id=row["id"], language=row["language"], due=from_us(row["due"])) for row in rows]

    async def recent(
        self, categories: Sequence[CategoryPath] | None, *, since: datetime, limit: int = 200
    ) -> list[Article]:
        """Articles published since then, newest first, in these categories and their subcategories; None: in all.

        Without their blocks, which only whole articles show.
        """
        values: dict[str, Value] = {"since": to_us(since), "limit": limit}
        end = "ORDER BY published_at DESC, id DESC LIMIT :limit"
        if categories is None:
            return await self._select(f"WHERE published_at >= :since {end}", values, blocks=NO_BLOCKS)
        return await self._select(
            f"""WHERE published_at >= :since AND EXISTS (
                    SELECT 1 FROM chosen CROSS JOIN article_categories AS bound
                    ON bound.category_id = chosen.id AND bound.article_id = articles.id
                ) {end}""",  # noqa: S608
            {**values, "paths": json_list(path_text(path) for path in categories)},
            first=_CHOSEN,
            blocks=NO_BLOCKS,
        )

    async def categories(self, *, since: datetime) -> list[CategoryCount]:
        """The whole tree, parents before children, with the articles of each (children included) since then."""
        first = -(-to_us(since) // HOUR_US)  # full hours are counted already
        values: dict[str, Value] = {"since": to_us(since), "first": first, "end": first * HOUR_US}
        sql = """WITH counts AS (
                     SELECT category_id, articles FROM hourly_counts WHERE hour >= :first
                     UNION ALL
                     SELECT category_id, 1 FROM articles CROSS JOIN article_categories ON article_id = articles.id
                     WHERE published_at >= :since AND published_at < :end
                 ), lately AS (SELECT category_id, sum(articles) AS articles FROM counts GROUP BY category_id)
                 SELECT id, path, coalesce(articles, 0) AS articles
                 FROM categories LEFT JOIN lately ON category_id = id"""
        rows = await self._worker.read(lambda db: all_rows(db, sql, values))
        counts = [CategoryCount(**{**dict(row), "path": text_path(row["path"])}) for row in rows]
        return sorted(counts, key=lambda count: count.path)

    async def category(self, category_id: int) -> CategoryPath | None:
        """The path of the category of this id."""
        sql = "SELECT path FROM categories WHERE id = :id"
        text = await self._worker.read(lambda db: one_value(db, sql, {"id": category_id}))
        return None if text is None else text_path(text)

    async def category_id(self, path: CategoryPath) -> int | None:
        """The id of the category of exactly this path."""
        return await self._worker.read(lambda db: find_category(db, path))

    async def find_categories(self, name: str) -> list[CategoryPath]:
        """Categories by name or path ("World/Europe"), whatever the case and the Chinese script; paths first."""
        key = path_text(tuple(match_key(part.strip()) for part in name.split("/")))
        sql = """SELECT path FROM categories WHERE path_key = :key OR name_key = :key
                 ORDER BY path_key = :key DESC, path"""
        rows = await self._worker.read(lambda db: all_rows(db, sql, {"key": key}))
        return [text_path(row["path"]) for row in rows]

    async def purge(self, *, before: datetime) -> int:
        """Delete the articles seen before then, and what only they needed; returns how many articles were deleted.

        Folders are their owner's archive: their articles stay as long as the source does. So do a feed's newest ones,
        which it may still list: deleted, they would come in as new. Other writes may run in between.
        """
        return await purge(self._worker, to_us(before))

    async def _select(
        self, clauses: str, values: dict[str, Value], *, first: str = "", blocks: str = BLOCKS_TOO
    ) -> list[Article]:
        sql = f"{first} SELECT articles.id FROM articles {clauses}"  # noqa: S608

        def read(db: Database) -> list[Article]:
            return load_articles(db, [row["id"] for row in all_rows(db, sql, values)], blocks=blocks)

        return await self._worker.read(read)


def _max_id(db: Database) -> int:
    highest: int = one_value(db, "SELECT coalesce(max(id), 0) FROM articles")
    return highest
