"""The canvas of the sample pictures: flat shapes, soft light and a few palettes, drawn with Pillow.

It knows shapes and colours, not what they show: the scenes are in `scenes.py`. The same seed gives the same picture.
"""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1200, 675  # pixels, 16:9 as news pictures are
SCALE = 2  # drawn this much larger and shrunk: smooth edges without an anti-aliasing library
JPEG_QUALITY = 86

Colour = tuple[int, int, int]
Point = tuple[float, float]


def _hex(text: str) -> Colour:
    return int(text[0:2], 16), int(text[2:4], 16), int(text[4:6], 16)


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """The colour `share` (0 to 1) of the way from `first` to `second`."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Eight colours that go together, from the top of the sky to the nearest shadow."""

    top: Colour
    low: Colour
    far: Colour
    mid: Colour
    near: Colour
    dark: Colour
    light: Colour
    accent: Colour

    @classmethod
    def of(cls, colours: str) -> Palette:
        """A palette from eight hexadecimal colours in the order of the fields."""
        top, low, far, mid, near, dark, light, accent = map(_hex, colours.split())
        return cls(top=top, low=low, far=far, mid=mid, near=near, dark=dark, light=light, accent=accent)


PALETTES = {
    "dawn": Palette.of("5b6ee1 ffd1a9 b7a3d6 7f7cc0 4c4f91 2a2b55 fff3df ff7f6b"),
    "dusk": Palette.of("2b2d6e ff9e7a a4568f 6b3c7d 3d2a61 1f1a3d ffe8c7 ffc24b"),
    "day": Palette.of("4aa8e8 d9f1fb 8fc9d9 4f9f97 2c7566 17443f ffffff ff8a4c"),
    "mint": Palette.of("7ed3c5 f3fbe6 a9dcb9 5fb28f 2f7f6b 174a45 fffbe8 f2683c"),
    "night": Palette.of("0c1440 34509a 2b4486 1d2f6b 121f4d 0a1230 ffe9b0 ffb84a"),
    "amber": Palette.of("f58f4a ffe3a3 e3a45f b9713f 7f4a31 4a2a22 fff5dc d8433c"),
    "rose": Palette.of("f7a8b8 fff0e4 d795b4 a8679b 6d4579 3d2a50 fffaf4 f25f5c"),
}


class Canvas:
    """A picture in the making; every length is in pixels of the finished picture."""

    def __init__(self, palette: Palette, seed: str) -> None:
        self.palette = palette
        self.random = Random(seed)  # noqa: S311 - variety, not secrecy
        self._image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), palette.low)
        self._draw = ImageDraw.Draw(self._image)

    def jpeg(self) -> bytes:
        """The finished picture as JPEG bytes."""
        out = io.BytesIO()
        self._image.reduce(SCALE).save(out, "JPEG", quality=JPEG_QUALITY, optimize=True)
        return out.getvalue()

    def gradient(self, top: Colour, low: Colour, *, upper: float = 0, lower: float = HEIGHT) -> None:
        """Fill the band between two heights with a vertical gradient."""
        ramp = Image.linear_gradient("L").resize((1, round((lower - upper) * SCALE)))
        above, below = Image.new("RGB", ramp.size, top), Image.new("RGB", ramp.size, low)
        column = Image.composite(below, above, ramp)  # all columns are alike: one is drawn, then stretched
        across = column.resize((WIDTH * SCALE, column.height), Image.Resampling.NEAREST)
        self._image.paste(across, (0, round(upper * SCALE)))

    def glow(self, centre: Point, radius: float, colour: Colour, *, strength: float = 0.6) -> None:
        """Soft light around a point."""
        side = round(radius * 2 * SCALE)
        mask = Image.radial_gradient("L").point(lambda value: max(0, round((255 - value * 1.42) * strength)))
        spot = Image.new("RGB", (side, side), colour)
        corner = (round((centre[0] - radius) * SCALE), round((centre[1] - radius) * SCALE))
        self._image.paste(spot, corner, mask.resize((side, side)))

    def disc(self, centre: Point, radius: float, colour: Colour, *, flat: float = 1) -> None:
        """A filled circle, or an ellipse `flat` times as high as wide."""
        x, y = centre
        box = (x - radius, y - radius * flat, x + radius, y + radius * flat)
        self._draw.ellipse([value * SCALE for value in box], fill=colour)

    def ring(self, centre: Point, radius: float, colour: Colour, *, width: float = 4, flat: float = 1) -> None:
        """The outline of a circle or ellipse."""
        x, y = centre
        box = (x - radius, y - radius * flat, x + radius, y + radius * flat)
        self._draw.ellipse([value * SCALE for value in box], outline=colour, width=round(width * SCALE))

    def arc(self, centre: Point, radius: float, angles: tuple[float, float], colour: Colour, *, width: float) -> None:
        """A part of a circle's outline, degrees clockwise from three o'clock."""
        x, y = centre
        box = [value * SCALE for value in (x - radius, y - radius, x + radius, y + radius)]
        self._draw.arc(box, *angles, fill=colour, width=round(width * SCALE))

    def wedge(self, centre: Point, radius: float, angles: tuple[float, float], colour: Colour) -> None:
        """A slice of a disc, degrees clockwise from three o'clock."""
        x, y = centre
        box = [value * SCALE for value in (x - radius, y - radius, x + radius, y + radius)]
        self._draw.pieslice(box, *angles, fill=colour)

    def box(self, corner: Point, size: tuple[float, float], colour: Colour, *, radius: float = 0) -> None:
        """A filled rectangle from its upper left corner, its own corners rounded by `radius`."""
        (x, y), (wide, high) = corner, size
        area = [value * SCALE for value in (x, y, x + wide, y + high)]
        self._draw.rounded_rectangle(area, radius=radius * SCALE, fill=colour)

    def shape(self, points: Sequence[Point], colour: Colour) -> None:
        """A filled polygon."""
        self._draw.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=colour)

    def line(self, points: Sequence[Point], colour: Colour, *, width: float = 4) -> None:
        """A line through points, with round joints."""
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self._draw.line(scaled, fill=colour, width=round(width * SCALE), joint="curve")

    def hills(self, base: float, height: float, colour: Colour, *, waves: float = 2.2) -> None:
        """A soft ridge across the picture, filled to the bottom."""
        phase, second = self.random.uniform(0, 6.28), self.random.uniform(0, 6.28)
        ridge = [
            (x, base - height * (0.6 * math.sin(x / WIDTH * waves * 3.14 + phase) + 0.3 * math.sin(x / 140 + second)))
            for x in range(-10, WIDTH + 20, 10)
        ]
        self.shape([*ridge, (WIDTH + 10, HEIGHT), (-10, HEIGHT)], colour)

    def cloud(self, centre: Point, size: float, colour: Colour) -> None:
        """A flat-bottomed cloud `size` pixels to each side."""
        x, y = centre
        for dx, dy, radius in ((-0.55, 0, 0.3), (-0.15, -0.2, 0.42), (0.35, -0.08, 0.36), (0.7, 0.04, 0.22)):
            self.disc((x + dx * size, y + dy * size), radius * size, colour)
        self.box((x - 0.75 * size, y - 0.02 * size), (1.6 * size, 0.3 * size), colour, radius=0.15 * size)

    def stars(self, count: int, *, below: float = 320) -> None:
        """Small stars in the sky above a height."""
        for _ in range(count):
            spot = (self.random.uniform(0, WIDTH), self.random.uniform(0, below))
            self.disc(spot, self.random.choice((1.2, 1.8, 2.6)), mix(self.palette.light, self.palette.top, 0.2))
