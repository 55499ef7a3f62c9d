"""A chat of thousands of messages stays fast: what a message costs does not grow with those before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.botapi import BotApiServer
from tests.playground.page.browsing import MARKS, bot_calls, opened

if TYPE_CHECKING:
    from playwright.async_api import Browser, CDPSession, expect
else:
    expect = pytest.importorskip("playwright.async_api").expect

pytestmark = MARKS


async def steps_run(profiler: CDPSession) -> int:
    """How often the blocks of the page's own scripts ran since the last call."""
    scripts = (await profiler.send("Profiler.takePreciseCoverage"))["result"]
    own = [script for script in scripts if "/page/" in script["url"]]
    return sum(block["count"] for script in own for function in script["functions"] for block in function["ranges"])


async def test_a_message_costs_the_same_in_a_long_chat(server: BotApiServer, browser: Browser) -> None:
    async def fill(count: int) -> None:
        for number in range(count):
            await server.user_says(f"Line {number}")

    await fill(10)
    page = await opened(browser, server, reduced_motion="reduce")
    profiler = await page.context.new_cdp_session(page)
    await profiler.send("Profiler.enable")
    await profiler.send("Profiler.startPreciseCoverage", {"callCount": True, "detailed": True})

    async def cost(text: str) -> int:
        await steps_run(profiler)
        sent = await bot_calls(server, "sendMessage", text="Reading…")
        await bot_calls(server, "sendMessage", text="An answer", reply_to_message_id=sent["message_id"])
        await bot_calls(server, "editMessageText", message_id=sent["message_id"], text=text)
        await bot_calls(server, "deleteMessage", message_id=sent["message_id"])
        await bot_calls(server, "sendMessage", text=f"{text} is done")
        await expect(page.get_by_text(f"{text} is done").last).to_be_visible()
        return await steps_run(profiler)

    short = await cost("The first")
    await fill(300)
    await expect(page.get_by_test_id("message")).to_have_count(312)
    assert await cost("The second") < 1.5 * short
