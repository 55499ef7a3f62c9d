from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.models.articles import Block, BlockKind
from bot.stories.identity import (
    FileKeys,
    HeldEntry,
    fingerprint,
    is_retitled,
    post_key,
    same_article,
    same_entry,
    same_text,
    same_words,
    version_at,
)
from tests.fakes import NOON, a_parsed_article, an_article

PICTURE = Block(kind=BlockKind.PICTURE, url="https://example.org/a.jpg", text="The pier")
HOUR = timedelta(hours=1)
BASE: dict[str, Any] = {
    "url": "https://example.org/a",
    "authors": ("Ann",),
    "categories": (("World", "Europe"),),
    "blocks": (PICTURE,),
    "language": "en",
    "thumbnail_url": "https://example.org/t.jpg",
}


def mark(title: str = "Tide", *, is_post: bool = True, **changes: Any) -> str:
    return fingerprint(a_parsed_article(title, **{**BASE, **changes}), is_post=is_post)


def test_the_fingerprint_changes_with_words_not_with_white_space() -> None:
    assert mark("Tide", text="It  rose.\n") == mark(" Tide", text="It rose.")
    assert mark("Tide", text="It rose.") != mark("Tide", text="It fell.")
    assert mark("Tide It", text="rose.") != mark("Tide", text="It rose.")
    assert len(mark()) == 32


@pytest.mark.parametrize(
    "edit",
    [
        {"url": None},
        {"thumbnail_url": None},
        {"authors": ()},
        {"language": None},
        {"categories": (("World",),)},
        {"published_at": NOON},
        {"updated_at": NOON},
        {"more_pictures": ("https://example.org/m.jpg",)},
        {"blocks": (Block(kind=BlockKind.PICTURE, url="https://example.org/a.jpg", text="A pier"),)},
        {"blocks": (Block(kind=BlockKind.PICTURE, url="https://example.org/b.jpg", text="The pier"),)},
    ],
)
def test_every_edit_of_what_a_post_shows_changes_its_fingerprint(edit: dict[str, Any]) -> None:
    assert mark(**edit) != mark()
    assert same_words(mark(**edit), mark())
    assert same_text(mark(**edit), mark())


def test_of_a_feeds_entry_neither_dates_nor_pictures_in_the_body_count() -> None:
    assert mark(is_post=False, published_at=NOON, updated_at=NOON, blocks=()) == mark(is_post=False)
    assert mark(is_post=False, thumbnail_url=None) != mark(is_post=False)


def test_title_and_text_are_told_apart() -> None:
    assert same_text(mark("Other"), mark())
    assert not same_words(mark("Other"), mark())
    assert not same_text(mark(text="Other"), mark())


def test_a_version_is_of_its_last_change_or_its_date() -> None:
    dated, later = NOON - timedelta(hours=2), NOON - timedelta(hours=1)
    assert version_at(a_parsed_article(published_at=dated, updated_at=later), now=NOON) == later
    assert version_at(a_parsed_article(published_at=dated), now=NOON) == dated
    assert version_at(a_parsed_article(published_at=None), now=NOON) is None
    assert version_at(a_parsed_article(updated_at=NOON + timedelta(days=2)), now=NOON) is None


BEFORE = FileKeys(article_key="old", own_key="own")


@pytest.mark.parametrize(
    ("key", "text", "before", "known", "given"),
    [
        ("new", "Same.", None, {}, "new"),  # a file never read
        ("old", "Other.", BEFORE, {}, "old"),
        ("own", "Other.", BEFORE, {}, "old"),  # edited in its front matter once, now in its body
        ("new", "Same.", BEFORE, {"old": "Same."}, "old"),  # front matter alone was edited
        ("new", "Other.", BEFORE, {"old": "Same."}, "new"),  # another post in the same file
        ("new", "Same.", BEFORE, {"old": "Same.", "new": "Other."}, "new"),
        ("new", "Same.", BEFORE, {}, "new"),  # the article is purged
        ("new", "", BEFORE, {"old": ""}, "new"),  # nothing tells that it is the same
    ],
)
def test_a_post_edited_in_its_front_matter_keeps_the_key_of_its_article(
    key: str, text: str, before: FileKeys | None, known: dict[str, str], given: str
) -> None:
    article = a_parsed_article("Edited", key=key, text=text)
    prints = {name: fingerprint(a_parsed_article("Tide", text=was), is_post=True) for name, was in known.items()}
    assert post_key(article, before, prints, {}) == given


@pytest.mark.parametrize(
    ("published_at", "was_published_at", "given"),
    [
        (NOON, NOON, "old"),
        (NOON, NOON - timedelta(minutes=1), "new"),
        (NOON.replace(hour=0), NOON.replace(hour=0), "new"),  # a date without its hour may be that of the next post
        (None, None, "new"),
    ],
)
def test_a_post_of_another_title_and_text_is_the_same_where_all_else_and_its_hour_stayed(
    published_at: datetime | None, was_published_at: datetime | None, given: str
) -> None:
    was = mark(text="It rose.", published_at=was_published_at)
    article = a_parsed_article("Tide falls", **BASE, key="new", text="It fell.", published_at=published_at)
    assert post_key(article, BEFORE, {"old": was}, {}) == given
    assert post_key(replace(article, authors=("Bob",)), BEFORE, {"old": was}, {}) == "new"


def test_an_entry_is_known_again_by_address_title_and_date() -> None:
    held = an_article(title="T", url="https://a.example/", published_at=NOON, seen_at=NOON + timedelta(minutes=5))
    entry = a_parsed_article("T", url="https://a.example/", published_at=NOON)
    assert same_entry(entry, held)
    assert same_entry(replace(entry, published_at=None), held)
    undated = replace(held, seen_at=NOON)  # its date was of days to come, or of 1970: it was given that of its reading
    assert same_entry(replace(entry, published_at=NOON + timedelta(days=9)), undated)
    others: list[dict[str, Any]] = [
        {"title": "U"},
        {"url": "https://b.example/"},
        {"published_at": NOON - timedelta(hours=1)},
    ]
    assert not any(same_entry(replace(entry, **changes), held) for changes in others)


def test_an_entry_alone_at_its_address_may_have_been_given_another_title() -> None:
    held = an_article(title="T", url="https://a.example/", text="It rose.", seen_at=NOON, published_at=NOON - HOUR)
    entry = a_parsed_article("U", url="https://a.example/", text="It fell.", published_at=NOON - HOUR)
    assert is_retitled(entry, held)
    assert is_retitled(replace(entry, text="It  rose.", published_at=None), held)
    others: list[dict[str, Any]] = [
        {"url": "https://b.example/"},
        {"published_at": NOON - 2 * HOUR},
        {"published_at": None},
        {"published_at": None, "text": ""},
    ]
    assert not any(is_retitled(replace(entry, **changes), held) for changes in others)
    assert not is_retitled(entry, replace(held, seen_at=NOON - HOUR))


def test_an_entry_of_a_renamed_feed_is_the_article_whose_date_or_text_it_has() -> None:
    held = HeldEntry(key="1", fingerprint=mark(is_post=False, text="It rose."), published_at=NOON)
    entry = a_parsed_article("Tide", text="It rose.", published_at=NOON)
    assert same_article(entry, held)
    assert same_article(replace(entry, text="It fell."), held)
    assert same_article(replace(entry, published_at=None), held)
    assert not same_article(replace(entry, text="It fell.", published_at=None), held)
