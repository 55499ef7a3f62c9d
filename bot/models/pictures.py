"""Sizes of the pictures that are worth showing, and what becomes of the bytes of one.

`bot.parsers.html.picture_choice` judges by them what a page says of its pictures, `bot.pictures.images` the bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MAX_SIDE = 1280  # pixels; Telegram shows photos of at most this side, and pictures are shrunk to it
MIN_SIDE = 100  # pixels; smaller ones are icons, spacers and counters
MAX_TALL_RATIO = 20.0  # height to width; taller ones are rulers and borders
MAX_WIDE_RATIO = 4.5  # width to height; wider ones are banners
# The same of a size that a page declares. It is stricter: where it is wrong, the article's next picture is shown, or a
# card, while bytes that were fetched are the last chance of a wide photo whose size nobody declared.
MAX_DECLARED_WIDE_RATIO = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shrunk:
    """A JPEG without metadata, upright, in sRGB, on white where it was transparent."""

    jpeg: bytes
    width: int
    height: int
    look: str | None  # the perceptual hash; None: see `looks`


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """One row of a chart: its title, its colour, and a value a day."""

    title: str
    colour: str
    values: tuple[int, ...]


class Rejection(StrEnum):
    """Why a picture is not shown."""

    NOT_A_PICTURE = "not-a-picture"
    BROKEN = "broken"
    TOO_MANY_PIXELS = "too-many-pixels"
    TOO_SMALL = "too-small"
    TOO_LONG = "too-long"
    ONE_COLOUR = "one-colour"


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureRejected:
    """Bytes that give no picture to show, and why."""

    reason: Rejection
