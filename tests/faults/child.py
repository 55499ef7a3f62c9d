"""The real bot as a process that dies where `FAULT` says: `FAULT=outbox.after_claim:kill python -m tests.faults.child`.

Fault points are wrapped around the product's own methods here and exist nowhere else: the product knows of none.
`FAULT=POINT:kill[@N]` kills at the N-th time (1 unless told). `CLOCK_AHEAD` seconds are added to the clock, so that a
restart need not wait for real minutes. The other settings are the product's own, from the environment.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from bot.app import run_bot
from bot.chat.sender import TelegramSender
from bot.clock import SystemClock
from bot.config import load_settings
from bot.core import open_core
from bot.data_folder import hold_data_folder
from bot.models.messages import Delivered
from bot.store import digests
from bot.store.database import files
from bot.store.database.migrations import migrations
from bot.store.outbox import Outbox


class AheadClock(SystemClock):
    """The system's clock, so many seconds ahead."""

    def __init__(self, seconds: float) -> None:
        self._ahead = timedelta(seconds=seconds)

    def now(self) -> datetime:
        return super().now() + self._ahead


def die() -> None:
    """kill -9, as nothing can catch it."""
    os.kill(os.getpid(), signal.SIGKILL)


def after(owner: Any, name: str, die_if: Callable[[Any], bool], nth: int) -> None:
    """Die after the method returned for the nth time what `die_if` is waiting for."""
    method = getattr(owner, name)
    left = [nth]

    def hit(result: Any) -> Any:
        left[0] -= bool(die_if(result))
        if die_if(result) and left[0] <= 0:
            die()
        return result

    async def call_async(*args: Any, **options: Any) -> Any:
        return hit(await method(*args, **options))

    def call(*args: Any, **options: Any) -> Any:
        return hit(method(*args, **options))

    setattr(owner, name, call_async if asyncio.iscoroutinefunction(method) else call)


POINTS: dict[str, tuple[Any, str, Callable[[Any], bool]]] = {
    "outbox.after_claim": (Outbox, "claim", bool),
    "outbox.after_settle": (Outbox, "settle", lambda _: True),
    "sender.after_accept": (TelegramSender, "send", lambda result: isinstance(result, Delivered)),
    "digest.between_insert_and_advance": (digests, "_mark_told", lambda _: True),
    "migration.before_record": (migrations, "_record_applied", lambda _: True),
    "backup.before_rename": (files, "sync_file", lambda _: True),
}


def arm(fault: str) -> None:
    """Put the fault point in its place."""
    point, _, action = fault.partition(":")
    kind, _, nth = action.partition("@")
    assert kind == "kill", fault
    after(*POINTS[point], int(nth or 1))


async def run() -> None:
    """The bot until it is stopped."""
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    settings = load_settings()
    clock = AheadClock(float(os.environ.get("CLOCK_AHEAD", "0")))
    async with open_core(settings, clock=clock) as core:
        await run_bot(core, stop=stop, on_started=lambda: sys.stdout.write("started\n") and sys.stdout.flush())


def main() -> None:
    if fault := os.environ.get("FAULT"):
        arm(fault)
    with hold_data_folder(load_settings().data_dir):
        asyncio.run(run())


if __name__ == "__main__":
    main()
