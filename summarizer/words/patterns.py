"""Makes regular expressions of words and phrases (pure)."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PIECE = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|\{[\d,]*\}|\(\?<?[:=!]|.")  # an escape, a class, a count or a character


def any_word(words: Iterable[str]) -> str:
    """Regular expression for any of these words, the longest that fits."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"


def any_phrase(phrases: Iterable[str]) -> str:
    """Regular expression for any of these phrases, the first that fits."""
    return f"(?:{'|'.join(map(pattern_of, phrases))})"


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


def _is_special(piece: str) -> bool:
    if len(piece) == 2 and piece[0] == "\\":
        return piece[1].isalnum()
    return len(piece) > 1 or piece in "()|.^$+"
