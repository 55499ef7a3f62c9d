from __future__ import annotations

import gzip
import tracemalloc
import zlib
from collections.abc import Callable
from functools import partial

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.models.fetching import FetchProblem
from bot.web.bodies import MAX_MEMBERS, UNPACKED_AT_ONCE, BodyReader, BodyRefused

PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    "identity": bytes,
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": partial(brotli.compress, quality=4),  # its best takes a second where there is much to pack
}


def read(chunks: list[bytes], encoding: str = "", cap: int = 1000) -> bytes:
    reader = BodyReader(encoding, cap=cap)
    for chunk in chunks:
        reader.feed(chunk)
    return reader.finish()


def bare_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


@given(st.binary(max_size=400), st.integers(1, 50), st.sampled_from(list(PACKERS)))
def test_a_body_comes_out_as_it_was_packed(body: bytes, step: int, encoding: str) -> None:
    packed = PACKERS[encoding](body)
    chunks = [packed[at : at + step] for at in range(0, len(packed), step)]
    assert read(chunks, encoding) == body


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br"])
@pytest.mark.parametrize("step", [1, 7, 1000, 1_000_000])
def test_a_body_much_larger_than_its_packing_comes_out_whole(step: int, encoding: str) -> None:
    body = b"\0" * 300_000 + b"end" + b"\0" * 65_536
    packed = PACKERS[encoding](body)
    chunks = [packed[at : at + step] for at in range(0, len(packed), step)]
    assert read(chunks, encoding, cap=400_000) == body


@pytest.mark.parametrize(
    "encoding", ["utf-8", "UTF-8", "none", "identity", "binary", "identity, identity", " ", "iso-8859-1", "text/xml"]
)
def test_what_is_no_packing_leaves_the_body_as_it_is(encoding: str) -> None:
    assert read([b"hello"], encoding) == b"hello"
    assert read([gzip.compress(b"hello")], f"gzip, {encoding}") == b"hello"


def test_deflate_may_lack_its_header() -> None:
    assert read([b"", bare_deflate(b"hello")], "deflate") == b"hello"


@pytest.mark.parametrize("step", [1, 1000])
def test_every_member_of_a_gzip_body_is_read_and_nothing_behind_them(step: int) -> None:
    packed = b"".join(map(gzip.compress, (b"one, ", b"", b"two"))) + b"\0\0"
    assert read([packed[at : at + step] for at in range(0, len(packed), step)], "gzip") == b"one, two"
    assert read([gzip.compress(b"a") * (MAX_MEMBERS + 1)], "gzip", cap=9000) == b"a" * MAX_MEMBERS


FEED = b"<?xml version='1.0'?><rss>Weir open</rss>"


@pytest.mark.parametrize("step", [1, 20, 1000])
@pytest.mark.parametrize("encoding", ["gzip", "x-gzip", "deflate", "br", "gzip, gzip", "br, deflate"])
@pytest.mark.parametrize(
    "body", [FEED, b"\xef\xbb\xbf" + FEED, FEED.decode().encode("utf-16"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"]
)
def test_a_plain_body_is_read_as_it_is_whatever_packing_the_server_names(body: bytes, encoding: str, step: int) -> None:
    assert read([body[at : at + step] for at in range(0, len(body), step)], encoding) == body


@pytest.mark.parametrize("body", ["堰口今天开放，渡船在正午出发。".encode(), b"Weir open. Ferry at noon."])
def test_text_is_plain_though_it_is_no_markup_and_its_start_is_cut_within_a_character(body: bytes) -> None:
    assert read([body], "gzip") == body
    assert read([body], "br") == body


@pytest.mark.parametrize("encoding", ["", "deflate", "br", "gzip, gzip"])
def test_gzip_is_known_by_its_bytes_whatever_it_is_called(encoding: str) -> None:
    assert read([gzip.compress(FEED)], encoding) == FEED


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(gzip.compress(FEED))),
        ("gzip, gzip", gzip.compress(gzip.compress(FEED))),
        ("", gzip.compress(FEED)),
        ("br, gzip", gzip.compress(brotli.compress(FEED))),
        ("deflate,gzip", gzip.compress(zlib.compress(FEED))),
        ("br", brotli.compress(gzip.compress(FEED))),
    ],
)
def test_two_layers_of_packing_are_undone(encoding: str, packed: bytes) -> None:
    assert read([packed], encoding) == FEED


def test_no_third_layer_is_undone_and_none_that_is_broken_and_was_not_announced() -> None:
    twice = gzip.compress(gzip.compress(FEED))
    assert read([gzip.compress(twice)], "gzip") == gzip.compress(FEED)
    assert read([gzip.compress(FEED)[:-9]]) == gzip.compress(FEED)[:-9]
    assert read([b"\x1f\x8bno gzip"]) == b"\x1f\x8bno gzip"
    with pytest.raises(BodyRefused):
        read([gzip.compress(gzip.compress(FEED)[:-9])], "gzip, gzip")


def test_the_layer_below_is_unpacked_no_further_than_the_cap() -> None:
    bomb = gzip.compress(gzip.compress(b"\0" * 400_000))
    for encoding in ("gzip", "gzip, gzip"):
        with pytest.raises(BodyRefused) as refused:
            read([bomb], encoding)
        assert refused.value.problem is FetchProblem.TOO_LARGE


@pytest.mark.parametrize("encoding", ["zstd", "gzip, gzip, gzip", "compress", "gzip, zstd", "exi"])
def test_usual_packing_is_undone_and_no_other(encoding: str) -> None:
    with pytest.raises(BodyRefused) as refused:
        BodyReader(encoding, cap=10)
    assert refused.value.problem is FetchProblem.BAD_ENCODING


@pytest.mark.parametrize(
    ("chunks", "encoding", "problem"),
    [
        ([b"x" * 600, b"x" * 600], "", FetchProblem.TOO_LARGE),
        ([gzip.compress(b"\0" * 1_000_000)], "gzip", FetchProblem.TOO_LARGE),
        ([gzip.compress(b"\0" * 500_000)], "gzip", FetchProblem.TOO_LARGE),
        ([brotli.compress(b"\0" * 500_000)], "br", FetchProblem.TOO_LARGE),
        ([b"\0not gzip"], "gzip", FetchProblem.BAD_ENCODING),
        ([b"\x80 not brotli"], "br", FetchProblem.BAD_ENCODING),
        ([brotli.compress(b"cut off, " * 50)[:-3]], "br", FetchProblem.BAD_ENCODING),
        ([gzip.compress(b"cut off")[:-9]], "gzip", FetchProblem.BAD_ENCODING),
    ],
)
def test_oversized_and_broken_bodies_are_refused(chunks: list[bytes], encoding: str, problem: FetchProblem) -> None:
    with pytest.raises(BodyRefused) as refused:
        read(chunks, encoding)
    assert refused.value.problem is problem


@pytest.mark.parametrize("encoding", ["gzip", "br"])
def test_a_body_may_fill_its_cap(encoding: str) -> None:
    assert len(read([PACKERS[encoding](b"\0" * 1000)], encoding)) == 1000


@pytest.mark.parametrize("encoding", ["gzip", "br"])
@pytest.mark.no_cover  # it would take minutes traced, and others run the same lines
def test_a_bomb_is_unpacked_no_further_than_the_cap(encoding: str) -> None:
    bomb = PACKERS[encoding](b"\0" * 50_000_000)
    reader = BodyReader(encoding, cap=1_000_000)
    tracemalloc.start()
    try:
        with pytest.raises(BodyRefused):
            reader.feed(bomb)
        assert tracemalloc.get_traced_memory()[1] < 3_000_000
    finally:
        tracemalloc.stop()
    assert len(reader._body) < 1_000_000 + 2 * UNPACKED_AT_ONCE
