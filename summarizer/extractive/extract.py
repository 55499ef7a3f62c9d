"""Chooses the sentences of a document that may stand in its summary, and makes the summary of them. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice

from summarizer.base import Document, EngineKind, NothingToSummarize, SummarizerError, Summary
from summarizer.extractive.article import ABSENT
from summarizer.extractive.boilerplate import is_aside, is_cut, is_heading, is_label, read_lines
from summarizer.extractive.edges import is_edge_notice
from summarizer.extractive.quoting import without_lone_marks
from summarizer.extractive.ranking import choose
from summarizer.language import detect_language
from summarizer.limits import joint, max_chars
from summarizer.openings import leans_back
from summarizer.sentences import is_finished, letters_of, split_sentences

READ_SENTENCES = 24  # a few more than are ranked: some drop out before
READ_CHARS = 50_000  # where a news article is surely over
LONG_LINE_CHARS = 4_000  # holds sentences enough to rank
READ_LINES = 8  # enough to tell the language
TITLE_PROBE_CHARS = 16  # of a sentence, enough to see that it is not the title

_ENOUGH_LETTERS = re.compile(r"(?:[^\W\d_][\W\d_]*){8}")  # fewer tell nothing
_POINTER = re.compile(r"https?://|\bwww\.|\bt\.me/|(?<![\w.])@\w{4,}", re.IGNORECASE)
_POINTER_MARKS = ("://", "www.", "t.me/", "@")  # one of which every pointer holds: looked for first, it is fast
_CLAUSE_END = re.compile(r"[,;:，、；：،؛፣၊]\s*|\s[–—]\s|\s+")


def summarize_document(document: Document, *, sentences: int) -> Summary | SummarizerError:
    """Return the extractive summary of one document, or NothingToSummarize."""
    language, found = candidates_of(document)
    if not found:
        return NothingToSummarize("the document holds no sentence")
    texts = [candidate.text for candidate in found]
    limit = max_chars(language, sentences)
    space = joint(language)
    chosen = choose(
        texts,
        document.title,
        count=max(sentences, 1),
        max_chars=limit,
        joint=len(space),
        language=language,
        needs=needs_of(found, language),
    )
    text = space.join(_runs(chosen, found, space)) or without_lone_marks(_cut(texts[0], limit))
    return Summary(text=text, language=language, engine="extractive", kind=EngineKind.EXTRACTIVE, grounded=True)


def _runs(chosen: Sequence[int], found: Sequence[Candidate], space: str) -> list[str]:
    """Return the chosen sentences, those that follow each other as one: a quotation may go through several."""
    runs: list[list[Candidate]] = []
    for candidate in (found[index] for index in chosen):
        if runs and candidate.place == runs[-1][-1].place + 1:
            runs[-1].append(candidate)
        else:
            runs.append([candidate])
    return [without_lone_marks(space.join(candidate.text for candidate in run)) for run in runs]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A sentence that may stand in a summary; `place` is its number in the article, in which a heading counts, too."""

    text: str
    place: int


def candidate_sentences(document: Document) -> tuple[str, list[str]]:
    """Return the document's language, and the sentences that may stand in its summary, in order."""
    language, found = candidates_of(document)
    return language, [candidate.text for candidate in found]


def candidates_of(document: Document) -> tuple[str, list[Candidate]]:
    """Return the document's language, and the sentences that may stand in its summary, with their places.

    Whole sentences of paragraphs at best; where there are none, the least broken thing that the document has.
    """
    lines = read_lines(document.text[:READ_CHARS])
    first = list(islice(lines, READ_LINES))
    language = detect_language("\n".join(first) or document.title, document.language)
    whole = _rankable((("" if is_heading(line) else line) for line in chain(first, lines)), language)
    uncut = [candidate for candidate in whole if not is_cut(candidate.text)]
    finished = [candidate for candidate in uncut if is_finished(candidate.text)]
    title = letters_of(document.title)
    news = [candidate for candidate in finished if not _repeats(candidate.text, title)] if title else finished
    if chosen := news or finished or uncut or whole:
        # A sentence with an address or a name to call tells where to go rather than what happened.
        return language, [candidate for candidate in chosen if not _points_elsewhere(candidate.text)] or chosen
    return language, _rankable(read_lines(document.text[:READ_CHARS]), language)


def needs_of(candidates: Sequence[Candidate], language: str) -> Callable[[int], int]:
    """Return the function that `choose` asks which sentence must stand beside another, by their indexes.

    It gives the index itself for a sentence that stands alone. For one that leans on the sentence before it, it gives
    that one's index, or ABSENT if that is no candidate or if nothing stands before.
    """

    @cache
    def needs(index: int) -> int:
        if not leans_back(candidates[index].text, language):
            return index
        follows = index > 0 and candidates[index - 1].place == candidates[index].place - 1
        return index - 1 if follows else ABSENT

    return needs


def _rankable(lines: Iterable[str], language: str) -> list[Candidate]:
    """Split lines until there are sentences enough to rank; leave out those of few letters, and a notice at the end."""
    sentences = (sentence for line in lines for sentence in _split(line, language) or [""])
    found = (
        Candidate(text=sentence, place=place)
        for place, sentence in enumerate(sentences)
        if _ENOUGH_LETTERS.search(sentence)
    )
    ranked = list(islice(found, READ_SENTENCES))
    if 1 < len(ranked) < READ_SENTENCES and is_edge_notice(ranked[-1].text):
        ranked.pop()
    return ranked


def _split(line: str, language: str) -> list[str]:
    """Split a line, without what speaks of its page; of one that holds a whole article, only the beginning."""
    cut = split_sentences(line[:LONG_LINE_CHARS], language)[:-1] if len(line) > LONG_LINE_CHARS else []
    sentences = cut or split_sentences(line, language)
    # A line of one sentence was looked at as a line.
    if len(sentences) < 2:
        return sentences
    return [sentence for sentence in sentences if not (is_aside(sentence) or is_label(sentence))]


def _points_elsewhere(sentence: str) -> bool:
    small = sentence.lower()
    return any(mark in small for mark in _POINTER_MARKS) and _POINTER.search(sentence) is not None


def _repeats(sentence: str, title: str) -> bool:
    """Whether a sentence is the title once more; `title` is its key."""
    return title.startswith(letters_of(sentence[:TITLE_PROBE_CHARS])) and letters_of(sentence) == title


def _cut(sentence: str, limit: int) -> str:
    """Shorten one over-long sentence at the last clause that fits, marked by an ellipsis."""
    ends = [match.start() for match in _CLAUSE_END.finditer(sentence, limit // 2, limit - 1)]
    return sentence[: ends[-1] if ends else limit - 1].rstrip() + "…"
