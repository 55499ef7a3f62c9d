"""The owner's figures."""

from __future__ import annotations

import json
from dataclasses import replace

from bot.models.messages import OutboxStats
from bot.stats import ENGINE_FACT, engine_line, gather_stats, stats_json, stats_lines
from bot.store import Store
from bot.texts import speaker
from summarizer import EngineState, EngineStatus
from tests.fakes import NOON

SAY = speaker("en")


async def test_an_empty_database_has_figures(store: Store) -> None:
    stats = await gather_stats(store, now=NOON)
    assert (stats.articles, stats.sources, stats.chats, stats.engine) == (0, 0, 0, "")
    assert len(stats_lines(stats, say=SAY)) == 4
    assert json.loads(json.dumps(stats_json(stats)))["outbox"]["oldest_unsent_at"] is None


async def test_how_the_engine_stands_is_told_by_the_bot_that_ran(store: Store) -> None:
    status = EngineStatus(engine="transformers:m@1", state=EngineState.DOWNLOADING, detail="412 of 1,192 MB")
    await store.facts.set(ENGINE_FACT, engine_line(status, say=SAY))
    stats = await gather_stats(store, now=NOON)
    assert "Summary engine: transformers:m@1: downloading (412 of 1,192 MB)." in stats_lines(stats, say=SAY)


async def test_messages_that_may_have_arrived_and_refused_sentences_are_told(store: Store) -> None:
    stats = await gather_stats(store, now=NOON)
    stats = replace(
        stats,
        outbox=OutboxStats(unknown=2, oldest_unsent_at=NOON),
        rejected={"number": 3},
        summaries={"extractive": 7},
    )
    lines = stats_lines(stats, say=SAY)
    assert "Messages that may have arrived or not: 2. The digests among them are sent once more." in lines
    assert "Sentences refused by the checks: 3 (wrong numbers: 3)." in lines
    assert "Summaries by extractive: 7." in lines
    assert stats_json(stats)["outbox"]["oldest_unsent_at"] == NOON.isoformat()


def test_the_engines_line_names_its_second_reader() -> None:
    status = EngineStatus(engine="api:m", verifier="reader@1")
    assert engine_line(status, say=SAY) == "api:m: ready, read again by reader@1"
    status = EngineStatus(engine="api:m", state=EngineState.FAILED, detail="HTTP 401")
    assert engine_line(status, say=speaker("de")) == "api:m: läuft nicht (HTTP 401)"
