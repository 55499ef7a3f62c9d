"""What repeats among the entries of a reading and stored articles, and which identities are places in a list. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import cached_property

from bot.stories.entry_addresses import counts_on, holds_token, session_names, without_session
from bot.stories.entry_sides import (
    CONTENT,
    Side,
    content_of,
    has_hour,
    is_same_title,
    other_date,
    place_of,
    same_date,
    same_text,
    similar_text,
    values_of,
    words_of,
)

MAX_REWORDED = 20  # entries of a feed, of which each is compared word by word with twice as many stored articles


class Listing:
    """The entries of a reading beside stored articles that they may be."""

    def __init__(self, entries: Sequence[Side], held: Sequence[Side]) -> None:
        names = session_names(side.address for side in entries)
        self.has_sessions = bool(names)  # which are others in the addresses under which articles are looked for
        self.entries = [_without(side, names) for side in _without_shared_date(entries)]
        self.held = [_without(side, names) for side in held]
        self.by_key = {side.key: side for side in self.held}
        self.listed = Counter(side.address for side in self.entries)
        self.stored = Counter(side.address for side in self.held)
        self._by_text = {side.text: side for side in self.entries if side.text is not None}
        self.stored_texts = Counter(side.text for side in self.held)
        self.stored_days = Counter((side.title, side.date) for side in self.held)
        self.stored_words = Counter(map(words_of, self.held))
        self.values = Counter(value for side in self.entries for value in values_of(side))
        self.values.update(("said", name) for side in self.entries for name in _sayings(side))
        said = ((self._known_by(side), place_of(side)) for side in self.entries)
        self.values.update(("known by", words) for both in said for words in both)

    def _known_by(self, entry: Side) -> object:
        """What an entry says; without its date where its words are its own: some feeds date all anew each time."""
        return words_of(entry) if self.is_single("words", words_of(entry)) else content_of(entry)

    def _known_anywhere_by(self, entry: Side) -> object:
        """What an entry says, or for want of a text of its own its title and address, where no other has these."""
        is_said = entry.text and self.is_single("known by", self._known_by(entry))
        is_placed = self.is_single("known by", place_of(entry)) and not self.addresses_are_places
        return place_of(entry) if is_placed and not is_said else self._known_by(entry)

    def is_single(self, what: str, value: object) -> bool:
        """Whether one entry alone has this title, date, text, or two of these."""
        return self.values[what, value] == 1

    def _is_renamed(self, entry: Side, known: Set[object], named: Mapping[object, Side]) -> bool:
        """Whether an entry says what was stored under another guid; two things must agree, or nearly."""
        words = self._known_anywhere_by(entry)
        if words in known and self.is_single("known by", words):
            return True
        others = [(name, named[name]) for name in _names_of(entry) if name in named and self.values[name] == 1]
        return any(
            (name[0] in ("text", "date") and is_same_title(entry.title, other.title))
            or (name[0] != "text" and similar_text(entry, other))
            for name, other in others
        )

    @cached_property
    def repeats_titles(self) -> bool:
        """Whether several stored articles, or entries, have one title: "Road report"."""
        stored = Counter(side.title for side in self.held)
        return len(stored) < len(self.held) or any(not self.is_single("title", side.title) for side in self.entries)

    @property
    def is_lone(self) -> bool:
        """Whether the feed lists one entry: its guid and address may be those of all to come."""
        return len(self.entries) == 1

    def has_own_address(self, entry: Side) -> bool:
        """Whether no other entry has its address. Of the one entry of a feed nobody can tell."""
        is_single = entry.address is not None and not self.is_lone and self.listed[entry.address] == 1
        return is_single and not self.addresses_are_places

    def is_surely_new(self, entry: Side) -> bool:
        """Whether an entry has an address that no other has or had. A guid may be another one at every edition."""
        has_own = self.has_own_address(entry) and not holds_token(entry.address or "")
        return has_own and entry.address not in self.stored

    def share_own_page(self, entry: Side, held: Side) -> bool:
        """Whether both have one address, that no other entry and no other stored article has."""
        one_each = self.listed[entry.address] == self.stored[held.address] == 1
        is_shared = entry.address is not None and entry.address == held.address
        return is_shared and one_each and not self.addresses_are_places

    def is_keyed_by_place(self, entry: Side) -> bool:
        """Whether the entry's key, a guid or its address, says where in the list it stands."""
        return self.guids_are_places or (entry.guid is None and self.addresses_are_places)

    @cached_property
    def changes_guids(self) -> bool:
        """Whether half of the entries say what stored articles say, under other guids."""
        renamed = [entry for entry in self.entries if entry.guid is not None and entry.key not in self.by_key]
        if self.is_lone or 2 * len(renamed) < len(self.entries):
            return False
        known: set[object] = {words(side) for side in self.held for words in (words_of, content_of, place_of)}
        named: dict[object, Side] = {name: held for held in reversed(self.held) for name in _names_of(held)}
        return 2 * sum(self._is_renamed(entry, known, named) for entry in renamed) >= len(self.entries)

    @cached_property
    def guids_are_places(self) -> bool:
        """Whether guids say where in the list an entry stands: "1" for the first, whichever that is."""
        return self._are_places({entry.key: entry for entry in self.entries if entry.guid}, self.by_key)

    @cached_property
    def addresses_are_places(self) -> bool:
        """Whether addresses do so: "#1" for the first."""
        alone = {side.address: side for side in self.entries if side.address and self.listed[side.address] == 1}
        if all(side.text for side in self.entries) and counts_on(list(alone)):
            return True
        return self._are_places(alone, {side.address: side for side in reversed(self.held) if side.address})

    def _are_places(self, listed: Mapping[str, Side], stored: Mapping[str, Side]) -> bool:
        """Whether identities carry something else from reading to reading, while what they carried is still listed.

        That is sure where an entry gave its identity to another one. Else more entries must say what was stored under
        another identity, or nearly, than what was stored under theirs.
        """
        if self.is_lone:
            return False
        said: dict[object, Side] = {}
        for held in reversed(self.held):
            said.update(dict.fromkeys(_sayings(held), held))
        stayed = moved = 0
        for identity, entry in listed.items():
            names = [name for name in _sayings(entry) if self.is_single("said", name)]
            own, other = stored.get(identity), next((said[name] for name in names if name in said), None)
            if other is not None and other is not own and self._gave_way(other, listed, names):
                return True
            if own is not None and self._says(entry, own, names):
                stayed += 1
            elif other := other or self._reworded(entry):
                lost_it = other.key.startswith(CONTENT)  # when it was new, its identity was that of another one
                moved += lost_it or own is not None or other.key in listed or other.address in listed
        return moved > stayed

    def _gave_way(self, moved: Side, listed: Mapping[str, Side], names: Sequence[object]) -> bool:
        """Whether what was stored under an identity is listed under another one, and something else under its own."""
        if not any(self._said[name] == 1 for name in names):
            return False
        successor = next((listed[name] for name in (moved.key, moved.address or "") if name in listed), None)
        if successor is None:
            return False
        return not self._says(successor, moved, [name for name in _sayings(successor) if self.is_single("said", name)])

    @cached_property
    def _said(self) -> Counter[object]:
        return Counter(name for held in self.held for name in _sayings(held))

    def _says(self, entry: Side, own: Side, names: Sequence[object]) -> bool:
        """Whether an entry says what was stored under its identity."""
        has_its_words = same_text(entry, own) or (entry.text == own.text and not other_date(entry, own))
        is_retitled = has_its_words and is_same_title(entry.title, own.title)
        return is_retitled or not set(names).isdisjoint(_sayings(own))

    def is_said_by_another(self, entry: Side, held: Side) -> bool:
        """Whether another entry says what was stored, title and text, which no other article says; this one does not.

        The hour of its date still tells an entry.
        """
        if held.text is None or entry.text == held.text or self.stored_texts[held.text] != 1:
            return False
        is_dated = same_date(entry, held) and has_hour(entry) and self.is_single("date", entry.date)
        other = self._by_text.get(held.text) if self.is_single("text", held.text) and not is_dated else None
        return other is not None and is_same_title(other.title, held.title)

    def _reworded(self, entry: Side) -> Side | None:
        """The stored article that says about the same; None where there are too many to look."""
        is_compared = len(self.entries) <= MAX_REWORDED and self.is_single("text", entry.text)
        few = self.held[: 2 * MAX_REWORDED] if is_compared else ()
        return next((one for one in few if similar_text(entry, one)), None)


def _sayings(side: Side) -> list[object]:
    """What an entry or a stored article may be known by, whatever its identity is; the surest first."""
    text: list[object] = [("text", side.text)] * (side.text is not None)
    return [content_of(side), words_of(side), *text, ("title", side.title)]


def _names_of(side: Side) -> Iterator[tuple[str, object]]:
    """What an edited entry may still have in common with what was stored of it."""
    yield "title", side.title
    if side.text is not None:
        yield "text", side.text
    if has_hour(side):
        yield "date", side.date
    if side.address is not None:
        yield "address", side.address


def _without(side: Side, names: frozenset[str]) -> Side:
    """The side without the reader's session in its address."""
    if not names or side.address is None:
        return side
    address = without_session(side.address, names)
    return replace(side, address=address, page=address.partition("#")[0])


def _without_shared_date(entries: Sequence[Side]) -> Sequence[Side]:
    """The entries, without a day that is that of all, or a moment where it is all that they say beside titles: the
    reading's.
    """
    is_shared = len(entries) > 1 and len({entry.date for entry in entries}) == 1
    if not is_shared or (has_hour(entries[0]) and any(entry.text for entry in entries)):
        return entries
    return [replace(entry, date=None) for entry in entries]
