"""Words that look like names and are none, and short forms of names."""

from __future__ import annotations

import pytest

from summarizer.checks.names import Words, unknown_name


@pytest.mark.parametrize(
    ("sentence", "article", "language", "expected"),
    [
        ("She was named MVP of the cup.", "She was named best player of the cup.", "en", None),
        ("그는 대회 MVP로 뽑혔다.", "그는 최우수선수로 뽑혔다.", "ko", None),
        ("Then the EU agreed.", "Then the European Union agreed.", "en", None),
        ("Then the EU agreed.", "Then the Union agreed.", "en", "EU"),
        ("The hall of the XIX century burnt.", "The hall of the 19th century burnt.", "en", None),
        ("The hall of the XIV century burnt.", "The hall of the 14th century burnt.", "en", None),
        ("The hall of the XX century burnt.", "The hall of the 19th century burnt.", "en", "XX"),
        ("The hall of the I century burnt.", "The hall of the 1st century burnt.", "en", None),
        ("Selon Mme Marsac, tout va bien.", "Hélène Marsac dit que tout va bien.", "fr", None),
        ("Then Mx Grobnik spoke.", "Then Grobnik spoke.", "en", "Mx"),
        ("Then the LZX agreed.", "Then the union agreed.", "en", "LZX"),
        ("チームは勝った。", "選手らは勝った。", "ja", None),
        ("スポーツセンターで始まった。", "体育館で始まった。", "ja", None),
        ("グロブニクは勝った。", "選手らは勝った。", "ja", "グロブニク"),
        ("Dann nahm sie Einfluss auf Aussagen.", "Dann sprach sie.", "de", None),
    ],
)
def test_what_is_no_unknown_name(sentence: str, article: str, language: str, expected: str | None) -> None:
    assert unknown_name(sentence, Words.read(article), language=language, own=True) == expected
