"""Measures and fits the signs of notices before and below articles: `python -m benchmarks.edges [--data FOLDER] [-v]`.

`edge_lines.tsv` holds notices of many kinds and true lines that look like them, in 18 languages, all made up: a and b
for any place, c and d for the beginning (first) or the end (last). The weights are fitted to a, b and c, and to the
first and last lines of FOLDER's articles (JSON Lines, as `benchmarks.summary_rows` reads them): e, while every second
article is held out, f, like d. Prints what is missed and what is taken; -v also prints the lines.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression

from benchmarks.summary_rows import read_articles
from summarizer import is_notice_at_edge
from summarizer.extractive.edges import EDGE_CHARS, FIRST, LAST, is_edge_notice, signs

LINES = Path(__file__).with_name("edge_lines.tsv")
ARTICLE = "article"  # the kind of a true line
TUNED = ("a", "b", "c", "e")  # parts that the weights were made with
TRUE_WEIGHT = 3.0  # of a true line that was made up to be hard, beside a notice
EDGE_WEIGHT = 0.6  # of a line of an article
PLACES = ("first", "last")  # of a text, that a line may stand at
MIN_LINES = 3  # of an article whose edges are looked at


class Line(NamedTuple):
    """One line; `part` is a, b, c, d, or e and f for the edges of articles; `place` is empty where it may be any."""

    part: str
    place: str
    language: str
    kind: str
    text: str


def main() -> None:
    """Print the weights, and what the present ones miss and take."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="folder of LANG.jsonl files")
    parser.add_argument("-v", action="store_true", help="print the lines, too")
    arguments = parser.parse_args()
    lines = list(read_lines())
    lines += read_edges(arguments.data) if arguments.data else []
    for place in PLACES:
        there = [line for line in lines if line.place in ("", place)]
        fit([line for line in there if line.part in TUNED], first=place == PLACES[0])
        for part in sorted({line.part for line in there}):
            among = [line for line in there if line.part == part]
            report(f"{place}, {part}", among, first=place == PLACES[0], verbose=arguments.v)


def report(name: str, lines: list[Line], *, first: bool, verbose: bool) -> None:
    """Print how many of the lines are judged wrong at one place: by the signs alone, and as the program judges."""
    for how, judge in (("by these signs", is_edge_notice), ("by words, too", is_notice_at_edge)):
        wrong = [line for line in lines if judge(line.text, first=first) == (line.kind == ARTICLE)]
        true = sum(line.kind == ARTICLE for line in lines)
        taken = sum(line.kind == ARTICLE for line in wrong)
        missed = f"{len(wrong) - taken} of {len(lines) - true} notices missed"
        print(f"{name}, {how}: {missed}, {taken} of {true} true lines taken")
    for line in wrong if verbose else ():
        print("   ", line.kind, line.language, line.text)


def fit(lines: list[Line], *, first: bool) -> None:
    """Print the weights that these lines give for one place, and where the limit is."""
    weights = [1.0 if line.kind != ARTICLE else EDGE_WEIGHT if line.part == "e" else TRUE_WEIGHT for line in lines]
    model = LogisticRegression(max_iter=3000).fit(
        np.array([signs(line.text) for line in lines], float),
        [line.kind != ARTICLE for line in lines],
        sample_weight=weights,
    )
    print("fitted", model.coef_[0].round(1), -model.intercept_[0].round(1), "present", FIRST if first else LAST)


def read_lines() -> Iterator[Line]:
    """Give the lines that were made up."""
    for row in LINES.read_text("utf-8").splitlines()[1:]:
        half, language, kind, text = row.split("\t")
        part, _, place = half.partition(" ")
        yield Line(part, place, language, kind, text)


def read_edges(folder: Path) -> Iterator[Line]:
    """Give the first and the last line of every article; a few of them are notices all the same."""
    for at, article in enumerate(read_articles(folder)):
        lines = [line for line in article.text.splitlines() if line.strip()]
        for place, text in zip(PLACES, (lines[0], lines[-1]), strict=True) if len(lines) >= MIN_LINES else ():
            if len(text) <= EDGE_CHARS:
                yield Line("ef"[at % 2], place, article.language, ARTICLE, text)


if __name__ == "__main__":
    main()
