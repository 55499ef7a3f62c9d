"""The chat page in headless Chromium, against the real server; the bot's side is played by Bot API calls."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.playground.api.params import Params
from bot.playground.world.chats import TextBody
from tests.botapi import BotApiServer
from tests.fakes import NOON
from tests.playground.page.browsing import MARKS, bot_calls, bot_sends_rich, keyboard, last, opened, write

if TYPE_CHECKING:
    from playwright.async_api import Browser, expect
else:
    expect = pytest.importorskip("playwright.async_api").expect

pytestmark = MARKS


async def test_an_empty_chat_offers_start_and_start_tells_the_bot(server: BotApiServer, browser: Browser) -> None:
    page = await opened(browser, server)
    await expect(page.get_by_test_id("chat-list").locator("li")).to_have_count(4)
    await expect(page.get_by_test_id("composer")).to_be_hidden()
    await page.get_by_test_id("start").click()
    await expect(last(page)).to_contain_text("/start")
    await expect(page.get_by_test_id("composer")).to_be_visible()
    body = server.messages()[0].body
    assert isinstance(body, TextBody)
    assert body.text.text == "/start"
    assert page.problems == []


async def test_a_message_goes_out_and_the_answer_comes_and_is_edited(server: BotApiServer, browser: Browser) -> None:
    await server.user_says("/start")
    page = await opened(browser, server)
    await write(page, "Good morning\nsecond line")
    await expect(last(page)).to_contain_text("second line")
    await bot_calls(server, "sendChatAction", action="typing")
    await expect(page.locator("#chat-status")).to_contain_text("typing")
    sent = await bot_calls(server, "sendMessage", text="One <b>moment</b>", parse_mode="HTML")
    await expect(last(page).locator("b")).to_have_text("moment")
    await expect(page.locator("#chat-status")).to_have_text("bot")
    await bot_calls(server, "editMessageText", message_id=sent["message_id"], text="Here it is")
    await expect(last(page)).to_contain_text("Here it is")
    await expect(last(page)).to_contain_text("edited")
    await expect(page.get_by_test_id("message")).to_have_count(3)
    assert page.problems == []


async def test_a_pressed_button_waits_for_its_answer(server: BotApiServer, browser: Browser) -> None:
    await server.user_says("/start")
    await bot_calls(server, "sendMessage", text="Which?", reply_markup=keyboard((("World", "s:1"), ("City", "s:2"))))
    page = await opened(browser, server)
    key = page.get_by_role("button", name="World")
    await key.click()
    await expect(key).to_have_attribute("aria-busy", "true")
    await server.wait_for(lambda: server.world.open_queries)
    (query,) = server.world.open_queries
    params = Params(values={"callback_query_id": query, "text": "Subscribed to World"})
    await server.bot_api.call(server.token, "answerCallbackQuery", params)
    await expect(page.get_by_test_id("toast")).to_have_text("Subscribed to World")
    await expect(page.get_by_role("button", name="World")).not_to_have_attribute("aria-busy", "true")
    assert page.problems == []


async def test_an_alert_has_to_be_dismissed(server: BotApiServer, browser: Browser) -> None:
    await server.user_says("/start")
    await bot_calls(server, "sendMessage", text="Which?", reply_markup=keyboard((("Why", "why"),)))
    page = await opened(browser, server)
    await page.get_by_role("button", name="Why").click()
    await server.wait_for(lambda: server.world.open_queries)
    params = {"callback_query_id": next(iter(server.world.open_queries)), "text": "Because", "show_alert": "true"}
    await server.bot_api.call(server.token, "answerCallbackQuery", Params(values=params))
    await expect(page.get_by_test_id("alert")).to_contain_text("Because")
    await page.get_by_test_id("alert-ok").click()
    await expect(page.get_by_test_id("alert")).to_be_hidden()


async def test_a_rich_message_shows_its_picture_fold_table_and_directions(
    server: BotApiServer, browser: Browser
) -> None:
    await server.user_says("/start")
    page = await opened(browser, server)
    await bot_sends_rich(server)
    message = last(page)
    await expect(message.locator("h1")).to_have_text("Science")
    await expect(message.locator("img")).to_have_js_property("naturalWidth", 1200)
    assert await message.locator("p").evaluate("element => getComputedStyle(element).direction") == "rtl"
    await expect(message.locator("td")).to_have_text("First")
    await expect(message.locator("footer time")).to_have_text("00:00")
    await expect(message.get_by_text("Volcano")).to_be_hidden()
    await message.locator("summary").click()
    await expect(message.get_by_text("Volcano")).to_be_visible()
    await message.locator("img").click()
    await expect(page.get_by_test_id("lightbox")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_test_id("lightbox")).to_be_hidden()
    assert page.problems == []


async def test_a_link_to_the_bot_stays_inside(server: BotApiServer, browser: Browser) -> None:
    await server.user_says("/start")
    await bot_sends_rich(server, chat=server.channel)
    page = await opened(browser, server, fragment=f"#{server.channel}")
    await page.get_by_role("link", name="A ring").click()
    await expect(page.locator("#chat-title")).to_have_text("Tidings")
    await expect(last(page)).to_contain_text("/start a7")
    assert len(page.context.pages) == 1


async def test_what_the_bot_is_writing_is_shown_and_can_be_stopped(server: BotApiServer, browser: Browser) -> None:
    await server.user_says("/start")
    page = await opened(browser, server)
    await bot_calls(server, "sendMessageDraft", draft_id=7, text="<b>Half</b>", parse_mode="HTML", can_stop=True)
    await expect(last(page).locator("b")).to_have_text("Half")
    await bot_calls(server, "sendMessage", text="Whole")
    await expect(last(page)).to_contain_text("Whole")
    await expect(page.get_by_test_id("message")).to_have_count(2)
    await bot_calls(server, "sendMessageDraft", draft_id=8, text="", can_stop=True)
    await expect(page.get_by_test_id("message")).to_have_count(3)
    await last(page).get_by_role("button", name="Stop").click()
    await expect(page.get_by_test_id("message")).to_have_count(2)
    assert page.problems == []


async def test_commands_are_offered_while_typing(server: BotApiServer, browser: Browser) -> None:
    await server.user_says("/start")
    commands = [{"command": name, "description": f"Does {name}"} for name in ("today", "digest", "timezone")]
    await server.bot_api.call(server.token, "setMyCommands", Params(values={"commands": commands}))
    page = await opened(browser, server)
    await page.get_by_test_id("command-menu").click()
    await expect(page.get_by_test_id("command")).to_have_count(3)
    composer = page.get_by_test_id("composer")
    await composer.press_sequentially("/t")
    await expect(page.get_by_test_id("command")).to_have_count(2)
    await composer.press("ArrowUp")
    await composer.press("Enter")
    await expect(last(page)).to_contain_text("/timezone")
    await expect(page.get_by_test_id("commands")).to_be_hidden()
    await expect(composer).to_have_value("")


async def test_unread_messages_are_counted_and_marked(server: BotApiServer, browser: Browser) -> None:
    await server.user_says("/start")
    page = await opened(browser, server)
    await bot_calls(server, "sendMessage", chat=server.channel, text="First post")
    await bot_calls(server, "sendMessage", chat=server.channel, text="Second post")
    entry = page.locator(f'[data-chat-id="{server.channel}"]')
    await expect(entry.locator(".badge")).to_have_text("2")
    await expect(entry).to_contain_text("Second post")
    await entry.click()
    await expect(page.get_by_text("Unread messages")).to_be_visible()
    await expect(entry.locator(".badge")).to_have_count(0)
    await server.wait_for(lambda: server.world.find_chat(server.channel).unread == 0)


async def test_new_messages_scroll_into_view_unless_one_reads_above(server: BotApiServer, browser: Browser) -> None:
    for number in range(40):
        await server.user_says(f"Line {number}")
    page = await opened(browser, server)
    scroller = page.locator("#scroller")
    await bot_calls(server, "sendMessage", text="At the end")
    await expect(page.get_by_text("At the end").last).to_be_in_viewport()
    left = "element.scrollHeight - element.scrollTop - element.clientHeight"
    await page.wait_for_function(f"element => {left} < 5", arg=await scroller.element_handle())  # it has come to rest
    await scroller.evaluate("element => element.scrollTo(0, 0)")
    await expect(page.get_by_test_id("jump")).to_be_visible()
    await bot_calls(server, "sendMessage", text="Further on")
    await expect(page.locator("#jump-count")).to_have_text("1")
    await expect(last(page)).not_to_be_in_viewport()
    await page.get_by_test_id("jump").click()
    await expect(last(page)).to_be_in_viewport()
    await expect(page.get_by_test_id("jump")).to_be_hidden()


async def test_an_answer_that_grows_while_it_scrolls_in_is_seen_to_its_end(
    server: BotApiServer, browser: Browser
) -> None:
    for number in range(40):
        await server.user_says(f"Line {number}")
    page = await opened(browser, server)
    scroller = "document.getElementById('scroller')"
    for turn in range(3):
        glides = f"window.glides = new Promise(start => {scroller}.addEventListener('scroll', start, {{ once: true }}))"
        await page.evaluate(f"() => {{ {glides}; }}")
        sent = await bot_calls(server, "sendMessage", text="Reading…\n" * 8)
        await page.evaluate("() => window.glides")
        await bot_calls(server, "editMessageText", message_id=sent["message_id"], text=f"Long {turn}\n" * 16)
        await expect(last(page)).to_contain_text(f"Long {turn}")
        left = f"{scroller}.scrollHeight - {scroller}.scrollTop - {scroller}.clientHeight"
        await page.wait_for_function(f"() => {left} < 5")


async def test_the_bar_moves_the_clock_and_drops_posts(server: BotApiServer, browser: Browser) -> None:
    page = await opened(browser, server)
    clock = page.get_by_test_id("clock")
    await expect(clock).to_contain_text("Mon 2 Mar 12:00")
    await page.get_by_test_id("next-digest").click()
    await expect(clock).to_contain_text("Mon 2 Mar 18:00")
    await page.get_by_test_id("advance-hour").click()
    await expect(clock).to_contain_text("19:00")
    await page.get_by_test_id("advance-day").click()
    await expect(clock).to_contain_text("Tue 3 Mar 19:00")
    assert server.world.now() - NOON >= timedelta(hours=31)
    await page.get_by_test_id("drop-post").click()
    await expect(page.get_by_test_id("toast").last).to_contain_text("Student-built probe lands")
    await page.get_by_test_id("drop-post").click()
    await expect(page.get_by_test_id("toast").last).to_contain_text("All sample articles")


async def test_a_digest_that_has_nothing_to_tell_is_explained(server: BotApiServer, browser: Browser) -> None:
    page = await opened(browser, server)
    await page.clock.install()
    await page.get_by_test_id("next-digest").click()
    await expect(page.get_by_test_id("clock")).to_contain_text("Mon 2 Mar 18:00")
    await page.clock.run_for(9000)
    await expect(page.get_by_test_id("toast").last).to_contain_text("so none was sent")
    await page.get_by_test_id("next-digest").click()
    await server.user_says("/start")
    await bot_calls(server, "sendMessage", text="News!")
    await expect(last(page)).to_contain_text("News!")
    await page.clock.run_for(9000)
    await expect(page.get_by_test_id("toast")).to_have_count(0)
    assert page.problems == []


@pytest.mark.parametrize(("width", "locale"), [(390, "en-GB"), (390, "zh-TW"), (620, "en-GB"), (780, "en-GB")])
async def test_a_narrow_windows_bar_takes_two_rows(
    server: BotApiServer, browser: Browser, width: int, locale: str
) -> None:
    server.world.me.language_code = "zh-hant" if locale == "zh-TW" else "en"
    page = await opened(browser, server, viewport={"width": width, "height": 844}, locale=locale)
    await expect(page.locator("#clock-next")).to_be_visible()
    assert await page.locator("#clock-next").evaluate("next => next.scrollWidth <= next.clientWidth")
    assert await page.locator("header.bar").evaluate("bar => bar.offsetHeight") < 100
    assert await page.evaluate("document.documentElement.scrollWidth") == width


async def test_today_becomes_yesterday_when_the_clock_passes_midnight(server: BotApiServer, browser: Browser) -> None:
    await server.user_says("/start")
    page = await opened(browser, server)
    await expect(page.locator(".day")).to_have_text("Today")
    await page.get_by_test_id("advance-day").click()
    await expect(page.locator(".day")).to_have_text("Yesterday")
    await write(page, "Good morning")
    await expect(page.locator(".day")).to_have_text(["Yesterday", "Today"])


async def test_language_and_theme_are_switched_and_the_theme_is_kept(server: BotApiServer, browser: Browser) -> None:
    page = await opened(browser, server, color_scheme="dark")
    root = page.locator("html")
    await expect(root).to_have_attribute("data-theme", "dark")
    await page.get_by_test_id("theme").click()
    await expect(root).to_have_attribute("data-theme", "light")
    await page.get_by_test_id("language").select_option("zh-hant")
    await expect(page.get_by_test_id("drop-post")).to_contain_text("送來一篇")
    assert server.world.me.language_code == "zh-hant"
    await page.reload()
    await expect(root).to_have_attribute("data-theme", "light")
    await expect(page.get_by_test_id("drop-post")).to_contain_text("送來一篇")


async def test_a_narrow_window_shows_the_list_or_the_chat(server: BotApiServer, browser: Browser) -> None:
    page = await opened(browser, server, viewport={"width": 390, "height": 844})
    await expect(page.get_by_test_id("chat-list")).to_be_visible()
    await expect(page.get_by_test_id("messages")).to_be_hidden()
    await page.locator(f'[data-chat-id="{server.me}"]').click()
    await expect(page.get_by_test_id("start")).to_be_visible()
    await expect(page.get_by_test_id("chat-list")).to_be_hidden()
    assert await page.evaluate("document.documentElement.scrollWidth") == 390
    await page.get_by_test_id("back").click()
    await expect(page.get_by_test_id("chat-list")).to_be_visible()


async def test_a_refused_message_stays_in_the_input(server: BotApiServer, browser: Browser) -> None:
    await server.user_says("/start")
    page = await opened(browser, server)
    await page.route("**/ui/send", lambda route: route.fulfill(status=400, json={"error": "message is too long"}))
    await write(page, "far too long")
    await expect(page.get_by_test_id("toast")).to_contain_text("message is too long")
    await expect(page.get_by_test_id("composer")).to_have_value("far too long")


async def test_a_reply_names_what_it_answers(server: BotApiServer, browser: Browser) -> None:
    await server.user_says("/start")
    sent = await bot_calls(server, "sendMessage", text="A digest")
    page = await opened(browser, server)
    await last(page).hover()
    await last(page).get_by_role("button", name="Reply").click()
    await expect(page.get_by_test_id("replying")).to_contain_text("A digest")
    await write(page, "/why")
    await expect(last(page).locator(".quoted")).to_contain_text("A digest")
    assert server.messages()[-1].reply_to == sent["message_id"]


async def test_letters_that_a_machine_lacks_are_drawn_from_a_font_of_the_playground(
    server: BotApiServer, browser: Browser
) -> None:
    await server.user_says("/start")
    page = await opened(browser, server)
    loaded = (
        "name => [...document.fonts].find(({ family }) => family.includes(name)).load().then(({ status }) => status)"
    )
    for family in ("CJK", "Emoji", "Devanagari", "Arabic"):
        assert await page.evaluate(loaded, family) == "loaded"
    assert (await page.request.get(f"{server.url}/fonts/other.ttf")).status == 404
