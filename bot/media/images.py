"""Checks picture bytes and makes a JPEG that Telegram takes (pure). Refuses what is no picture worth showing.

Limits of Telegram's photos: width + height <= 10,000, ratio <= 20, 10 MB. https://core.telegram.org/bots/api#sendphoto
"""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from enum import StrEnum

from PIL import Image, ImageOps, UnidentifiedImageError

MAX_PIXELS = 40_000_000
MAX_SIDE = 1280  # Telegram shows photos of at most this side
MIN_SIDE = 100  # smaller ones are icons, spacers and trackers
MAX_RATIO = 20.0  # beyond it Telegram refuses; such strips are banners
JPEG_QUALITY = 82
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shrunk:
    """A JPEG without metadata, upright, on white where it was transparent."""

    jpeg: bytes
    width: int
    height: int


class Rejection(StrEnum):
    """Why a picture is not shown."""

    NOT_A_PICTURE = "not-a-picture"
    BROKEN = "broken"
    TOO_MANY_PIXELS = "too-many-pixels"
    TOO_SMALL = "too-small"
    TOO_LONG = "too-long"


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureRejected:
    """The bytes give no picture to show."""

    reason: Rejection


def shrink(data: bytes, *, max_side: int = MAX_SIDE) -> Shrunk | PictureRejected:
    """The picture as a JPEG of at most `max_side` pixels a side; of an animation the first frame.

    The header is judged before anything is decoded.
    """
    with warnings.catch_warnings():
        # Pillow warns of odd metadata and of many pixels: the first is dropped, the second judged here.
        warnings.simplefilter("ignore")
        try:
            image = Image.open(io.BytesIO(data), formats=FORMATS)
        except Image.DecompressionBombError:
            return PictureRejected(reason=Rejection.TOO_MANY_PIXELS)
        except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
            return PictureRejected(reason=Rejection.NOT_A_PICTURE)
        with image:
            if problem := _problem(image.size):
                return PictureRejected(reason=problem)
            try:
                return _encode(image, max_side)
            except Exception:  # decoders of foreign bytes raise nearly anything
                return PictureRejected(reason=Rejection.BROKEN)


def _problem(size: tuple[int, int]) -> Rejection | None:
    short, long = sorted(size)
    if short * long > MAX_PIXELS:
        return Rejection.TOO_MANY_PIXELS
    if short < MIN_SIDE:
        return Rejection.TOO_SMALL
    return Rejection.TOO_LONG if long > short * MAX_RATIO else None


def _encode(image: Image.Image, max_side: int) -> Shrunk:
    image.draft("RGB", (max_side, max_side))  # JPEG decodes at a fraction of its size
    upright = _upright(image)
    if upright.mode in ("1", "P", "PA"):  # a palette cannot be scaled smoothly
        upright = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    upright.thumbnail((max_side, max_side), Image.Resampling.LANCZOS)
    flat = _on_white(upright)
    out = io.BytesIO()
    flat.save(out, "JPEG", quality=JPEG_QUALITY, optimize=True, progressive=True)
    return Shrunk(jpeg=out.getvalue(), width=flat.width, height=flat.height)


def _upright(image: Image.Image) -> Image.Image:
    """Turned as its EXIF says; as it is where that cannot be read."""
    try:
        return ImageOps.exif_transpose(image)
    except Exception:
        return image


def _on_white(image: Image.Image) -> Image.Image:
    """A fresh RGB picture: nothing of the old one's metadata, profile or transparency is left."""
    flat = Image.new("RGB", image.size, "white")
    if image.has_transparency_data:
        layer = image.convert("RGBA")
        flat.paste(layer, mask=layer)
    else:
        flat.paste(image.convert("RGB"))
    return flat
