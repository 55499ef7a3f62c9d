"""What METRICS_LISTEN serves while the bot runs: health, metrics, the same as one page, and what chats publish."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from http import HTTPStatus
from urllib.parse import urlsplit

from prometheus_client import CollectorRegistry, ProcessCollector
from prometheus_client.exposition import choose_encoder

from bot.core import Core
from bot.delivery.tally import SendTally
from bot.errors import ConfigError
from bot.logs import redact
from bot.metrics.families import FiguresCollector
from bot.metrics.figures import POINT_SECONDS
from bot.metrics.health import Health
from bot.metrics.hosts import is_private_name
from bot.metrics.page import page
from bot.metrics.server import Answer, Route, serving
from bot.metrics.watch import LoopLag, Watch
from bot.publishing.publisher import Kind, Publisher
from bot.ticking import Ticker, running

logger = logging.getLogger(__name__)

# No script, and nothing from elsewhere: the page is text and drawings.
PAGE_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
    "Referrer-Policy": "no-referrer",
}


PUBLISHED = r"/digests/([\w-]{16,64})\.(atom|html)"
PUBLISHED_HEADERS = {
    "Cache-Control": "private, max-age=300",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'unsafe-inline'; img-src https: http:; frame-ancestors 'none'; base-uri 'none'"
    ),
    "Referrer-Policy": "no-referrer",  # the address is a secret
    "X-Robots-Tag": "noindex",
}


class Routes:
    """The answers to the paths."""

    def __init__(self, watch: Watch, health: Health, publisher: Publisher) -> None:
        self._watch = watch
        self._health = health
        self._publisher = publisher

    async def healthz(self, accept: str) -> Answer:
        """200 while the store and Telegram answer, else 503 with the reason."""
        if problem := await self._health.problem():
            return Answer(body=f"{problem}\n".encode(), status=HTTPStatus.SERVICE_UNAVAILABLE)
        return Answer(body=b"ok\n")

    async def metrics(self, accept: str) -> Answer:
        """The figures, in the text format that the reader wants."""
        registry = CollectorRegistry(auto_describe=False)
        ProcessCollector(namespace="tidings", registry=registry)
        registry.register(FiguresCollector(await self._watch.figures()))
        encode, content_type = choose_encoder(accept)
        return Answer(body=encode(registry), content_type=content_type)

    async def page(self, accept: str) -> Answer:
        """The page for people."""
        figures, problem = await asyncio.gather(self._watch.figures(), self._health.problem())
        html = page(figures, self._watch.points, problem=problem)
        return Answer(body=html.encode(), content_type="text/html; charset=utf-8", headers=PAGE_HEADERS)

    async def published(self, accept: str, token: str, kind: Kind) -> Answer:
        """A chat's digests as an Atom feed or a page, for whoever knows the address."""
        document = await self._publisher.document(token, kind)
        if document is None:
            return Answer(body=b"Nothing is published here.\n", status=HTTPStatus.NOT_FOUND)
        content_type = "application/atom+xml" if kind == "atom" else "text/html"
        return Answer(body=document, content_type=f"{content_type}; charset=utf-8", headers=PUBLISHED_HEADERS)


@asynccontextmanager
async def serving_metrics(core: Core, sends: SendTally) -> AsyncIterator[int]:
    """Serve METRICS_LISTEN while the block runs; yields the port. ConfigError where it cannot listen there."""
    listen = core.settings.metrics_listen
    host, _, port = listen.rpartition(":")
    host = host.strip("[]")
    try:
        listener = socket.create_server((host, int(port)), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise ConfigError(f"METRICS_LISTEN: {listen} cannot be used ({error.strerror or error})") from error
    lag = LoopLag()
    watch = Watch(core, sends, lag, hide=partial(redact, secrets=core.settings.secrets))
    publisher = Publisher(store=core.store, summaries=core.summaries, clock=core.clock, username=core.last_username)
    routes = Routes(watch, Health(core.store, sends, core.clock), publisher)
    async with AsyncExitStack() as stack:
        paths: dict[str, Route] = {"/healthz": routes.healthz, "/metrics": routes.metrics, "/": routes.page}
        if core.settings.publish_url:
            paths[PUBLISHED] = routes.published
        own = {host.lower(), urlsplit(core.settings.publish_url).hostname}
        is_private = partial(is_private_name, own={name for name in own if name})
        await stack.enter_async_context(serving(listener, paths, checks={"/metrics": is_private, "/": is_private}))
        points = Ticker(name="figures", step=watch.note, seconds=POINT_SECONDS)
        await stack.enter_async_context(running([points], core.clock))
        looking = asyncio.create_task(lag.run(), name="loop lag")
        stack.callback(looking.cancel)
        listens_at = listener.getsockname()[1]
        logger.info("metrics served host=%s port=%d", host, listens_at)
        yield listens_at
