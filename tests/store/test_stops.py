"""Opening: at once after a stop in order, with a look at the whole file after any other; and looks while it is open."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import signal
import sqlite3
import sys
from collections.abc import AsyncIterator, Callable
from datetime import date
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.store import Store
from bot.store.database import files
from bot.store.database.backups import daily_backup
from bot.store.database.clean_stop import StopMark, mark_of
from bot.store.database.files import backups_of
from tests.fakes import NOON, a_chat, a_message, a_new_article, a_source, an_update
from tests.stores import new_database

TODAY = date(2026, 3, 2)


@pytest.fixture
async def path(tmp_path: Path) -> Path:
    """A database that was closed in order, long enough to be cut."""
    path = tmp_path / "tidings.db"
    async with Store.open(path) as store:
        await fill(store)
    return path


async def fill(store: Store, *, name: str = "A", articles: int = 5) -> None:
    """A chat, and articles of a source of this name, 30 pages of the file each."""
    await store.chats.save(a_chat())
    source = await store.sources.add(a_source(name=name, location=f"https://{name}.example/feed").spec, now=NOON)
    new = [a_new_article(f"{name}, article {number}", text="words " * 20_000) for number in range(articles)]
    await store.sources.apply(an_update(source.id, *new))


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were read from end to end."""
    names: list[str] = []
    real = files._check

    def check(path: Path) -> object:
        names.append(path.name)
        return real(path)

    monkeypatch.setattr(files, "_check", check)
    return names


async def test_after_a_stop_in_order_nothing_is_read_from_end_to_end(path: Path, checked: list[str]) -> None:
    for _ in range(2):
        async with Store.open(path) as store:
            await store.facts.set("a", "b")
    assert checked == []


async def test_after_a_kill_the_whole_file_is_read_once(path: Path, checked: list[str]) -> None:
    code = f"""
import asyncio, os, signal
from pathlib import Path
from bot.store import Store
async def main():
    async with Store.open(Path({str(path)!r})) as store:
        await store.facts.set("a", "killed")
        os.kill(os.getpid(), signal.SIGKILL)
asyncio.run(main())
"""
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", code, cwd=Path(__file__).parent.parent.parent)
    assert await process.wait() == -signal.SIGKILL
    for _ in range(2):
        async with Store.open(path) as store:
            assert await store.facts.get("a") == "killed"
    assert checked == ["tidings.db"]


@pytest.mark.parametrize("change", ["touched", "cut", "mark gone", "mark torn"])
async def test_a_file_that_was_changed_since_its_stop_is_read(path: Path, checked: list[str], change: str) -> None:
    match change:
        case "touched":
            os.utime(path, ns=(1, 1))
        case "cut":
            os.truncate(path, path.stat().st_size // 2)
        case "mark gone":
            mark_of(path).unlink()
        case _:
            os.truncate(mark_of(path), 5)
    with pytest.raises(StoreError, match="damaged") if change == "cut" else contextlib.nullcontext():
        async with Store.open(path):
            pass
    assert checked == ["tidings.db"]


async def test_the_mark_goes_before_anything_is_written_and_a_power_cut_leaves_none(path: Path) -> None:
    assert mark_of(path).read_text().startswith('{"size": ')
    async with Store.open(path):
        assert mark_of(path).read_bytes() == b""
    assert mark_of(path).read_bytes() != b""


async def test_beside_a_running_bot_the_database_opens_at_once_and_the_last_one_marks_the_stop(
    path: Path, checked: list[str]
) -> None:
    async with Store.open(path) as bot:
        async with Store.open(path) as command:
            await command.facts.set("a", "by the command")
        assert mark_of(path).read_bytes() == b""
        assert await bot.facts.get("a") == "by the command"
    async with Store.open(path):
        pass
    assert checked == []


async def test_a_stop_with_something_left_in_the_log_is_none_in_order(path: Path, checked: list[str]) -> None:
    async with Store.open(path) as store:
        reader = sqlite3.connect(path, isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM facts").fetchall()
        await store.facts.set("a", "in the log")
    assert mark_of(path).read_bytes() == b""
    reader.close()
    async with Store.open(path) as store:
        assert await store.facts.get("a") == "in the log"
    assert checked == ["tidings.db"]


async def test_a_file_system_that_is_full_when_the_mark_is_written_costs_a_look_only(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    mark = StopMark(path)
    mark.enter()
    monkeypatch.setattr("bot.store.database.clean_stop.os.pwrite", full)
    mark.leave(well=True)
    mark.leave(well=True)
    monkeypatch.undo()
    again = StopMark(path)
    assert again.enter()
    again.leave(well=False)


async def test_a_reader_opens_at_once_beside_whoever_writes_and_changes_nothing(path: Path, checked: list[str]) -> None:
    async with Store.open(path) as bot:
        await bot.facts.set("a", "by the bot")
        async with Store.open(path, readonly=True) as store:
            assert store.is_readonly
            assert await store.facts.get("a") == "by the bot"
            assert await store.articles.count() == 5
            with pytest.raises(StoreError, match="read only"):
                await store.facts.set("a", "by the reader")
            await store.look()
            assert not store.damaged.done()
    before = path.read_bytes(), mark_of(path).read_bytes()
    async with Store.open(path, readonly=True) as store:
        assert await store.facts.get("a") == "by the bot"
    assert (path.read_bytes(), mark_of(path).read_bytes()) == before
    async with Store.open(path):
        pass
    assert checked == []


async def test_a_reader_needs_a_database_of_ours_and_brings_an_older_one_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.store.test_files import next_version

    with pytest.raises(StoreError, match="there is no database"):
        async with Store.open(tmp_path / "none.db", readonly=True):
            pass
    (tmp_path / "junk.db").write_bytes(b"junk" * 5000)
    with pytest.raises(StoreError, match="damaged"):
        async with Store.open(tmp_path / "junk.db", readonly=True):
            pass
    (tmp_path / "folder.db").mkdir()
    with pytest.raises(StoreError, match="cannot read"):
        async with Store.open(tmp_path / "folder.db", readonly=True):
            pass
    await new_database(tmp_path / "older.db")
    next_version(monkeypatch)
    async with Store.open(tmp_path / "older.db", readonly=True) as store:
        assert not store.is_readonly
        assert await store.facts.get("a") is None


# --- harm done while it runs --------------------------------------------------------------------


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2 // 4096 * 4096)


def overwrite_header(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(os.urandom(100))


def replace(path: Path) -> None:
    shutil.copy(path, path.with_name("other.db"))
    path.with_name("other.db").replace(path)


def copy_over(path: Path) -> None:
    [backup] = backups_of(path).glob("good.db")
    path.write_bytes(backup.read_bytes())


def overwrite_all(path: Path) -> None:
    size = path.stat().st_size - 4096
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * size)


@pytest.fixture
async def opened(path: Path) -> AsyncIterator[Store]:
    """An open store with a good backup, most of it in the file and in the memory of its connections."""
    async with Store.open(path) as store:
        await store.backup(backups_of(path) / "good.db")
        await fill(store, name="B")
        await store._worker.write(lambda db: db.execute("SELECT 1"))
        db = sqlite3.connect(path)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        db.close()
        await store.look()
        assert await store.chats.count() == 1
        assert not store.damaged.done()
        yield store


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (cut, "cut short"),
        (overwrite_header, "header was overwritten"),
        (replace, "another file took its place"),
        (copy_over, "cut short|older copy|malformed"),
        (overwrite_all, "malformed"),
        (lambda path: path.unlink(), "the file is gone"),
    ],
    ids=["cut", "header", "replaced", "copied over", "overwritten", "removed"],
)
async def test_harm_to_the_file_is_noticed_at_the_next_look_and_named_with_its_remedy(
    path: Path, opened: Store, harm: Callable[[Path], None], words: str
) -> None:
    harm(path)
    await opened.look()
    with pytest.raises(StoreError, match=rf"damaged \(.*(?:{words}).*`tidings restore .*good\.db`"):
        await opened.damaged


async def test_what_is_damaged_is_left_as_it_is_and_not_marked_as_stopped_in_order(tmp_path: Path) -> None:
    path = tmp_path / "tidings.db"
    async with Store.open(path) as store:
        await fill(store)
    async with Store.open(path) as store:
        await store.facts.set("a", "in the log")
        cut(path)
        after = path.read_bytes()
        await store.look()
        with pytest.raises(StoreError):
            await store.damaged
    assert path.read_bytes() == after
    assert path.with_name("tidings.db-wal").stat().st_size > 0
    assert mark_of(path).read_bytes() == b""


async def test_looks_find_nothing_where_there_is_nothing(path: Path) -> None:
    async with Store.open(path) as store:
        for number in range(3):
            await fill(store, name=f"C{number}")
            await store.look()
        await store.articles.purge(before=NOON)
        await store.look()
        await store._worker.write(lambda db: db.execute("DELETE FROM summaries"))
        other = sqlite3.connect(path, isolation_level=None)  # an owner compacts it
        other.execute("DELETE FROM articles WHERE id > 3")
        other.execute("VACUUM")
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        other.close()
        await store.look()
        await store.outbox.enqueue([a_message()], now=NOON)
        assert not store.damaged.done()


async def test_a_look_keeps_the_locks_that_tell_other_programs_of_the_log(path: Path) -> None:
    """Whoever closes the file drops them; the next program to close it then deletes the log that is written to."""
    code = "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute('SELECT count(*) FROM outbox').fetchone())"

    async def other_program() -> str:
        command = (sys.executable, "-c", code, str(path))
        process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
        printed, _ = await process.communicate()
        return printed.decode().strip()

    async with Store.open(path) as store:
        await store.look()
        before = await other_program()
        await store.outbox.enqueue([a_message()], now=NOON)
        assert await other_program() != before


async def test_a_database_that_another_program_holds_is_looked_at_later(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(_: Path) -> None:
        raise sqlite3.OperationalError("database is locked")

    async with Store.open(path) as store:
        for error in (locked, lambda _: (_ for _ in ()).throw(PermissionError("no"))):
            monkeypatch.setattr("bot.store.database.watch.FileWatch._look", error)
            await store.look()
            assert not store.damaged.done()


# --- the daily backup ---------------------------------------------------------------------------


async def test_a_new_database_has_no_backup_until_there_is_something_to_keep(tmp_path: Path) -> None:
    async with Store.open(tmp_path / "tidings.db") as store:
        assert await store.daily_backup(today=TODAY) is None
        await store.chats.save(a_chat())
        written = await store.daily_backup(today=TODAY)
    assert written == tmp_path / "backups" / "daily-2026-03-02.db"
    async with Store.open(written) as kept:
        assert await kept.chats.count() == 1


async def test_the_daily_backup_finds_damage_that_no_query_met(path: Path, opened: Store) -> None:
    content = bytearray(path.read_bytes())
    content[36:40] = (5).to_bytes(4, "big")  # free pages, says the header
    path.write_bytes(content)
    await opened.look()
    assert not opened.damaged.done()
    with pytest.raises(StoreError, match=r"tidings restore .*good\.db"):
        await opened.daily_backup(today=TODAY)
    with pytest.raises(StoreError, match="damaged"):
        await opened.damaged
    assert not list(backups_of(path).glob("daily-*"))


def test_a_database_that_cannot_be_read_has_no_backup(tmp_path: Path) -> None:
    (tmp_path / "tidings.db").write_bytes(b"junk" * 5000)
    with pytest.raises(StoreError, match="damaged"):
        daily_backup(tmp_path / "tidings.db", today=TODAY)
    with pytest.raises(StoreError, match="cannot read"):
        daily_backup(tmp_path / "nowhere.db", today=TODAY)
