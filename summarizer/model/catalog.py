"""The models that Tidings knows (pure): size, memory, languages and licence of each; any other model works as well.

Downloads are those of the published files, estimated from the parameters. Memory is the peak on a processor with
batches of eight, a little above what `benchmarks.summaries` measured; an estimate for LFM2 and for models of which we
know nothing but their cards.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DEFAULT_MODEL = "Qwen/Qwen3-0.6B"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownModel:
    """One model: `parameters` in millions, `download_mb` in 10^6 bytes, `memory_gb` at the peak.

    `revision` is the commit that was tried; None means the newest. `languages` is a phrase for people. `by_card`: what
    is said of it stands on its card, and nobody has measured it here.
    """

    name: str
    kind: Literal["chat", "summary"]
    parameters: int
    download_mb: int
    memory_gb: float
    languages: str
    licence: str
    revision: str | None = None
    by_card: bool = False


_KNOWN = (
    KnownModel(
        name=DEFAULT_MODEL, kind="chat", parameters=596, download_mb=1192 + 16, memory_gb=3.5,
        languages="over 100", licence="Apache-2.0",
    ),
    KnownModel(
        name="Qwen/Qwen3-1.7B", kind="chat", parameters=1721, download_mb=4064 + 16, memory_gb=6.5,
        languages="over 100", licence="Apache-2.0",
    ),
    KnownModel(
        name="google/gemma-3-270m-it", kind="chat", parameters=268, download_mb=536 + 38, memory_gb=2.0,
        languages="over 140", licence="Gemma terms, to be accepted on the hub first",
    ),
    KnownModel(
        name="LiquidAI/LFM2-350M", kind="chat", parameters=354, download_mb=709 + 5, memory_gb=3.0,
        languages="8", licence="LFM Open License 1.0",
    ),
    # November 2026. The embeddings of Gemma 4 E2B are most of its size: 2.3 billion parameters compute.
    KnownModel(
        name="Qwen/Qwen3.5-0.8B", kind="chat", parameters=873, download_mb=1746 + 20, memory_gb=4.0,
        languages="201 languages and dialects", licence="Apache-2.0", by_card=True,
    ),
    KnownModel(
        name="LiquidAI/LFM2.5-350M", kind="chat", parameters=354, download_mb=709 + 5, memory_gb=3.0,
        languages="9: ar, de, en, es, fr, ja, ko, pt, zh", licence="LFM Open License 1.0", by_card=True,
    ),
    KnownModel(
        name="ibm-granite/granite-4.0-350m", kind="chat", parameters=352, download_mb=704 + 7, memory_gb=3.0,
        languages="12: ar, cs, de, en, es, fr, it, ja, ko, nl, pt, zh", licence="Apache-2.0", by_card=True,
    ),
    KnownModel(
        name="google/gemma-4-E2B-it", kind="chat", parameters=5100, download_mb=10_200 + 32, memory_gb=16.0,
        languages="over 140", licence="Apache-2.0", by_card=True,
    ),
    KnownModel(
        name="csebuetnlp/mT5_multilingual_XLSum", kind="summary", parameters=582, download_mb=2330 + 5, memory_gb=3.5,
        languages="45", licence="CC BY-NC-SA 4.0: not for commercial use",
    ),
)  # fmt: skip


def known_models() -> tuple[KnownModel, ...]:
    """Return the known models, the default first."""
    return _KNOWN


def known_model(name: str) -> KnownModel | None:
    """Find a known model by its hub id."""
    return next((model for model in _KNOWN if model.name == name), None)
