"""The `tidings` command from outside: output, one-line errors, exit codes. In one process, with real files and HTTP."""

from __future__ import annotations

import asyncio
import importlib.util
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import textwrap
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from pathlib import Path

import pytest
from aiohttp import web

from bot import cli
from bot.__main__ import main as main_program
from bot.commands import doctor, settings
from bot.commands import sources as source_commands
from bot.commands.arguments import parse_moment
from bot.commands.summarize import parse_document
from bot.config import load_settings
from bot.data_folder import hold_data_folder
from bot.errors import TidingsError
from bot.models.articles import ParsedArticle
from bot.web.fetch import HttpFetcher
from tests.botapi import running_playground
from tests.summarizer.server.chat_servers import a_completion, chat_server

ROOT = Path(__file__).parents[2]
ARTICLE = (
    "The new bridge over the harbour opened on Monday after seven years of work. "
    "Thousands of people walked across it in the first hour.\n"
    "The mayor said that the ferry will sail on until the spring.\n"
)
POST = """---
title: 'The harbour bridge opens'
categories:
    - City
date: {date}
---
<p>{text}</p>
"""
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>River Post</title><link>https://example.org/</link>
<item><title>Otters return [again]</title><link>https://example.org/otters</link><guid>1</guid>
<pubDate>{date}</pubDate>
<description>Otters have returned to the upper river after an absence of forty years, the park said.</description>
</item>
</channel></rss>"""


class Result:
    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


PAGE = f"""<!doctype html><html lang="en"><title>The harbour bridge opens</title><body><article><p>{ARTICLE}</p>
<p>Tolls will be decided by the council in June, after a hearing that is open to all.</p></article></html>"""
Run = Callable[..., Result]


@pytest.fixture
def tidings(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs `tidings ARGUMENTS` in the test's own empty folder."""
    monkeypatch.setattr(settings, "set_up_logging", lambda **_: None)

    def run(*arguments: str, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "argv", ["tidings", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capfd.readouterr()
        try:
            cli.main()
            code = 0
        except SystemExit as exit_:
            code = exit_.code if isinstance(exit_.code, int) else int(exit_.code is not None)
        out, err = capfd.readouterr()
        return Result(code, out, err)

    return run


@contextmanager
def in_a_thread(serving: Callable[[], AsyncIterator[str]]) -> Iterator[str]:
    """An async server in a thread of its own, for commands that run their own event loop; gives its address."""
    loop = asyncio.new_event_loop()
    stop = asyncio.Event()
    ready = threading.Event()
    address: list[str] = []

    async def serve() -> None:
        async with asynccontextmanager(serving)() as url:
            address.append(url)
            ready.set()
            await stop.wait()

    thread = threading.Thread(target=loop.run_until_complete, args=(serve(),))
    thread.start()
    assert ready.wait(10)
    try:
        yield address[0]
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(10)
        loop.close()


async def a_feed_site() -> AsyncIterator[str]:
    async def answer(request: web.Request) -> web.Response:
        if request.path == "/feed":
            return web.Response(text=FEED.format(date=now_text()), content_type="application/rss+xml")
        return web.Response(status=404)

    app = web.Application()
    app.router.add_get("/{path:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def a_bot_api() -> AsyncIterator[str]:
    async with running_playground() as server:
        yield server.url


def now_text() -> str:
    return datetime.now(UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")


def row(result: Result, name: str) -> list[str]:
    """The cells of the table's row that begins with `name`."""
    rows = ([cell.strip() for cell in line.strip("│").split("│")] for line in result.out.splitlines())
    return next(cells for cells in rows if cells[0] == name)


@pytest.fixture
def folder_source() -> Path:
    """A `sources.toml` in the working folder with one folder of one post."""
    posts = Path("posts")
    posts.mkdir()
    (posts / "bridge.md").write_text(POST.format(date=now_text(), text=ARTICLE))
    Path("sources.toml").write_text('[[source]]\nname = "Posts"\npath = "posts"\n')
    return posts


def test_fetch_prints_a_table_and_a_second_time_knows_everything(tidings: Run, folder_source: Path) -> None:
    first = tidings("fetch")
    assert first.code == 0
    assert row(first, "Posts")[:3] == ["Posts", "1", "0"]
    (folder_source / "broken.md").write_text("")
    again = tidings("fetch", "--source", "Posts")
    assert row(again, "Posts")[:4] == ["Posts", "0", "1", "1"]


def test_fetch_fails_where_no_source_worked_or_none_has_the_name(tidings: Run) -> None:
    Path("sources.toml").write_text('[[source]]\nname = "Nowhere"\nurl = "http://127.0.0.1:9/feed"\n')
    result = tidings("fetch")
    assert result.code == 1
    assert "Nowhere" in result.out
    assert tidings("fetch", "--source", "Elsewhere").err.startswith("tidings: no source is called 'Elsewhere'")


def test_a_held_data_folder_is_exit_75(tidings: Run) -> None:
    with hold_data_folder(Path("data")):
        result = tidings("fetch")
    assert result.code == 75
    assert result.err == "tidings: another Tidings uses data: stop it, or set another DATA_DIR\n"


@pytest.mark.parametrize("output", ["text", "html", "rich"])
def test_digest_prints_what_would_be_sent(tidings: Run, folder_source: Path, output: str) -> None:
    tidings("fetch")
    result = tidings("digest", "--category", "city", "--since", "2d", "--format", output)
    assert result.code == 0
    assert "The harbour bridge opens" in result.out
    assert "The new bridge over the harbour opened on Monday" in result.out
    assert ("<a href=" in result.out) == (output != "text")


def test_an_empty_digest_and_a_wrong_window_say_so(tidings: Run) -> None:
    unknown = tidings("digest", "--category", "Mars/Moons")
    assert (unknown.code, unknown.err.startswith("tidings: no category is called 'Mars/Moons'")) == (1, True)
    assert tidings("digest").err == "tidings: there is nothing new in that time: `tidings fetch` loads new articles\n"
    wrong = tidings("digest", "--since", "yesterday")
    assert (wrong.code, wrong.err) == (
        2,
        "tidings: --since yesterday: expected a duration such as 30s, 15m, 2h or 1d\n",
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("post.md", POST.format(date="Mon, 02 Mar 2026 08:00:00 GMT", text=ARTICLE)),
        ("plain.txt", ARTICLE),
        ("piece.html", f"<p>{ARTICLE}</p>"),
        ("page.html", PAGE),
    ],
)
def test_summarize_reads_posts_pages_pieces_and_text(tidings: Run, name: str, content: str) -> None:
    Path(name).write_text(content)
    result = tidings("summarize", name)
    assert result.code == 0
    assert "The new bridge over the harbour opened on Monday after seven years of work." in result.out
    assert not Path("data").exists()


def test_summarize_says_why_a_page_gives_less_than_its_article(tidings: Run) -> None:
    Path("page.html").write_text(PAGE.replace("</article>", "<p>Subscribe to continue reading.</p></article>"), "utf-8")
    assert "This article is for subscribers;" in tidings("summarize", "page.html").out


def test_summarize_from_standard_input_as_json(tidings: Run) -> None:
    result = tidings("summarize", "-", "--json", "--sentences", "1", "--engine", "extractive", stdin=ARTICLE.encode())
    fields = json.loads(result.out)
    assert set(fields) == {"title", "text", "language", "engine", "grounded", "seconds"}
    assert fields["text"] in ARTICLE
    assert (fields["language"], fields["engine"], fields["grounded"]) == ("en", "extractive", True)
    assert fields["text"].count(".") == 1


def test_what_cannot_be_summarised_is_named(tidings: Run) -> None:
    Path("empty.txt").write_text(" \n")
    Path("empty.md").write_text("---\ntitle: ''\n---\n")
    assert tidings("summarize", "missing.txt").err == (
        "tidings: missing.txt: No such file or directory: name a file, or a link that begins with https://\n"
    )
    assert tidings("summarize", "empty.txt").err == "tidings: empty.txt: there is no text in it\n"
    assert tidings("summarize", "empty.md").err.startswith("tidings: empty.md: ")
    assert tidings("summarize", "-", stdin=b"<p></p>").code == 1
    assert "no text, but a file of another kind" in tidings("summarize", "-", stdin=bytes(range(256)) * 9).err
    assert "larger than 10 MB" in tidings("summarize", "/dev/zero").err
    refused = tidings("summarize", "http://127.0.0.1:9/article")
    assert refused.code == 1
    assert refused.err.startswith("tidings: http://127.0.0.1:9/article: ")
    assert "Traceback" not in refused.err


def test_commands_without_any_source_say_what_to_do(tidings: Run) -> None:
    for command in (("fetch",), ("sources", "check")):
        result = tidings(*command)
        assert result.code == 1
        assert result.err.startswith(
            "tidings: there are no sources: write sources.toml, or `tidings sources add URL`; "
        )


def test_a_source_that_is_refused_comes_with_its_remedy(tidings: Run) -> None:
    result = tidings("sources", "add", "http://127.0.0.1/feed")
    assert (result.code, result.err.count("\n")) == (1, 1)
    assert "name it in FETCH_TRUSTED_HOSTS" in result.err


@pytest.mark.parametrize("output", ["&-", "/dev/full"])
def test_an_output_that_takes_nothing_is_no_traceback(tmp_path: Path, output: str) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    command = f"{sys.executable} -m bot summarize a.txt --json >{output}"
    ended = subprocess.run(
        ["sh", "-c", command], cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True
    )
    assert "Traceback" not in ended.stderr
    assert "Exception ignored" not in ended.stderr
    assert ended.stderr.count("\n") == (output == "/dev/full")
    assert ended.returncode == (output == "/dev/full")


def test_sources_are_added_listed_checked_and_removed(tidings: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with in_a_thread(a_feed_site) as site:
        monkeypatch.setenv("FETCH_TRUSTED_HOSTS", site.removeprefix("http://"))
        added = tidings("sources", "add", f"{site}/feed", "--category", "World/Rivers")
        assert (added.code, "River Post" in added.out) == (0, True)
        taken = tidings("sources", "add", f"{site}/feed")
        assert (taken.code, taken.err.count("\n")) == (1, 1)
        listed = tidings("sources", "list")
        assert "World/Rivers" in listed.out
        assert f"{site}/feed" in listed.out
        checked = tidings("sources", "check")
        assert (checked.code, checked.out.startswith("ok  River Post  1 article\n")) == (0, True)
        missing = tidings("sources", "add", f"{site}/nothing")
        assert (missing.code, missing.err.startswith("tidings: ")) == (1, True)
    assert tidings("sources", "remove", "River Post").code == 0
    assert tidings("sources", "remove", "River Post").err.startswith("tidings: no source is called 'River Post'")


def test_a_source_of_the_file_is_removed_there_and_check_fails_with_a_remedy(tidings: Run) -> None:
    Path("sources.toml").write_text('[[source]]\nname = "Local"\nurl = "http://127.0.0.1:9/feed"\n')
    assert tidings("sources", "remove", "Local").err == "tidings: 'Local' stands in sources.toml: remove it there\n"
    result = tidings("sources", "check")
    assert result.code == 1
    assert result.out.startswith("wrong  Local")
    assert len(result.out.splitlines()) >= 2


def test_a_name_that_looks_like_markup_is_printed_as_it_is(tidings: Run) -> None:
    name = r"\[bold]News\[/bold] [red]"
    Path("sources.toml").write_text(f"[[source]]\nname = '{name}'\nurl = 'http://127.0.0.1:9/feed'\n")
    assert name in tidings("sources", "list").out


@pytest.mark.model
def test_the_doctor_blames_the_engine_for_the_engine(
    tidings: Run, monkeypatch: pytest.MonkeyPatch, folder_source: Path
) -> None:
    tidings("fetch")
    monkeypatch.setenv("SUMMARY_ENGINE", "transformers")
    monkeypatch.setenv("SUMMARY_MODEL", "./no-such-model")
    result = tidings("doctor")
    assert "wrong Summaries" in result.out
    assert "./no-such-model" in result.out
    assert "ok    Database: opens" in result.out


def test_the_doctor_examines_the_second_reader(
    tidings: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, model_libraries: None
) -> None:
    assert "Second reader" not in tidings("doctor").out
    folder = tmp_path / "reader"
    folder.mkdir()
    monkeypatch.setenv("SUMMARY_VERIFIER", str(folder))
    assert f"wrong Second reader: SUMMARY_VERIFIER={folder} holds no model (no config.json)" in tidings("doctor").out
    (folder / "config.json").write_text('{"architectures": ["BertForTokenClassification"]}')
    (folder / "model.safetensors").touch()
    monkeypatch.setattr(doctor, "is_local", lambda name, revision: True)
    assert f"ok    Second reader: {folder} reads again what a model writes" in tidings("doctor").out
    monkeypatch.setattr(doctor, "is_local", lambda name, revision: False)
    assert f"`tidings model download {folder}` fetches it" in tidings("doctor").out


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
def test_the_doctor_has_nothing_against_figures_for_this_machine(host: str) -> None:
    found = doctor._metrics(load_settings(metrics_listen=f"{host}:9464"))
    assert found is not None
    assert (found.state, found.detail) == ("ok", f"served at {host}:9464, to this machine alone")


def test_the_doctor_notes_figures_that_others_can_reach(tidings: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Metrics" not in tidings("doctor").out
    monkeypatch.setenv("METRICS_LISTEN", "0.0.0.0:9464")
    out = tidings("doctor").out
    assert "note  Metrics: served at 0.0.0.0:9464, to whoever reaches this machine" in out
    assert "METRICS_LISTEN=127.0.0.1:9464" in out


def test_wrong_settings_are_one_line_and_exit_2(tidings: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FETCH_INTERVAL", "soon")
    monkeypatch.setenv("DEFAULT_TIMEZONE", "Mars")
    result = tidings("fetch")
    assert result.code == 2
    assert result.err.count("\n") == 1
    assert "FETCH_INTERVAL" in result.err
    assert "DEFAULT_TIMEZONE" in result.err


def test_a_misspelt_command_is_answered_with_the_nearest_one(tidings: Run) -> None:
    result = tidings("sources", "lst")
    assert result.err.startswith("tidings: ")
    assert result.err.endswith(" Did you mean 'list'? See `tidings sources --help`.\n")


def test_wrong_usage_is_exit_2(tidings: Run) -> None:
    for call in (["summarize"], ["no-such-command"], ["digest", "--format", "pdf"], ["sources", "nope"]):
        result = tidings(*call)
        assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
        assert "--help`" in result.err
    bare = tidings()
    assert bare.code == 2
    assert "summarize" in bare.err
    assert tidings("play", "--clock", "tomorrow").err.startswith("tidings: --clock tomorrow: expected a moment")


def test_an_engine_that_is_not_there_is_named(tidings: Run) -> None:
    result = tidings("summarize", "-", "--engine", "api", stdin=ARTICLE.encode())
    assert result.code == 2
    assert "api" in result.err
    assert result.err.count("\n") == 1


def test_a_server_that_is_away_fails_where_it_was_asked_for_and_is_named_by_the_doctor(
    tidings: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARY_API_URL", "http://127.0.0.1:9/v1")
    result = tidings("summarize", "-", "--engine", "api", stdin=ARTICLE.encode())
    assert (result.code, result.err.count("\n")) == (1, 1)
    assert "127.0.0.1:9" in result.err
    assert tidings("summarize", "-", stdin=ARTICLE.encode()).code == 0
    assert "wrong Summary server: 127.0.0.1:9: " in tidings("doctor").out
    assert "api: 127.0.0.1:9: " in tidings("model", "list").out


def test_a_password_inside_a_servers_address_is_never_printed(tidings: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARY_API_URL", "http://ada:s3cr3t@127.0.0.1:9/v1")
    for arguments in (("doctor",), ("model", "list"), ("summarize", "-", "--engine", "api")):
        result = tidings(*arguments, stdin=ARTICLE.encode())
        assert "s3cr3t" not in result.out + result.err
        assert ("127.0.0.1:9: " in result.out) is (arguments[0] != "summarize")
    monkeypatch.setenv("SUMMARY_API_URL", "ada:s3cr3t@127.0.0.1")
    assert "s3cr3t" not in tidings("doctor").err
    monkeypatch.delenv("SUMMARY_API_URL")
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "42424242:playground-playground-playground-12")
    monkeypatch.setenv("TELEGRAM_API_URL", "http://ada:s3cr3t@127.0.0.1:9")
    result = tidings("doctor")
    assert "http://127.0.0.1:9 cannot be reached" in result.out
    assert "s3cr3t" not in result.out + result.err
    monkeypatch.setenv("FETCH_TRUSTED_HOSTS", "http://ada:s3cr3t@hub.lan")
    result = tidings("doctor")
    assert "FETCH_TRUSTED_HOSTS: 'hub.lan' is not" in result.out + result.err
    assert "s3cr3t" not in result.out + result.err


def test_run_refuses_a_token_that_is_none(tidings: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "my bot's token")
    result = tidings("run")
    assert result.code == 2
    assert result.err == (
        "tidings: TELEGRAM_BOT_TOKEN is no token: copy it as @BotFather wrote it: digits, a colon, 35 letters\n"
    )


@pytest.mark.model
def test_models_are_listed_with_the_engine_that_is_chosen_and_why(
    tidings: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARY_MEMORY", "100MB")
    result = tidings("model", "list")
    assert result.code == 0
    assert "SUMMARY_ENGINE=auto: extractive (Qwen/Qwen3-0.6B needs" in result.out
    assert "Apache-2.0" in result.out
    assert result.out.count("by its card, not tried") == 4
    assert "api: SUMMARY_API_URL is not set" in result.out


def test_a_model_is_tried_on_articles_beside_the_extract(tidings: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    good = "The new bridge over the harbour opened on Monday."
    says = [f"<think>Hm.</think>{good} It cost 12 million dollars.", "<think>Hm."]

    async def serving() -> AsyncIterator[str]:
        async with chat_server() as server:
            server.models = ["tiny-135m"]
            server.says(*(a_completion(text) for text in [*says, *says[1:]]))
            yield server.root

    Path("bridge.md").write_text(POST.format(date="2026-01-02", text=ARTICLE), "utf-8")
    Path("other.txt").write_text(ARTICLE, "utf-8")
    assert "SUMMARY_API_URL is not set" in tidings("model", "try", "tiny", "bridge.md", "--server").err
    with in_a_thread(serving) as url:
        monkeypatch.setenv("SUMMARY_API_URL", url)
        result = tidings("model", "try", "tiny-135m", "bridge.md", "other.txt", "--server", "--sentences", "2")
    assert (result.code, result.err) == (0, "")
    first, second = result.out.split("\n\n")[1:]
    assert result.out.startswith("api:tiny-135m: ready after ")
    assert "a small model: readers see what it wrote only" in result.out
    assert first.startswith("The harbour bridge opens\nmodel wrote (")
    assert f"): {good} It cost 12 million dollars.\nchecks refused: " in first
    assert "refused: nothing" not in first
    assert "extract (0." in first
    assert second.startswith("other.txt\nmodel wrote (")
    assert "): nothing: the model answers with nothing but its thinking\n" in second
    assert "readers see: the extract\n" in second


@pytest.mark.usefixtures("model_libraries")
def test_a_model_that_cannot_be_tried_says_why_on_one_line(tidings: Run) -> None:
    Path("other.txt").write_text(ARTICLE, "utf-8")
    for arguments, said in (
        (("./no-such-model", "other.txt"), "no config.json in it"),
        (("x/y", "gone.txt"), "gone.txt"),
    ):
        result = tidings("model", "try", *arguments)
        assert (result.code, result.err.count("\n")) == (1, 1)
        assert said in result.err


@pytest.mark.usefixtures("model_libraries")
def test_a_model_that_is_none_is_not_fetched(tidings: Run) -> None:
    result = tidings("model", "download", "./no-such-folder")
    assert (result.code, result.err.count("\n")) == (1, 1)
    assert "./no-such-folder" in result.err


def test_stats_need_a_database_and_are_for_people_or_scripts(tidings: Run, folder_source: Path) -> None:
    assert "there is no database" in tidings("stats").err
    tidings("fetch")
    assert "Articles: 1" in tidings("stats").out
    assert json.loads(tidings("stats", "--json").out)["articles"] == 1


def test_a_refused_token_is_exit_78(tidings: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with in_a_thread(a_bot_api) as url:
        monkeypatch.setenv("TELEGRAM_API_URL", url)
        monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "1234567:" + "A" * 35)
        result = tidings("run")
    assert result.code == 78
    assert result.err == (
        "tidings: Telegram refuses the token: take a new one from @BotFather and set TELEGRAM_BOT_TOKEN\n"
    )


def test_run_without_a_token_says_how_to_get_one_and_plays(tidings: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    played: list[int] = []
    monkeypatch.setattr(cli, "play", lambda: played.append(1))
    result = tidings("run")
    assert played == [1]
    assert "@BotFather" in result.out
    assert result.out.count("\n") == 1


def test_an_interrupt_and_a_closed_pipe_end_quietly(tidings: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def raising(error: BaseException) -> Callable[..., None]:
        def raise_it(*_: object, **__: object) -> None:
            raise error

        return raise_it

    command = cli.cli
    monkeypatch.setattr(cli, "cli", raising(KeyboardInterrupt()))
    assert tidings("fetch").code == 130
    monkeypatch.setattr(source_commands, "fetch_once", raising(KeyboardInterrupt()))
    monkeypatch.setattr(cli, "cli", command)
    interrupted = tidings("fetch")
    assert (interrupted.code, interrupted.err) == (130, "")
    monkeypatch.setattr(cli, "cli", raising(BrokenPipeError()))
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert tidings("fetch").code == 1


@pytest.mark.parametrize("folder", ["a-file", "a-file/below", "/proc/none"])
@pytest.mark.parametrize("command", [("run",), ("fetch",), ("digest",), ("sources", "list")])
def test_a_data_folder_that_cannot_be_is_one_line_and_exit_2(
    tidings: Run, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], folder: str
) -> None:
    Path("a-file").touch()
    monkeypatch.setenv("DATA_DIR", folder)
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "1234567:" + "A" * 35)
    result = tidings(*command)
    assert result.code == 2
    assert result.err.startswith(f"tidings: DATA_DIR: {folder} cannot be written: ")
    assert result.err.count("\n") == 1


def test_the_doctor_sees_a_data_folder_that_cannot_be(tidings: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a-file").touch()
    monkeypatch.setenv("DATA_DIR", "a-file/below")
    result = tidings("doctor")
    assert result.code == 1
    assert "wrong Data folder: a-file/below cannot be written" in result.out
    assert Path("a-file").is_file()


def test_the_doctor_answers_scripts_in_json(tidings: Run) -> None:
    result = tidings("doctor", "--json")
    told = json.loads(result.out)
    assert (result.code, told["ok"]) == (1, False)
    checks = {check["name"]: check for check in told["checks"]}
    assert checks["Telegram"]["state"] == "wrong"
    assert "@BotFather" in checks["Telegram"]["remedy"]
    assert checks["Address guard"] == {
        "name": "Address guard",
        "state": "ok",
        "detail": "private addresses are refused",
        "remedy": "",
    }


def test_the_doctor_names_what_is_wrong_with_a_remedy(tidings: Run) -> None:
    result = tidings("doctor")
    assert result.code == 1
    assert "wrong Telegram: no token is set" in result.out
    assert "@BotFather" in result.out
    assert "wrong Sources: none in sources.toml" in result.out
    assert "ok    Address guard: private addresses are refused" in result.out


def test_the_doctor_says_whose_links_reach_the_owners_hosts(tidings: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FETCH_TRUSTED_HOSTS", "rsshub.lan")
    told = tidings("doctor").out
    assert "sources reach FETCH_TRUSTED_HOSTS, links in chats do not" in told
    assert "set TELEGRAM_ADMIN_IDS" in told
    monkeypatch.setenv("TELEGRAM_ADMIN_IDS", "7")
    assert "ok    Address guard: private addresses are refused\n" in tidings("doctor").out


def test_the_doctor_finds_nothing_wrong_with_a_whole_set_up(
    tidings: Run, monkeypatch: pytest.MonkeyPatch, folder_source: Path
) -> None:
    with in_a_thread(a_bot_api) as url:
        monkeypatch.setenv("TELEGRAM_API_URL", url)
        monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "42424242:playground-playground-playground")
        tidings("fetch")
        result = tidings("doctor")
    assert "wrong" not in result.out
    assert result.code == 0
    assert "ok    Database: opens; articles so far 1, chats 0" in result.out


def test_the_doctor_sees_a_full_disk_a_broken_list_a_broken_database_and_a_refused_token(
    tidings: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10**9, 10**9, 10))
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    monkeypatch.setenv("SUMMARY_ENGINE", "transformers")
    monkeypatch.setenv("TELEGRAM_API_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "1234567:" + "A" * 35)

    async def open_guard(_: object) -> None:
        raise TidingsError("the guard is open")

    monkeypatch.setattr(HttpFetcher, "self_test", open_guard)
    Path("sources.toml").write_text("[[")
    Path("data").mkdir()
    Path("data/tidings.db").write_text("this is no database, however long one looks at it" * 100)
    result = tidings("doctor")
    assert result.code == 1
    wrong = {line.split()[1].rstrip(":") for line in result.out.splitlines() if line.startswith("wrong")}
    assert {"Data", "Database", "Sources", "Telegram", "Address", "Summaries"} <= wrong
    assert "note  Playground: not installed" in result.out


def test_the_doctor_tells_a_token_that_is_none_and_a_folder_that_is_not_there(
    tidings: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "my bot's token")
    Path("sources.toml").write_text("[[source]]\nname = 'Posts'\npath = 'no-such-folder'\n")
    result = tidings("doctor")
    assert "wrong Telegram: TELEGRAM_BOT_TOKEN is no token\n      copy it as @BotFather wrote it" in result.out
    assert "there is no folder no-such-folder: make it, or edit sources.toml" in result.out


def test_the_doctor_says_which_scripts_no_font_here_draws(tidings: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "lettering", lambda text, *, language: None if language == "ko" else object())
    result = tidings("doctor")
    assert "note  Fonts: no card can be drawn for titles in Korean\n" in result.out
    assert "pip install 'tidings[fonts]'` (15 MB), or install a font" in result.out
    monkeypatch.setattr(doctor, "lettering", lambda text, *, language: object())
    assert "ok    Fonts: " in tidings("doctor").out


def test_without_a_token_and_without_the_playground_there_is_one_line(
    tidings: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "bot.commands.play", None)
    result = tidings("run")
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert result.err.startswith("tidings: No TELEGRAM_BOT_TOKEN is set (talk to @BotFather")
    assert "the playground is not installed: `" in result.err


def test_the_version_is_told(tidings: Run) -> None:
    result = tidings("--version")
    assert (result.code, result.out) == (0, f"tidings {version('tidings')}\n")


def test_every_command_is_told_in_one_line_of_the_help(tidings: Run) -> None:
    for call in (["--help"], ["sources", "--help"], ["model", "--help"]):
        assert "..." not in tidings(*call).out.split("Commands:")[1]


def test_an_empty_list_of_sources_is_told_in_words(tidings: Run) -> None:
    assert tidings("sources", "list").out.startswith("there are no sources: write sources.toml, or `tidings sources")


def test_text_wrapped_by_hand_is_read_in_whole_sentences(tidings: Run) -> None:
    wrapped = textwrap.fill(ARTICLE.replace("\n", " "), 60)
    result = tidings("summarize", "-", "--sentences", "1", stdin=wrapped.encode())
    assert result.out.splitlines()[-1] in ARTICLE
    Path("notes.md").write_text(f"# The harbour bridge opens\n\n{wrapped}\n")
    title, summary = tidings("summarize", "notes.md", "--sentences", "1").out.splitlines()
    assert (title, summary in ARTICLE) == ("The harbour bridge opens", True)
    joined = parse_document("六年".encode() * 30 + "\n前".encode(), name="-")
    assert isinstance(joined, ParsedArticle)
    assert joined.text == "六年" * 30 + "前"


def test_a_missing_extra_is_named(tidings: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "bot.commands.play", None)
    result = tidings("play")
    assert result.code == 2
    assert "pip install 'tidings[playground]'" in result.err


def test_clock_takes_moments_with_and_without_a_zone() -> None:
    bare = parse_moment("2026-03-02T07:55")
    assert bare == datetime(2026, 3, 2, 7, 55, tzinfo=UTC)
    assert parse_moment("2026-03-02T07:55+08:00") == bare - timedelta(hours=8)


def test_the_real_command_stops_in_order_on_sigterm(tmp_path: Path) -> None:
    """`tidings play` as a process: prints its address, ends with 0 on SIGTERM, leaves no traceback."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LOG_LEVEL": "WARNING"}
    command = [sys.executable, "-m", "bot", "play", "--port", "0", "--data", str(tmp_path / "d")]
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("Playground: http://127.0.0.1:")
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 0
    assert errors == ""


def test_ctrl_c_while_the_modules_are_being_read_ends_without_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupted:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "bot.cli":
                raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "bot.cli")
    monkeypatch.setattr(sys, "meta_path", [Interrupted(), *sys.meta_path])
    with pytest.raises(SystemExit) as ended:
        main_program()
    assert ended.value.code == 130
    assert ended.value.__suppress_context__
