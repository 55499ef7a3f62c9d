"""Finds the category that a person names, regardless of case, character width and Chinese script."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.models.articles import CategoryPath
from bot.text.characters import LIST_MARKS, QUOTES, SINGLE_QUOTES
from bot.text.clean import match_key

MAX_OFFERS = 6
_SEPARATORS = re.compile(r"\s*[/>›»＞→]\s*")  # not the full-width "／": names contain it
_BETWEEN = re.compile(rf"[{LIST_MARKS}\n]|\s(?:\+|&)\s")
_IN_QUOTES = re.compile(rf"^[{QUOTES}{SINGLE_QUOTES}]\s*(.*?)\s*[{QUOTES}{SINGLE_QUOTES}]$", re.DOTALL)
_MIN_SIMILARITY = 0.55  # difflib's ratio: allows one or two typing errors in a short name


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The category that was meant, or suggestions, best first. `ambiguous`: all of them match the name exactly."""

    path: CategoryPath | None = None
    offers: tuple[CategoryPath, ...] = ()
    ambiguous: bool = False


def unquoted(name: str) -> str:
    """A name without the quotes around it, if it has some."""
    return _IN_QUOTES.sub(r"\1", name.strip())


def find_category(name: str, paths: Sequence[CategoryPath]) -> Found:
    """The category for `name`: one whose whole path is equal, else the end of whose path is, else similar ones."""
    found = _find(name, paths)
    bare = unquoted(name)
    return found if found.path is not None or bare == name.strip() else _find(bare, paths)


def _find(name: str, paths: Sequence[CategoryPath]) -> Found:
    wanted = _keys(_SEPARATORS.split(name.strip().strip("/>›")))
    if not wanted:
        return Found()
    keys = {path: _keys(path) for path in paths}
    whole = [path for path, key in keys.items() if key == wanted or key == (match_key(name),)]
    if whole:
        return Found(path=whole[0])
    ends = [path for path, key in keys.items() if key[-len(wanted) :] == wanted]
    if len(ends) == 1:
        return Found(path=ends[0])
    if ends:
        return Found(offers=tuple(ends[:MAX_OFFERS]), ambiguous=True)
    return Found(offers=_similar(" ".join(wanted), keys))


def names_in(text: str, found: Found) -> list[str]:
    """The names of a list: "World, Sport". What was found by the whole text stays whole: names may have such signs."""
    if found.path is not None:
        return [text]
    return [name for name in map(str.strip, _BETWEEN.split(text)) if name] or [text]


def _keys(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(key for key in map(match_key, names) if key)


def _similar(wanted: str, keys: dict[CategoryPath, tuple[str, ...]]) -> tuple[CategoryPath, ...]:
    """The paths most similar to `wanted`, best first. Those that contain it, or are in it, come before all others."""

    def similarity(key: tuple[str, ...]) -> float:
        forms = (key[-1], " ".join(key))
        contained = 1.0 if any(wanted in form or form in wanted for form in forms) else 0.0
        return contained + max(difflib.SequenceMatcher(None, wanted, form).ratio() for form in forms)

    scored = sorted(((similarity(key), path) for path, key in keys.items() if key), key=lambda pair: -pair[0])
    return tuple(path for score, path in scored if score >= _MIN_SIMILARITY)[:MAX_OFFERS]
