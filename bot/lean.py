"""Keeps libraries from loading what they have for uses that Tidings has not: a seventh of a bare start."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

# Parts that their libraries do without where they cannot be imported: httpx's command line, which brings rich and
# pygments; PTB's webhook, which brings tornado's (ours is `bot.chat.webhook`).
NEEDLESS = ("httpx._main", "telegram.ext._utils.webhookhandler")


def leave_out_needless() -> None:
    """Make imports of the needless parts fail from now on, in this process."""
    for name in NEEDLESS:
        sys.modules.setdefault(name, None)  # type: ignore[arg-type] # https://docs.python.org/3/reference/import.html


@contextmanager
def without(name: str) -> Iterator[None]:
    """Imports in this block find no module of that name, as where it is not installed; unless it is loaded already."""
    if name in sys.modules:
        yield
        return
    sys.modules[name] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[name]
