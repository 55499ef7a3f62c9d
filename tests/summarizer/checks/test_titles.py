"""A name with the title of another one."""

from __future__ import annotations

import pytest

from summarizer.checks.claims import unsupported
from summarizer.checks.names import Words, unknown_name
from summarizer.checks.persons import mentions

PORT = (
    "The port's auditor, Pilar Cifuentes, had warned of it. Beekeeper Tom Hale saw it. "
    "Rosa Lind of the union said that the auditing had been poor."
)
BRIDGE = "Risse fand Betriebsleiterin Annegret Solbach am Montag. Für die Händler sprach Holger Tamm davon."


@pytest.mark.parametrize(
    ("sentence", "article", "language", "kind"),
    [
        ("It was seen by beekeeper Pilar Cifuentes.", PORT, "en", "role"),
        ("It was seen by beekeeper Tom Hale.", PORT, "en", None),
        ("It was seen by auditing Tom Hale.", PORT, "en", None),  # the word stands beside no name there
        ("It was seen by the union of Rosa Lind.", PORT, "en", None),
        ("It was seen by gardener Tom Hale.", PORT, "en", None),  # a title that the article does not have
        ("Betriebsleiter Holger Tamm sprach am Montag davon.", BRIDGE, "de", "role"),
        ("Am Montag sprach Betriebsleiter Holger Tamm davon.", BRIDGE, "de", "role"),
        ("Am Montag fand Betriebsleiterin Annegret Solbach Risse.", BRIDGE, "de", None),
        ("主席马丽华欢迎协议。", "工会主席马丽华表示欢迎。", "zh", None),
    ],
)
def test_a_title_belongs_to_whom_the_article_gives_it(
    sentence: str, article: str, language: str, kind: str | None
) -> None:
    assert unsupported(sentence, "", article, language) == kind


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Boats lie in Merrow, but the mayor wants none.", "en"),
        ("Hay barcos en Merrow, pero el alcalde duda.", "es"),
        ("Лодки стоят у Merrow, но мэр против.", "ru"),
        ("Perahu ada di Merrow, tetapi menurut ketua laut sepi.", "id"),
    ],
)
def test_what_begins_with_but_says_nothing_of_the_name_before_it(sentence: str, language: str) -> None:
    (name,) = mentions(sentence, language, frozenset({"merrow"}))
    assert not name.roles


def test_what_stands_between_commas_behind_a_name_says_who_it_is() -> None:
    (name,) = mentions("Boats please Ada Krohn, the mayor.", "en")
    assert name.roles == {"mayor"}


def test_what_stands_behind_a_place_and_a_comma_may_be_said_of_who_stands_before_it() -> None:
    article = (
        "The agency backs a park near Serralvo. The project of Ventomar, which has eighteen large turbines, is new."
    )
    sentence = "The agency backs a park near Serralvo, which has eighteen large turbines."
    assert unsupported(sentence, "", article, "en") is None


def test_a_short_name_of_an_authority_is_no_unknown_name() -> None:
    words = Words.read("Pemerintah Kabupaten Tanjung membatasi wisatawan.")
    assert unknown_name("Wisatawan dibatasi oleh Pemkab Tanjung.", words, language="id", own=True) is None
    assert unknown_name("Wisatawan dibatasi oleh Arman Tanjung.", words, language="id", own=True) == "Arman"
