"""The composition root of the running bot: connects it to Telegram, starts its tickers, shuts it down in order.

The services that need no Telegram are opened by `bot.core`.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from bot.chat.application import TelegramBot, new_bot
from bot.chat.handlers.introduction import introduce
from bot.chat.handlers.registry import build_application, register_owner_commands
from bot.chat.receiving import connect, receiving
from bot.chat.sender import TelegramSender
from bot.chat.services import Services
from bot.core import BOT_USERNAME_FACT, Core
from bot.delivery.deliver import Deliverer
from bot.delivery.limiter import Limiter
from bot.delivery.tally import SendTally
from bot.digest.alerting import AlertComposer
from bot.digest.compose import Composer
from bot.digest.recap import Recapper
from bot.digest.reschedule import ClockWatch, reschedule_after_clock_jump
from bot.memory import give_back
from bot.models.ports import Sender
from bot.owner.announcer import Announcer
from bot.owner.watch import OwnerWatch
from bot.stats import ENGINE_FACT, engine_line
from bot.store import Store
from bot.summaries.ahead import SummariesAhead
from bot.texts import FALLBACK_LANGUAGE, speaker
from bot.ticking import Ticker, running
from summarizer import EngineStatus, Summarizer

logger = logging.getLogger(__name__)

INTRODUCTION_SECONDS = 1.0  # after the first updates were asked for
DUE_SECONDS = 1.0  # how often the database is asked for sources, pages and digests that are due
SUMMARIES_SECONDS = 2.0
CLOCK_SECONDS = 60.0
MEMORY_SECONDS = 60.0  # after which what was used meanwhile goes back to the system
TROUBLES_SECONDS = 60.0
LOOK_SECONDS = 30.0  # how often it is looked whether the database is still what it was
HOURLY_SECONDS = 3600.0
DRAIN_SECONDS = 30.0  # for the sends in flight when the bot stops: a stop takes less than a minute in all


async def run_bot(core: Core, *, stop: asyncio.Event, on_started: Callable[[], object] | None = None) -> None:
    """Run the bot until `stop` is set; raises TokenRefused or InstanceHeld where no retry can help.

    `stop` also ends a start that still waits for Telegram.
    """
    bot_running = asyncio.create_task(_run(core, on_started), name="run")
    stopping = asyncio.create_task(stop.wait(), name="stop")
    try:
        await asyncio.wait({bot_running, stopping}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        stopping.cancel()
        bot_running.cancel()
        await asyncio.wait({bot_running})
    if not bot_running.cancelled():
        bot_running.result()


async def _run(core: Core, on_started: Callable[[], object] | None) -> None:
    """Start, run until a part fails for good or this task is cancelled, and close in order however it ends.

    The exit stack gives the order: stop polling, stop claiming, let the sends in flight end; `open_core` then closes
    the summary engine, the HTTP client and the store.
    """
    core.summarizer.start()  # in the background: the extractive engine answers until the model is loaded
    await core.fetcher.self_test()  # with a broken guard, anybody's links could read the owner's network
    async with AsyncExitStack() as stack:
        bot = new_bot(core.settings)
        stack.push_async_callback(bot.shutdown)  # closes the connections of a start that failed, too
        sends = SendTally(TelegramSender(bot, paid_broadcast=core.settings.telegram_paid_broadcast))
        if core.settings.metrics_listen:
            from bot.metrics.serving import serving_metrics  # prometheus-client and tornado, for those who want them

            await stack.enter_async_context(serving_metrics(core, sends))
        await connect(bot, core.clock)
        sends.connected = True
        await core.store.facts.set(BOT_USERNAME_FACT, bot.username)
        composer, deliverer = core.composer(bot.username), new_deliverer(core, sends)
        recapper = core.recapper(bot.username)
        services = services_of(core, composer, recapper, deliverer, bot_username=bot.username)
        application = build_application(bot, services)
        await application.initialize()
        stack.push_async_callback(application.shutdown)
        delivering = asyncio.create_task(deliverer.run(), name="deliver")
        stack.push_async_callback(_end_delivery, deliverer, delivering)
        polling_failed = await stack.enter_async_context(receiving(application, core.settings, core.clock))
        introducing = asyncio.create_task(_introduce(bot, core, services), name="introduction")
        stack.push_async_callback(_end, introducing)
        steps = tickers(core, composer, core.alerts(bot.username), recapper, deliverer)
        ticking = await stack.enter_async_context(running(steps, core.clock))
        logger.info("started bot=%s", bot.username)
        if on_started:
            on_started()
        ends = {polling_failed, delivering, core.store.damaged, *ticking}
        ended, _ = await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        for part in ended:
            part.result()


async def _introduce(bot: TelegramBot, core: Core, services: Services) -> None:
    """Tell Telegram of the bot's commands, once what people sent meanwhile is on its way: nobody waits for that."""
    await core.clock.sleep(INTRODUCTION_SECONDS)
    try:
        await introduce(bot, core.store, core.clock)
        await register_owner_commands(bot, services)
    except Exception:
        logger.exception("introduction ended")


async def _end(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def new_deliverer(core: Core, sender: Sender) -> Deliverer:
    """The deliverer of the outbox, at the pace and with the owners of the settings."""
    return Deliverer(
        store=core.store,
        sender=sender,
        clock=core.clock,
        limiter=Limiter(per_second=core.settings.telegram_messages_per_second),
        boot_id=secrets.token_hex(8),
        owners=core.settings.telegram_admin_ids,
        say=speaker(core.settings.default_language),
    )


def services_of(
    core: Core, composer: Composer, recapper: Recapper, deliverer: Deliverer, *, bot_username: str
) -> Services:
    """What the chat's handlers work with."""
    return Services(
        settings=core.settings,
        clock=core.clock,
        store=core.store,
        loader=core.loader,
        summaries=core.summaries,
        composer=composer,
        recapper=recapper,
        deliverer=deliverer,
        thumbnails=core.thumbnails,
        bot_username=bot_username,
    )


async def _end_delivery(deliverer: Deliverer, delivering: asyncio.Task[None]) -> None:
    """Claim no more messages, and let the sends in flight end and be recorded."""
    try:
        async with asyncio.timeout(DRAIN_SECONDS):
            await deliverer.drain()
    except TimeoutError:  # a large upload: it may arrive, and the next start knows that it may have
        logger.warning("sends cut off seconds=%d", DRAIN_SECONDS)
    await _end(delivering)


def tickers(
    core: Core, composer: Composer, alerts: AlertComposer, recapper: Recapper, deliverer: Deliverer
) -> tuple[Ticker, ...]:
    """Every step that runs by itself. Each asks the database what is due, so a restart forgets nothing."""
    ahead = SummariesAhead(store=core.store, summaries=core.summaries, clock=core.clock)
    report = EngineReport(core.summarizer, core.store)
    digests = partial(_queue, partial(composer.compose_due, instant=False), deliverer)
    instant_digests = partial(_queue, partial(composer.compose_due, instant=True), deliverer)
    clock = partial(_watch_clock, core, deliverer, ClockWatch())
    announcer = Announcer(core.store, core.clock, wake=deliverer.wake)
    watch = OwnerWatch(
        store=core.store,
        summarizer=core.summarizer,
        clock=core.clock,
        data_dir=core.settings.data_dir,
        owners=core.settings.telegram_admin_ids,
        say=speaker(core.settings.default_language),
    )
    return (
        Ticker(name="refresh", step=core.loader.refresh_due, seconds=DUE_SECONDS, overlapping=True),
        Ticker(name="complete", step=core.completer.step, seconds=DUE_SECONDS, overlapping=True),
        Ticker(name="digests", step=digests, seconds=DUE_SECONDS),
        Ticker(name="instant digests", step=instant_digests, seconds=DUE_SECONDS),
        Ticker(name="alerts", step=partial(_queue, alerts.step, deliverer), seconds=DUE_SECONDS),
        Ticker(name="recaps", step=partial(_queue, recapper.compose_due, deliverer), seconds=DUE_SECONDS),
        Ticker(name="summaries ahead", step=ahead.step, seconds=SUMMARIES_SECONDS),
        Ticker(name="engine", step=report.step, seconds=SUMMARIES_SECONDS),
        Ticker(name="clock", step=clock, seconds=CLOCK_SECONDS),
        Ticker(name="database", step=core.store.look, seconds=LOOK_SECONDS),
        Ticker(name="memory", step=partial(asyncio.to_thread, give_back), seconds=MEMORY_SECONDS),
        Ticker(name="backup", step=watch.back_up, seconds=HOURLY_SECONDS),
        Ticker(name="announcements", step=announcer.step, seconds=DUE_SECONDS),
        Ticker(name="owner notices", step=watch.step, seconds=TROUBLES_SECONDS),
        Ticker(name="purge", step=partial(_purge, core), seconds=HOURLY_SECONDS),
    )


async def _queue(compose: Callable[[], Awaitable[int]], deliverer: Deliverer) -> None:
    """Compose what is due, and have it sent."""
    if await compose():
        deliverer.wake()


async def _watch_clock(core: Core, deliverer: Deliverer, watch: ClockWatch) -> None:
    """Plan anew what a wrong clock planned too late."""
    if await reschedule_after_clock_jump(core.store, core.clock.now(), came_back=watch.came_back(core.clock)):
        deliverer.wake()


async def _purge(core: Core) -> None:
    """Delete articles and pictures older than RETENTION_DAYS, alerts that ended, and chats that have long been gone."""
    await core.store.alerts.end_stale(now=core.clock.now())
    before = core.clock.now() - timedelta(days=core.settings.retention_days)
    if articles := await core.store.articles.purge(before=before):
        logger.info("purged articles=%d", articles)
    if pictures := await core.thumbnails.purge(before=before):
        logger.info("purged pictures=%d", pictures)
    if chats := await core.store.own_data.forget_gone(core.clock.now()):
        logger.info("purged chats=%d", chats)


@dataclass(slots=True)
class EngineReport:
    """Stores the state of the summary engine whenever it changes: `tidings stats` reads it in another process."""

    summarizer: Summarizer
    store: Store
    _stored: EngineStatus | None = None

    async def step(self) -> None:
        """Store the state if it is a new one."""
        if (status := self.summarizer.status) != self._stored:
            await self.store.facts.set(ENGINE_FACT, engine_line(status, say=speaker(FALLBACK_LANGUAGE)))
            self._stored = status
