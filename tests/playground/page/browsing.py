"""The chat page in headless Chromium, and the bot's side of it, played by Bot API calls."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

import pytest

from bot.playground.api.params import Params
from bot.playground.messages.files import Upload
from bot.playground.page.controls import NextDigest
from bot.playground.samples.sample_news import SampleNews
from tests.botapi import BotApiServer
from tests.fakes import NOON

if TYPE_CHECKING:
    from playwright.async_api import Browser, Locator, Page

    class WatchedPage(Page):
        problems: list[str]
else:
    pytest.importorskip("playwright.async_api")

MARKS = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]  # one browser for all tests
ME = 700_000_001  # the person at the page, and the private chat with the bot
RICH_HTML = (
    '<h1>Science</h1><img src="tg://photo?id=p1"><h3><a href="https://t.me/tidings_demo_bot?start=a7">A ring</a></h3>'
    "<p>أعلن مرصد السرو عن صورة.</p><details><summary>More stories</summary><ul><li>Volcano</li></ul></details>"
    "<table><tr><th>Year</th></tr><tr><td>First</td></tr></table>"
    '<footer><tg-time unix="0" format="t">00:00</tg-time></footer>'
)


class Controls:
    """A clock that moves and two pieces of news."""

    def __init__(self) -> None:
        self.time = NOON
        self.titles = ["Student-built probe lands"]

    def now(self) -> datetime:
        return self.time

    async def move_clock(self, to: datetime | Literal["next_digest"]) -> datetime:
        self.time = self.time.replace(hour=18) if to == "next_digest" else to
        return self.time

    async def next_digest(self) -> NextDigest | None:
        return NextDigest(self.time.replace(hour=18), ME)

    async def drop_news(self) -> str | None:
        return self.titles.pop() if self.titles else None

    def sample_link(self, language: str) -> str | None:
        return f"https://paper.example/{language}"


async def opened(browser: Browser, server: BotApiServer, *, fragment: str = "", **options: Any) -> WatchedPage:
    """The page, loaded; `problems` holds whatever it logs as an error or throws."""
    settings = {"viewport": {"width": 1280, "height": 860}, "locale": "en-GB", "timezone_id": "UTC", **options}
    page = cast("WatchedPage", await (await browser.new_context(**settings)).new_page())
    page.problems = []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.on("console", lambda line: page.problems.append(line.text) if line.type == "error" else None)
    await page.goto(f"{server.url}/{fragment}")
    await page.wait_for_selector("[data-chat-id]", state="attached")
    return page


async def bot_calls(server: BotApiServer, method: str, *, chat: int | None = None, **values: Any) -> Any:
    uploads = values.pop("uploads", {})
    values["chat_id"] = server.me if chat is None else chat
    return await server.bot_api.call(server.token, method, Params(values=values, uploads=uploads))


async def bot_sends_rich(server: BotApiServer, **values: Any) -> Any:
    picture = SampleNews(Path("unused"), "").picture("ringed-moon-telescope")
    media = [{"id": "p1", "media": {"type": "photo", "media": "attach://p1"}}]
    uploads = {"p1": Upload(filename="p1.jpg", data=picture)}
    return await bot_calls(
        server, "sendRichMessage", rich_message={"html": RICH_HTML, "media": media}, uploads=uploads, **values
    )


def keyboard(*rows: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": text, "callback_data": data} for text, data in row] for row in rows]}


def last(page: Page) -> Locator:
    return page.get_by_test_id("message").last


async def write(page: Page, text: str) -> None:
    await page.get_by_test_id("composer").fill(text)
    await page.get_by_test_id("composer").press("Enter")
