"""The scenes of the sample pictures by name, each with the palettes that suit it."""

from __future__ import annotations

from collections.abc import Callable
from zlib import crc32

from bot.playground import landscapes, machines, pastimes, townscapes
from bot.playground.drawing import PALETTES, Canvas

SCENES: dict[str, tuple[Callable[[Canvas], None], tuple[str, ...]]] = {
    "bakery": (townscapes.bakery, ("amber", "rose")),
    "bicycle": (townscapes.bicycle, ("day", "mint")),
    "books": (pastimes.books, ("rose", "amber", "dawn")),
    "bridge": (landscapes.bridge, ("dawn", "amber", "dusk")),
    "chart": (machines.chart, ("mint", "day")),
    "chip": (machines.chip, ("mint", "night")),
    "concert": (pastimes.concert, ("dusk", "night")),
    "farm": (landscapes.farm, ("mint",)),
    "harbour": (landscapes.harbour, ("night", "dusk")),
    "lanterns": (pastimes.lanterns, ("night", "dusk")),
    "lighthouse": (landscapes.lighthouse, ("night", "dusk")),
    "market": (townscapes.market, ("dusk", "night")),
    "mountains": (landscapes.mountains, ("dawn", "rose", "day")),
    "observatory": (machines.observatory, ("night", "dusk")),
    "pitch": (pastimes.pitch, ("night", "dawn", "dusk")),
    "planet": (machines.planet, ("dusk", "night")),
    "rain": (townscapes.rain, ("dawn", "day")),
    "robot": (machines.robot, ("day", "mint", "rose")),
    "rocket": (machines.rocket, ("night", "dusk")),
    "runner": (pastimes.runner, ("amber", "rose")),
    "sailing": (landscapes.sailing, ("day", "mint")),
    "train": (machines.train, ("mint", "day")),
    "tram": (townscapes.tram, ("day", "dawn", "amber")),
    "turbine": (landscapes.turbine, ("day", "mint")),
    "village": (landscapes.village, ("day", "dawn", "mint")),
    "volcano": (landscapes.volcano, ("rose", "dusk", "dawn")),
    "whale": (landscapes.whale, ("dusk", "rose", "dawn")),
}


def draw(scene: str, seed: str) -> bytes:
    """A picture of the scene as JPEG, the same for the same seed; KeyError for an unknown scene."""
    paint, palettes = SCENES[scene]
    canvas = Canvas(PALETTES[palettes[crc32(seed.encode()) % len(palettes)]], seed)
    paint(canvas)
    return canvas.jpeg()
