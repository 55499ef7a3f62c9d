"""The `tidings` command: its subcommands, their arguments and their help. `bot.commands` does the work.

Each command imports what it needs when it runs, so that it starts as fast as it can.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Coroutine
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.commands.arguments import parse_category, parse_moment, parse_window
from bot.commands.completion import source_names
from bot.commands.exits import EXIT_FAILED, MALFORMED, MALFORMED_REMEDY, run_command
from bot.commands.model_cli import model_cli
from bot.commands.settings import settings_of_command, settings_to_run
from bot.config import is_token
from bot.data_folder import hold_data_folder
from bot.errors import ConfigError
from bot.lean import no_authorities

NO_BOT_YET = "No TELEGRAM_BOT_TOKEN is set (talk to @BotFather in Telegram, send /newbot, put the token into .env)"

cli = typer.Typer(
    name="tidings",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
sources_cli = typer.Typer(help="Look after the sources.", no_args_is_help=True, rich_markup_mode=None)
cli.add_typer(sources_cli, name="sources")
cli.add_typer(model_cli, name="model")


class Engine(StrEnum):
    """The summary engines, as SUMMARY_ENGINE names them."""

    AUTO = "auto"
    EXTRACTIVE = "extractive"
    TRANSFORMERS = "transformers"
    API = "api"


class PreviewFormat(StrEnum):
    """How `tidings digest` prints."""

    TEXT = "text"
    HTML = "html"
    RICH = "rich"


def main() -> None:
    """Run the command line and end with its exit code."""
    if sys.stdout is None:  # the caller closed it: only the exit code matters
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - for the rest of the run
    if code := run_command(lambda: cli(standalone_mode=False, prog_name="tidings")):
        sys.exit(code)


def _print_version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"tidings {version('tidings')}\n")
        raise typer.Exit


@cli.callback()
def _begin(
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """A self-hosted Telegram bot that reads your feeds, summarises them and sends digests."""


@cli.command(short_help="Run the bot; without a token, the playground.")
def run() -> None:
    """Run the bot: long polling, or a webhook where TELEGRAM_WEBHOOK_URL is set. Without a token: the playground."""
    settings = settings_to_run()
    if settings.token is None:
        from bot.commands.console import say_at_once

        try:
            _the_playground()
        except ConfigError as error:
            raise ConfigError(f"{NO_BOT_YET}, and {error}") from error
        say_at_once(f"{NO_BOT_YET}: starting the playground instead.\n")
        play()
        return
    if not is_token(settings.token):
        raise ConfigError(f"{MALFORMED}: {MALFORMED_REMEDY}")
    with hold_data_folder(settings.data_dir):
        with no_authorities():  # aiohttp makes TLS contexts as it is loaded; our sessions bring theirs
            from bot.commands.run import run_until_stopped

        asyncio.run(run_until_stopped(settings))


@cli.command(short_help="Write files to start from into this folder.")
def init() -> None:
    """Write sources.toml and .env to start from into this folder; what is here already stays."""
    from bot.commands.init import write_starters

    write_starters(Path())


@cli.command(short_help="Try the bot in your browser, without Telegram.")
def play(
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port of the page; 0 takes a free port.")] = 8080,
    data: Annotated[Path, typer.Option(help="The playground's own data folder.")] = Path("data/playground"),
    clock: Annotated[str | None, typer.Option(metavar="ISO", help="Start at this moment instead of now.")] = None,
) -> None:
    """Try it all without Telegram: the real bot, a local stand-in for Telegram, sample news, a chat page."""
    run_playground = _the_playground()
    start = parse_moment(clock) if clock else None
    settings = settings_to_run(telegram_bot_token=None, telegram_bot_token_file=None)
    with hold_data_folder(data):
        asyncio.run(run_playground(settings, port=port, folder=data, start=start))


def _the_playground() -> Callable[..., Coroutine[Any, Any, None]]:
    try:
        from bot.commands.play import run_playground  # its libraries are an extra
    except ImportError as error:
        from bot.commands.console import install

        raise ConfigError(f"the playground is not installed: {install('playground')}") from error
    return run_playground


@cli.command()
def fetch(
    source: Annotated[
        str | None, typer.Option(help="Only the source of this name.", autocompletion=source_names)
    ] = None,
) -> None:
    """Load new articles once and print how many came."""
    from bot.commands.sources import fetch_once

    settings = settings_of_command()
    with hold_data_folder(settings.data_dir):
        if not asyncio.run(fetch_once(settings, source)):
            sys.exit(EXIT_FAILED)


@cli.command(short_help="Summarise a link, a file or standard input.")
def summarize(
    target: Annotated[str, typer.Argument(help="A link, a post file, an HTML or text file, or - for standard input.")],
    language: Annotated[str | None, typer.Option(help="Summarise in this language, where the engine can.")] = None,
    sentences: Annotated[int | None, typer.Option(min=1, max=10, help="How many sentences at most.")] = None,
    engine: Annotated[Engine | None, typer.Option(help="Instead of SUMMARY_ENGINE.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Summarise one article."""
    from bot.commands.summarize import print_summary

    overrides: dict[str, Any] = {}
    if engine:
        overrides["summary_engine"] = engine.value
    if sentences:
        overrides["summary_sentences"] = sentences
    asyncio.run(print_summary(settings_of_command(**overrides), target, language=language, as_json=as_json))


@cli.command()
def digest(
    category: Annotated[str | None, typer.Option(help="A category or path; left out: all.")] = None,
    since: Annotated[str, typer.Option(help="How far back: 30m, 24h, 7d.")] = "24h",
    language: Annotated[str | None, typer.Option(help="The language of the headings.")] = None,
    output: Annotated[PreviewFormat, typer.Option("--format")] = PreviewFormat.TEXT,
) -> None:
    """Print the digest that would be sent; send nothing."""
    from bot.commands.digest import print_digest

    window = parse_window(since)
    asyncio.run(
        print_digest(
            settings_of_command(), parse_category(category), since=window, language=language, output=output.value
        )
    )


@sources_cli.command("list")
def sources_list() -> None:
    """Print every source and its state."""
    from bot.commands.source_list import list_sources

    asyncio.run(list_sources(settings_of_command()))


@sources_cli.command("check", short_help="Read every source once and print problems.")
def sources_check() -> None:
    """Fetch every source once, store nothing, and print each problem with a remedy."""
    from bot.commands.sources import check_sources

    if not asyncio.run(check_sources(settings_of_command())):
        sys.exit(EXIT_FAILED)


@sources_cli.command("add")
def sources_add(
    url: Annotated[str, typer.Argument(help="The address of a feed, or of a site that names one.")],
    category: Annotated[str | None, typer.Option(help="A category or path, such as World/Europe.")] = None,
) -> None:
    """Add a feed to those of sources.toml."""
    from bot.commands.sources import add_source

    asyncio.run(add_source(settings_of_command(), url, parse_category(category)))


@sources_cli.command("remove")
def sources_remove(
    name: Annotated[str, typer.Argument(help="The source's name, as `list` prints it.", autocompletion=source_names)],
) -> None:
    """Remove a source; its articles stay until they are too old."""
    from bot.commands.sources import remove_source

    asyncio.run(remove_source(settings_of_command(), name))


@sources_cli.command("import")
def sources_import(
    file: Annotated[str, typer.Argument(help="An OPML file, as feed readers export it; - for standard input.")],
) -> None:
    """Add every feed of an OPML file; its folders become categories."""
    from bot.commands.opml import import_opml

    asyncio.run(import_opml(settings_of_command(), file))


@sources_cli.command("export", short_help="Write every feed to an OPML file.")
def sources_export(
    file: Annotated[str, typer.Argument(help="The OPML file to write; - for standard output.")],
) -> None:
    """Write every feed to an OPML file for other feed readers, with categories as folders."""
    from bot.commands.opml import export_opml

    asyncio.run(export_opml(settings_of_command(), file))


@cli.command()
def stats(as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False) -> None:
    """Print figures: articles, sources, chats, messages, summaries."""
    from bot.commands.stats import print_stats

    asyncio.run(print_stats(settings_of_command(), as_json=as_json))


@cli.command()
def doctor(as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False) -> None:
    """Check the set-up and print a remedy for each problem."""
    from bot.commands.doctor import examine

    if not asyncio.run(examine(settings_of_command(), as_json=as_json)):
        sys.exit(EXIT_FAILED)


@cli.command(short_help="Write a checked copy of the database.")
def backup(
    path: Annotated[Path | None, typer.Argument(help="A file, or a folder; left out: backups/ in DATA_DIR.")] = None,
) -> None:
    """Write a checked copy of the database, also while the bot runs."""
    from bot.commands.backup import write_backup

    write_backup(settings_of_command(), path)


@cli.command(short_help="Replace the database by a backup.")
def restore(path: Annotated[Path, typer.Argument(help="The backup, as `tidings backup` wrote it.")]) -> None:
    """Replace the database by a backup while no bot runs; the old database is kept."""
    from bot.commands.backup import put_back

    put_back(settings_of_command(), path)
