"""Reads a web page's metadata: title, picture, dates, language, site, from <meta> and JSON-LD. Ignores its text."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from lxml.etree import _Element

from bot.parsers.html.escaped import plain_description
from bot.parsers.html.picture_choice import Candidate
from bot.parsers.pages.pictures import page_pictures
from bot.text.clean import clean_line
from bot.text.dates import parse_date
from bot.web.sites import may_stand_for
from bot.web.urls import canonical_url, web_url

MAX_JSON_CHARS = 500_000
MAX_JSON_NODES = 5_000
MAX_DESCRIPTION_CHARS = 20_000
MAX_TIMES = 50

_TITLES = ("og:title", "twitter:title", "dc.title")
_DESCRIPTIONS = ("og:description", "twitter:description", "description")
_PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "pubdate", "publishdate", "parsely-pub-date",
    "sailthru.date", "dc.date.issued", "dcterms.created", "date",
)  # fmt: skip
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "lastmod")
_TIER = "article:content_tier"
# YouTube gives the whole description in a script alone.
_SCRIPT_DESCRIPTION = re.compile(r'"shortDescription":("(?:[^"\\]|\\.){1,20000}")')
_ARTICLE_TYPE = re.compile(r"(?:article|posting|report|review)$", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMeta:
    """A page's metadata; empty or None where the page says nothing usable."""

    title: str = ""
    headline: str = ""  # of its article, in its linked data
    description: str = ""
    body: str = ""  # the article's text as its linked data repeats it, maybe cut short
    site: str | None = None
    url: str | None = None  # canonical
    pictures: tuple[Candidate, ...] = ()  # of the page, best first
    language: str | None = None
    published_at: datetime | None = None
    updated_at: datetime | None = None
    paid: bool = False  # the page says that its article is not free to read
    kind: str = ""  # its og:type, in small letters
    things: frozenset[str] = frozenset()  # the schema.org types of its linked data, in small letters
    is_article: bool = False  # the page says that it is one
    longest_description: str = ""  # for a page without an article
    times: tuple[str, ...] = ()  # what its <time> elements name


def read_meta(root: _Element, url: str) -> PageMeta:
    """The metadata of the page at `url`: <meta>, <link rel=canonical>, lang, and JSON-LD."""
    named, base_url = _named(root), _base_address(root, url)
    things = list(_linked_things(root))
    linked = next((thing for thing in things if _is_article(thing)), {})
    description = _first(named, _DESCRIPTIONS) or _text(linked.get("description"))
    kind = named.get("og:type", "").lower()
    descriptions = [named.get(name, "") for name in _DESCRIPTIONS] + [
        _text(thing.get("description")) for thing in things
    ]
    return PageMeta(
        title=_first(named, _TITLES),
        headline=_text(linked.get("headline")),
        description=plain_description(description[:MAX_DESCRIPTION_CHARS]),
        body=plain_description(_text(linked.get("articleBody"))),
        site=clean_line(_first(named, ("og:site_name", "application-name")))[:100] or None,
        url=_canonical(root, url, base_url, named),
        pictures=tuple(page_pictures(root, linked, base_url)),
        language=_language(root, named),
        published_at=_date(root, "datePublished", linked, _first(named, _PUBLISHED)),
        updated_at=_date(root, "dateModified", linked, _first(named, _UPDATED)),
        paid=_text(linked.get("isAccessibleForFree")).lower() == "false" or named.get(_TIER) == "locked",
        kind=kind,
        things=frozenset(name.lower() for thing in things for name in _types(thing)),
        is_article=bool(linked) or kind == "article",
        longest_description=plain_description(
            max((*descriptions, _script_description(root)), key=len)[:MAX_DESCRIPTION_CHARS]
        ),
        times=tuple(filter(None, (element.get("datetime") for element in islice(root.iter("time"), MAX_TIMES)))),
    )


def time_of_day(times: Iterable[str], day: str) -> datetime | None:
    """The moment of a day (2026-03-02) that is named by one of a page's <time> elements, or None."""
    return next((parse_date(text) for text in times if day and text.startswith(day) and ":" in text), None)


def sure_day(day: str, markup: str, language: str | None) -> str:
    """The day (2026-03-11) that an extractor found on a page, or "" where it may be the 3rd of November as well.

    In English 11/03/2026 is either; other languages name the day first. A page that says 2026-03-11, too, is sure.
    """
    year, month, number = [*day.split("-"), "", ""][:3]
    is_english = language is None or language.startswith("en")
    if not is_english or not number or max(month, number) > "12" or month == number:
        return day
    one, other = (f"(?:0?{part.lstrip('0')})" for part in (number, month))
    either = rf"(?<!\d)(?:{one}([/-]){other}\1|{other}([/-]){one}\2){year}(?!\d)"
    return day if re.search(rf"{year}([-/.]?){other}\1{one}(?!\d)", markup) or not re.search(either, markup) else ""


def _date(root: _Element, name: str, linked: Mapping[str, Any], named: str) -> datetime | None:
    """A date of JSON-LD, of <meta>, or of an element's microdata. https://schema.org/datePublished"""
    if found := parse_date(_text(linked.get(name))) or parse_date(named):
        return found
    marked = next((element for element in root.iterfind(".//*[@itemprop]") if element.get("itemprop") == name), None)
    if marked is None:
        return None
    return parse_date(marked.get("datetime") or marked.get("content") or "".join(map(str, marked.itertext())))


def _named(root: _Element) -> dict[str, str]:
    """The content of each <meta> by its lower-case name or property; the first of a name counts."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = (meta.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _first(named: dict[str, str], names: tuple[str, ...]) -> str:
    return next((named[name] for name in names if name in named), "")


def _canonical(root: _Element, url: str, base_url: str, named: dict[str, str]) -> str | None:
    """The page's canonical URL. A canonical URL of another site is ignored: a page cannot pass for another's."""
    own = canonical_url(url)
    links = (link.get("href") for link in root.iter("link") if "canonical" in (link.get("rel") or "").lower().split())
    for address in filter(None, (*links, named.get("og:url"))):
        found = canonical_url(web_url(address, base_url) or "")
        if found and own and may_stand_for(found, own):
            return found
    return own


def _base_address(root: _Element, url: str) -> str:
    """The base of the page's relative addresses: its <base>, else `url`."""
    named = next((base.get("href") for base in root.iter("base") if base.get("href")), None)
    return (web_url(named, url) if named else None) or url


def _language(root: _Element, named: dict[str, str]) -> str | None:
    html = root if root.tag == "html" else root.find(".//html")
    declared = (html.get("lang") if html is not None else None) or named.get("og:locale") or named.get("language") or ""
    match = _LANGUAGE.fullmatch(declared.strip())
    return match[0].replace("_", "-") if match else None


def _linked_things(root: _Element) -> Iterator[dict[str, Any]]:
    """The page's JSON-LD objects at any depth, at most MAX_JSON_NODES."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = (script.text or "").strip()
        if len(text) > MAX_JSON_CHARS:
            continue
        try:
            pending = deque([json.loads(text, strict=False)])
        except (ValueError, RecursionError):
            continue
        for _ in range(MAX_JSON_NODES):
            if not pending:
                break
            node = pending.popleft()
            if isinstance(node, list):
                pending.extend(node)
            elif isinstance(node, dict):
                yield node
                pending.extend(node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in node)


def _types(thing: dict[str, Any]) -> list[str]:
    kind = thing.get("@type")
    return [name for name in (kind if isinstance(kind, list) else [kind]) if isinstance(name, str)]


def _is_article(thing: dict[str, Any]) -> bool:
    return any(_ARTICLE_TYPE.search(name) for name in _types(thing))


def _script_description(root: _Element) -> str:
    for script in root.iter("script"):
        match = _SCRIPT_DESCRIPTION.search(script.text or "")
        if match:
            try:
                return str(json.loads(match[1], strict=False))
            except ValueError:
                return ""
    return ""


def _text(value: object) -> str:
    return str(value) if isinstance(value, str | bool) else ""
