"""Every string a user sees, from one Fluent file a language; a missing string falls back to English."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from importlib import resources

from fluent.runtime import FluentBundle, FluentResource

# Interface languages, in the order they are offered; a language is its file in `locales/`.
FALLBACK_LANGUAGE = "en"

# A translator bound to one language: say("digest-stories", count=3).
Say = Callable[..., str]


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """The interface languages there is a file for, English first."""
    found = (
        entry.name.removesuffix(".ftl")
        for entry in resources.files("bot.locales").iterdir()
        if entry.name.endswith(".ftl")
    )
    return tuple(sorted(found, key=lambda language: (language != FALLBACK_LANGUAGE, language)))


@cache
def _bundle(language: str) -> FluentBundle:
    # Isolation marks are bidi controls: Telegram's own layout isolates what we put in tags.
    bundle = FluentBundle([language, FALLBACK_LANGUAGE], use_isolating=False)
    bundle.add_resource(FluentResource(resources.files("bot.locales").joinpath(f"{language}.ftl").read_text("utf-8")))
    return bundle


def match_language(wanted: str | None) -> str:
    """The interface language nearest to a BCP 47 tag as Telegram gives it ("pt-br", "zh-TW")."""
    tag = (wanted or "").replace("_", "-").lower()
    if tag.startswith("zh"):
        parts = tag.split("-")
        traditional = "hans" not in parts and not {"hant", "tw", "hk", "mo"}.isdisjoint(parts)
        tag = "zh-hant" if traditional else "zh-hans"
    offered = {language.lower(): language for language in languages()}
    primary = tag.split("-")[0]
    relatives = (language for folded, language in offered.items() if folded.split("-")[0] == primary)
    return offered.get(tag) or next(relatives, FALLBACK_LANGUAGE)


def say(language: str, key: str, /, **values: object) -> str:
    """The text `key` in `language`, else in English; raises KeyError for a key that no file has."""
    for candidate in (language, FALLBACK_LANGUAGE):
        if candidate not in languages():
            continue
        bundle = _bundle(candidate)
        if bundle.has_message(key) and (pattern := bundle.get_message(key).value) is not None:
            text, _errors = bundle.format_pattern(pattern, values)
            return str(text)
    raise KeyError(key)


def speaker(language: str) -> Say:
    """`say` bound to one language."""

    def bound(key: str, /, **values: object) -> str:
        return say(language, key, **values)

    return bound


def has_text(key: str) -> bool:
    """Whether English, and so every language, has this text."""
    return bool(_bundle(FALLBACK_LANGUAGE).has_message(key))
