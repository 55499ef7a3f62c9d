"""Records the playground's `?tour` as an animated WebP, the picture of README: `python tools/record_tour.py`.

Runs a playground of its own with new data and takes screenshots until the tour is over. Needs the extras `playground`
and `dev`, and a Chromium.
"""

from __future__ import annotations

import asyncio
import io
import re
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.async_api import Browser, Page, async_playwright

from bot.commands.play import run_playground
from bot.config import load_settings

PICTURE = Path(__file__).resolve().parent.parent / "docs" / "tour.webp"
START = datetime(2026, 3, 2, 7, 50, tzinfo=UTC)
WIDTH, HEIGHT, SCALE = 780, 720, 0.8
FRAME_SECONDS = 0.4
LONGEST_SECONDS = 90
LAST_FRAME_SECONDS = 4
QUALITY = 55


async def frames_of(page: Page) -> list[tuple[Image.Image, float]]:
    """The different pictures that the tour shows, each with how many seconds it stands."""
    loop = asyncio.get_running_loop()
    found: list[tuple[bytes, float]] = []
    end, over = loop.time() + LONGEST_SECONDS, False
    while not over and (begin := loop.time()) < end:
        over = await page.evaluate("document.body.dataset.tour === 'over'")
        shot = await page.screenshot()
        await asyncio.sleep(max(0, begin + FRAME_SECONDS - loop.time()))
        lasted = LAST_FRAME_SECONDS if over else FRAME_SECONDS
        if found and found[-1][0] == shot:
            found[-1] = (shot, found[-1][1] + lasted)
        else:
            found.append((shot, lasted))
    size = (round(WIDTH * SCALE), round(HEIGHT * SCALE))
    return [(Image.open(io.BytesIO(shot)).convert("RGB").resize(size), lasted) for shot, lasted in found]


@asynccontextmanager
async def playing(folder: Path, start: datetime) -> AsyncIterator[str]:
    """A playground with its data in `folder` and its clock at `start`, until it is left; its address."""
    stop = asyncio.Event()
    greeting: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    settings = load_settings().model_copy(update={"default_timezone": "UTC", "summary_engine": "extractive"})
    running = asyncio.create_task(
        run_playground(
            settings, port=0, folder=folder, start=start, stop_on_signals=lambda: stop, announce=greeting.set_result
        )
    )
    either: set[asyncio.Future[Any]] = {running, greeting}
    await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
    address = re.search(r"http://\S+", greeting.result() if greeting.done() else "")
    if address is None:
        await running
        raise SystemExit("the playground did not start")
    yield address[0]
    stop.set()
    await running


@asynccontextmanager
async def a_browser() -> AsyncIterator[Browser]:
    """The Chromium of this machine, without a window."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        await browser.close()


async def record(folder: Path) -> None:
    async with playing(folder, START) as address, a_browser() as browser:
        size = {"width": WIDTH, "height": HEIGHT}
        page = await browser.new_page(viewport=size, locale="en-GB", timezone_id="UTC")  # type: ignore[arg-type]
        await page.goto(f"{address}/?tour")
        frames = await frames_of(page)
    (first, *others), durations = [frame for frame, _ in frames], [round(1000 * lasted) for _, lasted in frames]
    first.save(PICTURE, save_all=True, append_images=others, duration=durations, loop=0, quality=QUALITY, method=5)
    print(f"{PICTURE}: {len(frames)} pictures, {sum(durations) / 1000:.0f} s, {PICTURE.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(record(Path(folder)))
