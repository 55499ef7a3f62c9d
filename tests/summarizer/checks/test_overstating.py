"""What a sentence says more widely or more surely than its article: "all", and what has yet to happen."""

from __future__ import annotations

import pytest

from summarizer.checks.clauses import Passage, passages
from summarizer.checks.overstating import overstated


@pytest.mark.parametrize(
    ("sentence", "article", "language", "kind"),
    [
        ("Storms sank all ferries of Ostmere.", "Storms sank ferries of Ostmere. All of us slept.", "en", "all"),
        ("Storms sank all ferries of Ostmere.", "Storms sank every ferry of Ostmere.", "en", None),
        ("Storms sank all ferries of Ostmere.", "After the storms no ferry of Ostmere was left.", "en", None),
        ("Storms sank ferries of Ostmere.", "Storms sank ferries of Ostmere.", "en", None),
        (
            "All of them are safe, and the port of Ostmere stays closed until the holidays.",
            "A ferry of Ostmere sank. All of them are safe. The port of Ostmere stays closed until the holidays.",
            "en",
            None,
        ),
        ("Not at all, said Ostmere.", "Ostmere said no.", "en", None),
        ("Not all ferries of Ostmere sank.", "Ferries of Ostmere sank.", "en", None),
        ("All-night talks in Ostmere failed.", "Talks in Ostmere failed.", "en", None),
        ("All is well.", "Ostmere sleeps.", "en", None),
        ("Le gel a entièrement détruit les vignes.", "Le gel a touché les vignes.", "fr", "all"),
        ("Die Stadt sperrt sämtliche Brücken.", "Die Stadt sperrt Brücken.", "de", "all"),
        ("Die Zahl der Störche nimmt immer mehr zu.", "Die Zahl der Störche nimmt zu.", "de", None),
        ("Из города вывезли всех жителей.", "Из города вывезли жителей.", "ru", "all"),
        ("全部渡轮停航。", "渡轮停航。", "zh", "all"),
    ],
)
def test_all_must_be_said_where_the_article_tells_it(
    sentence: str, article: str, language: str, kind: str | None
) -> None:
    assert overstated(Passage.read(sentence, language), passages("", article, language)) == kind


@pytest.mark.parametrize(
    ("sentence", "article", "language", "kind"),
    [
        ("The minister has approved the levy.", "The levy must be approved by the minister.", "en", "done"),
        ("The minister has approved the levy.", "The levy will be approved by the minister.", "en", "done"),
        (
            "The minister has approved the levy.",
            "The minister approved the levy. It must be approved twice.",
            "en",
            None,
        ),
        ("The minister has agreed to approve the levy.", "The levy must be approved.", "en", None),
        ("The minister has yet to approve it, if at all.", "The levy must be approved.", "en", None),
        ("The levy has not been approved.", "The levy must be approved.", "en", None),
        ("The levy may have been approved.", "The levy must be approved.", "en", None),
        ("They agreed on what they has", "The levy must be approved.", "en", None),
        ("The minister has also paid.", "The minister must also sign. She paid.", "en", None),
        ("The mayor has recognised it.", "The mayor promised to examine its recognition.", "en", "done"),
        ("Der Rat hat beschlossen.", "Der Rat soll am Montag beschließen. Es wird wohl so beschlossen.", "de", "done"),
        ("Le maire a démissionné.", "Le maire devrait avoir démissionné lundi.", "fr", "done"),
    ],
)
def test_what_is_yet_to_happen_is_not_told_as_done(
    sentence: str, article: str, language: str, kind: str | None
) -> None:
    assert overstated(Passage.read(sentence, language), passages("", article, language)) == kind
