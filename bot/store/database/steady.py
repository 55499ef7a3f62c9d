"""Has a large file reach the disk bit by bit while it is written: all of it at once would hold up other writes."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SYNC_SECONDS = 0.1


@contextmanager
def written_steadily(path: Path) -> Iterator[None]:
    """While the block writes to this file, have what it has so far written to the disk again and again.

    What fails here fails again in the block, or when it makes sure of the whole file.
    """
    done = threading.Event()

    # Not to be closed before the block's own connections are: that would drop their locks (bot.store.database.watch).
    with path.open("rb") as file:

        def sync() -> None:
            while not done.wait(SYNC_SECONDS):
                with contextlib.suppress(OSError):
                    os.fsync(file.fileno())

        thread = threading.Thread(target=sync, name="sync")
        thread.start()
        try:
            yield
        finally:
            done.set()
            thread.join()
