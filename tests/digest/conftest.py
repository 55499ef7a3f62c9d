"""Fixtures of the tests of digests."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.store import Store
from tests.digest.newsroom import Newsroom
from tests.fakes import FakeClock


@pytest.fixture
async def room(store: Store, clock: FakeClock, tmp_path: Path) -> AsyncIterator[Newsroom]:
    """An empty newsroom."""
    room = Newsroom(store, clock, tmp_path / "pictures")
    yield room
    await room.summaries.aclose()
    await room.thumbnails.aclose()
