"""The words for what is done about an event once it is known, by language (pure): `acts.tsv`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

BEGINNING = 8  # letters by which a word for an act is told from others: "investigated" from "investors"
# No acts, but the first bits: that people died; that something is expected, as previews say; that it will or may be.
DEATHS, AWAITED, COMING = 1, 2, 4


@lru_cache(maxsize=1)
def acts() -> Mapping[str, Mapping[str, int]]:
    """By language, the words for acts, and which acts each of them means, a bit each."""
    table = (resources.files("bot.stories") / "acts.tsv").read_text(encoding="utf-8")
    lines = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    named = dict.fromkeys(("deaths", "awaited", "coming", *(act for _, act, _ in lines)))
    bits = {act: 1 << at for at, act in enumerate(named)}
    found: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for language, act, words in lines:
        for word in words.split():
            found[language][word.replace("_", " ")] |= bits[act]
    return found
