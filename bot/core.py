"""Opens the services that need no Telegram: enough to load, summarise and compose. The bot and every command use it."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from bot.config import Settings
from bot.data_folder import make_data_folder
from bot.digest.alerting import AlertComposer
from bot.digest.compose import Composer
from bot.digest.recap import Recapper
from bot.errors import ConfigError
from bot.ingest.complete import Completer
from bot.ingest.load import Loader
from bot.lean import settle
from bot.logs import redact
from bot.memory import share_heaps
from bot.models.ports import Clock
from bot.parsers.pool import ParserPool
from bot.pictures.thumbnails import Thumbnails
from bot.store import Store
from bot.summaries.service import SummaryService
from bot.web.fetch import HttpFetcher
from bot.web.guard import Lookup
from summarizer import EngineOptions, EngineUnavailable, Summarizer, make_summarizer

BOT_USERNAME_FACT = "bot_username"
UNKNOWN_USERNAME = "your_bot"  # in previews made before the first run


@dataclass(frozen=True, slots=True, kw_only=True)
class Core:
    """The open services. Whoever opened them closes them: see `open_core`."""

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

    def composer(self, bot_username: str) -> Composer:
        """A composer of digests whose deep links lead to the bot of this name."""
        return Composer(
            store=self.store,
            summaries=self.summaries,
            thumbnails=self.thumbnails,
            clock=self.clock,
            max_stories=self.settings.digest_max_stories,
            digest_format=self.settings.digest_format,
            bot_username=bot_username,
        )

    def alerts(self, bot_username: str) -> AlertComposer:
        """What finds the news of alerts and composes their messages."""
        return AlertComposer(
            store=self.store,
            summaries=self.summaries,
            thumbnails=self.thumbnails,
            clock=self.clock,
            digest_format=self.settings.digest_format,
            bot_username=bot_username,
        )

    def recapper(self, bot_username: str) -> Recapper:
        """What makes recaps; it needs the bot's name, which Telegram tells."""
        return Recapper(
            store=self.store,
            summaries=self.summaries,
            thumbnails=self.thumbnails,
            clock=self.clock,
            digest_format=self.settings.digest_format,
            bot_username=bot_username,
        )

    async def last_username(self) -> str:
        """The bot's username as the last run stored it: commands that print a preview do not ask Telegram."""
        return await self.store.facts.get(BOT_USERNAME_FACT) or UNKNOWN_USERNAME


def engine_options(settings: Settings) -> EngineOptions:
    """The options of the summary engine, as `summarizer` takes them."""
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
        verifier=settings.summary_verifier,
    )


def new_summarizer(settings: Settings, *, rejections: Counter[str] | None = None) -> Summarizer:
    """The summary engine of the settings, not started; ConfigError if it cannot run here.

    `rejections` counts the sentences that its guard rails refuse, by reason.
    """
    try:
        return make_summarizer(engine_options(settings), on_rejected=None if rejections is None else rejections.update)
    except EngineUnavailable as error:
        problem = redact(str(error), settings.secrets)
        raise ConfigError(f"SUMMARY_ENGINE={settings.summary_engine}: {problem}") from error


@asynccontextmanager
async def open_core(
    settings: Settings, *, clock: Clock, readonly: bool = False, resolver: Lookup | None = None
) -> AsyncIterator[Core]:
    """Open the services, each after those it uses; close them in the reverse order: engine, HTTP client, store.

    `readonly`: the store, if there is one, is only read, whoever works with it. `resolver` replaces the system's name
    lookup.
    """
    share_heaps()
    async with AsyncExitStack() as stack:
        make_data_folder(settings.data_dir)
        readonly = readonly and settings.database.exists()
        store = await stack.enter_async_context(Store.open(settings.database, readonly=readonly))
        fetcher = HttpFetcher(
            trusted_hosts=settings.fetch_trusted_hosts, proxy=settings.fetches_through, resolver=resolver
        )
        stack.push_async_callback(fetcher.aclose)
        pool = ParserPool()
        stack.push_async_callback(pool.aclose)
        rejections: Counter[str] = Counter()
        summarizer = new_summarizer(settings, rejections=rejections)
        stack.push_async_callback(summarizer.aclose)
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
        # Work on pictures and summaries may go on past its deadlines: it ends before what it uses is closed.
        stack.push_async_callback(summaries.aclose)
        stack.push_async_callback(thumbnails.aclose)
        settle()  # a tenth of the time of loading went into searching modules for garbage
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
        )
