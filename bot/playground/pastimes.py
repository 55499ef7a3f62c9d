"""Scenes of what people do for pleasure: books, music, lanterns and games."""

from __future__ import annotations

import math

from bot.playground.drawing import HEIGHT, WIDTH, Canvas, Point, mix
from bot.playground.landscapes import sky
from bot.playground.townscapes import person


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
