"""Finding a category by what a person types."""

from __future__ import annotations

import pytest

from bot.chat.lookup import find_category
from bot.models.articles import CategoryPath

PATHS: list[CategoryPath] = [
    ("World",),
    ("World", "Europe"),
    ("Science",),
    ("Sports",),
    ("Sports", "Europe"),
    ("新媒体",),
    ("新媒体", "眾新聞 - 眾聞"),
    ("Arts ／ Culture",),
]


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("World", ("World",)),
        ("«World»", ("World",)),
        ("  wORLD ", ("World",)),
        ("ｗｏｒｌｄ", ("World",)),
        ("world/europe", ("World", "Europe")),
        ("World > Europe", ("World", "Europe")),
        ("World › Europe", ("World", "Europe")),
        ("新媒體", ("新媒体",)),
        ("众新闻 - 众闻", ("新媒体", "眾新聞 - 眾聞")),
        ("arts／culture", None),
        ("Arts ／ Culture", ("Arts ／ Culture",)),
    ],
)
def test_a_name_is_found_whatever_its_case_width_or_script(name: str, path: CategoryPath | None) -> None:
    assert find_category(name, PATHS).path == path


def test_a_name_that_several_categories_end_with_is_ambiguous() -> None:
    found = find_category("europe", PATHS)
    assert found.path is None
    assert found.ambiguous
    assert found.offers == (("World", "Europe"), ("Sports", "Europe"))


@pytest.mark.parametrize(("name", "nearest"), [("Sience", ("Science",)), ("sport", ("Sports",)), ("wrold", ("World",))])
def test_an_unknown_name_offers_the_nearest(name: str, nearest: CategoryPath) -> None:
    found = find_category(name, PATHS)
    assert found.path is None
    assert not found.ambiguous
    assert found.offers[0] == nearest


@pytest.mark.parametrize("name", ["", "  ", "/", "zzzzqqqq", "🙂"])
def test_nonsense_offers_nothing(name: str) -> None:
    found = find_category(name, PATHS)
    assert (found.path, found.offers) == (None, ())


def test_a_path_of_names_without_letters_is_passed_over() -> None:
    assert find_category("World", [("\u200b",), ("World",)]).path == ("World",)
    assert find_category("x", [("\u200b",)]).offers == ()
