"""Text in, summary out: extractive here and now, a multilingual model where there is one."""

from summarizer.base import (
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
from summarizer.extractive import ExtractiveSummarizer
from summarizer.factory import make_summarizer
from summarizer.fallback import FallbackSummarizer
from summarizer.language import detect_language
from summarizer.sentences import split_sentences

__all__ = [
    "Document",
    "EngineFailed",
    "EngineState",
    "EngineStatus",
    "EngineUnavailable",
    "ExtractiveSummarizer",
    "FallbackSummarizer",
    "NothingToSummarize",
    "Summarizer",
    "SummarizerError",
    "Summary",
    "SummaryRejected",
    "detect_language",
    "make_summarizer",
    "same_language",
    "split_sentences",
    "to_script",
]
