"""Polling while Telegram is away or refuses the token: waited out, and told."""

from __future__ import annotations

import asyncio
import socket

import pytest
from telegram import Bot
from telegram.error import Forbidden, NetworkError, TelegramError, TimedOut

from bot.chat.application import build_bot_request
from bot.chat.requests import PatientRequest, PollingRequest
from tests.botapi import running_playground


async def asking(url: str, token: str, kind: type[PatientRequest], *, read_seconds: float = 5.0) -> TelegramError:
    """The error of asking for updates."""
    request = build_bot_request(kind, read_seconds=read_seconds)
    bot = Bot(token, base_url=f"{url}/bot", get_updates_request=request)
    try:
        with pytest.raises(TelegramError) as caught:
            await bot.get_updates()
    finally:
        await request.shutdown()
    return caught.value


@pytest.mark.parametrize("kind", [PatientRequest, PollingRequest])
async def test_a_server_that_is_away_is_no_timeout(kind: type[PatientRequest]) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))  # bound, but nobody listens
        error = await asking(f"http://127.0.0.1:{closed.getsockname()[1]}", "1:x", kind)
    assert type(error) is NetworkError  # PTB's loop would try a TimedOut again at once, without a word


async def test_a_server_that_hangs_up_is_no_timeout() -> None:
    async def hang_up(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    async with await asyncio.start_server(hang_up, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        error = await asking(f"http://127.0.0.1:{port}", "1:x", PollingRequest)
    assert type(error) is NetworkError


async def test_an_answer_that_does_not_come_stays_a_timeout() -> None:
    answered = asyncio.Event()

    async def be_silent(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await answered.wait()
        writer.close()

    async with await asyncio.start_server(be_silent, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        error = await asking(f"http://127.0.0.1:{port}", "1:x", PollingRequest, read_seconds=0.1)
        answered.set()
    assert isinstance(error, TimedOut)


async def test_a_refused_token_reaches_the_error_callback() -> None:
    async with running_playground() as server:
        error = await asking(server.url, "1234567:" + "A" * 35, PollingRequest)
    assert isinstance(error, Forbidden)  # PTB's loop would die of an InvalidToken without a word
