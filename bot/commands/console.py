"""What several commands print with."""

from __future__ import annotations

import sys
from pathlib import Path

from rich.console import Console

PIPE_COLUMNS = 200  # the width of tables without a terminal


def the_console() -> Console:
    """A console on standard output, as wide as the terminal; wide enough for tables where there is none."""
    console = Console()
    return console if console.is_terminal else Console(width=PIPE_COLUMNS)


def say_at_once(text: str) -> None:
    """Write to standard output and flush, so that a pipe or log file gets the text before the program ends."""
    sys.stdout.write(text)
    sys.stdout.flush()


def server_name(address: str) -> str:
    """The host and port of an address, without the password that may stand before them."""
    return address.partition("://")[2].partition("/")[0].rpartition("@")[2] or address


def install(extra: str) -> str:
    """The command that installs an extra into this Python, ready to be copied."""
    python, here = Path(sys.executable), Path.cwd()
    shown = python.relative_to(here) if python.is_relative_to(here) else python
    return f"`{shown} -m pip install 'tidings[{extra}]'`"
