"""The figures as Prometheus metrics. Every name begins with `tidings_`; no label holds a person, a chat or an address.

https://prometheus.io/docs/practices/naming/
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    InfoMetricFamily,
    Metric,
    SummaryMetricFamily,
)
from prometheus_client.registry import Collector

from bot.metrics.figures import Figures


class FiguresCollector(Collector):
    """What a registry collects: the figures of one moment."""

    def __init__(self, figures: Figures) -> None:
        self._figures = figures

    def collect(self) -> Iterator[Metric]:
        """Every family."""
        yield from _of_program(self._figures)
        yield from _of_sources(self._figures)
        yield from _of_messages(self._figures)
        yield from _of_summaries(self._figures)


def _of_program(figures: Figures) -> Iterator[Metric]:
    yield InfoMetricFamily("tidings_build", "The running version.", value={"version": figures.version})
    yield _gauge("loop_lag_seconds", "By how much the event loop was late, last.", figures.loop_lag)
    yield _gauge("loop_lag_max_seconds", "The same, the most in the last minute.", figures.loop_lag_max)
    yield _gauge("database_bytes", "Size of the database with its log.", figures.database_bytes)
    yield _gauge("chats", "Chats and topics that are known.", figures.chats)
    yield CounterMetricFamily("tidings_articles", "Articles stored so far.", value=figures.articles)


def _of_sources(figures: Figures) -> Iterator[Metric]:
    success = GaugeMetricFamily(
        "tidings_source_last_success_timestamp_seconds",
        "When the source was last read; absent: never.",
        labels=("source",),
    )
    state = GaugeMetricFamily(
        "tidings_source_state", "1 for the source's state: ok, new, failing or off.", labels=("source", "state")
    )
    for source in figures.sources:
        if source.succeeded_at is not None:
            success.add_metric((source.name,), source.succeeded_at.timestamp())
        state.add_metric((source.name, source.state), 1)
    errors = {source.name: source.errors for source in figures.sources}
    lags = {source.name: source.lag for source in figures.sources}
    yield success
    yield state
    yield _gauges("source_errors", "Failed readings in a row.", "source", errors)
    yield _gauges("source_lag_seconds", "Since when the source's next reading is overdue.", "source", lags)


def _of_messages(figures: Figures) -> Iterator[Metric]:
    outbox = figures.outbox
    states = {state: getattr(outbox, state) for state in ("pending", "sending", "unknown", "sent", "dead")}
    yield _gauges("outbox_messages", "Messages in the outbox.", "state", states)
    yield _gauge("outbox_oldest_due_seconds", "How long the oldest due message has waited.", figures.oldest_due)
    yield _counters("sent", "Messages that Telegram took.", "kind", figures.sent)
    yield _counters("refused", "Sends that failed.", "reason", figures.refused)


def _of_summaries(figures: Figures) -> Iterator[Metric]:
    yield _counters("summaries", "Summaries made.", "engine", figures.summaries)
    yield _counters("summaries_failed", "Documents that got no summary.", "engine", figures.summaries_failed)
    yield _counters("summaries_refused", "Sentences that the checks refused.", "reason", figures.refused_sentences)
    yield _gauge("summaries_waiting", "Summaries that are queued.", figures.summaries_waiting)
    seconds = SummaryMetricFamily("tidings_summary_batch_seconds", "Time of a batch of summaries.", labels=("engine",))
    for engine, count in figures.summary_batches.items():
        seconds.add_metric((engine,), count_value=count, sum_value=figures.summary_seconds.get(engine, 0.0))
    yield seconds


def _gauge(name: str, text: str, value: float) -> Metric:
    return GaugeMetricFamily(f"tidings_{name}", text, value=value)


def _gauges(name: str, text: str, label: str, values: Mapping[str, float]) -> Metric:
    family = GaugeMetricFamily(f"tidings_{name}", text, labels=(label,))
    for key, value in values.items():
        family.add_metric((key,), value)
    return family


def _counters(name: str, text: str, label: str, values: Mapping[str, float]) -> Metric:
    family = CounterMetricFamily(f"tidings_{name}", text, labels=(label,))
    for key, value in values.items():
        family.add_metric((key,), value)
    return family
