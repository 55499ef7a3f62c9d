"""Handles /mute: a source by its name, or by a button."""

from __future__ import annotations

from bot.chat.handlers.subscribe import MAX_NAME_CHARACTERS
from bot.chat.lookup import find_category
from bot.chat.turn import Turn
from bot.chat.wording import typed
from bot.filters.grammar import MAX_MUTES, rule_key
from bot.models.filter_presses import MuteSource
from bot.models.filters import Publisher, Rule, RuleKind
from bot.models.messages import Keyboard
from bot.render.filter_keyboards import remove_keyboard, sources_keyboard
from bot.text.markup import escape
from bot.text_keys import TextKey

MAX_SOURCES = 20  # of the last digest that are offered


async def mute(turn: Turn) -> None:
    """Handle `/mute NAME`: hide a source; without a name offer those of the last digest."""
    if not await turn.may_change():
        return
    name = turn.words[:MAX_NAME_CHARACTERS].strip(' "“”')
    if not name:
        told = await _told_last(turn)
        await turn.reply(turn.say("mute-which" if told else "mute-usage"), keyboard=sources_keyboard(told))
        return
    publishers = {publisher.name: publisher for publisher in await turn.services.store.filters.publishers()}
    found = find_category(name, [(known,) for known in publishers])
    if found.path is not None:
        await _mute(turn, found.path[0])
        return
    offers = sources_keyboard([publishers[path[0]] for path in found.offers])
    key: TextKey = "mute-near" if offers else "mute-unknown"
    await turn.reply(turn.say(key, name=typed(turn.words)), keyboard=offers)


async def on_mute_source(turn: Turn, press: MuteSource) -> None:
    """Hide who published the article; the other buttons stay."""
    article = await turn.services.store.articles.get(press.article_id)
    if article is None:
        await turn.toast(turn.say("chat-article-gone"))
        return
    await turn.toast()
    await _mute(turn, article.source_name)


async def _mute(turn: Turn, name: str) -> None:
    filters, key = turn.services.store.filters, turn.chat.key
    rule = Rule(kind=RuleKind.MUTE, hides=True, value=name)
    mutes = [entry for entry in await filters.of(key) if entry.rule.kind is RuleKind.MUTE]
    is_new = all(rule_key(entry.rule) != rule_key(rule) for entry in mutes)
    if is_new and len(mutes) >= MAX_MUTES:
        await turn.reply(turn.say("mute-too-many", count=MAX_MUTES))
        return
    if is_new:
        await filters.add(key, [rule], now=turn.services.clock.now())
    text = turn.say("mute-done" if is_new else "mute-already", name=escape(name))
    await turn.reply(text, keyboard=await _removal(turn, rule))


async def _removal(turn: Turn, rule: Rule) -> Keyboard:
    saved = await turn.services.store.filters.of(turn.chat.key)
    return next((remove_keyboard(entry) for entry in saved if rule_key(entry.rule) == rule_key(rule)), ())


async def _told_last(turn: Turn) -> list[Publisher]:
    """Who told the stories of the chat's last digest, each once."""
    ids = await turn.services.store.filters.told_last(turn.chat.key, limit=MAX_SOURCES)
    articles = await turn.services.store.articles.many(ids)
    names = {article.source_name: article.id for article in reversed(articles)}
    return [Publisher(name=name, article_id=number) for name, number in reversed(names.items())]
