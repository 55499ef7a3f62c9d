"""Words that the articles of a language have in common, which tell nothing of what one is about (pure)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources


@cache
def common_words() -> Mapping[str, str]:
    """The words, with a space between them, by language; in scripts without spaces pieces instead of words."""
    table = (resources.files("summarizer.words") / "common.tsv").read_text("utf-8")
    rows = (line.partition("\t") for line in table.splitlines() if not line.startswith("#"))
    return {language: words for language, _, words in rows}
