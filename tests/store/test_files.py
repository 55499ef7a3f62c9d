"""Opening, refusing, migrating and copying the database file."""

from __future__ import annotations

import sqlite3
import stat
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from bot.errors import StoreError
from bot.store import Store
from bot.store.database import files, worker
from bot.store.database.files import back_up, newest_good_backup, prepare
from bot.store.database.migrations import migrations
from tests.stores import assert_index_is_exact, searched


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "tidings.db"


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for page in range(2, len(content) // 4096):
        content[page * 4096 : page * 4096 + 40] = b"\xff" * 40
    path.write_bytes(content)


def next_version(monkeypatch: pytest.MonkeyPatch, *, fails: bool = False) -> None:
    newer = Migrations("tidings")
    newer._migrations = list(migrations._migrations)

    def m999_next(db: Database) -> None:
        db.execute("CREATE TABLE novelty (id INTEGER) STRICT")
        if fails:
            raise RuntimeError("power cut")

    newer()(m999_next)
    monkeypatch.setattr(files, "migrations", newer)


async def test_a_new_database_is_made_for_its_owner_only(path: Path) -> None:
    async with Store.open(path) as store:
        await store.facts.set("a", "b")
        modes = {entry.name: stat.S_IMODE(entry.stat().st_mode) for entry in path.parent.iterdir()}
    assert set(modes.values()) == {0o600}
    assert {"tidings.db", "tidings.db-wal"} <= set(modes)
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


async def test_what_was_written_is_there_after_reopening_and_no_backup_is_made_without_need(path: Path) -> None:
    async with Store.open(path) as store:
        await store.facts.set("username", "tidings_bot")
    async with Store.open(path) as store:
        assert await store.facts.get("username") == "tidings_bot"
    assert not (path.parent / "backups").exists()


async def test_a_migration_backs_the_database_up_first(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with Store.open(path) as store:
        await store.facts.set("username", "before")
    next_version(monkeypatch)
    prepare(path)
    backup = path.parent / "backups" / "before-m999_next.db"
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    monkeypatch.undo()
    async with Store.open(backup) as store:
        assert await store.facts.get("username") == "before"


async def test_a_migration_that_breaks_off_changes_nothing_and_is_applied_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare(path)
    next_version(monkeypatch, fails=True)
    with pytest.raises(RuntimeError):
        prepare(path)
    monkeypatch.undo()
    next_version(monkeypatch)
    prepare(path)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM novelty").fetchone() == (0,)
    connection.close()


def test_a_newer_database_is_refused_and_left_alone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    next_version(monkeypatch)
    prepare(path)
    monkeypatch.undo()
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"newer Tidings \(m999_next\)"):
        prepare(path)
    assert path.read_bytes() == before


def test_the_database_of_another_program_is_refused(path: Path) -> None:
    path.parent.mkdir()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmarks (id INTEGER)")
    connection.close()
    with pytest.raises(StoreError, match="another program"):
        prepare(path)


@pytest.mark.parametrize("with_backup", [True, False])
def test_a_damaged_database_is_refused_untouched_and_the_newest_good_backup_named(
    path: Path, with_backup: bool
) -> None:
    prepare(path)
    if with_backup:
        back_up(path, path.parent / "backups" / "good.db")
        (path.parent / "backups" / "newer-but-broken.db").write_bytes(b"junk" * 2000)
    damage(path)
    before = path.read_bytes()
    with pytest.raises(StoreError, match="good.db" if with_backup else "no good backup") as refused:
        prepare(path)
    assert "newer-but-broken" not in str(refused.value)
    assert path.read_bytes() == before


def test_a_database_whose_books_do_not_balance_is_refused(path: Path) -> None:
    prepare(path)
    content = bytearray(path.read_bytes())
    content[36:40] = (5).to_bytes(4, "big")  # free pages, says the header
    path.write_bytes(content)
    with pytest.raises(StoreError, match="damaged"):
        prepare(path)


def test_a_file_that_is_no_database_is_refused_untouched(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"my diary\n" * 1000)
    with pytest.raises(StoreError, match="damaged"):
        prepare(path)
    assert path.read_bytes() == b"my diary\n" * 1000


def test_a_path_that_cannot_be_opened_is_named(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(StoreError, match="cannot open the database"):
        prepare(path)


def test_an_old_sqlite_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "OLDEST_SQLITE", (99, 0, 0))
    with pytest.raises(StoreError, match=r"99\.0\.0 or newer"):
        prepare(path)


async def test_a_backup_holds_what_is_committed_and_can_be_opened(path: Path, tmp_path: Path) -> None:
    async with Store.open(path) as store:
        await store.facts.set("username", "copied")
        await store.backup(tmp_path / "elsewhere" / "copy.db")
        await store.facts.set("username", "changed later")
    async with Store.open(tmp_path / "elsewhere" / "copy.db") as copy:
        assert await copy.facts.get("username") == "copied"


async def test_a_backup_that_fails_leaves_the_last_good_one(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "copy.db"
    async with Store.open(path) as store:
        await store.backup(target)
        good = target.read_bytes()
        monkeypatch.setattr(files, "_check", lambda path: (_ for _ in ()).throw(StoreError("not well")))
        with pytest.raises(StoreError, match="cannot write the backup"):
            await store.backup(target)
    assert target.read_bytes() == good
    assert [entry.name for entry in tmp_path.iterdir() if entry.name.endswith(".part")] == []


def test_there_may_be_no_backup(path: Path) -> None:
    assert newest_good_backup(path) is None


def an_older_database(path: Path, *, before: str) -> Database:
    """One that lacks the steps from `before` on, with a source."""
    db = Database(path)
    migrations.apply(db, stop_before=before)
    db.execute(
        "INSERT INTO sources (name, kind, location, origin, next_check_at) VALUES ('A', 'feed', 'x', 'added', 0)"
    )
    return db


def add_older_article(db: Database, key: str, *, title: str = "T", url: str | None = None) -> None:
    db.execute(
        """INSERT INTO articles (source_id, key, fingerprint, url, title, authors, text, blocks, language,
                                 published_at, seen_at, story_id, pushable)
           VALUES (1, ?, 'f', ?, ?, '[]', 'All of its text.', '[]', 'en', 0, 0, 's', 1)""",
        [key, url, title],
    )


async def test_articles_of_an_older_database_are_found_by_variants_of_their_addresses(tmp_path: Path) -> None:
    path = tmp_path / "tidings.db"
    db = an_older_database(path, before="m005_pages_and_versions")
    for number, url in enumerate(("https://www.example.org/a?id=7", None)):
        add_older_article(db, str(number), url=url)
    db.close()
    async with Store.open(path) as store:
        found = await store.articles.by_url("https://m.example.org/a?id=7")
        assert found is not None
        assert found.id == 1


async def test_the_search_index_of_an_older_database_is_made_anew_some_articles_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.store.database.migrations_frozen.INDEXED_AT_ONCE", 2)
    monkeypatch.setattr("bot.store.search_index.INDEXED_AT_ONCE", 2)
    path = tmp_path / "tidings.db"
    db = an_older_database(path, before="m008_word_index")
    for title in ("Zürich", "人工智能", "Thousands", "Three", "Four"):
        add_older_article(db, title, title=title)
    db.execute("INSERT INTO articles_text (rowid, title, text) SELECT id, title, text FROM articles")
    db.close()
    async with Store.open(path) as store:
        for words, found in (("zurich", [1]), ("智能", [2]), ("ousand", []), ("three", [4])):
            assert await searched(store, words) == found
        await store.sources._worker.write(assert_index_is_exact)


def test_of_the_sources_of_an_older_database_those_that_gave_something_were_read(tmp_path: Path) -> None:
    db = worker.connect(tmp_path / "tidings.db")
    migrations.apply(db, stop_before="m010_whole_readings")
    db.conn.executemany(
        """INSERT INTO sources (name, kind, location, origin, next_check_at, checked_at, failures)
           VALUES (?, 'feed', ?, 'added', 0, ?, ?)""",
        [("new", "a", None, 0), ("empty", "b", 1, 0), ("failing", "c", 1, 2), ("failing now", "d", 1, 2)],
    )
    db.execute(
        """INSERT INTO articles (source_id, key, fingerprint, title, authors, text, blocks, language, published_at,
                                 seen_at, story_id, pushable) VALUES (4, '', '', '', '', '', '', '', 0, 0, '', 0)"""
    )
    migrations.apply(db)
    assert [row["name"] for row in db.execute("SELECT name FROM sources WHERE was_read")] == ["empty", "failing now"]
    db.close()
