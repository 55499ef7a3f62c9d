"""Telegram and the way to it at their worst, over real HTTP: what was sent, what may have been, what waits."""

from __future__ import annotations

import logging
import random
import socket
from collections import defaultdict

import pytest

from benchmarks.bot_api import Failure, FastBotApi, Loss, serving
from bot.clock import MovableClock
from bot.delivery.policy import INCIDENT_WAIT
from bot.models.messages import Delivered, MessageKind
from bot.store import Store
from tests.fakes import NOON, a_chat, a_digest, a_message
from tests.faults.hurry import HurriedClock, delivering, reached, settled

CHATS = 40


async def enqueue(store: Store, chats: int = CHATS, *, parts: int = 1) -> None:
    messages = [a_message(part, chat_id=chat_id) for chat_id in range(1, chats + 1) for part in range(parts)]
    await store.outbox.enqueue(messages, now=NOON)


def copies(api: FastBotApi) -> dict[int, int]:
    found: dict[int, int] = defaultdict(int)
    for (chat_id, _), count in api.accepted.items():
        found[chat_id] = max(found[chat_id], count)
    return dict(found)


@pytest.mark.parametrize("loss", [Loss.SILENT_AFTER, Loss.CUT_OFF, Loss.CLOSED_AFTER])
async def test_an_answer_that_is_lost_means_at_most_two_copies_and_the_next_part_still_comes(
    store: Store, loss: Loss
) -> None:
    lost = [Failure(loss=loss)]
    api = FastBotApi(script=lambda method, _: lost.pop() if method == "sendmessage" and lost else None)
    await enqueue(store, 1, parts=2)
    async with serving(api) as url, delivering(store, url, HurriedClock(60)):
        await settled(store, sent=2)
    assert api.accepted == {(1, "<b>Digest 0</b>"): 2, (1, "<b>Digest 1</b>"): 1}


async def test_a_server_that_is_away_for_ten_minutes_costs_nothing_but_time(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))
        port = reserved.getsockname()[1]
    clock = HurriedClock(300)
    await enqueue(store)
    with caplog.at_level(logging.WARNING):
        async with delivering(store, f"http://127.0.0.1:{port}", clock):
            while clock.monotonic() < 600:
                await clock.sleep(10)
            assert (await store.outbox.stats()).pending == CHATS
            api = FastBotApi()
            async with serving(api, port=port):
                await settled(store, sent=CHATS)
    assert api.accepted.total() == CHATS
    assert set(await _attempts(store)) == {0}
    assert len([record for record in caplog.records if record.name.startswith("bot.")]) < 10


async def _attempts(store: Store) -> list[int]:
    return await store._worker.read(lambda db: [row[0] for row in db.execute("SELECT attempts FROM outbox")])


@pytest.mark.parametrize("accept", [False, True])
@pytest.mark.no_cover  # it would take minutes traced, and others run the same lines
async def test_a_storm_of_errors_opens_the_circuit_and_risks_no_message_twice(store: Store, accept: bool) -> None:
    clock = HurriedClock(100)
    page = b"<html><h1>502 Bad Gateway</h1></html>"

    def storm(method: str, chat_id: int) -> Failure | None:
        return Failure(status=502, raw=page, accept=accept) if clock.monotonic() < 300 else None

    api = FastBotApi(script=storm)
    await enqueue(store)
    async with serving(api) as url, delivering(store, url, clock):
        while clock.monotonic() < 300:
            await clock.sleep(10)
        in_doubt = (await store.outbox.stats()).unknown
        await settled(store, sent=CHATS)
    assert 5 <= in_doubt <= 16  # those in flight when it began; what came after was asked for with getMe
    assert set(copies(api)) == set(range(1, CHATS + 1))
    assert max(copies(api).values()) == (2 if accept else 1)
    assert api.calls["getme"] >= 3


@pytest.mark.parametrize("accepted", [0.0, 0.3])
@pytest.mark.no_cover  # it would take minutes traced, and others run the same lines
async def test_while_a_part_of_the_sends_fails_every_story_is_told_and_none_three_times(
    store: Store, accepted: float
) -> None:
    """40 % of the sends answer 502 for 150 s, and getMe is well."""
    clock, chance, chats = HurriedClock(30), random.Random(7), range(1, 81)

    def outage(method: str, chat_id: int) -> Failure | None:
        if method != "sendmessage" or clock.monotonic() > 150 or chance.random() > 0.4:
            return None
        return Failure(status=502, raw=b"<html>", accept=chance.random() < accepted)

    for chat_id in chats:
        await store.chats.save(a_chat(chat_id))
    digests = [a_digest(a_chat(number), a_message(1, chat_id=number), stories=["a"]) for number in chats]
    await store.digests.commit(digests, now=NOON)
    api = FastBotApi(script=outage)
    async with serving(api) as url, delivering(store, url, clock):
        await reached(store, lambda stats: not (stats.pending or stats.sending or stats.unknown), seconds=60)
    untold = {chat_id for chat_id in chats if not await store.digests.already_sent(a_chat(chat_id).key, ["a"])}
    assert set(copies(api)) | untold >= set(chats)  # what was given up comes with the next digest
    assert len(untold) <= 2
    assert max(copies(api).values()) <= 2


async def test_an_outage_that_only_one_message_meets_does_not_use_up_its_last_try(store: Store) -> None:
    clock = HurriedClock(200)

    def outage(method: str, chat_id: int) -> Failure | None:
        return Failure(status=502, raw=b"<html>") if clock.monotonic() < 300 else None

    api = FastBotApi(script=outage)
    await enqueue(store, 1)
    async with serving(api) as url, delivering(store, url, clock):
        await settled(store, sent=1)
    assert api.calls["sendmessage"] == 2
    assert api.accepted.total() == 1


async def test_a_flooded_chat_is_silent_until_its_deadline_and_its_neighbour_is_not(store: Store) -> None:
    clock, speed = HurriedClock(10), 10
    floods = [Failure(status=429, description="Too Many Requests", parameters={"retry_after": 20})]

    def flood(method: str, chat_id: int) -> Failure | None:
        return floods.pop() if chat_id == 1 and floods else None

    api = FastBotApi(script=flood, keep_order=True, latency=0.05)
    await enqueue(store, 2, parts=2)
    async with serving(api) as url, delivering(store, url, clock):
        await settled(store, sent=4)
    times = defaultdict(list)
    for moment, chat_id, _ in api.order:
        times[chat_id].append(moment * speed)
    assert min(times[1]) - min(times[2]) >= 19
    assert max(times[2]) - min(times[2]) < 15


@pytest.mark.no_cover  # it would take minutes traced, and others run the same lines
async def test_a_storm_of_floods_is_obeyed_to_the_second_and_all_is_delivered(store: Store) -> None:
    clock, early, counted = HurriedClock(40), [], [0]
    closed: dict[int, float] = {}  # chat -> until when it is

    def flood(method: str, chat_id: int) -> Failure | None:
        if method != "sendmessage":
            return None
        if clock.monotonic() < closed.get(chat_id, 0.0):
            early.append(chat_id)
        counted[0] += 1
        if counted[0] % 10 in (1, 4, 7) and counted[0] < 200:
            closed[chat_id] = clock.monotonic() + 5
            return Failure(status=429, description="Too Many Requests", parameters={"retry_after": 5})
        return None

    api = FastBotApi(script=flood)
    await enqueue(store, 100)
    async with serving(api) as url, delivering(store, url, clock):
        await settled(store, sent=100)
    assert early == []
    assert api.accepted.total() == 100
    assert api.statuses[429] > 20


async def test_a_flood_of_hours_outlives_a_restart_and_other_chats_are_answered(store: Store) -> None:
    clock = HurriedClock(20)
    floods = [Failure(status=429, description="Too Many Requests", parameters={"retry_after": 10_072})]
    api = FastBotApi(script=lambda _, chat_id: floods.pop() if chat_id == 1 and floods else None)
    await store.outbox.enqueue([a_message(1, chat_id=1)], now=NOON)
    async with serving(api) as url:
        async with delivering(store, url, clock, boot="one"):
            await settled(store, pending=1)
            while not api.statuses[429]:
                await clock.sleep(1)
            await settled(store, pending=1)  # the answer is recorded
        async with delivering(store, url, clock, boot="two") as deliverer:
            answer = await deliverer.send_now(a_message(2, chat_id=2, kind=MessageKind.REPLY))
            held = await deliverer.send_now(a_message(3, chat_id=1, kind=MessageKind.REPLY))
            await clock.sleep(20)
    assert isinstance(answer, Delivered)
    assert not isinstance(held, Delivered)
    assert set(copies(api)) == {2}
    assert api.statuses[429] == 1


async def test_when_a_third_of_the_chats_is_suddenly_not_found_none_is_given_up(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    """However slowly the machine sends: the incident ends when each chat was tried once, and then the clock jumps."""
    clock, missing = MovableClock(start=NOON), {chat_id for chat_id in range(1, CHATS + 1) if chat_id % 3 == 0}

    def incident(method: str, chat_id: int) -> Failure | None:
        lost = method == "sendmessage" and chat_id in missing
        return Failure(status=400, description="Bad Request: chat not found") if lost else None

    for chat_id in range(1, CHATS + 1):
        await store.chats.save(a_chat(chat_id))
    api = FastBotApi(script=incident)
    await enqueue(store)
    # In the worst order six refusals prove nothing yet (the seventh is the first of a fifth): those wait for longer.
    proven = CHATS - 6
    async with serving(api) as url, delivering(store, url, clock, per_second=1000, read_seconds=30):
        await reached(store, lambda stats: api.calls["sendmessage"] >= CHATS and not stats.sending)
        missing.clear()
        clock.move_to(clock.now() + 2 * INCIDENT_WAIT)
        await reached(store, lambda stats: stats.sent >= proven)
    assert await store.chats.count() == CHATS
    assert "none is deactivated" in caplog.text


async def test_text_that_cannot_be_parsed_is_sent_plain_once(store: Store) -> None:
    refused = [Failure(status=400, description="Bad Request: can't parse entities: Unsupported start tag")]
    api = FastBotApi(script=lambda method, _: refused.pop() if method == "sendmessage" and refused else None)
    await enqueue(store, 1)
    async with serving(api) as url, delivering(store, url, HurriedClock(60)):
        await settled(store, sent=1)
    assert api.accepted == {(1, "Digest 0"): 1}
