"""What makes an entry of a feed a stored article. Pure.

What repeats identifies nothing, neither among the entries of a reading nor from one reading to the next.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cached_property

from bot.stories.entry_sides import (
    CONTENT,
    Side,
    content_of,
    has_hour,
    is_days_apart,
    is_elsewhere,
    is_same_title,
    other_date,
    place_of,
    same_date,
    same_text,
    time_apart,
    values_of,
    words_of,
)
from bot.stories.wordings import SHORT_TEXT, has_other_figures, share_of_words, without_counters

ANOTHER_BULLETIN = timedelta(minutes=20)  # between two items of a feed of the latest one, each under a guid of its own
SAME_WORDS = 0.8  # of a text's words that its edit keeps


class Feed:
    """The entries of a reading beside stored articles that they may be: what repeats, and who is who."""

    def __init__(self, entries: Sequence[Side], held: Sequence[Side]) -> None:
        self.entries = _without_shared_date(entries)
        self.held = held
        self.by_key = {side.key: side for side in held}
        self._listed = Counter(side.address for side in entries)
        self._stored = Counter(side.address for side in held)
        self._values = Counter(value for side in entries for value in values_of(side))
        self._values.update(("known by", words) for side in entries for words in (self._known_by(side), place_of(side)))

    def has_address(self, entry: Side) -> bool:
        """Whether an entry has an address that tells it from all others. A guid may be another one at every edition."""
        return self._is_alone(entry)

    def is_doubtful(self, entry: Side, held: Side) -> bool:
        """Whether an entry may be another article than this edited one: its title or text is that of many."""
        if content_of(entry) == content_of(held):
            return False
        if len(self.entries) == 1:
            return not (entry.title == held.title and same_text(entry, held))
        return not self._is_single("title", entry.title) or (
            entry.text is not None and not self._is_single("text", entry.text)
        )

    def is_same(self, entry: Side, held: Side) -> bool:
        """Whether an entry is a stored article."""
        if self._is_next(entry, held):
            return False
        if entry.key == held.key and not self._is_keyed_by_place(entry):
            return self._keeps_key(entry, held)
        guid = self._guid(entry)
        other_guid = guid is not None and held.guid is not None and guid != held.guid
        if self._shares_page_with_none(entry, held):
            # Under another guid the page may serve one entry after the other.
            is_its_own = self._is_alone(entry) and not (other_guid and not self._changes_guids)
            return is_its_own or self._is_edit(entry, held)
        if other_guid and not self._changes_guids:
            return entry.address == held.address is not None and self._is_listed_again(entry, held)
        if is_elsewhere(entry, held):
            told = same_text(entry, held) or same_date(entry, held)
            return entry.title == held.title and told and not self._is_alone(entry)
        return self._is_told_by_content(entry, held)

    def is_same_elsewhere(self, entry: Side, held: Side) -> bool:
        """Whether an entry is a stored article of a feed of which nothing is known: all guids and addresses are others.

        The horoscope has the same titles every day, so that date or text must agree.
        """
        if entry.title != held.title or self._is_next(entry, held):
            return False
        if not self._is_single("title", entry.title):
            return (same_text(entry, held) and self._is_single("words", words_of(entry))) or (
                same_date(entry, held) and self._is_single("title and date", (entry.title, entry.date))
            )
        same_page = entry.page == held.page is not None and not other_date(entry, held)
        same_words = entry.text == held.text and not other_date(entry, held)
        return same_page or same_words or same_date(entry, held) or same_text(entry, held)

    def _keeps_key(self, entry: Side, held: Side) -> bool:
        """Whether an entry is the article of its key, edited, and not the next one under a guid that stays."""
        if self._is_next(entry, held):
            return False
        if entry.key.startswith(CONTENT) or (entry.address == held.address and self._is_alone(entry)):
            return True
        return (entry.title == held.title and not is_elsewhere(entry, held)) or self._is_edit(entry, held)

    def _is_edit(self, entry: Side, held: Side) -> bool:
        """Whether two of one place are versions of one article: title, text and date have not all changed."""
        if same_date(entry, held) and has_hour(entry) and self._is_single("date", entry.date):
            return True
        if entry.title == held.title and same_text(entry, held):
            return True
        return (entry.title == held.title or same_text(entry, held)) and not other_date(entry, held)

    def _is_told_by_content(self, entry: Side, held: Side) -> bool:
        """Whether an entry is a stored article by title, date and text alone: two agree, that no other entry has."""
        if None in (entry.date, held.date):
            known = ("title", entry.title) if entry.title == held.title else ("text", entry.text)
            both = entry.title == held.title and same_text(entry, held)
            return both or ((known[0] == "title" or same_text(entry, held)) and self._is_single(*known))
        if entry.title == held.title and same_text(entry, held) and self._is_single("words", words_of(entry)):
            return True
        if not same_date(entry, held):
            return False
        if entry.title == held.title:
            return same_text(entry, held) or self._is_single("title and date", (entry.title, entry.date))
        return same_text(entry, held) and self._is_single("text and date", (entry.text, entry.date))

    def _is_listed_again(self, entry: Side, held: Side) -> bool:
        """Whether an entry under another guid, at a page of many, is a stored article all the same."""
        if same_date(entry, held):
            return (entry.title == held.title and self._is_single("title and date", (entry.title, entry.date))) or (
                same_text(entry, held) and self._is_single("text and date", (entry.text, entry.date))
            )
        same_words = entry.text == held.text or None in (entry.text, held.text)
        is_same = entry.title == held.title and same_words and not other_date(entry, held)
        return is_same and self._is_single("words", words_of(entry))

    def _guid(self, entry: Side) -> str | None:
        """The entry's guid, unless guids come back with other articles: "current", the place in the list."""
        return None if self._recycles_guids else entry.guid

    @cached_property
    def _recycles_guids(self) -> bool:
        """Whether an entry has the guid of a stored article that it is not."""
        if self._guids_are_places:
            return True
        owned = ((entry, self.by_key.get(entry.key)) for entry in self.entries if entry.guid)
        return any(own is not None and not self._keeps_key(entry, own) for entry, own in owned)

    @cached_property
    def _changes_guids(self) -> bool:
        """Whether half of the entries say what stored articles say, under other guids."""
        known: set[object] = {words(side) for side in self.held for words in (words_of, content_of, place_of)}
        said = [self._known_anywhere_by(entry) for entry in self.entries]
        renamed = sum(
            entry.guid is not None
            and entry.key not in self.by_key
            and words in known
            and self._is_single("known by", words)
            for entry, words in zip(self.entries, said, strict=True)
        )
        return len(self.entries) > 1 and renamed * 2 >= len(self.entries)

    @cached_property
    def _guids_are_places(self) -> bool:
        """Whether guids say where in the list an entry stands: "1" for the first, whichever that is."""
        return self._are_places({entry.key: entry for entry in self.entries if entry.guid}, self.by_key)

    def _is_keyed_by_place(self, entry: Side) -> bool:
        """Whether the entry's key, a guid or its address, says where in the list it stands."""
        return self._guids_are_places or (entry.guid is None and self._addresses_are_places)

    @cached_property
    def _addresses_are_places(self) -> bool:
        """Whether addresses do so: "#1" for the first."""
        alone = {side.address: side for side in self.entries if side.address and self._listed[side.address] == 1}
        return self._are_places(alone, {side.address: side for side in reversed(self.held) if side.address})

    def _are_places(self, listed: Mapping[str, Side], stored: Mapping[str, Side]) -> bool:
        """Whether more entries say what was stored under another identity than what was stored under theirs.

        One of the two identities must say something else now; what several entries say tells nothing.
        """
        if len(self.entries) == 1:
            return False
        said: dict[object, Side] = {}
        for held in reversed(self.held):
            said.update(dict.fromkeys((words_of(held), content_of(held), place_of(held)), held))
        stayed = moved = 0
        for identity, entry in listed.items():
            content = self._known_by(entry)
            if not self._is_single("known by", content):
                content = place_of(entry)
            own, other = stored.get(identity), said.get(content)
            if own is not None and content in (words_of(own), content_of(own), place_of(own)):
                stayed += 1
            elif other is not None and self._is_single("known by", content):
                moved += own is not None or other.key in listed or other.address in listed
        return moved > stayed

    def _is_next(self, entry: Side, held: Side) -> bool:
        """Whether the one entry of a feed is another article than the stored one, though it may keep guid and address.

        So it is with the date of another day, or of another hour under another guid, with another link under the same
        guid or none, and where a form has other figures: the rate of the day. An edit keeps the date with its hour, or
        most words; the title of a long text may be any other.
        """
        if len(self.entries) > 1 or (same_date(entry, held) and has_hour(entry)):
            return False
        if is_days_apart(entry, held) or (held.guid in (entry.guid, None) and is_elsewhere(entry, held)):
            return True
        if _has_other_guid(entry, held) and time_apart(entry, held) >= ANOTHER_BULLETIN:
            return True
        if not (entry.body and held.body):
            return False
        if held is not self.held[0]:  # only the newest article is still edited
            return not (entry.title == held.title and same_text(entry, held))
        if same_text(entry, held):
            is_short = len(entry.body) < SHORT_TEXT
            other_title = is_short and not is_same_title(*map(without_counters, (entry.title, held.title)))
            return other_title or has_other_figures(*map(without_counters, (entry.title, held.title)))
        body, was = without_counters(entry.body), without_counters(held.body)
        return has_other_figures(body, was) or share_of_words(body, was) < SAME_WORDS

    def _is_alone(self, entry: Side) -> bool:
        """Whether no other entry has its address. Of the one entry of a feed nobody can tell."""
        is_single = entry.address is not None and len(self.entries) > 1 and self._listed[entry.address] == 1
        return is_single and not self._addresses_are_places

    def _shares_page_with_none(self, entry: Side, held: Side) -> bool:
        """Whether both have one address, that no other entry and no other stored article has."""
        one_each = self._listed[entry.address] == self._stored[held.address] == 1
        is_shared = entry.address is not None and entry.address == held.address
        return is_shared and one_each and not self._addresses_are_places

    def _known_by(self, entry: Side) -> object:
        """What an entry says; without its date where its words are its own: some feeds date all anew each time."""
        return words_of(entry) if self._is_single("words", words_of(entry)) else content_of(entry)

    def _known_anywhere_by(self, entry: Side) -> object:
        """What an entry says, or for want of a text its title and address, where no other one has these."""
        has_place = not entry.text and self._is_single("known by", place_of(entry))
        return place_of(entry) if has_place else self._known_by(entry)

    def _is_single(self, what: str, value: object) -> bool:
        """Whether one entry alone has this title, date, text, or two of these."""
        return self._values[what, value] == 1


def _has_other_guid(entry: Side, held: Side) -> bool:
    return None not in (entry.guid, held.guid) and entry.guid != held.guid


def _without_shared_date(entries: Sequence[Side]) -> Sequence[Side]:
    """The entries, without their date where it is all that they say beside titles, and one for all: the reading's."""
    is_shared = len(entries) > 1 and len({entry.date for entry in entries}) == 1
    if not is_shared or any(entry.text for entry in entries):
        return entries
    return [replace(entry, date=None) for entry in entries]
