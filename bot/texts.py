"""Every text that a user sees, from one Fluent file for each language. English is the fallback of a missing text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Protocol, TypeGuard

from bot.text_keys import TextKey
from summarizer import chinese_tag

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

FALLBACK_LANGUAGE = "en"
_OLD_CODES = {"in": "id"}  # codes that ISO 639 withdrew and Java, so some Android phones, still give

# A text: its key at the beginning of a line, and the indented lines below. No text refers to another one, so that each
# can be parsed alone (https://projectfluent.org/fluent/guide/text.html).
_ENTRY = re.compile(r"^([a-z][\w-]*)[ ]*=.*\n?(?:(?:[ ]+\S.*|\}.*|[ ]*)(?:\n|\Z))*", re.MULTILINE)
# One of a single line in which nothing is put: it stands as it is, without Fluent and the rules of its language, which
# take a megabyte for each.
_PLAIN = re.compile(r"[\w-]+[ ]*=[ ]*(?:\n[ ]+)?([^\s{}](?:[^{}\n]*\S)?)\s*")


class Say(Protocol):
    """Looks up a text in one language: `say("digest-stories", count=3)`."""

    def __call__(self, key: TextKey, /, **values: object) -> str: ...


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """The interface languages, one for each file in `locales/`, English first."""
    found = (
        entry.name.removesuffix(".ftl")
        for entry in resources.files("bot.locales").iterdir()
        if entry.name.endswith(".ftl")
    )
    return tuple(sorted(found, key=lambda language: (language != FALLBACK_LANGUAGE, language)))


@cache
def _sources(language: str) -> Mapping[str, str]:
    """The lines of each text in the language's file, by key."""
    text = resources.files("bot.locales").joinpath(f"{language}.ftl").read_text("utf-8")
    return {found[1]: found[0] for found in _ENTRY.finditer(text)}


@cache
def _bundle(language: str) -> FluentBundle:
    """The texts of the language that were used so far. Parsing a whole file takes an eighth of a second."""
    from fluent.runtime import FluentBundle

    # No isolation marks, which are bidi controls: Telegram's layout isolates the text inside tags.
    return FluentBundle([language, FALLBACK_LANGUAGE], use_isolating=False)


def _pattern(language: str, key: str) -> Any:
    """The parsed text of a key that the language has."""
    bundle = _bundle(language)
    if not bundle.has_message(key):
        from fluent.runtime import FluentResource

        bundle.add_resource(FluentResource(_sources(language)[key]))
    return bundle.get_message(key).value


def match_language(wanted: str | None) -> str:
    """The interface language nearest to a BCP 47 tag as Telegram gives it ("pt-br", "zh-TW")."""
    tag = (wanted or "").replace("_", "-").lower()
    if chinese := chinese_tag(tag):
        tag = "zh-hans" if chinese == "zh" else chinese.lower()
    offered = {language.lower(): language for language in languages()}
    primary = tag.split("-")[0]
    primary = _OLD_CODES.get(primary, primary)
    relatives = (language for folded, language in offered.items() if folded.split("-")[0] == primary)
    return offered.get(tag) or next(relatives, FALLBACK_LANGUAGE)


def say(language: str, key: TextKey, /, **values: object) -> str:
    """The text of a key in a language, else in English; KeyError for a key without a text."""
    for candidate in (language, FALLBACK_LANGUAGE):
        if candidate not in languages() or key not in _sources(candidate):
            continue
        if plain := _PLAIN.fullmatch(_sources(candidate)[key]):
            return plain[1]
        text, _errors = _bundle(candidate).format_pattern(_pattern(candidate, key), values)
        return str(text)
    raise KeyError(key)


def speaker(language: str) -> Say:
    """`say` bound to one language."""

    def bound(key: TextKey, /, **values: object) -> str:
        return say(language, key, **values)

    return bound


def has_text(key: str) -> TypeGuard[TextKey]:
    """Whether there is a text of this key, in English and so in every language."""
    return key in _sources(FALLBACK_LANGUAGE)


def text_key(key: str) -> TextKey:
    """The key, put together from parts that the type checker cannot see; KeyError where no text has it."""
    if not has_text(key):
        raise KeyError(key)
    return key
