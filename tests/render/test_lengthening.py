"""One story of a digest that was sent is told at greater length, and all else stays as it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.models.chats import DigestLook
from bot.render.front_page import render_front_rich
from bot.render.lengthening import is_longer, marked, with_words, words_of
from bot.render.phrases import QUOTED_MARK
from bot.render.rich import render_rich
from bot.texts import speaker
from summarizer import EngineKind, Summary
from tests.render.drawing import READER, a_digest, a_summary, an_item, read_rich
from tests.render.test_front_page import an_edition

SAY = speaker("en")
QUOTED = a_summary("A quoted sentence.", kind=EngineKind.EXTRACTIVE)


def html_of(*summaries: Summary | None, look: DigestLook = DigestLook.COMPACT) -> str:
    items = [replace(an_item(number), summary=summary) for number, summary in enumerate(summaries, start=1)]
    return render_rich(a_digest(*items), READER, look=look, buttons=True).html


@pytest.mark.parametrize("look", [DigestLook.COMPACT, DigestLook.PICTURES])
@pytest.mark.parametrize("number", [1, 3])
def test_a_longer_summary_comes_and_goes_without_a_trace(look: DigestLook, number: int) -> None:
    html = html_of(a_summary(), a_summary(title="Un titre"), a_summary("Short."), look=look)
    words = words_of(html, number)
    longer = with_words(html, number, "Much &amp; more.", say=SAY, longer=True, note="The end.")
    assert words is not None
    assert longer is not None
    assert is_longer(longer, number)
    assert not is_longer(longer, 2)
    assert words_of(longer, number) == "Much &amp; more."
    assert "<p>Much &amp; more.</p><p><i>The end.</i></p><footer>" in longer
    back = with_words(longer, number, words, say=SAY, longer=False)
    assert back is not None
    assert back.replace("<details open>", "<details>") == html


def test_the_fold_of_the_story_stands_open_and_no_other() -> None:
    html = html_of(*[a_summary()] * 4)
    longer = with_words(html, 3, "More.", say=SAY, longer=True)
    assert longer is not None
    folds = longer.split("<details")
    assert [fold.startswith(" open") for fold in folds[1:]] == [False, True, False]
    assert "More." in folds[2]


def test_a_story_without_a_summary_gets_one_and_an_original_title_is_none() -> None:
    html = html_of(a_summary("", title="Un titre"), None)
    assert (words_of(html, 1), words_of(html, 2), words_of(html, 3)) == ("", "", None)
    longer = with_words(html, 1, "More.", say=SAY, longer=True)
    assert longer is not None
    assert "<p><i><a " in longer
    assert words_of(longer, 1) == "More."


def test_the_first_story_of_a_front_page_can_be_longer() -> None:
    content = render_front_rich(an_edition(), READER, buttons=True)
    longer = with_words(content.html, 1, "More.", say=SAY, longer=True)
    assert longer is not None
    assert words_of(longer, 1) == "More."
    read_rich(replace(content, html=longer))


def test_what_telegram_would_not_take_is_not_made() -> None:
    html = html_of(a_summary())
    assert with_words(html, 1, "x" * 33_000, say=SAY, longer=True) is None
    assert with_words(html, 99, "x", say=SAY, longer=True) is None


def test_quotations_are_marked_as_the_message_marks_them() -> None:
    model = a_summary("Written.", kind=EngineKind.MODEL)
    mixed, all_quoted = html_of(QUOTED, model), html_of(QUOTED, QUOTED)
    assert (marked(mixed, QUOTED), marked(mixed, model)) == (f"A quoted sentence. {QUOTED_MARK}", "Written.")
    assert (marked(all_quoted, QUOTED), marked(all_quoted, model)) == ("A quoted sentence.", None)
    assert marked(html_of(model), model) == "Written."
