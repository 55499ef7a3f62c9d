"""Says how a source stands, for its owner: a mark, when it was read, how much it brings, what is wrong (pure)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from urllib.parse import urlsplit, urlunsplit

from bot.models.sources import SWITCHED_OFF, Source, SourceKind
from bot.render.phrases import SEPARATOR, path_name
from bot.text.cldr import decimal, length_of_time
from bot.text.markup import escape, sentences, shorten
from bot.texts import FALLBACK_LANGUAGE, Say, has_text, text_key
from bot.texts import say as say_in

# A page of sources fits into a message.
MAX_NAME_UNITS, MAX_CATEGORY_UNITS, MAX_ERROR_UNITS = 80, 60, 200
STOPS = ".。।"
OVERDUE = timedelta(minutes=5)  # a reading that is later than this is worth a word


def mark(source: Source) -> str:
    """One sign for how the source stands."""
    if not source.enabled:
        return "⏸"
    if source.failures:
        return "⚠️"
    return "✅" if source.checked_at else "🆕"


def by_need(sources: Sequence[Source]) -> list[Source]:
    """The sources, those with trouble first, then by name."""
    order = {"⚠️": 0, "⏸": 1}
    return sorted(sources, key=lambda source: (order.get(mark(source), 2), source.spec.name.casefold()))


def source_lines(source: Source, *, now: datetime, language: str, say: Say) -> str:
    """The source in a few lines of HTML: name and category, when it was read and how much it brings, its trouble."""
    category = shorten(path_name(source.spec.category or ()), MAX_CATEGORY_UNITS)
    lines = [f"{mark(source)} <b>{escape(shorten(source.spec.name, MAX_NAME_UNITS))}</b>"]
    lines[0] += f"{SEPARATOR}{escape(category)}" if category else ""
    lines.append(escape(SEPARATOR.join(_facts(source, now=now, language=language, say=say))))
    if problem := trouble(source, say=say):
        lines.append(f"<i>{escape(shorten(problem, MAX_ERROR_UNITS))}</i>")
    return "\n".join(lines)


def remedy(source: Source, *, say: Say) -> str:
    """What its owner can do about the trouble, plain text; "" where nothing is known."""
    keys = [f"{source.trouble}{ending}" for ending in ("-remedy", "-remedy-feed", "-remedy-source")]
    return sentences(*(say(text_key(key)) for key in keys if has_text(key))) if source.trouble else ""


def trouble(source: Source, *, say: Say) -> str:
    """What is wrong, plain text, in the reader's language as far as that is known; "" where nothing is."""
    if source.trouble == SWITCHED_OFF:
        return say(SWITCHED_OFF)
    if source.last_error is None:
        return ""
    key = source.trouble or ""
    if not has_text(key):
        return source.last_error
    known = f"{say_in(FALLBACK_LANGUAGE, key).rstrip('.')}:"
    detail = source.last_error.removeprefix(known).strip() if source.last_error.startswith(known) else ""
    return with_detail(say(text_key(key)), detail, say=say).rstrip(STOPS)


def with_detail(problem: str, detail: str, *, say: Say) -> str:
    """A sentence that says what is wrong, with the technical reason, which is English, in brackets. Plain text."""
    if not detail:
        return problem
    return say("adding-technical", problem=problem.rstrip(STOPS), detail=detail.rstrip("."))


def shown_address(source: Source) -> str:
    """The address for its owner, without what may be a secret: a query, a user name. A folder's path as it is."""
    if source.spec.kind is SourceKind.FOLDER:
        return source.spec.location
    parts = urlsplit(source.spec.location)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "…" if parts.query else "", ""))


def _facts(source: Source, *, now: datetime, language: str, say: Say) -> list[str]:
    facts = [_read(source, now=now, language=language, say=say)]
    if source.failures:
        facts.append(say("sources-failures", count=source.failures))
    if source.enabled and source.checked_at and now - source.next_check_at > OVERDUE:
        facts.append(say("sources-overdue", time=_span(now - source.next_check_at, language)))
    if source.articles_per_day is not None:
        facts.append(say("sources-per-day", number=decimal(round(source.articles_per_day, 1), language)))
    return facts


def _read(source: Source, *, now: datetime, language: str, say: Say) -> str:
    if source.succeeded_at is None:
        return say("sources-never-read" if source.checked_at is None else "sources-never-worked")
    span = _span(now - source.succeeded_at, language)
    return say("sources-read-ago", time=span)


def _span(span: timedelta, language: str) -> str:
    """A length of time in words: "5 minutes"."""
    return length_of_time(max(span, timedelta(minutes=1)), language)
