"""Hiding a source: by its name, or by a button."""

from __future__ import annotations

import asyncio

from bot.models.buttons.filter_presses import MuteSource
from bot.models.buttons.presses import encode
from bot.models.filters import Rule, RuleKind
from tests.chat.rig import NOON, Rig, labels, text


async def mutes(rig: Rig) -> list[str]:
    return [saved.rule.value for saved in await rig.store.filters.of((await rig.chat()).key)]


async def test_a_source_is_muted_by_its_name_and_heard_again_by_a_button(rig: Rig) -> None:
    await rig.publish("Bridge opens")
    await rig.publish("Cup final", category=("Sport",))
    await rig.says("/today")
    shown = await rig.says("/mute news of WORLD")
    assert text(shown).startswith("🔇 You'll see nothing more of News of World.")
    assert labels(shown) == ["❌ 🔇 News of World"]
    today = text(await rig.says("/today"))
    assert "Cup final" in today
    assert "Bridge opens" not in today
    assert text(await rig.says('/mute "News of World"')) == "🔇 News of World is hidden already."
    await rig.presses("❌ 🔇 News of World")
    assert await mutes(rig) == []


async def test_the_nearest_names_are_offered(rig: Rig) -> None:
    await rig.publish("Bridge opens")
    await rig.publish("立法會開會", category=("眾新聞",))
    shown = await rig.says("/mute World")
    assert text(shown) == "I know no source “World”. Do you mean one of these?"
    assert labels(shown) == ["🔇 News of World"]
    await rig.presses("🔇 News of World")
    shown = await rig.says("/mute source:众新闻")
    await rig.presses("🔇 News of 眾新聞")
    assert await mutes(rig) == ["News of World", "News of 眾新聞"]


async def test_an_unknown_name_is_said(rig: Rig) -> None:
    shown = await rig.says("/mute <qqq>")
    assert text(shown).startswith("I know no source “<qqq>”.\nWhich source shall I hide? Write its name: /mute")
    assert labels(shown) == []
    assert text(await rig.says("/mute")).startswith("Which source shall I hide? Write its name")


async def test_without_a_name_the_sources_of_the_last_digest_are_offered(rig: Rig) -> None:
    await rig.publish("Bridge opens", "Talks go on")
    await rig.publish("Cup final", category=("Sport",))
    await rig.publish("Rain", category=("Weather",))
    await rig.says("/subscribe World")
    await rig.says("/subscribe Sport")
    await rig.says("/digest")
    async with asyncio.timeout(10):
        while await rig.store.outbox.is_waiting((await rig.chat()).key):  # noqa: ASYNC110 - the outbox tells no event
            await asyncio.sleep(0.01)
    shown = await rig.says("/mute")
    assert "your last digest" in text(shown)
    assert labels(shown) == ["🔇 News of Sport", "🔇 News of World"]
    unknown = await rig.says("/mute qqqq")
    assert text(unknown).splitlines() == ["I know no source “qqqq”.", text(shown)]
    assert labels(unknown) == labels(shown)
    await rig.presses("🔇 News of Sport")
    assert await mutes(rig) == ["News of Sport"]


async def test_an_article_that_is_gone_mutes_nobody(rig: Rig) -> None:
    message = await rig.says("/settings")
    message.keyboard[0][0]["callback_data"] = encode(MuteSource(article_id=404))
    await rig.presses(encode(MuteSource(article_id=404)))
    assert "This article is no longer here." in rig.answered().values()
    assert await mutes(rig) == []


async def test_there_is_a_limit(rig: Rig) -> None:
    await rig.publish("Bridge opens")
    await rig.says("/help")
    many = [Rule(kind=RuleKind.MUTE, hides=True, value=f"Paper {number}") for number in range(50)]
    await rig.store.filters.add((await rig.chat()).key, many, now=NOON)
    assert text(await rig.says("/mute News of World")).startswith("You can hide up to 50 sources.")
