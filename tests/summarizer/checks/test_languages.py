"""Words of another script and short sentences in another language are found; names and formulas stand."""

from __future__ import annotations

import pytest

from summarizer import Document, Summary
from summarizer.checks.grounding import Reason
from summarizer.checks.guardrails import check
from summarizer.checks.languages import foreign_word, is_other_language, is_other_script
from summarizer.detector import by_langid


@pytest.mark.parametrize(
    ("language", "sentence", "word"),
    [
        ("en", "The council одобрил the wall.", "одобрил"),
        ("en", "The council approved the दीवार on Monday.", "दीवार"),
        ("en", "The council approved the 海堤.", "海堤"),
        ("en", "The council of Rivеrton met.", "е"),  # a Cyrillic letter in a Latin word
        ("de", "Der Stadtrat утвердил den Bau.", "утвердил"),
        ("ru", "Горсовет одобрил flood дамбу.", "flood"),
        ("ar", "وافق المجلس على بناء dam جديد.", "dam"),
        ("hi", "परिषद ने wall को मंजूरी दी।", "wall"),
        ("th", "สภาอนุมัติ wall ใหม่", "wall"),
        ("ja", "市議会は방벽の建設を承認した。", "방벽"),
        ("ko", "시의회는 방벽 건설을 决定했다.", "决定"),
        ("zh-Hant", "市議會批准ダム工程。", "ダム"),
        ("zh-Hans", "市议会批准wall工程。", "wall"),
        ("sr-Latn", "Skupština je одобрила zid.", "одобрила"),
    ],
)  # fmt: skip
def test_a_word_of_another_script_is_found(language: str, sentence: str, word: str) -> None:
    assert foreign_word(sentence, language=language, article="") == word


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The council approved a β version of 5 µm on Monday."),
        ("ru", "Компания Apple показала iPhone 17 весом 200 гр."),
        ("ja", "市議会はAI防潮堤の高さを5 kmとした。"),
        ("ko", "美 대통령이 방벽을 승인했다."),
        ("ko", "美中 정상이 방벽을 논의했다."),
        ("zh-Hant", "歌手van Gogh抵達台北。"),
        ("sr", "Skupština je одобрила zid."),
        ("xx", "Любые words どこ."),
        ("en", "The road ＡＢ is closed."),
    ],
)
def test_names_units_and_single_letters_are_no_foreign_words(language: str, sentence: str) -> None:
    assert foreign_word(sentence, language=language, article="") is None


def test_a_foreign_word_of_the_article_may_stay() -> None:
    assert foreign_word("The sign said 海堤 and wall.", language="en", article="thesign海堤") is None
    assert foreign_word("市議會批准flood工程。", language="zh-Hant", article="floodwall") is None


@pytest.mark.parametrize(
    ("language", "sentence", "other"),
    [("en", "Совет одобрил.", True), ("en", "दीवार मंजूर हुई।", True), ("ru", "The wall stands.", True),
     ("ja", "The wall stands.", True), ("zh-Hant", "Стена стоит.", True), ("ja", "iPhone 17 Pro Maxが発売", False),
     ("en", "12 %", False), ("xx", "Совет одобрил.", False)],
)  # fmt: skip
def test_a_sentence_in_another_script_is_told(language: str, sentence: str, *, other: bool) -> None:
    assert is_other_script(sentence, language) is other


SHORT = {
    "en": "The wall is not ready for this.", "fr": "Le mur est dans la ville.", "de": "Die Mauer ist nicht fertig.",
    "es": "El muro está en la ciudad.", "vi": "Bức tường đã được xây.", "id": "Tembok itu tidak ada di sini.",
}  # fmt: skip


@pytest.mark.parametrize("asked", SHORT)
@pytest.mark.parametrize("written", SHORT)
def test_a_short_sentence_in_another_language_is_told(asked: str, written: str) -> None:
    assert is_other_language(SHORT[written], asked) is (asked != written)


def test_the_language_of_a_short_sentence_is_not_judged_where_nothing_is_known() -> None:
    assert not is_other_language(SHORT["fr"], "xx")
    assert not is_other_language("Prst skrz krk.", "en")


def test_the_other_detector_tells_short_sentences_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarizer.checks.languages.detect", by_langid)
    assert is_other_language(SHORT["de"], "fr")
    assert not is_other_language(SHORT["de"], "de")


ARTICLE = Document(text="The council approved the flood wall along the river on Monday after a vote.", language="en")


@pytest.mark.parametrize(
    "sentence",
    ["The council одобрил the flood wall on Monday.", "Совет одобрил стену.", "दीवार मंजूर हुई।",
     "Le conseil a voté pour la ville."],
)  # fmt: skip
def test_another_language_never_reaches_a_reader(sentence: str) -> None:
    summary = Summary(text=sentence, language="en", engine="scripted", grounded=False)
    result = check(summary, ARTICLE, sentences=2, language="en")
    assert result.summary is None
    assert set(result.rejected) == {Reason.LANGUAGE}
