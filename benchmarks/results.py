"""What benchmarks find, as values: `make bench` gathers them into one table, and writes them as JSON."""

from __future__ import annotations

import json
import os
import platform
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_NAME, _CELL = 62, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One figure. Its goal is one of its ratio to the bare figure, where it has that, else of the figure itself."""

    name: str
    value: float
    unit: str
    bare: float | None = None  # what the same costs without Tidings, or at the smaller size, in the same run
    goal: float | None = None
    at_least: bool = False  # more is better

    @property
    def ratio(self) -> float | None:
        """The figure over the bare one."""
        return self.value / self.bare if self.bare else None

    @property
    def met(self) -> bool | None:
        """Whether it reaches its goal; None without one."""
        if self.goal is None:
            return None
        judged = self.value if self.ratio is None else self.ratio
        return judged >= self.goal if self.at_least else judged <= self.goal


def table(results: Sequence[Result]) -> str:
    """All results, one a line: name, figure, bare figure, ratio, goal, met."""
    titles = ("figure", "bare", "ratio", "goal", "met")
    width = max([_NAME, *(len(result.name) + 2 for result in results)])
    lines = [f"{'':{width}}" + "".join(f"{title:>{_CELL}}" for title in titles)]
    for result in results:
        sign = ">=" if result.at_least else "<="
        goal = "" if result.goal is None else f"{sign} {result.goal:g}{'' if result.bare is None else ' x'}"
        cells = (
            f"{_short(result.value)} {result.unit}",
            "" if result.bare is None else f"{_short(result.bare)} {result.unit}",
            "" if result.ratio is None else f"{result.ratio:.2f}",
            goal,
            {None: "", True: "yes", False: "NO"}[result.met],
        )
        lines.append(f"{result.name:{width}}" + "".join(f"{cell:>{_CELL}}" for cell in cells))
    return "\n".join(lines)


def _short(number: float) -> str:
    return f"{number:,.0f}" if abs(number) >= 100 else f"{number:.3g}"


def write_json(path: Path, results: Sequence[Result]) -> None:
    """Write the results, with the machine and the time at which they were written."""
    machine = {
        "python": platform.python_version(),
        "machine": platform.machine(),
        "processors": os.cpu_count(),
        "load": os.getloadavg()[0],
    }
    rows = [
        {
            "name": result.name,
            "unit": result.unit,
            "value": result.value,
            "bare": result.bare,
            "ratio": result.ratio,
            "goal": result.goal,
            "at_least": result.at_least,
            "met": result.met,
        }
        for result in results
    ]
    written = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    path.write_text(json.dumps({"written_at": written, "machine": machine, "results": rows}, indent=1) + "\n", "utf-8")
