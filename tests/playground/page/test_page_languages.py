"""The page in each of the bot's languages: whole, in its menu, and of a width that a phone has."""

from __future__ import annotations

import re
from importlib import resources
from typing import TYPE_CHECKING

import pytest

from bot.texts import languages, match_language
from tests.botapi import BotApiServer
from tests.playground.page.browsing import opened

if TYPE_CHECKING:
    from playwright.async_api import Browser, expect
else:
    expect = pytest.importorskip("playwright.async_api").expect

STATIC = resources.files("bot.playground.page").joinpath("static")
TEXT = re.compile(r'^  "?([a-z-]+)"?: "(.*)",$', re.MULTILINE)
CODES = re.findall(r'<option value="([a-z-]+)"', STATIC.joinpath("index.html").read_text("utf-8"))


def page_texts(language: str) -> dict[str, str]:
    return dict(TEXT.findall(STATIC.joinpath("texts", f"{language}.js").read_text("utf-8")))


@pytest.mark.parametrize("language", languages())
def test_every_language_has_every_text_with_the_same_places(language: str) -> None:
    english, own = page_texts("en"), page_texts(language)
    assert list(own) == list(english)
    places = re.compile(r"\{\w+\}")
    assert [key for key in own if sorted(places.findall(own[key])) != sorted(places.findall(english[key]))] == []


def test_the_menu_offers_every_language_of_the_bot() -> None:
    assert sorted(map(match_language, CODES)) == sorted(languages())


@pytest.mark.browser
@pytest.mark.asyncio(loop_scope="session")
async def test_every_language_fits_a_phone_and_turns_the_page_as_it_is_read(
    server: BotApiServer, browser: Browser
) -> None:
    page = await opened(browser, server, viewport={"width": 390, "height": 844})
    misfits = []
    for code in CODES:
        await page.get_by_test_id("language").select_option(code)
        await expect(page.locator("html")).to_have_attribute("lang", match_language(code))
        await expect(page.locator("html")).to_have_attribute("dir", "rtl" if code == "ar" else "ltr")
        fits = await page.evaluate(
            """document.documentElement.scrollWidth === 390 && document.querySelector("header.bar").offsetHeight < 100
            && (({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)(document.querySelector("#clock-next"))"""
        )
        misfits += [] if fits else [code]
    assert misfits == []
    assert page.problems == []


@pytest.mark.browser
@pytest.mark.asyncio(loop_scope="session")
async def test_every_text_is_shaped_again_when_a_font_has_come(server: BotApiServer, browser: Browser) -> None:
    page = await opened(browser, server, viewport={"width": 390, "height": 844})
    await page.evaluate("document.fonts.ready")
    changed = await page.evaluate(
        """["#clock-next", "#next-digest", "#chats b"].filter((name) => {
            const features = () => getComputedStyle(document.querySelector(name)).fontFeatureSettings;
            const before = features();
            document.fonts.dispatchEvent(new Event("loadingdone"));
            return before !== features();
        }).length"""
    )
    assert changed == 3
