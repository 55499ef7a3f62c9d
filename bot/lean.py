"""Makes a start short: libraries load nothing for uses that Tidings has not, and nobody looks for garbage meanwhile."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

# Parts that their libraries do without where they cannot be imported: httpx's command line, which brings rich and
# pygments; PTB's webhook, which brings tornado's (ours is `bot.chat.webhook`).
NEEDLESS = ("httpx._main", "telegram.ext._utils.webhookhandler")

# Objects that are made before Python looks for garbage again. Modules are none: it takes a quarter of a start. Articles
# are none either, and each batch of them holds thousands of objects: at Python's own 700 it takes a tenth of loading.
_USUAL = (20_000, 20, 50)
_HURRIED = (100_000, 50, 50)


def hurry() -> None:
    """Seldom look for garbage, until `settle`."""
    gc.set_threshold(*_HURRIED)


def settle() -> None:
    """Look for garbage now and then, but not among what is loaded so far: that stays."""
    gc.freeze()
    gc.set_threshold(*_USUAL)


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
