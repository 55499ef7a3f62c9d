"""Compares the extractive summaries with an article's first two sentences: `python benchmarks/rouge.py --data FOLDER`.

Prints ROUGE-1/2/L (F1) per language and on average, the raw lead (same splitter, no limit of length) beside ours, and
articles per second.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from pathlib import Path

from summary_rows import Row, read_rows, rouge

from summarizer.base import Document, Summary
from summarizer.extractive import summarize_document
from summarizer.sentences import split_sentences

Score = tuple[float, ...]


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of LANG.jsonl files")
    parser.add_argument("--kinds", nargs="+", default=["summary"], help="kinds of rows to count (default: summary)")
    parser.add_argument("--sentences", type=int, default=2)
    arguments = parser.parse_args()
    rows = list(read_rows(arguments.data, arguments.kinds))
    started = time.perf_counter()
    answers = [
        summarize_document(Document(text=row.text, title=row.title), sentences=arguments.sentences) for row in rows
    ]
    seconds = time.perf_counter() - started
    scores: dict[str, list[tuple[Score, Score]]] = defaultdict(list)
    for row, answer in zip(rows, answers, strict=True):
        ours = rouge(row.summary, answer.text if isinstance(answer, Summary) else "")
        scores[row.language].append((rouge(row.summary, lead(row, arguments.sentences)), ours))
    print(f"{'language':<10}{'rows':>6}   {'lead-' + str(arguments.sentences):<20}{'ours':<20}{'gain':<20}")
    for language in sorted(scores, key=lambda name: -len(scores[name])):
        print_line(language, scores[language])
    print_line("all", [pair for pairs in scores.values() for pair in pairs])
    print(f"{len(rows) / seconds:.0f} articles/s, {sum(not isinstance(a, Summary) for a in answers)} without a summary")


def lead(row: Row, sentences: int) -> str:
    """Give the first sentences as they stand."""
    return " ".join(split_sentences(row.text, row.language)[:sentences])


def print_line(name: str, pairs: list[tuple[Score, Score]]) -> None:
    """Print the averages of one language."""
    before, after = (
        tuple(sum(column) / len(pairs) for column in zip(*side, strict=True)) for side in zip(*pairs, strict=True)
    )
    gain = tuple(new - old for old, new in zip(before, after, strict=True))
    cells = ["/".join(f"{value:.1f}" for value in side) for side in (before, after)]
    cells.append("/".join(f"{value:+.1f}" for value in gain))
    print(f"{name:<10}{len(pairs):>6}   " + "".join(f"{cell:<20}" for cell in cells))


if __name__ == "__main__":
    main()
