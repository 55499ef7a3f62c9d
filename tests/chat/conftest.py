"""What every chat test gets: PTB's switch to timedeltas, as the application sets it."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _ptb_gives_timedeltas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
