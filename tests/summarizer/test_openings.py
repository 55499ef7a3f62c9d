"""Sentences that lean on the one before: by the words of each language, never a name or a date."""

from __future__ import annotations

import pytest

from summarizer.openings import leans_back

LEANING = {
    "en": [
        "But nobody was hurt.",
        "“He left at noon,” she told reporters.",
        "In his speech, he praised the crew.",
        "Finally, a band played.",
    ],
    "de": ["Er legte mittags ab.", "Zudem war es neblig.", "„Wir warten“, sagte sie am Abend."],
    "fr": ["Il a quitté le port.", "Par ailleurs, la mer était calme.", "Selon lui, tout va bien."],
    "es": ["Sin embargo, nadie resultó herido.", "Añadió que nadie resultó herido.", "Sus padres esperaban."],
    "it": ["Ha detto che nessuno è ferito.", "Tuttavia il mare era calmo."],
    "pt": ["Ele partiu ao meio-dia.", "Disse que ninguém se feriu."],
    "ru": [
        "Но никто не пострадал.",
        "Об этом сообщил мэр.",
        "По его словам, всё спокойно.",
        "Наконец, сыграл оркестр.",
    ],
    "uk": ["Він вийшов опівдні.", "Крім того, був туман."],
    "pl": ["Dodał, że nikt nie ucierpiał.", "Jednak nikt nie ucierpiał."],
    "sr": ["Међутим, нико није страдао.", "Dodao je da niko nije stradao."],
    "tr": ["Ancak kimse yaralanmadı.", "Bunun üzerine liman kapandı.", "İkisi de limanda bekledi."],
    "vi": ["Ngoài ra, không ai bị thương.", "Ông nói rằng cảng đã đóng.", "Tuy nhiên, biển lặng."],
    "id": ["Ia berangkat siang.", "Selain itu, laut tenang."],
    "ar": ["وأضاف أن أحدا لم يصب.", "لكن أحدا لم يصب."],
    "fa": ["او گفت کسی آسیب ندید.", "با این حال دریا آرام بود."],
    "hi": ["उन्होंने कहा कि कोई घायल नहीं हुआ।", "लेकिन समुद्र शांत था।"],
    "bn": ["তবে কেউ আহত হয়নি।", "তিনি বলেন, কেউ আহত হয়নি।"],
    "gu": ["તેમણે કહ્યું કે કોઈ ઘાયલ નથી.", "જોકે, કોઈ ઘાયલ નથી."],
    "ta": ["ஆனால் யாரும் காயமடையவில்லை."],
    "th": ["เขากล่าวว่าไม่มีผู้บาดเจ็บ", "อย่างไรก็ตามทะเลสงบ"],
    "ja": [
        "しかし、けが人はいなかった。",
        "同社は正午に発表した。",
        "正午に港を出たという。",
        "最後に楽団が演奏した。",
    ],
    "ko": ["그는 정오에 떠났다.", "하지만 다친 사람은 없었다."],
    "zh-Hant": ["他說沒有人受傷。", "不過，沒有人受傷。", "此外，海面平靜。"],
    "zh-Hans": ["然而，没有人受伤。"],
}
ALONE = {
    "en": [
        "This week the ferry returned.",
        "There are two ferries.",
        "Hebrides ferries run again.",
        "I saw the ferry.",
    ],
    "de": ["In diesem Jahr fährt die Fähre wieder.", "Die Fähre legte ab.", "Derzeit ruht der Verkehr."],
    "fr": [
        "Ce lundi, le port a rouvert.",
        "Le Premier ministre a rouvert le port.",
        "Illustre marin, Kerbrat est mort.",
    ],
    "es": ["Esta semana vuelve el transbordador.", "La alcaldesa dijo que nadie resultó herido."],
    "ru": ["В этом году паром вернулся.", "Онега замёрзла."],
    "vi": ["Ông Nguyễn Văn Nam rời cảng.", "Tuần này phà trở lại."],
    "tr": ["Bu hafta vapur döndü.", "Onur Kaya limanı açtı."],
    "ja": ["渡し船は正午に出港した。", "同時多発テロから20年が過ぎた。"],
    "th": ["เขาใหญ่เปิดอีกครั้ง", "นายกรัฐมนตรีแถลงที่ท่าเรือ"],
    "zh-Hant": ["他信回到曼谷。", "渡輪中午離開碼頭。", "也門停火。"],
    "tlh": ["He left."],
}


@pytest.mark.parametrize(("language", "sentence"), [(tag, text) for tag, texts in LEANING.items() for text in texts])
def test_a_sentence_that_points_back_leans(language: str, sentence: str) -> None:
    assert leans_back(sentence, language)


@pytest.mark.parametrize(("language", "sentence"), [(tag, text) for tag, texts in ALONE.items() for text in texts])
def test_a_sentence_that_names_what_it_speaks_of_stands_alone(language: str, sentence: str) -> None:
    assert not leans_back(sentence, language)


def test_a_mark_amid_the_words_ends_the_opening() -> None:
    assert leans_back("In addition it rained.", "en")
    assert not leans_back("In (addition) it rained.", "en")
    assert not leans_back("", "en")
    assert not leans_back("“", "en")
