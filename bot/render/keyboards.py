"""Builds the rows of buttons below the bot's messages. `presses` declares what each button does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from bot.models.articles import CategoryCount, CategoryPath
from bot.models.buttons.alert_presses import ShowQuiet
from bot.models.buttons.digest_presses import ShowLayouts, ShowLooks
from bot.models.buttons.presses import (
    MAX_SENTENCES,
    DigestNow,
    Join,
    Leave,
    NoMore,
    Press,
    ReadHere,
    Resize,
    SetLanguage,
    SetPictures,
    SetSchedule,
    SetSummaryLanguage,
    ShowCategories,
    ShowHeadlines,
    ShowLanguages,
    ShowSchedule,
    ShowSettings,
    ShowSubscriptions,
    ShowSummaryLanguages,
    Tick,
    Translate,
    encode,
)
from bot.models.buttons.reader_presses import ShowReading, ShowZones
from bot.models.chats import ORIGINAL, Chat
from bot.models.messages import Button, Keyboard
from bot.render.phrases import SEPARATOR, path_name
from bot.text.markup import shorten
from bot.texts import Say

CATEGORIES_PER_PAGE = 10
REMOVALS_PER_PAGE = 10
LABEL_UNITS = 40
SHORT_LABEL_UNITS = 17  # two such labels stand in one row, each with a mark
_MARK = "✅ "  # chosen
_INCLUDED = "☑️ "  # followed with a parent
SCHEDULE_PRESETS = ("08:00", "08:00 18:30", "weekdays 07:30", "hourly", "instant", "off")
SIZE_STEP = 3  # sentences that "longer" adds and "shorter" takes away

T = TypeVar("T")


def button(text: str, press: Press) -> Button:
    """A button that carries a press as its callback data."""
    return Button(text=text, data=encode(press))


BACK_TO_SETTINGS = (button("◀️", ShowSettings()),)


def is_covered(path: CategoryPath, subscriptions: Iterable[CategoryPath]) -> bool:
    """Whether a subscription to one of the path's parents includes the path."""
    return any(len(parent) < len(path) and path[: len(parent)] == parent for parent in subscriptions)


def categories_keyboard(
    counts: Sequence[CategoryCount], subscriptions: Sequence[CategoryPath], *, page: int, say: Say
) -> Keyboard:
    """One page of the category tree, and below it what else there is to choose. No tick moves another button."""
    page, shown = page_of(counts, page, CATEGORIES_PER_PAGE)
    subscribed = set(subscriptions)
    ticks = [_tick(count, subscribed, page=page) for count in shown]
    turning = page_buttons(
        [ShowCategories(page=number) for number in range(count_pages(len(counts), CATEGORIES_PER_PAGE))],
        page=page,
        round_and_round=True,
    )
    reading = button(say("chat-button-reading"), ShowReading(apart=True))
    return (*packed(ticks), *turning, *digest_buttons(say), (reading,))


def categories_button(say: Say) -> Keyboard:
    """The row that leads to the category tree."""
    return ((button(say("chat-button-categories"), ShowCategories(page=0)),),)


def digest_buttons(say: Say) -> Keyboard:
    """The row for the digest now and for its schedule."""
    return ((button(say("chat-button-digest-now"), DigestNow()), button(say("chat-button-schedule"), ShowSchedule())),)


def _label(path: CategoryPath) -> str:
    return shorten(path_name(path), LABEL_UNITS)


def choice(label: str, *, chosen: bool) -> str:
    """The label of a button, marked where it is chosen."""
    return f"{_MARK}{label}" if chosen else label


def _tick(count: CategoryCount, subscribed: set[CategoryPath], *, page: int) -> Button:
    on = count.path in subscribed
    included = "" if on or not is_covered(count.path, subscribed) else _INCLUDED
    number = f"{SEPARATOR}{count.articles}" if count.articles else ""
    return button(
        choice(f"{included}{_label(count.path)}{number}", chosen=on),
        Tick(category_id=count.id, on=not on, page=page),
    )


def packed(buttons: Iterable[Button]) -> Keyboard:
    """The buttons in rows of one, or of two where both labels are short: with a mark, whether they have one or not."""
    rows: list[tuple[Button, ...]] = []
    for entry in buttons:
        last = rows[-1] if rows else ()
        if len(last) == 1 and _is_short(last[0]) and _is_short(entry):
            rows[-1] = (*last, entry)
        else:
            rows.append((entry,))
    return tuple(rows)


def _is_short(entry: Button) -> bool:
    return len(entry.text.removeprefix(_MARK).removeprefix(_INCLUDED)) <= SHORT_LABEL_UNITS


def count_pages(entries: int, size: int) -> int:
    """How many pages the entries fill; there is always one."""
    return max(1, -(-entries // size))


def page_of(entries: Sequence[T], page: int, size: int) -> tuple[int, Sequence[T]]:
    """The number of the page, at most the last one, and its entries."""
    page = min(page, count_pages(len(entries), size) - 1)
    return page, entries[page * size : (page + 1) * size]


def page_buttons(presses: Sequence[Press], *, page: int, round_and_round: bool = False, total: bool = True) -> Keyboard:
    """The row that leads to the other pages, given one press a page; no row for a single page.

    `round_and_round`: the last page leads to the first, so that the buttons stand where they stood. `total`: how many
    pages there are is known, and said.
    """
    if len(presses) < 2:
        return ()
    here = button(f"{page + 1} / {len(presses)}" if total else f"{page + 1}", presses[page])
    back = (button("◀️", presses[page - 1]),) if page > 0 or round_and_round else ()
    is_last = page + 1 == len(presses)
    on = () if is_last and not round_and_round else (button("▶️", presses[0 if is_last else page + 1]),)
    return ((*back, here, *on),)


def offers_keyboard(offers: Sequence[CategoryCount]) -> Keyboard:
    """Suggested categories to subscribe to, where a name was ambiguous or unknown."""
    return tuple((button(_label(offer.path), Join(category_id=offer.id)),) for offer in offers)


def rejoin_buttons(left: Sequence[CategoryCount]) -> Keyboard:
    """Categories that were followed until now, to follow them again."""
    return packed(button(f"↩️ {_label(entry.path)}", Join(category_id=entry.id)) for entry in left[:REMOVALS_PER_PAGE])


def subscriptions_keyboard(entries: Sequence[CategoryCount], *, page: int, say: Say) -> Keyboard:
    """A page of remove buttons, one for each subscription, and one that removes all."""
    page, shown = page_of(entries, page, REMOVALS_PER_PAGE)
    removals = [button(f"❌ {_label(entry.path)}", Leave(category_id=entry.id)) for entry in shown]
    turning = page_buttons(
        [ShowSubscriptions(page=number) for number in range(count_pages(len(entries), REMOVALS_PER_PAGE))], page=page
    )
    remove_all = ((button(say("chat-button-leave-all"), Leave(category_id=None)),),) if len(entries) > 1 else ()
    return (*packed(removals), *turning, *remove_all, *categories_button(say))


def headlines_offers(offers: Sequence[CategoryCount]) -> Keyboard:
    """Suggested categories whose headlines to show, where a name was ambiguous or unknown."""
    return tuple((button(_label(offer.path), ShowHeadlines(category_id=offer.id, page=0)),) for offer in offers)


def headlines_keyboard(category_id: int | None, *, page: int, pages: int) -> Keyboard:
    """The row that leads to the other pages of today's headlines."""
    return page_buttons([ShowHeadlines(category_id=category_id, page=number) for number in range(pages)], page=page)


def schedule_keyboard(current: str, *, say: Say) -> Keyboard:
    """The usual schedules, with the current one marked."""
    labels = {
        "weekdays 07:30": say("chat-schedule-button-weekdays", time="07:30"),
        "hourly": say("chat-schedule-button-hourly"),
        "instant": say("chat-schedule-button-instant"),
        "off": say("chat-schedule-button-off"),
    }
    presets = [
        button(choice(labels.get(text, text), chosen=text == current), SetSchedule(text=text))
        for text in SCHEDULE_PRESETS
    ]
    return (*(tuple(presets[start : start + 2]) for start in range(0, len(presets), 2)), BACK_TO_SETTINGS)


def languages_keyboard(offers: Sequence[tuple[str, str]], *, current: str) -> Keyboard:
    """Interface languages to choose from, as (own name, tag), with the current one marked."""
    ticks = (button(choice(name, chosen=tag == current), SetLanguage(language=tag)) for name, tag in offers)
    return (*packed(ticks), BACK_TO_SETTINGS)


def settings_keyboard(chat: Chat, *, say: Say) -> Keyboard:
    """A button for each setting."""
    pictures = say("chat-button-pictures-off" if chat.pictures else "chat-button-pictures-on")
    return (
        (
            button(say("chat-button-schedule"), ShowSchedule(here=True)),
            button(say("chat-button-timezone"), ShowZones()),
        ),
        (
            button(say("chat-button-language"), ShowLanguages()),
            button(say("chat-button-summary-language"), ShowSummaryLanguages()),
        ),
        (button(say("chat-button-reading"), ShowReading()),),
        (button(pictures, SetPictures(on=not chat.pictures)), button(say("chat-button-look"), ShowLooks())),
        (button(say("chat-button-layout"), ShowLayouts()),),
        (button(say("quiet-button"), ShowQuiet()),),
    )


def summary_languages_keyboard(offers: Sequence[tuple[str, str]], *, current: str, say: Say) -> Keyboard:
    """Languages of summaries, as (own name, tag), after "the article's own", and a button back to the settings."""
    named = [(say("chat-summary-language-original"), ORIGINAL), *offers]
    ticks = [button(choice(name, chosen=tag == current), SetSummaryLanguage(language=tag)) for name, tag in named]
    return (*packed(ticks), BACK_TO_SETTINGS)


def summary_keyboard(
    url: str,
    *,
    host: str,
    sentences: int,
    say: Say,
    language: str = "",
    offered: str = "",
    is_all: bool = False,
) -> Keyboard:
    """The buttons below a link's summary. A later press finds the link in the link button.

    `language`: the one that the person chose with a button, or "". `offered`: a language to translate into, or "".
    `is_all`: there are no more sentences than these.
    """
    ends = is_all or sentences >= MAX_SENTENCES
    longer = NoMore() if ends else _again(min(sentences + SIZE_STEP, MAX_SENTENCES), language)
    sizes = [button(say("chat-button-longer"), longer)]
    if sentences > 1:
        sizes.append(button(say("chat-button-shorter"), _again(max(sentences - SIZE_STEP, 1), language)))
    mine = button(say("chat-button-my-language"), _again(sentences, offered))
    return (
        tuple(sizes),
        *(((mine,),) if offered else ()),
        (button(say("chat-button-read-here"), ReadHere()), _link_button(url, host)),
    )


def _again(sentences: int, language: str) -> Press:
    return Translate(sentences=sentences, language=language) if language else Resize(sentences=sentences)


def reading_keyboard(url: str, *, host: str, page: int, pages: int, say: Say) -> Keyboard:
    """The buttons below a page of a link's article: to the next page, and to the link. None on the last page."""
    if page >= pages:
        return ()
    words = say("digest-read-on", part=page + 1, parts=pages)
    return ((button(words, ReadHere(page=page + 1)),), (_link_button(url, host),))


def _link_button(url: str, host: str) -> Button:
    return Button(text=f"🔗 {host}", url=url)
