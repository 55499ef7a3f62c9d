"""Tells whether a PNG holds all of its pixels. Pillow draws what is missing in black, without a word. Pure.

https://www.w3.org/TR/png-3/#5Chunk-layout
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
STEP_BYTES = 1 << 20  # unpacked at a time
LAST_FILTER = 4  # the highest number of a row's filter

_HEAD = struct.Struct(">IIBBBBB")  # behind the name IHDR
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # by colour type
# Adam7: of each of the seven passes the first column and row, and the steps to the next.
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))


def is_whole(data: bytes) -> bool:
    """Whether the pixels of a PNG unpack without an error, in full, to rows that can be drawn.

    A checksum that is missing at the end costs nothing; a wrong one says that pixels before it are wrong.
    """
    head = next(_chunks(data, b"IHDR"), b"")
    if len(head) < _HEAD.size:
        return False
    width, height, depth, colour, _, _, interlaced = _HEAD.unpack_from(head)
    bits = depth * _CHANNELS.get(colour, 1)
    rows = _interlaced_rows(width, height, bits) if interlaced else [(height, _row_bytes(width, bits))]
    missing = sum(count * size for count, size in rows)
    size = rows[0][1] if len(rows) == 1 else 0  # filters are looked at in pictures of one pass
    place = 0
    try:
        for part in _unpacked(_chunks(data, b"IDAT")):
            filters = part[-place % size :: size][: max(missing, 0) // size] if size else b""
            if max(filters, default=0) > LAST_FILTER:
                return False
            place += len(part)
            missing -= len(part)
    except zlib.error:
        return False
    return missing <= 0


def _chunks(data: bytes, wanted: bytes) -> Iterator[bytes]:
    """The contents of the chunks of this name."""
    at = len(SIGNATURE)
    while at + 8 <= len(data):
        size, name = struct.unpack_from(">I4s", data, at)
        if name == wanted:
            yield data[at + 8 : at + 8 + size]
        at += size + 12


def _unpacked(bodies: Iterator[bytes]) -> Iterator[bytes]:
    """The bytes of the stream that these chunks hold, a part at a time."""
    unpacker = zlib.decompressobj()
    for body in bodies:
        while body and not unpacker.eof:
            yield unpacker.decompress(body, STEP_BYTES)
            body = unpacker.unconsumed_tail


def _row_bytes(width: int, bits: int) -> int:
    """The bytes of a row, with the number of its filter."""
    return 1 + (width * bits + 7) // 8


def _interlaced_rows(width: int, height: int, bits: int) -> list[tuple[int, int]]:
    """How many rows each pass has, and their size; a pass may be empty."""
    return [
        (-(-(height - row) // down), _row_bytes(-(-(width - column) // right), bits))
        for column, row, right, down in _PASSES
        if column < width and row < height
    ]
