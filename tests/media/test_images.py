"""Which bytes become a picture, and what is left of them."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from bot.media.images import MIN_SIDE, PictureRejected, Rejection, Shrunk, shrink


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def a_picture(width: int = 400, height: int = 300, *, mode: str = "RGB", color: Any = "teal") -> Image.Image:
    return Image.new(mode, (width, height), color)


def opened(result: Shrunk | PictureRejected) -> Image.Image:
    assert isinstance(result, Shrunk)
    image = Image.open(io.BytesIO(result.jpeg))
    image.load()
    assert image.format == "JPEG"
    assert image.mode == "RGB"
    assert image.size == (result.width, result.height)
    return image


def a_png_header(width: int, height: int) -> bytes:
    """A PNG that claims a size and holds no pixels."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = (struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body)) for body in (head, b"IDAT"))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_the_formats_of_the_web_become_a_jpeg(kind: str) -> None:
    image = opened(shrink(encoded(a_picture(), kind)))
    assert image.size == (400, 300)
    assert all(abs(got - wanted) < 6 for got, wanted in zip(image.getpixel((9, 9)), (0, 128, 128), strict=True))


@pytest.mark.parametrize("kind", ["BMP", "TIFF", "ICO"])
def test_other_formats_are_refused(kind: str) -> None:
    assert shrink(encoded(a_picture(), kind)) == PictureRejected(reason=Rejection.NOT_A_PICTURE)


@pytest.mark.parametrize("data", [b"", b"<html>", b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'/>"])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    assert shrink(data) == PictureRejected(reason=Rejection.NOT_A_PICTURE)


def test_a_large_picture_is_shrunk_to_its_longer_side() -> None:
    assert opened(shrink(encoded(a_picture(3000, 2000), "JPEG"))).size == (1280, 853)
    assert opened(shrink(encoded(a_picture(2000, 3000), "PNG"), max_side=600)).size == (400, 600)


def test_a_small_picture_is_not_blown_up() -> None:
    assert opened(shrink(encoded(a_picture(MIN_SIDE, 120), "PNG"))).size == (MIN_SIDE, 120)


@pytest.mark.parametrize(
    ("size", "reason"),
    [
        ((1, 1), Rejection.TOO_SMALL),
        ((MIN_SIDE - 1, 500), Rejection.TOO_SMALL),
        ((2200, 100), Rejection.TOO_LONG),
        ((100, 2200), Rejection.TOO_LONG),
        ((8000, 6000), Rejection.TOO_MANY_PIXELS),
        ((20_000, 20_000), Rejection.TOO_MANY_PIXELS),
    ],
)
def test_icons_strips_and_giants_are_refused_by_their_header(size: tuple[int, int], reason: Rejection) -> None:
    assert shrink(a_png_header(*size)) == PictureRejected(reason=reason)


def test_a_bomb_that_pillow_refuses_is_refused() -> None:
    assert isinstance(shrink(a_png_header(60_000, 60_000)), PictureRejected)


def test_a_truncated_picture_is_refused() -> None:
    data = encoded(Image.effect_noise((400, 300), 90), "JPEG")
    assert shrink(data[: len(data) // 2]) == PictureRejected(reason=Rejection.BROKEN)


def test_the_camera_s_turn_is_carried_out_and_its_data_dropped() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010E] = "secret place"
    data = encoded(a_picture(400, 300), "JPEG", exif=exif, comment=b"secret")
    result = shrink(data)
    image = opened(result)
    assert image.size == (300, 400)
    assert not image.getexif()
    assert isinstance(result, Shrunk)
    assert b"secret" not in result.jpeg


def test_a_turn_that_cannot_be_read_leaves_the_picture_as_it_is() -> None:
    data = encoded(a_picture(400, 300), "JPEG", exif=b"Exif\x00\x00MM\x00\x2a\x00\x00")
    assert opened(shrink(data)).size == (400, 300)


def test_text_chunks_of_a_png_are_dropped() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", "secret")
    result = shrink(encoded(a_picture(), "PNG", pnginfo=info))
    assert isinstance(result, Shrunk)
    assert b"secret" not in result.jpeg


@pytest.mark.parametrize(
    ("mode", "color", "kind"), [("RGBA", (255, 0, 0, 0), "PNG"), ("LA", (0, 0), "PNG"), ("RGBA", (0, 9, 0, 0), "WEBP")]
)
def test_what_is_transparent_becomes_white(mode: str, color: Any, kind: str) -> None:
    image = opened(shrink(encoded(a_picture(mode=mode, color=color), kind)))
    assert min(image.getpixel((50, 50))) > 250


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK", "I;16"])
def test_other_colour_modes_become_rgb(mode: str) -> None:
    image = a_picture(mode="RGB").convert("P") if mode == "P" else a_picture(mode=mode, color=0)
    opened(shrink(encoded(image, "JPEG" if mode == "CMYK" else "PNG")))


def test_a_transparent_palette_is_smoothed_on_white() -> None:
    image = a_picture().quantize(2)
    data = encoded(image, "PNG", transparency=image.getpixel((0, 0)))
    assert min(opened(shrink(data)).getpixel((9, 9))) > 250


def test_of_an_animation_the_first_frame_is_taken() -> None:
    frames = [a_picture(color=color) for color in ("red", "blue")]
    data = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])
    red, green, blue = opened(shrink(data)).getpixel((9, 9))
    assert red > 240
    assert green < 16
    assert blue < 16


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 3), st.integers(0, 2000), st.binary(min_size=1, max_size=40))
def test_damaged_bytes_never_raise(kind: int, place: int, damage: bytes) -> None:
    data = bytearray(SAMPLES[kind])
    place %= len(data)
    data[place : place + len(damage)] = damage
    assert isinstance(shrink(bytes(data)), Shrunk | PictureRejected)


SAMPLES = [encoded(Image.effect_noise((120, 110), 50), kind) for kind in ("JPEG", "PNG", "WEBP", "GIF")]
