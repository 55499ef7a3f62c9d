"""A PNG that breaks half way is not shown half black."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from bot.models.pictures import PictureRejected, Rejection, Shrunk
from bot.pictures.images import shrink
from bot.pictures.png import SIGNATURE, is_whole


def a_png(
    rows: bytes,
    *,
    width: int = 200,
    height: int = 160,
    depth: int = 8,
    colour: int = 0,
    interlaced: int = 0,
    cut: int = 0,
) -> bytes:
    """A PNG of these rows, each with its filter; `cut` bytes are missing at the end of their stream."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, interlaced)
    stream = zlib.compress(rows)
    half = len(stream) // 2
    parts = (b"IHDR" + head, b"IDAT" + stream[:half], b"IDAT" + stream[half : len(stream) - cut], b"IEND")
    return SIGNATURE + b"".join(
        struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part)) for part in parts
    )


def grey_rows(width: int, height: int) -> bytes:
    return b"".join(b"\0" + bytes((row + column) % 256 for column in range(width)) for row in range(height))


ROWS = grey_rows(200, 160)


def test_a_whole_png_is_drawn() -> None:
    assert is_whole(a_png(ROWS))
    assert is_whole(a_png(ROWS + b"more than it needs"))
    assert isinstance(shrink(a_png(ROWS)), Shrunk)


@pytest.mark.parametrize(
    "broken",
    [
        a_png(ROWS[: len(ROWS) // 2]),
        a_png(ROWS[: 201 * 80] + b"\x09" * (201 * 80)),
        a_png(ROWS).replace(a_png(ROWS)[300:320], bytes(20)),
        a_png(ROWS)[:400] + b"<html>Bad gateway</html>" * 100,
        a_png(ROWS, cut=100),
        SIGNATURE + b"IHDR",
    ],
)
def test_a_png_that_breaks_half_way_is_not_whole(broken: bytes) -> None:
    assert not is_whole(broken)
    assert isinstance(shrink(broken), PictureRejected)


def test_a_png_without_its_checksum_is_whole() -> None:
    assert is_whole(a_png(ROWS, cut=4))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_pixel_is_counted(mode: str) -> None:
    out = io.BytesIO()
    Image.new("L", (201, 163), 60).convert("L" if mode == "I;16" else mode).convert(mode).save(out, "PNG")
    assert is_whole(out.getvalue())


def test_the_passes_of_an_interlaced_png_are_counted() -> None:
    sizes = [(25, 20), (25, 20), (50, 20), (50, 40), (100, 40), (100, 80), (200, 80)]
    rows = b"".join((b"\0" + b"a" * width) * height for width, height in sizes)
    assert is_whole(a_png(rows, interlaced=1))
    assert not is_whole(a_png(rows[:-1], interlaced=1))
    assert is_whole(a_png(b"\0a", width=1, height=1, interlaced=1))


def test_a_jpeg_whose_lower_part_is_missing_is_broken() -> None:
    out = io.BytesIO()
    Image.effect_noise((400, 300), 80).convert("RGB").save(out, "JPEG")
    cut = out.getvalue()[: len(out.getvalue()) // 2] + b"\xff\xd9"
    assert shrink(cut) == PictureRejected(reason=Rejection.BROKEN)
