"""The playground as a newcomer meets it: `tidings play`, a browser, a button, a post, a digest."""

from __future__ import annotations

import asyncio
import io
import os
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from inspect import signature
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.commands.console import say_at_once
from bot.commands.play import _look_up, run_playground
from bot.config import load_settings
from bot.errors import TidingsError

POST = """---
title: 'The harbour tunnel closes for repairs'
categories:
    - City
author: The Daily Example
date: {date}
thumbnail: '{site}/samples/harbour-night-ferry.jpg'
---
<p>The old tunnel under the harbour closes on Friday for repairs that will take three weeks. Buses will use the new
bridge meanwhile, and the night ferry sails every half hour.</p>
<p>The city council expects long queues in the first days and asks people to travel early.</p>
"""


@asynccontextmanager
async def a_playground(folder: Path, **options: Any) -> AsyncIterator[str]:
    """The playground on a free port; gives the address that it announces."""
    stop, greeting = asyncio.Event(), asyncio.get_running_loop().create_future()
    fields = {"port": 0, "start": None, "stop_on_signals": lambda: stop, "announce": greeting.set_result, **options}
    running = asyncio.create_task(run_playground(load_settings(), folder=folder, **fields))
    try:
        await asyncio.wait({running, greeting}, return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            running.result()
        address = re.search(r"http://\S+", greeting.result())
        assert address is not None
        yield address[0]
    finally:
        stop.set()
        await asyncio.gather(running, return_exceptions=True)


def drop(folder: Path, site: str, *, at: datetime | None = None) -> None:
    date = format_datetime(at or datetime.now(UTC), usegmt=True)
    (folder / "posts" / "tunnel.md").write_text(POST.format(date=date, site=site), encoding="utf-8")


@asynccontextmanager
async def a_browser_page(address: str) -> AsyncIterator[Any]:
    playwright_api = pytest.importorskip("playwright.async_api")
    async with playwright_api.async_playwright() as playwright:
        names = ("chromium", "chromium-browser", "google-chrome")
        path = next(filter(None, map(shutil.which, names)), playwright.chromium.executable_path)
        if not os.path.exists(path):
            pytest.skip("no Chromium here")
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
        browser = await playwright.chromium.launch(executable_path=path, args=arguments)
        page = await browser.new_page(viewport={"width": 1280, "height": 860}, locale="en-GB")
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda line: problems.append(line.text) if line.type == "error" else None)
        await page.goto(address)
        yield page
        assert problems == []
        await browser.close()


@pytest.mark.browser
async def test_subscribe_by_a_button_drop_a_post_and_see_the_digest_arrive(tmp_path: Path) -> None:
    async with a_playground(tmp_path) as address, a_browser_page(address) as page:
        expect = pytest.importorskip("playwright.async_api").expect
        messages = page.get_by_test_id("messages")
        await page.get_by_test_id("start").click()
        await page.get_by_test_id("key").filter(has_text="City").click()
        await expect(page.get_by_test_id("key").filter(has_text="✅ City")).to_be_visible()
        drop(tmp_path, address)
        await page.get_by_test_id("composer").fill("/schedule instant")
        await page.get_by_test_id("composer").press("Enter")
        digest = page.get_by_test_id("message").filter(has_text="The harbour tunnel closes for repairs")
        await expect(digest).to_be_visible(timeout=20_000)
        await expect(digest).to_contain_text("The old tunnel under the harbour closes on Friday for repairs")
        await expect(digest).to_contain_text("The Daily Example")
        await expect(digest.get_by_role("link", name="The harbour tunnel closes for repairs")).to_be_visible()
        picture = digest.locator("img").first
        await expect(picture).to_be_visible()
        assert await picture.evaluate("image => image.naturalWidth") >= 640
        await expect(messages).not_to_contain_text("went wrong")


@pytest.mark.browser
async def test_the_clock_is_moved_a_link_is_summarised_and_an_alert_comes_at_once(tmp_path: Path) -> None:
    async with a_playground(tmp_path) as address, a_browser_page(address) as page:
        expect = pytest.importorskip("playwright.async_api").expect
        await page.get_by_test_id("start").click()
        await page.get_by_test_id("key").filter(has_text=re.compile("^World( ·|$)")).click()
        await expect(page.get_by_test_id("key").filter(has_text="✅ World").first).to_be_visible(timeout=20_000)
        await page.get_by_test_id("next-digest").click()
        message = page.get_by_test_id("message")
        await expect(message.filter(has_text=re.compile(r"^World.*stor(y|ies)", re.DOTALL)).first).to_be_visible(
            timeout=20_000
        )
        await page.get_by_test_id("composer").fill(f"{address}/samples/lantern-archive")
        await page.get_by_test_id("composer").press("Enter")
        await expect(message.filter(has_text="1 minute to read")).to_contain_text("梁秀枝", timeout=20_000)
        for command in ("/quiet 22:00-07:00 except alerts", "/alert tunnel"):
            await page.get_by_test_id("composer").fill(command)
            await page.get_by_test_id("composer").press("Enter")
        await expect(message.filter(has_text="Quiet from 22:00 to 07:00")).to_be_visible(timeout=20_000)
        await page.get_by_test_id("key").filter(has_text="Save").click(timeout=20_000)
        await expect(message.filter(has_text="Saved. From now on")).to_be_visible()
        drop(tmp_path, address)
        await expect(message.filter(has_text="Alert: tunnel")).to_be_visible(timeout=20_000)


def test_the_address_is_told_at_once_to_a_pipe_or_log_file_too(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(pipe))  # holds back what it gets, as where no terminal is
    say_at_once("Playground: http://127.0.0.1:8080\n")
    assert pipe.getvalue() == b"Playground: http://127.0.0.1:8080\n"
    assert signature(run_playground).parameters["announce"].default is say_at_once


async def test_each_run_starts_anew_but_keeps_the_posts_of_people(tmp_path: Path) -> None:
    async with a_playground(tmp_path) as address:
        drop(tmp_path, address)
        samples = sorted((tmp_path / "posts" / "samples").glob("*.md"))
        assert len(samples) >= 20
    (samples[0].parent / "stale.md").write_text("stale")
    start = datetime(2030, 5, 1, 6, 0, tzinfo=UTC)
    async with a_playground(tmp_path, start=start) as address, httpx.AsyncClient(base_url=address) as client:
        state = (await client.get("/ui/state")).json()
        picture = await client.get("/samples/lantern-archive.jpg")
        page = await client.get("/samples/lantern-archive")
        missing = await client.get("/samples/nothing")
        origin = {"origin": address}
        moved = (await client.post("/ui/clock", json={"advance": 3600}, headers=origin)).json()
        back = await client.post("/ui/clock", json={"to": "2029-01-01T00:00:00+00:00"}, headers=origin)
        title = (await client.post("/ui/news", json={}, headers=origin)).json()["title"]
    assert not (samples[0].parent / "stale.md").exists()
    assert (tmp_path / "posts" / "tunnel.md").exists()
    assert datetime.fromisoformat(state["now"]) - start < timedelta(minutes=1)
    assert datetime.fromisoformat(moved["now"]) - start >= timedelta(hours=1)
    assert back.status_code == 400
    assert title
    assert picture.headers["content-type"] == "image/jpeg"
    assert "<article" in page.text
    assert missing.status_code == 404


async def test_the_person_at_the_page_owns_the_bot_and_can_add_a_newspaper(tmp_path: Path) -> None:
    async with a_playground(tmp_path) as address, httpx.AsyncClient(base_url=address) as client:
        me = (await client.get("/ui/state")).json()["me"]["id"]
        page = f"http://kestrel-weekly.example:{httpx.URL(address).port}/samples/lantern-archive"
        for text in ("/stats", f"/addsource {page} Papers"):
            await client.post("/ui/send", json={"chat_id": me, "text": text}, headers={"origin": address})
        async with asyncio.timeout(20), client.stream("GET", "/ui/events") as events:
            async for _ in events.aiter_lines():
                shown = str((await client.get("/ui/state")).json()["messages"][str(me)])
                if "Articles: " in shown and "Added <b>Kestrel Weekly</b>" in shown:
                    break


async def test_the_sample_news_is_searched(tmp_path: Path) -> None:
    async with a_playground(tmp_path) as address, httpx.AsyncClient(base_url=address) as client:
        me, asked = (await client.get("/ui/state")).json()["me"]["id"], 0
        async with asyncio.timeout(20), client.stream("GET", "/ui/events") as events:
            async for _ in events.aiter_lines():
                shown = str((await client.get("/ui/state")).json()["messages"][str(me)])
                if "<b>燈籠</b>" in shown:
                    break
                if shown.count("Nothing found") == asked:  # the news is still being loaded
                    search = {"chat_id": me, "text": "/search 灯笼"}
                    await client.post("/ui/send", json=search, headers={"origin": address})
                    asked += 1


async def test_the_papers_of_the_sample_news_are_on_this_machine_and_other_hosts_are_looked_up() -> None:
    assert await _look_up("kestrel-weekly.example", 80) == ["127.0.0.1"]
    assert await _look_up("127.0.0.1", 80) == ["127.0.0.1"]


async def test_a_taken_port_is_named_with_its_remedy(tmp_path: Path) -> None:
    server = await asyncio.start_server(lambda reader, writer: None, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    with pytest.raises(TidingsError, match=f"port {port} cannot be used .*--port 0"):
        async with a_playground(tmp_path, port=port):
            pass
    server.close()
    await server.wait_closed()
