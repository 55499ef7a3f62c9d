"""Receiving updates: what passes by itself, what ends the run, long polling and the webhook."""

from __future__ import annotations

import asyncio
import errno
import socket
from pathlib import Path
from typing import Any

import httpx
import pytest
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.chat import receiving
from bot.chat.receiving import CONFLICT_GAP_SECONDS, CONFLICT_SECONDS, PollingErrors, connect, who_am_i
from bot.config import load_settings
from bot.errors import ConfigError, InstanceHeld, TidingsError, TokenRefused
from tests.botapi import running_playground
from tests.chat.rig import running_rig
from tests.fakes import FakeClock
from tests.test_pipeline import a_running_bot

WRONG_TOKEN = "1234567:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"


class ScriptedApplication:
    """Fails to initialise with these errors, then succeeds."""

    def __init__(self, *errors: Exception) -> None:
        self.errors = list(errors)
        self.tries = 0

    async def initialize(self) -> None:
        self.tries += 1
        if self.errors:
            raise self.errors.pop(0)


async def test_another_poller_for_a_minute_ends_the_run(clock: FakeClock) -> None:
    errors = PollingErrors(clock)
    for _ in range(3):
        errors(Conflict("terminated by other getUpdates request"))
        assert not errors.fatal.done()
        clock.advance(CONFLICT_SECONDS / 3)
    errors(Conflict("terminated by other getUpdates request"))
    errors(Conflict("terminated by other getUpdates request"))
    with pytest.raises(InstanceHeld, match="another instance polls"):
        await errors.fatal


async def test_conflicts_far_apart_and_lost_networks_pass_by_themselves(clock: FakeClock) -> None:
    errors = PollingErrors(clock)
    for _ in range(4):
        errors(Conflict("terminated by other getUpdates request"))
        errors(NetworkError("no route"))
        clock.advance(CONFLICT_GAP_SECONDS + 1)
    assert not errors.fatal.done()


async def test_a_token_revoked_while_polling_ends_the_run(clock: FakeClock) -> None:
    errors = PollingErrors(clock)
    errors(InvalidToken("Unauthorized"))
    with pytest.raises(TokenRefused):
        await errors.fatal


async def test_the_start_waits_for_the_network_ever_longer(clock: FakeClock) -> None:
    errors = [NetworkError("no route")] * 6 + [TelegramError("Invalid server response"), RetryAfter(3)]
    application: Any = ScriptedApplication(*errors)
    connecting = asyncio.create_task(connect(application, clock))
    waited = 0.0
    while not connecting.done():
        while not clock.sleepers and not connecting.done():  # noqa: ASYNC110 - a clock tells no event
            await asyncio.sleep(0)
        clock.advance(1)
        waited += 1
    assert application.tries == 9
    assert 1 + 2 + 4 + 8 + 16 + 30 + 30 + 30 <= waited <= 125


async def test_who_am_i_names_the_bot_or_what_is_wrong() -> None:
    async with running_playground() as server:
        settings = load_settings(telegram_api_url=server.url, telegram_bot_token=server.token)
        assert await who_am_i(settings) == server.world.bot.username
        with pytest.raises(TokenRefused):
            await who_am_i(load_settings(telegram_api_url=server.url, telegram_bot_token=WRONG_TOKEN))
    with pytest.raises(TidingsError, match="cannot be reached"):
        await who_am_i(settings)


async def test_a_webhook_takes_updates_with_its_secret_and_no_others(tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        listen = f"127.0.0.1:{probe.getsockname()[1]}"
    async with running_playground() as server, httpx.AsyncClient() as client:
        webhook = {
            "telegram_webhook_url": "https://bot.example.org/hook",
            "telegram_webhook_secret": "s3cret",
            "telegram_webhook_listen": listen,
        }
        async with a_running_bot(server, tmp_path, **webhook):
            person = {"id": server.me, "is_bot": False, "first_name": "Ada", "language_code": "en"}
            update = {
                "update_id": 1,
                "message": {
                    "message_id": 1,
                    "date": 1_700_000_000,
                    "chat": {"id": server.me, "type": "private", "first_name": "Ada"},
                    "from": person,
                    "text": "/help",
                    "entities": [{"type": "bot_command", "offset": 0, "length": 5}],
                },
            }
            refused = await client.post(f"http://{listen}/hook", json=update)
            header = {"X-Telegram-Bot-Api-Secret-Token": "s3cret"}
            taken = await client.post(f"http://{listen}/hook", json=update, headers=header)
            await server.wait_for_accepted(1)
    assert refused.status_code == 403
    assert taken.status_code == 200
    assert len(server.accepted) == 1


async def test_a_webhook_without_a_secret_of_the_owners_gets_one(tmp_path: Path) -> None:
    async with running_playground() as server, httpx.AsyncClient() as client:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            listen = f"127.0.0.1:{probe.getsockname()[1]}"
        webhook = {"telegram_webhook_url": "https://bot.example.org/", "telegram_webhook_listen": listen}
        async with a_running_bot(server, tmp_path, **webhook):
            refused = await client.post(f"http://{listen}/", json={"update_id": 1})
    told = [call.params for call in server.calls if call.method.lower() == "setwebhook"]
    assert refused.status_code == 403
    assert len(str(told[0]["secret_token"])) >= 32


async def test_a_webhook_port_that_is_taken_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def taken(*_: object, **__: object) -> None:  # tornado leaves its socket open for the collector to warn of
        raise OSError(errno.EADDRINUSE, "Address already in use")

    monkeypatch.setattr("bot.chat.webhook.bind_sockets", taken)
    webhook = {"telegram_webhook_url": "https://bot.example.org/"}
    async with running_playground() as server, a_running_bot(server, tmp_path, **webhook) as running:
        with pytest.raises(ConfigError, match=r"TELEGRAM_WEBHOOK_LISTEN: 127\.0\.0\.1:8443 cannot be used"):
            await running


async def test_a_stop_does_not_wait_for_a_page_that_never_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(receiving, "STOP_SECONDS", 0.01)
    async with asyncio.timeout(30), running_rig(tmp_path) as rig:
        rig.loader.gate.clear()
        await rig.api.user_says("https://example.org/slow")
        await rig.api.wait_for(lambda: rig.loader.read)
    assert "stop cut off task='work in the background'" in caplog.text
