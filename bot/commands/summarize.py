"""`tidings summarize`: one article, from a link, a file or standard input."""

from __future__ import annotations

import json
import re
import sys
import tempfile
import time
from pathlib import Path

from bot.clock import SystemClock
from bot.commands.console import the_console
from bot.commands.engine import start_engine
from bot.config import Settings
from bot.core import new_summarizer, open_core
from bot.errors import TidingsError
from bot.ingest.load import LinkRefused
from bot.ingest.reports import Trouble
from bot.models.articles import ParsedArticle, ParseFailed
from bot.parsers.html.blocks import blocks_text, html_blocks
from bot.text.charset import decode_html
from bot.texts import FALLBACK_LANGUAGE, say, text_key
from summarizer import (
    FIRST_EAST_ASIAN,
    Document,
    SummarizerError,
    Summary,
    same_language,
)

MARKDOWN_SUFFIXES = (".md", ".markdown")
# A long line that ends within a sentence, in text with hard line breaks.
_HARD_WRAP = re.compile(r"^(.{40,}[^\s.!?…。！？:：;；])[ \t]*\n[ \t]*(?=[^\s#>*|-])", re.MULTILINE)
MAX_INPUT_BYTES = 10_000_000  # of a file to be summarised


async def print_summary(settings: Settings, target: str, *, language: str | None, as_json: bool) -> None:
    """Summarise a link, a file or standard input and print it."""
    article = await read_article(settings, target)
    document = Document(text=article.text, title=article.title, language=article.language)
    engine = new_summarizer(settings)
    started = time.perf_counter()
    try:
        await start_engine(engine, settings)
        started = time.perf_counter()
        translates = engine.translates
        [summary] = await engine.summarize([document], sentences=settings.summary_sentences, language=language)
    finally:
        await engine.aclose()
    seconds = round(time.perf_counter() - started, 3)
    if isinstance(summary, SummarizerError):
        raise TidingsError(f"{target}: {summary}")
    if language and not same_language(summary.language, language):
        sys.stderr.write(f"tidings: {_other_language(summary, language, translates=translates)}\n")
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
    if article.page_problem:
        note = say(FALLBACK_LANGUAGE, text_key(f"page-problem-{article.page_problem}"))
        console.print(note, style="dim", markup=False, highlight=False, soft_wrap=True)


def _other_language(summary: Summary, wanted: str, *, translates: bool) -> str:
    """Why a summary is not in the language that was asked for, and what to do."""
    if translates and summary.engine != "extractive":
        return f"{summary.engine} did not write {wanted}: this summary is in {summary.language}"
    remedy = "`tidings model list` names engines that translate"
    return f"{summary.engine} does not translate: this summary is in {summary.language}, not in {wanted}; {remedy}"


async def read_article(settings: Settings, target: str) -> ParsedArticle:
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
        detail = "" if article.reason_key.startswith("page-problem-") else article.detail
        raise TidingsError(f"{url}: {Trouble(text_key=article.reason_key, detail=detail).of_link}")
    return article


def parse_document(data: bytes, *, name: str) -> ParsedArticle | ParseFailed:
    """Parse a post, a web page, a piece of HTML or plain text; the first bytes and the name tell which it is."""
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"---") or Path(name).suffix.lower() in MARKDOWN_SUFFIXES:
        from bot.parsers.posts.post import parse_post  # Markdown and YAML, which nothing else here needs

        return parse_post(data, stem=Path(name).stem, link=None)
    text = decode_html(data, declared=None)
    if _is_binary(text):
        return ParseFailed(reason="this is no text, but a file of another kind")
    if b"<html" in start or start.startswith(b"<!doctype"):
        from bot.parsers.pages.article import parse_page  # trafilatura, which takes a sixth of a second

        return parse_page(data, url="https://localhost/")
    if start.startswith(b"<"):
        text = blocks_text(html_blocks(text, None))
    if not text.strip():
        return ParseFailed(reason="there is no text in it")
    return ParsedArticle(key=name, title="", text=_HARD_WRAP.sub(_joined, text))


def _joined(line: re.Match[str]) -> str:
    """The line, ready to be followed by the next one: with a space, except in Chinese and Japanese."""
    return line[1] if line[1][-1] >= FIRST_EAST_ASIAN else f"{line[1]} "


def _is_binary(text: str) -> bool:
    """Whether there are many control characters, as in a picture or an archive that is read as text."""
    start = text[:4096]
    return sum(character < " " and not character.isspace() for character in start) > len(start) / 50
