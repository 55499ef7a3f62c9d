"""Collects the body of a web response from its raw chunks: at most two layers of compression, each bounded in size.

Pure. Trusts no header about sizes, and of the encoding only what the bytes do not deny: servers call plain bodies
gzip, and pack files that are packed. Brotli is read, never asked for: some send it whatever a client accepts.
"""

from __future__ import annotations

import codecs
import zlib
from typing import Protocol

import brotli

from bot.models.fetching import FetchKind, FetchProblem

MEGABYTE = 1_000_000
MAX_BODY_BYTES = {FetchKind.FEED: 10 * MEGABYTE, FetchKind.PAGE: 2 * MEGABYTE, FetchKind.PICTURE: 10 * MEGABYTE}
MAX_MEMBERS = 100  # of a gzip body; servers that join files send a few
MAX_LAYERS = 2  # of packing: a packed file that the server packs again
UNPACKED_AT_ONCE = 65_536  # bytes: a bomb's whole output beside the body would double what it costs
LOOKED_AT_BYTES = 32  # of a body, to see what it is
SURELY_TEXT_BYTES = 16  # so many that are all text are no stream of deflate or Brotli, which have no signature

_PACKED = ("gzip", "x-gzip", "deflate", "br")
# https://www.iana.org/assignments/http-parameters/#content-coding, and what else packs. Where nothing is packed,
# servers write charsets, media types and the like: none of these is a content encoding.
_UNREADABLE = (
    "zstd", "compress", "x-compress", "dcb", "dcz", "exi", "pack200-gzip", "aes128gcm", "bzip2", "x-bzip2", "lzma",
    "xz",
)  # fmt: skip
_GZIP_START = b"\x1f\x8b"
# Text in UTF-16, and pictures: nothing packed begins so.
_PLAIN_STARTS = (b"\xff\xfe", b"\xfe\xff", b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8", b"RIFF")
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\f\r")


class BodyRefused(Exception):
    """A body that is refused: too large, or in an unknown or broken content encoding."""

    def __init__(self, problem: FetchProblem, detail: str) -> None:
        super().__init__(detail)
        self.problem = problem


class BodyReader:
    """Collects a body from its raw chunks and unpacks it; all sizes stay under the cap.

    Raises BodyRefused. Memory: twice the cap and a little at most, whatever the compression ratio.
    """

    def __init__(self, content_encoding: str, *, cap: int, layers: int = MAX_LAYERS) -> None:
        self._cap = cap
        self._wire = 0
        self._body = bytearray()
        self._layers = layers
        named = _encodings(content_encoding, layers)
        self._encoding = named.pop() if named else ""
        self._inner = named
        self._start = b""  # what came until it is long enough to be looked at
        self._unpacker: _Unpacker | None = None

    def feed(self, chunk: bytes) -> None:
        """Take the next raw chunk."""
        self._wire += len(chunk)
        if self._wire > self._cap:
            raise self._too_large()
        if self._unpacker is not None:
            self._take(self._unpacker, chunk)
        elif not self._encoding:
            self._body += chunk
        else:
            self._start += chunk
            if len(self._start) >= LOOKED_AT_BYTES:
                self._begin()

    def finish(self) -> bytes:
        """The whole body, once every chunk was fed."""
        if self._start:
            self._begin()
        if self._unpacker is not None and not self._unpacker.ended:
            raise BodyRefused(FetchProblem.BAD_ENCODING, f"{self._encoding} ends in the middle")
        return self._unpacked_again(bytes(self._body))

    def _begin(self) -> None:
        """Decide by its start how the body is packed, and take what came."""
        start, self._start = self._start, b""
        self._encoding = _real_encoding(self._encoding, start)
        if self._encoding:
            self._unpacker = _Brotli() if self._encoding == "br" else _Zlib(self._encoding, start)
            self._take(self._unpacker, start)
        else:
            self._body += start

    def _unpacked_again(self, body: bytes) -> bytes:
        """The body without a second layer of packing: one that was announced, or one that comes out whole."""
        if self._inner:
            inner = BodyReader(", ".join(self._inner), cap=self._cap, layers=self._layers - 1)
            inner.feed(body)
            return inner.finish()
        if self._layers > 1 and body.startswith(_GZIP_START):
            inner = BodyReader("gzip", cap=self._cap, layers=1)
            try:
                inner.feed(body)
                return inner.finish()
            except BodyRefused as refused:
                if refused.problem is FetchProblem.TOO_LARGE:
                    raise
        return body

    def _take(self, unpacker: _Unpacker, chunk: bytes) -> None:
        try:
            self._unpack(unpacker, chunk)
        except (zlib.error, brotli.error) as error:
            raise BodyRefused(FetchProblem.BAD_ENCODING, f"broken {self._encoding}: {error}") from error

    def _unpack(self, unpacker: _Unpacker, chunk: bytes) -> None:
        unpacker.take(chunk)
        while part := unpacker.next_part():
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


def _encodings(header: str, most: int) -> list[str]:
    """The compressions that a Content-Encoding names, the outermost last; BodyRefused for too many and for others."""
    named = [name for part in header.lower().split(",") if (name := part.strip()) in (*_PACKED, *_UNREADABLE)]
    if len(named) > most or any(name in _UNREADABLE for name in named):
        raise BodyRefused(FetchProblem.BAD_ENCODING, f"content encoding {header.strip().lower()[:60]!r}")
    return named


def _real_encoding(named: str, start: bytes) -> str:
    """How a body that begins so is packed, which is said to be packed as `named`; "" for not at all."""
    if start.startswith(_GZIP_START):
        return "gzip"
    has_signature = named in ("gzip", "x-gzip")
    is_plain = start.startswith(_PLAIN_STARTS) or (
        _is_text(start) and (has_signature or len(start) >= SURELY_TEXT_BYTES)
    )
    return "" if is_plain else named


def _is_text(start: bytes) -> bool:
    """Whether these bytes are text in UTF-8, maybe cut within a character."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(start)
    except UnicodeDecodeError:
        return False
    return _CONTROLS.isdisjoint(start)


def _window_bits(encoding: str, start: bytes) -> int:
    if encoding != "deflate":
        return zlib.MAX_WBITS | 16
    # "deflate" means zlib, but some servers send the bare stream (https://www.rfc-editor.org/rfc/rfc9110#8.4.1.2).
    return zlib.MAX_WBITS if start[0] & 0x0F == 8 else -zlib.MAX_WBITS
