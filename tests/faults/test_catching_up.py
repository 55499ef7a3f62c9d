"""Time that did not go as it should: outages, stalls, clocks that jump. One digest a local day, none skipped."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.delivery.policy import decide
from bot.digest.reschedule import ClockWatch, reschedule_after_clock_jump
from bot.models.messages import Refusal, Refused
from bot.models.recaps import RecapPlan
from bot.text.markup import plain
from tests.digest.conftest import room  # noqa: F401 - the fixture
from tests.digest.newsroom import Newsroom, html
from tests.fakes import NOON, FakeClock, a_message


class SetClock(FakeClock):
    """A clock whose wall time can be set, while the monotonic one runs on."""

    ahead = timedelta()

    def now(self) -> datetime:
        return super().now() + self.ahead


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.mark.parametrize(
    ("language", "period"),
    [("en", "2 Mar, 12:00 – Sat 7 Mar"), ("zh-Hant", "3月2日, 12:00 – 3月7日")],
)
async def test_after_an_outage_one_late_digest_names_its_period(
    room: Newsroom,  # noqa: F811
    language: str,
    period: str,
) -> None:
    await room.joins(last_digest_at=NOON, next_digest_at=NOON + timedelta(days=1), ui_language=language)
    for day in range(4):
        await room.arrives(f"Day {day}")
        room.clock.advance(days=1)
    room.clock.advance(days=1, hours=1)
    assert await room.composer.compose_due() == 1
    (message,) = await room.queued()
    text = plain(html(message))
    assert all(f"Day {day}" in text for day in range(4))
    assert period in text


async def test_after_a_week_in_which_nothing_could_be_sent_one_late_digest_tells_it_all(
    room: Newsroom,  # noqa: F811
) -> None:
    chat = await room.joins(last_digest_at=NOON, next_digest_at=NOON + timedelta(days=1))
    composed = 0
    for day in range(7):  # the bot runs and loads, but Telegram is away: nothing is claimed
        await room.arrives(f"Day {day}")
        room.clock.advance(days=1)
        composed += await room.composer.compose_due()
    assert composed == 1
    assert await room.queued() == []  # a week old: no news any more
    assert await room.composer.compose_due() == 1
    [message] = await room.queued()
    text = plain(html(message))
    assert all(f"Day {day}" in text for day in range(7))
    assert "2 Mar, 12:00 – Mon 9 Mar" in text
    room.clock.advance(days=1)
    await room.arrives("Day 8")
    assert await room.composer.compose_due() == 1
    assert "Day 6" not in html((await room.queued())[0])
    assert (await room.now(chat)).last_digest_at == room.clock.now()


async def test_chats_whose_last_digest_differs_are_told_their_own_period(room: Newsroom) -> None:  # noqa: F811
    await room.arrives("Bridge opens")
    await room.joins(chat_id=1, last_digest_at=NOON - timedelta(days=3))
    await room.joins(chat_id=2, last_digest_at=NOON - timedelta(days=2))
    await room.joins(chat_id=3, last_digest_at=NOON - timedelta(hours=24))
    await room.joins(chat_id=4, last_digest_at=NOON - timedelta(hours=25))
    await room.composer.compose_due()
    told = {message.chat.chat_id: plain(html(message)) for message in await room.queued()}
    assert "27 Feb" in told[1]
    assert "28 Feb" in told[2]
    assert told[3] == told[4]
    assert "–" not in told[3].split("Bridge")[0]


async def test_a_loop_that_stalls_at_digest_time_sends_late_and_skips_nothing(room: Newsroom) -> None:  # noqa: F811
    await room.arrives("Bridge opens")
    chat = await room.joins(next_digest_at=NOON + timedelta(seconds=1))
    room.clock.advance(6)  # five seconds after the time, at the first look
    assert await room.composer.compose_due() == 1
    stored = await room.now(chat)
    assert stored.next_digest_at is not None
    assert stored.next_digest_at > room.clock.now()


@pytest.mark.parametrize(
    "jump",
    [
        timedelta(hours=2),
        timedelta(hours=-2),
        timedelta(hours=26),
        timedelta(days=365),
        timedelta(days=-8),
    ],
)
@pytest.mark.no_cover  # it would take minutes traced, and others run the same lines
async def test_a_clock_that_jumps_and_comes_back_gives_one_digest_a_local_day(
    room: Newsroom,  # noqa: F811
    clock: SetClock,
    jump: timedelta,
) -> None:
    await room.joins(last_digest_at=NOON - timedelta(days=1), next_digest_at=NOON, zone="Europe/Berlin")
    room.clock.advance(hours=-1)
    slots, watch = [], ClockWatch()
    for hour in range(2 * 24):
        clock.ahead = jump if hour == 20 else timedelta()
        await reschedule_after_clock_jump(room.store, clock.now(), came_back=watch.came_back(clock))
        await room.arrives(f"Story {hour}")
        await room.composer.compose_due()
        slots += [message.dedupe_key.split(":")[3] for message in await room.queued()]
        room.clock.advance(hours=1)
    assert len(slots) == len(set(slots)), slots
    assert [slot[:10] for slot in slots] == [f"2026-03-0{day}" for day in (2, 3)]


async def test_a_recap_planned_by_a_wrong_clock_comes_back(room: Newsroom) -> None:  # noqa: F811
    chat, now = await room.joins(("World",)), room.clock.now()
    plan = RecapPlan(key=chat.key, schedule=chat.schedule, due_at=now + timedelta(days=365))
    await room.store.recaps.schedule(plan)
    assert await reschedule_after_clock_jump(room.store, now) == 1
    found = await room.store.recaps.plan(chat.key)
    assert found is not None
    assert now < found.due_at <= now + timedelta(days=1)
    assert await reschedule_after_clock_jump(room.store, now) == 0


async def test_a_retry_put_off_by_a_wrong_clock_comes_back(room: Newsroom) -> None:  # noqa: F811
    outbox, now = room.store.outbox, room.clock.now()
    await outbox.enqueue([a_message(1)], now=now)
    (claimed,) = await outbox.claim(owner="a", now=now, limit=1)
    late = decide(claimed, Refused(reason=Refusal.NOT_SENT), now=now + timedelta(days=365), jitter=0.0)
    await outbox.settle(claimed.id, owner="a", decision=late, now=now)
    assert await room.queued() == []
    assert await reschedule_after_clock_jump(room.store, now) == 1
    assert len(await room.queued()) == 1
    assert await reschedule_after_clock_jump(room.store, now) == 0


def test_a_clock_that_comes_back_is_noticed_and_one_that_only_falls_behind_or_sleeps_is_not(clock: SetClock) -> None:
    watch = ClockWatch()
    ahead = [0, 0, 8, 6, 6, 0, -2, 0]  # hours, as a night asleep and two corrections
    found = []
    for hours in ahead:
        clock.advance(60)
        clock.ahead = timedelta(hours=hours)
        found.append(watch.came_back(clock))
    assert found == [False, False, False, True, False, True, False, False]
