"""Draws what the looks of a digest are like: a small page of each, side by side, the chosen one framed. No text."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache

import resvg_py
from PIL import Image

from bot.models.chats import LookChoice

WIDTH, HEIGHT = 960, 560
_PAGE_WIDTH, _PAGE_HEIGHT, _GAP, _TOP = 216, 512, 20, 24
_INK, _FAINT, _LINK, _FOLD, _FRAME = "#64748b", "#cbd5e1", "#3b82c4", "#e5eff8", "#2f8f5b"


@cache
def look_preview(chosen: LookChoice) -> bytes:
    """The picture, as a PNG. The pages stand in the order of `LookChoice`."""
    png = resvg_py.svg_to_bytes(svg_string=_svg(chosen), skip_system_fonts=True)
    with Image.open(io.BytesIO(png)) as image:
        flat = image.convert("RGB").quantize(64)
    out = io.BytesIO()
    flat.save(out, "PNG", optimize=True)
    return out.getvalue()


def _svg(chosen: LookChoice) -> str:
    pages = "".join(
        f'<g transform="translate({_GAP + number * (_PAGE_WIDTH + _GAP)} {_TOP})">{_page(look, look is chosen)}</g>'
        for number, look in enumerate(LookChoice)
    )
    size = f'width="{WIDTH}" height="{HEIGHT}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{_box(0, 0, WIDTH, HEIGHT, "#dbe4ec", 0)}{pages}</svg>'


def _page(look: LookChoice, is_chosen: bool) -> str:
    frame = f' stroke="{_FRAME}" stroke-width="8"' if is_chosen else ""
    inner = {
        LookChoice.COMPACT: _compact,
        LookChoice.PICTURES: _pictures,
        LookChoice.HEADLINES: _headlines,
        LookChoice.SIMPLE: _simple,
    }[look]
    page = f'<rect width="{_PAGE_WIDTH}" height="{_PAGE_HEIGHT}" rx="18" fill="#fff"{frame}/>'
    return page + "".join(inner())


def _compact() -> Iterator[str]:
    yield _bar(22, 90, _INK)
    yield _picture(48, 96)
    yield _bar(158, 150, _LINK)
    yield from _words(180, 2)
    for number in range(7):
        top = 232 + number * 38
        yield _box(16, top, _PAGE_WIDTH - 32, 32, _FOLD, 8)
        yield _box(28, top + 11, 118 - 14 * (number % 3), 10, _LINK, 5)
        yield f'<path d="M178 {top + 13}l6 6l6 -6" fill="none" stroke="{_LINK}" stroke-width="3"/>'


def _pictures() -> Iterator[str]:
    yield _bar(22, 90, _INK)
    for top in (48, 206, 364):
        yield _picture(top, 88)
        yield _bar(top + 100, 150, _LINK)
        yield from _words(top + 120, 1)


def _headlines() -> Iterator[str]:
    yield _bar(22, 90, _INK)
    for number in range(14):
        top = 56 + number * 32
        yield f'<circle cx="22" cy="{top + 5}" r="4" fill="{_LINK}"/>'
        yield _box(36, top, 150 - 22 * (number % 3), 10, _LINK, 5)


def _simple() -> Iterator[str]:
    yield _picture(16, 110)
    yield _bar(142, 90, _INK)
    for top in (176, 258, 340, 422):
        yield _bar(top, 150, _LINK)
        yield from _words(top + 20, 2)


def _words(top: int, lines: int) -> Iterator[str]:
    for number in range(lines):
        yield _bar(top + number * 17, 184 - 46 * (number == lines - 1), _FAINT, 8)


def _bar(top: int, width: int, colour: str, height: int = 11) -> str:
    return _box(16, top, width, height, colour, height // 2)


def _box(left: int, top: int, width: int, height: int, colour: str, radius: int) -> str:
    return f'<rect x="{left}" y="{top}" width="{width}" height="{height}" rx="{radius}" fill="{colour}"/>'


def _picture(top: int, height: int) -> str:
    """A hill and a sun."""
    ground = top + height
    return (
        _box(16, top, _PAGE_WIDTH - 32, height, "#8fc1e8", 10)
        + f'<circle cx="156" cy="{top + height // 3}" r="{height // 6}" fill="#fde68a"/>'
        + f'<path d="M16 {ground - 10}L80 {top + height // 2}L124 {ground - 26}L150 {ground - 44}L200 {ground - 8}'
        + f'V{ground - 10}Q200 {ground} 190 {ground}H26Q16 {ground} 16 {ground - 10}Z" fill="#5b8f6b"/>'
    )
