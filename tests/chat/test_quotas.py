"""Sliding windows."""

from __future__ import annotations

import pytest

from bot.chat import quotas
from bot.chat.press_quotas import admit_press
from bot.chat.quotas import Admission, Limit, Quotas
from bot.models.buttons.presses import Press, ShowCategories
from bot.models.buttons.search_presses import ShowResults

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


def test_who_asks_too_often_is_told_once_a_minute_and_others_are_answered() -> None:
    quotas = Quotas()
    answers = [quotas.admit(7, 7, True, now=second / 5) for second in range(5 * 60)]
    assert answers.count(Admission.ADMITTED) == 40
    assert answers.count(Admission.NOTICE) == 1
    assert quotas.admit(8, 8, True, now=59.9) is Admission.ADMITTED
    assert quotas.admit(7, 7, True, now=125) is Admission.ADMITTED


def test_in_a_group_each_person_has_a_quota() -> None:
    quotas = Quotas()
    answers = [quotas.admit(-5, 7, False, now=0.1 * number) for number in range(8)]
    assert answers == [Admission.ADMITTED] * 5 + [Admission.NOTICE] + [Admission.REFUSED] * 2
    assert quotas.admit(-5, 8, False, now=1) is Admission.ADMITTED


@pytest.mark.parametrize(
    ("press", "admitted"), [(ShowResults(page=1, filtered=False), 10), (ShowCategories(page=1), 100)]
)
def test_a_member_who_hammers_a_button_keeps_nobody_else_from_it(press: Press, admitted: int) -> None:
    quotas = Quotas()

    def admit(person_id: int, now: float) -> Admission:
        return admit_press(quotas, press, chat_id=-5, person_id=person_id, is_private=False, now=now)

    answers = [admit(7, second / 5) for second in range(5 * 60)]
    assert (answers.count(Admission.ADMITTED), answers.count(Admission.NOTICE)) == (admitted, 1)
    assert admit(8, 59.9) is Admission.ADMITTED
