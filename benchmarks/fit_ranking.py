"""Makes the ranking weights and says how well they do: `python -m benchmarks.fit_ranking --data FOLDER [--write]`.

Every pair of candidate sentences of an article that fits the limit is scored by its mean ROUGE-1/2/L against the
reference. The weights maximise the expected ROUGE of a softmax choice among an article's pairs (policy gradient in
closed form, L-BFGS, L2 penalty). Only pairs that the program may choose are scored: none in which a sentence leans on
one that is left out. One set of weights serves every language: articles of a language that the weights have never seen
gain as much by them as those of one they were fitted on (the figure "unseen languages").

In some languages the reference is the article's own beginning, as German papers print a standfirst there. The first
two sentences stand in those where they score more than the choice on held-out articles (`lead_languages`). The
figure "held-out articles" is nested: in five folds, on shuffled articles, the weights and the list both come from the
other folds, the list by cross-validation inside them.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.linear_model import Ridge

from benchmarks.rouge import lead
from benchmarks.summary_rows import read_rows, rouge
from summarizer.base import Document
from summarizer.extractive.extract import candidates_of, needs_of
from summarizer.extractive.ranking import PAIR_FEATURES, RANKED_SENTENCES, SENTENCE_FEATURES, Article, options_of
from summarizer.limits import joint, max_chars

PENALTY = 2e-5
START_SCALE = 30.0  # from the slopes of a ridge regression to those of a softmax
FOLDS = 5
SEEDS = (0, 1)
Floats: TypeAlias = NDArray[np.float64]
WEIGHTS_FILE = Path(__file__).parent.parent / "summarizer" / "extractive" / "weights.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An article's pairs: their features and what each would score."""

    language: str
    kind: str
    features: Floats  # pairs x features
    scores: Floats  # pairs x (ROUGE-1, 2, L)
    opening: Floats  # what the first sentence and the next that fits score
    lead: Floats  # what the article's first two sentences score, furniture and all, at any length

    @property
    def gains(self) -> Floats:
        means = self.scores.mean(axis=1)
        gains: Floats = (means - means.mean()) / 100
        return gains


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """A linear score on standardised features; the mean of a feature changes no choice."""

    values: Floats

    def choose(self, example: Example) -> int:
        return int((example.features @ self.values).argmax())


def main() -> None:
    """Print the cross-validated gain over the lead and, if asked to, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--kinds", nargs="+", default=["summary", "standfirst"])
    parser.add_argument("--counted", nargs="+", default=["summary"], help="kinds that the figures are averaged over")
    parser.add_argument("--write", action="store_true", help="write summarizer/extractive/weights.toml")
    arguments = parser.parse_args()
    examples = read_examples(arguments.data, arguments.kinds)
    leads = np.array([example.lead for example in examples])
    counted = np.array([example.kind in arguments.counted for example in examples])
    report = ", ".join(
        f"{name} {_cells(scores[counted])}"
        for name, scores in (
            ("lead-2", leads),
            ("held-out articles", nested(examples)),
            ("unseen languages", leave_languages_out(examples)),
        )
    )
    report += f" ({counted.sum()} articles)"
    print(report)
    lead_languages = losing_languages(examples, cross_validate(examples, SEEDS))
    print("lead languages:", *lead_languages)
    if arguments.write:
        WEIGHTS_FILE.write_text(render(fit(examples), lead_languages, report), "utf-8")
        print(f"wrote {WEIGHTS_FILE}")


def read_examples(folder: Path, kinds: Sequence[str]) -> list[Example]:
    """Read the articles that leave any sentence; one that leaves no choice scores what its only one does."""
    examples: list[Example] = []
    for row in read_rows(folder, kinds):
        language, found = candidates_of(Document(text=row.text, title=row.title))
        found = found[:RANKED_SENTENCES]
        sentences = [candidate.text for candidate in found]
        limit = max_chars(language, 2)
        article = Article.read(sentences, row.title, max_chars=limit)
        options = options_of(article, needs_of(found, language), max_chars=limit, joint=len(joint(language)))
        pairs = options.standing
        first = options.alone[0] if options.alone else 0
        texts = (
            [f"{sentences[left]} {sentences[right]}" for left, right in pairs] or sentences[first : first + 1] or [""]
        )
        opening = texts[0] if not pairs or first in pairs[0] else sentences[first]
        features = [pair_vector(article, left, right) for left, right in pairs]
        examples.append(
            Example(
                language=language,
                kind=row.kind,
                features=np.array(features or [[0.0] * (len(SENTENCE_FEATURES) + len(PAIR_FEATURES))]),
                scores=np.array([rouge(row.summary, text) for text in texts]),
                opening=np.array(rouge(row.summary, opening)),
                lead=np.array(rouge(row.summary, lead(row, 2))),
            )
        )
    return examples


def pair_vector(article: Article, left: int, right: int) -> list[float]:
    """Give what `choose` weighs for a pair: both sentences' features added up, and the pair's own."""
    first, second = article.sentence_features(left), article.sentence_features(right)
    own = [one + other for one, other in zip(first, second, strict=True)]
    return [*own, *article.pair_features(left, right, overlap=article.overlap(left, right))]


def fit(examples: Sequence[Example]) -> Weights:
    """Maximise the expected gain of a softmax choice."""
    features = np.vstack([example.features for example in examples])
    gains = np.concatenate([example.gains for example in examples])
    sizes = np.array([len(example.gains) for example in examples])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    spread = features.std(axis=0) + 1e-9
    scaled = (features - features.mean(axis=0)) / spread
    share = 1 / len(examples)
    ridge = Ridge(alpha=30).fit(scaled, gains, np.repeat(1 / sizes, sizes))

    def loss(weights: Floats) -> tuple[float, Floats]:
        values = scaled @ weights
        powers = np.exp(values - np.repeat(np.maximum.reduceat(values, starts), sizes))
        chances = powers / np.repeat(np.add.reduceat(powers, starts), sizes)
        expected = np.add.reduceat(chances * gains, starts)
        slope = scaled.T @ (chances * (gains - np.repeat(expected, sizes))) * share
        return -share * expected.sum() + PENALTY * (weights @ weights), -slope + 2 * PENALTY * weights

    found = minimize(loss, ridge.coef_ * START_SCALE, jac=True, method="L-BFGS-B", options={"maxiter": 150})
    return Weights(values=found.x / spread)


def cross_validate(examples: Sequence[Example], seeds: Sequence[int]) -> Floats:
    """Give what the choice scores on each article when its weights come from others: articles x (ROUGE-1, 2, L)."""
    scores = np.zeros((len(seeds), len(examples), 3))
    for number, seed in enumerate(seeds):
        for inside, outside in _folds(len(examples), seed):
            weights = fit([examples[index] for index in inside])
            for index in outside:
                scores[number, index] = examples[index].scores[weights.choose(examples[index])]
    means: Floats = scores.mean(axis=0)
    return means


def nested(examples: Sequence[Example]) -> Floats:
    """Give the same, with the choice of languages made inside the folds too."""
    scores = np.zeros((len(SEEDS), len(examples), 3))
    for number, seed in enumerate(SEEDS):
        for inside, outside in _folds(len(examples), seed):
            known = [examples[index] for index in inside]
            weights, lead_languages = fit(known), losing_languages(known, cross_validate(known, [seed]))
            for index in outside:
                scores[number, index] = _scored(examples[index], weights, lead_languages)
    means: Floats = scores.mean(axis=0)
    return means


def leave_languages_out(examples: Sequence[Example]) -> Floats:
    """Give what the choice scores in each language with weights from the others, no language's lead preferred."""
    scores = np.zeros((len(examples), 3))
    for language in {example.language for example in examples}:
        weights = fit([example for example in examples if example.language != language])
        for index, example in enumerate(examples):
            if example.language == language:
                scores[index] = example.scores[weights.choose(example)]
    return scores


def losing_languages(examples: Sequence[Example], held_out: Floats) -> list[str]:
    """Name the languages in which the opening scores more than the choice, by the mean of the measures."""
    gains = (held_out - np.array([example.opening for example in examples])).mean(axis=1)
    sums: Counter[str] = Counter()
    for example, gain in zip(examples, gains, strict=True):
        sums[example.language] += gain
    return sorted(language for language, gain in sums.items() if gain < 0)


def _scored(example: Example, weights: Weights, lead_languages: Sequence[str]) -> Floats:
    if example.language in lead_languages:
        return example.opening
    chosen: Floats = example.scores[weights.choose(example)]
    return chosen


def _folds(count: int, seed: int) -> Iterator[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    fold = np.random.RandomState(seed).permutation(count) % FOLDS
    for part in range(FOLDS):
        yield np.flatnonzero(fold != part), np.flatnonzero(fold == part)


def render(weights: Weights, lead_languages: Sequence[str], report: str) -> str:
    """Text of summarizer/extractive/weights.toml."""
    lines = [
        "# The weights of `summarizer.extractive.ranking`. Made by `benchmarks.fit_ranking --write`, which says how;",
        "# do not edit by hand.",
        "#",
        *_wrapped(f"ROUGE-1/2/L in nested five-fold cross-validation: {report}."),
        "",
        "# Languages whose references are mostly the article's beginning: there the first two sentences stand.",
        f"lead_languages = [{_quoted(lead_languages)}]",
    ]
    values = iter(weights.values)
    for section, names in (("sentence", SENTENCE_FEATURES), ("pair", PAIR_FEATURES)):
        lines += ["", f"[{section}]", *(f"{name} = {next(values):.4f}" for name in names)]
    return "\n".join(lines) + "\n"


def _cells(scores: Floats) -> str:
    return "/".join(f"{value:.2f}" for value in scores.mean(axis=0))


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _wrapped(text: str, width: int = 118) -> list[str]:
    lines = ["#"]
    for word in text.split():
        if len(lines[-1]) + 1 + len(word) > width:
            lines.append("#")
        lines[-1] = f"{lines[-1]} {word}"
    return lines


if __name__ == "__main__":
    main()
