"""Fonts for pages on machines that lack them: Chinese, Japanese and Korean letters, Hindi, Arabic, and emoji.

They come with packages of the `playground` extra and are read when a page first asks; a package that is not installed
is no error. Browsers take single fonts only, so one face of the CJK collection is cut out.
"""

from __future__ import annotations

import struct
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

_FILES = {
    "cjk.otf": ("noto_cjk_sans_otc", "NotoSansCJK-Regular.ttc"),
    "devanagari.ttf": ("manimgx_fonts", "NotoSansDevanagari[wght].ttf"),
    "arabic.ttf": ("manimgx_fonts", "NotoSansArabic[wght].ttf"),
    "emoji.ttf": ("manimgx_fonts", "NotoEmoji[wght].ttf"),
}
_TRADITIONAL_CHINESE = 3  # among the faces JP, KR, SC, TC, HK: the second language of the page
_HEADER, _RECORD = struct.Struct(">4sHHHH"), struct.Struct(">4sIII")


def font_routes() -> list[Route]:
    """`/fonts/<name>`: the fonts that the page's style sheet names."""
    return [Route("/fonts/{name}", _serve, methods=["GET"])]


async def _serve(request: Request) -> Response:
    data = await run_in_threadpool(web_font, request.path_params["name"])
    if data is None:
        return PlainTextResponse("Not found", status_code=404)
    headers = {"cache-control": "private, max-age=604800, immutable"}
    return Response(data, media_type=f"font/{request.path_params['name'].rpartition('.')[2]}", headers=headers)


@lru_cache(maxsize=len(_FILES))
def web_font(name: str) -> bytes | None:
    """The font file with this name; None where its package is not installed, or for another name."""
    package, file = _FILES.get(name, ("", ""))
    spec = find_spec(package) if package else None
    if spec is None or spec.origin is None:
        return None
    data = (Path(spec.origin).parent / file).read_bytes()
    return one_face(data, _TRADITIONAL_CHINESE) if data.startswith(b"ttcf") else data


def one_face(collection: bytes, index: int) -> bytes:
    """One font of a collection (OpenType: https://learn.microsoft.com/typography/opentype/spec/otff)."""
    (start,) = struct.unpack_from(">I", collection, 12 + 4 * index)
    count = _HEADER.unpack_from(collection, start)[1]
    head = bytearray(collection[start : start + _HEADER.size])
    tables: list[bytes] = []
    offset = _HEADER.size + count * _RECORD.size
    for number in range(count):
        tag, checksum, place, length = _RECORD.unpack_from(collection, start + _HEADER.size + number * _RECORD.size)
        head += _RECORD.pack(tag, checksum, offset, length)
        tables.append(collection[place : place + length].ljust(-length % 4 + length, b"\0"))
        offset += len(tables[-1])
    return bytes(head) + b"".join(tables)
