"""Takes the pictures of README and docs/playground.md from a playground of its own: `python -m tools.take_pictures`.

`--all FOLDER` puts them there instead, and pictures of further looks and languages beside, for a critical eye. Needs
the extras `playground` and `dev`, and a Chromium. Its letters are those of the machine: the pictures in the repository
were taken with Inter as `system-ui` and with Noto Color Emoji.
"""

from __future__ import annotations

import argparse
import asyncio
import io
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.async_api import Browser, Page

from tools.record_tour import a_browser, playing

DOCS = Path(__file__).resolve().parent.parent / "docs"
START = datetime(2026, 3, 2, 7, 40, tzinfo=UTC)  # twenty minutes before the digest
WIDTH, HEIGHT, SCALE = 390, 844, 2
COLOURS = 256
PATIENCE_MS = 20_000
FOLLOWED = "/subscribe Science, Culture"
TO_THE_TOP = """mark => {
    const box = document.getElementById("scroller");
    box.scrollTop += mark.getBoundingClientRect().top - box.getBoundingClientRect().top - 16;
}"""
FRONT_PAGE = ".message:has(h5) h3"
CATEGORY = ".message:not(:has(h5)) h3"


@dataclass(frozen=True, slots=True)
class Phone:
    """The page on a phone, and what a person does there."""

    page: Page
    address: str

    async def says(self, text: str) -> None:
        """Send a text and wait for the answer."""
        await self._done("send", {"text": text})

    async def presses(self, label: str) -> None:
        """Press the last button on view whose label holds this."""
        before = await self._state()
        await self.page.locator(f'[data-press]:has-text("{label}"):visible').last.click()
        await self._changed(before)

    async def opens_digest(self) -> None:
        """Move the clock to the next digest and wait until all of it came."""
        before = await self._state()
        await self._post("clock", {"to": "next_digest"})
        await self._changed(before)
        await self.page.wait_for_selector('[data-press^="wy:"]', timeout=PATIENCE_MS)

    async def picture(self, path: Path, *, top: str | None = None) -> None:
        """A picture of what stands on the screen, from the newest element that `top` selects."""
        await self.page.wait_for_timeout(600)  # glides and folds come to rest
        if top is not None:
            await self.page.locator(top).last.evaluate(TO_THE_TOP)
        await self.page.evaluate("document.activeElement.blur()")
        await self.page.mouse.move(0, 0)
        await self.page.wait_for_timeout(2500)  # toasts and the hanging day are gone
        shot = Image.open(io.BytesIO(await self.page.screenshot())).convert("RGB")
        shot.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(path, optimize=True)
        print(path)

    async def _done(self, action: str, values: dict[str, Any]) -> None:
        before = await self._state()
        await self._post(action, values)
        await self._changed(before)

    async def _post(self, action: str, values: dict[str, Any]) -> None:
        chat = await self.page.evaluate("Number(location.hash.slice(1))")
        answer = await self.page.request.post(f"{self.address}/ui/{action}", data={"chat_id": chat, **values})
        if not answer.ok:
            raise SystemExit(f"{action}: {await answer.text()}")

    async def _state(self) -> str:
        """What the bot's messages of all chats say."""
        state = await (await self.page.request.get(f"{self.address}/ui/state")).json()
        return repr([m for some in state["messages"].values() for m in some if m["from"] == "bot"])

    async def _changed(self, before: str) -> None:
        """Wait until the bot has said something new, and then nothing more for a second."""
        for _ in range(200):
            await self.page.wait_for_timeout(100)
            now = await self._state()
            if now != before:
                break
        while True:
            await self.page.wait_for_timeout(1000)
            if (later := await self._state()) == now:
                return
            now = later


@asynccontextmanager
async def a_phone(
    browser: Browser, *, language: str = "en-gb", theme: str = "light", width: int = WIDTH, height: int = HEIGHT
) -> AsyncIterator[Phone]:
    """A phone whose person has just opened the chat with the bot of a new playground."""
    with tempfile.TemporaryDirectory() as folder:
        async with playing(Path(folder), START) as address:
            context = await browser.new_context(
                viewport={"width": width, "height": height},
                device_scale_factor=SCALE,
                locale=language,
                timezone_id="UTC",
                color_scheme="dark" if theme == "dark" else "light",
            )
            page = await context.new_page()
            await page.request.post(f"{address}/ui/language", data={"code": language.split("-gb")[0]})
            await page.goto(address)
            await page.locator('[data-type="private"]').click()
            phone = Phone(page, address)
            await phone.says("/start")
            yield phone
            await context.close()


async def take(browser: Browser, folder: Path) -> None:
    """The pictures of README and docs/playground.md."""
    async with a_phone(browser) as phone:
        await phone.says(FOLLOWED)
        await phone.opens_digest()
        await phone.picture(folder / "digest-light.png", top=FRONT_PAGE)
    async with a_phone(browser, theme="dark") as phone:
        await phone.says(FOLLOWED)
        await phone.opens_digest()
        await phone.picture(folder / "digest-dark.png", top=CATEGORY)
    async with a_phone(browser, language="zh-TW", theme="dark") as phone:
        await phone.says("/timezone Taipei")
        await phone.says("/settings")
        await phone.picture(folder / "start.png")
    async with a_phone(browser) as phone:
        await phone.page.click("#sample-link")
        await phone.page.wait_for_selector(".bubble.rich", timeout=PATIENCE_MS)
        await phone.picture(folder / "summary.png")


async def take_further(browser: Browser, folder: Path) -> None:
    """Pictures of what README does not show: other looks, longer stories, right to left, groups, shared chats."""
    async with a_phone(browser) as phone:
        await phone.says(FOLLOWED)
        await phone.opens_digest()
        await phone.page.locator("details > summary").nth(1).click()
        await phone.page.wait_for_timeout(600)
        await phone.page.locator("details[open] [data-press^='lo:']").click()
        await phone.page.wait_for_selector("[data-press^='sh:']", timeout=PATIENCE_MS)
        await phone.picture(folder / "longer.png", top="details[open] summary")
    for look in ("Big pictures", "Headlines only", "Simple"):
        async with a_phone(browser) as phone:
            await phone.says(FOLLOWED)
            await phone.says("/settings")
            await phone.presses("Look of digests")
            await phone.presses(look)
            await phone.opens_digest()
            await phone.picture(
                folder / f"look-{look.split()[-1].lower()}.png", top=None if look == "Simple" else CATEGORY
            )
    async with a_phone(browser, language="ar") as phone:
        await phone.says("/subscribe World")
        await phone.opens_digest()
        await phone.picture(folder / "right-to-left.png", top=CATEGORY)
    async with a_phone(browser) as phone:
        await phone.says("/settings")
        await phone.presses("Channels and groups")
        await phone.presses("channel")
        await phone.picture(folder / "reply-keyboard.png")
        await phone.page.locator(".reply-key").first.click()
        await phone.picture(folder / "chooser.png")
        await phone.page.locator(".offer").first.click()
        await phone.picture(folder / "channel-chosen.png")
    async with a_phone(browser, language="zh-TW") as phone:
        await phone.page.locator("#back").click()
        await phone.page.locator('[data-chat-id="-1001000000001"]').click()
        await phone.page.select_option("#role", "administrator")
        await phone.says("/settings@tidings_demo_bot")
        await phone.picture(folder / "only-you.png")


async def main() -> None:
    options = argparse.ArgumentParser(description="Takes the pictures of README and docs/playground.md.")
    options.add_argument("--all", type=Path, metavar="FOLDER", help="put these and further pictures there instead")
    given = options.parse_args()
    async with a_browser() as browser:
        await take(browser, given.all or DOCS)
        if given.all:
            await take_further(browser, given.all)


if __name__ == "__main__":
    asyncio.run(main())
