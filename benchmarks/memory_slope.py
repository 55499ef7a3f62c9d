"""Whether the bot's memory grows while it works: `python -m benchmarks.memory_slope [--minutes 60]`.

A new post every three seconds, and a command of one of three people every second, against a local Bot API. Memory is
the proportional set size of all processes, the parsers' included; the first fifth of the time warms up. Prints the mean
of each fifth, and the slope of the rest by least squares.
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
from benchmarks.processes import pss_megabytes

POST_SECONDS = 3


def measure(minutes: float) -> list[tuple[float, float]]:
    """Minutes since the start and megabytes, once a second."""
    looks: list[tuple[float, float]] = []
    with tempfile.TemporaryDirectory() as root, in_own_process(latency=0) as url:
        folder = tidings_folder(Path(root), "slope")
        with started([sys.executable, "-m", "bot", "run"], folder, url) as (pid, *_):
            began = time.monotonic()
            for number in itertools.count():
                passed = (time.monotonic() - began) / 60
                if passed >= minutes:
                    break
                if number % POST_SECONDS == 0:
                    write_posts(folder / "posts", 1, first=number)
                person = PEOPLE[number % len(PEOPLE)]
                say(url, an_update(number + 1, COMMANDS[number // len(PEOPLE) % len(COMMANDS)], person))
                looks.append((passed, pss_megabytes(pid)))
                time.sleep(1)
            print(f"{len(looks)} commands, {oracle(url)['accepted']} messages sent")
    return looks


def main() -> None:
    """Measure and print two lines."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=60)
    minutes = parser.parse_args().minutes
    looks = measure(minutes)
    fifths = [[mb for at, mb in looks if number <= 5 * at / minutes < number + 1] for number in range(5)]
    print("MB, mean of each fifth: " + " ".join(f"{statistics.mean(fifth):.1f}" for fifth in fifths))
    warm = [look for look in looks if look[0] >= minutes / 5]
    a_minute = statistics.linear_regression(*zip(*warm, strict=True)).slope
    print(f"slope of the last four: {a_minute * 60:+.1f} MB an hour")


if __name__ == "__main__":
    main()
