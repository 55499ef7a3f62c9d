"""Builds the rows of buttons below the bot's messages. `presses` declares what each button does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from bot.models.articles import CategoryCount, CategoryPath
from bot.models.chats import ORIGINAL, Chat, DigestFormat
from bot.models.messages import Button, Keyboard
from bot.models.presses import (
    MAX_SENTENCES,
    DigestNow,
    Join,
    Leave,
    PartTelling,
    Press,
    ReadHere,
    Resize,
    SetFormat,
    SetLanguage,
    SetPictures,
    SetSchedule,
    SetSummaryLanguage,
    SetZone,
    ShowCategories,
    ShowHeadlines,
    ShowLanguages,
    ShowSchedule,
    ShowSettings,
    ShowStory,
    ShowSubscriptions,
    ShowSummaryLanguages,
    ShowZones,
    Tick,
    Translate,
    encode,
)
from bot.render.phrases import SEPARATOR, path_name
from bot.text.markup import shorten
from bot.texts import Say

CATEGORIES_PER_PAGE = 10
REMOVALS_PER_PAGE = 10
LABEL_UNITS = 40
SHORT_LABEL_UNITS = 17  # two such labels stand in one row
SCHEDULE_PRESETS = ("08:00", "08:00 18:30", "weekdays 07:30", "hourly", "instant", "off")
_SIZE_STEP = 3  # sentences that "longer" adds and "shorter" takes away

T = TypeVar("T")


def button(text: str, press: Press) -> Button:
    """A button that carries a press as its callback data."""
    return Button(text=text, data=encode(press))


def is_covered(path: CategoryPath, subscriptions: Iterable[CategoryPath]) -> bool:
    """Whether a subscription to one of the path's parents includes the path."""
    return any(len(parent) < len(path) and path[: len(parent)] == parent for parent in subscriptions)


def categories_keyboard(
    counts: Sequence[CategoryCount], subscriptions: Sequence[CategoryPath], *, page: int, say: Say
) -> Keyboard:
    """One page of the category tree; once there is a subscription, also buttons for the digest and the schedule."""
    page, shown = _page(counts, page, CATEGORIES_PER_PAGE)
    subscribed = set(subscriptions)
    ticks = [_tick(count, subscribed, page=page) for count in shown]
    page_buttons = _page_buttons(
        [ShowCategories(page=number) for number in range(_pages(len(counts), CATEGORIES_PER_PAGE))], page=page
    )
    return (*_packed(ticks), *page_buttons, *(digest_buttons(say) if subscriptions else ()))


def categories_button(say: Say) -> Keyboard:
    """The row that leads to the category tree."""
    return ((button(say("chat-button-categories"), ShowCategories(page=0)),),)


def digest_buttons(say: Say) -> Keyboard:
    """The row for the digest now and for its schedule."""
    return ((button(say("chat-button-digest-now"), DigestNow()), button(say("chat-button-schedule"), ShowSchedule())),)


def _label(path: CategoryPath) -> str:
    return shorten(path_name(path), LABEL_UNITS)


def _choice(label: str, *, chosen: bool) -> str:
    return f"✅ {label}" if chosen else label


def _tick(count: CategoryCount, subscribed: set[CategoryPath], *, page: int) -> Button:
    on = count.path in subscribed
    included = "" if on or not is_covered(count.path, subscribed) else "☑️ "
    number = f"{SEPARATOR}{count.articles}" if count.articles else ""
    return button(
        _choice(f"{included}{_label(count.path)}{number}", chosen=on),
        Tick(category_id=count.id, on=not on, page=page),
    )


def _packed(buttons: Iterable[Button]) -> Keyboard:
    """The buttons in rows of one, or of two where both labels are short."""
    rows: list[tuple[Button, ...]] = []
    for entry in buttons:
        last = rows[-1] if rows else ()
        if len(last) == 1 and len(last[0].text) <= SHORT_LABEL_UNITS and len(entry.text) <= SHORT_LABEL_UNITS:
            rows[-1] = (*last, entry)
        else:
            rows.append((entry,))
    return tuple(rows)


def _pages(entries: int, size: int) -> int:
    return max(1, -(-entries // size))


def _page(entries: Sequence[T], page: int, size: int) -> tuple[int, Sequence[T]]:
    """The number of the page, at most the last one, and its entries."""
    page = min(page, _pages(len(entries), size) - 1)
    return page, entries[page * size : (page + 1) * size]


def _page_buttons(presses: Sequence[Press], *, page: int) -> Keyboard:
    """The row that leads to the other pages, given one press a page; no row for a single page."""
    if len(presses) < 2:
        return ()
    here = button(f"{page + 1} / {len(presses)}", presses[page])
    back = (button("◀️", presses[page - 1]),) if page > 0 else ()
    on = (button("▶️", presses[page + 1]),) if page + 1 < len(presses) else ()
    return ((*back, here, *on),)


def offers_keyboard(offers: Sequence[CategoryCount]) -> Keyboard:
    """Suggested categories to subscribe to, where a name was ambiguous or unknown."""
    return tuple((button(_label(offer.path), Join(category_id=offer.id)),) for offer in offers)


def subscriptions_keyboard(entries: Sequence[CategoryCount], *, page: int, say: Say) -> Keyboard:
    """A page of remove buttons, one for each subscription, and one that removes all."""
    page, shown = _page(entries, page, REMOVALS_PER_PAGE)
    removals = [button(f"❌ {_label(entry.path)}", Leave(category_id=entry.id)) for entry in shown]
    page_buttons = _page_buttons(
        [ShowSubscriptions(page=number) for number in range(_pages(len(entries), REMOVALS_PER_PAGE))], page=page
    )
    remove_all = ((button(say("chat-button-leave-all"), Leave(category_id=None)),),) if len(entries) > 1 else ()
    return (*_packed(removals), *page_buttons, *remove_all, *categories_button(say))


def headlines_offers(offers: Sequence[CategoryCount]) -> Keyboard:
    """Suggested categories whose headlines to show, where a name was ambiguous or unknown."""
    return tuple((button(_label(offer.path), ShowHeadlines(category_id=offer.id, page=0)),) for offer in offers)


def headlines_keyboard(category_id: int | None, *, page: int, pages: int) -> Keyboard:
    """The row that leads to the other pages of today's headlines."""
    return _page_buttons([ShowHeadlines(category_id=category_id, page=number) for number in range(pages)], page=page)


def schedule_keyboard(current: str, *, say: Say) -> Keyboard:
    """The usual schedules, with the current one marked."""
    labels = {
        "weekdays 07:30": say("chat-schedule-button-weekdays", time="07:30"),
        "hourly": say("chat-schedule-button-hourly"),
        "instant": say("chat-schedule-button-instant"),
        "off": say("chat-schedule-button-off"),
    }
    presets = [
        button(_choice(labels.get(text, text), chosen=text == current), SetSchedule(text=text))
        for text in SCHEDULE_PRESETS
    ]
    return tuple(tuple(presets[start : start + 2]) for start in range(0, len(presets), 2))


def zones_keyboard(offers: Sequence[tuple[str, str]]) -> Keyboard:
    """Time zones to choose from, as (label, IANA name)."""
    return tuple((button(shorten(label, LABEL_UNITS), SetZone(zone=zone)),) for label, zone in offers)


def languages_keyboard(offers: Sequence[tuple[str, str]], *, current: str) -> Keyboard:
    """Interface languages to choose from, as (own name, tag), with the current one marked."""
    return _packed(button(_choice(name, chosen=tag == current), SetLanguage(language=tag)) for name, tag in offers)


def settings_keyboard(chat: Chat, *, say: Say) -> Keyboard:
    """A button for each setting."""
    pictures = say("chat-button-pictures-off" if chat.pictures else "chat-button-pictures-on")
    is_classic = chat.format is DigestFormat.CLASSIC
    wanted = DigestFormat.AUTO if is_classic else DigestFormat.CLASSIC
    look = say("chat-button-format-rich" if is_classic else "chat-button-format-classic")
    return (
        (button(say("chat-button-schedule"), ShowSchedule()), button(say("chat-button-timezone"), ShowZones())),
        (
            button(say("chat-button-language"), ShowLanguages()),
            button(say("chat-button-summary-language"), ShowSummaryLanguages()),
        ),
        (button(pictures, SetPictures(on=not chat.pictures)), button(look, SetFormat(name=wanted))),
    )


def summary_languages_keyboard(offers: Sequence[tuple[str, str]], *, current: str, say: Say) -> Keyboard:
    """Languages of summaries, as (own name, tag), after "the article's own", and a button back to the settings."""
    named = [(say("chat-summary-language-original"), ORIGINAL), *offers]
    ticks = [button(_choice(name, chosen=tag == current), SetSummaryLanguage(language=tag)) for name, tag in named]
    return (*_packed(ticks), (button("◀️", ShowSettings()),))


def summary_keyboard(
    url: str, *, host: str, sentences: int, say: Say, language: str = "", offered: str = ""
) -> Keyboard:
    """The buttons below a link's summary. A later press finds the link in the link button.

    `language`: the one that the person chose with a button, or "". `offered`: a language to translate into, or "".
    """
    sizes = []
    if sentences < MAX_SENTENCES:
        sizes.append(button(say("chat-button-longer"), _again(min(sentences + _SIZE_STEP, MAX_SENTENCES), language)))
    if sentences > 1:
        sizes.append(button(say("chat-button-shorter"), _again(max(sentences - _SIZE_STEP, 1), language)))
    mine = button(say("chat-button-my-language"), _again(sentences, offered))
    return (
        tuple(sizes),
        *(((mine,),) if offered else ()),
        (button(say("chat-button-read-here"), ReadHere()), _link_button(url, host)),
    )


def _again(sentences: int, language: str) -> Press:
    return Translate(sentences=sentences, language=language) if language else Resize(sentences=sentences)


def story_keyboard(
    article_id: int, *, sentences: int, say: Say, longer: bool = True, partings: Sequence[tuple[str, int]] = ()
) -> Keyboard:
    """The buttons below a story's page. `longer`: there is more to say. `partings`: for owners, articles that can be
    taken out of it, as (source, article id).
    """
    sizes = []
    if longer and sentences < MAX_SENTENCES:
        more = ShowStory(article_id=article_id, sentences=min(sentences + _SIZE_STEP, MAX_SENTENCES))
        sizes.append(button(say("chat-button-longer"), more))
    if sentences > 1:
        fewer = ShowStory(article_id=article_id, sentences=max(sentences - _SIZE_STEP, 1))
        sizes.append(button(say("chat-button-shorter"), fewer))
    rows = [
        (button(shorten(say("story-button-part", source=source), LABEL_UNITS), PartTelling(article_id=part_id)),)
        for source, part_id in partings
    ]
    return (*((tuple(sizes),) if sizes else ()), *rows)


def parting_keyboard(article_id: int, *, sentences: int, say: Say) -> Keyboard:
    """Whether to take an article out of its story for good."""
    sure = button(say("story-button-part-sure"), PartTelling(article_id=article_id, sure=True))
    return ((sure, button(say("story-button-keep"), ShowStory(article_id=article_id, sentences=sentences))),)


def reading_keyboard(url: str, *, host: str, page: int, pages: int, say: Say) -> Keyboard:
    """The buttons below a page of a link's article: to the next page, and to the link. None on the last page."""
    if page >= pages:
        return ()
    words = say("digest-read-on", part=page + 1, parts=pages)
    return ((button(words, ReadHere(page=page + 1)),), (_link_button(url, host),))


def _link_button(url: str, host: str) -> Button:
    return Button(text=f"🔗 {host}", url=url)
