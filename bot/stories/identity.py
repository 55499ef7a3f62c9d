"""Article identity: detects edits, orders versions, and separates distinct articles. Nothing else decides it.

Pure: whoever reads the store hands in what it holds. Three questions are answered here:

- Is a post an article that we hold, under another key? `post_key`. Of a feed's entries `bot.stories.entries` decides.
- Is it new, edited, unchanged, or an older version? `decide`.
- What was edited? A fingerprint has three parts: title, text, everything else that is shown.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import Enum

from bot.models.articles import Block, NewArticle, ParsedArticle
from bot.models.packed_blocks import PackedBlocks
from bot.text.clean import single_spaced

TITLE_DIGITS = 8  # hexadecimal
TEXT_DIGITS = 16
OTHER_DIGITS = 8
CLOCKS_APART = timedelta(days=1)  # a version dated later than this from now has no believable date


class Change(Enum):
    """What an article that came is to the store."""

    NEW = "new"
    EDITED = "edited"
    UNCHANGED = "unchanged"
    OUTDATED = "outdated"  # an older version than the stored one


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredVersion:
    """The version of an article that is stored; `has_page_text`: its text is its page's, not the feed's teaser."""

    fingerprint: str
    version_at: datetime | None = None
    has_page_text: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the store holds that decides about an article that came."""

    stored: StoredVersion | None = None  # under the article's key; None: nothing
    files: int = 0  # how many files of a folder hold the article
    was_brought_before: bool = False  # under this key and title, by a source that was removed since


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What to write for an article that came; nothing if it is unchanged or outdated."""

    change: Change
    pushable: bool = False  # a new one: may be sent in a digest
    keeps_text: bool = False  # an edited one: the text of its page stays until that was read again
    reads_page: bool = False  # its page is due to be read
    replaces_categories: bool = False  # else those it names are added to those it has


@dataclass(frozen=True, slots=True, kw_only=True)
class FileKeys:
    """The keys of a file at its last reading: its article's, and the one computed from the file itself.

    They differ once the front matter was edited.
    """

    article_key: str
    own_key: str


def fingerprint(article: ParsedArticle, *, is_post: bool) -> str:
    """32 hexadecimal digits that change with every edit a reader could see, not with white space.

    Of a feed's entry neither its date nor the pictures in its body count: feeds change both at every reading.
    """
    other = [article.url or "", article.thumbnail_url or "", *article.authors, article.language or ""]
    other += ["/".join(path) for path in article.categories]
    if is_post:
        moments = (article.published_at, article.updated_at)
        other += [moment.isoformat() for moment in moments if moment]
        other += article.more_pictures
        other += [f"{block.url} {block.text}" for block in _shown(article.blocks)]
    parts = ((article.title,), TITLE_DIGITS), ((article.text,), TEXT_DIGITS), (other, OTHER_DIGITS)
    return "".join(_digest(texts, digits) for texts, digits in parts)


def _shown(blocks: Sequence[Block]) -> Iterable[Block]:
    """The pictures and embeds among the blocks."""
    return blocks.shown() if isinstance(blocks, PackedBlocks) else [block for block in blocks if block.url]


def version_at(article: ParsedArticle, *, now: datetime) -> datetime | None:
    """The date of this version of the article: its last change, else its own; None where neither can be believed."""
    moment = article.updated_at or article.published_at
    return moment if moment and moment <= now + CLOCKS_APART else None


def decide(article: NewArticle, facts: Facts) -> Decision:
    """What to write for an article, given what the store holds."""
    stored = facts.stored
    if stored is None:
        # A source that was removed and came back from another place brings what it brought before: no news to anyone.
        pushable = article.recent and not facts.was_brought_before
        return Decision(change=Change.NEW, pushable=pushable, reads_page=article.wants_page)
    if stored.fingerprint == article.fingerprint:
        return Decision(change=Change.UNCHANGED)
    if _is_outdated(article, stored, files=facts.files):
        return Decision(change=Change.OUTDATED)
    return Decision(
        change=Change.EDITED,
        keeps_text=article.wants_page and stored.has_page_text,
        reads_page=article.wants_page and not same_words(stored.fingerprint, article.fingerprint),
        # Each of several files may name other categories, and the article has them all.
        replaces_categories=facts.files <= 1,
    )


def text_digest(text: str) -> str:
    """The part of a fingerprint that stands for this text."""
    return _digest((text,), TEXT_DIGITS)


def text_part(printed: str) -> str:
    """The part of a fingerprint that stands for the text."""
    return printed[TITLE_DIGITS : TITLE_DIGITS + TEXT_DIGITS]


def same_text(one: str, other: str) -> bool:
    """Whether two fingerprints are those of the same text, whatever stands around it."""
    return text_part(one) == text_part(other)


def same_words(one: str, other: str) -> bool:
    """Whether two fingerprints are those of the same title and text."""
    return one[: TITLE_DIGITS + TEXT_DIGITS] == other[: TITLE_DIGITS + TEXT_DIGITS]


def _is_outdated(article: NewArticle, stored: StoredVersion, *, files: int) -> bool:
    """Whether the article is a version from before the stored one.

    A date alone may be corrected to an earlier one. An article that one file alone holds is what its owner made of it,
    whatever its date.
    """
    if stored.version_at is None or article.version_at is None or files == 1:
        return False
    return article.version_at < stored.version_at and not same_words(stored.fingerprint, article.fingerprint)


def post_key(post: ParsedArticle, before: FileKeys | None, known: Mapping[str, str], edited: Mapping[str, str]) -> str:
    """The key of the article that a post holds.

    A post's own key is made of its front matter; where that alone was edited, the article is the same. So it is where
    title and text were edited together and all else stayed, with a date that has its hour: a mere day may be the next
    post's. `before`: what the post's file held at the last reading; `known`: fingerprints of stored articles by key;
    `edited`: own key -> article's key of files whose front matter was edited before, for those renamed since.
    """
    key = _key_in_file(post, before, known)
    return edited.get(key, key)


def _key_in_file(post: ParsedArticle, before: FileKeys | None, known: Mapping[str, str]) -> str:
    if before is None or post.key == before.article_key:
        return post.key
    if post.key == before.own_key:
        return before.article_key
    was = known.get(before.article_key)
    if was is None or post.key in known or not post.text.strip():
        return post.key
    now = fingerprint(post, is_post=True)
    is_edit = same_text(now, was) or (_has_hour(post.published_at) and _other_part(now) == _other_part(was))
    return before.article_key if is_edit else post.key


def _has_hour(moment: datetime | None) -> bool:
    return moment is not None and moment.time() != time.min


def _other_part(value: str) -> str:
    return value[TITLE_DIGITS + TEXT_DIGITS :]


def _digest(texts: Iterable[str], digits: int) -> str:
    content = "\n".join(map(single_spaced, texts))
    return hashlib.blake2b(content.encode("utf-8", "replace"), digest_size=digits // 2).hexdigest()
