"""Rows of articles: how an article is read; inside others' transactions."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from bot.models.articles import Article, CategoryPath
from bot.models.packed_blocks import load_blocks
from bot.models.sources import SourceKind
from bot.store.database import Database
from bot.store.database.rows import Value, all_rows, from_us, json_list, text_path

NO_ITEMS = "[]"  # of most columns with JSON: spared the parser, since hundreds of articles are read for an answer

# What an article is made of, where its source is joined; then its blocks, which are long, and of no use in lists.
ARTICLE = """articles.id, source_id, key, url, title, authors, text, articles.language, published_at, seen_at,
             thumbnail_url, story_id, pushable, more_pictures, development,
             sources.name, sources.kind, sources.location"""
BLOCKS_TOO, NO_BLOCKS = "blocks", f"'{NO_ITEMS}'"


def load_articles(db: Database, article_ids: Iterable[int], *, blocks: str = BLOCKS_TOO) -> list[Article]:
    """The articles of these ids, in this order, without those that are purged."""
    ids = list(article_ids)
    values: dict[str, Value] = {"ids": json_list(ids)}
    rows = all_rows(
        db,
        f"""SELECT {ARTICLE}, {blocks} FROM articles JOIN sources ON sources.id = source_id
            WHERE articles.id IN (SELECT value FROM json_each(:ids))""",  # noqa: S608
        values,
    )
    paths: dict[int, list[CategoryPath]] = defaultdict(list)
    for row in all_rows(
        db,
        """SELECT article_id, path FROM article_categories JOIN categories ON categories.id = category_id
           WHERE article_id IN (SELECT value FROM json_each(:ids)) AND position IS NOT NULL
           ORDER BY article_id, position""",
        values,
    ):
        paths[row["article_id"]].append(text_path(row["path"]))
    articles = {row["id"]: article_of(row, tuple(paths[row["id"]])) for row in rows}
    return [articles[article_id] for article_id in ids if article_id in articles]


def article_of(row: Iterable[Any], categories: tuple[CategoryPath, ...]) -> Article:
    """The article of a row of ARTICLE and its blocks. By their places: names take half as long again."""
    (number, source_id, key, url, title, names, text, language, published_at, seen_at, thumbnail, story_id, pushable,
     more_pictures, development, source_name, source_kind, source_location, blocks) = row  # fmt: skip
    authors = _texts(names)
    # A folder gathers posts of many publishers: those are the authors.
    author_publishes = bool(authors) and source_kind == SourceKind.FOLDER
    return Article(
        id=number,
        source_id=source_id,
        source_name=authors[0] if author_publishes else source_name,
        key=key,
        url=url,
        title=title,
        authors=authors,
        categories=categories,
        text=text,
        blocks=load_blocks(blocks, text),
        language=language,
        published_at=from_us(published_at),
        seen_at=from_us(seen_at),
        thumbnail_url=thumbnail,
        story_id=story_id,
        pushable=bool(pushable),
        more_pictures=_texts(more_pictures),
        development=bool(development),
        source_location=source_location,
        feed_name=source_name,
    )


def _texts(column: str) -> tuple[str, ...]:
    return () if column == NO_ITEMS else tuple(json.loads(column))
