"""Looks up in an article the countries and cities of Unicode's CLDR (by Babel), and the names of peoples (pure).

Places only where no capital tells a name; there towns that CLDR does not know as well, by "city" beside them. Of a
people ("American", "Franzosen") it says whether an article tells of their country: by its name, a city or its money; of
a country, whether the article has its adjective ("Polonia", "polaco").
"""

from __future__ import annotations

import re
import unicodedata
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

MIN_ADJECTIVE_CHARS = 4  # of the root of a language's name
MIN_COUNTRY_CHARS = 5  # ... and of a country's: "indi" begins too much
BREVE = "\u0306"
CODE_CHARS = 2  # of a country; regions have three digits
NO_COUNTRY = frozenset(("en", "ar"))  # languages that are those of many countries

_LETTERS = re.compile(LETTERS)
_ENDING = re.compile(r"(?:[аиоы]й|[aeiouyаеиуыюя])$")
_ARABIC_ENDS = re.compile("^ال|ي?ة$")
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
        if tells_of_country(name, sentence, article, language):
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


def tells_of_country(word: str, sentence: str, article: str, language: str) -> bool:
    """Whether a word of a sentence belongs to the name of a country whose adjective an article, case folded, has.

    Beside a word that the sentence has, too: "a group from Poland" of "a Polish group".
    """
    roots = [
        root for code in _codes_called(language).get(_root_of(_plain(word)), ()) for root in _roots(language, code)
    ]
    if not roots:
        return False
    own = {found[:MIN_CHARS] for found in _LETTERS.findall(_plain(sentence))}
    adjective = "|".join(map(re.escape, roots))
    words = _LETTERS.findall(_plain_article(article))
    told = re.compile(rf"[وبل]{{0,2}}(?:ال)?(?:{adjective})")
    found = (at for at, word in enumerate(words) if told.match(word))
    return any(
        word[:MIN_CHARS] in own for at in found for word in (*words[max(at - 1, 0) : at], *words[at + 1 : at + 2])
    )


@lru_cache(maxsize=32)
def _codes_called(language: str) -> Mapping[str, tuple[str, ...]]:
    """Return the codes of the countries in whose names a word stands, by its root."""
    found: dict[str, tuple[str, ...]] = {}
    for code, name in _data(language)["territories"].items():
        for word in _plain(str(name)).split() if len(code) == CODE_CHARS else ():
            found[_root_of(word)] = (*found.get(_root_of(word), ()), code)
    return found


@lru_cache(maxsize=256)
def _roots(language: str, code: str) -> tuple[str, ...]:
    """Return how a country's adjectives begin: like the names of its language and of its people, or its own."""
    from babel.core import get_global
    from babel.languages import get_official_languages

    likely, called = get_global("likely_subtags"), _data(language)["languages"]
    spoken = (tag for tag in get_official_languages(code) if tag in called and tag not in NO_COUNTRY)
    names = [_plain(str(called[tag])) for tag in spoken if likely.get(tag, "").endswith(f"_{code}")]
    adjectives = [root for root in map(_root_of, names) if len(root) >= MIN_ADJECTIVE_CHARS]
    peoples = map(str.split, words_of(language).names.peoples)
    people = [_plain(form) for one, *forms in peoples if one == code for form in forms]
    country = _plain(str(_data(language)["territories"][code]))
    own = _root_of(country) if len(_root_of(country)) >= MIN_COUNTRY_CHARS else country
    return (*adjectives, *names, *people, own)


def _root_of(name: str) -> str:
    return _ARABIC_ENDS.sub("", _ENDING.sub("", name))


@lru_cache(maxsize=4)
def _plain_article(article: str) -> str:
    return _plain(article)


def _plain(text: str) -> str:
    """Return a text case folded and without accents, but for "й", a letter of its own."""
    letters = unicodedata.normalize("NFD", text.casefold())
    kept = (char for char in letters if char == BREVE or not unicodedata.combining(char))
    return unicodedata.normalize("NFC", "".join(kept))


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
