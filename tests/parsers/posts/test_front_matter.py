from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.parsers.posts.front_matter import MAX_FRONT_MATTER_CHARS, _PlainLoader, split_front_matter

MOMENT_SECONDS = 2.0  # of processor time, on a slow machine: the bomb takes more than ten where it goes off


def fields(head: str) -> dict[str, Any]:
    return split_front_matter(f"---\n{head}\n---\nbody\n").fields


def test_front_matter_and_body_are_parted() -> None:
    parts = split_front_matter("\n\n---\ntitle: Tides\nDate: today\n---\n\n<p>High.</p>\n")
    assert parts.fields == {"title": "Tides", "date": "today"}
    assert parts.body == "\n<p>High.</p>\n"
    assert parts.notes == ()


def test_no_value_is_given_a_type() -> None:
    assert fields("a: no\nb: 1e3\nc: 12:30:00\nd: null\ne: 2021-03-20\nf: ~") == {
        "a": "no",
        "b": "1e3",
        "c": "12:30:00",
        "d": "null",
        "e": "2021-03-20",
        "f": "~",
    }


def test_tags_build_nothing() -> None:
    assert fields("comments: !!python/object/apply:os.system ['true']\ntitle: x")["title"] == "x"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("'We are open'_ Shops rally", "'We are open'_ Shops rally"),
        ('"Open" and "closed"', '"Open" and "closed"'),
        ("Tide: high", "Tide: high"),
        ("@reporter says", "@reporter says"),
        ("- a list", "- a list"),
        ("> a fold", "> a fold"),
        ("%5 more", "%5 more"),
        ('"a\\qb"', "a\\qb"),
        ("'it's raining'", "it's raining"),
        ("'the 'old' pier'", "the 'old' pier"),
        ("{{ title }}", "{{ title }}"),
        ("#storm# on the coast", "#storm# on the coast"),
        ("Anger # 2", "Anger # 2"),
        ("'quoted' # a comment", "quoted"),
        ('""""\'すごい！\'""""', "すごい！"),
        ("'It''s fine'", "It's fine"),
        ("#", "#"),
        ("`code`", "`code`"),
    ],
)
def test_a_title_comes_out_of_yaml_that_generators_break(line: str, title: str) -> None:
    assert fields(f"title: {line}\nauthor: A")["title"] == title
    assert fields(f"title: {line}\nauthor: A")["author"] == "A"


def test_a_title_over_several_lines_is_joined() -> None:
    assert fields("title: one\n   two\nauthor: A")["title"] == "one two"
    broken = fields("title: 12GB  one\nsold as seen...\nauthor: A")
    assert broken == {"title": "12GB  one sold as seen...", "author": "A"}


def test_the_other_fields_of_broken_yaml_are_read_too() -> None:
    parts = split_front_matter(
        "---\ntitle: 'a' b\ncategories: \n    - World\n    - \"Asia\nauthor: [A, B]\nthumbnail: 'x'\n"
        "category:\n\t- C\n---\n"
    )
    assert parts.fields == {
        "title": "'a' b",
        "categories": ["World", '"Asia'],
        "author": ["A", "B"],
        "thumbnail": "x",
        "category": ["C"],
    }
    assert parts.notes == ("the front matter is broken YAML, read line by line",)


def test_nested_lists_and_lower_case_names() -> None:
    assert fields("Categories:\n- [World, Asia]\n- - Science\n  - Sea") == {
        "categories": [["World", "Asia"], ["Science", "Sea"]]
    }


@pytest.mark.parametrize(
    "head",
    [
        "title: 'It''s high'\nDate: 12:30:00\ntags: [a, no, 1e3]",
        "title: >\n  one\n  two\n\nbody: |\n  x\n   y",
        "title: Tide: high\nauthor: A",
        'title: "\\u6f6e\\n"\n? a\n: {b: [c, d]}',
        "title: a\n\tb: c",
        "- a\n- b",
        "",
    ],
)
def test_front_matter_reads_the_same_where_yaml_has_no_c_parser(head: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fast = split_front_matter(f"---\n{head}\n---\nbody\n")
    monkeypatch.setattr("bot.parsers.posts.front_matter._FastLoader", _PlainLoader)
    assert split_front_matter(f"---\n{head}\n---\nbody\n") == fast


def test_aliases_are_refused_and_bombs_defused_at_once() -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [{','.join([f'*{chr(97 + i)}'] * 9)}]\n" for i in range(9)
    )
    merge = "title: x\n<<: &m\n  a: 1\n" + "".join(f"k{i}:\n  <<: [*m, *m]\n" for i in range(50))
    started = time.process_time()
    assert split_front_matter(f"---\ntitle: Tides\n{bomb}---\nbody").fields["title"].startswith("Tides")
    assert fields(merge)["title"].startswith("x")
    assert time.process_time() - started < MOMENT_SECONDS


@pytest.mark.parametrize("nesting", ["[" * 10_000, "- " * 5_000, "{a: " * 4_000])
def test_deep_nesting_costs_no_time_and_is_no_recursion_error(nesting: str) -> None:
    started = time.process_time()
    assert fields("title: T\ntags:\n  " + nesting)["title"] == "T"
    assert time.process_time() - started < MOMENT_SECONDS


def test_toml_front_matter_is_read_and_yaml_between_plus_signs_too() -> None:
    assert split_front_matter(
        '+++\ntitle = "Tides"\nyear = 2026\ncategories = ["A", ["B"]]\n[params]\nx = 1\n+++\nb'
    ).fields == {
        "title": "Tides",
        "year": "2026",
        "categories": ["A", ["B"]],
        "params": {"x": "1"},
    }
    assert split_front_matter("+++\ntitle: Tides\n+++\nbody").fields == {"title": "Tides"}


def test_a_post_without_front_matter_is_all_body() -> None:
    parts = split_front_matter("<p>High.</p>\n---\nmore")
    assert (parts.fields, parts.body) == ({}, "<p>High.</p>\n---\nmore")
    assert parts.notes == ("no front matter",)


@pytest.mark.parametrize("body", ["<p>High.</p>", "\n<p>High.</p>"])
def test_front_matter_without_an_end_stops_at_the_first_tag_or_blank_line(body: str) -> None:
    parts = split_front_matter(f"---\ntitle: Tides\n{body}")
    assert (parts.fields, parts.body) == ({"title": "Tides"}, body)
    assert parts.notes == ("the front matter has no end",)


def test_front_matter_that_is_the_whole_file_has_no_body() -> None:
    parts = split_front_matter("---\ntitle: Tides")
    assert (parts.fields, parts.body) == ({"title": "Tides"}, "")


def test_more_dashes_or_dots_end_it_too() -> None:
    assert split_front_matter("---\ntitle: T\n-----\nb").body == "b"
    assert split_front_matter("---\ntitle: T\n...\nb").body == "b"


def test_a_second_post_in_the_file_is_left_out_and_said_so() -> None:
    parts = split_front_matter("---\ntitle: One\n---\n<p>1</p>\n---\ntitle: Two\n---\n<p>2</p>")
    assert parts.body == "<p>1</p>\n"
    assert parts.notes == ("a second post in the same file was left out",)


def test_only_the_first_16_kilobytes_are_read() -> None:
    parts = split_front_matter("---\ntitle: T\nk: " + "v" * MAX_FRONT_MATTER_CHARS + "\n---\nbody")
    assert parts.fields["title"] == "T"
    assert parts.body == "body"
    assert "the front matter is too long; its end was left out" in parts.notes


@pytest.mark.parametrize("head", ["", "just words", "- a\n- b", "42"])
def test_front_matter_that_is_no_mapping_has_no_fields(head: str) -> None:
    assert fields(head) == {}


@given(st.text("-+:'\"#[]{}&*!|>% \n\tabtitle", max_size=120))
def test_any_text_is_parted_without_an_error(text: str) -> None:
    parts = split_front_matter("---\ntitle: " + text)
    assert isinstance(parts.fields, dict)
    assert all(isinstance(key, str) for key in parts.fields)
