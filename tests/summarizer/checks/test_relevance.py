"""Sentences of another subject are refused, paraphrases of the article are not, in every script."""

from __future__ import annotations

import pytest

from summarizer import Document, Summary
from summarizer.checks.grounding import Reason
from summarizer.checks.guardrails import check
from summarizer.checks.relevance import Subject, common_pieces, pieces
from summarizer.words.common import common_words

ARTICLES = {
    "en": "The harbour office of Norwick reopened the old lighthouse on Monday. "
    "Keepers repaired its lamp for two years, "
    "and volunteers painted the tower. Visitors may climb the stairs every weekend until autumn.",
    "de": "Das Hafenamt von Norwick hat am Montag den alten Leuchtturm wieder "
    "geöffnet. Zwei Jahre lang reparierten Wärter "
    "die Lampe, Freiwillige strichen den Turm. Besucher dürfen bis zum Herbst jedes Wochenende hinaufsteigen.",
    "es": "La oficina del puerto reabrió el lunes el viejo faro. Los guardas "
    "repararon la lámpara durante dos años y los "
    "voluntarios pintaron la torre. Los visitantes pueden subir las "
    "escaleras cada fin de semana hasta el otoño.",
    "fr": "Le bureau du port a rouvert lundi le vieux phare. Des gardiens ont "
    "réparé la lampe pendant deux ans et des "
    "bénévoles ont repeint la tour. Les visiteurs peuvent gravir l'escalier chaque week-end jusqu'à l'automne.",
    "pt": "O escritório do porto reabriu na segunda-feira o velho farol. Os "
    "guardas consertaram a lâmpada durante dois anos "
    "e voluntários pintaram a torre. Os visitantes podem subir as escadas todo fim de semana até o outono.",
    "id": "Kantor pelabuhan membuka kembali mercusuar tua pada hari Senin. Para "
    "penjaga memperbaiki lampunya selama dua "
    "tahun dan relawan mengecat menaranya. Pengunjung boleh menaiki tangga "
    "setiap akhir pekan hingga musim gugur.",
    "vi": "Văn phòng cảng đã mở lại ngọn hải đăng cũ hôm thứ hai. Những người "
    "gác đèn sửa chữa suốt hai năm, các tình "
    "nguyện viên sơn lại tháp. Du khách được leo cầu thang mỗi cuối tuần cho đến mùa thu.",
    "ru": "Управление порта в понедельник вновь открыло старый маяк. Смотрители "
    "два года чинили лампу, волонтёры покрасили "
    "башню. До осени посетители смогут подниматься по лестнице каждые выходные.",
    "ar": "أعاد مكتب الميناء يوم الاثنين فتح المنارة القديمة. وأصلح الحراس "
    "مصباحها طوال عامين وطلى المتطوعون البرج. "
    "ويمكن للزوار صعود السلالم في عطلة نهاية الأسبوع حتى الخريف.",
    "hi": "बंदरगाह कार्यालय ने सोमवार को पुराना प्रकाशस्तंभ फिर खोल दिया। "
    "रखवालों ने दो साल तक उसका दीपक ठीक किया और "
    "स्वयंसेवकों ने मीनार रंगी। पर्यटक शरद ऋतु तक हर सप्ताहांत सीढ़ियां चढ़ सकते हैं।",
    "th": "สำนักงานท่าเรือเปิดประภาคารเก่าอีกครั้งเมื่อวันจันทร์ "
    "ผู้ดูแลซ่อมโคมไฟอยู่สองปีและอาสาสมัครทาสีหอคอย "
    "นักท่องเที่ยวขึ้นบันไดได้ทุกสุดสัปดาห์จนถึงฤดูใบไม้ร่วง",
    "ja": "港湾事務所は月曜日、古い灯台を再び開放した。"
    "灯台守が二年かけて灯火を修理し、ボランティアが塔を塗り直した。"
    "来場者は秋まで毎週末に階段を上ることができる。",
    "ko": "항만 사무소는 월요일 오래된 등대를 다시 열었다. 등대지기들은 이 년 "
    "동안 등을 고쳤고 자원봉사자들이 탑을 칠했다. "
    "방문객은 가을까지 주말마다 계단을 오를 수 있다.",
    "zh-Hant": "港務處週一重新開放舊燈塔。"
    "守塔人花了兩年修理燈具，義工重新粉刷塔身。遊客在秋天以前每個週末都可以登上樓梯。",
    "ti": "ቤት ጽሕፈት ወደብ ነቲ ጥንታዊ ግምቢ መብራህቲ ሰኑይ ዳግማይ ከፊትዎ። ሓለውቲ ንክልተ ዓመት ነቲ መብራህቲ ጸጊኖም።",
    "my": "ဆိပ်ကမ်းရုံးသည် မီးပြတိုက်ဟောင်းကို တနင်္လာနေ့တွင် ပြန်ဖွင့်ခဲ့သည်။ ဝန်ထမ်းများက မီးအိမ်ကို နှစ်နှစ်ကြာ ပြုပြင်ခဲ့ကြသည်။",
    "xx": "Oru pelabu ganta mercu weran tola senu. Penja lampu perba dua taru relawa meca mena rapo kunju.",
}  # fmt: skip
BORNE_OUT = {
    "en": "The lighthouse of Norwick is open again after volunteers and keepers restored it.",
    "de": "Der Leuchtturm ist nach der Reparatur der Lampe wieder für Besucher offen.",
    "es": "El faro vuelve a abrir tras dos años de reparación de su lámpara.",
    "fr": "Le phare, repeint par des bénévoles, accueille à nouveau les visiteurs.",
    "pt": "O farol volta a receber visitantes depois do conserto da lâmpada.",
    "id": "Mercusuar itu dibuka lagi setelah penjaga memperbaiki lampu.",
    "vi": "Ngọn hải đăng mở cửa trở lại sau hai năm sửa chữa.",
    "ru": "Маяк снова открыт: лампу починили, башню покрасили.",
    "ar": "فُتحت المنارة من جديد بعد إصلاح مصباحها.",
    "hi": "दो साल की मरम्मत के बाद प्रकाशस्तंभ पर्यटकों के लिए खुल गया।",
    "th": "ประภาคารเปิดให้นักท่องเที่ยวขึ้นบันไดอีกครั้งหลังซ่อมโคมไฟ",
    "ja": "修理を終えた灯台が再び開放され、階段を上れるようになった。",
    "ko": "수리를 마친 등대가 다시 열려 방문객이 계단을 오를 수 있다.",
    "zh-Hant": "舊燈塔維修後重新開放，遊客可以登塔。",
    "zh-Hans": "旧灯塔维修后重新开放，游客可以登塔。",
    "ti": "ግምቢ መብራህቲ ወደብ ዳግማይ ተኸፊቱ።",
    "my": "မီးအိမ်ကို ပြုပြင်ပြီးနောက် မီးပြတိုက်ဟောင်းကို ပြန်ဖွင့်ခဲ့သည်။",
    "xx": "Mercu weran tola lampu perba.",
}  # fmt: skip
FOREIGN = {
    "en": "Shares of the chip maker fell after weak quarterly results disappointed investors.",
    "de": "Die Aktien des Chipherstellers fielen nach schwachen Quartalszahlen deutlich.",
    "es": "Las acciones del fabricante de chips cayeron tras unos resultados flojos.",
    "fr": "Les actions du fabricant de puces ont chuté après des résultats trimestriels décevants.",
    "pt": "As ações da fabricante de chips caíram depois de resultados fracos.",
    "id": "Saham produsen cip itu anjlok usai laporan laba yang mengecewakan investor.",
    "vi": "Cổ phiếu của nhà sản xuất chip giảm mạnh vì lợi nhuận thất vọng.",
    "ru": "Акции производителя чипов упали из-за слабой квартальной отчётности.",
    "ar": "تراجعت أسهم شركة الرقائق بسبب نتائج مالية ضعيفة.",
    "hi": "कमज़ोर तिमाही नतीजों से चिप निर्माता के शेयर गिर गए।",
    "th": "หุ้นบริษัทผลิตชิปร่วงลงเพราะผลประกอบการไตรมาสอ่อนแอ",
    "ja": "半導体大手の株価は決算の不振を受けて急落した。",
    "ko": "반도체 기업의 주가는 실적 부진으로 급락했다.",
    "zh-Hant": "晶片製造商的股價因業績疲弱而急跌。",
    "zh-Hans": "芯片制造商的股价因业绩疲弱而急跌。",
    "ti": "ዋጋ ኣክስዮን ኩባንያ ቺፕ ብሕማቕ ውጽኢት ኣንቆልቊሉ።",
    "my": "အရောင်းကျဆင်းသဖြင့် ကုမ္ပဏီ ရှယ်ယာဈေးနှုန်း ပြုတ်ကျသွားသည်။",
    "xx": "Saha produ chipa anjo labur kecewa.",
}  # fmt: skip


def subject(language: str) -> Subject:
    own = language.replace("Hans", "Hant")
    return Subject.read(Document(text=ARTICLES[own]), own)


@pytest.mark.parametrize("language", BORNE_OUT)
def test_the_articles_matter_in_other_words_is_no_other_subject(language: str) -> None:
    assert not subject(language).is_missed_by(BORNE_OUT[language])


@pytest.mark.parametrize(
    ("language", "article", "sentence"),
    [
        (
            "fr",
            "Les commerçants de Merro redoutent des pertes. Le pont ferme.",
            "Les détaillants craignent un déficit.",
        ),
        ("es", "Los comerciantes de Merro temen pérdidas. El puente cierra.", "Los tenderos recelan del déficit."),
        ("pt", "Os comerciantes de Merro temem prejuízos. A ponte fecha.", "Os lojistas receiam perdas."),
        ("it", "I commercianti di Merro paventano perdite. Chiude un ponte.", "I negozianti hanno timore del deficit."),
    ],
)
def test_words_of_the_same_meaning_speak_of_the_same_subject(language: str, article: str, sentence: str) -> None:
    read = Subject.read(Document(text=article), language)
    assert (read.share(sentence) or 0) < read.floor
    assert not read.is_missed_by(sentence)


def test_one_word_of_the_same_meaning_among_others_is_another_subject_still() -> None:
    read = Subject.read(Document(text="Les commerçants de Merro redoutent des pertes. Le pont ferme."), "fr")
    assert read.is_missed_by("Les manchots empereurs craignent la fonte de la banquise et plongent sous la glace.")


@pytest.mark.parametrize("language", FOREIGN)
def test_another_subject_is_found(language: str) -> None:
    assert subject(language).is_missed_by(FOREIGN[language])


@pytest.mark.parametrize("language", sorted(set(FOREIGN) - {"xx", "ti"}))
def test_a_sentence_of_another_subject_is_refused(language: str) -> None:
    own = language.replace("Hans", "Hant")
    summary = Summary(text=FOREIGN[language], language=language, engine="scripted", grounded=False)
    result = check(summary, Document(text=ARTICLES[own], language=own), sentences=2, language=language)
    assert result.summary is None
    assert set(result.rejected) <= {Reason.SUBJECT, Reason.NAME}


def test_a_sentence_of_few_telling_words_is_not_judged() -> None:
    assert subject("en").share("It was so.") is None
    assert not subject("en").is_missed_by("It was so.")


def test_a_longer_article_must_hold_more_of_a_sentence() -> None:
    short = Subject.read(Document(text=ARTICLES["en"]), "en")
    varied = " ".join(f"{left}{middle}rt{right}" for left in "bcdfgh" for middle in "aeiou" for right in "aklmnt")
    long = Subject.read(Document(text=f"{ARTICLES['en']} {varied}"), "en")
    assert long.floor > short.floor


def test_both_scripts_of_chinese_have_the_same_pieces() -> None:
    assert pieces("燈塔開放", "zh-Hant") == pieces("灯塔开放", "zh-Hans")


def test_a_word_that_mixes_scripts_is_cut_by_each() -> None:
    assert pieces("5G技術x", "ja") == {" 5", " g", "技術", " x"}


def test_the_words_of_every_language_are_whole_lines_of_the_table() -> None:
    assert len(common_words()) >= 40
    assert all(len(words.split()) >= 20 for words in common_words().values())
    assert common_pieces("xx") == frozenset()
