"""A reply, a verdict, repairs or a successor is no second telling of what led to it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.models.articles import StorySketch
from bot.stories.clusters import Member, join, matches
from bot.stories.sequels import is_later_step, is_sequel, says_more
from bot.stories.similarity import NO_LATER_STEP, NO_SEQUEL, SAME_EVENT, SAME_STORY, is_next_step, likeness
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


def told(what: tuple[str, str], language: str = "en", *, publisher: str = "b") -> StorySketch:
    return sketch(*what, language=language, publisher=publisher)


def member(what: tuple[str, str], article_id: int = 1, *, hours: float = 0) -> Member:
    return Member(
        article_id=article_id,
        cluster=1,
        published_at=NOON + hours * HOUR,
        sketch=told(what, publisher=f"source {article_id}"),
    )


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
    ],
)  # fmt: skip
def test_an_act_that_the_later_title_alone_names_is_a_sequel(
    language: str, first: tuple[str, str], sequel: tuple[str, str]
) -> None:
    new, old = told(sequel, language), told(first, language)
    assert is_sequel(new, old, EVEN, apart=HOUR)
    assert is_sequel(new, old, EVEN, apart=timedelta(0))
    assert is_sequel(old, new, EVEN, apart=-HOUR)  # the sequel was read first
    assert not is_sequel(new, old, EVEN, apart=-HOUR)  # what came before is no sequel


@pytest.mark.parametrize(
    ("first", "later"),
    [
        (OPENED, RETOLD),
        (OPENED, ("Fury over sale", PROTEST[1])),  # its title says nothing of what it follows on
        (OPENED, ("Ambleton museum sells its painting: fury", PROTEST[1])),  # and here little else
        (("Canvas leaves home after auction", OPENED[1]), PROTEST),  # recalls little of the first title
        ((OPENED[0], f"{OPENED[1]} Some artists plan a protest."), PROTEST),  # the act is known
    ],
)
def test_a_second_telling_is_no_sequel(first: tuple[str, str], later: tuple[str, str]) -> None:
    assert not is_sequel(told(later), told(first), EVEN, apart=HOUR)


FILMED = (
    "Ambleton museum sale of Tarrant painting inspires opera",
    "An opera is inspired by the sale: the museum of Ambleton sells its Tarrant painting to a collector.",
)


def test_several_words_that_are_new_in_a_short_title_make_a_next_step() -> None:
    assert says_more(told(FILMED), told(OPENED), EVEN, apart=HOUR)
    assert not says_more(told(OPENED), told(FILMED), EVEN, apart=HOUR)  # told before
    little = ("Ambleton sells Tarrant", "The Tarrant opera: Ambleton sells its painting, and an opera is written.")
    assert not says_more(told(little), told(OPENED), EVEN, apart=HOUR)  # no word is new
    usual = ("Ambleton museum sells Tarrant painting: we have more", f"We have more of it: {OPENED[1]}")
    assert not says_more(told(usual), told(OPENED), EVEN, apart=HOUR)
    long = (f"{FILMED[0]} about grey northern winter light", f"{FILMED[1]} About grey northern winter light.")
    assert not says_more(told(long), told(OPENED), EVEN, apart=HOUR)
    pairs = ("画家写歌剧：安贝博物馆出售塔兰", "一位画家写歌剧讲述安贝博物馆出售塔兰名画。")
    sold = ("安贝博物馆出售塔兰", "安贝博物馆向奥斯陆一名收藏家出售塔兰名画。")
    assert says_more(told(pairs, "zh"), told(sold, "zh"), EVEN, apart=HOUR)


SHUT = (
    "Ambleton museum sells Tarrant painting, roof leaks",
    "The roof leaks, and so the museum of Ambleton sells its Tarrant painting. {}",
)


@pytest.mark.parametrize(
    ("first_day", "later_day", "hours", "is_step"),
    [
        ("It is old.", "It is old.", 1, False),
        ("It is old.", "It is old.", 8, True),
        ("So it was on Monday.", "So it was on Thursday.", 1, True),
        ("So it was on Monday.", "So it was on Thursday.", 0, True),
        ("So it was on Monday.", "So it was on Monday.", 1, False),
        ("So it was on Monday.", "So it was in May.", 1, False),
    ],
)
def test_what_comes_late_or_names_other_weekdays_is_a_later_step_if_its_title_says_more(
    first_day: str, later_day: str, hours: float, is_step: bool
) -> None:
    first, later = told((OPENED[0], f"{OPENED[1]} {first_day}")), told((SHUT[0], SHUT[1].format(later_day)))
    assert is_later_step(later, first, EVEN, apart=hours * HOUR) is is_step
    assert is_later_step(first, later, EVEN, apart=-hours * HOUR) is is_step  # the step was read first
    again = told((OPENED[0], f"{OPENED[1]} {later_day}"))
    assert not is_later_step(again, first, EVEN, apart=hours * HOUR)  # its title is known


def test_a_sentence_for_a_title_makes_no_step() -> None:
    words = " ".join(f"{letter}olour {letter}light" for letter in "abcdefghijklmnop")
    sentence = told((f"{SHUT[0]} {words}", f"{SHUT[1]} {words}"))
    assert not is_later_step(sentence, told(OPENED), EVEN, apart=9 * HOUR)


def test_a_step_joins_no_story_unless_much_is_the_same_text_or_its_source_was_there() -> None:
    step, first = told(FILMED), member(OPENED)
    assert matches(step, NOON + HOUR, [first], EVEN)
    assert join(step, NOON + HOUR, first, [first], EVEN) is None
    assert join(step, NOON + HOUR, first, [first, member(OPENED, 2, hours=-9), told_by_b(hours=-9)], EVEN)
    heavy: Weights = defaultdict(lambda: 2.0)
    assert likeness(step, told(OPENED), heavy) >= NO_LATER_STEP
    assert join(step, NOON + 9 * HOUR, first, [first], heavy)
    assert is_next_step(step, told(OPENED), EVEN, apart=9 * HOUR)


def told_by_b(*, hours: float) -> Member:
    return replace(member(RETOLD, 3, hours=hours), sketch=told(RETOLD))


@pytest.mark.parametrize(
    ("word", "is_act"), [("protest", True), ("protests", True), ("protect", False), ("protestant", False)]
)
def test_a_word_that_begins_like_an_act_is_none(word: str, is_act: bool) -> None:
    title = f"Ambleton artists {word} sale of Tarrant painting"
    later = (title, f"Artists {word}: the museum of Ambleton has sold its Tarrant painting to a collector.")
    assert is_sequel(told(later), told(OPENED), EVEN, apart=HOUR) is is_act


def test_in_a_language_whose_acts_are_not_known_nothing_is_a_sequel() -> None:
    assert not is_sequel(told(PROTEST, "cy"), told(OPENED, "cy"), EVEN, apart=HOUR)


def test_a_sequel_does_not_match_unless_it_is_much_the_same_text() -> None:
    assert likeness(told(PROTEST), told(OPENED), EVEN) >= SAME_STORY
    assert not matches(told(PROTEST), NOON + HOUR, [member(OPENED)], EVEN)
    assert matches(told(RETOLD), NOON + HOUR, [member(OPENED)], EVEN)
    much = " Oslo harbour gallery owner Henrik Solvang outbid three rivals at the auction in Ghent on Friday evening."
    long, longer = (OPENED[0], OPENED[1] + much), (PROTEST[0], PROTEST[1] + much)
    assert likeness(told(longer), told(long), EVEN) >= NO_SEQUEL
    assert matches(told(longer), NOON + HOUR, [member(long)], EVEN)


def test_a_sequel_joins_no_story_that_it_follows_half_of_though_one_article_there_be_like_it() -> None:
    reply = member(PROTEST, 2, hours=1)
    assert join(told(PROTEST), NOON + HOUR, reply, [reply], EVEN)
    assert join(told(PROTEST), NOON + HOUR, reply, [member(OPENED), reply], EVEN) is None


def test_reports_of_one_day_that_hold_each_others_titles_may_be_less_alike() -> None:
    weights: Weights = defaultdict(lambda: 0.2)
    assert SAME_EVENT <= likeness(told(RETOLD), told(OPENED), weights) < SAME_STORY
    assert matches(told(RETOLD), NOON + HOUR, [member(OPENED)], weights)
    assert not matches(told(RETOLD), NOON + 30 * HOUR, [member(OPENED)], weights)
    strange = ("Canvas leaves home after auction", RETOLD[1])
    weights = defaultdict(lambda: 0.21)
    assert SAME_EVENT <= likeness(told(strange), told(OPENED), weights) < SAME_STORY
    assert not matches(told(strange), NOON + HOUR, [member(OPENED)], weights)


def test_russian_yo_is_read_as_ye_in_words_and_names() -> None:
    first, other = (
        told((f"{name} стал послом в Осло", f"Вчера {name} стал послом в Осло."), "ru", publisher="a")
        for name in ("Артём Семёнов", "Артем Семенов")
    )
    assert first == other
