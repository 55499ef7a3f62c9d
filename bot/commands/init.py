"""`tidings init`: files to start from, in this folder: `sources.toml`, `.env` and a folder for posts."""

from __future__ import annotations

import sys
from importlib import resources
from pathlib import Path

from bot.errors import TidingsError

STARTERS = {"sources.toml": "sources.toml", ".env": ".env.example"}


def write_starters(folder: Path) -> None:
    """Write what is not there yet, and print what was written and what comes next; nothing is overwritten."""
    for name, original in STARTERS.items():
        target = folder / name
        if target.exists():
            sys.stdout.write(f"{target} is here already\n")
            continue
        target.touch(mode=0o600 if name == ".env" else 0o644)
        target.write_text(starter(original), "utf-8")
        sys.stdout.write(f"wrote {target}\n")
    (folder / "posts").mkdir(exist_ok=True)
    sys.stdout.write("Next: put the token of @BotFather into .env, look through sources.toml, then `tidings run`\n")


def starter(name: str) -> str:
    """The text of a starter file: of the installed package, or of the checkout."""
    inside = resources.files("bot").joinpath("starters", name)
    beside = Path(__file__).parent.parent.parent / name
    for place in (inside, beside):
        if place.is_file():
            return place.read_text("utf-8")
    raise TidingsError(f"{name} is missing: install Tidings anew")
