"""The chart of `/stats`."""

from __future__ import annotations

import io

from PIL import Image

from bot.models.pictures import Bars
from bot.pictures.stats_chart import FOOT, ROW_HEIGHT, WIDTH, draw_bars


def colours(png: bytes, area: tuple[int, int, int, int]) -> int:
    """How many pixels of this area are not of the paper's white."""
    with Image.open(io.BytesIO(png)) as image:
        assert image.mode == "P"  # no transparency: the same in light and in dark
        assert image.size == (WIDTH, 2 * ROW_HEIGHT + FOOT)
        part = image.convert("RGB").crop(area)
        return sum(count for count, colour in part.getcolors(100_000) or () if colour != (255, 255, 255))


def test_each_day_has_a_bar_as_high_as_its_value_on_the_scale_of_its_row() -> None:
    days = ["1", "2", "3"]
    rows = [
        Bars(title="Digests", colour="#2f7fc1", values=(0, 10, 20)),
        Bars(title="\U0010fffe", colour="#2f8f5b", values=(1_200_000, 12_345, 0)),  # a title that no font can draw
    ]
    png = draw_bars(rows, days, language="en")
    step = (WIDTH - 80) // 3
    first, second, third = (
        colours(png, (40 + number * step, 66, 40 + (number + 1) * step, 168)) for number in range(3)
    )
    assert first == 0
    assert third > 1.5 * second > 0
    assert colours(png, (72, ROW_HEIGHT + 10, WIDTH, ROW_HEIGHT + 50)) == 0
