"""The commands that do one thing and end: load, summarise, preview, and look after the sources.

They open the same core as the bot and print for people: tables and progress bars on a terminal.
"""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from bot.app import Core, engine_options, open_core, the_summarizer
from bot.clock import SystemClock
from bot.config import Settings
from bot.digest.render_classic import render_classic
from bot.digest.render_rich import render_rich
from bot.errors import TidingsError
from bot.models import CategoryPath, Digest, ParsedArticle, ParseFailed, Source
from bot.news.blocks import blocks_text, html_blocks
from bot.news.charset import decode_html
from bot.news.load import LinkRefused, SourceReport
from bot.news.page import parse_page
from bot.news.posts import parse_post
from bot.news.reports import Trouble
from bot.news.sources_file import read_sources
from bot.stats import gather_stats, stats_json, stats_lines
from bot.store import Store
from bot.texts import FALLBACK_LANGUAGE, match_language, say, speaker
from summarizer import Document, Summarizer, SummarizerError, choose_engine, model_is_local

MAX_INPUT_BYTES = 10_000_000  # of a file to summarise
PAGES_SECONDS = 60.0  # for completing teasers; what is left then is completed by the next run
PIPE_COLUMNS = 200  # a table's width where no terminal sets one


def _console() -> Console:
    console = Console()
    return console if console.is_terminal else Console(width=PIPE_COLUMNS)


async def _opened_sources(core: Core, settings: Settings) -> list[Source]:
    await core.store.sources.sync(read_sources(settings.sources_file), now=core.clock.now())
    return await core.store.sources.all()


async def _some_sources(core: Core, settings: Settings) -> list[Source]:
    """The sources; TidingsError where there is none to read."""
    if sources := await _opened_sources(core, settings):
        return sources
    raise TidingsError(f"there are no sources: write {settings.sources_file}, or `tidings sources add URL`")


async def fetch_once(settings: Settings, name: str | None) -> bool:
    """Load every source, or the one called `name`; print a table; True if any source worked."""
    console = _console()
    async with open_core(settings, clock=SystemClock()) as core:
        sources = await _some_sources(core, settings)
        if name is not None:
            sources = [source for source in sources if source.spec.name == name]
            if not sources:
                raise TidingsError(f"no source is called {name!r}: `tidings sources list` prints their names")
        reports = await _with_progress(core, sources, console, store=True)
        with console.status("Completing teasers from their pages"):
            await core.completer.finish(seconds=PAGES_SECONDS)
    _print_reports(reports, console)
    return any(report.error is None for report in reports)


async def check_sources(settings: Settings) -> bool:
    """Fetch every source, store nothing, print what is wrong; True if all are well."""
    console = _console()
    async with open_core(settings, clock=SystemClock()) as core:
        reports = await _with_progress(core, await _some_sources(core, settings), console, store=False)
    for report in reports:
        mark = "[green]ok[/]" if report.error is None else "[red]wrong[/]"
        console.print(f"{mark}  [bold]{escape(report.name)}[/]  {report.new + report.known + report.updated} articles")
        for line in filter(None, (report.error, report.remedy, *report.notes)):
            console.print(f"    {escape(line)}")
    return all(report.error is None for report in reports)


async def _with_progress(core: Core, sources: Sequence[Source], console: Console, *, store: bool) -> list[SourceReport]:
    """Read all sources, several at a time, with a bar on a terminal; reports in the sources' order."""
    columns = (TextColumn("Reading sources"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        bar = progress.add_task("", total=len(sources))

        async def read(source: Source) -> SourceReport:
            report = await (core.loader.refresh(source) if store else core.loader.check(source))
            progress.advance(bar)
            return report

        return list(await asyncio.gather(*map(read, sources)))


def _print_reports(reports: Sequence[SourceReport], console: Console) -> None:
    table = Table("source", "new", "known", "skipped", "error")
    for report in reports:
        numbers = (str(report.new), str(report.known + report.updated), str(report.skipped))
        problem = ". ".join(filter(None, (report.error, report.remedy)))
        table.add_row(escape(report.name), *numbers, escape(problem))
    console.print(table)


async def list_sources(settings: Settings) -> None:
    """Print every source: name, kind, category, when it was read, what went wrong."""
    async with open_core(settings, clock=SystemClock()) as core:
        sources = await _opened_sources(core, settings)
    table = Table("source", "kind", "category", "last read (UTC)", "state", "address")
    for source in sources:
        state = "off" if not source.enabled else source.last_error or ("ok" if source.checked_at else "never read")
        read_at = f"{source.checked_at:%Y-%m-%d %H:%M}" if source.checked_at else ""
        category = "/".join(source.spec.category or ())
        cells = (source.spec.name, source.spec.kind.value, category, read_at, state, source.spec.location)
        table.add_row(*map(escape, cells))
    _console().print(table)


async def add_source(settings: Settings, url: str, category: CategoryPath | None) -> None:
    """Fetch the feed and remember it; SourceRejected says why not."""
    async with open_core(settings, clock=SystemClock()) as core:
        await _opened_sources(core, settings)
        source = await core.loader.add_source(url, category)
    _console().print(f"added [bold]{escape(source.spec.name)}[/]  {escape(source.spec.location)}")


async def remove_source(settings: Settings, name: str) -> None:
    """Forget a source that was added by command; those of the file are removed there."""
    specs = read_sources(settings.sources_file)
    if any(spec.name == name for spec in specs):
        raise TidingsError(f"{name!r} stands in {settings.sources_file}: remove it there")
    async with open_core(settings, clock=SystemClock()) as core:
        if not await core.store.sources.remove(name):
            raise TidingsError(f"no source is called {name!r}: `tidings sources list` prints their names")
    _console().print(f"removed [bold]{escape(name)}[/]")


async def print_summary(settings: Settings, target: str, *, language: str | None, as_json: bool) -> None:
    """Summarise a link, a file or standard input and print it."""
    article = await _article(settings, target)
    document = Document(text=article.text, title=article.title, language=article.language)
    engine = the_summarizer(settings)
    started = time.perf_counter()
    try:
        await start_engine(engine, settings)
        started = time.perf_counter()
        [summary] = await engine.summarize([document], sentences=settings.summary_sentences, language=language)
    finally:
        await engine.aclose()
    seconds = round(time.perf_counter() - started, 3)
    if isinstance(summary, SummarizerError):
        raise TidingsError(f"{target}: {summary}")
    if as_json:
        fields = {
            "title": article.title,
            "text": summary.text,
            "language": summary.language,
            "engine": summary.engine,
            "grounded": summary.grounded,
            "seconds": seconds,
        }
        sys.stdout.write(json.dumps(fields, ensure_ascii=False) + "\n")
        return
    console = _console()
    console.print(article.title, style="bold", markup=False, highlight=False, soft_wrap=True)
    console.print(summary.text, markup=False, highlight=False, soft_wrap=True)
    if article.lack:
        note = say(FALLBACK_LANGUAGE, f"page-lack-{article.lack}")
        console.print(note, style="dim", markup=False, highlight=False, soft_wrap=True)


async def start_engine(engine: Summarizer, settings: Settings) -> None:
    """Wait for the engine if it can be had at once; a model that must be fetched first only if it was asked for.

    TidingsError where the engine was asked for by name and cannot be had.
    """
    options = engine_options(settings)
    kind, _ = choose_engine(options)
    asked_for = options.engine != "auto"
    if kind == "extractive" or (kind == "transformers" and not asked_for and not model_is_local(options)):
        return
    try:
        await engine.ready()
    except SummarizerError as error:
        if asked_for:
            raise TidingsError(f"SUMMARY_ENGINE={options.engine}: {error}") from error


async def _article(settings: Settings, target: str) -> ParsedArticle:
    """What the target names, parsed; TidingsError says why there is nothing to summarise."""
    if target.startswith(("http://", "https://")):
        return await _linked_article(settings, target)
    parsed = parse_document(_read(target), name=target)
    if isinstance(parsed, ParseFailed):
        raise TidingsError(f"{target}: {parsed.reason}")
    return parsed


def _read(target: str) -> bytes:
    try:
        if target == "-":
            data = sys.stdin.buffer.read(MAX_INPUT_BYTES + 1) if sys.stdin else b""
        else:
            with Path(target).open("rb") as file:
                data = file.read(MAX_INPUT_BYTES + 1)
    except OSError as error:
        raise TidingsError(f"{target}: {error.strerror or error}") from error
    if len(data) > MAX_INPUT_BYTES:
        raise TidingsError(f"{target}: larger than {MAX_INPUT_BYTES // 1_000_000} MB: give the article alone")
    return data


async def _linked_article(settings: Settings, url: str) -> ParsedArticle:
    # A folder of its own: summarising a link leaves no trace and disturbs no running bot.
    with tempfile.TemporaryDirectory() as folder:
        async with open_core(settings.model_copy(update={"data_dir": Path(folder)}), clock=SystemClock()) as core:
            article = await core.loader.read_link(url)
    if isinstance(article, LinkRefused):
        raise TidingsError(f"{url}: {Trouble(text_key=article.reason_key, detail=article.detail)}")
    return article


def parse_document(data: bytes, *, name: str) -> ParsedArticle | ParseFailed:
    """A post, a web page, a piece of HTML or plain text, told apart by how it begins."""
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"---"):
        return parse_post(data, stem=Path(name).stem, link=None)
    text = decode_html(data, declared=None)
    if _is_binary(text):
        return ParseFailed(reason="this is no text, but a file of another kind")
    if b"<html" in start or start.startswith(b"<!doctype"):
        return parse_page(data, url="https://localhost/")
    if start.startswith(b"<"):
        text = blocks_text(html_blocks(text, None))
    if not text.strip():
        return ParseFailed(reason="there is no text in it")
    return ParsedArticle(key=name, title="", text=text)


def _is_binary(text: str) -> bool:
    """Whether control characters abound, as in pictures and archives read as text."""
    start = text[:4096]
    return sum(character < " " and not character.isspace() for character in start) > len(start) / 50


async def print_stats(settings: Settings, *, as_json: bool) -> None:
    """Print the figures of the database."""
    if not settings.database.exists():
        raise TidingsError(f"there is no database in {settings.data_dir} yet: `tidings run` makes it")
    async with Store.open(settings.database) as store:
        stats = await gather_stats(store, now=SystemClock().now())
    if as_json:
        sys.stdout.write(json.dumps(stats_json(stats), ensure_ascii=False) + "\n")
        return
    sys.stdout.write("\n".join(stats_lines(stats, say=speaker(match_language(settings.default_language)))) + "\n")


async def print_digest(
    settings: Settings, category: CategoryPath | None, *, since: timedelta, language: str | None, output: str
) -> None:
    """Compose what the last `since` would give and print it."""
    async with open_core(settings, clock=SystemClock()) as core:
        known = await _known_category(core, category) if category else None
        await start_engine(core.summarizer, settings)
        digest = await core.composer.preview(known, since=since, language=language or "original")
    if digest is None or not digest.items:
        raise TidingsError("there is nothing new in that time: `tidings fetch` loads new articles")
    interface = match_language(language or settings.default_language)
    zone = settings.default_timezone
    name = core.bot_name()
    if output == "rich":
        content = render_rich(digest, say=speaker(interface), language=interface, bot_username=name, zone=zone)
        sys.stdout.write(content.html + "\n")
        return
    parts = render_classic(digest, say=speaker(interface), language=interface, bot_username=name, zone=zone)
    if output == "html":
        sys.stdout.write("\n\n".join(part.html for part in parts if part.html) + "\n")
        return
    _print_plain(digest)


async def _known_category(core: Core, category: CategoryPath) -> CategoryPath:
    """The category as it is written, asked for in any case and script; TidingsError if there is none."""
    name = "/".join(category)
    found = await core.store.articles.find_categories(name)
    if not found:
        raise TidingsError(f"no category is called {name!r}: `tidings digest` without --category shows them all")
    return found[0]


def _print_plain(digest: Digest) -> None:
    console = _console()
    for item in digest.items:
        console.print(item.article.title, style="bold", markup=False, highlight=False, soft_wrap=True)
        if item.summary:
            console.print(item.summary.text, markup=False, highlight=False, soft_wrap=True)
        also = "".join(f" · {article.source_name}" for article in item.also)
        line = f"{item.article.source_name}{also} · {item.article.published_at:%Y-%m-%d %H:%M} UTC"
        console.print(line, style="dim", markup=False, highlight=False, soft_wrap=True)
        console.print(item.article.url or "", style="blue", markup=False, highlight=False, soft_wrap=True)
    for article in digest.more:
        console.print(f"+ {article.title}", style="dim", markup=False, highlight=False, soft_wrap=True)
