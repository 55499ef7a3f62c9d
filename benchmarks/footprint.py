"""What Tidings takes at rest and to start, beside a bare python-telegram-bot application in the same run.

`python -m benchmarks.footprint [--posts 500] [--runs 5]`: both against a local Bot API, with no source but a folder of
posts. Memory is the proportional set size of all processes; times end with the first getUpdates. Each figure is the
median of the runs; after the posts and a day's commands the memory is read once, when the parsers have gone to sleep.
"""

from __future__ import annotations

import argparse
import itertools
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.bot_api import in_own_process, oracle, say
from benchmarks.processes import cpu_seconds, pss_megabytes
from benchmarks.results import Result, table

ROOT = Path(__file__).parent.parent
TOKEN = "123456:" + "a" * 35
REST_SECONDS = 15.0  # after the start: what only the start needed is gone
SLEEP_SECONDS = 60.0  # after work: parsers end, memory goes back
START_SECONDS = 60.0
BARE = """
import os
from telegram.ext import Application, CommandHandler
async def start(update, context):
    await update.message.reply_text("Hello")
application = Application.builder().token(os.environ["TELEGRAM_BOT_TOKEN"])
application = application.base_url(os.environ["TELEGRAM_API_URL"] + "/bot").build()
application.add_handler(CommandHandler("start", start))
application.run_polling()
"""
PEOPLE = (9, 10, 11)  # the first one is the owner
COMMANDS = (
    "/start", "/categories", "/subscribe World", "/subscriptions", "/today", "/digest", "/schedule 08:00 18:30",
    "/timezone Europe/Berlin", "/language", "/settings", "/filter -football", "/filters", "/mute", "/search trade",
    "/stats", "/sources", "/help",
)  # fmt: skip
POST = """---
title: Council {number} votes on the harbour plan of district {number}
categories: [World, Harbours]
date: {date}
---
<p>The council of district {number} voted on Monday for plan {number}, which moves the harbour by {number} metres.</p>
<p>Its mayor said that trade would grow by {number} percent, and that 1{number} people would find work there.</p>
<p>Critics of the plan count {number} houses that have to go. They want a second vote in spring.</p>
"""


@dataclass(frozen=True, slots=True)
class Rest:
    """A program that waits for updates: seconds and processor seconds to its first getUpdates, megabytes at rest."""

    seconds: float
    processor: float
    megabytes: float


@contextmanager
def started(command: list[str], folder: Path, url: str) -> Iterator[tuple[int, float, float]]:
    """The program's process id, with the seconds and processor seconds that it took to its first getUpdates."""
    environment = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    environment |= {
        "PYTHONPATH": str(ROOT),
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": url,
        "TELEGRAM_ADMIN_IDS": "9",
        "SUMMARY_ENGINE": "extractive",
    }
    began = time.monotonic()
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
    try:
        first = None
        while first is None:
            if process.poll() is not None or time.monotonic() - began > START_SECONDS:
                raise SystemExit((folder / "log").read_text())
            time.sleep(0.01)
            first = oracle(url)["first_called"].get("getupdates")
        yield process.pid, first - began, cpu_seconds(process.pid)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def at_rest(command: list[str], folder: Path) -> Rest:
    """Start the program in the folder, let it rest, and end it."""
    with in_own_process(latency=0) as url, started(command, folder, url) as (pid, seconds, processor):
        time.sleep(REST_SECONDS)
        return Rest(seconds, processor, pss_megabytes(pid))


def after_a_day(command: list[str], folder: Path, *, posts: int) -> tuple[float, float]:
    """Megabytes at the highest and at rest again, after so many posts and the commands of several chats."""
    with in_own_process(latency=0) as url, started(command, folder, url) as (pid, *_):
        write_posts(folder / "posts", posts)
        highest = pss_megabytes(pid)
        ids = itertools.count(1)
        for second in range(int(SLEEP_SECONDS)):
            if second >= 20 and second % 2 == 0:  # not faster than people may ask: what is too much gets no answer
                for person in PEOPLE:
                    say(url, an_update(next(ids), COMMANDS[(second // 2 + person) % len(COMMANDS)], person))
            highest = max(highest, pss_megabytes(pid))
            time.sleep(1)
        time.sleep(SLEEP_SECONDS)
        told = oracle(url)
        print(f"{posts} posts, {next(ids) - 1} commands, {told['accepted']} messages sent")
        return highest, pss_megabytes(pid)


def an_update(number: int, text: str, person: int) -> dict[str, Any]:
    """A person's command."""
    length = len(text.split()[0])
    sender = {"id": person, "is_bot": False, "first_name": "Ada", "language_code": "en"}
    message = {
        "message_id": number, "date": int(time.time()), "chat": {"id": person, "type": "private", "first_name": "Ada"},
        "from": sender, "text": text, "entities": [{"type": "bot_command", "offset": 0, "length": length}],
    }  # fmt: skip
    return {"update_id": number, "message": message}


def write_posts(folder: Path, count: int, *, first: int = 0, seconds: int = 120) -> None:
    """Posts of the last day, each so many seconds older than the one before, with the numbers from `first` on."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(first, first + count):
        moment = time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime(time.time() - (number - first) * seconds))
        (folder / f"{number}.md").write_text(POST.format(number=number, date=moment))


def tidings_folder(root: Path, name: str) -> Path:
    """A folder to start Tidings in, with an empty folder of posts as its source."""
    folder = root / name
    (folder / "posts").mkdir(parents=True)
    (folder / "sources.toml").write_text('[[source]]\nname = "Posts"\npath = "posts"\n')
    return folder


def measure(runs: int = 5, posts: int = 500) -> list[Result]:
    """Both beside each other, medians of the runs; memory after a day's work, unless it has no posts."""
    bare_command, our_command = [sys.executable, "-c", BARE], [sys.executable, "-m", "bot", "run"]
    bare: list[Rest] = []
    ours: list[Rest] = []
    names = (
        ("seconds", "start: seconds to the first getUpdates", "s"),
        ("processor", "start: processor seconds to the first getUpdates", "s"),
        ("megabytes", "memory at rest", "MB"),
    )
    results = []
    with tempfile.TemporaryDirectory() as root:
        for run in range(runs):
            bare.append(at_rest(bare_command, Path(root)))
            ours.append(at_rest(our_command, tidings_folder(Path(root), str(run))))
        for field, name, unit in names:
            low, high = (statistics.median(getattr(rest, field) for rest in rests) for rests in (bare, ours))
            results.append(Result(name=f"{name}; bare: PTB", value=high, bare=low, unit=unit, goal=2))
        if posts:
            highest, rest = after_a_day(our_command, tidings_folder(Path(root), "day"), posts=posts)
            low = statistics.median(rest.megabytes for rest in bare)
            print(f"after the work of a day; at the highest {highest:.0f} MB", flush=True)
            name = "memory after a day's work; bare: PTB at rest"
            results.append(Result(name=name, value=rest, bare=low, unit="MB", goal=2.5))
    return results


def main() -> None:
    """Measure and print one table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--posts", type=int, default=500, help="0: do not measure the work of a day")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    print(table(measure(options.runs, options.posts)))


if __name__ == "__main__":
    main()
