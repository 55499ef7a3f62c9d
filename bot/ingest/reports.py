"""Reports on readings: to the owner, what went wrong with a source and the remedy; to a person, why a link failed.

Pure. Strangers learn only the kind of a problem: every refused address has the same text.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from bot.models.articles import FeedProblem, ParseFailed
from bot.models.fetching import FetchFailed, FetchProblem
from bot.models.sources import SWITCHED_OFF, Applied, Source, SourceUpdate
from bot.parsers.pages.page_kinds import media_type_kind
from bot.text_keys import TextKey
from bot.texts import FALLBACK_LANGUAGE, has_text, say, text_key

MAX_NOTES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReport:
    """How the reading of one source went; `error` and `remedy` are sentences for its owner."""

    name: str
    new: int = 0
    known: int = 0
    updated: int = 0
    skipped: int = 0  # files or entries that gave no article
    error: str | None = None
    remedy: str | None = None
    notes: tuple[str, ...] = ()  # what was repaired or left out
    new_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRefused:
    """A link that gives no article: the key of the text for its sender; `detail` is for the log alone."""

    reason_key: TextKey
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """Why an address gave nothing: the key of a text, and the details.

    Remedies have their own keys: `KEY-remedy` for any address, `KEY-remedy-feed` where a feed was expected,
    `KEY-remedy-source` for addresses of existing sources.
    """

    text_key: TextKey
    detail: str = ""

    @property
    def error(self) -> str:
        """The problem, then the details, in one line without a full stop."""
        text = say(FALLBACK_LANGUAGE, self.text_key).rstrip(".")
        return f"{text}: {self.detail.rstrip('.')}" if self.detail else text

    @property
    def remedy(self) -> str | None:
        """What the owner of a source can do."""
        return self._remedies("-remedy", "-remedy-feed", "-remedy-source") or None

    @property
    def of_feed(self) -> str:
        """The message about an address that was to become a source."""
        return f"{self.error}. {self._remedies('-remedy', '-remedy-feed')}".rstrip()

    @property
    def of_link(self) -> str:
        """The message about an address that was to be read once."""
        return f"{self.error}. {self._remedies('-remedy')}".rstrip()

    def _remedies(self, *endings: str) -> str:
        keys = [f"{self.text_key}{ending}" for ending in endings]
        return " ".join(say(FALLBACK_LANGUAGE, key) for key in keys if has_text(key))


def source_state(source: Source) -> tuple[str, str | None]:
    """The state of a source after its last reading, in a line for its owner; and the remedy if it failed."""
    if source.trouble == SWITCHED_OFF:
        switched_off = Trouble(text_key=SWITCHED_OFF)
        return switched_off.error, switched_off.remedy
    remedy = Trouble(text_key=source.trouble).remedy if source.trouble and has_text(source.trouble) else None
    if source.last_error is None:
        state = "ok" if source.checked_at else "never read"
    elif source.failures > 1:
        state = f"{source.last_error} ({source.failures} times in a row)"
    else:
        state = source.last_error
    return (state if source.enabled else f"switched off: {state}"), remedy


def fetch_trouble(failed: FetchFailed) -> Trouble:
    """The trouble behind a failed fetch."""
    return Trouble(text_key=text_key(f"fetch-problem-{failed.reason}"), detail=failed.detail)


def feed_trouble(failed: ParseFailed) -> Trouble:
    """The trouble with a body that is no feed."""
    # The other texts need no details.
    detail = failed.reason if failed.problem in (FeedProblem.BROKEN, FeedProblem.OTHER) else ""
    return Trouble(text_key=text_key(f"feed-problem-{failed.problem}"), detail=detail)


def failed_report(name: str, trouble: Trouble) -> SourceReport:
    """The report of a reading that gave nothing."""
    return SourceReport(name=name, error=trouble.error, remedy=trouble.remedy)


def read_report(
    name: str, applied: Applied, *, unchanged: int = 0, skipped: int = 0, notes: Collection[str] = ()
) -> SourceReport:
    """The report of a successful reading; `unchanged` counts known articles that were not sent to the store."""
    shown = tuple(notes)[:MAX_NOTES]
    more = len(notes) - len(shown)
    return SourceReport(
        name=name,
        new=len(applied.new_ids),
        known=applied.known + unchanged,
        updated=applied.updated,
        skipped=skipped,
        notes=(*shown, f"… and {more} more") if more else shown,
        new_ids=applied.new_ids,
    )


def would_apply(update: SourceUpdate, known: Collection[str]) -> Applied:
    """What the store would return for `update`; as new articles get no ids, zeros stand for them."""
    new = sum(article.parsed.key not in known for article in update.articles)
    return Applied(new_ids=(0,) * new, updated=len(update.articles) - new)


def link_refused(failed: FetchFailed | ParseFailed) -> LinkRefused:
    """The answer to the sender of a link that cannot be fetched, or holds nothing to read."""
    if isinstance(failed, ParseFailed):
        key = text_key(f"page-problem-{failed.page_problem}" if failed.page_problem else "load-page-unreadable")
        return LinkRefused(reason_key=key, detail=failed.reason)
    if failed.reason is FetchProblem.WRONG_TYPE and failed.content_type:
        return LinkRefused(
            reason_key=text_key(f"page-problem-{media_type_kind(failed.content_type)}"), detail=failed.detail
        )
    return LinkRefused(reason_key=text_key(f"fetch-problem-{failed.reason}"), detail=failed.detail)
