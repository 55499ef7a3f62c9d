"""Turns the reading of a source into a SourceUpdate: the articles that may be new or edited, and when to read again.

Pure: the time and the jitter are arguments. What follows from an article alone is decided here (its date, language,
categories, sketch); what follows from those stored before it, `bot.stories` decides when the store applies the update.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import assert_never
from zlib import crc32

from bot.ingest.file_spec import as_wanted, interval_floor
from bot.ingest.intervals import adapted_interval, backed_off, next_check, observed_rate
from bot.ingest.reports import Trouble, feed_trouble, fetch_trouble
from bot.models.articles import (
    FIRST_READING_MAX_AGE,
    PUSH_MAX_AGE,
    CategoryPath,
    CountedTerms,
    NewArticle,
    ParsedArticle,
    ParsedFeed,
    ParseFailed,
    StorySketch,
)
from bot.models.fetching import Fetched, FetchFailed, FetchOutcome, FetchProblem, NotModified
from bot.models.sources import FileStamp, Source, SourceKind, SourceUpdate
from bot.parsers.pages.full_text import with_pages_wanted
from bot.stories.clusters import WINDOW, story_id
from bot.stories.identity import CLOCKS_APART, fingerprint, version_at
from bot.stories.sketches import counted_terms, sketch
from bot.text.clean import category_path
from bot.text.dates import parse_date

# Nothing that is still pushed can join a story older than that: an archive gets no sketches.
STORIES_MAX_AGE = PUSH_MAX_AGE + WINDOW
ARCHIVE_SAMPLE = 8  # of one article in so many the terms are counted, which shows what words are usual
OLDEST_DATE_YEAR = 1990  # earlier dates are default values of programs
LANGUAGE_SAMPLE_CHARS = 3000

_NO_FEED = ParsedFeed()  # of an answer without a body


def plan_feed(
    source: Source,
    outcome: FetchOutcome,
    parsed: ParsedFeed | ParseFailed | None,
    known: Mapping[str, str],
    *,
    now: datetime,
    interval: timedelta,
    jitter: float = 0.5,
) -> SourceUpdate:
    """The update that follows from fetching a feed, and from parsing it if a body came.

    `known` maps the keys of stored articles to their fingerprints; `jitter` in [0, 1) spreads repeated failures.
    """
    match outcome:
        case NotModified():
            unchanged = _succeeded(source, outcome, now=now, interval=interval)
            return replace(
                unchanged,
                etag=outcome.etag or source.etag,
                last_modified=believable_validator(outcome.last_modified, now) or source.last_modified,
                moved_to=outcome.moved_to,
            )
        case FetchFailed():
            gone = outcome.reason is FetchProblem.GONE
            trouble, wait = fetch_trouble(outcome), outcome.retry_after
            failed = plan_failure(source, trouble, now=now, interval=interval, wait=wait, jitter=jitter)
            return replace(failed, enabled=failed.enabled and not gone)
        case Fetched():
            if not isinstance(parsed, ParsedFeed):
                trouble = feed_trouble(parsed or ParseFailed(reason="It was not read."))
                return plan_failure(source, trouble, now=now, interval=interval, jitter=jitter)
            return _read(source, outcome, parsed, known, now=now, interval=interval)
        case _:
            assert_never(outcome)


def plan_folder(
    source: Source,
    parsed: Sequence[ParsedArticle],
    files: Sequence[FileStamp],
    known: Mapping[str, str],
    *,
    now: datetime,
    interval: timedelta,
    completes: bool = True,
) -> SourceUpdate:
    """The update that follows from changed files of a folder. `files` are their stamps, to be remembered.

    `completes` says whether these are the last files of the reading.
    """
    return SourceUpdate(
        source_id=source.id,
        checked_at=now,
        next_check_at=next_check(now, interval),
        articles=new_articles(
            source,
            parsed,
            known,
            now=now,
            max_age=PUSH_MAX_AGE,
            push_undated=source.was_read,
            language=None,
        ),
        files=tuple(files),
        completes=completes,
    )


def plan_failure(
    source: Source,
    trouble: Trouble,
    *,
    now: datetime,
    interval: timedelta,
    wait: timedelta | None = None,
    jitter: float = 0.5,
) -> SourceUpdate:
    """The update of a failed reading: retry with exponential backoff, or after `wait` if that is longer.

    The validators stay those of the last good reading, so that a broken body is fetched again once it is repaired.
    """
    failures = source.failures + 1
    return SourceUpdate(
        source_id=source.id,
        checked_at=now,
        next_check_at=next_check(now, backed_off(interval, failures, jitter=jitter), wait),
        etag=source.etag,
        last_modified=source.last_modified,
        failures=failures,
        last_error=trouble.error,
        trouble=trouble.text_key,
        enabled=source.enabled,
        articles_per_day=source.articles_per_day,
        completes=False,
    )


def believable_validator(last_modified: str | None, now: datetime) -> str | None:
    """A Last-Modified that may be sent back: one of the future would be answered with "not modified" until then."""
    moment = parse_date(last_modified) if last_modified else None
    return None if moment and moment > now else last_modified


def new_articles(
    source: Source,
    parsed: Iterable[ParsedArticle],
    known: Mapping[str, str],
    *,
    now: datetime,
    max_age: timedelta,
    push_undated: bool,
    language: str | None,
) -> tuple[NewArticle, ...]:
    """The articles that the store may have to write; those whose fingerprint is known are left out.

    A date that is a little in the future becomes now; a missing or absurd one becomes now too, and `push_undated` says
    whether such an article counts as recent: on a first reading its age is unknown.
    """
    is_post = source.spec.kind is SourceKind.FOLDER
    # Each step for all articles before the next one: as `post_steps`, for the processor's cache.
    wanted = [as_wanted(source.spec, article) for article in parsed]
    prints = [fingerprint(article, is_post=is_post) for article in wanted]
    # Leaving out what is known spares the work; `identity.decide` would call it unchanged.
    fresh = [(one, printed) for one, printed in zip(wanted, prints, strict=True) if known.get(one.key) != printed]
    languages = [_language(source, article, feed_language=language) for article, _ in fresh]
    dates = [_believable(article.published_at, now) for article, _ in fresh]
    moments = [min(dated, now) if dated else now for dated in dates]
    signs = [
        _signs(source, article, age=now - moment, language=written_in)
        for (article, _), moment, written_in in zip(fresh, moments, languages, strict=True)
    ]
    found = [
        NewArticle(
            parsed=_completed(article, _categories(source, article), dated and published_at),
            language=written_in,
            fingerprint=printed,
            own_story_id=story_id(source.id, article.key),
            sketch=story_sketch,
            counted=counted,
            published_at=published_at,
            recent=now - published_at <= max_age if dated else push_undated,
            version_at=version_at(article, now=now),
        )
        for (article, printed), written_in, dated, published_at, (story_sketch, counted) in zip(
            fresh, languages, dates, moments, signs, strict=True
        )
    ]
    return tuple(found) if is_post or source.spec.title_only else with_pages_wanted(found)


def _completed(
    article: ParsedArticle, categories: tuple[CategoryPath, ...], published_at: datetime | None
) -> ParsedArticle:
    """The article with these, which most have already: to make it anew takes longer than to look."""
    if (article.categories, article.published_at) == (categories, published_at):
        return article
    return replace(article, categories=categories, published_at=published_at)


def _read(
    source: Source,
    outcome: Fetched,
    parsed: ParsedFeed,
    known: Mapping[str, str],
    *,
    now: datetime,
    interval: timedelta,
) -> SourceUpdate:
    """The update of a feed that was read."""
    first = not source.was_read
    articles = new_articles(
        source,
        parsed.articles,
        known,
        now=now,
        max_age=FIRST_READING_MAX_AGE if first else PUSH_MAX_AGE,
        push_undated=not first,
        language=parsed.language,
    )
    new = None if first else sum(article.parsed.key not in known for article in articles)
    return replace(
        _succeeded(source, outcome, parsed, new=new, now=now, interval=interval),
        articles=articles,
        etag=outcome.etag,
        last_modified=believable_validator(outcome.last_modified, now),
        moved_to=outcome.moved_to,
    )


def _succeeded(
    source: Source,
    outcome: Fetched | NotModified,
    feed: ParsedFeed = _NO_FEED,
    *,
    now: datetime,
    interval: timedelta,
    new: int | None = 0,
) -> SourceUpdate:
    """The update of any successful reading of a feed: its rate of new articles, and from that the next reading.

    `new` is how many articles came; None for a first reading, which shows no rate.
    """
    elapsed = None if new is None or source.checked_at is None else now - source.checked_at
    rate = observed_rate(source.articles_per_day, new=new or 0, elapsed=elapsed, interval=interval)
    adapted = interval if source.spec.interval else adapted_interval(interval, rate)
    own = max(adapted, interval_floor(source.spec))
    return SourceUpdate(
        source_id=source.id,
        checked_at=now,
        next_check_at=next_check(
            now, own, feed.ttl, outcome.max_age, skip_hours=feed.skip_hours, skip_days=feed.skip_days
        ),
        articles_per_day=rate,
    )


def _signs(
    source: Source, article: ParsedArticle, *, age: timedelta, language: str
) -> tuple[StorySketch | None, CountedTerms | None]:
    """The sketch by which the article's story is found; of an archive's sample what is counted, of the rest nothing."""
    if age <= STORIES_MAX_AGE:
        return sketch(article.title, article.text, language=language, publisher=_publisher(source, article)), None
    if crc32(article.key.encode("utf-8", "replace")) % ARCHIVE_SAMPLE:
        return None, None
    return None, counted_terms(article.title, article.text, language=language)


def _publisher(source: Source, article: ParsedArticle) -> str:
    """Who published it: the source; in a folder, which gathers posts of many, the author."""
    author = article.authors[0] if article.authors and source.spec.kind is SourceKind.FOLDER else ""
    return f"{source.id}\n{author}"


def _believable(moment: datetime | None, now: datetime) -> datetime | None:
    """The date, unless it is a program's default value, or that of a future event."""
    return moment if moment and moment.year >= OLDEST_DATE_YEAR and moment <= now + CLOCKS_APART else None


def _categories(source: Source, article: ParsedArticle) -> tuple[CategoryPath, ...]:
    """The owner's category, else the article's own, else one named after the source: every article has one."""
    if source.spec.category:
        return (source.spec.category,)
    return article.categories or (category_path([source.spec.name]),)


def _language(source: Source, article: ParsedArticle, *, feed_language: str | None) -> str:
    """The language that the owner set, else the detected one; what feed and article declare is only a hint."""
    if source.spec.language:
        return source.spec.language
    sample = f"{article.title}\n{article.text[:LANGUAGE_SAMPLE_CHARS]}"
    from summarizer import detect_language  # with the first article that is read

    return detect_language(sample, hint=article.language or feed_language)
