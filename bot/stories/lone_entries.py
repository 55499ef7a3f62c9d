"""Whether the one entry that a feed lists is the next article, or the stored one, maybe edited. Pure."""

from __future__ import annotations

from datetime import timedelta

from bot.stories.entry_addresses import differ_in_session, is_of_one_scheme, names_article
from bot.stories.entry_sides import (
    Side,
    has_hour,
    has_other_guid,
    is_days_apart,
    is_elsewhere,
    is_same_title,
    other_date,
    same_date,
    same_text,
    similar_text,
    time_apart,
)
from bot.stories.wordings import SHORT_TEXT, has_other_figures, has_other_name, is_rewritten

ANOTHER_BULLETIN = timedelta(minutes=20)  # between two items of a feed of the latest one, each under a guid of its own


def is_next(entry: Side, held: Side, *, is_newest: bool) -> bool:
    """Whether the entry is another article than the stored one, though it may keep guid and address.

    So it is with the date of another day, or of another hour under another guid, with another link, and where a form
    has other figures: the rate of the day. So it is, too, where title, text and date are all others. An edit keeps
    the date with its hour, or most words; the title of a long text may be any other. Only the newest article is still
    edited.
    """
    if same_date(entry, held) and has_hour(entry):
        return _is_rewritten(entry, held)
    if is_days_apart(entry, held) or _is_led_elsewhere(entry, held):
        return True
    is_all_other = entry.title != held.title and entry.text != held.text
    is_others = has_other_guid(entry, held) and not _is_at_its_page(entry, held)
    if (is_all_other or is_others) and time_apart(entry, held) >= ANOTHER_BULLETIN:
        return True
    if not (entry.body and held.body):
        return False
    if not is_newest:
        return not (entry.title == held.title and same_text(entry, held))
    if same_text(entry, held):
        is_short = len(entry.body) < SHORT_TEXT
        is_named_otherwise = not is_same_title(entry.title, held.title) or has_other_name(entry.title, held.title)
        return (is_short and is_named_otherwise) or has_other_figures(entry.title, held.title)
    return not similar_text(entry, held)


def _is_at_its_page(entry: Side, held: Side) -> bool:
    """Whether the entry says the same, at a page that names it: its guid and date are those of the reading."""
    says_so = entry.title == held.title and entry.text == held.text
    return says_so and entry.address == held.address and names_article(entry.address or "")


def is_edited(entry: Side, held: Side) -> bool:
    """Whether the entry, which is no other article, is an edit by its words alone."""
    is_long = len(entry.body) >= SHORT_TEXT
    return similar_text(entry, held) and (is_long or is_same_title(entry.title, held.title))


def _is_rewritten(entry: Side, held: Side) -> bool:
    """Whether nothing but a date, that a feed may never change, is that of the stored article."""
    if has_other_guid(entry, held) and _is_led_elsewhere(entry, held):
        return True
    has_its_title = is_same_title(entry.title, held.title)
    if entry.text == held.text or similar_text(entry, held):
        return not has_its_title and (has_other_guid(entry, held) or is_elsewhere(entry, held))
    if not (entry.body and held.body):
        return False
    return not has_its_title or is_rewritten(entry.body, held.body)


def _is_led_elsewhere(entry: Side, held: Side) -> bool:
    """Whether the entry's link is that of the next article; a site that moves changes guid and link at once."""
    if not is_elsewhere(entry, held):
        return False
    ours, theirs = entry.address or "", held.address or ""
    if differ_in_session(ours, theirs) and is_same_title(entry.title, held.title):
        says_so = same_text(entry, held) or similar_text(entry, held)
        if says_so or (entry.title == held.title and same_date(entry, held)):
            return False
    if held.guid in (entry.guid, None):
        return True
    return entry.guid is not None and (other_date(entry, held) or is_of_one_scheme(ours, theirs))
