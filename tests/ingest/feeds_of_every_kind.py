"""Feeds as poor as feeds are: each kind lacks, or repeats, something by which its entries could be known."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import format_datetime
from html import escape

from tests.fakes import NOON

SITE = "https://poor.example"
TITLES = (
    "Otters are seen at the weir", "Ferry to the islands resumes", "Choir sings in the old mill",
    "Library lends out telescopes", "Orchard gives away its pears", "Tunnel closes for one night",
    "Lighthouse gets a new lamp", "Chess club wins the final", "Dunes are planted with grass",
    "Bakers agree on a longer loaf", "Museum shows its clocks", "Snow falls on the pass",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of a feed; `number` counts them from 0."""

    number: int
    title: str
    text: str
    date: datetime | None
    place: int = 0  # in the list


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of feed: the guid and the link it gives an item, at its n-th reading."""

    guid: Callable[[Item, int], str | None]
    link: Callable[[Item, int], str | None]


def no(_: Item, __: int) -> None:
    """No guid, no link."""


def own_link(item: Item, _: int) -> str:
    return f"{SITE}/{item.number}"


def one_link(_: Item, __: int) -> str:
    return f"{SITE}/show"


KINDS = {
    "guids and links": Kind(guid=lambda item, _: f"id-{item.number}", link=own_link),
    "guids alone": Kind(guid=lambda item, _: f"id-{item.number}", link=no),
    "guids, one link": Kind(guid=lambda item, _: f"id-{item.number}", link=one_link),
    "links alone": Kind(guid=no, link=own_link),
    "one guid, links": Kind(guid=lambda *_: "N/A", link=own_link),
    "one guid, no link": Kind(guid=lambda *_: "current", link=no),
    "one guid, one link": Kind(guid=lambda *_: "current", link=one_link),
    "each guid twice": Kind(guid=lambda item, _: f"id-{item.number // 2}", link=own_link),
    "each guid twice, one link": Kind(guid=lambda item, _: f"id-{item.number // 2}", link=one_link),
    "one link": Kind(guid=no, link=one_link),
    "links that differ behind #": Kind(guid=no, link=lambda item, _: f"{SITE}/log#v{item.number}"),
    "one guid, links that differ behind #": Kind(guid=lambda *_: "N/A", link=lambda item, _: f"{SITE}/#{item.number}"),
    "neither guid nor link": Kind(guid=no, link=no),
    "guids that are places": Kind(guid=lambda item, _: str(item.place), link=own_link),
    "guids that are places, no link": Kind(guid=lambda item, _: str(item.place), link=no),
    "guids that change": Kind(guid=lambda item, reading: f"{reading}-{item.number}", link=own_link),
    "guids that change, one link": Kind(guid=lambda item, reading: f"{reading}-{item.number}", link=one_link),
    "guids of each edition": Kind(guid=lambda item, reading: f"{reading // 2}-{item.number}", link=own_link),
    "guids of another scheme": Kind(guid=lambda item, reading: f"{reading > 5}-{item.number}", link=own_link),
    "guids and links of another scheme": Kind(
        guid=lambda item, reading: f"{reading > 5}-{item.number}",
        link=lambda item, reading: f"{SITE}/{'new/' * (reading > 5)}{item.number}",
    ),
}  # fmt: skip


def an_item(number: int, *, dated: bool) -> Item:
    """The n-th item of a feed."""
    title = TITLES[number]
    date = NOON - timedelta(days=1) + timedelta(minutes=17 * number) if dated else None
    return Item(number=number, title=title, text=f"{title}, says the town. It is expected to last.", date=date)


def as_rss(items: Sequence[Item], kind: Kind, reading: int) -> bytes:
    """The feed as RSS 2.0."""

    def written(item: Item) -> str:
        guid, link = kind.guid(item, reading), kind.link(item, reading)
        return (
            f"<item><title>{escape(item.title)}</title><description>{escape(item.text)}</description>"
            + (f"<guid isPermaLink='false'>{guid}</guid>" if guid else "")
            + (f"<link>{link}</link>" if link else "")
            + (f"<pubDate>{format_datetime(item.date)}</pubDate>" if item.date else "")
            + "</item>"
        )

    body = "".join(map(written, items))
    return f"<rss version='2.0'><channel><title>Town</title><link>{SITE}/</link>{body}</channel></rss>".encode()


def as_atom(items: Sequence[Item], kind: Kind, reading: int) -> bytes:
    """The feed as Atom."""

    def written(item: Item) -> str:
        guid, link = kind.guid(item, reading), kind.link(item, reading)
        return (
            f"<entry><title>{escape(item.title)}</title><summary>{escape(item.text)}</summary>"
            + (f"<id>urn:town:{guid}</id>" if guid else "")
            + (f"<link href='{link}'/>" if link else "")
            + (f"<published>{item.date.isoformat()}</published>" if item.date else "")
            + "</entry>"
        )

    body = "".join(map(written, items))
    return f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Town</title>{body}</feed>".encode()


def as_json(items: Sequence[Item], kind: Kind, reading: int) -> bytes:
    """The feed as JSON Feed."""

    def written(item: Item) -> dict[str, str]:
        fields = {
            "title": item.title,
            "content_text": item.text,
            "id": kind.guid(item, reading),
            "url": kind.link(item, reading),
            "date_published": item.date.isoformat() if item.date else None,
        }
        return {name: value for name, value in fields.items() if value}

    version = "https://jsonfeed.org/version/1.1"
    return json.dumps({"version": version, "title": "Town", "items": list(map(written, items))}).encode()
