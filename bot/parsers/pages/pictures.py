"""Lists the candidate pictures of a web page: those its metadata names, then the large ones of its text. Pure.

`picture_choice` judges what they show; nothing is fetched.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice, takewhile
from typing import Any

from lxml.etree import _Element

from bot.parsers.html.media import declared_size, is_icon, picture_address
from bot.parsers.html.picture_choice import Candidate, class_pattern
from bot.text.words import merged
from bot.web.urls import picture_url

MAX_TEXT_PICTURES = 20  # looked at in the text of a page
MAX_AREAS = 10  # a page of teasers holds an <article> for each
MIN_PROSE_CHARS = 60  # of a paragraph, or of lines that stand in none
MAX_ANCESTORS = 8  # of a picture, whose names say what it belongs to

_SAME_PICTURE = {"og:image:url", "og:image:secure_url"}
_SIZES = {"og:image:width": "width", "og:image:height": "height"}
_OTHERS = ("twitter:image", "twitter:image:src", "thumbnail", "sailthru.image.full", "parsely-image-url", "image")
_TEXT = (".//*[@itemprop='articleBody']", ".//article", ".//main", ".//*[@role='main']")
_TEXT_CLASS = re.compile(
    r"(?:^|\s)(?:article|entry|post|story)(?:[_-](?:\w+[_-])?(?:body|content|text))?(?:$|\s)", re.IGNORECASE
)
_ASIDE_TAGS = frozenset(("header", "nav", "footer", "aside", "form", "button"))


def page_pictures(root: _Element, linked: Mapping[str, Any], url: str) -> list[Candidate]:
    """The candidates from the head of the page at `url`, from its JSON-LD article (`linked`), then from its text."""
    images = [linked.get("image"), linked.get("thumbnailUrl")]
    return [
        *_of_the_head(root, url),
        *(candidate for image in images for candidate in _linked(image, url)),
        *_of_the_text(root, url),
    ]


def _of_the_head(root: _Element, url: str) -> Iterator[Candidate]:
    """The pictures of Open Graph with their sizes (https://ogp.me/#structured), then those of other vocabularies."""
    graph: list[dict[str, str]] = []
    named: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        content = (meta.get("content") or "").strip()
        if not content:
            continue
        if name == "og:image" or (name in _SAME_PICTURE and not graph):
            graph.append({"address": content})
        elif name in _SAME_PICTURE:
            graph[-1]["address"] = content
        elif name in _SIZES and graph:
            graph[-1][_SIZES[name]] = content
        named.setdefault(name, content)
    for entry in graph:
        yield from _candidate(entry["address"], url, width=entry.get("width"), height=entry.get("height"))
    for name in _OTHERS:
        if name in named:
            yield from _candidate(named[name], url)
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "image_src":
            yield from _candidate(link.get("href") or "", url)


def _linked(value: object, url: str) -> Iterator[Candidate]:
    """The `image` of an article in JSON-LD: an address, an ImageObject, or a list of these. https://schema.org/image"""
    for image in value if isinstance(value, list) else [value]:
        if isinstance(image, str):
            yield from _candidate(image, url)
        elif isinstance(image, Mapping):
            address = next((text for name in ("url", "contentUrl") if isinstance(text := image.get(name), str)), "")
            yield from _candidate(address, url, width=image.get("width"), height=image.get("height"))


def _of_the_text(root: _Element, url: str) -> list[Candidate]:
    """The pictures of the first area of the text that has any, without those of asides."""
    areas_by_path = [root.iterfind(path) for path in _TEXT]
    classed = (area for area in root.iter("div", "section", "td") if _TEXT_CLASS.search(area.get("class") or ""))
    for areas in (*areas_by_path, classed, _fullest_areas(root)):
        found = [candidate for area in islice(areas, MAX_AREAS) for candidate in _within(area, url)]
        if found:
            return found[:MAX_TEXT_PICTURES]
    return []


def _fullest_areas(root: _Element) -> list[_Element]:
    """The element with most text: an ancestor of paragraphs, or an element that holds lines without paragraphs."""
    characters_in: Counter[_Element] = Counter()
    for element in root.iter("p", "div", "td"):
        characters = len(element.text or "") + sum(len(child.tail or "") for child in element)
        if characters >= MIN_PROSE_CHARS:
            characters_in[_second_ancestor(element) if element.tag == "p" else element] += characters
    return [area for area, _ in characters_in.most_common(1)]


def _second_ancestor(element: _Element) -> _Element:
    *_, highest = element, *islice(element.iterancestors(), 2)
    return highest


def _within(area: _Element, url: str) -> Iterator[Candidate]:
    for image in area.iter("img", "amp-img"):
        if is_icon(image) or _stands_beside(image, area):
            continue
        address = picture_address(image, url)
        if address:
            width, height = declared_size(image)
            words = f"{image.get('class') or ''} {image.get('id') or ''}".strip()
            yield Candidate(url=address, width=int(width or 0), height=int(height or 0), words=words)


def _stands_beside(image: _Element, area: _Element) -> bool:
    """Whether the picture is in a header, a list of other articles or the like within the area."""
    between = takewhile(lambda ancestor: ancestor is not area, image.iterancestors())
    for ancestor in islice(between, MAX_ANCESTORS):
        names = f"{ancestor.get('class') or ''} {ancestor.get('id') or ''}"
        if (ancestor.tag in _ASIDE_TAGS and not _is_head_of_article(ancestor)) or _aside_class().search(names):
            return True
    return False


@lru_cache(maxsize=1)
def _aside_class() -> re.Pattern[str]:
    return class_pattern(merged().pictures.aside_class_patterns)


def _is_head_of_article(element: _Element) -> bool:
    """A <header> within the article often holds its leading picture."""
    return element.tag == "header" and next(element.iterdescendants("h1", "figure"), None) is not None


def _candidate(address: str, base_url: str, *, width: object = None, height: object = None) -> Iterator[Candidate]:
    if address.strip() and (url := picture_url(address, base_url)):
        yield Candidate(url=url, width=_pixels(width), height=_pixels(height))


def _pixels(value: object) -> int:
    """A size as a number or as text, "1200" or "1200px"; 0 for anything else."""
    text = str(value).strip().removesuffix("px") if isinstance(value, str | int | float) else ""
    text = text.partition(".")[0]
    return int(text[:5]) if text.isascii() and text.isdigit() else 0
