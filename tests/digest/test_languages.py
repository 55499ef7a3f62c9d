"""What becomes of stories in languages that a reader did not name."""

from __future__ import annotations

import pytest

from bot.digest.languages import (
    NOTHING_ASIDE,
    Aside,
    SummaryLanguages,
    aside_of,
    is_read,
    language_of,
    summary_languages,
)
from bot.models.chats import OtherLanguages
from tests.digest.newsroom import Newsroom, html
from tests.fakes import a_chat, an_article

LANGUAGES = ("en", "zh-Hans", "zh-Hant", "ja", "und")


@pytest.mark.parametrize(
    ("language", "reads", "expected"),
    [
        ("en", ("en",), True),
        ("zh-Hant", ("zh-Hant",), True),
        ("zh-Hans", ("zh-Hant",), False),
        ("zh", ("zh-Hant",), True),
        ("pt", ("pt-BR",), True),
        ("ja", ("en", "de"), False),
        ("und", ("en",), True),
    ],
)
def test_a_language_is_read_whatever_its_region_but_chinese_by_its_script(
    language: str, reads: tuple[str, ...], expected: bool
) -> None:
    assert is_read(language, reads) is expected


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("en", "en"),
        ("pt-br", "pt"),
        ("zh-TW", "zh-Hant"),
        ("zh-hant-hk", "zh-Hant"),
        ("zh_CN", "zh-Hans"),
        ("zh", "zh-Hans"),
    ],
)
def test_telegrams_tags_name_languages_as_articles_have_them(tag: str, language: str) -> None:
    assert language_of(tag) == language


def test_who_named_no_language_reads_all() -> None:
    assert aside_of(a_chat(), LANGUAGES, translates=False) == NOTHING_ASIDE


def test_other_languages_come_last_or_are_left_out_or_are_translated_where_that_can_be() -> None:
    last = a_chat(reads=("en", "zh-Hant"))
    foreign = frozenset({"zh-Hans", "ja"})
    assert aside_of(last, LANGUAGES, translates=True) == Aside(languages=foreign)
    left_out = a_chat(reads=("en", "zh-Hant"), other_languages=OtherLanguages.LEFT_OUT)
    assert aside_of(left_out, LANGUAGES, translates=True) == Aside(languages=foreign, left_out=True)
    translated = a_chat(reads=("en", "zh-Hant"), other_languages=OtherLanguages.TRANSLATED)
    assert aside_of(translated, LANGUAGES, translates=True) == NOTHING_ASIDE
    assert aside_of(translated, LANGUAGES, translates=False) == Aside(languages=foreign)


def test_chats_for_which_nothing_is_aside_share_what_is_picked() -> None:
    for how in OtherLanguages:
        assert aside_of(a_chat(reads=("en",), other_languages=how), ["en"], translates=False) == NOTHING_ASIDE


def test_only_stories_in_other_languages_are_translated() -> None:
    chat = a_chat(reads=("zh-Hant", "en"), other_languages=OtherLanguages.TRANSLATED)
    languages = summary_languages(chat, translates=True)
    assert languages.of(an_article(language="ja")) == "zh-Hant"
    assert languages.of(an_article(language="en")) == "original"
    assert summary_languages(chat, translates=False) == SummaryLanguages()
    german = a_chat(summary_language="de", reads=("en",), other_languages=OtherLanguages.TRANSLATED)
    assert summary_languages(german, translates=True) == SummaryLanguages(language="de")


async def test_a_digest_shows_what_the_reader_reads_first_and_chats_of_one_choice_share_it(room: Newsroom) -> None:
    for number, reads in ((100, ("en",)), (101, ("en", "de")), (102, ("ja",)), (103, ())):
        await room.joins(chat_id=number, reads=reads)
    await room.arrives("Bridge opens", language="en")
    await room.arrives("橋が開通", language="ja", published=room.clock.now())
    await room.composer.compose_due()
    shown = {message.chat.chat_id: html(message) for message in await room.queued()}
    assert shown[100] == shown[101]
    assert shown[100].index("Bridge opens") < shown[100].index("橋が開通")
    assert shown[102] == shown[103]
    assert shown[102].index("橋が開通") < shown[102].index("Bridge opens")


async def test_an_edition_is_led_by_a_story_that_is_read(room: Newsroom) -> None:
    chat = await room.joins(("Arts",), ("Sport",), reads=("en",))
    await room.arrives("橋が開通", ("Arts",), language="ja", published=room.clock.now())
    await room.arrives("Cup final", ("Sport",), language="en")
    await room.composer.compose_due()
    front, *_ = await room.queued()
    assert html(front).index("Cup final") < html(front).index("橋が開通")
    today = await room.composer.headlines(chat, None)
    assert [item.article.title for item in today.digest.items] == ["Cup final", "橋が開通"]
