"""Text in, summary out: sentences of the text at once, or a multilingual model where there is one."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from summarizer.base import (
    RECIPE,
    Document,
    EngineFailed,
    EngineKind,
    EngineState,
    EngineStatus,
    EngineUnavailable,
    NothingToSummarize,
    Summarizer,
    SummarizerError,
    Summary,
    SummaryRejected,
    chinese_tag,
    same_language,
)
from summarizer.scripts import (
    ACCENTS,
    BINARY_CONTROLS,
    BYTE_ORDER_MARK,
    CASED,
    CONTROLS,
    DIRECTIONS,
    EAST_ASIAN,
    FIRST_EAST_ASIAN,
    FORMATS,
    HAN,
    HANGUL,
    HIDDEN,
    KANA,
    KATAKANA,
    KHMER,
    LATIN,
    MARKS,
    MYANMAR,
    NONCHARACTERS,
    RARE_HAN,
    SIGNED,
    SOFT_HYPHEN,
    SURROGATES,
    TAGS,
    THAI_LAO,
    UNCASED,
    UNSPACED,
    WORD_JOINERS,
    ZERO_WIDTH,
)

if TYPE_CHECKING:
    from summarizer.chinese import simplified_characters, to_script
    from summarizer.extractive.boilerplate import is_furniture, is_heading, is_notice_at_edge
    from summarizer.extractive.edges import presents_author
    from summarizer.extractive.engine import ExtractiveSummarizer
    from summarizer.factory import (
        EngineOptions,
        choose_engine,
        chosen_model,
        chosen_revision,
        make_model_engine,
        make_summarizer,
        model_is_local,
    )
    from summarizer.fallback import FallbackSummarizer
    from summarizer.language import detect_language
    from summarizer.model.catalog import KnownModel, known_models
    from summarizer.model.files import download_model, is_local, model_problem, split_revision
    from summarizer.model.verifier import verifier_problem
    from summarizer.numbers.number_words import number_words
    from summarizer.sentences import letters_of, split_sentences
    from summarizer.server.check import ServerReport, check_servers
    from summarizer.words.common import common_words

__all__ = [
    "ACCENTS",
    "BINARY_CONTROLS",
    "BYTE_ORDER_MARK",
    "CASED",
    "CONTROLS",
    "DIRECTIONS",
    "EAST_ASIAN",
    "FIRST_EAST_ASIAN",
    "FORMATS",
    "HAN",
    "HANGUL",
    "HIDDEN",
    "KANA",
    "KATAKANA",
    "KHMER",
    "LATIN",
    "MARKS",
    "MYANMAR",
    "NONCHARACTERS",
    "RARE_HAN",
    "RECIPE",
    "SIGNED",
    "SOFT_HYPHEN",
    "SURROGATES",
    "TAGS",
    "THAI_LAO",
    "UNCASED",
    "UNSPACED",
    "WORD_JOINERS",
    "ZERO_WIDTH",
    "Document",
    "EngineFailed",
    "EngineKind",
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
    "chinese_tag",
    "choose_engine",
    "chosen_model",
    "chosen_revision",
    "common_words",
    "detect_language",
    "download_model",
    "is_furniture",
    "is_heading",
    "is_local",
    "is_notice_at_edge",
    "known_models",
    "letters_of",
    "make_model_engine",
    "make_summarizer",
    "model_is_local",
    "model_problem",
    "number_words",
    "presents_author",
    "same_language",
    "simplified_characters",
    "split_revision",
    "split_sentences",
    "to_script",
    "verifier_problem",
]

# Loaded when first asked for: a program that only names an engine needs none of its parts.
_HOMES = {
    "chinese": (
        "simplified_characters",
        "to_script",
    ),
    "extractive.boilerplate": (
        "is_furniture",
        "is_heading",
        "is_notice_at_edge",
    ),
    "extractive.edges": ("presents_author",),
    "extractive.engine": ("ExtractiveSummarizer",),
    "factory": (
        "EngineOptions",
        "choose_engine",
        "chosen_model",
        "chosen_revision",
        "make_model_engine",
        "make_summarizer",
        "model_is_local",
    ),
    "fallback": ("FallbackSummarizer",),
    "language": ("detect_language",),
    "model.catalog": (
        "KnownModel",
        "known_models",
    ),
    "model.files": (
        "download_model",
        "is_local",
        "model_problem",
        "split_revision",
    ),
    "model.verifier": ("verifier_problem",),
    "numbers.number_words": ("number_words",),
    "sentences": (
        "letters_of",
        "split_sentences",
    ),
    "server.check": (
        "ServerReport",
        "check_servers",
    ),
    "words.common": ("common_words",),
}
_HOME_OF = {name: f"summarizer.{module}" for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_HOME_OF[name]), name)
    return value
