"""Words of one meaning: which may stand for each other, and which never may."""

from __future__ import annotations

import re

import pytest

from summarizer.checks.claims import unsupported
from summarizer.words.loader import words_of
from summarizer.words.terms import terms_of
from summarizer.words.thesaurus import meanings

# Languages whose groups and opposites are kept apart word by word.
KEPT_APART = ("fr", "es", "pt", "it")


@pytest.mark.parametrize(
    ("language", "pairs"),
    [
        ("fr", "usine/fabrique licenciés/renvoyés décidé/décision annonce/déclare retardé/reporté pompiers/secours"),
        ("fr", "approuve/adoptent salariés/employés pluies/averses viticulteur/vigneron conducteur/chauffeur"),
        ("es", "planta/fábrica despedirá/despedidos aplazó/pospuso bomberos/salvamento sentencia/fallo"),
        ("es", "aprueban/aprobó sueldos/salarios barcos/buques colegio/escuela derrotó/venció investiga/indagan"),
        ("pt", "fábrica/unidade demitiu/dispensou adiada/postergou bombeiros/resgate ônibus/autocarro"),
        ("pt", "aprovou/aprovação salário/ordenado chuvas/aguaceiro escola/colégio derrotou/venceu estrada/rodovia"),
        ("it", "stabilimento/fabbrica licenziati/esuberi rinviata/posticipato pompieri/soccorritori sentenza/verdetto"),
        ("it", "approva/approvato stipendi/salari pioggia/precipitazioni scuola/istituto battuto/sconfitto"),
        ("en", "postponed/suspended rehoused/relocated retrieved/recovered baseless/untrue pharmacist/chemist"),
        ("de", "verschoben/ausgesetzt umgesiedelt/umquartiert sichergestellt/gefunden haltlos/unwahr"),
        ("fr", "reporté/suspendues relogés/déplacées retrouvée/récupéré infondées/fausses"),
        ("es", "aplazado/suspendidas realojados/reubicar recuperado/hallaron infundadas/falsas menor/pequeña"),
        ("it", "rinviate/sospeso trasferiti/spostare ritrovato/recuperate infondate/falsa minore/piccola"),
        ("pt", "adiada/suspensas realojados/transferir recuperado/encontrou infundada/falso menor/pequena"),
        ("ru", "отложили/приостановлены переселят/переедут вернули/нашли беспочвенными/ложными"),
        ("id", "dipindahkan/merelokasi ditunda/menangguhkan enggan/menolak apoteker/farmasis"),
        ("hi", "निराधार/बेबुनियाद अनियमितता/गड़बड़ी स्थानांतरित/पुनर्वास"),
        ("ar", "تأجيل/تعليق صيدلي/صيدلاني مخالفات/تجاوزات"),
        ("zh", "推迟/暂停 搬迁/安置 找回/追回"),
        ("ja", "延期/見送り 移転/移住 取り戻/回収"),
        ("ko", "이주/이전 회수/되찾 해고/감원"),
    ],
)
def test_words_of_one_meaning_are_known(language: str, pairs: str) -> None:
    for pair in pairs.split():
        one, other = pair.split("/")
        assert meanings(one, language) & meanings(other, language), pair


@pytest.mark.parametrize(
    ("language", "pairs"),
    [
        ("fr", "tribunal/parquet blessés/tués accusé/condamné arrêté/inculpé propose/décide disparu/mort nord/sud"),
        ("fr", "lundi/mardi homme/femme frère/sœur deux/trois collège/lycée vend/achète fusil/couteau préfet/maire"),
        ("fr", "payé/paysan réparé/réparti guéri/guérilla mort/mortier vend/vendredi verse/versant mairie/mariage"),
        ("es", "herido/muerto acusado/condenado detenido/acusado propone/decide paga/cobra norte/sur compra/vende"),
        ("es", "lunes/martes hermano/padre dos/tres fiscalía/tribunal ciclón/granizo misil/cohete niño/niña"),
        ("es", "puerto/puertorriqueño compra/comprende vende/vendrá casa/casado gana/ganadería cae/caja suma/sumario"),
        ("pt", "ferido/morto acusado/condenado preso/acusado propõe/decide norte/sul compra/vende adiar/prorrogar"),
        ("pt", "segunda/terça irmão/pai dois/três promotor/juiz menino/menina aprova/aproveita casa/casado"),
        ("it", "ferito/morto accusato/condannato propone/decide nord/sud scomparso/morto procura/tribunale"),
        ("en", "postponed/cancelled recovered/stolen fraud/irregularities relocated/evicted baseless/disputed"),
        ("it", "rinviato/prorogato rinviato/annullato recuperato/rubato minore/maggiore"),
        ("es", "aplazado/prorrogado aplazado/cancelado irregularidades/fraude recuperado/robado menor/mayor"),
        ("ru", "отложили/отменили нарушения/мошенничество вернули/украли"),
        ("id", "ditunda/dibatalkan dipindahkan/diusir penyimpangan/penipuan"),
        ("it", "lunedì/martedì fratello/padre ragazzo/ragazza vinto/perso esplosione/esplorare direttore/diritto"),
    ],
)
def test_rivals_and_words_that_look_alike_are_kept_apart(language: str, pairs: str) -> None:
    for pair in pairs.split():
        one, other = pair.split("/")
        assert not meanings(one, language) & meanings(other, language), pair


@pytest.mark.parametrize(
    ("language", "phrase", "word"),
    [("fr", "feu vert", "autorise"), ("fr", "chef de l'état", "président"), ("it", "via libera", "approva")],
)
def test_a_phrase_may_stand_for_a_word(language: str, phrase: str, word: str) -> None:
    assert meanings(phrase, language) & meanings(word, language)
    assert not meanings(f"{word} {word}", language)


@pytest.mark.parametrize("language", KEPT_APART)
def test_no_group_holds_two_opposites(language: str) -> None:
    negators = terms_of(language).negators  # "not open" is another word for "closed"
    for group in words_of(language).claims.same:
        words = [word for pattern in group.split() for word in plain_words(pattern) if not negators.search(word)]
        for left, right in terms_of(language).opposites[::2]:
            sides = [(left.search(word) is not None, right.search(word) is not None) for word in words]
            assert not {(True, False), (False, True)} <= set(sides), f"{group}: {left.pattern[:60]}"


def plain_words(pattern: str) -> list[str]:
    """Return the shortest words that a pattern stands for."""
    found = re.search(r"\(([^()]*)\)", pattern)
    if found is None:
        return [pattern.replace("*", "").replace("_", " ")]
    return [
        word
        for choice in found[1].split("|")
        for word in plain_words(pattern[: found.start()] + choice + pattern[found.end() :])
    ]


FACTORY = {
    "fr": (
        (
            "La laiterie de Merro supprime des postes. L'usine de Merro a fermé lundi ses portes. Les salariés ont "
            "quitté le site. La direction cherche un nouveau propriétaire pour la fabrique de beurre."
        ),
        "La fabrique de Merro a fermé lundi.",
    ),
    "es": (
        (
            "La lechería de Merro suprime empleos. La planta de Merro cerró el lunes sus puertas. Los obreros dejaron "
            "el recinto. La dirección busca un nuevo dueño para la fábrica de mantequilla."
        ),
        "La fábrica de Merro cerró el lunes.",
    ),
    "pt": (
        (
            "O laticínio de Merro corta vagas. A unidade de Merro fechou na segunda-feira as portas. Os operários "
            "deixaram o local. A direção procura um novo dono para a fábrica de manteiga."
        ),
        "A fábrica de Merro fechou na segunda-feira.",
    ),
    "it": (
        (
            "Il caseificio di Merro riduce i posti. Lo stabilimento di Merro ha chiuso lunedì i cancelli. Gli operai "
            "hanno lasciato il sito. La direzione cerca un nuovo padrone per la fabbrica di burro."
        ),
        "La fabbrica di Merro ha chiuso lunedì.",
    ),
}


@pytest.mark.parametrize("language", FACTORY)
def test_another_word_for_the_same_is_not_taken_from_elsewhere(language: str) -> None:
    article, sentence = FACTORY[language]
    assert unsupported(sentence, "", article, language) is None


@pytest.mark.parametrize(
    ("sentence", "article", "kind"),
    [
        ("Il ponte di Merro è stato demolito.", "Il ponte di Merro è stato costruito lunedì.", "opposite"),
        ("Il consiglio ha bocciato la tassa.", "Il consiglio ha approvato la tassa lunedì.", "word"),
        ("Il sindaco non ha venduto il mulino.", "Il sindaco ha venduto il mulino lunedì.", "negation"),
        ("Il sindaco ha venduto il mulino.", "Il sindaco non ha venduto il mulino di Merro.", "affirmation"),
        ("Il gruppo compra il mulino di Merro.", "Il gruppo potrebbe comprare il mulino di Merro.", "affirmation"),
        ("Due marinai sono morti a Merro.", "Due marinai sono rimasti feriti a Merro.", "grave"),
        ("La ministra Rita Arago ha parlato.", "Rita Arago, la sindaca, ha parlato. La ministra è partita.", "role"),
        ("Il consiglio ha detto sì alla tassa.", "Il consiglio ha approvato la tassa lunedì.", None),
    ],
)
def test_what_is_turned_round_in_italian_is_found(sentence: str, article: str, kind: str | None) -> None:
    assert unsupported(sentence, "", article, "it") == kind


@pytest.mark.parametrize(
    ("sentence", "article", "language"),
    [
        (
            "Berne a confirmé sa participation à la liaison avec Merro.",
            "Une seconde étape est prévue. Berne n'a pas encore confirmé sa participation.",
            "fr",
        ),
        (
            "Il ministero ha confermato la sua quota per portare il tram a Merro.",
            "Una seconda fase è prevista. Il ministero non ha ancora confermato la sua quota.",
            "it",
        ),
    ],
)
def test_not_yet_is_not_left_out(sentence: str, article: str, language: str) -> None:
    assert unsupported(sentence, "", article, language) == "affirmation"


@pytest.mark.parametrize(
    ("sentence", "article", "language"),
    [
        ("Le conseil n'a pas donné son accord.", "Le conseil de Merro doit encore donner son accord.", "fr"),
        ("La fusión no está autorizada.", "El consejo todavía debe autorizar la fusión de las cajas.", "es"),
        ("A fusão não foi autorizada.", "O conselho ainda precisa autorizar a fusão dos bancos.", "pt"),
        ("La fusione non è autorizzata.", "Il consiglio deve ancora autorizzare la fusione.", "it"),
        ("Merro no construirá el aparcamiento.", "Merro desistió de construir el aparcamiento subterráneo.", "es"),
        ("Merro ne bâtira pas la patinoire.", "Merro a renoncé à bâtir la patinoire du centre.", "fr"),
        ("Merro não vai construir a ponte.", "Merro desistiu de construir a ponte nova.", "pt"),
        ("Merro renuncia al aparcamiento.", "Merro descartó construir un aparcamiento en el centro.", "es"),
    ],
)
def test_what_is_given_up_or_still_to_be_done_is_not_done(sentence: str, article: str, language: str) -> None:
    assert unsupported(sentence, "", article, language) is None
