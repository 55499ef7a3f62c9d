"""What `/metrics` and the page show: the figures of one moment, and the few of them that charts follow. Pure values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.models.messages import OutboxStats
from bot.models.sources import Source

POINT_SECONDS = 30  # between two points of the charts


class SourceState(StrEnum):
    """How a source stands."""

    OK = "ok"
    NEW = "new"  # not read yet
    FAILING = "failing"
    OFF = "off"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFigures:
    """The figures of one source. `errors`: failed readings in a row; `lag`: seconds that its next one is overdue."""

    name: str
    state: SourceState
    succeeded_at: datetime | None
    errors: int
    lag: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The figures of one moment. Counts by engine, kind and reason are those since the start.

    `oldest_due`: seconds since the oldest message that may be sent was due. `refused_sentences`: since the database was
    made. `loop_lag`: seconds by which the event loop was late, last and at most in the last minute.
    """

    at: datetime
    version: str
    sources: tuple[SourceFigures, ...] = ()
    articles: int = 0  # ever stored
    chats: int = 0
    outbox: OutboxStats = field(default_factory=OutboxStats)
    oldest_due: float = 0.0
    sent: Mapping[str, int] = field(default_factory=dict)
    refused: Mapping[str, int] = field(default_factory=dict)
    engine: str = ""
    summaries: Mapping[str, int] = field(default_factory=dict)
    summaries_failed: Mapping[str, int] = field(default_factory=dict)
    summary_batches: Mapping[str, int] = field(default_factory=dict)
    summary_seconds: Mapping[str, float] = field(default_factory=dict)
    summaries_waiting: int = 0
    refused_sentences: Mapping[str, int] = field(default_factory=dict)
    loop_lag: float = 0.0
    loop_lag_max: float = 0.0
    database_bytes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One point of the charts."""

    waiting: int
    sent: int  # since the start, as `refused` and `summaries`
    refused: int
    summaries: int
    loop_lag: float


def source_figures(source: Source, *, name: str, at: datetime) -> SourceFigures:
    """The figures of a source under the name to show."""
    lag = (at - source.next_check_at).total_seconds() if source.enabled else 0.0
    return SourceFigures(
        name=name,
        state=_state(source),
        succeeded_at=source.succeeded_at,
        errors=source.failures,
        lag=max(0.0, lag),
    )


def _state(source: Source) -> SourceState:
    if not source.enabled:
        return SourceState.OFF
    if source.last_error is not None:
        return SourceState.FAILING
    return SourceState.NEW if source.checked_at is None else SourceState.OK
