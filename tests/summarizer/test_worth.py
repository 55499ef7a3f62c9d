"""Whether a model's summary may take the place of the article's own sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarizer import Document, Summary
from summarizer.checks.grounding import Reason
from summarizer.checks.guardrails import Checked, check
from summarizer.extractive.extract import summarize_document
from summarizer.review import compare, without
from summarizer.worth import Coverage, is_worthy, units
from tests.summarizer.engines import a_summary

TITLE = "Harbour bridge reopens after two years of repairs"
TEXT = (
    "The old harbour bridge of Port Alder reopened to traffic on Monday after two years of repairs. "
    "The work cost 14 million dollars and was paid by the county. "
    "Mayor Ines Holt cut a ribbon before some 300 people.\n"
    "Buses cross the river again every ten minutes from Tuesday. "
    "Cyclists get a lane of their own, which the town had promised in an election. "
    "A brass band played, and a bakery gave away rolls. "
    "The weather was mild for the season. "
    "Children had drawn pictures of ships, which hung in the library. "
    "The next festival of the town takes place in autumn."
)
FIRST, CYCLISTS = TEXT[: TEXT.index("The work")], TEXT[TEXT.index("Cyclists") : TEXT.index(" A brass")]
ARTICLE = Document(text=TEXT, title=TITLE)
CHINESE = Document(
    title="海港大橋維修兩年後重新開放",
    text=(
        "亞爾德港的海港大橋經過兩年維修，週一重新開放通車。工程耗資一千四百萬元，由縣政府支付。"
        "市長何英在三百名市民面前剪綵。巴士週二起每十分鐘一班過河。單車徑是市政府在選舉時承諾的。"
        "現場有樂隊演奏，麵包店派發麵包。當日天氣溫和。小朋友畫的船隻圖畫掛在圖書館內。"
    ),
)
KOREAN = Document(
    title="항구 다리 2년 보수 끝에 재개통",
    text=(
        "앨더항의 오래된 항구 다리가 2년간의 보수 공사를 마치고 월요일 재개통했다. 공사비 1400만 달러는 군이 부담했다. "
        "시장은 시민 300명 앞에서 테이프를 끊었다. 버스는 화요일부터 10분마다 강을 건넌다. "
        "자전거 도로는 시가 선거에서 약속한 것이다. 악단이 연주하고 빵집이 빵을 나누어 주었다. 날씨는 온화했다."
    ),
)
RUSSIAN = Document(
    title="Портовый мост открыли после двух лет ремонта",
    text=(
        "Старый портовый мост в Олдере открыли для движения в понедельник после двух лет ремонта. "
        "Работы стоили 14 миллионов долларов, их оплатил округ. Мэр разрезала ленту перед тремястами жителями. "
        "Автобусы со вторника ходят через реку каждые десять минут. Для велосипедистов сделали полосу. "
        "Играл оркестр, пекарня раздавала булочки. Погода была мягкой."
    ),
)

WORDS = (
    "Port Alder has its harbour bridge back after two years of repairs; the work cost the county 14 million dollars."
)
NAMES = ("Abel", "Bora", "Cleo", "Dina", "Egon", "Finn", "Gina", "Hugo", "Iris", "Jana", "Karl", "Lina")


def outcome(document: Document, text: str, *, language: str | None = None) -> Checked:
    """Compare a summary that has passed the checks with the extract of its article."""
    extract = summarize_document(document, sentences=2)
    assert isinstance(extract, Summary)
    summary = a_summary(text, language=language or extract.language)
    return compare(Checked(summary=summary, rejected={}), document, sentences=2)


def test_words_of_the_same_meaning_are_no_copy_of_which_more_is_asked() -> None:
    reworded = Coverage(title=0.0, extract=0.05, known=0.9, copied=0.5, new=0.3, phrased=0.5)
    assert reworded.suffices(titled=True)
    assert not replace(reworded, copied=0.9).suffices(titled=True)


def test_the_article_s_words_in_an_order_of_their_own_are_no_copy_either() -> None:
    reordered = Coverage(title=0.0, extract=0.05, known=0.9, copied=0.9, new=0.3, phrased=0.0)
    assert reordered.suffices(titled=True)
    assert not replace(reordered, new=0.2).suffices(titled=True)


@pytest.mark.parametrize(
    ("document", "text"),
    [
        (ARTICLE, "Port Alder has its harbour bridge back: repairs took two years and cost the county $14m."),
        (ARTICLE, "Traffic crosses the harbour bridge again after repairs of two years. The county paid 14 million."),
        (ARTICLE, "Buses will cross the river every ten minutes and cyclists have a lane on the mended bridge."),
        (CHINESE, "亞爾德港大橋維修兩年後重開，縣政府支付一千四百萬元。"),
        (KOREAN, "앨더항 다리가 2년 보수 끝에 다시 열렸으며 군이 1400만 달러를 냈다."),
        (RUSSIAN, "Мост в порту Олдера снова открыт: ремонт за 14 миллионов занял два года."),
    ],
)
def test_what_tells_the_news_in_other_words_is_worth_its_place(document: Document, text: str) -> None:
    assert outcome(document, text).summary is not None


@pytest.mark.parametrize(
    ("document", "text"),
    [
        (ARTICLE, "The weather was mild for the season. The next festival of the town takes place in autumn."),
        (ARTICLE, "The bridge of the town."),
        (ARTICLE, f"{TITLE}."),
        (ARTICLE, f"{TITLE}. {TITLE}."),
        (ARTICLE, "Parliament rejected the budget on Friday, and the finance minister resigned within hours."),
        (ARTICLE, "The old harbour bridge of Port Alder reopened to traffic on Monday. Nobody expects prices to fall."),
        (ARTICLE, "The old harbour bridge of Port Alder reopened to traffic on Friday after two years of repairs."),
        (ARTICLE, "The old harbour bridge of Port Alder reopened to traffic on Monday after two years of repairs."),
        (ARTICLE, "The bridge reopened after repairs, a part of the repairs that were a part of the repairs of it."),
        (CHINESE, "當日天氣溫和。小朋友畫的船隻圖畫掛在圖書館內。"),
        (CHINESE, "海港大橋維修兩年後重新開放。"),
        (KOREAN, "악단이 연주하고 빵집이 빵을 나누어 주었다. 날씨는 온화했다."),
        (RUSSIAN, "Играл оркестр, пекарня раздавала булочки. Погода была мягкой."),
        (RUSSIAN, "Парламент отклонил бюджет в пятницу, и министр финансов подал в отставку."),
    ],
)
def test_digressions_scraps_titles_other_subjects_bad_copies_and_circles_are_not(document: Document, text: str) -> None:
    found = outcome(document, text)
    assert (found.summary, found.rejected) == (None, {Reason.WORSE: 1})


def test_the_extract_itself_and_a_summary_of_what_has_no_extract_keep_their_place() -> None:
    extract = summarize_document(ARTICLE, sentences=2)
    assert isinstance(extract, Summary)
    assert outcome(ARTICLE, extract.text).summary is not None
    nothing = Checked(summary=a_summary("Something happened."), rejected={})
    assert compare(nothing, Document(text=""), sentences=2) is nothing
    assert compare(Checked(summary=None, rejected={}), ARTICLE, sentences=2).rejected == {}


@pytest.mark.parametrize(
    ("text", "rejected", "expected"),
    [
        (f"{TITLE}. {WORDS}", {}, "Port Alder"),
        (
            f"{TITLE}. It cost the county 14 million dollars, and buses cross the river again every ten minutes.",
            {},
            None,
        ),
        (WORDS, {Reason.NUMBER: 1}, "Port Alder"),
        (WORDS, {Reason.NUMBER: 1, Reason.NAME: 1}, None),
        (WORDS, {Reason.REMARK: 2}, "Port Alder"),
        ("Cyclists, a band and a bakery made the reopening of the bridge a feast for 300 people.", {}, "Cyclists"),
        *(
            ("Cyclists, a band and a bakery made the reopening of the bridge a feast for 300 people.", rejected, None)
            for rejected in ({Reason.DATE: 1}, {Reason.REMARK: 1})
        ),
    ],
)
def test_what_an_answer_said_besides_counts(text: str, rejected: dict[Reason, int], expected: str | None) -> None:
    found = compare(Checked(summary=a_summary(text), rejected=rejected), ARTICLE, sentences=2)
    assert (found.summary is not None and found.summary.text.startswith(expected or "?")) is (expected is not None)


def test_what_drifts_off_between_the_words_of_a_long_article_is_no_gain() -> None:
    long = Document(title=TITLE, text=TEXT + "\n" + " ".join(f"Visitor {name} liked the new lamps." for name in NAMES))
    drifting = "The old harbour bridge of Port Alder won praise of visitors for autumn rolls and ships in an election."
    assert outcome(ARTICLE, "Port Alder has its harbour bridge back: repairs took two years.").summary is not None
    assert check(a_summary(drifting, language="en"), long, sentences=2, language=None).summary is None


def test_a_copy_that_leaves_out_words_but_no_matter_stands() -> None:
    shorter = "The harbour bridge of Port Alder reopened on Monday after two years of repairs."
    assert outcome(ARTICLE, shorter).summary is not None


def test_chinese_is_compared_in_the_script_of_the_summary() -> None:
    assert (
        outcome(CHINESE, "亚尔德港大桥维修两年后重开，县政府支付一千四百万元。", language="zh-Hans").summary is not None
    )


def test_without_a_title_less_is_asked_for() -> None:
    untitled = Document(text=TEXT)
    assert (
        outcome(untitled, "Port Alder has its harbour bridge back: repairs cost the county $14m.").summary is not None
    )
    assert outcome(untitled, "The weather was mild for the season.").summary is None


def test_of_a_translation_the_length_is_compared() -> None:
    said = "亞爾德港的海港大橋經過兩年維修，週一重新開放通車。"
    assert outcome(ARTICLE, said, language="zh-Hant").summary is not None
    assert outcome(ARTICLE, "大橋重開。", language="zh-Hant").summary is None


def test_words_are_compared_by_their_beginnings_and_unspaced_scripts_by_pairs() -> None:
    assert units("Bridges bridged") == {"brid"}
    assert units("大橋 a") == {"大橋", "a"}
    assert units("橋") == {"橋"}


def test_a_second_readers_refusals_are_counted_and_taken_out() -> None:
    checked = Checked(summary=a_summary("Buses run again. The mayor resigned."), rejected={Reason.NAME: 1})
    left = without(checked, ["The mayor resigned."])
    assert left.summary is not None
    assert left.summary.text == "Buses run again."
    assert left.rejected == {Reason.NAME: 1, Reason.UNVERIFIED: 1}
    assert without(checked, ["The mayor resigned.", "Buses run again."]).summary is None
    assert without(checked, []) is checked


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        (FIRST + CYCLISTS, True),
        (WORDS, False),
        ("The harbour bridge of Port Alder reopened on Monday after two years of repairs.", False),
        (FIRST.removeprefix("The old ") + CYCLISTS, False),
    ],
)
def test_of_a_small_model_only_whole_sentences_of_the_article_stay(text: str, stays: bool) -> None:
    given = Checked(summary=a_summary(text.strip()), rejected={})
    assert (compare(given, ARTICLE, sentences=2, rewords=False).summary is not None) is stays


def test_thai_text_of_another_subject_does_not_count_as_told() -> None:
    article = [
        "เกิดเพลิงไหม้ตลาดบ้านโพธิ์เมื่อคืนวันเสาร์ เผาวอดแผงค้ากว่า 120 แผง",
        "เจ้าหน้าที่ใช้รถดับเพลิงสิบเอ็ดคันควบคุมเพลิงได้ในเวลาสี่ชั่วโมง ไม่มีผู้เสียชีวิต",
        "ผู้จัดการตลาดประเมินความเสียหายราว 35 ล้านบาท และกล่าวว่าสาเหตุยังอยู่ระหว่างการสอบสวนของตำรวจ",
        "อำเภอจะให้เงินช่วยเหลือผู้ค้าที่เดือดร้อนรายละหนึ่งหมื่นบาทและให้ย้ายไปขายที่สนามกีฬาตั้งแต่สัปดาห์หน้า",
    ]
    other = "นักวิทยาศาสตร์ค้นพบกบสายพันธุ์ใหม่บนภูเขาทางตอนเหนือของประเทศ และจะเผยแพร่รายงานการวิจัยในสัปดาห์หน้า"
    own = "เพลิงไหม้ตลาดบ้านโพธิ์ทำให้แผงค้า 120 แผงวอด ดับได้ในสี่ชั่วโมง โดยไม่มีผู้เสียชีวิต"
    found = [
        is_worthy([text], " ".join(article[:2]), title="ไฟไหม้ตลาดบ้านโพธิ์", sentences=article, text=" ".join(article))
        for text in (other, own)
    ]
    assert found == [False, True]
