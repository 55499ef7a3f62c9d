"""Removes boilerplate: lines around an article that are none of its sentences. Changes nothing that it keeps.

Knows bylines, datelines, captions and credits, "read more" lines, cookie and subscription notices, time stamps,
headings and what a page says of itself (who earns by it, who may comment), in the languages that news is commonly
read in. When in doubt it keeps a line: a long sentence in full stops is the article's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.extractive.edges import is_edge_notice
from summarizer.extractive.line_patterns import aside_with, line_patterns
from summarizer.scripts import EAST_ASIAN, SIGNED
from summarizer.sentences import ends_sentence

NOTICE_CHARS = 240  # a longer line is prose, whatever words it holds
CREDIT_CHARS = 160
HEADING_CHARS = 90
WIDE_HEADING_CHARS = 30
BYLINE_CHARS = 90
CUT_END_CHARS = 30
FIRST_NOTICES = 3  # before a text, at most
LAST_NOTICES = 6  # below it
STAMP_NUMBERS = 2  # a day and a year, or a time: "Updated rules apply from the 3rd" is a sentence

_BEGINS_AS_PROSE = re.compile(r"(?:[\W\d_]{0,3}[^\W\d_]{2,}){5}")
_CUT_END = re.compile(
    r"(?:…|\.{3,}|\[…\]|\[\.{3}\]|\(…\)|［…］|[\[(]\s*(?:more|&hellip;)\s*[\])])\s*$|\[\+\d+ chars\]$", re.IGNORECASE
)
_FIGURE = re.compile(rf"[\d_]|[^\w\s{SIGNED}]")
_CLOSING = ")）]】〕］"
_END_MARKS = " .。!！।"
_NUMBER = re.compile(r"\d+")
_SPEECH = re.compile('[«„“"「『][^»”“"」』]+[»”“"」』]\\W*\\w')  # and who says so
_LETTER = re.compile(r"[^\W_]")
_WIDE = re.compile(f"[{EAST_ASIAN}]")


def article_lines(text: str) -> list[str]:
    """Return the lines of `text` that are the article's prose, each without its dateline."""
    return list(read_lines(text))


def read_lines(text: str) -> Iterator[str]:
    """Yield the same lines one by one, so that a reader may stop early."""
    for whole in _without_edges([line for whole in text.splitlines() if (line := whole.strip())]):
        line = strip_credit(strip_dateline(whole))
        if line and not is_furniture(line):
            yield line


def _without_edges(lines: list[str]) -> list[str]:
    """The lines without notices at their beginning and their end; the longest line always stays."""
    longest = max(range(len(lines)), key=lambda at: len(lines[at]), default=0)
    start, end = 0, len(lines)
    while start < min(longest, FIRST_NOTICES) and is_notice_at_edge(lines[start], first=True):
        start += 1
    while end - 1 > longest and len(lines) - end < LAST_NOTICES and is_notice_at_edge(lines[end - 1]):
        end -= 1
    return lines[start:end]


def strip_dateline(line: str) -> str:
    """Remove "LONDON (Reuters) —" or "【本報訊】" from the beginning of a paragraph."""
    match = line_patterns().dateline.match(line)
    if match is None:
        return line
    rest = line[match.end() :].lstrip()
    if not rest or rest[0].islower():  # "NASA — the agency — said": an aside, not a place
        return line
    return rest


def strip_credit(line: str) -> str:
    """Remove "(Reporting by Jane Doe)" or "（記者：王小明）" behind the last sentence of a paragraph."""
    return line_patterns().credit_behind.sub("", line) if line.rstrip(".。")[-1:] in _CLOSING else line


def is_furniture(line: str) -> bool:
    """Whether a line is a byline, credit, caption, notice, link to elsewhere or time stamp."""
    size = len(line)
    if size <= NOTICE_CHARS and (line_patterns().read_more.match(line) or is_aside(line) or _is_notice(line)):
        return _SPEECH.match(line) is None
    if size <= CREDIT_CHARS and (line_patterns().credit_start.match(line) or _ends_as_credit(line)):
        return True
    if size <= BYLINE_CHARS and not ends_sentence(line) and _tells_who_or_when(line):
        return True
    return not _BEGINS_AS_PROSE.match(line) and _FIGURE.subn("", line)[1] * 2 > len(line.replace(" ", ""))


def is_notice_at_edge(line: str, *, first: bool = False, is_repeated: bool = False) -> bool:
    """Whether a line that stands last (or `first`) in a text, or in several of one source, is none of the article's."""
    return is_furniture(line) or is_label(line) or is_edge_notice(line, first=first, is_repeated=is_repeated)


def is_aside(sentence: str) -> bool:
    """Whether a sentence speaks of the page it stands on: "The post … appeared first on …", "Comments are closed."."""
    if len(sentence) > NOTICE_CHARS:
        return False
    sentence = sentence.lower()
    first = _LETTER.search(sentence)
    pattern = aside_with("0" if first[0].isdecimal() else first[0]) if first else None
    if pattern is not None and pattern.match(sentence):
        return True
    return line_patterns().any_aside.match(sentence) is not None


def is_label(sentence: str) -> bool:
    """Whether a sentence is nothing but a time stamp, a credit in brackets or a word such as "Advertisement"."""
    said = sentence.strip().rstrip(_END_MARKS)
    if len(said) > BYLINE_CHARS:
        return False
    patterns = line_patterns()
    if patterns.stamp.match(said) and len(_NUMBER.findall(said)) >= STAMP_NUMBERS:
        return True
    return bool(patterns.read_more.fullmatch(said)) or (
        said[-1:] in _CLOSING and patterns.credit_behind.fullmatch(f".{said}", 1) is not None
    )


def _is_notice(line: str) -> bool:
    patterns = line_patterns()
    hint = patterns.ascii_notice_hint if line.isascii() else patterns.notice_hint
    return hint.search(line.lower()) is not None and patterns.notice.search(line) is not None


def _ends_as_credit(line: str) -> bool:
    patterns = line_patterns()
    pattern = patterns.credit_sentence if line[-1] in ".。!?！？।۔؟" else patterns.credit_end
    return pattern.search(line) is not None


def _tells_who_or_when(line: str) -> bool:
    patterns = line_patterns()
    return bool(patterns.byline.match(line) or patterns.reporter.search(line) or patterns.stamp.match(line))


def is_heading(line: str) -> bool:
    """Whether a line is short and ends in no end mark: a heading, a label or a caption."""
    if len(line) > HEADING_CHARS or ends_sentence(line):
        return False
    return len(line) <= WIDE_HEADING_CHARS or len(_WIDE.findall(line)) * 2 <= len(line)


def is_cut(sentence: str) -> bool:
    """Whether a sentence breaks off, as feeds leave it: "The minister said…"."""
    end = sentence[-CUT_END_CHARS:].rstrip()
    return end.endswith(("…", "...", "]", ")")) and _CUT_END.search(end) is not None
