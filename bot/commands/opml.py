"""`tidings sources import` and `export`: OPML files of feeds. Fetches nothing: the next refresh reads new feeds."""

from __future__ import annotations

import sys
from pathlib import Path

from rich.markup import escape
from rich.table import Table

from bot.clock import SystemClock
from bot.commands.console import the_console
from bot.commands.sources import opened_sources
from bot.config import Settings
from bot.core import open_core
from bot.errors import TidingsError
from bot.models.articles import ParseFailed
from bot.models.sources import AddedSource, SourceKind
from bot.parsers.feeds.opml import MAX_BYTES, OpmlFeeds, read_opml, write_opml
from bot.web.urls import web_url

STANDARD_STREAM = "-"


async def import_opml(settings: Settings, target: str) -> None:
    """Add every new feed of an OPML file and print the outcome of each; TidingsError for a file that is not OPML."""
    feeds = read_opml(_read(target))
    if isinstance(feeds, ParseFailed):
        raise TidingsError(f"{target}: {feeds.reason} `tidings sources import` takes OPML, as feed readers export it")
    if not feeds.specs and not feeds.skipped:
        raise TidingsError(f"{target}: there is no feed in this list")
    async with open_core(settings, clock=SystemClock()) as core:
        held = {web_url(source.spec.location): source.spec.name for source in await opened_sources(core, settings)}
        fresh = [spec for spec in feeds.specs if spec.location not in held]
        added = await core.store.sources.add_all(fresh, now=core.clock.now())
    outcomes = {spec.location: outcome for spec, outcome in zip(fresh, added, strict=True)}
    known = {location: AddedSource(name=name, was_here=True) for location, name in held.items() if location}
    _print_import(feeds, known | outcomes)


async def export_opml(settings: Settings, target: str) -> None:
    """Write every feed to an OPML file. Folders of posts are left out: their paths mean nothing on other machines."""
    clock = SystemClock()
    async with open_core(settings, clock=clock) as core:
        specs = [source.spec for source in await opened_sources(core, settings)]
    data = write_opml(specs, title="Tidings", now=clock.now())
    folders = sum(spec.kind is SourceKind.FOLDER for spec in specs)
    left_out = f"folders of posts left out: {folders}, {settings.sources_file} has them" if folders else ""
    if target == STANDARD_STREAM:
        sys.stdout.buffer.write(data)
        if left_out:
            sys.stderr.write(f"tidings: {left_out}\n")
        return
    _write(target, data)
    feeds = len(specs) - folders
    told = f"{feeds} {'feed' if feeds == 1 else 'feeds'} in {target}" + (f"; {left_out}" if left_out else "")
    the_console().print(escape(told), soft_wrap=True)


def _read(target: str) -> bytes:
    try:
        if target == STANDARD_STREAM:
            return sys.stdin.buffer.read(MAX_BYTES + 1) if sys.stdin else b""
        with Path(target).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise TidingsError(f"{target}: {error.strerror or error}: give the path of an OPML file") from error


def _write(target: str, data: bytes) -> None:
    try:
        Path(target).write_bytes(data)
    except OSError as error:
        raise TidingsError(f"{target}: {error.strerror or error}: give another path") from error


def _print_import(feeds: OpmlFeeds, outcomes: dict[str, AddedSource]) -> None:
    console = the_console()
    table = Table("source", "category", "language", "address", "")
    added = 0
    for spec in feeds.specs:
        outcome = outcomes[spec.location]
        added += not outcome.was_here
        state = f"here already, as {outcome.name}" if outcome.was_here else "added"
        name = spec.name if outcome.was_here else outcome.name
        table.add_row(*map(escape, (name, "/".join(spec.category or ()), spec.language or "", spec.location, state)))
    console.print(table)
    for line in feeds.skipped:
        console.print(f"left out: {line}", markup=False, soft_wrap=True)
    here = len(feeds.specs) - added
    console.print(f"{added} added, {here} here already, {len(feeds.skipped)} left out", highlight=False)
    if added:
        console.print("`tidings fetch` loads their articles; a running bot reads them by itself", highlight=False)
