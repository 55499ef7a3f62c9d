from __future__ import annotations

from typing import Any

import pytest

from bot.ingest.reports import (
    MAX_NOTES,
    Trouble,
    failed_report,
    feed_trouble,
    fetch_trouble,
    link_refused,
    read_report,
    source_state,
    would_apply,
)
from bot.models.articles import FeedProblem, NewArticle, ParseFailed
from bot.models.fetching import FetchFailed, FetchProblem
from bot.models.sources import Applied, SourceUpdate
from bot.texts import has_text
from tests.fakes import NOON, a_parsed_article, a_source


@pytest.mark.parametrize("problem", list(FetchProblem))
def test_every_problem_has_a_text_and_a_remedy(problem: FetchProblem) -> None:
    trouble = fetch_trouble(FetchFailed(reason=problem))
    assert trouble.error
    assert trouble.remedy
    assert has_text(link_refused(FetchFailed(reason=problem)).reason_key)


def test_a_failure_names_the_thing_and_the_remedy() -> None:
    report = failed_report("News", fetch_trouble(FetchFailed(reason=FetchProblem.STATUS, detail="HTTP 404")))
    assert report.error == "The site did not give me the page: HTTP 404"
    assert report.remedy is not None
    assert feed_trouble(ParseFailed(reason="It is a picture.")).error.endswith(": It is a picture")
    assert Trouble(text_key="load-page-unreadable").remedy is None


def test_what_helps_is_said_of_a_link_a_feed_to_be_and_a_source_each_in_its_own_words() -> None:
    gone = fetch_trouble(FetchFailed(reason=FetchProblem.GONE, detail="HTTP 410"))
    assert gone.of_link == gone.of_feed == "The page is gone for good: HTTP 410. Look for its new address."
    assert gone.remedy is not None
    assert gone.remedy.startswith("Look for its new address. The source is switched off; ")
    guarded = fetch_trouble(FetchFailed(reason=FetchProblem.ROBOT_CHECK))
    assert "feed" not in guarded.of_link
    assert "look for another feed" in guarded.of_feed
    assert guarded.remedy == guarded.of_feed.removeprefix(f"{guarded.error}. ")
    assert Trouble(text_key="load-page-unreadable").of_link == f"{Trouble(text_key='load-page-unreadable').error}."


@pytest.mark.parametrize("problem", list(FetchProblem))
def test_no_link_that_fails_is_told_of_feeds_and_sources(problem: FetchProblem) -> None:
    told = fetch_trouble(FetchFailed(reason=problem)).of_link
    assert "source" not in told
    assert problem is FetchProblem.WRONG_TYPE or "feed" not in told


@pytest.mark.parametrize("problem", list(FeedProblem))
def test_every_body_that_is_no_feed_has_a_text_and_a_remedy(problem: FeedProblem) -> None:
    trouble = feed_trouble(ParseFailed(reason="x", problem=problem))
    assert trouble.error.endswith(": x") is (problem in (FeedProblem.BROKEN, FeedProblem.OTHER))
    assert trouble.remedy


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, "never read"),
        ({"checked_at": NOON}, "ok"),
        ({"failures": 1, "last_error": "It broke"}, "It broke"),
        ({"failures": 3, "last_error": "It broke"}, "It broke (3 times in a row)"),
        ({"failures": 1, "last_error": "Gone", "enabled": False}, "switched off: Gone"),
    ],
)
def test_how_a_source_stands_is_said_in_a_line(changes: dict[str, Any], state: str) -> None:
    assert source_state(a_source(**changes)) == (state, None)


def test_a_stored_trouble_still_knows_its_remedy() -> None:
    _, remedy = source_state(a_source(failures=1, last_error="x", trouble="fetch-problem-gone"))
    assert remedy == fetch_trouble(FetchFailed(reason=FetchProblem.GONE)).remedy


def test_every_refused_address_has_one_text() -> None:
    keys = {
        link_refused(FetchFailed(reason=FetchProblem.REFUSED_ADDRESS, detail=detail)).reason_key
        for detail in ("127.0.0.1 is not a public address", "port 22")
    }
    assert len(keys) == 1


def test_counts_and_notes_of_a_reading() -> None:
    applied = Applied(new_ids=(4, 5), updated=1, known=2)
    report = read_report("News", applied, unchanged=10, skipped=1, notes=["a"])
    assert (report.new, report.updated, report.known, report.skipped) == (2, 1, 12, 1)
    assert report.notes == ("a",)
    assert report.new_ids == (4, 5)
    many = read_report("News", applied, notes=[str(n) for n in range(MAX_NOTES + 3)])
    assert many.notes[-1] == "… and 3 more"


def test_what_would_be_stored() -> None:
    articles = tuple(
        NewArticle(
            parsed=a_parsed_article(title),
            language="en",
            fingerprint="f",
            own_story_id="s",
            published_at=NOON,
            recent=True,
        )
        for title in ("new", "changed")
    )
    update = SourceUpdate(source_id=1, checked_at=NOON, next_check_at=NOON, articles=articles)
    assert would_apply(update, {articles[1].parsed.key}) == Applied(new_ids=(0,), updated=1)
