"""Splits text of any script into whole sentences; never changes or loses a character of them.

Boundaries come from sentencex (Wikimedia's rules per language). On top of it: the end marks of scripts that it
does not know, Chinese and Japanese quotations, Thai and Lao (which write no end marks), and no boundary inside
quotation marks or brackets. Abbreviations and ordinals are data of each language. A line is a paragraph; no sentence
crosses it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, pairwise

import sentencex

from summarizer.scripts import CASED, HAN, KANA, SURROGATES, THAI_LAO
from summarizer.words.loader import every, words_of
from summarizer.words.patterns import any_phrase, any_word

SCRIPT_CHARS = 300  # the beginning of a paragraph tells its script
MAX_ENCLOSED_CHARS = 280  # a quotation longer than this may be split inside
MAX_SEGMENTED_CHARS = 4_000  # of a line that sentencex reads at once
LONGEST_ABBREVIATION = 16  # characters, with its stop and the spaces behind it
THAI_SENTENCE_CHARS = 90  # Thai and Lao: a space after this many characters may end a sentence
LONGEST_CLAUSE_END = 16  # characters of a word behind which a clause goes on
THAI_CLAUSE_CHARS = 15  # ... if what follows up to the next space is this long: no name, number or abbreviation

_END_MARKS = ".!?…。！？｡．।॥。۔؟։።፧፨។៕៚။༎།᠃᠉꯫᱾᱿"
_CLOSERS = "\"'”’»«›)）]］」』】〉》}＂〟“"
_WIDE_END = re.compile(rf"[。！？｡!?]+(?:…+)?[{re.escape(_CLOSERS)}]*|…{{2,}}[」』”）]*(?=[^，、])")
_HARD_END = re.compile(rf"[।॥۔؟։።፧፨។៕៚။༎᠃᠉꯫᱾᱿]+[{re.escape(_CLOSERS)}]*|།(?=\s)")
_CLOSER_OF = {
    "“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", "（": "）", "(": ")", "[": "]", "【": "】",
    "《": "》", "〈": "〉", "‹": "›", "［": "］",
}  # fmt: skip
_QUOTE_OR_BRACKET = re.compile(f"[{re.escape(''.join({*_CLOSER_OF, *''.join(_CLOSER_OF.values())}))}]")
# sentencex reads UTF-8 only, and panics at a full stop behind a capital and a wide space ("B\u00a0."): it gets spaces.
_HIDDEN_FROM_SENTENCEX = re.compile(rf"[{SURROGATES}]|[^\S\x00-\x7f]")
_STRAIGHT_QUOTE = re.compile(r'(?<!\w)"|"(?!\w)')  # between letters it is the Hebrew sign of an abbreviation
_GOES_ON = re.compile(r"\s*[,;:，、；：،؛…)\]）」』】»”]")
_INITIAL = re.compile(r"(?:^|[\s(«“\"])[A-HJ-ZÀ-ÞА-Я]\.\s*$")  # "M. Dupont", "J. Reed"; "World War I." ends
_SHORT_WORD = re.compile(r"(?<!\w)\S{1,6}\.\s*$")  # every abbreviation of these is one
_ORDINAL = re.compile(r"(?:^|[\s(„“\"»–-])(?:\d{1,2}\.\s?)?(?:\d{1,3}|[IVXLC]+)\.\s*$")
_NEXT_WORD = re.compile(rf"\s*([{CASED}]+)")
_BEFORE_ABBREVIATION = "(«“\"'’/-"
_WIDE = re.compile(f"[{KANA}{HAN}]")
# Vowels of Thai and Lao that a consonant follows: those written before it, and a and ue within a syllable.
_BROKEN_SYLLABLE = re.compile("[เแโใไ\u0e31\u0e37ເແໂໃໄ\u0eb1\u0eb7][\u0e48-\u0e4b\u0ec8-\u0ecb]?\\s*$")
_THAI_LAO = re.compile(f"[{THAI_LAO}]")
_THAI_CLAUSE = re.compile(rf"(?<=[^\s.\d])\s+(?=[\"“(]?[{THAI_LAO}][^\s.]{{{THAI_CLAUSE_CHARS - 1},}})")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Patterns:
    """Words around a possible end: `title`, `numbered` and `clock` match before it, the others behind it."""

    title: re.Pattern[str]  # an abbreviation that sentencex takes for an end in some languages
    numbered: re.Pattern[str]
    clock: re.Pattern[str]
    after_clock: re.Pattern[str]
    quote_link: re.Pattern[str]
    clause_link: re.Pattern[str]
    clause_start: re.Pattern[str]
    clause_end: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    before = r"(?:^|[\s(«“\"'’])"
    titles = any_word(every(lambda words: words.sentences.titles))
    numbered = any_word(every(lambda words: words.sentences.numbered))
    clocks = any_word(every(lambda words: words.sentences.clocks))
    return _Patterns(
        title=re.compile(rf"{before}{titles}\.\s*$"),
        numbered=re.compile(rf"(?:^|[\s(«“\"]){numbered}\.\s*$"),
        clock=re.compile(rf"\b{clocks}\s*$"),
        after_clock=re.compile(rf"\s*{any_phrase(every(lambda words: words.sentences.after_clocks))}"),
        quote_link=re.compile(any_word(every(lambda words: words.sentences.quote_links))),
        clause_link=re.compile(any_word(every(lambda words: words.sentences.clause_links))),
        clause_start=re.compile(any_word(every(lambda words: words.sentences.clause_starts))),
        clause_end=re.compile(rf"{any_word(every(lambda words: words.sentences.clause_ends))}\s*$"),
    )


@lru_cache(maxsize=128)
def _abbreviations(language: str) -> frozenset[str]:
    """Abbreviations that end no sentence of this language, without their last stops."""
    return frozenset(words_of(language).sentences.abbreviations)


@lru_cache(maxsize=128)
def _starts(language: str) -> frozenset[str] | None:
    """Words that follow a number with a stop only where the sentence ends; None if the number is no ordinal."""
    words = words_of(language)
    return frozenset((*words.sentences.starts, *words.openings.words)) if words.sentences.ordinals else None


def letters_of(text: str) -> str:
    """The letters and digits of a text, in small letters: sentences that share these say the same."""
    return "".join(filter(str.isalnum, text.casefold()))


def split_sentences(text: str, language: str) -> list[str]:
    """Split `text` into its sentences, in order, each without surrounding white space.

    `language` is a BCP 47 tag; an unknown one gets general rules. Every sentence is a substring of the text, and
    together they hold every character of it that is not white space.
    """
    return [sentence for line in text.splitlines() for sentence in _split_line(line, language)]


def ends_sentence(sentence: str) -> bool:
    """Whether the text ends in an end mark, closing quotes and brackets aside."""
    core = sentence.rstrip().rstrip(_CLOSERS + " \u00a0")
    return bool(core) and core[-1] in _END_MARKS


def is_finished(sentence: str) -> bool:
    """Whether a sentence is ended: by an end mark, or in a script that writes none, not within a clause or syllable."""
    if ends_sentence(sentence):
        return True
    broken = _BROKEN_SYLLABLE.search(sentence) or _ends_amid_clause(sentence, len(sentence))
    return _writes_no_end_marks(sentence) and not broken


def _writes_no_end_marks(text: str) -> bool:
    return not text.isascii() and len(_THAI_LAO.findall(text)) * 3 > len(text)


def _ends_amid_clause(text: str, stop: int) -> bool:
    return _patterns().clause_end.search(text, max(stop - LONGEST_CLAUSE_END, 0), stop) is not None


def _split_line(line: str, language: str) -> list[str]:
    if not line.strip():
        return []
    base = language.split("-", maxsplit=1)[0].lower()
    beginning = line[:SCRIPT_CHARS]
    wide = len(_WIDE.findall(beginning)) * 3 > len(beginning)
    enclosed = _enclosed(line)
    if wide and base != "ko":
        ends = _wide_boundaries(line)
    elif _writes_no_end_marks(beginning):
        ends = _thai_boundaries(line)
    else:
        ends = _boundaries(line, base, [span for span in enclosed if not _is_kept_whole(span)])
    whole = [span for span in enclosed if _is_kept_whole(span)]
    if whole:
        ends = _outside(ends, whole)
    kept = sorted(end for end in ends if 0 < end < len(line))
    pieces = (line[start:stop].strip() for start, stop in pairwise([0, *kept, len(line)]))
    return [piece for piece in pieces if piece]


def _outside(ends: set[int], spans: list[tuple[int, int]]) -> set[int]:
    """Return the ends that lie inside no span; one pass over both."""
    kept: set[int] = set()
    following = iter(sorted(spans))
    span, reached = next(following, None), 0
    for end in sorted(ends):
        while span is not None and span[0] < end:
            reached = max(reached, span[1])
            span = next(following, None)
        if end >= reached:
            kept.add(end)
    return kept


def _is_kept_whole(span: tuple[int, int]) -> bool:
    return span[1] - span[0] <= MAX_ENCLOSED_CHARS


def _boundaries(line: str, base: str, opened: list[tuple[int, int]]) -> set[int]:
    """Return the offsets at which sentences end, by sentencex and by the marks that it leaves out.

    It never splits a quotation, so the quotes of the long ones in `opened` are hidden from it.
    """
    seen = line if line.isascii() else _HIDDEN_FROM_SENTENCEX.sub(" ", line)
    if opened:
        characters = list(seen)
        for start, stop in opened:
            characters[start] = characters[stop - 1] = " "
        seen = "".join(characters)
    ends = _segment_ends(seen, base)
    if not line.isascii():
        ends |= {match.end() for match in _HARD_END.finditer(line)}
    cased = line != line.lower()  # in a text without capitals a small letter says nothing
    return {end for end in ends if not _goes_on(line, end, base, cased=cased)}


def _segment_ends(line: str, base: str) -> set[int]:
    """Return the ends that sentencex finds. Its time grows with the square of a line: long ones are read in pieces."""
    ends: set[int] = set()
    start = 0
    while start < len(line):
        stop = min(start + MAX_SEGMENTED_CHARS, len(line))
        if stop < len(line):
            half = start + MAX_SEGMENTED_CHARS // 2
            stop = max(line.rfind(". ", half, stop) + 2, half) if ". " in line[half:stop] else stop
        segments = list(sentencex.segment(base, line[start:stop]))
        if "".join(segments) == line[start:stop]:
            ends |= set(accumulate(map(len, segments), initial=start))
        if line[stop - 2 : stop] != ". ":
            ends.discard(stop)  # cut anywhere
        start = stop
    return ends


def _goes_on(line: str, end: int, language: str, *, cased: bool) -> bool:
    """Whether the sentence goes on behind an offset at which an end mark stands."""
    if _GOES_ON.match(line, end) or (line[end - 1] in _CLOSERS and line[end : end + 1].isalpha()):
        return True
    following = _NEXT_WORD.match(line, end)
    if cased and following and following[1][0].islower():
        return True
    start = max(end - LONGEST_ABBREVIATION, 0)
    words = line[start:end].split()
    if not words or words[-1][-1] != ".":
        return False
    last = words[-1].lstrip(_BEFORE_ABBREVIATION)[:-1].lower()
    known = _abbreviations(language)
    if last in known or f"{''.join(words[-2:-1]).lower()} {last}" in known:
        return True
    starts = _starts(language)
    if starts is not None and following and _ORDINAL.search(line, start, end):
        return following[1].lower() not in starts
    if not _SHORT_WORD.search(line, start, end):
        return False
    patterns = _patterns()
    if _INITIAL.search(line, start, end) or patterns.title.search(line, start, end):
        return True
    if patterns.numbered.search(line, start, end) and line[end:].lstrip()[:1].isdigit():
        return True
    return bool(patterns.clock.search(line, start, end) and patterns.after_clock.match(line, end))


def _wide_boundaries(line: str) -> set[int]:
    """Return the ends of Chinese and Japanese sentences; a quotation followed by a particle goes on."""
    ends: set[int] = set()
    start = 0
    for match in _WIDE_END.finditer(line):
        last, end = match.group()[-1], match.end()
        if last in _CLOSERS and _patterns().quote_link.match(line, end):
            continue
        if last in ")）" and line[start:end].lstrip()[0] not in "(（":  # a remark inside a sentence
            continue
        if not _GOES_ON.match(line, end):
            ends.add(end)
            start = end
    return ends


def _thai_boundaries(line: str) -> set[int]:
    """Return likely ends of Thai or Lao sentences, which carry no mark: a space after enough text before a new clause.

    The full stop ends abbreviations only in these languages.
    """
    ends: set[int] = set()
    start = 0
    for match in _THAI_CLAUSE.finditer(line):
        size = match.start() - start
        follows = match.end()
        if _ends_amid_clause(line, match.start()):
            continue
        anew = size >= THAI_SENTENCE_CHARS and not _patterns().clause_link.match(line, follows)
        if (
            anew
            or line[match.start() - 1] in "!?"
            or (size >= THAI_SENTENCE_CHARS // 2 and _patterns().clause_start.match(line, follows))
        ):
            ends.add(match.end())
            start = match.end()
    return ends


def _enclosed(line: str) -> list[tuple[int, int]]:
    """Return the spans of matching quotes and brackets."""
    spans: list[tuple[int, int]] = []
    open_at: list[tuple[str, int]] = []
    for match in _QUOTE_OR_BRACKET.finditer(line):
        char, index = match.group(), match.start()
        for depth, (opener, start) in enumerate(reversed(open_at[-2:]), start=1):
            if char in _CLOSER_OF[opener]:  # closes the last one opened, or the one around it
                spans.append((start, index + 1))
                del open_at[-depth:]
                break
        else:
            if char in _CLOSER_OF:
                open_at.append((char, index))
    straight = [match.start() for match in _STRAIGHT_QUOTE.finditer(line)] if '"' in line else []
    if len(straight) % 2 == 0:
        spans += [(start, stop + 1) for start, stop in zip(straight[::2], straight[1::2], strict=True)]
    return spans
