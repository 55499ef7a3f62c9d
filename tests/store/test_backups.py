"""Backups that rotate, and the way back."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.store import Store
from bot.store.database.backups import DAILY_KEPT, copy_to, daily_backup, kept_days, restore
from bot.store.database.files import backups_of
from tests.fakes import NOON, a_chat

TODAY = date(2026, 3, 2)  # a Monday


@pytest.fixture
async def path(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "tidings.db"
    await note(path, "old")
    return path


async def note(path: Path, value: str) -> None:
    async with Store.open(path) as store:
        await store.chats.save(a_chat())
        await store.facts.set("note", value)


async def noted(path: Path) -> str | None:
    async with Store.open(path) as store:
        return await store.facts.get("note")


def test_seven_days_and_four_weeks_are_kept() -> None:
    days = {TODAY - timedelta(days=age) for age in range(60)}
    kept = kept_days(days)
    assert {TODAY - timedelta(days=age) for age in range(DAILY_KEPT)} <= kept
    weekly = sorted(kept - {TODAY - timedelta(days=age) for age in range(DAILY_KEPT)})
    assert weekly == [date(2026, 2, 8), date(2026, 2, 15), date(2026, 2, 22)]  # Sundays; 1 March is among the days
    assert kept_days([]) == set()


def test_whatever_is_kept_stays_as_the_days_go_on() -> None:
    kept: set[date] = set()
    for age in range(100):
        kept = kept_days(kept | {TODAY + timedelta(days=age)})
    assert len(kept) >= DAILY_KEPT + 3
    assert min(kept) <= TODAY + timedelta(days=99 - 3 * 7)


async def test_there_is_one_backup_a_day_and_old_ones_go(path: Path) -> None:
    async with Store.open(path) as store:
        first = await store.daily_backup(today=TODAY)
        assert await store.daily_backup(today=TODAY) is None
        by_hand = backups_of(path) / "by-hand.db"
        await store.backup(by_hand)
        for age in range(1, 50):
            await store.daily_backup(today=TODAY + timedelta(days=age))
    assert first == backups_of(path) / "daily-2026-03-02.db"
    assert not first.exists()
    assert by_hand.exists()
    assert len(list(backups_of(path).glob("daily-*.db"))) == len(
        kept_days(TODAY + timedelta(days=age) for age in range(50))
    )
    assert {stat.S_IMODE(file.stat().st_mode) for file in backups_of(path).iterdir()} == {0o600}


def test_backups_of_a_wrong_clocks_days_to_come_drive_out_none_of_today(path: Path) -> None:
    for age in range(400, 407):
        daily_backup(path, today=TODAY + timedelta(days=age))
    for age in range(3):
        daily_backup(path, today=TODAY + timedelta(days=age))
    kept = sorted(file.name for file in backups_of(path).glob("daily-2026*.db"))
    assert kept == ["daily-2026-03-02.db", "daily-2026-03-03.db", "daily-2026-03-04.db"]


def test_a_restore_that_breaks_off_leaves_no_half_copy(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backup = copy_to(path, None, now=NOON)

    def full(source: Path, target: Path) -> None:
        target.write_bytes(source.read_bytes()[:100])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("bot.store.database.backups.shutil.copyfile", full)
    with pytest.raises(StoreError, match="No space left"):
        restore(backup, path, now=NOON)
    assert [file.name for file in path.parent.glob(".*")] == []


def test_files_that_are_no_backups_of_ours_are_left_alone(path: Path) -> None:
    backups_of(path).mkdir()
    strange = backups_of(path) / "daily-yesterday.db"
    strange.touch()
    assert daily_backup(path, today=TODAY) is not None
    assert strange.exists()


async def test_a_backup_is_put_back_and_the_old_database_kept(path: Path) -> None:
    backup = copy_to(path, None, now=NOON)
    assert backup == backups_of(path) / "tidings-20260302-120000.db"
    before = backup.read_bytes()
    await note(path, "new")
    aside = restore(backup, path, now=NOON)
    assert backup.read_bytes() == before
    assert await noted(path) == "old"
    assert aside is not None
    with sqlite3.connect(aside) as old:
        assert old.execute("SELECT value FROM facts WHERE name = 'note'").fetchone() == ("new",)
    old.close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


async def test_a_damaged_database_and_its_log_are_replaced_and_kept(path: Path) -> None:
    backup = copy_to(path, path.parent.parent, now=NOON)
    path.write_bytes(b"this is no database" * 1000)
    path.with_name("tidings.db-wal").write_bytes(b"junk" * 1000)
    aside = restore(backup, path, now=NOON)
    assert aside is not None
    assert aside.read_bytes().startswith(b"this is no database")
    assert await noted(path) == "old"


async def test_a_backup_is_put_back_where_there_is_no_database(path: Path, tmp_path: Path) -> None:
    backup = copy_to(path, tmp_path / "copy.db", now=NOON)
    elsewhere = tmp_path / "new" / "tidings.db"
    assert restore(backup, elsewhere, now=NOON) is None
    assert await noted(elsewhere) == "old"


async def test_what_is_no_good_backup_changes_nothing(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    junk = tmp_path / "junk.db"
    junk.write_bytes(b"this is no database" * 1000)
    with pytest.raises(StoreError, match="damaged"):
        restore(junk, path, now=NOON)
    foreign = tmp_path / "foreign.db"
    with sqlite3.connect(foreign) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    connection.close()
    with pytest.raises(StoreError, match="another program"):
        restore(foreign, path, now=NOON)
    empty = tmp_path / "sources.toml"
    empty.touch()
    with pytest.raises(StoreError, match="holds nothing"):
        restore(empty, path, now=NOON)
    with pytest.raises(StoreError, match="there is no backup"):
        restore(tmp_path / "nowhere.db", path, now=NOON)
    with pytest.raises(StoreError, match="the database itself"):
        restore(path, path, now=NOON)
    assert path.read_bytes() == before
    assert await noted(path) == "old"


async def test_a_copy_needs_a_database_and_a_place_of_its_own(path: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no database"):
        copy_to(tmp_path / "nothing.db", None, now=NOON)
    with pytest.raises(StoreError, match="the database itself"):
        copy_to(path, path, now=NOON)
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot write the backup"):
        copy_to(path, tmp_path / "file" / "below.db", now=NOON)
    with pytest.raises(StoreError, match="cannot restore"):
        restore(path, tmp_path / "file" / "tidings.db", now=NOON)


def test_a_foreign_database_is_refused_untouched(tmp_path: Path) -> None:
    from bot.store.database.files import prepare

    foreign = tmp_path / "tidings.db"
    with sqlite3.connect(foreign) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    connection.close()
    before = foreign.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        prepare(foreign)
    assert foreign.read_bytes() == before


def test_what_a_crash_left_unfinished_goes_after_a_day(path: Path) -> None:
    backups_of(path).mkdir()
    old, new = backups_of(path) / ".a.db.part", backups_of(path) / ".b.db.part"
    for draft, age in ((old, 2), (new, 1)):
        draft.touch()
        made = datetime.combine(TODAY - timedelta(days=age), time(12), UTC).timestamp()
        os.utime(draft, (made, made))
    daily_backup(path, today=TODAY)
    assert not old.exists()
    assert new.exists()
