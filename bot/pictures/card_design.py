"""Lays out a card that replaces a missing picture: lines of text and their positions, as SVG (pure).

Leaves out what no font can draw: `fonts` says what can be. Opens no files and uses no drawing library.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from bot.pictures.card_background import HEIGHT, WIDTH, background
from bot.text.characters import (
    DEVANAGARI_VIRAMA,
    EMOJI_SELECTORS,
    HANGUL,
    RIGHT_TO_LEFT_MARK,
    ZERO_WIDTH_JOINER,
    ZERO_WIDTH_NON_JOINER,
)
from bot.text.patterns import late

SHARPNESS = 0.8  # pixels for each: wide enough for any telephone, and drawn in two thirds of the time
DESIGN = 3  # counts up when cards are drawn differently: those of old are drawn anew then
MARGIN = 72
MAX_TITLE_CHARS = 140
MAX_LABEL_CHARS = 40
TITLE_BASELINE = 432  # of the last line of a title
# A title is set in the first of these sizes (pixels, lines at most) that it fits in.
SIZES = ((84, 2), (70, 3), (60, 4))
LINE_HEIGHT = 1.22
LABEL_SIZE = 34
THICKENING = 0.034  # of the size: makes a bold face of one that has none

Measure = Callable[[str], float]  # the width of a text in a size of one pixel

_NO_START = frozenset(
    "，。、！？；：）」』】》〉”’％…·,.!?;:)]}%»›ー々ゝゞァィゥェォッャュョヮぁぃぅぇぉっゃゅょゎะาำๆฯ"
)
_NO_END = frozenset("（「『【《〈“‘([{«‹$¥£€#เแโใไ")
_JOINER = late(f"[{ZERO_WIDTH_NON_JOINER}{ZERO_WIDTH_JOINER}{EMOJI_SELECTORS}]")
_HANGUL = late(f"[{HANGUL}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The texts of a card. The category decides its colours, the title its pattern."""

    title: str
    source: str
    category: str = ""
    language: str = "und"

    @property
    def address(self) -> str:
        """The address under which the drawn card is stored, as a picture is under its URL."""
        said = "\n".join((str(DESIGN), self.title, self.source, self.category, self.language))
        return f"card:{hashlib.blake2b(said.encode('utf-8', 'replace'), digest_size=16).hexdigest()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettering:
    """A text that can be drawn in these font families, and its width; `thick`: to be thickened, as no face is bold."""

    text: str
    families: tuple[str, ...]
    measure: Measure
    thick: bool = False


def card_svg(card: Card, *, title: Lettering | None, source: Lettering | None, category: Lettering | None) -> str:
    """The card as SVG; a part is None if no font can draw it. A drawing replaces the title then."""
    rtl = reads_from_right(card.title)
    parts = [background(card.category or card.source, card.title)]
    if category:
        parts.append(_label(category, rtl=rtl))
    if title:
        parts += _title(title, language=card.language, rtl=rtl)
    else:
        parts.append(_sheet())
    if source:
        parts.append(_source(source, rtl=rtl))
    if rtl:  # the light falls from where the text begins
        parts[0] = f'<g transform="matrix(-1 0 0 1 {WIDTH} 0)">{parts[0]}</g>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH * SHARPNESS:g}" height="{HEIGHT * SHARPNESS:g}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}">'
        f"{''.join(parts)}</svg>"
    )


def reads_from_right(text: str) -> bool:
    """Whether the first letter of a text belongs to a script that is written from right to left."""
    classes = map(unicodedata.bidirectional, text)
    return next((kind != "L" for kind in classes if kind in ("L", "R", "AL")), False)


def break_lines(text: str, measure: Measure, *, width: float, lines: int) -> tuple[str, ...]:
    """The text in at most `lines` lines, evenly filled; what does not fit is replaced by "…"."""
    broken = _filled(text, measure, width)
    if len(broken) > lines:
        return _cut(broken, measure, width, lines)
    for share in (0.6, 0.7, 0.8, 0.9):  # the narrowest that takes no more lines
        even = _filled(text, measure, width * share)
        if len(even) == len(broken):
            return even
    return broken


def _filled(text: str, measure: Measure, width: float) -> tuple[str, ...]:
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if line and measure((line + piece).rstrip()) > width:
            lines.append(line.strip())
            line = ""
        while measure(piece.rstrip()) > width and len(clusters := list(_clusters(piece))) > 1:
            fitting = _count_fitting(clusters, measure, width)
            lines.append("".join(clusters[:fitting]).strip())
            piece = "".join(clusters[fitting:])
        line += piece
    return tuple([*lines, line.strip()] if line.strip() else lines)


def _count_fitting(clusters: Sequence[str], measure: Measure, width: float) -> int:
    """How many of the first clusters fill a line, at least one; never so that the next line begins wrongly."""
    count = 1
    while count < len(clusters) and measure("".join(clusters[: count + 1])) <= width:
        count += 1
    while count > 1 and (clusters[count][0] in _NO_START or clusters[count - 1][-1] in _NO_END):
        count -= 1
    return count


def _cut(broken: Sequence[str], measure: Measure, width: float, lines: int) -> tuple[str, ...]:
    kept = list(broken[:lines])
    clusters = list(_clusters(kept[-1]))
    end = len(clusters)
    while end > 1 and (
        measure("".join(clusters[:end]) + "…") > width
        or clusters[end - 1][-1] in _NO_END
        or clusters[end - 1].isspace()
    ):
        end -= 1
    last = "".join(clusters[:end])
    if end < len(clusters) and not _may_break(last[-1], clusters[end][0]) and not clusters[end].isspace():
        words = last.rfind(" ")  # no half a word, unless it takes up most of the line
        last = last[:words] if 2 * words > len(last) else last
    return (*kept[:-1], last.rstrip(" ,;:，；：、") + "…")


def _pieces(text: str) -> Iterator[str]:
    """The text in parts, each of which may end a line: words, or single characters of scripts without spaces."""
    piece = ""
    for cluster in _clusters(text):
        if piece and _may_break(piece[-1], cluster[0]):
            yield piece
            piece = ""
        piece += cluster
    if piece:
        yield piece


def _may_break(before: str, after: str) -> bool:
    if after.isspace() or after in _NO_START or before in _NO_END:
        return False
    if before.isspace() or before in "-–—/":
        return True
    return _is_wide(before) or _is_wide(after)


def _is_wide(character: str) -> bool:
    """Whether lines may break beside it: Chinese and Japanese; Korean has spaces."""
    return unicodedata.east_asian_width(character) in "WF" and _HANGUL.match(character) is None


def _clusters(text: str) -> Iterator[str]:
    """Characters with the marks and joiners that belong to them."""
    cluster = ""
    joined = False
    for character in text:
        belongs = unicodedata.category(character).startswith("M") or _JOINER.match(character) is not None
        if cluster and not belongs and not joined:
            yield cluster
            cluster = ""
        cluster += character
        joined = character in (ZERO_WIDTH_JOINER, DEVANAGARI_VIRAMA)  # what a virama joins is one shape
    if cluster:
        yield cluster


def _label(category: Lettering, *, rtl: bool) -> str:
    width = category.measure(category.text) * LABEL_SIZE + 56
    left = WIDTH - MARGIN - width if rtl else MARGIN
    pill = f'<rect x="{left:.0f}" y="64" width="{width:.0f}" height="64" rx="32" fill="#fff" fill-opacity="0.18"/>'
    return pill + _text(category, category.text, x=left + width / 2, y=64 + 44, size=LABEL_SIZE, anchor="middle")


def _title(title: Lettering, *, language: str, rtl: bool) -> Iterator[str]:
    room = WIDTH - 2 * MARGIN
    fitting = (one for one in SIZES if len(_filled(title.text, title.measure, room / one[0])) <= one[1])
    size, most = next(fitting, SIZES[-1])
    lines = break_lines(title.text, title.measure, width=room / size, lines=most)
    x, anchor = (WIDTH - MARGIN, "end") if rtl else (MARGIN, "start")
    for number, line in enumerate(reversed(lines)):
        y = TITLE_BASELINE - number * size * LINE_HEIGHT
        yield _text(title, line, x=x, y=y, size=size, anchor=anchor, language=language, rtl=rtl)


def _source(source: Lettering, *, rtl: bool) -> str:
    x, anchor = (WIDTH - MARGIN, "end") if rtl else (MARGIN, "start")
    mark = x - 64 if rtl else x
    rule = f'<rect x="{mark}" y="490" width="64" height="6" rx="3" fill="#fff" fill-opacity="0.7"/>'
    return rule + _text(source, source.text, x=x, y=550, size=LABEL_SIZE, anchor=anchor, rtl=rtl, opacity=0.85)


def _sheet() -> str:
    """A sheet of news, for a title in a script that no font here has."""
    lines = "".join(
        f'<rect x="{x}" y="{y}" width="{width}" height="18" rx="9"/>'
        for x, y, width in ((252, 196, 230), (252, 240, 230), (110, 300, 372), (110, 344, 372), (110, 388, 240))
    )
    return (
        f'<rect x="{MARGIN}" y="156" width="450" height="290" rx="28" fill="#fff" fill-opacity="0.14"/>'
        f'<g fill="#fff" fill-opacity="0.8"><rect x="110" y="190" width="118" height="76" rx="12"/>{lines}</g>'
    )


def _text(
    lettering: Lettering,
    text: str,
    *,
    x: float,
    y: float,
    size: float,
    anchor: str,
    language: str = "",
    rtl: bool = False,
    opacity: float = 1,
) -> str:
    families = quoteattr(", ".join(f"'{family}'" for family in lettering.families))
    thick = f' stroke="#fff" stroke-width="{size * THICKENING:.2f}" stroke-linejoin="round"' if lettering.thick else ""
    spoken = f" xml:lang={quoteattr(language)}" if language else ""
    turned = ' direction="rtl"' if rtl else ""
    # The mark keeps a line that begins with a number or a foreign name in the order of its script.
    shown = f"{RIGHT_TO_LEFT_MARK}{text}" if rtl else text
    return (
        f'<text x="{x:.0f}" y="{y:.0f}" font-family={families} font-weight="700" font-size="{size:g}" fill="#fff" '
        f'opacity="{opacity:g}" text-anchor="{anchor}"{thick}{spoken}{turned}>{escape(shown)}</text>'
    )
