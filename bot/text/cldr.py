"""CLDR's data (babel) in the interface languages: dates, lists, names. The only module of the bot that asks babel.

Babel is loaded with the first question: a start needs none, and it takes a twentieth of a second.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from babel import Locale

_COMMAS = {"ja": "、", "zh": "、", "ar": "، "}  # between names; elsewhere ", "


@lru_cache(maxsize=64)
def locale_of(language: str) -> Locale:
    """The CLDR locale of an interface language; English for one it does not know."""
    from babel import Locale, UnknownLocaleError

    # British English: the day before the month, as everywhere but in the United States.
    try:
        return Locale.parse({"en": "en-GB"}.get(language, language), sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en", "GB")


def get_global(key: str) -> Mapping[str, Any]:
    """A table of CLDR that holds in every language: "zone_territories", "zone_aliases", ..."""
    from babel.core import get_global as table

    found: Mapping[str, Any] = table(key)  # type: ignore[arg-type]
    return found


def full_date(moment: datetime, language: str) -> str:
    """The date with its weekday and year, as the language writes it."""
    from babel.dates import format_date

    return format_date(moment, "full", locale=locale_of(language))


def formatted(moment: datetime, skeleton: str, language: str) -> str:
    """The parts of a local moment that the skeleton names ("MMMEd"), as the language writes them.

    https://unicode.org/reports/tr35/tr35-dates.html#availableFormats_appendItems
    """
    from babel.dates import format_skeleton

    return format_skeleton(skeleton, moment.replace(tzinfo=None), locale=locale_of(language))


def day_names(language: str, *, width: Literal["wide", "abbreviated"] = "abbreviated") -> Mapping[int, str]:
    """Names of the days of the week, Monday is 0."""
    from babel.dates import get_day_names

    return get_day_names(width, locale=locale_of(language))


def listed(items: Sequence[str], language: str) -> str:
    """The items as the language lists them: "a, b and c"."""
    from babel.lists import format_list

    return format_list(items, locale=locale_of(language))


def series(items: Iterable[str], language: str) -> str:
    """The items with the language's comma between them."""
    return _COMMAS.get(language.partition("-")[0], ", ").join(items)


def language_name(tag: str, language: str) -> str:
    """The name of a language in another one: "Traditional Chinese"; the tag where it has no name."""
    from babel import Locale, UnknownLocaleError

    name: str | None = locale_of(language).languages.get(tag.replace("-", "_"))
    if name and "," not in name:  # in a list of languages it would look like two
        return name
    try:
        return Locale.parse(tag, sep="-", resolve_likely_subtags=False).get_display_name(locale_of(language)) or tag
    except (UnknownLocaleError, ValueError):
        return tag


def language_code(typed: str) -> str | None:
    """The code of a language in its present form ("eng" and "en" are "en"); None where no language has this code."""
    if typed in locale_of("en").languages:
        return typed
    code: str | None = get_global("language_aliases").get(typed)
    return code and code.replace("_", "-")


def length_of_time(span: timedelta, language: str) -> str:
    """A length of time in words, at least a minute: "5 minutes"."""
    from babel.dates import format_timedelta

    return format_timedelta(span, granularity="minute", locale=locale_of(language))


def decimal(number: float, language: str) -> str:
    """A number with the signs of a language: 0.7 or 0,7."""
    from babel.numbers import format_decimal

    return format_decimal(number, locale=locale_of(language))
