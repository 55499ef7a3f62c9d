"""The weights of `summarizer/ranking.py`. Made by `benchmarks/fit_ranking.py --write`, which says how;
do not edit by hand.

ROUGE-1/2/L in nested five-fold cross-validation: lead-2 25.80/10.76/17.85, held-out articles 28.49/12.17/19.69,
unseen languages 28.33/11.95/19.54 (906 articles).
"""

from __future__ import annotations

from collections.abc import Mapping

# Languages whose references are mostly the article's beginning: there the first two sentences stand.
LEAD_LANGUAGES = frozenset({"ar", "cs", "cy", "da", "de", "fa", "hr", "id", "it", "ko", "sw", "te", "th", "tr", "yo"})

SENTENCE_WEIGHTS: Mapping[str, float] = {
    "decay": 8.0174,
    "late": -1.4110,
    "title": 9.1362,
    "title_best": 2.8912,
    "title_coverage": 6.4979,
    "centrality": 26.8197,
    "digits": 4.1686,
    "capitals": 6.7844,
}

PAIR_WEIGHTS: Mapping[str, float] = {
    "length": 3.8956,
    "length_squared": -12.3703,
    "untitled_length": 13.8959,
    "title_coverage": 8.0295,
    "title": 18.9093,
    "centrality": 52.2754,
    "overlap": -20.0004,
    "lead": -2.1042,
}
