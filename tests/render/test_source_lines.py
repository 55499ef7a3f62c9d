"""How a source stands, in words for its owner."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.models.sources import SWITCHED_OFF, SourceKind
from bot.render.source_lines import by_need, mark, remedy, shown_address, source_lines, trouble
from bot.texts import speaker
from tests.fakes import NOON, a_source

FAILING: dict[str, Any] = {
    "failures": 1,
    "last_error": "There is no site of that name: x",
    "trouble": "fetch-problem-dns",
}


@pytest.mark.parametrize(
    ("changes", "sign", "language", "said"),
    [
        ({}, "🆕", "en", ""),
        ({"checked_at": NOON}, "✅", "en", ""),
        (FAILING, "⚠️", "en", "There is no site of that name (x)"),
        (FAILING, "⚠️", "zh-Hant", "找不到這個名稱的網站（x）"),
        ({"failures": 1, "last_error": "odd", "trouble": "nothing-known"}, "⚠️", "en", "odd"),
        (
            {"failures": 1, "last_error": "odd", "trouble": "fetch-problem-dns"},
            "⚠️",
            "en",
            "There is no site of that name",
        ),
        ({"enabled": False, "trouble": SWITCHED_OFF}, "⏸", "en", "The source is switched off in sources.toml."),
    ],
)
def test_a_source_has_a_sign_and_its_trouble(changes: dict[str, Any], sign: str, language: str, said: str) -> None:
    source = a_source(1, **changes)
    assert mark(source) == sign
    assert trouble(source, say=speaker(language)) == said


def test_the_lines_hold_category_times_and_counts() -> None:
    times: dict[str, Any] = {
        "checked_at": NOON,
        "succeeded_at": NOON - timedelta(hours=2),
        "next_check_at": NOON - timedelta(hours=1),
    }
    source = a_source(1, name="A & B", category=("World", "Asia"), articles_per_day=12.34, **times, **FAILING)
    assert source_lines(source, now=NOON, language="en", say=speaker("en")) == (
        "⚠️ <b>A &amp; B</b> · World › Asia\n"
        "last success 2 hours ago · 1 failure · overdue by 1 hour · 12.3 articles a day\n"
        "<i>There is no site of that name (x)</i>"
    )
    assert "Check the spelling" in remedy(source, say=speaker("en"))
    assert remedy(a_source(2), say=speaker("en")) == ""
    assert by_need([a_source(2, name="Z"), source])[0] is source


def test_addresses_are_shown_without_what_may_be_a_secret() -> None:
    secret = a_source(1, location="https://ada:pw@harbour.example/feed?key=1")
    assert shown_address(secret) == "https://harbour.example/feed?…"
    assert shown_address(a_source(1, kind=SourceKind.FOLDER, location="/posts")) == "/posts"
