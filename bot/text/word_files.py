"""Reads the data files of `bot.text.words` and puts the words of all languages together.

A section is read when its words are first asked for: most of what runs needs one or two of them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from importlib import resources
from typing import Any, cast

from bot.text.word_sections import SECTIONS, CalendarWords, PlaceWords, Words

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "commands": ("everything", "week"),
    "schedule": (
        "off", "instant", "hourly", "every_day", "workdays", "weekend", "monday", "tuesday", "wednesday", "thursday",
        "friday", "saturday", "sunday", "noon", "midnight", "and", "recap", "until", "except_alerts",
    ),
    "pages": ("robot_check_patterns", "consent_patterns", "consent_ask_patterns", "consent_heading_patterns",
              "login_patterns", "paywall_patterns", "read_more_patterns"),
    "feeds": ("feed", "comments_patterns", "counter_patterns"),
}  # fmt: skip

_HEADING = re.compile(r"^[ \t]*\[([a-z]+)[.\]]", re.MULTILINE)  # of a section, or of a table in it

_Words = tuple[str, ...]
_Names = Mapping[str, str]


class _Sections:
    """Stands for `Words`, each of whose sections is made when it is first asked for."""

    def __init__(self, make: Callable[[str], Any]) -> None:
        self._make = make

    def __getattr__(self, name: str) -> Any:
        section = self._make(name)
        setattr(self, name, section)
        return section


@lru_cache(maxsize=1)
def by_language() -> Mapping[str, Words]:
    """The words of each language that has a data file."""
    files = {entry.name: entry for entry in resources.files("bot.locales").iterdir() if entry.name.endswith(".toml")}
    return {name.removesuffix(".toml"): _file_words(name, files[name].read_text("utf-8")) for name in sorted(files)}


@lru_cache(maxsize=1)
def merged() -> Words:
    """The words of all languages together, each once."""
    return cast("Words", _Sections(lambda name: _merged([getattr(one, name) for one in by_language().values()])))


def _file_words(name: str, text: str) -> Words:
    headings = [*_HEADING.finditer(text)]
    ends = [*(heading.start() for heading in headings[1:]), len(text)]

    def make(section: str) -> Any:
        parts = (text[one.start() : end] for one, end in zip(headings, ends, strict=True) if one[1] == section)
        return getattr(read_words("".join(parts), origin=name), section)

    return cast("Words", _Sections(make))


def read_words(text: str, *, origin: str) -> Words:
    """The words in a data file; ValueError names the file (`origin`), the key, and what is wrong with it."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{origin} is no TOML: {error}") from None
    sections = {}
    for name, table in tables.items():
        section = SECTIONS.get(name)
        if section is None or not isinstance(table, dict):
            raise ValueError(f"{origin}: unknown section [{name}]; the known ones are {', '.join(SECTIONS)}")
        known = {key.removesuffix("_"): key for key in section._fields}
        for key in table:
            if key not in known:
                raise ValueError(f"{origin}: unknown key `{key}` in [{name}]; the known ones are {', '.join(known)}")
        read = _names if section in (CalendarWords, PlaceWords) else _words
        values = {known[key]: read(value, f"{origin}: `{key}` in [{name}]") for key, value in table.items()}
        sections[name] = section(**values)
    return Words(**sections)


def _merged(sections: Sequence[Any]) -> Any:
    """The sections of one kind as one."""
    return sections[0]._make(_joined(values) for values in zip(*sections, strict=True))


def _joined(values: Sequence[Any]) -> Any:
    if isinstance(values[0], Mapping):
        return {key: name for names in values for key, name in names.items()}
    return tuple(dict.fromkeys(word for words in values for word in words))


def _words(value: object, where: str) -> _Words:
    if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
        raise ValueError(f"{where} is no list of texts")
    return tuple(value)


def _names(value: object, where: str) -> _Names:
    if not isinstance(value, dict) or not all(isinstance(name, str) for name in value.values()):
        raise ValueError(f"{where} is no table of texts")
    return value
