"""What holds a "not" and denies nothing."""

from __future__ import annotations

import pytest

from summarizer.checks.claims import unsupported
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
        ("sv", "bron öppnar inte förrän i maj", "bron öppnar inte i maj"),
        ("sv", "inte minst i norr", "inte i norr"),
        ("da", "broen åbner ikke igen før maj", "broen åbner ikke i maj"),
        ("da", "ikke desto mindre", "ikke det"),
        ("no", "brua åpner ikke før i mai", "brua åpner ikke i mai"),
        ("no", "ikke minst i nord", "ikke i nord"),
        ("cs", "v neděli u nemocnice nedaleko centra", "neotevřel most"),
        ("cs", "po nehodě nesl zavazadlo", "nehodlá odejít"),
        ("ro", "nu se deschide până în mai", "nu se deschide în mai"),
        ("ro", "nu doar zidul", "nu zidul"),
        ("fa", "نه تنها دیوار", "نه دیوار"),
        ("fa", "نزد پزشک", "پل را نساخت"),
    ],
)
def test_an_idiom_with_not_denies_nothing(language: str, idiom: str, denial: str) -> None:
    negators = terms_of(language).negators
    assert not negators.search(idiom.casefold())
    assert negators.search(denial.casefold())


TOLD = [
    (
        "en",
        "The old footbridge of Merrow was closed on Monday. Repairs will take a year.",
        "The old footbridge of Merrow was not open on Monday.",
        "The old footbridge of Merrow was not closed on Monday.",
    ),
    (
        "en",
        "Four climbers died in the storm on Mount Arla on Friday. Two guides were with them.",
        "Four climbers did not survive the storm on Mount Arla on Friday.",
        "Four climbers did not enter the storm on Mount Arla on Friday.",
    ),
    (
        "ru",
        "Школа № 14 в Зареченске закрыта до весны. Детей возят в соседний район.",
        "Школа № 14 в Зареченске не работает до весны.",
        "Школа № 14 в Зареченске не закрыта до весны.",
    ),
    (
        "id",
        "Pedagang ikan di pasar Laya digratiskan dari sewa kios selama enam bulan. Pasar buka Senin.",
        "Pedagang ikan di pasar Laya tidak perlu membayar sewa kios selama enam bulan.",
        "Pedagang ikan di pasar Laya tidak digratiskan dari sewa kios selama enam bulan.",
    ),
    (
        "ja",
        "美咲町の図書館は来週から工事のため閉館する。本は隣の町で借りられる。",
        "美咲町の図書館は来週から工事のため開かない。",
        "美咲町の図書館は来週から工事のため閉館しない。",
    ),
]


@pytest.mark.parametrize(("language", "article", "told", "denied"), TOLD)
def test_not_and_a_word_may_tell_what_the_article_has_another_word_for(
    language: str, article: str, told: str, denied: str
) -> None:
    assert unsupported(told, "", article, language) is None
    assert unsupported(denied, "", article, language) == "negation"
