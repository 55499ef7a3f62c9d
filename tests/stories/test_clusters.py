"""Which articles tell the same story, and which only look as if they did."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.models.articles import StorySketch
from bot.models.stories import JoinRule
from bot.stories.clusters import (
    BEGINS_STORY,
    RETURN_AFTER,
    WINDOW,
    Member,
    Placement,
    Reason,
    SamePage,
    assign,
    assign_by_page,
    index_keys,
    join,
    matches,
    reason_of,
    story_id,
)
from bot.stories.similarity import likeness, may_match
from bot.stories.sketches import sketch
from bot.stories.weights import COUNTERS, TermWeights, Weights, counters_of, term_weight
from tests.fakes import NOON

HOUR = timedelta(hours=1)
RARE: Weights = defaultdict(lambda: 0.9)
KNOWN: Weights = defaultdict(lambda: 0.3)
USUAL: Weights = defaultdict(lambda: 0.01)
LEAD = (
    "Thousands walked across the Varnholm harbour bridge, which Mayor Ingrid Solberg opened after nine years of work."
)
RETOLD = "After nine years Mayor Solberg opened the new bridge in Varnholm harbour; thousands of people came."
TITLE = "Varnholm harbour bridge opens to thousands"


def a_sketch(title: str = TITLE, text: str = LEAD, *, publisher: str = "a", language: str = "en") -> StorySketch:
    return sketch(title, text, language=language, publisher=publisher)


def member(article_id: int = 1, *, hours: float = 0, development: bool = False, **changes: str) -> Member:
    return Member(
        article_id=article_id,
        cluster=1,
        published_at=NOON + hours * HOUR,
        sketch=a_sketch(**changes),
        development=development,
    )


def joining(match: Member, *, development: bool = False) -> Placement:
    return Placement(joins=match.article_id, cluster=1, development=development)


def needs_look(one: StorySketch, other: Member, weights: Weights) -> bool:
    sketch = other.sketch
    return may_match(one, sketch.publisher, sorted(sketch.title), sorted(sketch.terms), weights)


def same(one: StorySketch, other: Member, *, hours: float = 0, weights: Weights = RARE) -> bool:
    found = bool(matches(one, NOON + hours * HOUR, [other], weights))
    assert not found or needs_look(one, other, weights)  # what needs no look is never the same
    return found


def test_two_sources_that_share_many_rare_words_tell_the_same() -> None:
    assert same(a_sketch("New bridge for Varnholm", RETOLD, publisher="b"), member())


def test_words_that_stand_everywhere_make_no_story() -> None:
    assert not same(a_sketch("New bridge for Varnholm", RETOLD, publisher="b"), member(), weights=USUAL)
    assert not same(a_sketch("New bridge for Varnholm", RETOLD, publisher="b"), member(), weights=defaultdict(float))


def test_an_article_of_the_same_source_needs_a_closer_look_only_under_much_the_same_title() -> None:
    told = member()
    assert needs_look(a_sketch(), told, RARE)
    assert not needs_look(a_sketch("Tunnel closes in Varnholm"), told, RARE)
    assert needs_look(a_sketch("Tunnel closes in Varnholm", publisher="b"), told, RARE)


def test_what_shares_few_words_or_light_ones_needs_no_closer_look() -> None:
    assert not needs_look(a_sketch("Parliament votes", "The vote was put off."), member(), RARE)
    light: Weights = defaultdict(lambda: 0.05)
    assert not needs_look(a_sketch("New bridge for Varnholm", RETOLD, publisher="b"), member(), light)


def test_a_small_part_of_two_long_texts_makes_no_story_however_rare_its_words() -> None:
    ours, theirs, both = ([f"{name}{chr(97 + at % 26)}{chr(97 + at // 26)}" for at in range(100)] for name in "xyz")
    one, other = ([frozenset(map(hash, words)) for words in (side[:9], [*side, *both[:15]])] for side in (ours, theirs))
    first, second = (replace(a_sketch(), title=title, terms=terms) for title, terms in (one, other))
    assert likeness(first, second, RARE, apart=HOUR) < 0
    assert likeness(first, first, RARE, apart=HOUR) > 0


def test_copies_are_the_same_whatever_their_words_weigh() -> None:
    assert same(a_sketch(publisher="b"), member(), weights=USUAL)
    assert same(a_sketch(publisher="b", language="da"), member(), weights=USUAL)
    assert same(a_sketch("The mayor opens it", f"{LEAD} Trains follow in May.", publisher="b"), member(), weights=USUAL)


def test_an_excerpt_is_the_same_as_the_whole() -> None:
    rest = " ".join(f"sentence{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")
    assert same(a_sketch(text=f"{LEAD} {rest}", publisher="b"), member(), weights=USUAL)


def test_another_language_joins_copies_alone() -> None:
    assert not same(a_sketch("New bridge for Varnholm", RETOLD, publisher="b", language="da"), member())


def test_other_news_is_another_story() -> None:
    other = a_sketch("Parliament votes on budget", "The vote was put off until Friday.", publisher="b")
    assert not same(other, member())
    assert likeness(other, member().sketch, RARE, apart=HOUR) < 0


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
    old = member(title="Infections in Varnholm", text=one)
    assert same(a_sketch("Infections in Varnholm region", other, publisher="b"), old, weights=KNOWN) is found


def test_other_figures_do_not_part_what_is_much_alike_in_all_the_rest() -> None:
    figures = (683, 57, 402, 9300), (158, 135, 91, 4469)
    one, other = (f"{BULLETIN.format(*each)} {LEAD} {RETOLD}" for each in figures)
    assert same(a_sketch(text=one, publisher="b"), member(text=other))


def test_figures_are_not_weighed_where_pairs_of_characters_hold_them() -> None:
    one, other = ("昨日新增六百八十三宗確診，其中四百零二人已經出院", "昨日新增一百五十八宗確診，其中九十一人已經出院")
    old = member(title="衞生署公布灣仔區疫情數字", text=one, language="zh-Hant")
    assert same(a_sketch("灣仔區疫情數字公布", other, publisher="b", language="zh-Hant"), old)


def test_days_apart_nothing_is_the_same() -> None:
    later = WINDOW / HOUR + 1
    assert not same(a_sketch(publisher="b"), member(), hours=later)
    assert same(a_sketch(publisher="b"), member(), hours=later - 1)


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
@pytest.mark.parametrize("publisher", ["a", "b"])
def test_the_next_of_a_series_is_another_story_though_its_text_be_the_same(
    language: str, one: str, other: str, publisher: str
) -> None:
    assert not same(a_sketch(one, language=language, publisher=publisher), member(title=other, language=language))


def test_short_general_titles_are_nobodys_story() -> None:
    assert not same(a_sketch("Morning briefing", "", publisher="b"), member(title="Morning briefing", text=""))
    assert not same(a_sketch("Live", "", publisher="b"), member(title="Live", text=""))


def test_a_title_alone_is_enough_if_it_says_enough() -> None:
    assert same(a_sketch(text="", publisher="b"), member(text=""), weights=USUAL)


def test_in_one_source_only_copies_are_the_same() -> None:
    assert same(a_sketch(), member())
    assert not same(a_sketch("New bridge for Varnholm", RETOLD), member())


def test_in_one_source_a_word_in_the_place_of_another_is_another_story() -> None:
    assert not same(a_sketch("Varnholm harbour bridge shuts to thousands"), member())


def test_in_one_source_a_form_filled_in_anew_is_another_story() -> None:
    form = "The {} of Varnholm {} on Monday after seven years of work; Mayor Ingrid Solberg thanked all who came."
    bridge, tunnel = (form.format(*words) for words in (("bridge", "opened"), ("tunnel", "closed")))
    assert not same(
        a_sketch("The harbour tunnel closes", tunnel), member(title="The harbour bridge opens", text=bridge)
    )
    assert same(
        a_sketch("Varnholm harbour bridge opens", bridge), member(title="The harbour bridge opens now", text=bridge)
    )


def test_a_text_that_stands_under_every_title_is_no_story() -> None:
    assert not same(
        a_sketch("Parliament votes on budget", publisher="b"), member(title="Storm nears coast"), weights=USUAL
    )
    # Not even a look at the words that all such texts share makes them one.
    assert needs_look(a_sketch("Parliament votes on budget", publisher="b"), member(title="Storm nears coast"), USUAL)


def test_a_source_that_takes_up_its_long_title_again_soon_goes_on_with_its_story() -> None:
    later = "Solberg has just crossed the harbour on foot. Police count thousands of people in Varnholm."
    assert same(a_sketch(text=later), member())
    assert not same(a_sketch(text=later), member(), hours=20)
    assert not same(a_sketch(text="Something else altogether, and nothing of it known."), member())
    assert not same(a_sketch("Live ticker", later), member(title="Live ticker"))


def test_the_most_alike_comes_first_and_of_equals_the_older() -> None:
    new = a_sketch(publisher="c")
    near = member(1, title="New bridge for Varnholm", text=RETOLD, publisher="b")
    found = matches(new, NOON, [near, member(3), member(2)], RARE)
    assert [entry.article_id for entry in found] == [2, 3, 1]


def test_of_equally_alike_articles_the_one_in_the_same_words_comes_first() -> None:
    longer = member(1, text=f"{LEAD} Trains follow in May.")
    found = matches(a_sketch(), NOON, [longer, member(2)], RARE)
    assert [entry.article_id for entry in found] == [2, 1]


@pytest.mark.parametrize(
    ("title", "text", "publisher", "rule"),
    [
        ("New bridge for Varnholm", RETOLD, "b", JoinRule.ALIKE),
        (TITLE, LEAD, "b", JoinRule.COPY),
        (TITLE, LEAD, "a", JoinRule.REPEATED),
    ],
)
def test_the_reason_names_the_rule_and_what_the_two_share(
    title: str, text: str, publisher: str, rule: JoinRule
) -> None:
    new, old = a_sketch(title, text, publisher=publisher), a_sketch()
    reason = reason_of(new, old, RARE, apart=HOUR)
    assert reason.rule is rule
    assert reason.likeness == likeness(new, old, RARE, apart=HOUR) > 0
    assert set(reason.shared) <= new.terms & old.terms
    assert len(reason.shared) == 8


def test_one_article_that_is_like_two_does_not_bring_them_together() -> None:
    north = member(1, title="Fog in Northport", text="Northport wakes to thick fog, say those of Northport.")
    bridge = member(2, publisher="b")
    new = a_sketch("Fog shuts the bridge of Varnholm", LEAD, publisher="c")
    assert join(new, NOON, bridge, [north, bridge], RARE) is None
    assert join(new, NOON, bridge, [north, bridge, member(3, publisher="d")], RARE) == joining(bridge)


def test_a_new_source_joins_and_a_copy_joins_its_own_source() -> None:
    first = member()
    assert join(a_sketch(publisher="b"), NOON, first, [first], RARE) == joining(first)
    assert join(a_sketch(), NOON, first, [first], RARE) == joining(first)
    other = member(2, publisher="b")
    assert join(a_sketch(), NOON, other, [first, other], RARE) == joining(other)


def test_a_publisher_stands_in_a_story_once_and_its_other_articles_are_stories_of_their_own() -> None:
    first, other = member(), member(2, title="New bridge for Varnholm", text=RETOLD, publisher="b")
    again = a_sketch("What the Varnholm bridge costs", "Nine years and four billion: the harbour bridge in figures.")
    assert join(again, NOON + HOUR, other, [first, other], RARE) is None


def test_a_source_that_comes_back_later_with_new_words_tells_a_development() -> None:
    first, other = member(), member(2, title="New bridge for Varnholm", text=RETOLD, publisher="b")
    news = a_sketch("Varnholm bridge closed again", "Cracks found in two cables; engineers from Aalberg inspect them.")
    found = join(news, NOON + RETURN_AFTER, other, [first, other], RARE)
    assert found == joining(other, development=True)


def test_a_development_that_another_source_has_just_told_is_no_news() -> None:
    first, other = member(), member(2, title="New bridge for Varnholm", text=RETOLD, publisher="b")
    cracks = {"title": "Varnholm bridge closed again", "text": "Cracks found in two cables; engineers inspect them."}
    news = a_sketch(**cracks)
    for development in (False, True):  # a source that is new to the story tells no development: that is still to come
        echo = member(3, hours=5, publisher="c", development=development, **cracks)
        found = join(news, NOON + RETURN_AFTER, other, [first, other, echo], RARE)
        assert found == joining(other, development=not development)


def test_a_source_that_comes_back_with_what_is_known_tells_no_development() -> None:
    first, other = member(), member(2, title="New bridge for Varnholm", text=RETOLD, publisher="b")
    known = a_sketch(
        "Bridge for Varnholm opened", "Mayor Ingrid Solberg opened the new bridge; thousands of people came."
    )
    found = join(known, NOON + RETURN_AFTER, other, [first, other], RARE)
    assert found == joining(other, development=False)
    assert join(known, NOON + RETURN_AFTER, other, [first, other], defaultdict(float)) == joining(other)


def test_a_term_weighs_more_the_fewer_hold_it_and_less_while_few_articles_are_known() -> None:
    assert term_weight(2, 1000) > term_weight(50, 1000) > term_weight(900, 1000) >= 0
    assert term_weight(2, 1000) > term_weight(2, 10)
    assert term_weight(1, 10**6) == 1
    assert term_weight(5, 1) == 0


def test_a_term_weighs_the_same_alone_as_with_others() -> None:
    alone, together = (TermWeights(7, [3] * COUNTERS, among=50, usual=frozenset({4})) for _ in range(2))
    together.prepare(counters_of((4, 6), 7))
    assert (alone[4], alone[6]) == (together[4], together[6])
    assert alone[4] < alone[6]


def test_an_articles_own_story_has_the_same_sixteen_digits_each_time() -> None:
    assert story_id(1, "key") == story_id(1, "key")
    assert len({story_id(1, "key"), story_id(2, "key"), story_id(1, "other")}) == 3
    assert len(story_id(1, "\ud800")) == 16


def test_an_article_is_searched_by_its_bands_and_rare_words_that_others_hold() -> None:
    new = a_sketch()
    counts = [0] * COUNTERS
    shared = sorted(new.terms)[:3]
    for counter in counters_of(shared, new.language).values():
        counts[counter] = 2
    keys = index_keys(new, TermWeights(new.language, counts, among=1000))
    assert keys.stored[: len(new.bands)] == keys.searched[: len(new.bands)] == new.bands
    assert set(keys.searched[len(new.bands) :]) == set(shared)
    assert set(keys.stored[len(new.bands) :]) <= new.terms


def test_where_the_most_alike_story_cannot_take_an_article_the_next_one_may() -> None:
    own, full = member(1), member(2, publisher="b")
    other = Member(article_id=9, cluster=9, published_at=NOON, sketch=a_sketch(f"{TITLE} today", publisher="c"))
    clusters = {1: [own, full], 9: [other]}
    again = a_sketch("New bridge for Varnholm", RETOLD)
    found = assign(again, NOON, [full, other], RARE, members=clusters.__getitem__)
    assert replace(found, reason=None) == Placement(joins=9, cluster=9)
    assert assign(again, NOON, [full], RARE, members=clusters.__getitem__) == BEGINS_STORY


def test_a_page_that_another_source_has_brought_is_of_its_story_unless_the_source_has_brought_it_itself() -> None:
    later, first = SamePage(article_id=7, source_id=3), SamePage(article_id=4, source_id=2)
    assert assign_by_page(1, [later, first]) == Placement(joins=4, reason=Reason(rule=JoinRule.PAGE))
    assert assign_by_page(3, [later, first]) == BEGINS_STORY
    assert assign_by_page(1, []) == BEGINS_STORY
