"""The outbox under any order of events: nothing is lost, nothing comes three times, replies never twice.

The oracle is a Telegram that notes every message it takes. Each rule is one thing that can happen;
a crash throws away all that is not on the disk.
"""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections import Counter
from collections.abc import Coroutine
from contextlib import AsyncExitStack, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from bot.delivery.policy import decide
from bot.errors import StoreError
from bot.models.decisions import Dropped, TakenBack
from bot.models.messages import Delivered, MessageKind, OutboxMessage, Refusal, Refused, SendResult, TextContent
from bot.store import Store
from tests.fakes import NOON, a_message
from tests.faults.broken_disk import CODES, failing

T = TypeVar("T")

NOT_TAKEN = [Refusal.NOT_SENT, Refusal.FLOOD, Refusal.BAD_MEDIA, Refusal.BAD_MARKUP, Refusal.UNKNOWN]


class OutboxMachine(RuleBasedStateMachine):
    """Several chats, digests of several parts, replies, and a bot that crashes."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = Path(tempfile.mkdtemp())
        self.stack = AsyncExitStack()
        self.now = NOON
        self.boot = 0
        self.kinds: dict[str, MessageKind] = {}
        self.in_flight: list[OutboxMessage] = []
        self.taken: Counter[str] = Counter()
        self.order: dict[int, list[int]] = {}
        self.dead: set[str] = set()

    def do(self, coroutine: Coroutine[Any, Any, T]) -> T:
        return self.loop.run_until_complete(coroutine)

    @initialize()
    def start(self) -> None:
        self.store = self.do(self.stack.enter_async_context(Store.open(self.folder / "t.db", readers=1)))
        self.recover()

    def teardown(self) -> None:
        try:
            self.in_the_end_everything_is_sent_or_known_to_be_dead()
            self.no_digest_comes_three_times_and_no_reply_twice()
        finally:
            self.do(self.stack.aclose())
            self.loop.close()
            shutil.rmtree(self.folder)

    @property
    def owner(self) -> str:
        return f"boot {self.boot}"

    def recover(self) -> None:
        self.boot += 1
        for message in self.in_flight:
            key = message.message.dedupe_key
            if message.message.kind is MessageKind.REPLY or message.answer_lost:
                self.dead.add(key)
        self.in_flight = []
        self.do(self.store.outbox.recover(owner=self.owner, now=self.now))

    def note(self, key: str, kind: MessageKind) -> None:
        self.kinds[key] = kind

    @rule(chat_id=st.integers(1, 3), parts=st.integers(1, 3))
    def write_digest(self, chat_id: int, parts: int) -> None:
        first = len(self.kinds)
        messages = [a_message(first + part, chat_id=chat_id) for part in range(parts)]
        assert self.do(self.store.outbox.enqueue(messages, now=self.now)) == parts
        assert self.do(self.store.outbox.enqueue(messages, now=self.now)) == 0
        for message in messages:
            self.note(message.dedupe_key, message.kind)

    @rule(chat_id=st.integers(1, 3))
    def send_reply(self, chat_id: int) -> None:
        reply = a_message(len(self.kinds), chat_id=chat_id, kind=MessageKind.REPLY, priority=0)
        claimed = self.do(self.store.outbox.insert_claimed(reply, owner=self.owner, now=self.now))
        assert claimed is not None
        self.note(reply.dedupe_key, reply.kind)
        self.in_flight.append(claimed)

    @rule(limit=st.integers(1, 4))
    def claim(self, limit: int) -> None:
        claimed = self.do(self.store.outbox.claim(owner=self.owner, now=self.now, limit=limit))
        flying = {(m.message.chat, m.message.kind) for m in self.in_flight if m.message.kind is MessageKind.DIGEST}
        for message in claimed:
            assert (message.message.chat, message.message.kind) not in flying
        self.in_flight += claimed

    @precondition(lambda self: self.in_flight)
    @rule(data=st.data())
    def telegram_takes_one(self, data: st.DataObject) -> None:
        message = self.fly(data)
        self.settle(message, self.take(message))

    @precondition(lambda self: self.in_flight)
    @rule(data=st.data(), reason=st.sampled_from(NOT_TAKEN))
    def telegram_refuses_one(self, data: st.DataObject, reason: Refusal) -> None:
        self.settle(self.fly(data), Refused(reason=reason))

    @precondition(lambda self: self.in_flight)
    @rule(data=st.data(), arrived=st.booleans())
    def an_answer_is_lost(self, data: st.DataObject, arrived: bool) -> None:
        message = self.fly(data)
        if arrived:
            self.take(message)
        self.settle(message, Refused(reason=Refusal.AMBIGUOUS))

    @rule(arrived=st.integers(0, 3), down=st.sampled_from([0, 61]))
    def crash(self, arrived: int, down: int) -> None:
        for message in self.in_flight[:arrived]:
            self.take(message)
        self.now += timedelta(seconds=down)
        self.do(self.stack.aclose())
        self.start()

    @rule(code=st.sampled_from(sorted(CODES)), statement=st.integers(1, 8))
    def the_disk_fails_in_a_claim(self, code: str, statement: int) -> None:
        before = self.do(self.store.outbox.stats())
        with failing(self.store, code) as connection:
            connection.left = statement
            try:
                claimed = self.do(self.store.outbox.claim(owner=self.owner, now=self.now, limit=4))
            except StoreError:
                assert self.do(self.store.outbox.stats()) == before
            else:
                self.in_flight += claimed

    @precondition(lambda self: self.in_flight)
    @rule(code=st.sampled_from(sorted(CODES)))
    def the_disk_fails_as_an_outcome_is_recorded_and_the_bot_dies(self, code: str) -> None:
        message = self.in_flight[0]
        decision = decide(message, self.take(message), now=self.now, jitter=0.0)
        with failing(self.store, code) as connection:
            connection.fails = "COMMIT"
            with suppress(StoreError):
                self.do(self.store.outbox.settle(message.id, owner=self.owner, decision=decision, now=self.now))
        self.do(self.stack.aclose())
        self.start()

    @rule(seconds=st.sampled_from([1, 30, 61, 400]))
    def time_passes(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    def fly(self, data: st.DataObject) -> OutboxMessage:
        return self.in_flight.pop(data.draw(st.integers(0, len(self.in_flight) - 1)))

    def take(self, message: OutboxMessage) -> SendResult:
        self.taken[message.message.dedupe_key] += 1
        if message.message.kind is MessageKind.DIGEST and self.taken[message.message.dedupe_key] == 1:
            self.order.setdefault(message.message.chat.chat_id, []).append(message.id)
        return Delivered(message_ids=(self.taken.total(),))

    def settle(self, message: OutboxMessage, result: SendResult) -> None:
        decision = decide(message, result, now=self.now, jitter=0.0)
        again = self.do(self.store.outbox.settle(message.id, owner=self.owner, decision=decision, now=self.now))
        if again is not None:  # in another form, under the same lease
            self.in_flight.append(again)
        if isinstance(decision, Dropped | TakenBack):
            self.dead.add(message.message.dedupe_key)

    @invariant()
    def no_digest_comes_three_times_and_no_reply_twice(self) -> None:
        for key, count in self.taken.items():
            assert count <= (1 if self.kinds[key] is MessageKind.REPLY else 2), key

    @invariant()
    def parts_come_in_their_order(self) -> None:
        for ids in self.order.values():
            assert ids == sorted(ids)

    @rule()
    def in_the_end_everything_is_sent_or_known_to_be_dead(self) -> None:
        for message in self.in_flight:
            self.settle(message, self.take(message))
        self.in_flight = []
        self.now += timedelta(hours=1)
        while claimed := self.do(self.store.outbox.claim(owner=self.owner, now=self.now, limit=100)):
            for message in claimed:
                assert isinstance(message.message.content, TextContent)
                self.settle(message, self.take(message))
        stats = self.do(self.store.outbox.stats())
        assert (stats.pending, stats.sending, stats.unknown) == (0, 0, 0)
        assert set(self.kinds) == set(self.taken) | self.dead
        assert stats.sent + stats.dead == len(self.kinds)


TestOutbox = OutboxMachine.TestCase
# Traced it would take a minute, and others run the same lines.
TestOutbox = pytest.mark.no_cover(TestOutbox)
TestOutbox.settings = settings(
    max_examples=25, stateful_step_count=20, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


@pytest.mark.faults
def test_the_outbox_under_thousands_of_orders() -> None:
    run_state_machine_as_test(
        OutboxMachine, settings=settings(TestOutbox.settings, max_examples=1000, stateful_step_count=40)
    )
