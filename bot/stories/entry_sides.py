"""What an entry of a feed, or a stored article, can be known by, and what two of them have in common. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.stories.wordings import has_other_figures, numbers_of, share_of_words

CONTENT = "content:"  # begins the keys of entries without an identity of their own
ANOTHER_DAY = timedelta(hours=20)  # between two items of a day's feed, which do not come to the minute
SAME_TITLE_WORDS = 0.6  # of a title's, that its edit keeps
SAME_WORDS = 0.8  # of a text's words that its edit keeps


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What an entry, or a stored article, can be known by."""

    key: str
    guid: str | None  # a key that is neither its address nor made of its content
    address: str | None
    page: str | None  # the address without its fragment
    title: str
    date: datetime | None
    text: str | None  # a digest of it
    body: str = ""  # the text itself; "" where it was not read


def values_of(side: Side) -> Iterator[tuple[str, object]]:
    """What may repeat among entries."""
    yield "title", side.title
    yield "date", side.date
    yield "text", side.text
    yield "address", side.address
    yield "title and date", (side.title, side.date)
    yield "text and date", (side.text, side.date)
    yield "words", words_of(side)


def words_of(side: Side) -> tuple[str, str | None]:
    return side.title, side.text


def place_of(side: Side) -> tuple[str, str, str | None]:
    """What an entry without a text is known by."""
    return "at", side.title, side.address


def content_of(side: Side) -> tuple[str, str | None, datetime | None]:
    """All by which an entry is known beside its guid and address."""
    return side.title, side.text, side.date


def is_same_title(one: str, other: str) -> bool:
    """Whether one title is the other's edit: most words are the same, and all numbers."""
    return numbers_of(one) == numbers_of(other) and share_of_words(one, other) >= SAME_TITLE_WORDS


def is_days_apart(entry: Side, held: Side) -> bool:
    """Whether the two have dates of different days. Some feeds date their entry anew each time they are asked."""
    return time_apart(entry, held) >= ANOTHER_DAY


def time_apart(entry: Side, held: Side) -> timedelta:
    """The time between the dates of the two; none where one has no date."""
    return abs(entry.date - held.date) if entry.date is not None and held.date is not None else timedelta()


def same_date(entry: Side, held: Side) -> bool:
    return entry.date is not None and entry.date == held.date


def other_date(entry: Side, held: Side) -> bool:
    return None not in (entry.date, held.date) and entry.date != held.date


def same_text(entry: Side, held: Side) -> bool:
    return entry.text is not None and entry.text == held.text


def similar_text(entry: Side, held: Side) -> bool:
    """Whether both texts were read and one is the other's edit: most words are the same, and not all figures others."""
    if not (entry.body and held.body) or has_other_figures(entry.body, held.body):
        return False
    return share_of_words(entry.body, held.body) >= SAME_WORDS


def has_other_guid(entry: Side, held: Side) -> bool:
    return None not in (entry.guid, held.guid) and entry.guid != held.guid


def is_elsewhere(entry: Side, held: Side) -> bool:
    """Whether both have an address, and not the same; a fragment that one of them lacks makes no difference."""
    if entry.page is None or held.page is None:
        return False
    one_lacks_it = entry.page == held.page and entry.page in (entry.address, held.address)
    return entry.address != held.address and not one_lacks_it


def has_hour(entry: Side) -> bool:
    return entry.date is not None and entry.date.time() != time.min
