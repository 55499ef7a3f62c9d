"""Writes `bot/text_keys.py` from the English texts: `python -m tests.text_keys`, after each new or renamed text."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from fluent.syntax import FluentParser, ast

PATH = Path(__file__).parent.parent / "bot" / "text_keys.py"
_HEAD = '''"""The keys of the texts in `locales/en.ftl`, for mypy. Written by `python -m tests.text_keys`."""

from __future__ import annotations

from typing import Literal

TextKey = Literal[
'''


def source() -> str:
    """What the module should hold."""
    texts = resources.files("bot.locales").joinpath("en.ftl").read_text("utf-8")
    keys = sorted(entry.id.name for entry in FluentParser().parse(texts).body if isinstance(entry, ast.Message))
    return _HEAD + "".join(f'    "{key}",\n' for key in keys) + "]\n"


if __name__ == "__main__":
    PATH.write_text(source(), encoding="utf-8")
