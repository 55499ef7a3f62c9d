"""The chats other than the private one, and what the page offers beside them, in headless Chromium."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.playground.api.params import Params
from bot.playground.world.chats import TextBody
from bot.playground.world.state import FORUM_ID
from tests.botapi import BotApiServer, set_bot_status
from tests.fakes import NOON
from tests.playground.page.browsing import MARKS, bot_calls, last, opened, write

if TYPE_CHECKING:
    from playwright.async_api import Browser, expect
else:
    expect = pytest.importorskip("playwright.async_api").expect

pytestmark = MARKS
FITS = """text => {
    const line = document.getElementById("clock-next");
    line.textContent = text;
    const [inside, around] = [line, line.parentElement].map((box) => box.getBoundingClientRect());
    return inside.right <= around.right && inside.bottom <= around.bottom && line.scrollWidth <= around.width;
}"""


async def test_the_bot_is_made_administrator_and_removed(server: BotApiServer, browser: Browser) -> None:
    page = await opened(browser, server, fragment=f"#{server.group}")
    role = page.get_by_test_id("role")
    await expect(role).to_have_value("member")
    await role.select_option("administrator")
    await server.wait_for(lambda: server.world.find_chat(server.group).bot_status == "administrator")
    await role.select_option("left")
    await server.wait_for(lambda: server.world.find_chat(server.group).bot_status == "left")
    await expect(role).to_have_value("left")
    await page.locator(f'[data-chat-id="{server.me}"]').click()
    await expect(role).to_be_hidden()
    assert page.problems == []


async def test_a_forum_shows_a_topic_and_writes_into_it(server: BotApiServer, browser: Browser) -> None:
    page = await opened(browser, server, fragment=f"#{FORUM_ID}")
    await bot_calls(server, "sendMessage", chat=FORUM_ID, text="A comet", message_thread_id=2)
    await bot_calls(server, "sendMessage", chat=FORUM_ID, text="A goal", message_thread_id=3)
    await expect(page.get_by_test_id("message")).to_have_count(2)
    await expect(last(page).locator(".topic")).to_have_text("Sports")
    await page.get_by_test_id("topics").get_by_text("Science").click()
    await expect(page.get_by_test_id("message")).to_have_count(1)
    await bot_calls(server, "sendMessage", chat=FORUM_ID, text="Another goal", message_thread_id=3)
    await write(page, "/digest")
    await expect(page.get_by_test_id("message")).to_have_count(2)
    assert server.world.find_chat(FORUM_ID).messages[7].thread_id == 2
    await page.get_by_test_id("topics").get_by_text("All").click()
    await expect(page.get_by_test_id("message")).to_have_count(4)


async def test_a_channel_signs_what_the_bot_posts(server: BotApiServer, browser: Browser) -> None:
    page = await opened(browser, server, fragment=f"#{server.channel}")
    await bot_calls(server, "sendMessage", chat=server.channel, text="A post")
    await expect(last(page).locator(".sender")).to_have_text("City news")


async def test_a_sample_link_is_one_press_away(server: BotApiServer, browser: Browser) -> None:
    page = await opened(browser, server)
    await expect(page.get_by_test_id("sample-link")).to_be_hidden()
    await page.get_by_test_id("start").click()
    await page.get_by_test_id("sample-link").click()
    await expect(last(page)).to_contain_text("https://paper.example/en")
    await page.get_by_test_id("composer").fill("Hello")
    await expect(page.get_by_test_id("sample-link")).to_be_hidden()


async def test_enter_completes_a_command_and_sends_a_whole_one(server: BotApiServer, browser: Browser) -> None:
    await server.user_says("/start")
    commands = [{"command": name, "description": f"Does {name}"} for name in ("today", "timezone")]
    await server.bot_api.call(server.token, "setMyCommands", Params(values={"commands": commands}))
    page = await opened(browser, server)
    await write(page, "/ti")
    await expect(page.get_by_test_id("composer")).to_have_value("/timezone ")
    await page.get_by_test_id("composer").press("Enter")
    await expect(last(page)).to_contain_text("/timezone")
    await write(page, "/today")
    await expect(last(page)).to_contain_text("/today")
    bodies = [message.body for message in server.messages()]
    assert [body.text.text for body in bodies if isinstance(body, TextBody)] == ["/start", "/timezone", "/today"]


async def test_toasts_come_one_at_a_time(server: BotApiServer, browser: Browser) -> None:
    page = await opened(browser, server)
    await page.clock.install()
    for _ in range(2):
        await page.get_by_test_id("drop-post").click()
        await expect(page.get_by_test_id("drop-post")).to_be_enabled()
    toast = page.get_by_test_id("toast")
    await expect(toast).to_have_text("News arrived: Student-built probe lands")
    await page.clock.run_for(1800)
    await expect(toast).to_have_text("All sample articles have arrived.")
    await page.clock.run_for(4000)
    await expect(toast).to_have_count(0)


async def test_the_next_digest_names_its_chat(server: BotApiServer, browser: Browser) -> None:
    page = await opened(browser, server)
    await expect(page.locator("#clock-next")).to_have_text("next digest 18:00 · Tidings")
    await expect(page.get_by_role("button", name="Next digest: Tidings, 18:00")).to_be_visible()


async def test_the_date_hangs_over_moving_messages_and_fades_when_they_rest(
    server: BotApiServer, browser: Browser
) -> None:
    for number in range(40):
        await server.user_says(f"Line {number}")
    page = await opened(browser, server, reduced_motion="reduce")
    await expect(page.locator(".moving")).to_have_count(0)  # it came to its end by itself, in real time
    await page.clock.install(time=NOON)
    await page.clock.pause_at(NOON + timedelta(seconds=1))
    pill = page.locator(".day .pill")
    await page.locator("#scroller").evaluate("element => element.scrollBy(0, -200)")
    await expect(page.locator(".moving .day.hanging")).to_have_count(1)
    await expect(pill).to_have_css("opacity", "1")
    await page.clock.run_for(1500)
    await expect(pill).to_have_css("opacity", "0")
    await page.locator("#scroller").evaluate("element => element.scrollTo(0, 0)")
    await page.clock.run_for(1500)
    await expect(pill).to_have_css("opacity", "1")


async def test_a_chat_is_shared_by_the_bots_keyboard_and_an_answer_for_one_says_so(
    browser: Browser, server: BotApiServer
) -> None:
    page = await opened(browser, server, viewport={"width": 390, "height": 844})
    await server.user_says("/start")
    await page.locator('[data-type="private"]').click()
    button = {"text": "Choose", "request_chat": {"request_id": 1, "chat_is_channel": True}}
    await bot_calls(server, "sendMessage", text="?", reply_markup={"keyboard": [[button]], "one_time_keyboard": True})
    await page.get_by_test_id("reply-key").click()
    await page.get_by_test_id("offer").filter(has_text="City news").click()
    await expect(last(page)).to_contain_text("City news")
    await expect(page.get_by_test_id("reply-keys")).to_be_hidden()
    assert await page.evaluate(FITS, "下一份摘要 12月31日週四\u00a008:00 · Tidings")
    set_bot_status(server.world, server.world.chats[server.group], "administrator")
    alone = {"receiver_user_id": server.me}
    await bot_calls(server, "sendMessage", chat=server.group, text="Settings", ephemeral_message_parameters=alone)
    await page.evaluate("id => { location.hash = id }", server.group)
    await expect(last(page)).to_contain_text("Only you see this")
    assert page.problems == []
