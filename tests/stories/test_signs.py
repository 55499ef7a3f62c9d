"""A twin of a template or what followed on an event is no second telling of it; a toll that rises is."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from math import log

import pytest

from bot.models.articles import StorySketch
from bot.stories.clusters import Member, Placement, join, matches
from bot.stories.signs import WEIGHTS, Signs, sameness, signs_of
from bot.stories.similarity import NEXT_STEP, likeness
from bot.stories.sketches import sketch
from bot.stories.weights import Weights
from tests.fakes import NOON

HOUR = timedelta(hours=1)
EVEN: Weights = defaultdict(lambda: 0.7)

OPENED = (
    "Ambleton museum sells its Tarrant painting",
    "The museum of Ambleton has sold its Tarrant painting to a collector in Oslo for two million.",
)
PROTEST = (
    "Ambleton artists protest against sale of Tarrant painting",
    "Forty artists stood before the museum of Ambleton, which has sold its Tarrant painting to a collector.",
)
RETOLD = (
    "Collector in Oslo buys Tarrant from Ambleton museum",
    "For two million a collector in Oslo has got the painting by Tarrant that hung in the museum of Ambleton.",
)
SUNK = (
    "Ferry sinks off Ambleton, two dead",
    "A ferry sank off Ambleton on Monday night. Two people are dead, said Tarrant.",
)
TOLL = (
    "Ambleton ferry: toll climbs to nine",
    "Divers found seven bodies in the ferry off Ambleton; nine people are dead.",
)


def told(what: tuple[str, str], language: str = "en", *, publisher: str = "b") -> StorySketch:
    return sketch(*what, language=language, publisher=publisher)


def member(what: tuple[str, str], article_id: int = 1, *, hours: float = 0, publisher: str = "a") -> Member:
    return Member(
        article_id=article_id,
        cluster=1,
        published_at=NOON + hours * HOUR,
        sketch=told(what, publisher=publisher),
    )


def between(later: tuple[str, str], first: tuple[str, str], language: str = "en", *, hours: float = 1) -> Signs:
    return signs_of(told(later, language), told(first, language), EVEN, apart=hours * HOUR)


@pytest.mark.parametrize(
    ("language", "first", "sequel"),
    [
        ("en", OPENED, PROTEST),
        ("de", ("Museum Amberg verkauft Gemälde von Tarrant", "Das Museum Amberg verkauft sein Gemälde von Tarrant."),
         ("Künstler kritisieren Museum Amberg", "Künstler kritisieren: Museum Amberg verkauft Gemälde von Tarrant.")),
        ("ru", ("Музей Амбертона продал картину Таррана", "Музей Амбертона продал картину Таррана в Осло."),
         ("Музей Амбертона извинился за картину", "Музей Амбертона, который продал картину Таррана, извинился.")),
        ("zh", ("安贝博物馆出售塔兰名画", "安贝博物馆向奥斯陆一名收藏家出售塔兰名画。"),
         ("画家抗议安贝博物馆", "四十名画家周二抗议安贝博物馆出售塔兰名画。")),
        ("ar", ("متحف أمبر يبيع لوحة تاران", "باع متحف أمبر لوحة تاران إلى جامع تحف في أوسلو."),
         ("احتجاجات أمام متحف أمبر", "احتجاجات بعد أن قرر متحف أمبر يبيع لوحة تاران.")),
        ("ko", ("앰버 미술관 타란 그림 팔아", "앰버 미술관이 타란 그림을 오슬로 수집가에게 팔았다."),
         ("앰버 미술관장 사퇴", "타란 그림을 판 앰버 미술관 관장이 사퇴 뜻을 밝혔다.")),
        ("vi", ("Bảo tàng Ambe bán tranh của Taran", "Bảo tàng Ambe bán tranh của Taran cho một nhà sưu tầm."),
         ("Họa sĩ phản đối bảo tàng Ambe", "Bốn mươi họa sĩ phản đối bảo tàng Ambe bán tranh của Taran.")),
    ],
)  # fmt: skip
def test_an_act_that_the_later_title_alone_names_is_a_sign_of_a_sequel(
    language: str, first: tuple[str, str], sequel: tuple[str, str]
) -> None:
    assert between(sequel, first, language).act
    assert between(sequel, first, language, hours=0).act
    assert between(first, sequel, language, hours=-1).act  # the sequel was read first
    assert not between(sequel, first, language, hours=-1).act  # what came before is no sequel
    assert not between(sequel, sequel, language).act
    assert WEIGHTS.act < 0


@pytest.mark.parametrize(
    ("word", "is_act"), [("protest", True), ("protests", True), ("protect", False), ("protestant", False)]
)
def test_a_word_that_begins_like_an_act_is_none(word: str, is_act: bool) -> None:
    later = (f"Ambleton artists {word} sale of Tarrant painting", PROTEST[1])
    assert between(later, OPENED).act == is_act


def test_in_a_language_whose_acts_are_not_known_none_is_named() -> None:
    assert not between(PROTEST, OPENED, "cy").act


def test_dead_in_the_later_title_or_in_the_later_article_alone_speak_for_one_event() -> None:
    assert (between(TOLL, SUNK).toll, between(TOLL, SUNK).more_deaths) == (True, False)
    unharmed = ("Ferry sinks off Ambleton", "A ferry sank off Ambleton on Monday night with forty people on board.")
    assert (between(TOLL, unharmed).toll, between(TOLL, unharmed).more_deaths) == (False, True)
    assert (between(RETOLD, OPENED).toll, between(RETOLD, OPENED).more_deaths) == (False, False)
    repairs = ("Ambleton ferry: hull is raised", "A crane raised the ferry off Ambleton, on which two people are dead.")
    assert not between(repairs, SUNK).toll  # recalls them
    assert min(WEIGHTS.toll, WEIGHTS.more_deaths) > 0


def test_what_a_title_says_and_its_text_takes_up_speaks_against_one_event_if_the_other_holds_none_of_it() -> None:
    step = ("Tarrant painting off its hook", "Off its hook fell the painting by Tarrant that Ambleton museum sold.")
    assert between(step, OPENED).unknown > 0.3 > between(RETOLD, OPENED).unknown
    assert between(step, OPENED).both_unknown == 0  # it holds all of the first title
    one, other = ((f"{firm} sells soap", f"{firm} sells more soap than ever.") for firm in ("Acme", "Ulm"))
    assert between(one, other).both_unknown == pytest.approx(1 / 3)
    assert max(WEIGHTS.unknown, WEIGHTS.both_unknown) < 0


@pytest.mark.parametrize(
    ("language", "preview", "result"),
    [
        ("en", ("Ambleton and Northport meet in final", "Ambleton meet Northport in the final on Sunday."),
         ("Ambleton beat Northport", "Ambleton beat Northport in the final on Sunday.")),
        ("fr", ("Amble affronte Portnord en finale", "Amble affronte Portnord en finale dimanche."),
         ("Amble l'emporte en finale", "Amble a battu Portnord en finale dimanche.")),
        ("ru", ("Амбле и Портнорд сыграют в финале", "Амбле и Портнорд сыграют в финале в воскресенье."),
         ("Амбле обыграл Портнорд в финале", "Амбле в воскресенье обыграл Портнорд в финале.")),
        ("ja", ("安部市長選きょう投開票", "安部市長選は日曜日に投開票される。"),
         ("安部市長選、北川氏が当選", "安部市長選は日曜日に投開票され、北川氏が当選した。")),
        ("ar", ("أمبل وبورت في النهائي", "يلتقي أمبل وبورت في النهائي مساء الأحد."),
         ("أمبل يهزم بورت في النهائي", "هزم أمبل بورت في النهائي مساء الأحد.")),
    ],
)  # fmt: skip
def test_a_result_is_an_act_that_follows_on_what_was_awaited(
    language: str, preview: tuple[str, str], result: tuple[str, str]
) -> None:
    assert between(result, preview, language).act
    assert not between(result, result, language).act


@pytest.mark.parametrize(
    ("language", "preview", "warning", "result"),
    [
        ("en", ("Ambleton bridge opens tomorrow", "The bridge is expected to open at noon."),
         "Ambleton bridge may open late", "Ambleton bridge is open"),
        ("de", ("Brücke Amberg: Freigabe morgen", "Die Freigabe der Brücke wird für zwölf Uhr erwartet."),
         "Brücke Amberg soll später öffnen", "Brücke Amberg ist frei"),
        ("fr", ("Le pont d'Amble attendu demain", "L'ouverture du pont est prévue à midi."),
         "Le pont d'Amble sera fermé, on risque d'attendre", "Le pont d'Amble est ouvert"),
        ("es", ("El puente de Amble abre mañana", "Se espera la apertura del puente a mediodía."),
         "El puente de Amble podría abrir tarde: será de noche", "El puente de Amble está abierto"),
        ("pt", ("A ponte de Amble abre amanhã", "A abertura da ponte está prevista para o meio-dia."),
         "A ponte de Amble pode e deve abrir tarde", "A ponte de Amble está aberta"),
        ("id", ("Jembatan Amble dibuka besok", "Jembatan dijadwalkan dibuka siang."),
         "Jembatan Amble akan terancam ditutup", "Jembatan Amble sudah dibuka"),
        ("ru", ("Мост в Амбле откроют завтра", "Открытие моста ожидается в полдень."),
         "Мост в Амбле могут открыть, это будет позже", "Мост в Амбле открыт"),
        ("zh", ("安贝大桥明天通车", "安贝大桥预计中午通车。"), "安贝大桥可能或将推迟通车", "安贝大桥已通车"),
        ("ja", ("安部大橋、明日開通", "安部大橋は正午に開通の予定。"),
         "安部大橋の開通に遅れのおそれ、警戒", "安部大橋が開通した"),
        ("ar", ("جسر أمبل يفتح غدا", "من المقرر فتح الجسر ظهرا."), "قد يتأخر جسر أمبل وتحذير للسائقين", "فتح جسر أمبل"),
        ("hi", ("अंबल पुल शाम को खुलेगा", "पुल के खुलने की उम्मीद है।"),
         "अंबल पुल देर से खुल सकता है, चेतावनी", "अंबल पुल खुल गया"),
        ("ko", ("앰블 다리 내일 개통", "다리는 정오에 개통할 예정이다."),
         "앰블 다리 늦어질 우려, 가능성", "앰블 다리 개통했다"),
    ],
)  # fmt: skip
def test_more_of_an_expectation_in_the_first_article_than_in_the_later_one_is_a_sign_of_a_preview(
    language: str, preview: tuple[str, str], warning: str, result: str
) -> None:
    told_of_it = between((result, result), preview, language).awaited
    assert told_of_it >= log(3)  # in title and lead a word of it
    assert between((warning, warning), preview, language).awaited < told_of_it
    assert between(preview, (result, result), language).awaited == 0  # one that looks ahead came later
    assert between((result, result), preview, language, hours=-1).awaited == 0
    assert not between(preview, (result, result), language).act  # nothing is done yet


def test_a_result_joins_no_preview_in_whose_words_it_is_told() -> None:
    preview = (
        "Ambleton and Northport meet tonight in cup final",
        "Ambleton are expected to play with Joe Tarrant when they face Northport at Mill Park. Kick-off is at eight.",
    )
    result = (
        "Ambleton and Northport draw in cup final",
        "Ambleton and Northport drew at Mill Park in the cup final, in which Joe Tarrant of Ambleton was hurt.",
    )
    beside = (
        "Tarrant back for cup final of Ambleton and Northport",
        "Joe Tarrant is expected to play for Ambleton when they face Northport tonight at Mill Park in the cup final.",
    )
    rare: Weights = defaultdict(lambda: 1.0)
    assert likeness(told(result), told(preview), rare, apart=4 * HOUR) <= 0
    assert likeness(told(beside), told(preview), rare, apart=4 * HOUR) > 0
    assert WEIGHTS.awaited < 0


def test_what_is_rare_speaks_for_one_event_and_what_both_titles_go_on_about_for_a_series() -> None:
    rare: Weights = defaultdict(lambda: 0.2, dict.fromkeys(told(("Tarrant", "")).terms, 0.9))
    assert signs_of(told(PROTEST), told(OPENED), rare, apart=HOUR).rarest == 0.9
    assert between(PROTEST, OPENED).topics == pytest.approx(log(1 + 3 * 0.7))  # Ambleton, Tarrant, painting
    assert WEIGHTS.rarest > 0 > WEIGHTS.topics


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("fr", "Un musée s'agrandit à Amble"),  # "s'excuse"
        ("de", "Leben in Amberg"),  # "ums Leben"
        ("pl", "Most nie runął"),  # "nie żyje"
    ],
)
def test_a_part_of_a_phrase_is_neither_an_act_nor_a_death(language: str, title: str) -> None:
    signs = between((title, f"{title}."), ("Amble", "Amble."), language)
    assert (signs.act, signs.more_deaths) == (False, False)


def test_a_weekday_beside_that_of_the_first_report_is_another_day() -> None:
    later = (TOLL[0], f"{TOLL[1]} So it was said on Tuesday.")
    assert between(later, SUNK).other_days
    assert not between(TOLL, SUNK).other_days  # names none
    assert not between(later, OPENED).other_days  # the first names none


def test_the_words_of_a_template_speak_against_one_event() -> None:
    one, other = (
        (f"Rain in {town}", f"Rain is on its way to {town}, with wind from the west and a warm evening to follow.")
        for town in ("Ambleton", "Northport")
    )
    assert between(one, other).form == 1
    assert between(one, ("Sun in Northport", "Take a hat.")).form == 0  # too few words to find a form
    assert WEIGHTS.form < 0


def test_what_is_told_again_scores_above_zero_and_the_less_the_later_it_comes() -> None:
    scores = [sameness(told(RETOLD), told(OPENED), EVEN, apart=hours * HOUR) for hours in (0, 3, 70)]
    assert scores[0] > scores[1] > 0 > scores[2]
    assert sameness(told(PROTEST), told(OPENED), EVEN, apart=30 * HOUR) < 0
    assert sameness(told(("", "")), told(("", "")), EVEN, apart=HOUR) < 0


def test_signs_of_articles_that_share_all_or_nothing_stay_in_their_bounds() -> None:
    alike, strange = between(OPENED, OPENED), between(OPENED, ("Rain nears", "Take hats along."))
    assert [alike.part, alike.cosine] == pytest.approx([1] * 2)
    assert [alike.unknown, alike.both_unknown, alike.awaited] == [0] * 3
    assert [strange.shared, strange.part, strange.rarest, strange.topics] == [0] * 4
    assert (alike.pairs, between(("安贝", "塔兰"), ("安贝", "塔兰"), "zh").pairs) == (False, True)


def test_a_step_joins_no_story_unless_its_source_was_there() -> None:
    first = member(OPENED)
    step = told(PROTEST)
    at = NOON + 6 * HOUR
    rare: Weights = defaultdict(lambda: 1.0)
    assert -NEXT_STEP < likeness(step, first.sketch, rare, apart=6 * HOUR) <= 0
    assert matches(step, at, [first], rare)
    assert join(step, at, first, [first], rare) is None
    there = member(RETOLD, 2, hours=-1, publisher="b")
    assert join(step, at, first, [first, there], rare) == Placement(joins=1, cluster=1)


def test_russian_yo_is_read_as_ye_in_words_and_names() -> None:
    first, other = (
        told((f"{name} стал послом в Осло", f"Вчера {name} стал послом в Осло."), "ru", publisher="a")
        for name in ("Артём Семёнов", "Артем Семенов")
    )
    assert first == other
