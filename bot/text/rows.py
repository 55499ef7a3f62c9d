"""Rows of Unicode: the blocks of 256 characters that a text draws from, as bytes. Pure.

Whether a text holds any character of a script is asked of its rows: bytes are looked through many times as fast as `re`
does a text. Rows are coarse: a text that has a row may still hold nothing of the script.
"""

from __future__ import annotations

import re

_RANGE = re.compile(r"(.)(?:-(.))?", re.DOTALL)
_SURROGATES = bytes(range(0xD8, 0xE0))  # the rows of what is beyond the basic plane, in UTF-16


def rows_of(text: str) -> bytes:
    """The row of each character, two for one beyond the basic plane."""
    return text.encode("utf-16-le", "surrogatepass")[1::2]


def class_rows(ranges: str) -> bytes:
    """The rows that hold characters of a class, which is written as for `re`: ranges and single characters."""
    rows: set[int] = set()
    for first, last in _RANGE.findall(ranges):
        start, end = ord(first), ord(last or first)
        rows.update(range(min(start, 0xFFFF) >> 8, (min(end, 0xFFFF) >> 8) + 1), _SURROGATES if end > 0xFFFF else b"")
    return bytes(sorted(rows))
