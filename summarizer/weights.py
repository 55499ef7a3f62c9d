"""The weights of `summarizer/ranking.py`. Made by `benchmarks/fit_ranking.py --write`, which says how;
do not edit by hand.

ROUGE-1/2/L in nested five-fold cross-validation: lead-2 25.80/10.76/17.85, held-out articles 28.73/12.31/19.88,
unseen languages 28.76/12.22/19.81 (906 articles).
"""

from __future__ import annotations

from collections.abc import Mapping

# Languages whose references are mostly the article's beginning: there the first two sentences stand.
LEAD_LANGUAGES = frozenset({"da", "de", "fa", "id", "it", "te", "th", "tr", "yo"})

SENTENCE_WEIGHTS: Mapping[str, float] = {
    "decay": 8.0464,
    "late": -1.3683,
    "title": 8.8877,
    "title_best": 2.9457,
    "title_coverage": 6.6100,
    "centrality": 27.2074,
    "digits": 4.2181,
    "capitals": 6.7397,
}

PAIR_WEIGHTS: Mapping[str, float] = {
    "length": 3.3485,
    "length_squared": -12.2366,
    "untitled_length": 14.1570,
    "title_coverage": 8.3135,
    "title": 18.6027,
    "centrality": 52.9385,
    "overlap": -19.8644,
    "lead": -2.0618,
}
