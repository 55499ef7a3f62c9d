"""Stores pictures ready for Telegram by key and by address, their file_ids, and addresses that failed lately.

The paths of files below the data folder are stored relative to it: the folder may be moved, or mounted elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from bot.models.digests import PictureRef, StoredPicture
from bot.store.database import Database
from bot.store.database.rows import Row, Value, all_rows, json_list, to_us
from bot.store.database.worker import Worker


class Pictures:
    """The records of pictures; their bytes are in files that the caller writes. `folder` is the data folder."""

    def __init__(self, worker: Worker, *, folder: Path) -> None:
        self._worker = worker
        self._folder = folder

    async def get(self, keys: Sequence[str]) -> dict[str, StoredPicture]:
        """The stored pictures with these keys, by key."""

        def read(db: Database) -> dict[str, StoredPicture]:
            sql = "SELECT * FROM pictures WHERE key IN (SELECT value FROM json_each(:keys))"
            return {row["key"]: self._picture(row) for row in all_rows(db, sql, {"keys": json_list(keys)})}

        return await self._worker.read(read)

    async def by_url(self, urls: Sequence[str]) -> dict[str, StoredPicture]:
        """The stored pictures that came from these addresses, by address."""

        def read(db: Database) -> dict[str, StoredPicture]:
            sql = """SELECT url, pictures.* FROM picture_urls JOIN pictures USING (key)
                     WHERE url IN (SELECT value FROM json_each(:urls))"""
            return {row["url"]: self._picture(row) for row in all_rows(db, sql, {"urls": json_list(urls)})}

        return await self._worker.read(read)

    async def put(self, picture: StoredPicture, *, source_url: str) -> None:
        """Store a picture under its key and its address; a known file_id stays."""
        stored = replace(picture, path=self._stored_path(Path(picture.path)))
        await self._worker.write(lambda db: _put(db, stored, source_url))

    async def remember(self, file_ids: Mapping[str, str]) -> None:
        """Store the file_ids that Telegram gave to uploaded pictures, by key."""
        await self._worker.write(lambda db: remember(db, file_ids.items()))

    async def forget(self, keys: Collection[str]) -> None:
        """Delete these pictures and their addresses."""
        sql = "DELETE FROM pictures WHERE key IN (SELECT value FROM json_each(?))"
        await self._worker.write(lambda db: db.execute(sql, [json_list(keys)]))

    async def failed(self, url: str, *, until: datetime) -> None:
        """Record that this address failed, and is not retried before `until`."""
        values = {"url": url, "until": to_us(until)}
        sql = """INSERT INTO picture_failures (url, until_at) VALUES (:url, :until)
                 ON CONFLICT (url) DO UPDATE SET until_at = :until"""
        await self._worker.write(lambda db: db.execute(sql, values))

    async def is_failed(self, urls: Sequence[str], *, now: datetime) -> set[str]:
        """The addresses among these that are not to be retried yet."""
        sql = """SELECT url FROM picture_failures
                 WHERE url IN (SELECT value FROM json_each(:urls)) AND until_at > :now"""
        values: dict[str, Value] = {"urls": json_list(urls), "now": to_us(now)}
        return await self._worker.read(lambda db: {row["url"] for row in all_rows(db, sql, values)})

    def _stored_path(self, path: Path) -> str:
        below = path.is_relative_to(self._folder)
        return path.relative_to(self._folder).as_posix() if below else str(path.absolute())

    def _picture(self, row: Row) -> StoredPicture:
        return StoredPicture(
            ref=PictureRef(key=row["key"], width=row["width"], height=row["height"], look=row["look"]),
            path=str(self._folder / row["path"]),  # an absolute path stays as it is
            file_id=row["file_id"],
        )


def remember(db: Database, file_ids: Iterable[tuple[str, str]]) -> None:
    """Store file_ids by key; part of the transaction that records a delivery."""
    for key, file_id in file_ids:
        db.execute("UPDATE pictures SET file_id = :id WHERE key = :key", {"id": file_id, "key": key})


def forget_ids(db: Database, keys: Iterable[str]) -> None:
    """Clear the file_ids of these pictures, which Telegram has lost: they are uploaded again."""
    db.execute("UPDATE pictures SET file_id = NULL WHERE key IN (SELECT value FROM json_each(?))", [json_list(keys)])


def _put(db: Database, picture: StoredPicture, source_url: str) -> None:
    db.execute(
        """INSERT INTO pictures (key, width, height, path, file_id, look)
           VALUES (:key, :width, :height, :path, :file_id, :look)
           ON CONFLICT (key) DO UPDATE SET width = :width, height = :height, path = :path,
                                           file_id = coalesce(:file_id, file_id), look = :look""",
        {
            "key": picture.ref.key,
            "width": picture.ref.width,
            "height": picture.ref.height,
            "path": picture.path,
            "file_id": picture.file_id,
            "look": picture.ref.look,
        },
    )
    db.execute(
        "INSERT INTO picture_urls (url, key) VALUES (:url, :key) ON CONFLICT (url) DO UPDATE SET key = :key",
        {"url": source_url, "key": picture.ref.key},
    )
    db.execute("DELETE FROM picture_failures WHERE url = :url", {"url": source_url})
