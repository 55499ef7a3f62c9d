"""CLDR's data (babel) for the interface languages: the only module that chooses a locale."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale, UnknownLocaleError


@lru_cache(maxsize=64)
def locale_of(language: str) -> Locale:
    """The CLDR locale of an interface language; English for one it does not know."""
    # British English: the day before the month, as everywhere but in the United States.
    try:
        return Locale.parse({"en": "en-GB"}.get(language, language), sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en", "GB")
