"""What a reader of another language sees: the translated title above the original, or that it stayed original."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.digest.draw import Drawings
from bot.digest.languages import SummaryLanguages
from bot.digest.material import Material
from bot.digest.pick import Picked
from bot.models.chats import ORIGINAL, DigestFormat
from bot.models.digests import Digest, DigestItem
from bot.render.classic import render_classic
from bot.render.phrases import Reader, language_name
from bot.render.rich import render_rich
from bot.texts import speaker
from summarizer import EngineKind, Summary
from tests.fakes import NOON, a_chat, an_article

ARTICLE = an_article(1, title="橋が開通 <1>", language="ja")


def drawn(*summaries: Summary, language: str) -> tuple[str, str]:
    """A story for each summary as a rich and as a classic message."""
    articles = [replace(ARTICLE, id=number) for number in range(1, len(summaries) + 1)]
    material = Material(summaries={(language, n): one for n, one in enumerate(summaries, start=1)}, pictures={})
    told = [(article, ()) for article in articles]
    items: tuple[DigestItem, ...] = material.items(told, languages=SummaryLanguages(language=language), pictures=False)
    digest = Digest(category=("World",), since=NOON, until=NOON, items=items)
    reader = Reader(say=speaker("en"), language="en", zone="UTC", bot_username="b")
    rich = render_rich(digest, reader)
    classic = render_classic(digest, reader)
    return rich.html, "".join(content.html for content in classic if content.html)


def a_summary(text: str, language: str, title: str = "") -> Summary:
    return Summary(text=text, language=language, engine="m", grounded=True, title=title)


def test_the_translated_title_stands_above_the_original_one_which_keeps_its_link() -> None:
    rich, classic = drawn(a_summary("The bridge opened.", "en", "A bridge opens <2>"), language="en")
    link = '<a href="https://example.org/1">橋が開通 &lt;1&gt;</a>'
    assert f"<h4>A bridge opens &lt;2&gt;</h4><p><i>{link}</i></p><p>The bridge opened.</p>" in rich
    assert f"<b>A bridge opens &lt;2&gt;</b>\n<i>{link}</i>\nThe bridge opened." in classic
    assert "not translated" not in rich + classic


def test_summaries_that_stayed_in_other_languages_are_said_once_below_them_all() -> None:
    stayed = [a_summary("橋が開通した。", "ja"), a_summary("Die Brücke ist offen.", "de"), a_summary("船も。", "ja")]
    rich, classic = drawn(*stayed, a_summary("It opened.", "en"), language="en")
    assert rich.endswith("<footer>not translated: Japanese, German</footer>")
    assert classic.endswith("<i>not translated: Japanese, German</i>")
    quoted = replace(stayed[0], kind=EngineKind.EXTRACTIVE)
    assert drawn(quoted, language="en")[0].endswith("❝ quoted from the article · not translated: Japanese</footer>")


@pytest.mark.parametrize("language", [ORIGINAL, "ja"])
def test_nothing_is_said_where_the_language_is_the_one_asked_for(language: str) -> None:
    for html in drawn(a_summary("橋が開通した。", "ja"), language=language):
        assert "not translated" not in html


@pytest.mark.parametrize(("tag", "name"), [("zh-Hant", "Traditional Chinese"), ("not a tag", "not a tag")])
def test_languages_have_names(tag: str, name: str) -> None:
    assert language_name(tag, "en") == name


def test_a_digest_is_drawn_once_for_all_chats_that_get_the_same() -> None:
    drawings = Drawings(Material(summaries={}, pictures={}), DigestFormat.AUTO, bot_username="b", now=NOON, upto_id=1)
    picked = Picked(items=((an_article(1), ()),))
    drawn = [drawings.of(a_chat(chat_id), ("World",), picked) for chat_id in (1, 2)]
    assert drawn[0] is drawn[1]
    assert drawings.count == 1
