"""The engine against a real OpenAI-compatible server: `transformers serve` with a tiny model, on loopback."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from summarizer import Document, EngineFailed, EngineState, EngineUnavailable, Summary, SummaryRejected
from summarizer.server.engine import ChatApiSummarizer
from tests.proxy_server import an_open_door
from tests.summarizer.articles import SAMPLES

pytestmark = [pytest.mark.model, pytest.mark.slow]

START_SECONDS = 180.0  # on a busy machine; some ten are usual
DOCUMENTS = [Document(text=sample.text, title=sample.title) for sample in SAMPLES[:2]]


@asynccontextmanager
async def transformers_serve(model: Path, port: int) -> AsyncIterator[asyncio.subprocess.Process]:
    """The server's process, killed at the end."""
    command = (str(model), "--host", "127.0.0.1", "--port", str(port), "--device", "cpu")
    process = await asyncio.create_subprocess_exec(
        str(Path(sys.executable).with_name("transformers")),
        "serve",
        *command,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
        env={**os.environ, "HF_HUB_OFFLINE": "1"},
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def become_ready(engine: ChatApiSummarizer, process: asyncio.subprocess.Process) -> None:
    """Ask until the server answers; fail at once if it has died."""
    async with asyncio.timeout(START_SECONDS):
        while True:
            try:
                await engine.ready()
                return
            except EngineUnavailable:
                assert process.returncode is None, "transformers serve ended by itself"
                await asyncio.sleep(0.2)  # between two questions to a port that is not open yet


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


async def test_a_real_server_is_found_asked_lost_and_found_again(tiny_model: Callable[[str], Path]) -> None:
    pytest.importorskip("transformers")
    model, port, behind = tiny_model("qwen3"), free_port(), free_port()
    url = f"http://127.0.0.1:{port}"
    engine = ChatApiSummarizer([url], backoff_seconds=0.1)
    wrong = ChatApiSummarizer([url], model="no/such-model")
    try:
        async with transformers_serve(model, behind) as process:
            async with an_open_door(port, behind):
                await become_ready(engine, process)
                assert engine.name == f"api:{model}"
                answers = await engine.summarize(DOCUMENTS, sentences=1)
                assert {type(answer) for answer in answers} <= {Summary, SummaryRejected}
                with pytest.raises(EngineUnavailable, match="does not serve the model 'no/such-model'; it serves "):
                    await wrong.ready()
            (lost,) = await engine.summarize(DOCUMENTS[:1], sentences=1)
            assert isinstance(lost, EngineFailed)
            assert engine.status.state is EngineState.FAILED
            async with an_open_door(port, behind):
                fresh = ChatApiSummarizer([url])
                await become_ready(fresh, process)
                await fresh.aclose()
                (answer,) = await engine.summarize(DOCUMENTS[:1], sentences=1)
                assert isinstance(answer, Summary | SummaryRejected)
    finally:
        await engine.aclose()
        await wrong.aclose()
