"""The weights of `summarizer.extractive.ranking`. Made by `benchmarks.fit_ranking --write`, which says how;
do not edit by hand.

ROUGE-1/2/L in nested five-fold cross-validation: lead-2 25.80/10.76/17.85, held-out articles 28.53/12.20/19.71,
unseen languages 28.33/11.95/19.54 (906 articles).
"""

from __future__ import annotations

from collections.abc import Mapping

# Languages whose references are mostly the article's beginning: there the first two sentences stand.
LEAD_LANGUAGES = frozenset({"ar", "cs", "cy", "da", "de", "fa", "hr", "id", "it", "ko", "sw", "te", "th", "tr", "yo"})

SENTENCE_WEIGHTS: Mapping[str, float] = {
    "decay": 7.9506,
    "late": -1.3859,
    "title": 9.1217,
    "title_best": 2.9324,
    "title_coverage": 6.3964,
    "centrality": 26.5381,
    "digits": 4.1621,
    "capitals": 6.7883,
}

PAIR_WEIGHTS: Mapping[str, float] = {
    "length": 4.2103,
    "length_squared": -12.4465,
    "untitled_length": 14.2485,
    "title_coverage": 7.8999,
    "title": 18.7795,
    "centrality": 51.8516,
    "overlap": -20.0537,
    "lead": -1.9232,
}
