"""Scenes of people's days: streets, shops, stages and games."""

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


def lanterns(canvas: Canvas) -> None:
    """Paper lanterns over a river at night."""
    colours = canvas.palette
    canvas.gradient(colours.top, colours.low)
    canvas.stars(110, below=260)
    canvas.hills(430, 50, colours.mid)
    canvas.gradient(colours.near, colours.dark, upper=470)
    spots = [(canvas.random.uniform(60, 1140), canvas.random.uniform(60, 400)) for _ in range(9)]
    for x, y in [*spots, (330, 230), (700, 170), (950, 270)]:
        size = 20 + y / 14
        canvas.line([(x, y - size * 1.4), (x, y - size * 2.6)], colours.dark, width=2)
        canvas.glow((x, y), size * 4, colours.accent, strength=0.55)
        canvas.disc((x, y), size, colours.accent, flat=1.18)
        canvas.disc((x, y), size * 0.52, mix(colours.accent, colours.light, 0.75), flat=1.9)
        canvas.box((x - size * 0.42, y - size * 1.28), (size * 0.84, size * 0.2), colours.dark, radius=2)
        canvas.box((x - size * 0.42, y + size * 1.1), (size * 0.84, size * 0.2), colours.dark, radius=2)
    for _ in range(16):
        x, y = canvas.random.uniform(40, 1160), canvas.random.uniform(510, 650)
        size = (y - 440) / 6
        canvas.glow((x, y - size * 0.4), size * 3, colours.accent, strength=0.6)
        canvas.shape(
            [
                (x - size, y - size * 0.3),
                (x + size, y - size * 0.3),
                (x + size * 0.6, y + size * 0.2),
                (x - size * 0.6, y + size * 0.2),
            ],
            colours.light,
        )
        canvas.shape(
            [(x, y - size), (x + size * 0.35, y - size * 0.3), (x - size * 0.35, y - size * 0.3)], colours.accent
        )


def concert(canvas: Canvas) -> None:
    """A stage of pipes under coloured light, seen over the audience's heads."""
    colours = canvas.palette
    canvas.gradient(colours.dark, colours.near)
    for x, lean in ((220, 160), (480, 60), (720, -60), (980, -160)):
        beam = mix(colours.near, colours.accent if x in (220, 720) else colours.light, 0.3)
        canvas.shape([(x - 12, 0), (x + 12, 0), (x + lean + 130, 480), (x + lean - 130, 480)], beam)
        canvas.disc((x, 8), 26, colours.light)
    for pipe in range(19):
        x = 270 + pipe * 36
        high = 130 + 150 * abs(math.cos((pipe - 9) / 9 * 1.35))
        canvas.box((x, 470 - high), (24, high), mix(colours.accent, colours.light, 0.25 + 0.5 * (pipe % 2)), radius=6)
        canvas.disc((x + 12, 470 - high), 12, colours.dark, flat=0.5)
    canvas.box((150, 466), (900, 46), mix(colours.accent, colours.dark, 0.5), radius=4)
    for x in (330, 470, 600, 730, 870):
        person(canvas, (x, 470), 1.0, mix(colours.mid, colours.light, 0.3))
    for row in range(3):
        for seat in range(17):
            spot = (seat * 74 + (row % 2) * 37, 570 + row * 46 + canvas.random.uniform(-6, 6))
            canvas.disc(spot, 27, mix(colours.dark, colours.near, 0.45 - row * 0.2))
            canvas.disc((spot[0], spot[1] + 54), 44, mix(colours.dark, colours.near, 0.45 - row * 0.2))


def books(canvas: Canvas) -> None:
    """Shelves of books by the sea, and a reader's lamp."""
    colours = canvas.palette
    canvas.gradient(mix(colours.far, colours.low, 0.3), colours.low)
    shades = (
        colours.accent,
        colours.mid,
        colours.near,
        colours.far,
        colours.light,
        mix(colours.accent, colours.dark, 0.4),
    )
    for shelf in range(3):
        y = 40 + shelf * 205
        canvas.box((40, y), (1120, 186), mix(colours.near, colours.dark, 0.6), radius=6)
        x = 54.0
        while x < 1120:
            wide, high = canvas.random.uniform(22, 48), canvas.random.uniform(110, 166)
            tint = canvas.random.choice(shades)
            if canvas.random.random() < 0.1 and x < 1040:
                canvas.shape([(x, y + 186), (x + 30, y + 186), (x + 84, y + 54), (x + 54, y + 44)], tint)
                x += 88
                continue
            wide = min(wide, 1146 - x)
            canvas.box((x, y + 186 - high), (wide, high), tint, radius=3)
            canvas.box((x, y + 186 - high + 16), (wide, 6), mix(tint, colours.light, 0.5))
            canvas.box((x, y + 160), (wide, 6), mix(tint, colours.light, 0.5))
            x += wide + 3
        canvas.box((30, y + 186), (1140, 16), colours.dark, radius=4)
    canvas.glow((600, 340), 420, colours.light, strength=0.3)


def pitch(canvas: Canvas) -> None:
    """A floodlit playing field seen from the stands."""
    colours = canvas.palette
    canvas.gradient(colours.top, mix(colours.low, colours.far, 0.4))
    canvas.box((0, 210), (WIDTH, 130), colours.dark)
    for _ in range(520):
        spot = (canvas.random.uniform(0, WIDTH), canvas.random.uniform(220, 326))
        canvas.disc(spot, 5, mix(canvas.random.choice((colours.accent, colours.light, colours.far)), colours.dark, 0.3))
    grass = (72, 160, 92)
    for stripe in range(10):
        left, right = (stripe - 5) / 5, (stripe - 4) / 5
        tint = mix(grass, (40, 118, 70), stripe % 2)
        canvas.shape(
            [
                (600 + left * 620, 335),
                (600 + right * 620, 335),
                (600 + right * 1150, HEIGHT),
                (600 + left * 1150, HEIGHT),
            ],
            tint,
        )
    white = (244, 250, 244)
    canvas.line([(40, 344), (1160, 344)], white, width=4)
    canvas.line([(0, 470), (WIDTH, 470)], white, width=5)
    canvas.ring((600, 470), 190, white, width=5, flat=0.36)
    canvas.disc((600, 470), 9, white, flat=0.6)
    for x in (110, 1090):
        canvas.line([(x, 215), (x, 60)], colours.dark, width=9)
        canvas.glow((x, 50), 220, colours.light, strength=0.8)
        for lamp in range(6):
            canvas.disc((x - 34 + (lamp % 3) * 34, 38 + (lamp // 3) * 26), 12, colours.light)
    places = ((330, 420), (470, 530), (760, 420), (860, 560), (1000, 470), (220, 570))
    for number, (x, y) in enumerate(places):
        person(
            canvas,
            (x + canvas.random.uniform(-30, 30), y),
            0.45 + (y - 400) / 400,
            colours.light if number % 2 else colours.accent,
        )
    canvas.disc((640, 585), 16, white)


def runner(canvas: Canvas) -> None:
    """A runner on a road through dunes."""
    colours = canvas.palette
    sky(canvas, sun=(850, 240), radius=92, clouds=0)
    canvas.hills(420, 44, colours.far)
    canvas.hills(490, 36, mix(colours.far, colours.mid, 0.6))
    canvas.hills(560, 26, colours.mid)
    canvas.box((0, 590), (WIDTH, 90), colours.near)
    for x in range(-20, WIDTH, 120):
        canvas.box((x, 630), (64, 8), colours.light, radius=4)
    skin, shirt = mix(colours.dark, colours.accent, 0.35), colours.accent
    for x, size in ((230, 0.5), (330, 0.55), (600, 1.25)):
        ground = 606

        def at(dx: float, dy: float, x: float = x, size: float = size, ground: float = ground) -> Point:
            return x + dx * size, ground + dy * size

        canvas.disc(at(5, 4), 80 * size, mix(colours.near, colours.dark, 0.5), flat=0.1)
        canvas.line([at(0, -130), at(52, -96), at(36, -40), at(58, -36)], skin, width=19 * size)
        canvas.line([at(0, -130), at(-20, -74), at(-72, -56), at(-82, -76)], skin, width=19 * size)
        canvas.line([at(16, -226), at(-34, -192), at(-4, -160)], skin, width=14 * size)
        canvas.line([at(0, -128), at(18, -226)], shirt, width=42 * size)
        canvas.line([at(18, -226), at(44, -180), at(84, -206)], skin, width=14 * size)
        canvas.disc(at(30, -266), 25 * size, skin)
        canvas.line([at(8, -276), at(54, -270)], colours.light, width=8 * size)


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
