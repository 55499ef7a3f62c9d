"""Every measurement that needs no material of yours, in one table: `make bench`, or `python -m benchmarks.bench`.

`--quick` takes small sizes and about ten minutes; without it about an hour. `--only growth delivery` runs these
alone. Each runs in a process of its own, one after the other, and prints what it likes; the table at the end has their
results: the figure, what the same costs bare in the same run, the ratio, and the goal. `--json FILE` writes them, too.
"""

from __future__ import annotations

import argparse
import importlib.util
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks import (
    command_line,
    compose,
    delivery,
    extractive,
    footprint,
    growth,
    idle,
    ingest,
    pictures,
    servers,
    stories,
)
from benchmarks.processes import apart
from benchmarks.results import Result, table, write_json

Part = Callable[[bool], list[Result]]


def _summaries(quick: bool) -> list[Result]:
    if importlib.util.find_spec("torch") is None:
        print("left out: the model's libraries are not installed")
        return []
    from benchmarks import summaries

    return summaries.measure(4 if quick else 16)


def _first_answers(quick: bool) -> list[Result]:
    if importlib.util.find_spec("torch") is None:
        print("left out: the model's libraries are not installed")
        return []
    from benchmarks import first_answers

    return first_answers.measure(5 if quick else first_answers.PEOPLE)


def _footprint(quick: bool) -> list[Result]:
    return footprint.measure(1, 0) if quick else footprint.measure()


def _command_line(quick: bool) -> list[Result]:
    return command_line.measure(3 if quick else 7)


def _growth(quick: bool) -> list[Result]:
    articles = 100_000 if quick else 1_000_000
    return [*growth.measure(articles, 0), *growth.measure(articles, 0, days=90)]


def _compose(quick: bool) -> list[Result]:
    return compose.measure(10_000 if quick else 100_000)


def _idle(quick: bool) -> list[Result]:
    return idle.measure(10_000, minutes=2) if quick else idle.measure()


def _ingest(quick: bool) -> list[Result]:
    return ingest.measure(1000, 100, 5000) if quick else ingest.measure()


def _delivery(quick: bool) -> list[Result]:
    return delivery.measure(2000, 500) if quick else delivery.measure()


def _stories(quick: bool) -> list[Result]:
    return stories.scale(steps=(5000, 20_000)) if quick else stories.scale()


def _extractive(quick: bool) -> list[Result]:
    return extractive.measure(100 if quick else 300)


def _servers(quick: bool) -> list[Result]:
    return servers.measure()


def _pictures(quick: bool) -> list[Result]:
    return pictures.measure()


PARTS: dict[str, Part] = {
    "footprint": _footprint,
    "command line": _command_line,
    "growth": _growth,
    "compose": _compose,
    "idle": _idle,
    "delivery": _delivery,
    "ingest": _ingest,
    "stories": _stories,
    "pictures": _pictures,
    "extractive": _extractive,
    "servers": _servers,
    "summaries": _summaries,
    "first_answers": _first_answers,
}


def run(part: str, quick: bool) -> list[Result]:
    """The results of one part."""
    return PARTS[part](quick)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the parts, print the table, write it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="small sizes, about ten minutes")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS))
    parser.add_argument("--json", type=Path, help="write the results here")
    options = parser.parse_args(arguments)
    results: list[Result] = []
    for part in options.only:
        print(f"== {part}", flush=True)
        started = time.monotonic()
        results += apart(run, part, options.quick)
        print(f"   ({time.monotonic() - started:.0f} s)\n", flush=True)
        if options.json:
            write_json(options.json, results)
    print(table(results))


if __name__ == "__main__":
    main()
