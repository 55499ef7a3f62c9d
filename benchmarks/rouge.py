"""Compares the extractive summaries with an article's first two sentences: `python -m benchmarks.rouge --data FOLDER`.

Prints ROUGE-1/2/L (F1) per language and on average: the raw lead (same splitter, no limit of length), the lead as far
as a summary's limit allows, and ours with what it gains on the raw one; the share of our summaries that dangle; and
articles per second.

A summary dangles if it holds a sentence that leans on the one before it in the article (`leans_back`: pronouns,
connectives, verbs without a subject, "he said" behind a quotation) and not that one. The words that decide this are
those that the program chooses by, so what they lack is not counted: `--openings N` prints the N commonest beginnings
that pass, by language, for a person to read.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from benchmarks.summary_rows import Row, read_rows, rouge
from summarizer.base import Document, Summary
from summarizer.extractive.extract import Candidate, candidates_of, needs_of, summarize_document
from summarizer.limits import joint, max_chars
from summarizer.sentences import split_sentences

Score = tuple[float, ...]


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of LANG.jsonl files")
    parser.add_argument("--kinds", nargs="+", default=["summary"], help="kinds of rows to count (default: summary)")
    parser.add_argument("--sentences", type=int, default=2)
    parser.add_argument("--openings", type=int, default=0, metavar="N", help="print how summaries' sentences begin")
    arguments = parser.parse_args()
    rows = list(read_rows(arguments.data, arguments.kinds))
    started = time.perf_counter()
    answers = [
        summarize_document(Document(text=row.text, title=row.title), sentences=arguments.sentences) for row in rows
    ]
    seconds = time.perf_counter() - started
    scores: dict[str, list[tuple[Score, ...]]] = defaultdict(list)
    dangling: Counter[str] = Counter()
    openings: dict[str, Counter[str]] = defaultdict(Counter)
    for row, answer in zip(rows, answers, strict=True):
        ours = answer.text if isinstance(answer, Summary) else ""
        texts = (lead(row, arguments.sentences), fitting_lead(row, arguments.sentences), ours)
        scores[row.language].append(tuple(rouge(row.summary, text) for text in texts))
        language, found = candidates_of(Document(text=row.text, title=row.title))
        needs = needs_of(found, language)
        chosen = chosen_of(found, ours)
        dangling[row.language] += any(needs(index) not in chosen for index in chosen)
        openings[row.language].update(beginning(found[index].text) for index in chosen if needs(index) == index)
    heads = (f"lead-{arguments.sentences}", "within the limit", "ours", "gain")
    print(f"{'language':<10}{'rows':>6}   " + "".join(f"{head:<20}" for head in heads) + "dangling")
    for language in sorted(scores, key=lambda name: -len(scores[name])):
        print_line(language, scores[language], dangling[language])
    print_line("all", [triple for triples in scores.values() for triple in triples], dangling.total())
    for language, counted in openings.items() if arguments.openings else ():
        print(language, *(f"{words} ({times})" for words, times in counted.most_common(arguments.openings)), sep=" | ")
    print(f"{len(rows) / seconds:.0f} articles/s, {sum(not isinstance(a, Summary) for a in answers)} without a summary")


def lead(row: Row, sentences: int) -> str:
    """Give the first sentences as they stand."""
    return " ".join(split_sentences(row.text, row.language)[:sentences])


def fitting_lead(row: Row, sentences: int) -> str:
    """Give those of the first sentences that a summary has room for."""
    limit, space = max_chars(row.language, sentences), joint(row.language)
    text = ""
    for sentence in split_sentences(row.text, row.language)[:sentences]:
        longer = f"{text}{space}{sentence}" if text else sentence
        text = longer if len(longer) <= limit else text
    return text


def chosen_of(found: Sequence[Candidate], summary: str) -> set[int]:
    """Give the indexes of the sentences that stand in a summary."""
    return {index for index, candidate in enumerate(found) if candidate.text in summary}


def beginning(sentence: str) -> str:
    """Give the first two words, or as many characters."""
    return " ".join(sentence.split()[:2])[:16]


def print_line(name: str, triples: list[tuple[Score, ...]], dangling: int) -> None:
    """Print the averages of one language."""
    raw, fitting, ours = (
        tuple(sum(column) / len(triples) for column in zip(*side, strict=True)) for side in zip(*triples, strict=True)
    )
    gain = tuple(new - old for old, new in zip(raw, ours, strict=True))
    cells = ["/".join(f"{value:.1f}" for value in side) for side in (raw, fitting, ours)]
    cells.append("/".join(f"{value:+.1f}" for value in gain))
    print(
        f"{name:<10}{len(triples):>6}   "
        + "".join(f"{cell:<20}" for cell in cells)
        + f"{100 * dangling / len(triples):.1f} %"
    )


if __name__ == "__main__":
    main()
