"""The ranking weights, read from `weights.toml`, which `benchmarks.fit_ranking --write` makes."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Weights of the features by name; in `lead_languages` the first two sentences stand, whatever their score."""

    lead_languages: frozenset[str]
    sentence: Mapping[str, float]
    set: Mapping[str, float]


@cache
def weights() -> Weights:
    """Weights of this version."""
    data = tomllib.loads((resources.files("summarizer.extractive") / "weights.toml").read_text("utf-8"))
    return Weights(lead_languages=frozenset(data["lead_languages"]), sentence=data["sentence"], set=data["set"])
