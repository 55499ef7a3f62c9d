"""Names that begin alike are told apart, forms of one name are not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.models.articles import StorySketch
from bot.stories.conflicts import is_conflict
from bot.stories.sketches import sketch
from bot.stories.spellings import unknown_names


def sketched(language: str, text: str, title: str = "x") -> StorySketch:
    return sketch(title, text, language=language, publisher="a")


@pytest.mark.parametrize(
    ("language", "text", "other", "known"),
    [
        ("en", "so Northport won", "so Northport won", True),
        ("en", "so Northport won", "so Northgate won", False),
        ("en", "so Northport won", "so North won", False),
        ("en", "so North won", "so Northport won", False),
        ("en", "so Brighton won", "so Brightsea won", False),
        ("en", "so Austria won", "so Australia won", False),
        ("en", "so Mexico won", "so Mexicans won", False),
        ("en", "so Mexico won", "so Mexican boats won", True),
        ("en", "so Nigeria won", "so Niger won", False),
        ("en", "so Niger won", "so Nigeria won", False),
        ("es", "ayer Dominica ganó", "ayer la República Dominicana ganó", False),
        ("en", "so Algeria won", "so Algerians won", True),
        ("en", "so Northport won", "a wind from the north-west, said Ann", False),  # written small
        ("es", "ayer Mallorca ganó", "ayer el equipo mallorquín de Ana ganó", True),
        ("ru", "вчера Гатчина победила", "вчера в Гатчинском районе победили", True),
        ("ru", "вчера Зотов победил", "вчера Зотовым довольны", True),
        ("ru", "вчера Северск победил", "вчера Североморск победил", False),
        ("ru", "вчера Красноярск победил", "вчера Краснодар победил", False),
        ("en", "so Ann Sorley won", "so he won", False),
    ],
)
def test_a_name_is_known_where_it_stands_in_some_form(language: str, text: str, other: str, known: bool) -> None:
    one, another = sketched(language, text), sketched(language, other)
    assert one.lead_names
    assert (not unknown_names(one.lead_names, one, another)) is known


def test_sketches_that_were_stored_without_spellings_are_compared_by_beginnings() -> None:
    one, other = sketched("en", "so Northport won"), sketched("en", "so Northgate won")
    assert not unknown_names(one.lead_names, one, replace(other, spellings=frozenset()))
    assert not unknown_names(one.lead_names, replace(one, spellings=frozenset()), other)


def test_a_bulletin_of_a_town_is_not_that_of_another_for_a_wind_of_its_name() -> None:
    bulletin = "Showers cross {} on Friday before a bright evening. The breeze is north-easterly, 11 degrees at best."
    one = sketched("en", bulletin.format("Northaven"), "Showers are on their way to Northaven")
    assert is_conflict(one, sketched("en", bulletin.format("Southaven"), "Southaven: no more than 11 degrees"))
