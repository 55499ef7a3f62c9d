"""Handles the owner's /sources and /removesource: how each source stands, reading one now, removing one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.chat.handlers.owners import for_owners
from bot.chat.lookup import find_category
from bot.chat.turn import Turn
from bot.chat.wording import typed, typed_name
from bot.ingest.intervals import RATE_MEMORY
from bot.models.buttons.owner_presses import AskRemoveSource, ReadSource, RemoveSource, ShowSource, ShowSources
from bot.models.messages import Keyboard
from bot.models.sources import Source
from bot.render.keyboards import page_of
from bot.render.owner_keyboards import (
    SOURCES_PER_PAGE,
    removal_keyboard,
    removal_offers,
    source_keyboard,
    sources_keyboard,
)
from bot.render.source_lines import by_need, mark, remedy, shown_address, source_lines
from bot.text.markup import escape
from bot.text_keys import TextKey


@for_owners
async def sources(turn: Turn) -> None:
    """Handle `/sources`: list the sources, those with trouble first."""
    text, keyboard = await _list(turn, page=0)
    await turn.reply(text, keyboard=keyboard)


@for_owners
async def removesource(turn: Turn) -> None:
    """Handle `/removesource NAME`: ask whether to; offer the nearest names where there is none of this name."""
    name = typed_name(turn.words)
    if not name:
        await turn.reply(turn.say("sources-remove-usage"))
        return
    held = await turn.services.store.sources.all()
    # Names of sources hold signs that part the names of a path: only a whole name counts.
    by_name = {source.spec.name: source for source in held}
    found = find_category(name, [(known,) for known in by_name])
    source = by_name.get(name) or (by_name[found.path[0]] if found.path is not None else None)
    if source is not None:
        await turn.reply(_question(turn, source), keyboard=removal_keyboard(source.id, say=turn.say))
        return
    offers = removal_offers([by_name[path[0]] for path in found.offers])
    key: TextKey = "sources-near" if offers else "sources-unknown"
    await turn.reply(turn.say(key, name=typed(name)), keyboard=offers)


# --- presses ----------------------------------------------------------------------------------


async def on_show_sources(turn: Turn, press: ShowSources) -> None:
    """Show a page of the list in place of the message."""
    await turn.toast()
    text, keyboard = await _list(turn, page=press.page)
    await turn.redraw(text, keyboard=keyboard)


async def on_show_source(turn: Turn, press: ShowSource) -> None:
    """Show a source with its trouble, what helps, and its address."""
    source = await _source(turn, press.source_id)
    if source is not None:
        await turn.toast()
        text = await _details(turn, source)
        await turn.redraw(text, keyboard=source_keyboard(source, page=press.page, say=turn.say))


async def on_read_source(turn: Turn, press: ReadSource) -> None:
    """Read a source in the background, and show how it stands then."""
    source = await _source(turn, press.source_id)
    if source is not None:
        await turn.toast(turn.say("sources-reading"))
        turn.in_background(_read(turn, source, page=press.page))


async def on_ask_remove(turn: Turn, press: AskRemoveSource) -> None:
    """Ask whether to remove a source, in a message of its own: what stands in this one is still of use."""
    source = await _source(turn, press.source_id)
    if source is not None:
        await turn.toast()
        await turn.reply(_question(turn, source), keyboard=removal_keyboard(source.id, say=turn.say))


async def on_remove(turn: Turn, press: RemoveSource) -> None:
    """Remove a source, or keep it."""
    source = await _source(turn, press.source_id)
    if source is None:
        return
    await turn.toast()
    name = escape(source.spec.name)
    if not press.sure:
        await turn.redraw(turn.say("sources-kept", name=name))
        return
    await turn.services.store.sources.remove(source.spec.name)
    await turn.redraw(turn.say("sources-removed", name=name, address=escape(shown_address(source))))


async def _source(turn: Turn, source_id: int) -> Source | None:
    """The source that a button stands for; without it the person is told."""
    source = await turn.services.store.sources.by_id(source_id)
    if source is None:
        await turn.toast(turn.say("sources-gone"), alert=True)
    return source


async def _read(turn: Turn, source: Source, *, page: int) -> None:
    await turn.services.loader.refresh(source)
    fresh = await turn.services.store.sources.get(source.spec.name)
    if fresh is not None:
        await turn.redraw(await _details(turn, fresh), keyboard=source_keyboard(fresh, page=page, say=turn.say))


# --- texts ------------------------------------------------------------------------------------


async def _list(turn: Turn, *, page: int) -> tuple[str, Keyboard]:
    held = by_need(await turn.services.store.sources.all())
    if not held:
        return turn.say("sources-empty"), ()
    failing = sum(source.enabled and source.failures > 0 for source in held)
    off = sum(not source.enabled for source in held)
    page, shown = page_of(held, page, SOURCES_PER_PAGE)
    lines = [turn.say("sources-list", count=len(held), failing=failing, off=off)]
    lines += await _lines(turn, shown)
    labels = [(f"{mark(source)} {source.spec.name}", source) for source in shown]
    return "\n\n".join(lines), sources_keyboard(labels, page=page, count=len(held))


async def _details(turn: Turn, source: Source) -> str:
    parts = [
        *await _lines(turn, [source]),
        escape(remedy(source, say=turn.say)),
        f"<code>{escape(shown_address(source))}</code>",
    ]
    return "\n\n".join(filter(None, parts))


async def _lines(turn: Turn, shown: Sequence[Source]) -> list[str]:
    """How each source stands. How much it brings is known after a day; until then it is a guess, and not shown."""
    now = turn.services.clock.now()
    since = await turn.services.store.owner.held_since([source.id for source in shown])
    known = {number for number, first in since.items() if now - first >= RATE_MEMORY}
    return [
        source_lines(
            source if source.id in known else replace(source, articles_per_day=None),
            now=now,
            language=turn.chat.ui_language,
            say=turn.say,
        )
        for source in shown
    ]


def _question(turn: Turn, source: Source) -> str:
    return turn.say("sources-remove-ask", name=escape(source.spec.name))
