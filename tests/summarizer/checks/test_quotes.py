"""A quoted word in somebody else's mouth."""

from __future__ import annotations

import pytest

from summarizer.checks.claims import unsupported

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
