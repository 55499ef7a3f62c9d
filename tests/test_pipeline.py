"""The main job through the real bot: a post goes in, a digest comes out. Real HTTP on loopback, a strict Bot API."""

from __future__ import annotations

import asyncio
import io
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from PIL import Image

from bot.app import run_bot
from bot.clock import SystemClock
from bot.config import load_settings
from bot.core import open_core
from bot.data_folder import hold_data_folder
from bot.errors import InstanceHeld, TidingsError, TokenRefused
from bot.models.sources import SourceKind, SourceSpec
from tests.botapi import BotApiServer, running_playground

POST = """
---
title: 'The harbour bridge opens'
categories:
    - City
    - Harbour
author: The Daily Example
date: {date}
thumbnail: '{site}/bridge.jpg'
---

<div>
<p>The new bridge over the harbour opened on Monday after seven years of work. Thousands of people walked across it
in the first hour. The mayor said that the ferry will sail on until the spring.</p>
<figure><img src="{site}/bridge.jpg"><figcaption>The bridge at noon. Photo: Example</figcaption></figure>
<p>Tolls will be decided by the council in June.</p>
</div>
"""

PAGE = """<!doctype html><html lang="en"><head><title>Otters return to the river</title>
<meta property="og:image" content="{site}/otter.jpg"><meta property="og:site_name" content="River Post"></head><body>
<article><h1>Otters return to the river</h1>
<p>Otters have returned to the upper river after an absence of forty years, the park service said on Tuesday.</p>
<p>Rangers counted eleven animals in three families between the mill and the old weir during the winter.</p>
<p>Cleaner water and new reed beds made the difference, according to the service, which began its work in 2009.</p>
<p>Visitors are asked to keep their dogs on the lead near the banks until the end of the summer season.</p>
</article></body></html>"""


def picture() -> bytes:
    """A JPEG that no icon filter drops."""
    buffer = io.BytesIO()
    Image.effect_noise((640, 360), 60).convert("RGB").save(buffer, "JPEG")
    return buffer.getvalue()


@asynccontextmanager
async def a_site() -> AsyncIterator[tuple[str, list[str]]]:
    """A web site on loopback with a page and pictures; gives its address and the paths asked of it."""
    asked: list[str] = []

    async def answer(request: web.Request) -> web.Response:
        asked.append(request.path)
        if request.path.endswith(".jpg"):
            return web.Response(body=picture(), content_type="image/jpeg")
        if request.path == "/otters":
            return web.Response(text=PAGE.format(site=f"http://{request.host}"), content_type="text/html")
        return web.Response(status=404)

    app = web.Application()
    app.router.add_get("/{path:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}", asked
    finally:
        await runner.cleanup()


@asynccontextmanager
async def a_running_bot(
    server: BotApiServer, folder: Path, *, trusted: str = "", **changes: Any
) -> AsyncIterator[asyncio.Task[None]]:
    """The real bot with one folder of posts, talking to `server` until the block ends."""
    options = {"telegram_api_url": server.url, "telegram_bot_token": server.token, "data_dir": folder / "data"}
    settings = load_settings(**{**options, "fetch_interval": "1s", "fetch_trusted_hosts": trusted, **changes})
    stop, started = asyncio.Event(), asyncio.Event()
    async with open_core(settings, clock=SystemClock()) as core:
        source = SourceSpec(name="Posts", kind=SourceKind.FOLDER, location=str(folder / "posts"))
        (folder / "posts").mkdir(exist_ok=True)
        await core.store.sources.sync([source], now=core.clock.now())
        await core.loader.refresh_due()
        running = asyncio.create_task(run_bot(core, stop=stop, on_started=started.set))
        starting = asyncio.create_task(started.wait())
        await asyncio.wait({running, starting}, return_when=asyncio.FIRST_COMPLETED)
        starting.cancel()
        try:
            yield running
        finally:
            stop.set()
            await asyncio.gather(running, return_exceptions=True)


def drop_post(folder: Path, site: str, name: str = "bridge.md") -> None:
    date = format_datetime(datetime.now(UTC), usegmt=True)
    (folder / "posts" / name).write_text(POST.format(date=date, site=site), encoding="utf-8")


def texts(server: BotApiServer) -> str:
    return "\n".join(sent.text for sent in server.accepted)


async def test_a_post_dropped_into_the_folder_reaches_the_subscriber_as_an_instant_digest(tmp_path: Path) -> None:
    async with running_playground() as server, a_site() as (site, asked):
        (tmp_path / "posts").mkdir()
        drop_post(tmp_path, site, "earlier.md")
        async with a_running_bot(server, tmp_path, trusted=site.removeprefix("http://")):
            await server.user_says("/subscribe harbour")
            await server.wait_for_accepted(1)
            await server.user_says("/schedule instant")
            await server.wait_for_accepted(2)
            (tmp_path / "posts" / "later.md").write_text(
                POST.format(date=format_datetime(datetime.now(UTC)), site=site)
                .replace("The harbour bridge opens", "The harbour tunnel closes")
                .replace("new bridge over", "old tunnel under"),
                encoding="utf-8",
            )
            await server.wait_for(lambda: "harbour tunnel closes" in texts(server))
            digest = server.accepted[-1]
            await server.user_says("/today")
            await server.wait_for(lambda: "harbour bridge opens" in texts(server))
    assert digest.method == "sendRichMessage"
    assert "The old tunnel under the harbour opened on Monday after seven years of work." in digest.text
    assert "Photo: Example" not in digest.text
    assert "?start=a" in digest.html
    assert "<img" in digest.html
    assert asked.count("/bridge.jpg") == 1  # one picture, fetched and uploaded once


async def test_a_link_on_a_trusted_host_is_summarised_and_the_placeholder_becomes_the_answer(tmp_path: Path) -> None:
    async with (
        running_playground(drafts=False) as server,
        a_site() as (site, _),
        a_running_bot(server, tmp_path, trusted=site.removeprefix("http://"), telegram_admin_ids=[server.me]),
    ):
        await server.user_says(f"/summary {site}/otters")
        await server.wait_for(lambda: "Otters have returned" in texts(server))
    first, last = server.accepted[0], server.accepted[-1]
    assert last.is_edit
    assert last.message_ids == first.message_ids
    assert "Otters return to the river" in last.text
    assert "River Post" in last.text
    assert f"{site}/otters" in last.html


async def test_the_log_at_its_loudest_names_hosts_and_no_whole_address(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Paths and queries hold the keys of private feeds and pictures. Libraries log warnings only (`test_logs`)."""
    caplog.set_level(logging.DEBUG)
    async with running_playground() as server, a_site() as (site, asked):
        (tmp_path / "posts").mkdir()
        drop_post(tmp_path, site.replace("http://", "http://127.0.0.1:9/k3y-in-a-path-of-"), "lost.md")
        drop_post(tmp_path, f"{site}/k3y-in-a-path", "found.md")
        host = site.removeprefix("http://")
        async with a_running_bot(server, tmp_path, trusted=host, telegram_admin_ids=[server.me]):
            await server.user_says("/subscribe harbour")
            await server.wait_for_accepted(1)
            await server.user_says("/digest")
            await server.wait_for(lambda: any("k3y-in-a-path" in path for path in asked))
            await server.user_says(f"/summary {site}/otters?key=k3y-in-a-query")
            await server.wait_for(lambda: "Otters have returned" in texts(server))
    ours = [record for record in caplog.records if record.name.partition(".")[0] in ("bot", "summarizer")]
    assert any(record.getMessage().startswith("fetched host=") for record in ours)
    for record in ours:
        assert "k3y-in" not in record.getMessage(), record.name


async def test_an_untrusted_private_address_is_refused_without_a_connection(tmp_path: Path) -> None:
    async with running_playground() as server, a_site() as (site, asked), a_running_bot(server, tmp_path):
        await server.user_says(f"/summary {site}/otters")
        await server.wait_for_accepted(1)
    assert asked == []
    assert "otters" not in server.accepted[-1].text.lower()


async def test_a_server_that_knows_no_rich_messages_gets_the_classic_digest(tmp_path: Path) -> None:
    async with running_playground(rich=False) as server, a_site() as (site, _):
        (tmp_path / "posts").mkdir()
        drop_post(tmp_path, site)
        async with a_running_bot(server, tmp_path, trusted=site.removeprefix("http://")):
            await server.user_says("/subscribe City")
            await server.wait_for_accepted(1)
            await server.user_says("/digest")
            await server.wait_for(lambda: "harbour bridge opens" in texts(server))
    assert {sent.method for sent in server.accepted} <= {"sendMessage", "sendPhoto", "editMessageText"}


async def test_a_bot_whose_address_guard_does_not_hold_does_not_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.web.guard.denied_reason", lambda _: None)
    async with running_playground() as server, a_running_bot(server, tmp_path) as running:
        with pytest.raises(TidingsError, match="address guard does not hold"):
            await running
    assert server.calls == []


async def test_a_refused_token_ends_the_run(tmp_path: Path) -> None:
    async with running_playground() as server:
        wrong = "1234567:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        async with a_running_bot(server, tmp_path, telegram_bot_token=wrong) as running:
            with pytest.raises(TokenRefused, match="@BotFather"):
                await running


@pytest.mark.parametrize("failing", ["getMe", "deleteWebhook"])
async def test_a_stop_ends_a_start_that_waits_for_telegram(tmp_path: Path, failing: str) -> None:
    async with running_playground() as server:
        server.fail_next(failing, 502, "Bad Gateway", times=1000)
        settings = load_settings(telegram_api_url=server.url, telegram_bot_token=server.token, data_dir=tmp_path)
        stop = asyncio.Event()
        async with open_core(settings, clock=SystemClock()) as core:
            running = asyncio.create_task(run_bot(core, stop=stop))
            await server.wait_for(lambda: failing in {call.method for call in server.calls})
            stop.set()
            async with asyncio.timeout(10):
                await running


def test_one_data_folder_serves_one_instance(tmp_path: Path) -> None:
    with hold_data_folder(tmp_path), pytest.raises(InstanceHeld, match="DATA_DIR"), hold_data_folder(tmp_path):
        pass


async def test_only_the_owner_looks_into_the_data_folder(tmp_path: Path) -> None:
    async with open_core(load_settings(data_dir=tmp_path / "data"), clock=SystemClock()):
        assert (tmp_path / "data").stat().st_mode & 0o077 == 0
