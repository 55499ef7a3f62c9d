from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.models.articles import PageProblem, ParseFailed
from bot.models.fetching import FetchFailed, FetchProblem
from bot.parsers.pages.full_text import (
    MAX_PAGES_A_READING,
    OPEN_STUB_LENGTH,
    RETRY_AFTER,
    STUB_LENGTH,
    is_better,
    is_stub,
    next_try,
    with_pages_wanted,
)
from tests.fakes import NOON, a_new_article, a_parsed_article

TITLE = "Harbour bridge opens"
TEASER = "The new bridge over the harbour opened on Monday."
FULL = f"{TEASER} Thousands of people walked across it, and the mayor cut a ribbon of four metres. " * 3
OTHER = "Welcome to our front page, where you find the weather, the games and the television of tonight. " * 9


@pytest.mark.parametrize(
    ("text", "stub"),
    [
        ("", True),
        (TEASER, True),
        ("x" * STUB_LENGTH, False),
        ("碼" * (STUB_LENGTH // 3 - 1), True),
        ("碼" * (STUB_LENGTH // 3), False),
        ("x" * STUB_LENGTH + " […]", True),
        ("x" * STUB_LENGTH + " Read more", True),
        ("x" * STUB_LENGTH + " Continue reading →", True),
        ("碼" * (STUB_LENGTH // 3) + "閱讀全文", True),
        ("x" * OPEN_STUB_LENGTH + "…", False),
        ("Read more of this: " + "x" * STUB_LENGTH, False),
    ],
)
def test_a_text_is_a_stub_if_it_is_short_or_says_that_it_goes_on(text: str, stub: bool) -> None:
    assert is_stub(text) is stub


def test_stubs_that_may_be_pushed_want_their_pages() -> None:
    articles = (
        a_new_article("Stub", text=TEASER),
        a_new_article("Whole", text="x" * STUB_LENGTH),
        a_new_article("Old", text=TEASER, recent=False),
        a_new_article("Without address", text=TEASER, url=None),
    )
    assert [article.wants_page for article in with_pages_wanted(articles)] == [True, False, False, False]


def test_of_many_stubs_the_newest_want_their_pages() -> None:
    articles = [
        a_new_article(f"Stub {number}", text=TEASER, published_at=NOON - timedelta(minutes=number))
        for number in range(MAX_PAGES_A_READING + 5)
    ]
    wanted = [article.wants_page for article in with_pages_wanted(articles)]
    assert wanted == [True] * MAX_PAGES_A_READING + [False] * 5


@pytest.mark.parametrize(
    ("title", "text", "better"),
    [
        (TITLE, FULL, True),
        ("Another headline", FULL, True),
        (TITLE, OTHER, True),  # a teaser written anew: the headline tells
        ("The Paper", OTHER, False),  # its front page instead
        (TITLE, TEASER, False),
        (TITLE, "", False),
    ],
)
def test_a_page_is_better_if_it_says_more_of_the_same(title: str, text: str, better: bool) -> None:
    assert is_better(a_parsed_article(title, text=text), title=TITLE, teaser=TEASER) is better


@pytest.mark.parametrize("page_problem", PageProblem)
def test_a_page_that_lacks_its_article_is_never_better(page_problem: PageProblem) -> None:
    page = replace(a_parsed_article(TITLE, text=FULL), page_problem=page_problem)
    assert not is_better(page, title=TITLE, teaser=TEASER)


def test_an_entry_without_text_goes_by_its_title() -> None:
    assert is_better(a_parsed_article(TITLE, text=FULL), title=TITLE, teaser="")
    assert not is_better(a_parsed_article("The Paper", text=OTHER), title=TITLE, teaser="")
    assert not is_better(a_parsed_article("The Paper", text=OTHER), title="", teaser="")


@pytest.mark.parametrize(
    ("failed", "tries", "wait"),
    [
        (FetchFailed(reason=FetchProblem.TIMEOUT), 1, RETRY_AFTER[0]),
        (FetchFailed(reason=FetchProblem.CONNECT), 2, RETRY_AFTER[1]),
        (FetchFailed(reason=FetchProblem.DNS), 3, None),
        (FetchFailed(reason=FetchProblem.STATUS, status=503), 1, RETRY_AFTER[0]),
        (FetchFailed(reason=FetchProblem.STATUS, status=403), 1, None),
        (FetchFailed(reason=FetchProblem.WRONG_TYPE), 1, None),
        (
            FetchFailed(reason=FetchProblem.RATE_LIMITED, status=429, retry_after=timedelta(hours=3)),
            1,
            timedelta(hours=3),
        ),
    ],
)
def test_what_passes_is_tried_again_a_few_times(failed: FetchFailed, tries: int, wait: timedelta | None) -> None:
    assert next_try(failed, tries=tries, now=NOON) == (wait and NOON + wait)


def test_a_page_whose_parser_was_ended_is_read_again_and_one_that_was_judged_is_not() -> None:
    ended = ParseFailed(reason="killed", is_final=False)
    waits = [next_try(ended, tries=tries, now=NOON) for tries in (1, 2, 3)]
    assert waits == [NOON + timedelta(minutes=5), NOON + timedelta(hours=1), None]
    assert next_try(ParseFailed(reason="no article"), tries=1, now=NOON) is None
