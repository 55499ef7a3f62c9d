"""The docs, `.env.example` and `Settings` say the same; `sources.toml` is what the docs say it is."""

from __future__ import annotations

import re
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

import pytest
from pydantic import SecretStr
from typer.core import TyperGroup
from typer.main import get_command

from bot.cli import cli
from bot.config import Settings, load_settings
from bot.ingest.sources_file import read_sources
from bot.models.sources import SourceKind
from bot.setting_values import parse_duration
from tests.test_architecture import ORDER

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
ENV_EXAMPLE = dict(re.findall(r"^([A-Z_]+)=(.*)$", (ROOT / ".env.example").read_text("utf-8"), re.MULTILINE))
SETTINGS_PAGE = (ROOT / "docs" / "settings.md").read_text("utf-8")
COMMANDS_PAGE = (ROOT / "docs" / "command-line.md").read_text("utf-8")
NAMES = {name.upper() for name in Settings.model_fields}


def shown(value: Any) -> str:
    """A default as `.env.example` writes it."""
    if value is None or value == () or isinstance(value, SecretStr):
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_every_setting_stands_in_the_example_with_its_default() -> None:
    assert set(ENV_EXAMPLE) == NAMES
    for name, field in Settings.model_fields.items():
        written = ENV_EXAMPLE[name.upper()]
        if name == "fetch_interval":
            assert parse_duration(written) == field.default
        else:
            assert written == shown(field.default), name


def test_the_example_can_be_used_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    path.write_bytes((ROOT / ".env.example").read_bytes())
    assert load_settings(env_file=path) == load_settings(env_file=None)


def test_every_setting_stands_on_its_page() -> None:
    assert {name for name in NAMES if f"`{name}" not in SETTINGS_PAGE} == set()


@pytest.mark.parametrize("command", sorted(cast("TyperGroup", get_command(cli)).commands))
def test_every_command_stands_on_its_page(command: str) -> None:
    assert f"`tidings {command}" in COMMANDS_PAGE


PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_and_picture_is_there(page: Path) -> None:
    text = page.read_text("utf-8")
    for target in re.findall(r"\]\((?!https?://|#)([^)\s]+)\)|<img[^>]* src=\"(?!https?://)([^\"]+)\"", text):
        path = next(filter(None, target)).split("#")[0]
        assert (page.parent / path).exists(), path


def test_the_starter_list_has_feeds_in_eight_languages() -> None:
    specs = read_sources(ROOT / "sources.toml")
    feeds = [spec for spec in specs if spec.kind is SourceKind.FEED]
    assert len({spec.language for spec in feeds}) >= 8
    assert all(spec.location.startswith("https://") and spec.category for spec in feeds)


COMMANDS = re.compile(r"python -m benchmarks\.(\w+)((?: --?[a-z-]+(?: [\w…]+)?| FOLDER…?)*)")


def test_every_benchmark_that_is_named_is_there_and_takes_its_options() -> None:
    named = [match for path in (ROOT / "docs").glob("*.md") for match in COMMANDS.findall(path.read_text("utf-8"))]
    assert len(named) > 10
    for name, options in [*named, *COMMANDS.findall(README)]:
        source = (ROOT / "benchmarks" / f"{name}.py").read_text("utf-8")
        assert 'if __name__ == "__main__":' in source, name
        assert all(f'"{option}"' in source for option in re.findall(r"--?[a-z][a-z-]*", options)), (name, options)


def test_every_make_target_that_is_named_is_there() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for text in [README, *(path.read_text("utf-8") for path in (ROOT / "docs").glob("*.md"))]:
        assert set(re.findall(r"`make ([a-z-]+)", text)) <= targets


def test_the_changelog_begins_with_the_version_that_is_released() -> None:
    versions = re.findall(r"^## \[([^\]]+)\] - \d{4}-\d{2}-\d{2}$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)
    assert versions[0] == tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]


# A path in backticks, from the root or the end of one; LANGUAGE and TAG stand for any language's.
PATH = re.compile(r"`([\w./*-]+(?:\.(?:css|ftl|js|json|md|py|sh|toml|tsv|txt|yml)|/))(?:::\w+)?`")
FOLDERS = ("bot", "summarizer", "tests", "benchmarks", "deploy", "docs", "tools", "posts", ".github")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_that_is_named_is_there(page: Path) -> None:
    files = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*")]
    named = {re.sub(r"\b(?:LANGUAGE|TAG)\b", "*", name) for name in PATH.findall(page.read_text("utf-8"))}
    missing = {name for name in named if not any(ROOT.glob(name)) and not any(path.match(name) for path in files)}
    assert missing == set()


def test_the_map_lists_the_rooms_from_the_top_down() -> None:
    table = (ROOT / "docs" / "architecture.md").read_text("utf-8").partition("| room | holds |")[2].partition("\n\n")[0]
    rows = [re.findall(r"`([^`]+)`", row.split("|")[1]) for row in table.splitlines()[2:]]
    rooms = [[name.rstrip("/").removesuffix(".py").replace("/", ".") for name in row] for row in rows]
    heights = [[ORDER[room] for room in row if room in ORDER] for row in rooms]
    assert all(map(max, heights))
    assert all(min(above) > max(below) for above, below in pairwise(heights))
