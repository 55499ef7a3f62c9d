"""What months and weekdays are called, by CLDR: `python -m tests.text.calendar_names` writes the table anew."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from babel import Locale, localedata
from babel.core import get_global

import bot.stories.sketches

FILE = Path(bot.stories.sketches.__file__).with_name("calendars.tsv")
HEAD = (
    "# Months and weekdays by CLDR (https://cldr.unicode.org, Unicode License v3), taken from Babel: language,"
    " words, and those that name one weekday alone, in full"
)


def calendar_names(language: str) -> tuple[list[str], list[str]]:
    """The words of the names, long and short, as they are compared: all but those of one weekday alone, and these."""
    localedata._cache.clear()  # one language's data leaks into the next
    locale = Locale.parse(language)
    names = {
        name
        for kind in (locale.months, locale.days)
        for context in kind.values()
        for width in ("abbreviated", "wide")
        for name in context.get(width, {}).values()
    }
    words = words_of(names, language)
    wide = [{context["wide"][day] for context in locale.days.values()} for day in range(7)]
    by_day = [words_of(names_of_day, language) for names_of_day in wide]
    weekdays = {word for day in by_day for word in day if sum(word in other for other in by_day) == 1}
    if language in bot.stories.sketches._PAIRED:
        weekdays = set()  # the days are numbered there
    return sorted(words - weekdays), sorted(words & weekdays)


def words_of(names: Iterable[str], language: str) -> set[str]:
    folded = bot.stories.sketches._folded(" ".join(names), language)
    words = set(bot.stories.sketches._WORD.findall(folded))
    return {word for word in words if not any(map(str.isdecimal, word))}  # numbers are told without a table


def main() -> None:
    languages = {name for name in localedata.locale_identifiers() if "_" not in name}
    languages |= {old for old, new in get_global("language_aliases").items() if len(old) == 2 and new in languages}
    lines = ["\t".join((language, *map(" ".join, calendar_names(language)))) for language in sorted(languages)]
    FILE.write_text("\n".join((HEAD, *lines, "")), encoding="utf-8")


if __name__ == "__main__":
    main()
