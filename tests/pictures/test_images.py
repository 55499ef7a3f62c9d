"""Which bytes become a picture, and what is left of them."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from bot.models.pictures import MIN_SIDE, PictureRejected, Rejection, Shrunk
from bot.pictures.images import shrink


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def a_picture(
    width: int = 400, height: int = 300, *, mode: str = "RGB", color: Any = "teal", other: Any = "white"
) -> Image.Image:
    """One colour, but for its lower right quarter."""
    image = Image.new(mode, (width, height), color)
    image.paste(other, (width // 2, height // 2, width, height))
    return image


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


def colour(image: Image.Image, at: tuple[int, int]) -> tuple[int, ...]:
    """The colour of a pixel, a number for each channel."""
    found = image.getpixel(at)
    assert isinstance(found, tuple)
    return found


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_the_formats_of_the_web_become_a_jpeg(kind: str) -> None:
    image = opened(shrink(encoded(a_picture(), kind)))
    assert image.size == (400, 300)
    assert all(abs(got - wanted) < 6 for got, wanted in zip(colour(image, (9, 9)), (0, 128, 128), strict=True))


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
        ((728, 120), Rejection.TOO_LONG),
        ((160, 600), Rejection.TOO_SMALL),
        ((400, 8100), Rejection.TOO_LONG),
        ((8000, 6000), Rejection.TOO_MANY_PIXELS),
        ((20_000, 20_000), Rejection.TOO_MANY_PIXELS),
    ],
)
def test_icons_banners_columns_and_giants_are_refused_by_their_header(size: tuple[int, int], reason: Rejection) -> None:
    assert shrink(a_png_header(*size)) == PictureRejected(reason=reason)


def test_of_a_very_tall_picture_the_head_is_shown() -> None:
    tall = Image.new("RGB", (400, 4000), "navy")
    tall.paste("orange", (0, 0, 400, 250))
    image = opened(shrink(encoded(tall, "PNG")))
    assert image.size == (400, 500)
    assert colour(image, (200, 100))[0] > 200
    assert colour(image, (200, 450))[2] > 100


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP"])
def test_a_picture_of_one_colour_shows_nothing(kind: str) -> None:
    assert shrink(encoded(Image.new("RGB", (300, 200), "lightgrey"), kind)) == PictureRejected(
        reason=Rejection.ONE_COLOUR
    )


def test_the_bytes_say_what_they_are_whatever_their_name() -> None:
    assert shrink(b"<html><title>not found</title>") == PictureRejected(reason=Rejection.NOT_A_PICTURE)
    opened(shrink(encoded(a_picture(), "WEBP")))  # served as image/jpeg more often than not


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
    ("mode", "clear", "opaque", "kind"),
    [
        ("RGBA", (255, 0, 0, 0), (0, 0, 0, 255), "PNG"),
        ("LA", (0, 0), (0, 255), "PNG"),
        ("RGBA", (0, 9, 0, 0), (0, 9, 0, 255), "WEBP"),
    ],
)
def test_what_is_transparent_becomes_white(mode: str, clear: Any, opaque: Any, kind: str) -> None:
    image = opened(shrink(encoded(a_picture(mode=mode, color=clear, other=opaque), kind)))
    assert min(colour(image, (50, 50))) > 250
    assert max(colour(image, (350, 250))) < 20


@pytest.mark.parametrize(
    ("mode", "dark", "bright", "kind"),
    [
        ("1", 0, 1, "PNG"),
        ("L", 0, 255, "PNG"),
        ("P", 0, 255, "PNG"),
        ("CMYK", (0, 0, 0, 255), (0, 0, 0, 0), "JPEG"),
        ("I;16", 0, 65535, "PNG"),
    ],
)
def test_other_colour_modes_become_rgb(mode: str, dark: Any, bright: Any, kind: str) -> None:
    image = a_picture(mode=mode.replace("P", "L"), color=dark, other=bright)
    image = opened(shrink(encoded(image.convert("P") if mode == "P" else image, kind)))
    assert max(colour(image, (50, 50))) < 10
    assert min(colour(image, (350, 250))) > 245


def test_sixteen_bits_are_scaled_and_not_cut_off() -> None:
    image = opened(shrink(encoded(a_picture(mode="I;16", color=128 * 256, other=0), "PNG")))
    assert 120 <= colour(image, (50, 50))[0] <= 136


def test_colours_are_meant_as_the_profile_says() -> None:
    usual = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = usual.replace(b"rXYZ", b"....").replace(b"bXYZ", b"rXYZ").replace(b"....", b"bXYZ")
    image = opened(shrink(encoded(a_picture(color="red"), "PNG", icc_profile=swapped)))
    red, _, blue = colour(image, (50, 50))
    assert blue > 200
    assert red < 60


def test_a_profile_that_cannot_be_read_is_passed_over() -> None:
    assert opened(shrink(encoded(a_picture(), "PNG", icc_profile=b"no profile"))).size == (400, 300)


def test_a_transparent_palette_is_smoothed_on_white() -> None:
    image = a_picture(color="teal", other="black").quantize(2)
    data = encoded(image, "PNG", transparency=image.getpixel((0, 0)))
    assert min(colour(opened(shrink(data)), (9, 9))) > 250


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "AVIF"])
def test_of_an_animation_the_first_frame_that_shows_something_is_taken(kind: str) -> None:
    empty = Image.new("RGB", (400, 300), "black")
    frames = [empty, a_picture(color="red"), a_picture(color="blue")]
    data = encoded(frames[0], kind, save_all=True, append_images=frames[1:])
    red, green, blue = colour(opened(shrink(data)), (9, 9))
    assert red > 230
    assert green < 30
    assert blue < 30


def test_an_animation_without_anything_to_see_is_refused() -> None:
    frames = [Image.new("RGB", (400, 300), color) for color in ("black", "grey", "navy")]
    data = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert shrink(data) == PictureRejected(reason=Rejection.ONE_COLOUR)


def a_scene(width: int = 640, height: int = 400) -> Image.Image:
    """Blobs of light, the same in any size."""
    grid = Image.effect_noise((7, 5), 90)
    grid.putdata([(37 * place * place + 91 * place) % 256 for place in range(35)])
    return grid.resize((width, height), Image.Resampling.BICUBIC).convert("RGB")


def look_of(image: Image.Image, kind: str = "JPEG", **options: Any) -> int:
    result = shrink(encoded(image, kind, **options))
    assert isinstance(result, Shrunk)
    assert result.look is not None
    return int(result.look[:16], 16)


def test_the_same_scene_looks_alike_in_other_sizes_and_encodings() -> None:
    first = look_of(a_scene())
    assert (first ^ look_of(a_scene(1600, 1000), "WEBP")).bit_count() <= 3
    assert (first ^ look_of(a_scene(320, 200), quality=40)).bit_count() <= 3
    assert (first ^ look_of(a_scene().rotate(180))).bit_count() > 12


def test_the_mean_colour_is_part_of_the_look() -> None:
    looks = [
        shrink(encoded(a_scene().point(lambda value, share=share: int(value * share)), "PNG")) for share in (1, 0.5)
    ]
    bright, dark = (result.look or "" for result in looks if isinstance(result, Shrunk))
    assert [len(look) for look in (bright, dark)] == [22, 22]
    assert min(bytes.fromhex(bright[16:])) > max(bytes.fromhex(dark[16:])) + 20


def test_a_picture_too_even_to_tell_from_others_has_no_look() -> None:
    chart = Image.new("RGB", (400, 300), "white")
    chart.paste("navy", (20, 200, 60, 280))
    result = shrink(encoded(chart, "PNG"))
    assert isinstance(result, Shrunk)
    assert result.look is None


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 3), st.integers(0, 2000), st.binary(min_size=1, max_size=40))
def test_damaged_bytes_never_raise(kind: int, place: int, damage: bytes) -> None:
    data = bytearray(SAMPLES[kind])
    place %= len(data)
    data[place : place + len(damage)] = damage
    assert isinstance(shrink(bytes(data)), Shrunk | PictureRejected)


SAMPLES = [encoded(Image.effect_noise((120, 110), 50), kind) for kind in ("JPEG", "PNG", "WEBP", "GIF")]
