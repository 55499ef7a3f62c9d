"""Compares the wording of two versions of a text: how many words they share, and whether only figures differ. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.text.characters import UNSPACED
from bot.text.patterns import late
from bot.text.words import any_of, merged

SHORT_TEXT = 200  # characters: below, a text may be that of all articles ("Read more on our page.")
OTHER_FIGURES = 0.5  # of a longer text's figures: fewer are the counter or the clock of an edited one
OTHER_WORDS = 0.65  # of a text's words, that the next article under the same title does not share

_NUMBER = late(r"\d+(?:[.,:]\d+)*")
_WORD = late(rf"(?=([{UNSPACED}]{{2}}))|([^\W\d_{UNSPACED}]+)")  # pairs, where no spaces stand between words


def numbers_of(text: str) -> list[str]:
    """The figures of a text, in order."""
    return _NUMBER.findall(text)


def has_figures(text: str) -> bool:
    return _NUMBER.search(text) is not None


def without_counters(text: str) -> str:
    """The text without what the site counts below it, and no article says: "12 comments", "回复 (3)"."""
    return _counters().sub(" ", text)


@lru_cache(maxsize=1)
def _counters() -> re.Pattern[str]:
    counted = any_of(merged().feeds.counter_patterns)
    behind = (
        rf"(?<![\d.,:]){_NUMBER.pattern}\s?[^\W\d]?\s?(?:[^\W\d_]{{1,8}}\s)?{counted}"  # "12 則留言", "3 new comments"
    )
    before = rf"{counted}\s?[:：(（]?\s?{_NUMBER.pattern}"
    return re.compile(rf"{behind}|{before}", re.IGNORECASE)


def share_of_words(one: str, other: str) -> float:
    """How many words of the shorter of two texts stand in the other one, too; 1.0 where it has none but figures."""
    ours, theirs = words_in(one), words_in(other)
    return share(ours, theirs) if ours and theirs else 1.0


def is_rewritten(one: str, other: str) -> bool:
    """Whether a text is another one, and no edit, under the same title."""
    return share_of_words(one, other) < OTHER_WORDS


def words_in(text: str) -> frozenset[str]:
    """The words of a text, each once; pairs of characters where no spaces part words."""
    return frozenset(_words(text))


def share(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """How many words of the smaller of two sets stand in the other one, too; 0.0 where it has none."""
    return len(ours & theirs) / max(min(len(ours), len(theirs)), 1)


def has_other_figures(one: str, other: str) -> bool:
    """Whether two texts are one form that was filled with other figures: all words are the same."""
    ours, theirs = numbers_of(one), numbers_of(other)
    if ours == theirs or _words(one) != _words(other):
        return False
    differing = sum(mine != yours for mine, yours in zip(ours, theirs, strict=False)) + abs(len(ours) - len(theirs))
    is_short = max(len(one), len(other)) < SHORT_TEXT
    return is_short or differing >= OTHER_FIGURES * max(len(ours), len(theirs))


def has_other_name(one: str, other: str) -> bool:
    """Whether one name gave place to another: each text has a word with a capital, behind its first, that the other
    lacks, and both have words without one, so that a capital says something.
    """
    ours, theirs = ([word for _, word in _WORD.findall(text) if word] for text in (one, other))
    mine, yours = ({word for word in words[1:] if word[0].isupper()} for words in (ours, theirs))
    return all(any(word.islower() for word in words) for words in (ours, theirs)) and bool(
        mine - set(theirs) and yours - set(ours)
    )


def _words(text: str) -> list[str]:
    return [pair or word for pair, word in _WORD.findall(text.casefold())]
