"""How long people wait for the first answer while a model writes: `python -m benchmarks.first_answers`.

The bot is whole: it polls a Bot API on the loopback, where people send commands, and its model's process writes
summaries without a pause. The model is small and has random weights, but writes on as many threads as one in earnest.
Each wait is from the moment that a message is there to the first message that the bot sends to its chat. Beside it, the
same while no model runs.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import logging
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from pydantic import SecretStr

from benchmarks.asking import FIRST_READER, TOKEN, an_update, readers
from benchmarks.bot_api import in_own_process, oracle, say
from benchmarks.many_articles import Stock, fill
from benchmarks.results import Result, table
from benchmarks.summaries import SHAPES, make_model, texts
from bot.app import run_bot
from bot.clock import SystemClock
from bot.config import Settings
from bot.core import Core, open_core
from summarizer import Document

ARTICLES = 10_000
PEOPLE = 20
COMMANDS = ("/start", "/help", "/today", "/categories", "/subscriptions", "/schedule", "/settings", "/filters",
            "/search harbour", "/filter -football", "/quiet 22:00-07:00", "/why")  # fmt: skip
PAUSE_SECONDS = 0.1  # between two people who ask
LEAST_SECONDS = 2.0  # between two messages of one of them: a chat gets one a second
SMALL = replace(
    SHAPES["qwen"],
    title="a small model",
    config=SHAPES["qwen"].config
    | {"vocab_size": 8000, "hidden_size": 512, "intermediate_size": 1536, "num_hidden_layers": 6,
       "num_attention_heads": 8, "num_key_value_heads": 4, "head_dim": 64},
)  # fmt: skip
GOAL_MS = 200.0


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the waits."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--people", type=int, default=PEOPLE)
    logging.disable(logging.INFO)
    print(table(measure(parser.parse_args(arguments).people)))


def measure(people: int = PEOPLE) -> list[Result]:
    """The median and the 95th percentile of the waits, in milliseconds, while a model writes and while none does."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for made in ("beside", "alone"):
            (folder / made).mkdir()
            (folder / made / "sources.toml").touch()
        make_model(SMALL, folder / "model")
        beside = asyncio.run(waits(folder / "beside", people, model=folder / "model"))
        alone = asyncio.run(waits(folder / "alone", people, model=None))
    median, late = _median(beside), _late(beside)
    return [
        Result(name="first answer while a model writes, median", value=median, unit="ms", goal=GOAL_MS),
        Result(name="first answer while a model writes, p95", value=late, unit="ms"),
        Result(name="first answer while none does, median", value=_median(alone), unit="ms"),
        Result(name="first answer while none does, p95", value=_late(alone), unit="ms"),
    ]


async def waits(folder: Path, people: int, *, model: Path | None) -> list[float]:
    """Milliseconds that each of the commands of these people waited for its first answer."""
    await fill(folder / "tidings.db", Stock(articles=ARTICLES, days=5), now=datetime.now(UTC))
    with in_own_process(latency=0) as url:
        settings = Settings(
            _env_file=None, data_dir=folder, telegram_bot_token=SecretStr(TOKEN), telegram_api_url=url,
            sources_file=folder / "sources.toml", summary_engine="transformers" if model else "extractive",
            summary_model=str(model or ""),
        )  # fmt: skip
        async with (
            open_core(settings, clock=SystemClock()) as core,
            _running(core),
            _writing(core, is_model=model is not None),
        ):
            tree = await core.store.articles.categories(since=datetime.now(UTC))
            await readers(core, people, [entry.path for entry in tree])
            await _ask(url, people)
            found: list[tuple[str, float]] = oracle(url)["first_answers"]
            for command in COMMANDS:
                print(f"{command:24}{_median([seconds * 1000 for text, seconds in found if text == command]):8.1f} ms")
            return [seconds * 1000 for _, seconds in found]


async def _ask(url: str, people: int) -> None:
    """Send every command once for each person, who take turns: nobody waits for what they asked before."""
    turns = itertools.product(range(len(COMMANDS)), range(people))
    pause = max(PAUSE_SECONDS, LEAST_SECONDS / people)
    for number, (turn, person) in enumerate(turns, start=1):
        command = COMMANDS[(turn + person) % len(COMMANDS)]
        await asyncio.to_thread(say, url, an_update(number, command, FIRST_READER + person))
        await asyncio.sleep(pause)
    await asyncio.sleep(3)


@asynccontextmanager
async def _running(core: Core) -> AsyncIterator[None]:
    """The whole bot while the block runs."""
    stop, started = asyncio.Event(), asyncio.Event()
    running = asyncio.create_task(run_bot(core, stop=stop, on_started=started.set))
    await started.wait()
    try:
        yield
    finally:
        stop.set()
        await running


@asynccontextmanager
async def _writing(core: Core, *, is_model: bool) -> AsyncIterator[None]:
    """Summaries one after the other while the block runs, by the model, once it is there; how many goes to the log."""
    if not is_model:
        yield
        return
    await core.summarizer.ready()
    written = 0

    async def write() -> None:
        nonlocal written
        for number in itertools.count():
            text = f"{texts(1)[0]} {number}."
            await core.summaries.for_document(
                Document(text=text, title=f"Title {number}", language="en"), sentences=1, deadline=60
            )
            written += 1

    writing, began = asyncio.create_task(write()), time.monotonic()
    await asyncio.sleep(1)
    try:
        yield
    finally:
        assert not writing.done(), "the model wrote no longer"
        writing.cancel()
        print(f"written meanwhile: {written} summaries in {time.monotonic() - began:.0f} s")


def _median(milliseconds: Sequence[float]) -> float:
    return statistics.median(milliseconds)


def _late(milliseconds: Sequence[float]) -> float:
    return statistics.quantiles(milliseconds, n=20)[-1]


if __name__ == "__main__":
    main()
