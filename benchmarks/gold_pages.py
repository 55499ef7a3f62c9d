"""Pages whose true text is known, from the folders of four public collections; used by `extraction.py`."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import lxml.html

from bot.text.dates import parse_date

UNKNOWN_URL = "https://unknown.example/page"
MIN_FOUND = 0.6  # of a gold text's words: with fewer it belongs to another page
_CANONICAL = re.compile(rb"<link[^>]+rel=[\"']?canonical[^>]*>", re.IGNORECASE)
_HREF = re.compile(rb"href=[\"']?(https?://[^\"'\s>]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPage:
    """A page and what a person finds on it; what is not known is empty."""

    set: str
    name: str
    page: bytes
    url: str
    text: str
    is_lead: bool = False  # only the beginning of the text is known
    title: str = ""
    published_at: datetime | None = None
    pictures: tuple[str, ...] = ()


def gold_pages(folder: Path) -> Iterator[GoldPage]:
    """Every page of the sets that are there, set by set."""
    yield from _scrapinghub(folder / "scrapinghub")
    yield from _fundus(folder / "fundus" / "tests" / "resources" / "parser" / "test_data")
    yield from _newspaper(folder / "newspaper4k" / "tests" / "data")
    yield from _goose(folder / "goose3" / "tests" / "data")


def _scrapinghub(folder: Path) -> Iterator[GoldPage]:
    path = folder / "ground-truth.json"
    truths = json.loads(path.read_text("utf-8")) if path.exists() else {}
    for name, truth in truths.items():
        page = folder / "html" / f"{name}.html.gz"
        if page.exists():
            yield GoldPage(
                set="scrapinghub",
                name=name[:8],
                page=gzip.decompress(page.read_bytes()),
                url=truth.get("url") or UNKNOWN_URL,
                text=truth["articleBody"],
            )


def _fundus(folder: Path) -> Iterator[GoldPage]:
    for path in sorted(folder.rglob("*.html.gz")):
        publisher = path.name.split("_")[0]
        truth_path = path.parent / f"{publisher}.json"
        if not truth_path.exists():
            continue
        page = gzip.decompress(path.read_bytes())
        shown = Counter(_words(str(lxml.html.fromstring(page.decode("utf-8", "replace").encode()).xpath("string()"))))
        versions = [
            (_found(_fundus_text(truth), shown), truth) for truth in json.loads(truth_path.read_text()).values()
        ]
        found, truth = max(versions, key=lambda version: version[0])
        if found < MIN_FOUND:
            continue
        yield GoldPage(
            set="fundus",
            name=path.name.removesuffix(".html.gz"),
            page=page,
            url=_own_url(page),
            text=_fundus_text(truth),
            title=truth.get("title") or "",
            published_at=parse_date(truth.get("publishing_date") or ""),
            pictures=tuple(version["url"] for image in truth.get("images") or () for version in image["versions"]),
        )


def _fundus_text(truth: dict[str, Any]) -> str:
    body = truth.get("body") or {}
    parts = list(body.get("summary") or ())
    for section in body.get("sections") or ():
        parts += [*(section.get("headline") or ()), *(section.get("paragraphs") or ())]
    return "\n".join(parts)


def _newspaper(folder: Path) -> Iterator[GoldPage]:
    for path in sorted(folder.glob("html/*.html")):
        truth_path, text_path = folder / "metadata" / f"{path.stem}.json", folder / "txt" / f"{path.stem}.txt"
        if not text_path.exists():
            continue
        truth = json.loads(truth_path.read_text("utf-8")) if truth_path.exists() else {}
        yield GoldPage(
            set="newspaper4k",
            name=path.stem,
            page=path.read_bytes(),
            url=truth.get("url") or _own_url(path.read_bytes()),
            text=truth.get("text") or text_path.read_text("utf-8"),
            title=truth.get("title") or "",
            published_at=parse_date(truth.get("publish_date") or ""),
            pictures=tuple(filter(None, (truth.get("top_image"), truth.get("meta_img")))),
        )


def _goose(folder: Path) -> Iterator[GoldPage]:
    for path in sorted(folder.glob("content/*.html")):
        truth = json.loads(path.with_suffix(".json").read_text("utf-8"))
        expected = truth.get("expected", truth)
        text = expected.get("cleaned_text") or ""
        if len(path.read_bytes()) < 5000 or not text:
            continue  # made by hand for one feature
        yield GoldPage(
            set="goose3",
            name=path.stem,
            page=path.read_bytes(),
            url=truth.get("url") or UNKNOWN_URL,
            text=text,
            is_lead=True,
        )


def _own_url(page: bytes) -> str:
    link = _CANONICAL.search(page)
    href = _HREF.search(link[0]) if link else None
    return href[1].decode("utf-8", "replace") if href else UNKNOWN_URL


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _found(text: str, shown: Counter[str]) -> float:
    words = Counter(_words(text))
    return sum((words & shown).values()) / max(sum(words.values()), 1)
