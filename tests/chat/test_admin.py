"""Commands that only the owner has."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.chat.handlers.registry import register_owner_commands
from bot.models.articles import ParseFailed
from tests.chat.rig import Rig, running_rig, text

OWNER = 4242


@pytest.fixture
async def owned(tmp_path: Path) -> AsyncIterator[Rig]:
    async with running_rig(tmp_path, telegram_admin_ids=(OWNER,)) as rig:
        rig.api.add_person(OWNER)
        rig.api.world.chats[rig.api.group].members[OWNER] = "member"
        yield rig


async def test_the_owner_sees_the_figures(owned: Rig) -> None:
    await owned.publish("Harbour bridge opens", "Otters return")
    await owned.says("/subscribe World", chat=owned.api.group)
    await owned.store.counters.add({"rejected.number": 2, "rejected.name": 1})
    shown = text(await owned.says("/stats", chat=owned.api.group, sender=OWNER))
    assert shown.splitlines()[:3] == [
        "Articles: 2, of these 2 in the last 24 hours.",
        "Sources: 1, of these 0 with trouble and 0 switched off.",
        "Chats: 1, with 1 subscriptions.",
    ]
    assert "Summary engine: scripted: ready." in shown
    assert "Sentences refused by the checks: 3 (names the article lacks: 1 · wrong numbers: 2)." in shown


async def test_for_everybody_else_the_command_does_not_exist(owned: Rig) -> None:
    assert "I don't know /stats." in text(await owned.says("/stats"))


async def test_what_waits_and_what_was_made_is_told(owned: Rig) -> None:
    await owned.publish("Harbour bridge opens")
    await owned.says("/today", chat=owned.api.group)
    shown = text(await owned.says("/stats", chat=owned.api.group, sender=OWNER))
    assert "Summaries by scripted: 1." in shown


async def test_owners_see_their_commands_in_the_list_in_their_language_also_once_they_start(owned: Rig) -> None:
    commands = owned.api.world.commands
    owned.api.world.chats[OWNER].started = False
    owned.api.fail_next("setMyCommands", 400, "Bad Request: chat not found")
    await register_owner_commands(owned.application.bot, owned.services)
    assert (f"chat:{OWNER}", "") not in commands
    owned.api.world.chats[OWNER].started = True
    await owned.says("/start", chat=OWNER, sender=OWNER)
    await owned.quiet()
    names = [entry["command"] for entry in commands[f"chat:{OWNER}", ""]]
    assert {"today", "forget", "sources", "announce"} <= set(names)
    assert "/announce" in text(await owned.says("/help", chat=OWNER, sender=OWNER))
    assert "/announce" not in text(await owned.says("/help"))
    await owned.store.chats.change(await owned.chat(OWNER), ui_language="zh-Hant")
    await register_owner_commands(owned.application.bot, owned.services)
    assert commands[f"chat:{OWNER}", ""][-1]["description"] == "向所有聊天室發布公告"


async def test_the_figures_are_told_without_a_chart_that_telegram_does_not_take(owned: Rig) -> None:
    owned.api.fail_next("sendPhoto", 400, "Bad Request: IMAGE_PROCESS_FAILED")
    shown = await owned.says("/stats", chat=OWNER, sender=OWNER)
    assert "Articles: 0" in text(shown)


async def test_the_figures_are_told_without_a_chart_that_cannot_be_drawn(
    owned: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def die(*_task: object, **_named: object) -> ParseFailed:
        return ParseFailed(reason="The program crashed.")

    monkeypatch.setattr(owned.services.thumbnails._pool, "run", die)
    assert "Articles: 0" in text(await owned.says("/stats", chat=OWNER, sender=OWNER))
