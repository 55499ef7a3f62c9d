"""`?tour`: the page walks through the first minute by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.botapi import BotApiServer
from tests.fakes import NOON
from tests.playground.page.browsing import MARKS, bot_calls, keyboard, opened

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page, expect
else:
    expect = pytest.importorskip("playwright.async_api").expect

pytestmark = MARKS


async def time_passes(page: Page, until: Callable[[], object]) -> None:
    for _ in range(80):
        if until():
            return
        await page.clock.run_for(400)
    raise AssertionError("the tour does not go on")


async def test_the_tour_presses_what_a_newcomer_would(server: BotApiServer, browser: Browser) -> None:
    page = await opened(browser, server)
    await page.clock.install()
    await page.goto(f"{server.url}/?tour")
    await time_passes(page, server.messages)
    await bot_calls(server, "sendMessage", text="Tap", reply_markup=keyboard((("City", "s:1"), ("Science", "s:2"))))
    await time_passes(page, lambda: server.world.open_queries)
    (query,) = server.world.open_queries.values()
    assert query["data"] == "s:2"
    await time_passes(page, lambda: server.world.now() > NOON)
    await bot_calls(server, "sendMessage", text="A digest")
    await time_passes(page, lambda: len(server.messages()) == 4)
    await bot_calls(server, "sendMessage", text="A summary")
    await page.clock.run_for(9000)
    await expect(page.locator("#tour")).to_contain_text("Your turn")
    assert page.problems == []


async def test_a_touch_ends_the_tour(server: BotApiServer, browser: Browser) -> None:
    page = await opened(browser, server, fragment="?tour")
    await expect(page.locator("#tour")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.locator("#tour")).to_have_count(0)
    assert server.messages() == []
