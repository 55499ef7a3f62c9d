"""`tidings backup` and `tidings restore` from outside."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bot.data_folder import hold_data_folder
from bot.store import Store
from tests.commands.test_cli import Run, tidings  # noqa: F401 - the fixture


async def note(value: str) -> None:
    async with Store.open(Path("data/tidings.db")) as store:
        await store.facts.set("note", value)


async def noted() -> str | None:
    async with Store.open(Path("data/tidings.db")) as store:
        return await store.facts.get("note")


def test_a_backup_is_made_beside_a_running_bot_and_put_back_once_it_ended(tidings: Run) -> None:  # noqa: F811
    asyncio.run(note("old"))
    with hold_data_folder(Path("data")):
        made = tidings("backup", "copy.db")
        refused = tidings("restore", "copy.db")
    assert made.code == 0
    assert made.out.startswith("copy.db  ")
    assert refused.code == 75
    asyncio.run(note("new"))
    put_back = tidings("restore", "copy.db")
    assert put_back.code == 0
    assert "restored data/tidings.db from copy.db; the old one is data/tidings.db.replaced-" in put_back.out
    assert asyncio.run(noted()) == "old"


def test_without_a_path_a_backup_lies_in_the_data_folder(tidings: Run) -> None:  # noqa: F811
    asyncio.run(note("old"))
    made = tidings("backup")
    assert made.code == 0
    assert Path(made.out.split()[0]).parent == Path("data/backups")


def test_what_cannot_be_is_one_line(tidings: Run) -> None:  # noqa: F811
    nothing = tidings("backup")
    assert nothing.code == 1
    assert nothing.err == "tidings: there is no database data/tidings.db yet: DATA_DIR names its folder\n"
    lost = tidings("restore", "nowhere.db")
    assert lost.code == 1
    assert lost.err.startswith("tidings: there is no backup nowhere.db")
