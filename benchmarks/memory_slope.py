"""Whether the bot's memory grows while it works: `python -m benchmarks.memory_slope [--minutes 60]`.

A day's news is there already, as in a bot that has run for a day: what is read for an answer is as much as ever. Then
a new post every three seconds, read once a minute, and a command of one of three people every second, against a local
Bot API. Prints the mean of each fifth of the time, the first of which warms up: of the proportional set size of all
processes, and of what the bot and its parsers themselves wrote; and the slope of the last three by least squares.
"""

from __future__ import annotations

import argparse
import itertools
import statistics
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.bot_api import in_own_process, oracle, say
from benchmarks.footprint import COMMANDS, PEOPLE, an_update, started, tidings_folder, write_posts
from benchmarks.processes import private_megabytes, pss_megabytes

POST_SECONDS = 3
STOCK = 1200  # posts of the last day: more than are read of one category
STOCK_SECONDS = 70  # between two of them
FIRST_POST = 10_000  # beside the stock
ROWS = ("all processes, PSS", "the bot alone, written by it", "its parsers")

Look = tuple[float, float, float, float]  # minutes since the start, and megabytes as in ROWS


def measure(minutes: float) -> list[Look]:
    """What memory was, once a second."""
    looks: list[Look] = []
    with tempfile.TemporaryDirectory() as root, in_own_process(latency=0) as url:
        folder = tidings_folder(Path(root), "slope")
        (folder / ".env").write_text("FETCH_INTERVAL=1m\n")
        write_posts(folder / "posts", STOCK, seconds=STOCK_SECONDS)
        with started([sys.executable, "-m", "bot", "run"], folder, url) as (pid, *_):
            began = time.monotonic()
            for number in itertools.count():
                passed = (time.monotonic() - began) / 60
                if passed >= minutes:
                    break
                if number % POST_SECONDS == 0:
                    write_posts(folder / "posts", 1, first=FIRST_POST + number)
                person = PEOPLE[number % len(PEOPLE)]
                say(url, an_update(number + 1, COMMANDS[number // len(PEOPLE) % len(COMMANDS)], person))
                looks.append((passed, pss_megabytes(pid), *private_megabytes(pid)))
                time.sleep(1)
            print(f"{len(looks)} commands, {oracle(url)['accepted']} messages sent")
    return looks


def main() -> None:
    """Measure and print a line for each row."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=60)
    minutes = parser.parse_args().minutes
    looks = measure(minutes)
    for row, name in enumerate(ROWS, start=1):
        fifths = [[look[row] for look in looks if part <= 5 * look[0] / minutes < part + 1] for part in range(5)]
        warm = [(look[0], look[row]) for look in looks if look[0] >= minutes * 2 / 5]
        slope = 60 * statistics.linear_regression(*zip(*warm, strict=True)).slope
        means = " ".join(f"{statistics.mean(fifth):.1f}" for fifth in fifths)
        print(f"{name}: MB, mean of each fifth: {means}; {slope:+.1f} MB an hour in the last three")


if __name__ == "__main__":
    main()
