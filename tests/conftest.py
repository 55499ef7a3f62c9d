"""What every test gets: a clean environment, no network but loopback (pytest-socket), a fake clock, a store."""

from __future__ import annotations

import gc
import os
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

if TYPE_CHECKING:
    from bot.store import Store

from bot.config import Settings
from tests.fakes import FakeClock

# A busy machine is no failure: nothing here is judged by the time it takes.
hypothesis_settings.register_profile("tidings", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.load_profile("tidings")


_SETTINGS = frozenset(Settings.model_fields)


@pytest.fixture(scope="session")
def _folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where each test has its working folder: `mktemp` would look through all folders before it each time."""
    return tmp_path_factory.mktemp("cwd")


@pytest.fixture(autouse=True)
def _no_settings_of_the_developer(monkeypatch: pytest.MonkeyPatch, _folders: Path) -> None:
    """Settings come from a test alone: neither from the environment nor from a `.env` beside the project."""
    for name in os.environ:
        if name.lower() in _SETTINGS:
            monkeypatch.delenv(name)
    monkeypatch.chdir(tempfile.mkdtemp(dir=_folders))


def pytest_collection_finish() -> None:
    """Look through what was collected no more: ten thousand tests are millions of objects that stay."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def model_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing ask for the model's libraries, for tests of what works without them."""
    from summarizer.model import files

    monkeypatch.setattr(files, "LIBRARIES", ())


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    from tests.stores import a_store

    async with a_store(tmp_path / "tidings.db") as opened:
        yield opened
