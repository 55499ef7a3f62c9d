"""Counts that add up across restarts."""

from __future__ import annotations

from bot.store import Store


async def test_counts_add_up_and_are_read_by_their_prefix(store: Store) -> None:
    await store.counters.add({"rejected.number": 2, "rejected.name": 1})
    await store.counters.add({"rejected.number": 3, "other": 1})
    assert await store.counters.all("rejected.") == {"name": 1, "number": 5}
    assert await store.counters.all() == {"other": 1, "rejected.name": 1, "rejected.number": 5}
