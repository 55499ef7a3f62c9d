"""The stand-in over HTTP on one loopback port: the Bot API, the pages' protocol, the pages' files.

Bot API: `/bot<token>/<method>` (form, multipart, JSON or query) and `/file/bot<token>/<path>`.

Pages (JSON; every `html` and `caption_html` is safe to insert as it is):
- `GET /`, `GET /page/<file>`: the page. `GET /ui/file/<file_id>`: a picture, or a document to download.
- `GET /ui/state`: {now, speed, next_digest, chats, me, bot, messages}. `chats[].unread` counts what came
  since the person last opened, wrote or pressed there.
- `GET /ui/events`: server-sent events. `message` and `edit` carry {chat_id, message} (`message` also `unread`);
  the person's own messages come as `message` too. `delete` {chat_id, message_id}. `typing` {chat_id, action}.
  `answer` {chat_id, message_id, data, text, show_alert, url}: the button pressed was answered, `text` may be "".
  `clock` {now, next_digest} also every few seconds. `commands` {commands, language_code}. `news` {title}.
  A stream that ends was cut off or the server stopped: read the state again.
- `POST /ui/send` {chat_id, text, reply_to?}; `POST /ui/press` {chat_id, message_id, data};
  `POST /ui/open` {chat_id}: the person looks at a chat (clears `unread`; the first time the bot is told of the chat);
  `POST /ui/clock` {to: "next_digest" | ISO time} or {advance: seconds} -> {now, next_digest};
  `POST /ui/news` {} -> {title: str | null}; `POST /ui/language` {code}.
  Refused: 400 {"error": text}.
A Message also has `message_ids` (all of an album; `message_id` is the first) and for
kind "document" `document: {name, url}`. In `html`: spoilers are `span.spoiler`, folded quotes
`blockquote.expandable`, commands `a.command[data-command]`, times `time[data-unix][data-format]`,
collages `div.collage`, slideshows `div.slideshow`, mentions and hashtags `span.mention`, `span.hashtag`.
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

from bot.playground.api import Playground
from bot.playground.bot_routes import bot_routes
from bot.playground.guard import Guard
from bot.playground.page_files import page_routes
from bot.playground.ui_routes import Controls, FixedControls, clock_view, ui_routes

__all__ = ["Controls", "create_app", "serve"]

CLOCK_SECONDS = 5  # between two `clock` events
KEEP_ALIVE_SECONDS = 75  # longer than clients keep an idle connection, so that they close it first


def create_app(playground: Playground, controls: Controls | None = None) -> Starlette:
    """The whole stand-in as an ASGI application; without `controls` the clock cannot be moved and no news arrives."""
    chosen = controls or FixedControls(playground)
    routes = [*bot_routes(playground), *ui_routes(playground, chosen), *page_routes()]
    app = Starlette(routes=routes, middleware=[Middleware(Guard)])
    app.state.playground = playground
    app.state.controls = chosen
    return app


@asynccontextmanager
async def serve(app: Starlette, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[str]:
    """Serves on a loopback address and gives the base URL; port 0 takes any free one.

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
        beating = asyncio.create_task(_beat(app))
        try:
            await server.ready.wait()
            name = f"[{host}]" if ":" in host else host
            yield f"http://{name}:{listener.getsockname()[1]}"
        finally:
            beating.cancel()
            app.state.playground.close()
            server.stopping.set()
            await asyncio.gather(serving, beating, return_exceptions=True)


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
    """uvicorn inside a loop that is not its own: leaves the signals alone and says when it answers."""

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


async def _beat(app: Starlette) -> None:
    """Tells open pages the time now and then, so that a schedule changed in a chat shows."""
    while True:
        await asyncio.sleep(CLOCK_SECONDS)
        pages = app.state.playground.world.pages
        if len(pages):
            pages.publish({"type": "clock", **await clock_view(app.state.controls)})
