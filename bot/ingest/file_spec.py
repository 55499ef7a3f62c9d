"""Applies what sources.toml says of a source beside its name and address: how often, how much of it, whether at all.

Pure. The store keeps none of it: the file is read at each start.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from urllib.parse import urlsplit

from bot.models.articles import ParsedArticle
from bot.models.sources import SWITCHED_OFF, Source, SourceSpec, SourceUpdate
from bot.web.channels import is_telegram

CHANNEL_MIN_INTERVAL = timedelta(minutes=10)  # all channels are pages of one host that owes us nothing


def with_file_spec(source: Source, spec: SourceSpec | None) -> Source:
    """The stored source with what its entry in the file says of it (`spec`; None: it has none).

    Credentials stay with the host of the address in the file: a feed that has moved elsewhere does not get them.
    """
    if spec is None:
        return source
    here, written = urlsplit(source.spec.location), urlsplit(spec.location)
    credentials = spec.credentials if here.hostname == written.hostname else None
    if here.netloc != written.netloc and (here.port or written.port):
        credentials = None
    if (written.scheme, here.scheme) == ("https", "http"):
        credentials = None
    merged = replace(
        source.spec,
        interval=spec.interval,
        title_only=spec.title_only,
        enabled=spec.enabled,
        credentials=credentials,
    )
    return replace(source, spec=merged)


def own_interval(spec: SourceSpec, default: timedelta) -> timedelta:
    """The interval that the owner wants of the source, as far as it is polite."""
    return max(spec.interval or default, interval_floor(spec))


def with_polite_interval(spec: SourceSpec) -> SourceSpec:
    """The spec with its own interval, if it has one, no shorter than is polite."""
    return replace(spec, interval=own_interval(spec, spec.interval)) if spec.interval else spec


def interval_floor(spec: SourceSpec) -> timedelta:
    """The shortest interval at which the source is asked, whatever it brings."""
    return CHANNEL_MIN_INTERVAL if is_telegram(spec.location) else timedelta()


def as_wanted(spec: SourceSpec, article: ParsedArticle) -> ParsedArticle:
    """The article with as much of it as the owner wants to have."""
    return replace(article, text="", blocks=()) if spec.title_only else article


def kept_off(spec: SourceSpec, update: SourceUpdate) -> SourceUpdate:
    """The update, which does not switch a source on that its owner has switched off."""
    return update if spec.enabled else replace(update, enabled=False, trouble=SWITCHED_OFF)
