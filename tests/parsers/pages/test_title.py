from __future__ import annotations

import lxml.html
import pytest

from bot.parsers.pages.title import headline


def title_of(named: list[str], body: str = "", title: str = "", sites: tuple[str | None, ...] = ()) -> str:
    head = f"<head><title>{title}</title></head>" if title else "<head></head>"
    return headline(lxml.html.document_fromstring(f"<html>{head}<body>{body}<p>x</p></body></html>"), named, sites)


@pytest.mark.parametrize(
    ("named", "body", "title", "chosen"),
    [
        (["Old pier closed"], "", "", "Old pier closed"),
        (["Tide damage: what we know"], "<h1>Old pier closed</h1>", "Old pier closed", "Old pier closed"),
        (["Tide damage", "Old pier closed"], "<h1>Old <b>pier</b> closed</h1>", "", "Old pier closed"),
        (["Tide damage", ""], "<h1>Pier closed</h1>", "Cracks in the steps", "Tide damage"),
        (['Old "', ""], '<h1>Old "pier" closed</h1>', 'Old "pier" closed', 'Old "pier" closed'),
        (["", ""], "", "Old pier closed", "Old pier closed"),
        (["", ""], "<svg><title>Arrow</title></svg>", "", ""),
    ],
)
def test_the_title_most_agree_on_counts_and_on_a_tie_the_first(
    named: list[str], body: str, title: str, chosen: str
) -> None:
    assert title_of(named, body, title) == chosen


def test_the_sites_name_behind_the_title_goes() -> None:
    assert title_of(["Old pier closed – The Paper"], sites=("The Paper", None)) == "Old pier closed"
    assert title_of(["The Paper"], sites=("The Paper",)) == "The Paper"


def test_what_follows_a_separator_goes_where_another_source_has_it_without() -> None:
    assert title_of(["Old pier closed – XY – 13.06.2026", "Old pier closed"]) == "Old pier closed"
    assert title_of(["Old pier closed again", "Old pier closed"]) == "Old pier closed again"
    assert title_of(["Pier: closed", "Pier"]) == "Pier: closed"


@pytest.mark.parametrize("bar", ["｜", " ㅣ ", "│", " ∣ ", "‖", " / ", " › ", " ‐ ", " － ", "丨", " @ "])
def test_the_sites_name_goes_behind_every_kind_of_bar(bar: str) -> None:
    assert title_of([f"Old pier closed{bar}The Paper"], sites=("The Paper",)) == "Old pier closed"
    assert title_of([f"Old pier closed{bar}XY", "Old pier closed"]) == "Old pier closed"


def test_the_sites_name_before_a_bar_goes() -> None:
    assert title_of(["The Paper ｜ Old pier closed"], sites=("The Paper",)) == "Old pier closed"
    assert title_of(["The Paper: Old pier closed"], sites=("The Paper",)) == "The Paper: Old pier closed"
