"""Looks up in an article the countries and cities of Unicode's CLDR (by Babel), and the names of peoples (pure).

Places only where no capital tells a name; there towns that CLDR does not know as well, by "city" beside them. Of a
people ("American", "Franzosen") it says whether an article tells of their country: by its name, a city or its money.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from summarizer.checks.telling import small_words
from summarizer.numbers.lexicon import lexicon
from summarizer.scripts import FIRST_EAST_ASIAN, HAN, HANGUL, LETTERS, MARKS, UNSPACED
from summarizer.words.loader import words_of
from summarizer.words.patterns import any_phrase

MIN_CHARS = 4  # of a name in a script with spaces and without capitals
MIN_EAST_ASIAN_CHARS = 2
MIN_KANA_CHARS = 3
NAME_CHARS = 2  # right before "city" in Chinese, Japanese and Korean, of a longer name the last ones
MAX_COUNTRY_CHARS = 3  # 法国: its first character stands for it

_SHORT_HANGUL = re.compile(f"^[{HANGUL}]{{1,2}}$")
_CLOSED = re.compile(f"[{UNSPACED}]")


def unknown_place(sentence: str, article: str, language: str) -> str | None:
    """Return a country or city of a sentence that its article, case folded, does not name; None if it names all.

    For languages without capitals; in others `names` finds places as it finds all names.
    """
    known = _places(language)
    if known is None:
        return None
    for match in known.finditer(sentence):
        name: str = match["name"]
        if name.casefold() in article:
            continue
        if (
            name in _countries(language)
            and len(name) <= MAX_COUNTRY_CHARS
            and name[0] > FIRST_EAST_ASIAN
            and name[0] in article
        ):
            continue
        return name
    return None


def tells_of_people(word: str, article: str, language: str) -> bool:
    """Whether a word is that of a people, or of a country, of which an article, case folded, has another word."""
    peoples = words_of(language).names.peoples
    for code, *words in map(str.split, peoples):
        forms = [one.replace("_", " ").casefold() for one in words]
        if word.casefold() in forms:
            others = (*forms, *_country_names(language, code))
            return any(re.search(rf"(?<!\w){re.escape(one)}", article) for one in others)
    return False


@lru_cache(maxsize=32)
def _places(language: str) -> re.Pattern[str] | None:
    """Return the pattern of all places in a language without capitals; None for one with them."""
    names = [name for name in (*_countries(language), *_cities(language)) if name]
    if not names or any(name[0].isupper() for name in names):
        return None
    long = [name for name in names if len(name) >= _least(name)]
    short = [name for name in long if _SHORT_HANGUL.match(name)]  # 수단 is Sudan and "means"
    any_of = "|".join(re.escape(name) for name in sorted(set(long) - set(short), key=len, reverse=True))
    if any(_CLOSED.search(name) for name in long):
        return re.compile(f"(?P<name>{any_of})")
    if short:
        shorter = "|".join(map(re.escape, sorted(short)))
        return re.compile(rf"(?<![{HANGUL}])(?P<name>(?:{shorter})(?=시[ 는의가에]|시$|정부|시장)|(?:{any_of}))")
    return re.compile(rf"(?<![\w{MARKS}])[وبلفك]{{0,2}}(?P<name>{any_of})(?![\w{MARKS}])")


def _least(name: str) -> int:
    if "\u3040" <= name[0] <= "\u30ff":
        return MIN_KANA_CHARS
    return MIN_EAST_ASIAN_CHARS if name[0] > FIRST_EAST_ASIAN else MIN_CHARS


@lru_cache(maxsize=32)
def _data(language: str) -> Mapping[str, Mapping[str, object]]:
    from babel import Locale, localedata  # a fifth of a second less where nothing is checked

    base, *subtags = language.split("-")
    tags = [f"{base.lower()}_{subtag.title()}" for subtag in subtags]
    known = next(filter(localedata.exists, [*tags, base.lower()]), "en")
    data: Mapping[str, Mapping[str, object]] = Locale.parse(known)._data
    return data


@lru_cache(maxsize=32)
def _countries(language: str) -> frozenset[str]:
    named = _data(language)["territories"].items()
    return frozenset(str(name) for code, name in named if not code.isdigit() and code not in ("ZZ", "XA", "XB"))


def _cities(language: str) -> Iterable[str]:
    zones = _data(language)["time_zones"].items()
    for zone, names in zones:
        if isinstance(names, Mapping) and "city" in names and not zone.startswith(("Antarctica", "Etc")):
            yield str(names["city"])


@lru_cache(maxsize=256)
def _country_names(language: str, code: str) -> tuple[str, ...]:
    """Return a country's name, its larger cities and the words for its money, case folded."""
    from babel.core import get_global

    zones = get_global("zone_territories")
    cities = _data(language)["time_zones"]
    names = [str(_data(language)["territories"].get(code, ""))]
    names += [
        str(found["city"])
        for zone, found in cities.items()
        if zones.get(zone) == code and isinstance(found, Mapping) and "city" in found
    ]
    money = {entry[0] for entry in get_global("territory_currencies").get(code, ()) if entry[2] is None}
    units = lexicon(language).units.words.items()
    signs = [word for word, unit in units if unit in money and word[0].isalpha() and len(word) > MIN_EAST_ASIAN_CHARS]
    return tuple(name.casefold() for name in (*names, *signs) if name)


def unknown_town(sentence: str, article: str, language: str) -> str | None:
    """Return a town of a sentence that its article, case folded, does not name; None if it names all.

    Only where the article names another one with the same word, so that "the whole county" is not taken for a name.
    """
    theirs = dict(_towns(article, language))
    for kind, name in _towns(sentence, language):
        if kind in theirs and name not in article:
            return name
    return None


def _towns(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Give the names of a text with the word beside each."""
    others = words_of(language).names.no_towns
    pattern = _town_pattern(language)
    for match in pattern.finditer(text) if pattern else ():
        name = match["name"] or match["named"]
        if name not in small_words(language) and not any(part in others for part in (name, *name)):
            yield match["kind"] or match["before"], name


@lru_cache(maxsize=32)
def _town_pattern(language: str) -> re.Pattern[str] | None:
    names = words_of(language).names
    behind, before = any_phrase(names.towns), any_phrase(names.towns_behind)
    if not names.towns and not names.towns_behind:
        return None
    if names.towns and names.towns[0][0] > FIRST_EAST_ASIAN:
        own = rf"(?P<name>[{HAN}{HANGUL}]{{{NAME_CHARS}}})(?P<kind>{behind})"
    else:
        own = rf"(?<!\w)(?P<name>{LETTERS}) (?P<kind>{behind})(?!\w)"
    return re.compile(rf"{own}|(?<!\w)(?P<before>{before}) (?P<named>{LETTERS})")
