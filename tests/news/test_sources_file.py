from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import ConfigError
from bot.models import SourceKind
from bot.news.sources_file import read_sources


def write(folder: Path, text: str) -> Path:
    path = folder / "sources.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_feeds_and_folders_are_read_folders_relative_to_the_file(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        """
        [[source]]
        name = "World"
        url = "https://example.org/rss"
        category = "World/Europe"
        language = "en"
        [[source]]
        name = "眾新聞"
        path = "posts"
        link = "https://example.org/{year}/{stem}/"
        """,
    )
    feed, folder = read_sources(path)
    assert (feed.kind, feed.location) == (SourceKind.FEED, "https://example.org/rss")
    assert feed.category == ("World", "Europe")
    assert (folder.kind, folder.location) == (SourceKind.FOLDER, str(tmp_path / "posts"))
    assert folder.category is None
    assert folder.link == "https://example.org/{year}/{stem}/"


def test_no_file_is_no_source(tmp_path: Path) -> None:
    assert read_sources(tmp_path / "none.toml") == ()


def test_every_problem_is_named_with_its_place(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        """
        source = [
          "BBC",
          {url = "https://example.org/rss"},
          {name = "A"},
          {name = "B", url = "https://b.example", path = "b"},
          {name = "C", url = "ftp://c.example"},
          {name = "D", url = "https://d.example", colour = "red"},
          {name = "E", url = 5},
          {name = "F", url = "https://f.example", link = "https://f.example/{stem}"},
          {name = "G", url = "https://g.example"},
          {name = "G", url = "https://h.example"},
        ]
        """,
    )
    with pytest.raises(ConfigError) as caught:
        read_sources(path)
    lines = str(caught.value).splitlines()
    assert [line.split("source ")[1].split(":")[0] for line in lines] == ["1", "2", "3", "4", "5", "6", "7", "8", "10"]
    assert "unknown key colour" in lines[5]
    assert "'G' is taken" in lines[8]


@pytest.mark.parametrize("text", ["[[source]\n", "[source]\nname='x'", "\x00"])
def test_a_broken_file_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigError, match=r"sources\.toml"):
        read_sources(write(tmp_path, text))
