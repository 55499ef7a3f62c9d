"""Finds the words of a title that name somebody or something, by their capitals (pure).

Says nothing where capitals say nothing: in scripts without them, in German, in titles that capitalise every word unless
the text shows which of them are names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

NOUNS_CAPITALISED = frozenset({"de", "lb", "gsw", "nds"})
# A title in which so many words begin with a capital capitalises all.
CAPITALISED_SHARE, CAPITALISED_WORDS = 0.7, 4

_AROUND = "\"'«»“”„‘’‚‹›()[]{}<>.,:;!?…*_/\\|–—-·•#"
_ENDS = frozenset(".:!?…–—-|•\"'«“„‘‹([")  # after such a character, or before a quotation, a capital begins a sentence


def names_in(title: str, lead: str, language: str, *, usual: frozenset[str]) -> tuple[list[str], list[str]]:
    """The names among the title's words, as written there, and those of the lead that the title does not hold.

    A number behind a name in a title is a part of it: "Firefox 121". `usual`: words that name nothing, as of days.
    """
    if language in NOUNS_CAPITALISED or title.lower() == title.upper():
        return [], []
    head, body = title.split(), lead.split()
    known = set(_capitalised(body, language))
    begun = sum(word[0].isupper() for word in head)
    if begun < CAPITALISED_SHARE * sum(word[0].isalpha() for word in head) or len(head) < CAPITALISED_WORDS:
        known.update(_capitalised(head, language))
    if not known:
        return [], []
    known.difference_update(usual, head, body)  # what is written small elsewhere names nothing
    found, after_name = [], False
    for word in head:
        bare = word.strip(_AROUND).lower()
        numbers_it = after_name and bare[:1].isdigit() and (len(bare) > 2 or not bare.isdigit())  # no count of victims
        if bare in known or numbers_it:
            found.append(bare)
        after_name = bare in known and word[-1].isalnum()
    return found, [word for word in known if word not in found]


def _capitalised(words: Sequence[str], language: str) -> Iterator[str]:
    """The words that begin with a capital in the middle of a sentence, in small letters; not "La" and "El"."""
    before = "."
    for word in words:
        if word[0].isupper() and before[-1] not in _ENDS:
            bare = word.strip(_AROUND)
            if len(bare) > 2 or bare.isupper() or language == "vi":
                yield bare.lower()
        before = word
