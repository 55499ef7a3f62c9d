"""Writes `bot/text_keys.py` from the English texts: `python -m tests.text_keys`, after each new or renamed text."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from textwrap import fill

from fluent.syntax import FluentParser, ast

PATH = Path(__file__).parent.parent / "bot" / "text_keys.py"
_HEAD = '''"""The keys of the texts in `locales/en.ftl`, for mypy. Written by `python -m tests.text_keys`."""

from __future__ import annotations

from typing import Literal

# fmt: off
TextKey = Literal[
'''


def source() -> str:
    """What the module should hold."""
    texts = resources.files("bot.locales").joinpath("en.ftl").read_text("utf-8")
    keys = sorted(entry.id.name for entry in FluentParser().parse(texts).body if isinstance(entry, ast.Message))
    lines = fill(
        " ".join(f'"{key}",' for key in keys),
        120,
        initial_indent="    ",
        subsequent_indent="    ",
        break_on_hyphens=False,
    )
    return f"{_HEAD}{lines}\n]\n"


if __name__ == "__main__":
    PATH.write_text(source(), encoding="utf-8")
