"""The database as a file: opened or refused, brought up to date, copied. Never recreated, never repaired."""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
from pathlib import Path

from sqlite_utils import Database

from bot.errors import StoreError
from bot.store.migrations import migrations
from bot.store.worker import connect

logger = logging.getLogger(__name__)

OLDEST_SQLITE = (3, 38, 0)  # STRICT tables, RETURNING, trigrams, json_each without extension
OWNER_ONLY = 0o600


def prepare(path: Path) -> None:
    """Make `path` a database of this version, or raise StoreError and leave it as it is."""
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise StoreError(
            f"SQLite {sqlite3.sqlite_version} is too old: Tidings needs {'.'.join(map(str, OLDEST_SQLITE))} or newer"
        )
    try:
        _claim_file(path)
        is_new = path.stat().st_size == 0
        if not is_new:
            _check(path)
        with contextlib.closing(connect(path)) as db:
            _migrate(db, path, is_new=is_new)
    except (sqlite3.DatabaseError, OSError) as error:
        if _is_broken(error):
            raise StoreError(_broken(path, str(error))) from error
        raise StoreError(f"cannot open the database {path}: {error}") from error


def back_up(source: Path, target: Path) -> None:
    """Write a checked copy; `target` is replaced only by a good one. Raises StoreError."""
    draft = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        _claim_file(draft)
        with contextlib.closing(connect(source)) as db:
            db.execute("VACUUM INTO ?", [str(draft)])
        _check(draft)
        _sync_file(draft)
        draft.replace(target)
    except (sqlite3.Error, OSError, StoreError) as error:
        draft.unlink(missing_ok=True)
        raise StoreError(f"cannot write the backup {target}: {error}") from error


def backups_of(path: Path) -> Path:
    """The folder where a database's backups lie."""
    return path.parent / "backups"


def newest_good_backup(path: Path) -> Path | None:
    """The newest of a database's backups that passes its check."""
    found = backups_of(path).glob("*.db")
    for backup in sorted(found, key=lambda backup: backup.stat().st_mtime_ns, reverse=True):
        with contextlib.suppress(StoreError, sqlite3.DatabaseError, OSError):
            _check(backup)
            return backup
    return None


def _claim_file(path: Path) -> None:
    """Make the file, readable by its owner only; SQLite gives its log files the same mode."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, OWNER_ONLY))


def _check(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        problem = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if problem != "ok":
        raise StoreError(_broken(path, problem))


def _migrate(db: Database, path: Path, *, is_new: bool) -> None:
    applied = {migration.name for migration in migrations.applied(db)}
    pending = [migration.name for migration in migrations.pending(db)]
    if not is_new and not applied and db.table_names():
        raise StoreError(f"{path} is a database of another program: choose another DATA_DIR")
    newer = applied - {migration.name for migration in migrations._migrations}
    if newer:
        raise StoreError(f"{path} was written by a newer Tidings ({', '.join(sorted(newer))}): upgrade Tidings")
    if not pending:
        return
    if applied:
        back_up(path, backups_of(path) / f"before-{pending[0]}.db")
    migrations.apply(db)
    logger.info("database migrated steps=%s", ",".join(pending))


def _is_broken(error: Exception) -> bool:
    return isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError)


def _broken(path: Path, problem: str) -> str:
    backup = newest_good_backup(path)
    remedy = f"restore the backup {backup}" if backup else "there is no good backup beside it"
    return f"the database {path} is damaged ({problem}) and was left untouched: {remedy}"


def _sync_file(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
