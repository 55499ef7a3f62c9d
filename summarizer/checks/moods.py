"""Finds what a sentence tells as done while its article only expects it (pure): "has built" of "plans to build".

The same verb is looked for where the article speaks of the same matter; it is planned there if it has a form of the
future itself, or stands beside "will", "plans to", "must", "if". Of a verb that the article lacks, the clause that has
the rest must be more than a plan: "has ordered" of "wants". Knows the words of the section `[deeds]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from summarizer.checks.clauses import Passage, Passages, Token, is_short, stem
from summarizer.checks.telling import small_words
from summarizer.words.deeds import Deeds, deeds_of
from summarizer.words.terms import terms_of

ROOT_CHARS = 5  # by which two forms of a verb are known to be one
MIN_SKELETON = 2  # letters that are left of an Arabic word
REACH_TOKENS = 3  # from "has" to its participle
MAX_PLACES = 50  # of a verb in an article
PAIR = 2  # characters of a verb in a script without spaces
REACH_CHARS = 3  # from a verb to its ending, in a script without spaces
NEAREST = 0.85  # of the best clause's share of what stands beside a verb that the article lacks: another that tells it
NEAR = 0.5  # of the most that a sentence shares with a clause beside the verb: another one that tells it
ALIKE = 0.25  # of the clause's weight that it shares at least ...
ALIKE_PAIRS = 0.15  # ... in a script without spaces
FEW = 2  # long words of a clause beside its verb, which may be elsewhere in the article
FAR = 30  # characters from a verb to what says behind it that it is planned ...
FAR_PAIRS = 12  # ... in a script without spaces
ENDS = ".!?…。！？।؟"


class Verb(NamedTuple):
    """A verb where it stands in a clause."""

    text: str
    start: int
    end: int


class _Place(NamedTuple):
    clause: Passage
    start: int
    end: int


def is_done_early(clause: Passage, article: Passages) -> bool:
    """Whether a clause says that something has happened which the article only expects, wherever it speaks of it."""
    deeds = deeds_of(article.language)
    if terms_of(article.language).negators.search(clause.folded):
        return False
    return any(
        not (_is_open(clause, verb.start, verb.end, deeds) or _is_coming(clause, verb.start, deeds))
        and (_is_expected(verb, clause, article, deeds) or _is_planned_otherwise(verb, clause, article, deeds))
        for verb in dict.fromkeys(deeds_told(clause, article.language))
    )


def deeds_told(clause: Passage, language: str) -> Iterator[Verb]:
    """Give the verbs that tell what has happened, with those that do so where nothing says otherwise."""
    deeds = deeds_of(language)
    if not clause.spaced:
        yield from _runs(clause, deeds)
        return
    yield from _sure(clause, language, deeds)
    ends = {match.end() for match in deeds.plain.finditer(clause.folded)}
    yield from (_verb(one) for one in _verbs(clause, language) if one.end in ends)


def _sure(clause: Passage, language: str, deeds: Deeds) -> Iterator[Verb]:
    """Give the verbs that tell what has happened, by their form or beside a word such as "has"."""
    verbs = _verbs(clause, language)
    yield from (_verb(one) for one in verbs if deeds.pasts.fullmatch(one.text))
    past = [one for one in verbs if deeds.participles.fullmatch(one.text)]
    objects = {match.start() for match in deeds.objects.finditer(clause.folded)}
    yield from (_verb(one) for one in past if one.end + 1 in objects)
    for mark in deeds.done.finditer(clause.folded):
        behind = [token for token in clause.tokens if token.start >= mark.end()]
        found = [one for one in (behind if deeds.last else behind[:REACH_TOKENS]) if one in past]
        yield from map(_verb, found if deeds.last else found[:1])
    for mark in deeds.closing.finditer(clause.folded):
        before = [token for token in clause.tokens if token.end <= mark.end()][-REACH_TOKENS:]
        yield from map(_verb, [one for one in before if one in verbs][-1:])


def _verbs(clause: Passage, language: str) -> list[Token]:
    """Return the words that may be verbs."""
    return [
        token
        for token in clause.tokens
        if not token.is_short and not clause.text[token.start].isupper() and token.text not in small_words(language)
    ]


def _verb(token: Token) -> Verb:
    return Verb(token.text, token.start, token.end)


def _runs(clause: Passage, deeds: Deeds) -> Iterator[Verb]:
    """Give the verbs before an ending of the past or behind "already", in a script without spaces."""
    text = clause.folded.rstrip(' .。」”"')
    for mark in deeds.pasts.finditer(text):
        core = deeds.core.search(text[: mark.start()]) if mark.end() == len(text) or not deeds.last else None
        if core:
            yield Verb(core[1], *core.span(1))
    for mark in deeds.done.finditer(text):
        at = len(text) - PAIR if deeds.leads.match(text, mark.end()) else mark.end()
        if at + PAIR <= len(text):
            yield Verb(text[at : at + PAIR], at, at + PAIR)


def _is_expected(verb: Verb, clause: Passage, article: Passages, deeds: Deeds) -> bool:
    """Whether a verb is planned in all sentences of the article that tell of it what the clause does."""
    others = _others(verb, clause)
    found = [
        (article.shared(others, article.sentences[place.clause.index].keys), place)
        for place in islice(_places(verb, article, deeds), MAX_PLACES)
    ]
    most = max((share for share, _ in found), default=0.0)
    is_told = most > 0 and most >= (ALIKE if clause.spaced else ALIKE_PAIRS) * article.weight(others)
    if not is_told and sum(not is_short(key) for key in others) > FEW:
        return False
    near = [place for share, place in found if share >= NEAR * most or not is_told]
    planned = [place for place in near if _is_planned(place, article.language, deeds)]
    return bool(planned) and all(place in planned or _tells_nothing(place, article, deeds) for place in near)


def _is_planned_otherwise(verb: Verb, clause: Passage, article: Passages, deeds: Deeds) -> bool:
    """Whether the article lacks a verb, and tells what the clause has beside it as a plan and nothing more."""
    others = _others(verb, clause)
    if sum(not is_short(key) for key in others) <= FEW or any(_places(verb, article, deeds)):
        return False
    for words in (deeds.unreal, terms_of(article.language).speech):
        if any(match.start() < verb.end and verb.start < match.end() for match in words.finditer(clause.folded)):
            return False
    near = article.near(others, article.clauses, share=NEAREST)
    is_told = bool(near) and article.shared(others, near[0].keys) >= NEAR * article.weight(others)
    return is_told and all(_is_plan(one, deeds) for one in near)


def _is_plan(clause: Passage, deeds: Deeds) -> bool:
    """Whether a clause has a word or a form for what is to come, and none for what has happened."""
    if not any(words.search(clause.folded) for words in (deeds.unreal, deeds.coming, deeds.ahead)):
        return False
    if not clause.spaced:
        return not any(_runs(clause, deeds))
    if deeds.closing.search(clause.folded):
        return False
    return not any(words.fullmatch(token.text) for token in clause.tokens for words in (deeds.pasts, deeds.participles))


def _others(verb: Verb, clause: Passage) -> frozenset[str]:
    """Return what a clause has beside a verb."""
    return frozenset(token.key for token in clause.tokens if token.end <= verb.start or token.start >= verb.end)


def _tells_nothing(place: _Place, article: Passages, deeds: Deeds) -> bool:
    """Whether a verb stands in a title in the present, which tells there what has happened, or what will."""
    is_title = place.clause.index == 0 and not article.sentences[0].text.rstrip().endswith(tuple(ENDS))
    return is_title and not _is_done(place, article.language, deeds)


def _is_done(place: _Place, language: str, deeds: Deeds) -> bool:
    """Whether a verb may tell what has happened."""
    clause, start, end = place
    if not clause.spaced:
        return any(deeds.pasts.match(clause.folded, at) for at in range(end, end + REACH_CHARS + 1))
    if any(match.start() < end and start < match.end() for match in deeds.neither.finditer(clause.folded)):
        return False
    if deeds.ambiguous and deeds.participles.fullmatch(clause.folded, start, end):
        return True
    return any(verb.start == start for verb in _sure(clause, language, deeds))


def _places(verb: Verb, article: Passages, deeds: Deeds) -> Iterator[_Place]:
    """Give where the article has a verb."""
    if not article.sentences[0].spaced:
        run = re.compile(re.escape(verb.text))
        yield from (_Place(one, *match.span()) for one in article.clauses for match in run.finditer(one.folded))
        return
    signs = _forms(verb.text, article.language)
    yield from (
        _Place(clause, token.start, token.end)
        for clause in article.clauses
        for token in clause.tokens
        if len(token.text) >= deeds.letters
        and deeds.verbal.fullmatch(token.text)
        and signs & _forms(token.text, article.language)
    )


@lru_cache(maxsize=16384)
def _forms(word: str, language: str) -> frozenset[str]:
    """Return by what a form of a verb is known: its root, the group of its irregular forms, its consonants."""
    deeds = deeds_of(language)
    plain = deeds.inner.sub(lambda match: "".join(filter(None, match.groups())), word)
    found = {stem(form, language)[:ROOT_CHARS] for form in (word, plain)}
    found.update(f"verb {at}" for at, group in enumerate(deeds.verbs) if group.fullmatch(word))
    skeleton = deeds.weak.sub("", plain)
    if skeleton != plain and len(skeleton) >= MIN_SKELETON:
        found.add(f"letters {skeleton}")
    return frozenset(found)


def _is_planned(place: _Place, language: str, deeds: Deeds) -> bool:
    """Whether a verb stands behind words such as "must" or "plans to", or beside "next year", or has such a form."""
    clause, start, end = place
    if any(match.start() < end and start < match.end() for match in deeds.coming.finditer(clause.folded)):
        return True
    is_ahead = _is_open(clause, start, end, deeds) or deeds.ahead.search(clause.folded)
    return bool(is_ahead) and not _is_done(place, language, deeds)


def _is_open(clause: Passage, start: int, end: int, deeds: Deeds) -> bool:
    far = FAR if clause.spaced else FAR_PAIRS
    return any(
        (deeds.last and end <= match.start() <= end + far) or (not deeds.behind and match.end() <= start)
        for match in deeds.unreal.finditer(clause.folded)
    )


def _is_coming(clause: Passage, start: int, deeds: Deeds) -> bool:
    """Whether a form of the future stands before a verb: "resterà chiuso", "will stay closed"."""
    return any(match.end() <= start for match in deeds.coming.finditer(clause.folded))
