"""Stores sources and the stamps of their files, and applies what a reading changes. Fetches and parses nothing."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.errors import SourceRejected
from bot.models.sources import SWITCHED_OFF, AddedSource, Applied, Source, SourceKind, SourceSpec, SourceUpdate
from bot.store.categories import ensure_category
from bot.store.database import Database
from bot.store.database.rows import (
    Row,
    Value,
    all_rows,
    from_us,
    from_us_or_none,
    json_list,
    one_row,
    one_value,
    path_text,
    text_path,
    to_us,
)
from bot.store.database.worker import Worker, connect_memory
from bot.store.ingest import apply_update


class Sources:
    """The sources of articles. A removed source stays, hidden, until its articles are purged."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    async def sync(self, specs: Sequence[SourceSpec], *, now: datetime) -> None:
        """Make the sources of origin "file" equal to `specs`; sources that were added by hand stay."""
        await self._worker.write(lambda db: _sync(db, specs, to_us(now)))

    async def synced(self, specs: Sequence[SourceSpec], *, now: datetime) -> list[Source]:
        """What `all` would return after `sync`, without writing: it is done in a copy in memory."""
        return await self._worker.read(lambda db: _all_synced(db, specs, to_us(now)))

    async def add(self, spec: SourceSpec, *, now: datetime) -> Source:
        """Add a source by hand, due at once; raises SourceRejected("source-exists") on a taken name or location."""
        return await self._worker.write(lambda db: _add(db, spec, to_us(now)))

    async def add_all(self, specs: Sequence[SourceSpec], *, now: datetime) -> list[AddedSource]:
        """Add many sources in one transaction; returns the outcome of each, in order. A taken name gets a number."""
        return await self._worker.write(lambda db: [_add_numbered(db, spec, to_us(now)) for spec in specs])

    async def free_name(self, wanted: str) -> str:
        """The wanted name, with a number where another source has it."""
        return await self._worker.read(lambda db: _free_name(db, wanted))

    async def remove(self, name: str) -> bool:
        """Stop reading a source; one that is in the file stays away, too, until it is added again."""
        sql = "UPDATE sources SET gone = 1, dismissed = (origin = 'file') WHERE name = :name AND gone = 0"
        return await self._worker.write(lambda db: db.execute(sql, {"name": name}).rowcount > 0)

    async def all(self) -> list[Source]:
        """All sources, failing and disabled ones too, by name."""
        return await self._select("gone = 0 ORDER BY name")

    async def get(self, name: str) -> Source | None:
        """The source of this name, or None."""
        return await self._one("gone = 0 AND name = :name", {"name": name})

    async def by_id(self, source_id: int) -> Source | None:
        """The source of this id, or None."""
        return await self._one("gone = 0 AND id = :id", {"id": source_id})

    async def by_location(self, location: str) -> Source | None:
        """The source with this address or folder, now or before its server moved it permanently."""
        return await self._one("gone = 0 AND (location = :it OR moved_from = :it) ORDER BY id", {"it": location})

    async def due(self, now: datetime, *, limit: int = 50) -> list[Source]:
        """Sources that are due, the longest due first."""
        where = "gone = 0 AND enabled = 1 AND next_check_at <= :now ORDER BY next_check_at, id LIMIT :limit"
        return await self._select(where, {"now": to_us(now), "limit": limit})

    async def next_check_at(self) -> datetime | None:
        """Due time of the next source, or None."""
        sql = "SELECT min(next_check_at) FROM sources WHERE gone = 0 AND enabled = 1"
        return from_us_or_none(await self._worker.read(lambda db: one_value(db, sql)))

    async def known(self, source_id: int, keys: Sequence[str]) -> dict[str, str]:
        """The fingerprints of stored articles, by key; unknown keys are missing."""
        sql = """SELECT key, fingerprint FROM articles
                 WHERE source_id = :source AND key IN (SELECT value FROM json_each(:keys))"""
        values: dict[str, Value] = {"source": source_id, "keys": json_list(keys)}
        return await self._worker.read(lambda db: {row["key"]: row["fingerprint"] for row in all_rows(db, sql, values)})

    async def apply(self, update: SourceUpdate) -> Applied:
        """Apply a reading's update in one transaction.

        An article whose key is known keeps its id, `seen_at`, `pushable` and story.
        """
        return await self._worker.write(lambda db: apply_update(db, update))

    async def _one(self, where: str, values: dict[str, Value]) -> Source | None:
        return next(iter(await self._select(f"{where} LIMIT 1", values)), None)

    async def _select(self, where: str, values: dict[str, Value] | None = None) -> list[Source]:
        sql = f"SELECT * FROM sources WHERE {where}"  # noqa: S608
        return [_source(row) for row in await self._worker.read(lambda db: all_rows(db, sql, values))]


_DISMISSED = "SELECT location, moved_from FROM sources WHERE gone = 1 AND dismissed = 1"


def _sync(db: Database, specs: Iterable[SourceSpec], now: int) -> None:
    away = {place for row in all_rows(db, _DISMISSED) for place in (row["location"], row["moved_from"])}
    wanted = {spec.name: spec for spec in specs if spec.location not in away}
    kept: list[int] = []
    # Known names first: a renamed source then takes over one of the remaining rows, by its location.
    for spec in sorted(wanted.values(), key=lambda spec: _id_by_name(db, spec.name) is None):
        source_id = _id_by_name(db, spec.name) or _id_by_location(db, spec.location, beside=kept, names=wanted)
        source_id = _insert(db, spec, "file", now) if source_id is None else _adopt(db, source_id, spec, "file", now)
        _switch(db, source_id, spec, now)
        _bring_forward(db, source_id, spec, now)
        kept.append(source_id)
    db.execute(
        "UPDATE sources SET gone = 1 WHERE origin = 'file' AND id NOT IN (SELECT value FROM json_each(?))",
        [json_list(kept)],
    )


def _switch(db: Database, source_id: int, spec: SourceSpec, now: int) -> None:
    """Switch the source off if its owner has done so in the file, and on again if nothing else had switched it off."""
    if spec.enabled:
        sql = """UPDATE sources SET enabled = 1, trouble = NULL, last_error = NULL, next_check_at = :now
                 WHERE id = :id AND trouble = :off"""
    else:
        sql = "UPDATE sources SET enabled = 0, trouble = :off, last_error = NULL, failures = 0 WHERE id = :id"
    db.execute(sql, {"id": source_id, "off": SWITCHED_OFF, "now": now})


def _bring_forward(db: Database, source_id: int, spec: SourceSpec, now: int) -> None:
    """Read a source no later than its own interval after its last reading, if that was a success."""
    if spec.interval is None:
        return
    db.execute(
        """UPDATE sources SET next_check_at = min(next_check_at, max(checked_at + :interval, :now))
           WHERE id = :id AND failures = 0 AND checked_at IS NOT NULL""",
        {"id": source_id, "interval": spec.interval // timedelta(microseconds=1), "now": now},
    )


def _all_synced(db: Database, specs: Iterable[SourceSpec], now: int) -> list[Source]:
    with contextlib.closing(connect_memory()) as copy:
        shape = """SELECT sql FROM sqlite_schema WHERE tbl_name IN ('sources', 'files', 'categories') AND sql > ''
                   ORDER BY type DESC"""
        for row in all_rows(db, shape):  # tables before their indexes
            copy.execute(row["sql"])
        rows = [tuple(row) for row in all_rows(db, "SELECT * FROM sources")]
        if rows:
            copy.conn.executemany(f"INSERT INTO sources VALUES ({', '.join('?' * len(rows[0]))})", rows)  # noqa: S608
        _sync(copy, specs, now)
        return [_source(row) for row in all_rows(copy, "SELECT * FROM sources WHERE gone = 0 ORDER BY name")]


def _add(db: Database, spec: SourceSpec, now: int) -> Source:
    if taken := _name_by_location(db, spec.location) or (spec.name if _id_by_name(db, spec.name) is not None else None):
        raise SourceRejected("source-exists", taken)
    source_id = _put(db, spec, now)
    row = one_row(db, "SELECT * FROM sources WHERE id = :id", {"id": source_id})
    assert row is not None
    return _source(row)


def _add_numbered(db: Database, spec: SourceSpec, now: int) -> AddedSource:
    held = _name_by_location(db, spec.location)
    if held is not None:
        return AddedSource(name=held, was_here=True)
    name = _free_name(db, spec.name)
    _put(db, replace(spec, name=name), now)
    return AddedSource(name=name, was_here=False)


def _free_name(db: Database, wanted: str) -> str:
    name, number = wanted, 2
    while _id_by_name(db, name) is not None:
        name, number = f"{wanted} {number}", number + 1
    return name


def _put(db: Database, spec: SourceSpec, now: int) -> int:
    source_id = _id_by_location(db, spec.location)
    return _insert(db, spec, "added", now) if source_id is None else _adopt(db, source_id, spec, "added", now)


def _name_by_location(db: Database, location: str) -> str | None:
    sql = "SELECT name FROM sources WHERE gone = 0 AND (location = :location OR moved_from = :location)"
    name: str | None = one_value(db, sql, {"location": location})
    return name


def _id_by_name(db: Database, name: str) -> int | None:
    found: int | None = one_value(db, "SELECT id FROM sources WHERE gone = 0 AND name = :name", {"name": name})
    return found


def _id_by_location(
    db: Database, location: str, *, beside: Iterable[int] = (), names: Iterable[str] = ()
) -> int | None:
    """A source, removed or not, with this location, except those with an id in `beside` or a name in `names`."""
    found: int | None = one_value(
        db,
        """SELECT id FROM sources WHERE (location = :location OR moved_from = :location)
           AND id NOT IN (SELECT value FROM json_each(:beside))
           AND (gone = 1 OR name NOT IN (SELECT value FROM json_each(:names)))
           ORDER BY gone, id DESC LIMIT 1""",
        {"location": location, "beside": json_list(beside), "names": json_list(names)},
    )
    return found


def _spec_values(spec: SourceSpec, origin: str, now: int) -> dict[str, Value]:
    return {
        "name": spec.name,
        "kind": spec.kind.value,
        "location": spec.location,
        "category": path_text(spec.category) if spec.category else None,
        "language": spec.language,
        "link": spec.link,
        "origin": origin,
        "now": now,
    }


def _make_category(db: Database, spec: SourceSpec) -> None:
    """Make the category that the owner named: people may choose it before an article came."""
    if spec.category:
        ensure_category(db, spec.category)


def _insert(db: Database, spec: SourceSpec, origin: str, now: int) -> int:
    _make_category(db, spec)
    source_id: int = one_value(
        db,
        """INSERT INTO sources (name, kind, location, category, language, link, origin, next_check_at)
           VALUES (:name, :kind, :location, :category, :language, :link, :origin, :now) RETURNING id""",
        _spec_values(spec, origin, now),
    )
    return source_id


def _adopt(db: Database, source_id: int, spec: SourceSpec, origin: str, now: int) -> int:
    """Give a stored source this spec. A source with another location is read as if for the first time.

    If its server has moved the spec's address permanently, the address it was moved to stays.
    """
    _make_category(db, spec)
    values = {**_spec_values(spec, origin, now), "id": source_id}
    another = "SELECT :location <> location AND :location IS NOT moved_from FROM sources WHERE id = :id"
    if one_value(db, another, values):
        db.execute(
            """UPDATE sources SET etag = NULL, last_modified = NULL, checked_at = NULL, succeeded_at = NULL,
               failures = 0, was_read = 0, trouble = NULL, last_error = NULL, enabled = 1, articles_per_day = NULL,
               moved_from = NULL, next_check_at = :now WHERE id = :id""",
            values,
        )
        db.execute("DELETE FROM files WHERE source_id = :id", values)
    db.execute(
        """UPDATE sources SET name = :name, kind = :kind, location = iif(:location IS moved_from, location, :location),
           moved_from = iif(:location IS moved_from, moved_from, NULL), category = :category,
           language = :language, link = :link, origin = :origin,
           enabled = max(enabled, gone), next_check_at = iif(gone, :now, next_check_at),
           gone = 0, dismissed = 0 WHERE id = :id""",
        values,
    )
    return source_id


def _source(row: Row) -> Source:
    return Source(
        id=row["id"],
        spec=SourceSpec(
            name=row["name"],
            kind=SourceKind(row["kind"]),
            location=row["location"],
            category=None if row["category"] is None else text_path(row["category"]),
            language=row["language"],
            link=row["link"],
        ),
        enabled=bool(row["enabled"]),
        etag=row["etag"],
        last_modified=row["last_modified"],
        next_check_at=from_us(row["next_check_at"]),
        checked_at=from_us_or_none(row["checked_at"]),
        succeeded_at=from_us_or_none(row["succeeded_at"]),
        was_read=bool(row["was_read"]),
        failures=row["failures"],
        last_error=row["last_error"],
        trouble=row["trouble"],
        articles_per_day=row["articles_per_day"],
        moved_from=row["moved_from"],
    )
