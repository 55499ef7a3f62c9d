"""Pictures of every odd kind, made here, and a server on loopback that gives them out as badly as the web does."""

from __future__ import annotations

import asyncio
import io
import random
import struct
import zlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from aiohttp import web
from PIL import Image

HANG_SECONDS = 60.0  # the client gives up before


@dataclass(frozen=True, slots=True, kw_only=True)
class Odd:
    """A story whose pictures have these paths; `ends`: what should stand with it: "its own", "its next", "a card"."""

    name: str
    paths: tuple[str, ...]
    ends: str


def photo(number: int, width: int = 900, height: int = 600) -> Image.Image:
    """Something to see, different for each number."""
    chance = random.Random(number)
    small = Image.new("RGB", (6, 4))
    small.putdata([tuple(chance.randrange(256) for _ in range(3)) for _ in range(24)])
    return small.resize((width, height), Image.Resampling.BICUBIC)


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def turned() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    return encoded(photo(10), "JPEG", exif=exif)


def fading_in() -> bytes:
    frames = [Image.new("RGB", (900, 600), "black"), photo(11)]
    return encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])


def header_only(width: int, height: int) -> bytes:
    """A PNG that claims a size and holds no pixels."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = (struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body)) for body in (head, b"IDAT"))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def see_through() -> bytes:
    image = photo(12).quantize(64)
    return encoded(image, "PNG", transparency=3)


def sixteen_bits() -> bytes:
    return encoded(photo(7).convert("L").convert("I").point(lambda value: value * 257).convert("I;16"), "PNG")


JPEG = "image/jpeg"
# What is made, by path: bytes and the type they are given out as, which is often wrong on purpose.
MADE: dict[str, tuple[Callable[[], bytes], str]] = {
    "plain.jpg": (lambda: encoded(photo(1), "JPEG"), JPEG),
    "png": (lambda: encoded(photo(2), "PNG"), "image/png"),
    "webp.jpg": (lambda: encoded(photo(3), "WEBP"), JPEG),
    "avif": (lambda: encoded(photo(4), "AVIF"), "image/avif"),
    "gif": (lambda: encoded(photo(5), "GIF"), "image/gif"),
    "cmyk.jpg": (lambda: encoded(photo(6).convert("CMYK"), "JPEG"), JPEG),
    "sixteen.png": (sixteen_bits, "image/png"),
    "bytes": (lambda: encoded(photo(8), "JPEG", progressive=True), "application/octet-stream"),
    "huge.jpg": (lambda: encoded(photo(9, 6300, 6300), "JPEG", quality=60), JPEG),
    "turned.jpg": (turned, JPEG),
    "fading.gif": (fading_in, "image/gif"),
    "palette.png": (see_through, "image/png"),
    "tall.jpg": (lambda: encoded(photo(13, 600, 6000), "JPEG"), JPEG),
    "small.jpg": (lambda: encoded(photo(14, 160, 120), "JPEG"), JPEG),
    "agency-1.jpg": (lambda: encoded(photo(15), "JPEG"), JPEG),
    "agency-2.webp": (lambda: encoded(photo(15, 1400, 934), "WEBP"), "image/webp"),
    "agency-3.png": (lambda: encoded(photo(15, 300, 200), "PNG"), "image/png"),
    "other.jpg": (lambda: encoded(photo(16), "JPEG"), JPEG),
    "second.jpg": (lambda: encoded(photo(17), "JPEG"), JPEG),
    "third.jpg": (lambda: encoded(photo(18), "JPEG"), JPEG),
    "page.jpg": (lambda: b"<!doctype html><title>Not found</title>", JPEG),
    "said.html": (lambda: b"<!doctype html><title>Not found</title>", "text/html"),
    "counter.gif": (lambda: encoded(Image.new("RGB", (1, 1)), "GIF"), "image/gif"),
    "tiny.png": (lambda: encoded(photo(20, 60, 60), "PNG"), "image/png"),
    "cut.jpg": (lambda: encoded(photo(21), "JPEG")[:9000], JPEG),
    "grey.jpg": (lambda: encoded(Image.new("RGB", (900, 600), "#ddd"), "JPEG"), JPEG),
    "drawing": (lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml"),
    "bitmap.jpg": (lambda: encoded(photo(22), "BMP"), JPEG),
    "bomb.png": (lambda: header_only(30_000, 30_000), "image/png"),
    "wide.png": (lambda: encoded(photo(23, 1456, 180), "PNG"), "image/png"),
    "column.png": (lambda: encoded(photo(24, 160, 600), "PNG"), "image/png"),
    "fat.jpg": (lambda: b"\xff\xd8\xff" + bytes(10_500_000), JPEG),
    "empty.jpg": (lambda: b"", JPEG),
}
_OWN = {
    "a JPEG": "plain.jpg", "a PNG": "png", "WebP that says JPEG": "webp.jpg", "AVIF": "avif", "a GIF": "gif",
    "CMYK": "cmyk.jpg", "16 bits": "sixteen.png", "progressive, no type": "bytes", "40 million pixels": "huge.jpg",
    "turned by the camera": "turned.jpg", "an animation that fades in": "fading.gif",
    "a transparent palette": "palette.png", "ten times as high as wide": "tall.jpg", "160 pixels wide": "small.jpg",
    "behind a redirect": "redirect", "a photo of an agency": "agency-1.jpg",
}  # fmt: skip
_CARD = {
    "HTML that says JPEG": "page.jpg", "HTML": "said.html", "1 x 1 pixel": "counter.gif", "60 x 60 pixels": "tiny.png",
    "cut off": "cut.jpg", "one colour": "grey.jpg", "SVG": "drawing", "BMP": "bitmap.jpg",
    "900 million pixels": "bomb.png", "a banner": "wide.png", "a column": "column.png", "more than 10 MB": "fat.jpg",
    "no bytes": "empty.jpg", "404": "missing.jpg", "410": "gone.jpg", "500": "broken.jpg",
    "in circles": "circle", "a server that hangs": "hang.jpg", "a private address": "private", "no picture": "",
}  # fmt: skip
ODD = (
    *(Odd(name=name, paths=(path,), ends="its own") for name, path in _OWN.items()),
    *(Odd(name=name, paths=(path,) if path else (), ends="a card") for name, path in _CARD.items()),
    Odd(name="404, then a second", paths=("missing-2.jpg", "second.jpg"), ends="its next"),
    Odd(name="cut off, 410, then a third", paths=("cut.jpg", "gone.jpg", "third.jpg"), ends="its next"),
)
# These stand in the digest of "a photo of an agency", below it.
SHARED = (
    Odd(name="the agency's photo again, larger", paths=("agency-2.webp", "other.jpg"), ends="its next"),
    Odd(name="the agency's photo again, small", paths=("agency-3.png",), ends="a card"),
)


@asynccontextmanager
async def a_site() -> AsyncIterator[str]:
    """The server; gives its host and port."""
    bodies = {path: (make(), kind) for path, (make, kind) in MADE.items()}

    async def answer(request: web.Request) -> web.Response:
        path = request.path.lstrip("/")
        match path:
            case "redirect":
                raise web.HTTPFound("/second-hop")
            case "second-hop":
                return web.Response(body=encoded(photo(19), "JPEG"), content_type=JPEG)
            case "circle":
                raise web.HTTPFound("/circle")
            case "gone.jpg":
                return web.Response(status=410)
            case "broken.jpg":
                return web.Response(status=500)
            case "hang.jpg":
                await asyncio.sleep(HANG_SECONDS)
        body, kind = bodies.get(path, (b"", ""))
        return web.Response(body=body, content_type=kind) if kind else web.Response(status=404)

    app = web.Application()
    app.router.add_get("/{path:.*}", answer)
    runner = web.AppRunner(app, shutdown_timeout=0)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()
