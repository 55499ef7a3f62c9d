"""Checks picture bytes and makes a JPEG that Telegram accepts (pure). Rejects icons, banners and broken pictures.

The format is detected from the bytes, not from name or type. Limits of Telegram's photos: width + height <= 10,000,
ratio <= 20, 10 MB. https://core.telegram.org/bots/api#sendphoto
"""

from __future__ import annotations

import io
import warnings
from contextlib import suppress

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from bot.models.pictures import (
    MAX_SIDE,
    MAX_TALL_RATIO,
    MAX_WIDE_RATIO,
    MIN_SIDE,
    PictureRejected,
    Rejection,
    Shrunk,
)
from bot.pictures.png import is_whole

MAX_PIXELS = 40_000_000
TALL_RATIO = 2.5  # taller ones are cut to their head: as a whole they would fill screens, and nobody could read them
HEAD_RATIO = 1.25  # height to width of such a head
MIN_TALL_WIDTH = 300  # a narrower one is a column of advertising
MAX_FRAMES = 12  # of an animation, looked at for one that shows something
ONE_COLOUR = 10  # of 255: the greatest difference within a picture that shows nothing
LEAST_BITS = 10  # set, and unset, in a perceptual hash: with fewer it does not tell pictures apart
JPEG_QUALITY = 82
_MISSING_GREY = tuple((low, high) for low in (127, 128) for high in (low, 128))
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")


def shrink(data: bytes, *, max_side: int = MAX_SIDE) -> Shrunk | PictureRejected:
    """The picture as a JPEG of at most `max_side` pixels a side, never enlarged.

    The header is checked before anything is decoded. Uses the first frame of an animation that is not empty, and the
    top of a very tall picture.
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
            if image.format == "PNG" and not is_whole(data):
                return PictureRejected(reason=Rejection.BROKEN)
            try:
                flat = _flat(image, max_side)
            except Exception:  # decoders of foreign bytes raise nearly anything
                return PictureRejected(reason=Rejection.BROKEN)
            if image.format == "JPEG" and _ends_grey(flat):
                return PictureRejected(reason=Rejection.BROKEN)
    return PictureRejected(reason=Rejection.ONE_COLOUR) if _is_one_colour(flat) else _encoded(flat)


def looks(image: Image.Image) -> str | None:
    """The perceptual hash (dHash) of a picture, 22 hexadecimal digits: alike for pictures that look alike.

    64 bits say where it grows brighter from left to right, on a grid of 9 x 8; then follow its mean red, green and
    blue. None for one that is too even to tell it from others, as charts on white are. http://www.hackerfactor.com/blog/index.php?/archives/529-Kind-of-Like-That.html
    """
    grey = image.convert("L").resize((9, 8), Image.Resampling.BOX).tobytes()
    bits = (grey[9 * row + column] < grey[9 * row + column + 1] for row in range(8) for column in range(8))
    look = sum(bit << position for position, bit in enumerate(bits))
    if not LEAST_BITS <= look.bit_count() <= 64 - LEAST_BITS:
        return None
    return f"{look:016x}{image.resize((1, 1), Image.Resampling.BOX).tobytes().hex()}"


def _problem(size: tuple[int, int]) -> Rejection | None:
    width, height = size
    if width * height > MAX_PIXELS:
        return Rejection.TOO_MANY_PIXELS
    if min(width, height) < MIN_SIDE:
        return Rejection.TOO_SMALL
    if width > height * MAX_WIDE_RATIO or height > width * MAX_TALL_RATIO:
        return Rejection.TOO_LONG
    return Rejection.TOO_SMALL if height > width * TALL_RATIO and width < MIN_TALL_WIDTH else None


def _flat(image: Image.Image, max_side: int) -> Image.Image:
    """Upright, cut, small, in sRGB: everything but its encoding."""
    image.draft("RGB", (max_side, max_side))  # JPEG decodes at a fraction of its size
    _seek_something(image)
    with suppress(Exception):  # a rotation that cannot be read leaves the picture as it is
        ImageOps.exif_transpose(image, in_place=True)
    smooth = _smooth_mode(image)
    if smooth.height > smooth.width * TALL_RATIO:
        smooth = smooth.crop((0, 0, smooth.width, round(smooth.width * HEAD_RATIO)))
    smooth.thumbnail((max_side, max_side), Image.Resampling.LANCZOS)
    return _on_white(smooth)


def _seek_something(image: Image.Image) -> None:
    """Go to the first frame that shows something: many animations begin with an empty one."""
    frames = min(getattr(image, "n_frames", 1), MAX_FRAMES)
    if frames < 2:
        return
    for frame in range(frames):
        image.seek(frame)
        if not _is_one_colour(image.convert("RGB")):
            return
    image.seek(0)


def _is_one_colour(image: Image.Image) -> bool:
    """Whether a picture in RGB shows nothing: a placeholder, a spacer, an empty frame."""
    counts = image.histogram()
    bands = (counts[start : start + 256] for start in range(0, len(counts), 256))
    used = ([value for value, count in enumerate(band) if count] for band in bands)
    return all(values[-1] - values[0] <= ONE_COLOUR for values in used)


def _ends_grey(image: Image.Image) -> bool:
    """Whether the lower quarter of a JPEG is the grey that stands for what is missing, and the rest is not."""
    lower = image.crop((0, image.height * 3 // 4, image.width, image.height)).getextrema()
    return all(band in _MISSING_GREY for band in lower) and not _is_one_colour(image)


def _smooth_mode(image: Image.Image) -> Image.Image:
    """In a mode that can be scaled smoothly: no palette, eight bits."""
    if image.mode in ("1", "P", "PA"):
        return image.convert("RGBA" if image.has_transparency_data else "RGB")
    if image.mode.startswith("I"):  # 16 bits a pixel; Pillow would cut off what is brighter than 255
        return image.convert("I").point(lambda value: value / 256).convert("L")
    return image


def _on_white(image: Image.Image) -> Image.Image:
    """A fresh RGB picture: nothing of the old one's metadata, profile or transparency is left."""
    flat = Image.new("RGB", image.size, "white")
    if image.has_transparency_data:
        layer = image.convert("RGBA")
        flat.paste(layer, mask=layer)
    else:
        flat.paste(_in_srgb(image))
    return flat


def _in_srgb(image: Image.Image) -> Image.Image:
    """The colours as its profile means them (print, wide gamut); as they stand where it has none that can be read."""
    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "CMYK"):
        with suppress(ImageCms.PyCMSError, OSError, ValueError, TypeError):
            meant = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            ImageCms.profileToProfile(image, meant, ImageCms.createProfile("sRGB"), outputMode="RGB", inPlace=True)
    return image.convert("RGB")


def _encoded(flat: Image.Image) -> Shrunk:
    out = io.BytesIO()
    flat.save(out, "JPEG", quality=JPEG_QUALITY, optimize=True, progressive=True)
    return Shrunk(jpeg=out.getvalue(), width=flat.width, height=flat.height, look=looks(flat))
