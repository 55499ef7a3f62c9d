"""Handles /mute, a source by its name or by a button; and the buttons that follow or mute one story, in place."""

from __future__ import annotations

import re

from bot.chat.lookup import find_category
from bot.chat.turn import Turn
from bot.chat.wording import typed, typed_name
from bot.filters.folding import fold
from bot.filters.grammar import MAX_MUTES
from bot.models.articles import Article
from bot.models.buttons.alert_presses import SetFollow, SetSourceMute, SetStoryMute
from bot.models.buttons.filter_presses import MuteSource
from bot.models.buttons.presses import Press
from bot.models.filters import Publisher, Rule, RuleKind, SavedRule
from bot.models.messages import Button, Keyboard
from bot.render.alert_keyboards import follow_switch, source_mute_switch, story_mute_switch
from bot.render.filter_keyboards import remove_keyboard, sources_keyboard
from bot.render.markup_keyboard import switched
from bot.store.alerts import MAX_ALERTS
from bot.text.characters import COLONS
from bot.text.markup import escape

_SOURCE = re.compile(rf"^\s*source\s*[{COLONS}]\s*", re.IGNORECASE)  # as filters name one
MAX_SOURCES = 20  # of the last digest that are offered


async def mute(turn: Turn) -> None:
    """Handle `/mute NAME`: hide a source; without a name offer those of the last digest."""
    if not await turn.may_change():
        return
    name = typed_name(_SOURCE.sub("", turn.words))
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
    if offers:
        await turn.reply(turn.say("mute-near", name=typed(turn.words)), keyboard=offers)
        return
    told = await _told_last(turn)
    lines = [turn.say("mute-unknown", name=typed(turn.words)), turn.say("mute-which" if told else "mute-usage")]
    await turn.reply("\n".join(lines), keyboard=sources_keyboard(told))


async def on_mute_source(turn: Turn, press: MuteSource) -> None:
    """Hide who published the article; the other buttons stay."""
    article = await turn.services.store.articles.get(press.article_id)
    if article is None:
        await turn.toast(turn.say("chat-article-gone"))
        return
    await turn.toast()
    await _mute(turn, article.source_name)


async def _mute(turn: Turn, name: str) -> None:
    is_new = await set_mute(turn, name, on=True)
    if is_new is None:
        await turn.reply(turn.say("mute-too-many", count=MAX_MUTES))
        return
    rule = _mute_of(await turn.services.store.filters.of(turn.chat.key), name)
    text = turn.say("mute-done" if is_new else "mute-already", name=escape(name))
    await turn.reply(text, keyboard=remove_keyboard(rule) if rule is not None else ())


async def set_mute(turn: Turn, name: str, *, on: bool) -> bool | None:
    """Mute the source of this name, or no longer; whether that is new, None where the chat mutes too many already."""
    filters, key = turn.services.store.filters, turn.chat.key
    saved = await filters.of(key)
    rule = _mute_of(saved, name)
    if on == (rule is not None):
        return False
    if rule is not None:
        await filters.remove(key, rule.id)
        return True
    if sum(entry.rule.kind is RuleKind.MUTE for entry in saved) >= MAX_MUTES:
        return None
    mute = Rule(kind=RuleKind.MUTE, hides=True, value=name)
    await filters.add(key, [mute], now=turn.services.clock.now())
    return True


async def _told_last(turn: Turn) -> list[Publisher]:
    """Who told the stories of the chat's last digest, each once."""
    ids = await turn.services.store.filters.told_last(turn.chat.key, limit=MAX_SOURCES)
    articles = await turn.services.store.articles.many(ids)
    names = {article.source_name: article.id for article in reversed(articles)}
    return [Publisher(name=name, article_id=number) for name, number in reversed(names.items())]


# --- one story --------------------------------------------------------------------------------


async def story_choices(turn: Turn, article: Article) -> Keyboard:
    """The buttons about the story of this article as the chat's choices stand."""
    follow, mute, source = await _buttons(turn, article)
    return ((follow, mute), (source,))


async def on_set_follow(turn: Turn, press: SetFollow) -> None:
    """Follow the story, so that its news comes at once, or no longer."""
    article = await _article(turn, press.article_id)
    if article is None:
        return
    store, key, now = turn.services.store, turn.chat.key, turn.services.clock.now()
    if not press.on:
        await store.alerts.unfollow(key, article.story_id)
    elif await store.alerts.follow(key, article.id, now=now) is None:
        await turn.toast(turn.say("alert-too-many", count=MAX_ALERTS), alert=True)
        return
    else:
        await store.filters.unmute_story(key, article.id)
    await turn.toast(turn.say("story-follow-done" if press.on else "story-follow-ended"))
    await _redraw(turn, article)


async def mute_story(turn: Turn, article: Article) -> bool:
    """Tell the chat nothing of a story any more, which it so no longer follows; False where it is gone meanwhile."""
    store, key = turn.services.store, turn.chat.key
    is_muted = await store.digests.mute(key, article.id, now=turn.services.clock.now())
    await store.alerts.unfollow(key, article.story_id)
    return is_muted


async def on_set_story_mute(turn: Turn, press: SetStoryMute) -> None:
    """Tell nothing of the story any more, or what is new of it again."""
    article = await _article(turn, press.article_id)
    if article is None:
        return
    store, key = turn.services.store, turn.chat.key
    if press.on:
        await mute_story(turn, article)
    else:
        await store.filters.unmute_story(key, article.id)
    await turn.toast(turn.say("digest-muted" if press.on else "mute-story-ended"))
    await _redraw(turn, article)


async def on_set_source_mute(turn: Turn, press: SetSourceMute) -> None:
    """Show nothing of the source any more, or show it again."""
    article = await _article(turn, press.article_id)
    if article is None:
        return
    name = article.source_name
    if await set_mute(turn, name, on=press.on) is None:
        await turn.toast(turn.say("mute-too-many", count=MAX_MUTES), alert=True)
        return
    await turn.toast(turn.say("story-source-muted" if press.on else "story-source-unmuted", source=name))
    await _redraw(turn, article)


async def _article(turn: Turn, article_id: int) -> Article | None:
    """The article; where it is no longer stored, the person is told so."""
    article = await turn.services.store.articles.get(article_id)
    if article is None:
        await turn.toast(turn.say("chat-article-gone"), alert=True)
    return article


async def _redraw(turn: Turn, article: Article) -> None:
    """Show the choices as they stand now, where the message has buttons for them."""
    follow, mute, source = await _buttons(turn, article)
    number = article.id
    buttons: dict[Press, Button] = {}
    for on in (True, False):
        buttons[SetFollow(article_id=number, on=on)] = follow
        buttons[SetStoryMute(article_id=number, on=on)] = mute
        buttons[SetSourceMute(article_id=number, on=on)] = source
    keyboard = switched(turn.keyboard, buttons)
    if keyboard != turn.keyboard:
        await turn.redraw_buttons(keyboard)


async def _buttons(turn: Turn, article: Article) -> tuple[Button, Button, Button]:
    store, key, say = turn.services.store, turn.chat.key, turn.say
    is_followed = any(alert.story_id == article.story_id for alert in await store.alerts.of(key))
    is_muted = await store.digests.is_muted(key, article.story_id)
    is_source_muted = _mute_of(await store.filters.of(key), article.source_name) is not None
    return (
        follow_switch(article.id, say, on=not is_followed),
        story_mute_switch(article.id, say, on=not is_muted),
        source_mute_switch(article.id, article.source_name, say, on=not is_source_muted),
    )


def _mute_of(saved: list[SavedRule], name: str) -> SavedRule | None:
    """The rule that mutes the source of this name."""
    mutes = (entry for entry in saved if entry.rule.kind is RuleKind.MUTE)
    return next((entry for entry in mutes if fold(entry.rule.value) == fold(name)), None)
