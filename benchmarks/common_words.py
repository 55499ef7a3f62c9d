"""Counts which words a language's articles have in common, and writes `summarizer/words/common.tsv`.

A word is common if enough pieces of articles hold it, and enough articles. In scripts without spaces the pieces
that `summarizer.checks.relevance` cuts stand for words. Run: `python -m benchmarks.common_words --data FOLDER --write`.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from benchmarks.summary_rows import Article, read_articles
from summarizer.checks.relevance import pieces
from summarizer.scripts import LETTERS, UNSPACED

FILE = Path(__file__).parent.parent / "summarizer" / "words" / "common.tsv"
HEAD = "# Words that many articles of a language have, made by `python -m benchmarks.common_words --write`.\n"
PART_CHARS = 700
PARTS = 6  # of an article, so that no long one outweighs the rest
MIN_ARTICLES = 4  # of a language
MIN_SHARE_OF_PARTS = 0.06
MIN_SHARE_OF_ARTICLES = 0.15
MAX_WORDS = 300

_UNSPACED = re.compile(f"[{UNSPACED}]")
_WORD = re.compile(LETTERS)


def main() -> None:
    """Print how many words each language has; with --write, write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of LANG.jsonl files")
    parser.add_argument("--half", type=int, choices=(0, 1), help="every second article only")
    parser.add_argument("--without", action="append", default=[], help="a source whose articles have one subject")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    articles = [each for each in read_articles(arguments.data) if each.source not in arguments.without]
    table = common_words(articles if arguments.half is None else articles[arguments.half :: 2])
    print(", ".join(f"{language} {len(words)}" for language, words in table.items()))
    if arguments.write:
        FILE.write_text(HEAD + "".join(f"{name}\t{' '.join(words)}\n" for name, words in table.items()), "utf-8")


def common_words(articles: Iterable[Article]) -> dict[str, list[str]]:
    """Return the common words by language, in the order of the alphabet."""
    by_language: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        by_language[article.language.split("-")[0]].append(article)
    return {
        language: _common(language, members)
        for language, members in sorted(by_language.items())
        if len(members) >= MIN_ARTICLES
    }


def _common(language: str, articles: list[Article]) -> list[str]:
    in_parts: Counter[str] = Counter()
    in_articles: Counter[str] = Counter()
    parts = 0
    for article in articles:
        text = f"{article.title} {article.text}".casefold()
        seen: set[str] = set()
        for at in range(0, min(max(len(text) - PART_CHARS // 2, 1), PARTS * PART_CHARS), PART_CHARS):
            words = set(_words(text[at : at + PART_CHARS], language))
            in_parts.update(words)
            seen |= words
            parts += 1
        in_articles.update(seen)
    least = max(2, MIN_SHARE_OF_ARTICLES * len(articles))
    common = (
        word
        for word, count in in_parts.most_common()
        if count >= MIN_SHARE_OF_PARTS * parts and in_articles[word] >= least
    )
    return sorted(word for word, _ in zip(common, range(MAX_WORDS), strict=False))


def _words(text: str, language: str) -> Iterable[str]:
    if len(_UNSPACED.findall(text)) * 3 > len(text):
        return (piece for piece in pieces(text, language) if _UNSPACED.match(piece))
    return _WORD.findall(text)


if __name__ == "__main__":
    main()
