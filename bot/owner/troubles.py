"""Which troubles an owner should know of: sources that are dead for a day, a disk that fills up, a summary engine that
does not run, backups that fail. Pure.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.models.sources import SWITCHED_OFF, Source
from bot.render.source_lines import trouble
from bot.text.markup import escape, shorten
from bot.text_keys import TextKey
from bot.texts import Say
from summarizer import EngineState, EngineStatus

DEAD_AFTER = timedelta(days=1)
FAILURES_OF_A_DAY = 6  # about as many as there are in a day, with the pauses between them growing
LOW_BYTES = 500_000_000  # enough for a backup before a migration
ROOM_BYTES = 750_000_000  # a low disk counts as low until it has this much room again
MAX_DETAIL_UNITS = 300
DISK, ENGINE, BACKUP = "disk", "engine", "backup"
SOURCE = "source."  # and its id
SOURCES_ONE_BY_ONE = 3
SOURCES_NAMED = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How things stand. `backup_error`: why the last backup failed, ""; None before the first one of this run."""

    sources: tuple[Source, ...]
    free_bytes: int
    engine: EngineStatus
    backup_error: str | None = None


def troubles(standing: Standing, *, known: Collection[str], say: Say, now: datetime) -> dict[str, str]:
    """The troubles of now, by a name that stays the same while one lasts, each with its notice in HTML."""
    found = {_name(source): _dead(source, say=say) for source in _dead_sources(standing.sources, now)}
    if standing.free_bytes < (ROOM_BYTES if DISK in known else LOW_BYTES):
        found[DISK] = escape(say("notice-disk-low", free=f"{standing.free_bytes / 1e6:.0f}"))
    if standing.engine.state is EngineState.FAILED:
        reason = shorten(standing.engine.detail or standing.engine.state, MAX_DETAIL_UNITS)
        found[ENGINE] = escape(say("notice-engine-failed", engine=standing.engine.engine, reason=reason))
    if standing.backup_error:
        found[BACKUP] = escape(say("notice-backup-failed", reason=shorten(standing.backup_error, MAX_DETAIL_UNITS)))
    return found


def notices(found: Mapping[str, str], new: Collection[str], sources: Iterable[Source], *, say: Say) -> dict[str, str]:
    """What to tell of the troubles that are new, by name. Many sources at once, as after a day without a network, are
    one notice.
    """
    dead = [source for source in sources if _name(source) in new]
    if len(dead) <= SOURCES_ONE_BY_ONE:
        return {name: found[name] for name in new}
    names = ", ".join(source.spec.name for source in dead[:SOURCES_NAMED])
    more = "…" if len(dead) > SOURCES_NAMED else ""
    others = {name: found[name] for name in new if not name.startswith(SOURCE)}
    return others | {"sources": escape(say("notice-sources-dead", count=len(dead), names=names + more))}


def _name(source: Source) -> str:
    return f"{SOURCE}{source.id}"


def undecided(standing: Standing) -> set[str]:
    """Troubles of which nothing is known yet, soon after a start: those that were there may last."""
    starting = standing.engine.state in (EngineState.LOADING, EngineState.DOWNLOADING)
    return ({ENGINE} if starting else set()) | ({BACKUP} if standing.backup_error is None else set())


def _dead_sources(sources: Iterable[Source], now: datetime) -> list[Source]:
    """Those that have not been read for a day though they were tried, and those that were given up."""
    return [source for source in sources if source.trouble != SWITCHED_OFF and _is_dead(source, now)]


def _is_dead(source: Source, now: datetime) -> bool:
    if not source.enabled or source.succeeded_at is None:
        return source.failures >= (1 if not source.enabled else FAILURES_OF_A_DAY)
    return source.failures > 0 and now - source.succeeded_at >= DEAD_AFTER


def _dead(source: Source, *, say: Say) -> str:
    reason = shorten(trouble(source, say=say), MAX_DETAIL_UNITS)
    key: TextKey = "notice-source-dead" if source.enabled else "notice-source-off"
    return escape(say(key, name=source.spec.name, reason=reason))
