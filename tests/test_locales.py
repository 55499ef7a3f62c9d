"""The texts in each language: translated, with its plurals, in its place, and of a length that Telegram takes."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from babel import Locale

from bot import texts
from bot.chat.wording import schedule_words
from bot.filters.grammar import parse_rules
from bot.text.characters import UNSAFE
from bot.text.schedule import parse_recap, parse_schedule
from bot.text.time_zones import find_zone
from bot.texts import languages, say, speaker, text_key
from tests.catalogs import catalog, outline

OTHERS = [language for language in languages() if language != "en"]
ALL_TWELVE = {"en", "zh-Hant", "zh-Hans", "es", "ru", "ar", "ja", "de", "fr", "pt", "hi", "id"}
TAG = re.compile(r"</?[a-z]+>")
# What stands in texts as it is typed: commands of the bot, settings, and what is between backticks but for its words.
TYPED = re.compile(r"(?<![\w<])/[a-z]+\b|\b[A-Z]+_[A-Z_]+\b|`[a-z][a-z =-]*[a-z]")


def cells(text: str) -> int:
    """How wide a label is, in letters of Latin."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return len(text) + wide - sum(unicodedata.category(letter) in ("Mn", "Me", "Cf") for letter in text)


def test_the_bot_speaks_twelve_languages() -> None:
    assert set(languages()) == ALL_TWELVE


@pytest.mark.parametrize("language", OTHERS)
def test_every_file_has_the_order_and_sections_of_the_english_one(language: str) -> None:
    assert outline(language) == outline("en")


# Texts without words of their own, so that they may be written like the English ones.
SHARED = {"adding-problem", "adding-technical", "chat-when-day", "chat-when-zone", "taste-word", "why-left"}


@pytest.mark.parametrize("language", OTHERS)
def test_no_text_stayed_in_english(language: str) -> None:
    english = catalog("en")
    same = {key for key, text in catalog(language).items() if text.pattern == english[key].pattern}
    assert same <= SHARED


@pytest.mark.parametrize("language", languages())
def test_every_plural_of_a_language_is_there_and_says_the_number(language: str) -> None:
    """A variant without its number means one number alone. Numbers beyond 200 need no plurals of their own."""
    form = Locale.parse(language, sep="-").plural_form
    numbers: dict[str, list[int]] = {}
    for number in range(1, 201):
        numbers.setdefault(form(number), []).append(number)
    for key, text in catalog(language).items():
        for variable, variants in text.selects:
            plurals = {name: said for name, said in variants.items() if not name.isdigit()}
            if plurals.keys() == {"other"} and (numbers.keys() == {"other"} or len(variants) > 1):
                continue
            if variable in ("state", "reason"):  # a choice, no number
                continue
            assert numbers.keys() | {"other"} <= plurals.keys() <= {*form.tags, "other"}, key
            shown = f"${variable}" in plurals["other"]
            for name, said in plurals.items():
                assert not shown or len(numbers.get(name, ())) <= 1 or f"${variable}" in said, f"{key} [{name}]"


@pytest.mark.parametrize("language", OTHERS)
def test_tags_commands_and_names_of_settings_are_those_of_the_english_texts(language: str) -> None:
    english = catalog("en")
    for key, text in catalog(language).items():
        if not text.selects:
            assert Counter(TAG.findall(text.pattern)) == Counter(TAG.findall(english[key].pattern)), key
        typed = (set(TYPED.findall(one.pattern)) for one in (text, english[key]))
        assert len(set(map(frozenset, typed))) == 1, key


@pytest.mark.parametrize("language", languages())
def test_no_text_holds_what_telegram_would_not_show(language: str) -> None:
    """Bidi controls neither: each paragraph runs as its first letter does."""
    unsafe = re.compile(f"[{UNSAFE}]")
    assert [key for key, text in catalog(language).items() if unsafe.search(text.pattern)] == []
    assert [
        key for key, text in catalog(language).items() if unicodedata.normalize("NFC", text.pattern) != text.pattern
    ] == []


def toasts() -> set[str]:
    """The keys of texts that are shown above the chat for a moment."""
    sources = [path.read_text("utf-8") for path in (Path(texts.__file__).parent / "chat").rglob("*.py")]
    named = {key for source in sources for key in re.findall(r'toast\(\s*turn\.say\(\s*"([a-z-]+)"', source)}
    return named | {key for key in catalog("en") if key.startswith("chat-link-")}


def longest(language: str, key: str) -> str:
    """The text with nothing for its values, in the plural that makes it longest."""
    text = catalog(language)[key]
    chosen = {variable for variable, _variants in text.selects}
    values = ({name: number if name in chosen else "" for name in text.variables} for number in (0, 1, 2, 5, 11, 100))
    return max((say(language, text_key(key), **one) for one in values), key=len)


@pytest.mark.parametrize("language", languages())
def test_every_text_fits_where_telegram_shows_it(language: str) -> None:
    """Limits of https://core.telegram.org/bots/api#setmycommands, #setmydescription and #answercallbackquery."""
    labels = {key for key in catalog("en") if "-button-" in key or re.match(r"chat-l(?:ook|ayout)-", key)}
    labels.remove("chat-button-unknown")  # no label, but what is said of one
    commands = [key for key in catalog("en") if key.startswith("chat-command-")]
    most = {"chat-description": 512, "chat-short-description": 120} | dict.fromkeys(toasts(), 200)
    length = {key: len(longest(language, key).encode("utf-16-le")) // 2 for key in (*most, *commands)}
    assert {key: length[key] for key, limit in most.items() if length[key] > limit} == {}
    assert [key for key in commands if not 1 <= length[key] <= 256] == []
    assert {key: cells(longest(language, key)) for key in labels if cells(longest(language, key)) > 32} == {}


ROWS = [
    (("digest-button-why", "digest-button-less", "digest-button-settings"), 40),
    (tuple(f"chat-others-button-{kind}" for kind in ("last", "left-out", "translated")), 44),
    (("chat-button-digest-now", "chat-button-schedule"), 36),
    # A fold of a phone 390 pixels wide has 290 of them: 38 cells take up to 288 in Inter.
    (("digest-button-longer", "digest-button-follow", "taste-button-more", "taste-button-less"), 38),
    (("digest-button-shorter", "digest-button-follow", "taste-button-more", "taste-button-less"), 38),
    (("chat-button-save", "chat-button-cancel"), 30),
]


@pytest.mark.parametrize("language", languages())
def test_the_labels_of_a_row_stand_beside_each_other_on_a_phone(language: str) -> None:
    held = {key: text.pattern for key, text in catalog(language).items()}
    assert [(keys, widths) for keys, most in ROWS if sum(widths := [cells(held[key]) for key in keys]) > most] == []


@pytest.mark.parametrize("language", languages())
def test_what_a_text_tells_people_to_type_works(language: str) -> None:
    examples = {key: re.findall(r"<code>(.*?)</code>", text.pattern) for key, text in catalog(language).items()}
    for typed in (*examples["chat-schedule-how"], *examples["chat-schedule-unknown"]):
        assert parse_schedule(typed.removeprefix("/schedule ")), typed
    for typed in examples["recap-how"]:
        assert parse_recap(typed.removeprefix("/schedule ")), typed
    places = {typed for key, found in examples.items() if key.startswith("chat-timezone-") for typed in found}
    for typed in places:
        assert find_zone(typed.removeprefix("/timezone ")).zone, typed
    for typed in (*examples["filter-usage"], *examples["filter-no-language"]):
        assert isinstance(parse_rules(typed.removeprefix("/filter ")), tuple), typed


SCHEDULES = ("08:00 18:30", "weekdays 07:30", "weekends 10:00", "tue fri sun 09:00", "hourly", "instant", "off")


@pytest.mark.parametrize("language", languages())
def test_a_schedule_is_understood_in_the_words_that_tell_it(language: str) -> None:
    for text in SCHEDULES:
        schedule = parse_schedule(text)
        assert schedule is not None
        told = schedule_words(schedule, language=language, say=speaker(language))
        assert parse_schedule(told) == schedule, told
