"""`tidings doctor`: checks the set-up and prints a remedy for each problem.

It changes nothing, with one exception: opening a database of an older version migrates it.
"""

from __future__ import annotations

import asyncio
import importlib.util
import json
import os
import shutil
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from bot.chat.receiving import who_am_i
from bot.commands.console import install, server_name
from bot.commands.exits import MALFORMED, MALFORMED_REMEDY
from bot.config import Settings, is_token
from bot.core import engine_options, new_summarizer
from bot.errors import TidingsError, TokenRefused
from bot.ingest.sources_file import read_sources
from bot.logs import redact
from bot.models.sources import SourceKind
from bot.owner.troubles import LOW_BYTES
from bot.pictures.fonts import lettering
from bot.store import Store
from bot.store.database.files import check
from bot.web.fetch import HttpFetcher
from summarizer import (
    check_servers,
    choose_engine,
    chosen_model,
    chosen_revision,
    is_local,
    model_is_local,
    model_problem,
    split_revision,
    verifier_problem,
)

_EAST_ASIAN = {"Chinese": ("新聞", "zh-Hant"), "Japanese": ("ニュース", "ja"), "Korean": ("뉴스", "ko")}
_COLOURS = {"ok": "green", "note": "yellow", "wrong": "red"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The result of one check; `remedy` is empty where nothing needs to be done."""

    name: str
    detail: str
    ok: bool = True
    remedy: str = ""

    @property
    def state(self) -> str:
        """`ok`, `note` for what could be better, or `wrong`."""
        if not self.ok:
            return "wrong"
        return "note" if self.remedy else "ok"


async def examine(settings: Settings, *, as_json: bool = False) -> bool:
    """Print the result of every check, as lines or as one JSON object; True if nothing is wrong."""
    if as_json:
        findings = [finding async for finding in _findings(settings)]
        well = all(finding.ok for finding in findings)
        checks = [
            {"name": finding.name, "state": finding.state, "detail": finding.detail, "remedy": finding.remedy}
            for finding in findings
        ]
        sys.stdout.write(json.dumps({"ok": well, "checks": checks}, ensure_ascii=False) + "\n")
        return well
    console = Console(highlight=False)
    well = True
    async for finding in _findings(settings):
        well = well and finding.ok
        console.print(f"[{_COLOURS[finding.state]}]{finding.state:5}[/] {finding.name}: ", end="")
        console.print(finding.detail, markup=False, soft_wrap=True)
        if finding.remedy:
            # Not wrapped, so that a command in it can be copied.
            console.print(f"      {finding.remedy}", markup=False, soft_wrap=True)
    return well


async def _findings(settings: Settings) -> AsyncIterator[Finding]:
    yield Finding(name="Python", detail=".".join(map(str, sys.version_info[:3])))
    yield _disk(settings)
    database, stored = await _stored(settings)
    yield database
    yield _sources(settings, stored)
    yield _fonts()
    yield await _guard(settings)
    yield await _telegram(settings)
    yield _engine(settings)
    if verifier := _verifier(settings):
        yield verifier
    for report in await _servers(settings):
        yield report
    if metrics := _metrics(settings):
        yield metrics
    yield _playground()


def _disk(settings: Settings) -> Finding:
    folder = settings.data_dir.absolute()
    while not folder.exists():
        folder = folder.parent
    if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
        detail = f"{settings.data_dir} cannot be written because of {folder}"
        return Finding(name="Data folder", detail=detail, ok=False, remedy="set DATA_DIR to a folder of your own")
    free = shutil.disk_usage(folder).free
    detail = f"{settings.data_dir} ({free / 1e9:.1f} GB free)"
    if free < LOW_BYTES:
        return Finding(
            name="Data folder", detail=detail, ok=False, remedy="make room, or set DATA_DIR to a larger disk"
        )
    return Finding(name="Data folder", detail=detail)


async def _stored(settings: Settings) -> tuple[Finding, frozenset[str]]:
    """The check of the database from end to end, and the names of its sources."""
    if not settings.database.exists():
        return Finding(name="Database", detail="none yet; the first run makes it"), frozenset()
    try:
        await asyncio.to_thread(check, settings.database)
        async with Store.open(settings.database, readonly=True) as store:
            articles = await store.articles.max_id()
            chats = await store.chats.count()
            sources = await store.sources.all()
    except TidingsError as error:
        return Finding(name="Database", detail=str(error), ok=False, remedy="see the message"), frozenset()
    detail = f"opens; articles so far {articles}, chats {chats}"
    return Finding(name="Database", detail=detail), frozenset(source.spec.name for source in sources)


def _sources(settings: Settings, stored: frozenset[str]) -> Finding:
    """The check of the sources: those of the file, and those that were added by command."""
    try:
        specs = read_sources(settings.sources_file)
    except TidingsError as error:
        return Finding(name="Sources", detail=str(error), ok=False, remedy=f"edit {settings.sources_file}")
    added = len(stored - {spec.name for spec in specs})
    if not specs and not added:
        remedy = f"write {settings.sources_file}, or `tidings sources add URL`"
        return Finding(name="Sources", detail=f"none in {settings.sources_file}", ok=False, remedy=remedy)
    beside = f", {added} added by command" if added else ""
    detail = f"{len(specs)} in {settings.sources_file}{beside}; `tidings sources check` reads them"
    folders = [spec.location for spec in specs if spec.kind is SourceKind.FOLDER]
    missing = [folder for folder in folders if not Path(folder).is_dir()]
    remedy = f"there is no folder {', '.join(missing)}: make it, or edit {settings.sources_file}" if missing else ""
    return Finding(name="Sources", detail=detail, ok=not missing, remedy=remedy)


def _fonts() -> Finding:
    """Whether cards can be drawn for titles in scripts that the built-in font does not have."""
    missing = [name for name, (text, language) in _EAST_ASIAN.items() if lettering(text, language=language) is None]
    if not missing:
        return Finding(name="Fonts", detail="cards are drawn in every script of the sample news")
    detail = f"no card can be drawn for titles in {', '.join(missing)}"
    remedy = f"{install('fonts')} (15 MB), or install a font such as Noto Sans CJK on this machine"
    return Finding(name="Fonts", detail=detail, remedy=remedy)


async def _guard(settings: Settings) -> Finding:
    fetcher = HttpFetcher(trusted_hosts=settings.fetch_trusted_hosts)
    try:
        await fetcher.self_test()
    except TidingsError as error:
        return Finding(name="Address guard", detail=str(error), ok=False, remedy="do not run the bot; report this")
    finally:
        await fetcher.aclose()
    if settings.fetch_trusted_hosts and not settings.telegram_admin_ids:
        detail = "private addresses are refused; sources reach FETCH_TRUSTED_HOSTS, links in chats do not"
        remedy = "set TELEGRAM_ADMIN_IDS if the links that you send are to lead there, too"
        return Finding(name="Address guard", detail=detail, remedy=remedy)
    if proxy := settings.fetches_through:
        detail = f"private addresses and local names are refused; {proxy.url} resolves the other names"
        return Finding(name="Address guard", detail=detail, remedy="see that the proxy refuses its own network")
    return Finding(name="Address guard", detail="private addresses are refused")


async def _telegram(settings: Settings) -> Finding:
    if settings.token is None:
        remedy = "talk to @BotFather in Telegram, send /newbot, set TELEGRAM_BOT_TOKEN; or `tidings play`"
        return Finding(name="Telegram", detail="no token is set", ok=False, remedy=remedy)
    if not is_token(settings.token):
        return Finding(name="Telegram", detail=MALFORMED, ok=False, remedy=MALFORMED_REMEDY)
    try:
        username = await who_am_i(settings)
    except TokenRefused as error:
        return Finding(name="Telegram", detail=str(error), ok=False)  # the error itself says what to do
    except TidingsError as error:
        remedy = "check this machine's internet connection, TELEGRAM_API_URL and TELEGRAM_PROXY"
        return Finding(name="Telegram", detail=str(error), ok=False, remedy=remedy)
    return Finding(name="Telegram", detail=f"@{username} at {settings.telegram_server}")


def _engine(settings: Settings) -> Finding:
    options = engine_options(settings)
    try:
        # The second reader is examined by itself.
        engine = new_summarizer(settings.model_copy(update={"summary_verifier": ""}))
        kind, why_not_better = choose_engine(options)
    except TidingsError as error:
        return Finding(name="Summaries", detail=str(error), ok=False, remedy="set SUMMARY_ENGINE=auto")
    if kind != "transformers":
        return Finding(name="Summaries", detail=f"{kind} engine", remedy=why_not_better)
    model, revision = chosen_model(options), chosen_revision(options)
    if problem := model_problem(model, revision, memory_bytes=options.memory_bytes):
        return Finding(name="Summaries", detail=f"{model} cannot run here", ok=False, remedy=problem)
    if not model_is_local(options):
        remedy = "`tidings model download` fetches it; the bot does so too, and uses the extractive engine until then"
        return Finding(name="Summaries", detail=f"{model} is not on this machine yet", remedy=remedy)
    return Finding(name="Summaries", detail=f"{engine.status.engine} is on this machine")


def _verifier(settings: Settings) -> Finding | None:
    """The check of the second reader, where one is set."""
    name = settings.summary_verifier.strip()
    if not name:
        return None
    if problem := verifier_problem(name):
        detail, _, remedy = problem.partition(": ")
        return Finding(name="Second reader", detail=detail, ok=False, remedy=remedy)
    if not is_local(*split_revision(name)):
        remedy = f"`tidings model download {name}` fetches it; the bot does so too, and shows extracts until then"
        return Finding(name="Second reader", detail=f"{name} is not on this machine yet", remedy=remedy)
    return Finding(name="Second reader", detail=f"{name} reads again what a model writes")


async def _servers(settings: Settings) -> list[Finding]:
    """The check of each summary server."""
    options = engine_options(settings)
    if not options.api_urls or options.engine not in ("auto", "api"):
        return []
    reports = await check_servers(options.api_urls, model=options.api_model, key=options.api_key)
    return [
        Finding(
            name="Summary server",
            detail=f"{server_name(report.url)}: {redact(report.detail, settings.secrets)}",
            ok=report.ok,
            remedy=redact(report.remedy, settings.secrets),
        )
        for report in reports
    ]


def _metrics(settings: Settings) -> Finding | None:
    """The check of who can reach the figures, where they are served."""
    if not settings.metrics_listen:
        return None
    host, _, port = settings.metrics_listen.rpartition(":")
    detail = f"served at {settings.metrics_listen}"
    if host in ("localhost", "[::1]") or host.startswith("127."):
        return Finding(name="Metrics", detail=f"{detail}, to this machine alone")
    remedy = (
        f"they ask for no password and name your sources: METRICS_LISTEN=127.0.0.1:{port}, or see that only your "
        "machines reach it (in a container: publish the port on 127.0.0.1, or nowhere)"
    )
    return Finding(name="Metrics", detail=f"{detail}, to whoever reaches this machine", remedy=remedy)


def _playground() -> Finding:
    if importlib.util.find_spec("starlette") and importlib.util.find_spec("uvicorn"):
        return Finding(name="Playground", detail="installed")
    return Finding(name="Playground", detail="not installed", remedy=f"{install('playground')} to try the bot")
