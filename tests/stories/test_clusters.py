"""Which articles tell the same story, and which only look as if they did."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta

import pytest

from bot.models.articles import StorySketch
from bot.stories.clusters import (
    RETURN_AFTER,
    WINDOW,
    Joined,
    Told,
    Worth,
    join,
    likeness,
    matches,
    may_match,
    story_id,
    term_worth,
)
from bot.stories.sketches import sketch
from tests.fakes import NOON

HOUR = timedelta(hours=1)
RARE: Worth = defaultdict(lambda: 0.9)
KNOWN: Worth = defaultdict(lambda: 0.3)
USUAL: Worth = defaultdict(lambda: 0.01)
LEAD = (
    "Thousands walked across the Varnholm harbour bridge, which Mayor Ingrid Solberg opened after nine years of work."
)
RETOLD = "After nine years Mayor Solberg opened the new bridge in Varnholm harbour; thousands of people came."
TITLE = "Varnholm harbour bridge opens to thousands"


def a_sketch(title: str = TITLE, text: str = LEAD, *, teller: str = "a", language: str = "en") -> StorySketch:
    return sketch(title, text, language=language, teller=teller)


def told(article_id: int = 1, *, hours: float = 0, development: bool = False, **changes: str) -> Told:
    return Told(
        article_id=article_id,
        story=1,
        told_at=NOON + hours * HOUR,
        sketch=a_sketch(**changes),
        development=development,
    )


def same(one: StorySketch, other: Told, *, hours: float = 0, worth: Worth = RARE) -> bool:
    found = bool(matches(one, NOON + hours * HOUR, [other], worth))
    assert not found or may_match(one, other.sketch, worth)  # what is not worth a look is never the same
    return found


def test_two_sources_that_share_many_rare_words_tell_the_same() -> None:
    assert same(a_sketch("New bridge for Varnholm", RETOLD, teller="b"), told())


def test_words_that_stand_everywhere_make_no_story() -> None:
    assert not same(a_sketch("New bridge for Varnholm", RETOLD, teller="b"), told(), worth=USUAL)
    assert not same(a_sketch("New bridge for Varnholm", RETOLD, teller="b"), told(), worth=defaultdict(float))


def test_copies_are_the_same_whatever_their_words_are_worth() -> None:
    assert same(a_sketch(teller="b"), told(), worth=USUAL)
    assert same(a_sketch(teller="b", language="da"), told(), worth=USUAL)
    assert same(a_sketch("The mayor opens it", f"{LEAD} Trains follow in May.", teller="b"), told(), worth=USUAL)


def test_an_excerpt_is_the_same_as_the_whole() -> None:
    rest = " ".join(f"sentence{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")
    assert same(a_sketch(text=f"{LEAD} {rest}", teller="b"), told(), worth=USUAL)


def test_another_language_joins_copies_alone() -> None:
    assert not same(a_sketch("New bridge for Varnholm", RETOLD, teller="b", language="da"), told())


def test_other_news_is_another_story() -> None:
    other = a_sketch("Parliament votes on budget", "The vote was put off until Friday.", teller="b")
    assert not same(other, told())
    assert likeness(other, told().sketch, RARE) == 0


BULLETIN = "The health office confirmed {} new infections, {} of them in hospital, {} recovered and {} vaccinated."


@pytest.mark.parametrize(
    ("figures", "others", "found"),
    [
        ((683, 57, 402, 9300), (158, 135, 91, 4469), False),  # another town's
        ((683, 57, 402, 9300), (683, 135, 91, 4469), False),
        ((683, 57, 402, 9300), (683, 57, 91, 4469), True),
        ((683, 57, 402, "many"), (158, 135, 91, "many"), True),  # too few to judge by
    ],
)
def test_reports_of_one_event_repeat_its_figures(
    figures: tuple[object, ...], others: tuple[object, ...], found: bool
) -> None:
    one, other = (BULLETIN.format(*each) for each in (figures, others))
    old = told(title="Infections in Varnholm", text=one)
    assert same(a_sketch("Infections in Varnholm region", other, teller="b"), old, worth=KNOWN) is found


def test_other_figures_do_not_part_what_is_much_alike_in_all_the_rest() -> None:
    figures = (683, 57, 402, 9300), (158, 135, 91, 4469)
    one, other = (f"{BULLETIN.format(*each)} {LEAD} {RETOLD}" for each in figures)
    assert same(a_sketch(text=one, teller="b"), told(text=other))


def test_figures_are_not_weighed_where_pairs_of_characters_hold_them() -> None:
    one, other = ("昨日新增六百八十三宗確診，其中四百零二人已經出院", "昨日新增一百五十八宗確診，其中九十一人已經出院")
    old = told(title="衞生署公布灣仔區疫情數字", text=one, language="zh-Hant")
    assert same(a_sketch("灣仔區疫情數字公布", other, teller="b", language="zh-Hant"), old)


def test_days_apart_nothing_is_the_same() -> None:
    later = WINDOW / HOUR + 1
    assert not same(a_sketch(teller="b"), told(), hours=later)
    assert same(a_sketch(teller="b"), told(), hours=later - 1)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "Daily briefing, 3 March", "Daily briefing, 4 March"),
        ("en", "Daily briefing for Monday", "Daily briefing for Tuesday"),
        ("en", "The long view podcast: Episode 12", "The long view podcast: Episode 13"),
        ("en", "Market report: Dow up 120 points", "Market report: Dow up 90 points"),
        ("en", "Arsenal 1-0 Chelsea: live score", "Arsenal 2-1 Chelsea: live score"),
        ("zh-Hant", "早報：3月4日頭條新聞一次看完", "早報：3月5日頭條新聞一次看完"),
        ("zh-Hans", "周末电影推荐第十二期", "周末电影推荐第十三期"),
        ("ru", "Прогноз погоды на 3 марта", "Прогноз погоды на 4 апреля"),
        ("vi", "Thời tiết ngày 3 tháng 3", "Thời tiết ngày 4 tháng 3"),
    ],
)
@pytest.mark.parametrize("teller", ["a", "b"])
def test_the_next_of_a_series_is_another_story_though_its_text_be_the_same(
    language: str, one: str, other: str, teller: str
) -> None:
    assert not same(a_sketch(one, language=language, teller=teller), told(title=other, language=language))


def test_short_general_titles_are_nobodys_story() -> None:
    assert not same(a_sketch("Morning briefing", "", teller="b"), told(title="Morning briefing", text=""))
    assert not same(a_sketch("Live", "", teller="b"), told(title="Live", text=""))


def test_a_title_alone_is_enough_if_it_says_enough() -> None:
    assert same(a_sketch(text="", teller="b"), told(text=""), worth=USUAL)


def test_in_one_source_only_copies_are_the_same() -> None:
    assert same(a_sketch(), told())
    assert not same(a_sketch("New bridge for Varnholm", RETOLD), told())


def test_in_one_source_a_word_in_the_place_of_another_is_another_story() -> None:
    assert not same(a_sketch("Varnholm harbour bridge shuts to thousands"), told())


def test_in_one_source_a_form_filled_in_anew_is_another_story() -> None:
    form = "The {} of Varnholm {} on Monday after seven years of work; Mayor Ingrid Solberg thanked all who came."
    bridge, tunnel = (form.format(*words) for words in (("bridge", "opened"), ("tunnel", "closed")))
    assert not same(a_sketch("The harbour tunnel closes", tunnel), told(title="The harbour bridge opens", text=bridge))
    assert same(
        a_sketch("Varnholm harbour bridge opens", bridge), told(title="The harbour bridge opens now", text=bridge)
    )


def test_a_text_that_stands_under_every_title_is_no_story() -> None:
    assert not same(a_sketch("Parliament votes on budget", teller="b"), told(title="Storm nears coast"), worth=USUAL)
    # Not even a look at the words that all such texts share makes them one.
    assert may_match(a_sketch("Parliament votes on budget", teller="b"), told(title="Storm nears coast").sketch, USUAL)


def test_a_source_that_takes_up_its_long_title_again_soon_goes_on_with_its_story() -> None:
    later = "Solberg has just crossed the harbour on foot. Police count thousands of people in Varnholm."
    assert same(a_sketch(text=later), told())
    assert not same(a_sketch(text=later), told(), hours=20)
    assert not same(a_sketch(text="Something else altogether, and nothing of it known."), told())
    assert not same(a_sketch("Live ticker", later), told(title="Live ticker"))


def test_the_most_alike_comes_first_and_of_equals_the_older() -> None:
    new = a_sketch(teller="c")
    near = told(1, title="New bridge for Varnholm", text=RETOLD, teller="b")
    found = matches(new, NOON, [near, told(3), told(2)], RARE)
    assert [entry.article_id for entry in found] == [2, 3, 1]


def test_a_new_source_joins_and_a_copy_joins_its_own_source() -> None:
    first = told()
    assert join(a_sketch(teller="b"), NOON, first, [first], RARE) == Joined(by=first)
    assert join(a_sketch(), NOON, first, [first], RARE) == Joined(by=first)
    other = told(2, teller="b")
    assert join(a_sketch(), NOON, other, [first, other], RARE) == Joined(by=other)


def test_a_source_stands_in_a_story_once_and_tells_the_rest_apart() -> None:
    first, other = told(), told(2, title="New bridge for Varnholm", text=RETOLD, teller="b")
    again = a_sketch("What the Varnholm bridge costs", "Nine years and four billion: the harbour bridge in figures.")
    assert join(again, NOON + HOUR, other, [first, other], RARE) is None


def test_a_source_that_comes_back_later_with_new_words_tells_a_development() -> None:
    first, other = told(), told(2, title="New bridge for Varnholm", text=RETOLD, teller="b")
    news = a_sketch("Varnholm bridge closed again", "Cracks found in two cables; engineers from Aalberg inspect them.")
    found = join(news, NOON + RETURN_AFTER, other, [first, other], RARE)
    assert found == Joined(by=other, development=True)


def test_a_development_that_another_source_has_just_told_is_no_news() -> None:
    first, other = told(), told(2, title="New bridge for Varnholm", text=RETOLD, teller="b")
    cracks = {"title": "Varnholm bridge closed again", "text": "Cracks found in two cables; engineers inspect them."}
    news = a_sketch(**cracks)
    for development in (False, True):  # a source that is new to the story tells no development: that is still to come
        echo = told(3, hours=5, teller="c", development=development, **cracks)
        found = join(news, NOON + RETURN_AFTER, other, [first, other, echo], RARE)
        assert found == Joined(by=other, development=not development)


def test_a_source_that_comes_back_with_what_is_known_tells_no_development() -> None:
    first, other = told(), told(2, title="New bridge for Varnholm", text=RETOLD, teller="b")
    known = a_sketch(
        "Bridge for Varnholm opened", "Mayor Ingrid Solberg opened the new bridge; thousands of people came."
    )
    found = join(known, NOON + RETURN_AFTER, other, [first, other], RARE)
    assert found == Joined(by=other, development=False)
    assert join(known, NOON + RETURN_AFTER, other, [first, other], defaultdict(float)) == Joined(by=other)


def test_a_term_is_worth_more_the_fewer_hold_it_and_less_while_few_articles_are_known() -> None:
    assert term_worth(2, 1000) > term_worth(50, 1000) > term_worth(900, 1000) >= 0
    assert term_worth(2, 1000) > term_worth(2, 10)
    assert term_worth(1, 10**6) == 1
    assert term_worth(5, 1) == 0


def test_an_articles_own_story_has_the_same_sixteen_digits_each_time() -> None:
    assert story_id(1, "key") == story_id(1, "key")
    assert len({story_id(1, "key"), story_id(2, "key"), story_id(1, "other")}) == 3
    assert len(story_id(1, "\ud800")) == 16
