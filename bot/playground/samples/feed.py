"""The feeds of the invented newspapers, so that an owner can add one as a source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

FEED_NAME = "feed.xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An article in a feed; `date` as RSS writes it."""

    title: str
    address: str
    category: str
    date: str
    body: str


def rss(title: str, address: str, items: Sequence[Item]) -> str:
    """The feed of a newspaper."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>'
        f"<title>{escape(title)}</title><link>{escape(address)}</link>{''.join(map(_item, items))}</channel></rss>\n"
    )


def _item(item: Item) -> str:
    return (
        f"<item><title>{escape(item.title)}</title><link>{escape(item.address)}</link>"
        f"<category>{escape(item.category)}</category><pubDate>{escape(item.date)}</pubDate>"
        f"<description>{escape(item.body)}</description></item>"
    )
