"""Counts true sentences that are taken for notices of a page: `python -m benchmarks.asides --data FOLDER [-v]`.

FOLDER holds one JSON Lines file a language, as `benchmarks.summary_rows` reads them. No sentence of a reference may be
taken for one; of the articles' sentences, -v prints those that are, to be read by a person.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.summary_rows import read_rows
from summarizer.extractive.boilerplate import is_aside
from summarizer.sentences import split_sentences

KINDS = ("summary", "headline")


def main() -> None:
    """Print how many sentences of references and of articles are taken for notices."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, required=True, help="folder of LANG.jsonl files")
    arguments.add_argument("-v", action="store_true", help="print the sentences")
    options = arguments.parse_args()
    counted, found = {"summary": 0, "text": 0}, {"summary": 0, "text": 0}
    for row in read_rows(options.data, KINDS):
        for part, text in (("summary", row.summary), ("text", row.text)):
            for line in text.splitlines():
                for sentence in split_sentences(line, row.language):
                    counted[part] += 1
                    if is_aside(sentence):
                        found[part] += 1
                        if options.v:
                            print(part, row.language, sentence)
    for part, of in (("summary", "references"), ("text", "articles")):
        print(f"sentences of {of}: {counted[part]}, taken for notices: {found[part]}")


if __name__ == "__main__":
    main()
