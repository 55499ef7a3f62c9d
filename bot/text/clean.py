"""Makes foreign text safe to show and to compare: removes control, bidi and tag characters, normalises to NFC.

Knows nothing of HTML structure (`blocks`) or of addresses (`urls`), and escapes nothing: that is the renderer's work.
"""

from __future__ import annotations

import html
import re
import sys
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.models.articles import CategoryPath
from bot.text.characters import (
    INVISIBLE,
    LINE_ENDS,
    NO_MARKS,
    NOT_XML,
    UNSAFE,
    ZERO_WIDTH_JOINER,
    ZERO_WIDTH_NON_JOINER,
)
from bot.text.patterns import late

if TYPE_CHECKING:
    from opencc import OpenCC

MAX_TITLE_CHARS = 300
MAX_CATEGORY_CHARS = 80
MAX_CATEGORY_DEPTH = 6
MAX_MARKS_IN_A_ROW = 4
# Before normalisation, whose time grows with the square of such a row: longer ones have no meaning in any script
# (https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format).
MAX_RAW_MARKS_IN_A_ROW = 30

ELLIPSIS = "…"
# Marks are no word characters: a text without such a run has none to cap, and is spared the slow look.
_NO_WORD = rf"[^\w\s{NO_MARKS}]"
_MAY_BE_MARKS = {  # the first character by itself: re finds the next place where it may stand several times as fast
    most: late(rf"{_NO_WORD}[^\w\s]{{{most}}}") for most in (MAX_MARKS_IN_A_ROW, MAX_RAW_MARKS_IN_A_ROW)
}
_NEWLINES = late(rf"\r\n?|[{LINE_ENDS}]")
_UNSAFE = late(f"[{UNSAFE}]")
_NOT_XML = late(f"[{NOT_XML}]")
_MANY_NEWLINES = late(r"\n{3,}")
# Characters that show nothing: a text of these alone counts as empty.
_INVISIBLE = late(rf"[\s{INVISIBLE}]+")
_INLINE_TAG = late(
    r"</?(?:a|abbr|b|big|br|code|div|em|font|h[1-6]|i|img|mark|p|q|s|small|span|strong|sub|sup|tt|u|wbr)"
    r"(?:\s+[\w:-]+\s*=[^<>]*)?\s*/?>",
    re.IGNORECASE,
)
# What shows that a text is markup: an element that ends or has attributes. "The <div> element" only speaks of one.
_ELEMENT = (
    "a|abbr|article|b|big|blockquote|center|cite|code|dd|del|div|dl|dt|em|figcaption|figure|font|h[1-6]|i|iframe|img|ins|"
    "li|mark|ol|p|pre|q|s|script|section|small|span|strong|style|sub|sup|table|tbody|td|th|tr|tt|u|ul"
)
_MARKUP = late(
    rf"</(?:{_ELEMENT})\s*>|<(?:{_ELEMENT})\s+[\w:-]+\s*=[^<>]*>|<(?:br|hr|wbr)\s*/?>|^\s*<(?:p|li|div|span)>(?=\S)|<!--|"
    r"(?<!\S)<(?:b|div|em|h[1-6]|i|li|p|span|strong|u)>(?=\w)",  # cut off before it ends
    re.IGNORECASE,
)
_REFERENCE = late(
    r"&(?:amp|quot|apos|nbsp|[lrsb][ds]quo|[lr]aquo|hellip|[mn]dash|bull|middot|iexcl|iquest|euro|pound|copy"
    r"|reg|trade|deg|[a-z](?:acute|grave|circ|uml|tilde|cedil|ring|slash|caron)|(?:ae|oe|sz)lig|#\d{1,7}|#x[0-9a-f]{1,6});",
    re.IGNORECASE,
)
MAX_ESCAPES = 3  # times that a text was escaped too often
# A reference by number to a character that XML does not allow; nobody writes the number with ten digits.
_NUMBERED = late(r"&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));?", re.IGNORECASE)
_BULLET = late(r"(?:[•‣⁃∙●○◦▪▫■□◆◇▶►▷➢➤・]\s*|(?:[·*–—→]|-{1,3})\s+(?=[^\W\d_]))+(?=\S)")
_MARKDOWN_LINK = late(r"!?\[([^\[\]]*)\]\([^()\s]*\)")


def clean_text(text: str) -> str:
    """The text in NFC without anything that hides, reorders or piles up characters.

    Newlines stay, at most two in a row. Idempotent.
    """
    # What is printable holds no control and no white space but " ": most texts, which are spared most of the looks.
    plain = text.isprintable()
    if not plain:
        text = without_controls(text)
    if not text.isascii():
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", _cap_marks(text, MAX_RAW_MARKS_IN_A_ROW))
        if (capped := _cap_marks(text, MAX_MARKS_IN_A_ROW)) is not text:
            text = unicodedata.normalize("NFC", capped)
    if plain:
        return text.strip(" ") if "  " not in text else " ".join(text.split())
    text = "\n".join(map(single_spaced, text.split("\n"))).strip("\n")
    return _MANY_NEWLINES.sub("\n\n", text) if "\n\n\n" in text else text


def single_spaced(text: str) -> str:
    """`" ".join(text.split())`, in a fifth of the time for what was cleaned."""
    line = text.replace("\n", " ")
    return line.strip(" ") if line.isprintable() and "  " not in line else " ".join(text.split())


def without_controls(text: str) -> str:
    """The text without control, bidi, tag and other unseen characters; every line end becomes a newline."""
    if text.replace("\n", "").isprintable():
        return text
    return _UNSAFE.sub("", _NEWLINES.sub("\n", text))


def xml_text(text: str) -> str:
    """The text without the characters that XML allows in no document: one of them would cost all of it."""
    return _NOT_XML.sub("", text)


def xml_markup(markup: str) -> str:
    """`xml_text` of markup, in which such a character may also be named by its number: `&#2;`."""
    markup = xml_text(markup.replace("\x0b", "\n").replace("\x0c", "\n"))
    return _NUMBERED.sub(_allowed, markup) if "&#" in markup else markup


def _allowed(reference: re.Match[str]) -> str:
    """The reference as it stands, a space for a line end that XML does not know, nothing for what it forbids."""
    hexadecimal, decimal = reference.groups()
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if code in (0x0B, 0x0C):
        return " "
    return "" if code > sys.maxunicode or _NOT_XML.match(chr(code)) else reference[0]


def clean_line(text: str) -> str:
    """`clean_text` on one line."""
    return clean_text(text).replace("\n\n", " ").replace("\n", " ")


def clean_title(text: str) -> str:
    """The title on one line, at most MAX_TITLE_CHARS, without a bullet before it; empty if nothing can be seen."""
    line = clean_line(text)
    if line and not line[0].isalnum() and (bullet := _BULLET.match(line)):
        line = line[bullet.end() :]
    return "" if is_blank(line) else shorten(line, MAX_TITLE_CHARS)


def clean_markup_title(markup: str) -> str:
    """`clean_title` of a title that may hold character references and inline tags: `AT&amp;T <b>up</b>`."""
    for _ in range(MAX_ESCAPES):
        markup = _without_tags(html.unescape(_without_tags(markup)))
        if "&" not in markup or not (_REFERENCE.search(markup) or is_markup(html.unescape(markup))):
            break
    return clean_title(markup)


def _without_tags(markup: str) -> str:
    return _INLINE_TAG.sub("", markup) if is_markup(markup) else markup


def clean_plain_title(text: str) -> str:
    """`clean_title` of a title that is said to be plain, but is read as markup where it surely is."""
    return clean_markup_title(text) if is_markup(text) or _REFERENCE.search(text) else clean_title(text)


def is_markup(text: str) -> bool:
    """Whether a text holds elements, and does not only speak of one."""
    return "<" in text and _MARKUP.search(text) is not None


def is_blank(text: str) -> bool:
    """Whether a reader would see nothing of the text."""
    return not text or bool(_INVISIBLE.fullmatch(text))


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters, an ellipsis where something was cut; never within a grapheme of marks or joiners."""
    if len(text) <= limit:
        return text
    end = limit - len(ELLIPSIS)
    while end > 0 and (_extends(text[end]) or text[end - 1] == ZERO_WIDTH_JOINER):
        end -= 1
    return (text[:end] or text[: limit - len(ELLIPSIS)]).rstrip() + ELLIPSIS


def match_key(name: str) -> str:
    """The form under which names are looked up: case, width and Traditional or Simplified script make no difference."""
    folded = unicodedata.normalize("NFKC", clean_line(name)).casefold()
    return " ".join(_to_simplified().convert(folded).split())


def category_path(names: Iterable[str]) -> CategoryPath:
    """The names as a path, parent first; "/" within a name becomes "／", blank names are left out.

    Of a name that is a Markdown link, its text counts.
    """
    plain = (_MARKDOWN_LINK.sub(r"\1", name) if "](" in name else name for name in names)
    cleaned = (clean_line(name).replace("/", "／") for name in plain)
    path = tuple(shorten(name, MAX_CATEGORY_CHARS) for name in cleaned if not is_blank(name))
    return path[:MAX_CATEGORY_DEPTH]


@lru_cache(maxsize=1)
def _to_simplified() -> OpenCC:
    """Not `summarizer.to_script`, which leaves a name alone that is written in both scripts; keys are stored, too."""
    from opencc import OpenCC  # as `summarizer.chinese`: where it is used

    return OpenCC("t2s")


def _extends(character: str) -> bool:
    return character in (ZERO_WIDTH_NON_JOINER, ZERO_WIDTH_JOINER) or unicodedata.category(character) in (
        "Mn",
        "Mc",
        "Me",
    )


def _cap_marks(text: str, most: int) -> str:
    """The text with at most `most` combining marks in a row, which tames Zalgo text."""
    if not _MAY_BE_MARKS[most].search(text):
        return text
    kept: list[str] = []
    run = 0
    for character in text:
        run = run + 1 if unicodedata.category(character) in ("Mn", "Me", "Mc") else 0
        if run <= most:
            kept.append(character)
    return "".join(kept)
