"""Reads JSON that came in a request."""

from __future__ import annotations

import json
from typing import Any


def json_object(body: bytes) -> dict[str, Any] | None:
    """The JSON object that a body holds, or None."""
    try:
        found = read_json(body)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def read_json(text: str | bytes) -> Any:
    """The value of a JSON text. ValueError also for half a surrogate pair (half an emoji): no answer could carry it."""
    found = json.loads(text)
    json.dumps(found, ensure_ascii=False).encode()
    return found
