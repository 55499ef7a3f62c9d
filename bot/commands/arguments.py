"""Parses the arguments of commands that are more than text or numbers; ConfigError says what was expected."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.errors import ConfigError
from bot.models.articles import CategoryPath
from bot.setting_values import parse_duration


def parse_category(name: str | None) -> CategoryPath | None:
    """`World/Europe` as a category path; None for no name."""
    from bot.text.clean import category_path  # for the commands that take a category

    return category_path(name.split("/")) if name else None


def parse_moment(text: str) -> datetime:
    """An ISO 8601 moment of `--clock`, aware; one without an offset is in UTC."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise ConfigError(f"--clock {text}: expected a moment such as 2026-03-02T07:55") from error
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def parse_window(text: str) -> timedelta:
    """A duration of `--since`, such as 24h."""
    try:
        window = parse_duration(text)
    except ValueError as error:
        raise ConfigError(f"--since {text}: {error}") from error
    assert isinstance(window, timedelta)
    return window
