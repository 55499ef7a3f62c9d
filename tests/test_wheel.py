"""The wheel is whole: it takes both packages as they are, and what `tidings init` writes lies within."""

from __future__ import annotations

import subprocess
import tomllib
from importlib import resources
from pathlib import Path

import pytest

from bot.commands import init
from bot.errors import TidingsError

ROOT = Path(__file__).parent.parent
BUILD = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]


def test_the_wheel_takes_the_packages_whole_and_nothing_else() -> None:
    wheel = BUILD["wheel"]
    assert wheel["packages"] == ["bot", "summarizer"]
    assert set(wheel) == {"packages", "force-include"}  # no rule leaves anything of them out
    for original, inside in wheel["force-include"].items():
        assert (ROOT / original).is_file()
        assert inside == f"bot/starters/{original}"
    assert set(init.STARTERS.values()) == set(wheel["force-include"])


def test_git_ignores_no_file_that_the_packages_need() -> None:
    """What git ignores, hatchling leaves out of the wheel."""
    asked = ["git", "ls-files", "--others", "--ignored", "--exclude-standard", "bot", "summarizer"]
    told = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    if told.returncode:
        pytest.skip("no checkout of git")
    assert [name for name in told.stdout.splitlines() if "__pycache__" not in name] == []


def test_starters_are_written_once_and_found_in_a_package_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    init.write_starters(tmp_path)
    assert (tmp_path / "sources.toml").read_text() == (ROOT / "sources.toml").read_text()
    assert (tmp_path / ".env").stat().st_mode & 0o777 == 0o600
    (tmp_path / "sources.toml").write_text("mine")
    init.write_starters(tmp_path)
    assert (tmp_path / "sources.toml").read_text() == "mine"
    assert "is here already" in capsys.readouterr().out
    monkeypatch.setattr(init, "__file__", str(tmp_path / "a" / "b" / "c" / "init.py"))
    monkeypatch.setattr(resources, "files", lambda _: tmp_path)
    with pytest.raises(TidingsError, match=r"\.env\.example is missing"):
        init.starter(".env.example")
    (tmp_path / "starters").mkdir()
    (tmp_path / "starters" / ".env.example").write_text("A=")
    assert init.starter(".env.example") == "A="
