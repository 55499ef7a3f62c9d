"""Tries answers written by hand against their articles: `python -m benchmarks.answers [first] [second] [--show]`.

Each article of `benchmarks/answers` is summarised by an engine that gives the answer, with all checks and the
comparison with the extract behind it, as in the bot. Prints how many false and how many true answers reach a reader as
they were given, by kind; `--show` prints them.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from summarizer.base import Document, EngineKind, Summary
from summarizer.review import check, compare
from summarizer.sentences import letters_of

FOLDER = Path(__file__).with_name("answers")
TRUE = "(true)"


def main() -> None:
    """Print a table of each set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=names())
    parser.add_argument(
        "--show", action="store_true", help="print false answers that are shown, and true ones that are not"
    )
    arguments = parser.parse_args()
    for name in arguments.sets:
        try_set(name, show=arguments.show)


def names() -> list[str]:
    """Return the names of all sets."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


def try_set(name: str, *, show: bool) -> None:
    """Try the answers of one set and print what reached a reader."""
    tried: Counter[str] = Counter()
    shown: Counter[str] = Counter()
    for document, kind, answer in answers_of(name):
        reader = read(answer, document)
        reached = letters_of(reader) == letters_of(answer)
        tried[kind] += 1
        shown[kind] += reached
        if show and reached == (kind != TRUE):
            print(f"  {document.language} {kind}: {answer}\n    readers see: {reader or 'the extract'}")
    false = tried.total() - tried[TRUE]
    print(f"{name}: of {false} false answers {shown.total() - shown[TRUE]} reach a reader,", end=" ")
    print(f"of {tried[TRUE]} true ones {tried[TRUE] - shown[TRUE]} do not")
    for kind in sorted(tried):
        print(f"  {kind:<26}{shown[kind]:>3} of {tried[kind]}")


def answers_of(name: str) -> Iterator[tuple[Document, str, str]]:
    """Give the answers of one set, each with its article before it and its kind: TRUE, or what is false."""
    for article in tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))["articles"]:
        document = Document(title=article["title"], text=article["text"].strip(), language=article["language"])
        for kind, answer in [*((TRUE, text) for text in article["true"]), *article["false"]]:
            yield document, kind, answer


def read(answer: str, document: Document) -> str:
    """Return what a reader sees of an answer; nothing where the article's own sentences stay."""
    given = Summary(text=answer, language="", engine="trial", kind=EngineKind.MODEL, grounded=False)
    found = compare(check(given, document, sentences=2, language=None), document, sentences=2).summary
    return found.text if found else ""


if __name__ == "__main__":
    main()
