from __future__ import annotations

from bot.web.throttle import MAX_HOSTS, HostThrottle, interleaved


def test_hosts_take_turns_and_otherwise_the_order_stays() -> None:
    assert interleaved(["a1", "a2", "a3", "b1", "c1", "b2"], lambda item: item[0]) == [
        "a1",
        "b1",
        "c1",
        "a2",
        "b2",
        "a3",
    ]
    assert interleaved([], str) == []


def test_requests_to_one_host_start_a_gap_apart() -> None:
    throttle = HostThrottle()
    assert [throttle.reserve("a", now=10.0, gap_seconds=1.0) for _ in range(3)] == [0.0, 1.0, 2.0]
    assert throttle.reserve("b", now=10.0, gap_seconds=1.0) == 0.0
    assert throttle.reserve("a", now=20.0, gap_seconds=1.0) == 0.0


def test_hosts_whose_turn_is_over_are_forgotten() -> None:
    throttle = HostThrottle()
    for number in range(MAX_HOSTS):
        throttle.reserve(str(number), now=0.0, gap_seconds=1.0)
    throttle.reserve("busy", now=0.5, gap_seconds=100.0)
    assert throttle.reserve("0", now=0.5, gap_seconds=1.0) == 0.5
    throttle.reserve("last", now=50.0, gap_seconds=1.0)
    assert throttle.reserve("busy", now=50.0, gap_seconds=1.0) == 50.5
    assert throttle._next_start.keys() == {"busy", "last"}


def test_a_host_that_asked_for_a_pause_is_left_alone_for_that_kind_of_request() -> None:
    throttle = HostThrottle()
    throttle.pause("a", "feed", now=10.0, seconds=60.0)
    assert [
        throttle.paused_for(host, kind, now=30.0) for host, kind in (("a", "feed"), ("a", "page"), ("b", "feed"))
    ] == [
        40.0,
        0.0,
        0.0,
    ]
    assert throttle.paused_for("a", "feed", now=70.0) == 0.0
    throttle.pause("b", "feed", now=80.0, seconds=1.0)
    assert throttle._paused_until.keys() == {("b", "feed")}
