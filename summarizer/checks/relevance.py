"""Measures how much of a sentence's matter stands in its article (pure): what speaks of another subject is refused.

A sentence is read as pieces of words, so that endings, prefixes and compounds do no harm. Pieces of words that every
article has ("the government said") tell no subject and do not count; `common.tsv` lists those words, which
`benchmarks.common_words --write` counts. Says nothing of a sentence in another language than the article's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

from summarizer.base import Document
from summarizer.checks.grounding import main_script
from summarizer.chinese import simplified_characters
from summarizer.scripts import HAN, HANGUL, KANA, LETTERS, UNSPACED, folded_in_place
from summarizer.words.common import common_words
from summarizer.words.thesaurus import meanings

PIECE_CHARS = 5  # of a word, the space before it among them: " damm", "damm", ...
HAN_PIECE_CHARS = 2  # a character of Han, kana or Hangul says as much as two letters
UNSPACED_PIECE_CHARS = 3  # of Thai, Lao, Khmer
BURMESE_PIECE_CHARS = 5  # which writes a syllable with three characters, most of them in every text
MIN_PIECES = 3  # a sentence with fewer that count is not judged
MAX_READ_CHARS = 20_000  # of an article: a longer one would bear out anything

# Of the pieces that count, how many must stand in an article of USUAL_PIECES, by language or script. Chosen so that 2
# to 3 % of the sentences of human references are refused, many of which say what their article leaves out.
FLOOR = 0.18
_FLOORS = {"LATIN": 0.25, "ETHIOPIC": 0.12, "vi": 0.32, "zh": 0.1, "ja": 0.22, "ko": 0.22, "th": 0.24}
_UNCOUNTED_FLOOR = 0.34  # of a language without common words, in which every piece counts
# A longer article has more pieces of any sentence by chance, a shorter one fewer.
USUAL_PIECES = 700
SCALES = (0.45, 1.4)  # the least and the most by which that changes the floor
# ... times the floor, where words count for which the article has others of their meaning: some have one by chance.
RETOLD = 2.5

_WORD = re.compile(rf"{LETTERS}|\d+")
_UNSPACED = re.compile(f"[{UNSPACED}]+")
_WIDE = re.compile(f"[{KANA}{HAN}]")
_BURMESE = re.compile("[\u1000-\u109f]")
_HANGUL = re.compile(f"[{HANGUL}]")


@dataclass(frozen=True, slots=True)
class Subject:
    """What an article is about: the pieces of its words, as sentences of its language are compared with them."""

    language: str
    pieces: frozenset[str]
    words: frozenset[str]
    floor: float

    @classmethod
    def read(cls, document: Document, language: str) -> Subject:
        """Read a document whose language is known."""
        text = f"{document.title}\n{document.text}"[:MAX_READ_CHARS]
        found = frozenset(pieces(text, language))
        floor = _FLOORS.get(_base(language), _FLOORS.get(main_script(text) or "", FLOOR))
        if not common_pieces(language):
            floor = max(floor, _UNCOUNTED_FLOOR)
        scale = min(max(sqrt(len(found) / USUAL_PIECES), SCALES[0]), SCALES[1])
        return cls(language, found, frozenset(_WORD.findall(folded_in_place(text))), floor * scale)

    def is_missed_by(self, sentence: str) -> bool:
        """Whether a sentence in the article's language speaks of something else."""
        share = self.share(sentence)
        if share is None or share >= self.floor:
            return False
        retold = self.share(sentence, self._retold(sentence))
        return retold is not None and retold < RETOLD * self.floor

    def share(self, sentence: str, retold: frozenset[str] = frozenset()) -> float | None:
        """Share of a sentence's pieces that stand in the article; None where too few of them count."""
        telling = pieces(sentence, self.language) - common_pieces(self.language)
        known = self.pieces | retold
        return len(telling & known) / len(telling) if len(telling) >= MIN_PIECES else None

    def _retold(self, sentence: str) -> frozenset[str]:
        """Return the pieces of words for which the article has others of their meaning."""
        said = frozenset[int]().union(*(meanings(word, self.language) for word in self.words))
        words = [word for word in _WORD.findall(folded_in_place(sentence)) if meanings(word, self.language) & said]
        return frozenset(pieces(" ".join(words), self.language))


def pieces(text: str, language: str) -> set[str]:
    """Cut the words of a text into overlapping pieces; Chinese of both scripts into the same ones."""
    if _base(language) == "zh":
        text = text.translate(simplified_characters())
    found: set[str] = set()
    for word in set(_WORD.findall(folded_in_place(text))):
        at = 0
        for run in () if word.isascii() else _UNSPACED.finditer(word):
            found.update(_spaced(word[at : run.start()]))
            found.update(_cut(run[0], _piece_chars(run[0])))
            at = run.end()
        found.update(_spaced(word[at:]))
    return found


def _piece_chars(run: str) -> int:
    """The size of pieces of a run without spaces."""
    if _WIDE.match(run):
        return HAN_PIECE_CHARS
    return BURMESE_PIECE_CHARS if _BURMESE.match(run) else UNSPACED_PIECE_CHARS


def _spaced(word: str) -> list[str]:
    """Cut a word of a script with spaces; its beginning is told apart, Hangul syllables are cut in pairs."""
    if not word:
        return []
    return _cut(word, HAN_PIECE_CHARS) if _HANGUL.match(word) else _cut(f" {word}", PIECE_CHARS)


def _cut(run: str, size: int) -> list[str]:
    return [run[at : at + size] for at in range(max(len(run) - size, 0) + 1)]


@lru_cache(maxsize=64)
def common_pieces(language: str) -> frozenset[str]:
    """Pieces of the words that a language's articles have in common; none for a language that was not counted."""
    return frozenset(pieces(common_words().get(_base(language), ""), language))


def _base(language: str) -> str:
    return language.split("-")[0].lower()
