from __future__ import annotations

import base64
import logging
from datetime import timedelta
from pathlib import Path

import pytest

from bot.errors import ConfigError
from bot.ingest.sources_file import read_sources
from bot.logs import RedactingFormatter
from bot.models.sources import SourceKind, SourceSpec


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


def test_the_mark_that_editors_on_windows_write_and_capitals_of_an_address_are_no_problem(tmp_path: Path) -> None:
    text = '\ufeff[[source]]\r\nname = "A"\r\nurl = "HTTPS://a.example/feed"\r\n'
    (tmp_path / "sources.toml").write_text(text, "utf-8", newline="")
    assert [spec.name for spec in read_sources(tmp_path / "sources.toml")] == ["A"]


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


def one(folder: Path, lines: str) -> SourceSpec:
    [spec] = read_sources(write(folder, f"[[source]]\nname = 'A'\nurl = 'https://a.example/feed'\n{lines}"))
    return spec


def refused(folder: Path, lines: str, *, url: str = "https://a.example/feed") -> str:
    with pytest.raises(ConfigError) as caught:
        read_sources(write(folder, f"[[source]]\nname = 'A'\nurl = '{url}'\n{lines}"))
    return str(caught.value)


def test_a_source_says_how_it_is_to_be_read(tmp_path: Path) -> None:
    spec = one(tmp_path, "interval = '2h'\ntitle_only = true\nenabled = false\n")
    assert (spec.interval, spec.title_only, spec.enabled) == (timedelta(hours=2), True, False)
    plain = one(tmp_path, "")
    assert (plain.interval, plain.title_only, plain.enabled, plain.credentials) == (None, False, True, None)


def test_a_feeds_address_may_be_written_as_readers_buttons_write_it(tmp_path: Path) -> None:
    path = write(tmp_path, "[[source]]\nname = 'A'\nurl = 'feed:https://a.example/feed'\n")
    assert read_sources(path)[0].location == "https://a.example/feed"


def test_a_password_or_its_file_and_headers_become_headers_that_nothing_shows(tmp_path: Path) -> None:
    (tmp_path / "word").write_text("s3cret:päss\n")
    (tmp_path / "word").chmod(0o600)
    spec = one(
        tmp_path, "username = 'me'\npassword_file = 'word'\nheaders = {X-Key = 'k3y-of-mine', Accept = 'text/xml'}\n"
    )
    assert spec.credentials is not None
    basic = base64.b64encode("me:s3cret:päss".encode()).decode()
    assert spec.credentials.headers == (
        ("X-Key", "k3y-of-mine"),
        ("Accept", "text/xml"),
        ("Authorization", f"Basic {basic}"),
    )
    assert set(spec.credentials.secrets) == {"k3y-of-mine", "s3cret:päss", basic}
    assert not any(secret in repr(spec) for secret in spec.credentials.secrets)
    inline = one(tmp_path, "username = 'me'\npassword = 's3cret:päss'\n")
    assert inline.credentials is not None
    assert inline.credentials.headers == (("Authorization", f"Basic {basic}"),)


def test_what_was_read_is_hidden_in_every_log_line(tmp_path: Path) -> None:
    one(tmp_path, "username = 'me'\npassword = 'never-in-a-log'\n")
    record = logging.LogRecord("x", logging.DEBUG, "x", 1, "sent %s", ("never-in-a-log",), None)
    assert "never-in-a-log" not in RedactingFormatter().format(record)


def test_the_owner_hears_of_secrets_that_others_can_read(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = write(tmp_path, "[[source]]\nname='A'\nurl='https://a.example'\nusername='me'\npassword='s3cret'\n")
    path.chmod(0o644)
    read_sources(path)
    assert "secrets can be read by others" in caplog.text
    caplog.clear()
    path.chmod(0o600)
    read_sources(path)
    assert caplog.text == ""


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ("password = 'SECRET'", "username is missing"),
        ("username = 'me'", "give either password or password_file"),
        ("username = 'me'\npassword = 'SECRET'\npassword_file = 'x'", "give either password or password_file"),
        ("username = 'me:SECRET'\npassword = 'x'", "without a colon"),
        ("username = 'me'\npassword = 5", "password must be a text"),
        ("username = 'me'\npassword_file = 'none'", "No such file"),
        ("username = 'me'\npassword = 'SECRET'\nheaders = {Authorization = 'SECRET'}", "give either username and"),
        ("headers = 'SECRET'", "headers must be a table"),
        ("headers = {Host = 'SECRET'}", "the header Host is Tidings' own"),
        ("headers = {Range = 'bytes=0-9'}", "the header Range is Tidings' own"),
        ("headers = {X-Key = 5}", "the header X-Key must be a text"),
        ('headers = {X-Key = "SECRET\\nX: y"}', "plain ASCII"),
        ("headers = {'X Key' = 'SECRET'}", "a header's name"),
        ('category = "A\\nsource added"', "category must be one line"),
        ('language = "e\\u0000n"', "language must be one line"),
        ("interval = 'soon'", "expected a duration"),
        ("interval = '0s'", "of 1s at least"),
        ("interval = 5", "interval must be a duration"),
        ("enabled = 'no'", "enabled must be true or false"),
        ("title_only = 1", "title_only must be true or false"),
    ],
)
def test_what_is_wrong_with_an_entry_is_said_without_its_secrets(tmp_path: Path, lines: str, problem: str) -> None:
    message = refused(tmp_path, lines)
    assert problem in message
    assert "SECRET" not in message


def test_a_password_within_an_address_is_sent_to_its_own_keys_and_not_repeated(tmp_path: Path) -> None:
    message = refused(tmp_path, "", url="https://me:SECRET@a.example/feed")
    assert "write them as username and password" in message
    assert "SECRET" not in message


@pytest.mark.parametrize("line", ["username = 'me'\npassword = 'x'", "headers = {A = 'b'}", "title_only = true"])
def test_a_folder_needs_no_credentials(tmp_path: Path, line: str) -> None:
    with pytest.raises(ConfigError, match="is for feeds"):
        read_sources(write(tmp_path, f"[[source]]\nname = 'A'\npath = 'posts'\n{line}"))
    folder = write(tmp_path, "[[source]]\nname = 'A'\npath = 'posts'\ninterval = '1m'\nenabled = false\n")
    assert read_sources(folder)[0].interval == timedelta(minutes=1)


@pytest.mark.parametrize("written", ["https://t.me/s/Harbour", "https://t.me/harbour", "@harbour"])
def test_a_public_channel_may_be_a_source(tmp_path: Path, written: str) -> None:
    path = write(tmp_path, f"[[source]]\nname = 'A'\nurl = '{written}'\n")
    assert read_sources(path)[0].location == "https://t.me/s/harbour"


def test_a_private_channel_is_refused_in_the_file(tmp_path: Path) -> None:
    assert "no public channel of Telegram" in refused(tmp_path, "", url="https://t.me/+AbCdEf")
