"""The tree of categories: find, create, link to articles; inside others' transactions."""

from __future__ import annotations

from collections.abc import Iterable

from bot.models.articles import CategoryPath
from bot.store.database import Database
from bot.store.database.rows import one_value, path_text
from bot.text.clean import match_key


def find_category(db: Database, path: CategoryPath) -> int | None:
    """The id of exactly this path."""
    found: int | None = one_value(db, "SELECT id FROM categories WHERE path = :path", {"path": path_text(path)})
    return found


def ensure_category(db: Database, path: CategoryPath) -> int:
    """The id of this path; it is created, with its parents, where it does not exist."""
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
    """Link an article to further categories; their parents are linked too, without a position of their own.

    `known` collects the ids of paths within one transaction; a `fresh` article has no links yet.
    """
    last = "SELECT coalesce(max(position), -1) + 1 FROM article_categories WHERE article_id = :id"
    position = 0 if fresh else one_value(db, last, {"id": article_id})
    own = list(dict.fromkeys(path for path in paths if path))
    db.conn.executemany(
        """INSERT INTO article_categories (category_id, article_id, position) VALUES (?, ?, ?)
           ON CONFLICT (category_id, article_id) DO UPDATE SET position = coalesce(position, excluded.position)""",
        [(_id_of(db, path, known), article_id, number) for number, path in enumerate(own, start=position)],
    )
    db.conn.executemany(
        "INSERT OR IGNORE INTO article_categories (category_id, article_id) VALUES (?, ?)",
        [(_id_of(db, path[:length], known), article_id) for path in own for length in range(1, len(path))],
    )


def unbind_categories(db: Database, article_id: int) -> None:
    """Remove an edited article's links to categories, before the new ones are added."""
    db.execute("DELETE FROM article_categories WHERE article_id = :id", {"id": article_id})


def _id_of(db: Database, path: CategoryPath, known: dict[CategoryPath, int]) -> int:
    if path not in known:
        known[path] = ensure_category(db, path)
    return known[path]
