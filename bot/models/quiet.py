"""Quiet hours: the local hours in which a chat gets no news."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietHours:
    """From `start` until `end` by the clocks of the chat's zone, past midnight where `end` is the earlier one."""

    start: time
    end: time  # never the same as `start`
    except_alerts: bool = False  # alerts come all the same
