from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.model.batching import MAX_CHUNKS, plan_batches, plan_chunks


def count_words(texts: list[str]) -> list[int]:
    return [len(text.split()) for text in texts]


def chunks(text: str, max_tokens: int, language: str = "en") -> list[str]:
    return plan_chunks(text, language=language, max_tokens=max_tokens, count=count_words)


def test_a_short_article_stays_whole_with_its_paragraphs() -> None:
    text = "One boat came. Two left.\nThree stayed here."
    assert chunks(text, 100) == [text]


def test_an_article_a_little_too_long_is_cut_at_a_sentence_end() -> None:
    assert chunks("One boat came. Two boats left. Three stayed.", 6) == ["One boat came. Two boats left."]


def test_a_much_longer_article_comes_in_chunks_up_to_a_cap() -> None:
    assert chunks("One boat came. " * 20, 3) == ["One boat came."] * MAX_CHUNKS
    assert chunks("One boat came. " * 3, 4) == ["One boat came."] * 3


def test_a_sentence_longer_than_the_budget_stands_alone() -> None:
    assert chunks("boat " * 30, 5) == [("boat " * 30).strip()]


def test_chinese_sentences_are_joined_without_a_space() -> None:
    assert chunks("船来了。船走了。", 9, "zh-Hans") == ["船来了。船走了。"]


def test_no_sentence_gives_no_chunk() -> None:
    assert chunks(" \n ", 5) == []


@given(st.lists(st.integers(0, 3000), max_size=60), st.integers(1, 8))
def test_batches_hold_every_article_once_and_none_much_longer_than_another(lengths: list[int], size: int) -> None:
    batches = plan_batches(lengths, max_items=size)
    assert sorted(index for batch in batches for index in batch) == list(range(len(lengths)))
    for batch in batches:
        assert 1 <= len(batch) <= size
        assert max(lengths[index] for index in batch) <= 1.5 * max(64, min(lengths[index] for index in batch))
