"""Small line charts as SVG: one series each, its largest and its last value in words. Foreign text goes nowhere in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from bot.metrics.figures import POINT_SECONDS, Point

WIDTH, HEIGHT = 300, 60  # units of the drawing; the page scales it


def chart(title: str, values: Sequence[float], *, show: Callable[[float], str]) -> str:
    """A figure with the values from the oldest to the newest; `show` writes a value. Fewer than two give no line."""
    if len(values) < 2:
        return f"<figure><figcaption>{title}</figcaption><p>collecting …</p></figure>"
    top = max(values)
    caption = f"{title} <b>{show(values[-1])}</b> <small>most {show(top)}</small>"
    label = f"{title}: now {show(values[-1])}, most {show(top)}"
    return (
        f"<figure><figcaption>{caption}</figcaption>"
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="none" role="img" aria-label="{label}">'
        f'<polyline points="{_points(values, top)}"/></svg></figure>'
    )


def _points(values: Sequence[float], top: float) -> str:
    step = WIDTH / (len(values) - 1)
    scale = (HEIGHT - 4) / top if top > 0 else 0.0
    return " ".join(f"{index * step:.1f},{HEIGHT - 2 - value * scale:.1f}" for index, value in enumerate(values))


def charts(points: Sequence[Point]) -> str:
    """Every chart of the page."""
    each = f"in {POINT_SECONDS} s"
    return "".join(
        (
            chart("Messages waiting", [point.waiting for point in points], show=whole),
            chart(f"Sent {each}", _steps([point.sent for point in points]), show=whole),
            chart(f"Refused {each}", _steps([point.refused for point in points]), show=whole),
            chart(f"Summaries {each}", _steps([point.summaries for point in points]), show=whole),
            chart("Event loop late at most", [point.loop_lag for point in points], show=milliseconds),
        )
    )


def whole(value: float) -> str:
    """A count, with a comma between thousands."""
    return f"{value:,.0f}"


def milliseconds(seconds: float) -> str:
    """A time in milliseconds."""
    return f"{seconds * 1000:,.0f} ms"


def _steps(totals: Sequence[int]) -> list[float]:
    return [later - earlier for earlier, later in pairwise(totals)]
