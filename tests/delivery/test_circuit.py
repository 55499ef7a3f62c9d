"""The circuit breaker: whole outages, partial ones, and what is risked meanwhile."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from bot.delivery.circuit import Circuit

START = 1000.0


def test_trouble_in_a_row_pauses_ever_longer_and_what_was_in_flight_together_counts_once() -> None:
    circuit = Circuit()
    for _ in range(4):
        circuit.failed(now=START, in_doubt=False)
    assert (circuit.in_trouble, circuit.opens_at < START) == (False, True)
    for _ in range(20):
        circuit.failed(now=START, in_doubt=False)
    assert (circuit.in_trouble, circuit.opens_at > START) == (True, True)
    now = START
    for pause in (5, 10, 20, 40, 60, 60):
        assert circuit.opens_at - now == pytest.approx(pause)
        now += pause
        circuit.failed(now=now, in_doubt=False)
    circuit.answered()
    assert not circuit.in_trouble
    assert circuit.opens_at < now


def test_an_answer_to_a_probe_does_not_end_a_partial_outage_but_sends_do() -> None:
    circuit = Circuit()
    for _ in range(5):
        circuit.failed(now=START, in_doubt=True)
        circuit.took()
    circuit.failed(now=START, in_doubt=True)
    circuit.answered()
    assert circuit.one_at_a_time(now=START + 5)
    assert circuit.opens_at > START
    assert not circuit.may_resend(now=START + 100)
    for _ in range(10):
        circuit.took()
    assert not circuit.one_at_a_time(now=START + 5)
    assert circuit.may_resend(now=START + 5)
    assert circuit.opens_at < START


def test_answers_lost_now_and_then_hold_nothing_back() -> None:
    circuit = Circuit()
    for number in range(400):
        if number % 20:
            circuit.took()
        else:
            circuit.failed(now=START + number, in_doubt=True)
    assert circuit.may_resend(now=START + 400)
    assert not circuit.one_at_a_time(now=START + 400)


def test_where_few_messages_show_it_one_in_doubt_is_risked_after_a_quiet_time_that_grows() -> None:
    circuit = Circuit()
    for _ in range(3):
        circuit.failed(now=START, in_doubt=True)
    assert not circuit.may_resend(now=START + 179)
    assert circuit.may_resend(now=START + 180)
    circuit.risked(now=START + 180)
    assert circuit.opens_at == START + 181  # the next one a second later
    circuit.failed(now=START + 180, in_doubt=True)
    assert not circuit.may_resend(now=START + 180 + 359)
    assert circuit.may_resend(now=START + 180 + 360)
    assert not circuit.one_at_a_time(now=START + 180 + 3600)  # long ago


@pytest.mark.parametrize("seed", range(20))
def test_a_partial_outage_of_minutes_puts_hardly_any_message_in_doubt_twice(seed: int) -> None:
    """80 chats, 40 % of the sends fail for 150 s: as the deliverer asks the circuit, without its database."""
    chance, circuit, now = random.Random(seed), Circuit(), 0.0
    fresh, doubted, twice, sent = list(range(80)), dict[int, float](), Counter[int](), 0
    while (fresh or doubted) and now < 3600:
        due = [chat for chat, at in doubted.items() if now >= at + 60] if circuit.may_resend(now=now) else []
        if now < circuit.opens_at or not (fresh or due):
            now += 0.25
            continue
        chat = due[0] if due and not fresh else fresh.pop(0)
        circuit.risked(now=now)
        if now < 150 and chance.random() < 0.4:
            circuit.failed(now=now, in_doubt=True)
            twice[chat] += chat in doubted
            if doubted.pop(chat, None) is None:
                doubted[chat] = now
        else:
            circuit.took()
            doubted.pop(chat, None)
            sent += 1
        now += 0.04
    assert not fresh
    assert not doubted
    assert now < 600
    assert twice.total() <= 1
    assert sent >= 79
