"""What makes an entry of a feed a stored article. Pure.

What repeats identifies nothing, neither among the entries of a reading nor from one reading to the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from bot.stories.entry_listing import Listing, names_of
from bot.stories.entry_sides import (
    CONTENT,
    Side,
    content_of,
    has_hour,
    is_elsewhere,
    is_same_title,
    other_date,
    place_of,
    same_date,
    same_text,
    similar_text,
    words_of,
)
from bot.stories.lone_entries import is_edited, is_next


class Feed(Listing):
    """The entries of a reading beside stored articles that they may be: what repeats, and who is who."""

    def is_surely_new(self, entry: Side) -> bool:
        """Whether an entry has an address that no other has or had. A guid may be another one at every edition."""
        return self._is_alone(entry) and entry.address not in self._stored

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
        if len(self.entries) == 1 and is_edited(entry, held):
            return True
        if self._is_said_by_another(entry, held) and not (self._is_alone(entry) and entry.address == held.address):
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
        if self._addresses_are_places:
            return self._is_told_by_content(entry, held) or self._is_edited_in_list(entry, held)
        if is_elsewhere(entry, held):
            told = same_text(entry, held) or same_date(entry, held)
            return entry.title == held.title and told and not self._is_alone(entry)
        return self._is_told_by_content(entry, held)

    def is_same_elsewhere(self, entry: Side, held: Side) -> bool:
        """Whether an entry is a stored article of a feed of which nothing is known: all guids and addresses are others.

        The horoscope has the same titles every day, so that date or text must agree.
        """
        if entry.title != held.title or self._is_next(entry, held) or self._is_said_by_another(entry, held):
            return False
        if not self._is_single("title", entry.title):
            return (same_text(entry, held) and self._is_single("words", words_of(entry))) or (
                same_date(entry, held) and self._is_single("title and date", (entry.title, entry.date))
            )
        same_page = entry.page == held.page is not None and not other_date(entry, held)
        same_words = entry.text == held.text and not other_date(entry, held)
        return same_page or same_words or same_date(entry, held) or same_text(entry, held)

    def believed(self, pairs: Sequence[tuple[Side, Side]]) -> Iterator[tuple[Side, Side]]:
        """Those pairs of an entry and an article worded like it that are one, since nothing else could tell.

        That is so where an entry has neither guid nor address, and in a feed that changes half of its entries so.
        """
        is_usual = 2 * len(pairs) >= len(self.entries)
        for entry, held in pairs:
            has_own_date = other_date(entry, held) and self._is_single("date", entry.date)
            has_identity = self._guid(entry) is not None and not self._changes_guids
            if not (is_elsewhere(entry, held) or has_own_date) and (is_usual or not has_identity):
                yield entry, held

    def _keeps_key(self, entry: Side, held: Side) -> bool:
        """Whether an entry is the article of its key, edited, and not the next one under a guid that stays."""
        if self._is_next(entry, held):
            return False
        if entry.key.startswith(CONTENT) or (entry.address == held.address and self._is_alone(entry)):
            return True
        if entry.title == held.title and not is_elsewhere(entry, held):
            return True
        if len(self.entries) == 1:
            return self._is_edit(entry, held)
        is_elsewhere_and_alike = is_elsewhere(entry, held) and not self._is_single("title", entry.title)
        is_edit = not is_elsewhere_and_alike and self._is_edit(entry, held)
        return is_edit or self._is_worded_alike(entry, held)

    def _is_worded_alike(self, entry: Side, held: Side) -> bool:
        """Whether two of one guid say about the same; with another link and date, both title and text must."""
        has_its_title = is_same_title(entry.title, held.title) and self._is_single("title", entry.title)
        has_its_text = same_text(entry, held) and self._is_single("text", entry.text)
        has_its_text = has_its_text or similar_text(entry, held)
        if is_elsewhere(entry, held) and other_date(entry, held):
            return has_its_title and has_its_text
        return has_its_title or has_its_text

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
            if entry.title == held.title:
                return same_text(entry, held) or self._is_single("title", entry.title)
            return same_text(entry, held) and self._is_single("text", entry.text) and self._texts[held.text] == 1
        if entry.title == held.title and same_text(entry, held) and self._is_single("words", words_of(entry)):
            return same_date(entry, held) or (
                self._sayers[words_of(held)] == 1 and not (has_hour(held) and self._is_single("date", held.date))
            )
        if not same_date(entry, held):
            is_its_title = entry.title == held.title and self._is_single("title", entry.title)
            return is_its_title and similar_text(entry, held)
        if entry.title == held.title:
            is_single = self._is_single("title and date", (entry.title, entry.date))
            return same_text(entry, held) or (is_single and self._days[held.title, held.date] == 1)
        if same_text(entry, held):
            return self._is_single("text and date", (entry.text, entry.date))
        is_edit = is_same_title(entry.title, held.title) or similar_text(entry, held)
        return is_edit and has_hour(entry) and self._is_single("date", entry.date)

    def _is_edited_in_list(self, entry: Side, held: Side) -> bool:
        """Whether an entry whose link is a place in the list is a stored article, edited: text or title tells it."""
        is_its_text = same_text(entry, held) and self._is_single("text", entry.text) and self._texts[held.text] == 1
        if is_its_text and is_same_title(entry.title, held.title):
            return True
        is_its_title = entry.title == held.title and self._is_single("title", entry.title)
        is_its_text = self._is_single("text", entry.text) and similar_text(entry, held)
        return entry.address == held.address and (is_its_title or is_its_text)

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
        return any(
            own is not None and (self._is_said_by_another(entry, own) or not self._keeps_key(entry, own))
            for entry, own in owned
        )

    @cached_property
    def _changes_guids(self) -> bool:
        """Whether half of the entries say what stored articles say, under other guids."""
        renamed = [entry for entry in self.entries if entry.guid is not None and entry.key not in self.by_key]
        if len(self.entries) == 1 or 2 * len(renamed) < len(self.entries):
            return False
        known: set[object] = {words(side) for side in self.held for words in (words_of, content_of, place_of)}
        named: dict[object, Side] = {name: held for held in reversed(self.held) for name in names_of(held)}
        return 2 * sum(self._is_renamed(entry, known, named) for entry in renamed) >= len(self.entries)

    def _is_keyed_by_place(self, entry: Side) -> bool:
        """Whether the entry's key, a guid or its address, says where in the list it stands."""
        return self._guids_are_places or (entry.guid is None and self._addresses_are_places)

    def _is_next(self, entry: Side, held: Side) -> bool:
        """Whether the one entry of a feed is another article than the stored one."""
        return len(self.entries) == 1 and is_next(entry, held, is_newest=held is self.held[0])

    def _is_alone(self, entry: Side) -> bool:
        """Whether no other entry has its address. Of the one entry of a feed nobody can tell."""
        is_single = entry.address is not None and len(self.entries) > 1 and self._listed[entry.address] == 1
        return is_single and not self._addresses_are_places

    def _shares_page_with_none(self, entry: Side, held: Side) -> bool:
        """Whether both have one address, that no other entry and no other stored article has."""
        one_each = self._listed[entry.address] == self._stored[held.address] == 1
        is_shared = entry.address is not None and entry.address == held.address
        return is_shared and one_each and not self._addresses_are_places
