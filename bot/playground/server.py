"""The playground over HTTP on one loopback port: the Bot API, the page and its protocol.

Folders import downwards only: server -> api, page, samples -> world -> messages.
- `messages`: what a message may hold, how it is parsed, and Telegram's refusals.
- `world`: people, chats, messages, and the updates that wait for the bot. It tells its observers of every change.
- `api`: the Bot API by which the bot changes the world. `page`: the page of the person, which observes the world.
- `samples`: the invented news.
"""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware

from bot.playground.api.bot_api import BotApi
from bot.playground.api.routes import bot_routes
from bot.playground.page.controls import Controls, clock_view
from bot.playground.page.event_streams import EventStreams
from bot.playground.page.page_json import event_json, sees
from bot.playground.page.routes import page_routes
from bot.playground.page.static_files import static_routes
from bot.playground.page.web_fonts import font_routes
from bot.playground.same_origin import SameOriginOnly

CLOCK_SECONDS = 5  # between two `clock` events
KEEP_ALIVE_SECONDS = 75  # longer than clients keep an idle connection, so that they close it first


def create_app(bot_api: BotApi, controls: Controls) -> Starlette:
    """The whole playground as an ASGI application."""
    world, streams = bot_api.world, EventStreams()
    world.observers.append(lambda change: streams.publish(event_json(world, change)) if sees(world, change) else None)
    routes = [*bot_routes(bot_api), *page_routes(world, controls, streams), *static_routes(), *font_routes()]
    app = Starlette(routes=routes, middleware=[Middleware(SameOriginOnly)])
    app.state.bot_api, app.state.controls, app.state.streams = bot_api, controls, streams
    return app


@asynccontextmanager
async def serve(app: Starlette, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[str]:
    """Serve on a loopback address; yields the base URL. Port 0 takes a free one.

    Raises ValueError for an address that others can reach, OSError where the port is taken.
    """
    if not ipaddress.ip_address(host).is_loopback:
        raise ValueError(f"the playground listens on this machine only, not on {host}")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio turns off Nagle's delay, 40 ms an answer, only where the protocol is named.
    with socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(128)
        server = _Server(_config(app))
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        clock = asyncio.create_task(_tell_the_time(app))
        try:
            await server.ready.wait()
            name = f"[{host}]" if ":" in host else host
            yield f"http://{name}:{listener.getsockname()[1]}"
        finally:
            clock.cancel()
            end_waiting(app)
            server.stopping.set()
            await asyncio.gather(serving, clock, return_exceptions=True)


def end_waiting(app: Starlette) -> None:
    """Answer the bot's long poll and end the streams of open pages, which would hold up the end."""
    app.state.bot_api.close()
    app.state.streams.close()


def _config(app: Starlette) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        lifespan="off",
        ws="none",
        log_config=None,
        log_level="warning",
        access_log=False,
        server_header=False,
        date_header=False,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=2,
    )


class _Server(uvicorn.Server):
    """uvicorn in a loop that is not its own: leaves the signals alone, and sets `ready` once it answers."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()
        self.stopping = asyncio.Event()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()

    async def main_loop(self) -> None:
        await self.stopping.wait()  # at once, where uvicorn's own looks ten times a second


async def _tell_the_time(app: Starlette) -> None:
    """Send open pages the time every few seconds, so that a schedule changed in a chat shows."""
    streams: EventStreams = app.state.streams
    while True:
        await asyncio.sleep(CLOCK_SECONDS)
        if len(streams):
            streams.publish({"type": "clock", **await clock_view(app.state.controls)})
