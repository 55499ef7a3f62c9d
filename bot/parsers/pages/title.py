"""Chooses a page's headline among its metadata, JSON-LD, <title> and <h1>. Ignores the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice

from lxml.etree import _Element

from bot.parsers.pages.text import inner_text
from bot.text.characters import BARS
from bot.text.clean import clean_line, clean_markup_title
from bot.text.letters import letters

MAX_HEADINGS = 3
MIN_TITLE_LETTERS = 12  # a shorter heading at the beginning of a title may be a section's name
_SEPARATORS = rf"{BARS}\-‐‑－–—―−·・•∙_:：«»‹›/／~～〜→>＞➤►▶⋆★@"
_SITE_MARK = re.compile(rf"\s+[{_SEPARATORS}]\s|\s*[{BARS}_：«»•]")


def headline(root: _Element, named: Sequence[str], sites: Iterable[str | None]) -> str:
    """The title that most of its sources agree on, without the site's name.

    `named` are the titles of the page's head and data, best first; its <h1> and <title> vote as well. On a tie the
    first counts.
    """
    shown = [inner_text(heading) for heading in islice(root.iter("h1"), MAX_HEADINGS)]
    written = [*named, *shown, root.findtext(".//head/title") or ""]
    names = [name for name in map(clean_line, filter(None, sites)) if name]
    titles = [title for title in (_without_site(clean_markup_title(text), names) for text in written) if title]
    titles = [_without_rest(title, titles) for title in titles]
    votes = Counter(letters(title) for title in titles)
    return max(titles, key=lambda title: votes[letters(title)], default="")


def _without_site(title: str, names: Iterable[str]) -> str:
    for name in names:
        around = re.compile(
            rf"\s*[{_SEPARATORS}]+\s*{re.escape(name)}$|^{re.escape(name)}\s*[{BARS}]+\s*", re.IGNORECASE
        )
        title = around.sub("", title) or title
    return title


def _without_rest(title: str, titles: Iterable[str]) -> str:
    """The title without what follows a separator, where another source has it without."""
    shorter = [
        other
        for other in titles
        if len(other) < len(title)
        and len(letters(other)) >= MIN_TITLE_LETTERS
        and title.casefold().startswith(other.casefold())
        and _SITE_MARK.match(title[len(other) :])
    ]
    return min(shorter, key=len, default=title)
