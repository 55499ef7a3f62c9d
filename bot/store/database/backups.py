"""Daily backups with rotation, and restore. A database is replaced by a checked copy only, and never deleted."""

from __future__ import annotations

import contextlib
import logging
import os
import shutil
import sqlite3
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bot.errors import StoreError
from bot.store.database.clean_stop import OWNER_ONLY
from bot.store.database.files import (
    Damaged,
    back_up,
    backups_of,
    broken,
    check,
    check_ours,
    is_blank,
    is_damage,
    sync_file,
)
from bot.store.database.rows import one_value
from bot.store.database.worker import connect

logger = logging.getLogger(__name__)

DAILY_KEPT = 7
WEEKLY_KEPT = 4
_PREFIX = "daily-"
_DRAFT_LIFE = timedelta(days=1)  # an unfinished copy from before yesterday is what a crash left


def daily_backup(database: Path, *, today: date) -> Path | None:
    """Write today's backup unless it exists, delete those beyond 7 days and 4 weeks; returns its path, or None.

    The database is read from end to end first: Damaged is raised for what is found. One without articles and chats
    gets no backup, which would take the day's place. A backup with a date in the future, from when the clock was
    wrong, is ignored until then. Raises StoreError where the backup cannot be written; the older ones all stay then.
    """
    folder = backups_of(database)
    target = folder / f"{_PREFIX}{today.isoformat()}.db"
    if target.exists() or not holds_anything(database):
        return None
    check(database)
    back_up(database, target)
    found = {day: path for path in folder.glob(f"{_PREFIX}*.db") if (day := _day_of(path)) and day <= today}
    for day in found.keys() - kept_days(found):
        found[day].unlink(missing_ok=True)
    _drop_old_drafts(folder, today)
    return target


def holds_anything(database: Path) -> bool:
    """Whether there is an article or a chat in the database."""
    sql = "SELECT EXISTS (SELECT 1 FROM articles) OR EXISTS (SELECT 1 FROM chats)"
    try:
        with contextlib.closing(connect(database, readonly=True)) as db:
            return bool(one_value(db, sql))
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            raise Damaged(broken(database, str(error))) from error
        raise StoreError(f"cannot read the database {database}: {error}") from error


def kept_days(days: Iterable[date]) -> set[date]:
    """The seven newest days, and the newest day of each of the four newest weeks before that of the newest day."""
    newest_first = sorted(days, reverse=True)
    of_week: dict[tuple[int, int], date] = {}
    for day in newest_first:
        of_week.setdefault(day.isocalendar()[:2], day)
    return {*newest_first[:DAILY_KEPT], *list(of_week.values())[: WEEKLY_KEPT + 1]}


def copy_to(database: Path, target: Path | None, *, now: datetime) -> Path:
    """Write a checked copy to `target`: a file, a folder, or None for the backups' own; returns its path.

    Raises StoreError where there is nothing to copy or nowhere to write.
    """
    if not database.exists():
        raise StoreError(f"there is no database {database} yet: DATA_DIR names its folder")
    name = f"tidings-{now:%Y%m%d-%H%M%S}.db"
    if target is None:
        target = backups_of(database) / name
    elif target.is_dir():
        target /= name
    if target.exists() and target.samefile(database):
        raise StoreError(f"{target} is the database itself: name another file")
    check_ours(database)
    back_up(database, target)
    return target


def restore(backup: Path, database: Path, *, now: datetime) -> Path | None:
    """Replace `database` by a checked copy of `backup`; returns where the old file is kept, or None if there was none.

    The caller holds the lock of the data folder. Raises StoreError for a backup that is damaged, of another program or
    of a newer Tidings; nothing is changed then.
    """
    if not backup.is_file():
        raise StoreError(f"there is no backup {backup}: `ls {backups_of(database)}` shows those that are kept")
    if database.exists() and backup.samefile(database):
        raise StoreError(f"{backup} is the database itself: name a backup")
    draft = database.with_name(f".{database.name}.part")
    try:
        check_ours(backup)
        if is_blank(backup):
            raise StoreError(
                f"{backup} holds nothing, it is no backup: `ls {backups_of(database)}` shows those there are"
            )
        database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        shutil.copyfile(backup, draft)  # not by SQLite, which would write to the backup's own file
        draft.chmod(OWNER_ONLY)
        check_ours(draft)
        sync_file(draft)
        aside = _set_aside(database, now)
        draft.replace(database)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"cannot restore {backup}: {error}") from error
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
    return aside


def _set_aside(database: Path, now: datetime) -> Path | None:
    """Keep the old file under another name, damaged or not, with its log, which must not be read into the new one."""
    if not database.exists():
        return None
    with contextlib.suppress(sqlite3.Error, OSError), contextlib.closing(connect(database)):
        pass  # closing the last connection writes the log back into the file, unless it is damaged
    aside = database.with_name(f"{database.name}.replaced-{now:%Y%m%d-%H%M%S}")
    shutil.copy2(database, aside)
    for end in ("-wal", "-shm"):
        log = database.with_name(database.name + end)
        if log.exists():
            os.replace(log, aside.with_name(aside.name + end))
    return aside


def _day_of(path: Path) -> date | None:
    try:
        return date.fromisoformat(path.stem.removeprefix(_PREFIX))
    except ValueError:
        return None


def _drop_old_drafts(folder: Path, today: date) -> None:
    for draft in folder.glob(".*.part*"):
        if datetime.fromtimestamp(draft.stat().st_mtime, UTC).date() < today - _DRAFT_LIFE:
            draft.unlink(missing_ok=True)
