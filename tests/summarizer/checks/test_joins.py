"""What a sentence joins that its article holds apart: numbers and times."""

from __future__ import annotations

import pytest

from summarizer.checks.clauses import Passage, passages
from summarizer.checks.parallels import misjoined
from summarizer.checks.roles import cast_of

SHARES = (
    "Shares in Orlan Motors fell 4.1 percent in Amsterdam Zuid, while those of Kessim rose 6.3 percent in Seoul Park."
)
VERDICT = (
    "A court ruled that Orlan had copied a battery. Orlan must stop selling the car within 90 days. "
    "The company opened two weeks ago."
)


@pytest.mark.parametrize(
    ("sentence", "article", "language", "kind"),
    [
        ("Shares in Orlan fell 4.1 percent in Seoul.", SHARES, "en", "crossed"),
        ("Shares in Orlan fell 4.1 percent in Amsterdam.", SHARES, "en", None),
        ("Shares fell 4.1 percent.", SHARES, "en", None),
        ("Shares rose 6.3 percent in Seoul.", SHARES, "en", None),
        ("Orlan Motors sold the plant of Kessim for 80 dollars.", SHARES, "en", None),
        ("Ann Reed paid 3 dollars.", "Tom Hall paid 3 dollars, and Ann Reed slept.", "en", None),
        ("Orlan stopped selling the car 90 days ago.", VERDICT, "en", "time"),
        ("The company will open within two weeks.", VERDICT, "en", None),
        ("Orlan must stop selling the car within 90 days.", VERDICT, "en", None),
        ("某公司将在90天前停售。", "该公司必须在90天内停售这款汽车。", "zh", "time"),
    ],
)
def test_what_is_joined_wrongly_is_found(sentence: str, article: str, language: str, kind: str | None) -> None:
    claim = Passage.read(sentence, language)
    assert misjoined(claim, passages("", article, language), cast_of("", article, language)) == kind
