"""`tidings sources list`, and the names that a shell completes. Only reads the store: loads nothing that fetches."""

from __future__ import annotations

from rich.markup import escape
from rich.table import Table

from bot.clock import SystemClock
from bot.commands.console import the_console
from bot.config import Settings
from bot.data_folder import make_data_folder
from bot.ingest.reports import source_state
from bot.ingest.sources_file import read_sources
from bot.models.sources import Source
from bot.store import Store

WIDE = 140  # columns: a table of everything
MEDIUM = 76  # without addresses and kinds; narrower terminals get a block of lines for each source


async def list_sources(settings: Settings) -> None:
    """Print every source with its state, and a remedy for each problem. Writes nothing."""
    sources = await listed_sources(settings)
    console = the_console()
    if not sources:
        console.print(no_sources(settings), highlight=False, soft_wrap=True)
        return
    if console.width >= MEDIUM:
        console.print(_table(sources, whole=console.width >= WIDE))
    else:
        for source in sources:
            console.print(_block(source), highlight=False)
    for source in sources:
        _, remedy = source_state(source)
        if remedy:
            console.print(f"[bold]{escape(source.spec.name)}[/]: {escape(remedy)}", soft_wrap=True)


def _table(sources: list[Source], *, whole: bool) -> Table:
    """All columns, or those that fit into 80 characters."""
    if not whole:
        table = Table("source", "category", "last read", "state", expand=False)
        for source in sources:
            read_at = f"{source.checked_at:%m-%d %H:%M}" if source.checked_at else ""
            category = "/".join(source.spec.category or ())
            table.add_row(*map(escape, (source.spec.name, category, read_at, source_state(source)[0])))
        return table
    table = Table("source", "kind", "category", "last read (UTC)", "next", "state", "address")
    for source in sources:
        read_at = f"{source.checked_at:%Y-%m-%d %H:%M}" if source.checked_at else ""
        next_at = f"{source.next_check_at:%m-%d %H:%M}" if source.enabled and source.checked_at else ""
        category = "/".join(source.spec.category or ())
        state, _ = source_state(source)
        cells = (source.spec.name, source.spec.kind.value, category, read_at, next_at, state, source.spec.location)
        table.add_row(*map(escape, cells))
    return table


def _block(source: Source) -> str:
    """A source in a few short lines."""
    category = "/".join(source.spec.category or ())
    read_at = f"read {source.checked_at:%m-%d %H:%M}" if source.checked_at else ""
    facts = " · ".join(filter(None, (source_state(source)[0], category, read_at)))
    return f"[bold]{escape(source.spec.name)}[/]\n  {escape(facts)}\n  {escape(source.spec.location)}"


async def listed_sources(settings: Settings) -> list[Source]:
    """Every source of the file and of the store, without writing: whoever works with the database is not disturbed."""
    make_data_folder(settings.data_dir)
    specs, now = read_sources(settings.sources_file), SystemClock().now()
    if not settings.database.exists():
        return [Source(id=0, spec=spec, next_check_at=now) for spec in sorted(specs, key=lambda spec: spec.name)]
    async with Store.open(settings.database, readonly=True) as store:
        return await store.sources.synced(specs, now=now)


def no_sources(settings: Settings) -> str:
    """What to say where there is no source."""
    return (
        f"there are no sources: write {settings.sources_file}, or `tidings sources add URL`; "
        "`tidings init` writes some to start from"
    )
