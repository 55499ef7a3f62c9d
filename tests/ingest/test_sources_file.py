from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import ConfigError
from bot.ingest.sources_file import read_sources
from bot.models.sources import SourceKind


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
          {name = "H", url = "https://g.example"},
          {name = "I", url = "https://i.example", category = " / "},
        ]
        """,
    )
    with pytest.raises(ConfigError) as caught:
        read_sources(path)
    lines = str(caught.value).splitlines()
    numbers = [int(line.split("source ")[1].split(":")[0]) for line in lines]
    assert numbers == [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12]
    assert "unknown key colour" in lines[5]
    assert "'G' is taken" in lines[8]
    assert lines[9].endswith("'H' reads the same as 'G', https://g.example: keep one of them")
    assert lines[10].endswith("category '/' names nothing: write a name, or a path such as World/Europe")


def test_a_table_of_another_name_is_not_passed_over(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"sources means nothing here: every source begins with \[\[source\]\]"):
        read_sources(write(tmp_path, "[[sources]]\nname = 'A'\nurl = 'https://a.example'\n"))


def test_a_list_that_cannot_be_opened_is_named_with_its_setting(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="Is a directory: SOURCES_FILE names"):
        read_sources(tmp_path)


@pytest.mark.parametrize("text", ["[[source]\n", "[source]\nname='x'", "\x00"])
def test_a_broken_file_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigError, match=r"sources\.toml"):
        read_sources(write(tmp_path, text))
