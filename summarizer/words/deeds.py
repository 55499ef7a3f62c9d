"""Patterns of the words that tell what is planned from what is done; made once a language (pure)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from summarizer.words.loader import words_of
from summarizer.words.terms import pattern

_NEVER = "(?!)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deeds:
    """A language's patterns; all for case-folded text. What each holds: the section `Deeds`."""

    unreal: re.Pattern[str]  # modals, those of the future among them, and plans
    ahead: re.Pattern[str]
    coming: re.Pattern[str]
    neither: re.Pattern[str]
    done: re.Pattern[str]
    closing: re.Pattern[str]
    leads: re.Pattern[str]
    objects: re.Pattern[str]
    pasts: re.Pattern[str]
    plain: re.Pattern[str]
    participles: re.Pattern[str]
    verbal: re.Pattern[str]
    verbs: tuple[re.Pattern[str], ...]
    core: re.Pattern[str]
    agents: re.Pattern[str]
    patients: re.Pattern[str]
    inner: re.Pattern[str]
    weak: re.Pattern[str]
    letters: int
    ambiguous: bool  # whether participles may be pasts as well
    marked: bool  # whether particles tell who acts
    last: bool
    behind: bool


@lru_cache(maxsize=64)
def deeds_of(language: str) -> Deeds:
    """Return the patterns of a language by its tag; without words of its own, those that find nothing."""
    own = words_of(language)
    deeds, spaced = own.deeds, own.spaced
    groups = [[word for word in group.split() if word.strip("|")] for group in deeds.verbs]
    past, beside = (
        [word for group in deeds.verbs for word in group.partition(mark)[2].split()] for mark in (" | ", " || ")
    )
    plans = (*(word for word in (*own.claims.modals, *own.claims.futures) if word not in deeds.facts), *deeds.plans)
    return Deeds(
        unreal=pattern(plans, spaced=spaced),
        ahead=pattern(deeds.ahead, spaced=spaced),
        coming=pattern(deeds.coming, spaced=spaced),
        neither=pattern(deeds.neither, spaced=spaced),
        done=pattern(deeds.done, spaced=spaced),
        closing=pattern(deeds.closing, spaced=spaced),
        leads=pattern(deeds.leads, spaced=spaced),
        objects=pattern(deeds.objects, spaced=spaced),
        pasts=pattern((*deeds.pasts, *past), spaced=spaced),
        plain=pattern(deeds.plain, spaced=spaced),
        participles=pattern((*deeds.participles, *past, *beside), spaced=spaced),
        verbal=pattern(deeds.verbal or ["*"], spaced=spaced),
        verbs=tuple(pattern(group, spaced=spaced) for group in groups),
        core=re.compile(deeds.core or _NEVER),
        agents=re.compile(deeds.agents or _NEVER),
        patients=re.compile(deeds.patients or _NEVER),
        inner=re.compile(f"^{deeds.inner or _NEVER}"),
        weak=re.compile(f"[{deeds.weak}]" if deeds.weak else _NEVER),
        letters=deeds.letters,
        ambiguous=bool(deeds.objects),
        marked=bool(deeds.agents),
        last=deeds.last,
        behind=deeds.behind,
    )
