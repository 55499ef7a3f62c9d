"""The words of languages, read from the data files of this folder: `en.toml`, `zh.toml`, ...; `und.toml` holds for all.

A new language is one new file, named by its code of two or three letters. `summarizer.words.sections` says what each
key holds; an unknown key or a value of another type is refused with the file's name.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from functools import cache, lru_cache
from importlib import resources
from typing import Any, cast

from summarizer.words.sections import (
    Answers,
    Claims,
    Compared,
    Dates,
    Deeds,
    Edges,
    LanguageWords,
    Lines,
    Names,
    Numbers,
    Openings,
    Sentences,
    Unwanted,
    Words,
)

UNDETERMINED = "und"  # the file of what holds in every language
_FOLDER = resources.files("summarizer.words")

_HEADING = re.compile(r"^(\[([a-z]+)[.\]])", re.MULTILINE)  # of a section, or of a table in it
_SECTIONS = {
    kind.__name__: kind
    for kind in (Numbers, Dates, Names, Sentences, Openings, Lines, Edges, Answers, Unwanted, Claims, Deeds, Compared)
}
_SECTIONS_BY_KEY = {name.lower() for name in _SECTIONS}
_PLAIN: Mapping[str, Callable[[Any], bool]] = {
    "bool": lambda value: isinstance(value, bool),
    "str": lambda value: isinstance(value, str),
    "int": lambda value: type(value) is int,
    "Words": lambda value: isinstance(value, list) and all(isinstance(word, str) and word for word in value),
    "Phrases": lambda value: isinstance(value, list) and all(isinstance(word, str) and word for word in value),
    "Mapping[str, str]": lambda value: isinstance(value, dict) and all(isinstance(v, str) for v in value.values()),
    "Mapping[str, float]": lambda value: isinstance(value, dict) and {*map(type, value.values())} <= {int, float},
}


class _File:
    """Stands for the `LanguageWords` of a file: each section is read when it is first asked for, as few ever are."""

    def __init__(self, code: str) -> None:
        self._where = f"{code}.toml"
        start, *sections = _HEADING.split((_FOLDER / self._where).read_text("utf-8"))
        self._parts = {"": start}
        for heading, name, rest in zip(sections[::3], sections[1::3], sections[2::3], strict=True):
            self._parts[name] = f"{self._parts.get(name, '')}{heading}{rest}"

    def __getattr__(self, name: str) -> Any:
        part = self._parts.get(name, "" if name in _SECTIONS_BY_KEY else self._parts[""])
        value = getattr(_section(LanguageWords, tomllib.loads(part), self._where), name)
        setattr(self, name, value)
        return value


@lru_cache(maxsize=256)
def words_of(language: str) -> LanguageWords:
    """Words of a language by its BCP 47 tag; without its own file, those of no language."""
    base = language.split("-")[0].lower()
    return cast("LanguageWords", _File(base)) if base in languages() else LanguageWords()


@cache
def languages() -> Words:
    """Codes of the languages that have a file."""
    names = (file.name for file in _FOLDER.iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def every(choose: Callable[[LanguageWords], Iterable[str]]) -> Words:
    """Chosen words of all languages, each once."""
    return tuple(dict.fromkeys(word for language in languages() for word in choose(words_of(language))))


def _section(kind: type[Any], data: Mapping[str, Any], where: str) -> Any:
    """Build a section of checked values; ValueError names the key that does not fit."""
    types = {known.name: str(known.type) for known in fields(kind)}
    values: dict[str, Any] = {}
    for key, value in data.items():
        name = types.get(key, "")
        if name in _SECTIONS and isinstance(value, dict):
            values[key] = _section(_SECTIONS[name], value, f"{where}: {key}")
        elif name in _PLAIN and _PLAIN[name](value):
            values[key] = tuple(value) if isinstance(value, list) else value
        else:
            raise ValueError(f"{where}: {key} is no key of this section, or its value is not of the type {name or '?'}")
    return kind(**values)
