"""Pictures that are ready for Telegram, by key and by URL, their file_ids, and URLs that failed lately."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

from sqlite_utils import Database

from bot.models.digests import PictureRef, StoredPicture
from bot.store.rows import Row, Value, all_rows, json_list, to_us
from bot.store.worker import Worker


class Pictures:
    """The pictures' metadata; the caller writes the files with their bytes."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    async def get(self, keys: Sequence[str]) -> dict[str, StoredPicture]:
        """Those of the pictures that are stored, by key."""

        def read(db: Database) -> dict[str, StoredPicture]:
            sql = "SELECT * FROM pictures WHERE key IN (SELECT value FROM json_each(:keys))"
            return {row["key"]: _picture(row) for row in all_rows(db, sql, {"keys": json_list(keys)})}

        return await self._worker.read(read)

    async def by_url(self, urls: Sequence[str]) -> dict[str, StoredPicture]:
        """Those of the pictures that are stored, by the URL they came from."""

        def read(db: Database) -> dict[str, StoredPicture]:
            sql = """SELECT url, pictures.* FROM picture_urls JOIN pictures USING (key)
                     WHERE url IN (SELECT value FROM json_each(:urls))"""
            return {row["url"]: _picture(row) for row in all_rows(db, sql, {"urls": json_list(urls)})}

        return await self._worker.read(read)

    async def put(self, picture: StoredPicture, *, source_url: str) -> None:
        """Store a picture under its key and its URL; a file_id that is stored already stays."""
        await self._worker.write(lambda db: _put(db, picture, source_url))

    async def remember(self, file_ids: Mapping[str, str]) -> None:
        """Store the file_ids that Telegram gave to uploaded pictures, by key."""
        await self._worker.write(lambda db: remember(db, file_ids.items()))

    async def forget(self, keys: Collection[str]) -> None:
        """Delete these pictures and their URLs."""
        sql = "DELETE FROM pictures WHERE key IN (SELECT value FROM json_each(?))"
        await self._worker.write(lambda db: db.execute(sql, [json_list(keys)]))

    async def failed(self, url: str, *, until: datetime) -> None:
        """Note that fetching this URL failed; it is not tried again before `until`."""
        values = {"url": url, "until": to_us(until)}
        sql = """INSERT INTO picture_failures (url, until_at) VALUES (:url, :until)
                 ON CONFLICT (url) DO UPDATE SET until_at = :until"""
        await self._worker.write(lambda db: db.execute(sql, values))

    async def is_failed(self, urls: Sequence[str], *, now: datetime) -> set[str]:
        """Those of the URLs that are not to be tried now."""
        sql = """SELECT url FROM picture_failures
                 WHERE url IN (SELECT value FROM json_each(:urls)) AND until_at > :now"""
        values: dict[str, Value] = {"urls": json_list(urls), "now": to_us(now)}
        return await self._worker.read(lambda db: {row["url"] for row in all_rows(db, sql, values)})


def remember(db: Database, file_ids: Iterable[tuple[str, str]]) -> None:
    """Store file_ids, in the transaction that records a delivery."""
    for key, file_id in file_ids:
        db.execute("UPDATE pictures SET file_id = :id WHERE key = :key", {"id": file_id, "key": key})


def forget_ids(db: Database, keys: Iterable[str]) -> None:
    """Delete the file_ids of pictures, so that they are uploaded again."""
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


def _picture(row: Row) -> StoredPicture:
    return StoredPicture(
        ref=PictureRef(key=row["key"], width=row["width"], height=row["height"], look=row["look"]),
        path=row["path"],
        file_id=row["file_id"],
    )
