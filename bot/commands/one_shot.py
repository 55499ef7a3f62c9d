"""`tidings summarize`, `tidings digest` and `tidings stats`: each prints one thing and ends."""

from __future__ import annotations

import json
import re
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from bot.clock import SystemClock
from bot.commands.console import the_console
from bot.config import Settings
from bot.core import Core, engine_options, new_summarizer, open_core
from bot.errors import TidingsError
from bot.ingest.load import LinkRefused
from bot.ingest.reports import Trouble
from bot.logs import redact
from bot.models.articles import CategoryPath, ParsedArticle, ParseFailed
from bot.models.digests import Digest
from bot.parsers.html.blocks import blocks_text, html_blocks
from bot.parsers.pages.article import parse_page
from bot.parsers.posts.post import parse_post
from bot.render.classic import render_classic
from bot.render.rich import render_rich
from bot.stats import gather_stats, stats_json, stats_lines
from bot.store import Store
from bot.text.charset import decode_html
from bot.texts import FALLBACK_LANGUAGE, match_language, say, speaker, text_key
from summarizer import Document, Summarizer, SummarizerError, choose_engine, model_is_local

MARKDOWN_SUFFIXES = (".md", ".markdown")
# A long line that ends within a sentence, in text with hard line breaks.
_HARD_WRAP = re.compile(r"^(.{40,}[^\s.!?…。！？:：;；])[ \t]*\n[ \t]*(?=[^\s#>*|-])", re.MULTILINE)
MAX_INPUT_BYTES = 10_000_000  # of a file to be summarised


async def print_summary(settings: Settings, target: str, *, language: str | None, as_json: bool) -> None:
    """Summarise a link, a file or standard input and print it."""
    article = await _article(settings, target)
    document = Document(text=article.text, title=article.title, language=article.language)
    engine = new_summarizer(settings)
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
    console = the_console()
    console.print(article.title, style="bold", markup=False, highlight=False, soft_wrap=True)
    console.print(summary.text, markup=False, highlight=False, soft_wrap=True)
    if article.lack:
        note = say(FALLBACK_LANGUAGE, text_key(f"page-lack-{article.lack}"))
        console.print(note, style="dim", markup=False, highlight=False, soft_wrap=True)


async def start_engine(engine: Summarizer, settings: Settings) -> None:
    """Wait until the engine is ready. A model that has to be downloaded first is waited for only if it was asked for.

    TidingsError where SUMMARY_ENGINE names an engine that cannot run.
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
            problem = redact(str(error), settings.secrets)
            raise TidingsError(f"SUMMARY_ENGINE={options.engine}: {problem}") from error


async def _article(settings: Settings, target: str) -> ParsedArticle:
    """The article of a link, a file or standard input; TidingsError says why there is none."""
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
        remedy = "name a file, or a link that begins with https://"
        raise TidingsError(f"{target}: {error.strerror or error}: {remedy}") from error
    if len(data) > MAX_INPUT_BYTES:
        raise TidingsError(f"{target}: larger than {MAX_INPUT_BYTES // 1_000_000} MB: give the article alone")
    return data


async def _linked_article(settings: Settings, url: str) -> ParsedArticle:
    # A temporary data folder: a summary stores nothing, and a running bot keeps its own folder.
    with tempfile.TemporaryDirectory() as folder:
        async with open_core(settings.model_copy(update={"data_dir": Path(folder)}), clock=SystemClock()) as core:
            article = await core.loader.read_link(url, for_owner=True)
    if isinstance(article, LinkRefused):
        # These texts are whole sentences already.
        detail = "" if article.reason_key.startswith("page-lack-") else article.detail
        raise TidingsError(f"{url}: {Trouble(text_key=article.reason_key, detail=detail).of_link}")
    return article


def parse_document(data: bytes, *, name: str) -> ParsedArticle | ParseFailed:
    """Parse a post, a web page, a piece of HTML or plain text; the first bytes and the name tell which it is."""
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"---") or Path(name).suffix.lower() in MARKDOWN_SUFFIXES:
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
    return ParsedArticle(key=name, title="", text=_HARD_WRAP.sub(_joined, text))


def _joined(line: re.Match[str]) -> str:
    """The line, ready to be followed by the next one: with a space, except in Chinese and Japanese."""
    return line[1] if line[1][-1] >= "\u2e80" else f"{line[1]} "


def _is_binary(text: str) -> bool:
    """Whether there are many control characters, as in a picture or an archive that is read as text."""
    start = text[:4096]
    return sum(character < " " and not character.isspace() for character in start) > len(start) / 50


async def print_stats(settings: Settings, *, as_json: bool) -> None:
    """Print the figures of the database, as lines or as JSON; TidingsError without a database."""
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
    """Compose a digest of the articles of the last `since` and print it; TidingsError where there are none."""
    async with open_core(settings, clock=SystemClock()) as core:
        known = await _known_category(core, category) if category else None
        await start_engine(core.summarizer, settings)
        username = await core.last_username()
        digest = await core.composer(username).preview(known, since=since, language=language or "original")
    if digest is None or not digest.items:
        raise TidingsError("there is nothing new in that time: `tidings fetch` loads new articles")
    interface = match_language(language or settings.default_language)
    zone = settings.default_timezone
    if output == "rich":
        content = render_rich(digest, say=speaker(interface), language=interface, bot_username=username, zone=zone)
        sys.stdout.write(content.html + "\n")
        return
    parts = render_classic(digest, say=speaker(interface), language=interface, bot_username=username, zone=zone)
    if output == "html":
        sys.stdout.write("\n\n".join(part.html for part in parts if part.html) + "\n")
        return
    _print_plain(digest)


async def _known_category(core: Core, category: CategoryPath) -> CategoryPath:
    """The stored category of this name, in any case or script; TidingsError if there is none."""
    name = "/".join(category)
    found = await core.store.articles.find_categories(name)
    if not found:
        raise TidingsError(f"no category is called {name!r}: `tidings digest` without --category shows them all")
    return found[0]


def _print_plain(digest: Digest) -> None:
    console = the_console()
    for number, item in enumerate(digest.items):
        if number:
            console.print()
        console.print(item.article.title, style="bold", markup=False, highlight=False, soft_wrap=True)
        if item.summary:
            console.print(item.summary.text, markup=False, highlight=False, soft_wrap=True)
        also = "".join(f" · {article.source_name}" for article in item.also)
        line = f"{item.article.source_name}{also} · {item.article.published_at:%Y-%m-%d %H:%M} UTC"
        console.print(line, style="dim", markup=False, highlight=False, soft_wrap=True)
        if item.article.url:
            console.print(item.article.url, style="blue", markup=False, highlight=False, soft_wrap=True)
    if digest.more:
        console.print()
    for article in digest.more:
        console.print(f"+ {article.title}", style="dim", markup=False, highlight=False, soft_wrap=True)
