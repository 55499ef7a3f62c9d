"""The figures of a day, as the chart of `/stats` draws them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFigures:
    """What happened on one day: digests that were made, articles that came in, messages that were given up."""

    begins_at: datetime
    digests: int
    articles: int
    failures: int
