"""Handles /export and /forget: what a chat chose as files, and all that is stored of it deleted."""

from __future__ import annotations

from bot.chat.files import send_document
from bot.chat.turn import Turn
from bot.models.articles import CategoryPath
from bot.models.buttons.own_data_presses import ForgetChat
from bot.models.chats import ChatKey, ChatKind
from bot.parsers.feeds.opml import write_opml
from bot.render.export import Choices, export_json, shared_feeds
from bot.render.owner_keyboards import forget_keyboard
from bot.render.phrases import article_url, title_text
from bot.text_keys import TextKey

MAX_MUTED = 500  # stories in an export


async def export(turn: Turn) -> None:
    """Handle `/export`: send the chat's choices as JSON, and its feeds as OPML if there are any."""
    if await turn.may_change():
        await turn.typing()
        turn.in_background(_send_export(turn))


async def forget(turn: Turn) -> None:
    """Handle `/forget`: ask whether to delete all that is stored of the chat."""
    if await turn.may_change():
        key: TextKey = "forget-ask" if turn.chat.kind is ChatKind.PRIVATE else "forget-ask-group"
        await turn.reply(turn.say(key), keyboard=forget_keyboard(turn.say))


async def on_forget(turn: Turn, press: ForgetChat) -> None:
    """Delete all of the chat, or nothing. The goodbye takes the place of the question, so it is stored nowhere."""
    await turn.toast()
    if not press.sure:
        await turn.redraw(turn.say("forget-kept"))
        return
    chat_id = turn.chat.key.chat_id
    await turn.services.store.chats.forget(chat_id)
    for memory in (turn.state.quotas, turn.state.links):
        memory.forget(chat_id)
    await turn.redraw(turn.say("forget-done" if turn.chat.kind is ChatKind.PRIVATE else "forget-done-group"))


async def _send_export(turn: Turn) -> None:
    own, services = turn.services.store.own_data, turn.services
    keys = await own.topics(turn.chat.key.chat_id)
    choices = await _choices(turn, turn.chat.key)
    topics = [await _choices(turn, key) for key in keys if key != turn.chat.key]
    now, name = services.clock.now(), services.bot_username
    data = export_json(choices, topics, bot_username=name, now=now)
    followed: dict[CategoryPath, None] = dict.fromkeys(path for each in (choices, *topics) for path in each.follows)
    behind = await own.sources_behind(list(followed))
    feeds = shared_feeds(behind)
    opml = write_opml(feeds, title=name, now=now)
    day = f"{now:%Y-%m-%d}"
    sent = await send_document(turn, data, name=f"{name}-{day}.json", caption=turn.say("export-json"))
    if sent and not feeds:
        await turn.reply(turn.say("export-no-feeds"))
        return
    sent = sent and await send_document(
        turn, opml, name=f"{name}-{day}.opml", caption=turn.say("export-opml", count=len(feeds))
    )
    if not sent:
        await turn.reply(turn.say("export-failed"))


async def _choices(turn: Turn, key: ChatKey) -> Choices:
    store = turn.services.store
    chat = await store.chats.get(key)
    muted = await store.articles.many(await store.filters.muted_stories(key, limit=MAX_MUTED))
    return Choices(
        chat=chat or turn.chat,
        settings=await store.own_data.settings(key),
        follows=tuple(await store.chats.subscriptions(key)),
        rows=await store.own_data.chosen(key),
        muted=tuple((title_text(article), article_url(article, turn.services.bot_username) or "") for article in muted),
    )
