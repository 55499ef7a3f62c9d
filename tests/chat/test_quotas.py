"""Sliding windows."""

from __future__ import annotations

from bot.chat import quotas
from bot.chat.quotas import Limit, Quotas

FEW = (Limit(count=2, seconds=10), Limit(count=3, seconds=100))


def test_a_window_slides() -> None:
    counted = Quotas()
    taken = [counted.take([("ada", FEW)], now=now) for now in (0, 1, 2, 10.5, 12, 105)]
    assert taken == [None, None, "ada", None, "ada", None]


def test_a_use_counts_under_all_its_keys_or_under_none() -> None:
    counted = Quotas()
    group = (Limit(count=1, seconds=10),)
    assert counted.take([("ada", FEW), ("group", group)], now=0) is None
    assert counted.take([("ada", FEW), ("group", group)], now=1) == "group"
    assert counted.take([("ada", FEW)], now=2) is None


def test_idle_keys_are_forgotten(monkeypatch: object) -> None:
    counted = Quotas()
    for number in range(quotas._SWEEP_KEYS + 1):
        counted.take([(number, FEW)], now=0)
    counted.take([("late", FEW)], now=1000)
    assert len(counted._uses) == 1
