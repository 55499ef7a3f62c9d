"""How fast a broadcast leaves: `python -m benchmarks.delivery [--chats 10000] [--free-chats 2000]`.

The durable outbox (the real Deliverer, Store and TelegramSender), PTB as it comes with its best pool size, and PTB on
our transport, one after the other against the same Bot API with 50 ms latency in a process of its own. Then the rates
that owners set, with three replies a second beside the broadcast: the 1000/s of paid broadcasts, and 25/s against a
server that refuses what is faster than the documented limits. That one then answers 160 people who ask within eight
seconds, and five who ask beside three that spam. Prints one table, and how long replies waited.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import resource
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from telegram import Bot
from telegram.request import BaseRequest, HTTPXRequest

from benchmarks.bot_api import in_own_process, oracle
from benchmarks.results import Result, table
from benchmarks.waits import Waits, beside_spam, crowd
from bot.chat.application import build_bot_request
from bot.chat.sender import TelegramSender
from bot.clock import SystemClock
from bot.delivery.deliver import Deliverer
from bot.delivery.limiter import Limiter
from bot.models.chats import ChatKey
from bot.models.messages import MessageKind, NewMessage, TextContent
from bot.store import Store

LATENCY_SECONDS = 0.05
FREE_PER_SECOND = 25.0
UNLIMITED = 1_000_000.0  # messages a second: the limiter stands aside
PAID_PER_SECOND = 1000.0
REPLIES_A_SECOND = 3.0
POOL_SIZES = (8, 16, 24, 32, 40, 64)
TOKEN = "42:benchmark"
TEXT = "<b>Harbour bridge opens</b>\n" + "Thousands of people walked across the new bridge on Monday. " * 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One row of the table."""

    name: str
    messages: int
    seconds: float
    cpu_seconds: float

    @property
    def rate(self) -> float:
        return self.messages / self.seconds

    def __str__(self) -> str:
        work = 1000 * self.cpu_seconds / self.messages
        return f"{self.name:<46}{self.messages:>9}{self.seconds:>9.1f} s{self.rate:>9.0f}/s{work:>9.2f} ms"


async def timed(name: str, messages: int, work: Callable[[], Awaitable[Any]]) -> Figure:
    before, started = _cpu(), time.perf_counter()
    await work()
    return Figure(name=name, messages=messages, seconds=time.perf_counter() - started, cpu_seconds=_cpu() - before)


def _cpu() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


async def plain(url: str, request: BaseRequest, chats: int, *, at_once: int, name: str) -> Figure:
    """`Bot.send_message` to every chat, `at_once` at a time; nothing is recorded."""
    chat_ids = iter(range(1, chats + 1))

    async def send(bot: Bot) -> None:
        for chat_id in chat_ids:
            await bot.send_message(chat_id, f"{TEXT}{chat_id}", parse_mode="HTML")

    async with Bot(TOKEN, base_url=f"{url}/bot", request=request) as bot:
        return await timed(name, chats, lambda: asyncio.gather(*(send(bot) for _ in range(at_once))))


@asynccontextmanager
async def delivery(url: str, *, per_second: float) -> AsyncIterator[tuple[Deliverer, Store]]:
    """A deliverer over a new store; it does not run yet."""
    with tempfile.TemporaryDirectory() as folder:
        async with (
            Store.open(Path(folder) / "tidings.db") as store,
            Bot(TOKEN, base_url=f"{url}/bot", request=build_bot_request()) as bot,
        ):
            limiter, clock, sender = Limiter(per_second=per_second), SystemClock(), TelegramSender(bot)
            yield Deliverer(store=store, sender=sender, clock=clock, limiter=limiter, boot_id="benchmark"), store


async def durable(url: str, chats: int, *, per_second: float, name: str, waits: Waits | None = None) -> Figure:
    """The same through the outbox: written, claimed on disk, sent, settled on disk; `waits`: replies beside it."""
    async with delivery(url, per_second=per_second) as (deliverer, store):
        await store.outbox.enqueue([_digest(chat_id) for chat_id in range(1, chats + 1)], now=datetime.now(UTC))
        return await timed(name, chats, lambda: _until_sent(deliverer, store, chats, waits))


async def _until_sent(deliverer: Deliverer, store: Store, chats: int, waits: Waits | None) -> None:
    tasks = [asyncio.create_task(deliverer.run())]
    if waits is not None:
        tasks.append(asyncio.create_task(waits.ask_beside(deliverer, a_second=REPLIES_A_SECOND)))
    while (await store.outbox.stats()).sent - (len(waits.seconds) if waits else 0) < chats:  # noqa: ASYNC110 - the store tells no event
        await asyncio.sleep(0.05)
    for task in tasks[1:]:
        task.cancel()
    await deliverer.drain()
    await asyncio.gather(*tasks, return_exceptions=True)


async def replying(url: str) -> list[Result]:
    """How long people wait at the free tier's pace: a crowd, and some beside spammers."""
    async with delivery(url, per_second=FREE_PER_SECOND) as (deliverer, _):
        many = await crowd(deliverer)
        print(f"160 people within 8 s (goal: p95 <= 2.5 s): {many}", flush=True)
        await asyncio.sleep(5)
        few = await beside_spam(deliverer)
        print(f"beside three spammers (goal: p99 <= 3 s): {few}", flush=True)
        await deliverer.drain()
    return [
        Result(name="replies to 160 people within 8 s, p95", value=many.within(0.95), unit="s", goal=2.5),
        Result(name="replies beside three spammers, p99", value=few.within(0.99), unit="s", goal=3),
    ]


def at_owners_rates(free_chats: int) -> list[Result]:
    """The figures of the rates that owners set."""
    paid, free = Waits(), Waits()
    with in_own_process(latency=LATENCY_SECONDS) as url:
        name = "paid broadcast, 1000/s, replies beside it"
        print(asyncio.run(durable(url, 5 * free_chats, per_second=PAID_PER_SECOND, name=name, waits=paid)))
        print(f"    {paid}", flush=True)
    with in_own_process(latency=LATENCY_SECONDS, limited=True) as url:
        name = "the free tier's pace, 25/s, replies beside it"
        figure = asyncio.run(durable(url, free_chats, per_second=FREE_PER_SECOND, name=name, waits=free))
        print(f"{figure}\n    {free}")
        print(f"free tier: {figure.rate:.1f} digests/s beside three replies a second (goal >= 24)", flush=True)
        replies = asyncio.run(replying(url))
        refused = oracle(url)["statuses"].get("429", 0)
        print(f"in all of this {refused} times 429 (goal 0)")
    return [
        Result(name="replies beside a broadcast at 1000/s, p95", value=paid.within(0.95), unit="s"),
        Result(name="digests at 25/s beside 3 replies a second", value=figure.rate, unit="/s", goal=24, at_least=True),
        Result(name="replies beside these, p95", value=free.within(0.95), unit="s", goal=2.5),
        *replies,
        Result(name="429 in all of this", value=refused, unit="times", goal=0),
    ]


def _digest(chat_id: int) -> NewMessage:
    return NewMessage(
        kind=MessageKind.DIGEST,
        chat=ChatKey(chat_id=chat_id),
        dedupe_key=f"digest:{chat_id}:{datetime.now(UTC):%Y-%m-%d}",
        content=TextContent(html=TEXT),
    )


async def broadcast(url: str, chats: int) -> list[Figure]:
    """Every way to send to `chats` chats; stock PTB is given its best pool size, found with fewer messages."""
    few = max(200, chats // 10)
    pools: list[Figure] = []
    for size in POOL_SIZES:
        request = HTTPXRequest(connection_pool_size=size, pool_timeout=60)
        pools.append(await plain(url, request, few, at_once=size, name=f"stock PTB, pool of {size}"))
        print(pools[-1], flush=True)
    best = POOL_SIZES[max(range(len(pools)), key=lambda index: pools[index].rate)]
    request = HTTPXRequest(connection_pool_size=best, pool_timeout=60)
    stock = await plain(url, request, chats // 4, at_once=best, name=f"stock PTB, best pool ({best})")
    print(stock, flush=True)
    ours = await plain(url, build_bot_request(), chats, at_once=128, name="PTB on our transport, nothing recorded")
    print(ours, flush=True)
    outbox = await durable(url, chats, per_second=UNLIMITED, name="the durable outbox")
    print(outbox, flush=True)
    return [stock, ours, outbox]


def measure(chats: int = 10_000, free_chats: int = 2_000) -> list[Result]:
    """Print the table; the figures that have goals, and replies beside a broadcast."""
    print(f"{'way, at 50 ms latency':<46}{'messages':>9}{'time':>11}{'rate':>11}{'CPU each':>12}")
    with in_own_process(latency=LATENCY_SECONDS) as url:
        stock, _, outbox = asyncio.run(broadcast(url, chats))
    name = f"a broadcast to {chats:,} chats, every message recorded"
    results = [
        Result(name=f"{name}; bare: stock PTB", value=outbox.rate, bare=stock.rate, unit="/s", goal=4, at_least=True),
        Result(name=name, value=outbox.rate, unit="/s", goal=1000, at_least=True),
        Result(name="  its processor time a message", value=1000 * outbox.cpu_seconds / chats, unit="ms"),
    ]
    return results + (at_owners_rates(free_chats) if free_chats else [])


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--chats", type=int, default=10_000)
    parser.add_argument("--free-chats", type=int, default=2_000)
    options = parser.parse_args()
    logging.basicConfig(level=logging.WARNING)
    print(table(measure(options.chats, options.free_chats)))


if __name__ == "__main__":
    main()
