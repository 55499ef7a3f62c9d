"""Finds stored articles again whose entries have nothing left but most of their words. Pure.

Feeds that write a counter, an hour or a greeting into each text, under other guids and dates at each reading, leave
nothing else. Where the entries of one reading are worded like each other, as in a form that is filled, nor do words.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.stories.entry_sides import SAME_WORDS, Side
from bot.stories.wordings import has_other_figures, share, words_in

OWN_WORDS = 0.6  # of an entry's words, that at most any other entry shares
MAX_COMPARED = 60  # entries, and four times as many stored articles


def reworded(entries: Sequence[Side], held: Sequence[Side], among: Sequence[Side]) -> list[tuple[Side, Side]]:
    """Those of the entries that are edits of stored articles by their words alone, with these; `among`: all listed."""
    ours = [(entry, words_in(entry.body)) for entry in entries[:MAX_COMPARED]]
    theirs = [(one, words_in(one.body)) for one in held[: 4 * MAX_COMPARED] if one.body]
    listed = [(other, words_in(other.body)) for other in among[:MAX_COMPARED] if other.body]
    found: list[tuple[Side, Side]] = []
    for entry, words in ours:
        if not words or any(other is not entry and share(words, said) >= OWN_WORDS for other, said in listed):
            continue
        alike = [(share(words, said), one) for one, said in theirs if share(words, said) >= SAME_WORDS]
        nearest = max(alike, key=lambda pair: pair[0], default=None)
        if nearest is not None and not has_other_figures(entry.body, nearest[1].body):
            theirs = [pair for pair in theirs if pair[0] is not nearest[1]]
            found.append((entry, nearest[1]))
    return found
