"""Finds a sentence that says the opposite of its article, or says for sure what the article only supposes (pure).

Negations, opposites ("rose" for "fell"), doubts that were dropped, and grave events (a death, an arrest, a verdict).
Compares with the clauses of the article that speak of the same thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from summarizer.checks.clauses import Passage, Passages, is_short
from summarizer.checks.overstating import is_grave, without_phrases
from summarizer.checks.synonyms import is_no_said_otherwise, retold
from summarizer.words.terms import Terms, terms_of

ALIKE = 0.4  # of a clause's weight that must stand in a passage before the two are compared
MORE_ALIKE = 0.5  # ... where a word that is not there decides
NEAREST = 0.85  # of the best sentence's share: another one that tells a clause
MOST = 0.6  # ... where a word in another clause decides
MIN_SHARED = 3  # words that a clause and what turns it round have in common
MIN_DENIED = 2  # ... and a clause that says no
MIN_KEYS = 2  # a clause of fewer tells too little
REACH_TOKENS = 1  # from a negation or a doubt to what it bears on
PHRASE_TOKENS = 2  # behind it, which together name what it bears on
PHRASE_REACH = 2  # words between them
OWNER_TOKENS = 2  # beside "rose" and "fell", which say what did
NEARER = 2.0  # times as much of the one than of the other must a clause say to speak of it
ROUNDING = 1e-9
ROOT_CHARS = 4  # by which two forms of a verb are known to be one
REACH_PAIRS = 3  # ... in a script without spaces

_HIRAGANA = re.compile("[\u3040-\u309f]")


def contradiction(claim: Passage, article: Passages) -> str | None:
    """Return what a sentence turns round, as a word for tests and benchmarks; None if it turns nothing round."""
    terms = terms_of(article.language)
    text = claim.folded
    clauses = list(claim.clauses(article.language))
    if _tells_grave(text, clauses if claim.spaced else [claim], article, terms):
        return "grave"
    if _is_crossed(clauses, article, terms):
        return "crossed"
    for clause in clauses:
        if len(clause.keys) < MIN_KEYS:
            continue
        if _is_opposite(clause, text, article, terms):
            return "opposite"
        if _is_denied(clause, article, terms):
            return "negation"
        if (
            _is_affirmed(clause, text, article, terms)
            or _is_stripped(clause, text, article, terms)
            or _is_told_beside_no(clause, text, article, terms)
        ):
            return "affirmation"
    return None


def _tells_grave(text: str, clauses: Sequence[Passage], article: Passages, terms: Terms) -> bool:
    """Whether a sentence tells a grave event that the article does not, and has no word beside it that may deny it."""
    between = text
    for clause in clauses:
        between = between.replace(clause.folded, " ", 1)  # what is left joins them: "without"
    if _says_no(text, terms) or terms.denials.search(between):
        return False
    return any(
        not terms.denials.search(without_phrases(clause.folded, terms)) and is_grave(clause.folded, article, terms)
        for clause in clauses  # of a script without spaces the sentence: "demanded prison、a fine"
    )


def _is_opposite(clause: Passage, text: str, article: Passages, terms: Terms) -> bool:
    """Whether a clause has a word whose opposite alone stands where the article speaks of the same thing."""
    own_text = clause.folded
    pairs = [(own, other) for own, other in terms.opposites if own.search(own_text) and not other.search(text)]
    if pairs:
        told = retold(text, article.text, article.language)
        pairs = [(own, other) for own, other in pairs if not other.search(told)]
    if not pairs:
        return False
    near = [passage for passage in article.near(clause.keys, article.clauses) if _is_alike(clause, passage, article)]
    sentences = [article.sentences[passage.index] for passage in near]
    wider = [one for one in article.near(clause.keys, article.sentences) if _is_alike(clause, one, article, MORE_ALIKE)]
    negated = _says_no(own_text, terms)
    for own, other in pairs:
        turned_there = any(other.search(one.folded) and not _has_own(own, clause, one, article) for one in near[:1])
        if not turned_there and any(own.search(sentence.folded) for sentence in sentences):
            continue
        most = [passage for passage in near if _is_alike(clause, passage, article, MOST)]
        turned = (
            _with(other, near)
            or _with(other, _siblings(most, article))
            or _with(other, _siblings([one for one in wider if not own.search(one.folded)], article))
        )
        turned = [one for one in turned if not _is_converse(clause, one, article)]
        if turned and not negated and not any(_says_no(one.folded, terms) for one in turned):
            return True
    return False


def _has_own(own: re.Pattern[str], clause: Passage, passage: Passage, article: Passages) -> bool:
    """Whether a sentence has a clause's word in the passage that tells it, or beside another word of the clause."""
    others = {token.key for token in clause.tokens if not token.is_short and not own.search(token.text)}
    beside = _with(own, _siblings([passage], article))
    return any(one == passage or others & one.keys for one in beside)


def _is_crossed(clauses: list[Passage], article: Passages, terms: Terms) -> bool:
    """Whether two clauses have changed their opposites: "wages rose, prices fell" of "wages fell, prices rose"."""
    for one, two in terms.opposites[::2] if len(clauses) > 1 else ():  # each pair once
        first, second = _with_one(one, two, clauses), _with_one(two, one, clauses)
        if not first or not second or any(_says_no(clause.folded, terms) for clause in (*first, *second)):
            continue
        left, right = _owner(first[0], one), _owner(second[0], two)
        left, right = left - right, right - left
        ones, twos = _with_one(one, two, article.clauses), _with_one(two, one, article.clauses)
        kept = _is_told(left, right, ones, article) or _is_told(right, left, twos, article)
        if not kept and _is_told(right, left, ones, article) and _is_told(left, right, twos, article):
            return True
    return False


def _with_one(words: re.Pattern[str], others: re.Pattern[str], passages: Iterable[Passage]) -> list[Passage]:
    return [passage for passage in _with(words, passages) if not others.search(passage.folded)]


def _owner(clause: Passage, words: re.Pattern[str]) -> frozenset[str]:
    """Return the long words before the first of these, or behind it; without spaces all others of the clause."""
    spans = [match.span() for match in words.finditer(clause.folded)]
    if clause.spaced:
        long = [token for token in clause.tokens if not token.is_short]
        before = [token.key for token in long if token.end <= spans[0][0]][-OWNER_TOKENS:]
        return frozenset(before or [token.key for token in long if token.start >= spans[0][1]][:OWNER_TOKENS])
    keys = (token.key for token in clause.tokens if not any(at < token.end and token.start < end for at, end in spans))
    return frozenset(key for key in keys if not _HIRAGANA.search(key))


def _is_told(keys: frozenset[str], others: frozenset[str], passages: Iterable[Passage], article: Passages) -> bool:
    """Whether one of these passages speaks of the one rather than of the other."""
    return any(article.shared(keys, one.keys) > NEARER * article.shared(others, one.keys) for one in passages)


def _with(words: re.Pattern[str], passages: Iterable[Passage]) -> list[Passage]:
    return [passage for passage in passages if words.search(passage.folded)]


def _siblings(passages: Iterable[Passage], article: Passages) -> list[Passage]:
    """Return all clauses of the sentences of these passages."""
    sentences = {passage.index for passage in passages}
    return [clause for clause in article.clauses if clause.index in sentences]


def _is_converse(clause: Passage, passage: Passage, article: Passages) -> bool:
    """Whether two changed places with the verb: "Lund beat Merrow" of "Merrow lost to Lund"."""
    firsts = [next((one.key for one in each.tokens if not one.is_short), "") for each in (clause, passage)]
    keys = article.sentences[passage.index].keys
    return clause.spaced and firsts[0] != firsts[1] and firsts[0] in keys and firsts[1] in clause.keys


def _says_no(text: str, terms: Terms) -> bool:
    return terms.negators.search(text) is not None


def _may_say_no(text: str, terms: Terms) -> bool:
    return _says_no(text, terms) or terms.denials.search(text) is not None


def _is_denied(clause: Passage, article: Passages, terms: Terms) -> bool:
    """Whether a clause says no of what the article says without any negation."""
    if not _says_no(clause.folded, terms):
        return False
    near = article.near(clause.keys, article.clauses)
    if not near or not _is_alike(clause, near[0], article):
        return False
    if clause.spaced and sum(not is_short(key) for key in clause.keys & near[0].keys) < MIN_DENIED:
        return False
    bearing = any(_bears_on(terms.negators, clause, passage.keys) for passage in near)
    if not bearing and not _is_alike(clause, near[0], article, MORE_ALIKE):
        return False
    told = " ".join(passage.folded for passage in near)
    return not _may_say_no(told, terms) and not is_no_said_otherwise(clause.folded, told, terms, article.language)


def _is_affirmed(clause: Passage, text: str, article: Passages, terms: Terms) -> bool:
    """Whether a clause says as a fact what the article negates or supposes wherever it speaks of it."""
    near = article.near(clause.keys, article.clauses, share=0.8)
    if not near or not _is_alike(clause, near[0], article, MORE_ALIKE):
        return False
    doubted = any(words.search(text) for words in (terms.hedges, terms.doubts))
    denied = _says_no(text, terms) or any(match[0] not in near[0].folded for match in terms.denials.finditer(text))
    shared = [key for key in clause.keys & near[0].keys if not is_short(key)]
    if len(shared) < MIN_SHARED:
        return False
    if not denied and all(_bears_on(terms.negators, passage, clause.keys) for passage in near):
        return True
    return not doubted and all(_bears_on(terms.doubts, passage, clause.keys) for passage in near)


def _is_stripped(clause: Passage, text: str, article: Passages, terms: Terms) -> bool:
    """Whether a clause has two words that stand in the article only behind "not", or only behind "may", without it.

    That tells more than the likeness of clauses where the sentence joins things that the article says apart.
    """
    marks = [] if _may_say_no(text, terms) else [terms.negators]
    if not any(words.search(text) for words in (terms.hedges, terms.doubts)):
        marks.append(terms.doubts)
    own = [_root(token.key, clause) for token in clause.tokens if not token.is_short]
    return any(
        _stands_in(phrase, own, spaced=clause.spaced) and not _stands_elsewhere(phrase, mark, article)
        for mark in marks
        for passage in article.clauses
        for phrase in (_phrases if clause.spaced else _runs)(mark, passage, terms)
    )


def _is_told_beside_no(clause: Passage, text: str, article: Passages, terms: Terms) -> bool:
    """Whether each sentence that tells a clause has a word of it right beside "not" only: "but not of hail"."""
    if _may_say_no(text, terms):
        return False
    near = article.near(clause.keys, article.sentences, share=NEAREST)
    told = [sentence for sentence in near if _is_alike(clause, sentence, article, MORE_ALIKE)]
    return bool(told) and all(_denied(sentence, article, terms) & clause.keys for sentence in told)


def _denied(sentence: Passage, article: Passages, terms: Terms) -> set[str]:
    """Return the words that a sentence has right beside a negation, and in no clause without one."""
    clauses = [clause for clause in article.clauses if clause.index == sentence.index]
    denying = [clause for clause in clauses if terms.negators.search(clause.folded)]
    others = {key for clause in clauses if clause not in denying for key in clause.keys}
    found = {
        token.key
        for clause in denying
        for match in terms.negators.finditer(clause.folded)
        for token in clause.beside(match.start(), match.end(), REACH_TOKENS)
    }
    return found - others


def _phrases(mark: re.Pattern[str], passage: Passage, terms: Terms) -> Iterator[tuple[str, ...]]:
    """Give the words behind each such mark; where only one is left, the one before the mark with it.

    Behind "may" also what stands on both sides of the verb, whose forms may differ.
    """
    long = [token for token in passage.tokens if not token.is_short and not terms.modals.fullmatch(token.text)]
    for match in mark.finditer(passage.folded):
        before = [_root(token.key, passage) for token in long if token.end <= match.start()][-1:]
        after = [_root(token.key, passage) for token in long if token.start >= match.end()][:PHRASE_TOKENS]
        if len(after) == PHRASE_TOKENS:
            yield tuple(after)
        if after and before:
            yield (*before, after[-1]) if mark is terms.doubts or len(after) < PHRASE_TOKENS else ()


def _runs(mark: re.Pattern[str], passage: Passage, terms: Terms) -> Iterator[tuple[str, ...]]:
    """Give what a clause in a script without spaces says beside such a mark, particles and endings left out."""
    spans = [match.span() for match in mark.finditer(passage.folded)]
    keys = [
        token.key
        for token in passage.tokens
        if not _HIRAGANA.search(token.key) and not any(start < token.end and token.start < end for start, end in spans)
    ]
    if spans and len(keys) > PHRASE_TOKENS:
        yield tuple(keys)


def _root(key: str, passage: Passage) -> str:
    return key[:ROOT_CHARS] if passage.spaced else key


def _stands_in(phrase: tuple[str, ...], keys: list[str], *, spaced: bool) -> bool:
    """Whether the words of a phrase stand near each other, in this order; in a script without spaces all of them."""
    if not phrase or not spaced:
        return bool(phrase) and set(phrase) <= set(keys)
    first, last = phrase
    return any(key == first and last in keys[at + 1 : at + 2 + PHRASE_REACH] for at, key in enumerate(keys))


def _stands_elsewhere(phrase: tuple[str, ...], mark: re.Pattern[str], article: Passages) -> bool:
    return any(
        set(phrase) <= {_root(key, clause) for key in clause.keys} and not mark.search(clause.folded)
        for clause in article.clauses
    )


def _bears_on(marks: re.Pattern[str], passage: Passage, keys: frozenset[str]) -> bool:
    """Whether a passage has such a word before what a clause repeats, or behind it."""
    return any(
        token.key in keys
        for match in marks.finditer(passage.folded)
        for token in passage.beside(match.start(), match.end(), REACH_TOKENS if passage.spaced else REACH_PAIRS)
    )


def _is_alike(clause: Passage, passage: Passage, article: Passages, share: float = ALIKE) -> bool:
    return article.shared(clause.keys, passage.keys) >= share * article.weight(clause.keys) - ROUNDING
