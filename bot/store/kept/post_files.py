"""The files of folders of posts: what each was when it was last read, and which articles it gave."""

from __future__ import annotations

from collections.abc import Sequence

from bot.models.sources import FileStamp
from bot.store.database.rows import Value, all_rows, json_list
from bot.store.database.worker import Worker
from bot.stories.identity import FileKeys


class PostFiles:
    """The stamps of files; `Sources.apply` writes them."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    async def changed(
        self, source_id: int, files: Sequence[FileStamp], *, but_not: Sequence[str] = ()
    ) -> list[FileStamp]:
        """The files of a folder that are new, or whose size or time has changed since they were last read.

        `but_not`: problems for which a file counts as not read, as earlier versions stored them.
        """
        sql = """SELECT path, size, mtime_ns FROM files
                 WHERE source_id = :source AND path IN (SELECT value FROM json_each(:paths))
                 AND (problem IS NULL OR problem NOT IN (SELECT value FROM json_each(:but_not)))"""
        values: dict[str, Value] = {
            "source": source_id,
            "paths": json_list(file.path for file in files),
            "but_not": json_list(but_not),
        }
        rows = await self._worker.read(lambda db: all_rows(db, sql, values))
        held = {path: (size, mtime_ns) for path, size, mtime_ns in rows}
        return [file for file in files if held.get(file.path) != (file.size, file.mtime_ns)]

    async def file_keys(self, source_id: int, paths: Sequence[str]) -> dict[str, FileKeys]:
        """By path, the keys of the articles that these files gave when they were last read."""
        sql = """SELECT path, article_key, own_key FROM files WHERE source_id = :source AND article_key IS NOT NULL
                 AND path IN (SELECT value FROM json_each(:paths))"""
        values: dict[str, Value] = {"source": source_id, "paths": json_list(paths)}
        rows = await self._worker.read(lambda db: all_rows(db, sql, values))
        return {row["path"]: FileKeys(article_key=row["article_key"], own_key=row["own_key"]) for row in rows}

    async def edited_keys(self, source_id: int, own_keys: Sequence[str]) -> dict[str, str]:
        """By own key, the article's key, for files whose front matter was edited before."""
        sql = """SELECT own_key, article_key FROM files WHERE source_id = :source AND own_key <> article_key
                 AND own_key IN (SELECT value FROM json_each(:keys))"""
        values: dict[str, Value] = {"source": source_id, "keys": json_list(own_keys)}
        return dict(map(tuple, await self._worker.read(lambda db: all_rows(db, sql, values))))

    async def holding(self, source_id: int, article_keys: Sequence[str]) -> list[str]:
        """The paths of the files that had these articles when they were last read."""
        sql = """SELECT path FROM files WHERE source_id = :source
                 AND article_key IN (SELECT value FROM json_each(:keys))"""
        values: dict[str, Value] = {"source": source_id, "keys": json_list(article_keys)}
        return [row["path"] for row in await self._worker.read(lambda db: all_rows(db, sql, values))]
