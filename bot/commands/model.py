"""`tidings model list` and `tidings model download`."""

from __future__ import annotations

import asyncio
import sys

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn
from rich.table import Table

from bot.commands.console import server_name, the_console
from bot.config import Settings
from bot.core import engine_options
from bot.errors import ConfigError, TidingsError
from bot.logs import redact
from summarizer import (
    EngineUnavailable,
    KnownModel,
    SummarizerError,
    check_servers,
    choose_engine,
    chosen_model,
    chosen_revision,
    download_model,
    is_local,
    known_models,
    model_problem,
    split_revision,
)


def list_models(settings: Settings) -> None:
    """Print which engine the settings choose and why, whether each engine can run here, and the known models."""
    options = engine_options(settings)
    try:
        kind, why_not_better = choose_engine(options)
    except EngineUnavailable as error:
        raise ConfigError(f"SUMMARY_ENGINE: {error}") from error
    model, revision = chosen_model(options), chosen_revision(options)
    problem = model_problem(model, revision, memory_bytes=options.memory_bytes)
    state = problem or ("on this machine" if is_local(model, revision) else "is fetched when the bot starts")
    print_ = sys.stdout.write
    print_(f"SUMMARY_ENGINE={options.engine}: {kind}{f' ({why_not_better})' if why_not_better else ''}\n")
    print_("extractive: can always run\n")
    print_(f"transformers: {model}: {state}\n")
    for line in _server_lines(settings):
        print_(line)
    _print_table(model)


def _server_lines(settings: Settings) -> list[str]:
    options = engine_options(settings)
    if not options.api_urls:
        return ["api: SUMMARY_API_URL is not set\n"]
    reports = asyncio.run(check_servers(options.api_urls, model=options.api_model, key=options.api_key))
    lines = (f"api: {server_name(r.url)}: {r.detail}{f': {r.remedy}' if r.remedy else ''}\n" for r in reports)
    return [redact(line, settings.secrets) for line in lines]


def _print_table(chosen: str) -> None:
    console = the_console()
    table = Table("model", "kind", "parameters", "download", "memory", "languages", "licence", "state")
    for model in known_models():
        table.add_row(
            escape(model.name),
            model.kind,
            f"{model.parameters:,} M",
            f"{model.download_mb:,} MB",
            f"{model.memory_gb:.1f} GB",
            model.languages,
            model.licence,
            _state(model, chosen),
        )
    console.print(table)


def _state(model: KnownModel, chosen: str) -> str:
    words = ["chosen"] if model.name == chosen else []
    if model.by_card:
        words.append("by its card, not tried")
    if is_local(model.name, model.revision):
        words.append("on this machine")
    return ", ".join(words)


def fetch_model(settings: Settings, name: str | None) -> None:
    """Download the weights of a model, with a progress bar on a terminal, and print their folder."""
    options = engine_options(settings)
    model, revision = split_revision(name or chosen_model(options))
    if revision is None and model == chosen_model(options):
        revision = chosen_revision(options)
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        bar = progress.add_task(f"Fetching {model}", total=None)

        def show(here: int, total: int) -> None:
            progress.update(bar, completed=here, total=total)

        try:
            folder = download_model(model, revision, show)
        except SummarizerError as error:
            raise TidingsError(str(error)) from error
    sys.stdout.write(f"{model} is in {folder}\n")
