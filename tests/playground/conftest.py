"""A Bot API on a world of its own, with a clock that the test sets."""

from __future__ import annotations

import pytest

from tests.playground.calls import Clock
from tests.scripted_bot_api import ScriptedBotApi


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def bot_api(clock: Clock) -> ScriptedBotApi:
    return ScriptedBotApi(now=clock)


@pytest.fixture
def me(bot_api: ScriptedBotApi) -> int:
    return bot_api.world.me.id
