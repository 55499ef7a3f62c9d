"""How much of a digest a telephone shows: every headline on the first screen, ten stories on three."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import pytest_asyncio

from bot.models.chats import DigestLook
from bot.models.digests import Digest, DigestItem, Edition, PictureRef
from bot.models.messages import RichContent
from bot.playground.messages.files import Upload
from bot.playground.samples.sample_news import SampleNews, load_samples
from bot.render.front_page import render_front_rich
from bot.render.rich import render_rich
from tests.botapi import BotApiServer, running_playground
from tests.fakes import NOON, an_article
from tests.playground.page.browsing import bot_calls, opened
from tests.render.drawing import READER, a_digest, a_summary

if TYPE_CHECKING:
    from playwright.async_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
SCREEN = 844  # of a telephone 390 wide
BEGINNINGS = ("The tidal bridge reopens", "Night ferry returns to the harbour", "Telescope finds a moon with rings")
SHORT = (" a month ahead of schedule", " after eleven dry years", " of its own")
LONG = (
    " a month ahead of schedule, and the whole town comes to see it",
    " after eleven dry years; the mayor rides it first",
)
SUMMARY = (
    "The bridge between the old harbour and Kestrel Quay reopened on Monday, a month ahead of schedule. Engineers "
    "replaced 412 deck plates and raised the roadway by 60 centimetres. Buses return on Thursday, and private cars a "
    "week later. The toll of two crowns stays unchanged until the end of next year, the council said."
)
BOTTOMS = """(message) => [...message.querySelectorAll('h4, li, summary')]
    .filter(line => line.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true }))
    .map(line => line.getBoundingClientRect().bottom - message.getBoundingClientRect().top)"""


@pytest_asyncio.fixture(loop_scope="session")
async def server() -> AsyncIterator[BotApiServer]:
    async with running_playground(now=lambda: NOON) as running:
        await running.user_says("/start")
        yield running


def ten_items(ends: Sequence[str]) -> list[DigestItem]:
    """Ten stories, each with a picture of the playground's samples and a title of two lines or more."""
    titles = zip(cycle(BEGINNINGS), cycle(ends), range(10), strict=False)
    return [
        DigestItem(
            article=an_article(number + 1, title=beginning + end),
            summary=a_summary(SUMMARY),
            picture=PictureRef(key=load_samples()[number].slug, width=1200, height=675),
        )
        for beginning, end, number in titles
    ]


def category(name: str, items: Sequence[DigestItem]) -> Digest:
    return a_digest(*items, category=(name,))


def a_front_page(ends: Sequence[str]) -> RichContent:
    items = ten_items(ends)
    categories = (category("City", items[:4]), category("Science", items[4:7]), category("Sport", items[7:]))
    return render_front_rich(
        Edition(lead=items[0], categories=categories), replace(READER, zone="Asia/Taipei"), buttons=True
    )


async def seen(server: BotApiServer, browser: Browser, content: RichContent) -> tuple[float, list[float], Any]:
    """The height of a message on a telephone, where its visible headlines end, and the message."""
    media = [{"id": ref.key, "media": {"type": "photo", "media": f"attach://{ref.key}"}} for ref in content.pictures]
    picture = SampleNews(Path("unused"), "").picture
    uploads = {ref.key: Upload(filename="p.jpg", data=picture(ref.key)) for ref in content.pictures}
    rich = {"html": content.html, "media": media}
    await bot_calls(server, "sendRichMessage", rich_message=rich, uploads=uploads)
    page = await opened(browser, server, fragment=f"#{server.me}", viewport={"width": 390, "height": SCREEN})
    message = page.get_by_test_id("message").last
    await message.locator("img").first.wait_for()
    height = await message.evaluate("message => message.getBoundingClientRect().height")
    assert page.problems == []
    return height, await message.evaluate(BOTTOMS), message


@pytest.mark.parametrize("ends", [SHORT, LONG])
async def test_ten_illustrated_stories_take_three_screens_and_their_headlines_one(
    server: BotApiServer, browser: Browser, ends: Sequence[str]
) -> None:
    content = render_rich(
        category("World", ten_items(ends)),
        READER,
        look=DigestLook.COMPACT,
        closing="That's all. Next: tomorrow at 08:00",
        buttons=True,
    )
    height, bottoms, message = await seen(server, browser, content)
    assert len(bottoms) == 10, bottoms
    assert max(bottoms) <= SCREEN
    assert height <= 3 * SCREEN
    await message.locator("summary").last.click()
    picture = message.locator("details[open] img")
    await picture.wait_for()  # each story still has its own
    assert await message.locator("img").count() == 10


@pytest.mark.parametrize("ends", [SHORT, LONG])
async def test_a_front_page_of_ten_stories_shows_all_headlines_at_once(
    server: BotApiServer, browser: Browser, ends: Sequence[str]
) -> None:
    _, bottoms, message = await seen(server, browser, a_front_page(ends))
    assert len(bottoms) == 10, bottoms
    assert max(bottoms) <= SCREEN
    assert await message.locator("img").count() == 1
