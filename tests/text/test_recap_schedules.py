"""When recaps come, as people type it."""

from __future__ import annotations

from datetime import time

import pytest

from bot.models.chats import DigestMode
from bot.text.schedule import parse_recap


@pytest.mark.parametrize(
    ("typed", "days", "at"),
    [
        ("sundays 18:00 recap", {6}, "18:00"),
        ("recap", {6}, "18:00"),
        ("Recap Fri", {4}, "18:00"),
        ("recap 9:30", {6}, "09:30"),
        ("weekly recap sat 8 pm", {5}, "20:00"),
        ("週日 18:00 回顧", {6}, "18:00"),
        ("週五晚上8點回顧", {4}, "20:00"),
        ("每周日晚上8点回顾", {6}, "20:00"),
        ("周五20:00回顾", {4}, "20:00"),
        ("振り返り9:30土曜", {5}, "09:30"),
        ("domingos 9:30 repaso", {6}, "09:30"),
        ("воскресенье 18:00 итоги", {6}, "18:00"),
        ("حصاد الأسبوع الجمعة 18:00", {4}, "18:00"),
        ("毎週土曜 20時 振り返り", {5}, "20:00"),
        ("Wochenrückblick freitags 19:30 Uhr", {4}, "19:30"),
        ("récap de la semaine samedi 20h", {5}, "20:00"),
        ("sexta às 18:00 resumo da semana", {4}, "18:00"),
        ("हर शनिवार 18:00 रीकैप", {5}, "18:00"),
        ("rekap mingguan jumat 18.30", {4}, "18:30"),
    ],
)
def test_recaps_come_on_days_at_a_time(typed: str, days: set[int], at: str) -> None:
    found = parse_recap(typed)
    assert found is not None
    assert found.weekdays == days
    assert found.times == (time.fromisoformat(at),)


def test_recaps_end() -> None:
    found = parse_recap("recap off")
    assert found is not None
    assert found.mode is DigestMode.OFF


@pytest.mark.parametrize(
    "typed", ["sundays 18:00", "recap hourly", "daily recap", "recap daily 9:00", "recap soon", "recapture 18:00", ""]
)
def test_anything_else_is_no_schedule_of_recaps(typed: str) -> None:
    assert parse_recap(typed) is None
