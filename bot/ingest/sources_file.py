"""Reads the owner's list of sources, `sources.toml`; every problem in it is named at once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from bot.errors import ConfigError
from bot.models.sources import SourceKind, SourceSpec
from bot.text.clean import category_path

_KEYS = {"name", "url", "path", "category", "language", "link"}


def read_sources(path: Path) -> tuple[SourceSpec, ...]:
    """The sources of the file, folders relative to where it lies; ConfigError if it is wrong.

    A missing file is no source at all: a bot whose sources were all added in the chat has none.
    """
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror or error}: SOURCES_FILE names the list of sources") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path}: {error}") from error
    if unknown := sorted(set(data) - {"source"}):
        raise ConfigError(f"{path}: {', '.join(unknown)} means nothing here: every source begins with [[source]]")
    problems: list[str] = []
    specs: dict[str, SourceSpec] = {}
    entries = data.get("source", [])
    if not isinstance(entries, list):
        raise ConfigError(f"{path}: expected [[source]] with double brackets")
    for number, entry in enumerate(entries, start=1):
        where = f"{path}: source {number}"
        spec = _spec(entry, base=path.parent)
        if isinstance(spec, str):
            problems.append(f"{where}: {spec}")
        elif spec.name in specs:
            problems.append(f"{where}: the name {spec.name!r} is taken by another source")
        elif same := next((other.name for other in specs.values() if other.location == spec.location), None):
            problems.append(f"{where}: {spec.name!r} reads the same as {same!r}, {spec.location}: keep one of them")
        else:
            specs[spec.name] = spec
    if problems:
        raise ConfigError("\n".join(problems))
    return tuple(specs.values())


def _spec(entry: object, *, base: Path) -> SourceSpec | str:
    """One entry as a spec, or what is wrong with it."""
    if not isinstance(entry, Mapping):
        return "expected a table of name and url or path"
    if unknown := sorted(set(entry) - _KEYS):
        return f"unknown key {', '.join(unknown)}; known are {', '.join(sorted(_KEYS))}"
    values = {key: value.strip() if isinstance(value, str) else value for key, value in entry.items()}
    if wrong := [key for key, value in values.items() if not isinstance(value, str) or not value]:
        return f"{wrong[0]} must be a text in quotes"
    if "name" not in values:
        return "name is missing"
    if ("url" in values) == ("path" in values):
        return "give either url (a feed) or path (a folder of posts)"
    if "url" in values and not values["url"].startswith(("http://", "https://")):
        return "url must begin with https:// or http://"
    if "link" in values and "url" in values:
        return "link is for folders of posts; a feed brings its own links"
    category = category_path(values["category"].split("/")) if "category" in values else None
    if category == ():
        return f"category {values['category']!r} names nothing: write a name, or a path such as World/Europe"
    return SourceSpec(
        name=values["name"],
        kind=SourceKind.FEED if "url" in values else SourceKind.FOLDER,
        location=values["url"] if "url" in values else str(base / Path(values["path"]).expanduser()),
        category=category,
        language=values.get("language"),
        link=values.get("link"),
    )
