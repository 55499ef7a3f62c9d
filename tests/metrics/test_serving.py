"""The server of METRICS_LISTEN, asked over loopback while a bot's services are open."""

from __future__ import annotations

import asyncio
import json
import logging
import re
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.config import load_settings
from bot.core import Core, open_core
from bot.delivery.tally import SendTally
from bot.errors import ConfigError, StoreError
from bot.metrics import health, server
from bot.metrics.health import Health
from bot.metrics.serving import serving_metrics
from bot.metrics.watch import LoopLag, Watch
from bot.models.messages import OutboxMessage
from bot.models.sources import SourceKind, SourceSpec
from bot.store import Store
from tests.fakes import NOON, FakeClock, ScriptedSender, a_chat, a_message, an_update
from tests.stores import new_database

ROOT = Path(__file__).parents[2]
TOKEN = "123456:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"


@pytest.fixture
async def core(tmp_path: Path, clock: FakeClock) -> AsyncIterator[Core]:
    """The services of a bot that listens at a free port."""
    await new_database(tmp_path / "tidings.db")
    settings = load_settings(
        data_dir=tmp_path, metrics_listen="127.0.0.1:0", summary_engine="extractive", telegram_bot_token=TOKEN
    )
    async with open_core(settings, clock=clock) as core:
        yield core


@pytest.fixture
def sends() -> SendTally:
    tally = SendTally(ScriptedSender())
    tally.connected = True
    return tally


@asynccontextmanager
async def asking(core: Core, sends: SendTally) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the server."""
    async with (
        serving_metrics(core, sends) as port,
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client,
    ):
        yield client


async def test_a_bot_that_is_well_says_so(core: Core, sends: SendTally) -> None:
    async with asking(core, sends) as client:
        answer = await client.get("/healthz")
        assert (answer.status_code, answer.text) == (200, "ok\n")
        head = await client.head("/healthz")
        assert (head.status_code, head.content) == (200, b"")


async def test_a_bot_that_telegram_has_not_answered_yet_is_not_well(core: Core, sends: SendTally) -> None:
    sends.connected = False
    async with asking(core, sends) as client:
        answer = await client.get("/healthz")
        page = await client.get("/")
    assert (answer.status_code, answer.text) == (503, "Telegram does not answer\n")
    assert (page.status_code, "Telegram does not answer" in page.text) == (200, True)


@pytest.mark.parametrize(("connected", "code"), [(True, 0), (False, 1)])
async def test_the_image_asks_for_the_health(core: Core, sends: SendTally, connected: bool, code: int) -> None:
    [check] = re.findall(r"^HEALTHCHECK .* CMD (\[.*\])$", (ROOT / "Dockerfile").read_text("utf-8"), re.MULTILINE)
    _, *arguments = json.loads(check)
    sends.connected = connected
    async with serving_metrics(core, sends) as port:
        for listen, wanted in ((f"0.0.0.0:{port}", code), ("", 0)):
            environment = {"METRICS_LISTEN": listen}
            process = await asyncio.create_subprocess_exec(
                sys.executable, *arguments, env=environment, stderr=asyncio.subprocess.DEVNULL
            )
            assert await process.wait() == wanted


async def test_an_event_loop_that_hangs_is_named(core: Core, sends: SendTally, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "LOOP_SECONDS", 0.05)
    answers: list[tuple[int, bytes]] = []

    def ask(port: int) -> None:
        connection = HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request("GET", "/healthz")
        answer = connection.getresponse()
        answers.append((answer.status, answer.read()))
        connection.close()

    async with serving_metrics(core, sends) as port:
        asker = threading.Thread(target=ask, args=(port,))
        asker.start()
        asker.join()  # and so the bot's loop hangs until it was answered
    assert answers == [(503, b"the event loop has not answered for 0 seconds\n")]


async def test_metrics_are_prometheus_text_without_secrets(core: Core, sends: SendTally, clock: FakeClock) -> None:
    spec = SourceSpec(name=f"News {TOKEN}", kind=SourceKind.FEED, location="https://example.org/feed")
    source = await core.store.sources.add(spec, now=NOON)
    await core.store.sources.apply(an_update(source.id, at=NOON))
    await core.store.outbox.enqueue([a_message()], now=NOON)
    await sends.send(OutboxMessage(id=1, message=a_message()), pictures={})
    await core.store.counters.add({"rejected.number": 2})
    clock.advance(90)
    async with asking(core, sends) as client:
        answer = await client.get("/metrics")
        open_metrics = await client.get("/metrics", headers={"Accept": "application/openmetrics-text; version=1.0.0"})
        page = await client.get("/")
    assert answer.headers["content-type"].startswith("text/plain; version=")
    assert open_metrics.headers["content-type"].startswith("application/openmetrics-text")
    assert open_metrics.text.endswith("# EOF\n")
    lines = answer.text.splitlines()
    [success] = [line for line in lines if line.startswith("tidings_source_last_success_timestamp_seconds{")]
    assert success.startswith('tidings_source_last_success_timestamp_seconds{source="News [hidden]"} ')
    assert float(success.split()[-1]) == NOON.timestamp()
    assert 'tidings_sent_total{kind="digest"} 1.0' in lines
    assert 'tidings_summaries_total{engine="extractive"} 0.0' in lines
    assert 'tidings_summaries_refused_total{reason="number"} 2.0' in lines
    assert 'tidings_outbox_messages{state="pending"} 1.0' in lines
    assert "tidings_outbox_oldest_due_seconds 90.0" in lines
    assert all(line.startswith(("tidings_", "# HELP tidings_", "# TYPE tidings_")) for line in lines)
    assert any(line.startswith("tidings_process_resident_memory_bytes") for line in lines)
    assert TOKEN not in answer.text + page.text
    assert "News [hidden]" in page.text


async def test_the_page_may_load_nothing(core: Core, sends: SendTally) -> None:
    async with asking(core, sends) as client:
        page = await client.get("/")
        assert page.headers["content-type"] == "text/html; charset=utf-8"
        assert "default-src 'none'" in page.headers["content-security-policy"]
        assert (await client.get("/elsewhere")).status_code == 404
        assert (await client.post("/healthz")).status_code == 405


async def test_a_page_whose_name_leads_here_reads_no_figures(core: Core, sends: SendTally) -> None:
    settings = core.settings.model_copy(update={"publish_url": "https://News.example.org/tidings"})
    async with asking(replace(core, settings=settings), sends) as client:
        for path in ("/", "/metrics"):
            answer = await client.get(path, headers={"Host": "rebound.example.com:9464"})
            assert (answer.status_code, answer.text.startswith("not told under this name")) == (421, True)
            for known in ("bot:9464", "localhost", "192.168.1.5:9464", "news.example.org"):
                assert (await client.get(path, headers={"Host": known})).status_code == 200
        assert (await client.get("/healthz", headers={"Host": "rebound.example.com"})).status_code == 200


async def test_what_a_chat_publishes_is_served_under_its_token_alone(core: Core, sends: SendTally) -> None:
    chat = a_chat()
    await core.store.chats.save(chat)
    await core.store.publications.publish(chat.key, "a-token-of-a-chat", now=NOON)
    async with asking(core, sends) as client:
        assert (await client.get("/digests/a-token-of-a-chat.atom")).status_code == 404  # without PUBLISH_URL
    allowed = replace(core, settings=core.settings.model_copy(update={"publish_url": "https://news.example.org"}))
    async with asking(allowed, sends) as client:
        feed = await client.get("/digests/a-token-of-a-chat.atom")
        page = await client.get("/digests/a-token-of-a-chat.html")
        unknown = await client.get("/digests/a-token-of-nobody.html")
    assert (feed.status_code, feed.headers["content-type"]) == (200, "application/atom+xml; charset=utf-8")
    assert (page.status_code, page.headers["referrer-policy"]) == (200, "no-referrer")
    assert (unknown.status_code, unknown.text) == (404, "Nothing is published here.\n")


async def test_a_failure_is_logged_and_told_in_no_more_than_a_line(
    core: Core, sends: SendTally, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(self: Watch) -> Any:
        raise StoreError("the database cannot be used: disk I/O error")

    monkeypatch.setattr(Watch, "figures", broken)
    async with asking(core, sends) as client:
        answer = await client.get("/metrics")
    assert (answer.status_code, answer.text) == (500, "see the log\n")
    assert "not answered function=metrics" in caplog.text


async def test_a_port_that_is_taken_is_a_setting_to_change(core: Core, sends: SendTally) -> None:
    async with serving_metrics(core, sends) as port:
        taken = core.settings.model_copy(update={"metrics_listen": f"127.0.0.1:{port}"})
        with pytest.raises(ConfigError, match=rf"METRICS_LISTEN: 127\.0\.0\.1:{port} cannot be used \(Address already"):
            async with serving_metrics(_with(core, taken), sends):
                pass


def _with(core: Core, settings: Any) -> Core:
    fields = {name: getattr(core, name) for name in core.__dataclass_fields__}
    return Core(**{**fields, "settings": settings})


async def test_where_it_listens_stands_in_the_log(
    core: Core, sends: SendTally, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    async with serving_metrics(core, sends) as port:
        assert f"metrics served host=127.0.0.1 port={port}" in caplog.text


async def test_points_are_kept_for_the_charts(core: Core, sends: SendTally) -> None:
    watch = Watch(core, sends, LoopLag(), hide=str)
    await watch.note()
    sends.sent["digest"] += 5
    await watch.note()
    assert [point.sent for point in watch.points] == [0, 5]


async def test_the_lag_of_the_event_loop_is_measured() -> None:
    lag = LoopLag()
    assert (lag.last, lag.most) == (0.0, 0.0)
    looking = asyncio.create_task(lag.run(seconds=0.001))
    while lag.most == 0.0:  # noqa: ASYNC110
        await asyncio.sleep(0.002)
    looking.cancel()
    assert 0.0 <= lag.last <= lag.most


# --- health -------------------------------------------------------------------------------------


async def test_a_store_that_takes_no_writes_is_named(
    store: Store, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(*_: object) -> None:
        raise StoreError("the database cannot be used: database or disk is full")

    monkeypatch.setattr(store.facts, "set", full)
    found = await Health(store, ScriptedSender(), clock).problem()
    assert found == "the database cannot be used: database or disk is full"


async def test_what_does_not_answer_in_time_is_named(
    store: Store, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def hang(*_: object) -> None:
        await asyncio.Event().wait()

    sender = ScriptedSender()
    monkeypatch.setattr(health, "ANSWER_SECONDS", 0.01)
    monkeypatch.setattr(store.facts, "set", hang)
    monkeypatch.setattr(sender, "probe", hang)
    found = await Health(store, sender, clock).problem()
    assert found == "the database does not answer; Telegram does not answer"


async def test_a_damaged_database_is_named(store: Store, clock: FakeClock) -> None:
    store.damaged.set_exception(StoreError("cut short"))
    assert await Health(store, ScriptedSender(), clock).problem() == "the database is damaged"


async def test_who_asks_often_costs_telegram_one_call(store: Store, clock: FakeClock) -> None:
    sender = ScriptedSender()
    found = Health(store, sender, clock)
    assert await asyncio.gather(*(found.problem() for _ in range(5))) == [""] * 5
    assert sender.probed == 1
