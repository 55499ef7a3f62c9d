"""The length that a summary may have, by language; the same for every engine (pure)."""

from __future__ import annotations

import re

from summarizer.words.loader import words_of

MAX_CHARS = 400  # of a summary of up to two sentences
MAX_CHARS_WIDE = 200  # the same in Chinese, Japanese and Korean, whose characters say more
# Of chat models with fewer parameters only the article's own sentences are shown: they write smoothly and know little.
SMALL_PARAMETERS = 200_000_000

_MILLIONS = re.compile(r"(?<![\w.])(\d+)m(?![a-z])", re.IGNORECASE)


def max_chars(language: str, sentences: int) -> int:
    """Return how long a summary may be: the limit is for two sentences and grows by half of it for each further one."""
    limit = MAX_CHARS_WIDE if words_of(language).wide else MAX_CHARS
    return limit + limit // 2 * max(sentences - 2, 0)


def answer_chars(language: str, sentences: int) -> int:
    """Return how long an answer may grow before a whole sentence too many is lost: a tenth above `max_chars`."""
    return max_chars(language, sentences) * 11 // 10


def joint(language: str) -> str:
    """Return what stands between two sentences: nothing in Chinese and Japanese, else a space."""
    return " " if words_of(language).sentence_space else ""


def is_small_by_name(model: str) -> bool:
    """Whether a model's name says that it is a small one: "SmolLM2-135M-Instruct", "smollm2:135m"."""
    sizes = [int(found) for found in _MILLIONS.findall(model)]
    return bool(sizes) and min(sizes) * 1_000_000 < SMALL_PARAMETERS
