"""What holds a "not" and denies nothing."""

from __future__ import annotations

import pytest

from summarizer.words.terms import terms_of


@pytest.mark.parametrize(
    ("language", "idiom", "denial"),
    [
        ("en", "it won't open until May", "it won't open"),
        ("en", "not only the wall", "not the wall"),
        ("es", "no obstante, abre", "no abre"),
        ("es", "no abrirá hasta mayo", "no abrirá en mayo"),
        ("fr", "une personne", "personne ne vient"),
        ("fr", "pas seulement le mur", "pas le mur"),
        ("de", "nicht nur die Mauer", "nicht die Mauer"),
        ("ru", "не только стена", "не стена"),
        ("it", "non aprirà prima di maggio", "non aprirà in maggio"),
        ("it", "più grande che mai", "mai vista"),
        ("pt", "não abre antes de maio", "não abre em maio"),
        ("ar", "غير أن النقابة تريد", "غير صحيح"),
        ("ar", "لا تزال مغلقة", "لا تعمل"),
        ("hi", "न केवल दीवार", "न दीवार"),
        ("id", "tidak hanya tembok", "tidak ada tembok"),
        ("ja", "少しずつ進む", "進まず終わる"),
        ("ja", "必ず開く", "開かず終わる"),
        ("ja", "壁だけでなく屋根も", "壁でなく屋根"),
    ],
)
def test_an_idiom_with_not_denies_nothing(language: str, idiom: str, denial: str) -> None:
    negators = terms_of(language).negators
    assert not negators.search(idiom.casefold())
    assert negators.search(denial.casefold())
