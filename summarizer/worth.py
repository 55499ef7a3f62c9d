"""Decides whether a model's summary may replace the article's own sentences (pure): never by one that tells less.

Compares what both say, weighed by rarity in the article: beginnings of words, or pairs of characters in scripts whose
words do not stand apart or carry their particles. Judges no truth: the checks do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from math import log

from summarizer.scripts import HANGUL, KHMER, MARKS, MYANMAR, THAI_LAO, UNSPACED
from summarizer.sentences import letters_of

STEM_CHARS = 4  # words with this beginning in common count as one, a stemmer for every language
SHORT_WEIGHT = 0.25  # of a word of fewer letters: most are articles, prepositions and the like
FLOOR_IDF = 0.3  # importance of a word that stands in every sentence

# Tried on references and on worse texts by `python -m benchmarks.worth`. Shares of 1.
MIN_LENGTH = 0.25  # of the extract's letters
MIN_LENGTH_TRANSLATED = 0.12  # Chinese takes a third of the letters of English, and less of Finnish
MIN_KNOWN = 0.09  # of what a sentence says, as much the article must say
MIXED = 0.15  # of a summary's phrases stand in the article: a small model copies, and drifts off in between, so ...
# ... of each sentence two neighbouring sentences and the title must say so much together, the second share where the
# article has as many as LONG_SENTENCES: a longer one has any word by chance.
MIN_SUPPORT = (0.4, 0.45)
MIN_SUPPORT_PLACED = (0.25, 0.28)  # where the checks found one place of the article for each clause
LONG_SENTENCES = 8
MIN_SUPPORT_DOUBTED = 0.6  # of any summary of whose answer another sentence was false: chance decides what passes
MAX_REPEATED = 1  # phrases that a summary repeats and the article does not; more is going in circles
MIN_NEW = 0.06  # of what the extract tells beyond the title
COVERAGE = 0.1  # of title and extract together, ...
COVERAGE_KNOWN = 0.15  # ... more for each part of the summary that is in the article's own words, ...
CLOSE = 0.85  # ... and above this part ...
COVERAGE_CLOSE = 2.0  # ... much more: such words have no excuse for leaving out what matters
UNTITLED = 0.65  # of that coverage where there is no title to cover
REWORDED = (0.25, 0.75)  # known parts of a summary in words of its own, which says in other words what it says, so ...
MIN_NEW_REWORDED = 0.22  # ... telling so much of the article suffices, ...
UNCOPIED = 0.05  # ... as it does for the article's words in an order of its own: hardly a phrase stands there, ...
MIN_NEW_UNCOPIED = 0.3  # ... where so much is told
PHRASE_WORDS, PHRASE_CHARACTERS, PHRASE_LETTERS = 3, 6, 14  # three words each: of Chinese, of Thai
COPIED = 0.75  # of its phrases stand in the article: a copy, which gains nothing on the extract and may be false, ...
COVERAGE_COPIED = (
    0.95  # ... unless it is word for word, and says as much of title and extract as the extract itself, ...
)
COVERAGE_PLACED = 0.6  # ... or joins what the article tells, and says so much of the title and what comes first, ...
KNOWN_PLACED = 0.8  # ... with few words of its own, and none where all else is copied
FIRST_SENTENCES = 2
REPHRASED = 0.5  # up to here nothing is a copy; between the two, more and more of that is asked for

_PAIRED = f"{UNSPACED}{HANGUL}"
_RUN = re.compile(rf"[{_PAIRED}]+|(?:(?![{_PAIRED}])[^\W_])(?:(?![{_PAIRED}])(?:[^\W_]|[{MARKS}]))*")
_IS_PAIRED = re.compile(f"[{_PAIRED}]")
_LETTER = re.compile(f"[{THAI_LAO}{MYANMAR}{KHMER}]")  # of an alphabet in which words do not stand apart

Units = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What a summary says of an article. Shares by importance; `title` is 0 where there is none."""

    title: float  # of the title
    extract: float  # of the extract
    known: float  # of the summary, what the article says, too, in these words or others
    copied: float  # ... in these words
    new: float  # what it knows beyond the title, against what the extract does
    phrased: float  # of its phrases, by number, those that stand in the article

    def suffices(self, *, titled: bool) -> bool:
        """Whether as much of title and extract is said as may be expected of such words."""
        reworded = self.copied <= REWORDED[1] and self.new >= MIN_NEW_REWORDED
        uncopied = self.phrased <= UNCOPIED and self.new >= MIN_NEW_UNCOPIED
        if self.known >= REWORDED[0] and (reworded or uncopied):
            return True
        needed = COVERAGE + COVERAGE_KNOWN * self.copied + COVERAGE_CLOSE * max(0.0, self.copied - CLOSE)
        return self.new >= MIN_NEW and self.title + self.extract >= (needed if titled else UNTITLED * needed)


@dataclass(frozen=True, slots=True)
class Scale:
    """How much each unit of an article matters: rare ones do, those of every sentence and short words hardly."""

    frequency: Mapping[str, int]  # sentences that have it
    sentences: int

    @classmethod
    def of(cls, sentences: Sequence[str]) -> Scale:
        return cls(Counter(chain.from_iterable(units(sentence) for sentence in sentences)), len(sentences))

    def weigh(self, found: Units) -> float:
        return sum(
            _weight(unit) * (log((1 + self.sentences) / (1 + self.frequency.get(unit, 0))) + FLOOR_IDF) ** 2
            for unit in sorted(found)  # the order of adding changes a sum
        )


def is_worthy(
    summary: Sequence[str],
    extract: str,
    *,
    title: str,
    sentences: Sequence[str],
    text: str,
    doubted: bool = False,
    placed: bool = False,
    retold: Sequence[str] = (),
) -> bool:
    """Whether a summary's sentences tell a reader as much as the extract of the same article, in one language.

    `sentences` are the article's, by which importance is weighed; `text` is all of it. A copy of the article must be
    as good as the extract, which is one; words of the model's own need to say less. `doubted` says that the answer had
    other sentences which were false, `placed` that the checks looked for the place that tells each clause. `retold`
    are the summary's sentences in words of the article for others of their meaning: by these is measured what they
    tell, and by those of the summary how much they copy.
    """
    whole = " ".join(summary)
    if not is_long_enough(whole, extract):
        return False
    said, told = phrases(whole), Counter(phrases(text))
    if _goes_in_circles(said, told):
        return False
    scale, known = Scale.of(sentences), units(text) | units(title)
    heard = [units(sentence) for sentence in retold or summary]
    if any(_known_share(sentence, known, scale) < MIN_KNOWN for sentence in heard):
        return False
    copied = _share(sum(phrase in told for phrase in said), len(said))
    found = _cover(frozenset().union(*heard), units(whole), units(extract), units(title), known, scale, copied)
    least = MIN_SUPPORT_DOUBTED if doubted else _least_support(len(sentences), placed=placed)
    is_mixed = doubted or copied >= MIXED
    if is_mixed and any(_support(sentence, sentences, title, scale) < least for sentence in heard):
        return False
    own = _cover(units(extract), units(extract), units(extract), units(title), known, scale, 1.0)
    closeness = min(1.0, max(0.0, copied - REPHRASED) / (COPIED - REPHRASED))
    wanted = closeness * (own.title + own.extract)
    folded = "".join(text.split())
    is_extract = all("".join(sentence.split()) in folded for sentence in summary)
    least_known = 1.0 if copied >= COPIED else KNOWN_PLACED
    if placed and not doubted and not is_extract and _long_known(whole, known, scale) >= least_known:
        begun = _begun(units(whole), sentences, scale)
        told_enough = found.title + max(found.extract, begun) >= COVERAGE_PLACED * wanted
        return told_enough and found.new >= MIN_NEW_REWORDED and found.suffices(titled=bool(title))
    if found.title + found.extract < COVERAGE_COPIED * wanted:
        return False
    return found.suffices(titled=bool(title)) if copied < COPIED else is_extract


def _least_support(sentences: int, *, placed: bool) -> float:
    return (MIN_SUPPORT_PLACED if placed else MIN_SUPPORT)[sentences >= LONG_SENTENCES]


def _begun(said: Units, sentences: Sequence[str], scale: Scale) -> float:
    """Share of what the article's first sentences say."""
    first = units(" ".join(sentences[:FIRST_SENTENCES]))
    return _share(scale.weigh(said & first), scale.weigh(first))


def _long_known(whole: str, known: Units, scale: Scale) -> float:
    """Share of a summary's long words, by weight, that the article has."""
    long = frozenset(unit for unit in units(whole) if _weight(unit) == 1)
    return _known_share(long, known, scale) if long - known else 1.0


def is_long_enough(summary: str, extract: str, *, translated: bool = False) -> bool:
    """Whether a summary is no mere beginning of one, beside the extract of the article."""
    least = MIN_LENGTH_TRANSLATED if translated else MIN_LENGTH
    return len(letters_of(summary)) >= least * len(letters_of(extract))


def _support(said: Units, sentences: Sequence[str], title: str, scale: Scale) -> float:
    """Share of what a sentence says that two neighbouring sentences of the article and its title say together."""
    titled = units(title)
    places = [units(one) | titled for one in sentences]
    pairs = [one | other for one, other in pairwise(places)] or places
    return max((_known_share(said, pair, scale) for pair in pairs), default=0.0)


def _cover(
    said: Units, written: Units, extract: Units, title: Units, known: Units, scale: Scale, phrased: float
) -> Coverage:
    return Coverage(
        title=_share(scale.weigh(said & title), scale.weigh(title)),
        extract=_share(scale.weigh(said & extract), scale.weigh(extract)),
        known=_known_share(said, known, scale),
        copied=_known_share(written, known, scale),
        new=_share(scale.weigh((said & known) - title), scale.weigh(extract - title), of_nothing=1.0),
        phrased=phrased,
    )


def _known_share(said: Units, known: Units, scale: Scale) -> float:
    return _share(scale.weigh(said & known), scale.weigh(said))


def units(text: str) -> Units:
    """Divide a text into what is compared: beginnings of words; where words do not stand apart, pairs of characters.

    Of an alphabet as many letters as of a beginning: two, as in Chinese, would stand in any Thai text.
    """
    found: set[str] = set()
    for run in _RUN.findall(text.casefold()):
        if _LETTER.match(run):
            found.update(run[at : at + STEM_CHARS] for at in range(max(1, len(run) - STEM_CHARS + 1)))
        elif _IS_PAIRED.match(run):
            found.update(map("".join, pairwise(run)) if len(run) > 1 else (run,))
        else:
            found.add(run[:STEM_CHARS])
    return frozenset(found)


def _weight(unit: str) -> float:
    return SHORT_WEIGHT if len(unit) < STEM_CHARS and unit.isalpha() and not _IS_PAIRED.match(unit) else 1.0


def phrases(text: str) -> list[str]:
    """List the runs of a few words, or of some characters where words do not stand apart, that a text consists of."""
    runs = _RUN.findall(text.casefold())
    tokens = [token for run in runs for token in (run if _IS_PAIRED.match(run) else (run,))]
    unspaced = PHRASE_LETTERS if 2 * len(_LETTER.findall(text)) > len(tokens) else PHRASE_CHARACTERS
    size = unspaced if len(tokens) > 2 * len(runs) else PHRASE_WORDS
    return [" ".join(tokens[at : at + size]) for at in range(len(tokens) - size + 1)]


def _goes_in_circles(said: Sequence[str], told: Mapping[str, int]) -> bool:
    """Whether a summary repeats what the article does not."""
    repeated = [phrase for phrase, times in Counter(said).items() if times > max(1, told.get(phrase, 0))]
    return len(repeated) > MAX_REPEATED


def _share(part: float, whole: float, *, of_nothing: float = 0.0) -> float:
    return part / whole if whole else of_nothing
