"""The figures of `tidings stats` and `/stats`: articles, sources, chats, messages, summaries and the engine."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.models.messages import OutboxStats
from bot.store import Store
from bot.summaries.service import REJECTED
from bot.text_keys import TextKey
from bot.texts import Say
from summarizer import EngineState, EngineStatus

ENGINE_FACT = "engine"  # the stored state of the running bot's engine, for commands in other processes
_STATES: Mapping[EngineState, TextKey] = {
    EngineState.READY: "stats-engine-ready",
    EngineState.DOWNLOADING: "stats-engine-downloading",
    EngineState.LOADING: "stats-engine-loading",
    EngineState.FAILED: "stats-engine-failed",
}
LATELY = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """The figures at one moment; `summaries` counts by engine, `rejected` counts refused sentences by reason."""

    articles: int
    articles_lately: int
    sources: int
    sources_failing: int
    sources_off: int
    chats: int
    subscriptions: int
    outbox: OutboxStats
    summaries: Mapping[str, int]
    rejected: Mapping[str, int]
    engine: str  # as `engine_line`; "" before the first run


async def gather_stats(store: Store, *, now: datetime) -> Stats:
    """Read every figure from the store; takes some milliseconds."""
    sources = await store.sources.all()
    articles = await store.articles.count()
    return Stats(
        articles=articles,
        articles_lately=await store.articles.count(since=now - LATELY),
        sources=len(sources),
        sources_failing=sum(source.enabled and source.last_error is not None for source in sources),
        sources_off=sum(not source.enabled for source in sources),
        chats=await store.chats.count(),
        subscriptions=await store.chats.count_subscriptions(),
        outbox=await store.outbox.stats(),
        summaries=await store.summaries.counts(),
        rejected=await store.counters.all(REJECTED),
        engine=await store.facts.get(ENGINE_FACT) or "",
    )


def engine_line(status: EngineStatus, *, say: Say) -> str:
    """The state of an engine in one line, such as "extractive: ready", with its second reader if there is one."""
    detail = f" ({status.detail})" if status.detail else ""
    line = f"{status.engine}: {say(_STATES[status.state])}{detail}"
    return say("stats-engine-verified", engine=line, verifier=status.verifier) if status.verifier else line


def stats_lines(stats: Stats, *, say: Say, engine: str | None = None) -> list[str]:
    """The figures as lines of plain text; `engine`, where given, is newer than the stored state."""
    outbox = stats.outbox
    lines = [
        say("stats-articles", count=stats.articles, lately=stats.articles_lately),
        say("stats-sources", count=stats.sources, failing=stats.sources_failing, off=stats.sources_off),
        say("stats-chats", count=stats.chats, subscriptions=stats.subscriptions),
        say("stats-messages", waiting=outbox.pending + outbox.sending, sent=outbox.sent, dead=outbox.dead),
    ]
    if outbox.unknown:
        lines.append(say("stats-unknown", count=outbox.unknown))
    if shown := engine or stats.engine:
        lines.append(say("stats-engine", engine=shown))
    lines += [say("stats-summaries", engine=name, count=count) for name, count in stats.summaries.items()]
    if stats.rejected:
        named = (say("stats-reason", reason=reason, count=count) for reason, count in stats.rejected.items())
        reasons = " · ".join(named)
        lines.append(say("stats-rejected", count=sum(stats.rejected.values()), reasons=reasons))
    return lines


def stats_json(stats: Stats) -> dict[str, Any]:
    """The figures as a JSON object; times in ISO 8601."""
    figures = dataclasses.asdict(stats)
    for name in ("oldest_unsent_at", "oldest_due_at"):
        moment = figures["outbox"][name]
        figures["outbox"][name] = moment.isoformat() if moment else None
    return figures
