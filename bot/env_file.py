"""What is wrong with the text of a `.env` file: lines that are no setting, names that are nearly one; reads no file."""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches

from dotenv.parser import parse_stream

NEARLY = 0.8  # of difflib's ratio: TELEGRAM_TOKEN is nearly TELEGRAM_BOT_TOKEN, COMPOSE_PROJECT_NAME is no name of ours

_SECRET_LINE = re.compile(
    r"^\s*(?:export\s+)?(TELEGRAM_BOT_TOKEN|TELEGRAM_WEBHOOK_SECRET|SUMMARY_API_KEY)[ \t]*=[ \t]*\S", re.MULTILINE
)


def secret_in(text: str) -> str | None:
    """The name of the first secret that the text gives a value to, or None."""
    found = _SECRET_LINE.search(text)
    return found[1] if found else None


def env_problems(text: str, *, known: Collection[str]) -> Iterator[str]:
    """One sentence a problem; `known` are the settings' names. What other programs keep there is nobody's business."""
    for binding in parse_stream(io.StringIO(text)):
        line = binding.original.line
        if binding.error:
            yield f"line {line}: expected NAME=value, or # before a comment"
        elif binding.key and binding.key.upper() not in known:
            for name in get_close_matches(binding.key.upper(), known, n=1, cutoff=NEARLY):
                yield f"line {line}: there is no setting {binding.key}; did you mean {name}?"
