"""Keeps other web sites out of the playground: only its own page and programs on this machine are answered.

Checks the Host header against DNS rebinding, the Origin and Sec-Fetch-Site headers against requests of other sites.
Every answer gets the headers (Content-Security-Policy and others) that let its page load nothing from elsewhere.
"""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": CONTENT_SECURITY_POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
}
_INVENTED = ".example"  # the sites of the sample news: no name that somebody else could own (RFC 2606)
_PROGRAMS_ONLY = ("/bot", "/file", "/ui")  # nobody follows a link to these
_OWN_SITE = ("same-origin", "none")


class SameOriginOnly:
    """ASGI middleware; refuses with 403 and a line of text."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("cache-control", "no-cache")
            await send(message)

        problem = refusal(scope)
        app: ASGIApp = self._app if problem is None else PlainTextResponse(problem, status_code=403)
        await app(scope, receive, send_with_headers)


def refusal(scope: Scope) -> str | None:
    """Why this request is refused, or None."""
    headers = Headers(scope=scope)
    host = headers.get("host", "").lower()
    name, _, port = host.rpartition(":") if not host.endswith("]") and ":" in host else (host, "", "80")
    known = name in LOOPBACK_NAMES or (name.endswith(_INVENTED) and scope["path"].startswith("/samples/"))
    if not known or port != str(scope["server"][1]):
        return "The playground answers only under its own address on this machine."
    origin = headers.get("origin")
    if origin is not None and origin.lower() != f"http://{host}":
        return "The playground answers only its own page."
    site = headers.get("sec-fetch-site", "none")
    if site not in _OWN_SITE and not _opens_a_page(scope, headers):
        return "The playground answers only its own page."
    return None


def _opens_a_page(scope: Scope, headers: Headers) -> bool:
    """Whether a person follows a link to a page. To a browser, "localhost" and "127.0.0.1" are different sites."""
    navigates = scope["method"] == "GET" and headers.get("sec-fetch-mode") == "navigate"
    return navigates and not scope["path"].startswith(_PROGRAMS_ONLY)
