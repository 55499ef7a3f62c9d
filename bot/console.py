"""The console that commands print to: as wide as the terminal, or wide enough for a table where there is none."""

from __future__ import annotations

from rich.console import Console

PIPE_COLUMNS = 200  # a table's width where no terminal sets one


def the_console() -> Console:
    """A console on standard output."""
    console = Console()
    return console if console.is_terminal else Console(width=PIPE_COLUMNS)
