"""Round numbers that stand for the article's own."""

from __future__ import annotations

import pytest

from summarizer.base import Document
from summarizer.checks.grounding import Reason, Source, ungrounded
from summarizer.numbers.rounding import exact


@pytest.mark.parametrize(
    ("sentence", "article", "language", "told"),
    [
        ("He took over £600,000.", "He claimed £618,000 in all.", "en", "He took over £618,000."),
        ("Nearly 600 people came.", "580 people came, 20 left.", "en", "Nearly 580 people came."),
        ("About 600 people came, 20 left.", "590 people came, 20 left.", "en", "About 590 people came, 20 left."),
        ("More than 600 people came.", "More than 600 came, 612 in all.", "en", "More than 600 people came."),
        ("More than 600 people came.", "700 people came.", "en", "More than 600 people came."),
        ("More than 600 people came.", "618 pounds were paid.", "en", "More than 600 people came."),
        ("More than 600 pounds were paid.", "618 dollars were paid.", "en", "More than 600 pounds were paid."),
        ("600 people came.", "618 people came.", "en", "600 people came."),
        ("More than 611 people came.", "618 people came.", "en", "More than 611 people came."),  # it is not round
        ("Nearly 31 km are new.", "28.6 km are new.", "en", "Nearly 31 km are new."),
        ("Nearly 29 km are new.", "28.6 km are new.", "en", "Nearly 28.6 km are new."),
        ("About 1.5 million came.", "1.46 million came.", "en", "About 1.46 million came."),
        ("More than 150 people came.", "154 people came.", "en", "More than 154 people came."),
        ("It is more than 2015 had.", "It was founded in 2019.", "en", "It is more than 2015 had."),  # a year
        ("More than 600 people came.", "618 people came.", "sw", "More than 600 people came."),
        ("Собрали более 400 подписей.", "Собрали 412 подписей.", "ru", "Собрали более 412 подписей."),
        ("400人以上が避難した。", "412人が避難した。", "ja", "412人以上が避難した。"),
        ("超过400人撤离。", "412人撤离。", "zh", "超过412人撤离。"),
        ("400여 명이 대피했다.", "412명이 대피했다.", "ko", "412여 명이 대피했다."),
    ],
)
def test_a_round_number_becomes_the_articles_own(sentence: str, article: str, language: str, told: str) -> None:
    assert exact(sentence, article, language) == told


def test_a_round_number_stands_only_with_such_a_word() -> None:
    source = Source.read(Document(title="", text="The fund paid 618 people in May."), "en")
    assert ungrounded("The fund paid over 600 people in May.", source, language="en") is None
    assert ungrounded("The fund paid 600 people in May.", source, language="en") is Reason.NUMBER
