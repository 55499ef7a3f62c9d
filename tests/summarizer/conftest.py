"""Tiny models, made once for all workers of a test run."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


# Several models at once on few cores: their threads would wait for one another, spinning.
os.environ["OMP_NUM_THREADS"] = "1"


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Callable[[str], Path]:
    """Give the folder of the taught model of a kind, "mt5" or "qwen3"."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent

    def folder(kind: str) -> Path:
        from filelock import FileLock  # the model's libraries bring it

        models = shared / "tiny-models"
        with FileLock(shared / "tiny-models.lock"):
            if not (models / "made").exists():
                models.mkdir(exist_ok=True)
                command = [sys.executable, "-m", "tests.summarizer.model.tiny_models", str(models)]
                subprocess.run(command, check=True, cwd=ROOT, capture_output=True)  # the libraries warn a lot
                (models / "made").touch()
        return models / kind

    return folder
