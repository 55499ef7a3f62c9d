"""Builds the buttons below a digest, and those that choose how digests come. `digest_presses` says what each does."""

from __future__ import annotations

from collections.abc import Sequence

from bot.models.articles import Article, CategoryCount
from bot.models.buttons.alert_presses import OfferWords, SetFollow
from bot.models.buttons.digest_presses import (
    Like,
    Longer,
    Mute,
    OfferLikes,
    OpenSettings,
    SetLayout,
    SetLook,
    Shorter,
    ShowLess,
    ShowWhy,
    TakeBackLike,
    UseSimpleLook,
)
from bot.models.buttons.presses import Leave, Press, ShowHeadlines, encode
from bot.models.chats import DigestLayout, LookChoice
from bot.models.filters import Publisher
from bot.models.messages import Keyboard
from bot.render.filter_keyboards import LESS, MORE, sources_keyboard
from bot.render.keyboards import BACK_TO_SETTINGS, LABEL_UNITS, button, choice
from bot.render.phrases import path_name, title_text
from bot.text.markup import escape, shorten
from bot.texts import Say, text_key

LAYOUTS = (DigestLayout.EDITION, DigestLayout.CATEGORIES, DigestLayout.TOGETHER)


def looks_keyboard(current: LookChoice, *, say: Say) -> Keyboard:
    """The looks, two in a row, and a button back to the settings."""
    named = [
        button(choice(say(text_key(f"chat-look-{look}")), chosen=look is current), SetLook(name=look))
        for look in LookChoice
    ]
    return (tuple(named[:2]), tuple(named[2:]), BACK_TO_SETTINGS)


def layouts_keyboard(current: DigestLayout, *, say: Say) -> Keyboard:
    """The layouts, one in a row, and a button back to the settings."""
    named = (
        button(choice(say(text_key(f"chat-layout-{layout}")), chosen=layout is current), SetLayout(name=layout))
        for layout in LAYOUTS
    )
    return (*((entry,) for entry in named), BACK_TO_SETTINGS)


def digest_row(upto_id: int, *, say: Say) -> Keyboard:
    """The row below the last message of a digest of articles up to this id."""
    return (
        (
            button(say("digest-button-why"), ShowWhy(upto_id=upto_id)),
            button(say("digest-button-less"), ShowLess(upto_id=upto_id)),
            button(say("digest-button-settings"), OpenSettings()),
        ),
    )


def story_buttons(article_id: int, say: Say, *, longer: bool = False) -> str:
    """The row of buttons inside a rich message that are about one story. `longer`: its longer summary is shown."""
    if longer:
        size = _inside(say("digest-button-shorter"), Shorter(article_id=article_id))
    else:
        size = _inside(say("digest-button-longer"), Longer(article_id=article_id))
    follow = _inside(say("digest-button-follow"), SetFollow(article_id=article_id, on=True))
    more = _inside(say("taste-button-more"), Like(article_id=article_id, more=True))
    less = _inside(say("taste-button-less"), Like(article_id=article_id, more=False))
    return f"<tg-button-row>{size}{follow}{more}{less}</tg-button-row>"


def _inside(label: str, press: Press) -> str:
    return f'<tg-button type="callback_data" data="{encode(press)}" style="link">{escape(label)}</tg-button>'


def simple_look_keyboard(say: Say) -> Keyboard:
    """The button that makes digests classic messages."""
    return ((button(say("chat-look-simple"), UseSimpleLook()),),)


def simple_look_chosen_keyboard(say: Say) -> Keyboard:
    """What somebody can do who saw nothing of the digest: read today's headlines, or choose another look."""
    headlines = button(say("digest-button-headlines"), ShowHeadlines(category_id=None, page=0))
    return ((headlines, button(say("digest-button-settings"), OpenSettings())),)


def less_keyboard(
    articles: Sequence[Article], categories: Sequence[CategoryCount], *, upto_id: int, say: Say
) -> Keyboard:
    """Buttons for more or less of a kind, to mute stories and sources, for words to hide, for categories to leave."""
    sources = {article.source_name: article.id for article in articles}
    return (
        (
            button(say("taste-button-less-like"), OfferLikes(upto_id=upto_id, more=False)),
            button(say("taste-button-more-like"), OfferLikes(upto_id=upto_id, more=True)),
        ),
        *(
            (button(f"🔕 {shorten(title_text(article), LABEL_UNITS)}", Mute(article_id=article.id)),)
            for article in articles
        ),
        *sources_keyboard([Publisher(name=name, article_id=number) for name, number in sources.items()]),
        (button(say("digest-button-hide-word"), OfferWords(upto_id=upto_id)),),
        *(
            (button(f"❌ {shorten(path_name(entry.path), LABEL_UNITS)}", Leave(category_id=entry.id)),)
            for entry in categories
        ),
    )


def likes_keyboard(articles: Sequence[Article], *, more: bool) -> Keyboard:
    """A button for each story, to see more or less like it."""
    mark = MORE if more else LESS
    return tuple(
        (button(f"{mark} {shorten(title_text(article), LABEL_UNITS)}", Like(article_id=article.id, more=more)),)
        for article in articles
    )


def liked_keyboard(article_id: int, *, more: bool, moved: int, say: Say) -> Keyboard:
    """What can be done after stories like one were put higher or lower. `moved`: that of `TakeBackLike`; 0: nothing."""
    mute = () if more else (button(say("taste-button-mute"), Mute(article_id=article_id)),)
    if not moved:
        return (mute,) if mute else ()
    return ((*mute, button(say("taste-button-undo"), TakeBackLike(article_id=article_id, more=more, moved=moved))),)
