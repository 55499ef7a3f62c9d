"""Finds problems in the text of a `.env` file: invalid lines, and misspelt names of settings. Reads no file."""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches

from dotenv.parser import parse_stream

SIMILAR = 0.8  # difflib's ratio: TELEGRAM_TOKEN is like TELEGRAM_BOT_TOKEN, COMPOSE_PROJECT_NAME is like no setting

_SECRET_LINE = re.compile(
    r"^\s*(?:export\s+)?(?:(TELEGRAM_BOT_TOKEN|TELEGRAM_WEBHOOK_SECRET|SUMMARY_API_KEY)[ \t]*=[ \t]*\S|"
    r"(FETCH_PROXY|TELEGRAM_PROXY)[ \t]*=[^\n#]*@)",
    re.MULTILINE,
)


def secret_in(text: str) -> str | None:
    """The name of the first secret setting that has a value in the text, or None."""
    found = _SECRET_LINE.search(text)
    return found[1] or found[2] if found else None


def env_problems(text: str, *, known: Collection[str]) -> Iterator[str]:
    """One sentence for each problem; `known` names the settings. Those of other programs are no problem."""
    for binding in parse_stream(io.StringIO(text)):
        line = binding.original.line
        if binding.error:
            yield f"line {line}: expected NAME=value, or # before a comment"
        elif binding.key and binding.key.upper() not in known:
            for name in get_close_matches(binding.key.upper(), known, n=1, cutoff=SIMILAR):
                yield f"line {line}: there is no setting {binding.key}; did you mean {name}?"
