"""Scenes under an open sky: water, hills, and what people build there."""

from __future__ import annotations

import math

from bot.playground.drawing import HEIGHT, WIDTH, Canvas, Point, mix


def sky(canvas: Canvas, *, sun: Point | None = None, radius: float = 62, clouds: int = 3) -> None:
    """A gradient with a sun (or moon) and clouds at random places."""
    colours = canvas.palette
    canvas.gradient(colours.top, colours.low)
    if sun:
        canvas.glow(sun, radius * 4.5, colours.light, strength=0.55)
        canvas.disc(sun, radius, colours.light)
    for _ in range(clouds):
        spot = (canvas.random.uniform(60, WIDTH - 60), canvas.random.uniform(60, 230))
        canvas.cloud(spot, canvas.random.uniform(50, 105), mix(colours.low, colours.light, 0.55))


def sea(canvas: Canvas, horizon: float) -> None:
    """Water from the horizon down, with glints."""
    colours = canvas.palette
    canvas.gradient(mix(colours.mid, colours.low, 0.35), colours.near, upper=horizon)
    for _ in range(46):
        y = canvas.random.uniform(horizon + 8, HEIGHT)
        width = (y - horizon) * canvas.random.uniform(0.1, 0.5) + 12
        x = canvas.random.uniform(-40, WIDTH)
        tint = mix(colours.mid, colours.light, canvas.random.uniform(0.1, 0.4))
        canvas.box((x, y), (width, 3), tint, radius=1.5)


def towers(canvas: Canvas, ground: float, *, tallest: float = 230, lit: float = 0.4) -> None:
    """A row of buildings standing on a height, some windows lit."""
    colours = canvas.palette
    x = -20.0
    while x < WIDTH:
        wide, high = canvas.random.uniform(46, 96), canvas.random.uniform(0.3, 1) * tallest
        body = mix(colours.far, colours.mid, canvas.random.random())
        canvas.box((x, ground - high), (wide, high + 4), body)
        for row in range(int(high // 26)):
            for column in range(int(wide // 20)):
                if canvas.random.random() < lit:
                    canvas.box((x + 8 + column * 20, ground - high + 10 + row * 26), (8, 12), colours.accent, radius=1)
        x += wide + canvas.random.uniform(0, 10)


def bridge(canvas: Canvas) -> None:
    """A suspension bridge over a strait."""
    colours = canvas.palette
    sky(canvas, sun=(canvas.random.uniform(320, 880), 300))
    canvas.hills(430, 50, colours.far)
    sea(canvas, 450)
    deck, piers = 430, (330, 870)
    for left, right in ((-210, 330), (330, 870), (870, 1410)):
        steps = [left + (right - left) * part / 30 for part in range(31)]
        sag = [(x, 190 + 215 * (1 - ((2 * (x - left) / (right - left)) - 1) ** 2)) for x in steps]
        canvas.line(sag, colours.dark, width=6)
        for x, y in sag[::2]:
            canvas.line([(x, y), (x, deck)], colours.dark, width=2)
    canvas.box((-10, deck), (WIDTH + 20, 16), colours.accent)
    for x in piers:
        canvas.box((x - 20, 180), (13, 380), colours.dark)
        canvas.box((x + 8, 180), (13, 380), colours.dark)
        for y in (200, 290, 380):
            canvas.box((x - 20, y), (41, 11), colours.dark)
        canvas.box((x - 38, 545), (78, 30), colours.dark, radius=8)


def harbour(canvas: Canvas) -> None:
    """A ferry before a lit town."""
    colours = canvas.palette
    sky(canvas, sun=(930, 130), radius=42, clouds=2)
    canvas.stars(60, below=200)
    canvas.hills(360, 60, mix(colours.far, colours.low, 0.4))
    towers(canvas, 430)
    sea(canvas, 428)
    x, y = canvas.random.uniform(300, 480), 500
    canvas.shape([(x, y), (x + 430, y), (x + 380, y + 66), (x + 46, y + 66)], colours.dark)
    canvas.box((x + 8, y + 14), (410, 9), colours.accent)
    canvas.box((x + 60, y - 48), (290, 48), colours.light, radius=6)
    canvas.box((x + 110, y - 88), (170, 40), colours.light, radius=6)
    canvas.box((x + 210, y - 138), (42, 52), colours.accent, radius=4)
    for window in range(8):
        canvas.box((x + 78 + window * 33, y - 34), (18, 18), colours.mid, radius=4)
    canvas.line([(x - 40, y + 74), (x + 480, y + 74)], mix(colours.light, colours.mid, 0.4), width=4)


def mountains(canvas: Canvas) -> None:
    """Snowy peaks, hills and terraces below a low sun."""
    colours = canvas.palette
    sky(canvas, sun=(canvas.random.uniform(250, 950), 200), radius=72)
    for x, y, size in ((180, 250, 300), (520, 150, 420), (960, 200, 380)):
        canvas.shape([(x, y), (x + size, y + size * 1.05), (x - size, y + size * 1.05)], colours.far)
        side = [(x, y), (x + size, y + size * 1.05), (x + size * 0.2, y + size * 1.05), (x - 12, y + 150)]
        canvas.shape(side, mix(colours.far, colours.mid, 0.55))
        snow = [(x, y), (x + 76, y + 80), (x + 38, y + 70), (x + 8, y + 104), (x - 30, y + 70), (x - 76, y + 80)]
        canvas.shape(snow, colours.light)
    for step in range(5):
        shade = mix(colours.mid, colours.dark, step / 5)
        canvas.hills(450 + step * 46, 30, shade, waves=1.6)


def volcano(canvas: Canvas) -> None:
    """A smoking cone behind dark woods."""
    colours = canvas.palette
    sky(canvas, clouds=2)
    for step in range(9):
        spot = (600 + step * 26 + canvas.random.uniform(-18, 18), 190 - step * 22)
        canvas.disc(spot, 34 + step * 9, mix(colours.far, colours.low, 0.25 + step * 0.06))
    canvas.glow((600, 230), 190, colours.accent, strength=0.9)
    cone = [(555, 222), (645, 222), (760, 400), (1010, 600), (190, 600), (440, 400)]
    canvas.shape(cone, colours.near)
    canvas.shape([(645, 222), (760, 400), (1010, 600), (640, 600), (615, 300)], mix(colours.near, colours.dark, 0.5))
    for points in ([(580, 222), (590, 300), (560, 380)], [(620, 222), (628, 330), (670, 430)]):
        canvas.line(points, colours.accent, width=9)
    canvas.disc((600, 224), 45, colours.accent, flat=0.22)
    canvas.hills(560, 26, colours.dark)
    for _ in range(70):
        x, base = canvas.random.uniform(0, WIDTH), canvas.random.uniform(580, 690)
        canvas.shape([(x, base - 70), (x + 22, base), (x - 22, base)], mix(colours.dark, colours.near, 0.25))


def village(canvas: Canvas) -> None:
    """Houses on a slope, and a glider above."""
    colours = canvas.palette
    sky(canvas, sun=(220, 170))
    canvas.hills(330, 90, colours.far)
    canvas.hills(420, 60, colours.mid)
    canvas.hills(520, 30, colours.near)
    for place in range(9):
        x, y = 60 + place * 128 + canvas.random.uniform(-14, 14), 500 + canvas.random.uniform(-26, 70)
        wall = mix(colours.light, colours.low, canvas.random.random() * 0.6)
        canvas.box((x, y), (92, 74), wall)
        canvas.shape([(x - 12, y), (x + 46, y - 50), (x + 104, y)], colours.accent if place % 2 else colours.dark)
        canvas.box((x + 36, y + 34), (22, 40), colours.dark, radius=3)
        canvas.box((x + 12, y + 18), (16, 16), colours.mid, radius=2)
    canvas.shape([(690, 206), (980, 172), (984, 180), (720, 222)], colours.light)
    canvas.shape([(690, 206), (470, 214), (470, 220), (700, 222)], mix(colours.light, colours.mid, 0.3))
    canvas.disc((705, 214), 70, colours.light, flat=0.17)
    canvas.shape([(765, 212), (800, 178), (812, 178), (790, 216)], colours.accent)


def farm(canvas: Canvas) -> None:
    """Rows of trees running to the horizon."""
    colours = canvas.palette
    sky(canvas, sun=(canvas.random.uniform(480, 720), 280), radius=80)
    canvas.hills(360, 44, colours.far)
    canvas.box((0, 395), (WIDTH, HEIGHT), mix(colours.mid, colours.low, 0.35))
    for row in range(-9, 10):
        foot = [(600 + row * 12, 395), (600 + row * 150 - 34, HEIGHT), (600 + row * 150 + 34, HEIGHT)]
        canvas.shape(foot, mix(colours.mid, colours.near, 0.6))
    for depth in range(9):
        y = 412 + depth**1.75 * 6.4
        size = 9 + depth * 7.4
        for row in range(-9, 10):
            x = 600 + row * (12 + (y - 395) * 0.49)
            canvas.box((x - size * 0.09, y), (size * 0.18, size * 0.8), colours.dark)
            canvas.disc((x, y - size * 0.15), size * 0.66, colours.near, flat=0.8)
            canvas.disc((x - size * 0.15, y - size * 0.3), size * 0.4, mix(colours.near, colours.light, 0.16), flat=0.8)


def lighthouse(canvas: Canvas) -> None:
    """A lighthouse on a rock, its beam over the sea."""
    colours = canvas.palette
    sky(canvas, clouds=2)
    canvas.stars(90, below=300)
    sea(canvas, 440)
    beam = mix(colours.low, colours.light, 0.5)
    canvas.shape([(800, 186), (-20, 60), (-20, 250)], mix(colours.top, beam, 0.5))
    canvas.shape([(800, 186), (1220, 120), (1220, 250)], mix(colours.top, beam, 0.4))
    canvas.glow((800, 186), 150, colours.light, strength=0.9)
    canvas.shape([(520, 560), (640, 470), (960, 455), (1100, 520), (1230, 560), (1230, 700), (420, 700)], colours.dark)
    canvas.shape([(770, 215), (830, 215), (856, 470), (744, 470)], colours.light)
    for low, high in ((0.15, 0.35), (0.55, 0.75)):
        left, right = (770 - 26 * low, 770 - 26 * high), (830 + 26 * low, 830 + 26 * high)
        top, foot = 215 + 255 * low, 215 + 255 * high
        canvas.shape([(left[0], top), (right[0], top), (right[1], foot), (left[1], foot)], colours.accent)
    canvas.box((758, 206), (84, 12), colours.dark, radius=4)
    canvas.box((778, 166), (44, 42), colours.light, radius=4)
    canvas.shape([(768, 168), (800, 134), (832, 168)], colours.accent)


def sailing(canvas: Canvas) -> None:
    """Sails on the open sea."""
    colours = canvas.palette
    sky(canvas, sun=(960, 150), radius=54, clouds=4)
    canvas.hills(410, 30, colours.far)
    sea(canvas, 420)
    for x, y, size in ((220, 450, 0.5), (930, 470, 0.7), (520, 560, 1.35)):
        hull = [
            (x - 120 * size, y),
            (x + 130 * size, y),
            (x + 86 * size, y + 42 * size),
            (x - 92 * size, y + 42 * size),
        ]
        canvas.shape(hull, colours.dark)
        canvas.line([(x, y), (x, y - 290 * size)], colours.dark, width=7 * size)
        canvas.shape([(x + 8, y - 285 * size), (x + 118 * size, y - 18 * size), (x + 8, y - 18 * size)], colours.light)
        canvas.shape([(x - 8, y - 250 * size), (x - 92 * size, y - 18 * size), (x - 8, y - 18 * size)], colours.accent)


def whale(canvas: Canvas) -> None:
    """A whale's back and flukes in the evening sea."""
    colours = canvas.palette
    sky(canvas, sun=(300, 360), radius=80)
    canvas.hills(400, 46, colours.far)
    sea(canvas, 410)
    body = mix(colours.dark, colours.near, 0.3)
    hump = [(430 + step * 10, 540 - 104 * math.sin(step / 42 * math.pi) ** 0.7) for step in range(43)]
    canvas.shape(hump, body)
    canvas.shape([(700, 452), (760, 424), (764, 470)], body)
    tail = [
        (960, 560),
        (944, 470),
        (880, 420),
        (930, 414),
        (972, 446),
        (1012, 408),
        (1066, 412),
        (1002, 468),
        (992, 560),
    ]
    canvas.shape(tail, body)
    for side in (-1, 1):
        spray = [(520, 440), (520 + side * 14, 350), (520 + side * 56, 312), (520 + side * 76, 330)]
        canvas.line(spray, mix(colours.light, colours.low, 0.3), width=9)
    for y, left, right in ((546, 400, 900), (562, 880, 1080), (578, 470, 800)):
        canvas.box((left, y), (right - left, 10), mix(colours.mid, colours.light, 0.35), radius=5)


def turbine(canvas: Canvas) -> None:
    """Wind turbines along a green coast."""
    colours = canvas.palette
    sky(canvas, sun=(200, 160))
    sea(canvas, 430)
    canvas.hills(500, 40, mix(colours.mid, colours.low, 0.2))
    for x, foot, size in ((1010, 490, 0.55), (270, 510, 0.75), (640, 560, 1.25)):
        hub = (x, foot - 300 * size)
        tower = [(x - 5 * size, hub[1]), (x + 5 * size, hub[1]), (x + 12 * size, foot + 60), (x - 12 * size, foot + 60)]
        canvas.shape(tower, colours.light)
        turn = canvas.random.uniform(0, 2)
        for blade in range(3):
            angle = turn + blade * 2.094
            tip = (x + math.cos(angle) * 175 * size, hub[1] + math.sin(angle) * 175 * size)
            side = (math.cos(angle + 1.57) * 11 * size, math.sin(angle + 1.57) * 11 * size)
            third = (x + math.cos(angle) * 40 * size + side[0], hub[1] + math.sin(angle) * 40 * size + side[1])
            canvas.shape([hub, third, tip], mix(colours.light, colours.far, 0.15))
        canvas.disc(hub, 12 * size, colours.accent)
    canvas.hills(600, 34, colours.near)
