"""Makes the engine that a setting names, and imports that one only."""

from __future__ import annotations

from summarizer.base import EngineUnavailable, Summarizer

ENGINES = ("auto", "extractive")


def make_summarizer(engine: str = "auto") -> Summarizer:
    """Make the summarizer for `SUMMARY_ENGINE`. "auto" never fails; EngineUnavailable names what there is."""
    match engine.strip().casefold():
        case "auto" | "extractive" | "":
            from summarizer.extractive import ExtractiveSummarizer

            return ExtractiveSummarizer()
        case _:
            raise EngineUnavailable(
                f"the summary engine {engine!r} is not available here; available: {', '.join(ENGINES)}"
            )
