"""Finds a name of the article in another's place: with its role or its deeds (pure)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from summarizer.checks.clauses import Passage, Passages, passages
from summarizer.checks.persons import Mention, is_one_role, is_titled_as_another, mentions
from summarizer.words.loader import words_of
from summarizer.words.terms import Terms, terms_of

WINDOW_TOKENS = 9  # on each side of a name: what is said of it
TOLD = 0.6  # of their weight that a sentence must have to tell the same
DONE = 0.75  # ... of what is said of one name, to be said of another one there
MIN_KEYS = 3  # words said of a name; fewer tell too little
LESS = 0.4  # of that: a sentence with the name that has so little does not tell it
SLOT_TOKENS = 2  # beside a name
APPOSITION_TOKENS = 3  # right behind a name, which say what it is ...
APPOSITION_GAP_CHARS = 10  # ... behind ", the" or "is the"
SUBJECT_CHARS = 24  # a sentence with a name so near its beginning speaks of it, not of the last sentence's
BEHIND_TOKENS = 4
MAX_NAME_WORDS = 3  # that stand in one name with another word
ROOT_CHARS = 4  # by which two forms of a verb are known to be one


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The names of an article by sentence, and the words by which each one is named."""

    by_sentence: tuple[tuple[Mention, ...], ...]
    aliases: Mapping[str, frozenset[str]]  # each word of a name, with the words that stand in one name with it
    roles: Mapping[str, frozenset[str]]  # each word of a name, with the roles beside it

    def is_person(self, mention: Mention) -> bool:
        """Whether a name is one of two words or has a role, somewhere in the article."""
        known = [word for word in mention.words if word in self.aliases]
        return any(len(self.aliases[word]) > 1 or self.roles[word] for word in known)

    def has_role(self, mention: Mention) -> bool:
        """Whether the article says somewhere what somebody with this name is."""
        return any(self.roles.get(word) for word in mention.words)

    def about(self, index: int) -> tuple[Mention, ...]:
        """Return whom a sentence may be about: its names and, where it does not begin with one, those before it."""
        found = self.by_sentence[index]
        first = min((one.start for one in found if self.is_person(one)), default=SUBJECT_CHARS)
        if first < SUBJECT_CHARS:
            return found
        return (*found, *(one for back in (1, 2) if index >= back for one in self.by_sentence[index - back]))


@lru_cache(maxsize=16)
def cast_of(title: str, text: str, language: str) -> Cast:
    """Read whom an article names."""
    article = passages(title, text, language)
    plain = [mentions(sentence.text, language) for sentence in article.sentences]
    known = frozenset(word for found in plain for mention in found for word in mention.words)
    named = [mentions(sentence.text, language, known) for sentence in article.sentences]
    beside: dict[str, set[str]] = {}
    for mention in (one for found in named for one in found):
        for word in mention.words:
            beside.setdefault(word, set()).update(mention.words)
    common = frozenset(word for word, words in beside.items() if len(words) > MAX_NAME_WORDS)
    by_sentence = tuple(tuple(_distinct(one, common) for one in found) for found in named)
    aliases: dict[str, set[str]] = {}
    roles: dict[str, set[str]] = {}
    for found in by_sentence:
        for mention in found:
            for word in mention.words:
                aliases.setdefault(word, set()).update(mention.words)
                roles.setdefault(word, set()).update(mention.roles)
    return Cast(
        by_sentence=by_sentence,
        aliases={word: frozenset(words) for word, words in aliases.items()},
        roles={word: frozenset(found) for word, found in roles.items()},
    )


def _distinct(mention: Mention, common: frozenset[str]) -> Mention:
    """Leave out words that are part of several names, such as "university"."""
    words = mention.words - common
    return replace(mention, words=words) if words else mention


def misplaced_name(claim: Passage, article: Passages, cast: Cast) -> str | None:
    """Return what does not fit: "role", "apposition", "deed" or "order"; None if all names fit."""
    if not words_of(article.language).claims.roles:  # without a language's words, places pass for people
        return None
    own = mentions(claim.text, article.language, frozenset(cast.aliases))
    own = tuple(one for one in own if one.words & cast.aliases.keys())
    for mention in own:
        if _has_other_role(mention, article, cast) or is_titled_as_another(mention, claim, article, cast.by_sentence):
            return "role"
        if _has_other_apposition(mention, claim, article, cast):
            return "apposition"
        others = frozenset(word for one in own if one is not mention for word in one.words)
        if _does_other_deed(mention, claim, article, cast, others):
            return "deed"
    return "order" if _is_turned(own, claim, article, cast) else None


def _has_other_role(mention: Mention, article: Passages, cast: Cast) -> bool:
    """Whether a name has a role that the article gives to another one only."""
    for role in mention.roles:
        with_it = [
            index for index, found in enumerate(cast.by_sentence) if any(one.words & mention.words for one in found)
        ]
        if any(_holds_role(article.sentences[index], role, article.language) for index in with_it):
            continue
        theirs = [word for word, roles in cast.roles.items() if any(is_one_role(role, one) for one in roles)]
        if theirs and not mention.words & set(theirs):
            return True
        own = {one for word in mention.words for one in cast.roles.get(word, ())}
        if own and any(_holds_role(sentence, role, article.language) for sentence in article.sentences):
            return True
    return False


def _has_other_apposition(mention: Mention, claim: Passage, article: Passages, cast: Cast) -> bool:
    """Whether a name is said to be or to do what only others are or do: "X is the second of three", of "Y, the second".

    Of what somebody does, both are to have roles: places and teams share much.
    """
    terms = terms_of(article.language)
    is_aside = _has_relative_behind(claim, mention, terms) and _is_inner(claim, mention, terms)  # "off Merrow, which"
    run = [] if is_aside else _run_behind(claim, mention)
    found = [
        (sentence, one)
        for index, sentence in enumerate(article.sentences if run else ())
        if set(run) <= sentence.keys
        for one in cast.by_sentence[index]
        if _run_behind(sentence, one) == run
    ]
    if any(one.words & mention.words or _is_inside(one, mention, cast, sentence) for sentence, one in found):
        return False
    return any(
        sentence.text.startswith(",", one.end) or (cast.has_role(mention) and cast.has_role(one))
        for sentence, one in found
    )


def _has_relative_behind(claim: Passage, mention: Mention, terms: Terms) -> bool:
    is_comma = claim.folded.startswith(", ", mention.end)
    return is_comma and terms.relatives.match(claim.folded, mention.end + len(", ")) is not None


def _is_inside(inner: Mention, mention: Mention, cast: Cast, sentence: Passage) -> bool:
    """Whether a name stands between commas behind another one: "Vidal, of the university of Merrow, counts"."""
    before = [one for one in cast.by_sentence[sentence.index] if one.end <= inner.start]
    outer = before[-1] if before else inner
    commas = all(sentence.text.startswith(",", one.end) for one in (outer, inner))
    return commas and bool(outer.words & mention.words)


def _run_behind(passage: Passage, mention: Mention) -> list[str]:
    """Return the long words right behind a name; nothing if there are too few."""
    behind = [token for token in passage.tokens if token.start >= mention.end and not token.is_short]
    run = behind[:APPOSITION_TOKENS]
    near = len(run) == APPOSITION_TOKENS and run[0].start <= mention.end + APPOSITION_GAP_CHARS
    return [token.key for token in run] if near else []


def _holds_role(sentence: Passage, role: str, language: str) -> bool:
    return any(is_one_role(role, match[0]) for match in terms_of(language).roles.finditer(sentence.folded))


def _does_other_deed(mention: Mention, claim: Passage, article: Passages, cast: Cast, others: frozenset[str]) -> bool:
    """Whether what is said of a name stands in a sentence about one not named here, and hardly in any about it."""
    if not cast.is_person(mention):
        return False
    keys = _said_of(mention, claim, cast, article.language)
    whole = article.weight(keys)
    if not whole or len(keys) < MIN_KEYS:
        return False
    of_it = of_others = 0.0
    for index, sentence in enumerate(article.sentences):
        share = article.shared(keys, sentence.keys) / whole
        if any(one.words & mention.words for one in cast.about(index)):
            of_it = max(of_it, share)
        elif share >= DONE and any(
            cast.is_person(other)
            and not other.words & others
            and _is_same_slot(claim, mention, sentence, other, terms_of(article.language))
            for other in cast.by_sentence[index]
        ):
            of_others = max(of_others, share)
    return of_others >= DONE and of_it < LESS * of_others


def _said_of(mention: Mention, claim: Passage, cast: Cast, language: str) -> frozenset[str]:
    """Return the words around a name, without names, roles and short words."""
    roles = [match.span() for match in terms_of(language).roles.finditer(claim.folded)]
    tokens = [
        token
        for token in claim.tokens
        if token.text not in cast.aliases
        and not token.is_short
        and not any(start < token.end and token.start < end for start, end in roles)
    ]
    before = [token.key for token in tokens if token.end <= mention.start][-WINDOW_TOKENS:]
    after = [token.key for token in tokens if token.start >= mention.end][:WINDOW_TOKENS]
    return frozenset((*before, *after))


def _is_same_slot(claim: Passage, mention: Mention, sentence: Passage, other: Mention, terms: Terms) -> bool:
    """Whether a word right beside a name stands on the same side of the other name; one for speaking on any side."""
    left, right = _sides(claim, mention, SLOT_TOKENS), _sides(sentence, other, SLOT_TOKENS + 1)
    said = {token.key for token in claim.tokens if terms.speech.fullmatch(token.text)}
    return any(set(one) & set(two) for one, two in zip(left, right, strict=True)) or bool(
        {*left[0], *left[1]} & {*right[0], *right[1]} & said
    )


def _sides(passage: Passage, mention: Mention, reach: int) -> tuple[list[str], list[str]]:
    long = [token for token in passage.tokens if not token.is_short]
    before = [token.key for token in long if token.end <= mention.start]
    return before[-reach:], [token.key for token in long if token.start >= mention.end][:reach]


def _is_turned(own: tuple[Mention, ...], claim: Passage, article: Passages, cast: Cast) -> bool:
    """Whether two names have changed places around the same words."""
    terms = terms_of(article.language)
    for left in own:
        for right in own:
            if left.start >= right.start or left.words & right.words:
                continue
            if all(_is_inner(claim, name, terms) and not cast.is_person(name) for name in (left, right)):
                continue
            for index, found in enumerate(cast.by_sentence):
                first = [one for one in found if one.words & right.words]
                second = [one for one in found if one.words & left.words]
                if not first or not second or first[-1].start >= second[0].start:
                    continue
                sentence = article.sentences[index]
                if article.shared(claim.keys, sentence.keys) < TOLD * article.weight(claim.keys):
                    continue
                if _is_passive(claim, terms) != _is_passive(sentence, terms):
                    continue
                between = _between(claim, left.end, right.start)
                theirs = _between(sentence, first[0].end, second[0].start)
                behind = _behind(claim, right.end) & _behind(sentence, second[0].end)
                if not all(any(one.startswith(key[:ROOT_CHARS]) for one in article.weights) for key in between):
                    continue  # a new word may be the verb: "buys" for "sells"
                if between and (len(behind) > 1 or between <= theirs or len(between & theirs) > 1):
                    return True
    return False


def _is_inner(passage: Passage, name: Mention, terms: Terms) -> bool:
    """Whether a name stands behind a preposition: "in the Carrow valley", "of Merrow"."""
    before = [token.text for token in passage.tokens if token.end <= name.start][-2:]
    return any(terms.prepositions.fullmatch(word) for word in before)


def _is_passive(passage: Passage, terms: Terms) -> bool:
    return any(words.search(passage.folded) for words in (terms.passives, terms.auxiliaries))


def _between(passage: Passage, start: int, end: int) -> set[str]:
    return {token.key for token in passage.tokens if start <= token.start < end and not token.is_short}


def _behind(passage: Passage, start: int) -> set[str]:
    return {
        token.key
        for token in [one for one in passage.tokens if one.start >= start and not one.is_short][:BEHIND_TOKENS]
    }
