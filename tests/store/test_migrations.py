"""The steps of the schema stand for themselves: what changes in the program changes nothing in them."""

from __future__ import annotations

from pathlib import Path

from tests.test_architecture import ROOT, imports

DATABASE = ROOT / "bot" / "store" / "database"


def bots_own(path: Path) -> set[str]:
    return {name for name in imports(path) if name.split(".")[0] in ("bot", "summarizer")}


def test_migrations_call_nothing_of_the_program_but_frozen_copies() -> None:
    library = "bot.store.database"  # its face names SQLite's, and nothing of the program
    assert bots_own(DATABASE / "migrations.py") == {library, "bot.store.database.migrations_frozen"}
    assert bots_own(DATABASE / "migrations_frozen.py") <= {library}
