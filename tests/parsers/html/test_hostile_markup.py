"""Markup made to be slow: each of these once took time that grew with the square of its length, here or elsewhere."""

from __future__ import annotations

import time

import pytest

from bot.parsers.html.blocks import html_blocks
from bot.text.clean import clean_markup_title, clean_text

LENGTH = 100_000
MOMENT_SECONDS = 5.0  # of processor time, on a slow machine: half a second at most where it is linear


def rows_of(text: str) -> str:
    return (text * (LENGTH // len(text) + 1))[:LENGTH]


SLOW = {
    "paragraphs in a figure": "<figure>" + rows_of("<p>x"),
    "credits of a picture": "<figure><img src=/a.jpg>" + rows_of("<p>x"),
    "captions of a picture": "<figure><img src=/a.jpg>" + rows_of("<figcaption>x</figcaption>"),
    "captions": rows_of("<div class=caption>x"),
    "paragraphs in an item": "<ul><li>" + rows_of("<p>x"),
    "lists in lists": rows_of("<ul><li>x"),
    "readings of ruby": "<ruby>" + rows_of("<rt>x"),
    "tables in tables": rows_of("<table><tr><td>" * 600 + "</table>" * 600),
    "rows": "<table>" + rows_of("<tr><td>a<td>b"),
    "quoted posts": rows_of("<blockquote class=twitter-tweet><a href=/x>x</a>"),
    "quotations": rows_of("<blockquote>x"),
    "comments": rows_of("<!--"),
    "scripts": rows_of("<script>"),
    "scripts too deep to parse": "<div>" * 3000 + rows_of("<script"),
    "candidates": rows_of(f'<img srcset="{"a" * 8000} b">'),
    "commas": rows_of(f'<img srcset="{"a," * 4000} b">'),
    "styles": rows_of('<p style=";;;;;   ;    ">'),
    "a style": '<img style="' + rows_of("width : ") + '">x',
    "references": rows_of("&amp"),
    "brackets": rows_of("<"),
    "marks": "a" + rows_of("\u0301\u0316"),
    "frames": rows_of("<video><source src=javascript:x>"),
    "attributes": "<p " + rows_of("a=1 ") + ">x",
    "spaces": "x" + rows_of(" ") + "x",
    "breaks": rows_of("<br> "),
    "mistaken nesting": rows_of("<b><i></b></i>"),
    "pictures for readers without scripts": rows_of("<noscript><img src=/a.jpg>"),
}


@pytest.mark.parametrize("name", sorted(SLOW))
def test_markup_made_to_be_slow_is_read_in_a_moment(name: str) -> None:
    started = time.process_time()
    html_blocks(SLOW[name], "https://paper.example/")
    clean_markup_title(SLOW[name])
    clean_text(SLOW[name])
    assert time.process_time() - started < MOMENT_SECONDS


@pytest.mark.parametrize("most", [30, 31, 5000])
def test_rows_of_marks_of_any_length_are_tamed(most: int) -> None:
    assert clean_text("a" + "\u0316" * most) == "a" + "\u0316" * 4
