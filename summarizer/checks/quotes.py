"""Finds what a text quotes, and a quoted word, a whole quotation or what is only reported in another's mouth (pure)."""

from __future__ import annotations

import re

from summarizer.checks.clauses import Passage, Passages, read_tokens
from summarizer.checks.persons import Mention, mentions
from summarizer.checks.roles import Cast
from summarizer.words.terms import Terms, terms_of

MIN_WORD_CHARS = 6  # of a quoted word by which its speaker is known
TOLD = 0.5  # of what somebody says, by weight, that a sentence of the article tells ...
NEAREST = 0.85  # ... and of the share of the one that tells most
REACH_CHARS = 30  # from a name to its verb of speaking
MAX_WORDS = 3  # of a quotation whose words are chosen; longer ones have words for any matter

_QUOTED = re.compile(
    r"“([^“”]+)”|„([^„“”\"]+)[“”\"]|«([^«»]+)»|»([^«»]+)«|「([^「」]+)」|『([^『』]+)』|《([^《》]+)》|(?<!\w)\"([^\"]+)\"(?!\w)"
    r"|‘([^‘’]+)’(?!\w)|(?<!\w)'([^']+)'(?!\w)"
)


def quotations(sentence: str) -> list[str]:
    """Return what stands between quotation marks."""
    return [next(filter(None, match.groups())) for match in _QUOTED.finditer(sentence)]


def is_said_by_another(claim: Passage, article: Passages, cast: Cast) -> bool:
    """Whether a sentence has a word that only others say in the article: "unacceptable" of "the situation".

    They must be named there, in the sentence of the quotation or beside it, and none of them in this one.
    """
    own = mentions(claim.text, article.language, frozenset(cast.aliases))
    named = {word for one in own for word in one.words if cast.is_person(one)}
    if not named:
        return False
    if _is_quoted_of_another(claim, article, cast, own) or _is_reported_of_another(claim, article, cast, own):
        return True
    quoted = [
        (index, _quoted(sentence, article.language) & claim.keys) for index, sentence in enumerate(article.sentences)
    ]
    if not any(keys for _, keys in quoted):
        return False
    plain = {key for sentence in article.sentences for key in _keys(_unquoted(sentence.text), article.language)}
    for index, keys in quoted:
        if keys <= plain:
            continue
        behind = cast.by_sentence[index + 1 : index + 2]
        there = [one for one in cast.by_sentence[index] if cast.is_person(one)]
        beside = (one for found in (cast.about(index), *behind) for one in found if cast.is_person(one))
        speakers = {word for one in there or beside for word in one.words}
        if speakers and not speakers & named:
            return True
    return False


def _is_quoted_of_another(claim: Passage, article: Passages, cast: Cast, own: tuple[Mention, ...]) -> bool:
    """Whether somebody with a role says a whole quotation, beside which the article names others only."""
    is_said = terms_of(article.language).speech.search(claim.folded) and any(cast.has_role(one) for one in own)
    named = {word for one in own for word in one.words}
    for said in quotations(claim.folded) if is_said else ():
        for index, sentence in enumerate(article.sentences if said.count(" ") >= MAX_WORDS else ()):
            start = sentence.folded.find(said.strip(" ,.!?"))
            beside = [one for one in cast.by_sentence[index] if not start <= one.start < start + len(said)]
            speakers = {word for one in beside if cast.is_person(one) for word in one.words}
            if start >= 0 and speakers and not speakers & named:
                return True
    return False


def _is_reported_of_another(claim: Passage, article: Passages, cast: Cast, own: tuple[Mention, ...]) -> bool:
    """Whether one who speaks in the article says what somebody else says in each sentence that tells it."""
    terms = terms_of(article.language)
    people = [one for one in own if cast.is_person(one)]
    speakers = [
        _speakers(sentence, found, cast, terms)
        for sentence, found in zip(article.sentences, cast.by_sentence, strict=True)
    ]
    named = {word for one in people for word in one.words} & frozenset().union(*speakers)
    if not named or not terms.speech.search(claim.folded):
        return False
    said = frozenset(
        token.key
        for token in claim.tokens
        if not any(one.start <= token.start < one.end for one in people)
        and not terms.speech.fullmatch(token.text)
        and not terms.roles.fullmatch(token.text)
    )
    near = article.near(said, article.sentences, share=NEAREST)
    if not near or article.shared(said, near[0].keys) < TOLD * article.weight(said):
        return False
    return all(speakers[one.index] and not speakers[one.index] & named for one in near)


def _speakers(sentence: Passage, named: tuple[Mention, ...], cast: Cast, terms: Terms) -> frozenset[str]:
    """Return the words of the names that stand near a verb of speaking."""
    spans = [match.span() for match in terms.speech.finditer(sentence.folded)]
    return frozenset(
        word
        for one in named
        if cast.is_person(one) and any(max(one.start - end, start - one.end) <= REACH_CHARS for start, end in spans)
        for word in one.words
    )


def _quoted(sentence: Passage, language: str) -> set[str]:
    """Return the words of a sentence's short quotations; a large letter begins a sentence or the name of a ship."""
    said = (part for part in quotations(sentence.text) if part[0].islower() and part.count(" ") < MAX_WORDS)
    return {key for part in said for key in _keys(part, language)}


def _keys(text: str, language: str) -> set[str]:
    return {token.key for token in read_tokens(text, language) if len(token.text) >= MIN_WORD_CHARS}


def _unquoted(text: str) -> str:
    return _QUOTED.sub(" ", text)
