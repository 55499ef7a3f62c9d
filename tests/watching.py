"""Watches what this process opens and dials, by the interpreter's own audit events (https://peps.python.org/pep-0578/)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_lists: list[tuple[frozenset[str], list[tuple[str, Any]]]] = []
_installed: list[bool] = []


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    for events, seen in _lists:
        if event in events:
            seen.append((event, arguments[1] if event == "socket.connect" else arguments[0]))


@contextmanager
def watched(*events: str) -> Iterator[list[tuple[str, Any]]]:
    """The named events of this block, each with what it is about: the path opened, the address dialled."""
    if not _installed:  # a hook cannot be taken out again
        _installed.append(True)
        sys.addaudithook(_watch)
    entry = (frozenset(events), list[tuple[str, Any]]())
    _lists.append(entry)
    try:
        yield entry[1]
    finally:
        _lists.remove(entry)
