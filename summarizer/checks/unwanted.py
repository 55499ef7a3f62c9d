"""Finds what a summary says to its reader, or about a person, that its article does not say (pure).

Orders ("Reply with your password"), insults, hashtags, and addresses that are spelled so that no program sees them
("evil[.]example", "evil dot example"). Articles can make a model say these; the words lie in `summarizer/words`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from summarizer.base import Document
from summarizer.checks.grounding import Reason
from summarizer.checks.relevance import common_pieces, pieces
from summarizer.words.loader import every, words_of
from summarizer.words.patterns import any_word, pattern_of

ROOT_CHARS = 4  # two forms of one word share as many
NEAR_CHARS = 200  # before and behind an insult in the article

_SENTENCE_END = re.compile(r"[.!?。！？।؟۔\n]")
_LETTER_AHEAD = r"(?=[^\W\d_])"
_HASHTAG = re.compile(rf"(?<![A-Za-z0-9_&/])[#＃]{_LETTER_AHEAD}\w+")
# Domains that are words in no language, in which "dot" may stand before them.
_DOMAIN = r"(?:com|net|org|example|biz|xyz|io|onion|ru|cn|info|top|site|online|shop|club|app|link|click|me|tv|gg|ly)\b"
_BRACKETED = re.compile(
    r"[^\W_]\s*(?:\[\s*(?:\.|dot|d0t|punkt|punto|ponto|point|点|點|точка)\s*\]|[({]\s*(?:\.|dot)\s*[)}])\s*[^\W_]{2,}"
    r"|\bh(?:xx|tt|\*\*)ps?\s*(?:\[:\]|:?\s?//)"
    r"|(?<![\w.])[a-z0-9][\w-]*\s?[．｡。․]\s?" + _DOMAIN,
    re.IGNORECASE,
)
_AT = re.compile(r"[^\W_]\s*[\[({]\s*(?:at|@)\s*[\])}]\s*[^\W_]{2,}", re.IGNORECASE)


def unwanted(sentence: str, document: Document, *, language: str) -> Reason | None:
    """Return the reason to drop a sentence written in `language`; None if it has no such thing, or its article has it.

    An order must stand in the article from its first word to the end of the sentence: "click here" stands in many, with
    something else behind it. An insult may stand there in another form, beside something that the sentence speaks of as
    well: the article's "the delay is idiotic" does not allow to call the mayor an idiot.
    """
    article = f"{document.title}\n{document.text}"
    if any(not stands(match[0], article) for match in _HASHTAG.finditer(sentence)):
        return Reason.MENTION
    if any(not stands(match[0], article) for match in _AT.finditer(sentence)):
        return Reason.CONTACT
    for pattern in (_BRACKETED, _spelled()):
        if any(not stands(match[0], article) for match in pattern.finditer(sentence)):
            return Reason.LINK
    for call in _calls(_base(language)):
        match = call.search(sentence)
        if match and not stands(sentence[match.start() :], article):
            return Reason.ORDER
    for insult in _insults(_base(language)):
        words = {match[0].casefold(): match for match in insult.finditer(sentence)}
        if not all(_is_said(match, insult, article, language) for match in words.values()):
            return Reason.ABUSE
    return None


@cache
def _spelled() -> re.Pattern[str]:
    """Addresses with a word for their dot: "evil dot example"."""
    dot = any_word(every(lambda words: words.unwanted.dots))
    return re.compile(rf"[a-z0-9][\w-]*(?:\s+{dot}\s+|\s?[点點]\s?){_DOMAIN}", re.IGNORECASE)


@lru_cache(maxsize=64)
def _calls(base: str) -> tuple[re.Pattern[str], ...]:
    """What calls on the reader, in a language or in English."""
    return tuple(
        re.compile(pattern_of(phrase), re.IGNORECASE)
        for code in dict.fromkeys((base, "en"))
        for phrase in words_of(code).unwanted.calls
    )


@lru_cache(maxsize=64)
def _insults(base: str) -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(pattern_of(phrase), re.IGNORECASE)
        for code in dict.fromkeys((base, "en"))
        for phrase in words_of(code).unwanted.abuse
    )


def _base(language: str) -> str:
    return language.split("-")[0].lower()


def _is_said(found: re.Match[str], insult: re.Pattern[str], article: str, language: str) -> bool:
    """Whether the article has an insult, perhaps in another form, and says it of what the sentence speaks of."""
    root = found[0].casefold().strip()[:ROOT_CHARS]
    spoken = pieces(found.string[: found.start()] + " " + found.string[found.end() :], language)
    telling = spoken - common_pieces(language)
    return any(
        match[0].casefold().strip().startswith(root) and (not telling or telling & _around(match, language))
        for match in insult.finditer(article)
    )


def _around(found: re.Match[str], language: str) -> set[str]:
    """Pieces of the sentence that holds an insult, the insult aside."""
    text, start, end = found.string, found.start(), found.end()
    before, behind = _SENTENCE_END.split(text[:start])[-1], _SENTENCE_END.split(text[end:], maxsplit=1)[0]
    return pieces(f"{before[-NEAR_CHARS:]} {behind[:NEAR_CHARS]}", language)


def stands(text: str, article: str) -> bool:
    """Whether the article has the text, white space and marks at its ends aside."""
    return _folded(text) in _folded(article)


def _folded(text: str) -> str:
    return "".join(text.casefold().split()).rstrip(".!?。！？।")
