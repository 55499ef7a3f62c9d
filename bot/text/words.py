"""Words of languages: one data file a language, `bot/locales/<language>.toml`, beside the texts of `<language>.ftl`.

Nobody says in which language they type a schedule, nor a page in which it asks for a login: both are compared with
the words of all languages at once (`merged`). `bot.text.word_sections` documents every key; it and what reads the files
(`bot.text.word_files`) are loaded with the first word that is asked for, which no start does.
Words are compared without case.

An interface language (one with an `.ftl` file) has all `REQUIRED` keys; any other language has what is known of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from bot.text.characters import UNSPACED
from bot.text.patterns import late

if TYPE_CHECKING:
    from bot.text.word_sections import Words

_LETTER_OF_WORD = late(rf"[^\W{UNSPACED}]")


def by_language() -> Mapping[str, Words]:
    """The words of each language that has a data file."""
    from bot.text import word_files

    return word_files.by_language()


def merged() -> Words:
    """The words of all languages together, each once."""
    from bot.text import word_files

    return word_files.merged()


def any_of(patterns: Iterable[str]) -> str:
    """One regular expression for any of these, as a group; for none of them, one that never matches."""
    return f"(?:{'|'.join(patterns) or '(?!)'})"


def any_word(words: Iterable[str]) -> str:
    """A regular expression for any of these words, the longest first.

    Scripts without spaces between words need none around them; other words do not match within a longer one.
    """
    return any_of(map(_whole, sorted(words, key=lambda word: (-len(word), word))))


def _whole(word: str) -> str:
    start, end = (r"\b" if _LETTER_OF_WORD.match(letter) else "" for letter in (word[0], word[-1]))
    return f"{start}{re.escape(word)}{end}"
