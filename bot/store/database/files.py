"""The database file: open or refuse it, migrate it, copy it. A damaged one is never recreated or repaired."""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from bot.errors import StoreError
from bot.store.database import Database, worker
from bot.store.database.clean_stop import OWNER_ONLY
from bot.store.database.migrations import migrations
from bot.store.database.scripts import Scripted
from bot.store.database.steady import written_steadily
from bot.store.database.worker import BEGIN_TRIES, connect

logger = logging.getLogger(__name__)

OLDEST_SQLITE = (3, 38, 0)  # STRICT tables, RETURNING, trigrams, json_each without extension


class Damaged(StoreError):
    """The file of the database is damaged; the message names the newest good backup."""


def prepare(path: Path, *, whole: bool = True, finish: Callable[[Database], object] = id) -> None:
    """Make `path` a database of this version, or raise StoreError and leave the file as it is.

    `whole`: read it from end to end first, a second or more for a gigabyte. `finish`: what is left to do once it has
    the schema of this version.
    """
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise StoreError(
            f"SQLite {sqlite3.sqlite_version} is too old: Tidings needs {'.'.join(map(str, OLDEST_SQLITE))} or newer"
        )
    try:
        _patiently(path, whole=whole, finish=finish)
    except (sqlite3.DatabaseError, OSError) as error:
        remedy = ": end the program that holds it" if "locked" in str(error) else ""
        raise StoreError(f"cannot open the database {path}: {error}{remedy}") from error


def check_ours(path: Path, *, whole: bool = True) -> None:
    """Raise StoreError unless the file is an undamaged database that this version can open. Only reads it.

    `whole`: from end to end; otherwise only as much as shows whose it is.
    """
    try:
        if whole:
            _check(path)
        with contextlib.closing(connect(path, readonly=True)) as db:
            applied = {migration.name for migration in migrations.applied(db)}
            if not applied and set(db.table_names()) - {migrations.migrations_table}:  # made before all other tables
                raise StoreError(f"{path} is a database of another program: choose another DATA_DIR")
            newer = applied - {migration.name for migration in migrations._migrations}
            if newer:
                raise StoreError(f"{path} was written by a newer Tidings ({', '.join(sorted(newer))}): upgrade Tidings")
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            raise Damaged(broken(path, str(error))) from error
        raise


def check(path: Path) -> None:
    """Read the database from end to end; raises Damaged, or StoreError where it cannot be read."""
    try:
        check_ours(path)
    except (sqlite3.DatabaseError, OSError) as error:
        raise StoreError(f"cannot read the database {path}: {error}") from error


def is_current(path: Path) -> bool:
    """Whether the database has the schema of this version; raises StoreError where it cannot be read at all.

    Reads as much as shows whose it is, and writes nothing: another process may work with it.
    """
    if not path.exists():
        raise StoreError(f"there is no database {path} yet: `tidings run` makes it")
    try:
        check_ours(path, whole=False)
        with contextlib.closing(connect(path, readonly=True)) as db:
            return not migrations.pending(db)
    except (sqlite3.DatabaseError, OSError) as error:
        raise StoreError(f"cannot read the database {path}: {error}") from error


def is_blank(path: Path) -> bool:
    """Whether a file that passed `check_ours` has no tables, as an empty file."""
    with contextlib.closing(connect(path, readonly=True)) as db:
        return not migrations.applied(db)


def _patiently(path: Path, *, whole: bool, finish: Callable[[Database], object]) -> None:
    """Open, check and migrate; retry while another process (a copy, a shell) holds the lock."""
    tries_left = BEGIN_TRIES
    while True:
        try:
            return _open(path, whole=whole, finish=finish)
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or not tries_left:
                raise
            logger.warning("database locked by another process tries_left=%d", tries_left)
            tries_left -= 1


def _open(path: Path, *, whole: bool, finish: Callable[[Database], object]) -> None:
    _claim_file(path)
    if path.stat().st_size:
        check_ours(path, whole=whole)
    with contextlib.closing(connect(path)) as db:
        _migrate(db, path)
        finish(db)


def back_up(source: Path, target: Path) -> None:
    """Write a checked copy of `source`; `target` is replaced only by a good one. Raises StoreError."""
    draft = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        _claim_file(draft)
        with written_steadily(draft), contextlib.closing(connect(source)) as db:
            db.execute("VACUUM INTO ?", [str(draft)])
        _check(draft)
        sync_file(draft)
        draft.replace(target)
    except (sqlite3.Error, OSError, StoreError) as error:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise StoreError(f"cannot write the backup {target}: {error}") from error


def backups_of(path: Path) -> Path:
    """The folder of a database's backups."""
    return path.parent / "backups"


def newest_good_backup(path: Path) -> Path | None:
    """The newest backup of a database that passes its check, or None."""
    found = backups_of(path).glob("*.db")
    for backup in sorted(found, key=lambda backup: backup.stat().st_mtime_ns, reverse=True):
        with contextlib.suppress(StoreError, sqlite3.DatabaseError, OSError):
            _check(backup)
            return backup
    return None


def _claim_file(path: Path) -> None:
    """Create the file, readable by its owner only; SQLite gives its log files the same mode."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with contextlib.suppress(
        FileExistsError
    ):  # to close one that is in use would drop the locks on it (bot.store.database.watch)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, OWNER_ONLY))


def _check(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        connection.execute(f"PRAGMA busy_timeout={worker.BUSY_TIMEOUT_MS}")
        problem = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if problem != "ok":
        raise Damaged(broken(path, problem))


def _migrate(db: Database, path: Path) -> None:
    pending = [migration.name for migration in migrations.pending(db)]
    if not pending:
        return
    if migrations.applied(db):
        back_up(path, backups_of(path) / f"before-{pending[0]}.db")
    migrations.apply(Scripted(db.conn, execute_plugins=False))
    logger.info("database migrated steps=%s", ",".join(pending))


def is_damage(error: Exception) -> bool:
    """Whether an error says that the file is damaged or is no database."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def broken(path: Path, problem: str) -> str:
    """The message for a damaged database: the problem and the remedy."""
    backup = newest_good_backup(path)
    remedy = f"`tidings restore {backup}` puts back its newest good backup" if backup else "there is no good backup"
    return f"the database {path} is damaged ({problem}) and was left untouched: {remedy}"


def sync_file(path: Path) -> None:
    """Return once the file's content is on the disk."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
