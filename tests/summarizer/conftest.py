"""Tiny models, made once for all workers of a test run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Callable[[str], Path]:
    """Give the folder of the taught model of a kind, "mt5" or "qwen3"."""
    from filelock import FileLock

    from tests.summarizer import tiny_models

    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent

    def folder(kind: str) -> Path:
        path = shared / f"tiny-{kind}"
        with FileLock(shared / f"tiny-{kind}.lock"):
            if not (path / "made").exists():
                path.mkdir(exist_ok=True)
                tiny_models.make(kind, path)
                (path / "made").touch()
        return path

    return folder
