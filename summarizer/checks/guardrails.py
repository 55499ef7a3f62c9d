"""Checks a model's summary against its article before anyone sees it (pure); asks no model and keeps no state.

What it refuses it drops, sentence by sentence; what it can repair without adding a word it repairs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from summarizer.base import Document, Summary, same_language
from summarizer.checks.answers import MAX_READ_CHARS, plain_lines, speaks_of_itself, without_hidden
from summarizer.checks.grounding import LINK, Reason, Source, main_script, ungrounded
from summarizer.checks.languages import foreign_word, is_other_language, is_other_script
from summarizer.checks.relevance import Subject
from summarizer.checks.remarks import repeats_rules, speaks_of_text
from summarizer.checks.unwanted import unwanted
from summarizer.chinese import to_script
from summarizer.language import UNKNOWN, detect_language
from summarizer.limits import joint, max_chars
from summarizer.openings import leans_back
from summarizer.sentences import is_finished, letters_of, split_sentences
from summarizer.words.loader import words_of

MAX_TITLE_CHARS = 300
MIN_LETTERS = 8  # a sentence of fewer tells nothing ...
MIN_LETTERS_WIDE = 5  # ... where a character says as much as two letters
MIN_JUDGED_LETTERS = 30  # a shorter sentence's language is not judged by itself
MAX_PASSES = 6  # a dropped sentence may change how the rest is read; each pass only takes away

_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"\w+")
_MENTION = re.compile(r"(?<![\w.])@(?=\w)\w+")
_COMMAND = re.compile(r"(?<![\w/.<:])/(?=[A-Za-z])[A-Za-z0-9_]{2,}(?:@\w+)?(?![\w/.])")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_PHONE = re.compile(r"(?<![\w+])(?:\+|00)\d[\d ().\u00a0-]{7,}\d")
_REPEATED = re.compile(r"(\S.{2,60}?)(?:[\s,，、.]*\1){2,}|(\w)\2{7,}")
_STUTTER = re.compile(r"\b([^\W\d_]+ [^\W\d_]{4,}) \1\b", re.IGNORECASE)  # "on China on China"
_ENDS = re.compile(r"(\W*).*\w(\W*)", re.DOTALL)  # the marks that a sentence begins and ends with
_BARE_DOMAIN = re.compile(r"[A-ZÀ-ÞА-Я][\w-]*(?=\.\w{2,}$)")
_SPACE_BEFORE_MARK = re.compile(r"\s+(?=[.,;:!?。，])")
LOOP_WORDS = 3  # that no sentence says so often, ...
LOOP_TIMES = 3
LOOP_LETTERS = 12  # ... nor twice if they are as long: "the job market"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What is left of a summary, None if nothing is; `rejected` counts the refused sentences, each by one reason."""

    summary: Summary | None
    rejected: Mapping[Reason, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """What is asked for, and of what."""

    document: Document
    source: Source
    subject: Subject
    language: str
    sentences: int

    @property
    def own(self) -> bool:
        return self.source.language == UNKNOWN or same_language(self.source.language, self.language)


def check(summary: Summary, document: Document, *, sentences: int, language: str | None) -> Checked:
    """Return what is grounded of a summary, in the language asked for (None: the document's own).

    Never raises. What is kept passes a second check unchanged. `grounded` is false of a translation, of which only
    numbers, dates and names in Latin letters can be looked up. Takes a few milliseconds, more for a long article.
    """
    own = detect_language(document.text or document.title, document.language)
    wanted = language or own
    task = _Task(
        document=document,
        source=Source.read(document, own),
        subject=Subject.read(document, own),
        language=wanted,
        sentences=max(sentences, 1),
    )
    rejected: Counter[Reason] = Counter()
    text = summary.text
    for _ in range(MAX_PASSES):
        before, text = text, _pass(text, task, rejected)
        if text == before:
            break
    else:
        text = ""
        rejected[Reason.SHAPE] += 1
    if not text:
        return Checked(summary=None, rejected=rejected or {Reason.EMPTY: 1})
    kept = replace(summary, text=text, language=wanted, title=_title(summary.title, task), grounded=task.own)
    return Checked(summary=kept, rejected=rejected)


def _pass(raw: str, task: _Task, rejected: Counter[Reason]) -> str:
    """Clean a summary and drop what does not stand, once."""
    text = " ".join(without_hidden(raw[:MAX_READ_CHARS]).split())
    if not _is_verbatim(text, task):
        text = to_script(" ".join(plain_lines(raw)), task.language)
        if _is_foreign(text, task):
            rejected[Reason.LANGUAGE] += 1
            return ""
    text = to_script(text, task.language)
    kept: list[str] = []
    found = split_sentences(text, task.language)
    reason: Reason | None = None
    for index, sentence in enumerate(found):
        repaired = _repaired(sentence, task)
        leans = reason is not None and leans_back(repaired, task.language)
        reason = Reason.SHAPE if leans else _refusal(repaired, kept, task)
        if reason is None and index == len(found) - 1 and not _is_ended(repaired, task):
            reason = Reason.SHAPE
        if reason is not None:
            rejected[reason] += 1
        else:
            kept.append(repaired)
    return _fitted(kept, task, rejected)


def _fitted(kept: list[str], task: _Task, rejected: Counter[Reason]) -> str:
    """Join as many sentences as were asked for and fit the limit."""
    kept = kept[: task.sentences]
    space, limit = joint(task.language), max_chars(task.language, task.sentences)
    while kept and len(space.join(kept)) > limit:
        kept.pop()
        rejected[Reason.TOO_LONG] += 1
    text = space.join(kept)
    if text and letters_of(text) == letters_of(task.document.title) != letters_of(task.document.text):
        rejected[Reason.TITLE] += 1
        return ""
    return text


def _refusal(sentence: str, kept: list[str], task: _Task) -> Reason | None:
    """Return the reason to drop a sentence; None if it stands."""
    least = MIN_LETTERS_WIDE if words_of(task.language).wide else MIN_LETTERS
    if len(_LETTER.findall(sentence)) < least:
        return Reason.EMPTY
    if _EMAIL.search(sentence) or _PHONE.search(sentence):
        return Reason.CONTACT
    if _MENTION.search(sentence):
        return Reason.MENTION
    if _COMMAND.search(sentence):
        return Reason.COMMAND
    if LINK.search(sentence):
        return Reason.LINK
    if any(letters_of(sentence) == letters_of(other) for other in kept):
        return Reason.LOOP
    if task.own and task.source.holds(sentence):
        return None
    if reason := unwanted(sentence, task.document, language=task.language):
        return reason
    if _is_loop(sentence):
        return Reason.LOOP
    if _is_remark(sentence, task):
        return Reason.REMARK
    if _is_in_part_foreign(sentence, task):
        return Reason.LANGUAGE
    reason = ungrounded(sentence, task.source, language=task.language)
    if reason in (None, Reason.CLAIM) and task.own and task.subject.is_missed_by(sentence):
        return Reason.SUBJECT
    return reason


def _is_remark(sentence: str, task: _Task) -> bool:
    """Whether a sentence is the model's own: about itself, its task or the text."""
    article = f"{task.document.title}\n{task.document.text}"
    return (
        speaks_of_itself(sentence)
        or speaks_of_text(sentence, article, language=task.language)
        or repeats_rules(sentence, sentences=task.sentences, language=task.language)
    )


def _repaired(sentence: str, task: _Task) -> str:
    """Take away what the article holds but no summary shows: the ends of names that are sites, the signs of mentions.

    What it does not hold stays, to be refused. What stands there letter for letter is written as there.
    """
    sentence = _as_there(sentence, task)
    text = LINK.sub(lambda match: _unlinked(match[0], task.source), sentence)
    text = _MENTION.sub(lambda match: _unsigned(match[0], task.source), text)
    text = _COMMAND.sub(lambda match: _unsigned(match[0], task.source), text)
    return sentence if text == sentence else _SPACE_BEFORE_MARK.sub("", " ".join(text.split()))


def _as_there(sentence: str, task: _Task) -> str:
    """Give a sentence of the article its own marks and capitals again, which models lose ("Here s what")."""
    letters, document = letters_of(sentence), task.document
    if letters not in task.source.letters or not letters or not task.own:
        return sentence
    between = r"[\W_]*".join(letters)
    found = re.search(rf"(?<!\w){between}(?!\w)", f"{document.title}\n{document.text}", re.IGNORECASE)
    ends = _ENDS.fullmatch(sentence)
    if not found or not ends:
        return sentence
    first = sentence[ends.end(1)]  # which may stand within a sentence there
    return f"{ends[1]}{first}{' '.join(found[0].split())[1:]}{ends[2]}"


def _unlinked(link: str, source: Source) -> str:
    """ "Booking.com" as the name it is; any other address stays: without it its sentence says nothing."""
    bare = link.rstrip(".,;:!?)")
    name = _BARE_DOMAIN.match(bare) if bare.casefold() in source.text else None
    return name[0] + link[len(bare) :] if name else link


def _unsigned(signed: str, source: Source) -> str:
    return signed[1:] if signed.casefold() in source.text else signed


def _title(raw: str, task: _Task) -> str:
    """Return the title in the language asked for, where that is not the article's own."""
    own_title = task.document.title
    if task.own:
        converted = to_script(own_title, task.language)
        return converted if converted != own_title else ""
    title = to_script(" ".join(plain_lines(raw)), task.language)
    unsafe = any(pattern.search(title) for pattern in (_EMAIL, _PHONE, _MENTION, _COMMAND, LINK))
    unsafe = unsafe or unwanted(title, task.document, language=task.language) is not None
    unsafe = unsafe or _is_remark(title, task) or _is_in_part_foreign(title, task)
    if unsafe or len(title) > MAX_TITLE_CHARS or _is_foreign(title, task):
        return ""
    return title if ungrounded(title, task.source, language=task.language) is None else ""


def _is_in_part_foreign(sentence: str, task: _Task) -> bool:
    """Whether a sentence, or a word of it, is in another language or script than asked."""
    judged = _is_foreign if len(_LETTER.findall(sentence)) >= MIN_JUDGED_LETTERS else _is_other_language
    article = task.source.text if task.own else ""
    return judged(sentence, task) or foreign_word(sentence, language=task.language, article=article) is not None


def _is_other_language(sentence: str, task: _Task) -> bool:
    return is_other_script(sentence, task.language) or is_other_language(sentence, task.language)


def _is_foreign(text: str, task: _Task) -> bool:
    """Whether a text is clearly in another language than asked, or in another script than the article's."""
    found = detect_language(text, task.language)
    if found != UNKNOWN and task.language != UNKNOWN and not same_language(found, task.language):
        return True
    return task.own and task.source.script is not None and main_script(text) not in (None, task.source.script)


def _is_verbatim(text: str, task: _Task) -> bool:
    sentences = split_sentences(text, task.language)
    return task.own and bool(sentences) and all(task.source.holds(sentence) for sentence in sentences)


def _is_ended(sentence: str, task: _Task) -> bool:
    return is_finished(sentence) or (task.own and task.source.ends_with_line(sentence))


def _is_loop(sentence: str) -> bool:
    """Whether a sentence goes round in circles."""
    if _REPEATED.search(sentence) or _STUTTER.search(sentence):
        return True
    words = _WORD.findall(sentence.casefold())
    runs = Counter(tuple(words[index : index + LOOP_WORDS]) for index in range(len(words) - LOOP_WORDS + 1))
    return any(times >= LOOP_TIMES or (times > 1 and len("".join(run)) >= LOOP_LETTERS) for run, times in runs.items())
