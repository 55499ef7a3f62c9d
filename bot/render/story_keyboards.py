"""Builds the buttons below the page of a story. `presses` and `alert_presses` declare what each does."""

from __future__ import annotations

from collections.abc import Sequence

from bot.models.buttons.presses import MAX_SENTENCES, PartTelling, ShowStory
from bot.models.messages import Keyboard
from bot.render.keyboards import LABEL_UNITS, SIZE_STEP, button
from bot.text.markup import shorten
from bot.texts import Say


def story_keyboard(
    article_id: int,
    *,
    sentences: int,
    say: Say,
    longer: bool = True,
    choices: Keyboard = (),
    partings: Sequence[tuple[str, int]] = (),
) -> Keyboard:
    """The buttons below a story's page.

    `longer`: there is more to say. `choices`: to follow and to mute it. `partings`: for owners, articles that can be
    taken out of it, as (source, article id).
    """
    sizes = []
    if longer and sentences < MAX_SENTENCES:
        more = ShowStory(article_id=article_id, sentences=min(sentences + SIZE_STEP, MAX_SENTENCES))
        sizes.append(button(say("chat-button-longer"), more))
    if sentences > 1:
        fewer = ShowStory(article_id=article_id, sentences=max(sentences - SIZE_STEP, 1))
        sizes.append(button(say("chat-button-shorter"), fewer))
    rows = [
        (button(shorten(say("story-button-part", source=source), LABEL_UNITS), PartTelling(article_id=part_id)),)
        for source, part_id in partings
    ]
    return (*((tuple(sizes),) if sizes else ()), *choices, *rows)


def parting_keyboard(article_id: int, *, sentences: int, say: Say) -> Keyboard:
    """Whether to take an article out of its story for good."""
    sure = button(say("story-button-part-sure"), PartTelling(article_id=article_id, sure=True))
    return ((sure, button(say("story-button-keep"), ShowStory(article_id=article_id, sentences=sentences))),)
