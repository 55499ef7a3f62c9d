"""Makes the weights of the signs by which stories are found: `python -m benchmarks.fit_stories --data DIR`.

Pairs of texts of the half `tune` of `benchmarks.story_sets`, in a store that has read the other half's texts and in a
fresh one. Pairs with hours between them count once more as if they came at once, and some texts are told again as other
sites take them over: in part, under much the same title. Prints the weights, and what each limit would join of every
set by models that have not seen the pairs' families.
"""

from __future__ import annotations

import argparse
import random
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import combinations
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from benchmarks.story_sets import (
    HALVES,
    NOON,
    Labelled,
    Text,
    blind,
    families,
    half_of,
    nyan,
    posts,
    series,
    tellings,
    twins,
    unseen,
)
from bot.models.articles import StorySketch
from bot.stories.clusters import WINDOW
from bot.stories.conflicts import is_conflict
from bot.stories.copies import are_copies, is_next_in_series
from bot.stories.signs import Signs, signs_of
from bot.stories.similarity import LEAST_SHARED
from bot.stories.sketches import sketch, usual_terms
from bot.stories.weights import COUNTERS, TermWeights, Weights, counters_of, weight_of

COUNTED = {
    "nyan": 3.0,
    "nyan, the other half": 3.0,
    "tellings": 0.3,
    "twins": 0.5,
    "posts": 0.2,
    "series": 0.3,
    "copies": 0.3,
    "sequels": 2.0,
}  # others: 1
AT_ONCE = timedelta(minutes=20)
AT_ONCE_COUNTED = 0.5
MOST_OTHERS = 3000  # of the pairs of a set that tell different things and share most
COPIES = 300
LIMITS = (0.5, 1.0, 1.5, 2.0, 2.5)
SEED = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two texts of a set: whether they tell the same, their signs, and the family of which a model sees all or none."""

    of: str
    family: str
    is_same: bool
    signs: Signs
    counted: float


class Reading:
    """The sketches of texts, and what their terms weigh in a store that has read them and the known ones."""

    def __init__(self, texts: Sequence[Text], known: Sequence[Text]) -> None:
        self._counts = array("I", bytes(4 * COUNTERS))
        self._articles: Counter[int] = Counter()
        for text in known:
            self._read(text)
        self.sketches = {text.name: self._read(text) for text in texts}
        self._weights: dict[int, TermWeights] = {}

    def weights(self, language: int) -> Weights:
        """The weights of the terms of a language, once all is read."""
        if language not in self._weights:
            among, usual = self._articles[language], usual_terms(language)
            self._weights[language] = TermWeights(language, self._counts, among=among, usual=usual)
        return self._weights[language]

    def _read(self, text: Text) -> StorySketch:
        found = sketch(text.title, text.text, language=text.language, publisher=text.publisher)
        for counter in counters_of(found.terms, found.language).values():
            self._counts[counter] += 1
        self._articles[found.language] += 1
        return found


def main() -> None:
    """Print the weights, and what other limits than 0 would join."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with cluster/, summ/ and posts/")
    pairs = list(read_all(parser.parse_args().data))
    signs = np.array([pair.signs for pair in pairs], float)
    same, counted = np.array([pair.is_same for pair in pairs]), np.array([pair.counted for pair in pairs])
    unseen_scores = np.zeros(len(pairs))
    for seen, held_out in GroupKFold(5).split(signs, same, [pair.family for pair in pairs]):
        weights, start = fit(signs[seen], same[seen], counted[seen])
        unseen_scores[held_out] = signs[held_out] @ weights + start
    print_joined(pairs, unseen_scores)
    weights, start = fit(signs, same, counted)
    for name, weight, spread in zip(Signs._fields, weights, signs.std(axis=0), strict=True):
        print(f"    {name}={weight:.2f},  # x {spread:.2f}: {weight * spread:+.2f}")
    print(f"START = {start:.2f}")


def fit(signs: np.ndarray, same: np.ndarray, counted: np.ndarray) -> tuple[np.ndarray, float]:
    """Return the weights of signs as they are, and what is added to their sum."""
    scaler, model = StandardScaler(), LogisticRegression(C=0.3, max_iter=3000)
    make_pipeline(scaler, model).fit(signs, same, logisticregression__sample_weight=counted)
    weights = model.coef_[0] / scaler.scale_
    return weights, float(model.intercept_[0] - weights @ scaler.mean_)


def print_joined(pairs: Sequence[Pair], scores: np.ndarray) -> None:
    """Print precision, wrong pairs and recall of each set for every limit."""
    for of in dict.fromkeys(pair.of for pair in pairs):
        found = []
        chosen = [(pair.is_same, score) for pair, score in zip(pairs, scores, strict=True) if pair.of == of]
        for limit in LIMITS:
            right = sum(is_same for is_same, score in chosen if score >= limit)
            wrong = sum(not is_same for is_same, score in chosen if score >= limit)
            recall = right / max(1, sum(is_same for is_same, _ in chosen))
            found.append(f"{limit}: {right / max(1, right + wrong):.3f} ({wrong:3}) {recall:.3f}")
        print(f"{of:<10}", "   ".join(found))


def read_all(data: Path, half: str = HALVES[0]) -> Iterator[Pair]:
    """Give the pairs of the half, each of an experienced and of a fresh store."""
    other = HALVES[half == HALVES[0]]
    makers = ((nyan, data / "cluster/nyan"), (tellings, data / "summ"), (posts, data / "posts"))
    background = [text for make, folder in makers for text in make(folder, other).texts]
    sets = [make(folder, half) for make, folder in makers]
    named = [
        in_half(unseen(f"story_{name}.tsv", title=name), half)
        for name in ("pairs", "names", "kinds", "sequels", "fresh")
    ]
    retold = copies([text for labelled in sets for text in labelled.texts])
    people = replace(
        nyan(data / "cluster/nyan", other), name="nyan, the other half"
    )  # few pairs, but people labelled them
    blinds = [blind(half, name) for name in ("blind", "outlets", "desks", "previews")]
    for labelled in (*sets, people, series(), twins(half), *blinds, *named, families(), retold):
        for known in (background, []):
            yield from read(labelled, Reading(labelled.texts, known))


def read(labelled: Labelled, reading: Reading) -> Iterator[Pair]:
    """Give the pairs of a set that may be the same, and are no matter for other rules."""
    texts = {text.name: text for text in labelled.texts}
    pairs = [(sorted(pair), True) for pair in labelled.same]
    pairs += [(sorted(pair), False) for pair in others(labelled, reading, texts)]
    for names, is_same in sorted(pairs):
        old, new = sorted(map(texts.__getitem__, names), key=lambda text: text.at)
        later, first = reading.sketches[new.name], reading.sketches[old.name]
        weights = reading.weights(later.language)
        if later.publisher == first.publisher or are_copies(later, first) or is_next_in_series(later, first):
            continue
        if is_conflict(later, first) or weight_of(later.terms & first.terms, weights) < LEAST_SHARED:
            continue
        times = [(new.at - old.at, 1.0)]
        if new.at - old.at > AT_ONCE:
            times.append((AT_ONCE, AT_ONCE_COUNTED))
        for apart, share in times:
            yield Pair(
                of=labelled.name if apart == times[0][0] else f"{labelled.name}*",
                family=f"{labelled.name} {old.name.split(':')[0]}",
                is_same=is_same,
                signs=signs_of(later, first, weights, apart=apart),
                counted=share * COUNTED.get(labelled.name, 1.0),
            )


def others(labelled: Labelled, reading: Reading, texts: dict[str, Text]) -> Iterator[frozenset[str]]:
    """The pairs that tell different things; where all others do, those that share most."""
    if labelled.different is not None:
        yield from labelled.different
        return
    by_language = defaultdict(list)
    for name, found in reading.sketches.items():
        by_language[found.language].append((name, found))
    shared = []
    for language, told in by_language.items():
        for (one, its), (other, others) in combinations(told, 2):
            pair = frozenset((one, other))
            if pair not in labelled.same and abs(texts[one].at - texts[other].at) <= WINDOW:
                shared.append((weight_of(its.terms & others.terms, reading.weights(language)), sorted(pair)))
    yield from (frozenset(pair) for _, pair in sorted(shared, reverse=True)[:MOST_OTHERS])


def in_half(labelled: Labelled, half: str) -> Labelled:
    """Of a set that is not halved the pairs whose first title belongs to the half."""
    titles = {text.name: text.title for text in labelled.texts}
    assert labelled.different is not None
    same, different = (
        frozenset(pair for pair in pairs if half_of(titles[min(pair)]) == half)
        for pairs in (labelled.same, labelled.different)
    )
    return replace(labelled, same=same, different=different)


def copies(texts: Sequence[Text]) -> Labelled:
    """Texts, and what other sites make of them: a part of the sentences, under the title or a part of it."""
    dice = random.Random(SEED)
    told: list[Text] = []
    same = set()
    for number, text in enumerate(dice.sample([text for text in texts if len(text.text) > 150], COPIES)):
        words, title = text.text.split(" "), text.title.split(" ")
        start, end = dice.choice(((0.0, 1.0), (0.0, 0.6), (0.1, 1.0), (0.2, 0.8)))
        kept = " ".join(words[int(start * len(words)) : max(int(end * len(words)), 1)])
        names = f"{number}:a", f"{number}:b"
        told += (
            replace(text, name=names[0], publisher="a", at=NOON),
            replace(text, name=names[1], publisher="b", at=NOON + timedelta(hours=dice.choice((0, 1, 3, 9))),
                    title=" ".join(title[: dice.choice((len(title), len(title), -1))]) or text.title, text=kept),
        )  # fmt: skip
        same.add(frozenset(names))
    return Labelled(name="copies", texts=told, same=frozenset(same), different=frozenset())


if __name__ == "__main__":
    main()
