"""What a second model server is worth: `python -m benchmarks.servers [--articles 96] [--real]`.

Articles are summarised ahead of digests, and for a digest, by one server and by two. The servers give each request the
same time, one request after the other, as a machine does that is used to the full. `--real`: servers are `transformers
serve` with a tiny model, each with one thread on a processor core of its own, and articles are summarised for a digest;
four to five minutes on two cores with nothing else to do. Prints the summaries a second with two servers over those
with one. Bot and benchmark share the servers' cores, so it also prints what they take, and how many times as many
summaries a second two servers would make by the processor time that each summary took.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import socket
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.processes import cpu_seconds
from benchmarks.results import Result, table
from bot.clock import SystemClock
from bot.models.articles import Article
from bot.store import Store
from bot.summaries.queue import Purpose
from bot.summaries.service import SummaryService
from summarizer.base import EngineUnavailable
from summarizer.server.engine import ChatApiSummarizer
from tests.fakes import an_article
from tests.summarizer.server.chat_servers import Asked, ChatServer, chat_server, first_sentence
from tests.summarizer.server.tiny_chat_model import build_tiny_chat_model
from tests.web_server import Reply

ARTICLES = 96
DELAY_SECONDS = 0.1  # of a request
LEAST_RATIO = 1.9
START_SECONDS = 180.0
WARM_UP_ARTICLES = 4
ONE_THREAD = {"OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "TOKENIZERS_PARALLELISM": "false"}


def measure(articles: int = ARTICLES, *, real: bool = False) -> list[Result]:
    """Two servers beside one."""
    if real:
        return asyncio.run(_real(articles))
    return [asyncio.run(_fixed(articles, purpose)) for purpose in (Purpose.AHEAD, Purpose.DIGEST)]


async def _fixed(articles: int, purpose: Purpose) -> Result:
    rates = []
    for count in (1, 2):
        async with AsyncExitStack() as stack:
            servers = [await stack.enter_async_context(chat_server()) for _ in range(count)]
            for server in servers:
                _slow_down(server)
            rates.append(await rate([server.url for server in servers], articles, purpose))
    return _result(f"summaries {purpose.name.lower()}, fixed delay", *rates)


def _slow_down(server: ChatServer) -> None:
    one_by_one = asyncio.Lock()

    async def answer(asked: Asked) -> Reply:
        async with one_by_one:
            await asyncio.sleep(DELAY_SECONDS)
        return first_sentence(asked)

    server.script(answer)


async def _real(articles: int) -> list[Result]:
    with tempfile.TemporaryDirectory() as name:
        model = await asyncio.to_thread(build_tiny_chat_model, Path(name))
        async with AsyncExitStack() as stack:
            cores = sorted(os.sched_getaffinity(0))[:2]
            served = [await stack.enter_async_context(transformers_serve(model, core)) for core in cores]
            # What only the first requests need.
            await asyncio.gather(*(rate([url], WARM_UP_ARTICLES, Purpose.DIGEST) for url, _ in served))
            one, two = [await _with_times(served[:count], articles) for count in (1, 2)]
    print(
        f"processor time a summary: one server {one.servers:.3f} s, two {two.servers:.3f} s;"
        f" bot and benchmark {one.bot:.3f} and {two.bot:.3f} s"
    )
    name = "summaries by `transformers serve`"
    by_times = Result(name="  by the servers' processor time", value=2 / two.servers, bare=1 / one.servers, unit="/s")
    return [_result(name, one.rate, two.rate), by_times]


@dataclass(frozen=True, slots=True)
class Times:
    """Summaries a second, and the seconds of processor time that each took of the servers and of this process."""

    rate: float
    servers: float
    bot: float


async def _with_times(served: Sequence[tuple[str, int]], articles: int) -> Times:
    def spent() -> float:
        return sum(cpu_seconds(pid) for _, pid in served)

    servers, bot = spent(), time.process_time()
    measured = await rate([url for url, _ in served], articles, Purpose.DIGEST)
    return Times(measured, (spent() - servers) / articles, (time.process_time() - bot) / articles)


def _result(name: str, one: float, two: float) -> Result:
    return Result(
        name=f"{name}: two servers; bare: one", value=two, bare=one, unit="/s", goal=LEAST_RATIO, at_least=True
    )


async def rate(urls: Sequence[str], count: int, purpose: Purpose) -> float:
    """Requests answered a second, by the servers at these addresses."""
    engine = ChatApiSummarizer(urls)
    async with AsyncExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        store = await stack.enter_async_context(Store.open(Path(folder) / "tidings.db"))
        stack.push_async_callback(engine.aclose)
        async with asyncio.timeout(START_SECONDS):
            await _until_ready(engine)
        service = SummaryService(store=store, summarizer=engine, clock=SystemClock())
        stack.push_async_callback(service.aclose)
        articles = [_article(number) for number in range(count)]
        size = service.ahead_documents if purpose is Purpose.AHEAD else count
        started = time.perf_counter()
        for start in range(0, count, size):
            await service.for_articles(articles[start : start + size], purpose=purpose, deadline=START_SECONDS)
        return count / (time.perf_counter() - started)


async def _until_ready(engine: ChatApiSummarizer) -> None:
    while True:
        try:
            await engine.ready()
        except EngineUnavailable:
            await asyncio.sleep(0.5)
        else:
            return


def _article(number: int) -> Article:
    sentences = (f"The council of district {number} voted on plan {number}{item} on Monday." for item in range(12))
    return an_article(number + 1, title=f"Plan {number}", text=" ".join(sentences))


@asynccontextmanager
async def transformers_serve(model: Path, core: int) -> AsyncIterator[tuple[str, int]]:
    """A server of this model with one thread on one processor core; its address and process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = ("serve", str(model), "--host", "127.0.0.1", "--port", str(port), "--device", "cpu")
    process = await asyncio.create_subprocess_exec(
        "taskset", "--cpu-list", str(core), str(Path(sys.executable).with_name("transformers")), *command,
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
        env={**os.environ, "HF_HUB_OFFLINE": "1", **ONE_THREAD},
    )  # fmt: skip
    try:
        yield f"http://127.0.0.1:{port}", process.pid
    finally:
        process.kill()
        await process.wait()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--real", action="store_true", help="with `transformers serve`; needs the model's libraries")
    options = parser.parse_args()
    print(table(measure(options.articles, real=options.real)))


if __name__ == "__main__":
    main()
