"""Scenes of technology and space: planets, observatories, rockets, trains, chips, robots and charts."""

from __future__ import annotations

from bot.playground.drawing import HEIGHT, WIDTH, Canvas, mix
from bot.playground.landscapes import sky, towers


def planet(canvas: Canvas) -> None:
    """A ringed world and its moons."""
    colours = canvas.palette
    canvas.gradient(mix(colours.top, colours.dark, 0.65), mix(colours.near, colours.top, 0.3))
    canvas.stars(240, below=HEIGHT)
    centre = (canvas.random.uniform(540, 680), 350)
    canvas.glow(centre, 400, colours.accent, strength=0.5)
    canvas.disc(centre, 190, colours.accent)
    for step in range(6):
        x, y = centre
        wide = (190**2 - (step * 56 - 140) ** 2) ** 0.5
        band = mix(colours.accent, colours.light if step % 2 else colours.near, 0.35)
        canvas.box((x - wide, y + step * 56 - 146), (wide * 2, 22), band, radius=11)
    ring = mix(colours.light, colours.accent, 0.3)
    for reach, width in ((330, 16), (286, 8)):
        canvas.ring(centre, reach, ring, width=width, flat=0.22)
    # The ring passes behind: the upper half of the planet is drawn again over it.
    canvas.wedge(centre, 189, (180, 360), colours.accent)
    for step in range(3):
        wide = (189**2 - (step * 56 - 140) ** 2) ** 0.5 - 4
        band = mix(colours.accent, colours.light if step % 2 else colours.near, 0.35)
        canvas.box((centre[0] - wide, centre[1] + step * 56 - 146), (wide * 2, 22), band, radius=11)
    for x, y, radius in ((180, 150, 34), (1030, 520, 52), (980, 130, 18)):
        canvas.disc((x, y), radius, mix(colours.light, colours.far, 0.3))
        canvas.disc((x - radius * 0.3, y - radius * 0.2), radius * 0.24, mix(colours.light, colours.mid, 0.5))


def rocket(canvas: Canvas) -> None:
    """A rocket leaving the ground on its flame."""
    colours = canvas.palette
    canvas.gradient(colours.top, colours.low)
    canvas.stars(150, below=360)
    canvas.disc((210, 160), 66, mix(colours.light, colours.far, 0.2))
    for dx, dy, radius in ((-20, -14, 14), (22, 18, 18), (14, -30, 8)):
        canvas.disc((210 + dx, 160 + dy), radius, mix(colours.light, colours.far, 0.5))
    canvas.hills(600, 22, colours.near)
    x = 640
    canvas.glow((x, 470), 260, colours.accent, strength=0.9)
    for step in range(26):
        spot = (x + canvas.random.uniform(-1, 1) * (60 + step * 16), 560 + canvas.random.uniform(0, 90))
        canvas.disc(spot, canvas.random.uniform(34, 66), mix(colours.light, colours.low, canvas.random.random() * 0.7))
    canvas.shape([(x - 42, 400), (x + 42, 400), (x + 16, 520), (x, 590), (x - 16, 520)], colours.accent)
    canvas.shape([(x - 22, 400), (x + 22, 400), (x, 520)], colours.light)
    canvas.shape([(x - 58, 300), (x - 118, 400), (x - 52, 390)], colours.accent)
    canvas.shape([(x + 58, 300), (x + 118, 400), (x + 52, 390)], colours.accent)
    canvas.box((x - 58, 150), (116, 250), colours.light, radius=22)
    canvas.shape([(x - 58, 172), (x - 44, 120), (x, 54), (x + 44, 120), (x + 58, 172)], colours.accent)
    canvas.disc((x, 226), 32, colours.dark)
    canvas.disc((x, 226), 22, mix(colours.far, colours.light, 0.35))
    canvas.box((x - 58, 330), (116, 14), colours.mid)


def train(canvas: Canvas) -> None:
    """A train on a viaduct between hills."""
    colours = canvas.palette
    sky(canvas, sun=(940, 170))
    canvas.hills(330, 80, colours.far)
    canvas.hills(440, 60, colours.mid)
    canvas.hills(600, 30, colours.near)
    stone = mix(colours.light, colours.far, 0.35)
    canvas.box((-10, 416), (WIDTH + 20, 40), stone)
    for arch in range(7):
        x = arch * 200 - 20
        canvas.box((x - 22, 450), (44, 230), stone)
        canvas.arc((x + 100, 560), 112, (180, 360), stone, width=34)
        canvas.shape([(x, 450), (x + 70, 450), (x, 530)], stone)
        canvas.shape([(x, 450), (x - 70, 450), (x, 530)], stone)
    canvas.box((-10, 406), (WIDTH + 20, 12), colours.dark)
    for car in range(4):
        x = 60 + car * 250
        canvas.box(
            (x, 300), (236, 96), colours.accent if car % 2 else mix(colours.accent, colours.dark, 0.3), radius=14
        )
        for window in range(5):
            canvas.box((x + 18 + window * 42, 322), (32, 32), colours.light, radius=5)
        canvas.box((x, 368), (236, 8), colours.light)
        for wheel in (46, 86, 150, 190):
            canvas.disc((x + wheel, 398), 12, colours.dark)
    canvas.shape(
        [(1046, 300), (1080, 300), (1140, 360), (1140, 396), (1046, 396)], mix(colours.accent, colours.dark, 0.3)
    )
    canvas.shape([(1072, 316), (1090, 316), (1116, 346), (1072, 346)], colours.light)


def robot(canvas: Canvas) -> None:
    """A friendly robot at a workbench."""
    colours = canvas.palette
    canvas.gradient(mix(colours.low, colours.far, 0.45), colours.low)
    for shelf in (150, 290):
        canvas.box((60, shelf), (260, 12), colours.mid, radius=4)
        canvas.box((890, shelf), (260, 12), colours.mid, radius=4)
        for place in range(5):
            high = canvas.random.uniform(34, 84)
            tint = canvas.random.choice((colours.far, colours.near, colours.accent))
            canvas.box((74 + place * 48, shelf - high), (36, high), tint, radius=6)
            canvas.box((904 + place * 48, shelf - high * 0.8), (36, high * 0.8), colours.far, radius=6)
    canvas.line([(600, 120), (600, 60)], colours.dark, width=8)
    canvas.disc((600, 54), 18, colours.accent)
    canvas.box((450, 118), (300, 200), colours.light, radius=54)
    canvas.box((486, 160), (228, 116), colours.dark, radius=40)
    for eye in (550, 650):
        canvas.disc((eye, 208), 22, colours.accent)
        canvas.disc((eye + 6, 201), 7, colours.light)
    canvas.arc((600, 226), 34, (30, 150), colours.accent, width=7)
    canvas.box((480, 336), (240, 210), colours.light, radius=36)
    canvas.disc((600, 430), 46, colours.mid)
    canvas.disc((600, 430), 26, colours.accent)
    canvas.line([(486, 372), (380, 430), (420, 520)], mix(colours.light, colours.mid, 0.35), width=34)
    canvas.line([(714, 372), (830, 420), (800, 510)], mix(colours.light, colours.mid, 0.35), width=34)
    canvas.box((0, 530), (WIDTH, 170), colours.near)
    canvas.box((0, 530), (WIDTH, 16), colours.dark)
    canvas.box((300, 452), (150, 80), colours.accent, radius=18)
    canvas.box((316, 470), (62, 44), colours.light, radius=8)
    canvas.ring((800, 500), 30, colours.dark, width=12)
    canvas.box((860, 512), (150, 18), colours.dark, radius=9)


def chip(canvas: Canvas) -> None:
    """A circuit board with a chip in its middle."""
    colours = canvas.palette
    canvas.gradient(colours.near, colours.dark)
    trace = mix(colours.near, colours.light, 0.35)
    for lane in range(-7, 8):
        offset = lane * 26
        bend = canvas.random.uniform(60, 190)
        for side in (-1, 1):
            start, knee = (600, 337 + offset), (600 + side * (190 + bend), 337 + offset)
            end = (knee[0] + side * abs(offset) * 0.8, 337 + offset * 1.8)
            canvas.line([start, knee, end, (end[0] + side * 420, end[1])], trace, width=5)
            canvas.disc((end[0] + side * canvas.random.uniform(30, 210), end[1]), 11, colours.accent)
            up = (600 + offset, 337 + side * 200)
            canvas.line([(600 + offset, 337), up, (600 + offset * 2.1, up[1] + side * 150)], trace, width=5)
    canvas.glow((600, 337), 330, colours.accent, strength=0.5)
    canvas.box((430, 167), (340, 340), colours.dark, radius=26)
    canvas.box((456, 193), (288, 288), mix(colours.dark, colours.mid, 0.45), radius=18)
    canvas.disc((600, 322), 54, colours.light)
    canvas.cloud((600, 372), 96, colours.light)
    canvas.disc((690, 290), 34, colours.accent)
    canvas.disc((484, 221), 9, colours.accent)


def chart(canvas: Canvas) -> None:
    """Bars and a rising line above a town."""
    colours = canvas.palette
    canvas.gradient(mix(colours.top, colours.low, 0.55), colours.low)
    for line in range(6):
        canvas.box((110, 90 + line * 90), (980, 3), mix(colours.far, colours.low, 0.5))
    towers(canvas, 548, tallest=110, lit=0.1)
    points = []
    for month in range(9):
        high = 110 + month * 38 + canvas.random.uniform(-26, 30)
        x = 150 + month * 106
        canvas.box((x, 544 - high), (66, high), mix(colours.mid, colours.accent, month / 12), radius=8)
        points.append((x + 33, 544 - high - 44))
    canvas.line(points, colours.dark, width=9)
    for spot in points:
        canvas.disc(spot, 15, colours.light)
        canvas.disc(spot, 9, colours.accent)
    canvas.box((90, 544), (1020, 10), colours.dark, radius=5)
    for _ in range(16):
        leaf = canvas.random.uniform(60, 1140)
        canvas.disc((leaf, 618), 26, colours.near, flat=0.45)
        canvas.disc((leaf + 18, 606), 22, mix(colours.near, colours.light, 0.2), flat=0.45)


def observatory(canvas: Canvas) -> None:
    """A dome below the Milky Way."""
    colours = canvas.palette
    canvas.gradient(colours.top, colours.low)
    for step in range(30):
        spot = (80 + step * 38, 430 - step * 14 + canvas.random.uniform(-30, 30))
        canvas.glow(spot, 120, mix(colours.low, colours.light, 0.5), strength=0.14)
    canvas.stars(260, below=480)
    canvas.hills(500, 46, colours.mid)
    canvas.hills(580, 26, colours.near)
    canvas.box((470, 430), (260, 140), colours.light, radius=4)
    canvas.wedge((600, 434), 142, (180, 360), mix(colours.light, colours.far, 0.25))
    canvas.shape([(610, 296), (650, 302), (640, 434), (600, 434)], colours.dark)
    canvas.line([(618, 390), (668, 262)], colours.accent, width=20)
    canvas.box((575, 500), (50, 70), colours.accent, radius=6)
    canvas.hills(640, 18, colours.dark)
