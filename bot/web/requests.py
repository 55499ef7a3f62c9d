"""What is asked of a server: the headers of a request, and which of them a redirect may take along. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import httpx

from bot.models.fetching import Credentials, FetchKind
from bot.web.addresses import Target
from bot.web.cookies import Cookies

ACCEPT = {
    FetchKind.FEED: "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, "
    "text/xml;q=0.9, */*;q=0.1",
    FetchKind.PAGE: "text/html, application/xhtml+xml, text/plain;q=0.5, */*;q=0.1",
    FetchKind.PICTURE: "image/jpeg, image/png, image/webp, image/gif, image/*;q=0.3",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One fetch, whatever redirects it meets."""

    origin: Target
    kind: FetchKind
    headers: Mapping[str, str]
    conditional: bool
    credentials: Credentials | None = None  # for the origin

    def headers_for(self, target: Target, cookies: Cookies) -> httpx.Headers:
        """The headers of the request to this target."""
        headers = httpx.Headers({**self.headers, **cookies.header(target.host)})
        if self.credentials is not None and is_same_origin(target, self.origin):
            own = httpx.Headers(list(self.credentials.headers))
            if "cookie" in own and "cookie" in headers:
                own["cookie"] += f"; {headers['cookie']}"
            headers.update(own)
        return headers


def new_request(
    origin: Target,
    kind: FetchKind,
    etag: str | None = None,
    last_modified: str | None = None,
    *,
    credentials: Credentials | None = None,
) -> Request:
    """The request for an address, with the validators of what is held of it."""
    headers = {"Accept": ACCEPT[kind]}
    if etag:
        headers["If-None-Match"] = etag
    if last_modified:
        headers["If-Modified-Since"] = last_modified
    conditional = bool(etag or last_modified)
    return Request(origin=origin, kind=kind, headers=headers, conditional=conditional, credentials=credentials)


def is_same_origin(target: Target, origin: Target) -> bool:
    """Whether what is for `origin` may be shown to `target`: the same server, or its encrypted side."""
    if target.host != origin.host:
        return False
    upgraded = (origin.scheme, origin.port, target.scheme, target.port) == ("http", 80, "https", 443)
    return upgraded or (target.scheme, target.port) == (origin.scheme, origin.port)
