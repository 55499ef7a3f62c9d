"""The results of benchmarks: what counts as met, and how the table and its JSON say it."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.results import Result, table, write_json

SLOW = Result(name="slow", value=30.0, bare=10.0, unit="ms", goal=2)
FAST = Result(name="fast", value=1500.0, unit="/s", goal=1000, at_least=True)
PLAIN = Result(name="plain", value=0.5, unit="MB")


def test_a_goal_is_one_of_the_ratio_where_there_is_a_bare_figure() -> None:
    assert (SLOW.ratio, SLOW.met) == (3.0, False)
    assert (FAST.ratio, FAST.met) == (None, True)
    assert PLAIN.met is None


def test_the_table_has_a_line_for_each_and_the_json_says_the_same(tmp_path: Path) -> None:
    head, slow, fast, plain = table([SLOW, FAST, PLAIN]).splitlines()
    assert head.split() == ["figure", "bare", "ratio", "goal", "met"]
    assert slow.split() == ["slow", "30", "ms", "10", "ms", "3.00", "<=", "2", "x", "NO"]
    assert fast.split() == ["fast", "1,500", "/s", ">=", "1000", "yes"]
    assert plain.split() == ["plain", "0.5", "MB"]
    write_json(tmp_path / "bench.json", [SLOW, FAST])
    told = json.loads((tmp_path / "bench.json").read_text())
    assert [(row["name"], row["ratio"], row["met"]) for row in told["results"]] == [
        ("slow", 3.0, False),
        ("fast", None, True),
    ]
