"""Finds the notices before and below an article: bios, calls to subscribe or donate, corrections, rules, rights. Pure.

A line is judged by signs of any language instead of by phrases: how many of its words belong to the trade of pages
("editors", "permission", "inbox"), speak to the reader ("we", "your", "this article") or present an author, what share
of it they are, and whether it is a sentence. Within an article people do say such things, so this is asked only of the
first and the last lines of a text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from operator import mul

from summarizer.scripts import EAST_ASIAN, MARKS
from summarizer.sentences import ends_sentence
from summarizer.words.loader import languages, words_of

EDGE_CHARS = 240  # a longer line is prose; a sign of Chinese, Japanese or Korean counts as two
MIN_WORDS = 3  # of a line, for the share of its words: one word of two says little
STEM_LETTERS = 5  # a word of so many letters stands for all that begin with it, a shorter one for itself
KINDS = {"page": 3, "reader": 2, "author": 3}  # of words, and how many different ones count

# Of the signs, in their order: from those that `benchmarks/edges.py` fits, moved to where few true lines are taken.
WEIGHTS = (0.8, 1.0, 1.3, 8.0, 1.8, 1.2, -2.9)
LIMIT = 4.8

_QUOTE = re.compile('[«»„“”"「」『』]')
_LABEL = re.compile("[^.。:：]{1,24}[:：]")
_WIDE = re.compile(f"[{EAST_ASIAN}]")
_WORD = re.compile(rf"[{EAST_ASIAN}]|(?:(?![{EAST_ASIAN}])[^\W\d_]|[{MARKS}])+")


def is_edge_notice(line: str, *, first: bool = False) -> bool:
    """Whether the last (or the `first`) line of a text speaks of the page, to its reader or about its author.

    News of authors and editors may begin with a short sentence about them, while bios stand last: a first sentence
    speaks to the reader, too, or has a label.
    """
    if len(line) + len(_WIDE.findall(line)) > EDGE_CHARS:
        return False
    found = page, reader, author, _, no_end, label, _ = signs(line)
    return sum(map(mul, WEIGHTS, found)) > LIMIT and (
        not first or bool(no_end or label or (reader and (page or author)))
    )


def presents_author(line: str) -> bool:
    """Whether a line has words that present an author."""
    return signs(line)[list(KINDS).index("author")] > 0


def signs(line: str) -> tuple[float, ...]:
    """Words of each kind, their share, no end mark, a label before a colon, a quotation; all 0 without such words."""
    small = line.lower()
    words = list(_WORD.finditer(small))
    found = {sign for word in words for sign in _signs_at(small, word)}
    counted = Counter((language, kind) for language, kind, _ in found)
    counts = ([counted[language, kind] for kind in KINDS] for language, _, _ in found)
    most = max(counts, key=sum, default=())  # words of different languages never add up
    if not most:
        return (0.0,) * len(WEIGHTS)
    size = max(len(words) - len(_WIDE.findall(line)) / 2, MIN_WORDS)
    marks = (not ends_sentence(line), _LABEL.match(line) is not None, _QUOTE.search(line) is not None)
    return (*map(min, most, KINDS.values()), sum(most) / size, *marks)


def _signs_at(line: str, word: re.Match[str]) -> Iterator[tuple[str, str, str]]:
    """Language, kind and form of what begins where this word does."""
    start = word.start()
    for key in {word[0], line[start : start + STEM_LETTERS]}:
        for sign in _forms().get(key, ()):
            if line.startswith(sign[-1], start):
                yield sign


@cache
def _forms() -> dict[str, list[tuple[str, str, str]]]:
    """The forms of all words by their first letters; by their first sign where words do not stand apart."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for language in languages():
        words = words_of(language)
        for kind in KINDS:
            for word in getattr(words.edges, kind):
                for form in (word, *(prefix + word for prefix in words.claims.prefixes)):
                    key = form[:1] if _WIDE.match(form) else form[:STEM_LETTERS]
                    found.setdefault(key, []).append((language, kind, form))
    return found
