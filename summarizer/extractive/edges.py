"""Finds the notices before and below an article: bios, calls to subscribe or donate, corrections, rules, rights. Pure.

A line is judged by signs of any language instead of by phrases: how many of its words belong to the trade of pages
("editors", "permission", "inbox"), speak to the reader ("we", "your"), name the text itself ("an earlier version") or
present an author, what share of it they are, and whether it is a sentence, and one that speaks of nobody but others.
Within an article people do say such things, so this is asked only of the first and the last lines of a text.
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
KINDS = {"page": 3, "reader": 2, "itself": 2, "author": 3}  # of words, and how many different ones count

SIGNS = 10  # that a line is judged by
# Of the signs, in their order, as `benchmarks/edges.py` fits them, and the limit: for the last line, and the first.
# News of authors and editors may begin a text, while bios stand last: a first sentence of others alone stays.
LAST = (1.5, 0.1, 0.0, 1.9, 4.5, 0.3, 1.4, -2.0, -2.1, 1.3), 4.2
FIRST = (1.5, 0.1, 0.2, 2.2, 5.0, 1.3, 1.1, -3.9, -9.0, -0.8), 4.2
REPEATED = 2.0  # less is enough
DATE_CHARS = 60  # of a line that is a date with its hour
DATE_WORDS = 6  # in it, besides its figures

# A score ("31:28") is no hour, and an amount ("1.37") has no "am" and no comma behind it.
_HOUR = re.compile(
    r"(?<![\d:.,])(?:[01]?\d|2[0-3])(?:\s?[:：h時时點点시]\s?[0-5]\d(?!\d|[:.,]\d)"
    r"|\.[0-5]\d(?=\s?(?:[ap]\.?m\b|uhr\b|uur\b|h\b|,|$)))",
    re.IGNORECASE,
)

_DAY = re.compile(r"(?<![\d:])\d{1,4}(?![\d:])")
_QUESTION = re.compile("[?？؟]")
_QUOTE = re.compile('[«»„“”"「」『』]')
_LABEL = re.compile("[^.。:：]{1,24}[:：]")
_WIDE = re.compile(f"[{EAST_ASIAN}]")
_WORD = re.compile(rf"[{EAST_ASIAN}]|(?:(?![{EAST_ASIAN}])[^\W\d_]|[{MARKS}])+")


def is_edge_notice(line: str, *, first: bool = False, is_repeated: bool = False) -> bool:
    """Whether the last (or the `first`) line of a text speaks of the page, to its reader or about its author.

    A line that several texts of one source have there needs fewer signs.
    """
    if len(line) + len(_WIDE.findall(line)) > EDGE_CHARS:
        return False
    weights, limit = FIRST if first else LAST
    return sum(map(mul, weights, signs(line))) > limit - REPEATED * is_repeated or _is_date(line)


def _is_date(line: str) -> bool:
    """Whether a line is nothing but a day and an hour, whatever the words between them: "Le 12 octobre à 6 h 02"."""
    if len(line) > DATE_CHARS or ends_sentence(line) or not (hour := _HOUR.search(line)):
        return False
    rest = line[: hour.start()] + line[hour.end() :]
    return _DAY.search(rest) is not None and _size(list(_WORD.finditer(rest)), rest) <= DATE_WORDS


def presents_author(line: str) -> bool:
    """Whether a line has words that present an author."""
    return signs(line)[list(KINDS).index("author")] > 0


def signs(line: str) -> tuple[float, ...]:
    """Words of each kind, their share, no end mark, a label before a colon, a quotation, a sentence that speaks of
    others alone, a question; all 0 without such words.
    """
    small = line.lower()
    words = list(_WORD.finditer(small))
    found = {sign for word in words for sign in _signs_at(small, word)}
    counted = Counter((language, kind) for language, kind, _ in found)
    counts = ([counted[language, kind] for kind in KINDS] for language, _, _ in found)
    # Words of different languages never add up; of two that know as many, the same one counts at each start.
    most = max(counts, key=lambda known: (sum(known), known[::-1]), default=())
    if not most:
        return (0.0,) * SIGNS
    _, reader, itself, _ = most
    is_open, has_label = not ends_sentence(line), _LABEL.match(line) is not None
    marks = (is_open, has_label, _QUOTE.search(line) is not None)
    tells = not (reader or itself or is_open or has_label)
    share = sum(most) / max(_size(words, line), MIN_WORDS)
    return (*map(min, most, KINDS.values()), share, *marks, tells, _QUESTION.search(line) is not None)


def _size(words: list[re.Match[str]], line: str) -> float:
    """How many words a line has; two signs of Chinese, Japanese or Korean are one."""
    return len(words) - len(_WIDE.findall(line)) / 2


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
