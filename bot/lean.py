"""Makes a start short: libraries load nothing for uses that Tidings has not, and nobody looks for garbage meanwhile."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

# Parts that their libraries do without where they cannot be imported: httpx's command line, which brings rich and
# pygments; PTB's webhook, which brings tornado's (ours is `bot.chat.webhook`).
NEEDLESS = ("httpx._main", "telegram.ext._utils.webhookhandler")

_READ_AUTHORITIES = "set_default_verify_paths"

# Objects that are made before Python looks for garbage again; a start makes fewer. Modules are none: it takes a quarter
# of a start. Articles are none either, and each batch of them holds thousands of objects: at Python's own 700 it takes
# a tenth of loading.
_USUAL = (20_000, 20, 50)
_HURRIED = (1_000_000, 50, 50)


def hurry() -> None:
    """Seldom look for garbage, until `settle`."""
    gc.set_threshold(*_HURRIED)


def settle() -> None:
    """Look for garbage now and then, but not among what is loaded so far: that stays."""
    gc.freeze()
    gc.set_threshold(*_USUAL)


def leave_out_needless() -> None:
    """Make imports of the needless parts fail from now on, in this process; pydantic has no plugins to look for."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # it would read what every installed library offers
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


@contextmanager
def no_authorities() -> Iterator[None]:
    """TLS contexts that are made in this block trust nobody, and read no certificates, which takes 30 ms each.

    For aiohttp, which makes two as it is imported; every session of ours brings its own.
    """
    import ssl  # which commands that only read do without

    setattr(ssl.SSLContext, _READ_AUTHORITIES, lambda _: None)  # before the method that it inherits
    try:
        yield
    finally:
        delattr(ssl.SSLContext, _READ_AUTHORITIES)
