"""The weights of `summarizer/ranking.py`. Made by `benchmarks/fit_ranking.py --write`, which says how;
do not edit by hand.

Five-fold cross-validation: ROUGE-1/2/L of lead-2 25.32/10.34/17.58, cross-validated 27.52/11.32/18.90 on 989
articles; more than one point of ROUGE-1 below the lead: da 2.4 (1 rows), de 1.5 (51 rows), fa 1.3 (12 rows), id 3.6
(4 rows), lb 2.6 (3 rows), nl 4.1 (1 rows), tr 1.3 (10 rows), yo 2.2 (9 rows).
"""

from __future__ import annotations

from collections.abc import Mapping

SENTENCE_WEIGHTS: Mapping[str, float] = {
    "decay": 6.7496,
    "first": 0.6214,
    "second": 0.7358,
    "late": -0.2055,
    "title": 7.9087,
    "title_best": 0.7649,
    "title_relative": 3.0801,
    "title_coverage": 1.7348,
    "title_words": 5.1763,
    "centrality": 17.5646,
    "length": -3.4174,
    "digits": 2.2354,
    "quote": 0.0781,
    "question": -0.2639,
    "capitals": 6.9620,
    "untitled_first": -1.0199,
    "untitled_centrality": 2.8048,
}

PAIR_WEIGHTS: Mapping[str, float] = {
    "length": -3.4174,
    "length_squared": -5.0051,
    "untitled_length": 9.1516,
    "title_coverage": 6.9689,
    "title": 14.9507,
    "title_max": -1.6408,
    "centrality": 35.7377,
    "overlap": -10.3767,
    "adjacent": 0.0766,
    "lead": -0.5635,
}
