"""Makes `summarizer/weights.py` and says how well it does: `python benchmarks/fit_ranking.py --data FOLDER [--write]`.

Every pair of candidate sentences of an article that fits the limit is scored by its mean ROUGE-1/2/L against the
reference. The weights maximise the expected ROUGE of a softmax choice among an article's pairs (policy gradient in
closed form, L-BFGS, L2 penalty), articles weighed by the inverse of their language's count to the power LANGUAGE_POWER
so that the languages with many rows do not decide alone. Five-fold cross-validation by article, on shuffled folds,
tells what other articles can expect; only then are the weights made from all rows.

The first two sentences are a strong summary of news, so a choice must have proved itself: it is made only in languages
whose held-out articles gain by it (RANKED_LANGUAGES). In the others, in those with too few articles to tell and in
those never seen, the first two sentences stand. German papers, for one, print a standfirst there.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from rouge import lead
from scipy.optimize import minimize
from sklearn.linear_model import Ridge
from summary_rows import read_rows, rouge

from summarizer.base import Document
from summarizer.extractive import candidate_sentences, max_chars
from summarizer.ranking import RANKED_SENTENCES, SAME_TEXT, Article

PENALTY = 5e-5
LANGUAGE_POWER = 0.3
START_SCALE = 30.0  # from the slopes of a ridge regression to those of a softmax
FOLDS = 5
SEEDS = (0, 1, 2)
ENOUGH_ROWS = 4  # fewer say nothing of a language
WEIGHTS_FILE = Path(__file__).parent.parent / "summarizer" / "weights.py"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An article's pairs: their features and what each would score."""

    language: str
    features: np.ndarray  # pairs x features
    scores: np.ndarray  # pairs x (ROUGE-1, 2, L)
    lead: np.ndarray  # what the first two sentences score

    @property
    def gains(self) -> np.ndarray:
        means = self.scores.mean(axis=1)
        return (means - means.mean()) / 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """A linear score on standardised features; the mean of a feature changes no choice."""

    values: np.ndarray

    def choose(self, example: Example) -> int:
        return int((example.features @ self.values).argmax())


def main() -> None:
    """Print the cross-validated gain over the lead and, if asked to, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--kinds", nargs="+", default=["summary", "standfirst"])
    parser.add_argument("--write", action="store_true", help="write summarizer/weights.py")
    arguments = parser.parse_args()
    examples, names = read_examples(arguments.data, arguments.kinds)
    held_out = cross_validate(examples)
    leads = np.array([example.lead for example in examples])
    ranked = gaining_languages(examples, leads, held_out)
    kept = np.array([example.language not in ranked for example in examples])[:, None]
    mixed = np.where(kept, leads, held_out)
    report = f"lead-2 {_cells(leads)}, held-out articles {_cells(mixed)} ({len(examples)} articles)"
    print(report)
    if arguments.write:
        WEIGHTS_FILE.write_text(render(names, fit(examples), ranked, report), "utf-8")
        print(f"wrote {WEIGHTS_FILE}")


def read_examples(folder: Path, kinds: Sequence[str]) -> tuple[list[Example], list[str]]:
    """Read the articles that leave a choice, and the names of the features, "sentence." and "pair." before them."""
    examples: list[Example] = []
    names: list[str] = []
    for row in read_rows(folder, kinds):
        language, sentences = candidate_sentences(Document(text=row.text, title=row.title))
        sentences = sentences[:RANKED_SENTENCES]
        limit = max_chars(language, 2)
        article = Article.read(sentences, row.title, max_chars=limit)
        pairs = [
            (left, right)
            for left, right in combinations(article.candidates(), 2)
            if len(sentences[left]) + len(sentences[right]) < limit and article.overlap(left, right) < SAME_TEXT
        ]
        if len(pairs) < 2:
            continue
        features = [pair_vector(article, left, right) for left, right in pairs]
        names = list(features[0])
        examples.append(
            Example(
                language=language,
                features=np.array([list(vector.values()) for vector in features]),
                scores=np.array([rouge(row.summary, f"{sentences[left]} {sentences[right]}") for left, right in pairs]),
                lead=np.array(rouge(row.summary, lead(row, 2))),
            )
        )
    return examples, names


def pair_vector(article: Article, left: int, right: int) -> dict[str, float]:
    """Give what `choose` weighs for a pair: both sentences' features added up, and the pair's own."""
    first, second = article.sentence_features(left), article.sentence_features(right)
    pair = article.pair_features(left, right, overlap=article.overlap(left, right))
    own = {f"sentence.{name}": value + second[name] for name, value in first.items()}
    return own | {f"pair.{name}": value for name, value in pair.items()}


def fit(examples: Sequence[Example]) -> Weights:
    """Maximise the expected gain of a softmax choice."""
    features = np.vstack([example.features for example in examples])
    gains = np.concatenate([example.gains for example in examples])
    sizes = np.array([len(example.gains) for example in examples])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    spread = features.std(axis=0) + 1e-9
    scaled = (features - features.mean(axis=0)) / spread
    counts = Counter(example.language for example in examples)
    shares = np.array([float(counts[example.language]) ** -LANGUAGE_POWER for example in examples])
    shares /= shares.sum()
    ridge = Ridge(alpha=30).fit(scaled, gains, np.repeat(shares * len(examples) / sizes, sizes))

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        values = scaled @ weights
        powers = np.exp(values - np.repeat(np.maximum.reduceat(values, starts), sizes))
        chances = powers / np.repeat(np.add.reduceat(powers, starts), sizes)
        expected = np.add.reduceat(chances * gains, starts)
        slope = scaled.T @ (chances * (gains - np.repeat(expected, sizes)) * np.repeat(shares, sizes))
        return -(shares * expected).sum() + PENALTY * (weights @ weights), -slope + 2 * PENALTY * weights

    found = minimize(loss, ridge.coef_ * START_SCALE, jac=True, method="L-BFGS-B", options={"maxiter": 150})
    return Weights(values=found.x / spread)


def cross_validate(examples: Sequence[Example]) -> np.ndarray:
    """Give what the choice scores on each article when its weights come from others: articles x (ROUGE-1, 2, L)."""
    scores = np.zeros((len(SEEDS), len(examples), 3))
    for number, seed in enumerate(SEEDS):
        fold = np.random.RandomState(seed).permutation(len(examples)) % FOLDS
        for part in range(FOLDS):
            weights = fit([example for example, its in zip(examples, fold, strict=True) if its != part])
            for index in np.flatnonzero(fold == part):
                scores[number, index] = examples[index].scores[weights.choose(examples[index])]
    return scores.mean(axis=0)


def gaining_languages(examples: Sequence[Example], leads: np.ndarray, held_out: np.ndarray) -> list[str]:
    """Name the languages with enough articles whose choice beats the lead, by ROUGE-1 and by the mean."""
    gaining = []
    for language in sorted({example.language for example in examples}):
        rows = [index for index, example in enumerate(examples) if example.language == language]
        gain = (held_out[rows] - leads[rows]).mean(axis=0)
        if len(rows) >= ENOUGH_ROWS and min(gain[0], gain.mean()) > 0:
            gaining.append(language)
    return gaining


def render(names: Sequence[str], weights: Weights, ranked: Sequence[str], report: str) -> str:
    """Give the text of summarizer/weights.py."""
    lines = [
        '"""The weights of `summarizer/ranking.py`. Made by `benchmarks/fit_ranking.py --write`, which says how;',
        "do not edit by hand.",
        "",
        *_wrapped(f"Five-fold cross-validation: ROUGE-1/2/L of {report}."),
        '"""',
        "",
        "from __future__ import annotations",
        "",
        "from collections.abc import Mapping",
        "",
        "# Languages in which the choice has proved better than the first two sentences.",
        "RANKED_LANGUAGES = frozenset(",
        "    {",
        *(f'        "{language}",' for language in ranked),
        "    }",
        ")",
    ]
    for prefix in ("sentence", "pair"):
        lines += ["", f"{prefix.upper()}_WEIGHTS: Mapping[str, float] = {{"]
        for name, value in zip(names, weights.values, strict=True):
            if name.startswith(f"{prefix}."):
                lines.append(f'    "{name.removeprefix(f"{prefix}.")}": {value:.4f},')
        lines.append("}")
    return "\n".join(lines) + "\n"


def _cells(scores: np.ndarray) -> str:
    return "/".join(f"{value:.2f}" for value in scores.mean(axis=0))


def _wrapped(text: str, width: int = 118) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


if __name__ == "__main__":
    main()
