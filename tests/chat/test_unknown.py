"""Commands that the bot does not have."""

from __future__ import annotations

import pytest

from bot.chat.handlers.registry import COMMANDS
from bot.chat.handlers.unknown import COMMAND_NAMES, nearest
from tests.chat.rig import Rig, text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("setings", "settings"),
        ("Timezones", "timezone"),
        ("subcribe", "subscribe"),
        ("time_zone", "timezone"),
        ("lang", "language"),
        ("cat", "categories"),
        ("stop", "unsubscribe"),
        ("tz", "timezone"),
        ("hlep", "help"),
        ("find", "search"),
        ("Hilfe", "help"),
        ("訂閱", "subscribe"),
        ("Стоп", "unsubscribe"),
        ("मदद", "help"),
    ],
)
def test_a_slip_means_the_nearest_command(typed: str, meant: str) -> None:
    assert nearest(typed)[0] == meant


def test_every_command_may_be_meant() -> None:
    assert set(COMMAND_NAMES) == set(COMMANDS)
    assert nearest("frobnicate") == []


async def test_the_nearest_commands_are_offered_with_what_was_written_behind(rig: Rig) -> None:
    shown = text(await rig.says("/subcribe <World>"))
    assert "I don't know /subcribe." in shown
    assert "/subscribe – Follow a category" in shown
    assert shown.endswith("/subscribe <World>")
    undoing = text(await rig.says("/unmute World"))
    assert undoing.endswith("/filters – Your filters and mutes")


@pytest.mark.parametrize(
    ("written", "offered"),
    [
        ("subscribe World", "/subscribe – Follow a category\n\n/subscribe World"),
        ("／today", "/today – Today's headlines"),
        ("News", "/today – Today's headlines"),
        ("Buscar puente", "/search – Search the news\n\n/search puente"),
        ("good news everyone", None),
        ("Heute wurde im Hafen die neue Brücke für alle eröffnet.", None),
        ("／xyzzyq", None),
    ],
)
async def test_a_command_without_its_slash_is_offered(rig: Rig, written: str, offered: str | None) -> None:
    shown = text(await rig.says(written))
    assert shown == (f"Do you mean this?\n\n{offered}" if offered else shown)
    assert ("Send me a link" in shown) == (offered is None)


async def test_the_name_of_a_category_alone_offers_what_can_be_done_with_it(rig: Rig) -> None:
    await rig.publish("Bridge opens")
    lines = text(await rig.says("world")).splitlines()
    assert lines[2:] == ["/today world – Today's headlines", "/subscribe world – Follow a category"]
    assert "Send me a link" in text(await rig.says("worlds apart"))
