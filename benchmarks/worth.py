"""Measures which summaries count as worth an extract's place: `python -m benchmarks.worth --data FOLDER [--half 0|1]`.

References that people wrote should; worse texts about the same articles should not: two late sentences that the
extract left out, one of them, the title once more, the beginning of a reference, a reference of another article.
"""

from __future__ import annotations

import argparse
import random
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from benchmarks.summary_rows import Row, read_rows
from summarizer.base import Document, Summary
from summarizer.checks.synonyms import retold
from summarizer.checks.telling import is_readable
from summarizer.extractive.extract import candidate_sentences, summarize_document
from summarizer.sentences import split_sentences
from summarizer.worth import is_worthy

SEED = 7
KINDS = ("summary", "standfirst", "summary-wiki")
MIN_SENTENCES = 8  # of an article in which a late sentence is a digression
MIN_CHARS = 40  # of a reference that has a beginning
BEGINNING = 4  # a part of so many


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of LANG.jsonl files")
    parser.add_argument("--half", type=int, choices=(0, 1), help="every second row only")
    options = parser.parse_args()
    rows = [row for row in read_rows(options.data, KINDS) if row.text]
    chosen = rows if options.half is None else rows[options.half :: 2]
    counted: Counter[str] = Counter()
    worthy: Counter[str] = Counter()
    for name, is_kept in judge(chosen, random.Random(SEED)):
        counted[name] += 1
        worthy[name] += is_kept
    for name in counted:
        print(f"{name:<44}{counted[name]:>6}{100 * worthy[name] / counted[name]:>7.1f} %")


def judge(rows: list[Row], rng: random.Random) -> Iterator[tuple[str, bool]]:
    """Give the kind of each text, and whether it counts as worthy."""
    others: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        others[row.language].append(row)
    for row in rows:
        document = Document(text=_nfc(row.text), title=_nfc(row.title))
        extract = summarize_document(document, sentences=2)
        if not isinstance(extract, Summary):
            continue
        language, sentences = candidate_sentences(document)
        titled = "with a title" if document.title else "without a title"
        for kind, text in texts(row, document.title, extract.text, sentences, others[row.language], rng):
            pieces = split_sentences(text, language)
            kept = is_worthy(
                pieces,
                extract.text,
                title=document.title,
                sentences=sentences,
                text=document.text,
                placed=is_readable(language),
                retold=[retold(piece, f"{document.title}\n{document.text}", language) for piece in pieces],
            )
            yield f"{kind}, {titled}", kept


def texts(
    row: Row, title: str, extract: str, sentences: list[str], others: list[Row], rng: random.Random
) -> Iterator[tuple[str, str]]:
    """Give a reference, and what is worse than it."""
    reference = _nfc(row.summary)
    yield "reference", reference
    late = [sentence for sentence in sentences[len(sentences) * 2 // 3 :] if sentence not in extract]
    if len(sentences) >= MIN_SENTENCES and len(late) > 1:
        chosen = rng.sample(late, 2)
        yield "two late sentences", " ".join(chosen)
        yield "one late sentence", chosen[0]
    if title:
        yield "the title", f"{title}."
        yield "the title twice", f"{title}. {title}."
    if len(reference) >= MIN_CHARS:
        yield "the beginning of a reference", reference[: len(reference) // BEGINNING]
    if foreign := [other for other in others if other is not row]:
        yield "a reference of another article", _nfc(rng.choice(foreign).summary)


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


if __name__ == "__main__":
    main()
