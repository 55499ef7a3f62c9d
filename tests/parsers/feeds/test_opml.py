from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.models.articles import ParseFailed
from bot.models.sources import SourceKind, SourceSpec
from bot.parsers.feeds.opml import MAX_BYTES, MAX_FEEDS, OpmlFeeds, read_opml, write_opml
from tests.fakes import NOON


def opml(body: str, *, before: str = "") -> bytes:
    return f"<?xml version='1.0'?>{before}<opml version='2.0'><head/><body>{body}</body></opml>".encode()


def outline(name: str, url: str, inside: str = "", **attributes: str) -> str:
    more = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f'<outline type="rss" text="{name}" xmlUrl="{url}"{more}>{inside}</outline>'


def folder(name: str, *inside: str) -> str:
    return f'<outline text="{name}">{"".join(inside)}</outline>'


def feeds(data: bytes) -> OpmlFeeds:
    found = read_opml(data)
    assert isinstance(found, OpmlFeeds), found
    return found


def a_spec(name: str = "News", **changes: Any) -> SourceSpec:
    location = f"https://{len(name)}.example/{'/'.join(str(ord(letter)) for letter in name)}"
    return replace(SourceSpec(name=name, kind=SourceKind.FEED, location=location), **changes)


def written(*specs: SourceSpec) -> bytes:
    return write_opml(specs, title="Tidings", now=NOON)


def test_folders_are_category_paths_and_titles_and_languages_are_kept() -> None:
    data = opml(
        folder("World", folder("Europe", outline("Le Fil", "https://fil.example/rss", language="fr")))
        + folder("  ", outline("Alone", "https://alone.example/"))
        + outline("Tagged", "https://tagged.example/", category="/Tech/Linux,/Other")
        + outline("眾新聞 &amp; more", "https://zh.example/feed", language="unknown")
    )
    assert feeds(data) == OpmlFeeds(
        specs=(
            SourceSpec(
                name="Le Fil",
                kind=SourceKind.FEED,
                location="https://fil.example/rss",
                category=("World", "Europe"),
                language="fr",
            ),
            SourceSpec(name="Alone", kind=SourceKind.FEED, location="https://alone.example/"),
            SourceSpec(
                name="Tagged", kind=SourceKind.FEED, location="https://tagged.example/", category=("Tech", "Linux")
            ),
            SourceSpec(name="眾新聞 & more", kind=SourceKind.FEED, location="https://zh.example/feed"),
        )
    )


def test_what_readers_write_otherwise_is_understood() -> None:
    data = b"""<OPML><body><outline title="By title" xmlURL="feed://a.example/rss"/>
        <outline text="" xmlUrl=" feed:https://b.example/rss "/>
        <outline text="Parent" xmlUrl="https://c.example/"><outline text="Child" xmlUrl="https://d.example/"/></outline>
        <outline text="A link" type="link" url="https://e.example/"/><rule xmlUrl="https://f.example/"/>
        <outline text="RSSHub" xmlUrl="http://rsshub:1200/bbc?limit=5"/></body></OPML>"""
    assert [(spec.name, spec.location) for spec in feeds(data).specs] == [
        ("By title", "http://a.example/rss"),
        ("b.example", "https://b.example/rss"),
        ("Parent", "https://c.example/"),
        ("Child", "https://d.example/"),
        ("RSSHub", "http://rsshub:1200/bbc?limit=5"),
    ]


def test_the_url_of_an_outline_that_is_said_to_be_a_feed_is_one() -> None:
    outlines = '<outline text="A" type="RSS" url="https://a.example/f"/><outline text="B" type="link" url="https://b.example/"/>'
    found = read_opml(f'<opml version="1.0"><body>{outlines}</body></opml>'.encode())
    assert isinstance(found, OpmlFeeds)
    assert [spec.location for spec in found.specs] == ["https://a.example/f"]


def test_an_address_that_stands_twice_or_is_none_is_left_out_and_told() -> None:
    data = opml(
        outline("One", "https://a.example/rss")
        + folder("Again", outline("Two", "https://A.example:443/rss#top"))
        + outline("Mail", "mailto:x@a.example")
        + outline("", "ftp://a.example/")
    )
    found = feeds(data)
    assert [spec.name for spec in found.specs] == ["One"]
    assert found.skipped == (
        "Two: the list has this address already, as One",
        "Mail: its address is none that can be read",
        "ftp://a.example/: its address is none that can be read",
    )


def test_bare_ampersands_and_control_characters_are_repaired() -> None:
    data = opml(outline("A &amp; B\x07", "https://a.example/?x=1&y=2"))
    assert [(spec.name, spec.location) for spec in feeds(data).specs] == [("A & B", "https://a.example/?x=1&y=2")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030", "windows-1251"])
def test_old_encodings_are_read(encoding: str) -> None:
    name = "Новости" if encoding == "windows-1251" else "新聞 News"
    declared = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{declared}"?><opml><body>{outline(name, "https://a.example/")}</body></opml>'
    assert feeds(text.encode(encoding)).specs[0].name == name


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "It is empty."),
        (b" \n ", "It is empty."),
        (b"<rss version='2.0'/>", "It is no OPML: it begins with <rss>."),
        (b"hello", "It is no OPML, or broken: syntax error"),
        (b"<opml><body>", "It is no OPML, or broken: no element found"),
        (b"<opml>" + b" " * MAX_BYTES, "It is larger than 5 MB."),
        (opml("", before="<!DOCTYPE html>"), "It declares a document type or entities"),
        (opml("", before="<!DOCTYPE opml []>"), "It declares a document type or entities"),
        (opml("", before="<!DOCTYPE opml><!DOCTYPE opml>"), "It declares a document type or entities"),
        (
            opml("&b;", before="<!DOCTYPE o [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]>"),
            "It declares a document type or entities",
        ),
        (
            opml("&x;", before="<!DOCTYPE o [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"),
            "It declares a document type or entities",
        ),
    ],
)
def test_what_is_no_list_or_a_trap_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    refused = read_opml(data)
    assert isinstance(refused, ParseFailed)
    assert refused.reason.startswith(reason)


@pytest.mark.parametrize(
    "before",
    [
        "<!DOCTYPE opml>",
        "<!-- of mine -->\n<!doctype OPML SYSTEM 'http://opml.example/opml.dtd'>",
        '<!DOCTYPE opml PUBLIC "-//X//DTD OPML 2.0//EN" "opml2.dtd">',
    ],
)
def test_a_document_type_without_entities_says_nothing(before: str) -> None:
    [spec] = feeds(opml('<outline text="A" xmlUrl="https://a.example/"/>', before=before)).specs
    assert spec.name == "A"


def test_the_entities_of_html_in_names_are_read_and_no_others() -> None:
    outline = '<outline text="Caf&eacute;&nbsp;&amp;&nbsp;Bar &NotEqualTilde; &lt;b> &unknown;" xmlUrl="https://a.example/?a=1&b=2"/>'
    [spec] = feeds(opml(outline, before="<!DOCTYPE opml>")).specs
    assert spec.name == "Café & Bar \u2242\u0338 <b> &unknown;"
    assert spec.location == "https://a.example/?a=1&b=2"


@pytest.mark.no_cover  # it would take minutes traced, and others run the same lines
def test_a_hundred_thousand_folders_in_each_other_are_only_one_deep_path() -> None:
    depth = 100_000
    data = opml("<outline text='x'>" * depth + outline("Deep", "https://a.example/") + "</outline>" * depth)
    [spec] = feeds(data).specs
    assert spec.category == ("x",) * 6


def test_only_so_many_feeds_are_taken() -> None:
    found = feeds(opml("".join(outline(str(n), f"https://a.example/{n}") for n in range(MAX_FEEDS + 2))))
    assert len(found.specs) == MAX_FEEDS
    assert found.skipped == tuple(f"{MAX_FEEDS + n}: more than {MAX_FEEDS} feeds" for n in range(2))


def test_hundreds_of_feeds_are_read_in_no_time() -> None:
    data = opml("".join(folder(f"F{n % 20}", outline(f"N{n}", f"https://a.example/{n}")) for n in range(800)))
    started = time.process_time()
    assert len(feeds(data).specs) == 800
    assert time.process_time() - started < 2


def test_folders_of_posts_are_not_written() -> None:
    posts = SourceSpec(name="Posts", kind=SourceKind.FOLDER, location="/srv/posts")
    assert feeds(written(posts, a_spec())).specs == (a_spec(),)


def test_what_is_written_does_not_depend_on_the_order() -> None:
    specs = [a_spec("B"), a_spec("A", category=("World",)), a_spec("C", category=("World", "Europe"))]
    assert written(*specs) == written(*reversed(specs))
    assert written(*specs).count(b'text="World"') == 1


NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn"]), min_size=1, max_size=30)


PATHS = st.none() | st.lists(NAMES, min_size=1, max_size=3)


@given(st.lists(st.tuples(NAMES, PATHS, st.sampled_from([None, "fr", "zh-TW"])), max_size=8))
def test_a_list_that_was_read_is_written_and_read_again_as_the_same(
    entries: list[tuple[str, list[str] | None, str | None]],
) -> None:
    first = feeds(
        written(
            *(
                a_spec(name, location=f"https://a.example/{n}", category=tuple(path) if path else None, language=tongue)
                for n, (name, path, tongue) in enumerate(entries)
            )
        )
    )
    second = feeds(written(*first.specs))
    assert set(second.specs) == set(first.specs)
    assert written(*second.specs) == written(*first.specs)
    assert len(first.specs) == len(entries)


@given(st.binary(max_size=300))
def test_no_bytes_upset_the_reader(noise: bytes) -> None:
    assert isinstance(read_opml(noise), OpmlFeeds | ParseFailed)
    assert isinstance(read_opml(b"<opml><body>" + noise), OpmlFeeds | ParseFailed)


def test_a_name_that_is_cut_leaves_room_for_a_number_and_is_read_again_as_it_was_written() -> None:
    read = read_opml(f'<opml><body><outline text="{"n" * 300}" xmlUrl="https://a.example/"/></body></opml>'.encode())
    assert isinstance(read, OpmlFeeds)
    [spec] = read.specs
    numbered = replace(spec, name=f"{spec.name} 5000")
    again = read_opml(write_opml([numbered], title="T", now=NOON))
    assert isinstance(again, OpmlFeeds)
    assert again.specs == (numbered,)


def test_a_character_that_xml_forbids_costs_itself_alone() -> None:
    feeds = read_opml(b"<opml><body><outline text='A&#3;B\x02C' xmlUrl='https://a.example/'/></body></opml>")
    assert isinstance(feeds, OpmlFeeds)
    assert [spec.name for spec in feeds.specs] == ["ABC"]
