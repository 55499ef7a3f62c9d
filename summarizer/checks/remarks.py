"""Finds what an answer says about its task or about the text instead of telling the news (pure).

"The article discusses ...", "please provide the text", "news articles should be short", and the prompt's own rules, as
they were sent or in the answer's language. Whoever calls allows first what stands in the article word for word.
"""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.checks.unwanted import stands
from summarizer.instructions import instructions
from summarizer.language import UNKNOWN
from summarizer.scripts import HAN, HANGUL, KANA
from summarizer.sentences import letters_of
from summarizer.words.loader import words_of
from summarizer.words.patterns import pattern_of

RUN_LETTERS = 6  # a rule is known by runs of so many letters: with its end missing, or slightly reworded, too
WIDE_RUN_LETTERS = 2  # in Chinese, Japanese and Korean
MIN_ECHOED = 0.55  # of a sentence's runs, those that stand in the rules

_WIDE = re.compile(f"[{KANA}{HAN}{HANGUL}]")


def speaks_of_text(sentence: str, article: str, *, language: str) -> bool:
    """Whether a sentence, in `language` or in English, speaks of the text or the task, and the article does not."""
    found = (about.search(sentence) for about in _about(_base(language)))
    return any(match is not None and not stands(match[0], article) for match in found)


def repeats_rules(sentence: str, *, sentences: int, language: str) -> bool:
    """Whether a sentence repeats the rules for so many sentences in `language`, in whatever language they are."""
    runs = _runs(sentence)
    return bool(runs) and len(runs & _rules(sentences, language)) >= MIN_ECHOED * len(runs)


@lru_cache(maxsize=64)
def _about(base: str) -> tuple[re.Pattern[str], ...]:
    phrases = (phrase for code in dict.fromkeys((base, "en")) for phrase in words_of(code).answers.about)
    return tuple(re.compile(pattern_of(phrase), re.IGNORECASE) for phrase in phrases)


@lru_cache(maxsize=256)
def _rules(sentences: int, language: str) -> frozenset[str]:
    """Runs of letters of everything that the model may have been told, and of its translations."""
    sent = instructions(sentences=sentences, own=UNKNOWN, language=language)  # those for a translation hold the others
    told = (*sent, *(rule for code in ("en", _base(language)) for rule in words_of(code).answers.rules))
    return frozenset(run for rule in told for run in _runs(rule))


def _runs(text: str) -> frozenset[str]:
    letters = letters_of(text)
    size = WIDE_RUN_LETTERS if len(_WIDE.findall(letters)) * 2 > len(letters) else RUN_LETTERS
    return frozenset(letters[at : at + size] for at in range(len(letters) - size + 1))


def _base(language: str) -> str:
    return language.split("-")[0].lower()
