"""The weights of `summarizer/ranking.py`. Made by `benchmarks/fit_ranking.py --write`, which says how;
do not edit by hand.

Five-fold cross-validation: ROUGE-1/2/L of lead-2 25.32/10.34/17.58, held-out articles 27.55/11.33/18.93 (989
articles); the lead is kept in de, fa, id, tr, yo.
"""

from __future__ import annotations

from collections.abc import Mapping

# Languages in which articles are best told by their first two sentences.
LEAD_LANGUAGES = frozenset({"de", "fa", "id", "tr", "yo"})

SENTENCE_WEIGHTS: Mapping[str, float] = {
    "decay": 6.8004,
    "first": 0.3629,
    "second": 0.7523,
    "late": -0.1073,
    "title": 8.0164,
    "title_best": 0.5128,
    "title_relative": 3.0791,
    "title_coverage": 1.9741,
    "title_words": 5.0543,
    "centrality": 17.3854,
    "length": -3.6392,
    "digits": 2.2479,
    "quote": 0.2413,
    "question": -0.7830,
    "capitals": 6.6801,
    "untitled_first": -0.6095,
    "untitled_centrality": 2.8272,
}

PAIR_WEIGHTS: Mapping[str, float] = {
    "length": -3.6392,
    "length_squared": -5.1831,
    "untitled_length": 9.3979,
    "title_coverage": 7.2021,
    "title": 15.3873,
    "title_max": 0.2793,
    "centrality": 35.1446,
    "overlap": -10.4235,
    "adjacent": 0.0069,
    "lead": -0.7375,
}
