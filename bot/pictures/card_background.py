"""Draws the background of a card as SVG: the category's colours, and one of six patterns chosen by the title (pure).

So the cards of one category look related in a digest, and those of two stories different. Draws no text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence

WIDTH, HEIGHT = 1200, 600  # in which a card is laid out

# From the upper left to the lower right corner; white is read well on all of them.
COLOURS = (
    ("#1e3a8a", "#2f6fd0"), ("#134e4a", "#1f8a80"), ("#4c1d95", "#8250d8"), ("#7c2d12", "#c8542a"),
    ("#831843", "#c93b76"), ("#14532d", "#3c8a4e"), ("#1f2937", "#566375"), ("#713f12", "#a97a1c"),
    ("#164e63", "#2289a8"), ("#7f1d1d", "#c23b3b"),
)  # fmt: skip


def background(name: str, subject: str) -> str:
    """The background: colours by `name` (the category), and a pattern by `subject` (the title)."""
    dark, bright = COLOURS[_chance(name)[0] % len(COLOURS)]
    kind, *chance = _chance(subject)
    return (
        f'<defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="{dark}"/>'
        f'<stop offset="1" stop-color="{bright}"/></linearGradient></defs>'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="url(#g)"/>{PATTERNS[kind % len(PATTERNS)](chance)}'
    )


def _chance(text: str) -> bytes:
    """Sixteen numbers from 0 to 255 that follow from a text."""
    return hashlib.blake2b(text.casefold().encode("utf-8", "replace"), digest_size=16).digest()


def _rings(chance: Sequence[int]) -> str:
    x, y = 960 + chance[0] % 200, 20 + chance[1] % 260
    return "".join(
        f'<circle cx="{x}" cy="{y}" r="{radius}" fill="none" stroke="#fff" stroke-opacity="{opacity}" '
        f'stroke-width="{stroke}"/>'
        for radius, opacity, stroke in ((120, 0.16, 26), (220, 0.11, 30), (340, 0.07, 36), (480, 0.05, 44))
    )


def _waves(chance: Sequence[int]) -> str:
    return "".join(
        f'<path d="M{-(shift % 400)} {y} q 200 {-rise} 400 0 t 400 0 t 400 0 t 400 0 V{HEIGHT} H0 Z" fill="#fff" '
        f'fill-opacity="0.06"/>'
        for y, shift, rise in zip((210, 310, 410, 500), (2 * n for n in chance), (150, 120, 100, 80), strict=False)
    )


def _stripes(chance: Sequence[int]) -> str:
    slant = 240 + chance[0]
    return "".join(
        f'<path d="M{x} -40 l{-slant} {HEIGHT + 80}" stroke="#fff" stroke-opacity="0.08" stroke-width="{20 + n % 60}"/>'
        for x, n in zip(range(760, 1700, 130), chance, strict=False)
    )


def _dots(chance: Sequence[int]) -> str:
    """A grid that grows smaller with the distance from one point at the right."""
    from_column, from_row = chance[0] % 5, chance[1] % 8
    return "".join(
        f'<circle cx="{WIDTH - 40 - 64 * column}" cy="{76 + 64 * row}" r="{25 - 3 * distance}" fill="#fff" '
        f'fill-opacity="0.13"/>'
        for column in range(12)
        for row in range(8)
        if (distance := abs(column - from_column) + abs(row - from_row)) < 8
    )


def _quarters(chance: Sequence[int]) -> str:
    """Tiles that hold a quarter of a circle each, about one of their corners."""
    side = 150
    tiles = [(WIDTH - side * (column + 1), side * row) for column in range(3) for row in range(4)]
    return "".join(
        f'<path d="M{x} {y} h{side} a{side} {side} 0 0 1 {-side} {side} Z" fill="#fff" fill-opacity="{opacity}" '
        f'transform="rotate({90 * (n % 4)} {x + side / 2:g} {y + side / 2:g})"/>'
        for (x, y), n in zip(tiles, chance, strict=False)
        for opacity in (0.05 + 0.02 * (n // 4 % 4),)
    )


def _peaks(chance: Sequence[int]) -> str:
    return "".join(
        f'<path d="M{x - half} {HEIGHT} L{x} {top} L{x + half} {HEIGHT} Z" fill="#fff" fill-opacity="0.08"/>'
        for x, top, half in (
            (620 + chance[0] % 120, 400 - chance[1] % 120, 300),
            (860 + chance[2] % 100, 270 - chance[3] % 150, 380),
            (1100 + chance[4] % 80, 360 - chance[5] % 180, 280),
        )
    )


PATTERNS: tuple[Callable[[Sequence[int]], str], ...] = (_rings, _waves, _stripes, _dots, _quarters, _peaks)
