"""Keeps glibc from giving every thread a heap of its own, none of which shrinks again while the bot runs."""

from __future__ import annotations

import ctypes
from contextlib import suppress

HEAPS = 2  # as small as one, and threads that work side by side seldom wait for each other

_M_ARENA_MAX = -8  # of glibc's malloc.h


def share_heaps() -> bool:
    """Let the threads to come share the heaps; whether the C library knows how. Others' do without such heaps."""
    with suppress(AttributeError, OSError, TypeError):  # musl and macOS have no such function, Windows no such library
        return bool(ctypes.CDLL(None).mallopt(_M_ARENA_MAX, HEAPS))
    return False
