"""`tidings play`: the real bot on a local stand-in for Telegram, with sample news and a clock that can be moved.

Every run starts with new data: it deletes `<folder>/run`, the bot's data, and `<folder>/posts/samples`, the sample
posts. Other posts in `<folder>/posts` stay.
"""

from __future__ import annotations

import asyncio
import logging
import shutil
import socket
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

from pydantic import SecretStr
from tzlocal import get_localzone_name

from bot.app import run_bot
from bot.clock import MovableClock
from bot.commands.console import say_at_once
from bot.commands.run import stop_on_signals
from bot.config import Settings
from bot.core import engine_options, open_core
from bot.errors import TidingsError
from bot.models.sources import SourceKind, SourceSpec
from bot.playground.api.bot_api import BotApi
from bot.playground.page.controls import NextDigest
from bot.playground.samples.routes import sample_routes
from bot.playground.samples.sample_news import SITES, SampleNews
from bot.playground.server import create_app, serve
from bot.playground.world.state import new_world
from bot.store import Store
from summarizer import model_is_local

logger = logging.getLogger(__name__)

FETCH_INTERVAL = timedelta(seconds=2)  # a person who drops a post sees it arrive
SOURCE_NAME = "Playground posts"


class PlaygroundControls:
    """What the buttons of the page do: move the clock, and let news arrive."""

    def __init__(self, clock: MovableClock) -> None:
        self._clock = clock
        self.news: SampleNews | None = None
        self.store: Store | None = None

    def now(self) -> datetime:
        return self._clock.now()

    async def move_clock(self, to: datetime | Literal["next_digest"]) -> datetime:
        """Move the clock forward to a moment or to the next digest, never back; returns the new time."""
        upcoming = await self.next_digest() if to == "next_digest" else None
        moment = to if isinstance(to, datetime) else upcoming and upcoming.at
        if moment is not None and moment > self._clock.now():
            self._clock.move_to(moment)
        return self._clock.now()

    async def next_digest(self) -> NextDigest | None:
        found = await self.store.chats.next_digest() if self.store else None
        return found and NextDigest(found[0], found[1].chat_id)

    async def drop_news(self) -> str | None:
        """Drop the next sample post; its title and category, or None after the last one."""
        sample = await asyncio.to_thread(self.news.drop_next, self._clock.now()) if self.news else None
        return f"{sample.title} ({sample.category})" if sample else None

    def sample_link(self, language: str) -> str | None:
        return self.news.next_link(language) if self.news else None


async def run_playground(
    settings: Settings,
    *,
    port: int,
    folder: Path,
    start: datetime | None,
    stop_on_signals: Callable[[], asyncio.Event] = stop_on_signals,
    announce: Callable[[str], object] = say_at_once,
) -> None:
    """Serve the page on 127.0.0.1 and run the bot until a signal stops it; port 0 takes a free port."""
    stop = stop_on_signals()
    clock = MovableClock(start)
    controls = PlaygroundControls(clock)
    playground = BotApi(world=new_world(clock.now))
    app = create_app(playground, controls)
    data, posts = folder / "run", folder / "posts"
    for old in (data, posts / "samples"):
        shutil.rmtree(old, ignore_errors=True)
    async with AsyncExitStack() as stack:
        try:
            address = await stack.enter_async_context(serve(app, port=port))
        except OSError as error:
            remedy = "`tidings play --port 0` takes a free one"
            raise TidingsError(f"port {port} cannot be used ({error.strerror}): {remedy}") from error
        news = SampleNews(posts / "samples", address)
        app.routes.extend(sample_routes(news))
        news.write_initial(clock.now())
        ours = _settings(settings, playground, address, data, own_hosts=news.hosts)
        core = await stack.enter_async_context(open_core(ours, clock=clock, resolver=_look_up))
        controls.news, controls.store = news, core.store
        source = SourceSpec(name=SOURCE_NAME, kind=SourceKind.FOLDER, location=str(posts))
        await core.store.sources.sync([source], now=clock.now())
        await core.loader.refresh_due()
        await run_bot(core, stop=stop, on_started=lambda: announce(_greeting(address, posts)))


def _greeting(address: str, posts: Path) -> str:
    help_line = f"Open it in your browser. Drop posts into {posts} and watch them arrive. Ctrl+C ends it."
    return f"Playground: {address}\n{help_line}\n"


async def _look_up(host: str, port: int) -> list[str]:
    """The addresses of a host; the newspapers of the sample news are served here."""
    if host in SITES.values():
        return ["127.0.0.1"]
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(address[0]) for *_, address in found]


def _settings(
    settings: Settings, playground: BotApi, address: str, data: Path, *, own_hosts: Sequence[str] = ()
) -> Settings:
    """The owner's settings, changed so that the bot talks to the stand-in."""
    host = address.removeprefix("http://")
    changes: dict[str, object] = {
        "telegram_bot_token": SecretStr(playground.token),
        "telegram_api_url": address,
        "telegram_webhook_url": "",
        "telegram_proxy": SecretStr(""),
        "data_dir": data,
        "fetch_interval": FETCH_INTERVAL,
        "fetch_trusted_hosts": (*settings.fetch_trusted_hosts, host, *own_hosts),
    }
    left_to_us = settings.summary_engine == "auto" and not settings.summary_model and not settings.summary_api_url
    if left_to_us and not model_is_local(engine_options(settings)):
        changes["summary_engine"] = "extractive"  # a demonstration does not download a gigabyte
    # The person at the page is an owner, and so may send links to the sample pages on this machine.
    changes["telegram_admin_ids"] = (*settings.telegram_admin_ids, playground.world.me.id)
    if "default_timezone" not in settings.model_fields_set:
        changes["default_timezone"] = get_localzone_name()  # the page shows the browser's own time
    return settings.model_copy(update=changes)
