"""Sizes of the pictures that are worth showing.

`bot.parsers.html.picture_choice` judges by them what a page says of its pictures, `bot.pictures.images` the bytes.
"""

from __future__ import annotations

MAX_SIDE = 1280  # pixels; Telegram shows photos of at most this side, and pictures are shrunk to it
MIN_SIDE = 100  # pixels; smaller ones are icons, spacers and counters
MAX_TALL_RATIO = 20.0  # height to width; taller ones are rulers and borders
MAX_WIDE_RATIO = 4.5  # width to height; wider ones are banners
# The same of a size that a page declares. It is stricter: where it is wrong, the article's next picture is shown, or a
# card, while bytes that were fetched are the last chance of a wide photo whose size nobody declared.
MAX_DECLARED_WIDE_RATIO = 4.0
