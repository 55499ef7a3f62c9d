"""Measures what `summarizer.checks.relevance` refuses: sentences of other articles, and those of references.

A sentence of another article is one of its reference or of its text, in the same language. The words that do not count
are told by half of the articles: with `--half 1` and a table written with `--half 0` none is measured on its own words.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.summary_rows import Row, read_rows
from summarizer.base import Document
from summarizer.checks.grounding import Source, ungrounded
from summarizer.checks.relevance import Subject
from summarizer.language import detect_language
from summarizer.sentences import split_sentences

SEED = 7
KINDS = ("summary", "standfirst")
FOREIGN = 6  # sentences of other articles for each
MIN_LETTERS = 8
SHARES = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4)


@dataclass
class Tally:
    """Shares of one language's sentences, and which of them are refused."""

    true: list[float] = field(default_factory=list)
    foreign: list[float] = field(default_factory=list)
    true_refused: int = 0
    foreign_refused: int = 0


def main() -> None:
    """Print a table by language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of LANG.jsonl files")
    parser.add_argument("--half", type=int, choices=(0, 1), help="every second article only")
    parser.add_argument("--grounding", action="store_true", help="count what numbers, names and quotations refuse, too")
    parser.add_argument("--floors", action="store_true", help="print what other floors would refuse")
    parser.add_argument("--show", type=float, default=-1.0, help="print references below this share")
    arguments = parser.parse_args()
    rows = list(read_rows(arguments.data, KINDS))
    if arguments.half is not None:
        rows = rows[arguments.half :: 2]
    started = time.perf_counter()
    tallies = measure(rows, arguments.show, grounding=arguments.grounding)
    sentences = sum(len(tally.true) + len(tally.foreign) for tally in tallies.values())
    seconds = time.perf_counter() - started
    total = Tally()
    print(f"{'language':<10}{'true':>6}{'refused %':>11}{'foreign':>9}{'refused %':>11}")
    for language, tally in [*sorted(tallies.items(), key=lambda item: -len(item[1].true)), ("all", total)]:
        print_line(language, tally)
        total.true += tally.true
        total.foreign += tally.foreign
        total.true_refused += tally.true_refused
        total.foreign_refused += tally.foreign_refused
        if arguments.floors:
            print_floors(tally)
    print(f"{1000 * seconds / len(rows):.1f} ms an article with {sentences / len(rows):.0f} sentences")


def measure(rows: list[Row], show: float, *, grounding: bool = False) -> dict[str, Tally]:
    """Compare each article with its own sentences and with those of others."""
    dice = random.Random(SEED)
    tallies: dict[str, Tally] = defaultdict(Tally)
    by_language: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_language[row.language].append(row)
    for row in rows:
        tally = tallies[row.language]
        document, language = Document(text=row.text, title=row.title), detect_language(row.text, row.language)
        subject = Subject.read(document, language)
        source = Source.read(document, language) if grounding else None
        for sentence in _judged(row.summary, row.language):
            tally.true.append(_share(subject, sentence))
            tally.true_refused += _is_refused(sentence, subject, source)
            if tally.true[-1] < show:
                print(f"  {row.language} {tally.true[-1]:.2f}: {sentence}")
        for sentence in foreign_sentences(row, by_language[row.language], dice):
            tally.foreign.append(_share(subject, sentence))
            tally.foreign_refused += _is_refused(sentence, subject, source)
    return tallies


def foreign_sentences(row: Row, rows: list[Row], dice: random.Random) -> Iterator[str]:
    """Choose sentences of other articles."""
    others = [other for other in rows if other is not row]
    for other in dice.choices(others, k=FOREIGN) if others else ():
        text = _judged(other.text, row.language)[1:4]
        if sentences := [*_judged(other.summary, row.language), *text]:
            yield dice.choice(sentences)


def _judged(text: str, language: str) -> list[str]:
    return [one for one in split_sentences(text, language) if sum(map(str.isalpha, one)) >= MIN_LETTERS]


def _is_refused(sentence: str, subject: Subject, source: Source | None) -> bool:
    if subject.is_missed_by(sentence):
        return True
    return source is not None and ungrounded(sentence, source, language=source.language) is not None


def _share(subject: Subject, sentence: str) -> float:
    share = subject.share(sentence)
    return 1.0 if share is None else share


def print_line(language: str, tally: Tally) -> None:
    """Print one line of the table."""
    print(f"{language:<10}{len(tally.true):>6}{100 * tally.true_refused / (len(tally.true) or 1):>11.1f}"
          f"{len(tally.foreign):>9}{100 * tally.foreign_refused / (len(tally.foreign) or 1):>11.1f}")  # fmt: skip


def print_floors(tally: Tally) -> None:
    """Print the two percentages at other floors."""
    for floor in SHARES:
        true = 100 * sum(share < floor for share in tally.true) / (len(tally.true) or 1)
        foreign = 100 * sum(share < floor for share in tally.foreign) / (len(tally.foreign) or 1)
        print(f"    {floor:.2f}: {true:5.1f} {foreign:5.1f}")


if __name__ == "__main__":
    main()
