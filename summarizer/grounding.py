"""Says what in a sentence does not stand in its article: a number, a date, a name, a quotation, a link (pure)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from summarizer.base import Document

_DIGITS = re.compile(r"\d+")
_QUOTED = re.compile(r"[“«„「『\"]([^“”«»„「」『』\"]+)[”»“」』\"]")
_WORD = re.compile(r"[^\W\d_]+")


class Reason(StrEnum):
    """Why a sentence of a summary, or all of it, was refused."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    QUOTE = "quote"
    LINK = "link"
    MENTION = "mention"
    COMMAND = "command"
    CONTACT = "contact"
    LANGUAGE = "language"
    LOOP = "loop"
    SHAPE = "shape"
    TITLE = "title"
    TOO_LONG = "too_long"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What an article says, in the forms in which it is looked up."""

    text: str
    language: str
    words: frozenset[str]
    numbers: frozenset[int]
    letters: str

    @classmethod
    def read(cls, document: Document, language: str) -> Source:
        """Read a document whose language is known."""
        text = f"{document.title}\n{document.text}"
        return cls(
            text=text,
            language=language,
            words=frozenset(_WORD.findall(text.casefold())),
            numbers=frozenset(map(int, _DIGITS.findall(text))),
            letters=_letters(text),
        )


def ungrounded(sentence: str, source: Source, *, language: str) -> Reason | None:
    """Give the first thing in a sentence, written in `language`, that the source does not hold; None if all stands."""
    if not {int(digits) for digits in _DIGITS.findall(sentence)} <= source.numbers:
        return Reason.NUMBER
    if any(_letters(quoted) not in source.letters for quoted in _QUOTED.findall(sentence)):
        return Reason.QUOTE
    names = [match.group() for match in _WORD.finditer(sentence) if match.group()[0].isupper() and match.start()]
    if any(name.casefold() not in source.words for name in names):
        return Reason.NAME
    return None


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
