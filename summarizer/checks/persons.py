"""Finds whom an article names, with the words beside each name that say who it is (pure).

A name is a run of capitalised words; in scripts without capitals, what stands beside a word such as "mayor". A name
must not have the title of another one: "the auditor Solís", where the article calls Cifuentes so. A title is any word
right before a name, whether or not a list of roles has it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from summarizer.checks.clauses import Passage, Passages, Token
from summarizer.checks.telling import small_words
from summarizer.numbers.lexicon import lexicon
from summarizer.scripts import CASED, HAN, HANGUL, KATAKANA, LETTERS, folded_in_place
from summarizer.words.loader import words_of
from summarizer.words.patterns import any_phrase
from summarizer.words.sections import Names
from summarizer.words.terms import terms_of

ROLE_GAP_CHARS = 28  # between a role and its name: "minister of transport, "
APPOSITION_CHARS = 34  # behind a name: ", the minister of transport"
MAX_NAME_WORDS = 2  # behind a role in a script without capitals
MAX_LINK_CHARS = 3
MIN_NAME_CHARS = 2
ROLE_CHARS = 5  # that two forms of one role share
MIN_TITLE_CHARS = 5
MAX_NAME_TOKENS = 2  # of somebody, as most are named
MAX_ENDING_CHARS = 3

_WORD = re.compile(rf"{LETTERS}(?:['’-]{LETTERS})*")
_CASED_WORD = re.compile(f"[{CASED}]")
_CLOSED_GAP = re.compile(r"[.!?;:。！？]")
_HAN_NAME = re.compile(f"[{HAN}]{{2,3}}")
_NAME_BEFORE = re.compile(f"[{HAN}々]{{2,5}}$|[{KATAKANA}・]{{2,}}$")
_HANGUL_NAME = re.compile(f"(?<![{HANGUL}])([{HANGUL}]{{3}}) ?$")
_TITLED = re.compile(r"(\S{2,12})(?: (\S{2,14})(?=\s|$))?(?=\s|$)")
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name where it stands: its words in small letters, its place, the roles beside it."""

    words: frozenset[str]
    start: int
    end: int
    roles: frozenset[str]


def is_one_role(left: str, right: str) -> bool:
    """Whether two words are one role in two forms or one compound: "minister", "Premierministerin"."""
    return left[:ROLE_CHARS] in right or right[:ROLE_CHARS] in left


@lru_cache(maxsize=2048)
def mentions(sentence: str, language: str, known: frozenset[str] = frozenset()) -> tuple[Mention, ...]:
    """Return the names of a sentence; `known` are words of names that count at its beginning as well."""
    spans = list(
        _cased(sentence, language, known) if _CASED_WORD.search(sentence) else _uncased(sentence, language, known)
    )
    roles = [(match[0], *match.span()) for match in terms_of(language).roles.finditer(folded_in_place(sentence))]
    found = []
    for words, start, end in spans:
        others = [span for span in spans if span[1] != start]
        beside = {role for role, at, to in roles if is_beside(sentence, (at, to), (start, end), others, language)}
        found.append(Mention(words=words, start=start, end=end, roles=frozenset(beside)))
    return tuple(found)


def names_after_roles(sentence: str, language: str) -> Iterator[list[str]]:
    """Give the two words behind each role in a script with spaces and without capitals."""
    if _CASED_WORD.search(sentence) or not words_of(language).spaced:
        return
    for role in terms_of(language).roles.finditer(sentence):
        for _, start, end in _spaced_name(sentence, role):
            names = sentence[start:end].split()
            if len(names) == MAX_NAME_WORDS:
                yield names


Span = tuple[frozenset[str], int, int]


def _cased(sentence: str, language: str, known: Collection[str]) -> Iterator[Span]:
    """Return the runs of capitalised words; where every noun has a capital, those of two words or known ones."""
    run: list[re.Match[str]] = []
    nouns = words_of(language).noun_capitals
    roles, measures = terms_of(language).roles, lexicon(language)
    first = True
    for match in _WORD.finditer(sentence):
        word = _POSSESSIVE.sub("", match[0]).casefold()
        capital = match[0][0].isupper() and len(word) > 1
        gap = sentence[run[-1].end() : match.start()] if run else ""
        usable = (
            capital and not (first and word not in known) and not roles.fullmatch(word) and not measures.counts(word)
        )
        first = False
        if run and (not usable or gap.strip(" .-")):
            yield from _run(run, known, nouns=nouns)
            run = []
        if usable:
            run.append(match)
    yield from _run(run, known, nouns=nouns) if run else ()


def _run(run: list[re.Match[str]], known: Collection[str], *, nouns: bool) -> Iterator[Span]:
    words = [_POSSESSIVE.sub("", match[0]).casefold() for match in run]
    if not nouns or len(run) > 1 or words[0] in known:
        yield frozenset(words), run[0].start(), run[-1].end()


def _uncased(sentence: str, language: str, known: Collection[str]) -> Iterator[Span]:
    """Return what stands beside a role, and other places of what stands beside one elsewhere."""
    own = words_of(language)
    seen: set[int] = set()
    for words, start, end in _titled_names(sentence, language):
        seen.update(range(start, end))
        yield words, start, end
    for role in terms_of(language).roles.finditer(sentence):
        spans = _spaced_name(sentence, role) if own.spaced else _unspaced_name(sentence, role, own.names)
        for words, start, end in spans:
            if start not in seen:
                seen.update(range(start, end))
                yield words, start, end
    for match in _WORD.finditer(sentence) if own.spaced else ():
        if match[0] in known and match.start() not in seen:
            yield frozenset({match[0]}), *match.span()
    for name in () if own.spaced else known:
        if (at := sentence.find(name)) >= 0 and at not in seen:
            yield frozenset({name}), at, at + len(name)


def _titled_names(sentence: str, language: str) -> Iterator[Span]:
    """Return the one or two words behind "Mr" in a script in which only names stand apart, as Thai does."""
    for title in before_names(language).finditer(sentence):
        name = _TITLED.match(sentence, title.end())
        if name is None:
            continue
        family = None if name[2] and terms_of(language).speech.match(name[2]) else name[2]
        words = frozenset(word for word in (name[1], family) if word)
        yield words, title.start(), name.end(2) if family else name.end(1)


@cache
def before_names(language: str) -> re.Pattern[str]:
    """Return the pattern of what stands right before a name only, in a script without capitals."""
    return re.compile(any_phrase(words_of(language).names.before_names))


def _spaced_name(sentence: str, role: re.Match[str]) -> Iterator[Span]:
    """Return the two words behind a role, leaving out such as have an article: they say of what it is the role."""
    taken: list[re.Match[str]] = []
    for match in _WORD.finditer(sentence, role.end(), role.end() + 2 * ROLE_GAP_CHARS):
        if (
            sentence[role.end() : match.start()].strip(' "“”')
            and not taken
            and _CLOSED_GAP.search(sentence, role.end(), match.start())
        ):
            break
        word = match[0]
        if word.startswith("ال") and not taken:
            continue
        if (
            len(word) <= MIN_NAME_CHARS
            or len(taken) == MAX_NAME_WORDS
            or (taken and sentence[taken[-1].end() : match.start()].strip())
        ):
            break
        taken.append(match)
    if taken:
        yield frozenset(match[0] for match in taken), taken[0].start(), taken[-1].end()


def _unspaced_name(sentence: str, role: re.Match[str], names: Names) -> Iterator[Span]:
    """Return the Chinese name behind a role, or the Japanese or Korean one before it."""
    behind = _HAN_NAME.match(sentence, role.end())
    korean = _HANGUL_NAME.search(sentence[: role.start()])
    if names.surnames:
        if behind and behind[0][0] in names.surnames:
            yield frozenset({behind[0][:2]}), behind.start(), behind.end()
        if korean and korean[1][0] in names.surnames and korean[1][-1] not in names.group_signs:
            yield frozenset({korean[1]}), *korean.span(1)
        return
    before = _NAME_BEFORE.search(sentence[: role.start()])
    if before:
        yield frozenset({before[0][:2]}), before.start(), before.end()


def is_beside(sentence: str, role: tuple[int, int], name: tuple[int, int], others: list[Span], language: str) -> bool:
    """Whether a role stands right before a name or, behind a comma, right after it, with no other name between.

    Not behind ", but" or ", and", which begin with somebody else.
    """
    before = role[1] <= name[0]
    low, high = (role[1], name[0]) if before else (name[1], role[0])
    if high < low or any(low <= start < high for _, start, _ in others):
        return False
    gap = sentence[low:high]
    if _CLOSED_GAP.search(gap):
        return False
    own = words_of(language)
    if not (own.spaced or own.names.before_names):  # names stand apart in Thai
        return len(gap) <= 1
    if before:
        of_it = "," not in gap and any(len(word) <= MAX_LINK_CHARS for word in gap.split())  # "mayor of Paris"
        return len(gap) <= ROLE_GAP_CHARS and not of_it
    aside = gap.lstrip()
    if len(gap) > APPOSITION_CHARS or not aside.startswith((",", "(", "–", "—")) or gap.count(",") > 1:
        return False
    return terms_of(language).joints.match(folded_in_place(aside[1:]).lstrip()) is None


def is_titled_as_another(
    mention: Mention, claim: Passage, article: Passages, names: Sequence[tuple[Mention, ...]]
) -> bool:
    """Whether the word right before a name stands in the article beside other names only: "the auditor Solís"."""
    title = _title_of(mention, claim, article.language)
    found = False
    for index, sentence in enumerate(article.sentences if title else ()):
        named = names[index]
        for token in sentence.tokens:
            if title is None or not _is_form(token.text, title.text):
                continue
            if any(one.words & mention.words - {title.text} for one in named):
                return False
            if not any(_is_titled(sentence, token, one, named, article.language) for one in named):
                return False
            found = True
    return found


def _title_of(mention: Mention, claim: Passage, language: str) -> Token | None:
    """Return the word right before a name of somebody; where nouns have capitals, it may have been taken for one."""
    if not claim.spaced:
        return None
    before = [token for token in claim.tokens if token.end <= mention.start]
    inside = [token for token in claim.tokens if mention.start <= token.start < mention.end]
    if words_of(language).noun_capitals and len(inside) > MAX_NAME_TOKENS:
        title = inside[0]
    elif not before or len(inside) < MAX_NAME_TOKENS or claim.text[before[-1].end : mention.start].strip():
        return None
    else:
        title = before[-1]
    is_title = len(title.text) >= MIN_TITLE_CHARS and title.text not in small_words(language)
    return title if is_title else None


def _is_titled(sentence: Passage, token: Token, name: Mention, named: tuple[Mention, ...], language: str) -> bool:
    """Whether a word stands right before a name, or right behind it after a comma."""
    if name.start <= token.start < name.end:
        return token.start == name.start and len(name.words) > 1
    others = [(one.words, one.start, one.end) for one in named if one is not name]
    return is_beside(sentence.text, (token.start, token.end), (name.start, name.end), others, language)


def _is_form(one: str, other: str) -> bool:
    """Whether two words are one with endings of its own."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short[:-1]) and len(short) >= MIN_TITLE_CHARS and len(long) - len(short) <= MAX_ENDING_CHARS
