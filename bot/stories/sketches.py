"""Makes an article's sketch, by which its story is found: hashed terms, and MinHash bands of n-grams (pure).

Terms come from the title and the lead. Works in every script: words by their beginnings, pairs of characters where no
spaces stand between words, pairs of syllables in Vietnamese. Compares nothing: `similarity` does.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import resources
from itertools import chain, islice, pairwise
from zlib import crc32

import rensa

from bot.models.articles import CountedTerms, StorySketch
from bot.stories.acts import BEGINNING, acts
from bot.stories.names import names_in
from bot.stories.spellings import STEM_CHARS, spelling
from bot.text.characters import UNSPACED, WORD_MARKS
from bot.text.patterns import late
from bot.text.words import any_of, by_language
from summarizer import simplified_characters

LEAD_CHARS = 500  # of the text: where news says what it is about
MAX_TERMS = 160  # of title and lead together: bounds the work in scripts without spaces
NGRAM_CHARS = 4
SHORTEST_STEM = 2  # letters that are left of a word without its particle: a place, a family name with a given one
BANDS, ROWS = 5, 4  # texts that share 60 % of their n-grams share a band in half the cases, 80 %: in 93 of a hundred
SEED = 20  # stored bands depend on it
# Places of n-grams; a title and a lead have fewer, unless they are of characters that stand for words.
_NGRAMS = [slice(at, at + NGRAM_CHARS) for at in range(1000)]

_WORD = late(rf"[{UNSPACED}]+|[^\W_{UNSPACED}]+(?:[{WORD_MARKS}]+[^\W_{UNSPACED}]*)*")
_FIRST_UNSPACED = UNSPACED[0]
_IS_UNSPACED = late(rf"[{UNSPACED}]")
_DIGIT = late(r"\d")  # "12", "2nd"
_ROMAN = frozenset("ivx")
_HAN_NUMERALS = frozenset("一二三四五六七八九十百零〇")
_PAIRED = frozenset({"vi"})  # written in syllables: two of them make a word
# Written with letters and without spaces: no list of usual words says which pairs of letters are usual.
_PAIRS_OF_LETTERS = frozenset({"km", "lo", "my", "th"})
# Letters that one publisher writes and another does not.
_WRITTEN_ALIKE = {"ar": str.maketrans("أإآىة", "ااايه", "ـًٌٍَُِّْ")}
_YO = "ё", "е"
# Makes another term of a word for an act than of a word that begins alike ("protest", "protect"), by a bit that neither
# its counter (`weights.counters_of`) nor a spelling goes by.
_ACT = 1 << 18
_FIGURES_IN_PAIRS = frozenset(crc32(code.encode()) for code in ("ja", "vi", "zh"))


def sketch(title: str, text: str, *, language: str, publisher: str) -> StorySketch:
    """The sketch of an article in `language` (BCP 47); `publisher` names its source, or the author of a post."""
    base = language.split("-")[0]
    head, lead = (_folded(part, base) for part in (title, text[:LEAD_CHARS]))
    title_terms, lead_terms = _terms_of_parts(head, lead, base)
    terms = title_terms | lead_terms
    names = names_in(title, text[:LEAD_CHARS], base, usual=_calendar(base))
    named, known = (frozenset(_terms(_folded(" ".join(part), base), base)) for part in names)
    return StorySketch(
        title=title_terms,
        terms=terms,
        bands=(_hashed(repr(sorted(title_terms)), slot=False), *_bands(f"{head} {lead}")),
        language=crc32(base.encode()),
        publisher=crc32(publisher.encode("utf-8", "replace")),
        names=title_terms & named,
        lead_names=known.intersection(terms) - title_terms,
        topics=title_terms & lead_terms,
        spellings=frozenset(_spellings(f"{title} {text[:LEAD_CHARS]}", base)) if any(names) else frozenset(),
    )


def counted_terms(title: str, text: str, *, language: str) -> CountedTerms:
    """The terms alone that the sketch of an article would have: a quarter of the work."""
    base = language.split("-")[0]
    title_terms, lead_terms = _terms_of_parts(_folded(title, base), _folded(text[:LEAD_CHARS], base), base)
    return CountedTerms(terms=title_terms | lead_terms, language=crc32(base.encode()))


def words_of(title: str, text: str, terms: Sequence[int], *, language: str) -> tuple[str, ...]:
    """The words of an article that these of its terms stand for, in the order of the terms, as comparing folds them."""
    base, wanted = language.split("-")[0], set(terms)
    found: dict[int, str] = {}
    for part in (title, text[:LEAD_CHARS]):
        folded = _folded(part, base)
        for term, piece in zip(_terms(folded, base), _pieces(folded, base), strict=True):
            if term in wanted:
                wanted.remove(term)
                found[term] = piece
        if not wanted:
            break
    return tuple(found[term] for term in terms if term in found)


def terms_of(text: str, *, language: str) -> frozenset[int]:
    """The terms of a whole text in `language` (BCP 47)."""
    base = language.split("-")[0]
    return frozenset(_terms(_folded(text, base), base))


def usual_terms(language: int) -> frozenset[int]:
    """The terms of the words that many articles of a sketch's language have; none of a language not counted so far."""
    code = _counted_languages().get(language, "")
    return _usual_terms(code) if code else frozenset()


@lru_cache(maxsize=64)
def number_terms(language: int) -> frozenset[int]:
    """The terms of numbers in words in a sketch's language; none of a language not counted so far, or that keeps
    numbers apart from nothing.
    """
    if not counts_in_words(language):
        return frozenset()
    from summarizer import number_words  # with the first sketch: it reads the words of languages

    code = _counted_languages().get(language, "")
    return terms_of(" ".join(number_words(code)), language=code)


@lru_cache(maxsize=1)
def _counted_languages() -> dict[int, str]:
    from summarizer import common_words  # with the first sketch

    return {crc32(code.encode()): code for code in common_words() if code not in _PAIRS_OF_LETTERS}


@lru_cache(maxsize=32)
def _usual_terms(code: str) -> frozenset[int]:
    from summarizer import common_words  # with the first sketch

    return terms_of(common_words()[code], language=code)


def _spellings(text: str, language: str) -> Iterator[int]:
    """Of the words with a capital, how they go on behind the letters that make their terms."""
    if language in _PAIRED:
        return  # what is compared there are whole words
    capitalised = " ".join({word for word in text.split() if not word.islower()})
    for word in _WORD.findall(unicodedata.normalize("NFKC", capitalised)):
        if word[0].isupper():
            folded = word.casefold()
            if language == "ru":
                folded = folded.replace(*_YO)
            yield spelling(crc32(folded[:STEM_CHARS].encode()), folded)  # of the term's highest bits alone


def is_slot(term: int) -> bool:
    """Whether the term is a number, a weekday or a month: what alone differs in the titles of a series."""
    return bool(term & 1)


def counts_in_words(language: int) -> bool:
    """Whether a sketch's language keeps numbers apart from other words: in pairs of characters or syllables one number
    makes several terms, and chance makes others.
    """
    return language not in _FIGURES_IN_PAIRS


def _folded(text: str, language: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    if language == "zh":
        return folded.translate(simplified_characters())
    if language == "ru":
        return folded.replace(*_YO)
    return folded.translate(alike) if (alike := _WRITTEN_ALIKE.get(language)) else folded


def _terms_of_parts(head: str, lead: str, language: str) -> tuple[frozenset[int], set[int]]:
    """The terms of a folded title and lead, MAX_TERMS together at most."""
    title_terms = frozenset(islice(_terms(head, language), MAX_TERMS))
    more = _terms(lead, language)
    lead_terms = set(islice(more, MAX_TERMS - len(title_terms)))
    left = MAX_TERMS - len(title_terms | lead_terms)
    for term in more:  # since some came twice
        if left <= 0:
            break
        left -= term not in title_terms and term not in lead_terms
        lead_terms.add(term)
    return title_terms, lead_terms


def _terms(text: str, language: str) -> Iterator[int]:
    return chain.from_iterable(_runs_of_terms(text, language))


def _runs_of_terms(text: str, language: str) -> Iterator[list[int]]:
    """The terms of words between spaces, all together, and those of each piece of text without spaces."""
    words = _WORD.findall(text)
    if language in _PAIRED:
        yield [_hashed(f"{one} {other}", slot=_counts(one + other)) for one, other in pairwise(words)]
        return
    calendar, particles, acts_by_stem = _calendar(language), _particles(language), _acts_by_stem(language)
    run: list[int] = []
    for word in words:
        if word[0] >= _FIRST_UNSPACED and _IS_UNSPACED.match(word):
            yield run
            run = []
            # as `_hashed`, without a call a pair; each of these characters has three bytes
            coded = word.encode()
            terms = [crc32(coded[at : at + 6]) & ~1 for at in range(0, len(coded) - 3, 3)]
            if not _HAN_NUMERALS.isdisjoint(word):
                slots = [char in _HAN_NUMERALS for char in word]
                terms = [term | one | other for term, one, other in zip(terms, slots, slots[1:], strict=False)]
            yield terms
        elif word in calendar or ((word[0] in _ROMAN or not word.isalpha()) and _counts(word)):
            run.append(_hashed(word, slot=True))
        else:
            if particles and len(word) > SHORTEST_STEM and (ending := particles.search(word, SHORTEST_STEM)):
                word = word[: ending.start()]
            stem = word[:STEM_CHARS]
            term = crc32(stem.encode()) & ~1  # as `_hashed`, without a call a word
            run.append(term ^ _ACT if stem in acts_by_stem and word[:BEGINNING] in acts_by_stem[stem] else term)
    yield run


def _pieces(text: str, language: str) -> Iterator[str]:
    """What each term of a text is made of."""
    words = _WORD.findall(text)
    if language in _PAIRED:
        yield from map(" ".join, pairwise(words))
        return
    for word in words:
        if _IS_UNSPACED.match(word):
            yield from map("".join, pairwise(word))
        else:
            yield word


def _counts(word: str) -> bool:
    """Whether the word is a number or holds one: "12", "2nd", "iv"."""
    if word.isalpha():
        return word[0] in _ROMAN and _ROMAN.issuperset(word)
    return _DIGIT.search(word) is not None


def _hashed(term: str, *, slot: bool) -> int:
    """32 bits, the lowest of which says what `is_slot` asks."""
    return crc32(term.encode()) & ~1 | slot


def _bands(text: str) -> tuple[int, ...]:
    """LSH bands of the text's n-grams: Broder (1997); Leskovec et al., Mining of Massive Datasets, 3.4."""
    if len(text) < NGRAM_CHARS:
        return ()
    minhash = rensa.RMinHash(num_perm=BANDS * ROWS, seed=SEED)
    minhash.update(map(text.__getitem__, _NGRAMS[: len(text) - NGRAM_CHARS + 1]))
    rows = minhash.digest()
    return tuple(crc32(repr((band, rows[band * ROWS : (band + 1) * ROWS])).encode()) for band in range(BANDS))


@lru_cache(maxsize=32)
def _acts_by_stem(language: str) -> dict[str, set[str]]:
    """How the words for acts begin, by their stems."""
    found: dict[str, set[str]] = {}
    for word in acts().get(language, ()):
        folded = _folded(word, language)
        found.setdefault(folded[:STEM_CHARS], set()).add(folded[:BEGINNING])
    return found


@lru_cache(maxsize=64)
def weekday_terms(language: int) -> frozenset[int]:
    """The terms of the weekdays in a sketch's language; none where they are not told apart."""
    for code, (_, weekdays) in _calendars().items():
        if crc32(code.encode()) == language:
            return terms_of(weekdays, language=code)
    return frozenset()


@lru_cache(maxsize=32)
def _calendar(language: str) -> frozenset[str]:
    """The names of months and weekdays, long and short, as the language writes them."""
    return frozenset(" ".join(_calendars().get(language, ())).split())


@lru_cache(maxsize=32)
def _particles(language: str) -> re.Pattern[str] | None:
    """What the words of a language end in where they are joined to the sentence; None where nothing is attached."""
    words = by_language().get(language)
    endings = words.stories.particles if words else ()
    return re.compile(f"{any_of(map(re.escape, endings))}$") if endings else None


@lru_cache(maxsize=1)
def _calendars() -> dict[str, tuple[str, str]]:
    """By language, what names several days and months, and what names one weekday alone, between spaces. Babel has
    them, too, but keeps a megabyte and a half of a language in memory to answer.
    """
    table = (resources.files("bot.stories") / "calendars.tsv").read_text(encoding="utf-8")
    lines = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return {language: (others, weekdays) for language, others, weekdays in lines}
