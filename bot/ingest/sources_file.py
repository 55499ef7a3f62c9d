"""Reads the owner's list of sources, `sources.toml`; every problem in it is named at once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.errors import ConfigError
from bot.ingest.credentials import KEYS, read_credentials
from bot.models.sources import SourceKind, SourceSpec
from bot.setting_values import parse_duration
from bot.text.characters import LINE_ENDS
from bot.text.clean import category_path
from bot.web.channels import channel_address, is_telegram
from bot.web.urls import feed_url

_BREAK = re.compile(rf"[\x00-\x1f\x7f{LINE_ENDS}]")  # a name stands in lines of the log and in tables
MIN_INTERVAL = timedelta(seconds=1)

_TEXTS = {"name", "url", "path", "category", "language", "link"}
_KEYS = _TEXTS | KEYS | {"interval", "title_only", "enabled"}


def read_sources(path: Path) -> tuple[SourceSpec, ...]:
    """The sources of the file, folders relative to where it lies; ConfigError if it is wrong.

    A missing file is no source at all: a bot whose sources were all added in the chat has none.
    """
    try:
        data = tomllib.loads(path.read_text("utf-8-sig"))  # editors on Windows write its mark
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
        spec = _spec(entry, file=path)
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


def _spec(entry: object, *, file: Path) -> SourceSpec | str:
    """One entry as a spec, or what is wrong with it."""
    if not isinstance(entry, Mapping):
        return "expected a table of name and url or path"
    if unknown := sorted(set(entry) - _KEYS):
        return f"unknown key {', '.join(unknown)}; known are {', '.join(sorted(_KEYS))}"
    values = {key: value.strip() if isinstance(value, str) else value for key, value in entry.items() if key in _TEXTS}
    if wrong := [key for key, value in values.items() if not isinstance(value, str) or not value]:
        return f"{wrong[0]} must be a text in quotes"
    if broken := [key for key, value in values.items() if _BREAK.search(value)]:
        return f"{broken[0]} must be one line without control characters"
    if "name" not in values:
        return "name is missing"
    if ("url" in values) == ("path" in values):
        return "give either url (a feed) or path (a folder of posts)"
    if "path" in values and (foreign := sorted((KEYS | {"title_only"}) & entry.keys())):
        return f"{foreign[0]} is for feeds: a folder of posts needs none"
    if "url" in values:
        values["url"] = channel_address(values["url"]) or feed_url(values["url"])
        if problem := _problem_of(values["url"]):
            return problem
    if "link" in values and "url" in values:
        return "link is for folders of posts; a feed brings its own links"
    category = category_path(values["category"].split("/")) if "category" in values else None
    if category == ():
        return f"category {values['category']!r} names nothing: write a name, or a path such as World/Europe"
    options = _options(entry)
    if isinstance(options, str):
        return options
    credentials = read_credentials(entry, file=file)
    if isinstance(credentials, str):
        return credentials
    spec = SourceSpec(
        name=values["name"],
        kind=SourceKind.FEED if "url" in values else SourceKind.FOLDER,
        location=values["url"] if "url" in values else str(file.parent / Path(values["path"]).expanduser()),
        category=category,
        language=values.get("language"),
        link=values.get("link"),
        credentials=credentials,
    )
    return replace(spec, **options)


def _problem_of(url: str) -> str | None:
    """What is wrong with a feed's address. It may hold a password, so it is not quoted."""
    if not url.lower().startswith(("http://", "https://")):
        return "url must begin with https:// or http://"
    if "@" in url.partition("://")[2].partition("/")[0]:
        return "url holds a user name or password: write them as username and password"
    if is_telegram(url) and channel_address(url) is None:
        return "url is no public channel of Telegram: write https://t.me/s/NAME"
    return None


def _options(entry: Mapping[str, Any]) -> dict[str, Any] | str:
    """How the source is to be read, as fields of its spec, or what is wrong with that."""
    options: dict[str, Any] = {}
    for key in ("enabled", "title_only"):
        if key in entry:
            options[key] = entry[key]
            if not isinstance(entry[key], bool):
                return f"{key} must be true or false, without quotes"
    if "interval" in entry:
        try:
            interval = parse_duration(entry["interval"])
        except ValueError as error:
            return f"interval: {error}"
        if not isinstance(interval, timedelta) or interval < MIN_INTERVAL:
            return 'interval must be a duration in quotes, such as "30m" or "2h", of 1s at least'
        options["interval"] = interval
    return options
