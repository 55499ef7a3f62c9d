"""The engine around its process: what a dead, hanging or babbling process costs, and that it is replaced."""

from __future__ import annotations

import asyncio
import numbers
import os
import resource
import socket
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

import summarizer
from summarizer import (
    Document,
    EngineFailed,
    EngineState,
    EngineUnavailable,
    NothingToSummarize,
    SummarizerError,
    Summary,
    SummaryRejected,
)
from summarizer.model.engine import TransformerSummarizer, _read_answer
from summarizer.model.process import ModelProcess, ProcessEnded
from summarizer.model.supervisor import restart_wait
from tests.summarizer.model import tiny_models

pytestmark = pytest.mark.usefixtures("model_libraries")

STUB = (sys.executable, str(Path(__file__).parent / "stub_worker.py"))


@asynccontextmanager
async def a_stub(
    model: str = "/stub", *, seconds: float = 30.0, load_seconds: float = 30.0
) -> AsyncIterator[TransformerSummarizer]:
    engine = TransformerSummarizer(
        model, command=STUB, batch_seconds=seconds, batch_documents=2, load_seconds=load_seconds
    )
    try:
        yield engine
    finally:
        await engine.aclose()


async def ask(engine: TransformerSummarizer, *texts: str) -> list[str]:
    """Each answer's text, or its error's name."""
    answers = await engine.summarize([Document(text=text) for text in texts], sentences=1)
    return [answer.text if isinstance(answer, Summary) else type(answer).__name__ for answer in answers]


async def test_answers_stand_in_the_order_of_the_documents_whatever_the_batches() -> None:
    async with a_stub() as engine:
        await engine.ready()
        assert await ask(engine, "longest", "b", "", "long", "cc") == [
            "On longest.", "On b.", "NothingToSummarize", "On long.", "On cc.",
        ]  # fmt: skip


async def test_an_engine_that_was_not_started_or_is_closed_answers_at_once_that_it_cannot() -> None:
    async with a_stub() as engine:
        assert await ask(engine, "a") == ["EngineFailed"]
        await engine.aclose()
        engine.start()
        assert await ask(engine, "a") == ["EngineFailed"]
        with pytest.raises(EngineUnavailable, match="closed"):
            await engine.ready()


@pytest.mark.parametrize("text", ["die", "crash", "garbage", "hang"])
async def test_a_broken_process_costs_its_own_batch_and_is_replaced(text: str) -> None:
    async with a_stub(seconds=0.5 if text == "hang" else 30.0) as engine:
        await engine.ready()
        assert await ask(engine, text) == ["EngineFailed"]
        await engine.ready()
        assert await ask(engine, "next") == ["On next."]


@pytest.mark.parametrize("text", ["die", "abort"])
async def test_a_process_that_was_killed_may_have_run_out_of_memory(
    text: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with a_stub() as engine:
        await engine.ready()
        assert await ask(engine, text) == ["EngineFailed"]
        await engine.ready()
    assert "(out of memory? See SUMMARY_MEMORY)" in caplog.text


async def test_a_process_that_we_ended_is_not_said_to_have_run_out_of_memory(caplog: pytest.LogCaptureFixture) -> None:
    async with a_stub(seconds=0.2) as engine:
        await engine.ready()
        assert await ask(engine, "hang") == ["EngineFailed"]
        await engine.ready()
    assert "no answer within 0 s, so Tidings ended it" in caplog.text
    assert "signal" not in caplog.text


async def test_answers_of_the_wrong_shape_and_failures_of_a_batch_are_errors_of_it_only() -> None:
    async with a_stub() as engine:
        await engine.ready()
        assert await ask(engine, "shape") == ["EngineFailed"]
        assert await ask(engine, "shape", "b") == ["EngineFailed", "EngineFailed"]
        assert await ask(engine, "memory") == ["EngineFailed"]
        assert await ask(engine, "next") == ["On next."]


async def test_a_cancelled_request_leaves_the_next_its_own_answer() -> None:
    async with a_stub() as engine:
        await engine.ready()
        for turn in range(20):
            task = asyncio.create_task(ask(engine, f"given up {turn}"))
            await asyncio.sleep(0)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert await ask(engine, f"wanted {turn}") == [f"On wanted {turn}."]


async def test_a_model_that_can_never_load_is_given_up_with_its_reason() -> None:
    async with a_stub("/missing") as engine:
        with pytest.raises(EngineUnavailable, match="no such model"):
            await engine.ready()
        assert engine.status.state is EngineState.FAILED
        assert await ask(engine, "a") == ["EngineFailed"]


async def test_a_failed_download_is_reported_and_tried_again_later() -> None:
    async with a_stub("/offline") as engine:
        with pytest.raises(EngineUnavailable, match="no network"):
            await engine.ready()
        assert engine._supervisor._task is not None
        assert not engine._supervisor._task.done()


async def test_a_process_that_ends_at_every_start_is_reported_and_started_again_all_the_same() -> None:
    async with a_stub("/crash") as engine:
        with pytest.raises(EngineUnavailable, match=r"ended 3 times in a row.*no room for tensors"):
            await engine.ready()
        assert engine.status.state is EngineState.FAILED
        assert await ask(engine, "a") == ["EngineFailed"]
        assert engine._supervisor._task is not None
        assert not engine._supervisor._task.done()


async def test_a_process_that_says_nothing_while_it_loads_is_replaced() -> None:
    async with a_stub("/silent", load_seconds=0.05) as engine:
        with pytest.raises(EngineUnavailable, match="no word within"):
            await engine.ready()


async def test_a_process_that_cannot_be_started_is_reported() -> None:
    engine = TransformerSummarizer("/stub", command=("/nowhere/python",))
    try:
        with pytest.raises(EngineUnavailable, match="No such file"):
            await engine.ready()
    finally:
        await engine.aclose()


async def test_the_download_shows_how_far_it_is_and_can_be_closed_in_the_midst() -> None:
    async with a_stub("/slow") as engine:
        engine.start()
        await until(lambda: engine.status.state is EngineState.DOWNLOADING)
        assert engine.status.detail == "412 of 1,192 MB"
        pid = engine.pid
        assert pid is not None
        async with asyncio.timeout(10):
            await engine.aclose()
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


async def test_a_closing_is_not_lost_where_the_process_ends_in_the_same_moment() -> None:
    """As a supervisor is closed that has just heard of a failed download: it would try for ever."""
    ours, theirs = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=ours)
    theirs.close()
    asked, ended = asyncio.Event(), asyncio.get_running_loop().create_future()

    def wait() -> asyncio.Future[int]:
        asked.set()
        return ended

    errors = asyncio.StreamReader()
    errors.feed_eof()
    process = SimpleNamespace(wait=wait, stderr=errors)
    receiving = asyncio.create_task(ModelProcess(cast(Any, process), reader, writer).receive())
    await asked.wait()
    ended.set_result(0)
    receiving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await receiving
    writer.close()
    await writer.wait_closed()


def test_restarts_come_at_once_then_ever_later() -> None:
    assert [restart_wait(crashes) for crashes in (0, 1, 2, 3, 4, 30)] == [0, 0, 1, 2, 4, 300]


def test_an_empty_answer_is_rejected_and_a_nonsensical_one_is_a_failure() -> None:
    assert isinstance(_read_answer({"text": " ", "title": "", "language": "en"}, "x"), SummaryRejected)
    assert isinstance(_read_answer("x", "x"), EngineFailed)
    assert isinstance(_read_answer(None, "x"), NothingToSummarize)


@pytest.mark.model
async def test_a_taught_model_that_runs_out_of_memory_is_replaced_and_answers_what_it_was_taught_again(
    tiny_model: Callable[[str], Path], caplog: pytest.LogCaptureFixture
) -> None:
    engine = TransformerSummarizer(str(tiny_model("qwen3")))
    taught = tiny_models.articles()
    documents = [Document(text=article) for article, _ in taught]
    firsts = [first for _, first in taught]
    huge = [Document(text=f"{document.text} {'Boats in the rain. ' * 150}") for document in documents[:8]]
    try:
        await engine.ready()
        assert not engine.rewords
        assert [texts(answer) for answer in await engine.summarize(documents, sentences=1)] == firsts
        pid = engine.pid
        assert pid is not None
        _, hard = resource.prlimit(pid, resource.RLIMIT_DATA)
        resource.prlimit(pid, resource.RLIMIT_DATA, (1_000_000, hard))
        assert all(isinstance(answer, EngineFailed) for answer in await engine.summarize(huge, sentences=1))
        await until(lambda: engine.pid not in (None, pid) and engine.status.state is EngineState.READY, seconds=120)
        alone = [(await engine.summarize([document], sentences=1))[0] for document in documents[:3]]
        assert [texts(answer) for answer in alone] == firsts[:3]
        assert "SUMMARY_MEMORY" in caplog.text
    finally:
        await engine.aclose()


@pytest.mark.model
async def test_a_model_too_large_for_its_memory_limit_is_given_up(tiny_model: Callable[[str], Path]) -> None:
    engine = TransformerSummarizer(str(tiny_model("mt5")), memory_bytes=50_000_000)
    try:
        with pytest.raises(EngineUnavailable, match="memory"):
            await engine.ready()
    finally:
        await engine.aclose()


async def until(true: Callable[[], bool], *, seconds: float = 30) -> None:
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110
            await asyncio.sleep(0.001)


def texts(answer: Summary | SummarizerError) -> str:
    return answer.text if isinstance(answer, Summary) else repr(answer)


async def test_a_process_that_says_a_line_without_end_is_read_on_and_ends() -> None:
    program = "import sys; sys.stderr.write('x' * (1 << 20)); sys.stderr.write('\\nlast words\\n'); sys.exit(3)"
    process = await ModelProcess.begin((sys.executable, "-c", program))
    async with asyncio.timeout(20):
        with pytest.raises(ProcessEnded, match="it ended with status 3: last words"):
            await process.receive()
        await process.end()


async def test_the_process_finds_this_package_from_any_folder_and_no_part_of_it_in_place_of_pythons(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = (
        "import json, socket, sys; from importlib.util import find_spec\n"
        "found = {name: find_spec(name).origin for name in ('summarizer', 'numbers')}\n"
        "socket.socket(fileno=int(sys.argv[-1])).sendall(json.dumps(found).encode() + b'\\n')"
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PYTHONPATH", raising=False)
    process = await ModelProcess.begin((sys.executable, "-S", "-c", program))  # without what is installed
    async with asyncio.timeout(20):
        assert await process.receive() == {"summarizer": summarizer.__file__, "numbers": numbers.__file__}
        await process.end()
