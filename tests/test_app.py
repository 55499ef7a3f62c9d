"""The composition root: every ticker runs, every setting arrives, and the parts end in order."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import re
import threading
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from telegram.ext import ExtBot, Updater

from bot import app
from bot.app import run_bot, tickers
from bot.chat.application import TelegramBot, new_bot
from bot.chat.handlers.registry import build_application
from bot.chat.receiving import POLL_END_SECONDS, STOP_SECONDS
from bot.chat.services import Services
from bot.chat.state import BotApplication
from bot.config import Settings, load_settings
from bot.core import UNKNOWN_USERNAME, Core, engine_options, open_core
from bot.delivery.deliver import Deliverer
from bot.errors import ConfigError, StoreError, TidingsError, TokenRefused
from bot.models.articles import Article
from bot.models.chats import Chat, ChatKind, DigestMode, Schedule
from bot.models.messages import RichContent, TextContent
from bot.models.sources import SourceKind, SourceSpec
from bot.parsers.pool import ParserPool
from bot.pictures.thumbnails import Thumbnails
from bot.stats import ENGINE_FACT, gather_stats
from bot.store.database.worker import Worker
from bot.summaries.service import SummaryService
from bot.ticking import Ticker
from bot.web.fetch import HttpFetcher
from summarizer import EngineOptions, EngineUnavailable
from tests.botapi import BotApiServer, running_playground
from tests.chat.rig import ScriptedSummarizer, a_picture
from tests.fakes import NOON, FakeClock, a_chat, a_message, a_new_article, an_update
from tests.stores import new_database
from tests.web_server import Reply, serve

INSTANT = Schedule(mode=DigestMode.INSTANT)


class Engine(ScriptedSummarizer):
    """A scripted engine that was made with options and a callback for refused sentences."""

    def __init__(self) -> None:
        super().__init__()
        self.options: list[EngineOptions] = []
        self.on_rejected: Callable[[Mapping[str, int]], object] | None = None
        self.started = 0

    def make(self, options: EngineOptions, *, on_rejected: Callable[[Mapping[str, int]], object] | None) -> Engine:
        self.options.append(options)
        self.on_rejected = on_rejected
        return self

    def start(self) -> None:
        self.started += 1


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Engine:
    """The engine that the core makes in place of a real one."""
    engine = Engine()
    monkeypatch.setattr("bot.core.make_summarizer", engine.make)
    return engine


class Listener:
    """Stands for the deliverer of the tickers: counts how often it is woken."""

    def __init__(self) -> None:
        self.woken = 0

    def wake(self) -> None:
        self.woken += 1


@asynccontextmanager
async def a_core(folder: Path, clock: FakeClock, **settings: Any) -> AsyncIterator[Core]:
    """The real services over a new database in `folder`, with these settings."""
    if not (folder / "tidings.db").exists():
        await new_database(folder / "tidings.db")
    async with open_core(load_settings(data_dir=folder, **settings), clock=clock) as core:
        yield core


@dataclass(kw_only=True)
class World:
    """A running bot. `clock` moves only when told to; `server` is Telegram."""

    core: Core
    clock: FakeClock
    server: BotApiServer
    running: asyncio.Task[None]
    stop: asyncio.Event
    services: list[Services] = field(default_factory=list)


@asynccontextmanager
async def a_running_bot(
    folder: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch, **settings: Any
) -> AsyncIterator[World]:
    """The bot over the strict local Bot API, started; it is stopped at the end."""
    async with running_playground(now=lambda: clock.now()) as server:
        fields = {"telegram_bot_token": server.token, "telegram_api_url": server.url, **settings}
        async with a_core(folder, clock, **fields) as core, asyncio.timeout(60):
            services: list[Services] = []

            def noting_services(bot: TelegramBot, given: Services) -> BotApplication:
                services.append(given)
                return build_application(bot, given)

            monkeypatch.setattr(app, "build_application", noting_services)
            stop, started = asyncio.Event(), asyncio.Event()
            running = asyncio.create_task(run_bot(core, stop=stop, on_started=started.set))
            starting = asyncio.create_task(started.wait())
            await asyncio.wait({running, starting}, return_when=asyncio.FIRST_COMPLETED)
            starting.cancel()
            try:
                yield World(core=core, clock=clock, server=server, running=running, stop=stop, services=services)
            finally:
                stop.set()
                await asyncio.gather(running, return_exceptions=True)
                monkeypatch.setattr(app, "build_application", build_application)


def ticker_steps(core: Core, listener: Listener) -> dict[str, Callable[[], Any]]:
    """The steps of the tickers by name, without their pace."""
    return {ticker.name: ticker.step for ticker in all_tickers(core, listener)}


def all_tickers(core: Core, deliverer: Any) -> tuple[Ticker, ...]:
    return tickers(
        core, core.composer("tidings_bot"), core.alerts("tidings_bot"), core.recapper("tidings_bot"), deliverer
    )


async def news(core: Core, *titles: str, **changes: Any) -> list[Article]:
    """Articles of one source arrive."""
    spec = SourceSpec(name="World news", kind=SourceKind.FEED, location="https://example.org/feed", category=("World",))
    source = await core.store.sources.get(spec.name) or await core.store.sources.add(spec, now=core.clock.now())
    fields: dict[str, Any] = {"published_at": core.clock.now() - timedelta(minutes=30), **changes}
    articles = [a_new_article(title, **fields) for title in titles]
    await core.store.sources.apply(an_update(source.id, *articles, at=core.clock.now()))
    return await core.store.articles.by_source(source.id)


async def a_subscriber(core: Core, chat_id: int = 100, **changes: Any) -> Chat:
    """A chat that follows the world's news and shows no pictures, with a digest that is due."""
    chat = a_chat(chat_id, **{"pictures": False, "next_digest_at": core.clock.now(), **changes})
    await core.store.chats.save(chat)
    await core.store.chats.subscribe(chat.key, ("World",))
    return chat


async def waiting(core: Core) -> list[Any]:
    """The contents of the messages in the outbox that may be sent now."""
    messages = await core.store.outbox.claim(owner="test", now=core.clock.now(), limit=50)
    return [message.message.content for message in messages]


# --- seen from outside --------------------------------------------------------------------------


async def test_the_running_bot_is_seen_from_outside_where_it_is_told_to_listen(
    tmp_path: Path, clock: FakeClock, engine: Engine, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    async with a_running_bot(tmp_path, clock, monkeypatch, metrics_listen="127.0.0.1:0") as world:
        [port] = re.findall(r"metrics served host=127\.0\.0\.1 port=(\d+)", caplog.text)
        await world.services[0].deliverer.send_now(a_message(chat_id=world.server.me))
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client:
            assert (await client.get("/healthz")).text == "ok\n"
            assert 'tidings_sent_total{kind="digest"} 1.0' in (await client.get("/metrics")).text
            assert world.server.token not in (await client.get("/")).text
    assert "metrics" not in {thread.name for thread in threading.enumerate()}


# --- tickers ------------------------------------------------------------------------------------


async def test_every_ticker_has_its_pace(tmp_path: Path, clock: FakeClock, engine: Engine) -> None:
    async with a_core(tmp_path, clock) as core:
        deliverer: Any = Listener()
        found = all_tickers(core, deliverer)
    assert {ticker.name: (ticker.seconds, ticker.overlapping) for ticker in found} == {
        "refresh": (1, True),
        "complete": (1, True),
        "digests": (1, False),
        "instant digests": (1, False),
        "alerts": (1, False),
        "recaps": (1, False),
        "summaries ahead": (2, False),
        "engine": (2, False),
        "clock": (60, False),
        "database": (30, False),
        "backup": (3600, False),
        "memory": (60, False),
        "announcements": (1, False),
        "owner notices": (60, False),
        "purge": (3600, False),
    }


async def test_the_running_bot_runs_every_ticker(
    tmp_path: Path, clock: FakeClock, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_running_bot(tmp_path, clock, monkeypatch) as world:
        deliverer: Any = Listener()
        names = {ticker.name for ticker in all_tickers(world.core, deliverer)}
        assert names <= {task.get_name() for task in asyncio.all_tasks()}
        await a_subscriber(world.core, world.server.me)
        await news(world.core, "Harbour bridge opens")
        clock.advance(1)
        await world.server.wait_for_accepted(1)  # composed, and the deliverer woken: its own clock stands still
        assert "Harbour bridge opens" in world.server.accepted[0].text
    assert not names & {task.get_name() for task in asyncio.all_tasks()}


async def test_sources_are_refreshed_at_the_interval_of_the_settings(
    tmp_path: Path, clock: FakeClock, engine: Engine
) -> None:
    posts = tmp_path / "posts"
    posts.mkdir()
    (posts / "bridge.md").write_text("---\ntitle: Harbour bridge opens\n---\nThe bridge opened on Monday.\n")
    async with a_core(tmp_path, clock, fetch_interval="2h") as core:
        spec = SourceSpec(name="Posts", kind=SourceKind.FOLDER, location=str(posts))
        await core.store.sources.add(spec, now=clock.now())
        await ticker_steps(core, Listener())["refresh"]()
        source = await core.store.sources.get("Posts")
        assert await core.store.articles.count() == 1
    assert source is not None
    assert source.next_check_at == NOON + timedelta(hours=2)


async def test_teasers_are_completed_from_pages_of_trusted_hosts(
    tmp_path: Path, clock: FakeClock, engine: Engine
) -> None:
    sentence = "Otters have returned to the upper river after an absence of forty years, the park service said. "
    page = f'<!doctype html><html lang="en"><title>Otters</title><article><p>{sentence * 4}</p></article></html>'
    async with serve() as site:
        site.replies["/otters"] = Reply(body=page.encode(), content_type="text/html")
        site.replies["/otter.jpg"] = Reply(body=a_picture(), content_type="image/jpeg")
        async with a_core(tmp_path, clock, fetch_trusted_hosts=site.trusted) as core:
            spec = SourceSpec(name="River", kind=SourceKind.FEED, location=site.url("/feed"), category=("World",))
            source = await core.store.sources.add(spec, now=clock.now())
            teaser = a_new_article("Otters", wants_page=True, text="Otters have returned.", url=site.url("/otters"))
            await core.store.sources.apply(an_update(source.id, teaser))
            await ticker_steps(core, Listener())["complete"]()
            [article] = await core.store.articles.by_source(source.id)
            address = site.url("/otter.jpg")
            pictures = await core.thumbnails.prepare([address], own=[address])
            stored = await core.store.pictures.by_url([address])
    assert "forty years" in article.text
    assert address in pictures
    assert Path(stored[address].path).is_relative_to(tmp_path / "pictures")


async def test_scheduled_digests_are_composed_as_the_settings_say(
    tmp_path: Path, clock: FakeClock, engine: Engine
) -> None:
    settings = {"digest_format": "classic", "digest_max_stories": 1, "summary_sentences": 4}
    listener = Listener()
    async with a_core(tmp_path, clock, **settings) as core:
        await a_subscriber(core)
        await a_subscriber(core, 101, schedule=INSTANT, next_digest_at=None)
        await news(core, "Harbour bridge opens", "Elections in March")
        await ticker_steps(core, listener)["digests"]()
        messages = await waiting(core)
    assert listener.woken == 1
    assert [type(message) for message in messages] == [TextContent]
    assert engine.asked == [(engine.asked[0][0], 4)]
    assert f"4 sentences on {engine.asked[0][0]}" in messages[0].html


async def test_instant_digests_are_composed_with_links_to_the_bot(
    tmp_path: Path, clock: FakeClock, engine: Engine
) -> None:
    listener = Listener()
    async with a_core(tmp_path, clock) as core:
        await a_subscriber(core)
        await a_subscriber(core, 101, schedule=INSTANT, next_digest_at=None)
        await news(core, "Harbour bridge opens", url=None)  # with no page of its own it is read in the bot
        await ticker_steps(core, listener)["instant digests"]()
        messages = await waiting(core)
    assert listener.woken == 1
    assert [type(message) for message in messages] == [RichContent]
    assert "https://t.me/tidings_bot?start=a" in messages[0].html


async def test_alerts_are_told_and_end_when_they_are_stale(tmp_path: Path, clock: FakeClock, engine: Engine) -> None:
    listener = Listener()
    async with a_core(tmp_path, clock) as core:
        steps = ticker_steps(core, listener)
        chat = await a_subscriber(core, next_digest_at=None)
        await steps["alerts"]()
        alert = await core.store.alerts.add(chat.key, "bridge", now=clock.now())
        await news(core, "Harbour bridge opens", url=None)
        await steps["alerts"]()
        (message,) = await waiting(core)
        assert alert is not None
        await core.store.alerts.end(chat.key, alert.id, now=clock.now())
        clock.advance(days=8)
        await steps["purge"]()
        assert await core.store.alerts.restore(chat.key, alert.id, now=clock.now()) is None
    assert listener.woken == 1
    assert isinstance(message, RichContent)
    assert "https://t.me/tidings_bot?start=a" in message.html


async def test_nobody_is_woken_where_nothing_was_composed(tmp_path: Path, clock: FakeClock, engine: Engine) -> None:
    listener = Listener()
    async with a_core(tmp_path, clock) as core:
        steps = ticker_steps(core, listener)
        for name in ("digests", "instant digests", "clock"):
            await steps[name]()
    assert listener.woken == 0


async def test_summaries_are_written_before_a_digest_is_due(tmp_path: Path, clock: FakeClock, engine: Engine) -> None:
    async with a_core(tmp_path, clock) as core:
        await a_subscriber(core, next_digest_at=NOON + timedelta(hours=3))
        await news(core, "Harbour bridge opens")
        await ticker_steps(core, Listener())["summaries ahead"]()
    assert engine.asked == [("Harbour bridge opens", 2)]


async def test_the_state_of_the_engine_is_stored_whenever_it_changes(
    tmp_path: Path, clock: FakeClock, engine: Engine
) -> None:
    async with a_core(tmp_path, clock) as core:
        step = ticker_steps(core, Listener())["engine"]
        await step()
        first = await core.store.facts.get(ENGINE_FACT)
        await core.store.facts.set(ENGINE_FACT, "unchanged")
        await step()
        second = await core.store.facts.get(ENGINE_FACT)
        engine.name = "better"
        await step()
        third = await core.store.facts.get(ENGINE_FACT)
    assert (first, second, third) == ("scripted: ready", "unchanged", "better: ready")


async def test_what_a_wrong_clock_planned_too_late_is_planned_anew(
    tmp_path: Path, clock: FakeClock, engine: Engine
) -> None:
    listener = Listener()
    async with a_core(tmp_path, clock) as core:
        step = ticker_steps(core, listener)["clock"]
        await a_subscriber(core, next_digest_at=NOON + timedelta(days=400))
        await step()
        replanned = await core.store.chats.next_digest()
        assert replanned is not None
        # A clock that ran four days ahead, and is set back: nothing but the monotonic clock tells.
        clock._now += timedelta(days=4)
        await step()
        await a_subscriber(core, next_digest_at=NOON + timedelta(days=5))
        clock._now = NOON
        await step()
        assert await core.store.chats.next_digest() == replanned
    assert replanned[0] == NOON + timedelta(days=1)
    assert listener.woken == 2


async def test_a_backup_is_written_once_a_day(
    tmp_path: Path, clock: FakeClock, engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    async with a_core(tmp_path, clock) as core:
        back_up = ticker_steps(core, Listener())["backup"]
        await back_up()
        assert not (tmp_path / "backups").exists()  # of an empty database, which would take the day's place
        await news(core, "Harbour bridge opens")
        for _ in range(2):
            await back_up()
    path = tmp_path / "backups" / "daily-2026-03-02.db"
    assert path.exists()
    assert [record.message for record in caplog.records if "backed up" in record.message] == [f"backed up path={path}"]


async def test_old_articles_and_pictures_are_purged_after_the_days_of_the_settings(
    tmp_path: Path, clock: FakeClock, engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    old = tmp_path / "pictures" / "ab" / "abc.jpg"
    new = tmp_path / "pictures" / "cd" / "cde.jpg"
    for path, age in ((old, timedelta(days=31)), (new, timedelta(days=29))):
        path.parent.mkdir(parents=True)
        path.touch()
        os.utime(path, ((NOON - age).timestamp(),) * 2)
    async with a_core(tmp_path, clock, retention_days=30) as core:
        clock._now = NOON - timedelta(days=31)
        await news(core, "Old")
        clock._now = NOON - timedelta(days=29)
        await news(core, *(f"Newer {number}" for number in range(60)))  # a feed keeps what it may still list
        clock._now = NOON
        await core.store.sources.remove("World news")
        await core.store.chats.save(a_chat(active=False))
        await core.store.own_data.forget_gone(NOON - timedelta(days=91))
        await ticker_steps(core, Listener())["purge"]()
        left = await core.store.articles.count()
    assert left == 60
    assert not old.exists()
    assert new.exists()
    messages = [record.message for record in caplog.records if "purged" in record.message]
    assert messages == ["purged articles=1", "purged pictures=1", "purged chats=1"]


# --- settings -----------------------------------------------------------------------------------


async def test_every_setting_of_the_engine_reaches_it(tmp_path: Path, clock: FakeClock, engine: Engine) -> None:
    settings: dict[str, Any] = {
        "summary_engine": "api",
        "summary_model": "a-model",
        "summary_model_revision": "r1",
        "summary_device": "cpu",
        "summary_precision": "int8",
        "summary_memory": "2GB",
        "summary_api_url": "https://one.example.org https://two.example.org",
        "summary_api_key": " k3y ",
        "summary_api_model": "served",
        "summary_verifier": "owner/reader",
    }
    async with a_core(tmp_path, clock, **settings) as core:
        assert core.summarizer is engine
    expected = EngineOptions(
        engine="api",
        model="a-model",
        revision="r1",
        device="cpu",
        precision="int8",
        memory_bytes=2 * 10**9,
        api_urls=("https://one.example.org", "https://two.example.org"),
        api_key="k3y",
        api_model="served",
        verifier="owner/reader",
    )
    assert engine.options == [expected]
    assert engine_options(load_settings(**settings)) == expected


async def test_an_engine_that_cannot_run_here_is_a_wrong_setting(
    tmp_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unavailable(*_: object, **__: object) -> None:
        raise EngineUnavailable("no libraries")

    monkeypatch.setattr("bot.core.make_summarizer", unavailable)
    with pytest.raises(ConfigError, match="SUMMARY_ENGINE=extractive: no libraries"):
        async with a_core(tmp_path, clock, summary_engine="extractive"):
            pass


async def test_refused_sentences_are_counted_in_the_store(tmp_path: Path, clock: FakeClock, engine: Engine) -> None:
    async with a_core(tmp_path, clock) as core:
        assert engine.on_rejected is not None
        engine.on_rejected({"number": 2})
        await core.summaries.for_articles(await news(core, "Harbour bridge opens"))
        stats = await gather_stats(core.store, now=clock.now())
    assert stats.rejected == {"number": 2}


async def test_messages_keep_the_pace_of_the_settings_and_may_be_paid_for(
    tmp_path: Path, clock: FakeClock, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def a_second_later() -> bool:
        clock.advance(1)
        return len(world.server.accepted) > 1

    settings = {"telegram_messages_per_second": 1, "telegram_paid_broadcast": True}
    async with a_running_bot(tmp_path, clock, monkeypatch, **settings) as world:
        for person in (201, 202, 203):
            world.server.add_person(person)
        waiting = [a_message(chat_id=person) for person in (201, 202, 203)]
        await world.core.store.outbox.enqueue(waiting, now=clock.now())
        world.services[0].deliverer.wake()
        [first] = await world.server.wait_for_accepted(1)
        assert (await world.core.store.outbox.stats()).pending == 2
        # Each look moves the clock: the deliverer may not have gone to sleep yet when the first one does.
        await world.server.wait_for(a_second_later)
    sends = [call for call in world.server.calls if call.method.lower() == "sendmessage"]
    assert {str(call.params.get("allow_paid_broadcast")).lower() for call in sends} == {"true"}
    assert first.chat_id == 201


async def test_messages_are_not_paid_for_unless_the_settings_say_so(
    tmp_path: Path, clock: FakeClock, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_running_bot(tmp_path, clock, monkeypatch) as world:
        await world.core.store.outbox.enqueue([a_message(chat_id=world.server.me)], now=clock.now())
        world.services[0].deliverer.wake()
        await world.server.wait_for_accepted(1)
    [send] = [call for call in world.server.calls if call.method.lower() == "sendmessage"]
    assert "allow_paid_broadcast" not in send.params


async def test_owners_are_told_in_the_default_language_of_a_group_that_refuses_the_bot(
    tmp_path: Path, clock: FakeClock, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = 301
    async with a_running_bot(
        tmp_path, clock, monkeypatch, telegram_admin_ids=str(owner), default_language="zh-Hant"
    ) as world:
        world.server.add_person(owner)
        group = world.server.group
        await world.core.store.chats.save(a_chat(group, kind=ChatKind.SUPERGROUP, title="Friends"))
        refusal = "Bad Request: not enough rights to send text messages to the chat"
        world.server.fail_next("sendMessage", 400, refusal, chat=group)
        await world.core.store.outbox.enqueue([a_message(chat_id=group)], now=clock.now())
        world.services[0].deliverer.wake()
        [notice] = await world.server.wait_for_accepted(1)
    assert notice.chat_id == owner
    assert "Friends" in notice.text
    assert notice.text.startswith("我無法再在「Friends」發送訊息")


async def test_the_handlers_work_with_the_services_of_the_core(
    tmp_path: Path, clock: FakeClock, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_running_bot(tmp_path, clock, monkeypatch) as world:
        [services], core = world.services, world.core
        for name in ("settings", "clock", "store", "loader", "summaries", "thumbnails"):
            assert getattr(services, name) is getattr(core, name), name
        assert services.bot_username == world.server.world.bot.username
        await news(core, "Harbour bridge opens", url=None)
        await core.store.chats.save(a_chat(world.server.me, zone_chosen=True))  # is not asked where it lives
        await world.server.user_says("/subscribe World")
        await world.server.wait_for_accepted(1)
        await world.server.user_says("/digest")
        link = f"https://t.me/{world.server.world.bot.username}?start=a"
        await world.server.wait_for(lambda: any(link in sent.html for sent in world.server.accepted))
    assert any("Harbour bridge opens" in sent.text and link in sent.html for sent in world.server.accepted)


async def test_previews_name_the_bot_of_the_last_run(
    tmp_path: Path, clock: FakeClock, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_core(tmp_path / "new", clock) as core:
        assert await core.last_username() == UNKNOWN_USERNAME
    async with a_running_bot(tmp_path, clock, monkeypatch) as world:
        assert await world.core.last_username() == world.server.world.bot.username


# --- start and end ------------------------------------------------------------------------------


async def test_a_start_loads_the_engine_and_registers_the_commands(
    tmp_path: Path, clock: FakeClock, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared: list[bool] = []
    monkeypatch.setattr("bot.core.share_heaps", lambda: shared.append(True))
    async with a_running_bot(tmp_path, clock, monkeypatch) as world:
        assert gc.get_freeze_count() > 0
        assert engine.started == 1
        clock.advance(app.INTRODUCTION_SECONDS)
        await world.server.wait_for(lambda: "setMyCommands" in {call.method for call in world.server.calls})
    assert shared == [True]
    assert gc.get_freeze_count() == 0


async def test_a_bot_whose_address_guard_does_not_hold_does_not_start(
    tmp_path: Path, clock: FakeClock, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.web.guard.denied_reason", lambda _: None)
    async with a_running_bot(tmp_path, clock, monkeypatch) as world:
        with pytest.raises(TidingsError, match="address guard does not hold"):
            await world.running
    assert world.server.calls == []


async def test_a_start_waits_by_the_clock_until_telegram_answers(
    tmp_path: Path, clock: FakeClock, engine: Engine
) -> None:
    async with running_playground() as server:
        server.fail_next("getMe", 502, "Bad Gateway")
        settings = {"telegram_bot_token": server.token, "telegram_api_url": server.url}
        async with a_core(tmp_path, clock, **settings) as core:
            stop, started = asyncio.Event(), asyncio.Event()
            running = asyncio.create_task(run_bot(core, stop=stop, on_started=started.set))
            await server.wait_for(lambda: clock.sleepers)
            clock.advance(1)
            await server.wait_for(started.is_set)
            stop.set()
            await running


@pytest.mark.parametrize("failing", ["connect", "build_application"])
async def test_a_start_that_fails_leaves_no_connection_open(
    tmp_path: Path, clock: FakeClock, engine: Engine, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    bots: list[TelegramBot] = []
    original = getattr(app, failing)

    def noting_bot(settings: Settings) -> TelegramBot:
        bots.append(new_bot(settings))
        return bots[-1]

    async def failing_later(*arguments: Any) -> None:
        await original(*arguments)
        raise RuntimeError("a bug")

    def failing_at_once(*arguments: Any) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr(app, "new_bot", noting_bot)
    async with running_playground(now=lambda: clock.now()) as server:
        fields = {"telegram_bot_token": server.token, "telegram_api_url": server.url}
        async with a_core(tmp_path, clock, **fields) as core, asyncio.timeout(60):
            monkeypatch.setattr(app, failing, failing_at_once if failing == "build_application" else failing_later)
            with pytest.raises(RuntimeError, match="a bug"):
                await run_bot(core, stop=asyncio.Event())
            assert server.calls[0].method == "getMe"  # it was connected
    requests: list[Any] = [request for bot in bots for request in bot._request]
    assert [request._session for request in requests] == [None, None]


@pytest.mark.parametrize("part", ["polling", "delivery", "store", "ticker"])
async def test_the_bot_ends_where_one_of_its_parts_fails_for_good(
    tmp_path: Path, clock: FakeClock, engine: Engine, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    async with a_running_bot(tmp_path, clock, monkeypatch) as world:
        error: type[Exception] = TokenRefused
        match part:
            case "polling":
                world.server.fail_next("getUpdates", 401, "Unauthorized", times=100)
                await world.server.user_says("/help")
            case "delivery":
                world.server.fail_next("sendMessage", 401, "Unauthorized", times=100)
                await world.core.store.outbox.enqueue([a_message(chat_id=world.server.me)], now=clock.now())
                world.services[0].deliverer.wake()
            case "store":
                error = StoreError
                world.core.store.damaged.set_exception(StoreError("the file is damaged"))
            case _:
                error = RuntimeError

                sleep = clock.sleep

                async def broken(seconds: float) -> None:
                    if seconds == app.HOURLY_SECONDS:
                        raise RuntimeError("a bug")
                    await sleep(seconds)

                monkeypatch.setattr(clock, "sleep", broken)
                clock.advance(app.HOURLY_SECONDS)
        with pytest.raises(error):
            await world.running


def test_a_stop_takes_less_than_a_minute() -> None:
    assert POLL_END_SECONDS + STOP_SECONDS + app.DRAIN_SECONDS < 60


async def test_the_parts_end_in_order(
    tmp_path: Path, clock: FakeClock, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []

    def noting(owner: Any, method: str, name: str) -> None:
        original = getattr(owner, method)

        async def noted(*arguments: Any, **options: Any) -> Any:
            order.append(name)
            return await original(*arguments, **options)

        monkeypatch.setattr(owner, method, noted)

    noting(Updater, "stop", "polling")
    noting(Deliverer, "drain", "delivery")
    noting(ExtBot, "shutdown", "bot")
    noting(Thumbnails, "aclose", "pictures")
    noting(SummaryService, "aclose", "summaries")
    noting(ScriptedSummarizer, "aclose", "engine")
    noting(ParserPool, "aclose", "parsers")
    noting(HttpFetcher, "aclose", "client")
    noting(Worker, "aclose", "store")
    async with a_running_bot(tmp_path, clock, monkeypatch):
        order.clear()  # making the empty database has closed a store, too
    assert list(dict.fromkeys(order)) == [
        "polling",
        "delivery",
        "bot",
        "pictures",
        "summaries",
        "engine",
        "parsers",
        "client",
        "store",
    ]


async def test_a_send_in_flight_ends_before_the_bot_does(
    tmp_path: Path, clock: FakeClock, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_running_bot(tmp_path, clock, monkeypatch) as world:
        await world.core.store.outbox.enqueue([a_message(chat_id=world.server.me)], now=clock.now())
        world.services[0].deliverer.wake()
        await world.server.wait_for(lambda: any(t.get_name().startswith("send-") for t in asyncio.all_tasks()))
        world.stop.set()
        await world.running
        assert (await world.core.store.outbox.stats()).sent == 1


async def test_a_send_without_an_answer_is_cut_off_and_known_at_the_next_start(
    tmp_path: Path,
    clock: FakeClock,
    engine: Engine,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(app, "DRAIN_SECONDS", 0.01)
    async with a_running_bot(tmp_path, clock, monkeypatch) as world:
        world.server.fail_next("sendMessage", 200, hang=True)
        await world.core.store.outbox.enqueue([a_message(chat_id=world.server.me)], now=clock.now())
        world.services[0].deliverer.wake()
        await world.server.wait_for(lambda: len(world.server.bot_api.faults) == 0)
        world.stop.set()
        await world.running
        assert "sends cut off" in caplog.text
        stop, started = asyncio.Event(), asyncio.Event()
        again = asyncio.create_task(run_bot(world.core, stop=stop, on_started=started.set))
        await world.server.wait_for(lambda: "messages were in flight at the last stop messages=1" in caplog.text)
        stop.set()
        await again
