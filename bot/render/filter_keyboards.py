"""Builds the buttons at filters and mutes. `filter_presses` says what each does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from bot.filters.grammar import rule_text
from bot.models.articles import Article
from bot.models.buttons.filter_presses import (
    CancelRules,
    ForgetTaste,
    ForgetTastes,
    MuteSource,
    RemoveRule,
    RestoreRule,
    RestoreStoryMute,
    SaveRules,
    ShowFilters,
    UnmuteStory,
)
from bot.models.filters import Lesson, Publisher, RuleKind, SavedRule, Taste, TasteKind
from bot.models.messages import Button, Keyboard
from bot.render.keyboards import LABEL_UNITS, REMOVALS_PER_PAGE, button, count_pages, packed, page_buttons, page_of
from bot.render.phrases import path_name, title_text
from bot.text.markup import shorten
from bot.texts import Say

MUTED_SOURCE = "🔇"
MUTED_STORY = "🔕"
MORE = "👍"
LESS = "👎"


def preview_keyboard(say: Say) -> Keyboard:
    """The buttons below a preview."""
    return ((button(say("chat-button-save"), SaveRules()), button(say("chat-button-cancel"), CancelRules())),)


def filters_button(say: Say) -> Keyboard:
    """The button that shows all rules and mutes."""
    return ((button(say("filter-button-all"), ShowFilters(page=0)),),)


def filters_keyboard(
    rules: Sequence[SavedRule], stories: Sequence[Article], tastes: Sequence[Taste], *, page: int, say: Say
) -> Keyboard:
    """A page of remove buttons, one for each rule, muted source, muted story and taste; and one for all tastes."""
    entries: tuple[SavedRule | Article | Taste, ...] = (*rules, *stories, *tastes)
    page, shown = page_of(entries, page, REMOVALS_PER_PAGE)
    pages = [ShowFilters(page=number) for number in range(count_pages(len(entries), REMOVALS_PER_PAGE))]
    clear = ((button(say("taste-button-clear"), ForgetTastes()),),) if len(tastes) > 1 else ()
    removals = (
        _taste_removal(entry, page, say) if isinstance(entry, Taste) else _removal(entry, page) for entry in shown
    )
    return (*packed(removals), *clear, *page_buttons(pages, page=page))


def taste_name(taste: Taste, *, say: Say) -> str:
    """What a taste is of and how much it weighs, plain text: "Sport −2"."""
    sign = "+" if taste.weight > 0 else "−"
    return f"{lesson_name(taste.lesson, say=say)} {sign}{abs(taste.weight)}"


def lesson_name(lesson: Lesson, *, say: Say) -> str:
    """What a press weighs, plain text: words stand in quotes."""
    match lesson.kind:
        case TasteKind.CATEGORY:
            return path_name(tuple(lesson.value.split("/")))
        case TasteKind.SOURCE:
            return lesson.value
        case TasteKind.WORD:
            return say("taste-word", word=lesson.value)
        case kind:
            assert_never(kind)


def undo_button(press: RestoreRule | RestoreStoryMute, say: Say) -> Keyboard:
    """The button that brings back what was just removed."""
    return ((button(say("taste-button-undo"), press),),)


def remove_keyboard(saved: SavedRule) -> Keyboard:
    """The button that takes back what was just saved."""
    return ((_removal(saved, 0),),)


def sources_keyboard(publishers: Sequence[Publisher]) -> Keyboard:
    """A button for each source that can be muted."""
    return packed(
        button(f"{MUTED_SOURCE} {shorten(publisher.name, LABEL_UNITS)}", MuteSource(article_id=publisher.article_id))
        for publisher in publishers
        if publisher.article_id is not None
    )


def _taste_removal(taste: Taste, page: int, say: Say) -> Button:
    label = f"{MORE if taste.weight > 0 else LESS} {taste_name(taste, say=say)}"
    return button(f"❌ {shorten(label, LABEL_UNITS)}", ForgetTaste(taste_id=taste.id, page=page))


def _removal(entry: SavedRule | Article, page: int) -> Button:
    if isinstance(entry, Article):
        label = f"{MUTED_STORY} {title_text(entry)}"
        return button(f"❌ {shorten(label, LABEL_UNITS)}", UnmuteStory(article_id=entry.id, page=page))
    mark = f"{MUTED_SOURCE} " if entry.rule.kind is RuleKind.MUTE else ""
    label = f"{mark}{rule_text(entry.rule)}"
    return button(f"❌ {shorten(label, LABEL_UNITS)}", RemoveRule(rule_id=entry.id, page=page))
