"""Builds the buttons at filters and mutes. `filter_presses` says what each does."""

from __future__ import annotations

from collections.abc import Sequence

from bot.filters.grammar import rule_text
from bot.models.articles import Article
from bot.models.buttons.filter_presses import CancelRules, MuteSource, RemoveRule, SaveRules, ShowFilters, UnmuteStory
from bot.models.filters import Publisher, RuleKind, SavedRule
from bot.models.messages import Button, Keyboard
from bot.render.keyboards import LABEL_UNITS, REMOVALS_PER_PAGE, button, count_pages, packed, page_buttons, page_of
from bot.render.phrases import title_text
from bot.text.markup import shorten
from bot.texts import Say

MUTED_SOURCE = "🔇"
MUTED_STORY = "🔕"


def preview_keyboard(say: Say) -> Keyboard:
    """The buttons below a preview."""
    return ((button(say("chat-button-save"), SaveRules()), button(say("chat-button-cancel"), CancelRules())),)


def filters_button(say: Say) -> Keyboard:
    """The button that shows all rules and mutes."""
    return ((button(say("filter-button-all"), ShowFilters(page=0)),),)


def filters_keyboard(rules: Sequence[SavedRule], stories: Sequence[Article], *, page: int) -> Keyboard:
    """A page of remove buttons, one for each rule, muted source and muted story."""
    entries: tuple[SavedRule | Article, ...] = (*rules, *stories)
    page, shown = page_of(entries, page, REMOVALS_PER_PAGE)
    pages = [ShowFilters(page=number) for number in range(count_pages(len(entries), REMOVALS_PER_PAGE))]
    return (*packed(_removal(entry, page) for entry in shown), *page_buttons(pages, page=page))


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


def _removal(entry: SavedRule | Article, page: int) -> Button:
    if isinstance(entry, Article):
        label = f"{MUTED_STORY} {title_text(entry)}"
        return button(f"❌ {shorten(label, LABEL_UNITS)}", UnmuteStory(article_id=entry.id, page=page))
    mark = f"{MUTED_SOURCE} " if entry.rule.kind is RuleKind.MUTE else ""
    label = f"{mark}{rule_text(entry.rule)}"
    return button(f"❌ {shorten(label, LABEL_UNITS)}", RemoveRule(rule_id=entry.id, page=page))
