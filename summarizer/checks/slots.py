"""Compares a sentence that repeats one of its article's almost word for word with that one, place by place (pure).

Finds what stands in the place of something else: a number for a number, a name for a name, a word for a word, and a
negation put in or left out. A sentence in looser words is none of its business.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from summarizer.checks.clauses import Passage, Passages, Token
from summarizer.checks.synonyms import is_no_said_otherwise
from summarizer.numbers.quantities import read_quantities
from summarizer.numbers.relative import read_shares
from summarizer.words.terms import Terms, terms_of

REPEATED = 0.7  # of a sentence's weight that stands in the other
CONTEXT_TOKENS = 2  # the same on both sides of a place, or the sentence's beginning or end
MAX_TOKENS = 4  # in a place
MAX_SENTENCES = 2
NEGATION_TOKENS = 2  # "did not"; a negation of more words bears on something of its own


@dataclass(frozen=True, slots=True)
class _Place:
    """What a sentence has (`own`) where its article has something else, or nothing."""

    own: tuple[Token, ...]
    theirs: tuple[Token, ...]


def misplaced_word(claim: Passage, article: Passages, names: Collection[str]) -> str | None:
    """Return what stands in another's place: "number", "name", "word", "negation", "affirmation"; None if nothing."""
    near = article.near(claim.keys, article.sentences, share=0.85)[:MAX_SENTENCES]
    terms = terms_of(article.language)
    found: list[str | None] = []
    for sentence in near:
        if article.shared(claim.keys, sentence.keys) < REPEATED * article.weight(claim.keys):
            continue
        places = list(_places(claim, sentence))
        kinds = [_judged(place, claim, sentence, article, names, terms) for place in places]
        if "number" in kinds and any(_is_elsewhere(place, sentence) for place in places):
            numbers = [_values(one, article.language) for one in (claim, sentence)]
            kinds = [kind for kind in kinds if kind != "number" or not numbers[0] <= numbers[1]]
        found.append(next(filter(None, kinds), None))
    return found[0] if found and all(found) else None


def _places(claim: Passage, sentence: Passage) -> Iterator[_Place]:
    """Return where two sentences differ between words that they share."""
    own, theirs = claim.tokens, sentence.tokens
    matcher = SequenceMatcher(None, [one.key for one in theirs], [one.key for one in own], autojunk=False)
    steps = matcher.get_opcodes()
    for at, (kind, i, j, k, m) in enumerate(steps):
        if kind == "equal" or j - i > MAX_TOKENS or m - k > MAX_TOKENS:
            continue
        before = steps[at - 1][2] - steps[at - 1][1] if at else CONTEXT_TOKENS
        behind = steps[at + 1][2] - steps[at + 1][1] if at + 1 < len(steps) else 0
        if (before >= CONTEXT_TOKENS or before == k) and (behind >= CONTEXT_TOKENS or m == len(own)):
            yield _Place(own[k:m], theirs[i:j])


def _judged(
    place: _Place, claim: Passage, sentence: Passage, article: Passages, names: Collection[str], terms: Terms
) -> str | None:
    own, theirs = _text(place.own, claim), _text(place.theirs, sentence)
    if _says_no_otherwise(own, theirs, terms, article.language):
        return None
    if terms.negators.search(own) and not terms.negators.search(theirs):
        is_said = len(place.own) <= len(place.theirs) + NEGATION_TOKENS
        return "negation" if is_said and not terms.denials.search(sentence.folded) else None
    if terms.negators.search(theirs) and not terms.negators.search(own):
        if not place.own and len(place.theirs) > NEGATION_TOKENS and claim.spaced:
            return None  # it bears on what is left out
        is_said = len(place.own) <= NEGATION_TOKENS
        return "affirmation" if is_said and not terms.denials.search(own) else None
    if not place.own or not place.theirs:
        return None
    if all(any(one.text[0].isdigit() for one in side) for side in (place.own, place.theirs)):
        numbers = _values(claim, article.language, place.own), _values(sentence, article.language, place.theirs)
        return None if numbers[0] & numbers[1] else "number"
    if all(one.key in sentence.keys for one in place.own):
        return None  # it stands elsewhere in the sentence: the words have another order
    own_names, their_names = _names(place.own, names), _names(place.theirs, names)
    if own_names and their_names:
        return None if own_names & their_names else "name"
    if len(place.own) == len(place.theirs) == 1 and claim.spaced:
        return "word" if _is_opposed(own, theirs, terms) else None
    return None


def _says_no_otherwise(own: str, theirs: str, terms: Terms, language: str) -> bool:
    """Whether one of two places has a "not" and the other a word for the whole: "not open", "closed"."""
    return any(
        terms.negators.search(one) and is_no_said_otherwise(one, other, terms, language)
        for one, other in ((own, theirs), (theirs, own))
    )


def _is_elsewhere(place: _Place, sentence: Passage) -> bool:
    """Whether words stand in the place of others that the sentence has in another clause, as "line B" for "line A"."""
    own, theirs = ([one for one in side if not one.text[0].isdigit()] for side in (place.own, place.theirs))
    return bool(own and theirs) and all(one.key in sentence.keys for one in own)


def _values(passage: Passage, language: str, tokens: tuple[Token, ...] = ()) -> set[float]:
    """Return the numbers in digits of a sentence, or those of these words."""
    start, end = (tokens[0].start, tokens[-1].end) if tokens else (0, len(passage.text))
    found = (*read_quantities(passage.text, language), *read_shares(passage.text, language, sure=True))
    found = tuple(one for one in found if one.start < end and start < one.end)
    return {value for one in found for value in (*one.readings, *one.bare, *one.parts)}


def _is_opposed(own: str, theirs: str, terms: Terms) -> bool:
    """Whether one word is the opposite of the other, and in no sense means the same."""
    sides = [(side, other) for side, other in terms.opposites if side.search(own)]
    return any(other.search(theirs) for _, other in sides) and not any(side.search(theirs) for side, _ in sides)


def _names(tokens: tuple[Token, ...], names: Collection[str]) -> set[str]:
    """Return the words of a place that is a name and nothing else."""
    words = {one.text for one in tokens if not one.is_short or one.text in names}
    return words if words <= set(names) else set()


def _text(tokens: tuple[Token, ...], passage: Passage) -> str:
    """Return a place's text; pairs of characters reach into what stands around it."""
    if not tokens:
        return ""
    start, end = tokens[0].start, tokens[-1].end
    if not passage.spaced and len(tokens) > 1:
        start, end = start + (tokens[0] != passage.tokens[0]), end - (tokens[-1] != passage.tokens[-1])
    return passage.folded[start:end]
