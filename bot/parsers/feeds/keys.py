"""Gives the entries of one reading of a feed their addresses and keys. Pure; knows nothing of earlier readings.

An identity that repeats within the feed is none. Which stored article an entry is, `bot.stories.entries` decides.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.models.articles import ParsedArticle
from bot.stories.entries import content_key
from bot.stories.entry_sides import SAME_WORDS
from bot.stories.wordings import has_other_figures, share_of_words
from bot.web.urls import canonical_url

# How what stands behind "#" begins where it is no article of a page: comments, the text's beginning, who reads it.
_ASIDES = ("comment", "respond", "disqus", "more-", "xtor", "utm_", "at_", "ref=", "?", "&", ":~:")
_NO_ARTICLES = frozenset(("content", "main", "read-more", "readmore", "rss", "start", "top"))


def with_keys(entries: Iterable[ParsedArticle], *, page: str | None) -> tuple[list[ParsedArticle], int]:
    """The entries with distinct keys, and the number of repeated ones that were left out.

    As given, an entry's key is its guid or "", and its address has its fragment. `page` is the feed's own page.
    """
    given = list(entries)
    kept = _distinct(_with_fragments(given, page))
    guids = Counter(entry.key for entry in kept)
    addresses = Counter(entry.url for entry in kept)
    taken: set[str] = set()
    found = []
    for entry in kept:
        named = [entry.key] * (guids[entry.key] == 1) + [entry.url or ""] * (addresses[entry.url] == 1)
        key = next((name for name in named if name and name not in taken), None) or content_key(entry)
        if key not in taken:
            taken.add(key)
            found.append(replace(entry, key=key))
    return found, len(given) - len(found)


def _with_fragments(entries: Sequence[ParsedArticle], page: str | None) -> list[ParsedArticle]:
    """The entries, of whose addresses those keep what stands behind "#" that differ in it: it is the article.

    So does the one that a feed lists, for nobody sees what the others have, unless it leads to comments or says that a
    feed was read. Where several have pages of their own it does that, too; but within the feed's own page.
    """
    bare = [canonical_url(entry.url) if entry.url and "#" in entry.url else entry.url for entry in entries]
    forms: defaultdict[str | None, set[str | None]] = defaultdict(set)
    for entry, address in zip(entries, bare, strict=True):
        forms[address].add(entry.url)

    def keeps(entry: ParsedArticle, address: str | None) -> bool:
        fragment = (entry.url or "").partition("#")[2].lower()
        is_lone = len(entries) == 1 and not fragment.startswith(_ASIDES) and fragment not in _NO_ARTICLES
        return is_lone or len(forms[address]) > 1 or (page is not None and address == page)

    return [
        entry if keeps(entry, address) else replace(entry, url=address)
        for entry, address in zip(entries, bare, strict=True)
    ]


def _distinct(entries: Iterable[ParsedArticle]) -> list[ParsedArticle]:
    """The entries without those that another one repeats: guid, address and title are the same, and so is the text."""
    kept: list[ParsedArticle] = []
    alike: defaultdict[tuple[str, str | None, str], list[ParsedArticle]] = defaultdict(list)
    for entry in entries:
        twins = alike[entry.key, entry.url, entry.title]
        if not any(_is_repeated(entry, twin) for twin in twins):
            twins.append(entry)
            kept.append(entry)
    return kept


def _is_repeated(entry: ParsedArticle, twin: ParsedArticle) -> bool:
    if entry.published_at is None or twin.published_at is None:
        return entry.text.split() == twin.text.split()
    same_words = share_of_words(entry.text, twin.text) >= SAME_WORDS
    return entry.published_at == twin.published_at and same_words and not has_other_figures(entry.text, twin.text)
