"""New stores for tests: migrated once, then copied, since a migration costs more than most tests."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.store import Store

_migrated: list[bytes] = []


@asynccontextmanager
async def a_store(path: Path) -> AsyncIterator[Store]:
    """An empty store in a file of its own."""
    if not _migrated:
        async with Store.open(path):
            pass
        _migrated.append(path.read_bytes())
    path.write_bytes(_migrated[0])
    async with Store.open(path) as store:
        yield store
