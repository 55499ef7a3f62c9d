"""Scenes of people's days: streets, shops and weather."""

from __future__ import annotations

import math

from bot.playground.drawing import HEIGHT, WIDTH, Canvas, Colour, Point, mix
from bot.playground.landscapes import sky, towers


def tram(canvas: Canvas) -> None:
    """A tram before the houses of an old town."""
    colours = canvas.palette
    sky(canvas, sun=(1010, 120), radius=46)
    canvas.hills(330, 60, mix(colours.far, colours.low, 0.4))
    towers(canvas, 520, tallest=300, lit=0.3)
    canvas.box((0, 515), (WIDTH, 200), mix(colours.near, colours.dark, 0.4))
    canvas.line([(0, 262), (WIDTH, 240)], colours.dark, width=3)
    canvas.line([(600, 330), (560, 290), (600, 251)], colours.dark, width=5)
    canvas.box((260, 330), (680, 225), colours.accent, radius=34)
    canvas.box((260, 440), (680, 18), colours.light)
    for window in range(6):
        canvas.box((292 + window * 106, 358), (86, 70), mix(colours.light, colours.low, 0.35), radius=10)
    canvas.box((290, 548), (620, 22), colours.dark, radius=8)
    for wheel in (370, 440, 760, 830):
        canvas.disc((wheel, 572), 22, colours.dark)
        canvas.disc((wheel, 572), 9, colours.mid)
    canvas.disc((292, 500), 13, colours.light)
    canvas.box((0, 594), (WIDTH, 7), mix(colours.light, colours.near, 0.5))
    canvas.box((0, 632), (WIDTH, 7), mix(colours.light, colours.near, 0.6))


def person(canvas: Canvas, foot: Point, size: float, coat: Colour) -> None:
    """A small standing figure."""
    x, y = foot
    canvas.box((x - 11 * size, y - 34 * size), (9 * size, 36 * size), canvas.palette.dark)
    canvas.box((x + 2 * size, y - 34 * size), (9 * size, 36 * size), canvas.palette.dark)
    canvas.box((x - 17 * size, y - 82 * size), (34 * size, 56 * size), coat, radius=13 * size)
    canvas.disc((x, y - 96 * size), 13 * size, mix(canvas.palette.light, canvas.palette.accent, 0.35))


def market(canvas: Canvas) -> None:
    """Stalls under strings of lights."""
    colours = canvas.palette
    canvas.gradient(colours.top, colours.low)
    canvas.stars(80, below=180)
    towers(canvas, 470, tallest=330, lit=0.35)
    canvas.box((0, 465), (WIDTH, 220), mix(colours.near, colours.dark, 0.3))
    for height in (110, 170):
        rope = [(x, height + 60 * math.sin(x / WIDTH * math.pi * 2.5) ** 2) for x in range(0, WIDTH + 20, 20)]
        canvas.line(rope, colours.dark, width=3)
        for x, y in rope[1::3]:
            canvas.glow((x, y + 12), 40, colours.accent, strength=0.5)
            canvas.disc((x, y + 12), 9, colours.light)
    for stall in range(4):
        x = 50 + stall * 290
        canvas.box((x + 12, 400), (216, 150), mix(colours.near, colours.light, 0.12))
        canvas.glow((x + 120, 420), 130, colours.accent, strength=0.5)
        for stripe in range(8):
            tint = colours.light if stripe % 2 else colours.accent
            left = x + stripe * 30
            canvas.shape([(left + 6, 338), (left + 32, 338), (left + 30, 398), (left, 398)], tint)
            canvas.wedge((left + 15, 397), 15, (0, 180), tint)
        canvas.box((x + 4, 480), (232, 76), colours.dark, radius=6)
        for piece in range(7):
            canvas.disc((x + 28 + piece * 31, 474), 14, mix(colours.accent, colours.light, canvas.random.random()))
    for x in (170, 330, 610, 700, 905, 1090):
        person(canvas, (x, 630), 1.15, mix(colours.mid, colours.accent, canvas.random.random()))


def bakery(canvas: Canvas) -> None:
    """A shop window full of bread."""
    colours = canvas.palette
    canvas.gradient(mix(colours.low, colours.far, 0.4), colours.low)
    canvas.box((120, 60), (960, 560), colours.mid, radius=14)
    canvas.box((165, 250), (620, 300), colours.light, radius=8)
    canvas.box((840, 250), (190, 370), colours.near, radius=8)
    canvas.box((862, 275), (146, 180), mix(colours.light, colours.low, 0.3), radius=6)
    canvas.disc((1000, 500), 9, colours.light)
    canvas.box((330, 92), (540, 68), colours.dark, radius=34)
    for loaf in range(9):
        canvas.disc((390 + loaf * 52, 126), 17, colours.accent, flat=0.6)
    for stripe in range(16):
        tint = colours.light if stripe % 2 else colours.accent
        canvas.shape(
            [(150 + stripe * 56, 190), (206 + stripe * 56, 190), (206 + stripe * 56, 250), (150 + stripe * 56, 250)],
            tint,
        )
        canvas.wedge((178 + stripe * 56, 249), 28, (0, 180), tint)
    crust = mix(colours.accent, colours.near, 0.25)
    for shelf in (360, 450, 540):
        canvas.box((180, shelf), (590, 10), colours.near)
        x = 200.0
        while x < 730:
            wide = canvas.random.uniform(26, 46)
            canvas.disc(
                (x + wide, shelf - wide * 0.45),
                wide,
                mix(crust, colours.light, canvas.random.random() * 0.35),
                flat=0.5,
            )
            for cut in (-0.4, 0, 0.4):
                middle = x + wide + cut * wide
                canvas.line(
                    [(middle - 5, shelf - wide * 0.6), (middle + 6, shelf - wide * 0.25)], colours.light, width=3
                )
            x += wide * 2 + 10
    canvas.box((0, 612), (WIDTH, 80), colours.dark)


def rain(canvas: Canvas) -> None:
    """Umbrellas in a wet street."""
    colours = canvas.palette
    canvas.gradient(mix(colours.top, colours.near, 0.3), mix(colours.low, colours.far, 0.5))
    towers(canvas, 480, tallest=330, lit=0.25)
    canvas.gradient(colours.mid, colours.near, upper=475)
    for _ in range(150):
        x, y = canvas.random.uniform(0, WIDTH + 60), canvas.random.uniform(0, HEIGHT)
        canvas.line([(x, y), (x - 9, y + 34)], mix(colours.low, colours.light, 0.4), width=2)
    shades = (colours.accent, colours.light, colours.dark, mix(colours.accent, colours.low, 0.5))
    for place, (x, size) in enumerate(((210, 1.25), (450, 1.6), (720, 1.45), (980, 1.75))):
        foot = 610 + (place % 2) * 26
        canvas.disc((x, foot + 6), 70 * size, mix(colours.near, colours.dark, 0.4), flat=0.12)
        person(canvas, (x, foot), size, mix(colours.near, colours.accent, canvas.random.random() * 0.5))
        top = foot - 112 * size
        canvas.line([(x + 24 * size, foot - 50 * size), (x + 24 * size, top)], colours.dark, width=4)
        canvas.wedge((x + 24 * size, top), 84 * size, (180, 360), shades[place])
        for scallop in range(3):
            canvas.disc(
                (x + (scallop * 56 - 32) * size, top + 1), 28 * size, mix(colours.mid, colours.far, 0.3), flat=0.3
            )
        canvas.line([(x + 24 * size, top - 84 * size), (x + 24 * size, top - 98 * size)], colours.dark, width=4)


def bicycle(canvas: Canvas) -> None:
    """A cargo bike with parcels on a waterfront."""
    colours = canvas.palette
    sky(canvas, sun=(200, 170))
    canvas.hills(400, 40, colours.far)
    towers(canvas, 470, tallest=190, lit=0.2)
    canvas.box((0, 466), (WIDTH, 220), mix(colours.mid, colours.low, 0.35))
    canvas.box((0, 590), (WIDTH, 8), colours.light)
    for x, radius in ((400, 86), (850, 62)):
        canvas.ring((x, 590 - radius), radius, colours.dark, width=11)
        for spoke in range(6):
            angle = spoke * 0.5236
            reach = (math.cos(angle) * radius * 0.9, math.sin(angle) * radius * 0.9)
            canvas.line(
                [(x - reach[0], 590 - radius - reach[1]), (x + reach[0], 590 - radius + reach[1])],
                colours.near,
                width=2,
            )
    frame = [(400, 504), (470, 360), (560, 500), (400, 504)]
    canvas.line(frame, colours.accent, width=13)
    canvas.line([(470, 372), (620, 400), (560, 500), (850, 528)], colours.accent, width=13)
    canvas.line([(466, 372), (458, 336)], colours.dark, width=9)
    canvas.box((424, 322), (74, 18), colours.dark, radius=9)
    canvas.line([(620, 400), (606, 316), (570, 306)], colours.dark, width=10)
    canvas.box((650, 400), (250, 104), colours.near, radius=12)
    for x, y, wide, high in ((668, 330, 96, 74), (770, 350, 110, 54), (700, 274, 78, 58)):
        canvas.box((x, y), (wide, high), mix(colours.accent, colours.light, 0.55), radius=5)
        canvas.box((x + wide * 0.42, y), (wide * 0.14, high), colours.light)
    canvas.disc((560, 500), 20, colours.dark)
