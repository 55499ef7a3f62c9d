"""Plans how articles go through a model (pure): cut at sentence ends, in chunks where too long, in even batches.

Lengths are in tokens, counted by whoever asks; a batch is padded to its longest, so lengths in it should be near.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate

from summarizer.sentences import split_sentences

MAX_CHUNKS = 4  # of one article; what follows in a news article adds little
LONG_ARTICLE = 2  # budgets: a longer article is summarised chunk by chunk, a shorter one is cut
MAX_PADDING = 1.5  # the longest of a batch is at most this many times its shortest, short ones aside
SHORT_TOKENS = 64  # padding up to here costs nothing

CountTokens = Callable[[list[str]], list[int]]


def plan_chunks(text: str, *, language: str, max_tokens: int, count: CountTokens) -> list[str]:
    """Divide an article into the texts to summarise, each of whole sentences and at most `max_tokens`.

    One text for most articles: what exceeds the budget by less than LONG_ARTICLE times is cut off at a sentence
    end. Paragraphs stay on lines of their own. A sentence longer than the budget stands alone, to be truncated by
    the tokenizer.
    """
    pieces, ends = _sentences(text, language)
    if not pieces:
        return []
    sizes = count(pieces)
    totals = list(accumulate(sizes))
    wanted = 1 if totals[-1] <= LONG_ARTICLE * max_tokens else MAX_CHUNKS
    chunks: list[str] = []
    start, used = 0, 0
    for index, size in enumerate(sizes):
        if index > start and used + size > max_tokens:
            chunks.append(_join(pieces, ends, start, index))
            if len(chunks) == wanted:
                return chunks
            start, used = index, 0
        used += size
    return [*chunks, _join(pieces, ends, start, len(pieces))]


def plan_batches(lengths: Sequence[int], *, max_items: int) -> list[list[int]]:
    """Group the indexes of `lengths` into batches of like length, the shortest first."""
    batches: list[list[int]] = []
    for index in sorted(range(len(lengths)), key=lengths.__getitem__):
        limit = max(lengths[batches[-1][0]], SHORT_TOKENS) * MAX_PADDING if batches else 0
        if batches and len(batches[-1]) < max_items and lengths[index] <= limit:
            batches[-1].append(index)
        else:
            batches.append([index])
    return batches


def _sentences(text: str, language: str) -> tuple[list[str], list[str]]:
    """Split into sentences, and give what stands behind each: a space, nothing (CJK), or a line end."""
    pieces: list[str] = []
    ends: list[str] = []
    for line in text.splitlines():
        found = split_sentences(line, language)
        pieces += found
        joint = "" if language.split("-")[0] in ("zh", "ja") else " "
        ends += [joint] * (len(found) - 1) + ["\n"] * bool(found)
    return pieces, ends


def _join(pieces: list[str], ends: list[str], start: int, stop: int) -> str:
    return "".join(piece + end for piece, end in zip(pieces[start:stop], ends[start:stop], strict=True)).strip()
