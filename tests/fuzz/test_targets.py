"""The promises that `make fuzz` tries to break, tried a little in every test run."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.__main__ import by_chance
from tests.fuzz.targets import TARGETS


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_what_fuzzing_starts_from_holds(name: str) -> None:
    for seed in TARGETS[name].seeds:
        TARGETS[name].check(seed)


@pytest.mark.parametrize("name", sorted(TARGETS))
@settings(max_examples=25)
@given(st.data())
def test_pieces_of_what_it_starts_from_hold_in_any_order(name: str, data: st.DataObject) -> None:
    seed = data.draw(st.sampled_from(TARGETS[name].seeds))
    pieces = st.binary(max_size=12) | st.integers(0, len(seed)).map(lambda at: seed[at : at + 15])
    TARGETS[name].check(b"".join(data.draw(st.lists(pieces, max_size=12))))


def test_what_breaks_a_promise_is_kept(tmp_path: Path) -> None:
    def breaks(data: bytes) -> None:
        assert b"a" in data

    with pytest.raises(AssertionError):
        by_chance(breaks, [b"a"], seconds=60, found=tmp_path / "found")
    assert b"a" not in (tmp_path / "found").read_bytes()
    by_chance(breaks, [b"a"], seconds=0, found=tmp_path / "none")
    assert not (tmp_path / "none").exists()
