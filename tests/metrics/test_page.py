"""What the figures become: Prometheus text, and a page with charts."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.parser import text_string_to_metric_families

from bot.metrics.charts import chart, charts, whole
from bot.metrics.families import FiguresCollector
from bot.metrics.figures import Figures, Point, SourceFigures, SourceState, source_figures
from bot.metrics.page import page
from bot.models.messages import OutboxStats
from tests.fakes import NOON, a_source

HOUR = timedelta(hours=1)


def some_figures(**changes: Any) -> Figures:
    fields: dict[str, Any] = {
        "at": NOON,
        "version": "1.2.3",
        "sources": (
            SourceFigures(
                name='Harbour <b>"News"</b>',
                state=SourceState.FAILING,
                succeeded_at=NOON - 3 * HOUR,
                errors=2,
                lag=0.0,
            ),
            SourceFigures(name="New one", state=SourceState.NEW, succeeded_at=None, errors=0, lag=12.0),
        ),
        "articles": 1234,
        "chats": 3,
        "outbox": OutboxStats(pending=4, sending=1, unknown=1, sent=20, dead=2),
        "oldest_due": 75.0,
        "sent": {"digest": 18, "reply": 2},
        "refused": {"flood": 1, "blocked": 0},
        "engine": "extractive",
        "summaries": {"extractive": 8},
        "summaries_failed": {"a model": 1},
        "summary_batches": {"extractive": 2},
        "summary_seconds": {"extractive": 0.5},
        "refused_sentences": {"number": 3},
        "loop_lag": 0.002,
        "loop_lag_max": 0.25,
        "database_bytes": 4_200_000,
    }
    return Figures(**{**fields, **changes})


def samples(figures: Figures) -> dict[tuple[str, ...], float]:
    """The samples that Prometheus reads, by name and values of labels."""
    registry = CollectorRegistry()
    registry.register(FiguresCollector(figures))
    families = text_string_to_metric_families(generate_latest(registry).decode())
    return {(each.name, *each.labels.values()): each.value for family in families for each in family.samples}


def test_every_figure_is_a_metric_of_tidings() -> None:
    found = samples(some_figures())
    assert all(name.startswith("tidings_") for name, *_ in found)
    harbour = 'Harbour <b>"News"</b>'
    assert found["tidings_source_last_success_timestamp_seconds", harbour] == (NOON - 3 * HOUR).timestamp()
    assert ("tidings_source_last_success_timestamp_seconds", "New one") not in found
    assert found["tidings_source_errors", harbour] == 2
    assert found["tidings_source_lag_seconds", "New one"] == 12
    assert found["tidings_source_state", harbour, "failing"] == 1
    assert found["tidings_outbox_messages", "pending"] == 4
    assert found["tidings_outbox_messages", "dead"] == 2
    assert found["tidings_outbox_oldest_due_seconds",] == 75
    assert found["tidings_sent_total", "digest"] == 18
    assert (found["tidings_refused_total", "flood"], found["tidings_refused_total", "blocked"]) == (1, 0)
    assert found["tidings_summaries_total", "extractive"] == 8
    assert found["tidings_summaries_failed_total", "a model"] == 1
    assert found["tidings_summaries_refused_total", "number"] == 3
    assert found["tidings_summary_batch_seconds_sum", "extractive"] == 0.5
    assert found["tidings_summary_batch_seconds_count", "extractive"] == 2
    assert (found["tidings_loop_lag_seconds",], found["tidings_loop_lag_max_seconds",]) == (0.002, 0.25)
    assert found["tidings_database_bytes",] == 4_200_000
    assert found["tidings_build_info", "1.2.3"] == 1


def test_the_page_shows_the_same_without_anything_from_elsewhere() -> None:
    points = [Point(waiting=4, sent=sent, refused=1, summaries=8, loop_lag=0.25) for sent in (30, 40)]
    html = page(some_figures(), points, problem="")
    assert "All is well." in html
    assert "Harbour &lt;b&gt;&quot;News&quot;&lt;/b&gt;" in html
    assert "<td>failing</td><td>3 h ago</td><td>2</td>" in html
    assert "<td>new</td><td>never</td><td>0</td><td>12 s</td>" in html
    assert "<td>extractive</td><td>8, 0 failed, 0.25 s a batch</td>" in html
    assert "<td>a model</td><td>0, 1 failed</td>" in html
    assert "<td>flood</td><td>1</td>" in html
    assert "blocked" not in html
    assert html.count("<svg") == 2
    assert not re.search(r"<script|https?://|src=|href=|url\(", html)


def test_the_page_says_what_is_wrong() -> None:
    html = page(some_figures(), [], problem="Telegram <does> not answer")
    assert '<p class="failing">Telegram &lt;does&gt; not answer</p>' in html
    assert "<svg" not in html


@pytest.mark.parametrize(
    ("age", "shown"),
    [(5, "5 s ago"), (119, "119 s ago"), (300, "5 min ago"), (90_000, "25 h ago"), (200_000, "2 d ago")],
)
def test_the_page_says_how_long_ago_a_source_was_read(age: int, shown: str) -> None:
    source = source_figures(a_source(succeeded_at=NOON - timedelta(seconds=age)), name="A", at=NOON)
    assert f"<td>{shown}</td>" in page(some_figures(sources=(source,)), [], problem="")


def test_a_chart_draws_its_values_up_to_the_largest() -> None:
    drawn = chart("Sent", [0, 10, 5], show=whole)
    assert 'points="0.0,58.0 150.0,2.0 300.0,30.0"' in drawn
    assert "Sent <b>5</b> <small>most 10</small>" in drawn
    assert 'points="0.0,58.0 300.0,58.0"' in chart("Sent", [0, 0], show=whole)


def test_charts_of_totals_show_what_came_between_two_points() -> None:
    points = [Point(waiting=0, sent=sent, refused=0, summaries=0, loop_lag=0.0) for sent in (100, 103, 110)]
    assert "Sent in 30 s <b>7</b> <small>most 7</small>" in charts(points)


@pytest.mark.parametrize(
    ("changes", "state", "lag"),
    [
        ({}, SourceState.NEW, 0),
        ({"checked_at": NOON - HOUR, "next_check_at": NOON - timedelta(seconds=40)}, SourceState.OK, 40),
        ({"checked_at": NOON - HOUR, "last_error": "late", "failures": 3}, SourceState.FAILING, 0),
        ({"enabled": False, "last_error": "gone", "next_check_at": NOON - HOUR}, SourceState.OFF, 0),
        ({"next_check_at": NOON + HOUR}, SourceState.NEW, 0),
    ],
)
def test_a_source_is_overdue_once_its_time_has_passed(changes: dict[str, Any], state: SourceState, lag: float) -> None:
    found = source_figures(a_source(**changes), name="Shown", at=NOON)
    assert (found.name, found.state, found.lag, found.errors) == ("Shown", state, lag, changes.get("failures", 0))
