"""The tree of categories inside others' transactions: found, made, bound to articles."""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database

from bot.models.articles import CategoryPath
from bot.store.rows import one_value, path_text
from bot.text.clean import match_key


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


def bind_categories(
    db: Database, article_id: int, paths: Iterable[CategoryPath], *, known: dict[CategoryPath, int], fresh: bool
) -> None:
    """Add paths to those an article has; parents are bound too, without a position of their own.

    `known` gathers the ids of paths met within one transaction; a `fresh` article has none bound yet.
    """
    last = "SELECT coalesce(max(position), -1) + 1 FROM article_categories WHERE article_id = :id"
    position = 0 if fresh else one_value(db, last, {"id": article_id})
    own = list(dict.fromkeys(path for path in paths if path))
    db.conn.executemany(
        """INSERT INTO article_categories (category_id, article_id, position) VALUES (?, ?, ?)
           ON CONFLICT (category_id, article_id) DO UPDATE SET position = coalesce(position, excluded.position)""",
        [(_id_of(db, path, known), article_id, place) for place, path in enumerate(own, start=position)],
    )
    db.conn.executemany(
        "INSERT OR IGNORE INTO article_categories (category_id, article_id) VALUES (?, ?)",
        [(_id_of(db, path[:length], known), article_id) for path in own for length in range(1, len(path))],
    )


def unbind_categories(db: Database, article_id: int) -> None:
    """Take an edited article's categories away, to bind the new ones."""
    db.execute("DELETE FROM article_categories WHERE article_id = :id", {"id": article_id})


def _id_of(db: Database, path: CategoryPath, known: dict[CategoryPath, int]) -> int:
    if path not in known:
        known[path] = ensure_category(db, path)
    return known[path]
