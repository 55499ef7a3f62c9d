"""The real command from outside: what its log keeps to itself, what its webhook takes, how it ends."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from benchmarks.bot_api import Failure, FastBotApi, serving
from bot import app
from bot.chat import receiving
from tests.botapi import running_playground
from tests.faults.crashing import ROOT, START_SECONDS, TOKEN, a_due_digest, rows
from tests.test_pipeline import a_running_bot

SECRET = "a-webhook-secret-of-the-owner"
CUT_OFF = 0
API_KEY = "sk-a-key-of-the-owners-model-server"


@asynccontextmanager
async def the_command(folder: Path, url: str, **settings: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """`tidings run` in a process of its own, its log on a pipe; told to stop at the end of the block."""
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("TELEGRAM_", "COV_"))},
        "PYTHONPATH": str(ROOT),
        "DATA_DIR": str(folder),
        "TELEGRAM_API_URL": url,
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "SUMMARY_ENGINE": "extractive",
        **settings,
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", cwd=folder, env=environment,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE, limit=1 << 24,
    )  # fmt: skip
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def until(condition: Callable[[], object]) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(START_SECONDS):
        while not condition():  # noqa: ASYNC110 - another process tells no event
            await asyncio.sleep(0.05)


async def _log_until_the_end(process: asyncio.subprocess.Process) -> str:
    """Stop it, and all it wrote."""
    process.send_signal(signal.SIGTERM)
    async with asyncio.timeout(60):
        _, errors = await process.communicate()
    return errors.decode()


async def test_the_log_at_its_loudest_keeps_every_secret(tmp_path: Path) -> None:
    await a_due_digest(tmp_path, 6)
    outcomes = itertools.cycle(
        [
            None,
            Failure(status=500, description="Internal Server Error"),
            Failure(status=429, description="Too Many Requests", parameters={"retry_after": 1}),
            Failure(status=400, description="Bad Request: can't parse entities"),
            Failure(status=502, raw=b"<html>"),
        ]
    )
    api = FastBotApi(script=lambda method, _: next(outcomes) if method.startswith("send") else None)
    settings = {"LOG_LEVEL": "DEBUG", "TELEGRAM_WEBHOOK_SECRET": SECRET, "SUMMARY_API_KEY": API_KEY}
    async with serving(api) as url, the_command(tmp_path, url, **settings) as process:
        await until(lambda: {400, 429, 500, 502} <= set(api.statuses))
        log = await _log_until_the_end(process)
    assert process.returncode == 0
    assert len(log) > 1000
    assert "send settled decision=RetryAt" in log
    for secret in (TOKEN, TOKEN.partition(":")[2], SECRET, API_KEY):
        assert secret not in log


async def test_a_webhook_refuses_what_is_not_telegrams_and_takes_an_update_once(tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        listen = f"127.0.0.1:{probe.getsockname()[1]}"
    settings = {
        "TELEGRAM_WEBHOOK_URL": "https://bot.example.org/hook",
        "TELEGRAM_WEBHOOK_SECRET": SECRET,
        "TELEGRAM_WEBHOOK_LISTEN": listen,
    }
    person = {"id": 9, "is_bot": False, "first_name": "Ada", "language_code": "en"}
    command = {
        "message_id": 1, "date": 1_700_000_000, "chat": {"id": 9, "type": "private", "first_name": "Ada"},
        "from": person, "text": "/help", "entities": [{"type": "bot_command", "offset": 0, "length": 5}],
    }  # fmt: skip
    update = json.dumps({"update_id": 1, "message": command}).encode()
    told = {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": "application/json"}
    api = FastBotApi()
    async with serving(api) as url, the_command(tmp_path, url, **settings) as process, httpx.AsyncClient() as client:

        async def post(body: bytes, headers: dict[str, str]) -> int:
            try:
                answer = await client.post(f"http://{listen}/hook", content=body, headers=headers, timeout=10)
            except httpx.NetworkError:
                return CUT_OFF
            return answer.status_code

        await until(lambda: api.calls["setwebhook"])
        wrong = {**told, "X-Telegram-Bot-Api-Secret-Token": "guessed"}
        assert await post(update, wrong) == 403
        assert await post(update, {"Content-Type": "application/json"}) == 403
        assert await post(b'{"update_id": ', wrong) == 403
        # The connection ends with the body unread: the client may learn of that before it reads the answer.
        assert await post(b"x" * 5_000_000, wrong) in (403, CUT_OFF)
        assert await post(b"x" * 5_000_000, told) in (400, CUT_OFF)
        for bad in (b'{"update_id": ', b"[" * 50_000, b"[1]", b""):
            assert await post(bad, told) == 400
        assert await post(update, told) == 200
        assert await post(update, told) == 200  # as Telegram does when it missed the answer
        await until(lambda: api.accepted)
        await _log_until_the_end(process)
    assert process.returncode == 0
    assert api.accepted.total() == 1


async def test_a_token_revoked_in_mid_run_ends_it_with_78_and_gives_up_no_chat(tmp_path: Path) -> None:
    await a_due_digest(tmp_path, 3)
    revoked: list[bool] = []

    def script(method: str, _: int) -> Failure | None:
        if method.startswith("send"):
            revoked.append(True)
        return Failure(status=401, description="Unauthorized") if revoked else None

    async with serving(FastBotApi(script=script)) as url, the_command(tmp_path, url) as process:
        async with asyncio.timeout(START_SECONDS):
            _, errors = await process.communicate()
    assert process.returncode == 78
    assert "refuses the" in errors.decode().splitlines()[-1]
    assert rows(tmp_path, "SELECT count(*) FROM chats WHERE active = 1") == [(3,)]


async def test_a_second_signal_changes_nothing_at_whatever_moment_it_comes(tmp_path: Path) -> None:
    api = FastBotApi()
    async with serving(api) as url, the_command(tmp_path, url) as process:
        await until(lambda: api.calls["getupdates"])
        async with asyncio.timeout(60):
            while process.returncode is None:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(process.pid, signal.SIGTERM)  # send_signal() would take its end from asyncio
                await asyncio.sleep(0.002)
        _, errors = await process.communicate()
    assert process.returncode == 0, errors.decode()


async def test_a_stop_while_telegram_is_silent_ends_in_time_and_without_a_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(receiving, "POLL_END_SECONDS", 0.2)
    async with running_playground() as server:
        async with a_running_bot(server, tmp_path) as running:
            await server.user_says("/help")
            await until(lambda: rows(tmp_path / "data", "SELECT 1 FROM outbox WHERE state = 'sent'"))
            server.fail_next("getUpdates", 0, hang=True)
            server.fail_next("getUpdates", 0, hang=True)
        assert running.done()
    assert "stop cut off task='the end of polling'" in caplog.text
    assert "Traceback" not in caplog.text


async def test_a_stop_does_not_wait_for_an_answer_that_never_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(app, "DRAIN_SECONDS", 0.2)
    monkeypatch.setattr(receiving, "STOP_SECONDS", 0.2)
    async with running_playground() as server:
        async with a_running_bot(server, tmp_path) as running:
            server.fail_next("sendMessage", 0, hang=True)
            await server.user_says("/help")
            await until(lambda: rows(tmp_path / "data", "SELECT 1 FROM outbox WHERE state = 'sending'"))
        assert running.done()
    assert "sends cut off" in caplog.text
    assert rows(tmp_path / "data", "SELECT state FROM outbox") == [("sending",)]
