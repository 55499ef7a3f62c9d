"""Builds the owner's buttons, and those at a chat's own data. `owner_presses` says what each does."""

from __future__ import annotations

from collections.abc import Sequence

from bot.models.articles import CategoryCount
from bot.models.buttons.own_data_presses import ForgetChat
from bot.models.buttons.owner_presses import (
    Announce,
    AskRemoveSource,
    CancelAdding,
    OfferFeeds,
    PickCategory,
    PickFeed,
    ReadSource,
    RemoveSource,
    ShowSource,
    ShowSources,
)
from bot.models.messages import Button, Keyboard
from bot.models.sources import Source
from bot.render.keyboards import LABEL_UNITS, button, count_pages, packed, page_buttons
from bot.render.phrases import path_name
from bot.text.markup import shorten
from bot.texts import Say

SOURCES_PER_PAGE = 8
MAX_CATEGORIES = 24  # that are offered for a new source


def sources_keyboard(shown: Sequence[tuple[str, Source]], *, page: int, count: int) -> Keyboard:
    """A button for each source on this page, given its label, and the row that leads to the other pages."""
    buttons = [
        button(shorten(label, LABEL_UNITS), ShowSource(source_id=source.id, page=page)) for label, source in shown
    ]
    pages = [ShowSources(page=number) for number in range(count_pages(count, SOURCES_PER_PAGE))]
    return (*packed(buttons), *page_buttons(pages, page=page))


def source_keyboard(source: Source, *, page: int, say: Say) -> Keyboard:
    """What can be done with a source."""
    return (
        (button(say("sources-button-read"), ReadSource(source_id=source.id, page=page)),),
        (_removal(source.id, source.spec.name),),
        (button("◀️", ShowSources(page=page)),),
    )


def added_keyboard(source: Source) -> Keyboard:
    """The button that takes back what was just added."""
    return ((_removal(source.id, source.spec.name),),)


def _removal(source_id: int, name: str) -> Button:
    return button(f"❌ {shorten(name, LABEL_UNITS)}", AskRemoveSource(source_id=source_id))


def removal_keyboard(source_id: int, *, say: Say) -> Keyboard:
    """Whether to remove a source."""
    return (
        (
            button(say("owner-button-remove"), RemoveSource(source_id=source_id, sure=True)),
            button(say("chat-button-cancel"), RemoveSource(source_id=source_id, sure=False)),
        ),
    )


def removal_offers(sources: Sequence[Source]) -> Keyboard:
    """Sources that a mistyped name may mean, to be removed."""
    return tuple((_removal(source.id, source.spec.name),) for source in sources)


def feeds_keyboard(titles: Sequence[str], *, say: Say) -> Keyboard:
    """The feeds of a site to choose from, numbered as in the message."""
    rows = [
        (button(shorten(f"{number}. {title}", LABEL_UNITS), PickFeed(number=number - 1)),)
        for number, title in enumerate(titles, start=1)
    ]
    return (*rows, _cancel_adding(say))


def feed_categories_keyboard(categories: Sequence[CategoryCount], *, say: Say) -> Keyboard:
    """The categories that a new source can be put in."""
    own = button(say("adding-button-own-categories"), PickCategory(category_id=None))
    named = [
        button(shorten(path_name(entry.path), LABEL_UNITS), PickCategory(category_id=entry.id))
        for entry in categories[:MAX_CATEGORIES]
    ]
    return (*packed(named), (own,), _cancel_adding(say))


def _cancel_adding(say: Say) -> tuple[Button, ...]:
    return (button(say("chat-button-cancel"), CancelAdding()),)


def offer_button(say: Say) -> tuple[Button, ...]:
    """The row below a link that an owner sent."""
    return (button(say("adding-button-offer"), OfferFeeds()),)


def announcement_keyboard(announcement_id: int, *, say: Say) -> Keyboard:
    """Whether to send an announcement."""
    return (
        (
            button(say("announce-button-send"), Announce(announcement_id=announcement_id, sure=True)),
            button(say("chat-button-cancel"), Announce(announcement_id=announcement_id, sure=False)),
        ),
    )


def forget_keyboard(say: Say) -> Keyboard:
    """Whether to delete all that is stored of the chat."""
    return (
        (
            button(say("forget-button"), ForgetChat(sure=True)),
            button(say("chat-button-cancel"), ForgetChat(sure=False)),
        ),
    )
