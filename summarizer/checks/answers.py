"""Removes from a model's answer what is no summary: thinking, tokens, markdown, preambles, labels, remarks (pure).

Knows the wordings of models in the languages that news is commonly summarised in; never adds a word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from summarizer.checks.thinking import without_thinking
from summarizer.scripts import HIDDEN
from summarizer.words.loader import every
from summarizer.words.patterns import any_phrase, any_word

MAX_READ_CHARS = 8_000  # of an answer: far more than any summary, little enough to read at once
MAX_ROUNDS = 4  # one layer may hide another: a fence around a preamble around quotation marks

_END_OF_TURN = re.compile(
    r"<\|(?:im_end|endoftext|eot_id|eom_id|end|return|end_of_text|end_of_turn|end_of_role|END_OF_TURN_TOKEN)\|>"
    r"|<(?:end_of_turn|turn\||/s|eos)>|<｜end▁of▁sentence｜>"
)
_TOKEN = re.compile(
    r"<\|[^|<>\n]{1,40}\|>(?:assistant|model)?|<\|[a-z_]{1,20}>(?:assistant|model)?|<[a-z_]{1,20}\|>"
    r"|</?s>|<extra_id_\d+>|<unused\d+>|<(?:pad|unk|bos|eos|start_of_turn|end_of_turn)>|\[/?INST\]|<</?SYS>>"
    r"|</?(?:article|summary|answer|response|final|solution|output|document|text|title|sentence|paragraph|html|body|div|span"
    r"|section|main|blockquote|cite|q|br|hr|p|b|i|u|em|strong|mark|small|sub|sup|del|ins|code|pre|font|center|a|img"
    r"|ul|ol|li|dl|dt|dd|table|tbody|tr|td|th|h\d)(?:\s+[\w-]+=[^<>]{0,200})?\s*/?>",
    re.IGNORECASE,
)
_FENCE = re.compile(r"^\s*(?:```|~~~).*$|^\s*(?:[-*_]\s*){3,}$", re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)\s]*\)")
_LINK = re.compile(r"\[([^\[\]]+)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?\)")
_EMPHASIS = re.compile(r"(?<!\w)(\*{1,3}|_{1,3}|~~|`+)(?=\S)([^*_`~]+?)(?<=\S)\1(?!\w)")
_BULLET = re.compile(r"^\s*(?:#{1,6}\s+|>\s*|[-*+•●▪–—·]\s+)+")
_NUMBERED = re.compile(r"^\s*\(?\d{1,2}[.)]\s+")
_ROLE = re.compile(
    r"^(?:assistant|system|model|bot|ai|(?:final )?answer|response|output)\s*[:：]\s*|^(?:assistant|model)$",
    re.IGNORECASE,
)
_QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»", "「": "」", "『": "』", "'": "'", "‘": "’"}
_HIDDEN = re.compile(f"[{HIDDEN}]")
_UNTIL_COLON = r"[^:：.!?。！？\n]"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Patterns:
    """What models put around a summary, in every language."""

    preamble: re.Pattern[str]
    heading_alone: re.Pattern[str]
    opener: re.Pattern[str]
    aside: re.Pattern[str]
    title_label: re.Pattern[str]
    remark: re.Pattern[str]
    itself: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    summary = any_phrase(every(lambda words: words.answers.summary_words))
    labels = any_word(every(lambda words: words.answers.remark_labels))
    remarks = any_phrase(every(lambda words: words.answers.remarks))
    return _Patterns(
        preamble=re.compile(_preamble(summary), re.IGNORECASE),
        heading_alone=re.compile(rf"^(?:the\s+)?{summary}$", re.IGNORECASE),
        opener=re.compile(
            rf"^{any_phrase(every(lambda words: words.answers.openers))}"
            rf"\s*(?:[!！.。]\s*|[,，、]\s*(?={any_word(every(lambda words: words.answers.here))}))",
            re.IGNORECASE,
        ),
        aside=re.compile(
            rf"(^|[.!?]\s+|[。！？])"
            rf"{any_phrase(every(lambda words: words.answers.asides))}(?:\s*[,，、،:：]|(?<=that))\s*(\w)",
            re.IGNORECASE,
        ),
        title_label=re.compile(
            rf"^{any_phrase(every(lambda words: words.answers.title_labels))}\s*[:：]\s*", re.IGNORECASE
        ),
        remark=re.compile(rf"(?:^|(?<=[\s。！？.!?]))[(（\[*]*(?:{labels}\s*[:：]|{remarks}).*\Z", re.IGNORECASE),
        itself=re.compile(any_phrase(every(lambda words: words.answers.itself)), re.IGNORECASE),
    )


def _preamble(summary: str) -> str:
    """Return the pattern of what announces a summary: "Here is a short summary of the article:"."""
    links = any_word(every(lambda words: words.answers.summary_links))
    unspaced = any_phrase(every(lambda words: words.answers.summary_words if words.wide else ()))
    here_is = any_phrase(every(lambda words: words.answers.here_is))
    kinds = (
        (
            rf"{_UNTIL_COLON}{{0,60}}?(?<!\w){summary}"
            rf"(?:\s*[(（][^()（）\n]{{0,40}}[)）]|\s+{links}\b{_UNTIL_COLON}{{0,60}})?\s*[:：]\s*"
        ),
        rf"{_UNTIL_COLON}{{0,24}}{unspaced}{_UNTIL_COLON}{{0,20}}[:：]\s*",
        rf"{here_is}{_UNTIL_COLON}{{0,90}}[:：]\s*",
        rf"[\[【]\s*{summary}\s*[\]】]\s*",
    )
    return f"^(?:{'|'.join(kinds)})"


def without_hidden(text: str) -> str:
    """Drop control, direction and tag characters and lone surrogates; joiners stay, since scripts need them."""
    return _HIDDEN.sub("", text.replace("\u0085", "\n").replace("\u2028", "\n").replace("\u2029", "\n"))


def without_tags(text: str) -> str:
    """Replace control tokens of chat models and the tags around an article by spaces."""
    return _TOKEN.sub(" ", text)


def plain_lines(raw: str) -> list[str]:
    """Return an answer's lines as plain text, white space folded, without whatever stands around the summary."""
    text = without_thinking(without_hidden(raw[:MAX_READ_CHARS]))
    messages = [message for message in _END_OF_TURN.split(text) if _TOKEN.sub("", message).strip()]
    text = _TOKEN.sub(" ", messages[0] if messages else "")
    text = _LINK.sub(r"\1", _IMAGE.sub("", _FENCE.sub("", text)))
    lines = [" ".join(line.split()) for line in text.splitlines()]
    for _ in range(MAX_ROUNDS):
        cleaned = _round([line for line in lines if line])
        if cleaned == lines:
            break
        lines = cleaned
    return lines


def unlabelled(line: str) -> str:
    """Remove "Title:" from the beginning of a line, in any of the common languages."""
    return _unquoted(_patterns().title_label.sub("", line))


def is_labelled_title(line: str) -> bool:
    """Whether a line begins with "Title:"."""
    return _patterns().title_label.match(line) is not None


def speaks_of_itself(sentence: str) -> bool:
    """Whether a sentence is the model's own: a refusal, a thought, an order that it passes on."""
    return _patterns().itself.search(sentence) is not None


def _round(lines: list[str]) -> list[str]:
    """Remove one layer."""
    numbered = sum(_NUMBERED.match(line) is not None for line in lines) > 1
    plain = (_EMPHASIS.sub(r"\2", _BULLET.sub("", _NUMBERED.sub("", line) if numbered else line)) for line in lines)
    lines = [_unprefaced(line) for line in plain]
    lines = [line for line in lines if line and not _patterns().heading_alone.match(line)]
    if lines:
        lines[-1] = _patterns().remark.sub("", lines[-1]).rstrip()
    if len(lines) == 1:
        lines = [_unquoted(lines[0])]
    return [line for line in (" ".join(line.split()) for line in lines) if line]


def _unprefaced(line: str) -> str:
    line = _patterns().opener.sub("", _ROLE.sub("", line))
    line = _patterns().preamble.sub("", line)
    return _patterns().aside.sub(lambda match: match[1] + match[2].upper(), line).strip()


def _unquoted(text: str) -> str:
    """Remove quotation marks that stand around all of a text and nowhere inside it."""
    closer = _QUOTES.get(text[:1])
    if closer is None or len(text) < 3 or text[-1] != closer:
        return text
    inside = text[1:-1]
    return text if text[0] in inside or closer in inside else inside.strip()
