from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.models.articles import Block, BlockKind
from bot.models.packed_blocks import packed
from bot.stories.identity import (
    Change,
    Decision,
    Facts,
    FileKeys,
    StoredVersion,
    decide,
    fingerprint,
    post_key,
    same_text,
    same_words,
    version_at,
)
from tests.fakes import NOON, a_new_article, a_parsed_article

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


@pytest.mark.parametrize("url", [None, "https://a.example/1.jpg"])
def test_packed_blocks_make_the_same_fingerprint(url: str | None) -> None:
    blocks = (Block(kind=BlockKind.PICTURE, url=url, text="The bridge"),)
    assert mark(blocks=packed(blocks, "")) == mark(blocks=blocks)


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


def stored(title: str = "Tide", *, at: datetime | None = None, has_page_text: bool = False, **changes: Any) -> Facts:
    """What the store holds of an article that was read before."""
    files = changes.pop("files", 0)
    held = a_new_article(title, **changes)
    version = StoredVersion(fingerprint=held.fingerprint, version_at=at, has_page_text=has_page_text)
    return Facts(stored=version, files=files)


def test_a_new_article_is_pushed_if_it_is_recent_and_no_removed_source_has_brought_it() -> None:
    assert decide(a_new_article(), Facts()) == Decision(change=Change.NEW, pushable=True)
    assert not decide(a_new_article(recent=False), Facts()).pushable
    assert not decide(a_new_article(), Facts(was_brought_before=True)).pushable
    assert decide(a_new_article(wants_page=True), Facts()).reads_page


def test_an_article_with_a_known_fingerprint_is_unchanged_whatever_its_date() -> None:
    assert decide(a_new_article("Tide"), stored("Tide")) == Decision(change=Change.UNCHANGED)
    assert decide(a_new_article("Tide", updated_at=NOON - HOUR), stored("Tide", at=NOON)).change is Change.UNCHANGED


@pytest.mark.parametrize(
    ("now_at", "was_at", "files", "change"),
    [
        (NOON, NOON - HOUR, 0, Change.EDITED),
        (NOON, NOON, 0, Change.EDITED),
        (NOON - HOUR, NOON, 0, Change.OUTDATED),
        (NOON - HOUR, NOON, 2, Change.OUTDATED),
        (NOON - HOUR, NOON, 1, Change.EDITED),  # its one file is what the owner made of it
        (None, NOON, 0, Change.EDITED),
        (NOON - HOUR, None, 0, Change.EDITED),
    ],
)
def test_an_older_version_never_replaces_a_newer_one(
    now_at: datetime | None, was_at: datetime | None, files: int, change: Change
) -> None:
    came = replace(a_new_article("Tide falls"), version_at=now_at)
    assert decide(came, stored("Tide", at=was_at, files=files)).change is change


def test_a_date_may_be_corrected_to_an_earlier_one() -> None:
    came = a_new_article("Tide", thumbnail_url="https://example.org/t.jpg", updated_at=NOON - HOUR)
    assert decide(came, stored("Tide", at=NOON)).change is Change.EDITED


def test_an_edited_teaser_keeps_the_text_of_its_page_until_that_was_read_again() -> None:
    teaser = a_new_article("Tide falls", wants_page=True)
    found = decide(teaser, stored("Tide", has_page_text=True))
    assert (found.keeps_text, found.reads_page) == (True, True)
    assert not decide(teaser, stored("Tide")).keeps_text
    assert not decide(replace(teaser, wants_page=False), stored("Tide", has_page_text=True)).keeps_text
    pictured = a_new_article("Tide", thumbnail_url="https://example.org/t.jpg", wants_page=True)
    assert not decide(pictured, stored("Tide")).reads_page  # its words are the same


def test_an_article_in_several_files_has_the_categories_of_all() -> None:
    replaces = [decide(a_new_article("Tide"), stored("Ebb", files=files)).replaces_categories for files in (0, 1, 2)]
    assert replaces == [True, True, False]


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
