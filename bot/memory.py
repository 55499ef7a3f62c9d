"""Limits the heaps of glibc: without a limit each thread gets its own, which never shrinks while the bot runs."""

from __future__ import annotations

import ctypes
from contextlib import suppress

HEAPS = 2  # the process stays as small as with one, and threads seldom wait for each other

_M_ARENA_MAX = -8  # of glibc's malloc.h


def share_heaps() -> bool:
    """Let new threads share the heaps; whether the C library can. Other C libraries have no heap for each thread."""
    with suppress(AttributeError, OSError, TypeError):  # musl and macOS lack the function, Windows lacks the library
        return bool(ctypes.CDLL(None).mallopt(_M_ARENA_MAX, HEAPS))
    return False
