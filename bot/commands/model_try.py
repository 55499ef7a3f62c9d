"""`tidings model try`: what a model makes of given articles, beside the extract, so that an owner can choose by eye."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from rich.console import Console

from bot.commands.console import the_console
from bot.commands.summarize import read_article
from bot.config import Settings
from bot.core import engine_options
from bot.errors import TidingsError
from bot.logs import redact
from summarizer import (
    Document,
    EngineKind,
    EngineOptions,
    ExtractiveSummarizer,
    FallbackSummarizer,
    Summarizer,
    SummarizerError,
    Summary,
    make_model_engine,
)

Answer = Summary | SummarizerError


class GivenAnswer(Summarizer):
    """An engine that has answered already: what it wrote goes through the checks as it would in the bot."""

    def __init__(self, answer: Answer, engine: Summarizer) -> None:
        self._answer = answer
        self._engine = engine

    @property
    def name(self) -> str:
        return self._engine.name

    @property
    def rewords(self) -> bool:
        return self._engine.rewords

    async def summarize(
        self, documents: Sequence[Document], *, sentences: int, language: str | None = None
    ) -> list[Answer]:
        return [self._answer for _ in documents]

    async def aclose(self) -> None:
        """Do nothing: nothing is held."""


async def try_model(settings: Settings, name: str, files: Sequence[str], *, language: str | None, server: bool) -> None:
    """Print the answers of one model to articles; TidingsError for a model or an article that cannot be had."""
    articles = [await read_article(settings, file) for file in files]
    options = _options(engine_options(settings), name, server=server)
    console = the_console()
    try:
        engine = make_model_engine(options.engine, options)
        try:
            started = time.perf_counter()
            await engine.ready()
            _print(console, f"{engine.name}: ready after {time.perf_counter() - started:.1f} s", style="bold")
            if not engine.rewords:
                _print(console, "a small model: readers see what it wrote only where the article has it word for word")
            for file, article in zip(files, articles, strict=True):
                await engine.ready()  # again, if the article before took too long
                document = Document(text=article.text, title=article.title, language=article.language)
                _print(console, f"\n{article.title or file}", style="bold")
                await _try_one(console, engine, document, sentences=settings.summary_sentences, language=language)
        finally:
            await engine.aclose()
    except SummarizerError as error:
        raise TidingsError(f"{name}: {redact(str(error), settings.secrets)}") from error


def _options(options: EngineOptions, name: str, *, server: bool) -> EngineOptions:
    if not server:
        return replace(options, engine="transformers", model=name)
    if not options.api_urls:
        raise TidingsError("--server: SUMMARY_API_URL is not set: set it to the server's address")
    return replace(options, engine="api", api_model=name)


async def _try_one(
    console: Console, engine: Summarizer, document: Document, *, sentences: int, language: str | None
) -> None:
    """Print the answer, what the checks refused of it, what readers would see, and the extract."""
    started = time.perf_counter()
    (answer,) = await engine.summarize([document], sentences=sentences, language=language)
    seconds = time.perf_counter() - started
    wrote = (
        " / ".join(filter(None, (answer.title, answer.text))) if isinstance(answer, Summary) else f"nothing: {answer}"
    )
    _print(console, f"model wrote ({seconds:.1f} s): {wrote}")
    refused: Counter[str] = Counter()
    chain = FallbackSummarizer([GivenAnswer(answer, engine), ExtractiveSummarizer()], on_rejected=refused.update)
    (shown,) = await chain.summarize([document], sentences=sentences, language=language)
    reasons = ", ".join(f"{reason} {count}" for reason, count in refused.items())
    _print(console, f"checks refused: {reasons or 'nothing'}")
    own = isinstance(shown, Summary) and shown.kind is EngineKind.MODEL
    _print(console, f"readers see: {shown.text if own and isinstance(shown, Summary) else 'the extract'}")
    started = time.perf_counter()
    (extract,) = await ExtractiveSummarizer().summarize([document], sentences=sentences)
    seconds = time.perf_counter() - started
    _print(console, f"extract ({seconds:.2f} s): {extract.text if isinstance(extract, Summary) else extract}")


def _print(console: Console, text: str, *, style: str = "") -> None:
    console.print(text, style=style, markup=False, highlight=False, soft_wrap=True)
