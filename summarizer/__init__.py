"""Text in, summary out: extractive here and now, a multilingual model where there is one."""

from summarizer.base import (
    RECIPE,
    Document,
    EngineFailed,
    EngineState,
    EngineStatus,
    EngineUnavailable,
    NothingToSummarize,
    Summarizer,
    SummarizerError,
    Summary,
    SummaryRejected,
    same_language,
)
from summarizer.chinese import to_script
from summarizer.extractive.boilerplate import is_furniture
from summarizer.extractive.engine import ExtractiveSummarizer
from summarizer.factory import (
    EngineOptions,
    choose_engine,
    chosen_model,
    chosen_revision,
    make_summarizer,
    model_is_local,
)
from summarizer.fallback import FallbackSummarizer
from summarizer.language import detect_language
from summarizer.model.catalog import KnownModel, known_models
from summarizer.model.files import download_model, is_local, model_problem
from summarizer.sentences import split_sentences
from summarizer.server.check import ServerReport, check_servers

__all__ = [
    "RECIPE",
    "Document",
    "EngineFailed",
    "EngineOptions",
    "EngineState",
    "EngineStatus",
    "EngineUnavailable",
    "ExtractiveSummarizer",
    "FallbackSummarizer",
    "KnownModel",
    "NothingToSummarize",
    "ServerReport",
    "Summarizer",
    "SummarizerError",
    "Summary",
    "SummaryRejected",
    "check_servers",
    "choose_engine",
    "chosen_model",
    "chosen_revision",
    "detect_language",
    "download_model",
    "is_furniture",
    "is_local",
    "known_models",
    "make_summarizer",
    "model_is_local",
    "model_problem",
    "same_language",
    "split_sentences",
    "to_script",
]
