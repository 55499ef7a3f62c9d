"""The weights of `summarizer/ranking.py`. Made by `benchmarks/fit_ranking.py --write`, which says how;
do not edit by hand.

Five-fold cross-validation: ROUGE-1/2/L of lead-2 25.33/10.36/17.58, held-out articles 27.66/11.60/19.14 (987
articles).
"""

from __future__ import annotations

from collections.abc import Mapping

# Languages in which the choice has proved better than the first two sentences.
RANKED_LANGUAGES = frozenset(
    {
        "am",
        "ar",
        "az",
        "bn",
        "cy",
        "en",
        "es",
        "fr",
        "gd",
        "gu",
        "ha",
        "hi",
        "ig",
        "ja",
        "ky",
        "my",
        "om",
        "pa",
        "ps",
        "pt",
        "ru",
        "rw",
        "si",
        "so",
        "sr",
        "ta",
        "te",
        "ti",
        "ur",
        "uz",
        "vi",
        "zh-Hans",
        "zh-Hant",
    }
)

SENTENCE_WEIGHTS: Mapping[str, float] = {
    "decay": 7.2090,
    "first": -0.2486,
    "second": 0.6072,
    "late": -0.2608,
    "title": 7.7732,
    "title_best": 0.2227,
    "title_relative": 2.9197,
    "title_coverage": 2.4423,
    "title_words": 3.7078,
    "centrality": 18.7013,
    "length": -3.3464,
    "digits": 2.1665,
    "quote": 0.1967,
    "question": -0.4988,
    "capitals": 5.8916,
    "untitled_first": 0.0201,
    "untitled_centrality": 2.6417,
}

PAIR_WEIGHTS: Mapping[str, float] = {
    "length": -3.3464,
    "length_squared": -5.5692,
    "untitled_length": 8.9334,
    "title_coverage": 7.4221,
    "title": 14.5197,
    "title_max": 2.2973,
    "centrality": 36.7291,
    "overlap": -13.2894,
    "adjacent": -0.0693,
    "lead": -1.1474,
}
