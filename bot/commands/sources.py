"""`tidings fetch`, and `tidings sources` check, add and remove.

They open the same services as the bot, and print tables and, on a terminal, progress bars.
"""

from __future__ import annotations

import asyncio
import shlex
import sys
from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.prompt import IntPrompt, Prompt
from rich.table import Table

from bot.clock import SystemClock
from bot.commands.arguments import parse_category
from bot.commands.console import the_console
from bot.commands.source_list import no_sources
from bot.config import Settings
from bot.core import Core, open_core
from bot.errors import TidingsError
from bot.ingest.load import FeedChoice, SourceReport
from bot.ingest.reports import source_state
from bot.ingest.sources_file import read_sources
from bot.models.articles import CategoryPath
from bot.models.sources import SWITCHED_OFF, Source

MAX_NOTES_OF_A_FETCH = 3
PAGES_SECONDS = 60.0  # for completing teasers; the next run completes what is left


async def fetch_once(settings: Settings, name: str | None) -> bool:
    """Load every enabled source, or the one called `name`, and print a table; True if at least one worked."""
    console = the_console()
    async with open_core(settings, clock=SystemClock()) as core:
        sources = await some_sources(core, settings)
        if name is not None:
            sources = [source for source in sources if source.spec.name == name]
            if not sources:
                raise TidingsError(f"no source is called {name!r}: `tidings sources list` prints their names")
        on = [source for source in sources if source.enabled or name is not None]
        reports = await _with_progress(core, on, console, store=True)
        with console.status("Completing teasers from their pages"):
            await core.completer.finish(seconds=PAGES_SECONDS)
    _print_reports([*reports, *map(_off_report, (source for source in sources if source not in on))], console)
    return any(report.error is None for report in reports)


async def check_sources(settings: Settings) -> bool:
    """Fetch every source, store nothing, and print the problems; True if there are none."""
    console = the_console()
    async with open_core(settings, clock=SystemClock()) as core:
        sources = await some_sources(core, settings)
        reports = await _with_progress(core, sources, console, store=False)
    for source, report in zip(sources, reports, strict=True):
        mark = "[green]ok[/]" if report.error is None else "[red]wrong[/]"
        console.print(
            f"{mark}  [bold]{escape(report.name)}[/]  {_articles(report.new + report.known + report.updated)}"
        )
        for line in filter(None, (report.error, report.remedy, *report.notes, *_remarks(source, report))):
            console.print(f"    {escape(line)}")
    return all(report.error is None for report in reports)


async def add_source(settings: Settings, url: str, category: CategoryPath | None) -> None:
    """Fetch a feed and add it as a source; where a site has several feeds, a person chooses one.

    SourceRejected says why a feed cannot be added; TidingsError lists the feeds where nobody can be asked.
    """
    console = the_console()
    async with open_core(settings, clock=SystemClock()) as core:
        await opened_sources(core, settings)
        if category is None and _can_ask(console):
            category = await _ask_category(core, console)
        added = await core.loader.add_source(url, category)
        if not isinstance(added, Source):
            chosen = _choose(added, console) if _can_ask(console) else None
            if chosen is not None:
                added = await core.loader.add_source(chosen.url, category)
        if not isinstance(added, Source):
            raise _undecided(url, added, category, console)
        count = len(await core.store.articles.by_source(added.id))
    console.print(f"added [bold]{escape(added.spec.name)}[/]  {escape(added.spec.location)}  {_articles(count)}")


async def remove_source(settings: Settings, name: str) -> None:
    """Remove a source that was added by command; TidingsError for one of sources.toml."""
    specs = read_sources(settings.sources_file)
    if any(spec.name == name for spec in specs):
        raise TidingsError(f"{name!r} stands in {settings.sources_file}: remove it there")
    async with open_core(settings, clock=SystemClock()) as core:
        if not await core.store.sources.remove(name):
            raise TidingsError(f"no source is called {name!r}: `tidings sources list` prints their names")
    the_console().print(f"removed [bold]{escape(name)}[/]")


async def opened_sources(core: Core, settings: Settings) -> list[Source]:
    """Every source, after the file of sources was read."""
    await core.loader.sync(read_sources(settings.sources_file))
    return await core.store.sources.all()


async def some_sources(core: Core, settings: Settings) -> list[Source]:
    """Every source, as `opened_sources`; TidingsError where there is none."""
    if sources := await opened_sources(core, settings):
        return sources
    raise TidingsError(no_sources(settings))


async def _with_progress(core: Core, sources: Sequence[Source], console: Console, *, store: bool) -> list[SourceReport]:
    """Read the sources, several at a time, with a progress bar on a terminal; reports in the order of the sources."""
    columns = (TextColumn("Reading sources"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        bar = progress.add_task("", total=len(sources))

        async def read(source: Source) -> SourceReport:
            report = await (core.loader.refresh(source) if store else core.loader.check(source))
            progress.advance(bar)
            return report

        return list(await asyncio.gather(*map(read, sources)))


def _articles(count: int) -> str:
    return "1 article" if count == 1 else f"{count} articles"


def _off_report(source: Source) -> SourceReport:
    state, remedy = source_state(source)
    return SourceReport(name=source.spec.name, error=state, remedy=remedy)


def _print_reports(reports: Sequence[SourceReport], console: Console) -> None:
    table = Table("source", "new", "known", "skipped", "error")
    for report in reports:
        numbers = (str(report.new), str(report.known + report.updated), str(report.skipped))
        problem = ". ".join(filter(None, (report.error, report.remedy)))
        table.add_row(escape(report.name), *numbers, escape(problem))
    console.print(table)
    for report in reports:
        for note in report.notes[:MAX_NOTES_OF_A_FETCH]:
            console.print(f"{escape(report.name)}: {escape(note)}", soft_wrap=True)


def _remarks(source: Source, report: SourceReport) -> list[str]:
    """What else the owner should know about a source: it moved, or it is switched off but works."""
    remarks = []
    if source.moved_from:
        remarks.append(f"It has moved for good, from {source.moved_from} to {source.spec.location}.")
    if source.trouble == SWITCHED_OFF:
        remarks.append(". ".join(filter(None, source_state(source))))
    elif not source.enabled and report.error is None:
        command = shlex.join(["tidings", "fetch", "--source", source.spec.name])
        remarks.append(f"It is switched off, but works: `{command}` switches it on again.")
    return remarks


def _can_ask(console: Console) -> bool:
    return console.is_terminal and sys.stdin is not None and sys.stdin.isatty()


def _choose(choices: Sequence[FeedChoice], console: Console) -> FeedChoice | None:
    """The feed that a person at the terminal chooses, or None if nobody answers."""
    table = Table("", "feed", "articles", "newest (UTC)", "language", "address")
    for number, choice in enumerate(choices, start=1):
        newest = f"{choice.newest:%Y-%m-%d %H:%M}" if choice.newest else ""
        cells = (str(number), choice.title, str(choice.articles), newest, choice.language or "", choice.url)
        table.add_row(*map(escape, cells))
    console.print(table)
    numbers = [str(number) for number in range(1, len(choices) + 1)]
    try:
        return choices[IntPrompt.ask("Which one", console=console, choices=numbers, show_choices=False) - 1]
    except EOFError:
        return None


async def _ask_category(core: Core, console: Console) -> CategoryPath | None:
    """The category that a person at the terminal types, of those there are or a new one; None for the feed's own."""
    known = sorted(
        {"/".join(source.spec.category) for source in await core.store.sources.all() if source.spec.category}
    )
    if known:
        console.print(f"Categories so far: {escape(', '.join(known))}", soft_wrap=True, highlight=False)
    try:
        typed = Prompt.ask("Category (nothing: the feed's own)", console=console, default="", show_default=False)
    except EOFError:
        return None
    return parse_category(typed.strip())


def _undecided(
    url: str, choices: Sequence[FeedChoice], category: CategoryPath | None, console: Console
) -> TidingsError:
    """Print each feed with the command that adds it; the error to raise then."""
    for choice in choices:
        command = ["tidings", "sources", "add", choice.url, *(("--category", "/".join(category)) if category else ())]
        newest = f", newest of {choice.newest:%Y-%m-%d %H:%M} UTC" if choice.newest else ""
        console.print(f"[bold]{escape(choice.title)}[/]: {_articles(choice.articles)}{newest}", soft_wrap=True)
        console.print(f"    {escape(shlex.join(command))}", soft_wrap=True, highlight=False)
    return TidingsError(f"{url} has {len(choices)} feeds: run the command of the one you want")
