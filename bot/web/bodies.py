"""Collects the body of a web response from its raw chunks: at most one layer of compression, bounded in both sizes.

Pure. Trusts no header about sizes. Brotli is read, never asked for: some servers send it whatever a client accepts.
"""

from __future__ import annotations

import zlib
from typing import Protocol

import brotli

from bot.models.fetching import FetchKind, FetchProblem

MEGABYTE = 1_000_000
MAX_BODY_BYTES = {FetchKind.FEED: 10 * MEGABYTE, FetchKind.PAGE: 2 * MEGABYTE, FetchKind.PICTURE: 10 * MEGABYTE}
MAX_MEMBERS = 100  # of a gzip body; servers that join files send a few
UNPACKED_AT_ONCE = 65_536  # bytes: a bomb's whole output beside the body would double what it costs

_PACKED = ("gzip", "x-gzip", "deflate", "br")
# https://www.iana.org/assignments/http-parameters/#content-coding, and what else packs. Where nothing is packed,
# servers write charsets, media types and the like: none of these is a content encoding.
_UNREADABLE = (
    "zstd", "compress", "x-compress", "dcb", "dcz", "exi", "pack200-gzip", "aes128gcm", "bzip2", "x-bzip2", "lzma",
    "xz",
)  # fmt: skip
_GZIP_START = b"\x1f\x8b"


class BodyRefused(Exception):
    """A body that is refused: too large, or in an unknown or broken content encoding."""

    def __init__(self, problem: FetchProblem, detail: str) -> None:
        super().__init__(detail)
        self.problem = problem


class BodyReader:
    """Collects a body from its raw chunks, unpacking at most one layer; both sizes stay under the cap.

    Raises BodyRefused. Memory: at most the cap and a little, whatever the compression ratio.
    """

    def __init__(self, content_encoding: str, *, cap: int) -> None:
        self._cap = cap
        self._wire = 0
        self._body = bytearray()
        self._encoding = _encoding(content_encoding)
        self._unpacker: _Unpacker | None = None

    def feed(self, chunk: bytes) -> None:
        """Take the next raw chunk."""
        if not chunk:
            return
        self._wire += len(chunk)
        if self._wire > self._cap:
            raise self._too_large()
        if not self._encoding:
            self._body += chunk
            return
        try:
            self._unpack(chunk)
        except (zlib.error, brotli.error) as error:
            raise BodyRefused(FetchProblem.BAD_ENCODING, f"broken {self._encoding}: {error}") from error

    def finish(self) -> bytes:
        """The whole body, once every chunk was fed."""
        if self._unpacker is not None and not self._unpacker.ended:
            raise BodyRefused(FetchProblem.BAD_ENCODING, f"{self._encoding} ends in the middle")
        return bytes(self._body)

    def _unpack(self, chunk: bytes) -> None:
        if self._unpacker is None:
            self._unpacker = _Brotli() if self._encoding == "br" else _Zlib(self._encoding, chunk)
        self._unpacker.take(chunk)
        while part := self._unpacker.next_part():
            self._body += part
            if len(self._body) > self._cap:
                raise self._too_large()

    def _too_large(self) -> BodyRefused:
        return BodyRefused(FetchProblem.TOO_LARGE, f"more than {self._cap / MEGABYTE:g} MB")


class _Unpacker(Protocol):
    """Unpacks what it is given, in parts of about UNPACKED_AT_ONCE bytes; bytes behind the end are ignored."""

    @property
    def ended(self) -> bool: ...

    def take(self, chunk: bytes) -> None: ...

    def next_part(self) -> bytes: ...


class _Zlib:
    """gzip, of one member or several (RFC 1952, 2.2), and both things that are called deflate."""

    def __init__(self, encoding: str, start: bytes) -> None:
        self._unpacker = zlib.decompressobj(_window_bits(encoding, start))
        self._members = MAX_MEMBERS if encoding == "deflate" else 1
        self._chunk = b""

    @property
    def ended(self) -> bool:
        return self._unpacker.eof

    def take(self, chunk: bytes) -> None:
        half = self._chunk == _GZIP_START[:1]  # the beginning of a next member was cut in two
        self._chunk = self._chunk + chunk if half else chunk

    def next_part(self) -> bytes:
        part = b""
        while not part and self._chunk and self._goes_on():
            part = self._unpacker.decompress(self._chunk, UNPACKED_AT_ONCE)
            self._chunk = self._unpacker.unused_data or self._unpacker.unconsumed_tail
        return part

    def _goes_on(self) -> bool:
        """Whether what comes next belongs to the body: behind a member's end, only another member."""
        if not self.ended:
            return True
        if self._members == MAX_MEMBERS or not self._chunk.startswith(_GZIP_START):
            return False
        self._members += 1
        self._unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
        return True


class _Brotli:
    """Brotli (RFC 7932). The library takes no further input while a part of the output waits."""

    def __init__(self) -> None:
        self._unpacker = brotli.Decompressor()
        self._chunk = b""

    @property
    def ended(self) -> bool:
        return bool(self._unpacker.is_finished())

    def take(self, chunk: bytes) -> None:
        self._chunk = chunk

    def next_part(self) -> bytes:
        if self.ended:
            return b""
        given, self._chunk = self._chunk, b""
        part: bytes = self._unpacker.process(given, output_buffer_limit=UNPACKED_AT_ONCE)
        return part


def _encoding(header: str) -> str:
    """The one compression that a Content-Encoding names, "" for none; BodyRefused for several and for others."""
    named = [name for part in header.lower().split(",") if (name := part.strip()) in (*_PACKED, *_UNREADABLE)]
    if not named:
        return ""
    if len(named) > 1 or named[0] in _UNREADABLE:
        raise BodyRefused(FetchProblem.BAD_ENCODING, f"content encoding {header.strip().lower()[:60]!r}")
    return named[0]


def _window_bits(encoding: str, start: bytes) -> int:
    if encoding != "deflate":
        return zlib.MAX_WBITS | 16
    # "deflate" means zlib, but some servers send the bare stream (https://www.rfc-editor.org/rfc/rfc9110#8.4.1.2).
    return zlib.MAX_WBITS if start[0] & 0x0F == 8 else -zlib.MAX_WBITS
