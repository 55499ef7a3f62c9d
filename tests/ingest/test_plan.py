from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.ingest.plan import plan_failure, plan_feed, plan_folder
from bot.ingest.reports import Trouble
from bot.models.articles import ParsedArticle, ParsedFeed, ParseFailed
from bot.models.fetching import Fetched, FetchFailed, FetchOutcome, FetchProblem, NotModified
from bot.models.sources import FileStamp, Source, SourceKind, SourceUpdate
from bot.stories.identity import fingerprint
from tests.fakes import NOON, a_parsed_article, a_source

INTERVAL = timedelta(minutes=15)
HOUR = timedelta(hours=1)


def read_before(**changes: Any) -> Source:
    return a_source(was_read=True, checked_at=NOON - HOUR, etag='"1"', last_modified="then", **changes)


def a_body(**changes: Any) -> Fetched:
    return Fetched(**{"url": "https://example.org/feed.xml", "body": b"x", "etag": '"2"', **changes})


def planned(
    *articles: ParsedArticle,
    source: Source | None = None,
    outcome: FetchOutcome | None = None,
    known: dict[str, str] | None = None,
    **feed: Any,
) -> SourceUpdate:
    parsed = ParsedFeed(articles=articles, **feed)
    return plan_feed(
        source or read_before(), outcome or a_body(), parsed, known or {}, now=NOON, interval=INTERVAL, jitter=0.5
    )


def failed(source: Source, **changes: Any) -> SourceUpdate:
    outcome = FetchFailed(**{"reason": FetchProblem.CONNECT, **changes})
    return plan_feed(source, outcome, None, {}, now=NOON, interval=INTERVAL, jitter=0.5)


def recent(update: SourceUpdate) -> list[bool]:
    return [article.recent for article in update.articles]


def mark_of(article: ParsedArticle) -> str:
    return fingerprint(article, is_post=False)


def test_new_and_changed_articles_are_kept_and_known_ones_left_out() -> None:
    new, changed, known = (a_parsed_article(title) for title in ("New", "Changed", "Known"))
    update = planned(new, changed, known, known={changed.key: "other", known.key: mark_of(known)})
    assert [article.parsed.title for article in update.articles] == ["New", "Changed"]
    assert update.articles[0].fingerprint == mark_of(new)
    assert (update.etag, update.failures, update.last_error, update.enabled) == ('"2"', 0, None, True)


@pytest.mark.parametrize(
    ("age", "first", "pushed"),
    [
        (timedelta(hours=1), False, True),
        (timedelta(hours=48), False, True),
        (timedelta(hours=49), False, False),
        (timedelta(hours=24), True, True),
        (timedelta(hours=25), True, False),
        (None, False, True),
        (None, True, False),
    ],
)
def test_old_news_is_kept_and_not_pushed(age: timedelta | None, first: bool, pushed: bool) -> None:
    article = a_parsed_article(published_at=NOON - age if age is not None else None)
    source = a_source() if first else read_before()
    assert recent(planned(article, source=source)) == [pushed]


def test_a_reading_after_failures_alone_is_a_first_reading() -> None:
    undated = a_parsed_article(published_at=None)
    assert recent(planned(undated, source=a_source(checked_at=NOON - HOUR, failures=2))) == [False]
    assert recent(planned(undated, source=read_before(failures=2))) == [True]


@pytest.mark.parametrize(
    ("date", "kept"),
    [
        (NOON + timedelta(days=400), None),
        (NOON + HOUR, NOON),
        (NOON - HOUR, NOON - HOUR),
        (datetime(1970, 1, 1, tzinfo=UTC), None),
        (None, None),
    ],
)
def test_absurd_dates_are_clamped(date: datetime | None, kept: datetime | None) -> None:
    [article] = planned(a_parsed_article(published_at=date)).articles
    assert article.published_at == (kept or NOON)
    assert article.parsed.published_at == kept


def test_no_article_is_without_a_category() -> None:
    own = a_parsed_article(categories=(("World", "Europe"), ("Sport",)))
    bare = a_parsed_article()
    owners = planned(own, source=read_before(category=("Mine",)))
    feeds = planned(own, source=read_before(category=None))
    source = planned(bare, source=read_before(category=None, name="A/B News"))
    assert [update.articles[0].parsed.categories for update in (owners, feeds, source)] == [
        (("Mine",),),
        (("World", "Europe"), ("Sport",)),
        (("A／B News",),),
    ]


def test_the_language_is_the_owners_word_else_what_the_text_is() -> None:
    german = a_parsed_article(
        "Die neue Brücke über den Hafen", text="Die neue Brücke wurde am Montag eröffnet. " * 3, language="en"
    )
    silent = a_parsed_article("201", text="", language=None)
    assert planned(german, source=read_before(language="da")).articles[0].language == "da"
    assert planned(german).articles[0].language == "de"
    assert planned(silent, language="fr").articles[0].language == "fr"


def test_an_article_begins_a_story_of_its_own_and_brings_what_finds_it_a_known_one() -> None:
    one = a_parsed_article("The harbour bridge opens", published_at=NOON)
    other = a_parsed_article("The Harbour Bridge opens!", key="other", published_at=NOON - HOUR)
    first, second = planned(one, other).articles
    assert first.own_story_id != second.own_story_id
    assert first.sketch is not None
    assert second.sketch is not None
    assert first.sketch.terms == second.sketch.terms


def test_of_an_archive_no_story_is_looked_for_and_only_some_articles_are_counted() -> None:
    """Nothing that may be pushed can join them: they teach what words are usual, and for that an eighth will do."""
    ages = {"news": timedelta(days=4, hours=23), "archive": timedelta(days=6)}
    articles = [
        a_parsed_article(f"{name} {number}", published_at=NOON - age)
        for name, age in ages.items()
        for number in range(80)
    ]
    news, archive = planned(*articles).articles[:80], planned(*articles).articles[80:]
    assert all(article.sketch and article.counted is None for article in news)
    assert all(article.sketch is None for article in archive)
    assert 4 <= sum(article.counted is not None for article in archive) <= 20


def test_a_post_of_a_folder_is_told_by_its_author_an_entry_of_a_feed_by_the_feed() -> None:
    ada, bob = (a_parsed_article("The harbour bridge opens", key=name, authors=(name,)) for name in ("Ada", "Bob"))
    posts = plan_folder(a_source(kind=SourceKind.FOLDER), [ada, bob], [], {}, now=NOON, interval=INTERVAL).articles
    assert len({article.sketch.publisher for article in posts if article.sketch}) == 2
    assert len({article.sketch.publisher for article in planned(ada, bob).articles if article.sketch}) == 1


@pytest.mark.parametrize(
    ("ttl", "max_age", "wait"),
    [
        (None, None, INTERVAL),
        (timedelta(minutes=5), timedelta(minutes=1), INTERVAL),
        (HOUR, None, HOUR),
        (HOUR, 2 * HOUR, 2 * HOUR),
        (timedelta(days=30), None, timedelta(hours=24)),
    ],
)
def test_a_feed_is_read_again_when_it_may_have_changed(
    ttl: timedelta | None, max_age: timedelta | None, wait: timedelta
) -> None:
    assert planned(source=a_source(), ttl=ttl, outcome=a_body(max_age=max_age)).next_check_at == NOON + wait


def test_a_feed_is_not_read_when_it_wants_no_visit() -> None:
    assert planned(source=a_source(), skip_hours={12, 13}).next_check_at == NOON + 2 * HOUR
    assert planned(source=a_source(), skip_days={0}).next_check_at == NOON + 12 * HOUR


def test_a_busy_source_is_read_sooner_and_a_sleepy_one_later_but_no_sooner_than_its_server_asks() -> None:
    def wait(rate: float, **feed: Any) -> timedelta:
        return planned(source=read_before(articles_per_day=rate), **feed).next_check_at - NOON

    assert wait(1000.0) == INTERVAL / 2
    assert wait(0.0) == 8 * INTERVAL
    assert wait(1000.0, ttl=HOUR) == HOUR
    assert wait(1000.0, outcome=a_body(max_age=2 * HOUR)) == 2 * HOUR


def test_only_new_articles_make_a_source_busy_and_a_first_reading_shows_no_rate() -> None:
    articles = [a_parsed_article(title) for title in "abcd"]
    known = {article.key: "older" for article in articles}
    rates = [
        planned(*articles, source=read_before(articles_per_day=10.0), known=given).articles_per_day
        for given in ({"another": "x"}, known)
    ]
    assert rates[0] is not None
    assert rates[1] is not None
    assert rates[0] > 10.0 > rates[1]
    assert planned(*articles, source=a_source()).articles_per_day is None
    unchanged = plan_feed(read_before(articles_per_day=10.0), NotModified(), None, {}, now=NOON, interval=INTERVAL)
    assert unchanged.articles_per_day == pytest.approx(rates[1])
    assert failed(read_before(articles_per_day=10.0)).articles_per_day == 10.0


def test_a_folder_is_looked_at_as_often_as_the_owner_wants() -> None:
    update = plan_folder(read_before(), [], [], {}, now=NOON, interval=timedelta(seconds=2))
    assert update.next_check_at == NOON + timedelta(seconds=2)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Mon, 02 Mar 2026 11:00:00 GMT", "Mon, 02 Mar 2026 11:00:00 GMT"),
        ("Tue, 03 Mar 2026 11:00:00 GMT", None),  # NOON is before
        ("yesterday", "yesterday"),
        (None, None),
    ],
)
def test_a_validator_of_the_future_is_not_kept(said: str | None, kept: str | None) -> None:
    source = replace(read_before(), last_modified=None)
    read = plan_feed(source, a_body(last_modified=said), ParsedFeed(), {}, now=NOON, interval=INTERVAL)
    renewed = plan_feed(source, NotModified(last_modified=said), None, {}, now=NOON, interval=INTERVAL)
    assert (read.last_modified, renewed.last_modified) == (kept, kept)


def test_nothing_new_keeps_the_validators() -> None:
    outcome = NotModified(max_age=HOUR)
    update = plan_feed(read_before(failures=3), outcome, None, {}, now=NOON, interval=INTERVAL)
    assert (update.etag, update.last_modified, update.failures) == ('"1"', "then", 0)
    assert update.next_check_at == NOON + HOUR
    assert update.moved_to is None
    renewed = plan_feed(read_before(), NotModified(etag='"3"'), None, {}, now=NOON, interval=INTERVAL)
    assert renewed.etag == '"3"'


def test_a_move_for_good_is_remembered() -> None:
    assert planned(outcome=a_body(moved_to="https://example.org/new")).moved_to == "https://example.org/new"
    outcome = NotModified(moved_to="https://example.org/new")
    update = plan_feed(read_before(), outcome, None, {}, now=NOON, interval=INTERVAL)
    assert update.moved_to == "https://example.org/new"


def test_failures_back_off_to_a_day() -> None:
    waits = [failed(read_before(failures=n)).next_check_at - NOON for n in (0, 1, 2, 10, 500)]
    assert waits == [INTERVAL, 2 * INTERVAL, 4 * INTERVAL, timedelta(hours=24), timedelta(hours=24)]
    assert failed(read_before(failures=2)).failures == 3


def test_jitter_spreads_the_retries() -> None:
    trouble = Trouble(text_key="load-broke")
    ends = [plan_failure(read_before(), trouble, now=NOON, interval=HOUR, jitter=jitter) for jitter in (0.0, 1.0)]
    assert [(update.next_check_at - NOON).total_seconds() for update in ends] == [2700, 4500]


def test_a_server_that_asks_for_a_pause_gets_it() -> None:
    assert failed(read_before(), retry_after=6 * HOUR).next_check_at == NOON + 6 * HOUR


def test_a_failure_keeps_validators_and_says_what_happened() -> None:
    update = failed(read_before(), reason=FetchProblem.STATUS, detail="HTTP 500")
    assert (update.etag, update.last_modified, update.enabled) == ('"1"', "then", True)
    assert update.last_error == "The site did not give me the page: HTTP 500"
    assert update.trouble == "fetch-problem-status"


def test_a_feed_that_is_gone_is_switched_off() -> None:
    assert not failed(read_before(), reason=FetchProblem.GONE).enabled


def test_a_feed_that_is_off_stays_so_until_it_works() -> None:
    off = replace(read_before(), enabled=False)
    assert not failed(off, reason=FetchProblem.DNS).enabled
    assert planned(source=off).enabled


@pytest.mark.parametrize("parsed", [ParseFailed(reason="This is a web page, not a feed."), None])
def test_a_broken_body_is_fetched_again_once_it_is_mended(parsed: ParseFailed | None) -> None:
    update = plan_feed(read_before(), a_body(), parsed, {}, now=NOON, interval=INTERVAL)
    assert (update.etag, update.failures) == ('"1"', 1)
    assert update.last_error is not None
    assert update.last_error.startswith("There is no feed at that address: ")


def test_a_folders_posts_of_two_days_may_be_pushed_on_the_first_reading() -> None:
    posts = [a_parsed_article(str(age), published_at=NOON - timedelta(hours=age)) for age in (1, 47, 49)]
    posts.append(a_parsed_article("undated", published_at=None))
    stamps = [FileStamp(path="a.md", size=1, mtime_ns=2)]
    first = plan_folder(a_source(), posts, stamps, {}, now=NOON, interval=INTERVAL)
    later = plan_folder(read_before(), posts, stamps, {}, now=NOON, interval=INTERVAL)
    assert recent(first) == [True, True, False, False]
    assert recent(later) == [True, True, False, True]
    assert (first.files, first.next_check_at) == (tuple(stamps), NOON + INTERVAL)


def test_a_date_of_days_to_come_says_nothing_of_the_articles_age() -> None:
    """A calendar of events: added, it would push all of them."""
    event = a_parsed_article("Concert", published_at=NOON + timedelta(days=40))
    [seen] = planned(event, source=a_source()).articles
    assert (seen.published_at, seen.parsed.published_at, seen.recent) == (NOON, None, False)
    [seen] = planned(event, source=read_before()).articles
    assert seen.recent
    [ahead] = planned(replace(event, published_at=NOON + 3 * HOUR), source=a_source()).articles  # another zone's clock
    assert (ahead.published_at, ahead.parsed.published_at, ahead.recent) == (NOON, NOON, True)
