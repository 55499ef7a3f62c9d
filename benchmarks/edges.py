"""Measures and fits the signs of notices before and below articles: `python -m benchmarks.edges [--data FOLDER] [-v]`.

`edge_lines.tsv` holds notices of thirteen kinds and true lines that look like them, in 16 languages, made up in two
halves: the weights are fitted to half a, and to the first and last lines of FOLDER's articles (JSON Lines, as
`benchmarks.summary_rows` reads them), every second of which is held out. Part c was written later, for one place each:
the beginning (first) or the end (last). Prints what is missed and what is taken at both places; -v also prints the lines.
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
from summarizer.extractive.edges import EDGE_CHARS, LIMIT, WEIGHTS, is_edge_notice, signs

LINES = Path(__file__).with_name("edge_lines.tsv")
ARTICLE = "article"  # the kind of a true line
EDGE_WEIGHT = 0.2  # of a line of an article, beside one that was made up to be hard
PLACES = ("first", "last")  # of a text, that a line may stand at
MIN_LINES = 3  # of an article whose edges are looked at


class Line(NamedTuple):
    """One line; `half` is a, b, or "articles a" and "articles b" for the edges of articles."""

    half: str
    language: str
    kind: str
    text: str


def main() -> None:
    """Print the weights, and what the present ones miss and take."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="folder of LANG.jsonl files")
    parser.add_argument("-v", action="store_true", help="print the lines, too")
    arguments = parser.parse_args()
    lines = [Line(*row.split("\t")) for row in LINES.read_text("utf-8").splitlines()[1:]]
    lines += read_edges(arguments.data) if arguments.data else []
    fit([line for line in lines if line.half.endswith("a")])
    for half in dict.fromkeys(line.half for line in lines):
        among = [line for line in lines if line.half == half]
        for place in [place for place in PLACES if half.endswith(place)] or PLACES:
            report(f"{half}, {place}", among, first=place == "first", verbose=arguments.v)


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


def fit(lines: list[Line]) -> None:
    """Print the weights, and the limit, that these lines give."""
    weights = [EDGE_WEIGHT if line.half.startswith("articles") else 1.0 for line in lines]
    model = LogisticRegression(max_iter=3000).fit(
        np.array([signs(line.text) for line in lines], float),
        [line.kind != ARTICLE for line in lines],
        sample_weight=weights,
    )
    print("fitted", model.coef_[0].round(1), -model.intercept_[0].round(1), "present", WEIGHTS, LIMIT)


def read_edges(folder: Path) -> Iterator[Line]:
    """Give the first and the last line of every article; a few of them are notices all the same."""
    for at, article in enumerate(read_articles(folder)):
        lines = [line for line in article.text.splitlines() if line.strip()]
        for text in (lines[0], lines[-1]) if len(lines) >= MIN_LINES else ():
            if len(text) <= EDGE_CHARS:
                yield Line("articles " + "ab"[at % 2], article.language, ARTICLE, text)


if __name__ == "__main__":
    main()
