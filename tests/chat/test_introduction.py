"""What the bot tells Telegram of itself at its start."""

from __future__ import annotations

import asyncio

import pytest

from bot.chat.handlers.introduction import SETTINGS, TELEGRAM_LANGUAGES, introduce, sayings, scopes
from bot.chat.handlers.registry import COMMANDS
from bot.texts import languages
from tests.chat.rig import Rig


def told(rig: Rig, method: str = "set") -> list[str]:
    """The calls that changed what Telegram knows of the bot."""
    return [call.method for call in rig.api.calls if call.method.startswith(method)]


async def introduced(rig: Rig) -> None:
    """Introduce the bot; the clock moves on meanwhile."""
    introducing = asyncio.create_task(introduce(rig.application.bot, rig.store, rig.clock))

    def is_done() -> bool:
        rig.clock.advance(10)
        return introducing.done()

    await rig.api.wait_for(is_done)
    await introducing


async def test_commands_by_role_and_language_descriptions_and_settings_are_told_once(rig: Rig) -> None:
    bot, world = rig.application.bot, rig.api.world
    await introduce(bot, rig.store, rig.clock)
    assert len(told(rig)) == len(sayings(bot)) == 1 + 5 * (len(languages()) - 1)  # both Chinese ones have one code
    assert [command.command for command in await bot.get_my_commands()] == list(COMMANDS)
    chinese = await bot.get_my_commands(language_code=TELEGRAM_LANGUAGES["zh-Hant"])
    assert [command.description for command in chinese][1] == "今天的頭條"
    in_groups = {name: [entry["command"] for entry in world.commands[name, ""]] for name in
                 ("all_group_chats", "all_chat_administrators")}  # fmt: skip
    assert "subscribe" not in in_groups["all_group_chats"]
    assert {"today", "subscribe"} <= set(in_groups["all_chat_administrators"])
    assert (await bot.get_my_short_description()).short_description.startswith("News digests")
    assert world.settings["supports_inline_queries"] is SETTINGS["supports_inline_queries"]
    rig.api.calls.clear()
    await introduce(bot, rig.store, rig.clock)
    assert told(rig) == []
    world.commands.clear()  # as at a new server
    await introduce(bot, rig.store, rig.clock)
    assert len(told(rig)) == len(sayings(bot))


async def test_what_fails_is_told_at_the_next_start_and_a_limit_is_waited_for(
    rig: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    rig.api.fail_next("setMyDescription", 400, "Bad Request: no")
    rig.api.fail_next("setMySettings", 404, "Not Found")
    rig.api.fail_next("setMyShortDescription", 429, "Too Many Requests: retry after 30", {"retry_after": 30})
    caplog.set_level("INFO")
    await introduced(rig)
    assert "introduction failed method=setMyDescription" in caplog.text
    assert "call not known to the server method=setMySettings" in caplog.text
    rig.api.calls.clear()
    rig.api.fail_next("getMyCommands", 400, "Bad Request: no")
    rig.api.fail_next("setMyShortDescription", 429, "Too Many Requests", {"retry_after": 1}, times=3)
    await introduced(rig)  # all again: what Telegram has was not known
    assert len(told(rig)) == len(sayings(rig.application.bot)) + 2
    rig.api.calls.clear()
    await introduce(rig.application.bot, rig.store, rig.clock)
    assert told(rig) == ["setMyShortDescription"]


def test_members_are_shown_what_they_may_use() -> None:
    for _, names in scopes().values():
        assert set(names) <= set(COMMANDS)
        assert len(names) == len(set(names))
