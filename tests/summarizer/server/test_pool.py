"""Which server gets the next request, and how those that fail rest."""

from __future__ import annotations

import pytest

from summarizer.server.pool import MAX_BACKOFF_SECONDS, MAX_RETRY_AFTER_SECONDS, Lease, ServerPool
from summarizer.server.wire import Failure, Problem

DOWN = Failure(problem=Problem.UNREACHABLE, detail="the connection is refused")


def a_pool(*urls: str, in_flight: int = 2) -> ServerPool:
    return ServerPool(urls or ("a", "b"), in_flight=in_flight, backoff_seconds=1.0)


def take(pool: ServerPool, now: float = 0.0, *, tried: tuple[str, ...] = ()) -> Lease:
    lease = pool.take(now, tried=tried)
    assert lease is not None
    return lease


def test_the_server_with_the_fewest_in_flight_is_next_until_all_are_full() -> None:
    pool = a_pool()
    leases = [take(pool) for _ in range(4)]
    assert [lease.server.url for lease in leases] == ["a", "b", "a", "b"]
    assert pool.take(0.0) is None
    assert pool.wakes_at() == 0.0
    pool.settle(leases[1], None, 0.0)
    assert take(pool).server.url == "b"


def test_a_request_goes_to_a_server_that_it_has_not_tried() -> None:
    assert take(a_pool(), tried=("a",)).server.url == "b"
    assert take(a_pool("a"), tried=("a",)).server.url == "a"


def test_a_server_that_fails_rests_twice_as_long_each_time_and_is_tried_by_one_request() -> None:
    pool = a_pool("a")
    now = 0.0
    for rest in (1.0, 2.0, 4.0, 8.0, 16.0, 32.0, MAX_BACKOFF_SECONDS, MAX_BACKOFF_SECONDS):
        lease = take(pool, now)
        assert now == 0.0 or pool.take(now) is None  # one trial at a time
        assert now == 0.0 or pool.wakes_at() == 0.0
        pool.settle(lease, DOWN, now)
        assert pool.wakes_at() == now + rest
        assert pool.take(now + rest - 0.01) is None
        now += rest
    pool.settle(take(pool, now), None, now)
    assert [take(pool, now).trial for _ in range(2)] == [False, False]


def test_requests_that_fail_together_count_once() -> None:
    pool = a_pool("a")
    first, second = take(pool), take(pool)
    pool.settle(first, DOWN, 0.0)
    pool.settle(second, DOWN, 0.0)
    assert pool.wakes_at() == 1.0
    assert pool.servers[0].in_flight == 0


def test_an_answer_from_before_the_failure_does_not_end_the_rest() -> None:
    pool = a_pool("a")
    early, late = take(pool), take(pool)
    pool.settle(late, DOWN, 0.0)
    pool.settle(early, None, 0.5)
    assert pool.take(0.5) is None


def test_a_released_trial_leaves_the_place_to_the_next() -> None:
    pool = a_pool("a")
    pool.settle(take(pool), DOWN, 0.0)
    pool.release(take(pool, 1.0))
    assert take(pool, 1.0).trial


@pytest.mark.parametrize(
    ("failure", "rest"),
    [
        (Failure(problem=Problem.BUSY, detail="", retry_after=7.0), 7.0),
        (Failure(problem=Problem.BUSY, detail="", retry_after=1e9), MAX_RETRY_AFTER_SECONDS),
        (Failure(problem=Problem.KEY, detail=""), MAX_BACKOFF_SECONDS),
    ],
)
def test_what_the_server_asks_for_and_what_does_not_pass_set_the_rest(failure: Failure, rest: float) -> None:
    pool = a_pool("a")
    pool.settle(take(pool), failure, 10.0)
    assert pool.wakes_at() == 10.0 + rest


def test_there_is_an_outage_only_while_every_server_is_out() -> None:
    pool = a_pool()
    first, second = take(pool), take(pool)
    assert pool.outage(0.0) is None
    pool.settle(first, DOWN, 0.0)
    assert pool.outage(0.0) is None
    pool.settle(second, Failure(problem=Problem.TIMEOUT, detail="late"), 0.0)
    assert pool.outage(0.5) == (pool.servers[0], DOWN)
    assert pool.outage(1.0) is None  # it will be tried again


def test_a_busy_server_is_not_out() -> None:
    pool = a_pool("a")
    pool.settle(take(pool), Failure(problem=Problem.BUSY, detail=""), 0.0)
    assert pool.outage(0.5) is None
