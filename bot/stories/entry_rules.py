"""What makes an entry of a feed a stored article: which of its identities counts, then the rule of that one. Pure.

What repeats identifies nothing, neither among the entries of a reading nor from one reading to the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cached_property
from typing import assert_never

from bot.stories.entry_addresses import differ_in_session, names_article
from bot.stories.entry_listing import Listing
from bot.stories.entry_sides import (
    CONTENT,
    Side,
    content_of,
    has_hour,
    is_elsewhere,
    is_same_title,
    other_date,
    same_date,
    same_text,
    similar_text,
    words_of,
)
from bot.stories.lone_entries import is_edited, is_next
from bot.stories.wordings import has_other_figures, is_rewritten


class Identity(Enum):
    """By what an entry is, or is not, a certain stored article; the first that applies decides."""

    KEY = "the guid or the address under which it is stored"
    OWN_PAGE = "one address, that no other entry and no other stored article has"
    SHARED_PAGE = "an address of many, under another guid"
    OTHER_GUID = "none: another guid in a feed that keeps its guids, and another address"
    PLACE = "title, text and date, or the same place: links say where in the list an entry stands"
    CONTENT = "title, text and date, of which two must agree: guid and address are missing, or those of all"


class Rules:
    """Tells which entries of a reading are stored articles."""

    def __init__(self, listing: Listing) -> None:
        self._listing = listing

    def is_same(self, entry: Side, held: Side) -> bool:
        """Whether an entry is a stored article."""
        listing = self._listing
        if self._is_next(entry, held):
            return False
        if listing.is_lone and is_edited(entry, held):
            return True
        is_at_home = listing.has_own_address(entry) and entry.address == held.address
        if listing.is_said_by_another(entry, held) and not is_at_home:
            return False
        match self._identity(entry, held):
            case Identity.KEY:
                return self._keeps_key(entry, held)
            case Identity.OWN_PAGE:
                # Under another guid, and without guids to rely on, the page may serve one entry after the other.
                is_its_own = listing.has_own_address(entry) and not self._has_other_guid(entry, held)
                if self._is_recycled(entry):
                    return self._is_edit(entry, held) or self._is_worded_alike(entry, held)
                is_its_own = is_its_own and not self._is_section(entry, held)
                return is_its_own or self._is_edit(entry, held) or _is_dated_anew(entry, held)
            case Identity.SHARED_PAGE:
                return self._is_listed_again(entry, held)
            case Identity.OTHER_GUID:
                return False
            case Identity.PLACE:
                return self._is_told_by_content(entry, held) or self._is_edited_in_list(entry, held)
            case Identity.CONTENT:
                has_moved = is_elsewhere(entry, held) and listing.has_own_address(entry)
                has_moved = has_moved and not differ_in_session(entry.address or "", held.address or "")
                return not has_moved and self._is_told_by_content(entry, held)
            case _ as unreachable:
                assert_never(unreachable)

    def _identity(self, entry: Side, held: Side) -> Identity:
        listing = self._listing
        if entry.key == held.key and not (listing.is_keyed_by_place(entry) or self._is_recycled(entry)):
            return Identity.KEY
        if listing.share_own_page(entry, held):
            return Identity.OWN_PAGE
        if self._has_other_guid(entry, held):
            return Identity.SHARED_PAGE if entry.address == held.address is not None else Identity.OTHER_GUID
        return Identity.PLACE if listing.addresses_are_places else Identity.CONTENT

    def is_doubtful(self, entry: Side, held: Side) -> bool:
        """Whether an entry may be another article than this edited one: all is another, or what many have."""
        if content_of(entry) == content_of(held):
            return False
        if self._listing.is_lone:
            return not (entry.title == held.title and same_text(entry, held))
        is_dated = same_date(entry, held) and has_hour(entry)
        if not (same_text(entry, held) or is_dated or names_article(entry.address or "")):
            return True
        return not self._listing.is_single("title", entry.title) or (
            entry.text is not None and not self._listing.is_single("text", entry.text)
        )

    def is_same_elsewhere(self, entry: Side, held: Side) -> bool:
        """Whether an entry is a stored article of a feed of which nothing is known: all guids and addresses are others.

        The horoscope has the same titles every day, so that date or text must agree.
        """
        listing = self._listing
        if entry.title != held.title or self._is_next(entry, held) or listing.is_said_by_another(entry, held):
            return False
        if not listing.is_single("title", entry.title):
            return (same_text(entry, held) and listing.is_single("words", words_of(entry))) or (
                same_date(entry, held) and listing.is_single("title and date", (entry.title, entry.date))
            )
        same_words = entry.text == held.text and not other_date(entry, held)
        return same_words or same_date(entry, held) or same_text(entry, held)

    def believed(self, pairs: Sequence[tuple[Side, Side]]) -> Iterator[tuple[Side, Side]]:
        """Those pairs of an entry and an article worded like it that are one, since nothing else could tell.

        That is so where an entry has neither guid nor address, and in a feed that changes half of its entries so.
        """
        is_usual = 2 * len(pairs) >= len(self._listing.entries)
        for entry, held in pairs:
            has_own_date = other_date(entry, held) and self._listing.is_single("date", entry.date)
            has_identity = self._guid(entry) is not None and not self._listing.changes_guids
            if not (is_elsewhere(entry, held) or has_own_date) and (is_usual or not has_identity):
                yield entry, held

    def _keeps_key(self, entry: Side, held: Side) -> bool:
        """Whether an entry is the article of its key, edited, and not the next one under a guid that stays."""
        listing = self._listing
        if self._is_next(entry, held):
            return False
        if entry.key.startswith(CONTENT):
            return True
        if entry.address == held.address and listing.has_own_address(entry):
            return entry.guid is not None or not self._is_section(entry, held)
        if entry.title == held.title and not is_elsewhere(entry, held):
            return True
        is_elsewhere_and_alike = is_elsewhere(entry, held) and not listing.is_single("title", entry.title)
        is_edit = not is_elsewhere_and_alike and self._is_edit(entry, held)
        return is_edit or self._is_worded_alike(entry, held)

    def _is_section(self, entry: Side, held: Side) -> bool:
        """Whether the page of both names no article, and they have nothing else in common: it serves one after another.

        Of a page that names one, a live report for instance, all may be rewritten at once. A title alone is little to
        have in common: what came before may have had it, too.
        """
        if names_article(entry.address or "") or same_text(entry, held):
            return False
        has_its_title = is_same_title(entry.title, held.title)
        if entry.text is held.text is None:
            return not (has_its_title or same_date(entry, held))
        if not (entry.body and held.body):
            return False
        if similar_text(entry, held):
            return other_date(entry, held) and not has_its_title
        is_dated = same_date(entry, held) and has_hour(entry) and self._listing.is_single("date", entry.date)
        return not has_its_title or (_says_other(entry, held) and not is_dated)

    def _is_worded_alike(self, entry: Side, held: Side) -> bool:
        """Whether two of one guid say about the same; with another link and date, both title and text must."""
        listing = self._listing
        has_its_title = is_same_title(entry.title, held.title) and listing.is_single("title", entry.title)
        has_its_text = same_text(entry, held) and listing.is_single("text", entry.text)
        has_its_text = has_its_text or similar_text(entry, held)
        if is_elsewhere(entry, held) and other_date(entry, held):
            return has_its_title and has_its_text
        return has_its_title or has_its_text

    def _is_edit(self, entry: Side, held: Side) -> bool:
        """Whether two of one page are versions of one article: title, text and date have not all changed."""
        if same_date(entry, held) and has_hour(entry) and self._listing.is_single("date", entry.date):
            return True
        if entry.title == held.title and same_text(entry, held):
            return True
        return (entry.title == held.title or same_text(entry, held)) and not other_date(entry, held)

    def _is_told_by_content(self, entry: Side, held: Side) -> bool:
        """Whether an entry is a stored article by title, date and text alone: two agree, that no other entry has."""
        listing = self._listing
        if None in (entry.date, held.date):
            if entry.title == held.title:
                is_edit = self._has_own_title(entry) and not _says_other(entry, held)
                return same_text(entry, held) or similar_text(entry, held) or is_edit
            return self._has_own_text(entry, held)
        if entry.title == held.title and same_text(entry, held) and listing.is_single("words", words_of(entry)):
            return same_date(entry, held) or listing.stored_words[words_of(held)] == 1
        if not same_date(entry, held):
            is_its_title = entry.title == held.title and listing.is_single("title", entry.title)
            return is_its_title and similar_text(entry, held)
        if entry.title == held.title:
            is_single = listing.is_single("title and date", (entry.title, entry.date))
            is_single = is_single and listing.stored_days[held.title, held.date] == 1
            if not has_hour(entry):  # two of a title may come on one day
                is_single = is_single and not _says_other(entry, held)
                is_single = is_single and (similar_text(entry, held) or not listing.repeats_titles)
            return same_text(entry, held) or is_single
        if same_text(entry, held):
            return listing.is_single("text and date", (entry.text, entry.date))
        is_edit = is_same_title(entry.title, held.title) or similar_text(entry, held)
        return is_edit and has_hour(entry) and listing.is_single("date", entry.date)

    def _is_edited_in_list(self, entry: Side, held: Side) -> bool:
        """Whether an entry whose link is a place in the list is a stored article, edited: text or title tells it."""
        if self._has_own_text(entry, held) and is_same_title(entry.title, held.title):
            return True
        is_its_title = entry.title == held.title and self._listing.is_single("title", entry.title)
        is_its_text = self._listing.is_single("text", entry.text) and similar_text(entry, held)
        return entry.address == held.address and (is_its_title or is_its_text)

    def _is_listed_again(self, entry: Side, held: Side) -> bool:
        """Whether an entry under another guid, at a page of many, is a stored article all the same."""
        is_single = self._listing.is_single
        if same_date(entry, held):
            has_its_title = entry.title == held.title and is_single("title and date", (entry.title, entry.date))
            return has_its_title or (same_text(entry, held) and is_single("text and date", (entry.text, entry.date)))
        same_words = entry.text == held.text or None in (entry.text, held.text)
        is_same = entry.title == held.title and same_words and not other_date(entry, held)
        return is_same and is_single("words", words_of(entry))

    def _has_own_text(self, entry: Side, held: Side) -> bool:
        """Whether both have one text, that no other entry and no other stored article has."""
        is_single = self._listing.is_single("text", entry.text) and self._listing.stored_texts[held.text] == 1
        return same_text(entry, held) and is_single

    def _has_own_title(self, entry: Side) -> bool:
        """Whether no other has an entry's title, in a feed that repeats none: the next one may come under it, too."""
        return self._listing.is_single("title", entry.title) and not self._listing.repeats_titles

    def _is_recycled(self, entry: Side) -> bool:
        """Whether an entry of several has a guid that comes back with other articles."""
        return entry.guid is not None and not self._listing.is_lone and self._recycles_guids

    def _has_other_guid(self, entry: Side, held: Side) -> bool:
        """Whether the two have guids, not the same, in a feed that neither changes nor recycles its guids."""
        guid = self._guid(entry)
        is_other = guid is not None and held.guid is not None and guid != held.guid
        return is_other and not self._listing.changes_guids

    def _guid(self, entry: Side) -> str | None:
        """The entry's guid, unless guids come back with other articles: "current", the place in the list."""
        return None if self._recycles_guids else entry.guid

    @cached_property
    def _recycles_guids(self) -> bool:
        """Whether an entry has the guid of a stored article that it is not."""
        if self._listing.guids_are_places:
            return True
        owned = ((entry, self._listing.by_key.get(entry.key)) for entry in self._listing.entries if entry.guid)
        return any(
            own is not None and (self._listing.is_said_by_another(entry, own) or not self._keeps_key(entry, own))
            for entry, own in owned
        )

    def _is_next(self, entry: Side, held: Side) -> bool:
        """Whether the one entry of a feed is another article than the stored one."""
        return self._listing.is_lone and is_next(entry, held, is_newest=held is self._listing.held[0])


def _says_other(entry: Side, held: Side) -> bool:
    """Whether the texts of the two were read, and are so different that one is no edit of the other."""
    ours, theirs = entry.body, held.body
    return bool(ours and theirs) and (has_other_figures(ours, theirs) or is_rewritten(ours, theirs))


def _is_dated_anew(entry: Side, held: Side) -> bool:
    """Whether two of a page that names one article, and nothing but its title, differ in their date alone."""
    return names_article(entry.address or "") and entry.title == held.title and entry.text is held.text is None
