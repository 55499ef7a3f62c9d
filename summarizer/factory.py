"""Makes the engine that the settings name, with the extractive one behind it; imports the chosen one only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.base import EngineUnavailable, Summarizer
from summarizer.extractive.engine import ExtractiveSummarizer
from summarizer.fallback import FallbackSummarizer
from summarizer.model.catalog import DEFAULT_MODEL, known_model
from summarizer.model.files import INSTALL, is_local, missing_libraries, model_problem

if TYPE_CHECKING:
    from summarizer.model.verifier import ModelVerifier

ENGINES = ("auto", "extractive", "transformers", "api")


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineOptions:
    """What an owner may choose; the names are those of the settings SUMMARY_*.

    `model` is a hub id or a folder, empty for the default; `memory_bytes` None lets the engine decide; `download`:
    whether weights that are not here may be fetched. `verifier` is the second reader of what a model writes: a hub id
    or a folder, empty for none.
    """

    engine: str = "auto"
    model: str = ""
    revision: str = ""
    device: str = "auto"
    precision: str = "auto"
    memory_bytes: int | None = None
    api_urls: tuple[str, ...] = ()
    api_key: str = ""
    api_model: str = ""
    verifier: str = ""
    download: bool = True


def make_summarizer(
    options: EngineOptions | None = None, *, on_rejected: Callable[[Mapping[str, int]], object] | None = None
) -> Summarizer:
    """Make the engine for these options, not yet started. EngineUnavailable says what is missing and what to do.

    "auto": the server where an address is set, else the model where its libraries are installed, else extractive; it
    fails only for a verifier that cannot be one. `on_rejected` gets the counts of sentences that were refused, by
    reason.
    """
    options = options or EngineOptions()
    kind, why_not_better = choose_engine(options)
    extractive = ExtractiveSummarizer()
    if kind == "extractive":
        return FallbackSummarizer([extractive], note=why_not_better)
    engine = make_model_engine(kind, options)
    return FallbackSummarizer([engine, extractive], on_rejected=on_rejected, verifier=_verifier(engine, options))


def make_model_engine(kind: str, options: EngineOptions) -> Summarizer:
    """Make the engine of a kind, "api" or "transformers", alone: its answers are unchecked, and nothing stands in."""
    return _api(options) if kind == "api" else _transformer(options)


def choose_engine(options: EngineOptions) -> tuple[str, str]:
    """Say which engine "auto" stands for here, and why no better one; any other name is checked and given back."""
    engine = options.engine.strip().casefold() or "auto"
    if engine not in ENGINES:
        raise EngineUnavailable(f"there is no summary engine {engine!r}; there are: {', '.join(ENGINES)}")
    if engine != "auto":
        return engine, ""
    if options.api_urls:
        return "api", ""
    problem = model_problem(chosen_model(options), chosen_revision(options), memory_bytes=options.memory_bytes)
    if problem is None and not options.download and not model_is_local(options):
        problem = f"{chosen_model(options)} is not on this machine: `tidings model download` fetches it"
    return ("transformers", "") if problem is None else ("extractive", problem)


def chosen_model(options: EngineOptions) -> str:
    """Name the model of these options: the owner's, else the default."""
    return options.model.strip() or DEFAULT_MODEL


def chosen_revision(options: EngineOptions) -> str | None:
    """Name the revision to load: the owner's, else the one that is known to work; None for the newest."""
    known = known_model(chosen_model(options))
    return options.revision.strip() or (known.revision if known else None)


def model_is_local(options: EngineOptions) -> bool:
    """Whether the model of these options could be loaded without any network."""
    return is_local(chosen_model(options), chosen_revision(options))


def _api(options: EngineOptions) -> Summarizer:
    from summarizer.server.engine import ChatApiSummarizer

    return ChatApiSummarizer(options.api_urls, model=options.api_model, key=options.api_key)


def _transformer(options: EngineOptions) -> Summarizer:
    if lacking := missing_libraries():
        raise EngineUnavailable(f"the model's libraries are missing ({', '.join(lacking)}): {INSTALL}")
    from summarizer.model.engine import TransformerSummarizer

    return TransformerSummarizer(
        chosen_model(options),
        revision=chosen_revision(options),
        device=options.device,
        precision=options.precision,
        memory_bytes=options.memory_bytes,
        download=options.download,
        verifier=options.verifier.strip(),
    )


def _verifier(engine: Summarizer, options: EngineOptions) -> ModelVerifier | None:
    """Make the second reader: in the model's process where there is one, else in its own."""
    name = options.verifier.strip()
    if not name:
        return None
    from summarizer.model.verifier import ModelVerifier, verifier_problem

    if problem := verifier_problem(name):
        raise EngineUnavailable(problem)
    from summarizer.model.engine import TransformerSummarizer

    if isinstance(engine, TransformerSummarizer):
        return engine.verifier()
    return ModelVerifier(name, memory_bytes=options.memory_bytes, download=options.download)
