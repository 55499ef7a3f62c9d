"""A walk through what people do in the chat, with the real bot and a browser: nothing else sees all of it at once."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.test_playground import a_browser_page, a_playground

PATIENCE = 20_000  # ms; the bot works at the same time


@pytest.mark.browser
async def test_filter_search_a_group_and_the_owner_adding_a_source(tmp_path: Path) -> None:
    async with a_playground(tmp_path) as address, a_browser_page(address) as page:
        expect = pytest.importorskip("playwright.async_api").expect

        async def write(text: str) -> None:
            await page.get_by_test_id("composer").fill(text)
            await page.get_by_test_id("composer").press("Enter")

        async def answered(text: str) -> Any:
            found = page.get_by_test_id("message").filter(has_text=text).last
            await expect(found).to_be_visible(timeout=PATIENCE)
            return found

        async def press(label: str | re.Pattern[str]) -> None:
            await page.get_by_test_id("key").filter(has_text=label).last.click(timeout=PATIENCE)

        await page.get_by_test_id("start").click()
        await press(re.compile("^City( ·|$)"))
        await answered("✅ City")
        await write("/search tidal bridge")
        await answered("tidal bridge reopens")

        await write("/filter -bridge")
        preview = await answered("-bridge")
        await expect(preview).to_contain_text("would hide")
        await press("Save")
        await answered("Saved")
        await write("/filters")
        await press("❌ -bridge")
        await answered("You have no filters")

        await page.get_by_test_id("sample-link").click()
        await press("Add as a source")
        await answered("In which category?")
        await press("City")
        await answered("Category: City")

        await page.locator("[data-chat-id]").filter(has_text="Book club").click()
        await write("/subscribe City")
        await answered("You now follow City")
        await page.get_by_test_id("role").select_option("administrator")
        await write("/schedule 08:00")
        await answered("every day at 08:00")
        await page.get_by_test_id("my-role").select_option("member")
        await write("/schedule off")
        await answered("Only administrators can change settings here.")
        await write("/search tidal bridge")
        await answered("tidal bridge reopens")
