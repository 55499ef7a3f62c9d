"""What is fetched from the web, and the outcomes of fetching."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum


class FetchKind(StrEnum):
    """What is fetched: it decides the cap on size and the accepted content types."""

    FEED = "feed"
    PAGE = "page"
    PICTURE = "picture"


class FetchProblem(StrEnum):
    """Why a fetch gave nothing; each has a text with a remedy (`fetch-problem-…` in the locales)."""

    REFUSED_ADDRESS = "refused-address"
    BAD_URL = "bad-url"
    DNS = "dns"
    TLS = "tls"
    CONNECT = "connect"
    PROXY = "proxy"
    TIMEOUT = "timeout"
    TOO_LARGE = "too-large"
    WRONG_TYPE = "wrong-type"
    BAD_ENCODING = "bad-encoding"
    BAD_ANSWER = "bad-answer"  # no valid HTTP
    REDIRECTS = "redirects"
    STATUS = "status"
    NOT_FOUND = "not-found"
    FORBIDDEN = "forbidden"
    ROBOT_CHECK = "robot-check"
    SERVER_ERROR = "server-error"
    GONE = "gone"
    RATE_LIMITED = "rate-limited"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """The headers that the server of one source wants to see, and nobody else may. Never stored, shown or logged."""

    headers: tuple[tuple[str, str], ...] = field(repr=False)
    secrets: tuple[str, ...] = field(default=(), repr=False)  # what of them must not stand in a message


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A body that came, decoded from its transfer encoding and within its cap."""

    url: str  # where it came from after redirects
    body: bytes
    content_type: str = ""  # lower case, without parameters
    charset: str | None = None  # as the header declares it, not checked
    etag: str | None = None
    last_modified: str | None = None
    max_age: timedelta | None = None  # from Cache-Control or Expires
    moved_to: str | None = None  # where the permanent redirects led, before the first that was not


@dataclass(frozen=True, slots=True, kw_only=True)
class NotModified:
    """The server says that nothing changed since the validators were given."""

    etag: str | None = None
    last_modified: str | None = None
    max_age: timedelta | None = None
    moved_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchFailed:
    """Nothing came; `detail` is for the log and the owner, never for strangers."""

    reason: FetchProblem
    detail: str = ""
    status: int | None = None
    retry_after: timedelta | None = None
    content_type: str = ""  # of a body that was not taken for its type


FetchOutcome = Fetched | NotModified | FetchFailed
