"""Finds who is told to be more than another and is less (pure): "the bus carries more than the tram", turned round.

Reads a sentence's comparisons, each as two sides and the word between them ("more than", "overtook", "below"), and
looks up the article's own comparison of the same two. "The tram carries fewer than the bus" tells the same in other
words: it is turned into the article's order, for the other checks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise

from summarizer.checks.clauses import Passage, Passages, Token, clause_spans
from summarizer.checks.pairs import rivals_in
from summarizer.checks.telling import small_words
from summarizer.words.compared import Compared, compared_of
from summarizer.words.terms import terms_of

MAX_COMPARISONS = 10  # of a sentence that are looked at
MAX_TOLD = 200  # of an article, in words and again in numbers
NEAREST = 0.75  # of the best one's words: another comparison that may tell the same
PAST, HOPED = "\0past", "\0hoped"  # stand for all words of last year and of a forecast
CLASS_WEIGHT = 1.0
MEASURED = 0.6  # of the weight of two sides that stands in a sentence whose numbers compare them
NUMBERS = "numbers"
WORDED = {"amounts", "grades", "beats"}
FAR_CHARS, FAR_SIGNS = 60, 16  # from "more" to "than"; without spaces

NOT_BEFORE, NOT_BEHIND = 24, 4  # from a "not" to the word that it turns round
OBJECT_CHARS = 6  # from what is overtaken to "overtook", where the verb comes last
SHORT_CHARS = 2

_HIRAGANA = re.compile("[\u3040-\u309f]")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Side:
    """One of two: the stems of its words, and where they stand."""

    keys: frozenset[str]
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sides with the word between them; `up` if the first one is the greater."""

    passage: Passage
    first: _Side
    second: _Side
    word: Span
    up: bool
    kind: str  # the list of the word, or "numbers"

    @property
    def greater(self) -> frozenset[str]:
        """What only the greater side has."""
        return self._own(first=self.up)

    @property
    def lesser(self) -> frozenset[str]:
        """What only the lesser side has."""
        return self._own(first=not self.up)

    def _own(self, *, first: bool) -> frozenset[str]:
        return self.first.keys - self.second.keys if first else self.second.keys - self.first.keys


def in_order_of(claim: Passage, article: Passages) -> Passage | None:
    """Return a sentence with its comparisons in the order in which the article has them; None if it turns one round."""
    for at in range(MAX_COMPARISONS):
        for own in islice(comparisons(claim, article.language), at, at + 1):  # it may have others once it is turned
            found = _likest(own, article)
            if found and not any(fits for _, fits in found):
                return None
            turned = (one for one, fits in found if fits and own.up != one.up and {own.kind, one.kind} <= WORDED)
            for one in islice(turned, 1):
                claim = Passage.read(_swapped(own, one), article.language, claim.index)
    return claim


def _likest(own: Comparison, article: Passages) -> list[tuple[Comparison, bool]]:
    """Return the article's comparisons that tell of the same two, and whether they have the same greater one."""
    keys = own.passage.keys
    found = []
    for one in _told(article):
        straight, turned = _likeness(own, one, article)
        if max(straight, turned) > 0 and _is_of_a_kind(own, one, article):
            found.append((article.shared(keys, one.passage.keys), one, straight >= turned))
    best = max((score for score, *_ in found), default=0.0)
    return [(one, fits) for score, one, fits in found if score >= NEAREST * best]


@lru_cache(maxsize=16)
def _told(article: Passages) -> tuple[Comparison, ...]:
    language = article.language
    told = (one for sentence in article.sentences for one in comparisons(sentence, language))
    measured = (one for sentence in article.sentences for one in _measured(sentence, language))
    return (*islice(told, MAX_TOLD), *islice(measured, MAX_TOLD))


def _measured(sentence: Passage, language: str) -> Iterator[Comparison]:
    """Give what the numbers of a sentence say: "the rowers had 412 members, the footballers 389"."""
    for one, two in rivals_in(sentence, language):
        left, right = (place.row.before for place in (one, two))
        if left and right:
            up = min(one.quantity.readings) > max(two.quantity.readings)
            first, second = _Side(frozenset(left), ()), _Side(frozenset(right), ())
            yield Comparison(sentence, first, second, (0, 0), up, NUMBERS)


def _is_of_a_kind(own: Comparison, other: Comparison, article: Passages) -> bool:
    """Whether one may tell the same as the other: of "more", "better" and numbers, and of changes, not each does."""
    kinds = {own.kind, other.kind}
    if kinds in ({"moves"}, {"amounts", "grades"}, {"moves", NUMBERS}, {"grades", NUMBERS}):
        return False
    keys = (own.first.keys | own.second.keys) - {PAST, HOPED}
    return other.kind != NUMBERS or article.shared(keys, other.passage.keys) >= MEASURED * article.weight(keys)


def _likeness(own: Comparison, other: Comparison, article: Passages) -> tuple[float, float]:
    """Return what both sides of two comparisons have in common at least, as they stand and changed round."""
    straight = min(_both(own.greater, other.greater, article), _both(own.lesser, other.lesser, article))
    return straight, min(_both(own.greater, other.lesser, article), _both(own.lesser, other.greater, article))


def _both(keys: frozenset[str], others: frozenset[str], article: Passages) -> float:
    classes = CLASS_WEIGHT * len({PAST, HOPED} & keys & others)
    return classes + article.shared(keys, others)


def _swapped(own: Comparison, other: Comparison) -> str:
    """Return the sentence with its two sides changed round, and the article's word between them."""
    text, word = own.passage.text, other.passage.text[slice(*other.word)]
    first = _run(own.first, own.second, other.second)
    second = _run(own.second, own.first, other.first)
    pieces = sorted([(first, text[slice(*second)]), (second, text[slice(*first)]), (own.word, word)])
    if any(left[0][1] > right[0][0] for left, right in pairwise(pieces)):
        return text
    made, at = [], 0
    for (start, end), new in pieces:
        made += [text[at:start], new]
        at = end
    return "".join((*made, text[at:]))


def _run(side: _Side, rival: _Side, same: _Side) -> Span:
    """Return where those words stand that only one side has, and the same one of the article."""
    own = [token for token in side.tokens if token.key in same.keys - rival.keys]
    return own[0].start, own[-1].end


@lru_cache(maxsize=1024)
def comparisons(passage: Passage, language: str) -> tuple[Comparison, ...]:
    """Read the comparisons of a sentence; none of those that a "not" stands beside."""
    terms = compared_of(language)
    if not terms.words:
        return ()
    spans = _spans(passage, language, terms)
    found: list[Comparison] = []
    for at, span in enumerate(spans):
        before = spans[at - 1] if at else (span[0], span[0])
        found += _read(passage, span, before, language, terms)
    return tuple(found)


def _spans(passage: Passage, language: str, terms: Compared) -> list[Span]:
    """Return where the clauses stand; one that begins with "than" or "ahead of" goes on with the one before."""
    joined: list[Span] = []
    words = (terms.than, *(one for one, _, kind in terms.words if kind == "beats"))
    for start, end in clause_spans(passage.text, language):
        begin = start + len(passage.text[start:end]) - len(passage.text[start:end].lstrip())
        if joined and any(one.match(passage.folded, begin) for one in words):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _read(passage: Passage, span: Span, before: Span, language: str, terms: Compared) -> Iterator[Comparison]:
    for word, up, kind in _words(passage.folded, span, terms):
        sides = _sides(passage, span, word, kind, terms)
        if sides is None or _is_denied(passage.folded, span, word, language):
            continue
        left, right = sides
        first = _side(left, passage, language, terms)
        if not first.tokens:
            first = _side([before], passage, language, terms)
        second = _second(right, passage, language, terms) if right else _Side(frozenset({PAST}), ())
        if first.keys and second.keys:
            yield Comparison(passage, first, second, word, up, kind)


def _is_denied(text: str, span: Span, word: Span, language: str) -> bool:
    """Whether a "not" stands beside a word."""
    first, last = max(span[0], word[0] - NOT_BEFORE), min(word[1] + NOT_BEHIND, span[1])
    found = (match.start() for match in terms_of(language).negators.finditer(text, first))
    return any(start < last and not word[0] <= start < word[1] for start in found)


def _words(text: str, span: Span, terms: Compared) -> list[tuple[Span, bool, str]]:
    """Return the words that compare, with their direction and their list; of two at one place the longer one."""
    found = sorted(
        (match.start(), -match.end(), up, kind) for one, up, kind in terms.words for match in one.finditer(text, *span)
    )
    kept: list[tuple[Span, bool, str]] = []
    for start, end, up, kind in found:
        if not kept or start >= kept[-1][0][1]:
            kept.append(((start, -end), up, kind))
    return kept


def _sides(
    passage: Passage, span: Span, word: Span, kind: str, terms: Compared
) -> tuple[list[Span], Span | None] | None:
    """Return where the two stand that a word compares, no second one of "rose"; None if it compares nothing."""
    text, (start, end) = passage.folded, span
    if kind == "moves":
        return [(start, word[0])], None
    if terms.postposed:
        return _postposed(passage, span, word, kind, terms)
    if kind == "beats":
        than = None if _has_token(passage, start, word[0]) else terms.than.search(text, word[1], end)
        hoped = None if _has_token(passage, start, word[0]) else terms.hoped.search(text, word[1], end)
        if than or hoped:  # the verb comes first
            mark = (than.start(), than.end()) if than else (hoped.start(), hoped.start())  # type: ignore[union-attr]
            return [(word[1], mark[0])], (mark[1], end)
        return [(start, word[0])], (word[1], end)
    far = FAR_CHARS if passage.spaced else FAR_SIGNS
    than = terms.than.search(text, word[1], min(word[1] + far, end))
    if than:
        if text[than.end() :].lstrip()[:1].isdigit():
            return None
        has_first = _has_token(passage, start, word[0])
        return [(start, word[0]) if has_first else (word[1], than.start())], (than.end(), end)
    than = terms.than.search(text, start, word[0])
    return ([(start, than.start())], (than.end(), word[0])) if than and not passage.spaced else None


def _postposed(
    passage: Passage, span: Span, word: Span, kind: str, terms: Compared
) -> tuple[list[Span], Span | None] | None:
    """Return where the two stand where a word behind the second one marks it: "AはBより"."""
    text, start = passage.folded, span[0]
    marks = [match.span() for match in terms.behind.finditer(text, start, word[0])]
    if kind == "beats":
        found = [match.span() for match in terms.objects.finditer(text, start, word[0])]
        marks += [(left, right) for left, right in found if word[0] - right <= OBJECT_CHARS]
    if not marks:
        return None
    first, last = max(marks)
    stops = [match.end() for match in terms.topics.finditer(text, start, first)]
    begin = max([start, *(stop for stop in stops if text[stop:first].strip())])
    return [(start, begin), (last, word[0])], (begin, first)


def _has_token(passage: Passage, start: int, end: int) -> bool:
    """Whether a word that is not short begins in a part of a text."""
    return any(start <= token.start < end and not token.is_short for token in passage.tokens)


def _side(spans: list[Span], passage: Passage, language: str, terms: Compared) -> _Side:
    """Return those words of a side that tell something, but for the time; all long ones if there are none."""
    times = [match.span() for match in terms.past.finditer(passage.folded)]
    found = [
        token
        for token in passage.tokens
        if any(start <= token.start and token.end <= end for start, end in spans)
        and not any(start < token.end and token.start < end for start, end in times)
    ]
    telling = [token for token in found if _tells(token, passage, small_words(language))]
    kept = tuple(telling or [token for token in found if _tells(token, passage, frozenset())])
    return _Side(frozenset(token.key for token in kept), kept)


def _second(span: Span, passage: Passage, language: str, terms: Compared) -> _Side:
    """Return the words of the second side, and whether it is last year or a forecast."""
    side = _side([span], passage, language, terms)
    text, (start, end) = passage.folded, span
    postposed = terms.postposed
    is_past = any(
        not text[match.end() : end].strip() if postposed else not _has_token(passage, start, match.start())
        for match in terms.past.finditer(text, 0 if postposed else start, end)
        if match.end() > start
    )
    is_hoped = terms.hoped.search(text, start, end) is not None
    keys = side.keys | {name for name, found in ((PAST, is_past), (HOPED, is_hoped)) if found}
    return _Side(keys, side.tokens)


def _tells(token: Token, passage: Passage, small: frozenset[str]) -> bool:
    if token.text in small or token.text[0].isdigit() or (not passage.spaced and _HIRAGANA.search(token.text)):
        return False
    return not token.is_short or len(token.text) > SHORT_CHARS or passage.text[token.start].isupper()
