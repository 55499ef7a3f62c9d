"""Searching: what rules find in every script, in which order, and the index that finds it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.filters.grammar import RuleProblem, parse_rules
from bot.models.filters import Rule
from bot.models.sources import SourceKind, SourceSpec
from bot.store import Store, search, search_index
from bot.store.database.worker import connect
from bot.store.search import Found
from tests.fakes import NOON, a_new_article, an_update
from tests.stores import assert_index_is_exact, new_database

HOUR = timedelta(hours=1)

TEXTS = [
    ("人工智能與法律", "天気がいいから散歩しましょう。", "zh-Hant"),
    ("Straße nach Süden", "Привет, мир! Москва", "de"),
    ("Straße nach Norden", "الأخبار العربية اليوم، وبرلمان", "ar"),
    ('Say "cheese"', "a OR b AND NOT c* NEAR(x). The C++ world, v2_beta", "en"),
    ("Nothing", "Straße again, only in the text, and the Süden", "en"),
    ("รัฐบาลไทยประกาศนโยบายใหม่", "서울에서 한국전쟁 기념식이 열렸다", "th"),
    ("हिन्दी समाचार: दिल्ली में बारिश", "Hà Nội tổ chức hội nghị quốc tế", "hi"),
    ("Zürcher Brücke in Zürich gesperrt", "COVID-19疫情 im ЁЛКА-Gebiet, החדשות מירושלים", "de"),
    ("臺灣後續", "ＡＩ and ﬁnance", "zh-Hans"),
]


@pytest.fixture
async def library(store: Store) -> Store:
    await store.sources.add(SourceSpec(name="A Paper", kind=SourceKind.FEED, location="https://a.example/f"), now=NOON)
    await store.sources.add(SourceSpec(name="Archive", kind=SourceKind.FOLDER, location="posts"), now=NOON)
    articles = [
        a_new_article(title, text=text, language=language, published_at=NOON - number * HOUR)
        for number, (title, text, language) in enumerate(TEXTS)
    ]
    await store.sources.apply(an_update(1, *articles))
    post = a_new_article("Old bridge", text="A post.", authors=("Ana Brandt",), published_at=NOON - 99 * HOUR)
    await store.sources.apply(an_update(2, post))
    return store


async def found(library: Store, query: str) -> Found:
    rules = parse_rules(query, bare_shows=True)
    assert isinstance(rules, tuple), rules
    return await library.search.find(rules)


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("人工智能", [1]),
        ("法", [1]),
        ("人工智能与法律", [1]),  # in the other script
        ("工人", []),  # the characters in this order alone
        ("天気", [1]),
        ("москва", [2]),
        ("МИР", [2]),
        ("мо", []),  # no beginnings
        ("العربية", [3]),
        ("أخبار", [3]),  # with its article before it
        ("الأخبار العربية", [3]),
        ('"أخبار العربية اليوم"', [3]),
        ('"اليوم أخبار"', []),  # no phrase goes on among the words without their prefixes
        ("برلمان", [3]),
        ("عربي", []),
        ("straße", [2, 3, 5]),
        ("STRASSE", [2, 3, 5]),
        ("strass", []),
        ("straße süden", [2, 5]),  # both in the title before those in the text
        ("straße süden -москва", [5]),
        ('"straße nach"', [2, 3]),
        ("straße -lang:de", [3, 5]),
        ("straße lang:de,ar", [2, 3]),
        ("straße lang:zh", []),
        ("lang:zh", [1, 9]),
        ("lang:zh-Hans", [9]),
        ("lang:de -zürich", [2]),
        ("source:paper straße", [2, 3, 5]),
        ("source:archive", [10]),
        ('source:"ana brandt" bridge', [10]),
        ("source:brandt", [10]),
        ("source:nobody", []),
        ("-source:paper bridge", [10]),
        ("-source:brandt bridge", []),
        ("นโยบาย", [6]),
        ("ไทย", [6]),
        ("서울", [6]),
        ("한국", [6]),
        ("전쟁", []),  # inside of a word
        ("한국전쟁 -전쟁", [6]),  # and so it hides nothing
        ("दिल्ली", [7]),
        ("दल", []),  # other vowels make another word
        ("hội nghị", [7]),
        ("Ha Noi", [7]),
        ("Zurich", [8]),
        ("ZÜRICH brucke", [8]),
        ("covid-19", [8]),
        ('"covid 19"', [8]),  # the index knows no hyphen
        ("疫情", [8]),
        ("ёлка", [8]),
        ("חדשות", [8]),
        ("ירושלים", [8]),
        ("cheese", [4]),
        ("NEAR", [4]),
        ("C++", [4]),
        ("straße 🎉", []),  # signs are looked for in the text
        ("c*", [4]),
        ("v2", [4]),
        ("台湾", [9]),
        ("臺灣", [9]),
        ("ai finance", [9]),
        ("title:straße", []),
        ("nowhere", []),
        ("z" * 60, []),
    ],
)
async def test_words_are_found_in_every_script_and_syntax_means_nothing(
    library: Store, query: str, ids: list[int]
) -> None:
    assert list((await found(library, query)).ids) == ids


async def test_texts_of_many_articles_are_looked_through_for_what_the_index_does_not_know(
    library: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "MOST_ORDERED", 0)
    for query, ids in (("C++", (4,)), ("straße 🎉", ()), ("nowhere", ())):
        assert (await found(library, query)).ids == ids


async def test_what_stands_nowhere_is_named_where_nothing_is_found(library: Store) -> None:
    values = [rule.value for rule in (await found(library, "straße qqq 🎉 source:zzz lang:de")).unknown]
    assert values == ["qqq", "zzz"]
    assert [rule.value for rule in (await found(library, "qqq 🎉")).unknown] == ["qqq"]
    assert (await found(library, "straße 🎉")).unknown == ()  # they stand somewhere, if not together
    assert (await found(library, "straße")).unknown == ()
    assert (await found(library, "qqq")).unknown == ()  # there is no other


async def test_the_newest_alone_are_ranked_and_it_is_said(library: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "MOST_ORDERED", 1)
    monkeypatch.setattr(search, "MOST_FOUND", 2)
    assert await found(library, "straße") == Found(ids=(2, 3), is_cut=True, articles=2)
    monkeypatch.setattr(search, "MOST_FOUND", 3)
    assert await found(library, "straße süden") == Found(ids=(2, 5), is_cut=False, articles=2)


async def test_nothing_to_show_finds_nothing(library: Store) -> None:
    assert await found(library, "-straße") == Found(ids=())
    assert await library.search.find([]) == Found(ids=())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(max_size=40))
async def test_no_query_raises(library: Store, query: str) -> None:
    rules = parse_rules(query, bare_shows=True)
    wanted: tuple[Rule, ...] = () if isinstance(rules, RuleProblem) else rules
    assert len((await library.search.find(wanted)).ids) <= 10


# --- the index ----------------------------------------------------------------------------------


async def test_edits_and_purges_leave_an_exact_index(library: Store) -> None:
    edited = a_new_article("Straße nach Norden", text="Something else", published_at=NOON + HOUR)
    await library.sources.apply(an_update(1, edited))
    assert list((await found(library, "else")).ids) == [3]
    assert list((await found(library, "العربية")).ids) == []
    await library.sources._worker.write(assert_index_is_exact)


async def test_an_index_of_another_version_is_made_anew_and_goes_on_where_it_was_cut_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "tidings.db"
    await new_database(path)
    async with Store.open(path) as store:
        spec = SourceSpec(name="A", kind=SourceKind.FEED, location="https://a.example/f")
        await store.sources.add(spec, now=NOON)
        await store.sources.apply(an_update(1, *(a_new_article(f"Word{number}") for number in range(5))))
    monkeypatch.setattr(search_index, "INDEX_VERSION", "2")
    monkeypatch.setattr(search_index, "INDEXED_AT_ONCE", 2)
    index, calls = search_index._index, []

    def cut_off(db: object, texts: object) -> None:
        calls.append(texts)
        if len(calls) == 2:
            raise RuntimeError("the power fails")
        index(db, texts)  # type: ignore[arg-type]

    monkeypatch.setattr(search_index, "_index", cut_off)
    db = connect(path)
    with pytest.raises(RuntimeError, match="power"):
        search_index.bring_up_to_date(db)
    assert db.execute("SELECT value FROM facts").fetchall()[0][0] == "2 upto 2"
    db.close()
    async with Store.open(path) as store:
        assert [list((await found(store, f"word{number}")).ids) for number in (0, 4)] == [[1], [5]]
        await store.sources._worker.write(assert_index_is_exact)


async def test_the_newest_come_first_though_not_every_article_is_looked_at(
    library: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for limit, value in (("LOOKED_AT_FIRST", 1), ("MOST_ORDERED", 0)):
        monkeypatch.setattr(search, limit, value)
    for number, published in enumerate((5, 1, 0, 6, 7), start=5):  # hours after noon; they came in at 5, 6, 7, 8 and 9
        article = a_new_article(f"Quay {number}", published_at=NOON + published * HOUR)
        await library.sources.apply(an_update(1, article, at=NOON + number * HOUR))
    rules = parse_rules("quay", bare_shows=True)
    assert isinstance(rules, tuple)
    assert (await library.search.find(rules, upto=0)).ids == (15, 14, 13, 12, 11)
    assert (await library.search.find(rules, upto=1)).ids == (15, 14, 11, 12, 13)
    assert await library.search.find(rules) == Found(ids=(15, 14, 11, 12, 13), articles=5)
    monkeypatch.setattr(search, "MOST_ORDERED", 5)
    assert await library.search.find(rules, upto=0) == Found(ids=(15, 14, 11, 12, 13))
    monkeypatch.setattr(search, "MOST_READ", 0)
    assert await library.search.find(rules, upto=0) == Found(ids=(15, 14, 11, 12, 13))


@pytest.mark.parametrize(("limit", "most"), [("MOST_READ", 10), ("MOST_READ", 0), ("MOST_ORDERED", 0)])
async def test_a_story_stands_once_and_its_page_comes_along(
    library: Store, monkeypatch: pytest.MonkeyPatch, limit: str, most: int
) -> None:
    monkeypatch.setattr(search, limit, most)
    at = {"Quay opens": 3, "Old quay": 2, "Ferry": 1}
    for title, story in (("Ferry", "ferry"), ("Quay opens", "quay"), ("Old quay", "quay"), ("Bus", "quay")):
        parsed = a_new_article(title, text="By the quay", published_at=NOON + at.get(title, 4) * HOUR)
        await library.sources.apply(an_update(1, replace(parsed, own_story_id=story)))
    rules = parse_rules("quay", bare_shows=True)
    assert isinstance(rules, tuple)
    one = await library.search.find(rules, upto=1, shown=1)
    assert [article.title for article in one.shown] == ["Quay opens"]
    two = await library.search.find(rules, upto=20, shown=1)
    assert (two.ids, [article.title for article in two.shown]) == ((12, 11), ["Ferry"])
    assert (await library.search.find(rules, upto=20)).shown == ()


async def test_only_the_newest_titles_come_before_newer_texts(library: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "MOST_TITLED", 1)
    monkeypatch.setattr(search, "MOST_ORDERED", 0)
    for number, (title, text) in enumerate((("Quay one", ""), ("Quay two", ""), ("Bus", "A quay"))):
        await library.sources.apply(
            an_update(1, a_new_article(title, text=text, published_at=NOON + (number + 1) * HOUR))
        )
    assert (await found(library, "quay")).ids == (12, 13, 11)


async def test_no_text_passes_for_a_title_or_a_label(library: Store) -> None:
    text = "\ue001quay \ue002source1 \ue002languageja \ue000nowhere source1 languageja"
    await library.sources.apply(an_update(1, a_new_article("Bus", text=text, published_at=NOON - 9 * HOUR)))
    await library.sources.apply(an_update(2, a_new_article("Ferry to the quay", published_at=NOON - 99 * HOUR)))
    assert (await found(library, "quay")).ids == (12, 11)
    assert (await found(library, "quay source:archive")).ids == (12,)
    assert (await found(library, "quay source:archive source:paper")).ids == (12, 11)
    assert (await found(library, "source:archive source:paper -lang:en")).ids == (1, 2, 3, 6, 7, 8, 9)
    assert (await found(library, "quay -source:archive -source:paper")).ids == ()
    assert (await found(library, "quay source:++")).ids == ()
    assert [(await found(library, f"{word}:{'ja' if word == 'lang' else 'X'}")).ids for word in ("lang", "source")] == [
        (),
        (),
    ]


async def test_articles_with_a_word_are_counted(library: Store) -> None:
    counts = await library.search.counts(("Straße", "Zürich", "nowhere", "🎉"))
    assert counts == {"Straße": 3, "Zürich": 1, "nowhere": 0, "🎉": 0}
