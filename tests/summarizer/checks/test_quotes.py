"""A quoted word in somebody else's mouth."""

from __future__ import annotations

import pytest

from summarizer.checks.claims import unsupported
from summarizer.checks.clauses import Passage, passages
from summarizer.checks.quotes import is_said_by_another
from summarizer.checks.roles import cast_of

CLINIC = (
    "The director, Teresa Amaral, promised an ambulance for the wards. "
    'Mayor Joaquim Serra called the closure "unacceptable" and asked for a meeting. Nurses wrote: "Unacceptable hours."'
)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Teresa Amaral called the closure of the wards unacceptable.", "speaker"),
        ("Joaquim Serra called the closure unacceptable.", None),
        ("The closure is called unacceptable.", None),
        ("Teresa Amaral promised an ambulance.", None),
    ],
)
def test_a_quoted_word_belongs_to_its_speaker(sentence: str, kind: str | None) -> None:
    assert unsupported(sentence, "", CLINIC, "en") == kind


def test_a_speaker_may_be_named_beside_the_quotation() -> None:
    article = 'It was "unacceptable" there. Mayor Joaquim Serra said so. Then Teresa Amaral of the clinic slept.'
    assert unsupported("Joaquim Serra found it unacceptable there.", "", article, "en") is None
    assert unsupported("Teresa Amaral found it unacceptable.", "", article, "en") == "speaker"
    assert unsupported("Tom Hale found it unacceptable.", "", 'It was "unacceptable" there.', "en") is None


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ('"The clinic has slept for ten years," said the director, Teresa Amaral.', "speaker"),
        ('"The clinic has slept for ten years," said Mayor Joaquim Serra.', None),
        ('"The clinic has slept for nine years," said the director, Teresa Amaral.', None),
        ('Teresa Amaral heard "The clinic has slept for ten years".', None),
        ('"No. Only money is missing here," said the director, Teresa Amaral.', None),
        ('Teresa Amaral said "no".', None),
    ],
)
def test_a_whole_quotation_belongs_to_its_speaker(sentence: str, kind: str | None) -> None:
    article = (
        '"The clinic has slept for ten years," said Mayor Joaquim Serra. The director, Teresa Amaral, was silent. '
        '"No. Only money is missing here." Nobody said "no".'
    )
    claim, text = Passage.read(sentence, "en"), passages("", article, "en")
    assert ("speaker" if is_said_by_another(claim, text, cast_of("", article, "en")) else None) == kind


def test_the_verb_of_speaking_may_stand_on_the_other_side_of_the_name() -> None:
    article = (
        "« Les joueurs ne m'écoutaient plus », a déclaré l'entraîneur Luc Fabre. Son adjointe, Inès Tour, est restée. "
        "Le capitaine, Mathis Oliver, a regretté son départ."
    )
    sentence = "Le capitaine, Mathis Oliver, a déclaré que les joueurs ne l'écoutaient plus."
    assert unsupported(sentence, "", article, "fr") == "deed"


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Her barrister, Lucy Farrant, said that members had expected a prison term.", "speaker"),
        ("The chairman, Geoff Maybury, said that members had expected a prison term.", None),
        ("Members had expected a prison term for Lucy Farrant.", None),  # nobody says so here
        ("Lena Brook said that members had expected a prison term.", None),  # she says nothing there: another check
        ("Lucy Farrant said that the boathouse might stay.", None),  # nobody says that
        ("Lucy Farrant said that the regatta was cancelled.", None),  # not only he tells of it
    ],
)
def test_what_is_reported_belongs_to_its_speaker(sentence: str, kind: str | None) -> None:
    article = (
        "Her barrister, Lucy Farrant, said that the car was sold. The club's chairman, Geoff Maybury, said members had "
        "expected a prison term. The regatta was cancelled. Lena Brook listened from the gallery."
    )
    claim, text = Passage.read(sentence, "en"), passages("", article, "en")
    assert ("speaker" if is_said_by_another(claim, text, cast_of("", article, "en")) else None) == kind
