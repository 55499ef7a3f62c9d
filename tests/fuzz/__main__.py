"""Looks for bytes that break a parser: `python -m tests.fuzz [--seconds 60] [TARGET…]`, each target in its own process.

Guided by coverage where atheris is installed, else by chance. What breaks something is kept in `.fuzz/`.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from importlib.util import find_spec
from pathlib import Path
from typing import Any

FOUND = Path(".fuzz")
MAX_BYTES = 8192
HANG_SECONDS = 20


def main() -> int:
    """Run every target, one after the other; 1 if any was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("targets", nargs="*")
    options = parser.parse_args()
    if options.one:
        attack(options.targets[0], seconds=options.seconds)
        return 0
    from tests.fuzz.targets import TARGETS

    FOUND.mkdir(exist_ok=True)
    broken = []
    for name in options.targets or TARGETS:
        command = [sys.executable, "-m", "tests.fuzz", "--one", "--seconds", str(options.seconds), name]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
        told = (done.stdout + done.stderr).strip().splitlines()
        runs = next((line for line in reversed(told) if "runs" in line), "")
        print(f"{name:<16}{'held' if done.returncode == 0 else 'BROKEN':<8}{runs}", flush=True)
        if done.returncode:
            broken.append(name)
            print("\n".join(f"    {line}" for line in told[-40:]))
    return int(bool(broken))


def attack(name: str, *, seconds: int) -> None:
    """Try inputs on one target until the time is over; raises where one breaks it."""
    atheris: Any = __import__("atheris") if find_spec("atheris") else None
    with atheris.instrument_imports(include=["bot"]) if atheris else nullcontext():
        from tests.fuzz.targets import TARGETS
    target = TARGETS[name]
    if atheris is None:
        by_chance(target.check, target.seeds, seconds=seconds, found=FOUND / name)
        return
    seeds = FOUND / f"seeds-{name}"
    seeds.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(target.seeds):
        (seeds / str(number)).write_bytes(seed)
    limits = [f"-max_total_time={seconds}", f"-max_len={MAX_BYTES}", f"-timeout={HANG_SECONDS}", "-rss_limit_mb=2500"]
    atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={FOUND / name}-", str(seeds)], target.check)
    atheris.Fuzz()


def by_chance(check: Callable[[bytes], None], seeds: Sequence[bytes], *, seconds: float, found: Path) -> None:
    """Change the seeds at random places, again and again."""
    chance, runs, until = random.Random(1), 0, time.monotonic() + seconds
    while time.monotonic() < until:
        data = changed(bytearray(chance.choice(seeds)), chance, seeds)
        try:
            check(data)
        except Exception:
            found.write_bytes(data)
            raise
        runs += 1
    print(f"{runs} runs by chance")


def changed(data: bytearray, chance: random.Random, seeds: Sequence[bytes]) -> bytes:
    """The data with a few bytes replaced, parts repeated, left out or taken from another seed."""
    for _ in range(chance.randint(1, 8)):
        at = chance.randint(0, len(data))
        match chance.randint(0, 3):
            case 0:
                data[at : at + 1] = chance.randbytes(chance.randint(0, 4))
            case 1:
                del data[at : at + chance.randint(1, 12)]
            case 2:
                data[at:at] = data[at : at + chance.randint(1, 20)] * chance.randint(1, 30)
            case _:
                other = chance.choice(seeds)
                start = chance.randint(0, len(other))
                data[at:at] = other[start : start + chance.randint(1, 40)]
    return bytes(data[:MAX_BYTES])


if __name__ == "__main__":
    sys.exit(main())
