from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import cycle
from typing import Any

import pytest

from bot.models.articles import ParsedArticle
from bot.stories.entries import HeldEntry, content_key, match_entries
from bot.stories.identity import fingerprint
from tests.fakes import NOON, a_parsed_article

HOUR = timedelta(hours=1)
ROSE, FELL = "It rose.", "It fell."
PAGE = "https://a.example/"


def an_entry(title: str = "Tide", **changes: Any) -> ParsedArticle:
    fields: dict[str, Any] = {"key": "guid", "url": PAGE, "text": ROSE, "published_at": NOON}
    return a_parsed_article(title, **{**fields, **changes})


OTHER = an_entry("Bridge", key="other", url="https://a.example/other", text="It opens.", published_at=NOON - 9 * HOUR)


def stored(entry: ParsedArticle, **changes: Any) -> HeldEntry:
    """What is stored of an entry."""
    held = HeldEntry(
        key=entry.key,
        fingerprint=fingerprint(entry, is_post=False),
        title=entry.title,
        url=entry.url,
        published_at=entry.published_at,
    )
    return replace(held, **changes)


def is_known(entry: ParsedArticle, was: ParsedArticle, *, is_only_one: bool = False) -> bool:
    """Whether an entry is taken for the stored article, in a feed that lists another known one beside it, or none."""
    held = [stored(was)] if is_only_one else [stored(was), stored(OTHER)]
    found = match_entries([entry] if is_only_one else [entry, OTHER], held)
    return found.entries[0].key == was.key


@pytest.mark.parametrize("is_only_one", [True, False])
@pytest.mark.parametrize(
    ("edit", "known"),
    [
        ({}, True),
        ({"title": "Ebb"}, True),
        ({"text": FELL}, True),
        ({"published_at": NOON + HOUR}, True),
        ({"url": "https://b.example/"}, True),
        ({"title": "Ebb", "text": FELL}, True),
        ({"title": "Ebb", "text": FELL, "url": "https://b.example/"}, True),
        ({"text": FELL, "published_at": NOON + HOUR}, True),
        ({"title": "Ebb", "published_at": NOON + HOUR, "url": "https://b.example/"}, False),
        ({"title": "Ebb", "published_at": NOON + HOUR, "text": FELL, "url": "https://b.example/"}, False),
        ({"title": "Ebb", "published_at": NOON + HOUR, "text": FELL, "url": None}, False),
        ({"published_at": NOON + HOUR, "text": FELL, "url": "https://b.example/"}, False),
    ],
)
def test_the_same_guid_is_an_edit_unless_link_title_and_date_are_others(
    edit: dict[str, Any], known: bool, is_only_one: bool
) -> None:
    assert is_known(replace(an_entry(), **edit), an_entry(), is_only_one=is_only_one) is known


def test_an_article_that_is_rewritten_under_its_guid_at_its_address_is_an_edit_where_others_are_listed() -> None:
    rewritten = an_entry("Ebb", text=FELL, published_at=NOON + HOUR)
    assert is_known(rewritten, an_entry())
    assert not is_known(rewritten, an_entry(), is_only_one=True)  # its page and guid may be those of all to come


def test_an_entry_is_known_again_by_address_title_and_date() -> None:
    was = an_entry("T", key="old")
    entry = an_entry("T")
    assert is_known(entry, was)
    assert is_known(replace(entry, published_at=None), was)
    assert is_known(replace(entry, text=FELL), was)
    assert is_known(replace(entry, text=FELL, published_at=NOON + 9 * HOUR), replace(was, published_at=None))
    others: list[dict[str, Any]] = [
        {"title": "U", "text": FELL, "published_at": NOON + HOUR},
        {"url": "https://b.example/"},
        {"published_at": NOON - HOUR, "text": FELL},
    ]
    assert not any(is_known(replace(entry, **changes), was) for changes in others)


def test_an_entry_alone_at_its_address_may_have_been_given_another_title() -> None:
    was = an_entry("T", key="old", published_at=NOON - HOUR)
    entry = an_entry("U", text=FELL, published_at=NOON - HOUR)
    assert is_known(entry, was)
    assert is_known(replace(entry, text="It  rose.", published_at=None), was)
    others: list[dict[str, Any]] = [
        {"url": "https://b.example/"},
        {"published_at": NOON - 2 * HOUR},
        {"published_at": None},
        {"published_at": None, "text": ""},
    ]
    assert not any(is_known(replace(entry, **changes), was) for changes in others)
    assert not is_known(entry, replace(was, published_at=None))


def test_the_next_entry_at_an_address_of_its_own_is_new_though_its_title_is_always_the_same() -> None:
    was = an_entry("Menu", key=PAGE, url=PAGE, published_at=None)
    address = "https://a.example/2"
    assert not is_known(an_entry("Menu", key=address, url=address, text=FELL, published_at=None), was, is_only_one=True)


def test_a_day_alone_makes_no_edit_of_the_next_article_at_an_address() -> None:
    day = NOON.replace(hour=0)
    was = an_entry("T", key="old", published_at=day)
    assert not is_known(an_entry("U", text=FELL, published_at=day), was)


def test_an_entry_under_a_new_guid_has_the_key_of_the_article_at_its_address() -> None:
    entries = [an_entry(key, key=key, url=f"https://a.example/{key}") for key in "abc"]
    held = [stored(entries[0]), stored(replace(entries[1], key="old"))]
    assert [entry.key for entry in match_entries(entries, held).entries] == ["a", "old", "c"]


def test_an_entry_shares_its_address_with_others_only_under_its_own_title() -> None:
    was = an_entry("Old", key="old")
    new, other = (an_entry(title, key=title, text=f"{title}.") for title in ("New", "Other"))
    assert [entry.key for entry in match_entries([new], [stored(was)]).entries] == ["old"]
    assert [entry.key for entry in match_entries([new, other], [stored(was)]).entries] == ["New", "Other"]


def test_an_entry_of_a_renamed_feed_is_the_article_of_its_title_whose_date_or_text_it_has() -> None:
    was = an_entry(key="old", url="https://old.example/")
    entry = an_entry(key="new", url="https://new.example/")

    def is_found(**changes: Any) -> bool:
        return match_entries([replace(entry, **changes), OTHER], [stored(was)]).entries[0].key == "old"

    assert is_found()
    assert is_found(text=FELL)
    assert is_found(published_at=None)
    assert not is_found(text=FELL, published_at=None)
    assert not is_found(text=FELL, published_at=NOON + HOUR)  # the horoscope has the same titles every day
    assert not is_known(entry, was)  # something of the feed is known: it was not renamed


def test_what_stands_under_a_key_that_is_taken_gets_one_of_its_own() -> None:
    was = an_entry(key="current", url=None)
    entry = an_entry("Ebb", key="current", url=None, text=FELL, published_at=NOON + HOUR)
    [first] = match_entries([entry], [stored(was)]).entries
    assert first.key == content_key(entry)
    [again] = match_entries([replace(entry, title="Ebb again")], [stored(first), stored(was)]).entries
    assert again.key == first.key


def test_a_key_is_found_where_that_of_the_content_is_taken_too() -> None:
    entry = an_entry("Ebb", key="current", url=None, text=FELL, published_at=NOON + HOUR)
    held = [stored(an_entry(key=key, url=None)) for key in ("current", content_key(entry))]
    [found] = match_entries([entry], held).entries
    assert found.key not in {one.key for one in held}


def test_twins_are_told_apart_by_their_texts_and_neither_takes_the_place_of_a_third() -> None:
    high, low, mid = (an_entry(key=content_key(an_entry(text=text)), text=text) for text in ("High.", "Low.", "Mid."))
    held = [stored(low), stored(high)]
    assert [entry.key for entry in match_entries([high, low], held).entries] == [high.key, low.key]
    assert [entry.key for entry in match_entries([mid, high], held).entries] == [mid.key, high.key]


def test_guids_that_are_places_in_the_list_tell_nothing() -> None:
    one, two = an_entry("One", key="1", url=None), an_entry("Two", key="2", url=None, text=FELL)
    new = an_entry("New", key="1", url=None, text="It stands.", published_at=NOON + HOUR)
    shifted = [new, replace(one, key="2"), replace(two, key="3")]
    found = match_entries(shifted, [stored(two), stored(one)])
    assert [entry.key for entry in found.entries] == [content_key(new), "1", "2"]


def test_an_address_keeps_the_fragment_that_it_was_stored_with() -> None:
    was = an_entry(url=f"{PAGE}log#v1")
    [entry] = match_entries([an_entry(url=f"{PAGE}log")], [stored(was)]).entries
    assert (entry.key, entry.url) == (was.key, was.url)


@pytest.mark.parametrize(
    ("changes", "needs_more"),
    [
        ({}, False),  # it is known
        ({"key": "new", "url": "https://a.example/new", "title": "New"}, False),
        ({"key": content_key(an_entry("New")), "url": None, "title": "New", "text": FELL}, True),
    ],
)
def test_more_is_asked_for_where_only_the_content_can_tell(changes: dict[str, Any], needs_more: bool) -> None:
    found = match_entries([replace(an_entry(), **changes), OTHER], [stored(an_entry()), stored(OTHER)])
    assert found.needs_more is needs_more


def test_more_is_asked_for_where_nothing_is_known() -> None:
    assert match_entries([an_entry()], []).needs_more
    assert not match_entries([], []).needs_more


def test_many_entries_of_one_page_and_one_text_are_matched_in_a_moment() -> None:
    entries = [an_entry("Letter", key=f"content:{n}", published_at=NOON + n * HOUR) for n in range(200)]
    held = [stored(entry) for entry in entries for _ in range(2)]
    edited = [*entries[1:], replace(entries[0], title="Letter, corrected")]
    assert [entry.key for entry in match_entries(edited, held).entries] == [entry.key for entry in edited]


def read_again(held: list[HeldEntry], entries: list[ParsedArticle]) -> int:
    """Read a feed once more; returns how many entries are new, which `held` then begins with."""
    keys, urls = {entry.key for entry in entries}, {entry.url for entry in entries if entry.url}
    matched = match_entries(entries, [one for one in held if one.key in keys or one.url in urls])  # are read first
    found = (match_entries(entries, held) if matched.needs_more else matched).entries
    known = {one.key: one for one in held}
    new = [entry for entry in found if entry.key not in known]
    known |= {entry.key: stored(entry, text=entry.text) for entry in found}
    held[:] = [known.pop(entry.key) for entry in new] + list(known.values())
    return len(new)


def test_the_one_entry_of_a_feed_is_an_edit_of_the_newest_article_alone() -> None:
    first, second = ("A choir sings in the old mill on Sunday at noon.", "The ferry resumes on Monday at noon.")
    third = "A choir sings in the old mill on Monday at noon."
    held: list[HeldEntry] = []
    brought = [read_again(held, [an_entry("Today", text=text, published_at=None)]) for text in (first, second, third)]
    assert brought == [1, 1, 1]


LETTERS = (
    "Otters are seen at the weir again, says the town's warden.",
    "The ferry to the islands resumes after a month in the yard.",
    "A choir sings in the old mill; it holds forty people.",
)


@pytest.mark.parametrize("key", ["current", PAGE, "content:of its own"])
@pytest.mark.parametrize(
    "items",
    [
        [("Letter of the day", text) for text in LETTERS],
        [(text, "Read it on our page.") for text in LETTERS],
        [(f"Letter {number}", "Read it on our page.") for number in range(3)],
        [(f"Senior engineer wanted ({town})", "Read it on our page.") for town in ("Arlen", "Bexford", "Dunmore")],
        [
            ("今日信件", "东区的图书馆今天重新开放"),
            ("今日信件", "港口的旧吊车被运往北方"),
            ("今日信件", "合唱团在磨坊里演唱"),
        ],
    ],
)
@pytest.mark.parametrize("dates", [(None, None, None), (NOON, NOON + HOUR, NOON + 2 * HOUR)])
def test_the_one_entry_of_a_feed_is_new_when_its_title_or_its_text_says_something_else(
    key: str, items: list[tuple[str, str]], dates: tuple[Any, ...]
) -> None:
    held: list[HeldEntry] = []
    for (title, text), date in zip(items, dates, strict=True):
        url = PAGE if key == PAGE else None
        entry = an_entry(title, key=key, url=url, text=text, published_at=date)
        assert read_again(held, [entry]) == 1
        assert read_again(held, [entry]) == 0


@pytest.mark.parametrize(
    "edit",
    [
        {"text": f"{LETTERS[0]} So it was said."},
        {"text": LETTERS[0].replace("again", "agian")},
        {"title": "Letter of the day, corrected"},
        {"published_at": NOON + HOUR},
        {"text": f"{LETTERS[0]} 3 comments"},
    ],
)
def test_the_one_entry_of_a_feed_is_edited_where_most_of_its_words_stay(edit: dict[str, Any]) -> None:
    was = an_entry("Letter of the day", text=LETTERS[0], published_at=None)
    held = [stored(was, text=was.text)]
    assert read_again(held, [replace(was, **edit)]) == 0


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("12 comments", "13 comments"),
        ("Weir open. 1 comment", "Weir open. 2 comments"),
        ("Weir open | Replies: 9", "Weir open | Replies: 10"),
        ("Weir open (0 new comments, 40 views)", "Weir open (3 new comments, 52 views)"),
        ("堰口开放。12条评论", "堰口开放。13条评论"),
        ("Das Wehr ist offen. 3 Kommentare", "Das Wehr ist offen. 4 Kommentare"),
        ("Плотина открыта. 1 комментарий", "Плотина открыта. 5 комментариев"),
    ],
)
def test_a_counter_below_a_short_text_makes_no_other_article(text: str, later: str) -> None:
    was = an_entry("Weir", text=text, published_at=None)
    held = [stored(was, text=was.text)]
    assert read_again(held, [replace(was, text=later)]) == 0
    titled = an_entry(text, text="Read it on our page.", published_at=None)
    assert read_again([stored(titled, text=titled.text)], [replace(titled, title=later)]) == 0


def test_other_figures_than_those_of_a_counter_still_make_one() -> None:
    was = an_entry("Rate", text="It is 1.0842. 12 comments", published_at=None)
    assert read_again([stored(was, text=was.text)], [replace(was, text="It is 1.0912. 12 comments")]) == 1


def test_a_long_text_may_be_given_any_other_title() -> None:
    was = an_entry("Tide", text=" ".join(LETTERS) * 2, published_at=None)
    assert read_again([stored(was, text=was.text)], [replace(was, title="Otters")]) == 0


@pytest.mark.parametrize("key", ["current", PAGE])
@pytest.mark.parametrize(
    ("changes", "is_new"),
    [
        ({"text": "One euro is 1.0912 dollars."}, True),
        ({"text": "One euro is 1.0842 US dollars."}, False),
        ({"title": "Rate 64"}, True),
        ({"published_at": NOON + 24 * HOUR}, True),
        ({"published_at": NOON + HOUR}, False),  # some feeds date their entry anew at each reading
        ({"url": "https://a.example/2026/03/05"}, True),
        ({"url": "https://a.example/2026/03/05", "published_at": NOON}, False),  # it moved
        ({"text": "One euro is 1.0912 dollars.", "published_at": NOON}, False),  # it was corrected
    ],
)
def test_the_one_entry_of_a_feed_is_new_with_other_figures_another_day_or_another_link(
    key: str, changes: dict[str, Any], is_new: bool
) -> None:
    dated = "published_at" in changes
    rate = an_entry("Rate 63", key=key, text="One euro is 1.0842 dollars.", published_at=NOON if dated else None)
    edit = replace(rate, **changes)
    edit = replace(edit, key=edit.url or "") if key == PAGE else edit
    held = [stored(rate, text=rate.text)]
    assert read_again(held, [edit]) == is_new
    assert read_again(held, [edit]) == 0


def test_the_one_entry_of_a_feed_comes_back_with_the_figures_of_an_earlier_day() -> None:
    held: list[HeldEntry] = []
    days = [
        an_entry("Rate", text=f"It is {rate}.", published_at=NOON + at * 24 * HOUR) for at, rate in enumerate("121")
    ]
    assert [read_again(held, [day]) for day in (*days, days[-1])] == [1, 1, 1, 0]


def test_the_clock_of_a_long_text_makes_no_other_article() -> None:
    was = an_entry("Live", text=f"{' '.join(LETTERS)} 12 boats, 3 ferries, 40 singers. As of 14:35.", published_at=None)
    edit = replace(was, text=was.text.replace("14:35", "14:50"))
    assert read_again([stored(was, text=was.text)], [edit]) == 0
    other = replace(was, text=was.text.replace("12 boats, 3", "14 boats, 5"))
    assert read_again([stored(was, text=was.text)], [other]) == 1


@pytest.mark.parametrize("address", [None, "https://a.example/#{place}", "https://a.example/"])
@pytest.mark.parametrize("has_date", [True, False])
@pytest.mark.parametrize("title", ["Daily report", "Report {number}"])
def test_places_in_the_list_are_told_from_guids_though_all_titles_or_texts_are_the_same(
    address: str | None, has_date: bool, title: str
) -> None:
    def listed(first: int, count: int = 4) -> list[ParsedArticle]:
        return [
            an_entry(
                title.format(number=number),
                key=str(place),
                url=address and address.format(place=place),
                text="More on our page." if "{" in title else f"{LETTERS[number % 3]} It is day {number}.",
                published_at=NOON + number * HOUR if has_date else None,
            )
            for place, number in enumerate(range(first, first - count, -1))
        ]

    held: list[HeldEntry] = []
    brought = [read_again(held, listed(last)) for last in (4, 4, 5, 5, 8, 9, 10, 11)]
    assert brought == [4, 0, 1, 0, 3, 1, 1, 1]
    growing = [read_again(held, listed(last, last - 7)) for last in (12, 13, 14, 15)]
    assert growing == [1, 1, 1, 1]


def test_the_date_alone_tells_entries_of_one_title_and_text() -> None:
    held: list[HeldEntry] = []
    episodes = [an_entry("Episode", key=f"content:{n}", published_at=NOON + n * HOUR) for n in range(5)]
    assert [read_again(held, episodes[at : at + 3]) for at in (0, 1, 2)] == [3, 1, 1]


def keys_found(entries: list[ParsedArticle], held: list[ParsedArticle]) -> list[str]:
    return [entry.key for entry in match_entries(entries, [stored(one) for one in held]).entries]


def test_a_bulletin_under_its_own_guid_an_hour_later_is_the_next_one_though_it_says_the_same() -> None:
    bulletin = an_entry("News at the hour")
    assert not is_known(replace(bulletin, key="2", published_at=NOON + HOUR), bulletin, is_only_one=True)
    assert is_known(replace(bulletin, key="2", published_at=NOON + HOUR / 10), bulletin, is_only_one=True)
    assert is_known(replace(bulletin, published_at=NOON + HOUR), bulletin, is_only_one=True)  # some date anew each time


def test_a_day_alone_does_not_make_the_next_letter_of_that_day_an_edit() -> None:
    letter = an_entry("Letter", published_at=NOON.replace(hour=0), text="The harbour is calm, and the boats lie in.")
    held = [stored(letter, text=letter.text)]
    for text, is_same in ((letter.text + " So far.", True), ("Two trains were late because of a fallen tree.", False)):
        [found] = match_entries([replace(letter, text=text)], held).entries
        assert (found.key == letter.key) is is_same


def test_another_link_makes_the_one_entry_of_a_feed_new_where_its_guid_came_before() -> None:
    first = an_entry(key="0", text="")
    second = an_entry(key="content:2", text="", url="https://a.example/2", published_at=None)
    entry = an_entry(key="0", text="", url="https://a.example/3", published_at=None)
    assert keys_found([entry], [second, first]) == [content_key(entry)]


def test_entries_without_an_address_of_their_own_are_looked_for_among_all_though_one_is_known_by_its_guid() -> None:
    entries = [an_entry(title, key=f"edition-2-{title}", url=None, text=f"{title}.") for title in "abc"]
    assert match_entries(entries, [stored(entries[0])]).needs_more
    before = [replace(entry, key=f"edition-1-{entry.title}") for entry in entries[1:]]
    assert keys_found(entries, [entries[0], *before]) == ["edition-2-a", "edition-1-b", "edition-1-c"]


def test_titles_without_texts_are_known_again_under_other_guids_and_dates() -> None:
    entries = [an_entry(t, key=t, url=f"https://a.example/{t}", text="", published_at=NOON) for t in "abc"]
    again = [replace(entry, key=f"{entry.key}2", published_at=NOON + HOUR) for entry in entries]
    assert keys_found(again, entries) == ["a", "b", "c"]
    at_home = [replace(entry, url=PAGE) for entry in again]
    assert keys_found(at_home, [replace(entry, url=PAGE) for entry in entries]) == ["a", "b", "c"]


def test_an_entry_of_one_title_for_all_is_known_elsewhere_by_its_text_or_by_its_date() -> None:
    def listed(site: str, *, dated: bool) -> list[ParsedArticle]:
        places = [(f"https://{site}.example/{at}", at) for at in (1, 2)]
        said = [(f"Item {at}.", None) if not dated else ("", NOON + at * HOUR) for _, at in places]
        return [
            an_entry("Bulletin", key=url, url=url, text=text, published_at=date)
            for (url, _), (text, date) in zip(places, said, strict=True)
        ]

    for dated in (True, False):
        held = listed("old", dated=dated)
        assert keys_found(listed("new", dated=dated), held) == [entry.key for entry in held]


def test_a_title_and_a_day_that_all_entries_have_make_no_edit_of_the_next_one_at_their_page() -> None:
    day = NOON.replace(hour=0)
    entries = [an_entry("Bulletin", key=str(at), text=f"Item {at}.", published_at=day) for at in range(4)]
    assert keys_found(entries[1:], entries[:3]) == ["1", "2", "3"]
    alike = [replace(entry, text="Item.", published_at=None) for entry in entries]
    assert keys_found(alike[1:], alike[:3]) == ["1", "2", "3"]


def test_guids_that_are_places_are_known_by_addresses_where_all_entries_say_the_same() -> None:
    def listed(*numbers: int) -> list[ParsedArticle]:
        places = enumerate(numbers)
        return [an_entry("T", key=str(at), url=f"{PAGE}{n}", text="", published_at=None) for at, n in places]

    assert keys_found(listed(4, 3, 2), listed(3, 2, 1))[1:] == ["0", "1"]


def test_addresses_that_are_guids_and_places_are_seen_through() -> None:
    def listed(*numbers: int) -> list[ParsedArticle]:
        places = enumerate(numbers)
        return [an_entry("T", key=f"{PAGE}{at}", url=f"{PAGE}{at}", text=f"Item {n}.") for at, n in places]

    assert keys_found(listed(4, 3, 2), listed(3, 2, 1))[1:] == [f"{PAGE}0", f"{PAGE}1"]


WORDS = ("anchor", "bakery", "copper", "dunes", "elm", "ferry", "glacier", "harbour", "inlet")


def placed(link: str, *numbers: int, edited: int = -1, title: str = "", hour: int = 0) -> list[ParsedArticle]:
    """Entries whose links say where in the list they stand; one has been edited in its title or its text.

    `hour` is the one of the reading, which all have for a date; 0: they have none.
    """
    entries = []
    for place, number in enumerate(numbers, start=1):
        url, word = link.format(place=place, letter="kmpqz"[place]), WORDS[number]
        text = f"The {word} {LETTERS[number % 3]} {'It lasts.' if number == edited and not title else ''}"
        own = f"The {word} gains {WORDS[-1 - number]} {title if number == edited else ''}".strip()
        entries.append(an_entry(own, key=url, url=url, text=text, published_at=NOON + hour * HOUR if hour else None))
    return entries


@pytest.mark.parametrize("title", ["", "again"])
@pytest.mark.parametrize(
    "link", ["https://a.example/log#{place}", "https://a.example/log?item={place}", "https://a.example/log/{letter}"]
)
def test_links_that_are_places_in_the_list_are_seen_through_wherever_an_item_comes_in(link: str, title: str) -> None:
    held: list[HeldEntry] = []
    lists = [(0, 1), (0, 2, 1), (0, 2, 1, 3), (4, 0, 2, 1), (5, 4, 0, 2)]
    hours = iter(range(1, 9)) if title else cycle([0])
    brought = [read_again(held, placed(link, *one, edited=0, title=title, hour=next(hours))) for one in lists]
    assert brought == [2, 1, 1, 1, 1]
    moved = placed(link, 6, 5, 4, 0, edited=5, title=title, hour=next(hours))
    assert read_again(held, moved) == 1, "edited and moved at once"
    stayed = placed(link, 6, 5, 4, 0, edited=4, title=title, hour=next(hours))
    assert read_again(held, stayed) == 0, "edited in its place"


def test_links_that_count_on_are_places_though_nothing_moves_visibly() -> None:
    held: list[HeldEntry] = []
    lists = [(0, 1, 2), (0, 1, 3), (0, 5, 4)]
    assert [read_again(held, placed("https://a.example/log/{place}", *numbers)) for numbers in lists] == [3, 1, 2]
    lettered: list[HeldEntry] = []  # such links are names: it is rewritten
    link = "https://a.example/tale-of-{letter}"
    assert [read_again(lettered, placed(link, *numbers)) for numbers in lists[:2]] == [3, 0]


def test_entries_that_differ_in_their_dates_alone_are_known_again_beside_one_that_kept_its_guid() -> None:
    days = [an_entry("T", key=f"{at}", url=None, text="", published_at=NOON - at * 9 * HOUR) for at in range(4)]
    again = [days[0], *(replace(entry, key=f"n{entry.key}") for entry in days[1:])]
    assert keys_found(again, days) == ["0", "1", "2", "3"]


def read_each_time(readings: list[list[ParsedArticle]]) -> list[int]:
    held: list[HeldEntry] = []
    return [read_again(held, entries) for entries in readings]


SAID = [
    f"{LETTERS[0]} Nets, rods and lamps lie ready on both banks for whoever counts them tonight.",
    f"{LETTERS[1]} Her engine was rebuilt, painters gave every cabin fresh colours, captain Lund says.",
    f"{LETTERS[2]} Programmes cost two crowns; doors open early, coffee follows under old lime trees.",
]


def counted(numbers: tuple[int, ...], reading: int, *, title: str = "", page: str | None = None) -> list[ParsedArticle]:
    """Entries without a guid that all have the date of the reading, and count the comments below their texts."""
    texts = [f"{SAID[number]} {7 * reading + number} comments" for number in numbers]
    return [
        an_entry(title or text, key=f"content:{reading}-{at}", url=page, text=text, published_at=NOON + reading * HOUR)
        for at, text in enumerate(texts)
    ]


@pytest.mark.parametrize("title", ["", "Letter"])
@pytest.mark.parametrize("page", [None, PAGE])
def test_entries_without_guids_that_count_comments_and_are_dated_anew_are_told_once(
    title: str, page: str | None
) -> None:
    listed = [((0, 1), 1), ((0, 1), 2), ((1, 2), 3), ((1, 2), 4)]
    assert read_each_time([counted(of, at, title=title, page=page) for of, at in listed]) == [2, 0, 1, 0]


def test_a_title_that_is_cut_within_a_counter_is_that_of_the_text() -> None:
    def listed(reading: int) -> list[ParsedArticle]:
        entries = counted((0, 1, 2), reading)
        return [replace(entry, title=f"{entry.text[: entry.text.index(' comm') + 4]}…") for entry in entries]

    assert read_each_time([listed(reading) for reading in range(3)]) == [3, 0, 0]


def reworded(text: str, reading: int) -> str:
    return f"Seen {('early', 'at noon', 'late', 'tonight', 'overnight')[reading]}. {text}"


@pytest.mark.parametrize("guid", ["", "{reading}-{number}", "{at}"])
def test_entries_are_told_once_though_most_of_their_words_alone_stay(guid: str) -> None:
    def listed(numbers: tuple[int, ...], reading: int) -> list[ParsedArticle]:
        return [
            an_entry(
                "Letter",
                key=guid.format(reading=reading, number=number, at=at) or f"content:{reading}-{at}",
                url=None,
                text=reworded(SAID[number], reading),
                published_at=NOON + reading * HOUR,
            )
            for at, number in enumerate(numbers)
        ]

    assert read_each_time([listed((1, 0), 1), listed((1, 0), 2), listed((2, 1), 3), listed((2, 1), 4)]) == [2, 0, 1, 0]


def test_entries_of_one_form_are_not_known_by_their_words() -> None:
    def listed(reading: int) -> list[ParsedArticle]:
        return [
            an_entry(
                "Level", key=f"{reading}-{town}", url=None, published_at=None, text=f"{town}: the river is calm, {at}."
            )
            for at, town in enumerate(("Oak", "Elm", "Ash"), start=3 * reading)
        ]

    assert read_each_time([listed(1), listed(2)]) == [3, 3]


def test_a_session_in_all_links_makes_no_other_article() -> None:
    def listed(numbers: tuple[int, ...], reading: int) -> list[ParsedArticle]:
        places = [(number, f"https://a.example/{number}?k=3f9a77c0{reading}") for number in numbers]
        return [an_entry("T", key=url, url=url, text=LETTERS[n], published_at=None) for n, url in places]

    assert read_each_time([listed((0, 1), 1), listed((0, 1), 2), listed((1, 2), 3)]) == [2, 0, 1]


def test_a_rewritten_entry_under_another_guid_at_its_own_address_is_an_edit_in_a_feed_that_changes_guids() -> None:
    def listed(reading: int) -> list[ParsedArticle]:
        return [
            an_entry(
                f"{at} {LETTERS[at]}" + " again" * (at < 2) * reading,
                key=f"{reading}-{at}",
                url=f"https://a.example/{at}",
                text=reworded(SAID[at], reading) if at < 2 else SAID[at],
                published_at=NOON.replace(hour=0),
            )
            for at in range(3)
        ]

    assert read_each_time([listed(0), listed(1)]) == [3, 0]


def test_the_hour_of_its_date_makes_an_edited_entry_of_a_feed_that_changes_guids_known() -> None:
    def listed(reading: int) -> list[ParsedArticle]:
        return [
            an_entry(
                f"Bulletin {at}" + " (updated)" * (at < reading), key=f"{reading}-{at}", url=PAGE, text="",
                published_at=NOON - at * HOUR,
            )
            for at in range(3)
        ]  # fmt: skip

    assert read_each_time([listed(0), listed(2), listed(3)]) == [3, 0, 0]


def test_an_edited_title_beside_a_new_entry_of_the_same_title_does_not_change_places_with_it() -> None:
    def listed(*items: tuple[str, int], reading: int) -> list[ParsedArticle]:
        return [
            an_entry(title, key=str(at), url=None, text=LETTERS[n], published_at=NOON + reading * HOUR)
            for at, (title, n) in enumerate(items)
        ]

    held: list[HeldEntry] = []
    assert read_again(held, listed(("Notice of the town", 0), reading=0)) == 1
    assert read_again(held, listed(("Notice of the town", 1), ("Notice of the town, updated", 0), reading=1)) == 1
    assert held[0].text == LETTERS[1]


def test_the_same_guid_keeps_an_article_whose_title_and_text_are_nearly_the_same() -> None:
    was = an_entry("Otters are seen", text=SAID[0])
    edit = an_entry(
        "Otters are seen again", text=f"{SAID[0]} Twice.", url="https://b.example/", published_at=NOON + HOUR
    )
    beside = [stored(OTHER, text=OTHER.text)]
    assert match_entries([edit, OTHER], [stored(was, text=was.text), *beside]).entries[0].key == was.key
    other = replace(edit, title="Ferry resumes", text=SAID[1])
    assert match_entries([other, OTHER], [stored(was, text=was.text), *beside]).entries[0].key != was.key


def test_an_entry_of_one_title_for_all_is_not_another_one_at_its_link_though_it_has_its_guid() -> None:
    day = NOON.replace(hour=0)
    was = [an_entry("T", key=str(n), url=f"{PAGE}{n}", text=LETTERS[n], published_at=day) for n in range(2)]
    now = [replace(was[0], key="1"), an_entry("T", key="0", url=f"{PAGE}2", text=LETTERS[2], published_at=day)]
    found = match_entries(now, [stored(one, text=one.text) for one in was]).entries
    assert [found[0].key, found[1].key in "01"] == ["0", False]


def test_the_date_of_another_entry_tells_one_that_says_what_was_stored_from_it() -> None:
    was = an_entry("T", key="content:1", url=None)
    edited, new = replace(was, text="It rose. Update."), replace(was, key="content:2", published_at=NOON + HOUR)
    found = match_entries([new, replace(edited, key="content:3")], [stored(was, text=was.text)]).entries
    assert [entry.key for entry in found] == ["content:2", "content:1"]


def test_an_entry_whose_title_is_its_address_is_known_by_the_address_without_a_session() -> None:
    def listed(reading: int) -> list[ParsedArticle]:
        urls = [f"https://a.example/{n}?k=3f9a77c0{reading}" for n in range(2)]
        return [an_entry(url, key=url, url=url, text="", published_at=None) for url in urls]

    assert read_each_time([listed(0), listed(1)]) == [2, 0]


LONE = an_entry("Ferry resumes", key="1", url=f"{PAGE}1", text=LETTERS[1], published_at=None)


@pytest.mark.parametrize(
    ("was", "changes", "is_new"),
    [
        ({}, {"key": "2", "url": f"{PAGE}2"}, True),  # guid and link of the next one
        ({}, {"key": "2", "url": "https://b.example/1"}, False),  # the site moved
        ({}, {"key": "2"}, False),
        ({"published_at": NOON}, {"key": "2", "url": f"{PAGE}2", "published_at": NOON + HOUR / 6}, True),
        ({"published_at": NOON}, {"key": "2", "url": f"{PAGE}2"}, True),  # a date that never changes
        ({"published_at": NOON}, {"key": "2", "title": "Otters seen", "text": LETTERS[0]}, True),
        ({"published_at": NOON}, {"title": "Otters seen", "text": LETTERS[0]}, True),
        ({"published_at": NOON}, {"text": LETTERS[0]}, True),
        ({"published_at": NOON}, {"title": "Otters seen"}, False),
        ({"published_at": NOON}, {"title": "Otters seen", "url": f"{PAGE}2"}, True),
        ({"published_at": NOON}, {"text": LETTERS[1].replace("month", "week")}, False),
        ({"url": f"{PAGE}1?k=3f9a77c01b"}, {"url": f"{PAGE}1?k=9c01d2e4aa"}, False),
        ({"url": f"{PAGE}1?k=3f9a77c01b"}, {"url": f"{PAGE}1?k=9c01d2e4aa", "text": LETTERS[0]}, True),
        ({"url": f"{PAGE}1?k=3f9a77c01b"}, {"key": "2", "url": f"{PAGE}1?k=9c01d2e4aa"}, False),
        ({"key": "content:1", "url": None}, {"key": "content:2", "text": f"{LETTERS[1]} So far."}, False),
        ({"key": "content:1", "url": None}, {"key": "content:2", "title": "Otters", "text": LETTERS[0]}, True),
    ],
)
def test_the_one_entry_of_a_feed_is_told_by_what_of_it_is_another(
    was: dict[str, Any], changes: dict[str, Any], is_new: bool
) -> None:
    before = replace(LONE, **was)
    held = [stored(before, text=before.text)]
    assert read_again(held, [replace(before, **changes)]) == is_new


def test_a_lone_entry_whose_text_is_unknown_is_an_edit_while_it_keeps_its_date() -> None:
    was = replace(LONE, published_at=NOON)
    assert is_known(replace(was, title="Otters seen", text=LETTERS[0]), was, is_only_one=True)


def test_a_long_text_in_a_feed_of_one_is_edited_under_any_title() -> None:
    was = replace(LONE, key="content:1", url=None, text=" ".join(SAID))
    held = [stored(was, text=was.text)]
    assert read_again(held, [replace(was, key="content:2", title="Otters", text=f"{was.text} So far.")]) == 0


def test_words_make_no_article_of_an_entry_that_has_a_date_or_a_link_of_its_own() -> None:
    was = an_entry("Letter", key="content:1", url=None, text=SAID[0])
    beside = an_entry("Letter", key="content:2", url=None, text=SAID[1], published_at=NOON - HOUR)
    new = replace(was, key="content:3", text=f"{SAID[0]} Again.", published_at=NOON + HOUR)
    held = [stored(one, text=one.text) for one in (was, beside)]
    assert [entry.key for entry in match_entries([new, beside], held).entries] == ["content:3", "content:2"]


def test_a_guid_that_came_back_with_another_article_tells_nothing_in_a_feed_of_one() -> None:
    first = an_entry(key="0", url=None, text="", published_at=NOON - 48 * HOUR)
    second = an_entry(key="content:2", url=None, text="", published_at=None)
    assert keys_found([an_entry(key="0", url=None, text="")], [second, first]) == ["content:2"]


def test_a_text_that_several_articles_were_stored_with_makes_none_of_them_of_an_undated_entry() -> None:
    was = [an_entry(f"{n} {LETTERS[n]}", key=f"content:{n}", url=None, published_at=None) for n in range(2)]
    new = an_entry(LETTERS[2], key="content:2", url=None, published_at=None)
    now = [replace(was[0], key="content:3", text="It rose. Update."), new]
    assert keys_found(now, was) == ["content:0", "content:2"]


def test_a_title_and_a_day_that_several_articles_have_make_none_of_them_of_an_entry() -> None:
    day = NOON.replace(hour=0)
    was = [an_entry("Notice", key=f"content:{n}", url=None, text=SAID[n], published_at=day) for n in range(2)]
    new = an_entry("Notice", key="content:2", url=None, text=SAID[2], published_at=day)
    now = [replace(was[1], key="content:3", title="Notice, updated"), new]
    assert keys_found(now, was) == ["content:1", "content:2"]


def test_a_new_entry_of_the_title_that_another_had_before_its_edit_is_new_under_its_own_guid_and_link() -> None:
    def listed(*numbers: int) -> list[ParsedArticle]:
        entries = [an_entry("Notice", key=str(10 + n), url=f"{PAGE}#{n}", published_at=None) for n in numbers]
        return [entries[0], replace(entries[1], title="Notice (updated)")]

    assert read_each_time([listed(1, 0), listed(2, 1), listed(3, 2), listed(3, 2)]) == [2, 1, 1, 0]


def numbered(*numbers: int, titles: str = "N", dates: bool = True, **changes: Any) -> list[ParsedArticle]:
    """Entries of a page that have their place for a guid, and titles of the letters given, in turn."""
    return [
        an_entry(
            titles[number % len(titles)],
            key=str(place),
            text=" ".join(f"{WORDS[number]}{end}" for end in ("s", "er", "ing", "like", "man", "land")),
            **{"published_at": NOON.replace(hour=0) if dates else None, **changes},
        )
        for place, number in enumerate(numbers)
    ]


@pytest.mark.parametrize("url", [None, PAGE])
def test_one_title_for_all_and_places_for_guids_hide_no_new_entry_of_a_short_list(url: str | None) -> None:
    held: list[HeldEntry] = []
    brought = [read_again(held, numbered(*numbers, url=url)) for numbers in ((0,), (1, 0), (2, 1), (3, 2), (3, 2))]
    assert brought == [1, 1, 1, 1, 0]


@pytest.mark.parametrize("dates", [True, False])
def test_a_title_that_comes_back_is_another_entry_where_the_feed_repeats_titles(dates: bool) -> None:
    held: list[HeldEntry] = []
    lists = ((2, 1, 0), (3, 2, 1), (4, 3, 2), (5, 4, 3), (6, 5, 4))
    assert [read_again(held, numbered(*numbers, titles="XXY", dates=dates, url=None)) for numbers in lists] == [
        3, 1, 1, 1, 1
    ]  # fmt: skip
    edited = replace(numbered(6, titles="XXY", dates=dates, url=None)[0], text=f"{held[0].text} It lasts.")
    assert read_again(held, [edited, *numbered(6, 5, 4, titles="XXY", dates=dates, url=None)[1:]]) == 0


def test_a_page_that_serves_one_entry_after_the_other_is_none_where_guids_are_places() -> None:
    def listed(*numbers: int) -> list[ParsedArticle]:
        entries = numbered(*numbers, titles="ABCDEF", dates=False)
        return [replace(entry, url=f"{PAGE}{n % 2}") for entry, n in zip(entries, numbers, strict=True)]

    held: list[HeldEntry] = []
    assert [read_again(held, listed(*numbers)) for numbers in ((1, 0), (2, 1), (3, 2), (4, 3))] == [2, 1, 1, 1]


def test_titles_alone_are_known_again_under_other_guids_and_links_that_are_places() -> None:
    def listed(edition: int, *numbers: int) -> list[ParsedArticle]:
        named = enumerate((WORDS[number] for number in numbers), start=1)
        return [an_entry(word, key=f"{edition}-{word}", url=f"{PAGE}#{at}", text="") for at, word in named]

    held: list[HeldEntry] = []
    assert [read_again(held, listed(*one)) for one in ((1, 2, 1, 0), (2, 3, 2, 1, 0), (3, 4, 3, 2, 1, 0))] == [3, 1, 1]


def test_the_page_of_a_section_serves_one_entry_after_the_other() -> None:
    def listed(*numbers: int, edited: int = -1) -> list[ParsedArticle]:
        entries = placed("https://a.example/{letter}", *numbers, edited=edited)
        urls = [f"https://a.example/{('news', 'events')[number % 2]}" for number in numbers]
        return [replace(entry, key=url, url=url) for entry, url in zip(entries, urls, strict=True)]

    held: list[HeldEntry] = []
    assert [read_again(held, listed(*one)) for one in ((1, 0), (2, 1), (3, 2))] == [2, 1, 1]
    assert read_again(held, listed(3, 2, edited=3)) == 0


def test_an_address_that_is_stamped_anew_at_each_reading_tells_no_news_though_others_are_known_by_theirs() -> None:
    def listed(reading: int, *numbers: int) -> list[ParsedArticle]:
        stamped = [an_entry(WORDS[n], key=f"{PAGE}{n}?ts={1_700_000_000 + reading}", text=LETTERS[n]) for n in numbers]
        return [replace(entry, url=entry.key) for entry in stamped] + [OTHER]

    held: list[HeldEntry] = []
    assert [read_again(held, listed(*one)) for one in ((1, 1, 0), (2, 1, 0), (3, 2, 1, 0))] == [3, 0, 1]


@pytest.mark.parametrize("dates", [HOUR, timedelta(0), None])
def test_a_section_serves_the_next_entry_under_a_title_that_says_little(dates: timedelta | None) -> None:
    def listed(*numbers: int) -> list[ParsedArticle]:
        named = [replace(entry, title="Road report") for entry in numbered(*numbers)]
        moments = [NOON + n * dates if dates is not None else None for n in numbers]
        urls = [f"https://a.example/{('news', 'events')[n % 2]}" for n in numbers]
        parts = zip(named, urls, moments, strict=True)
        return [replace(entry, key=url, url=url, published_at=moment) for entry, url, moment in parts]

    held: list[HeldEntry] = []
    assert [read_again(held, listed(*one)) for one in ((1, 0), (2, 1), (3, 2), (4, 3), (4, 3))] == [2, 1, 1, 1, 0]


def test_a_day_does_not_make_the_next_entry_an_edit_of_the_one_of_its_title() -> None:
    def listed(*numbers: int) -> list[ParsedArticle]:
        entries = zip(numbered(*numbers, titles="XY", url=None), numbers, strict=True)
        days = [NOON.replace(hour=0) - n % 2 * timedelta(days=1) for n in numbers]
        return [replace(one, key=f"content:{n}", published_at=day) for (one, n), day in zip(entries, days, strict=True)]

    held: list[HeldEntry] = []
    assert [read_again(held, listed(*one)) for one in ((1, 0), (2, 1), (3, 2))] == [2, 1, 1]


def test_titles_of_one_form_are_told_by_their_hours_where_links_are_places_and_guids_change() -> None:
    def listed(edition: int, *numbers: int) -> list[ParsedArticle]:
        return [
            an_entry(
                f"Notice for {WORDS[n]}",
                key=f"{edition}-{n}",
                url=f"{PAGE}#{at}",
                text="",
                published_at=NOON + n * HOUR,
            )
            for at, n in enumerate(numbers)
        ]

    held: list[HeldEntry] = []
    assert [read_again(held, listed(*one)) for one in ((1, 1, 0), (2, 2, 1), (3, 3, 2), (4, 3, 2))] == [2, 1, 1, 0]


def test_a_place_under_which_an_article_was_stored_is_no_guid_of_it() -> None:
    def listed(*numbers: int) -> list[ParsedArticle]:
        places = {n: f"{PAGE}#{at}" for at, n in enumerate(numbers, start=1)}
        guids = {n: f"id-{n // 2}" for n in numbers if (n ^ 1) not in numbers}  # else it is that of two
        said = [(n, {"key": guids.get(n, places[n]), "url": places[n]}) for n in numbers]
        return [an_entry(WORDS[n], text="", published_at=NOON + n * HOUR, **names) for n, names in said]

    held: list[HeldEntry] = []
    lists = ((0, 1, 2, 3), (1, 2, 3, 4), (2, 3, 4, 5), (3, 4, 5, 6))
    assert [read_again(held, listed(*one)) for one in lists] == [4, 1, 1, 1]


@pytest.mark.parametrize("key", ["guid", "content:1"])
def test_the_one_entry_of_a_feed_is_new_where_title_text_and_date_are_all_others(key: str) -> None:
    def letter(*names: str) -> ParsedArticle:
        said = f"{' '.join(names)} wrote to us today, and here is what they had to tell about the town and its river."
        return an_entry(said[:40], key=key, text=said)

    was = letter("Ann", "Ben")
    later = replace(letter("Ann", "Cem"), published_at=NOON + HOUR)
    assert not is_known(later, was, is_only_one=True)
    assert is_known(replace(later, published_at=NOON), was, is_only_one=True)
    assert is_known(replace(later, title=was.title), was, is_only_one=True)


def test_the_one_entry_of_a_feed_that_is_dated_anew_is_known_by_a_page_that_names_it() -> None:
    was = an_entry("T", key="content:1", url="https://a.example/2026/1077", text="")
    now = replace(was, key="guid", published_at=NOON + HOUR)
    assert is_known(now, was, is_only_one=True)
    assert not is_known(replace(now, title="U"), was, is_only_one=True)


def test_the_one_entry_of_a_feed_that_says_the_same_is_known_by_a_page_that_names_it_under_another_guid() -> None:
    was = an_entry("T", url="https://a.example/2026/1077")
    now = replace(was, key="2", published_at=NOON + HOUR)
    assert is_known(now, was, is_only_one=True)
    assert not is_known(replace(now, url=PAGE), replace(was, url=PAGE), is_only_one=True)


@pytest.mark.parametrize("form", ["", "The office of {} is open today for all who come to the desk in the old hall."])
def test_a_section_serves_the_next_entry_under_its_own_title_though_texts_are_none_or_of_one_form(form: str) -> None:
    def listed(*numbers: int) -> list[ParsedArticle]:
        said = [(n, f"https://a.example/{('news', 'events')[n % 2]}", NOON + n * HOUR) for n in numbers]
        return [
            an_entry(WORDS[n], key=url, url=url, published_at=moment, text=form.format(WORDS[n]))
            for n, url, moment in said
        ]

    held: list[HeldEntry] = []
    assert [read_again(held, listed(*one)) for one in ((1, 0), (2, 1), (3, 2), (3, 2))] == [2, 1, 1, 0]
