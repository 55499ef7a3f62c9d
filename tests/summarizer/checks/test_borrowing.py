"""Each clause of a sentence is told by one place of its article: no actor, place or cause from elsewhere."""

from __future__ import annotations

import pytest

from summarizer.checks.borrowing import borrowed_word
from summarizer.checks.causes import unfounded_cause
from summarizer.checks.claims import unsupported
from summarizer.checks.clauses import Passage, passages
from summarizer.checks.names import Words
from summarizer.checks.order import turned_actors
from summarizer.checks.telling import is_readable, told_by
from summarizer.sentences import split_sentences

LIGHTHOUSE = """The council of Merrow voted on Monday to sell its lighthouse to a hotel chain, Beacon Rooms.
The fishermen's guild had accused the council of neglecting the tower. A painter rents a room in the old mill.
The hotel chain promised 40 jobs, and the keeper, Ivo Lund, will guide visitors through the lamp room.
Gulls damaged the roof after a storm in March. The harbour office stays shut because its heating is broken.
The town once had 12 million visitors. The agency paid for a new lamp. It also paid for the foghorn.
Lawyer Ada Krohn said that the guard had locked the gate of the yard."""
TITLE = "Merrow sells its lighthouse to Beacon Rooms"
HARBOUR = """The council of Merrow will sell its lighthouse. The lamp is broken, the yard wet. Gulls sleep there.
Painters like the lighthouse."""
KLINIK = """Der Elternrat hatte die Schule im Mai vor losen Ziegeln gewarnt. Die Küche wird nach Altdorf verlegt,
die Wäscherei mit ihren sechs Maschinen bleibt in Neudorf."""
MINE = "县政府宣布关闭两座煤矿，矿工将转到县里的茶园工作。矿主方建平批评政府给的补偿太少。"
SALE = "The hospital of Rabenau takes over the clinic of Steinfurt."
BOAT = """Археологи нашли под старой мельницей в Мерро лодку, которой около 900 лет. Её обнаружили плотники, чинившие
плотину. Длина лодки — девять метров, мачта сделана из дуба. Глава раскопок Ада Крон сказала, что лодку поднимут.
Плотину починят осенью."""
BEACH = "漁協は県に支援を求めた。町長の岡本達也氏は、海の家の経営者に50万円を支給すると述べた。"


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Merrow sells its lighthouse to Beacon Rooms, a hotel chain.", None),
        ("The fishermen's guild promised 40 jobs.", "borrowed"),
        ("The council will sell its lighthouse in the old mill.", "borrowed"),
        ("The council accused the fishermen's guild of neglecting the tower.", "order"),
        ("The council of Merrow was accused by the guild of neglecting the tower.", None),
        ("The council was accused of neglecting the tower.", None),
        ("The roof was damaged because the harbour office stays shut.", "cause"),
        ("Gulls damaged the roof because of a storm in March.", None),
        ("Because of a storm in March, gulls damaged the roof.", None),
        ("Because gulls.", None),
        ("The hotel chain promised 40 jobs because it will buy.", "cause"),
        ("Ivo Lund will guide visitors, and the chain promised 40 jobs.", None),
        ("The keeper will guide visitors through the lamp room.", None),
        ("Ada Krohn told us that the gate of the yard was locked.", None),
        ("Merrow once had 12 million visitors.", None),
        ("In Merrow the agency paid for a new lamp.", None),
        ("The agency also paid for the foghorn.", None),
        ("Painters rent tiny attic rooms inside the tower.", None),
        ("The painter sold his room in the old mill.", None),
        ("Nobody knew anything.", None),
        ("Gulls damaged the lighthouse after a storm in March.", None),
        ("The council heard the accusation of the fishermen's guild about neglecting the tower.", None),
        ("The agency paid for a new lamp because it also paid for the foghorn.", None),
        ("Merrow sells its lighthouse because the council of Merrow voted on Monday.", None),
    ],
)
def test_an_english_clause_has_one_place(sentence: str, kind: str | None) -> None:
    found = unsupported(sentence, TITLE, LIGHTHOUSE, "en")
    assert found == kind


@pytest.mark.parametrize(
    ("sentence", "article", "language", "kind"),
    [
        ("Die Schule hatte den Elternrat im Mai vor losen Ziegeln gewarnt.", KLINIK, "de", "order"),
        ("The clinic of Steinfurt takes over the hospital of Rabenau.", SALE, "en", "order"),
        ("The clinic of Steinfurt is taken over by the hospital of Rabenau.", SALE, "en", None),
        ("Die Küche wird nach Altdorf verlegt.", KLINIK, "de", None),
        ("县政府宣布关闭两座煤矿。", MINE, "zh", None),
        ("Los pescadores acusan a los pintores.", "Los pintores acusan a los pescadores. Llueve.", "es", "order"),
        ("政府批评矿主方建平给的补偿太少。", MINE, "zh", "order"),
        ("漁協は海の家の経営者に50万円を支給する。", BEACH, "ja", "borrowed"),
        ("町長は海の家の経営者に50万円を支給すると述べた。", BEACH, "ja", None),
        ("시장은 다리를 닫았다.", "시장은 월요일에 다리를 닫았다. 상인은 가게를 열었다.", "ko", None),
        ("L'Unesco classe la vieille ville.", "L'organisation Unesco classe la vieille ville de Merro.", "fr", None),
        ("ਸੀ ਉਹ ਗਿਆ", "ਉਹ ਸੀ। ਗਿਆ।", "xx", None),
    ],
)
def test_other_languages_too(sentence: str, article: str, language: str, kind: str | None) -> None:
    assert unsupported(sentence, "", article, language) == kind


@pytest.mark.parametrize(("text", "language"), [(LIGHTHOUSE, "en"), (KLINIK, "de"), (MINE, "zh"), (BEACH, "ja")])
def test_what_stands_in_the_article_is_never_refused(text: str, language: str) -> None:
    plain = text.replace("\n", " ")
    for sentence in split_sentences(plain, language):
        assert unsupported(sentence, TITLE, plain, language) is None
        claim, article = Passage.read(sentence, language), passages(TITLE, plain, language)
        told = told_by(TITLE, plain, language)
        assert borrowed_word(claim, article, told) is None
        assert unfounded_cause(claim, article, told) is None
        assert turned_actors(claim, article, told) is None


DECKS = " ".join(f"The lamp was lit on deck {number}." for number in ("one", "two", "three", "four", "five"))
LOGBOOK = f"""{DECKS} Gulls slept. Painters sang. Rowers ate. Cooks left. Guides spoke. Lawyers wrote. Judges waited.
Sailors drank. Carpenters worked. Keepers swam. Ada Krohn sold it to a baker."""


@pytest.mark.parametrize(
    ("sentence", "title", "text", "language"),
    [
        (
            "Painters angry about the lamp quota have blocked the harbour of Port Merrow.",
            "Painters of Port Merrow block harbour over lamp quota",
            "They want it changed.",
            "en",
        ),
        (
            "Eine falsch verlegte Leitung hat den Brand bei Altdorf verursacht.",
            "",
            "Brand bei Altdorf: Leitung war falsch verlegt. Niemand war dort.",
            "de",
        ),
        (
            "A fifth of the oil is lost through leaking pipes.",
            "",
            "The guild promised to repair leaking pipes, through which a fifth of the oil is lost.",
            "en",
        ),
        (
            "Gulls were left in peace because the island is protected by law.",
            "",
            "Painters found the gulls, which they left in peace: the island is protected by law.",
            "en",
        ),
        (
            "Merrow sells its lighthouse because the lamp is broken.",
            TITLE,
            "The council of Merrow will sell its lighthouse. The lamp is broken, the yard wet. Gulls sleep there.",
            "en",
        ),
        ("Merrow sells its lighthouse.", "", "Merrow sells its lighthouse, not the yard. Gulls sleep.", "en"),
        ("Because of a broken lamp Merrow sells its lighthouse, which looks grand.", TITLE, HARBOUR, "en"),
        ("Thanks to the lighthouse Merrow has gulls.", TITLE, HARBOUR, "en"),
        ("Painters sleep cosily amid shabby curtains near gulls.", TITLE, HARBOUR, "en"),
        (
            "Altdorf senkt die Miete, weil die Preise am Markt gesunken sind.",
            "Altdorf senkt die Miete",
            "Altdorf senkt die Miete um sechs Prozent. Das spart Geld. Grund sind gesunkene Preise am Markt.",
            "de",
        ),
        (
            "Ivo Lund did not cheat at the regatta in April.",
            "Rowers clear Ivo Lund",
            "The club cleared rower Ivo Lund of cheating. It found no proof of a motor at the regatta in April.",
            "en",
        ),
        (
            "Minister Ada Krohn ruled out shooting goats.",
            "Goats return to Merrow",
            "Goats came back. Guides say that the animals are shy. Minister Ada Krohn ruled out shooting the animals.",
            "en",
        ),
        (
            "The club called off the regatta of Merrow on Monday.",
            "",
            "The club cancelled the regatta of Merrow on Monday. Painters called it a pity.",
            "en",
        ),
        ("The lamp was sold to a baker by Ada Krohn.", "", LOGBOOK, "en"),
        ("Só barcos melhores salvam o porto.", "", "O porto só se salva com melhores barcos. Chove.", "pt"),
        ("Solo faros nuevos salvan el puerto.", "", "El puerto solo se salva con nuevos faros. Llueve.", "es"),
        ("Soltanto barche nuove salvano il porto.", "", "Il porto si salva soltanto con nuove barche. Piove.", "it"),
        (
            "Лодку в Мерро нашли плотники, чинившие плотину.",
            "Учёные нашли в Мерро под мельницей древнюю лодку",
            BOAT,
            "ru",
        ),
        ("最大的灯高12米。", "", "最大的一盏灯高12米，由工匠制成。县里的灯笼都亮了。", "zh"),
    ],
)
def test_what_one_place_tells_in_other_words_stands(sentence: str, title: str, text: str, language: str) -> None:
    assert unsupported(sentence, title, text, language) is None


def test_a_cause_of_which_the_article_has_hardly_a_word_is_found() -> None:
    sentence = "Gulls damaged the roof because thieves stole copper pipes nightly."
    assert unsupported(sentence, TITLE, LIGHTHOUSE, "en") == "cause"


@pytest.mark.parametrize(
    ("sentence", "text", "language"),
    [
        (
            "The reason for the delay of the new ferry is not known.",
            "The new ferry is late. Nobody gave a word. The delay was long.",
            "en",
        ),
        ("화재 원인은 아직 밝혀지지 않았다.", "불이 났다. 감식은 14일에 진행된다.", "ko"),
    ],
)
def test_a_cause_that_nobody_knows_is_none(sentence: str, text: str, language: str) -> None:
    article = passages("", text, language)
    assert unfounded_cause(Passage.read(sentence, language), article, told_by("", text, language)) is None


def test_the_unit_of_a_number_takes_nobody_s_place() -> None:
    article = "江良市の議会は月曜日、予算を承認した。かつて52億円あった市の借金は38億円に減少した。"
    assert unsupported("江良市の借金は52億円から38億円に減った。", "江良市が予算を承認", article, "ja") is None


def test_only_the_part_between_semicolons_is_cause_and_effect() -> None:
    sentence = "The harbour office stays shut because its heating is broken; the agency paid for a new lamp."
    assert unsupported(sentence, TITLE, LIGHTHOUSE, "en") != "cause"


def test_a_cause_from_further_on_is_found() -> None:
    text = "The council of Merrow will sell its lighthouse. A painter was there. Gulls came in May. The roof leaks."
    assert unsupported("Merrow sells its lighthouse because the roof leaks.", TITLE, text, "en") == "cause"


def test_another_verb_may_say_who_acts() -> None:
    claim = Passage.read("The clinic of Steinfurt heals what takes over the hospital of Rabenau.", "en")
    assert turned_actors(claim, passages("", SALE, "en"), told_by("", SALE, "en")) is None


def test_languages_whose_words_are_not_known_are_not_read() -> None:
    assert is_readable("en-GB")
    assert is_readable("ja")
    assert not is_readable("th")
    assert not is_readable("xx")


def test_a_word_joined_by_an_apostrophe_is_looked_up_by_its_parts() -> None:
    words = Words.read("La ville de Merro et Unesco")
    assert words.hold("L'Unesco", inflected=False)
    assert words.hold("Merro's", inflected=False)
    assert not words.hold("L'Orion", inflected=False)


def test_an_abbreviated_name_is_looked_up_by_its_letters() -> None:
    words = Words.read("The Board of Lake Pilots met Ivo Lund. They paid.")
    assert words.hold("BLP", inflected=True)
    assert not words.hold("BPL", inflected=True)


def test_an_article_without_sentences_tells_nothing() -> None:
    told = told_by("", "", "en")
    assert told.sentences == ()
    assert told.subject == frozenset()
    assert unsupported("The council sold it.", "", "", "en") is None
    assert Passage.read("", "en").tokens == ()
