"""Finds a clause that no one place of its article tells (pure): an actor, a place or a time taken from elsewhere.

Each clause is laid beside the sentences of the article that have most of its words. What it has beyond them must be
the article's subject, stand in the sentence before, or be the fuller name of what they name; and it must not stand in
the place of something else. Whether the rest is the clause's own wording for what is told, or an actor put into copied
words, is weighed up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import NamedTuple

from summarizer.checks.clauses import Passage, Passages
from summarizer.checks.synonyms import is_said_otherwise
from summarizer.checks.telling import Told, Word, Words, by_clause, telling
from summarizer.words.loader import words_of
from summarizer.words.terms import Terms, terms_of

NEAR = 0.6  # of the best sentence's share of a clause: another one that may tell it
MAX_PLACES = 4
LONG_SENTENCES = 15  # of an article in which a word tells no one place ...
EVERYWHERE = 4  # ... if so many of them have it
ANAPHOR_WORDS = 2  # by which a sentence names its subject otherwise: "the car maker"
MANY = 3  # above which more rivals say no more


class Signs(NamedTuple):
    """What speaks for words put in from elsewhere (or against it), rather than for a clause in words of its own."""

    copied: float  # the share of a clause's words that stand side by side in the sentence, too
    new: float  # the share of the clause's words that the article does not have
    kept: float  # the share of what the clause tells, by weight, that the sentence tells
    put_in: float  # ... that it has from elsewhere
    rivals: int  # words with a capital in whose place words from elsewhere stand
    length: float  # the logarithm of the article's sentences: a long one has any word by chance


# By logistic regression (`python -m benchmarks.fit_borrowing --data FOLDER --rated FILE`).
WEIGHTS = (3.4, -4.7, -1.4, 3.3, 0.74, -1.23)
# From this sum on a clause is refused. Set by hand on `benchmarks/answers`: above it more false answers pass.
LEAST = -2.1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    """A clause beside a sentence of the article that may tell it."""

    clause: Words
    claim: Passage  # the sentence of the clause
    sentence: Passage
    at: int  # of the sentence
    matched: Mapping[int, int]  # the clause's words that the sentence has, too, with their places in it
    told: Told
    terms: Terms
    language: str

    @classmethod
    def of(cls, clause: Words, claim: Passage, at: int, told: Told, article: Passages) -> _Pair:
        """Pair the words; where the sentence has one twice, in one order."""
        matched: dict[int, int] = {}
        last = -1
        for index, word in enumerate(clause):
            found = [position for position, other in enumerate(told.sentences[at]) if other.root == word.root]
            if found:
                matched[index] = last = min((one for one in found if one > last), default=found[0])
        return cls(
            clause=clause,
            claim=claim,
            sentence=article.sentences[at],
            at=at,
            matched=matched,
            told=told,
            terms=terms_of(article.language),
            language=article.language,
        )

    @property
    def place(self) -> Words:
        return self.told.sentences[self.at]

    @property
    def units(self) -> list[Word]:
        """Return what stands right behind a number where words do not stand apart: it takes nobody's place."""
        return [] if self.claim.spaced else [two for one, two in pairwise(self.place) if _is_number(one)]

    def home(self, index: int) -> int:
        """Return the clause of the sentence that has a word."""
        return self.place[self.matched[index]].clause

    def beside(self, index: int, step: int) -> int | None:
        """Return the nearest word on one side that the sentence has."""
        found = [at for at in self.matched if (at - index) * step > 0]
        return min(found, key=lambda at: abs(at - index), default=None)

    @property
    def is_copied(self) -> bool:
        """Whether the clause's words stand there one behind the other, as they do in it."""
        own, there = ([word.root for word in words] for words in (self.clause, self.place))
        return any(there[at : at + len(own)] == own for at in range(len(there)))

    def is_said_nearby(self, word: Word) -> bool:
        """Whether a word names the article's subject, or stands in the sentence before.

        A number, and what a preposition puts in as where or when, may also stand in the next.
        """
        roots = self.told.roots
        added = _is_number(word) or self.terms.prepositions.search(word.lead)
        reach = (self.at - 1, self.at + 1) if added else (self.at - 1,)
        return word.root in self.told.subject or any(0 <= one < len(roots) and word.root in roots[one] for one in reach)

    def replaced(self, index: int, last: int | None, following: int | None) -> list[Word]:
        """Return the words of the article's clause in whose place a word stands, between its neighbours there."""
        said = {word.root for word in self.clause}
        if following is None:
            start = self.matched[max(self.matched)]
            home, gap = self.place[start].clause, self.place[start + 1 : start + 2]
        else:
            home, end = self.home(following), self.matched[following]
            start = -1
            if last is not None and self.home(last) == home:
                start = self.matched[last]
            else:
                said = {word.root for word in self.clause[:following]}
            gap = _behind_speaker(self.place[start + 1 : end], self.terms) if start < end else ()
        lead = self.terms.prepositions.findall(self.clause[index].lead)
        return [
            word
            for word in gap
            if word.clause == home
            and word.root not in said
            and self.terms.prepositions.findall(word.lead) == lead
            and not _is_number(word)
            and word not in self.units
            and not self.terms.speech.fullmatch(word.text)
            and not self.terms.modals.fullmatch(word.text)
        ]


def _behind_speaker(gap: Words, terms: Terms) -> Words:
    """Leave out who says what follows: "the mayor said that the wall will protect" tells what the wall does."""
    said = max((at for at, word in enumerate(gap) if terms.speech.fullmatch(word.text)), default=-1)
    return gap[said + 1 :]


def borrowed_word(claim: Passage, article: Passages, told: Told) -> str | None:
    """Return a word that a sentence has from another place of the article; None if each clause has one place."""
    for word, places_of_it in foreign_words(claim, article, told):
        if all(weighed(signs) >= LEAST for signs in places_of_it):
            return word
    return None


def foreign_words(claim: Passage, article: Passages, told: Told) -> Iterator[tuple[str, list[Signs]]]:
    """Give the first word from elsewhere of each clause for which no sentence has room, with the signs beside each."""
    for clause in by_clause(telling(claim, article.language)):
        pairs = [_Pair.of(clause, claim, at, told, article) for at in places(clause, told)]
        found = [_foreign(pair) for pair in pairs]
        if found and all(found):
            signs = [_signs(*both) for both in zip(pairs, found, strict=True)]
            yield found[0][0].text, signs


def weighed(signs: Signs) -> float:
    """Sum up what speaks for words put in from elsewhere."""
    return sum(weight * sign for weight, sign in zip(WEIGHTS, signs, strict=True))


def places(clause: Words, told: Told) -> Sequence[int]:
    """Return the sentences that may tell a clause, the best first, and the one behind it, which may say "she".

    Where the title and the first sentence tell it alike, what is behind either.
    """
    roots = {word.root for word in clause}
    scored = [(sum(told.weight(root) for root in sorted(roots & found)), -at) for at, found in enumerate(told.roots)]
    best = max(scored, default=(0.0, 0))[0]
    near = sorted((pair for pair in scored if best and pair[0] >= NEAR * best), reverse=True)
    found = [-at for _, at in near[:MAX_PLACES]]
    first = found[: 2 if told.titled and set(found[:2]) == {0, 1} else 1]
    behind = [at + 1 for at in first if at + 1 < len(told.roots) and (roots - told.roots[at]) & told.roots[at + 1]]
    return [*found, *(at for at in behind if at not in found)]


def _foreign(pair: _Pair) -> list[Word]:
    """Return the words of a clause for which a sentence of the article has no room."""
    told = pair.told
    if pair.is_copied:
        return []
    general = words_of(pair.language).claims.general
    found: list[Word] = []
    for index, word in enumerate(pair.clause):
        if index in pair.matched or word.root not in told.counts or word.text in general:
            continue
        if len(told.roots) >= LONG_SENTENCES and told.counts[word.root] >= EVERYWHERE:
            continue
        if told.titled and pair.at <= 1 and word.root in told.roots[1 - pair.at]:
            continue  # the title and the first sentence say the same
        if _is_said_otherwise(word, pair) or _is_fuller_name(index, pair):
            continue
        if _is_substitute(index, pair) or not pair.is_said_nearby(word):
            found.append(word)
    return found


def _signs(pair: _Pair, found: Sequence[Word]) -> Signs:
    told, clause = pair.told, pair.clause
    tells_little = len(pair.matched) <= 1 and len(clause) <= 2  # of a clause of two words one is not enough
    whole = _weight(clause, told)
    replaced = [
        word
        for index, one in enumerate(clause)
        if one in found
        for word in pair.replaced(index, pair.beside(index, -1), pair.beside(index, 1))
    ]
    return Signs(
        copied=_copied(pair),
        new=sum(word.root not in told.counts for word in clause) / len(clause),
        kept=_weight([clause[index] for index in pair.matched], told) / whole,
        put_in=_weight(found, told) / whole,
        rivals=min(sum(pair.sentence.text[word.start].isupper() for word in replaced), MANY),
        length=0.0 if tells_little else log(len(told.roots)),
    )


def _weight(words: Sequence[Word], told: Told) -> float:
    return sum(told.weight(word.root) for word in words)


def _copied(pair: _Pair) -> float:
    """Return the share of a clause's words, small ones with them, that stand side by side in a sentence."""
    first, last = pair.clause[0], pair.clause[-1]
    start, end = first.start - len(first.lead) - 1, last.start + len(last.text)
    own = [token.key for token in pair.claim.tokens if start <= token.start < end]
    there = set(pairwise(token.key for token in pair.sentence.tokens))
    copied = {at + step for at, pair_of in enumerate(pairwise(own)) if pair_of in there for step in (0, 1)}
    return len(copied) / len(own)


def _is_said_otherwise(word: Word, pair: _Pair) -> bool:
    """Whether the sentence of the article has another word for the same: "cancelled" for "called off"."""
    end = word.start + len(word.text)
    return is_said_otherwise(word.start, end, pair.claim.text, pair.sentence.text, pair.language)


def _is_substitute(index: int, pair: _Pair) -> bool:
    """Whether a word stands in the place of another one, which does not name the article's subject in other words."""
    word = pair.clause[index]
    last, following = pair.beside(index, -1), pair.beside(index, 1)
    rivals = pair.replaced(index, last, following)
    if not rivals or _is_number(word):
        return False
    if word.root not in pair.told.subject:
        return True
    gap = pair.clause[0 if last is None else last + 1 : following]
    reworded = any(one.root not in pair.told.counts for one in gap)
    return not reworded and not _is_anaphor(rivals, word, pair)


def _is_anaphor(rivals: Sequence[Word], word: Word, pair: _Pair) -> bool:
    """Whether a few words may name the article's subject: "in the town"; of who acts, such as stand nowhere else."""
    end = word.start + len(word.text)
    inner = pair.terms.prepositions.search(word.lead) or pair.claim.folded[end : end + 2] in ("'s", "’s")
    return (
        len(rivals) <= ANAPHOR_WORDS
        and (bool(inner) or word == pair.clause[-1] or all(pair.told.counts[one.root] == 1 for one in rivals))
        and pair.terms.definites.search(rivals[0].lead) is not None
    )


def _is_fuller_name(index: int, pair: _Pair) -> bool:
    """Whether a word belongs to one beside it that the sentence has, as elsewhere in the article: "nature agency".

    Not if the sentence has another word there ("food agency"); of what follows a name, only the next word, for the
    others say what it does.
    """
    clause = pair.clause
    said = {word.root for word in clause}
    for step in (1, -1):
        at = index
        while 0 <= at + step < len(clause):
            beside = (clause[at].root, clause[at + step].root)
            if (beside if step > 0 else beside[::-1]) not in pair.told.beside:
                break
            at += step
            if at in pair.matched:
                there = pair.matched[at] - step
                rival = pair.place[there] if 0 <= there < len(pair.place) else None
                if rival is None or rival.root in said or rival.clause != pair.home(at):
                    return True
                break
            if step < 0:
                break
    return False


def _is_number(word: Word) -> bool:
    return word.text[0].isdigit()
