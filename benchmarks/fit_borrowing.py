"""Makes the weights by which words from elsewhere are judged: `python -m benchmarks.fit_borrowing --data FOLDER`.

True sentences: true answers and plants, and the references of every second row of the folder. False ones: false answers
and plants, and a name of the article planted in another's place. Each counts by the clause and the place that
decide about it. Prints the weights, and for each limit how many sentences this check refuses;
every second article of the answers, and the references and plants of the other rows, are held out.
"""

from __future__ import annotations

import argparse
import json
import random
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from benchmarks.answers import FOLDER
from benchmarks.claims import PLANTS, SEED, articles_of, plant_borrowed_name, plant_swapped_names
from summarizer.checks.borrowing import LEAST, WEIGHTS, Signs, foreign_words
from summarizer.checks.clauses import Passage, passages
from summarizer.checks.telling import is_readable, told_by
from summarizer.sentences import split_sentences

ROUNDS = 6
COUNTS = {"answers": 3.0, "rated": 0.5}  # of a sentence of an answer, for which the check is made, and of a rated one
FREEDOM = 0.3  # of the weights: the inverse of the strength by which the regression keeps them small
HELD_OUT = "held out"
BEST = 5  # of five


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence, with the signs beside each place that might tell each of its clauses."""

    group: str
    is_true: bool
    clauses: list[list[Signs]]

    def deciding(self, weights: list[float]) -> Signs:
        """Return the signs of the clause that stands out most, beside the place where it does so least."""
        return max((min(clause, key=partial(weigh, weights)) for clause in self.clauses), key=partial(weigh, weights))

    def score(self, weights: list[float]) -> float:
        """Return the sum that the limit is compared with."""
        return weigh(weights, self.deciding(weights)) if self.clauses else -np.inf


def weigh(weights: list[float], signs: Sequence[float]) -> float:
    """Return the sum of signs."""
    return float(np.dot(weights, signs))


def main() -> None:
    """Print the weights, and what the present and the new ones refuse."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of LANG.jsonl files")
    parser.add_argument("--rated", type=Path, help="JSON Lines: articles with rated answers of models, as in SummEval")
    arguments = parser.parse_args()
    sentences = list(read_all(arguments.data))
    if arguments.rated:
        sentences += read_rated(arguments.rated)
    weights, start = fit([one for one in sentences if one.clauses and HELD_OUT not in one.group])
    print(dict(zip(Signs._fields, (round(weight, 2) for weight in weights), strict=True)))
    print_refused("present", sentences, list(WEIGHTS), LEAST)
    for limit in (-1.0, -0.5, 0.0, 0.5, 1.0):
        print_refused(f"{limit - start:.2f}", sentences, weights, limit - start)


def fit(sentences: list[Sentence]) -> tuple[list[float], float]:
    """Return the weights and what is added to them, by the places that decide under the last ones."""
    weights, start = list(WEIGHTS), 0.0
    counts = np.array([COUNTS.get(one.group, 1.0) for one in sentences])
    false = np.array([not one.is_true for one in sentences])
    for side in (false, ~false):
        counts[side] /= counts[side].mean()
    counts /= np.where(false, false.mean(), 1 - false.mean())
    for _ in range(ROUNDS):
        signs = np.array([one.deciding(weights) for one in sentences], float)
        scaler = StandardScaler().fit(signs)
        model = LogisticRegression(C=FREEDOM, max_iter=1000).fit(scaler.transform(signs), false, counts / 2)
        weights = [float(weight) for weight in model.coef_[0] / scaler.scale_]
        start = float(model.intercept_[0]) - weigh(weights, scaler.mean_)
    return weights, start


def print_refused(name: str, sentences: list[Sentence], weights: list[float], least: float) -> None:
    """Print how many sentences of each group are refused."""
    groups: dict[str, list[bool]] = defaultdict(list)
    for one in sentences:
        groups[f"{one.group}, {'true' if one.is_true else 'false'}"].append(one.score(weights) >= least)
    print(f"{name}: " + "; ".join(f"{group} {sum(found)} of {len(found)}" for group, found in sorted(groups.items())))


def read_all(folder: Path) -> Iterator[Sentence]:
    """Give every sentence of the answers, the plants and the folder."""
    for path in sorted(FOLDER.glob("*.toml")):
        for at, article in enumerate(tomllib.loads(path.read_text("utf-8"))["articles"]):
            title, text, language = article["title"], article["text"].strip(), article["language"]
            group = f"answers {HELD_OUT}" if at % 2 else "answers"
            for is_true, answer in [
                *((True, one) for one in article["true"]),
                *((False, one) for _, one in article["false"]),
            ]:
                for sentence in split_sentences(answer, language):
                    yield read(sentence, title, text, language, group=group, is_true=is_true)
    for path in sorted(PLANTS.glob("*.toml")):
        for article in tomllib.loads(path.read_text("utf-8"))["articles"]:
            for kind, planted in {"": article["true"], **article["false"]}.items():
                for sentence in planted:
                    text = article["text"].strip()
                    yield read(sentence, article["title"], text, path.stem, group="plants", is_true=not kind)
    for row in (0, 1):
        yield from read_folder(folder, row)


def read_folder(folder: Path, row: int) -> Iterator[Sentence]:
    """Give the references of every second row, and what is planted in them and in the articles' beginnings."""
    group = f" {HELD_OUT}" if row else ""
    dice = random.Random(SEED)
    for article in articles_of(folder, row):
        title, text, language = article.row.title, article.row.text, article.language
        own = article.own_words(0.85)
        for sentence in split_sentences(article.row.summary, language):
            yield read(sentence, title, text, language, group=f"references{group}", is_true=True)
        for sentence in [*own, *split_sentences(text, language)[:3]]:
            for plant in (plant_borrowed_name, plant_swapped_names):
                false = plant(sentence, article, dice)
                if false is not None and false not in article.whole:
                    yield read(false, title, text, language, group=f"names{group}", is_true=False)


def read_rated(path: Path) -> Iterator[Sentence]:
    """Give what models wrote and every rater found wholly consistent with its article; every second one held out."""
    for at, line in enumerate(path.read_text("utf-8").splitlines()):
        article = json.loads(line)
        for system in article["systems"]:
            if all(rating["consistency"] == BEST for rating in system["expert"]):
                for sentence in split_sentences(system["summary"], "en"):
                    group = f"rated {HELD_OUT}" if at % 2 else "rated"
                    yield read(sentence, "", article["text"], "en", group=group, is_true=True)


def read(sentence: str, title: str, text: str, language: str, *, group: str, is_true: bool) -> Sentence:
    """Read the signs of one sentence."""
    article, claim = passages(title, text, language), Passage.read(sentence, language)
    known = is_readable(language) and claim.folded not in article.text
    found = foreign_words(claim, article, told_by(title, text, language)) if known else ()
    return Sentence(group=group, is_true=is_true, clauses=[signs for _, signs in found])


if __name__ == "__main__":
    main()
