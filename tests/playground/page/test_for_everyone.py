"""The page for people who see little, hear it read, use the keyboard alone, or want nothing to move."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
import pytest_asyncio

from bot.playground.api.params import Params
from bot.playground.messages.files import Upload
from bot.playground.samples.routes import sample_routes
from bot.playground.samples.sample_news import SampleNews
from tests.botapi import BotApiServer
from tests.playground.page.browsing import MARKS, bot_calls, bot_sends_rich, keyboard, last, opened

if TYPE_CHECKING:
    from axe_playwright_python.async_playwright import Axe
    from playwright.async_api import Browser, Page, expect
else:
    expect = pytest.importorskip("playwright.async_api").expect
    Axe = pytest.importorskip("axe_playwright_python.async_playwright").Axe

pytestmark = MARKS
SETTINGS = "<b>Settings</b>\n<blockquote expandable>One\nTwo\nThree\n<a href='https://a.example'>Four</a></blockquote>"
FOCUSED = """(({ id, classList, tagName }) =>
    id || [...classList].find((name) => name !== "round") || tagName)(document.activeElement)"""
SECRET = 'Read <tg-spoiler>the end</tg-spoiler> <a href="https://paper.example/a">here</a>, <code>/why</code>'


SETTLED = """() => document.getAnimations().every(({ effect, playState }) =>
    playState !== "running" || effect.getComputedTiming().endTime === Infinity)"""


async def faults(page: Page) -> list[str]:
    """What axe-core finds, of any weight, in light and, for what colours decide, in dark."""
    found = []
    for theme, options in (("light", {}), ("dark", {"runOnly": ["color-contrast", "link-in-text-block"]})):
        await page.emulate_media(color_scheme=cast("Any", theme))
        await page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
        await page.wait_for_function(SETTLED)  # half way from one colour to the other nothing is to be judged
        result: dict[str, Any] = (await Axe().run(page, options={"resultTypes": ["violations"], **options})).response
        found += [
            f"{theme}: {fault['impact']} {fault['id']}: {node['html'][:160]} {node.get('failureSummary', '')}"
            for fault in result["violations"]
            for node in fault["nodes"][:2]
        ]
    return found


@pytest_asyncio.fixture(loop_scope="session")
async def lived_in(server: BotApiServer) -> AsyncIterator[BotApiServer]:
    """A playground where every kind of message was sent, and one chat has something unread."""
    await server.user_says("/start")
    commands = [{"command": name, "description": f"Does {name}"} for name in ("today", "digest")]
    await server.bot_api.call(server.token, "setMyCommands", Params(values={"commands": commands}))
    sent = await bot_calls(
        server, "sendMessage", text=SETTINGS, parse_mode="HTML", reply_markup=keyboard((("A", "a"),))
    )
    await bot_calls(server, "sendMessage", text=SECRET, parse_mode="HTML", reply_to_message_id=sent["message_id"])
    await bot_calls(server, "sendMessage", chat=server.channel, text="A post")
    await bot_sends_rich(server)
    yield server


@pytest.mark.parametrize("width", [1280, 390])
async def test_axe_finds_no_fault_on_any_view(lived_in: BotApiServer, browser: Browser, width: int) -> None:
    page = await opened(browser, lived_in, viewport={"width": width, "height": 844}, reduced_motion="reduce")
    assert await faults(page) == []  # the list of chats; beside it the chat, where there is room
    await page.locator(f'[data-chat-id="{lived_in.me}"]').click()
    await page.get_by_test_id("composer").fill("/")
    await expect(page.get_by_test_id("command")).to_have_count(2)
    await page.keyboard.press("ArrowDown")
    await page.locator("summary").click()
    await page.locator(".spoiler").click()
    assert await faults(page) == []
    await last(page).locator("img").click()
    await expect(page.get_by_test_id("lightbox")).to_be_visible()
    assert await faults(page) == []
    assert page.problems == []


async def test_axe_finds_no_fault_in_a_sample_article(server: BotApiServer, browser: Browser, tmp_path: Path) -> None:
    server.app.routes.extend(sample_routes(SampleNews(tmp_path, server.url)))
    page = await (await browser.new_context()).new_page()
    await page.goto(f"{server.url}/samples/harbour-night-ferry")
    assert await faults(page) == []


async def test_every_picture_is_named_after_its_story(server: BotApiServer, browser: Browser) -> None:
    await server.user_says("/start")
    picture = SampleNews(Path("unused"), "").picture("ringed-moon-telescope")
    html = '<h1>Science</h1><img src="tg://photo?id=p1"><h3>A ring</h3><img src="tg://photo?id=p1" alt="A red moon">'
    html += '<p>Read</p><figure><img src="tg://photo?id=p1"><figcaption>The dome</figcaption></figure>'
    media = [{"id": "p1", "media": {"type": "photo", "media": "attach://p1"}}]
    uploads = {"p1": Upload(filename="p1.jpg", data=picture)}
    await bot_calls(server, "sendRichMessage", rich_message={"html": html, "media": media}, uploads=uploads)
    page = await opened(browser, server)
    names = [f"Enlarge the picture: {name}" for name in ("A ring", "A red moon", "The dome")]
    pictures = last(page).locator("img")
    await expect(pictures).to_have_count(3)
    assert [await pictures.nth(number).get_attribute("aria-label") for number in range(3)] == names


async def test_the_keyboard_alone_reaches_everything(lived_in: BotApiServer, browser: Browser) -> None:
    page = await opened(browser, lived_in)
    await page.locator("#send").focus()
    reached: list[str] = []
    while "skip" not in reached and len(reached) < 60:
        await page.keyboard.press("Shift+Tab")
        reached.append(await page.evaluate(FOCUSED))
    in_the_bar = {"skip", "next-digest", "drop-post", "language", "theme"}
    in_messages = {"scroller", "key", "SUMMARY", "unfold", "spoiler", "zoomable", "reply"}
    assert set(reached) >= {"entry", "input", "menu", *in_the_bar, *in_messages}
    await expect(page.locator("#skip")).to_have_css("clip-path", "none")
    await page.keyboard.press("Enter")
    await expect(page.get_by_test_id("composer")).to_be_focused()
    await last(page).locator("img").focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_test_id("lightbox")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(last(page).locator("img")).to_be_focused()
    await page.locator(".unfold").focus()
    await page.keyboard.press("Enter")
    await expect(page.locator(".unfold")).to_have_attribute("aria-expanded", "true")


@pytest.mark.parametrize(("width", "height"), [(640, 430), (320, 568)])
async def test_a_page_at_twice_its_size_and_more_keeps_everything_in_reach(
    lived_in: BotApiServer, browser: Browser, width: int, height: int
) -> None:
    page = await opened(browser, lived_in, fragment=f"#{lived_in.me}", viewport={"width": width, "height": height})
    await expect(page.get_by_test_id("send")).to_be_in_viewport(ratio=1)
    await expect(page.get_by_test_id("drop-post")).to_be_in_viewport(ratio=1)
    assert await page.evaluate("document.documentElement.scrollWidth") == width
    assert await page.locator("#scroller").evaluate("element => element.clientHeight") > height / 3


async def test_nothing_moves_for_who_asked_for_rest(lived_in: BotApiServer, browser: Browser) -> None:
    page = await opened(browser, lived_in, reduced_motion="reduce")
    await bot_calls(lived_in, "sendChatAction", action="typing")
    await expect(page.locator("#chat-status .dots")).to_be_visible()
    moves = "document.getAnimations().filter(({ effect }) => effect.getComputedTiming().activeDuration > 1).length"
    assert await page.evaluate(moves) == 0
    scroller = page.locator("#scroller")
    await scroller.evaluate("element => element.scrollTo(0, 0)")
    await page.get_by_test_id("jump").click()
    assert await scroller.evaluate("element => element.scrollHeight - element.scrollTop - element.clientHeight") < 2
