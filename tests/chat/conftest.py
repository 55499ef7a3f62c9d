"""What every chat test gets: PTB's switch to timedeltas, as the application sets it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.chat.rig import Rig, running_rig


@pytest.fixture(autouse=True)
def _ptb_gives_timedeltas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.fixture
async def rig(tmp_path: Path) -> AsyncIterator[Rig]:
    """The bot over the local Bot API."""
    async with running_rig(tmp_path) as running:
        yield running
