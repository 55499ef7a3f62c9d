"""Draws the card that replaces a missing picture: source, category and title on the category's colour, as a JPEG.

Runs in a parser process: strangers write titles, and a library in Rust (resvg) shapes them.
"""

from __future__ import annotations

import io

import resvg_py
from PIL import Image

from bot.models.pictures import Shrunk
from bot.pictures.card_design import MAX_LABEL_CHARS, MAX_TITLE_CHARS, Card, Lettering, break_lines, card_svg
from bot.pictures.fonts import OWN_FONT, lettering
from bot.pictures.images import JPEG_QUALITY


def draw_card(card: Card) -> Shrunk:
    """The drawn card. Text in a script without a font is left out; a drawing replaces the title then."""
    files: list[str] = [str(OWN_FONT)]

    def set_in_type(text: str, most: int) -> Lettering | None:
        [short] = break_lines(text, len, width=most, lines=1) or ("",)
        found = lettering(short, language=card.language)
        if found is None:
            return None
        files.extend(found[1])
        return found[0]

    svg = card_svg(
        card,
        title=set_in_type(card.title, MAX_TITLE_CHARS),
        source=set_in_type(card.source, MAX_LABEL_CHARS),
        category=set_in_type(card.category, MAX_LABEL_CHARS),
    )
    png = resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=list(dict.fromkeys(files)))
    with Image.open(io.BytesIO(png)) as image:
        flat = image.convert("RGB")
    out = io.BytesIO()
    flat.save(out, "JPEG", quality=JPEG_QUALITY, optimize=True, progressive=True)
    return Shrunk(jpeg=out.getvalue(), width=flat.width, height=flat.height, look=None)
