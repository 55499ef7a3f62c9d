"""Starts the summary engine for a command that runs once."""

from __future__ import annotations

from bot.config import Settings
from bot.core import engine_options
from bot.errors import TidingsError
from bot.logs import redact
from summarizer import Summarizer, SummarizerError, choose_engine, model_is_local


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
