"""How long the commands of the command line take: `python -m benchmarks.command_line [--runs 7]`.

Each is a fresh process in a folder with one folder of posts, beside one that imports the settings, sqlite-utils, typer
and rich, run in turn. Seconds and processor seconds, medians of the runs.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.footprint import ROOT, TOKEN, tidings_folder, write_posts
from benchmarks.results import Result, table

BARE = "import bot.config, sqlite_utils, typer, rich.console"
READING = (["stats"], ["sources", "list"])
OTHERS = (["backup"], ["fetch"], ["digest"], ["sources", "check"], ["summarize", "posts/1.md"])
READING_GOAL, OTHERS_GOAL = 1.5, 3.0
POSTS = 20


def measure(runs: int = 7) -> list[Result]:
    """One row a command, in processor seconds: they do not depend on what else the machine does."""
    commands = {" ".join(words): [sys.executable, "-m", "bot", *words] for words in (*READING, *OTHERS)}
    spent: dict[str, list[float]] = {name: [] for name in ("", *commands)}
    with tempfile.TemporaryDirectory() as root:
        folder = tidings_folder(Path(root), "tidings")
        write_posts(folder / "posts", POSTS)
        _run([sys.executable, "-m", "bot", "fetch"], folder)
        for _ in range(runs):
            for name, command in {"": [sys.executable, "-c", BARE], **commands}.items():
                spent[name].append(_run(command, folder))
    low = statistics.median(spent.pop(""))
    goals = {" ".join(words): READING_GOAL for words in READING}
    return [
        Result(
            name=f"tidings {name}; bare: its libraries",
            value=statistics.median(seconds),
            bare=low,
            unit="s",
            goal=goals.get(name, OTHERS_GOAL),
        )
        for name, seconds in spent.items()
    ]


def _run(command: list[str], folder: Path) -> float:
    """Run it to its end; its processor seconds and those of all that it started."""
    environment = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    environment |= {"PYTHONPATH": str(ROOT), "TELEGRAM_BOT_TOKEN": TOKEN, "SUMMARY_ENGINE": "extractive"}
    before, began = _children(), time.monotonic()
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}: {done.stderr}")
    print(f"{time.monotonic() - began:5.2f} s  {' '.join(command[1:])}", file=sys.stderr)
    return _children() - before


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Measure and print one table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=7)
    print(table(measure(parser.parse_args().runs)))


if __name__ == "__main__":
    main()
