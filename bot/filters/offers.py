"""Picks the words of a title that somebody may want to hide: long ones, since short ones say little; and those that
stories like it are known by: rare ones (pure).

Scripts without spaces between words are parted where the kind of character changes, and at words of grammar.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from bot.text.characters import HAN, KANA, UNSPACED
from bot.text.words import any_of, merged
from summarizer import KATAKANA

OFFERED_WORDS = 2  # of one title
LEAST_LETTERS = 4
MOST_LETTERS = 24
MOST_UNSPACED = 6  # characters of a piece that is still taken for a word
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_UNSPACED = re.compile(f"[{UNSPACED}{HAN}{KANA}]+")
_PIECE = re.compile(f"[{HAN}]+|[{KATAKANA}]+|[^{HAN}{KANA}]+")


def offered_words(title: str) -> tuple[str, ...]:
    """Up to two words of a title, as they stand there, the longest first."""
    return words_in(title)[:OFFERED_WORDS]


def telling_words(counts: Mapping[str, int]) -> tuple[str, ...]:
    """Up to two of the words of a title, the rarest first: what tells stories like this one from all others.

    `counts`: in how many articles each stands, the longest word first. One that no other article has tells nothing yet.
    """
    return tuple(sorted(counts, key=lambda word: (counts[word] < 2, counts[word]))[:OFFERED_WORDS])


def words_in(title: str) -> tuple[str, ...]:
    """The words of a title that say something, as they stand there, the longest first."""
    spaced, unspaced = [], []
    for word in _WORD.findall(title):
        if _UNSPACED.search(word):
            unspaced += [piece for part in re.split(_grammar(), word) for piece in _PIECE.findall(part)]
        elif LEAST_LETTERS <= len(word) <= MOST_LETTERS:
            spaced.append(word)
    found = spaced + [piece for piece in unspaced if 2 <= len(piece) <= MOST_UNSPACED]
    distinct = dict.fromkeys(found)
    return tuple(sorted(distinct, key=len, reverse=True))


@lru_cache(maxsize=1)
def _grammar() -> str:
    """The words of grammar at which titles without spaces are parted."""
    return any_of(map(re.escape, merged().commands.parted_at))
