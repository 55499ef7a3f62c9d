"""The parameters of one Bot API call: strings, JSON inside strings, uploaded files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.playground.messages.errors import bad_request
from bot.playground.messages.files import Upload
from bot.playground.messages.json_input import read_json

_TRUE = frozenset({"true", "1", "yes"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """Parameters by name (form fields, query or JSON body) and uploads by part name."""

    values: Mapping[str, Any] = field(default_factory=dict)
    uploads: Mapping[str, Upload] = field(default_factory=dict)

    def text(self, name: str, default: str = "") -> str:
        value = self.values.get(name)
        return default if value is None else str(value)

    def integer(self, name: str, default: int = 0) -> int:
        """A whole number; `default` where it is missing or no number, as the real server does."""
        try:
            return int(self.text(name) or default)
        except ValueError:
            return default

    def flag(self, name: str) -> bool:
        return self.text(name).lower() in _TRUE

    def json(self, name: str) -> Any:
        """A nested value, from JSON in a string or as it came in a JSON body; None where it is missing."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return read_json(value)
        except (ValueError, RecursionError):
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None
