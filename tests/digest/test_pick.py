"""Which stories a digest tells."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.digest.languages import Aside
from bot.digest.pick import MAX_ALSO, pages, pick, rank
from bot.models.articles import Article
from tests.fakes import NOON, an_article

ARTICLES = st.lists(
    st.builds(
        lambda number, source, story, hours: an_article(
            number,
            source_id=source,
            story_id=f"story-{story}",
            published_at=NOON - timedelta(hours=hours),
        ),
        st.integers(1, 60),
        st.integers(1, 4),
        st.integers(1, 20),
        st.integers(0, 5),
    ),
    max_size=60,
    unique_by=lambda article: article.id,
)


def told_by(source: int, *numbers: int) -> list[Article]:
    """Articles of one source, the lower the number the newer."""
    return [
        an_article(number, source_id=source, published_at=NOON - timedelta(minutes=number % 100)) for number in numbers
    ]


def test_the_newest_story_stands_first() -> None:
    old = an_article(1, published_at=NOON - timedelta(hours=3))
    new = an_article(2, published_at=NOON)
    assert pick([old, new], max_stories=5).items == ((new, ()), (old, ()))


def test_a_story_told_by_several_sources_stands_once_and_leads() -> None:
    single = an_article(1, published_at=NOON)
    plain = an_article(2, source_id=2, story_id="flood", published_at=NOON - timedelta(hours=2))
    pictured = an_article(
        3,
        source_id=3,
        story_id="flood",
        thumbnail_url="https://e.org/a.jpg",
        published_at=NOON - timedelta(hours=3),
    )
    assert pick([single, plain, pictured], max_stories=5).items == ((pictured, (plain,)), (single, ()))


def test_the_same_source_is_not_named_again_beside_its_own_story() -> None:
    first, again = an_article(1, story_id="s"), an_article(2, story_id="s")
    other, update = an_article(3, source_id=2, story_id="s"), an_article(4, source_id=2, story_id="s")
    ((shown, also),) = pick([first, again, other, update], max_stories=5).items
    assert shown == update
    assert also == (again,)


def test_the_feeds_of_a_sites_sections_do_not_name_one_article_twice() -> None:
    world = an_article(1, source_id=1, story_id="s", url="https://site.example/a")
    europe = an_article(2, source_id=2, story_id="s", url="https://m.site.example/a?amp=1")
    other = an_article(3, source_id=3, story_id="s", url="https://other.example/a", text="")
    asia = an_article(4, source_id=4, story_id="s", url="https://other.example/a/", text="")
    ((shown, also),) = pick([world, europe, other, asia], max_stories=5).items
    assert shown == europe
    assert also == (asia,)


def test_an_article_without_text_gives_way_to_one_with_text() -> None:
    empty = an_article(1, story_id="s", text="  ", thumbnail_url="https://e.org/a.jpg", published_at=NOON)
    full = an_article(2, source_id=2, story_id="s")
    assert pick([empty, full], max_stories=5).items == ((full, (empty,)),)


def test_only_a_few_other_sources_are_named() -> None:
    articles = [an_article(number, source_id=number, story_id="s") for number in range(1, 20)]
    ((_, also),) = pick(articles, max_stories=5).items
    assert len(also) == MAX_ALSO


def test_stories_already_sent_are_left_out() -> None:
    assert pick([an_article(1), an_article(2)], max_stories=5, sent={"story-1": 1}).items == ((an_article(2), ()),)


def test_a_story_already_sent_comes_again_for_a_development_that_came_in_later() -> None:
    known = an_article(3, story_id="flood")
    echo = an_article(5, source_id=2, story_id="flood")
    news = an_article(6, source_id=3, story_id="flood", development=True, text="")
    picked = pick([known, echo, news, an_article(7)], max_stories=5, sent={"flood": 4})
    assert set(picked.items) == {(news, (echo,)), (an_article(7), ())}
    assert picked.continued == {"flood"}
    assert pick([known, echo, news], max_stories=5, sent={"flood": 6}).items == ()


def test_a_development_of_a_story_that_was_not_sent_is_no_continuation() -> None:
    picked = pick([an_article(6, story_id="flood", development=True)], max_stories=5, sent={"other": 1})
    assert picked.continued == frozenset()


def test_a_continued_story_beyond_the_cap_is_known_as_such() -> None:
    news = an_article(6, story_id="flood", development=True, published_at=NOON - timedelta(days=1))
    picked = pick([an_article(7), news], max_stories=1, sent={"flood": 4})
    assert picked.more == (news,)
    assert picked.continued == {"flood"}


def test_each_author_of_a_folder_is_named_beside_the_others() -> None:
    one, other = (an_article(number, story_id="s", source_name=name) for number, name in ((1, "Ada"), (2, "Bob")))
    assert pick([one, other], max_stories=5).items == ((other, (one,)),)


def test_an_article_given_twice_counts_once() -> None:
    assert pick([an_article(1), an_article(1)], max_stories=5).items == ((an_article(1), ()),)


def test_a_flooding_source_leaves_the_others_their_share() -> None:
    flood = told_by(1, *range(1, 40))
    others = told_by(2, 150, 151, 152) + told_by(3, 260)
    picked = pick(flood + others, max_stories=6)
    assert [article.source_id for article, _ in picked.items].count(1) == 3
    assert {150, 151, 260} <= {article.id for article, _ in picked.items}
    assert [article.id for article in picked.more[:2]] == [4, 5]
    assert len(picked.items) + len(picked.more) == 43


def test_places_that_a_small_source_does_not_need_go_to_the_others() -> None:
    picked = pick(told_by(1, *range(1, 20)) + told_by(2, 150), max_stories=6)
    assert [article.id for article, _ in picked.items] == [1, 2, 3, 4, 5, 150]


def test_nothing_gives_nothing() -> None:
    assert pick([], max_stories=5).items == ()
    assert list(pages((), page_size=5)) == []


@settings(max_examples=60)
@given(ARTICLES, st.integers(1, 12))
def test_every_story_is_told_once_or_counted(articles: list[Article], places: int) -> None:
    picked = pick(articles, max_stories=places)
    shown = [article.story_id for article, _ in picked.items] + [article.story_id for article in picked.more]
    assert sorted(shown) == sorted({article.story_id for article in articles})
    assert len(picked.items) == min(places, len(shown))


@settings(max_examples=60)
@given(ARTICLES, st.integers(1, 12))
def test_pages_hold_every_story_once_and_are_full_but_the_last(articles: list[Article], size: int) -> None:
    found = tuple(pages(rank(articles), page_size=size))
    stories = [story for page in found for story in page]
    assert sorted(stories, key=lambda story: story[0].id) == sorted(rank(articles), key=lambda story: story[0].id)
    assert all(len(page) == size for page in found[:-1])


EASTERN = Aside(languages=frozenset({"ja", "ko"}))


def test_stories_in_other_languages_come_below_all_others_however_many_tell_them() -> None:
    own = an_article(1, published_at=NOON - timedelta(hours=5))
    flood = [an_article(number, source_id=number, story_id="flood", language="ja") for number in (2, 3, 4)]
    picked = pick([own, *flood], max_stories=2, aside=EASTERN)
    assert [article.id for article, _ in picked.items] == [1, 4]
    assert [article.id for article, _ in pick([own, *flood], max_stories=1, aside=EASTERN).items] == [1]


def test_or_they_are_left_out_everywhere() -> None:
    aside = Aside(languages=EASTERN.languages, left_out=True)
    articles = [an_article(1), an_article(2, language="ja"), an_article(3, language="ko")]
    assert pick(articles, max_stories=1, aside=aside) == pick(articles[:1], max_stories=1)
    assert tuple(pages(rank(articles, aside=aside), page_size=5, aside=aside)) == ((((articles[0]), ()),),)


def test_a_story_is_shown_in_a_language_that_is_read_though_another_has_the_picture() -> None:
    plain = an_article(1, story_id="flood")
    pictured = an_article(2, source_id=2, story_id="flood", language="ja", thumbnail_url="https://e.org/a.jpg")
    assert pick([plain, pictured], max_stories=5, aside=EASTERN).items == ((plain, (pictured,)),)


def test_pages_share_out_what_is_read_first() -> None:
    articles = [an_article(number, source_id=number % 3, language="ja" if number % 2 else "en") for number in range(9)]
    shown = [
        article.language
        for page in pages(rank(articles, aside=EASTERN), page_size=2, aside=EASTERN)
        for article, _ in page
    ]
    assert shown == ["en"] * 5 + ["ja"] * 4
