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


class Bindings:
    """Links of articles to categories, gathered in one transaction and written together."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._ids: dict[CategoryPath, int] = {}
        self._own: list[tuple[int, int, int]] = []
        self._parents: list[tuple[int, int]] = []

    def bind(self, article_id: int, paths: Iterable[CategoryPath], *, fresh: bool) -> None:
        """Link an article to further categories; their parents are linked too, without a position of their own.

        A `fresh` article has no links yet; those of another are written.
        """
        last = "SELECT coalesce(max(position), -1) + 1 FROM article_categories WHERE article_id = :id"
        position = 0 if fresh else one_value(self._db, last, {"id": article_id})
        own = list(dict.fromkeys(path for path in paths if path))
        self._own += [(self._id_of(path), article_id, number) for number, path in enumerate(own, start=position)]
        self._parents += [(self._id_of(path[:length]), article_id) for path in own for length in range(1, len(path))]

    def write(self) -> None:
        """Write the links that were gathered."""
        self._db.conn.executemany(
            """INSERT INTO article_categories (category_id, article_id, position) VALUES (?, ?, ?)
               ON CONFLICT (category_id, article_id) DO UPDATE SET position = coalesce(position, excluded.position)""",
            self._own,
        )
        self._db.conn.executemany(
            "INSERT OR IGNORE INTO article_categories (category_id, article_id) VALUES (?, ?)", self._parents
        )
        self._own, self._parents = [], []

    def _id_of(self, path: CategoryPath) -> int:
        if path not in self._ids:
            self._ids[path] = ensure_category(self._db, path)
        return self._ids[path]


def unbind_categories(db: Database, article_id: int) -> None:
    """Remove an edited article's links to categories, before the new ones are added."""
    db.execute("DELETE FROM article_categories WHERE article_id = :id", {"id": article_id})
