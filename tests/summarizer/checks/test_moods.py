"""What an article only plans, wants or expects must not be told as done, in whatever form its verb stands."""

from __future__ import annotations

import pytest

from summarizer.checks.clauses import Passage, passages
from summarizer.checks.moods import is_done_early

PLANNED = [
    ("en", "Ostmere has built a new pier for ferries.", "Ostmere wants to build a new pier for ferries."),
    ("en", "Ostmere sold the old ferry to Lund.", "Ostmere is to sell the old ferry to Lund."),
    ("en", "The levy has been approved by the minister.", "The levy must still be approved by the minister."),
    ("en", "Ostmere has closed the old pier to ferries.", "Ostmere closes the old pier to ferries next year."),
    ("de", "Die Stadt hat den alten Kai verkauft.", "Die Stadt verkauft den alten Kai im kommenden Frühjahr."),
    ("fr", "Le port a fermé son vieux quai.", "Le port ferme son vieux quai l'an prochain."),
    ("es", "El puerto cerró el viejo muelle.", "El puerto cierra el viejo muelle el próximo verano."),
    ("it", "Il comune ha riparato il vecchio molo.", "Il comune ripara il vecchio molo la prossima settimana."),
    ("pt", "O porto fechou o velho cais.", "O porto fecha o velho cais no ano que vem."),
    ("id", "Kapal feri sudah meninggalkan pelabuhan lama.", "Kapal feri meninggalkan pelabuhan lama tahun depan."),
    ("ko", "오스트시는 낡은 부두를 철거했다.", "오스트시는 낡은 부두를 내년 상반기에 철거한다고 밝혔다."),
    ("es", "El puerto abrió un muelle para ferris.", "El puerto abrirá un muelle para ferris."),
    (
        "es",
        "El muelle ha sido reparado por la empresa.",
        "Los vecinos exigen que el muelle sea reparado por la empresa.",
    ),
    ("fr", "La ville a ouvert un quai pour les ferries.", "La ville compte ouvrir un quai pour les ferries."),
    ("fr", "Le port a vendu son vieux ferry.", "Le port vendra son vieux ferry en mai."),
    ("it", "Il comune ha chiuso il vecchio molo.", "Il comune chiuderà il vecchio molo."),
    ("it", "Il comune ha assunto nove marinai.", "Il comune intende assumere nove marinai."),
    ("pt", "O porto comprou duas balsas novas.", "O porto pretende comprar duas balsas novas."),
    ("pt", "O preço das balsas foi reduzido.", "Os moradores exigem que o preço das balsas seja reduzido."),
    ("de", "Die Stadt hat den alten Kai gekauft.", "Die Stadt kündigte an, sie werde den alten Kai kaufen."),
    ("de", "Wie es heißt, dass die Stadt den alten Kai verkauft hat.", "Die Stadt will den alten Kai verkaufen."),
    ("de", "Die Stadt schloss den alten Kai.", "Die Stadt wird den alten Kai schließen."),
    ("ru", "Порт купил два новых парома.", "Порт купит два новых парома."),
    ("ru", "Власти построили новый причал.", "Жители требуют, чтобы власти построили новый причал."),
    ("ar", "أنشأت البلدية رصيفا جديدا للعبارات.", "تعتزم البلدية إنشاء رصيف جديد للعبارات."),
    ("ar", "دفعت الوزارة ثلثي التكلفة.", "ستدفع الوزارة ثلثي التكلفة."),
    ("hi", "नगर परिषद ने पुराने घाट पर संग्रहालय बनाया।", "नगर परिषद पुराने घाट पर संग्रहालय बनाने की योजना बना रही है।"),
    ("hi", "कंपनी ने पुराने घाट को खरीदा है।", "कंपनी पुराने घाट को खरीदेगी।"),
    ("id", "Kota telah membangun dermaga baru untuk feri.", "Kota berencana membangun dermaga baru untuk feri."),
    ("zh", "东港市已建成新码头。", "东港市计划建成新码头。"),
    ("zh", "东港市购买了两艘渡轮。", "东港市将购买两艘渡轮。"),
    ("zh", "新码头已由东港市批准。", "新码头须由东港市批准。"),
    ("ja", "東港市は新しい桟橋を建てた。", "東港市は新しい桟橋を建てる計画だ。"),
    ("ja", "東港市はすでに魚を輸出している。", "東港市は魚の輸出も目指す。"),
    ("ko", "동항시는 새 부두를 조성했다.", "동항시는 새 부두를 조성할 계획이다."),
    ("nl", "De stad heeft de oude kade verkocht.", "De stad wil de oude kade verkopen."),
    ("nl", "De haven opende een nieuwe steiger.", "De haven gaat een nieuwe steiger openen."),
    ("nl", "De regering verhoogde de havenbelasting.", "De regering is van plan de havenbelasting te verhogen."),
    ("tr", "Belediye eski iskeleyi kapattı.", "Belediye eski iskeleyi kapatmayı planlıyor."),
    ("tr", "Şirket iki yeni feribot satın aldı.", "Şirket iki yeni feribot satın alacak."),
    ("tr", "Bakanlık liman vergisini artırdı.", "Bakanlık liman vergisini artırmak istiyor."),
    ("sv", "Staden har byggt en ny kaj för färjor.", "Staden vill bygga en ny kaj för färjor."),
    ("sv", "Hamnen sålde den gamla färjan.", "Hamnen ska sälja den gamla färjan."),
    ("sv", "Kommunen stängde den gamla kajen.", "Kommunen planerar att stänga den gamla kajen."),
    ("da", "Byen har bygget en ny kaj til færger.", "Byen vil bygge en ny kaj til færger."),
    ("da", "Havnen solgte den gamle færge.", "Havnen skal sælge den gamle færge."),
    ("da", "Kommunen lukkede den gamle kaj.", "Kommunen planlægger at lukke den gamle kaj."),
    ("no", "Byen har bygd en ny kai for ferger.", "Byen vil bygge en ny kai for ferger."),
    ("no", "Havna solgte den gamle ferja.", "Havna skal selge den gamle ferja."),
    ("no", "Kommunen stengte den gamle kaia.", "Kommunen planlegger å stenge den gamle kaia."),
    ("cs", "Město prodalo starý přívoz.", "Město hodlá prodat starý přívoz."),
    ("cs", "Přístav otevřel nové molo.", "Přístav otevře nové molo."),
    ("cs", "Rada zvýšila přístavní poplatek.", "Rada chce zvýšit přístavní poplatek."),
    ("hr", "Grad je izgradio novi mol.", "Grad želi izgraditi novi mol."),
    ("hr", "Luka je prodala stari trajekt.", "Luka namjerava prodati stari trajekt."),
    ("ro", "Orașul a construit un chei nou.", "Orașul vrea să construiască un chei nou."),
    ("ro", "Portul a vândut feribotul vechi.", "Portul va vinde feribotul vechi."),
    ("ro", "Consiliul a majorat taxa portuară.", "Consiliul intenționează să majoreze taxa portuară."),
    ("fa", "شهرداری اسکله جدید را ساخت.", "شهرداری اسکله جدید را خواهد ساخت."),
    ("fa", "شورا عوارض بندر را تصویب کرد.", "شورا قصد دارد عوارض بندر را تصویب کند."),
    ("fa", "شرکت اسکله قدیمی را تعمیر کرد.", "شرکت باید اسکله قدیمی را تعمیر کند."),
]


@pytest.mark.parametrize(("language", "sentence", "article"), PLANNED)
def test_a_plan_is_not_told_as_done(language: str, sentence: str, article: str) -> None:
    assert told_early(sentence, article, language)


@pytest.mark.parametrize(("language", "sentence", "article"), PLANNED)
def test_a_plan_may_be_told_as_a_plan(language: str, sentence: str, article: str) -> None:
    assert not told_early(article, article, language)


@pytest.mark.parametrize(("language", "sentence", "article"), PLANNED)
def test_what_is_done_may_be_told_as_done(language: str, sentence: str, article: str) -> None:
    assert not told_early(sentence, f"{sentence} {article}", language)


@pytest.mark.parametrize(
    ("language", "sentence", "article"),
    [
        ("en", "Ostmere has not built a pier.", "Ostmere wants to build a pier."),
        ("en", "A pier built by Lund stands in Ostmere.", "A pier will be built by Lund in Ostmere."),
        ("en", "Ostmere has built a long pier for ferries.", "Ostmere opened its school. Lund wants to build ships."),
        ("en", "Ostmere has seen rain.", "Ostmere wants to build a pier."),
        ("en", "Ostmere has a plan.", "Ostmere wants to build a pier."),
        ("en", "Ferries have sunk.", "Ferries may have sunk."),
        ("en", "Ostmere approved the pier.", "Ostmere approves pier\nOstmere may have approved the pier."),
        ("it", "Il molo resterà chiuso per un mese.", "Il comune chiuderà il molo per un mese."),
        ("es", "El muelle permanecerá cerrado un mes.", "El puerto cerrará el muelle un mes."),
        ("de", "Seit dem Samstag hat Ostmere Regen.", "Ostmere will am Samstag wählen."),
        ("ja", "東港市の魚だ。", "東港市は魚の輸出を目指す。"),
        ("ja", "桟橋を建てた東港市は魚の町だ。", "東港市は桟橋を建てる計画だ。"),
        ("zh", "东港市建码头已", "东港市将建码头。"),
        ("sw", "Mji ulijenga bandari mpya.", "Mji utajenga bandari mpya."),
    ],
)
def test_other_sentences_say_nothing_too_early(language: str, sentence: str, article: str) -> None:
    assert not told_early(sentence, article, language)


def test_the_present_of_a_title_says_neither() -> None:
    text = "Ostmere will close its old pier in May."
    claim = Passage.read("Ostmere has closed its old pier.", "en")
    assert is_done_early(claim, passages("Ostmere closes its old pier", text, "en"))
    assert not is_done_early(claim, passages("Ostmere has closed its old pier", text, "en"))


def told_early(sentence: str, article: str, language: str) -> bool:
    claim = Passage.read(sentence, language)
    return any(is_done_early(clause, passages("", article, language)) for clause in claim.clauses(language))


@pytest.mark.parametrize(
    ("language", "told", "article"),
    [
        (
            "en",
            "The harbour board has ordered ferries to use quieter ropes.",
            "The harbour board wants ferries to use quieter ropes.",
        ),
        ("es", "El puerto ha comprado agua en camiones a Lund.", "El puerto traerá agua en camiones desde Lund."),
        ("ko", "학부모회는 지난달 행정소송을 제기했다.", "학부모회는 다음 달 행정소송을 낼지 검토 중이다."),
        ("zh", "水务局已经在另外六所学校推广。", "水务局明年将在另外六所学校试行。"),
    ],
)
def test_a_plan_is_not_told_as_done_with_a_verb_that_the_article_lacks(language: str, told: str, article: str) -> None:
    assert told_early(told, article, language)


@pytest.mark.parametrize(
    ("language", "told", "article"),
    [
        # It has happened, in other words.
        (
            "en",
            "The harbour board has ordered ferries to use quieter ropes.",
            "The harbour board told ferries to use quieter ropes.",
        ),
        ("hi", "चोर दुकान की दीवार तोड़कर अंदर घुसे थे।", "आरोपियों ने दुकान की दीवार में छेद करके अंदर प्रवेश किया।"),
        (
            "ru",
            "Строительство моста завершила компания «Вертикаль».",
            "Мост, который обещают открыть, достроила компания «Вертикаль».",
        ),
        ("ja", "町は新しい桟橋の工事を終えた。", "町は新しい桟橋の工事を、来年の予定より早く済ませた。"),
        # The verb itself says that it is expected, or only that somebody said so.
        ("fr", "La ministre est attendue au vieux port jeudi.", "La ministre doit se rendre au vieux port jeudi."),
        (
            "ko",
            "백은주 시장은 내년 4월에 공사가 시작된다고 말했다.",
            "시장 백은주는 공사가 내년 4월에 시작될 것이라고 밝혔다.",
        ),
        ("ja", "白峰高校は決勝へ進んだ。", "白峰高校は決勝進出を決めた。"),
        # Too little of the clause is told there.
        ("en", "The harbour board has sold three ferries to Lund.", "The harbour board wants quieter ropes."),
        ("en", "The board agreed.", "The board wants quieter ropes."),
    ],
)
def test_what_has_happened_may_be_told_with_a_verb_that_the_article_lacks(
    language: str, told: str, article: str
) -> None:
    assert not told_early(told, article, language)
