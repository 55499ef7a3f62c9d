"""Tests for opposites: words of the fields that news tells of, in each language that has a section `[claims]`."""

from __future__ import annotations

import pytest

from summarizer.checks.claims import unsupported

CASES = [
    (
        "en",
        "Mayor decides on market",
        "The council approved the new market rules. Mayor Dora Welk said she would sign the market rules into law.",
        "Mayor Dora Welk said she would veto the market rules.",
    ),
    (
        "de",
        "Rathaus",
        "Der Landtag beriet am Montag. Ministerin Dora Welk hat das Fischereigesetz unterzeichnet.",
        "Ministerin Dora Welk hat gegen das Fischereigesetz ihr Veto eingelegt.",
    ),
    (
        "es",
        "Ley",
        "La gobernadora Dora Welk firmó la ley de pesca el lunes. El puerto espera cambios.",
        "La gobernadora Dora Welk vetó la ley de pesca.",
    ),
    (
        "pt",
        "Lei",
        "A governadora Dora Welk vai sancionar a lei da pesca na segunda-feira. O porto espera mudanças.",
        "A governadora Dora Welk vai vetar a lei da pesca.",
    ),
    (
        "fr",
        "Eau",
        "Après l'orage, l'eau du puits de Valmer est potable, selon la préfecture. Le maire a remercié les habitants.",
        "L'eau du puits de Valmer est contaminée, selon la préfecture.",
    ),
    (
        "it",
        "Treni",
        "I treni regionali per Valmera viaggiano in orario da lunedì. Il sindaco ha ringraziato i tecnici.",
        "I treni regionali per Valmera viaggiano in ritardo da lunedì.",
    ),
    (
        "ru",
        "Матч",
        "Вратарь Дорин пропустил мяч на третьей минуте матча. Игра прошла в Озёрске.",
        "Нападающий Дорин забил мяч на третьей минуте матча.",
    ),
    ("zh", "游泳馆", "青石镇游泳馆周一重新开放。青石镇游泳馆对老人半价。", "青石镇游泳馆对老人免费。"),
    (
        "ja",
        "水道",
        "青石町の井戸水は汚染されていたと県が発表した。町長は住民に説明した。",
        "青石町の井戸水は安全だったと県が発表した。",
    ),
    (
        "ko",
        "리그",
        "청석 FC는 올해 2부 리그로 강등됐다. 감독은 팬들에게 말했다.",
        "청석 FC는 올해 1부 리그로 승격됐다.",
    ),
    (
        "ar",
        "طقس",
        "قال مدير الأرصاد إن أمطار الأربعاء ستكون بغزارة أخف في وادي النور. وأغلقت المدارس.",
        "قال مدير الأرصاد إن أمطار الأربعاء ستكون بغزارة أشد في وادي النور.",
    ),
    (
        "hi",
        "परिषद",
        "नीलपुर परिषद में महापौर के खिलाफ प्रस्ताव सोमवार को गिर गया। बैठक तीन घंटे चली।",
        "नीलपुर परिषद में महापौर के खिलाफ प्रस्ताव सोमवार को पारित हुआ।",
    ),
    (
        "id",
        "Sumur",
        "Air sumur di desa Batu Biru tercemar menurut dinas kesehatan..",
        "Air sumur di desa Batu Biru layak minum menurut dinas kesehatan.",
    ),
]


@pytest.mark.parametrize(("language", "title", "text", "claim"), CASES)
def test_a_word_whose_opposite_the_article_has_is_refused(language: str, title: str, text: str, claim: str) -> None:
    assert unsupported(claim, title, text, language) in {"opposite", "word"}
