"""The weights of `summarizer/ranking.py`. Made by `benchmarks/fit_ranking.py --write`, which says how;
do not edit by hand.

Five-fold cross-validation: ROUGE-1/2/L of lead-2 25.32/10.34/17.60, held-out articles 27.52/11.32/18.94 (989
articles); the lead is kept in de, fa, id, sw, tr, yo.
"""

from __future__ import annotations

from collections.abc import Mapping

# Languages in which articles are best told by their first two sentences.
LEAD_LANGUAGES = frozenset({"de", "fa", "id", "sw", "tr", "yo"})

SENTENCE_WEIGHTS: Mapping[str, float] = {
    "decay": 7.2584,
    "first": -0.2017,
    "second": 0.6589,
    "late": -0.0421,
    "title": 7.3244,
    "title_best": 0.2616,
    "title_relative": 3.0953,
    "title_coverage": 2.2498,
    "title_words": 4.7548,
    "centrality": 17.9347,
    "length": -3.7714,
    "digits": 2.2391,
    "quote": 0.2857,
    "question": -0.7496,
    "capitals": 5.8429,
    "untitled_first": -0.0184,
    "untitled_centrality": 2.6971,
}

PAIR_WEIGHTS: Mapping[str, float] = {
    "length": -3.7714,
    "length_squared": -5.2432,
    "untitled_length": 9.3289,
    "title_coverage": 7.3338,
    "title": 14.2601,
    "title_max": 2.2314,
    "centrality": 35.1924,
    "overlap": -11.6753,
    "adjacent": 0.0528,
    "lead": -1.2931,
}
