"""The steps of the schema stand for themselves: what changes in the program changes nothing in them."""

from __future__ import annotations

from pathlib import Path

from tests.test_architecture import ROOT, imports

STORE = ROOT / "bot" / "store"


def bots_own(path: Path) -> set[str]:
    return {name for name in imports(path) if name.split(".")[0] in ("bot", "summarizer")}


def test_migrations_call_nothing_of_the_program_but_frozen_copies() -> None:
    assert bots_own(STORE / "migrations.py") == {"bot.store.migrations_frozen"}
    assert bots_own(STORE / "migrations_frozen.py") == set()
