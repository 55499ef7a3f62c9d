"""Numbers that follow from others of the article: differences, totals, shares, other units."""

from __future__ import annotations

import pytest

from summarizer.base import Document
from summarizer.checks.grounding import Reason, Source, ungrounded

BRIDGE = (
    "The council voted by 11 votes to 4 for a new bridge after cracks were found in three of the five piers. It will "
    "cost £84m, up from £61m. The state pays half. Opened in 1962 and repaired in 1999, the bridge carries 18,400 cars "
    "a day. Work lasts 18 months."
)
FIRE = "Of the 620 people who fled, 410 have gone home. The fire burned for two days and killed a farmer of 70."


def judged(sentence: str, article: str, language: str) -> Reason | None:
    return ungrounded(sentence, Source.read(Document(text=article), language), language=language)


@pytest.mark.parametrize(
    ("sentence", "article", "language", "expected"),
    [
        ("The new bridge will cost £23m more than thought.", BRIDGE, "en", None),
        ("The new bridge will cost £24m more than thought.", BRIDGE, "en", Reason.NUMBER),
        ("The new bridge has a price of £23m.", BRIDGE, "en", Reason.NUMBER),  # no word of a difference
        ("Beton wird £23m teurer.", BRIDGE, "en", Reason.NUMBER),  # nothing in common
        ("A total of 15 votes were cast on the bridge.", BRIDGE, "en", None),
        ("A total of 16 votes were cast on the bridge.", BRIDGE, "en", Reason.NUMBER),
        ("15 votes were cast on the bridge.", BRIDGE, "en", Reason.NUMBER),
        ("A total of 15 cars use the bridge.", BRIDGE, "en", Reason.NUMBER),  # other things
        ("The state pays £42m for the new bridge.", BRIDGE, "en", None),
        ("The state pays £40m for the new bridge.", BRIDGE, "en", Reason.NUMBER),
        ("The state pays 42 cars for the new bridge.", BRIDGE, "en", Reason.NUMBER),
        ("Some 60 percent of the piers have cracks.", BRIDGE, "en", None),
        ("Some 70 percent of the piers have cracks.", BRIDGE, "en", Reason.NUMBER),
        ("Some 60 percent of the mayors have a house.", BRIDGE, "en", Reason.NUMBER),
        ("The price of the new bridge rose by 38 percent to £84m.", BRIDGE, "en", None),
        ("The bridge, opened in 1962, was repaired 37 years later.", BRIDGE, "en", None),
        ("The bridge, opened in 1962, was repaired 36 years later.", BRIDGE, "en", Reason.NUMBER),
        ("Work on the bridge lasts 1 year and 6 months.", BRIDGE, "en", None),
        ("Work on the bridge lasts 1 year and 8 months.", BRIDGE, "en", Reason.NUMBER),
        ("The remaining 210 people are not home yet.", FIRE, "en", None),
        ("The remaining 220 people are not home yet.", FIRE, "en", Reason.NUMBER),
        ("The fire burned for 48 hours.", FIRE, "en", None),
        ("The fire burned for 49 hours.", FIRE, "en", Reason.NUMBER),
        ("It made 4,800 tonnes, 1,600 more.", "It made 4,800 tonnes, after 3,200 in May.", "en", None),
        ("It made 4,800 tonnes, 1,700 more.", "It made 4,800 tonnes, after 3,200 in May.", "en", Reason.NUMBER),
        ("L'altra sala ha 120 posti.", "La sala ha 410 posti, 290 dei quali nella sala grande.", "it", None),
        ("Le reste, 700 000 euros, vient du pays.", "Le pays paie 900 000 euros sur 1,6 million.", "fr", None),
        ("Tiga perempat karyawan pulang.", "Dari 1.800 karyawan, 1.350 karyawan pulang.", "id", None),
        ("住宅12軒のうち3軒が残った。", "住宅12棟のうち9棟が全焼した。", "ja", None),
        ("Four of its six shops close.", "Two of its six shops close.", "en", Reason.NUMBER),
        ("The work took 180 minutes.", "The work took 20 minutes on Monday and 3 hours on Friday.", "en", None),
        (
            "Half of the eight schools have it.",
            "Eight schools have it. The eight schools are new.",
            "en",
            Reason.NUMBER,
        ),
        ("The fire killed 1 farmer.", FIRE, "en", None),
        ("The fire killed 1 farmer.", "The fire killed nine farmers.", "en", Reason.NUMBER),
        ("A ticket is 80 cents dearer, at 5 euros.", "A ticket will cost 5 euros, up from 4.20 euros.", "en", None),
        (
            "Turnout rose by 6 percentage points to 58 percent.",
            "Turnout was 58 percent, after 52 percent in May.",
            "en",
            None,
        ),
        ("Turnout rose by 6 percent in May.", "Turnout was 58 percent, after 52 percent in May.", "en", Reason.NUMBER),
        ("It began in 2019 and was done by 2022.", "It began in 2019 and was done three years later.", "en", None),
        ("Of 24 buses three run now, the remaining 21 later.", "24 buses are bought. Three buses run now.", "en", None),
        ("It has 22 schools, a total of 25 with the three.", "It has 22 schools. Three halls are built.", "en", None),
        ("Zwei Drittel der Winzer sind nicht versichert.", "Nur ein Drittel der Winzer ist versichert.", "de", None),
        ("Zwei Drittel der Winzer sind versichert.", "Ein Drittel der Winzer ist versichert.", "de", Reason.CLAIM),
        ("Ein Achtel der Busse ist elektrisch.", "Von den 96 Bussen sind 12 elektrisch.", "de", None),
        ("Der Bau wird um 2,7 auf 6,8 Mio. Euro teurer.", "Der Bau kostet 6,8 statt 4,1 Mio. Euro.", "de", None),
        ("Trois quarts des 60 lampes sont solaires.", "Il y a 60 lampes, dont 45 solaires.", "fr", None),
        ("Три четверти из 5,6 млрд дал бюджет.", "Потратили 5,6 млрд рублей, из них 4,2 млрд дал бюджет.", "ru", None),
        ("住宅12棟のうち3棟が残った。", "住宅12棟のうち9棟が全焼した。", "ja", None),
        ("男性1人が重傷を負った。", "70代の男性が重傷を負った。約1100人が避難した。", "ja", None),
        ("1人が死亡した。", "火事で9人が死亡した。", "ja", Reason.NUMBER),
        ("在新线通车以前，每天坐地铁的大约是47万人次。", "新线通车后客运量增加18万人次，达到65万人次。", "zh", None),
        ("책 8만8천 권이 남았다.", "책 12만 권 가운데 3만 2천 권이 탔다.", "ko", None),
    ],
)
def test_a_number_may_follow_from_others(sentence: str, article: str, language: str, expected: Reason | None) -> None:
    assert judged(sentence, article, language) is expected


def test_the_number_that_a_difference_leaves_out_is_no_rival() -> None:
    assert judged("The price of the bridge rose by £23m to £84m.", BRIDGE, "en") is None


def test_an_age_in_brackets_is_no_number_of_things() -> None:
    article = "Twelve cars burnt. The mayor, Ada Lund (52), spoke of 12 cars and four lorries."
    assert judged("The remaining 40 cars stand in the yard, Ada Lund said.", article, "en") is Reason.NUMBER


def test_what_a_whole_counts_its_part_counts_as_well() -> None:
    article = "Sur les 1 900 hectares de vergers du secteur, environ 1 200 ont été touchés. Lui a 22 hectares."
    assert judged("Le gel a touché 1 200 hectares de vergers.", article, "fr") is None


def test_signs_before_other_things_are_no_row() -> None:
    article = "北段上午10时正式开通，线路全长17.6公里，设12座车站，只需31分钟。"
    assert judged("北段6月开通，全长17.6公里，共12座车站。", f"6月北段开通。{article}", "zh") is None
