"""The names that a shell completes: of sources and of models. None where they cannot be had: a shell shows no error."""

from __future__ import annotations

import asyncio


def source_names(incomplete: str) -> list[str]:
    """The names of sources that begin so, in any case."""
    try:
        from bot.commands.source_list import listed_sources
        from bot.config import load_settings

        sources = asyncio.run(listed_sources(load_settings()))
    except Exception:
        return []
    return [source.spec.name for source in sources if source.spec.name.casefold().startswith(incomplete.casefold())]


def model_names(incomplete: str) -> list[str]:
    """The ids of known models that begin so, in any case, with or without their owner."""
    from summarizer import known_models

    wanted = incomplete.casefold()
    names = [model.name for model in known_models()]
    return [name for name in names if name.casefold().startswith(wanted) or _own_name(name).startswith(wanted)]


def _own_name(name: str) -> str:
    return name.partition("/")[2].casefold()
