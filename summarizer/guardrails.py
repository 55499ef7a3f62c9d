"""Checks a model's summary against its article before anyone sees it (pure); asks no model and keeps no state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from summarizer.base import Document, Summary, same_language
from summarizer.chinese import to_script
from summarizer.grounding import Reason, Source, ungrounded
from summarizer.language import UNKNOWN, detect_language
from summarizer.limits import joint, max_chars
from summarizer.prompts import read_answer
from summarizer.sentences import is_finished, split_sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What is left of a summary, None if nothing is; `rejected` counts the refused sentences by reason."""

    summary: Summary | None
    rejected: Mapping[Reason, int]


def check(summary: Summary, document: Document, *, sentences: int, language: str | None) -> Checked:
    """Keep of a summary what its document bears out, in the language asked for (None: the document's own).

    Never raises. The summary that is kept passes a second check unchanged.
    """
    own = detect_language(document.text, document.language)
    wanted = own if language is None else language
    text = to_script(read_answer(summary.text, translated=False).text, wanted)
    rejected: Counter[Reason] = Counter()
    if not same_language(detect_language(text, wanted), wanted):
        return Checked(summary=None, rejected={Reason.LANGUAGE: 1})
    source = Source.read(document, own)
    kept: list[str] = []
    limit = max_chars(wanted, sentences)
    for sentence in split_sentences(text, wanted):
        reason = ungrounded(sentence, source, language=wanted) or (None if is_finished(sentence) else Reason.SHAPE)
        if reason is None and len(joint(wanted).join([*kept, sentence])) > limit:
            reason = Reason.TOO_LONG
        if reason is not None:
            rejected[reason] += 1
        elif len(kept) < max(sentences, 1):
            kept.append(sentence)
    if not kept:
        return Checked(summary=None, rejected=rejected or {Reason.EMPTY: 1})
    grounded = same_language(own, wanted) or own == UNKNOWN
    return Checked(
        summary=replace(summary, text=joint(wanted).join(kept), language=wanted, grounded=grounded), rejected=rejected
    )
