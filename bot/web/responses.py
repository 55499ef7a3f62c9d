"""Reads the headers of a web response: what its status means, content type, freshness, Retry-After.

Pure: headers and the time are arguments. Bodies are read in `bodies`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import assert_never

from bot.models.fetching import Fetched, FetchFailed, FetchKind, FetchOutcome, FetchProblem, NotModified

MIN_RETRY_AFTER = timedelta(minutes=1)
MAX_RETRY_AFTER = timedelta(hours=24)
MAX_VALIDATOR_CHARS = 1000
MAX_TYPE_CHARS = 1000

# Bot protection that answers in a site's place: values of the Server header, and headers of its own.
_TYPE = re.compile(r'(?:"[^"]*"|[^,"])+')  # of several with commas between
_GUARDS = ("cloudflare", "ddos-guard", "sucuri", "akamaighost", "imperva", "qrator", "datadome")
_GUARD_HEADERS = ("x-datadome", "x-sucuri-block", "x-iinfo")
_REDIRECTS = {301, 302, 303, 307, 308}
_PERMANENT = {301, 308}
_TAKEN = {200, 203}
_BYTES_OF_ANY_KIND = ("", "application/octet-stream", "binary/octet-stream")
_PACKED_FILES = ("application/gzip", "application/x-gzip")  # "feed.xml.gz"
_PAGE_TYPES = ("", "text/html", "application/xhtml+xml", "text/plain", "text/xml", "application/xml")
_STRUCTURED = ("+xml", "+json", "/xml", "/json", "/rss", "/atom", "/rdf", "/x-rss", "/x-atom")


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect:
    """The server names another address; `location` may be relative."""

    location: str
    permanent: bool


def read_head(
    status: int, headers: Mapping[str, str], *, url: str, kind: FetchKind, conditional: bool, now: datetime
) -> FetchOutcome | Redirect:
    """What status and headers mean; a Fetched comes without its body.

    `headers` looks names up in lower case. `conditional`: validators were sent, so 304 is an answer.
    """
    if status in _REDIRECTS and "location" in headers:
        return Redirect(location=headers["location"], permanent=status in _PERMANENT)
    etag, last_modified = validator(headers.get("etag")), validator(headers.get("last-modified"))
    if status == 304 and conditional:
        return NotModified(etag=etag, last_modified=last_modified, max_age=_pause(headers, now=now))
    if status not in _TAKEN:
        wait = retry_after(headers, now=now)
        problem = _status_problem(status, headers)
        return FetchFailed(reason=problem, detail=f"HTTP {status}", status=status, retry_after=wait)
    content_type, charset = media_type(headers.get("content-type", ""))
    if not takes_type(kind, content_type):
        detail = f"{content_type[:80]} is no {kind}"
        return FetchFailed(reason=FetchProblem.WRONG_TYPE, detail=detail, content_type=content_type[:80])
    return Fetched(
        url=url,
        body=b"",
        content_type=content_type,
        charset=charset,
        etag=etag,
        last_modified=last_modified,
        max_age=_pause(headers, now=now),
    )


def media_type(header: str) -> tuple[str, str | None]:
    """The type in lower case without parameters, and the charset it declares, not checked.

    Of several types the last one counts, as in browsers, which keep the charset of the same type before it.
    """
    kind, charset = "", None
    for part in _TYPE.findall(header[:MAX_TYPE_CHARS]):
        found, *parameters = part.split(";")
        found = found.strip().lower()
        if kind and ("/" not in found or found == "*/*"):
            continue
        charset = next(filter(None, map(_charset, parameters)), charset if found == kind else None)
        kind = found
    return kind, charset


def _charset(parameter: str) -> str | None:
    name, _, value = parameter.partition("=")
    return value.strip(" \t\"'")[:40].lower() if name.strip().lower() == "charset" else None


def takes_type(kind: FetchKind, content_type: str) -> bool:
    """Whether a body of this type can be of that kind. Feeds come under many wrong types, pictures do not."""
    match kind:
        case FetchKind.FEED:
            known = content_type.startswith("text/") or content_type.endswith(_STRUCTURED)
            return known or content_type in (*_BYTES_OF_ANY_KIND, *_PACKED_FILES)
        case FetchKind.PAGE:
            return content_type in _PAGE_TYPES
        case FetchKind.PICTURE:
            raster = content_type.startswith("image/") and not content_type.startswith("image/svg")
            return raster or content_type in _BYTES_OF_ANY_KIND
        case _:
            assert_never(kind)


def retry_after(headers: Mapping[str, str], *, now: datetime) -> timedelta | None:
    """How long the server asks us to wait (RFC 9110, section 10.2.3), from a minute to a day; None if it does not."""
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        wait = timedelta(seconds=min(int(value[:9]), 10**8))
    else:
        until = _http_date(value)
        if until is None:
            return None
        wait = until - now
    return min(max(wait, MIN_RETRY_AFTER), MAX_RETRY_AFTER)


def max_age(headers: Mapping[str, str], *, now: datetime) -> timedelta | None:
    """How long the response stays fresh: Cache-Control, else Expires (RFC 9111, section 4.2.1); at most a day."""
    directives = [part.strip().lower() for part in headers.get("cache-control", "").split(",")]
    if "no-cache" in directives or "no-store" in directives:
        return None
    for directive in directives:
        name, _, value = directive.partition("=")
        value = value.strip('"')
        if name == "max-age" and value.isascii() and value.isdigit():
            age = headers.get("age", "").strip()
            fresh = int(value[:9]) - (int(age[:9]) if age.isascii() and age.isdigit() else 0)
            return _bounded(timedelta(seconds=fresh))
    expires = _http_date(headers.get("expires", ""))
    if expires is None:
        return None
    return _bounded(expires - (_http_date(headers.get("date", "")) or now))


def validator(value: str | None) -> str | None:
    """An ETag or Last-Modified that can be sent back as it is; None for an oversized or unprintable one."""
    if value and len(value) <= MAX_VALIDATOR_CHARS and value.isascii() and value.isprintable():
        return value
    return None


def _pause(headers: Mapping[str, str], *, now: datetime) -> timedelta | None:
    """How long a good answer need not be fetched again: the longer of its freshness and its Retry-After."""
    return max(filter(None, (max_age(headers, now=now), retry_after(headers, now=now))), default=None)


def _status_problem(status: int, headers: Mapping[str, str]) -> FetchProblem:
    if _is_robot_check(status, headers):
        return FetchProblem.ROBOT_CHECK
    match status:
        case 410:
            return FetchProblem.GONE
        case 429:
            return FetchProblem.RATE_LIMITED
        case 404:
            return FetchProblem.NOT_FOUND
        case 401 | 402 | 403 | 407 | 451:
            return FetchProblem.FORBIDDEN
        case _:
            return FetchProblem.SERVER_ERROR if status >= 500 else FetchProblem.STATUS


def _is_robot_check(status: int, headers: Mapping[str, str]) -> bool:
    """Whether bot protection asks for proof of a browser, as far as headers tell: error bodies are not read.

    https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/ names
    cf-mitigated; other products are known by their headers on a 403.
    """
    if headers.get("cf-mitigated", "").strip().lower() == "challenge":
        return True
    server = headers.get("server", "").strip().lower()
    return status == 403 and (server.startswith(_GUARDS) or any(name in headers for name in _GUARD_HEADERS))


def _bounded(age: timedelta) -> timedelta | None:
    return min(age, MAX_RETRY_AFTER) if age > timedelta() else None


def _http_date(value: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError):
        return None
    # The oldest of the three forms names no zone: all are in UTC (RFC 9110, section 5.6.7).
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
