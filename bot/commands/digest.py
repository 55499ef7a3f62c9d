"""`tidings digest`: prints the digest that would be sent, and sends nothing."""

from __future__ import annotations

import sys
from datetime import timedelta

from bot.clock import SystemClock
from bot.commands.console import the_console
from bot.commands.engine import start_engine
from bot.config import Settings
from bot.core import Core, open_core
from bot.errors import TidingsError
from bot.models.articles import CategoryPath
from bot.models.digests import Digest
from bot.render.classic import render_classic
from bot.render.phrases import Reader
from bot.render.rich import render_rich
from bot.texts import match_language, speaker


async def print_digest(
    settings: Settings, category: CategoryPath | None, *, since: timedelta, language: str | None, output: str
) -> None:
    """Compose a digest of the articles of the last `since` and print it; TidingsError where there are none."""
    async with open_core(settings, clock=SystemClock(), readonly=True) as core:
        known = await _known_category(core, category) if category else None
        await start_engine(core.summarizer, settings)
        username = await core.last_username()
        digest = await core.composer(username).preview(known, since=since, language=language or "original")
    if digest is None or not digest.items:
        raise TidingsError("there is nothing new in that time: `tidings fetch` loads new articles")
    interface = match_language(language or settings.default_language)
    reader = Reader(say=speaker(interface), language=interface, zone=settings.default_timezone, bot_username=username)
    if output == "rich":
        content = render_rich(digest, reader)
        sys.stdout.write(content.html + "\n")
        return
    parts = render_classic(digest, reader)
    if output == "html":
        sys.stdout.write("\n\n".join(part.html for part in parts if part.html) + "\n")
        return
    _print_plain(digest)


async def _known_category(core: Core, category: CategoryPath) -> CategoryPath:
    """The stored category of this name, in any case or script; TidingsError if there is none."""
    name = "/".join(category)
    found = await core.store.articles.find_categories(name)
    if not found:
        raise TidingsError(f"no category is called {name!r}: `tidings digest` without --category shows them all")
    return found[0]


def _print_plain(digest: Digest) -> None:
    console = the_console()
    for number, item in enumerate(digest.items):
        if number:
            console.print()
        console.print(item.article.title, style="bold", markup=False, highlight=False, soft_wrap=True)
        if item.summary:
            console.print(item.summary.text, markup=False, highlight=False, soft_wrap=True)
        also = "".join(f" · {article.source_name}" for article in item.also)
        line = f"{item.article.source_name}{also} · {item.article.published_at:%Y-%m-%d %H:%M} UTC"
        console.print(line, style="dim", markup=False, highlight=False, soft_wrap=True)
        if item.article.url:
            console.print(item.article.url, style="blue", markup=False, highlight=False, soft_wrap=True)
    if digest.more:
        console.print()
    for article in digest.more:
        console.print(f"+ {article.title}", style="dim", markup=False, highlight=False, soft_wrap=True)
