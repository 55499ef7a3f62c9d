"""The tree of categories inside others' transactions: found, made, bound to articles."""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database

from bot.models import CategoryPath
from bot.news.clean import match_key
from bot.store.rows import one_value, path_text


def find_category(db: Database, path: CategoryPath) -> int | None:
    """The id of exactly this path."""
    found: int | None = one_value(db, "SELECT id FROM categories WHERE path = :path", {"path": path_text(path)})
    return found


def ensure_category(db: Database, path: CategoryPath) -> int:
    """The id of this path, made with its parents where it is not there yet."""
    found = find_category(db, path)
    if found is not None:
        return found
    parent_id = ensure_category(db, path[:-1]) if len(path) > 1 else None
    made: int = one_value(
        db,
        """INSERT INTO categories (parent_id, path, path_key, name_key)
           VALUES (:parent_id, :path, :path_key, :name_key) RETURNING id""",
        {
            "parent_id": parent_id,
            "path": path_text(path),
            "path_key": path_text(tuple(match_key(name) for name in path)),
            "name_key": match_key(path[-1]),
        },
    )
    return made


def bind_categories(db: Database, article_id: int, paths: Iterable[CategoryPath]) -> None:
    """Add paths to those an article has; parents are bound too, without a position of their own."""
    position = one_value(
        db, "SELECT coalesce(max(position), -1) + 1 FROM article_categories WHERE article_id = :id", {"id": article_id}
    )
    for place, path in enumerate(dict.fromkeys(path for path in paths if path), start=position):
        category_id = ensure_category(db, path)
        db.execute(
            """INSERT INTO article_categories (category_id, article_id, position) VALUES (:category, :article, :place)
               ON CONFLICT (category_id, article_id) DO UPDATE SET position = coalesce(position, :place)""",
            {"category": category_id, "article": article_id, "place": place},
        )
        for length in range(1, len(path)):
            db.execute(
                "INSERT OR IGNORE INTO article_categories (category_id, article_id) VALUES (:category, :article)",
                {"category": ensure_category(db, path[:length]), "article": article_id},
            )


def unbind_categories(db: Database, article_id: int, *, unless_copied: str) -> None:
    """Take an edited article's categories away, to bind the new ones; not if several files hold it (`unless_copied` is
    its key): each may name other categories, and an article has them all.
    """
    copies: int = one_value(
        db,
        """SELECT count(*) FROM files WHERE article_key = :key
           AND source_id = (SELECT source_id FROM articles WHERE id = :id)""",
        {"id": article_id, "key": unless_copied},
    )
    if copies <= 1:
        db.execute("DELETE FROM article_categories WHERE article_id = :id", {"id": article_id})
