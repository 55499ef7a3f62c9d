"""Chooses what a second reader reads of an article before it judges a sentence (pure), and which models can judge.

A reader has room for some hundred tokens: it gets the sentences that have most in common with the one in question.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from summarizer.worth import Scale, units

_ENTAILMENT = re.compile(r"entail", re.IGNORECASE)
_NOT = re.compile(r"no[tn]\W?|contra", re.IGNORECASE)
_UNSUPPORTED = re.compile(r"halluc|unsupported|label_1$", re.IGNORECASE)
TOKEN_LABELS = 2  # supported, and not


class VerifierKind(StrEnum):
    """How a reader judges a sentence: as a whole, or token by token."""

    ENTAILMENT = "entailment"
    TOKENS = "tokens"


def verifier_kind(config: Mapping[str, Any]) -> VerifierKind | None:
    """Say how the model of this `config.json` can judge; None if it cannot."""
    architecture = next(iter(config.get("architectures") or ()), "")
    labels = config.get("id2label") or {}
    if architecture.endswith("ForSequenceClassification") and entailment_label(labels) is not None:
        return VerifierKind.ENTAILMENT
    two = len(labels or "12") == TOKEN_LABELS  # which are not written down where there are two of no name
    return VerifierKind.TOKENS if architecture.endswith("ForTokenClassification") and two else None


def entailment_label(labels: Mapping[Any, str]) -> int | None:
    """The number of the label that says that one text follows from the other."""
    found = [int(number) for number, name in labels.items() if _ENTAILMENT.search(name) and not _NOT.search(name)]
    return found[0] if found else None


def unsupported_label(labels: Mapping[Any, str]) -> int:
    """The number of the label of tokens that the article does not bear out: LettuceDetect's second, named or not."""
    return next((int(number) for number, name in labels.items() if _UNSUPPORTED.search(name)), 1)


def choose_premise(
    claim: str, sentences: Sequence[str], *, max_tokens: int, count: Callable[[list[str]], list[int]]
) -> str:
    """Choose those sentences of an article, in its order, that are likest to a claim and fit in `max_tokens`."""
    scale, said = Scale.of(sentences), units(claim)
    sizes = count(list(sentences))
    likest = sorted(range(len(sentences)), key=lambda index: (-scale.weigh(units(sentences[index]) & said), index))
    chosen: list[int] = []
    for index in likest:
        if not chosen or sizes[index] <= max_tokens:
            chosen.append(index)
            max_tokens -= sizes[index]
    return " ".join(sentences[index] for index in sorted(chosen))
