"""Finds the category a person means by a name or a path, whatever case, width or Chinese script they type."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.models.articles import CategoryPath
from bot.text.clean import match_key

MAX_OFFERS = 6
_SEPARATORS = re.compile(r"\s*[/>›»＞→]\s*")  # "／" is part of a name
_NEAR_ENOUGH = 0.55  # of difflib's ratio: one or two slips in a short name


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The one category meant, or those it may be (`ambiguous` says that they match), best first."""

    path: CategoryPath | None = None
    offers: tuple[CategoryPath, ...] = ()
    ambiguous: bool = False


def find_category(name: str, paths: Sequence[CategoryPath]) -> Found:
    """Match `name` against whole paths, then against their ends, then by likeness."""
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
    return Found(offers=_near(" ".join(wanted), keys))


def _keys(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(key for key in map(match_key, names) if key)


def _near(wanted: str, keys: dict[CategoryPath, tuple[str, ...]]) -> tuple[CategoryPath, ...]:
    """The paths most like `wanted`, those that contain it first."""

    def likeness(key: tuple[str, ...]) -> float:
        forms = (key[-1], " ".join(key))
        within = 1.0 if any(wanted in form or form in wanted for form in forms) else 0.0
        return within + max(difflib.SequenceMatcher(None, wanted, form).ratio() for form in forms)

    scored = sorted(((likeness(key), path) for path, key in keys.items() if key), key=lambda pair: -pair[0])
    return tuple(path for score, path in scored if score >= _NEAR_ENOUGH)[:MAX_OFFERS]
