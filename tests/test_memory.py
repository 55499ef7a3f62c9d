"""How much memory the bot holds."""

from __future__ import annotations

import ctypes
import platform

import pytest

from bot.memory import give_back, share_heaps


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc gives every thread a heap")
def test_glibc_takes_the_limit() -> None:
    assert share_heaps()


@pytest.mark.parametrize("missing", [AttributeError, OSError, TypeError])
def test_a_c_library_without_such_heaps_is_left_alone(
    missing: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_library(name: object) -> object:
        raise missing

    monkeypatch.setattr(ctypes, "CDLL", no_library)
    assert not share_heaps()


def test_free_memory_goes_back_where_the_library_can(monkeypatch: pytest.MonkeyPatch) -> None:
    give_back()
    monkeypatch.setattr(ctypes, "CDLL", lambda name: object())
    assert give_back() is False
