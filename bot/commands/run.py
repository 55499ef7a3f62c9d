"""`tidings run` with a token: the bot, until a signal stops it."""

from __future__ import annotations

import asyncio
import logging
import signal

from bot.app import run_bot
from bot.clock import SystemClock
from bot.config import Settings
from bot.core import open_core
from bot.ingest.sources_file import read_sources

logger = logging.getLogger(__name__)


async def run_until_stopped(settings: Settings) -> None:
    """Read the file of sources and run the bot until SIGTERM or SIGINT."""
    clock = SystemClock()
    async with open_core(settings, clock=clock) as core:
        await core.loader.sync(read_sources(settings.sources_file))
        if not await core.store.sources.all():
            logger.warning("no sources to read, see tidings init path=%s", settings.sources_file)
        await run_bot(core, stop=stop_on_signals())


def stop_on_signals() -> asyncio.Event:
    """An event that SIGTERM and SIGINT set. A second signal has no effect, not even while the process ends."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    signals = (signal.SIGTERM, signal.SIGINT)

    def set_stop(*_: object) -> None:
        for number in signals:
            signal.signal(number, signal.SIG_IGN)  # unlike a handler of ours, this holds while Python itself ends
        loop.call_soon_threadsafe(stop.set)

    for number in signals:
        signal.signal(number, set_stop)
    return stop
