"""Words that stand for a share."""

from __future__ import annotations

import pytest

from summarizer.numbers.relative import read_shares


@pytest.mark.parametrize(
    ("language", "text", "per_cent"),
    [
        ("en", "a quarter of it", 25),
        ("en", "one in three homes", 33),
        ("en", "3 out of every 10 homes", 30),
        ("de", "jeder dritte Schüler", 33),
        ("de", "zwei von je fünf", 40),
        ("fr", "un habitant sur trois", 33),
        ("es", "dos de cada cinco", 40),
        ("pt", "um em cada três", 33),
        ("it", "un bambino su tre", 33),
        ("it", "la metà dei voti", 50),
        ("ru", "каждый третий школьник", 33),
        ("ru", "один из каждых пяти", 20),
        ("zh", "五分之三的人", 60),
        ("zh", "每三名居民中就有一人", 33),
        ("zh", "每十家农户中就有三家", 30),
        ("ja", "3分の1", 33),
        ("ja", "住民の5人に1人", 20),
        ("ko", "3분의 1은", 33),
        ("ko", "3명 중 1명은", 33),
        ("ar", "واحد من كل ثلاثة", 33),
        ("ar", "مزرعة من كل عشر", 10),
        ("hi", "हर तीन में से एक", 33),
        ("hi", "एक चौथाई", 25),
        ("id", "satu dari tiga warga", 33),
        ("nl", "een op de drie", 33),
        ("sv", "var tredje elev", 33),
        ("da", "hver tredje elev", 33),
        ("no", "hver tredje elev", 33),
        ("pl", "jedna czwarta", 25),
        ("tr", "üçte biri", 33),
        ("tr", "her üç kişiden biri", 33),
        ("uk", "кожен третій", 33),
        ("vi", "một phần ba", 33),
        ("ro", "o treime", 33),
        ("cs", "každý třetí", 33),
        ("hu", "minden harmadik", 33),
        ("fi", "joka kolmas", 33),
        ("el", "ένα τρίτο", 33),
        ("fa", "یک سوم", 33),
        ("ur", "ایک تہائی", 33),
        ("bn", "এক-তৃতীয়াংশ", 33),
        ("th", "หนึ่งในสาม", 33),
        ("ms", "sepertiga", 33),
    ],
)
def test_a_share_in_words_is_so_many_per_cent(language: str, text: str, per_cent: int) -> None:
    assert any(per_cent in share.readings for share in read_shares(text, language, sure=True))


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "two in five years"), ("en", "3 in 2 games"), ("ru", "каждую пятницу"), ("cs", "každý čtvrtek")],
)
def test_what_looks_like_a_share_is_none(language: str, text: str) -> None:
    assert read_shares(text, language, sure=True) == []
