"""Tells an edited article from an unchanged one, a newer version from an older one, an article from the next.

Pure. A fingerprint has three parts (title, text, everything else that is shown), so that one sees what was edited.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.models.articles import Article, ParsedArticle

TITLE_DIGITS = 8  # hexadecimal
TEXT_DIGITS = 16
REST_DIGITS = 8
CLOCKS_APART = timedelta(days=1)  # a version dated later than this from now has no believable date


@dataclass(frozen=True, slots=True, kw_only=True)
class FileKeys:
    """What a file of posts gave when it was last read: its article's key, and the one its own words make."""

    article_key: str
    own_key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldEntry:
    """What is stored of a feed's entry: by what it is known, what it said, and of when it is."""

    key: str
    fingerprint: str
    published_at: datetime


def fingerprint(article: ParsedArticle, *, is_post: bool) -> str:
    """32 hexadecimal digits that change with every edit a reader could see, not with white space.

    Of a feed's entry neither its date nor the pictures in its body count: feeds change both at every reading.
    """
    rest = [article.url or "", article.thumbnail_url or "", *article.authors, article.language or ""]
    rest += ["/".join(path) for path in article.categories]
    if is_post:
        moments = (article.published_at, article.updated_at)
        rest += [moment.isoformat() for moment in moments if moment]
        rest += article.more_pictures
        rest += [f"{block.url} {block.text}" for block in article.blocks if block.url]
    parts = ((article.title,), TITLE_DIGITS), ((article.text,), TEXT_DIGITS), (rest, REST_DIGITS)
    return "".join(_digest(texts, digits) for texts, digits in parts)


def same_text(mark: str, other: str) -> bool:
    """Whether two fingerprints are those of the same text, whatever stands around it."""
    return _text_part(mark) == _text_part(other)


def same_words(mark: str, other: str) -> bool:
    """Whether two fingerprints are those of the same title and text."""
    return mark[: TITLE_DIGITS + TEXT_DIGITS] == other[: TITLE_DIGITS + TEXT_DIGITS]


def version_at(article: ParsedArticle, *, now: datetime) -> datetime | None:
    """Of when this version of the article is: its last change, else its date; None where neither can be believed."""
    moment = article.updated_at or article.published_at
    return moment if moment and moment <= now + CLOCKS_APART else None


def same_entry(entry: ParsedArticle, held: Article) -> bool:
    """Whether a feed's entry is an article held under another key and the same address: pages for many entries share
    one, so title and date, where there is one that was believed, must agree.
    """
    same = (entry.url, entry.title) == (held.url, held.title)
    return same and (not _has_date(entry, held) or entry.published_at == held.published_at)


def is_retitled(entry: ParsedArticle, held: Article) -> bool:
    """Whether a feed's entry is an article held under another key, where each is alone at its address: date or text
    must agree, for a page may serve one entry after the other.
    """
    same_date = _has_date(entry, held) and entry.published_at == held.published_at
    return entry.url == held.url and (same_date or (bool(entry.text) and entry.text.split() == held.text.split()))


def same_article(entry: ParsedArticle, held: HeldEntry) -> bool:
    """Whether a feed's entry is the article held under its title, though both key and address are others.

    Date or text must agree: the horoscope has the same titles every day.
    """
    return entry.published_at == held.published_at or same_text(fingerprint(entry, is_post=False), held.fingerprint)


def article_key(article: ParsedArticle, before: FileKeys | None, known: Mapping[str, str]) -> str:
    """The key of the article that a post holds, given what its file held `before` and the fingerprints `known` by key.

    A post's key is made of its front matter; where that alone was edited, the article is the same. So it is where title
    and text were edited together and all else stayed, with a date that has its hour: a mere day may be the next post's.
    """
    if before is None or article.key == before.article_key:
        return article.key
    if article.key == before.own_key:
        return before.article_key
    was = known.get(before.article_key)
    if was is None or article.key in known or not article.text.strip():
        return article.key
    mark = fingerprint(article, is_post=True)
    is_edit = same_text(mark, was) or (_has_hour(article.published_at) and _rest(mark) == _rest(was))
    return before.article_key if is_edit else article.key


def _has_date(entry: ParsedArticle, held: Article) -> bool:
    """Whether both have a date; one that could not be believed is the time of the first reading."""
    return entry.published_at is not None and held.published_at != held.seen_at


def _has_hour(moment: datetime | None) -> bool:
    return moment is not None and moment.time() != time.min


def _rest(mark: str) -> str:
    return mark[TITLE_DIGITS + TEXT_DIGITS :]


def _text_part(mark: str) -> str:
    return mark[TITLE_DIGITS : TITLE_DIGITS + TEXT_DIGITS]


def _digest(texts: Iterable[str], digits: int) -> str:
    content = "\n".join(" ".join(text.split()) for text in texts)
    return hashlib.blake2b(content.encode("utf-8", "replace"), digest_size=digits // 2).hexdigest()
