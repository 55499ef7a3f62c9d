"""A backup reaches the disk while it is written, not all at its end."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from bot.store.database import steady


@pytest.mark.parametrize("error", [None, OSError("no")])
def test_a_file_is_sent_to_the_disk_again_and_again_while_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError | None
) -> None:
    path, twice, calls = tmp_path / "file", threading.Event(), 0

    def sync(descriptor: int) -> None:
        nonlocal calls
        assert os.fstat(descriptor).st_ino == path.stat().st_ino
        calls += 1
        if calls == 2:
            twice.set()
        if error:
            raise error

    monkeypatch.setattr(steady, "SYNC_SECONDS", 0.001)
    monkeypatch.setattr(os, "fsync", sync)
    path.touch()
    with steady.written_steadily(path):
        assert twice.wait(10)
    assert not [thread for thread in threading.enumerate() if thread.name == "sync"]
