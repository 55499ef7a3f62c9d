"""Watches what this process opens, runs and dials: whatever goes through Python's own functions.

No audit hook does it (PEP 578): none can be taken out again, and before Python 3.12 a thread that begins while one runs
dies where coverage is measured.
"""

from __future__ import annotations

import builtins
import io
import os
import socket
import subprocess
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

# By the names of the interpreter's audit events: functions, and methods, of which the object counts as an argument.
_CALLS: dict[str, tuple[tuple[Any, str], ...]] = {
    "open": ((builtins, "open"), (io, "open"), (os, "open")),
    "exec": ((builtins, "exec"),),
    "os.system": ((os, "system"),),
    "socket.connect": ((socket.socket, "connect"), (socket.socket, "connect_ex")),
    "subprocess.Popen": ((subprocess.Popen, "__init__"),),
    "urllib.Request": ((urllib.request.Request, "__init__"),),
}


@contextmanager
def watched(*events: str) -> Iterator[list[tuple[str, Any]]]:
    """The named events of this block, each with what it is about: the path opened, the address dialled."""
    seen: list[tuple[str, Any]] = []
    with ExitStack() as stack:
        for event in events:
            for owner, name in _CALLS[event]:
                stack.enter_context(patch.object(owner, name, _noting(event, owner, getattr(owner, name), seen)))
        yield seen


def _noting(event: str, owner: Any, real: Callable[..., Any], seen: list[tuple[str, Any]]) -> Callable[..., Any]:
    def call(*arguments: Any, **options: Any) -> Any:
        seen.append((event, arguments[1] if isinstance(owner, type) else arguments[0]))
        return real(*arguments, **options)

    return call
