"""`tidings sources` and `tidings fetch` from outside, with real files and a real server."""
# ruff: noqa: F811 - the fixture `tidings` is imported

from __future__ import annotations

import base64
import shlex
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from aiohttp import web
from rich.console import Console

from bot.commands import source_list
from bot.commands import sources as source_commands
from bot.commands.completion import model_names, source_names
from bot.commands.console import the_console
from summarizer import known_models
from tests.commands.test_cli import FEED, Run, folder_source, in_a_thread, now_text, row, tidings  # noqa: F401 - fixtures

Answer = Callable[[str], web.Response]
OPML = """<opml version="2.0"><body>
<outline text="World"><outline text="Europe"><outline text="Le [Fil]" xmlUrl="https://fil.example/rss" language="fr"/>
</outline></outline>
<outline text="Again" xmlUrl="https://fil.example/rss"/><outline text="Here" xmlUrl="https://here.example/rss"/>
</body></opml>"""


def a_feed(title: str = "River Post", *, story: str = "otters", cut: int = 0) -> web.Response:
    text = FEED.format(date=now_text()).replace("River Post", title).replace("/otters", f"/{story}")
    return web.Response(text=text[: len(text) - cut], content_type="application/rss+xml")


def a_site(answer: Answer, monkeypatch: pytest.MonkeyPatch) -> AbstractContextManager[str]:
    """A trusted site that answers by path, in a thread of its own."""

    async def respond(request: web.Request) -> web.Response:
        return answer(request.path)

    async def serve() -> AsyncIterator[str]:
        app = web.Application()
        app.router.add_get("/{path:.*}", respond)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        host = f"127.0.0.1:{runner.addresses[0][1]}"
        monkeypatch.setenv("FETCH_TRUSTED_HOSTS", host)
        yield f"http://{host}"
        await runner.cleanup()

    return in_a_thread(serve)


def two_feeds(path: str) -> web.Response:
    if path != "/":
        return a_feed(f"Post of {path}", story=path)
    links = "".join(f'<link rel="alternate" type="application/rss+xml" href="{to}">' for to in ("/world", "/it's"))
    return web.Response(text=f"<!doctype html><html><head>{links}</head></html>", content_type="text/html")


def test_of_several_feeds_the_commands_are_printed_and_one_of_them_works(
    tidings: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    with a_site(two_feeds, monkeypatch) as site:
        result = tidings("sources", "add", site, "--category", "World/It's here")
        told = f"tidings: {site} has 2 feeds: run the command of the one you want\n"
        assert (result.code, result.err) == (1, told)
        assert site not in tidings("sources", "list").out
        commands = [line.strip() for line in result.out.splitlines() if "tidings sources add" in line]
        assert len(commands) == 2
        added = tidings(*shlex.split(commands[1])[1:])
        assert (added.code, "Post of /it's" in added.out) == (0, True)
        assert "World/It's here" in tidings("sources", "list").out


@pytest.mark.parametrize(
    ("answer", "code", "told"),
    [("Ours/New\n7\n2\n", 0, "added Post of /it's"), ("", 1, "has 2 feeds: run the command")],
)
def test_on_a_terminal_a_feed_is_chosen_by_its_number(
    tidings: Run, monkeypatch: pytest.MonkeyPatch, answer: str, code: int, told: str
) -> None:
    monkeypatch.setattr(source_commands, "_can_ask", lambda console: True)
    with a_site(two_feeds, monkeypatch) as site:
        result = tidings("sources", "add", site, stdin=answer.encode())
    assert result.code == code
    assert told in result.out + result.err
    assert "Post of /world" in result.out
    if code == 0:
        assert "Ours/New" in tidings("sources", "list").out


@pytest.mark.parametrize(("columns", "shown"), [(80, "category"), (60, " · ")])
def test_a_list_of_sources_fits_a_narrow_terminal(
    tidings: Run, monkeypatch: pytest.MonkeyPatch, columns: int, shown: str
) -> None:
    name = "The Northern Herald of Letters"
    source = f'[[source]]\nname = "{name}"\nurl = "https://h.example/f"\ncategory = "World/Far"\n'
    Path("sources.toml").write_text(source)
    monkeypatch.setattr(source_list, "the_console", lambda: Console(width=columns))
    lines = tidings("sources", "list").out.splitlines()
    assert max(map(len, lines)) <= columns
    assert sum(name in line for line in lines) == 1  # in one piece
    assert any(shown in line for line in lines)


def test_a_shell_completes_names(tidings: Run) -> None:
    Path("sources.toml").write_text('[[source]]\nname = "Herald"\nurl = "https://h.example/f"\n')
    assert source_names("he") == ["Herald"]
    assert source_names("x") == []
    Path("sources.toml").write_text("[[")
    assert source_names("he") == []
    first = known_models()[0].name
    assert first in model_names(first[:9].upper())
    assert model_names("no-such") == []


def test_nobody_is_asked_where_there_is_no_terminal() -> None:
    assert not source_commands._can_ask(the_console())


def test_a_list_of_feeds_goes_in_and_out(tidings: Run, folder_source: Path) -> None:
    with Path("sources.toml").open("a") as file:
        file.write('[[source]]\nname = "Mine"\nurl = "https://here.example/rss"\ncategory = "My/Own"\n')
    Path("in.opml").write_text(OPML)
    taken = tidings("sources", "import", "in.opml")
    assert taken.code == 0
    assert row(taken, "Le [Fil]") == ["Le [Fil]", "World/Europe", "fr", "https://fil.example/rss", "added"]
    assert row(taken, "Here")[4] == "here already, as Mine"
    assert "left out: Again: the list has this address already, as Le [Fil]" in taken.out
    assert "1 added, 1 here already, 1 left out" in taken.out
    written = tidings("sources", "export", "out.opml")
    assert written.out == "2 feeds in out.opml; folders of posts left out: 1, sources.toml has them\n"
    again = tidings("sources", "import", "-", stdin=Path("out.opml").read_bytes())
    assert "0 added, 2 here already, 0 left out" in again.out
    assert "Sources: 2 in sources.toml, 1 added by command; " in tidings("doctor").out
    printed = tidings("sources", "export", "-")
    assert printed.out.split("</head>")[1] == Path("out.opml").read_text().split("</head>")[1]
    assert printed.err == "tidings: folders of posts left out: 1, sources.toml has them\n"


def test_a_list_that_is_none_or_cannot_be_read_or_written_is_one_line(tidings: Run) -> None:
    Path("page.html").write_text("<!doctype html><html>")
    Path("none.opml").write_text("<opml><body/></opml>")
    for arguments, told in {
        ("import", "missing.opml"): "missing.opml: No such file or directory: give the path of an OPML file",
        ("import", "page.html"): "as feed readers export it",
        ("import", "none.opml"): "none.opml: there is no feed in this list",
        ("import", "-"): "-: It is empty.",
        ("export", "no/folder.opml"): "no/folder.opml: No such file or directory: give another path",
    }.items():
        result = tidings("sources", *arguments)
        assert (result.code, result.err.count("\n"), told in result.err) == (1, 1, True), result.err


def test_a_source_that_is_gone_is_off_until_it_is_asked_for_by_name(
    tidings: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def gone_twice(path: str) -> web.Response:
        asked.append(path)
        return web.Response(status=410) if len(asked) <= 2 else a_feed()

    with a_site(gone_twice, monkeypatch) as site:
        Path("sources.toml").write_text(f'[[source]]\nname = "Old"\nurl = "{site}/feed"\n')
        assert tidings("fetch").code == 1
        listed = tidings("sources", "list").out
        assert "switched off: The page is gone for good: HTTP 410" in " ".join(listed.split())
        assert "tries it once more" in listed
        assert "switched off" in row(tidings("fetch"), "Old")[4]
        assert len(asked) == 1
        assert tidings("sources", "check").code == 1
        checked = tidings("sources", "check")
        assert checked.code == 0
        assert "It is switched off, but works: `tidings fetch --source Old` switches it on again." in checked.out
        assert tidings("fetch", "--source", "Old").code == 0
        assert row(tidings("sources", "list"), "Old")[5] == "ok"


def test_a_feed_that_moved_or_was_repaired_is_told(tidings: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def moved(path: str) -> web.Response:
        return web.Response(status=301, headers={"Location": "/new"}) if path == "/old" else a_feed(cut=12)

    with a_site(moved, monkeypatch) as site:
        Path("sources.toml").write_text(f'[[source]]\nname = "Old"\nurl = "{site}/old"\n')
        assert "Old: The XML is broken and was repaired: " in tidings("fetch").out
        checked = tidings("sources", "check").out
        assert f"It has moved for good, from {site}/old to {site}/new." in checked
        Path("sources.toml").write_text(
            f'[[source]]\nname = "New"\nurl = "{site}/new"\n[[source]]\nname = "Older"\nurl = "{site}/old?a"\n'
        )
        assert "It has moved for good to the address of New: remove one of the two." in tidings("sources", "check").out
        assert "The XML is broken and was repaired: " in checked


def test_no_command_shows_or_keeps_the_secrets_of_a_source(tidings: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOG_LEVEL", "DEBUG")
    monkeypatch.setenv("FETCH_PROXY", "")
    with a_site(lambda path: a_feed(), monkeypatch) as site:
        Path("word").write_text("SECRET-file")
        Path("sources.toml").write_text(
            f"""
            [[source]]
            name = "One"
            url = "{site}/one"
            username = "me"
            password = "SECRET-word"
            headers = {{X-Key = "SECRET-key"}}
            [[source]]
            name = "Two"
            url = "{site}/two"
            username = "me"
            password_file = "word"
            [[source]]
            name = "Off"
            url = "{site}/off"
            enabled = false
            """
        )
        commands = [("fetch",), ("sources", "list"), ("sources", "check"), ("sources", "export", "-"), ("doctor",)]
        results = [tidings(*command) for command in [*commands, ("stats",), ("stats", "--json")]]
    shown = "".join(result.out + result.err for result in results)
    secrets = ("SECRET", *(base64.b64encode(f"me:{word}".encode()).decode() for word in ("SECRET-word", "SECRET-file")))
    assert not any(secret in shown for secret in secrets)
    kept = b"".join(path.read_bytes() for path in Path("data").rglob("*") if path.is_file())
    assert not any(secret.encode() in kept for secret in secrets)
    assert "switched off in sources.toml" in results[0].out.replace("\n", " ")
    assert results[0].code == 0
