"""The words of a language for months, weekdays, units and large numbers, from Unicode's CLDR (by Babel); pure.

The spellings that newspapers use and CLDR leaves out come from the language's file of words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import product
from typing import Any, Generic, TypeVar

from summarizer.scripts import FIRST_EAST_ASIAN
from summarizer.words.loader import UNDETERMINED, words_of
from summarizer.words.sections import LanguageWords

Value = TypeVar("Value")

MIN_STEM_CHARS = 4  # words this long may have other endings
MAX_ENDING_CHARS = 3
MIN_PLURAL_CHARS = 5  # "lundis", but not "mais", of names that take no other ending
MAX_CHANGED_ENDING_CHARS = 2  # instead of another
MIN_NAME_CHARS = 3  # of a currency
_NEW = ("new", "neu", "nouv", "nuev", "nov", "nuov", "nou", "нов", "nieuw")  # shekels
SCRIPT_CHARS = 4  # of a BCP 47 subtag: "Latn"

_UNITS = {  # CLDR's name -> ours; those left out are rare in news, or too short to tell from words
    "concentr-percent": "percent", "duration-century": "century", "duration-decade": "decade",
    "duration-year": "year", "duration-month": "month", "duration-week": "week", "duration-day": "day",
    "duration-hour": "hour", "duration-minute": "minute", "duration-second": "second",
    "length-kilometer": "km", "length-meter": "m", "length-centimeter": "cm", "length-millimeter": "mm",
    "length-mile": "mile", "length-foot": "foot", "length-inch": "inch", "length-yard": "yard",
    "mass-tonne": "ton", "mass-ton": "ton", "mass-kilogram": "kg", "mass-gram": "g", "mass-milligram": "mg",
    "area-square-kilometer": "km2", "area-square-meter": "m2", "area-hectare": "ha", "area-acre": "acre",
    "temperature-celsius": "degree", "temperature-fahrenheit": "degree", "temperature-generic": "degree",
    "volume-liter": "liter", "volume-gallon": "gallon", "volume-barrel": "barrel",
    "speed-kilometer-per-hour": "kmh", "speed-mile-per-hour": "mph",
    "power-gigawatt": "gw", "power-megawatt": "mw", "power-kilowatt": "kw",
}  # fmt: skip
CURRENCIES = (
    "USD", "EUR", "GBP", "JPY", "CNY", "INR", "RUB", "KRW", "CHF", "TRY", "UAH", "PLN", "BRL", "VND",
    "MXN", "SEK", "NOK", "CZK", "HUF", "ZAR", "NGN", "KES", "BDT", "IDR", "THB", "MYR", "SAR", "AED", "ILS",
    "IRR", "IQD", "KZT", "GHS", "ETB", "AUD", "CAD", "DKK", "EGP", "PKR", "PHP", "ARS", "CLP", "COP", "HKD", "TWD",
    "SGD",
    "NZD", "LKR", "BGN", "MAD", "DZD", "TND", "UZS", "GEL", "AZN", "MMK", "KHR", "XOF",
    "RSD", "ISK", "UGX", "TZS", "QAR", "KWD", "JOD",
)  # fmt: skip
_SYMBOLS_OF_UNITS = ("km", "cm", "mm", "kg", "mg", "ha", "km/h", "mph", "ft", "gw", "mw", "kw")


class Table(Generic[Value]):
    """Words with a value each, looked up as they stand or with another ending; lower case."""

    def __init__(
        self, words: Mapping[str, Value], *, inflected: bool, fixed: bool = False, no_forms: Collection[str] = ()
    ) -> None:
        self.words = words
        self._fixed = fixed  # no ending follows but the plural's
        self._no_forms = no_forms
        self._stems: defaultdict[str, list[str]] = defaultdict(list)  # "milyon" and "milyar" have one
        for word in words:
            if len(stem := word[: max(MIN_STEM_CHARS, len(word) - 2 * inflected)]) >= MIN_STEM_CHARS:
                self._stems[stem].append(word)
        self._longest = max(map(len, self._stems), default=0)

    def find(self, word: str) -> Value | None:
        """Return the value of a word or of one that it is a form of; None if there is none."""
        if word in self.words:
            return self.words[word]
        if self._fixed or word in self._no_forms:
            plural = self._fixed and len(word) > MIN_PLURAL_CHARS
            return self.words.get(word.removesuffix("s")) if plural else None
        for size in range(min(len(word), self._longest), MIN_STEM_CHARS - 1, -1):
            alike = [known for known in self._stems.get(word[:size], ()) if len(known) <= len(word) + MAX_ENDING_CHARS]
            if alike:
                common, known = max((common_chars(word, known), known) for known in alike)
                if len(word) - common <= (MAX_ENDING_CHARS if common == len(known) else MAX_CHANGED_ENDING_CHARS):
                    return self.words[known]
        return None


def common_chars(left: str, right: str) -> int:
    """Return the length of the beginning that two words share."""
    return next(
        (at for at, (one, two) in enumerate(zip(left, right, strict=False)) if one != two), min(len(left), len(right))
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """One language's words. Weekdays count from Monday as 0, months from January as 1."""

    multipliers: Table[float]
    leading_multipliers: Mapping[str, float]  # those that stand before the number: Swahili "milioni 3"
    units: Table[str]
    both: Mapping[str, str]  # multipliers that hold a unit: Swedish "mkr" is a million kronor
    months: Table[int]
    weekdays: Table[int]
    abbreviations: frozenset[str]  # of months and weekdays
    capitalised: bool  # whether these are written with a capital
    decimal: str  # the mark before decimals
    spaced: bool  # whether words stand apart

    def counts(self, word: str) -> bool:
        """Whether a word, lower case, belongs to numbers and dates, which are looked up as such."""
        return any(word in table.words for table in (self.multipliers, self.units, self.months, self.weekdays))


@lru_cache(maxsize=32)
def lexicon(language: str) -> Lexicon:
    """Return the words of a language by its BCP 47 tag; English words for one that CLDR does not know."""
    from babel import Locale, localedata  # a fifth of a second less where nothing is checked

    base, *subtags = language.split("-")
    base = base.lower()
    scripts = [f"{base}_{subtag.title()}" for subtag in subtags if len(subtag) == SCRIPT_CHARS]
    known = next(filter(localedata.exists, [*scripts, base]), "en")
    data = Locale.parse(known)._data
    trailing, leading = _multipliers(data)
    own, common = words_of(base), words_of(UNDETERMINED).numbers
    signs = {sign.casefold(): code for sign, code in common.symbols.items()}
    dates = partial(Table[int], inflected=own.inflected, fixed=own.dates.fixed, no_forms=own.dates.no_dates)
    months = {_key(name): index for name, index in _names(known, "months", "abbreviated", "wide")}
    weekdays = {_key(name): index for name, index in _names(known, "days", "abbreviated", "wide")}
    wide = [name for kind in ("months", "days") for name, _ in _names(known, kind, "wide")]
    return Lexicon(
        multipliers=Table({**trailing, **own.numbers.multipliers}, inflected=own.inflected),
        leading_multipliers=leading,
        units=Table(
            {**_units(data, _small_words(own)), **own.numbers.units, **common.units, **common.symbols, **signs},
            inflected=own.inflected,
        ),
        both={word: unit for word, unit in own.numbers.units.items() if word in own.numbers.multipliers},
        months=dates(months | _genitives(own, months)),
        weekdays=dates(weekdays | _more_weekdays(own)),
        abbreviations=frozenset((set(months) | set(weekdays)) - set(map(_key, wide))),
        capitalised=any(name[:1].isupper() for name in wide),
        decimal=data["number_symbols"]["latn"]["decimal"],
        spaced=own.spaced,
    )


def _multipliers(data: Any) -> tuple[dict[str, float], dict[str, float]]:
    """Read "00 million" for 10,000,000 as: the word "million" multiplies by 1,000,000."""
    trailing: dict[str, float] = {}
    leading: dict[str, float] = {}
    for width in ("short", "long"):
        for forms in data["compact_decimal_formats"].get(width, {}).values():
            for magnitude, pattern in forms.items():
                text = _plain(pattern.pattern.split(";")[0])
                zeros = text.count("0")
                if not zeros:  # "mille" alone, for the number 1,000
                    continue
                before, _, after = text.partition("0" * zeros)
                value = float(magnitude) / 10 ** (zeros - 1)
                if _key(after):
                    trailing[_key(after)] = value
                elif _key(before):
                    leading[_key(before)] = value
    return {word: value for word, value in trailing.items() if value > 1}, leading


def _small_words(own: LanguageWords) -> frozenset[str]:
    """Return words such as "of" and "the", which the names of currencies hold as well."""
    parts = (word for words in own.numbers.parts for word in words.split())
    return frozenset((*parts, *own.claims.prepositions, *own.claims.definites))


def _units(data: Any, small_words: Collection[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, unit in _UNITS.items():
        forms = data["unit_patterns"].get(name, {})
        for width in ("short", "long"):
            for pattern in _strings(forms.get(width, {})):
                word = _key(_plain(pattern.replace("{0}", "")))
                if _is_clear(word, width):
                    found[word] = unit
    euro = [*_strings(data["currency_names_plural"].get("EUR", {})), data["currency_names"].get("EUR", "E")]
    small = all(form[:1].islower() for form in euro)
    for code in CURRENCIES:
        forms = [*_strings(data["currency_names_plural"].get(code, {})), data["currency_names"].get(code, "")]
        found |= dict.fromkeys(_heads(forms, found, code, small=small) - set(small_words), code)
    return found


def _heads(names: list[str], found: Mapping[str, str], code: str, *, small: bool) -> set[str]:
    """Return the words of a currency's names that name no country; a dollar is a dollar, Australian or not.

    `small` says that the language writes its currencies with a small letter, and countries with a capital.
    """
    words = {word for name in names for word in _plain(name).strip().strip(".").replace("-", " ").split()}
    heads = {word for word in words if word[0].islower()} if small else words
    heads = {word.casefold() for word in heads if len(word) >= MIN_NAME_CHARS and not word.casefold().startswith(_NEW)}
    known = {word for word in heads if found.get(word, code) != code}
    return heads - known if small and heads != words else heads if not known else set()


def _is_clear(word: str, width: str) -> bool:
    """Whether a unit's name is no common word: CLDR's short names hold "in" and "mo"."""
    if width == "long" or not word.isascii():
        return len(word) > 1 or word > FIRST_EAST_ASIAN
    return word in _SYMBOLS_OF_UNITS


def _names(locale: str, kind: str, *widths: str) -> Iterator[tuple[str, int]]:
    """Return a locale's own names of months or weekdays ("days") and their numbers.

    What it takes from the root is an alias of other names of its own or, once Babel has resolved that for whichever
    locale, the names of that one.
    """
    from babel import localedata

    own, root = localedata.load(locale)[kind], localedata.load("root")[kind]
    for context, width in product(("format", "stand-alone"), widths):
        names = own[context].get(width)
        if isinstance(names, tuple):  # an alias and what differs from it
            names = names[1]
        if isinstance(names, Mapping) and names is not root[context].get(width):
            for index, name in names.items():
                yield name.replace("\u00a0", " "), index


def _genitives(own: LanguageWords, months: Mapping[str, int]) -> dict[str, int]:
    return {month + "s": index for month, index in months.items()} if own.noun_capitals else {}


def _more_weekdays(own: LanguageWords) -> dict[str, int]:
    signs = enumerate(own.dates.weekday_signs)
    return {prefix + sign: index for index, sign in signs for prefix in own.dates.weekday_prefixes}


def _strings(forms: Mapping[str, Any]) -> list[str]:
    return [form for form in forms.values() if isinstance(form, str)]


def _plain(text: str) -> str:
    return "".join(char for char in text.replace("\u00a0", " ").replace("\u202f", " ") if char not in "'\u200e\u200f¤")


def _key(text: str) -> str:
    return text.strip().strip(".").casefold()
