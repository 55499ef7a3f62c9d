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

# A busy machine is no failure: nothing is judged by the time it takes. Every run has the same examples, so that none
# fails by chance; `make fuzz` looks for new ones.
hypothesis_settings.register_profile(
    "tidings", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.load_profile("tidings")


_SETTINGS = frozenset(Settings.model_fields)
_MEMORY = Path("/dev/shm")
_MEMORY_BYTES = 1 << 30  # that must be free: tests hold some 20 MB at a time


def pytest_configure() -> None:
    """Keep what tests write in memory, where there is room for it: every commit of a store waits for the disk."""
    if "PYTEST_DEBUG_TEMPROOT" in os.environ or not os.access(_MEMORY, os.W_OK):
        return
    room = os.statvfs(_MEMORY)
    if room.f_bavail * room.f_frsize >= _MEMORY_BYTES and not room.f_flag & os.ST_NOEXEC:
        os.environ["PYTEST_DEBUG_TEMPROOT"] = str(_MEMORY)


class _Folders:
    """Empty working folders: a new one only where a test wrote into the last one."""

    def __init__(self, parent: Path) -> None:
        self._parent = parent
        self._last: str | None = None

    def empty(self) -> str:
        if self._last is None or not os.path.isdir(self._last) or os.listdir(self._last):
            self._last = tempfile.mkdtemp(dir=self._parent)
        return self._last


@pytest.fixture(scope="session")
def _folders(tmp_path_factory: pytest.TempPathFactory) -> _Folders:
    return _Folders(tmp_path_factory.mktemp("cwd"))


@pytest.fixture(autouse=True)
def _no_settings_of_the_developer(monkeypatch: pytest.MonkeyPatch, _folders: _Folders) -> None:
    """Settings come from a test alone: neither from the environment nor from a `.env` beside the project."""
    for name in os.environ:
        if name.lower() in _SETTINGS:
            monkeypatch.delenv(name)
    monkeypatch.chdir(_folders.empty())


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name no test by packed bytes: gzip writes the second into them, and every worker must collect the same names."""
    return argname if isinstance(val, bytes) and not val.isascii() else None


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
