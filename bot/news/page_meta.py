"""What a web page says of itself in its head: title, picture, dates, language, site. Judges nothing of its text."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lxml.etree import _Element

from bot.news.clean import clean_line, clean_text
from bot.news.dates import parse_date
from bot.news.urls import canonical_url, picture_url, site_of, web_url

MAX_JSON_CHARS = 500_000
MAX_JSON_NODES = 5_000

_TITLES = ("og:title", "twitter:title", "dc.title")
_DESCRIPTIONS = ("og:description", "twitter:description", "description")
_PICTURES = ("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src", "thumbnail")
_PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "pubdate", "publishdate", "parsely-pub-date",
    "sailthru.date", "dc.date.issued", "dcterms.created", "date",
)  # fmt: skip
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "lastmod")
_ARTICLE_TYPE = re.compile(r"(?:article|posting|report|review)$", re.IGNORECASE)
_MARKUP = re.compile(r"<(?:/?[a-z][^<>]*|!--.*?--)>", re.IGNORECASE)
_SUBDOMAIN = re.compile(r"^https?://(?:www|m|mobile|amp)\.|^https?://")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMeta:
    """What the head of a page says; empty or None where it says nothing usable."""

    title: str = ""
    headline: str = ""  # of its article, in its linked data
    description: str = ""
    body: str = ""  # the article's text as its linked data repeats it, maybe cut short
    site: str | None = None
    url: str | None = None  # canonical
    picture: str | None = None
    language: str | None = None
    published_at: datetime | None = None
    updated_at: datetime | None = None
    paid: bool = False  # the page says that its article is not free to read


def read_meta(root: _Element, url: str) -> PageMeta:
    """The meta data of a page that came from `url`: <meta>, <link rel=canonical>, lang, and JSON-LD."""
    named = _named(root)
    linked = next(_linked_articles(root), {})
    description = _first(named, _DESCRIPTIONS) or _text(linked.get("description"))
    picture = _first(named, _PICTURES) or _picture_of(linked.get("image"))
    return PageMeta(
        title=_first(named, _TITLES),
        headline=_text(linked.get("headline")),
        description=clean_text(description),
        body=clean_text(_MARKUP.sub(" ", html.unescape(_text(linked.get("articleBody"))))),
        site=clean_line(_first(named, ("og:site_name", "application-name")))[:100] or None,
        url=_canonical(root, url),
        picture=picture_url(picture, url) if picture else None,
        language=_language(root, named),
        published_at=parse_date(_text(linked.get("datePublished"))) or parse_date(_first(named, _PUBLISHED)),
        updated_at=parse_date(_text(linked.get("dateModified"))) or parse_date(_first(named, _UPDATED)),
        paid=_text(linked.get("isAccessibleForFree")).lower() == "false",
    )


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


def _canonical(root: _Element, url: str) -> str | None:
    """The address the page names as its own, if it is of the same host: a page cannot pass for another site's."""
    own = canonical_url(url)
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            named = canonical_url(web_url(link.get("href") or "", url) or "")
            if named and _host(named) == _host(url) and (named != site_of(named) or own == named):
                return named
    return own


def _host(url: str) -> str:
    return _SUBDOMAIN.sub("", site_of(url) or "")


def _language(root: _Element, named: dict[str, str]) -> str | None:
    html = root if root.tag == "html" else root.find(".//html")
    declared = (html.get("lang") if html is not None else None) or named.get("og:locale") or named.get("language") or ""
    match = _LANGUAGE.fullmatch(declared.strip())
    return match[0].replace("_", "-") if match else None


def _linked_articles(root: _Element) -> Iterator[dict[str, Any]]:
    """The articles among the page's JSON-LD objects, however deep they stand."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = (script.text or "").strip()
        if len(text) > MAX_JSON_CHARS:
            continue
        try:
            pending = [json.loads(text, strict=False)]
        except (ValueError, RecursionError):
            continue
        for _ in range(MAX_JSON_NODES):
            if not pending:
                break
            node = pending.pop(0)
            if isinstance(node, list):
                pending.extend(node)
            elif isinstance(node, dict):
                if _is_article(node.get("@type")):
                    yield node
                pending.extend(
                    value for key, value in node.items() if key in ("@graph", "mainEntity", "mainEntityOfPage")
                )


def _is_article(kind: object) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(name, str) and _ARTICLE_TYPE.search(name) for name in kinds)


def _text(value: object) -> str:
    return str(value) if isinstance(value, str | bool) else ""


def _picture_of(value: object) -> str:
    while isinstance(value, list) and value:
        value = value[0]
    return _text(value.get("url")) if isinstance(value, dict) else _text(value)
