"""Limits the heaps of glibc: without a limit each thread gets its own, which never shrinks while the bot runs.

Gives back to the system what is free in them: glibc keeps it otherwise, for work that comes once a day.
"""

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


def give_back() -> bool:
    """Return free memory to the system; whether there was any. Takes milliseconds, or nothing where nothing is free."""
    with suppress(AttributeError, OSError, TypeError):
        return bool(ctypes.CDLL(None).malloc_trim(0))
    return False
