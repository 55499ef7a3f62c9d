"""Recognises what keeps a reader from an article: robot checks, consent and login pages, paywalls, teasers. Pure.

Judges a page by its phrases; a long text is an article, whatever phrases it holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from bot.models.articles import PageProblem
from bot.parsers.pages.meta import PageMeta
from bot.parsers.pages.phrases import phrases
from bot.text.characters import weighted_length

# Lengths as `weighted_length` counts them.
TEASER_LENGTH = 200  # a shorter text is a teaser
PAID_LENGTH = 1200  # more of a paid article is the whole, shown to everyone for a time
WHOLE_LENGTH = 2500  # more than that in front of a paywall's words is an article all the same
MAX_NOTICE_LENGTH = 600
LAST_LINES = 4  # a paywall stands at the end of what can be read
MAX_CONSENT_LENGTH = 4000  # consent pages are long, but no longer
MIN_CONSENT_WORDS = 2  # different ones, and as many that ask for it: a recipe for cookies asks for nothing
CONSENT_SHARE = 0.5  # of the text, in sentences about consent
ASKING_SHARE = 0.4  # of the text, in sentences that speak to the reader about it: an article may hold a few
HEADED_SHARE = 0.15  # of the text in sentences about consent, under a heading that asks: the others list its purposes
HEADED_ASKS = 3  # different ones under such a heading: what the page does, and its two buttons
HEADING_LINES = 3  # among which that heading stands, where the page's title is another
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？])")
# What an article quotes of a banner; quotations of a few words are the names of buttons.
_QUOTED = re.compile(r"“[^“”]{40,}+”|„[^„“”]{40,}+[“”]|«[^«»]{40,}+»|「[^「」]{15,}+」|\"[^\"]{40,}+\"")


def access_barrier(url: str, *, title: str, lines: Sequence[str], meta: PageMeta) -> PageProblem | None:
    """What keeps a reader from the article, or None. `lines` are what the page shows in its place, or its beginning."""
    text = "\n".join(lines)
    size = weighted_length(text)
    if size < TEASER_LENGTH and (phrases().robot_check.search(text) or phrases().robot_check.search(title)):
        return PageProblem.ROBOTS
    if _asks_consent(url, title, lines, size, meta):
        return PageProblem.CONSENT
    if (
        size < TEASER_LENGTH
        and not meta.is_article
        and (phrases().login.search(f"{title}\n{text}") or phrases().login_path.search(url))
    ):
        return PageProblem.LOGIN
    if (size < PAID_LENGTH and meta.paid) or (
        size < WHOLE_LENGTH and phrases().paywall.search("\n".join(lines[-LAST_LINES:]))
    ):
        return PageProblem.PAYWALL
    return PageProblem.TEASER if size < TEASER_LENGTH else None


def mentions_barrier(text: str) -> bool:
    """Whether a description tells of consent or robots instead of the page; a long one holds such words by chance."""
    return weighted_length(text) < MAX_NOTICE_LENGTH and (
        bool(phrases().robot_check.search(text))
        or bool(phrases().consent.search(text) and phrases().consent_ask.search(text))
    )


def _asks_consent(url: str, title: str, lines: Sequence[str], size: int, meta: PageMeta) -> bool:
    parts = urlsplit(url)
    asks, _ = _found(phrases().consent_ask, lines)
    if phrases().consent_host.search(parts.hostname or "") or phrases().consent_path.search(parts.path):
        # An article on consent may have an address that says so.
        return bool(asks) or (size < TEASER_LENGTH and not meta.is_article)
    if meta.published_at or meta.is_article or size > MAX_CONSENT_LENGTH:
        return False
    own = [sentence for line in lines for sentence in _SENTENCE.split(_QUOTED.sub(" ", line))]
    words, about = _found(phrases().consent, own)
    asks, asking = _found(phrases().consent_ask, own)
    if any(phrases().consent_heading.fullmatch(line.strip()) for line in (title, *lines[:HEADING_LINES])):
        return bool(words) and len(asks) >= HEADED_ASKS and about >= HEADED_SHARE * size
    return (
        min(len(words), len(asks)) >= MIN_CONSENT_WORDS
        and about >= CONSENT_SHARE * size
        and asking >= ASKING_SHARE * size
    )


def _found(pattern: re.Pattern[str], lines: Sequence[str]) -> tuple[set[str], int]:
    """The different words of the lines that the pattern finds, and the length of the lines with any."""
    found = [(line, pattern.findall(line)) for line in lines]
    words = {word.lower().rstrip("s") for _, words in found for word in words}
    return words, sum(weighted_length(line) for line, words in found if words)
