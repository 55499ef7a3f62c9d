from __future__ import annotations

from bot.web.pace import MAX_HOSTS, HostPace, in_turns


def test_hosts_take_turns_and_otherwise_the_order_stays() -> None:
    assert in_turns(["a1", "a2", "a3", "b1", "c1", "b2"], lambda item: item[0]) == ["a1", "b1", "c1", "a2", "b2", "a3"]
    assert in_turns([], str) == []


def test_requests_to_one_host_start_a_gap_apart() -> None:
    pace = HostPace()
    assert [pace.take_turn("a", now=10.0, gap_seconds=1.0) for _ in range(3)] == [0.0, 1.0, 2.0]
    assert pace.take_turn("b", now=10.0, gap_seconds=1.0) == 0.0
    assert pace.take_turn("a", now=20.0, gap_seconds=1.0) == 0.0


def test_hosts_whose_turn_is_over_are_forgotten() -> None:
    pace = HostPace()
    for number in range(MAX_HOSTS):
        pace.take_turn(str(number), now=0.0, gap_seconds=1.0)
    pace.take_turn("busy", now=0.5, gap_seconds=100.0)
    assert pace.take_turn("0", now=0.5, gap_seconds=1.0) == 0.5
    pace.take_turn("last", now=50.0, gap_seconds=1.0)
    assert pace.take_turn("busy", now=50.0, gap_seconds=1.0) == 50.5
    assert pace._next_start.keys() == {"busy", "last"}


def test_a_host_that_asked_for_a_pause_is_left_alone_for_that_kind_of_request() -> None:
    pace = HostPace()
    pace.pause("a", "feed", now=10.0, seconds=60.0)
    assert [pace.paused_for(host, kind, now=30.0) for host, kind in (("a", "feed"), ("a", "page"), ("b", "feed"))] == [
        40.0,
        0.0,
        0.0,
    ]
    assert pace.paused_for("a", "feed", now=70.0) == 0.0
    pace.pause("b", "feed", now=80.0, seconds=1.0)
    assert pace._paused_until.keys() == {("b", "feed")}
