"""What stands between a model's answer and its reader: the checks, a second reader's verdicts, the extract's rivalry.

A summary takes the place of the article's own sentences only if they would not tell more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from summarizer.base import Document, Summary, same_language
from summarizer.checks.grounding import Reason
from summarizer.checks.guardrails import Checked, check
from summarizer.checks.synonyms import retold
from summarizer.checks.telling import is_readable
from summarizer.chinese import to_script
from summarizer.extractive.extract import READ_CHARS, candidate_sentences, summarize_document
from summarizer.limits import joint
from summarizer.openings import leans_back
from summarizer.sentences import letters_of, split_sentences
from summarizer.worth import is_long_enough, is_worthy

# Reasons that make the rest of an answer doubtful: the model makes things up, or has lost its way.
TELLTALE = frozenset({Reason.NUMBER, Reason.DATE, Reason.NAME, Reason.QUOTE, Reason.CLAIM, Reason.SUBJECT, Reason.LOOP})

__all__ = ["Checked", "check", "compare", "own_sentences", "without"]


def own_sentences(summary: Summary) -> list[str]:
    """Divide a summary into its sentences."""
    return split_sentences(summary.text, summary.language)


def without(checked: Checked, refused: Sequence[str]) -> Checked:
    """Take from a checked summary the sentences that the second reader does not find in the article."""
    if checked.summary is None or not refused:
        return checked
    kept = [sentence for sentence in own_sentences(checked.summary) if sentence not in refused]
    rejected = Counter(checked.rejected) + Counter({Reason.UNVERIFIED: len(refused)})
    text = joint(checked.summary.language).join(kept)
    return Checked(summary=replace(checked.summary, text=text) if kept else None, rejected=rejected)


def compare(checked: Checked, document: Document, *, sentences: int, rewords: bool = True) -> Checked:
    """Refuse a checked summary that tells less than the extract of as many sentences.

    Also one of whose answer more sentences went for a telltale reason than are left, and one whose beginning leans on
    what it was torn from. Of a translation only the length is compared beside these. From a model that is too small
    for words of its own (`rewords` false), only sentences that the article has stay.
    """
    if checked.summary is None:
        return checked
    extract = summarize_document(document, sentences=sentences)
    if not isinstance(extract, Summary):
        return checked
    summary, rejected = checked.summary, Counter(checked.rejected)
    told = _untitled(own_sentences(summary), document.title)
    if len(told) < len(own_sentences(summary)):
        rejected += Counter({Reason.TITLE: 1})
        summary = replace(summary, text=joint(summary.language).join(told))
    telltale = sum(count for reason, count in rejected.items() if reason in TELLTALE)
    torn = bool(rejected) or told[0] in document.text  # from what stood before it, in the answer or in the article
    leans = torn and leans_back(told[0], summary.language)
    reworded = not rewords and not _are_of(document, told)
    is_poor = reworded or leans or telltale > len(told)
    doubted = telltale > 0 or rejected[Reason.REMARK] > 0  # who speaks of the task may have lost the article
    if is_poor or not _deserves_its_place(summary, extract, document, doubted=doubted):
        return Checked(summary=None, rejected=rejected + Counter({Reason.WORSE: 1}))
    return Checked(summary=summary, rejected=rejected)


def _are_of(document: Document, sentences: Sequence[str]) -> bool:
    """Whether these are whole sentences of the article, which an extract may have: a part may say what all denies."""
    return {*map(letters_of, sentences)} <= {*map(letters_of, candidate_sentences(document)[1])}


def _untitled(sentences: list[str], title: str) -> list[str]:
    """Leave out what repeats the title, which stands above the summary, unless nothing else is said."""
    return [sentence for sentence in sentences if letters_of(sentence) != letters_of(title)] or sentences


def _deserves_its_place(summary: Summary, extract: Summary, document: Document, *, doubted: bool) -> bool:
    if not same_language(summary.language, extract.language):
        return is_long_enough(summary.text, extract.text, translated=True)

    def script(text: str) -> str:
        return to_script(text, summary.language)

    whole = script(f"{document.title}\n{document.text[:READ_CHARS]}")
    return is_worthy(
        own_sentences(summary),
        script(extract.text),
        title=script(document.title),
        sentences=[script(sentence) for sentence in candidate_sentences(document)[1]],
        text=script(document.text[:READ_CHARS]),
        doubted=doubted,
        placed=is_readable(summary.language),
        retold=[retold(sentence, whole, summary.language) for sentence in own_sentences(summary)],
    )
