"""Serves the files of the page from `static/`: fixed media types, nothing outside the folder."""

from __future__ import annotations

import re
from importlib import resources

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

_TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "ico": "image/x-icon",
    "woff2": "font/woff2",
}
_NAME = re.compile(r"(?:[A-Za-z0-9_-]+/)?[A-Za-z0-9_][A-Za-z0-9_.-]*\.(?P<ending>[a-z0-9]+)")


def static_routes() -> list[Route]:
    """`/` is the page, `/page/<file>` a file of it."""
    return [
        Route("/", _index, methods=["GET"]),
        Route("/favicon.ico", _no_icon, methods=["GET"]),
        Route("/page/{name:path}", _file, methods=["GET"]),
    ]


def static_file(name: str) -> Response:
    """The file with this name below `static/`; 404 for any other."""
    match = _NAME.fullmatch(name)
    found = resources.files("bot.playground.page").joinpath("static", *name.split("/")) if match else None
    if match is None or found is None or match["ending"] not in _TYPES or not found.is_file():
        return PlainTextResponse("Not found", status_code=404)
    return Response(found.read_bytes(), media_type=_TYPES[match["ending"]])


async def _index(_request: Request) -> Response:
    return static_file("index.html")


async def _no_icon(_request: Request) -> Response:
    icon = static_file("favicon.ico")
    return icon if icon.status_code == 200 else Response(status_code=204)


async def _file(request: Request) -> Response:
    return static_file(request.path_params["name"])
