"""The names of a title are told by capitals, where capitals tell anything."""

from __future__ import annotations

import pytest

from bot.stories.names import names_in


@pytest.mark.parametrize(
    ("language", "title", "lead", "named", "known"),
    [
        ("en", "Fog closes Northport airport", "", ["northport"], []),
        ("en", "Northport: fog all day", "In Northport the bay vanished.", ["northport"], []),
        ("en", "Mozilla ships Firefox 121 today", "", ["firefox", "121"], []),
        ("en", "Fog Closes Northport Airport", "", [], []),  # every word has a capital
        ("en", "Fog Closes Northport Airport", "The airport of Northport, which Ann Sorley runs, shut.",
         ["northport"], ["ann", "sorley"]),
        ("en", "All shut on Sunday", "On Sunday, fog.", [], []),
        ("en", "Fog in the Bay", "The bay vanished. Boats stay.", [], []),  # also written small
        ("en", "US and UN agree", "So the US and the UN agree.", ["us", "un"], []),
        ("es", "Susto en las calles de La Unión", "", ["unión"], []),
        ("vi", "Mưa lớn ở Hà Nội", "", ["hà", "nội"], []),
        ("ru", "Туман закрыл аэропорт Заречья", "", ["заречья"], []),
        ("de", "Nebel schließt Hafen von Nordhafen", "Der Nebel lag über Nordhafen.", [], []),  # nouns
        ("zh", "大雾关闭合肥机场", "合肥今晨有雾。", [], []),
        ("en", "", "", [], []),
    ],
)  # fmt: skip
def test_names_are_words_with_a_capital_in_the_middle_of_a_sentence(
    language: str, title: str, lead: str, named: list[str], known: list[str]
) -> None:
    found, beside = names_in(title, lead, language, usual=frozenset({"sunday"}))
    assert (found, sorted(beside)) == (named, known)
