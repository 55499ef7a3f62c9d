"""Tells episodes apart that differ in their recording alone: that is their address, not the page of all. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from bot.parsers.feeds.entry import RawEntry
from bot.web.urls import canonical_url


def with_own_addresses(entries: Sequence[RawEntry], *, page: str | None) -> list[RawEntry]:
    """The entries, of which undated ones get their recording as address where nothing else tells them from others.

    So does the one entry of a feed whose link is the feed's own page: the next one is known by nothing else.
    """
    alike: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    for entry in entries:
        alike[_identity(entry)].add(entry.recording)
    found = []
    for entry in entries:
        link = canonical_url(next(filter(None, entry.addresses), ""))
        is_only = len(entries) == 1 and page is not None and link == page
        if entry.recording and not entry.published_at and (is_only or len(alike[_identity(entry)]) > 1):
            entry = replace(entry, addresses=(entry.recording, *entry.addresses))
        found.append(entry)
    return found


def _identity(entry: RawEntry) -> tuple[str, str, str]:
    return entry.guid, next(filter(None, entry.addresses), ""), entry.title
