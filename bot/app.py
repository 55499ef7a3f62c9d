"""The composition root: opens the services, runs what must happen by itself, and shuts down in order.

`run`, the one-shot commands and the tests all open the same `Core`; only `run` talks to Telegram.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import secrets
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from bot.chat.handlers.registry import build_application, register_commands
from bot.chat.receiving import connect, receiving
from bot.chat.sender import TelegramSender
from bot.chat.services import Services
from bot.config import Settings
from bot.data_folder import make_data_folder
from bot.delivery.deliver import Deliverer
from bot.delivery.limiter import Limiter
from bot.digest.compose import Composer
from bot.digest.reschedule import ClockWatch, reschedule_after_clock_jump
from bot.errors import ConfigError
from bot.ingest.complete import PAUSE_SECONDS, Completer
from bot.ingest.load import Loader
from bot.memory import share_heaps
from bot.models.ports import Clock
from bot.parsers.pool import ParserPool
from bot.pictures.thumbnails import Thumbnails
from bot.stats import ENGINE_FACT, engine_line
from bot.store import Store
from bot.summaries.ahead import SummariesAhead
from bot.summaries.service import SummaryService
from bot.texts import speaker
from bot.ticking import tick, tick_overlapping
from bot.web.fetch import HttpFetcher
from summarizer import EngineOptions, EngineStatus, EngineUnavailable, Summarizer, make_summarizer

logger = logging.getLogger(__name__)

BOT_USERNAME_FACT = "bot_username"
UNKNOWN_USERNAME = "your_bot"  # in previews made before the first run
AHEAD_SECONDS = 2.0
TICK_SECONDS = 1.0  # how often "what is due?" is asked of the database
HOUSEKEEPING_SECONDS = 3600.0
DRAIN_SECONDS = 30.0  # for the sends in flight at a stop: all in all a stop takes less than a minute
CLOCK_SECONDS = 60.0  # how often a clock that was wrong is looked for


@dataclass(slots=True)
class BotName:
    """The bot's username, known once Telegram has told it."""

    value: str = UNKNOWN_USERNAME

    def __call__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Core:
    """Everything but Telegram: enough to load, summarise and compose."""

    settings: Settings
    clock: Clock
    store: Store
    summarizer: Summarizer
    fetcher: HttpFetcher
    pool: ParserPool
    loader: Loader
    completer: Completer
    summaries: SummaryService
    thumbnails: Thumbnails
    composer: Composer
    bot_name: BotName


def engine_options(settings: Settings) -> EngineOptions:
    """What the settings say of the summary engine."""
    return EngineOptions(
        engine=settings.summary_engine,
        model=settings.summary_model,
        revision=settings.summary_model_revision,
        device=settings.summary_device,
        precision=settings.summary_precision,
        memory_bytes=settings.summary_memory,
        api_urls=settings.summary_api_url,
        api_key=settings.summary_api_key.get_secret_value().strip(),
        api_model=settings.summary_api_model,
    )


def the_summarizer(settings: Settings, *, rejections: Counter[str] | None = None) -> Summarizer:
    """The engine that the settings name, not started; ConfigError if it cannot run here.

    `rejections` gathers what its guard rails refuse.
    """
    try:
        return make_summarizer(engine_options(settings), on_rejected=None if rejections is None else rejections.update)
    except EngineUnavailable as error:
        raise ConfigError(f"SUMMARY_ENGINE={settings.summary_engine}: {error}") from error


@asynccontextmanager
async def open_core(settings: Settings, *, clock: Clock) -> AsyncIterator[Core]:
    """Open the services in the order they lean on each other; close them in the reverse."""
    share_heaps()
    async with AsyncExitStack() as stack:
        make_data_folder(settings.data_dir)
        store = await stack.enter_async_context(Store.open(settings.database))
        fetcher = HttpFetcher(trusted_hosts=settings.fetch_trusted_hosts)
        stack.push_async_callback(fetcher.aclose)
        pool = ParserPool()
        stack.push_async_callback(pool.aclose)
        rejections: Counter[str] = Counter()
        summarizer = the_summarizer(settings, rejections=rejections)
        stack.push_async_callback(summarizer.aclose)
        bot_name = BotName(await store.facts.get(BOT_USERNAME_FACT) or UNKNOWN_USERNAME)
        # Pictures and summaries may still be in the making past their deadlines: they end first.
        summaries = SummaryService(
            store=store,
            summarizer=summarizer,
            clock=clock,
            sentences=settings.summary_sentences,
            rejections=rejections,
        )
        thumbnails = Thumbnails(
            store=store, fetcher=fetcher, pool=pool, clock=clock, folder=settings.data_dir / "pictures"
        )
        stack.push_async_callback(summaries.aclose)
        stack.push_async_callback(thumbnails.aclose)
        gc.freeze()  # what was loaded stays: to look through it for garbage took a tenth of the time of loading
        stack.callback(gc.unfreeze)
        yield Core(
            settings=settings,
            clock=clock,
            store=store,
            summarizer=summarizer,
            fetcher=fetcher,
            pool=pool,
            loader=Loader(store=store, fetcher=fetcher, pool=pool, clock=clock, interval=settings.fetch_interval),
            completer=Completer(store=store, fetcher=fetcher, pool=pool, clock=clock),
            summaries=summaries,
            thumbnails=thumbnails,
            composer=Composer(
                store=store,
                summaries=summaries,
                thumbnails=thumbnails,
                clock=clock,
                max_stories=settings.digest_max_stories,
                digest_format=settings.digest_format,
                bot_username=bot_name,
            ),
            bot_name=bot_name,
        )


async def run_bot(core: Core, *, stop: asyncio.Event, on_started: Callable[[], object] | None = None) -> None:
    """Talk to Telegram until `stop` is set; TokenRefused or InstanceHeld if it must end for good.

    A stop ends a start as well: Telegram may be out of reach for as long as it likes.
    """
    running = asyncio.create_task(_run(core, on_started), name="run")
    stopping = asyncio.create_task(stop.wait(), name="stop")
    try:
        await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        stopping.cancel()
        running.cancel()
        await asyncio.wait({running})
    if not running.cancelled():
        running.result()


async def _run(core: Core, on_started: Callable[[], object] | None) -> None:
    """Start, run until something fails for good, and close in order however it ends."""
    settings, clock, store = core.settings, core.clock, core.store
    core.summarizer.start()  # loads in the background; until it is ready, sentences of the articles do
    await core.fetcher.self_test()  # a guard that an upgrade opened would let strangers read the owner's network
    services: Services | None = None

    def the_services() -> Services:
        assert services is not None
        return services

    application = build_application(settings, the_services)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(application.bot.shutdown)  # closes the clients of a start that failed, too
        await connect(application, clock)
        stack.push_async_callback(application.shutdown)
        core.bot_name.value = application.bot.username
        await store.facts.set(BOT_USERNAME_FACT, application.bot.username)
        deliverer = Deliverer(
            store=store,
            sender=TelegramSender(application.bot, paid_broadcast=settings.telegram_paid_broadcast),
            clock=clock,
            limiter=Limiter(per_second=settings.telegram_messages_per_second),
            boot_id=secrets.token_hex(8),
            owners=settings.telegram_admin_ids,
            say=speaker(settings.default_language),
        )
        services = Services(
            settings=settings,
            clock=clock,
            store=store,
            loader=core.loader,
            summaries=core.summaries,
            composer=core.composer,
            deliverer=deliverer,
            thumbnails=core.thumbnails,
            bot_username=core.bot_name,
        )
        await register_commands(application.bot)
        delivering = asyncio.create_task(deliverer.run(), name="deliver")
        stack.push_async_callback(_end_delivery, deliverer, delivering)
        fatal = await stack.enter_async_context(receiving(application, settings, clock))
        tickers = await stack.enter_async_context(_tickers(core, deliverer))
        logger.info("started bot=%s", application.bot.username)
        if on_started:
            on_started()
        ends = {fatal, delivering, store.damaged, *tickers}
        done, _ = await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        for finished in done:
            finished.result()


async def _end_delivery(deliverer: Deliverer, delivering: asyncio.Task[None]) -> None:
    """Let the sends in flight end and be recorded, then stop claiming."""
    try:
        async with asyncio.timeout(DRAIN_SECONDS):
            await deliverer.drain()
    except TimeoutError:  # a large upload: it may arrive, and the next start knows it
        logger.warning("sends were cut off seconds=%d", DRAIN_SECONDS)
    delivering.cancel()
    await asyncio.gather(delivering, return_exceptions=True)


@asynccontextmanager
async def _tickers(core: Core, deliverer: Deliverer) -> AsyncIterator[list[asyncio.Task[None]]]:
    """Run what must happen by itself; each tick asks the database what is due."""

    async def refresh() -> None:
        await core.loader.refresh_due()

    async def complete() -> None:
        await core.completer.step()

    async def compose(*, instant: bool) -> None:
        if await core.composer.compose_due(instant=instant):
            deliverer.wake()

    ahead = SummariesAhead(store=core.store, summaries=core.summaries, clock=core.clock)
    engine: list[EngineStatus] = []

    async def summarise_ahead() -> None:
        if [core.summarizer.status] != engine:  # for `tidings stats`, which is another process
            engine[:] = [core.summarizer.status]
            await core.store.facts.set(ENGINE_FACT, engine_line(engine[0]))
        await ahead.step()

    async def back_up() -> None:
        if path := await core.store.daily_backup(today=core.clock.now().date()):
            logger.info("backed up path=%s", path)

    watch = ClockWatch()

    async def watch_clock() -> None:
        if await reschedule_after_clock_jump(core.store, core.clock.now(), came_back=watch.came_back(core.clock)):
            deliverer.wake()

    async def keep_house() -> None:
        before = core.clock.now() - timedelta(days=core.settings.retention_days)
        if removed := await core.store.articles.purge(before=before):
            logger.info("purged articles=%d", removed)
        if removed := await core.thumbnails.purge(before=before):
            logger.info("purged pictures=%d", removed)

    tasks = [
        asyncio.create_task(tick_overlapping("refresh", refresh, core.clock, TICK_SECONDS), name="refresh"),
        asyncio.create_task(tick_overlapping("complete", complete, core.clock, PAUSE_SECONDS), name="complete"),
        asyncio.create_task(tick("compose", partial(compose, instant=False), core.clock, TICK_SECONDS), name="compose"),
        asyncio.create_task(
            tick("compose instant", partial(compose, instant=True), core.clock, TICK_SECONDS), name="compose instant"
        ),
        asyncio.create_task(tick("ahead", summarise_ahead, core.clock, AHEAD_SECONDS), name="ahead"),
        asyncio.create_task(tick("backup", back_up, core.clock, HOUSEKEEPING_SECONDS), name="backup"),
        asyncio.create_task(tick("clock", watch_clock, core.clock, CLOCK_SECONDS), name="clock"),
        asyncio.create_task(tick("housekeeping", keep_house, core.clock, HOUSEKEEPING_SECONDS), name="housekeeping"),
    ]
    try:
        yield tasks
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
