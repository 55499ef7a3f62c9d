"""The grammar of rules as people type them: `-word`, `+word`, `-"a phrase"`, `source:NAME`, `-lang:de,fr`.

`source` and `lang` may be typed in the bot's languages. Signs and quotes count in the forms that telephones write, too.
There are no wildcards and no regular expressions.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from bot.filters.folding import fold
from bot.models.filters import Rule, RuleKind
from bot.text.characters import (
    COLONS,
    COMMAS,
    FOREIGN_LIST_MARKS,
    LIST_MARKS,
    MINUS_SIGNS,
    PLUS_SIGNS,
    QUOTES,
    SENTENCE_ENDS,
    SINGLE_QUOTES,
    ZERO_WIDTH_SPACES,
)
from bot.text.cldr import language_code
from bot.text.clean import clean_line
from bot.text.patterns import late
from bot.text.words import any_of, merged
from bot.text_keys import TextKey
from summarizer import chinese_tag

MAX_RULES = 50  # of a chat, mutes not counted
MAX_MUTES = 50
MAX_TYPED = 20  # rules in one message
MAX_TYPED_CHARACTERS = 2000
MAX_RULE_CHARACTERS = 60

_TAG = r"[A-Za-z]+(?:[-_][A-Za-z0-9]+)*"
# Marks of a list end a word: those that no word holds, those before the next rule's sign, and those between letters.
_NEXT = rf"[{FOREIGN_LIST_MARKS}]|[{LIST_MARKS}][{MINUS_SIGNS}{PLUS_SIGNS}]|(?<=[^\W\d])[{LIST_MARKS}](?=[^\W\d])"
_BEFORE_QUOTE = rf"\s{MINUS_SIGNS}{PLUS_SIGNS}{COLONS}{LIST_MARKS}"
_SINGLE_QUOTED = late(
    rf"(?:^|(?<=[{_BEFORE_QUOTE}]))[{SINGLE_QUOTES}]((?:[^{QUOTES}{SINGLE_QUOTES}]|(?<=\w)[{SINGLE_QUOTES}](?=\w))+)"
    rf"[{SINGLE_QUOTES}](?![^\s{LIST_MARKS}{SENTENCE_ENDS}])"
)
_QUOTE = late(f"[{QUOTES}]")
_UNSEEN = late(f"[{ZERO_WIDTH_SPACES}]")
_LANGUAGE = late(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleProblem:
    """Why what was typed is no rule: the key of a text for the person, and the part that is meant."""

    key: TextKey
    part: str = ""


def parse_rules(typed: str, *, bare_shows: bool = False) -> tuple[Rule, ...] | RuleProblem:
    """The rules in a message, each once, or why there is none. `bare_shows`: a word without a sign is one to show."""
    text = _SINGLE_QUOTED.sub(r'"\1"', _UNSEEN.sub("", clean_line(typed)).strip())
    if not text:
        return RuleProblem(key="filter-usage")
    if len(text) > MAX_TYPED_CHARACTERS:
        return RuleProblem(key="filter-too-many-typed")
    if not bare_shows and _is_bare_phrase(text):
        return RuleProblem(key="filter-no-sign", part=_value_text(text))
    rules: dict[tuple[RuleKind, bool, str], Rule] = {}
    position = 0
    while position < len(text):
        match = _typed().match(text, position)
        assert match is not None  # every part of it may be empty
        position = max(match.end(), position + 1)
        found = _rule(match, bare_shows=bare_shows)
        if isinstance(found, RuleProblem):
            return found
        rules.setdefault(rule_key(found), found)
    for kind, hides, value in rules:
        if (kind, not hides, value) in rules:
            return RuleProblem(key="filter-contradiction", part=rules[kind, hides, value].value)
    if len(rules) > MAX_TYPED:
        return RuleProblem(key="filter-too-many-typed")
    return tuple(rules.values())


def rule_key(rule: Rule) -> tuple[RuleKind, bool, str]:
    """What two rules share that do the same."""
    return rule.kind, rule.hides, fold(rule.value)


def rule_text(rule: Rule) -> str:
    """The rule as it is typed; of a mute the name of the source."""
    sign = "-" if rule.hides else ""
    value = _value_text(rule.value)
    match rule.kind:
        case RuleKind.MUTE:
            return rule.value
        case RuleKind.LANGUAGE:
            return f"{sign}lang:{rule.value}"
        case RuleKind.SOURCE:
            return f"{sign}source:{value}"
        case _:
            return f"{sign or '+'}{value}"


def _field_names() -> tuple[str, str]:
    """Patterns of what stands before the colon, in all languages. A rule is written with the English words."""
    words = merged().commands
    return any_of(map(re.escape, words.source)), any_of(map(re.escape, words.language))


@lru_cache(maxsize=1)
def _typed() -> re.Pattern[str]:
    source, language = _field_names()
    return re.compile(
        rf"""\s*(?P<sign>[{MINUS_SIGNS}{PLUS_SIGNS}]?)\s*
        (?:
            {language}\s*[{COLONS}]\s*(?P<languages>{_TAG}(?:\s*[{COMMAS}]\s*{_TAG})*(?!\S*[^\s{LIST_MARKS}])|\S*)
            |
            (?P<source>{source}\s*[{COLONS}]\s*)?(?:[{QUOTES}](?P<phrase>[^{QUOTES}]*)[{QUOTES}]|(?P<word>(?:(?!{_NEXT})\S)*))
        )[{LIST_MARKS}]*""",
        re.VERBOSE | re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _plain() -> re.Pattern[str]:
    source, language = _field_names()
    return re.compile(
        rf"(?!(?:{source}|{language})\s*[{COLONS}])(?![{MINUS_SIGNS}{PLUS_SIGNS}])(?:(?!{_NEXT})[^\s{QUOTES}])+"
        rf"(?<![{LIST_MARKS}{SENTENCE_ENDS}])",
        re.IGNORECASE,
    )


def _value_text(value: str) -> str:
    return value if _plain().fullmatch(value) else f'"{value}"'


def _is_bare_phrase(text: str) -> bool:
    """Whether a text is several words without any sign: all of them may be meant."""
    return len(text) <= MAX_RULE_CHARACTERS and " " in text and all(map(_plain().fullmatch, text.split()))


def _rule(match: re.Match[str], *, bare_shows: bool) -> Rule | RuleProblem:
    sign, whole = match["sign"], match[0].strip()
    hides = bool(sign) and re.match(f"[{MINUS_SIGNS}]", sign) is not None
    if match["languages"] is not None:
        return _languages(match["languages"].rstrip(LIST_MARKS), whole, hides=hides)
    kind = RuleKind.WORD if match["source"] is None else RuleKind.SOURCE
    value = (_word(match["word"]) if match["phrase"] is None else match["phrase"]).strip()
    if match["phrase"] is None and _QUOTE.match(value):
        return RuleProblem(key="filter-no-end", part=match.string[match.start() :].strip())
    value = _QUOTE.sub("", value)
    if not any(map(_says_something, fold(value))):
        return RuleProblem(key="filter-no-word", part=whole)
    if not sign and kind is RuleKind.WORD and not bare_shows:
        return RuleProblem(key="filter-no-sign", part=_value_text(value))
    if len(value) > MAX_RULE_CHARACTERS:
        return RuleProblem(key="filter-too-long", part=whole)
    return Rule(kind=kind, hides=hides, value=value)


def _word(typed: str) -> str:
    """A typed word without what ends a list or a sentence."""
    return typed.rstrip(LIST_MARKS + SENTENCE_ENDS)


def _languages(typed: str, whole: str, *, hides: bool) -> Rule | RuleProblem:
    tags = [tag.strip().replace("_", "-").lower() for tag in re.split(f"[{COMMAS}]", typed)]
    known = [_cased(tag) if _LANGUAGE.fullmatch(tag) else None for tag in tags]
    if None in known:
        return RuleProblem(key="filter-no-language", part=whole)
    if len(typed) > MAX_RULE_CHARACTERS:
        return RuleProblem(key="filter-too-long", part=whole)
    value = ",".join(dict.fromkeys(filter(None, known)))
    return Rule(kind=RuleKind.LANGUAGE, hides=hides, value=value)


def _cased(tag: str) -> str | None:
    """The tag with a script as BCP 47 writes it: zh-Hant. Of Chinese in a region, that of what is written there.

    None for a code that no language has, such as "jp".
    """
    typed, *rest = tag.split("-")
    base = language_code(typed)
    if base is None:
        return None
    if base == "zh":
        return chinese_tag("-".join((base, *rest)))
    return "-".join((base, *(part.capitalize() if len(part) == 4 else part.upper() for part in rest)))


def _says_something(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character)[0] == "S"
