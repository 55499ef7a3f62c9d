"""Drops quotation marks that have lost their partner, since only one of a quotation's sentences was chosen (pure).

Which mark opens and which closes differs by language („…“, “…”, »…«, «…», ”…”): what stands beside a mark tells it, and
its own form only where words do not stand apart. Apostrophes and marks of inches or minutes are left alone.
"""

from __future__ import annotations

import re

_MARK = re.compile(r"[“”„‟«»\"「」『』《》〈〉]")
_OPENING, _CLOSING = "“„‟«「『《〈", "”»」』》〉"
_HEBREW = re.compile("[\u05d0-\u05ea]")
_BEFORE_OPENING = re.compile(r"(?:^|[\s(\[{—–:/¡¿'’‘-])$")
_AFTER_CLOSING = re.compile(r"$|[\s.,;:!?)\]}—–/'’‘।،؛؟、。，！？-]")


def without_lone_marks(text: str) -> str:
    """Return a text without the quotation marks that open and do not close, or close and never opened."""
    for at in sorted(_lone(text), reverse=True):
        before, after = text[:at], text[at + 1 :]
        if _AFTER_CLOSING.match(after):
            before = before.rstrip()
        text = before + (after if before else after.lstrip())
    return text


def _lone(text: str) -> set[int]:
    """Return the places of marks without a partner."""
    lone: set[int] = set()
    opened: list[int] = []
    for match in _MARK.finditer(text):
        at = match.start()
        if _is_no_quotation_mark(text, at, within=text[opened[-1]] if opened else ""):
            continue
        if _opens(text, at, inside=bool(opened)):
            opened.append(at)
        elif opened:
            opened.pop()
        else:
            lone.add(at)
    return lone.union(opened)


def _is_no_quotation_mark(text: str, at: int, *, within: str) -> bool:
    """Whether a mark is of an acronym in Hebrew (ארה"ב) or of inches (27"), unless it may end what `within` opened."""
    if text[at] == '"' and _HEBREW.match(text[at - 1 : at]) and _HEBREW.match(text[at + 1 : at + 2]):
        return True
    ends = within and (within == '"') == (text[at] == '"')
    return text[at] in '"”' and text[at - 1 : at].isdigit() and not ends


def _opens(text: str, at: int, *, inside: bool) -> bool:
    """Whether a mark opens a quotation, by what stands on both sides of it."""
    before, after = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
    may_open = _BEFORE_OPENING.match(before) is not None and _AFTER_CLOSING.match(after) is None
    may_close = _AFTER_CLOSING.match(after) is not None and before.strip() != ""
    if may_open != may_close:
        return may_open
    return text[at] in _OPENING or (text[at] not in _CLOSING and not inside)
