"""Which article a feed's entry is: one that is stored, or a new one. The one place that decides it. Pure.

What repeats identifies nothing: neither a guid that several entries have ("N/A"), nor the page of a podcast that all
its episodes link to. Such entries are told apart by title, date and text, of which two must agree. Where nothing
decides, the entry counts as new: an article that comes twice is a lesser evil than one that never comes.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain

from bot.models.articles import ParsedArticle
from bot.stories.entry_listing import Listing
from bot.stories.entry_rules import Rules
from bot.stories.entry_sides import CONTENT, Side, has_hour, same_date, same_text
from bot.stories.identity import text_digest, text_part
from bot.stories.reworded import reworded
from bot.stories.wordings import has_figures, without_counters
from bot.text.clean import ELLIPSIS
from bot.web.sites import address_key

MAX_BODY = 2000  # characters of a text that are compared word by word
COUNTED_CHARS = 80  # at the end of a text, where comments are counted
TITLE_CHARS = 80  # of a title that was made of the text's beginning
MAX_CANDIDATES = 20  # stored articles that share one thing with an entry
_NO_TEXT = text_digest("")


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldEntry:
    """What is stored of a feed's entry; `published_at` is None where the entry named no date that was believed."""

    key: str
    fingerprint: str
    title: str
    url: str | None = None
    published_at: datetime | None = None
    text: str | None = None  # how its text begins (MAX_BODY); None where it was not read


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """The entries under the keys of their articles; `needs_more`: other articles of the source may be some of them."""

    entries: tuple[ParsedArticle, ...]
    needs_more: bool


def content_key(entry: ParsedArticle) -> str:
    """The key of an entry that has no identity but its words, its date and its address."""
    date = entry.published_at.isoformat() if entry.published_at else ""
    return _hashed(f"{entry.url}\n{entry.title}\n{date}\n{' '.join(entry.text.split())}")


def match_entries(entries: Sequence[ParsedArticle], held: Sequence[HeldEntry]) -> Matched:
    """The entries of one reading under the keys of the stored articles that they are; new ones under free keys.

    The entries have keys as `parsers.feeds.keys` makes them. `held`: what is stored under these keys and addresses,
    newest first, and maybe more of the source.
    """
    if unchanged := _unchanged(entries, held):
        return Matched(entries=unchanged, needs_more=False)
    reads_texts = any(one.text for one in held)
    newest = [(one.title, one.text or "") for one in held[:1]]
    listed = [(entry.title, entry.text) for entry in entries]
    counts = reads_texts and any(map(_has_counter, chain(*listed, *newest)))
    feed = Listing(
        [_side_of(entry, reads_text=reads_texts, counts=counts) for entry in entries],
        [_side_of_held(one, counts=counts) for one in held],
    )
    rules = Rules(feed)
    pairs = _best(feed, rules.is_same)
    is_known = bool(pairs)
    pairs = pairs or _best(feed, rules.is_same_elsewhere)
    pairs |= _reworded(feed, rules, pairs)
    taken = set(feed.by_key)
    found = []
    for at, entry in enumerate(entries):
        if at in pairs:
            found.append(_under(entry, held[pairs[at]]))
            continue
        key = entry.key if entry.key not in taken else content_key(entry)
        while key in taken:
            key = _hashed(key)
        taken.add(key)
        found.append(replace(entry, key=key))
    unknown = [side for at, side in enumerate(feed.entries) if at not in pairs]
    is_addressed = is_known and not feed.has_sessions and all(map(feed.is_surely_new, unknown))
    needs_more = bool(unknown) and not is_addressed
    needs_more = needs_more or any(rules.is_doubtful(feed.entries[at], feed.held[other]) for at, other in pairs.items())
    return Matched(entries=tuple(found), needs_more=needs_more)


def _unchanged(entries: Sequence[ParsedArticle], held: Sequence[HeldEntry]) -> tuple[ParsedArticle, ...]:
    """The entries where all are as they were stored under their keys, as at most readings; () where one is not."""
    by_key = {one.key: one for one in held}
    for entry in entries:
        one = by_key.get(entry.key)
        if one is None or (one.title, one.published_at, one.url) != (entry.title, entry.published_at, entry.url):
            return ()
        if text_part(one.fingerprint) != text_digest(entry.text):
            return ()
    return tuple(entries)


def _best(feed: Listing, is_same: Callable[[Side, Side], bool]) -> dict[int, int]:
    """The places of entries with the places of the stored articles that they are, those first that agree most."""
    pairs = [(at, other) for at, other in _candidates(feed) if is_same(feed.entries[at], feed.held[other])]
    pairs.sort(key=lambda pair: (-_agreement(feed.entries[pair[0]], feed.held[pair[1]]), pair))
    found: dict[int, int] = {}
    used: set[int] = set()
    for at, other in pairs:
        if at not in found and other not in used:
            found[at] = other
            used.add(other)
    return found


def _reworded(feed: Listing, rules: Rules, pairs: Mapping[int, int]) -> dict[int, int]:
    """The places of further entries with those of the stored articles that they are by most of their words."""
    places = {id(side): at for at, side in enumerate(feed.entries)}
    stored = {id(side): at for at, side in enumerate(feed.held)}
    left = [side for at, side in enumerate(feed.entries) if at not in pairs and side.body]
    if feed.is_lone or not left:
        return {}
    used = set(pairs.values())
    found = rules.believed(reworded(left, [side for at, side in enumerate(feed.held) if at not in used], feed.entries))
    return {places[id(entry)]: stored[id(held)] for entry, held in found}


def _candidates(feed: Listing) -> Iterator[tuple[int, int]]:
    """The places of entries and stored articles that have anything in common; of what many have, the newest ones."""
    places: defaultdict[tuple[str, object], list[int]] = defaultdict(list)
    for other, side in enumerate(feed.held):
        for value in _shared(side):
            if len(places[value]) < MAX_CANDIDATES:
                places[value].append(other)
    if feed.is_lone and feed.held:
        places["key", feed.entries[0].key].append(0)  # the newest may be edited in all that is looked for
    for at, side in enumerate(feed.entries):
        for other in sorted({other for value in _shared(side) for other in places.get(value, ())}):
            yield at, other


def _shared(side: Side) -> Iterator[tuple[str, object]]:
    """What can make an entry a stored article, or take part in it."""
    yield "key", side.key
    yield "title", side.title
    if side.address is not None:
        yield "address", side.address
    if side.text is not None:
        yield "text", side.text
        yield "title and text", (side.title, side.text)
    if side.date is not None:
        yield "title and date", (side.title, side.date)
        yield "text and date", (side.text, side.date)
    if has_hour(side):
        yield "date", side.date


def _agreement(entry: Side, held: Side) -> int:
    """How much agrees: the key and the text count most."""
    return (
        3 * (entry.key == held.key)
        + 3 * same_text(entry, held)
        + 2 * (entry.title == held.title)
        + (4 if has_hour(entry) else 2) * same_date(entry, held)
        + 2 * (entry.address == held.address)
    )


def _side_of(entry: ParsedArticle, *, reads_text: bool, counts: bool) -> Side:
    side = _side(entry.key, entry.url, entry.title, entry.published_at, text_digest(entry.text))
    raw = entry.text[:MAX_BODY] if reads_text else ""
    return _uncounted_side(side, raw) if counts else replace(side, body=raw)


def _side_of_held(one: HeldEntry, *, counts: bool) -> Side:
    side = _side(one.key, one.url, one.title, one.published_at, text_part(one.fingerprint))
    raw = one.text or ""
    return _uncounted_side(side, raw) if counts else replace(side, body=raw)


def _side(key: str, url: str | None, title: str, date: datetime | None, text: str) -> Side:
    address = address_key(url) if url else None
    return Side(
        key=key,
        guid=None if key == url or key.startswith(CONTENT) or _is_place_of(key, url) else key,
        address=address,
        page=address.partition("#")[0] if address else None,
        title="" if title == url else " ".join(title.split()),
        date=date,
        text=None if text == _NO_TEXT else text,
    )


def _is_place_of(key: str, url: str | None) -> bool:
    """Whether a key was an address of the same page: a link that is a place in the list is another one by now."""
    page, mark, _ = key.partition("#")
    return bool(mark) and url is not None and url.startswith(f"{page}#")


def _uncounted_side(side: Side, raw: str) -> Side:
    """The side without counters of comments; `raw` is how its text begins, "" where it was not read."""
    body, title, text = _uncounted(raw), side.title, side.text
    if body != raw and text == text_digest(raw):  # else it is cut, or that of the article's page
        text = text_digest(body)
    if title.endswith(ELLIPSIS) and raw.startswith(title.removesuffix(ELLIPSIS)):  # it may end within a counter
        title = " ".join(body[:TITLE_CHARS].split())
    return replace(side, title=" ".join(_uncounted(title).split()), text=None if text == _NO_TEXT else text, body=body)


def _has_counter(text: str) -> bool:
    return _uncounted(text[-COUNTED_CHARS:]) != text[-COUNTED_CHARS:]


def _uncounted(text: str) -> str:
    """The text without counters of comments, which come in digits and stand below a text."""
    above, below = text[:-COUNTED_CHARS], text[-COUNTED_CHARS:]
    return above + without_counters(below) if has_figures(below) else text


def _under(entry: ParsedArticle, held: HeldEntry) -> ParsedArticle:
    """The entry under its article's key, and with its fragment: alone on its page, it does not show that it has one."""
    keeps = entry.url is not None and held.url is not None and held.url.startswith(f"{entry.url}#")
    return replace(entry, key=held.key, url=held.url if keeps else entry.url)


def _hashed(content: str) -> str:
    return CONTENT + hashlib.blake2b(content.encode("utf-8", "replace"), digest_size=16).hexdigest()
