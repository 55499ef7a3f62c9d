"""The pace: global, per chat and per group; closures are deadlines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.limiter import Limiter

START = 1000.0
GROUP = -100


class Timeline:
    """Sends as fast as a limiter allows, and keeps the times."""

    def __init__(self, limiter: Limiter | None = None) -> None:
        self.limiter = limiter or Limiter()
        self.now = START
        self.times: list[float] = []

    def send(self, chat_id: int, *, cost: int = 1, reply: bool = False) -> float:
        while wait := self.limiter.wait(chat_id, now=self.now, cost=cost, reply=reply):
            self.now += wait
        self.limiter.take(chat_id, now=self.now, cost=cost, reply=reply)
        self.times.append(self.now)
        return self.now - START


def most_within(times: list[float], span: float) -> int:
    return max(sum(start <= time < start + span for time in times) for start in times)


def test_digests_keep_their_pace_and_all_chats_together_stay_below_thirty_a_second() -> None:
    line = Timeline()
    for chat_id in range(1, 301):
        line.send(chat_id)
    assert most_within(line.times, 1.0) <= 30
    assert line.now - START == pytest.approx((300 - 5) / 25, abs=0.1)


def test_digests_with_replies_beside_them_stay_below_thirty_a_second_and_lose_nothing() -> None:
    line = Timeline()
    for chat_id in range(1, 301):
        line.send(chat_id)
        if chat_id % 8 == 0:
            line.send(10_000 + chat_id, reply=True)
    assert most_within(line.times, 1.0) <= 29
    assert 300 / (line.now - START) >= 24


def test_replies_alone_may_use_the_whole_budget() -> None:
    line = Timeline()
    for chat_id in range(1, 281):
        line.send(chat_id, reply=True)
    assert most_within(line.times, 1.0) <= 29
    assert line.now - START <= 10.3


def test_a_paid_rate_is_reached() -> None:
    line = Timeline(Limiter(per_second=1000))
    for chat_id in range(1, 2001):
        line.send(chat_id)
    assert line.now - START < 2.1


def test_a_private_chat_gets_three_in_three_seconds_replies_too() -> None:
    line = Timeline()
    times = [round(line.send(7, reply=bool(number % 2)), 2) for number in range(7)]
    assert times == [0, 0, 0, 3.15, 3.15, 3.15, 6.3]


def test_a_group_gets_eighteen_a_minute_three_seconds_apart() -> None:
    line = Timeline()
    for _ in range(40):
        line.send(GROUP)
    gaps = [later - earlier for earlier, later in zip(line.times, line.times[1:], strict=False)]
    assert min(gaps) >= 3.0 - 1e-6
    assert most_within(line.times, 60.0 - 1e-6) <= 18


def test_an_album_counts_each_of_its_pictures() -> None:
    line = Timeline()
    line.send(GROUP, cost=10)
    line.send(GROUP, cost=8)
    assert line.now - START == pytest.approx(3)
    assert line.send(GROUP) == pytest.approx(60)
    private = Timeline()
    private.send(7, cost=10)
    assert private.send(7) == pytest.approx(8)


def test_an_album_larger_than_the_burst_leaves_a_debt_over_all_digests() -> None:
    line = Timeline(Limiter(per_second=10))
    line.send(1, cost=10)
    assert line.send(2) == pytest.approx(0.9)


def test_replies_are_not_held_by_the_pace_of_digests() -> None:
    line = Timeline(Limiter(per_second=10))
    for chat_id in range(1, 3):
        line.send(chat_id)
    assert line.limiter.wait(6, now=line.now) > 0
    assert line.limiter.wait(6, now=line.now, reply=True) == 0


def test_digests_are_claimed_a_moment_ahead() -> None:
    limiter = Limiter()
    assert limiter.room(now=START) == 7
    limiter.take(1, now=START, cost=6)
    assert limiter.room(now=START) == 1
    limiter.take(1, now=START)
    assert limiter.room(now=START) == 0
    assert limiter.next_opening(now=START) == pytest.approx(0.02)


def test_a_reply_makes_the_chats_digest_wait_but_not_the_reverse() -> None:
    line = Timeline()
    for _ in range(3):
        line.send(7, reply=True)
    assert line.limiter.wait(7, now=line.now) == pytest.approx(3.15)
    line.send(GROUP)
    assert line.limiter.wait(GROUP, now=line.now, reply=True) == 0


def test_replies_in_a_group_stay_at_twenty_a_minute() -> None:
    line = Timeline()
    for _ in range(30):
        line.send(GROUP, reply=True)
    assert most_within(line.times, 60.0 - 1e-6) <= 20


def test_a_flooded_chat_is_closed_until_its_deadline_and_the_others_are_not() -> None:
    limiter = Limiter()
    limiter.flooded(7, 3.0, now=START)
    assert limiter.wait(7, now=START) == pytest.approx(3)
    assert limiter.wait(7, now=START + 1, reply=True) == pytest.approx(2)
    assert limiter.wait(8, now=START) == 0
    limiter.flooded(7, 1.0, now=START)
    assert limiter.wait(7, now=START) == pytest.approx(3)
    assert limiter.closed(now=START) == {7}
    assert limiter.closed(now=START + 3) == frozenset()


def sent_in(limiter: Limiter, seconds: float, start: float) -> int:
    line = Timeline(limiter)
    line.now = start
    chat_id = 1000
    while line.now < start + seconds:
        chat_id += 1
        line.send(chat_id)
    return len(line.times)


def test_one_flooded_chat_slows_no_other_however_long_it_is_closed() -> None:
    limiter = Limiter()
    for wait in (1.0, 45.0, 10_800.0):
        limiter.flooded(7, wait, now=START)
    assert sent_in(limiter, 10, START) == pytest.approx(255, abs=5)


def test_floods_in_several_chats_halve_the_rate_once_which_recovers_within_a_minute() -> None:
    slowed = Limiter()
    for chat_id in range(1, 9):
        slowed.flooded(chat_id, 1.0, now=START)
    assert sent_in(slowed, 10, START + 1) == pytest.approx(135, abs=15)
    assert sent_in(slowed, 10, START + 71) == pytest.approx(255, abs=5)


def test_the_rate_never_falls_to_nothing() -> None:
    limiter = Limiter()
    for moment in range(50):
        for chat_id in (1, 2, 3):
            limiter.flooded(chat_id, 1.0, now=START + 6 * moment)
    limiter.take(1, now=START + 300)
    assert limiter.wait(9, now=START + 302) == 0


def test_three_chats_flooded_at_once_halt_everything_until_the_latest_deadline() -> None:
    limiter = Limiter()
    for chat_id, wait in ((1, 4.0), (2, 20.0)):
        limiter.flooded(chat_id, wait, now=START)
    assert limiter.wait(9, now=START) == 0
    limiter.flooded(3, 5.0, now=START + 1)
    assert limiter.wait(9, now=START + 1) == pytest.approx(19)
    assert limiter.wait(9, now=START + 1, reply=True) == pytest.approx(19)
    assert limiter.room(now=START + 19.9) == 0
    assert limiter.next_opening(now=START + 1) == pytest.approx(19)
    assert limiter.wait(9, now=START + 20) == 0
    for chat_id in (1, 2, 3):
        limiter.flooded(chat_id, 10_800.0, now=START + 100)
    assert limiter.wait(9, now=START + 100) == pytest.approx(60)  # then a few show whether it is over


def test_floods_far_apart_are_the_chats_own() -> None:
    limiter = Limiter()
    for chat_id in range(1, 8):
        limiter.flooded(chat_id, 20.0, now=START + chat_id * 6)
    assert limiter.wait(99, now=START + 50) == 0


def test_the_next_opening_is_the_pace_then_the_first_chat() -> None:
    limiter = Limiter()
    assert limiter.next_opening(now=START) is None
    limiter.take(GROUP, now=START + 10)
    limiter.flooded(7, 20.0, now=START + 10)
    assert limiter.next_opening(now=START + 10) == pytest.approx(3)
    assert limiter.closed(now=START + 10) == {GROUP, 7}


def test_what_is_remembered_of_rested_chats_is_bounded() -> None:
    limiter = Limiter(per_second=1_000_000)
    for chat_id in range(1, 6_000):
        limiter.take(chat_id, now=START)
        limiter.take(-chat_id, now=START)
    for chat_id in range(1, 30_000):
        limiter.take(chat_id, now=START + 100)
    assert len(limiter._groups) == 0
    assert len(limiter._private) == 29_999


@given(
    steps=st.lists(
        st.tuples(
            st.sampled_from([1, 2, -1, -2]),
            st.integers(1, 10),
            st.booleans(),
            st.floats(0, 5),
            st.one_of(st.none(), st.floats(0.5, 40)),
        ),
        max_size=60,
    )
)
def test_no_message_goes_out_before_a_deadline_of_its_chat(
    steps: list[tuple[int, int, bool, float, float | None]],
) -> None:
    limiter, now, closed = Limiter(), START, dict.fromkeys((1, 2, -1, -2), 0.0)
    for chat_id, cost, reply, pause, flood in steps:
        now += pause
        while wait := limiter.wait(chat_id, now=now, cost=cost, reply=reply):
            now += wait
        assert now >= closed[chat_id] - 1e-5
        limiter.take(chat_id, now=now, cost=cost, reply=reply)
        if flood is not None:
            limiter.flooded(chat_id, flood, now=now)
            closed[chat_id] = max(closed[chat_id], now + flood)
