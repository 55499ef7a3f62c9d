"""The words of a language for months, weekdays, units and large numbers, from Unicode's CLDR (by Babel); pure.

Holds no figures of its own beyond a few spellings that newspapers use and CLDR leaves out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Any, Generic, TypeVar

from babel import Locale, localedata

Value = TypeVar("Value")

# A letter with the vowel signs and marks that Indic and other scripts write beside it, which \w leaves out.
_MARK = (
    r"(?!\d)[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u0670\u06d6-\u06ed"
    r"\u0900-\u0963\u0971-\u0dff\u0e31-\u0e4e\u0eb1-\u0ece\u102b-\u103e\u135d-\u135f\u17b4-\u17d3]"
)
LETTER = rf"(?:[^\W\d_]|{_MARK})"
LETTERS = rf"[^\W\d_]+(?:(?:{_MARK})+[^\W\d_]*)*"  # a run of them, the fast way
MIN_STEM_CHARS = 4  # words this long may have other endings
MAX_ENDING_CHARS = 3
MAX_CHANGED_ENDING_CHARS = 2  # instead of another
SCRIPT_CHARS = 4  # of a BCP 47 subtag: "Latn"

NOUN_CAPITALS = ("de", "lb")  # write every noun with a capital
# Languages whose names take hardly any endings.
UNINFLECTED = frozenset("en fr es pt it nl de lb vi id ms ca gl sw fil pcm cy af ht zh ja ko th".split())  # noqa: SIM905
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
CURRENCIES = ("USD", "EUR", "GBP", "JPY", "CNY", "INR", "RUB", "KRW", "CHF", "TRY", "UAH", "PLN", "BRL", "VND")
_SYMBOLS = {"$": "USD", "＄": "USD", "€": "EUR", "£": "GBP", "₹": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY"}
_SYMBOLS_OF_UNITS = ("km", "cm", "mm", "kg", "mg", "ha", "km/h", "mph", "ft", "gw", "mw", "kw")
_PERCENT = "%٪％﹪"
_MORE_UNITS = {
    "en": {
        "per cent": "percent", "pct": "percent", "kilometre": "km", "kilometres": "km", "metre": "m", "metres": "m",
        "centimetre": "cm", "centimetres": "cm", "millimetre": "mm", "millimetres": "mm", "litre": "liter",
        "litres": "liter", "tonne": "ton", "tonnes": "ton", "kilo": "kg", "kilos": "kg",
    },
    "ar": {"في المئة": "percent", "في المائة": "percent"},
    "fr": {"pour cent": "percent"}, "es": {"por ciento": "percent"}, "pt": {"por cento": "percent"},
    "it": {"per cento": "percent"}, "de": {"v.h": "percent"}, "ko": {"프로": "percent", "달러": "USD", "원": "KRW"},
    "vi": {"đô la": "USD", "phần trăm": "percent"},
    "ja": {"ドル": "USD", "ユーロ": "EUR", "円": "JPY", "元": "CNY", "キロ": "km", "歳": "year", "時間": "hour"},
    "zh": {
        "美元": "USD", "美金": "USD", "歐元": "EUR", "欧元": "EUR", "英鎊": "GBP", "英镑": "GBP", "日圓": "JPY",
        "日元": "JPY", "岁": "year", "歲": "year", "公里": "km", "公尺": "m", "米": "m", "厘米": "cm", "公斤": "kg",
        "噸": "ton", "吨": "ton", "小時": "hour", "小时": "hour", "個月": "month", "个月": "month", "分鐘": "minute",
    },
}  # fmt: skip
_MORE_MULTIPLIERS = {
    "en": {"mn": 1e6, "bn": 1e9, "tn": 1e12, "mln": 1e6, "hundred": 1e2, "crore": 1e7, "lakh": 1e5},
    "de": {"tausend": 1e3, "tsd": 1e3}, "fr": {"md": 1e9, "mds": 1e9, "mille": 1e3, "milliers": 1e3},
    "vi": {"ngàn": 1e3, "nghìn": 1e3, "tỉ": 1e9, "tỷ": 1e9}, "it": {"mila": 1e3, "mln": 1e6, "mld": 1e9},
    "ru": {"млн": 1e6, "млрд": 1e9, "тыс": 1e3, "трлн": 1e12}, "tr": {"bin": 1e3}, "id": {"ribu": 1e3},
}  # fmt: skip
_NO_FORMS = ("среди", "средь")  # no forms of среда, Wednesday
_WEEKDAYS = {
    "zh": [("星期", "周", "週", "礼拜", "禮拜"), "一二三四五六日"],
}


class Table(Generic[Value]):
    """Words with a value each, looked up as they stand or with another ending; lower case."""

    def __init__(self, words: Mapping[str, Value], *, inflected: bool) -> None:
        self.words = words
        stems = ((word[: max(MIN_STEM_CHARS, len(word) - 2 * inflected)], word) for word in words)
        self._stems = {stem: word for stem, word in stems if len(stem) >= MIN_STEM_CHARS}

    def find(self, word: str) -> Value | None:
        """Give the value of a word or of one that it is a form of; None if there is none."""
        if word in self.words:
            return self.words[word]
        if word in _NO_FORMS:
            return None
        for size in range(len(word), MIN_STEM_CHARS - 1, -1):
            known = self._stems.get(word[:size])
            if known is not None and len(known) <= len(word) + MAX_ENDING_CHARS:
                common = common_chars(word, known)
                if len(word) - common <= (MAX_ENDING_CHARS if common == len(known) else MAX_CHANGED_ENDING_CHARS):
                    return self.words[known]
        return None


def common_chars(left: str, right: str) -> int:
    """Give the length of the beginning that two words share."""
    return next(
        (at for at, (one, two) in enumerate(zip(left, right, strict=False)) if one != two), min(len(left), len(right))
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """One language's words. Weekdays count from Monday as 0, months from January as 1."""

    multipliers: Table[float]
    leading_multipliers: Mapping[str, float]  # those that stand before the number: Swahili "milioni 3"
    units: Table[str]
    months: Table[int]
    weekdays: Table[int]
    abbreviations: frozenset[str]  # of months and weekdays
    capitalised: bool  # whether these are written with a capital
    decimal: str  # the mark before decimals
    spaced: bool  # whether words stand apart

    def counts(self, word: str) -> bool:
        """Say whether a word, lower case, belongs to numbers and dates, which are looked up as such."""
        return any(word in table.words for table in (self.multipliers, self.units, self.months, self.weekdays))


@lru_cache(maxsize=32)
def lexicon(language: str) -> Lexicon:
    """Give the words of a language by its BCP 47 tag; English words for one that CLDR does not know."""
    base, *subtags = language.split("-")
    base = base.lower()
    scripts = [f"{base}_{subtag.title()}" for subtag in subtags if len(subtag) == SCRIPT_CHARS]
    known = next(filter(localedata.exists, [*scripts, base]), "en")
    data = Locale.parse(known)._data
    trailing, leading = _multipliers(data)
    inflected = base not in UNINFLECTED
    months = {_key(name): index for name, index in _names(known, "months", "abbreviated", "wide")}
    weekdays = {_key(name): index for name, index in _names(known, "days", "abbreviated", "wide")}
    wide = [name for kind in ("months", "days") for name, _ in _names(known, kind, "wide")]
    return Lexicon(
        multipliers=Table(trailing | _MORE_MULTIPLIERS.get(base, {}), inflected=inflected),
        leading_multipliers=leading,
        units=Table(
            _units(data) | _MORE_UNITS.get(base, {}) | dict.fromkeys(_PERCENT, "percent") | _SYMBOLS,
            inflected=inflected,
        ),
        months=Table(months | _genitives(base, months), inflected=inflected),
        weekdays=Table(weekdays | _more_weekdays(base), inflected=inflected),
        abbreviations=frozenset((set(months) | set(weekdays)) - set(map(_key, wide))),
        capitalised=any(name[:1].isupper() for name in wide),
        decimal=data["number_symbols"]["latn"]["decimal"],
        spaced=base not in ("zh", "ja", "ko", "th", "lo", "km", "my"),
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


def _units(data: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, unit in _UNITS.items():
        forms = data["unit_patterns"].get(name, {})
        for width in ("short", "long"):
            for pattern in _strings(forms.get(width, {})):
                word = _key(_plain(pattern.replace("{0}", "")))
                if _is_clear(word, width):
                    found[word] = unit
    for code in CURRENCIES:
        for name in [*_strings(data["currency_names_plural"].get(code, {})), data["currency_names"].get(code, "")]:
            words = _key(_plain(name)).replace("-", " ").split()
            found |= {word: code for word in words if len(word) >= 3 and found.get(word, code) == code}
    return found


def _is_clear(word: str, width: str) -> bool:
    """Say whether a unit's name is no common word: CLDR's short names hold "in" and "mo"."""
    if width == "long" or not word.isascii():
        return len(word) > 1 or word > "\u2e80"
    return word in _SYMBOLS_OF_UNITS


def _names(locale: str, kind: str, *widths: str) -> Iterator[tuple[str, int]]:
    """Give a locale's own names of months or weekdays ("days") and their numbers.

    What it takes from the root is an alias of other names of its own or, once Babel has resolved that for whichever
    locale, the names of that one.
    """
    own, root = localedata.load(locale)[kind], localedata.load("root")[kind]
    for context, width in product(("format", "stand-alone"), widths):
        names = own[context].get(width)
        if isinstance(names, tuple):  # an alias and what differs from it
            names = names[1]
        if isinstance(names, Mapping) and names is not root[context].get(width):
            for index, name in names.items():
                yield name.replace("\u00a0", " "), index


def _genitives(base: str, months: Mapping[str, int]) -> dict[str, int]:
    return {month + "s": index for month, index in months.items()} if base in NOUN_CAPITALS else {}


def _more_weekdays(base: str) -> dict[str, int]:
    prefixes, days = _WEEKDAYS.get(base, ((), ""))
    return {prefix + day: index for prefix in prefixes for index, day in enumerate(days)}


def _strings(forms: Mapping[str, Any]) -> list[str]:
    return [form for form in forms.values() if isinstance(form, str)]


def _plain(text: str) -> str:
    return "".join(char for char in text.replace("\u00a0", " ").replace("\u202f", " ") if char not in "'\u200e\u200f¤")


def _key(text: str) -> str:
    return text.strip().strip(".").casefold()
