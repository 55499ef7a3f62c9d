from __future__ import annotations

import gzip
import tracemalloc
import zlib
from collections.abc import Callable

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
    "br": brotli.compress,
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


@pytest.mark.parametrize("encoding", ["zstd", "gzip, gzip", "compress", "deflate,gzip", "br, gzip", "exi"])
def test_one_usual_layer_of_packing_is_undone_and_no_other(encoding: str) -> None:
    with pytest.raises(BodyRefused) as refused:
        BodyReader(encoding, cap=10)
    assert refused.value.problem is FetchProblem.BAD_ENCODING


@pytest.mark.parametrize(
    ("chunks", "encoding", "problem"),
    [
        ([b"x" * 600, b"x" * 600], "", FetchProblem.TOO_LARGE),
        ([gzip.compress(b"\0" * 1_000_000)], "gzip", FetchProblem.TOO_LARGE),
        ([gzip.compress(b"\0" * 500_000)], "gzip", FetchProblem.TOO_LARGE),
        ([brotli.compress(b"\0" * 50_000_000)], "br", FetchProblem.TOO_LARGE),
        ([b"not gzip"], "gzip", FetchProblem.BAD_ENCODING),
        ([b"<rss>not brotli</rss>"], "br", FetchProblem.BAD_ENCODING),
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
