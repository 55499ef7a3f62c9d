"""Draws the figures of days as bars, one row of them a figure, each row on a scale of its own. A PNG without alpha, so
that it looks the same in light and in dark apps.

Runs in a parser process: what draws takes 12 MB.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

import resvg_py
from PIL import Image

from bot.models.pictures import Bars
from bot.pictures.card_design import Lettering
from bot.pictures.fonts import OWN_FONT, lettering
from bot.text.markup import escape

WIDTH, ROW_HEIGHT, FOOT = 960, 196, 56
_LEFT, _RIGHT, _TOP, _BARS = 40, 40, 66, 104  # of a row: its margins, where its bars begin, and how high they are
_PAPER, _INK, _FAINT, _LINE = "#ffffff", "#1f2937", "#5b6675", "#d5dce4"
_TITLE_SIZE, _VALUE_SIZE, _DAY_SIZE = 26, 19, 19


def draw_bars(rows: Sequence[Bars], days: Sequence[str], *, language: str) -> bytes:
    """The chart as a PNG; `days` stand below the bars. A title that no font here can draw is left out."""
    files = [str(OWN_FONT)]

    def set_in_type(text: str) -> Lettering | None:
        found = lettering(text, language=language)
        if found is not None:
            files.extend(found[1])
        return None if found is None else found[0]

    height = ROW_HEIGHT * len(rows) + FOOT
    parts = [f'<rect width="{WIDTH}" height="{height}" fill="{_PAPER}"/>']
    for number, row in enumerate(rows):
        parts += _row(row, top=number * ROW_HEIGHT, title=set_in_type(row.title))
    step = _step(len(days))
    for number, day in enumerate(days):
        if shown := set_in_type(day):
            parts.append(_text(_middle(number, step), height - 20, shown, size=_DAY_SIZE, colour=_FAINT))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}">'
        f"{''.join(parts)}</svg>"
    )
    png = resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=list(dict.fromkeys(files)))
    with Image.open(io.BytesIO(png)) as image:
        flat = image.convert("RGB").quantize(64)
    out = io.BytesIO()
    flat.save(out, "PNG", optimize=True)
    return out.getvalue()


def _row(row: Bars, *, top: int, title: Lettering | None) -> Iterator[str]:
    base = top + _TOP + _BARS
    step, most = _step(len(row.values)), max(row.values, default=0)
    yield f'<rect x="{_LEFT}" y="{top + 22}" width="18" height="18" rx="4" fill="{row.colour}"/>'
    if title:
        yield _text(_LEFT + 30, top + 40, title, size=_TITLE_SIZE, colour=_INK, anchor="start")
    yield f'<rect x="{_LEFT}" y="{base}" width="{WIDTH - _LEFT - _RIGHT}" height="2" fill="{_LINE}"/>'
    for number, value in enumerate(row.values):
        if value:
            height = max(3, round(_BARS * value / most * 0.8))  # the value stands above
            left = _LEFT + number * step + step * 0.16
            yield f'<rect x="{left:.1f}" y="{base - height}" width="{step * 0.68:.1f}" height="{height}" rx="4" '
            yield f'fill="{row.colour}"/>'
            shown = lettering(_short(value), language="en")
            assert shown is not None  # digits
            yield _text(_middle(number, step), base - height - 7, shown[0], size=_VALUE_SIZE, colour=_INK)


def _step(count: int) -> float:
    return (WIDTH - _LEFT - _RIGHT) / max(count, 1)


def _middle(number: int, step: float) -> float:
    return _LEFT + (number + 0.5) * step


def _short(value: int) -> str:
    """A count in at most four characters: 9999, 12k, 3M."""
    if value < 10_000:
        return str(value)
    return f"{value // 1000}k" if value < 1_000_000 else f"{value // 1_000_000}M"


def _text(left: float, baseline: float, shown: Lettering, *, size: int, colour: str, anchor: str = "middle") -> str:
    families = ", ".join(f"'{family}'" for family in shown.families)
    return (
        f'<text x="{left:.1f}" y="{baseline}" font-family="{families}" font-size="{size}" font-weight="bold" '
        f'fill="{colour}" text-anchor="{anchor}">{escape(shown.text)}</text>'
    )
