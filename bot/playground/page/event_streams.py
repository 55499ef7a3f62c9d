"""The streams of events to the pages that are open: each page gets every event once, in order."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Any

Event = dict[str, Any]
BACKLOG = 1000  # events a page may lag behind before it is cut off; it then reloads the state


class EventStreams:
    """One queue of events for each open page."""

    def __init__(self) -> None:
        self._queues: set[asyncio.Queue[Event | None]] = set()

    def __len__(self) -> int:
        return len(self._queues)

    def publish(self, event: Event) -> None:
        """Hand `event` to every open page; a page that lags too far behind is cut off."""
        for queue in list(self._queues):
            if queue.qsize() >= BACKLOG:
                self._queues.discard(queue)
                queue.put_nowait(None)
            else:
                queue.put_nowait(event)

    def close(self) -> None:
        """End every stream."""
        for queue in self._queues:
            queue.put_nowait(None)
        self._queues.clear()

    @contextmanager
    def subscribe(self) -> Iterator[AsyncIterator[Event]]:
        """The events from now on; they end when the page is cut off or the server stops."""
        queue: asyncio.Queue[Event | None] = asyncio.Queue()
        self._queues.add(queue)
        try:
            yield _drain(queue)
        finally:
            self._queues.discard(queue)


async def _drain(queue: asyncio.Queue[Event | None]) -> AsyncIterator[Event]:
    while (event := await queue.get()) is not None:
        yield event
