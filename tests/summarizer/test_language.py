"""Language detection: the text decides, the hint helps, nothing raises."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pycld2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.language import chinese_script, detect_language

TEXTS = {
    "en": "The city council voted on Tuesday to close the old bridge for repairs until spring.",
    "de": "Der Stadtrat hat am Dienstag beschlossen, die alte Brücke bis zum Frühjahr zu sperren.",
    "fr": "Le conseil municipal a décidé mardi de fermer le vieux pont jusqu'au printemps.",
    "es": "El ayuntamiento decidió el martes cerrar el puente viejo hasta la primavera.",
    "ru": "Городской совет во вторник решил закрыть старый мост на ремонт до весны.",
    "uk": "Міська рада у вівторок вирішила закрити старий міст на ремонт до весни.",
    "ar": "قرر مجلس المدينة يوم الثلاثاء إغلاق الجسر القديم للإصلاح حتى الربيع.",
    "fa": "شورای شهر روز سه شنبه تصمیم گرفت پل قدیمی را تا بهار برای تعمیر ببندد.",
    "he": "מועצת העיר החליטה ביום שלישי לסגור את הגשר הישן לתיקונים עד האביב.",
    "hi": "नगर परिषद ने मंगलवार को पुराने पुल को मरम्मत के लिए बंद करने का फैसला किया।",
    "ja": "市議会は火曜日、古い橋を春まで修理のため閉鎖することを決めた。",
    "ko": "시의회는 화요일 낡은 다리를 봄까지 폐쇄하기로 결정했다.",
    "th": "สภาเมืองลงมติเมื่อวันอังคารให้ปิดสะพานเก่าเพื่อซ่อมแซมจนถึงฤดูใบไม้ผลิ",
    "vi": "Hội đồng thành phố hôm thứ Ba quyết định đóng cửa cây cầu cũ để sửa chữa đến mùa xuân.",
    "zh-Hant": "市議會週二決定關閉舊橋進行維修，直到春天為止。",
    "zh-Hans": "市议会周二决定关闭旧桥进行维修，直到春天为止。",
    "el": "Το δημοτικό συμβούλιο αποφάσισε την Τρίτη να κλείσει την παλιά γέφυρα.",
    "am": "የከተማው ምክር ቤት ማክሰኞ ዕለት አሮጌውን ድልድይ ለጥገና ለመዝጋት ወሰነ።",
}


@pytest.mark.parametrize("language", TEXTS)
def test_the_text_tells_the_language(language: str) -> None:
    assert detect_language(TEXTS[language]) == language


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("wrong", ["en", "zh-Hans", "ja", "th"])
def test_a_wrong_declaration_is_overruled(language: str, wrong: str) -> None:
    assert detect_language(TEXTS[language], wrong) == language


def test_the_chinese_script_is_told_by_characters_of_one_script_only() -> None:
    assert chinese_script("電話會議") == "Hant"
    assert chinese_script("电话会议") == "Hans"
    assert chinese_script("山水人") is None


@pytest.mark.parametrize(
    ("text", "hint", "expected"),
    [
        ("山水人", "zh-TW", "zh-Hant"),
        ("山水人", "zh_CN", "zh-Hans"),
        ("山水人", "zh", "zh-Hans"),
        ("山水人", "ja", "ja"),
        ("山水人", None, "zh-Hans"),
        ("山水人", "yue", "zh-Hant"),
        ("Breaking", "de-AT", "de"),
        ("Qx", "no such tag!", "und"),
        ("Qx", "und", "und"),
        ("12345 !!", "fr", "fr"),
        ("12345 !!", None, "und"),
        ("", None, "und"),
        ("Ἀθήνα", "de", "el"),
        ("ሰላም", "ti", "ti"),
        ("สวัสดี", "zh", "th"),
        ("Привет", "ja", "und"),
    ],
)
def test_a_hint_decides_where_the_text_says_little(text: str, hint: str | None, expected: str) -> None:
    assert detect_language(text, hint) == expected


def test_a_hint_decides_between_near_languages() -> None:
    text = "Gradsko vijeće je u utorak odlučilo zatvoriti stari most radi popravka do proljeća."
    assert {detect_language(text, hint) for hint in ("hr", "bs", "sr")} == {"hr", "bs", "sr"}


def test_a_declared_language_that_the_detector_does_not_know_is_believed_where_it_is_near() -> None:
    assert detect_language(TEXTS["en"], "pcm") == "pcm"


def test_a_detector_that_raises_leaves_the_hint(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise pycld2.error("invalid UTF-8")

    monkeypatch.setattr(pycld2, "detect", refuse)
    assert detect_language(TEXTS["de"], "fr") == "fr"
    assert detect_language(TEXTS["de"]) == "und"


def test_old_codes_come_out_as_new_ones() -> None:
    assert detect_language(TEXTS["he"], "iw") == "he"


def test_control_characters_and_links_do_not_matter() -> None:
    text = "\x00\x0b\ud800\ufffe https://example.org/de/nachrichten @nutzer " + TEXTS["en"]
    assert detect_language(text) == "en"


def test_threads_may_share_it() -> None:
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(detect_language, TEXTS.values())) == list(TEXTS)


@settings(max_examples=300, deadline=None)
@given(text=st.text(max_size=120), hint=st.none() | st.text(max_size=8))
def test_any_text_gets_a_tag(text: str, hint: str | None) -> None:
    assert detect_language(text, hint)
