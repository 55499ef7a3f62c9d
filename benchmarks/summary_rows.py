"""Reads reference summaries and scores texts against them, for the benchmarks of this folder.

A data folder holds one JSON Lines file a language: {"lang", "text", "summary", "title", "source", "kind"}.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rouge_score.rouge_scorer import RougeScorer
from rouge_score.tokenizers import Tokenizer

MEASURES = ("rouge1", "rouge2", "rougeL")
_UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
# A word keeps the combining marks of Indic, Arabic and Ethiopic scripts, which \w leaves out.
_TOKEN = re.compile(rf"[{_UNSPACED}]|(?:(?![{_UNSPACED}])[\w\u0300-\u036f\u0610-\u06ed\u0900-\u0dff])+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One article with its reference summary."""

    language: str  # the file's name: what is declared, not what is detected
    kind: str
    title: str
    text: str
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article, with or without a reference summary."""

    language: str
    source: str
    title: str
    text: str


class MultilingualTokenizer(Tokenizer):  # type: ignore[misc]  # rouge-score has no types
    """Words in lower case; single characters in Chinese, Japanese, Thai, Lao, Burmese and Khmer.

    rouge-score's own tokenizer knows a-z and 0-9 only.
    """

    def tokenize(self, text: str) -> list[str]:
        return _TOKEN.findall(text.lower())


_SCORER = RougeScorer(list(MEASURES), tokenizer=MultilingualTokenizer())


def rouge(reference: str, text: str) -> tuple[float, ...]:
    """Give ROUGE-1, 2 and L (F1, in per cent) of a text."""
    scores = _SCORER.score(reference, text)
    return tuple(100 * scores[measure].fmeasure for measure in MEASURES)


def read_rows(folder: Path, kinds: Collection[str]) -> Iterator[Row]:
    """Read every usable row of the kinds asked for; a broken line is passed over."""
    for path in sorted(folder.glob("*.jsonl")):
        for row in _objects(path.read_text("utf-8")):
            if row.get("kind") in kinds and row.get("text") and row.get("summary"):
                title = row.get("title") or ""
                yield Row(language=path.stem, kind=row["kind"], title=title, text=row["text"], summary=row["summary"])


def read_articles(folder: Path, languages: Collection[str] = ()) -> Iterator[Article]:
    """Read every article, with a reference or without, of all languages or some; texts of papers are left out."""
    for path in sorted(folder.glob("*.jsonl")):
        for row in _objects(path.read_text("utf-8")) if not languages or path.stem in languages else ():
            if row.get("text") and "academic" not in row.get("kind", "academic"):
                title = row.get("title") or ""
                yield Article(language=path.stem, source=row.get("source") or "", title=title, text=row["text"])


def _objects(text: str) -> Iterator[dict[str, Any]]:
    decoder = json.JSONDecoder(strict=False)
    at = 0
    while (at := text.find("{", at)) >= 0:
        try:
            found, at = decoder.raw_decode(text, at)
        except json.JSONDecodeError:
            at = text.find("\n{", at)
            if at < 0:
                return
        else:
            yield found
