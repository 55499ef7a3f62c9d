"""The extractive engine: whole sentences of the article, in order, short, and nothing else."""

from __future__ import annotations

import asyncio
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.base import Document, EngineKind, NothingToSummarize, Summary
from summarizer.extractive.engine import ExtractiveSummarizer
from summarizer.extractive.extract import candidate_sentences, summarize_document
from summarizer.limits import joint, max_chars
from summarizer.sentences import split_sentences
from tests.summarizer.articles import SAMPLES, Sample

EVERY_SAMPLE = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.language)


def summary_of(text: str, *, title: str = "", language: str | None = None, sentences: int = 2) -> Summary:
    answer = summarize_document(Document(text=text, title=title, language=language), sentences=sentences)
    assert isinstance(answer, Summary)
    return answer


@EVERY_SAMPLE
def test_two_whole_sentences_of_the_article_are_chosen(sample: Sample) -> None:
    summary = summary_of(sample.text, title=sample.title)
    chosen = split_sentences(summary.text, sample.language)
    assert summary.language == sample.language
    assert summary.grounded
    assert summary.kind is EngineKind.EXTRACTIVE
    assert len(chosen) == 2
    positions = [sample.text.index(sentence) for sentence in chosen]
    assert positions == sorted(positions)
    assert len(summary.text) <= max_chars(sample.language, 2)


@EVERY_SAMPLE
def test_nothing_that_is_printed_around_the_article_is_in_the_summary(sample: Sample) -> None:
    longest = summary_of(sample.text, title=sample.title, sentences=20).text
    assert not [line for line in sample.furniture if line in longest]
    assert "Reuters" not in longest
    assert "本報訊" not in longest


@EVERY_SAMPLE
def test_furniture_alone_is_nothing_to_summarize(sample: Sample) -> None:
    answer = summarize_document(Document(text="\n".join(sample.furniture), title=sample.title), sentences=2)
    assert isinstance(answer, NothingToSummarize)


@pytest.mark.parametrize("text", ["", " \n ", "\x00\u200b", "12:30", "***"])
def test_a_text_without_letters_is_nothing_to_summarize(text: str) -> None:
    assert isinstance(summarize_document(Document(text=text, title="A title"), sentences=2), NothingToSummarize)


def test_the_title_leads_away_from_an_anecdote() -> None:
    text = (
        "Maria gets up at five each morning. She makes coffee for two. The dog sleeps. Outside it is dark and cold. "
        "The parliament voted on Tuesday to raise the minimum wage for bakers by ten per cent. It rained all night."
    )
    assert "minimum wage for bakers" in summary_of(text, title="Parliament raises minimum wage for bakers").text


def test_a_title_repeated_as_the_first_sentence_is_left_out() -> None:
    text = "Ferry returns to the harbour.\nThe boat came back on Monday. Many people were glad to see it again."
    assert summary_of(text, title="Ferry Returns to the Harbour").text.startswith("The boat came back")


def test_a_sentence_stands_only_beside_the_one_that_it_leans_on() -> None:
    mayor = "Mayor Rosa Lind closed the old harbour bridge on Monday."
    text = f"But nobody had asked for it. {mayor} She said that the ferry to the islands would run again in May."
    title = "Ferry to the islands runs again in May"
    assert summary_of(text, title=title).text.startswith(mayor)
    assert summary_of(text, title=title, sentences=1).text == mayor


def test_a_heading_between_parts_a_sentence_from_the_one_it_leans_on() -> None:
    text = "The ferry came back on Monday.\nWhat comes next\nHe was glad. Many people watched the boat from the pier."
    assert summary_of(text).text == "The ferry came back on Monday. Many people watched the boat from the pier."


@pytest.mark.parametrize("sentences", [1, 2])
def test_where_every_sentence_leans_some_are_better_than_none(sentences: int) -> None:
    text = "But he came back on Monday. She was very glad about that. However, they left on Sunday."
    assert len(split_sentences(summary_of(text, sentences=sentences).text, "en")) == sentences


def test_a_sentence_that_says_no_more_than_the_title_is_left_out() -> None:
    text = "The old ferry returns to harbour. A storm had damaged the boat in March. Many people were glad to see it."
    summary = summary_of(text, title="Old ferry returns to harbour after the storm, mayor says").text
    assert summary == "A storm had damaged the boat in March. Many people were glad to see it."


def test_a_sentence_whose_words_stand_in_another_is_not_told_twice() -> None:
    text = (
        "The ferry came back to the old harbour on Monday after a year of repairs in the north. "
        "The ferry came back to the old harbour on Monday. Nobody had expected that so soon."
    )
    assert "Nobody had expected" in summary_of(text, title="Ferry back in old harbour on Monday").text


def test_a_sentence_broken_off_by_the_feed_is_left_out() -> None:
    text = "The ferry came back on Monday. Many people were glad. The mayor, who had promised it in…"
    assert summary_of(text, sentences=3).text == "The ferry came back on Monday. Many people were glad."


def test_headings_are_no_sentences() -> None:
    text = "What happened to the boat\nThe ferry came back on Monday.\nWhat comes next for us\nMany people were glad."
    assert summary_of(text).text == "The ferry came back on Monday. Many people were glad."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister said on Monday that…", "The minister said on Monday that…"),
        ("Minister resigns after a long scandal", "Minister resigns after a long scandal"),
        ("Ferry returns to the harbour.", "Ferry returns to the harbour."),
        ("Minister resigns after the scandal\nHe said that he would…", "He said that he would…"),
    ],
)
def test_the_least_broken_piece_is_better_than_nothing(text: str, expected: str) -> None:
    assert summary_of(text, title="Ferry returns to the harbour").text == expected


def test_a_short_sentence_is_preferred_to_cutting_a_long_one() -> None:
    text = f"The council met {'and talked ' * 60}on Monday. It closed the bridge."
    assert summary_of(text).text == "It closed the bridge."


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        (f"The council met, {'talked about bridges, ' * 30}and went home.", 400),
        (f"市議會開會，{'討論了橋樑的問題，' * 40}然後回家。", 200),
        ("A" * 600 + ".", 400),
    ],
)
def test_an_only_sentence_that_is_too_long_is_cut_at_a_clause(text: str, limit: int) -> None:
    summary = summary_of(text).text
    assert limit // 2 <= len(summary) <= limit
    assert summary.endswith("…")
    assert text.startswith(summary[:-1])
    assert summary[-2] not in ",，、 "


def test_the_limit_grows_with_the_sentences_asked_for() -> None:
    assert [max_chars("en", count) for count in (0, 1, 2, 3, 5)] == [400, 400, 400, 600, 1000]
    assert [max_chars(language, 2) for language in ("zh-Hant", "ja", "ko", "und")] == [200, 200, 200, 400]


@pytest.mark.parametrize("asked", [0, 1, 2, 3, 4, 50])
def test_at_most_the_sentences_asked_for_are_given_and_at_least_one(asked: int) -> None:
    text = " ".join(f"The {word} council closed its own old bridge." for word in ("north", "south", "east", "west"))
    chosen = split_sentences(summary_of(text, sentences=asked).text, "en")
    assert 1 <= len(chosen) <= max(asked, 1)


def test_a_sentence_said_twice_stands_once() -> None:
    text = "The ferry came back on Monday. The ferry came back on Monday. Nobody had expected that so soon."
    assert summary_of(text).text == "The ferry came back on Monday. Nobody had expected that so soon."


def test_a_declared_language_decides_between_near_ones() -> None:
    text = "Gradsko vijeće je u utorak odlučilo zatvoriti stari most radi popravka do proljeća."
    assert summary_of(text, language="hr").language == "hr"


def test_an_article_in_one_long_line_is_read_as_far_as_it_is_ranked() -> None:
    text = " ".join(f"The council of town number {number} closed its old bridge on Monday." for number in range(99))
    _, candidates = candidate_sentences(Document(text=text))
    assert len(candidates) >= 20
    assert all(sentence.endswith(" on Monday.") for sentence in candidates)


PIECES = st.lists(
    st.sampled_from(
        [
            "The ferry came back on Monday. ",
            "By Jane Doe\n",
            "He said: “Yes. No.” ",
            "渡輪週一復航。",
            "「真的嗎？」他問。\n",
            "Cut off…",
            "\n\n",
            "LONDON (Reuters) - ",
            "Heading\n",
            "عادت العبارة. ",
            "x" * 500,
            "\x00",
            "เรือข้ามฟากของท่าเรือกลับมาให้บริการ ",
        ]
    ),
    max_size=25,
).map("".join)


@settings(max_examples=80, deadline=None)
@given(text=PIECES | st.text(max_size=400), title=st.text(max_size=40), sentences=st.integers(0, 5))
def test_every_sentence_of_a_summary_stands_in_the_text(text: str, title: str, sentences: int) -> None:
    document = Document(text=text, title=title)
    match summarize_document(document, sentences=sentences):
        case Summary(text=summary, language=language):
            assert summary
            assert len(summary) <= max_chars(language, sentences)
            _, candidates = candidate_sentences(document)
            assert all(candidate in text for candidate in candidates)
            choices = (some for size in range(1, max(sentences, 1) + 1) for some in combinations(candidates, size))
            whole = any(joint(language).join(some) == summary for some in choices)
            assert whole or (summary.endswith("…") and summary[:-1] in text)
        case answer:
            assert isinstance(answer, NothingToSummarize)


async def test_a_batch_leaves_the_event_loop_to_others() -> None:
    article = Document(text="The new bridge over the harbour opened on Monday. Thousands walked.\n" * 50)
    task = asyncio.create_task(ExtractiveSummarizer().summarize([article] * 100, sentences=2))
    turns = 0
    while not task.done():
        turns += 1
        await asyncio.sleep(0)
    assert isinstance(task.result()[0], Summary)
    assert turns > 10
