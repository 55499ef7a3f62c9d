"""Handles /filter, which previews rules before they are saved, and /filters, which lists them and takes them away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.chat.handlers.muting import mute_story, set_mute
from bot.chat.own_messages import coded
from bot.chat.turn import Turn
from bot.digest.filtering import Effect, Filtering
from bot.filters.folding import fold
from bot.filters.grammar import MAX_MUTES, MAX_RULES, RuleProblem, parse_rules, rule_key, rule_text
from bot.filters.matching import Finder, ruleset
from bot.models.articles import Article
from bot.models.buttons.filter_presses import (
    CancelRules,
    ForgetTaste,
    RemoveRule,
    RestoreRule,
    RestoreStoryMute,
    SaveRules,
    ShowFilters,
    UnmuteStory,
)
from bot.models.filters import Rule, RuleKind, SavedRule
from bot.models.messages import Keyboard
from bot.render.filter_keyboards import filters_button, filters_keyboard, preview_keyboard, undo_button
from bot.render.phrases import article_url, title_text
from bot.text.markup import escape, link, shorten

PREVIEW_PERIOD = timedelta(days=7)
PREVIEW_ARTICLES = 2000  # the newest ones: bounds the time of a preview
NAMED_STORIES = 5
TITLE_UNITS = 70
LISTED_STORIES = 30  # muted ones


async def filter_(turn: Turn) -> None:
    """Handle `/filter RULE…`: preview the rules, with a button that saves them."""
    if not await turn.may_change():
        return
    await preview_rules(turn, parse_rules(turn.words))


async def preview_rules(turn: Turn, rules: tuple[Rule, ...] | RuleProblem) -> None:
    """Preview rules with a button that saves them, or say why they cannot be saved."""
    saved = await turn.services.store.filters.of(turn.chat.key)
    found = _new_rules(rules, saved)
    if isinstance(found, RuleProblem):
        await turn.reply(_problem(turn, found), keyboard=filters_button(turn.say) if saved else ())
        return
    turn.in_background(_send_preview(turn, found, saved))


async def filters(turn: Turn) -> None:
    """Handle `/filters`: list the rules and mutes, each with a button that removes it."""
    text, keyboard = await _list(turn, page=0)
    await turn.reply(text, keyboard=keyboard)


# --- presses ----------------------------------------------------------------------------------


async def on_save_rules(turn: Turn, press: SaveRules) -> None:
    """Save the rules that stand in the message."""
    saved = await turn.services.store.filters.of(turn.chat.key)
    found = _new_rules(parse_rules(" ".join(coded(turn.message))), saved)
    if isinstance(found, RuleProblem):
        await turn.toast()
        await turn.redraw(_problem(turn, found), keyboard=filters_button(turn.say))
        return
    await turn.services.store.filters.add(turn.chat.key, found, now=turn.services.clock.now())
    await turn.toast(turn.say("chat-saved"))
    text = f"{turn.say('filter-saved', count=len(found))}\n{_listed(found)}"
    await turn.redraw(text, keyboard=filters_button(turn.say))


async def on_cancel_rules(turn: Turn, press: CancelRules) -> None:
    """Save nothing, and take the buttons away."""
    await turn.toast()
    await turn.redraw(turn.say("filter-cancelled"))


async def on_show_filters(turn: Turn, press: ShowFilters) -> None:
    """Show a page of the rules and mutes in place of the message."""
    await turn.toast()
    await _redraw_list(turn, page=press.page)


async def on_remove_rule(turn: Turn, press: RemoveRule) -> None:
    """Remove a rule or end a mute, and show the list again."""
    removed = await turn.services.store.filters.remove(turn.chat.key, press.rule_id)
    if removed is None:
        await turn.toast(turn.say("filter-gone"))
        await _redraw_list(turn, page=press.page)
        return
    await turn.toast(turn.say("filter-removed", rule=rule_text(removed)))
    undo = undo_button(RestoreRule(mute=removed.kind is RuleKind.MUTE, page=press.page), turn.say)
    await _redraw_list(turn, page=press.page, done=turn.say("filter-removed", rule=_listed([removed])), more=undo)


async def on_restore_rule(turn: Turn, press: RestoreRule) -> None:
    """Save again what was removed: the message names it."""
    removed = "".join(coded(turn.message)[:1])
    if not removed:
        await turn.toast(turn.say("filter-gone"))
        await _redraw_list(turn, page=press.page)
        return
    if press.mute:
        is_done = await set_mute(turn, removed, on=True) is not None
        await turn.toast(turn.say("chat-saved") if is_done else turn.say("mute-too-many", count=MAX_MUTES))
        await _redraw_list(turn, page=press.page)
        return
    found = _new_rules(parse_rules(removed), await turn.services.store.filters.of(turn.chat.key))
    if isinstance(found, RuleProblem):
        await turn.toast()
        await _redraw_list(turn, page=press.page, done=_problem(turn, found))
        return
    await turn.services.store.filters.add(turn.chat.key, found, now=turn.services.clock.now())
    await turn.toast(turn.say("chat-saved"))
    await _redraw_list(turn, page=press.page)


async def on_unmute_story(turn: Turn, press: UnmuteStory) -> None:
    """Tell what is new in a muted story again, and show the list again."""
    is_muted = await turn.services.store.filters.unmute_story(turn.chat.key, press.article_id)
    await turn.toast(turn.say("mute-story-ended" if is_muted else "filter-gone"))
    undo = undo_button(RestoreStoryMute(article_id=press.article_id, page=press.page), turn.say)
    await _redraw_list(turn, page=press.page, more=undo if is_muted else ())


async def on_restore_story_mute(turn: Turn, press: RestoreStoryMute) -> None:
    """Mute the story again, and show the list again."""
    article = await turn.services.store.articles.get(press.article_id)
    is_muted = article is not None and await mute_story(turn, article)
    await turn.toast(turn.say("digest-muted" if is_muted else "chat-article-gone"))
    await _redraw_list(turn, page=press.page)


async def on_forget_taste(turn: Turn, press: ForgetTaste) -> None:
    """Forget one thing that was learnt, and show the list again."""
    is_forgotten = await turn.services.store.tastes.forget(turn.chat.key, press.taste_id)
    await turn.toast(turn.say("taste-forgotten" if is_forgotten else "filter-gone"))
    await _redraw_list(turn, page=press.page)


async def on_forget_tastes(turn: Turn) -> None:
    """Forget all that was learnt, and show the list again."""
    await turn.services.store.tastes.forget(turn.chat.key)
    await turn.toast(turn.say("taste-forgotten"))
    await _redraw_list(turn, page=0)


# --- the preview ------------------------------------------------------------------------------


def _new_rules(rules: tuple[Rule, ...] | RuleProblem, saved: Sequence[SavedRule]) -> tuple[Rule, ...] | RuleProblem:
    """Those of the typed rules that the chat does not have, or why they cannot be saved."""
    if isinstance(rules, RuleProblem):  # a contradiction of what was typed: nothing is to be removed
        return replace(rules, key="search-contradiction") if rules.key == "filter-contradiction" else rules
    kept = {rule_key(entry.rule) for entry in saved}
    fresh = tuple(rule for rule in rules if rule_key(rule) not in kept)
    for rule in fresh:
        kind, hides, value = rule_key(rule)
        if (kind, not hides, value) in kept:
            return RuleProblem(key="filter-contradiction", part=rule.value)
    if not fresh:
        return RuleProblem(key="filter-have-already")
    if sum(entry.rule.kind is not RuleKind.MUTE for entry in saved) + len(fresh) > MAX_RULES:
        return RuleProblem(key="filter-too-many")
    return fresh


async def _send_preview(turn: Turn, rules: tuple[Rule, ...], saved: Sequence[SavedRule]) -> None:
    store = turn.services.store
    followed = await store.chats.subscriptions(turn.chat.key)
    articles: list[Article] = []
    if followed:
        since = turn.services.clock.now() - PREVIEW_PERIOD
        articles = await store.articles.recent(followed, since=since, limit=PREVIEW_ARTICLES)
    before = frozenset(entry.rule for entry in saved)
    effect = await Filtering(store, turn.services.summaries).effect(
        articles, ruleset(before), ruleset(before | frozenset(rules)), language=turn.chat.summary_language
    )
    unknown = await unknown_sources(turn, [rule.value for rule in rules if rule.kind is RuleKind.SOURCE])
    lines = [turn.say("filter-preview", count=len(rules)), _listed(rules), *unknown, "", *_effect(turn, effect)]
    await turn.reply("\n".join(lines), keyboard=preview_keyboard(turn.say))


async def unknown_sources(turn: Turn, values: Sequence[str]) -> list[str]:
    """Says of each of these words that no source has it in its name, where that is so. HTML."""
    if not values:
        return []
    finder = Finder(map(fold, values))
    publishers = await turn.services.store.filters.publishers()
    known = frozenset().union(*(finder.found(fold(publisher.name)) for publisher in publishers))
    return [turn.say("mute-unknown", name=escape(value)) for value in values if fold(value) not in known]


def _effect(turn: Turn, effect: Effect) -> list[str]:
    hidden = len(effect.hidden)
    if not effect.stories:
        return [turn.say("filter-preview-nothing")]
    lines = [turn.say("filter-preview-effect", hidden=hidden, stories=effect.stories)]
    lines += [story_line(turn, article) for article, _ in effect.hidden[:NAMED_STORIES]]
    if hidden > NAMED_STORIES:
        lines.append(turn.say("filter-preview-more", count=hidden - NAMED_STORIES))
    return lines


def story_line(turn: Turn, article: Article) -> str:
    """A story that a preview names."""
    title = link(article_url(article, turn.services.bot_username), shorten(title_text(article), TITLE_UNITS))
    return f"• {title}"


def _listed(rules: Sequence[Rule]) -> str:
    """The rules, one a line; nothing else in a preview is code, so that they can be read back from it."""
    return "\n".join(f"<code>{escape(rule_text(rule))}</code>" for rule in rules)


def _problem(turn: Turn, problem: RuleProblem) -> str:
    part = shorten(problem.part, TITLE_UNITS)
    return turn.say(problem.key, part=escape(part), name=escape(part.strip('"')), count=MAX_RULES)


# --- the list ---------------------------------------------------------------------------------


async def _redraw_list(turn: Turn, *, page: int, done: str = "", more: Keyboard = ()) -> None:
    """Show the list below what was done (HTML), above more buttons."""
    text, keyboard = await _list(turn, page=page)
    await turn.redraw("\n\n".join(filter(None, (done, text))), keyboard=(*keyboard, *more))


async def _list(turn: Turn, *, page: int) -> tuple[str, Keyboard]:
    """The rules, mutes and tastes: the text and a page of remove buttons."""
    store = turn.services.store
    saved = await store.filters.of(turn.chat.key)
    muted = await store.filters.muted_stories(turn.chat.key, limit=LISTED_STORIES)
    stories = await store.articles.many(muted)
    tastes = await store.tastes.of(turn.chat.key)
    if not saved and not stories and not tastes:
        return turn.say("filters-empty"), ()
    count = len(saved) + len(stories)
    blocks = [turn.say("filters-list", count=count)] if count else []
    blocks += [turn.say("taste-list", count=len(tastes))] if tastes else []
    return "\n\n".join(blocks), filters_keyboard(saved, stories, tastes, page=page, say=turn.say)
