"""Finds words of another script in a sentence, and short sentences in another language than asked (pure).

A longer sentence's language is told by `summarizer.language` alone. A short one is foreign only if both a detector that
was given no hint and the common words of the languages say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from summarizer.detector import detect
from summarizer.language import are_siblings
from summarizer.numbers.lexicon import lexicon
from summarizer.scripts import LETTERS
from summarizer.words.common import common_words
from summarizer.writing import LATIN, script_of, scripts_of

MIN_KNOWN_SHARE = 0.2  # of a sentence's letters: headlines of phones and bands hold many Latin ones
MIN_LATIN_CHARS = 3  # of a word among those of another script: a shorter one may be a unit
HEADLINE_HANJA = frozenset("美中日韓北英佛獨露與野靑前現故新株檢警軍")  # countries, parties, "former", ...

_WORD = re.compile(LETTERS)
_LATIN_RUN = re.compile(r"[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f'’ -]*")


def foreign_word(sentence: str, *, language: str, article: str) -> str | None:
    """Return the first word in a script that `language` is not written in and the article does not have; None if none.

    `article` is case folded, and empty where it is in another language: then no word of it may stay as it was. Names in
    Latin letters are left to others, and so are single letters, such as those of formulas.
    """
    known = scripts_of(language)
    if not known or (sentence.isascii() and LATIN in known):
        return None
    for word in _WORD.findall(sentence):
        for name, run in _runs(word):
            if name != LATIN and _is_strange(run, word, name, known) and run.casefold() not in article:
                return run
    return None if LATIN in known else _latin_word(sentence, language, article)


def _runs(word: str) -> Iterator[tuple[str, str]]:
    """Cut a word where its script changes; signs and marks go with the letter before them."""
    start, name = 0, ""
    for at, char in enumerate(word):
        found = script_of(char)
        if found and name and found != name:
            yield name, word[start:at]
            start = at
        name = found or name
    if name:
        yield name, word[start:]


def _is_strange(run: str, word: str, name: str, known: frozenset[str]) -> bool:
    """Whether letters of one script are foreign: in Korean the Chinese characters of headlines are not (美中, 前)."""
    if name == "CJK" and "HANGUL" in known:
        return len(run) > 1 and not HEADLINE_HANJA.issuperset(run)
    return name not in known and len(word) > 1


def _latin_word(sentence: str, language: str, article: str) -> str | None:
    """Return a Latin word without a capital that is no unit and no part of a name: "flood" in a Chinese sentence."""
    for match in _LATIN_RUN.finditer(sentence):
        words = match[0].split()
        if any(word != word.lower() for word in words):
            continue
        for word in words:
            if len(word) >= MIN_LATIN_CHARS and word not in article and not lexicon(language).counts(word):
                return word
    return None


def is_other_script(sentence: str, language: str) -> bool:
    """Whether nearly all of a sentence is in scripts that `language` is not written in."""
    known = scripts_of(language)
    names = [name for name in map(script_of, sentence) if name]
    return bool(known) and sum(name in known for name in names) < MIN_KNOWN_SHARE * len(names)


def is_other_language(sentence: str, language: str) -> bool:
    """Whether a short sentence is surely in another language than asked."""
    base = language.split("-")[0].lower()
    if base not in _common():
        return False
    found, reliable = detect(" ".join(sentence.split()), None)
    if found is None or not reliable or found.split("-")[0] == base or are_siblings(found, base):
        return False
    words = set(_WORD.findall(sentence.casefold()))
    return len(words & _common()[base]) < len(words & _common().get(found.split("-")[0], frozenset()))


@cache
def _common() -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in common_words().items()}
