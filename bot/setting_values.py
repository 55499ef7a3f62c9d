"""The kinds of values that settings have, as people write them: durations, sizes, lists, addresses to listen at."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_settings import NoDecode

MAX_DURATION = timedelta(days=3650)
_DURATION = re.compile(r"(\d+)\s*([smhd])", re.IGNORECASE)
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_SIZE = re.compile(r"(\d+)\s*(MB|GB)", re.IGNORECASE)
_BYTES = {"mb": 10**6, "gb": 10**9}
_LISTEN = re.compile(r"(?P<host>\[[^\]]+\]|[^:]+):(?P<port>\d{1,5})")


def parse_duration(value: object) -> object:
    """`30s`, `15m`, `2h` or `1d` as a timedelta; ValueError says what was expected."""
    if not isinstance(value, str):
        return value
    match = _DURATION.fullmatch(value.strip())
    if match is None:
        raise ValueError("expected a duration such as 30s, 15m, 2h or 1d")
    seconds = int(match[1]) * _SECONDS[match[2].lower()]
    if seconds > MAX_DURATION.total_seconds():
        raise ValueError(f"expected at most {MAX_DURATION.days}d")
    return timedelta(seconds=seconds)


def _split(value: object) -> object:
    """A text of items separated by commas or spaces as a tuple."""
    return tuple(part for part in re.split(r"[,\s]+", value) if part) if isinstance(value, str) else value


def _listen(value: object) -> object:
    """Check `host:port`; an empty text means "do not listen"."""
    match = _LISTEN.fullmatch(value) if isinstance(value, str) else None
    if isinstance(value, str) and value and (match is None or int(match["port"]) > 65535):
        raise ValueError("expected host:port, for example 127.0.0.1:8443")
    return value


def parse_size(value: object) -> object:
    """`6GB` or `1500MB` as bytes, an empty text as None; ValueError says what was expected."""
    if not isinstance(value, str):
        return value
    if not value.strip():
        return None
    match = _SIZE.fullmatch(value.strip())
    if match is None or not int(match[1]):
        raise ValueError("expected a size such as 6GB or 1500MB")
    return int(match[1]) * _BYTES[match[2].lower()]


Duration = Annotated[timedelta, BeforeValidator(parse_duration)]
Size = Annotated[int | None, BeforeValidator(parse_size)]
Words = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split)]
Ids = Annotated[tuple[int, ...], NoDecode, BeforeValidator(_split)]
Listen = Annotated[str, BeforeValidator(_listen)]
