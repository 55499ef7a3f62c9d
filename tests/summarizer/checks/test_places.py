"""Towns that an article does not name, in scripts without capitals; countries for which it has the adjective."""

from __future__ import annotations

import pytest

from summarizer.base import Document
from summarizer.checks.grounding import Reason, Source, ungrounded
from summarizer.checks.places import unknown_town


@pytest.mark.parametrize(
    ("sentence", "article", "language", "name"),
    [
        ("横浜市議会は承認した。", "海浜市議会は承認した。", "ja", "横浜"),
        ("海浜市議会は承認した。", "海浜市議会は承認した。", "ja", None),
        ("同市議会は承認した。", "海浜市議会は承認した。", "ja", None),
        ("横浜市議会は承認した。", "議会は承認した。", "ja", None),  # no town there to take the place of
        ("青林县议会通过预算。", "东港县议会通过预算。", "zh", "青林"),
        ("该县由市政府管理。", "东港县由海州市管理。", "zh", None),
        ("就业市场回暖。", "东港市就业情况好转。", "zh", None),
        ("명진시 의회는 승인했다.", "강변시 의회는 승인했다.", "ko", "명진"),
        ("강변시 의회는 다시 승인했다.", "강변시 의회는 승인했다.", "ko", None),
        ("وافق مجلس مدينة الكوثر على البناء.", "وافق مجلس مدينة النهرين على البناء.", "ar", "الكوثر"),
        ("रामपुर जिले में स्कूल खुला।", "नदीपुर जिले में स्कूल खुला।", "hi", "रामपुर"),
        ("पूरे जिले में स्कूल खुले।", "नदीपुर जिले में स्कूल खुले।", "hi", None),
        ("The city of Dalton slept.", "The city of Ostmere slept.", "en", None),
    ],
)
def test_a_town_must_stand_in_the_article(sentence: str, article: str, language: str, name: str | None) -> None:
    assert unknown_town(sentence, article, language) == name


@pytest.mark.parametrize(
    ("language", "article", "told", "invented"),
    [
        (
            "en",
            "A Polish group bought the plant.",
            "A group from Poland bought the plant.",
            "A group from Norway bought the plant.",
        ),
        (
            "en",
            "An American group bought it.",
            "A group from the United States bought it.",
            "A group from Canada bought it.",
        ),
        (
            "es",
            "Un grupo alemán compró la planta.",
            "Un grupo de Alemania compró la planta.",
            "Un grupo de Suiza compró la planta.",
        ),
        (
            "es",
            "Un grupo canadiense compró la planta.",
            "Un grupo de Canadá compró la planta.",
            "Un grupo de Polonia compró la planta.",
        ),
        (
            "fr",
            "Un groupe polonais achète l'usine.",
            "Un groupe de Pologne achète l'usine.",
            "Un groupe de Norvège achète l'usine.",
        ),
        (
            "it",
            "Un gruppo polacco compra la fabbrica.",
            "Un gruppo della Polonia la compra.",
            "Un gruppo della Grecia la compra.",
        ),
        (
            "pt",
            "Um grupo alemão comprou a fábrica.",
            "Um grupo da Alemanha comprou a fábrica.",
            "Um grupo da Suíça comprou a fábrica.",
        ),
        (
            "ru",
            "Немецкая компания купила завод.",
            "Завод купила компания из Германии.",
            "Завод купила компания из Польши.",
        ),
        (
            "nl",
            "Een Pools bedrijf koopt de fabriek.",
            "Een bedrijf uit Polen koopt de fabriek.",
            "Een bedrijf uit Spanje koopt de fabriek.",
        ),
        ("ar", "اشترت شركة ألمانية المصنع.", "اشترت شركة من ألمانيا المصنع.", "اشترت شركة من بولندا المصنع."),
        # The adjective belongs to something else.
        (
            "pt",
            "O grupo teme dois rivais mexicanos.",
            "O grupo teme dois rivais do México.",
            "O escritório abrirá no México.",
        ),
    ],
)
def test_a_country_stands_for_its_adjective(language: str, article: str, told: str, invented: str) -> None:
    source = Source.read(Document(title="", text=article), language)
    assert ungrounded(told, source, language=language) is not Reason.NAME
    assert ungrounded(invented, source, language=language) is Reason.NAME
