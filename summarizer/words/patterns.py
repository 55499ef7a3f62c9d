"""Makes regular expressions of words and phrases (pure)."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PIECE = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|\{[\d,]*\}|\(\?<?[:=!]|.")  # an escape, a class, a count or a character


def any_word(words: Iterable[str]) -> str:
    """Regular expression for any of these words, the longest that fits."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"


def any_phrase(phrases: Iterable[str]) -> str:
    """Regular expression for any of these phrases, the first that fits; without phrases one that finds nothing."""
    return f"(?:{'|'.join(map(pattern_of, phrases)) or '(?!)'})"


def any_sign(signs: Iterable[str]) -> str:
    """Regular expression for any of these characters."""
    return f"[{re.escape(''.join(dict.fromkeys(''.join(signs))))}]"


def pattern_of(phrase: str) -> str:
    """Regular expression of a phrase: any white space for a space, groups that do not capture."""
    return "".join({" ": r"\s+", "(": "(?:"}.get(piece, piece) for piece in _PIECE.findall(phrase))


def plain_run(phrase: str) -> str:
    """Longest run of plain characters that every text with this phrase holds, in small letters."""
    runs = [""]
    depth = 0
    for piece in _PIECE.findall(phrase):
        depth += piece.startswith("(")
        if piece in ("?", "*") or piece.startswith("{"):
            runs[-1:] = [runs[-1][:-1], ""]  # the character before may be absent
        elif depth or _is_special(piece):
            runs.append("")
        else:
            runs[-1] += piece.removeprefix("\\")
        depth -= piece == ")"
    return max((run.strip().lower() for run in runs), key=len)


def first_letters(phrase: str) -> frozenset[str]:
    """Letters that a text with this phrase may begin with, "0" for a digit; empty where it may begin otherwise."""
    letters, may_be_absent = _first(_PIECE.findall(phrase))
    return frozenset() if may_be_absent or not all(map(str.isalnum, letters)) else frozenset(letters)


def _first(pieces: list[str]) -> tuple[set[str], bool]:
    """What a phrase may begin with ("" for anything), and whether it may match nothing at all."""
    letters: set[str] = set()
    options = _split(pieces)
    if len(options) > 1:
        found = [_first(option) for option in options]
        return set().union(*(first for first, _ in found)), any(absent for _, absent in found)
    while pieces:
        size = _group_size(pieces) if pieces[0] == "(" else 1
        if pieces[0] == "(":
            first, may_be_absent = _first(pieces[1 : size - 1])
        else:
            first, may_be_absent = {_letter(pieces[0])}, False
        letters |= first
        count = pieces[size : size + 1]
        if not may_be_absent and not (count and (count[0] in ("?", "*") or count[0].startswith("{"))):
            return letters, False
        pieces = pieces[size + bool(count and count[0][0] in "?*{") :]
    return letters, True


def _letter(piece: str) -> str:
    if piece == r"\d" or piece.isdecimal():
        return "0"
    return "" if _is_special(piece) else piece.removeprefix("\\")


def _split(pieces: list[str]) -> list[list[str]]:
    """Split at each "|" outside of groups."""
    options: list[list[str]] = [[]]
    depth = 0
    for piece in pieces:
        depth += piece.startswith("(")
        if piece == "|" and not depth:
            options.append([])
        else:
            options[-1].append(piece)
        depth -= piece == ")"
    return options


def _group_size(pieces: list[str]) -> int:
    """How many pieces the group takes that they begin with."""
    depth = 0
    for size, piece in enumerate(pieces, start=1):
        depth += piece.startswith("(") - (piece == ")")
        if not depth:
            return size
    raise ValueError("a group that is not closed")


def _is_special(piece: str) -> bool:
    if len(piece) == 2 and piece[0] == "\\":
        return piece[1].isalnum()
    return len(piece) > 1 or piece in "()|.^$+"
