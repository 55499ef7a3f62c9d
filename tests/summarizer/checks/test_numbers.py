"""Numbers in other writing, and numbers of another thing."""

from __future__ import annotations

import pytest

from summarizer.base import Document
from summarizer.checks.bindings import misplaced_number
from summarizer.checks.clauses import Passage, passages
from summarizer.checks.grounding import Reason, Source, ungrounded
from summarizer.checks.quantities import read_quantities
from summarizer.checks.relative import read_shares

FERRY = "Nine people were taken to hospital and one man died when the ferry hit a pier. 73 passengers were on board."
QUAKE = "The quake killed 40 people in Orrin and injured 310. Rescuers saved six children on Monday."


def judged(sentence: str, article: str, language: str) -> Reason | None:
    return ungrounded(sentence, Source.read(Document(text=article), language), language=language)


@pytest.mark.parametrize(
    ("language", "short", "long"),
    [
        ("en", "£3.2m a year", "£3.2 million"),
        ("en", "$1.2tn", "1.2 trillion dollars"),
        ("en", "60p", "60 pence"),
        ("en", "25pc", "25 per cent"),
        ("de", "5 Mill. Euro", "5 Millionen Euro"),
        ("de", "40 T€", "40.000 Euro"),
        ("de", "3 Mia. Franken", "3 Milliarden Franken"),
        ("fr", "48 M€ par an", "48 millions d'euros"),
        ("fr", "1,2 Md€", "1,2 milliard d'euros"),
        ("fr", "3 Mrd d'euros", "3 milliards d'euros"),
        ("fr", "3 MM€", "3 milliards d'euros"),
        ("es", "85 mill. de euros", "85 millones de euros"),
        ("es", "2 mM€", "2.000 millones de euros"),
        ("es", "5 mdd", "5 millones de dólares"),
        ("es", "30 k€", "30.000 euros"),
        ("pt", "R$ 7,3 mi por ano", "7,3 milhões de reais"),
        ("pt", "R$ 1,5 bi", "1,5 bilhão de reais"),
        ("pt", "R$ 15 mil", "R$ 15.000"),
        ("pt", "48 M€", "48 milhões de euros"),
        ("it", "5 mln all'anno", "5 milioni"),
        ("it", "3 mrd di euro", "3 miliardi di euro"),
        ("ru", "1,4 млрд руб.", "1,4 миллиарда рублей"),
        ("ru", "12 тыс. человек", "12 000 человек"),
        ("hi", "25 हजार रुपये", "25,000 रुपये"),
        ("hi", "2 हजार करोड़ रुपये", "20 अरब रुपये"),
        ("hi", "25 फीसदी", "25 प्रतिशत"),
        ("ar", "25 بالمئة", "25 في المئة"),
        ("ar", "2 تريليون دولار", "2000 مليار دولار"),
        ("ar", "12 ألفا", "12 ألف"),
        ("id", "Rp700 jt", "Rp700 juta"),
        ("id", "Rp48 M", "Rp48 miliar"),
        ("id", "Rp12 rb", "Rp12.000"),
        ("id", "Rp1,3 trilyun", "Rp1,3 triliun"),
        ("zh", "3000多万元", "3000万元"),
        ("ja", "4億8000万円", "4.8億円"),
        ("ko", "48억 원", "4,800,000,000원"),
        ("ko", "25퍼센트", "25%"),
        ("pl", "25 proc.", "25 procent"),
        ("tr", "5 mlr TL", "5 milyar lira"),
        ("vi", "12k", "12 nghìn"),
        ("th", "ร้อยละ 25", "25%"),
        ("nl", "2 mrd euro", "2 miljard euro"),
        ("sv", "2 mdkr", "2 miljarder kronor"),
        ("da", "2 mia. kr.", "2 milliarder kroner"),
        ("no", "3 mill kr", "3 millioner kroner"),
        ("uk", "320 млн грн", "320 мільйонів гривень"),
        ("cs", "3 mil. Kč", "3 miliony korun"),
        ("ro", "25 la sută", "25%"),
        ("hu", "3 mFt", "3 millió forint"),
        ("fi", "3 M€", "3 miljoonaa euroa"),
        ("el", "3 εκατ. ευρώ", "3 εκατομμύρια ευρώ"),
        ("hr", "2 mlrd. eura", "2 milijarde eura"),
        ("sr", "25 одсто", "25%"),
        ("sw", "asilimia 25", "25%"),
        ("fil", "25 porsiyento", "25%"),
        ("bn", "3 লক্ষ", "3,00,000"),
        ("ta", "2 கோடி", "2,00,00,000"),
        ("te", "3 లక్షల", "3,00,000"),
        ("kn", "3 ಲಕ್ಷ", "3,00,000"),
        ("ml", "3 ലക്ഷം", "3,00,000"),
        ("ne", "2 करोड", "2,00,00,000"),
    ],
)
def test_a_short_form_reads_as_the_long_one(language: str, short: str, long: str) -> None:
    (left,), (right,) = read_quantities(short, language), read_quantities(long, language)
    assert left.readings & right.readings
    assert left.unit == right.unit


@pytest.mark.parametrize(
    ("language", "text", "per_cent"),
    [
        ("en", "a quarter of it", 25),
        ("en", "one in three homes", 33),
        ("en", "3 out of every 10 homes", 30),
        ("de", "jeder dritte Schüler", 33),
        ("de", "zwei von je fünf", 40),
        ("fr", "un habitant sur trois", 33),
        ("es", "dos de cada cinco", 40),
        ("pt", "um em cada três", 33),
        ("it", "un bambino su tre", 33),
        ("it", "la metà dei voti", 50),
        ("ru", "каждый третий школьник", 33),
        ("ru", "один из каждых пяти", 20),
        ("zh", "五分之三的人", 60),
        ("zh", "每三名居民中就有一人", 33),
        ("zh", "每十家农户中就有三家", 30),
        ("ja", "3分の1", 33),
        ("ja", "住民の5人に1人", 20),
        ("ko", "3분의 1은", 33),
        ("ko", "3명 중 1명은", 33),
        ("ar", "واحد من كل ثلاثة", 33),
        ("ar", "مزرعة من كل عشر", 10),
        ("hi", "हर तीन में से एक", 33),
        ("hi", "एक चौथाई", 25),
        ("id", "satu dari tiga warga", 33),
        ("nl", "een op de drie", 33),
        ("sv", "var tredje elev", 33),
        ("da", "hver tredje elev", 33),
        ("no", "hver tredje elev", 33),
        ("pl", "jedna czwarta", 25),
        ("tr", "üçte biri", 33),
        ("tr", "her üç kişiden biri", 33),
        ("uk", "кожен третій", 33),
        ("vi", "một phần ba", 33),
        ("ro", "o treime", 33),
        ("cs", "každý třetí", 33),
        ("hu", "minden harmadik", 33),
        ("fi", "joka kolmas", 33),
        ("el", "ένα τρίτο", 33),
        ("fa", "یک سوم", 33),
        ("ur", "ایک تہائی", 33),
        ("bn", "এক-তৃতীয়াংশ", 33),
        ("th", "หนึ่งในสาม", 33),
        ("ms", "sepertiga", 33),
    ],
)
def test_a_share_in_words_is_so_many_per_cent(language: str, text: str, per_cent: int) -> None:
    assert any(per_cent in share.readings for share in read_shares(text, language, sure=True))


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "two in five years"), ("en", "3 in 2 games"), ("ru", "каждую пятницу"), ("cs", "každý čtvrtek")],
)
def test_what_looks_like_a_share_is_none(language: str, text: str) -> None:
    assert read_shares(text, language, sure=True) == []


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
