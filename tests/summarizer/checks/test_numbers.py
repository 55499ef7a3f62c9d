"""Numbers in other writing, and numbers of another thing."""

from __future__ import annotations

import pytest

from summarizer.base import Document
from summarizer.checks.bindings import misplaced_number
from summarizer.checks.claims import unsupported
from summarizer.checks.clauses import Passage, passages
from summarizer.checks.grounding import Reason, Source, ungrounded

FERRY = "Nine people were taken to hospital and one man died when the ferry hit a pier. 73 passengers were on board."
QUAKE = "The quake killed 40 people in Orrin and injured 310. Rescuers saved six children on Monday."


def judged(sentence: str, article: str, language: str) -> Reason | None:
    return ungrounded(sentence, Source.read(Document(text=article), language), language=language)


@pytest.mark.parametrize(
    ("sentence", "article", "language", "expected"),
    [
        ("Das Land trägt 25 Prozent der Kosten.", "Das Land trägt ein Viertel der Kosten.", "de", None),
        ("Das Land trägt 24 Prozent der Kosten.", "Das Land trägt ein Viertel der Kosten.", "de", Reason.NUMBER),
        ("25 Schüler trugen Kosten.", "Das Land trägt ein Viertel der Kosten.", "de", Reason.NUMBER),
        ("67 percent of the nurses work late.", "Two thirds of the nurses work late.", "en", None),
        ("66 percent of the nurses work late.", "Two thirds of the nurses work late.", "en", None),
        ("A third of the homes have no car.", "One in three homes has no car.", "en", None),
        ("One in three homes has no car.", "A third of the homes have no car.", "en", None),
        ("One in three homes has no car.", "Some 34 percent of the homes have no car.", "en", None),
        ("One in three homes has no car.", "Half of the homes have no car.", "en", Reason.NUMBER),
        ("Six out of 18 players left the club.", "Six of the 18 players left the club.", "en", None),
        ("One in 18 players left the club.", "Of the 18 players just one left the club.", "en", None),
        ("住民の3分の1は車がない。", "住民の3人に1人は車がない。", "ja", None),
        ("三分之一的居民没有汽车。", "每三名居民中就有一人没有汽车。", "zh", None),
        ("Un tiers des habitants marche.", "Un habitant sur trois marche.", "fr", None),
        ("El Estado paga el 25 por ciento.", "El Estado paga una cuarta parte.", "es", None),
        ("About 25 thousand people came.", "About 25,000 people came.", "en", None),
        ("Dozens of passengers were on board.", FERRY, "en", None),
        ("Область платит четверть.", "Область платит 25%.", "ru", None),
    ],
)
def test_a_share_may_be_told_in_another_way(
    sentence: str, article: str, language: str, expected: Reason | None
) -> None:
    assert judged(sentence, article, language) is expected


@pytest.mark.parametrize(
    ("sentence", "article", "language", "expected"),
    [
        ("คนงาน 25 คนได้รับบาดเจ็บ", "คนงานยี่สิบห้าคนได้รับบาดเจ็บ", "th", None),
        ("คนงานห้าคนได้รับบาดเจ็บ", "คนงานยี่สิบห้าคนได้รับบาดเจ็บ", "th", Reason.NUMBER),
        ("สะพานราคาสามล้านบาท", "สะพานราคา 3 ล้านบาท", "th", None),
        ("สะพานราคาครึ่งล้านบาท", "สะพานราคา 3 ล้านบาท", "th", Reason.NUMBER),
        ("ส่วนแบ่งเพิ่มขึ้น 9 จุดเปอร์เซ็นต์", "ส่วนแบ่งเพิ่มขึ้นร้อยละ 9", "th", Reason.NUMBER),
        ("Mười hai người bị thương.", "12 người bị thương.", "vi", None),
        ("Mười một người bị thương.", "12 người bị thương.", "vi", Reason.NUMBER),
        ("Tòa tuyên tám năm tù.", "Tòa tuyên 8 năm tù.", "vi", None),
        ("Tỷ lệ tăng 9 điểm phần trăm.", "Tỷ lệ tăng 9 phần trăm.", "vi", Reason.NUMBER),
        ("Загинуло 25 людей.", "Загинуло двадцять п'ять людей.", "uk", None),
        ("Загинуло п'ятеро людей.", "Загинуло двадцять п'ять людей.", "uk", Reason.NUMBER),
        ("Zginęło pięciu górników.", "Zginęło 5 górników.", "pl", None),
        ("Zginęło jedenastu górników.", "Zginęło 5 górników.", "pl", Reason.NUMBER),
        ("Kaksitoista ihmistä loukkaantui.", "12 ihmistä loukkaantui.", "fi", None),
        ("Yksitoista ihmistä loukkaantui.", "12 ihmistä loukkaantui.", "fi", Reason.NUMBER),
        ("Tizenkét ember megsérült.", "12 ember megsérült.", "hu", None),
        ("Tizenegy ember megsérült.", "12 ember megsérült.", "hu", Reason.NUMBER),
        ("Τραυματίστηκαν δώδεκα άτομα.", "Τραυματίστηκαν 12 άτομα.", "el", None),
        ("Τραυματίστηκαν έντεκα άτομα.", "Τραυματίστηκαν 12 άτομα.", "el", Reason.NUMBER),
        ("Двадесет и пет души пострадаха.", "25 души пострадаха.", "bg", None),
        ("Двадесет и пет души пострадаха.", "20 души пострадаха.", "bg", Reason.NUMBER),
        ("Povrijeđeno je dvanaest osoba.", "Povrijeđeno je 12 osoba.", "bs", None),
        ("Повређено је једанаест особа.", "Повређено је 12 особа.", "sr", Reason.NUMBER),
        ("বারোজন আহত হয়েছেন।", "12 জন আহত হয়েছেন।", "bn", None),
        ("পাঁচজন আহত হয়েছেন।", "12 জন আহত হয়েছেন।", "bn", Reason.NUMBER),
    ],
)
def test_numbers_in_words_are_read_in_all_these_languages(
    sentence: str, article: str, language: str, expected: Reason | None
) -> None:
    assert judged(sentence, article, language) is expected


@pytest.mark.parametrize(
    ("language", "said", "other"),
    [
        ("fi", "Silta avattiin eilen.", "Silta avataan huomenna."),
        ("el", "Η γέφυρα άνοιξε χθες.", "Η γέφυρα ανοίγει αύριο."),
        ("hu", "A hidat tegnap megnyitották.", "A hidat holnap megnyitják."),
        ("bg", "Мостът беше открит миналата седмица.", "Мостът ще бъде открит следващата седмица."),
        ("sr", "Most je otvoren prošle nedelje.", "Most će biti otvoren sledeće nedelje."),
        ("bn", "গতকাল সেতুটি খোলা হয়েছে।", "আগামীকাল সেতুটি খোলা হবে।"),
        ("az", "Körpü dünən açılıb.", "Körpü gələn həftə açılacaq."),
    ],
)
def test_yesterday_is_not_tomorrow(language: str, said: str, other: str) -> None:
    assert judged(said, f"{said} {said}", language) is None
    assert judged(other, said, language) is Reason.DATE


NORTH = "The north site employs 60 workers, the south site 25."
FARES = "Students will pay £1.20 a trip, while pensioners pay 60p. Fares rose in May."
LINES = "La ligne A transporte 12 000 voyageurs par jour, la ligne B 19 000."
LINES_AR = "ينقل الخط الشمالي 12 ألف راكب يوميا، والخط الجنوبي 19 ألف راكب."
CAMPS = "كان المخيم الشرقي يضم 60 عائلة والمخيم الغربي 25 عائلة."
PRICES = "성인 1400원, 학생 700원으로 요금이 오른다."


@pytest.mark.parametrize(
    ("sentence", "article", "language", "expected"),
    [
        ("The south site employs 60 workers.", NORTH, "en", Reason.CLAIM),
        ("The north site has 60 workers.", NORTH, "en", None),
        ("The south site employs 25 workers.", NORTH, "en", None),
        ("The north site employs 60 workers and the south site 25.", NORTH, "en", None),
        ("Pensioners pay £1.20 a trip.", FARES, "en", Reason.CLAIM),
        ("Students pay £1.20 a trip.", FARES, "en", None),
        ("La ligne B transporte 19.000 voyageurs chaque jour.", LINES, "fr", None),
        ("La ligne A transporte 19 000 voyageurs par jour.", LINES, "fr", Reason.CLAIM),
        ("كان المخيم الغربي يضم 60 عائلة.", CAMPS, "ar", Reason.CLAIM),
        ("كان المخيم الشرقي يضم 60 عائلة.", CAMPS, "ar", None),
        ("ينقل الخط الجنوبي 19000 راكب يوميا.", LINES_AR, "ar", None),
        ("ينقل الخط الشمالي 19000 راكب يوميا.", LINES_AR, "ar", Reason.CLAIM),
        ("학생 요금은 1400원이다.", PRICES, "ko", Reason.CLAIM),
        ("성인 요금은 1400원이다.", PRICES, "ko", None),
        ("学生票价为4元。", "成人票价为4元，学生票价为2元。", "zh", Reason.CLAIM),
        ("南线每天运送19000名乘客。", "北线每天运送1.2万名乘客，南线每天运送1.9万名乘客。", "zh", None),
        ("運賃は学生が400円になる。", "運賃は大人が400円、学生が200円になる。", "ja", Reason.CLAIM),
        ("छात्रों का किराया 20 रुपये है।", "वयस्कों का किराया 20 रुपये और छात्रों का किराया 10 रुपये है।", "hi", Reason.CLAIM),
        ("Tiket pelajar Rp5.000.", "Tiket dewasa Rp5.000 dan pelajar Rp2.000.", "id", Reason.CLAIM),
        ("Os alunos pagam R$ 4.", "A passagem custa R$ 4 para adultos e R$ 2 para alunos.", "pt", Reason.CLAIM),
        ("На новом заводе работали 90.", "На складе работали 90 человек, на новом заводе — 210.", "ru", Reason.CLAIM),
        ("The city pays 60 percent.", "The state pays 60 percent and the city pays a quarter.", "en", Reason.CLAIM),
    ],
)
def test_a_number_of_a_row_belongs_to_its_own_clause(
    sentence: str, article: str, language: str, expected: Reason | None
) -> None:
    assert judged(sentence, article, language) is expected


@pytest.mark.parametrize(
    ("sentence", "article", "language", "expected"),
    [
        ("Nine people died when the ferry hit a pier.", FERRY, "en", Reason.CLAIM),
        ("Nine people were hurt when the ferry hit a pier.", FERRY, "en", None),
        ("The quake killed 40 people in Orrin.", QUAKE, "en", None),
        ("The quake killed 310 people in Orrin.", QUAKE, "en", Reason.CLAIM),
        ("The quake injured 40 people in Orrin.", QUAKE, "en", Reason.CLAIM),
        ("Six children were rescued on Monday.", QUAKE, "en", None),
        ("The blast left 15 dead.", "The blast left six dead with 15 hurt.", "en", Reason.CLAIM),
        ("Six people were killed.", "The blast killed six people first wounded. Later 9 were hurt.", "en", None),
        ("The blast injured six.", "The blast killed six plus injured 15.", "en", Reason.CLAIM),
        ("Elf Arbeiter sind gestorben.", "Zwei Arbeiter sind gestorben, elf wurden verletzt.", "de", Reason.CLAIM),
        ("Quatorze personnes ont été tuées.", "On compte trois tués et quatorze blessés.", "fr", Reason.CLAIM),
        ("Murieron 22 personas.", "El choque dejó cuatro muertos y 22 heridos.", "es", Reason.CLAIM),
        ("Dezessete pessoas morreram.", "A queda matou cinco pessoas e feriu dezessete.", "pt", Reason.CLAIM),
        ("Quindici persone sono morte.", "Ci sono due morti e quindici feriti.", "it", Reason.CLAIM),
        ("Погибли 16 человек.", "Погибли пять человек, ещё 16 ранены.", "ru", Reason.CLAIM),
        ("十五人死亡。", "滑坡造成六人死亡、十五人受伤。", "zh", Reason.CLAIM),
        ("15人が死亡した。", "6人が死亡し、15人がけがをした。", "ja", Reason.CLAIM),
        ("15명이 숨졌다.", "6명이 숨지고 15명이 다쳤다.", "ko", Reason.CLAIM),
        ("قتل 15 شخصا.", "قتل ستة أشخاص وأصيب 15 شخصا.", "ar", Reason.CLAIM),
        ("15 लोगों की मौत हुई।", "छह लोगों की मौत हुई और 15 लोग घायल हुए।", "hi", Reason.CLAIM),
        ("Longsor menewaskan 15 orang.", "Longsor menewaskan enam orang dan melukai 15 orang.", "id", Reason.CLAIM),
    ],
)
def test_a_number_of_people_stays_with_what_befell_them(
    sentence: str, article: str, language: str, expected: Reason | None
) -> None:
    assert judged(sentence, article, language) is expected


def test_people_of_whom_the_article_says_no_other_fate_may_have_this_one() -> None:
    article = passages("", "Zwölf Menschen waren an Bord. Alle starben bei einem Sturm.", "de")
    assert not misplaced_number(Passage.read("Zwölf Menschen starben.", "de"), article)


def test_two_numbers_change_places_only_where_each_has_the_word_of_the_other() -> None:
    article = (
        "Der Umsatz von Tannert fiel im vergangenen Jahr um 11 Prozent auf 164 Millionen Euro, unter dem Strich blieb "
        "ein Verlust von 7 Millionen Euro. Die Schulden stiegen von 20 auf 31 Millionen Euro."
    )
    told = "Im vergangenen Jahr machte das Haus bei einem Umsatz von 164 Millionen Euro 7 Millionen Euro Verlust."
    turned = "Die Schulden stiegen von 31 auf 20 Millionen Euro."
    assert unsupported(told, "", article, "de") is None
    assert unsupported(turned, "", article, "de") == "number"


def test_of_a_table_only_the_first_numbers_are_read() -> None:
    table = " ".join(f"Ward{index} has {index + 100} dead" for index in range(60))
    assert judged("Ward7 has 107 dead.", f"{table}.", "en") is None
    assert not misplaced_number(Passage.read("Ward59 has 160 dead.", "en"), passages("", f"{table}.", "en"))
