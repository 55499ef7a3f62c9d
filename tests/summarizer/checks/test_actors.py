"""Two who changed places where prepositions, cases, particles or postpositions say who acts."""

from __future__ import annotations

import pytest

from summarizer.checks.actors import are_turned
from summarizer.checks.clauses import Passage, passages

TURNED = [
    (
        "de",
        "Der Naturbund hat dem Landwirt Georg Pichler drei Wiesen verkauft.",
        "Landwirt Georg Pichler hat dem Naturbund drei Wiesen verkauft.",
    ),
    (
        "ru",
        "Подрядчик Рябов подал в суд на хозяйку кафе Горюнову.",
        "Хозяйка кафе Горюнова подала в суд на подрядчика Рябова.",
    ),
    (
        "ar",
        "ورفعت شركة المقاولات الأمل دعوى على التاجر فؤاد النجار.",
        "ورفع التاجر فؤاد النجار دعوى على شركة المقاولات الأمل.",
    ),
    ("ja", "運送会社の北斗便は大森組を訴えた。", "建設会社の大森組は運送会社の北斗便を訴えた。"),
    ("ko", "시공사 한빛건설은 식당 주인 표정애를 고소했다.", "식당 주인 표정애는 시공사 한빛건설을 고소했다."),
    (
        "hi",
        "ठेकेदार सुरेश पवार ने दुकानदार मोहन केसवानी पर मुकदमा किया।",
        "दुकानदार मोहन केसवानी ने ठेकेदार सुरेश पवार पर मुकदमा किया।",
    ),
]


@pytest.mark.parametrize(("language", "sentence", "article"), TURNED)
def test_who_acts_does_not_change_places_with_the_other(language: str, sentence: str, article: str) -> None:
    assert turned(sentence, article, language)
    assert not turned(article, article, language)
    assert not turned(sentence, f"{article} {sentence}", language)


@pytest.mark.parametrize(
    ("language", "sentence", "article"),
    [
        ("ja", "大森組は北斗便に訴えられた。", "北斗便は大森組を訴えた。"),
        ("ja", "大森組は三つの会社を訴えた。", "北斗便は大森組を訴えた。"),
        ("de", "Von der Stadt kam Geld.", "Der Stadt gab das Land Geld."),
        ("de", "Talheim hat Brackstedt mit 3:1 geschlagen.", "Brackstedt hat gegen Talheim mit 1:3 verloren."),
        ("ru", "В 2020 году завод сгорел при пожаре дотла.", "Пожар уничтожил завод дотла в 2020 году."),
    ],
)  # fmt: skip
def test_another_voice_verb_or_matter_turns_nobody(language: str, sentence: str, article: str) -> None:
    assert not turned(sentence, article, language)


def turned(sentence: str, article: str, language: str) -> bool:
    return are_turned(Passage.read(sentence, language), passages("", article, language))
