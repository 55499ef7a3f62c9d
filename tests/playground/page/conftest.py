"""A playground and a headless Chromium for the tests of the page."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from tests.botapi import BotApiServer, running_playground

if TYPE_CHECKING:
    from playwright.async_api import Browser

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ARGUMENTS = ("--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update")


@pytest_asyncio.fixture(loop_scope="session")
async def server() -> AsyncIterator[BotApiServer]:
    from tests.playground.page.browsing import Controls

    controls = Controls()
    async with running_playground(controls=controls, now=controls.now) as running:
        yield running


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def chromium() -> AsyncIterator[Browser]:
    playwright_api = pytest.importorskip("playwright.async_api")
    async with playwright_api.async_playwright() as playwright:
        path = CHROMIUM or playwright.chromium.executable_path
        if not os.path.exists(path):
            pytest.skip("no Chromium here")
        launched = await playwright.chromium.launch(executable_path=path, args=["--no-sandbox", *ARGUMENTS])
        yield launched
        await launched.close()


@pytest_asyncio.fixture(loop_scope="session")
async def browser(chromium: Browser) -> AsyncIterator[Browser]:
    """The one Chromium; a test's pages end with it, as they would go on asking its server."""
    yield chromium
    for context in chromium.contexts:
        await context.close()
