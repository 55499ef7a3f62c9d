"""Regular expressions for the lines around an article, made of the words of every language (pure)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from summarizer.words.loader import every
from summarizer.words.patterns import any_phrase, any_word, first_letters, plain_run

_CAPITAL = "A-ZÀ-ÞА-ЯЁ"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinePatterns:
    """What tells a line that is none of the article's; `*_hint` stands in every notice, in small letters."""

    credit_start: re.Pattern[str]
    credit_end: re.Pattern[str]
    credit_sentence: re.Pattern[str]
    byline: re.Pattern[str]
    reporter: re.Pattern[str]
    stamp: re.Pattern[str]
    read_more: re.Pattern[str]
    any_aside: re.Pattern[str]  # for a line in small letters: what may begin with more than some letters
    credit_behind: re.Pattern[str]
    notice: re.Pattern[str]
    notice_hint: re.Pattern[str]
    ascii_notice_hint: re.Pattern[str]
    dateline: re.Pattern[str]


@cache
def line_patterns() -> LinePatterns:
    """Compile the patterns when a line is first looked at: it takes longer than all else that is imported here."""
    hints = sorted(set(map(plain_run, every(lambda words: words.lines.notices))))
    hints = [hint for hint in hints if not any(other in hint for other in hints if other != hint)]
    return LinePatterns(
        credit_start=re.compile(_credit_start(), re.IGNORECASE),
        credit_end=re.compile(_credit_end(), re.IGNORECASE),
        credit_sentence=re.compile(rf"{any_phrase(every(lambda words: words.lines.credit_sentences))}$", re.IGNORECASE),
        byline=re.compile(
            rf"^{any_word(every(lambda words: words.lines.bylines))}(?:\s*[:：／/|]\s*|\s+)\S", re.IGNORECASE
        ),
        reporter=re.compile(_reporter()),
        stamp=re.compile(rf"^{any_word(every(lambda words: words.lines.stamps))}\b.{{0,60}}$", re.IGNORECASE),
        read_more=re.compile(rf"^[\W_]*{any_phrase(every(lambda words: words.lines.read_more))}", re.IGNORECASE),
        any_aside=_aside(_asides_by_letter()[""]),
        credit_behind=re.compile(_credit_behind(), re.IGNORECASE),
        notice=re.compile(any_phrase(every(lambda words: words.lines.notices)), re.IGNORECASE),
        notice_hint=_any_hint(hints),
        ascii_notice_hint=_any_hint([hint for hint in hints if hint.isascii()]),
        dateline=re.compile(_dateline()),
    )


@cache
def aside_with(letter: str) -> re.Pattern[str] | None:
    """The pattern for a line in small letters whose first letter is this, "0" for a digit; None where there is none.

    Few lines begin as a notice does: to try all phrases at each took a quarter of the time of a summary.
    """
    phrases = _asides_by_letter().get(letter)
    return _aside(phrases) if phrases else None


@cache
def _asides_by_letter() -> dict[str, list[str]]:
    """The phrases of asides by each letter that they may begin with; "": those that may begin otherwise."""
    found: dict[str, list[str]] = {"": []}
    for phrase in every(lambda words: words.lines.asides):
        for letter in first_letters(phrase) or [""]:
            found.setdefault(letter, []).append(phrase)
    return found


def _any_hint(hints: list[str]) -> re.Pattern[str]:
    """Look for plain characters before the whole pattern: thirty times as fast, as long as case is not ignored."""
    return re.compile("|".join(r"\s+".join(map(re.escape, hint.split())) for hint in hints))


def _aside(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of these phrases at the beginning of a line in small letters."""
    return re.compile(rf"[\W_]*{any_phrase(phrases)}")


def _credit_behind() -> str:
    """Return the pattern of a credit in brackets behind the last sentence of a line: "(Reporting by Jane Doe)"."""
    labels = any_word(every(lambda words: (*words.lines.bylines, *words.lines.reporters)))
    verbs = any_word(every(lambda words: words.lines.credits_behind))
    inside = r"[^()（）\[\]【】]"
    return (
        rf"(?<=[.。!?！？…।。”」』\"])\s*[（(\[【〔［]\s*(?:{inside}{{0,4}}?{labels}\s*[:：／/=＝]|{verbs}\s)"
        rf"{inside}{{0,120}}[)）\]】〕］][.。]?\s*$"
    )


def _credit_start() -> str:
    labels = any_word(every(lambda words: words.lines.credit_labels))
    verbs = any_word(every(lambda words: words.lines.credit_verbs))
    others = any_phrase(every(lambda words: words.lines.credit_starts))
    return rf"{labels}\s*(?:[:：／/|©]|\s{verbs}\b)|{others}"


def _credit_end() -> str:
    agency = any_word(every(lambda words: words.lines.agencies))
    others = any_phrase(every(lambda words: words.lines.credit_ends))
    return "|".join(
        (
            rf"[。.!?！？…)）」』]\s*{agency}(?:[／/、,]\s*[\w .]+)?$",  # "... announced.  Reuters"
            rf"[（(\[［【]\s*(?:[^()（）]*[\s／/:：])?{agency}(?:[\s／/][^()（）]*)?\s*[)）\]］】]$",  # "... (Reuters)"
            rf"{agency}\s*[／/]\s*(?:{agency}|[\w ]+)$",
            rf"{others}\s*[)）」]?$",
        )
    )


def _reporter() -> str:
    behind = any_word(every(lambda words: words.lines.reporters_behind))
    title = any_word(every(lambda words: (*words.lines.reporters, *words.lines.reporters_behind)))
    return rf"{title}\s*(?:[^\s。]{{0,12}})?$|^[^\s。]{{1,12}}\s*{behind}(?:\s|$)|^[\w .·-]{{2,40}}@[\w.-]+$"


def _dateline() -> str:
    """Return the pattern of a place, a date and an agency before the text, as the press of each country writes them."""
    agency = any_word(every(lambda words: words.lines.agencies))
    outlet = any_word(every(lambda words: words.lines.outlets))
    told = any_word(every(lambda words: words.lines.dateline_words))
    wire = any_word(every(lambda words: words.lines.wire_words))
    dash, place, month = r"[-–—―]+\s*", rf"[{_CAPITAL}][\w.'’ -]{{2,30}}", r"[^\W\d_]{3,12}"
    kinds = (
        rf"[【〔［\[][^】〕］\]]{{0,20}}{told}[^】〕］\]]{{0,20}}[】〕］\]]\s*",
        rf"[（(](?:[^()（）]{{0,24}})?(?:{wire}|{agency})[^()（）]{{0,24}}[)）]\s*(?:{dash}|[:：]\s*)?",
        rf"{agency}[^\s，,。]{{0,10}}\d{{1,2}}日?\s*{wire}\s*[，,:：—-]*\s*",
        (
            rf"[^\W\d_][\w.'’/ ,-]{{1,50}}?\s*[(（]\s*(?:{agency}|[A-Z]{{2,6}}"
            rf"|[^()（）]{{2,24}}(?:/[^()]{{2,20}})?)\s*[)）]\s*{dash}"
        ),
        (
            rf"[{_CAPITAL}][{_CAPITAL}.'’ -]{{2,40}}(?:,\s*[^\W\d_][\w. ]{{1,24}})?"
            r"(?:,\s*[A-Za-zа-яёÀ-ÿ]{3,9}\.?\s+\d{1,2})?\s*(?:[–—―]|--)\s*"
        ),
        (
            rf"{place},\s*(?:\d{{1,2}}\.?\s+{month}|{month}\.?\s+\d{{1,2}})\s*(?:[(（][^()（）]{{2,24}}[)）])?"
            r"(?:\s*[–—―]+|\s-+)\s+"
        ),
        rf"[^\W\d_][\w'’ ]{{1,24}}\s*/\s*(?:{agency}|[^\W\d_][\w'’ ]{{1,16}})\s*/\s*[-–—―]*\s*",
        rf"{agency}\s*{dash}",
        rf"\({outlet}\)\s*(?:{dash})?",
    )
    return rf"^\s*(?:{'|'.join(kinds)})(?:{agency}?\.\s+)?"
