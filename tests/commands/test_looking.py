"""Commands that only look: they open the database at once, beside a running bot too, and write nothing."""
# ruff: noqa: F811 - the fixture `tidings` is imported

from __future__ import annotations

import contextlib
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from bot.store.database import files
from bot.store.database.clean_stop import StopMark
from tests.commands.test_cli import Run, folder_source, row, tidings  # noqa: F401 - fixtures

ROOT = Path(__file__).parent.parent.parent

DATABASE = Path("data/tidings.db")


@pytest.mark.parametrize("command", [("stats",), ("sources", "list"), ("digest",), ("doctor",)])
@pytest.mark.usefixtures("folder_source")
def test_a_command_that_only_looks_writes_nothing_and_reads_no_whole_file(
    tidings: Run, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    tidings("fetch")
    whole: list[Path] = []
    real = files._check

    def check(path: Path) -> object:
        whole.append(path)
        return real(path)

    monkeypatch.setattr(files, "_check", check)
    bot = StopMark(DATABASE)
    assert not bot.enter()
    with contextlib.closing(sqlite3.connect(DATABASE, isolation_level=None)) as connection:
        before = connection.execute("PRAGMA data_version").fetchone()
        looked = tidings(*command)
        assert connection.execute("PRAGMA data_version").fetchone() == before  # nobody committed anything
    bot.leave(well=True)
    assert looked.err == ""
    assert "The harbour bridge opens" in looked.out or command != ("digest",)
    assert whole == ([DATABASE] if command == ("doctor",) else [])


@pytest.mark.usefixtures("folder_source")
def test_a_command_after_an_unclean_stop_that_only_looks_leaves_the_check_to_the_next_start(
    tidings: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    tidings("fetch")
    killed = StopMark(DATABASE)
    killed.enter()
    killed.leave(well=False)
    monkeypatch.setattr(files, "_check", lambda path: pytest.fail("it was read from end to end"))
    assert tidings("stats").code == 0


@pytest.mark.usefixtures("folder_source")
def test_sources_are_listed_as_the_file_names_them_whatever_is_stored(tidings: Run) -> None:
    assert row(tidings("sources", "list"), "Posts")[1] == "folder"
    assert not DATABASE.exists()
    tidings("fetch")
    Path("sources.toml").write_text(Path("sources.toml").read_text().replace('"Posts"', '"Renamed"'))
    for _ in range(2):  # nothing was written the first time
        listed = tidings("sources", "list")
        assert row(listed, "Renamed")[1] == "folder"
        assert "Posts" not in listed.out


def test_a_command_that_only_reads_the_store_loads_no_more_than_that_takes(tmp_path: Path) -> None:
    """A set of modules, not a time: what is here has a reason to be."""
    code = (
        "import sys, bot.__main__; sys.argv = ['tidings', 'stats']\n"
        "try: bot.__main__.main()\n"
        "finally: print(*(name for name, module in sys.modules.items() if module))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "there is no database" in done.stderr
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    ours = {"bot", "summarizer", "__main__", "__mp_main__", "__editable___tidings_finder"}
    kept = {
        "typer", "click", "pydantic", "pydantic_core", "pydantic_settings", "annotated_types", "dotenv",
        "typing_extensions", "typing_inspection", "sqlite_utils", "sqlite_fts4", "pluggy", "dateutil", "six",
        "tabulate", "click_default_group", "rensa", "idna", "annotated_doc", "shellingham", "colorama",
    }  # fmt: skip
    heavy = loaded - set(sys.stdlib_module_names) - ours - kept
    assert {name for name in heavy if not name.startswith("_")} == set()
