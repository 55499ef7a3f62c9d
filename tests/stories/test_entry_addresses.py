from __future__ import annotations

import pytest

from bot.stories.entry_addresses import (
    counts_on,
    differ_in_session,
    is_of_one_scheme,
    names_article,
    session_names,
    without_session,
)

TOKEN, OTHER = "k=3f9a77c01b", "k=9c01d2e4aa"


@pytest.mark.parametrize(
    ("addresses", "names"),
    [
        ([f"a.example/1?{TOKEN}", f"a.example/2?id=7&{TOKEN}", None], {"k"}),
        (["a.example/1?t=1772445600", "a.example/2?t=1772445600"], {"t"}),
        ([f"a.example/1?{TOKEN}", f"a.example/2?{OTHER}"], set()),
        (["a.example/1?issue=12", "a.example/2?issue=12"], set()),
        (["a.example/1?section=gardening", "a.example/2?section=gardening"], set()),
        ([f"a.example/1?{TOKEN}", "a.example/2?id=7"], set()),
        ([f"a.example/1?{TOKEN}", "a.example/2"], set()),
        ([f"a.example/1?{TOKEN}"], set()),
        ([f"a.example/1?{TOKEN}", f"a.example/1?{TOKEN}"], set()),
    ],
)
def test_a_session_has_one_value_that_a_program_made_in_all_addresses(
    addresses: list[str | None], names: set[str]
) -> None:
    assert session_names(addresses) == names


def test_an_address_loses_its_session_and_nothing_else() -> None:
    names = frozenset(("k",))
    assert without_session(f"a.example/1?id=7&{TOKEN}#v2", names) == "a.example/1?id=7#v2"
    assert without_session(f"a.example/1?{TOKEN}", names) == "a.example/1"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (f"a.example/1?{TOKEN}", f"a.example/1?{OTHER}", True),
        (f"a.example/1?{TOKEN}", f"a.example/2?{TOKEN}", False),
        (f"a.example/1?{TOKEN}#a", f"a.example/1?{OTHER}#b", False),
        ("a.example/1?n=7", "a.example/1?n=8", False),
        ("a.example/1?postid=3f9a77c01b", "a.example/1?postid=9c01d2e4aa", False),
        (f"a.example/1?{TOKEN}&l=77c01b3f9a", f"a.example/1?{OTHER}&l=01b3f9a77c", False),
    ],
)
def test_addresses_differ_in_a_session_alone(one: str, other: str, expected: bool) -> None:
    assert differ_in_session(one, other) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("a.example/2026/03/otters", "a.example/2026/04/ferry", True),
        ("a.example/log#v1", "a.example/log#v2", True),
        ("a.example/show?n=1", "a.example/show?n=2", True),
        ("a.example/new/1", "a.example/1", False),
        ("a.example/1", "b.example/1", False),
        ("a.example/show?n=1", "a.example/show/1", False),
    ],
)
def test_addresses_are_of_one_scheme_that_differ_at_their_end(one: str, other: str, expected: bool) -> None:
    assert is_of_one_scheme(one, other) is expected


@pytest.mark.parametrize(
    ("addresses", "expected"),
    [
        (["a.example/log#1", "a.example/log#2", "a.example/log#3"], True),
        (["a.example/2026/log?item=0", "a.example/2026/log?item=1"], True),
        (["a.example/log#3", "a.example/log#2", "a.example/log#1"], False),
        (["a.example/log#1", "a.example/log#3"], False),
        (["a.example/log#7", "a.example/log#8"], False),
        (["a.example/1/1", "a.example/2/2"], False),
        (["a.example/log#1", "a.example/page#2"], False),
        (["a.example/log#1"], False),
    ],
)
def test_addresses_count_the_places_of_a_list(addresses: list[str], expected: bool) -> None:
    assert counts_on(addresses) is expected


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("a.example/otters-at-the-weir", True),
        ("a.example/2026/11/otters", True),
        ("a.example/show?id=317", True),
        ("a.example/news", False),
        ("a.example/town-events", False),
        ("a-b-c.example/cat2", False),
        ("a.example", False),
    ],
)
def test_a_section_is_told_from_an_article_by_its_address(address: str, named: bool) -> None:
    assert names_article(address) is named
