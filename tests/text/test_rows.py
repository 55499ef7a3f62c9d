"""Rows of Unicode: which blocks a text draws from."""

from __future__ import annotations

import pytest

from bot.text.rows import class_rows, rows_of


@pytest.mark.parametrize(
    ("text", "rows"), [("", b""), ("aß", b"\0\0"), ("漢a", b"\x6f\0"), ("\U0001f600", b"\xd8\xde"), ("\ud800", b"\xd8")]
)
def test_each_character_has_its_row_and_two_beyond_the_basic_plane(text: str, rows: bytes) -> None:
    assert rows_of(text) == rows


@pytest.mark.parametrize(
    ("ranges", "rows"),
    [
        ("a-z", b"\0"),
        ("\u05d0-\u05ea\u0620-\u06ff", b"\x05\x06"),
        ("\u0fff-\u1101-", b"\0\x0f\x10\x11"),
        ("\uff66-\U0003ffff", b"\xd8\xd9\xda\xdb\xdc\xdd\xde\xdf\xff"),
    ],
)
def test_a_class_has_the_rows_of_its_ranges_and_characters(ranges: str, rows: bytes) -> None:
    assert class_rows(ranges) == rows
