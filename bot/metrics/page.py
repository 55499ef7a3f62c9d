"""The page at `/`: the figures as tables and charts, in one file without scripts, pictures or addresses elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from bot.metrics.charts import charts, milliseconds, whole
from bot.metrics.figures import Figures, Point, SourceFigures
from bot.text.markup import escape

RELOAD_SECONDS = 30

_STYLE = """
:root { color-scheme: light dark; font: 15px/1.4 system-ui, sans-serif; }
body { max-width: 60rem; margin: 1.5rem auto; padding: 0 1rem; }
main { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); gap: 1rem 2rem; align-items: start; }
figure { margin: 0; } svg { width: 100%; height: 4rem; background: color-mix(in srgb, currentColor 6%, transparent); }
polyline { fill: none; stroke: #2f7ed8; stroke-width: 1.5; vector-effect: non-scaling-stroke; }
section.wide { grid-column: 1 / -1; overflow-x: auto; }
h2 { font-size: 1rem; margin: .5rem 0; } table { border-collapse: collapse; width: 100%; }
td, th { text-align: start; padding: .15rem .5rem .15rem 0; border-bottom: 1px solid #8884; font-weight: normal; }
td:not(:first-child) { font-variant-numeric: tabular-nums; } th { opacity: .7; }
.failing { color: #c0392b; } .off, small { opacity: .6; } .well { color: #1e8449; }
"""


def page(figures: Figures, points: Sequence[Point], *, problem: str) -> str:
    """The page; `problem` says what `/healthz` finds wrong, "" if nothing."""
    health = f'<p class="failing">{escape(problem)}</p>' if problem else '<p class="well">All is well.</p>'
    time = figures.at.strftime("%Y-%m-%d %H:%M:%S UTC")
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta http-equiv="refresh" content="{RELOAD_SECONDS}"><title>Tidings</title><style>{_STYLE}</style></head>'
        f"<body><h1>Tidings {escape(figures.version)}</h1><p><small>{time}</small></p>{health}"
        f"<main>{charts(points)}{_tables(figures)}{_sources(figures.sources, figures.at)}</main></body></html>"
    )


def _tables(figures: Figures) -> str:
    outbox = figures.outbox
    states = {
        "waiting": outbox.pending,
        "being sent": outbox.sending,
        "in doubt": outbox.unknown,
        "sent": outbox.sent,
        "given up": outbox.dead,
    }
    rows = {**_counted(states), "oldest due": f"{figures.oldest_due:,.0f} s"}
    program = {
        "articles so far": whole(figures.articles),
        "chats": whole(figures.chats),
        "database": f"{figures.database_bytes / 1e6:,.1f} MB",
        "event loop late": milliseconds(figures.loop_lag),
        "engine": figures.engine,
        "summaries queued": whole(figures.summaries_waiting),
    }
    return "".join(
        (
            _table("Bot", program),
            _table("Outbox", rows),
            _table("Sent since the start", _counted(figures.sent)),
            _table("Refused since the start", _counted(_more_than_none(figures.refused))),
            _table("Summaries since the start", _summaries(figures)),
            _table("Sentences that the checks refused", _counted(figures.refused_sentences)),
        )
    )


def _summaries(figures: Figures) -> dict[str, str]:
    engines = dict.fromkeys((*figures.summaries, *figures.summaries_failed, *figures.summary_batches))
    lines: dict[str, str] = {}
    for engine in engines:
        batches = figures.summary_batches.get(engine, 0)
        time = f", {figures.summary_seconds.get(engine, 0.0) / batches:.2f} s a batch" if batches else ""
        lines[engine] = (
            f"{whole(figures.summaries.get(engine, 0))}, {whole(figures.summaries_failed.get(engine, 0))} failed{time}"
        )
    return lines


def _sources(sources: Iterable[SourceFigures], at: datetime) -> str:
    rows = "".join(
        f'<tr class="{source.state}"><td>{escape(source.name)}</td><td>{source.state}</td>'
        f"<td>{_ago(source.succeeded_at, at)}</td><td>{source.errors}</td><td>{source.lag:,.0f} s</td></tr>"
        for source in sources
    )
    head = "<tr><th>source</th><th>state</th><th>last read</th><th>errors in a row</th><th>overdue</th></tr>"
    return f'<section class="wide"><h2>Sources</h2><table>{head}{rows}</table></section>'


def _table(title: str, rows: Mapping[str, str]) -> str:
    body = "".join(f"<tr><td>{escape(name)}</td><td>{escape(value)}</td></tr>" for name, value in rows.items())
    return f"<section><h2>{title}</h2><table>{body or '<tr><td>none</td></tr>'}</table></section>"


def _counted(counts: Mapping[str, int]) -> dict[str, str]:
    return {name: whole(count) for name, count in counts.items()}


def _more_than_none(counts: Mapping[str, int]) -> dict[str, int]:
    return {name: count for name, count in counts.items() if count}


def _ago(moment: datetime | None, at: datetime) -> str:
    """How long ago, in the largest unit that gives at least two."""
    if moment is None:
        return "never"
    seconds = max(0.0, (at - moment).total_seconds())
    for size, unit in ((86400, "d"), (3600, "h"), (60, "min")):
        if seconds >= 2 * size:
            return f"{seconds / size:.0f} {unit} ago"
    return f"{seconds:.0f} s ago"
