"""Quotation marks that lost their partner go; all others stay as the article has them."""

from __future__ import annotations

import pytest

from summarizer.base import Document, Summary
from summarizer.extractive.extract import summarize_document
from summarizer.extractive.quoting import without_lone_marks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The roof leaks. Gulls sleep there.", "The roof leaks. Gulls sleep there."),
        ("The roof leaks”, she said.", "The roof leaks, she said."),
        ("The roof leaks ”, she said.", "The roof leaks, she said."),
        ('He said: "The roof leaks.', "He said: The roof leaks."),
        ("„Das Dach ist undicht. Möwen schlafen dort.", "Das Dach ist undicht. Möwen schlafen dort."),
        ("« Le toit fuit. Il pleut.", "Le toit fuit. Il pleut."),
        ("»Das Dach ist undicht. Es regnet.", "Das Dach ist undicht. Es regnet."),
        ("“屋顶漏水。", "屋顶漏水。"),
        ("屋根が雨漏りする」と話した。", "屋根が雨漏りすると話した。"),
        ("The “old” roof leaks and “the gulls sleep.", "The “old” roof leaks and the gulls sleep."),
    ],
)
def test_a_lone_mark_goes(text: str, expected: str) -> None:
    assert without_lone_marks(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "“The roof leaks,” she said.",
        '"The roof leaks", she said of the "old" house.',
        '" The roof leaks ", she said.',
        'A screen of 27" stood there.',
        'He called “the 27" screen” new.',
        "The 12” screen of the “Heron” is dark.",
        'She said: "We were 27", and left.',
        'המנכ"ל של המפעל התפטר.',
        "„Das Dach ist undicht“, sagte sie.",
        "»Das Dach ist undicht«, sagte sie.",
        "« Le toit fuit », dit-elle.",
        "”Taket läcker”, sade hon.",
        "她说：“屋顶漏水。”",
        "彼女は「『古い屋根』が雨漏りする」と話した。",
        "The gulls' roof isn't dry.",
    ],
)
def test_a_mark_with_a_partner_stays(text: str) -> None:
    assert without_lone_marks(text) == text


def test_a_quotation_whose_paragraphs_are_chosen_together_stays_whole() -> None:
    text = "“The roof of the old mill in Merrow leaks in heavy rain.\nThe gulls sleep in the attic,” said Ivo Lund."
    whole = summarize_document(Document(text=text), sentences=2)
    half = summarize_document(Document(text=text), sentences=1)
    assert isinstance(whole, Summary)
    assert isinstance(half, Summary)
    assert whole.text == text.replace("\n", " ")
    assert half.text in {line.strip("“").replace("”", "") for line in text.splitlines()}
