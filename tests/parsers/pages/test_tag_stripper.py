"""Tags are dropped as trafilatura drops them, in time that grows with the length alone."""

from __future__ import annotations

import json
import re
import time
from types import ModuleType

import pytest
import trafilatura.json_metadata
import trafilatura.metadata
import trafilatura.utils
from hypothesis import example, given
from hypothesis import strategies as st

from bot.models.articles import ParsedArticle
from bot.parsers.pages.article import parse_page
from bot.parsers.pages.tag_stripper import TagStripper, use_tag_stripper

LENGTH = 300_000  # trafilatura's own expression takes a minute for it
MOMENT_SECONDS = 5.0
SENTENCES = "The harbour bridge opens on Monday, and thousands of people are expected to walk across it. " * 5
PIECES = st.lists(st.sampled_from(["<", ">", "-", "--", "!", "<!--", "-->", "\n", "a", "<b>", " "]), max_size=20)


@given(PIECES.map("".join))
@example("a<!-- > -->b")
@example("a<!-- >\n-->b")
def test_it_drops_what_the_expression_drops(text: str) -> None:
    expected = re.sub(r"<!--.*?-->|<[^>]*>", "_", text)
    assert TagStripper().sub("_", text) == expected


def test_trafilatura_uses_it_and_a_version_without_the_expression_is_refused() -> None:
    assert isinstance(trafilatura.utils.HTML_STRIP_TAGS, re.Pattern)
    for module in (trafilatura.metadata, trafilatura.json_metadata):
        assert isinstance(module.HTML_STRIP_TAGS, TagStripper)
    with pytest.raises(ImportError, match="this version of trafilatura"):
        use_tag_stripper(ModuleType("other"))


@pytest.mark.parametrize("unit", ["<", "<!--", "<a ", "<?", "<!-- >", "<!--\n"])
def test_a_page_whose_metadata_is_made_to_be_slow_is_read_in_a_moment(unit: str) -> None:
    slow = (unit * LENGTH)[:LENGTH]
    quoted = slow.replace('"', "")
    linked = {
        "@type": "NewsArticle", "headline": slow, "description": slow, "articleBody": slow,
        "author": {"@type": "Person", "name": slow},
    }  # fmt: skip
    page = (
        f'<html><head><title>{slow[:9000]}</title><meta name="description" content="{quoted}">'
        f'<script type="application/ld+json">{json.dumps(linked)}</script></head>'
        f'<body><article><h1>Bridge opens</h1><p>{SENTENCES}</p><img src="{quoted}" alt="{quoted}"></article></body>'
    )
    started = time.process_time()
    parsed = parse_page(page.encode(), url="https://paper.example/a")
    assert time.process_time() - started < MOMENT_SECONDS
    assert isinstance(parsed, ParsedArticle)
    assert "harbour bridge" in parsed.text
