"""Makes the ranking weights and says how well they do: `python -m benchmarks.fit_ranking --data FOLDER [--write]`.

Every set of one or two candidate sentences of an article that fits the limit is scored by its mean ROUGE-1/2/L against
the reference. The weights are those of a ridge regression, in closed form, of what a set scores above the mean of its
article's sets, each article counting the same. Only sets that the program may choose are scored: none in which a
sentence leans on one that is left out. One set of weights serves every language: articles of a language that the
weights have never seen gain nearly as much by them (the figure "unseen languages"). A softmax choice that maximises its
expected ROUGE instead of a regression, boosted trees, and weights of their own for each language score less.

In some languages the reference is the article's own beginning, as German papers print a standfirst there. The first
two sentences stand in those where they score more than the choice on held-out articles by a standard error
(`lead_languages`), of the counted kinds only. The figure "held-out articles" is nested: in five folds, on shuffled
articles, the weights and the list both come from the other folds, the list by cross-validation inside them.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from benchmarks.rouge import lead
from benchmarks.summary_rows import read_rows, rouge
from summarizer.base import Document
from summarizer.extractive.article import RANKED_SENTENCES, SENTENCE_FEATURES, SET_FEATURES, Article
from summarizer.extractive.extract import candidates_of, needs_of
from summarizer.extractive.ranking import opening, options_of
from summarizer.limits import joint, max_chars

PENALTY = 0.01  # for each article, on weights of features of which each spreads by 1 within an article
NOISE = 7.0  # points of ROUGE by which the choice and the opening differ in an article, one standard deviation
FOLDS = 5
SEEDS = (0, 1)
Floats: TypeAlias = NDArray[np.float64]
FEATURES = len(SENTENCE_FEATURES) + len(SET_FEATURES)
WEIGHTS_FILE = Path(__file__).parent.parent / "summarizer" / "extractive" / "weights.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An article's sets: their features and what each would score."""

    language: str
    counted: bool  # among the figures and in the list of lead languages; else for fitting only
    features: Floats  # sets x features
    scores: Floats  # sets x (ROUGE-1, 2, L)
    opening: Floats  # what the first sentence and the next that fits score
    lead: Floats  # what the article's first two sentences score, furniture and all, at any length

    def chosen(self, weights: Floats) -> Floats:
        scores: Floats = self.scores[int((self.features @ weights).argmax())]
        return scores

    @property
    def centred(self) -> Floats:
        features: Floats = self.features - self.features.mean(axis=0)
        return features


def main() -> None:
    """Print the cross-validated gain over the lead and, if asked to, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--kinds", nargs="+", default=["summary", "standfirst"])
    parser.add_argument("--counted", nargs="+", default=["summary"], help="kinds that the figures are averaged over")
    parser.add_argument("--write", action="store_true", help="write summarizer/extractive/weights.toml")
    arguments = parser.parse_args()
    examples = read_examples(arguments.data, arguments.kinds, arguments.counted)
    leads = np.array([example.lead for example in examples])
    counted = np.array([example.counted for example in examples])
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


def read_examples(folder: Path, kinds: Sequence[str], counted: Sequence[str]) -> list[Example]:
    """Read the articles; one that leaves no choice scores what its only one does."""
    examples: list[Example] = []
    for row in read_rows(folder, kinds):
        language, found = candidates_of(Document(text=row.text, title=row.title))
        found = found[:RANKED_SENTENCES]
        sentences = [candidate.text for candidate in found]
        limit = max_chars(language, 2)
        article = Article.read(sentences, row.title, max_chars=limit)
        options = options_of(article, needs_of(found, language), max_chars=limit, joint=len(joint(language)))
        sets = [*options.standing, *((index,) for index in options.singles)]
        first = opening(options, options.standing) if sets else (0,)
        scores = {
            chosen: np.array(rouge(row.summary, " ".join(sentences[index] for index in chosen if sentences)))
            for chosen in sets or [first]
        }
        examples.append(
            Example(
                language=language,
                counted=row.kind in counted,
                features=np.array([set_vector(article, chosen) for chosen in sets] or [[0.0] * FEATURES]),
                scores=np.array(list(scores.values())),
                opening=scores[first],
                lead=np.array(rouge(row.summary, lead(row, 2))),
            )
        )
    return examples


def set_vector(article: Article, chosen: tuple[int, ...]) -> list[float]:
    """Give what `choose` weighs for a set: its sentences' features added up, and the set's own."""
    own = [sum(column) for column in zip(*map(article.sentence_features, chosen), strict=True)]
    if len(chosen) == 1:
        return [*own, *article.single_features(chosen[0])]
    left, right = chosen
    return [*own, *article.pair_features(left, right, overlap=article.overlap(left, right))]


def fit(examples: Sequence[Example]) -> Floats:
    """Return the weights of the features, in points of ROUGE."""
    spread = np.vstack([example.centred for example in examples]).std(axis=0) + 1e-9
    squares, products = np.zeros((FEATURES, FEATURES)), np.zeros(FEATURES)
    for example in examples:
        features, scores = example.centred / spread, example.scores.mean(axis=1)
        squares += features.T @ features / len(scores)
        products += features.T @ (scores - scores.mean()) / len(scores)
    weights: Floats = np.linalg.solve(squares + PENALTY * len(examples) * np.eye(FEATURES), products) / spread
    return weights


def cross_validate(examples: Sequence[Example], seeds: Sequence[int]) -> Floats:
    """Give what the choice scores on each article when its weights come from others: articles x (ROUGE-1, 2, L)."""
    scores = np.zeros((len(seeds), len(examples), 3))
    for number, seed in enumerate(seeds):
        for inside, outside in _folds(len(examples), seed):
            weights = fit([examples[index] for index in inside])
            for index in outside:
                scores[number, index] = examples[index].chosen(weights)
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
                scores[index] = example.chosen(weights)
    return scores


def losing_languages(examples: Sequence[Example], held_out: Floats) -> list[str]:
    """Name the languages in which the opening scores more than the choice by a standard error, over all measures."""
    gains: dict[str, list[float]] = defaultdict(list)
    for example, scores in zip(examples, held_out, strict=True):
        if example.counted:
            gains[example.language].append(float((scores - example.opening).mean()))
    return sorted(language for language, found in gains.items() if sum(found) < -NOISE * len(found) ** 0.5)


def _scored(example: Example, weights: Floats, lead_languages: Sequence[str]) -> Floats:
    return example.opening if example.language in lead_languages else example.chosen(weights)


def _folds(count: int, seed: int) -> Iterator[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    fold = np.random.RandomState(seed).permutation(count) % FOLDS
    for part in range(FOLDS):
        yield np.flatnonzero(fold != part), np.flatnonzero(fold == part)


def render(weights: Floats, lead_languages: Sequence[str], report: str) -> str:
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
    values = iter(weights)
    for section, names in (("sentence", SENTENCE_FEATURES), ("set", SET_FEATURES)):
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
