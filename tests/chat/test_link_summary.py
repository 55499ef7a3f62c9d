"""Summaries of links."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.chat.handlers import link_answer, link_summary
from bot.ingest.load import LinkRefused
from bot.models.chats import DigestFormat
from bot.playground.world.chats import PhotoBody, RichBody
from bot.text_keys import TextKey
from summarizer import EngineKind
from tests.chat.rig import PICTURE_URL, Rig, labels, running_rig, text
from tests.fakes import a_parsed_article

URL = "https://example.org/story"


@pytest.fixture
def rig(rig: Rig) -> Rig:
    """With a page to read."""
    rig.loader.pages[URL] = a_parsed_article(url=URL, site="Example", thumbnail_url=PICTURE_URL, language="en")
    return rig


@pytest.mark.parametrize("words", [f"/summary {URL}", URL, f"Look: {URL} !", "/summary example.org/story"])
async def test_a_link_becomes_title_picture_summary_source_and_time(rig: Rig, words: str) -> None:
    shown = await rig.says(words)
    assert isinstance(shown.body, RichBody)
    assert len(shown.body.rich.photos) == 1
    assert text(shown) == (
        "Harbour bridge opens2 sentences on Harbour bridge opens.Example · example.org · 1 minute to read"
    )
    assert labels(shown) == ["➕ Longer", "➖ Shorter", "📖 Read here", "🔗 example.org"]
    assert len(rig.messages()) == 1


async def test_in_a_group_a_placeholder_stands_until_the_page_is_read(rig: Rig) -> None:
    await rig.says("/help", chat=rig.api.group)
    rig.loader.gate.clear()
    before = len(rig.messages(rig.api.group))
    await rig.api.user_says(f"/summary {URL}", chat=rig.api.group)
    await rig.api.wait_for(lambda: len(rig.messages(rig.api.group)) > before)
    shown = rig.last(rig.api.group)
    assert text(shown) == "⏳ Reading example.org…"
    rig.loader.gate.set()
    await rig.quiet()
    assert "2 sentences" in text(rig.last(rig.api.group))
    assert rig.last(rig.api.group).message_id == shown.message_id
    assert rig.drafts() == []


async def test_a_reply_to_a_message_with_a_link_summarises_it(rig: Rig) -> None:
    message_id = await rig.api.user_says(f"Read {URL} please", chat=rig.api.group)
    shown = await rig.says("/summary", chat=rig.api.group, reply_to=message_id)
    assert "2 sentences" in text(shown)


async def test_a_hidden_link_is_found(rig: Rig) -> None:
    rig.loader.pages["https://example.org/a"] = a_parsed_article(url="https://example.org/a")
    shown = await rig.says("/summary HTTPS://example.org/a")
    assert rig.loader.read == ["HTTPS://example.org/a"]
    assert text(shown)


async def test_summary_without_a_link_says_how(rig: Rig) -> None:
    assert "Send me a link" in text(await rig.says("/summary"))
    assert "Send me a link" in text(await rig.says("/summary of what"))
    assert "Send me a link and I'll summarise it." in text(await rig.says("good morning"))
    assert rig.loader.read == []


async def test_a_refused_link_is_explained_in_place_of_the_placeholder(rig: Rig) -> None:
    rig.loader.pages["https://example.org/x"] = LinkRefused(reason_key="chat-link-too-slow")
    shown = await rig.says("https://example.org/x")
    assert text(shown) == "This page took too long. Please try again later."
    assert len(rig.messages()) == 1
    rig.loader.pages["https://example.org/y"] = LinkRefused(reason_key=cast("TextKey", "no-such-text"))
    assert "I couldn't read this page." in text(await rig.says("https://example.org/y"))


async def test_a_failure_of_ours_is_told_politely(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    rig.loader.pages["https://example.org/x"] = RuntimeError("a bug")
    assert "I couldn't read this page." in text(await rig.says("https://example.org/x"))
    assert [record.levelname for record in caplog.records if "link summary failed" in record.message] == ["ERROR"]
    assert "2 sentences" in text(await rig.says(URL))


async def test_what_takes_too_long_is_given_up(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link_answer, "LINK_SECONDS", 0.05)
    rig.loader.gate.clear()
    await rig.api.user_says(URL)
    await rig.api.wait_for(lambda: rig.messages() and "too long" in text(rig.last()))
    rig.loader.gate.set()
    await rig.quiet()
    assert "too long" in text(rig.last())


async def test_a_page_without_sentences_still_shows_its_title(rig: Rig) -> None:
    rig.summarizer.fails = True
    shown = await rig.says(URL)
    assert "Harbour bridge opens" in text(shown)
    assert "too little text here for a summary" in text(shown)


async def test_longer_and_shorter_replace_the_summary(rig: Rig) -> None:
    first = await rig.says(URL)
    longer = await rig.presses("➕ Longer")
    assert longer.message_id == first.message_id
    assert "5 sentences" in text(longer)
    assert "2 sentences" in text(await rig.presses("➖ Shorter"))
    assert rig.loader.read == [URL]


async def test_sentences_of_the_article_stand_there_while_the_engine_writes(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(link_answer, "EXTRACT_AFTER_SECONDS", 0.0)
    await rig.says("/help", chat=rig.api.group)
    before = len(rig.messages(rig.api.group))
    rig.summarizer.gate.clear()
    await rig.api.user_says(f"/summary {URL}", chat=rig.api.group)
    await rig.api.wait_for(lambda: "Thousands of people" in text(rig.last(rig.api.group)))
    assert "✍️ a better summary is being written…" in text(rig.last(rig.api.group))
    rig.summarizer.gate.set()
    await rig.quiet()
    assert text(rig.last(rig.api.group)).startswith("Harbour bridge opens2 sentences on Harbour bridge opens.")
    assert "✍️" not in text(rig.last(rig.api.group))
    assert len(rig.messages(rig.api.group)) == before + 1


async def test_an_extract_that_is_read_already_stays_where_the_engine_fails(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(link_answer, "EXTRACT_AFTER_SECONDS", 0.0)
    rig.summarizer.gate.clear()
    rig.summarizer.fails = True
    await rig.api.user_says(URL)
    await rig.api.wait_for(lambda: "Thousands of people" in rig.drafts()[-1] if rig.drafts() else False)
    rig.summarizer.gate.set()
    await rig.quiet()
    assert "Thousands of people" in text(rig.last())
    assert "✍️" not in text(rig.last())
    assert len(rig.messages()) == 1


async def test_a_summary_stays_where_a_longer_one_cannot_be_had(rig: Rig) -> None:
    first = await rig.says(URL)
    rig.clock.advance(days=2)
    rig.loader.pages[URL] = LinkRefused(reason_key="chat-link-failed")
    told = await rig.presses("➕ Longer")
    assert "I couldn't read this page." in text(told)
    assert told.message_id != first.message_id
    assert "2 sentences" in text(rig.messages()[0])


async def test_a_summary_in_another_language_offers_the_readers_own(rig: Rig) -> None:
    rig.summarizer.can_translate = True
    assert "🌐 In my language" not in labels(await rig.says(URL))
    await rig.says("/language 繁中")
    shown = await rig.says(URL)
    assert "🌐 用我的語言" in labels(shown)
    translated = await rig.presses("🌐 用我的語言")
    assert text(translated).startswith("[zh-Hant] Harbour bridge opensHarbour bridge opens2 sentences")
    assert "🌐 用我的語言" not in labels(translated)
    assert text(await rig.presses("➕ 長一點")).startswith("[zh-Hant] Harbour bridge opens")
    assert "5 sentences" in text(rig.last())


@pytest.mark.parametrize("can_translate", [True, False])
async def test_a_reader_of_another_language_gets_it_or_is_told_that_it_is_the_original(
    rig: Rig, can_translate: bool
) -> None:
    rig.summarizer.can_translate = can_translate
    await rig.says("/settings")
    await rig.presses("📝 Language of summaries")
    await rig.presses("Deutsch")
    shown = await rig.says(URL)
    assert rig.summarizer.languages == ["de"]
    assert ("original language (English)" in text(shown)) is not can_translate
    assert ("[de] Harbour bridge opens" in text(shown)) is can_translate
    assert "🌐 In my language" not in labels(shown)


async def test_read_here_sends_the_whole_article(rig: Rig) -> None:
    await rig.says(URL)
    shown = await rig.presses("📖 Read here")
    assert isinstance(shown.body, RichBody)
    assert "Thousands of people walked across it." in text(shown)
    assert len(rig.messages()) == 2


async def test_a_long_page_is_read_on_by_button(rig: Rig) -> None:
    words = "\n".join(f"{'word ' * 80}line{number}" for number in range(120))
    rig.loader.pages[URL] = a_parsed_article(url=URL, text=words, blocks=())
    await rig.says(URL)
    first = await rig.presses("📖 Read here")
    assert text(first).endswith("Part 1 of 2 · Read the original (example.org)")
    assert labels(first) == ["Read on: part 2 of 2", "🔗 example.org"]
    second = await rig.presses("Read on: part 2 of 2")
    assert "Part 2 of 2" in text(second)
    assert "line119" in text(second)
    assert labels(second) == []


async def test_read_here_of_a_page_that_vanished_explains(rig: Rig) -> None:
    await rig.says(URL)
    rig.clock.advance(days=2)
    rig.loader.pages[URL] = LinkRefused(reason_key="chat-link-failed")
    assert "I couldn't read this page." in text(await rig.presses("📖 Read here"))


async def test_an_untold_site_is_made_up_for_and_an_untold_date_is_not(rig: Rig) -> None:
    rig.loader.pages[URL] = a_parsed_article(url=None, published_at=None, thumbnail_url=PICTURE_URL)
    await rig.says("/start")
    await rig.store.chats.save(replace(await rig.chat(), pictures=False))
    shown = await rig.says(URL)
    assert isinstance(shown.body, RichBody)
    assert shown.body.rich.photos == ()
    whole = text(await rig.presses("📖 Read here"))
    assert "example.org" in whole
    assert "2026" not in whole


async def test_on_an_old_server_the_summary_is_classic_and_still_grows(rig: Rig) -> None:
    rig.api.fail_next("sendRichMessage", 400, "Bad Request: message text is empty")
    shown = await rig.says(URL)
    assert isinstance(shown.body, PhotoBody)
    longer = await rig.presses("➕ Longer")
    assert isinstance(longer.body, PhotoBody)
    assert "5 sentences" in text(longer)


async def test_longer_says_so_where_the_article_ends(rig: Rig) -> None:
    rig.loader.pages[URL] = a_parsed_article(url=URL, text="The bridge opened on Monday.")
    shown = await rig.says(URL)
    assert text(await rig.presses("➕ Longer")) == text(shown)
    assert any("That is all there is." in answer for answer in rig.answered().values())


async def test_sentences_of_the_article_end_with_it_too(rig: Rig) -> None:
    rig.loader.pages[URL] = a_parsed_article(url=URL, text="One thing happened here. " * 4)
    rig.summarizer.kind = EngineKind.EXTRACTIVE
    shown = await rig.says(URL)
    assert "2 sentences" in text(shown)
    await rig.presses("➕ Longer")
    assert any("That is all there is." in answer for answer in rig.answered().values())


async def test_a_page_is_read_once_a_day(rig: Rig) -> None:
    await rig.says(URL)
    await rig.says(f"/summary {URL}?utm_source=chat")
    assert rig.loader.read == [URL]
    rig.clock.advance(hours=25)
    await rig.says(URL)
    assert rig.loader.read == [URL, URL]


async def test_a_person_has_five_links_in_ten_minutes_and_is_told_once_a_minute(rig: Rig) -> None:
    for _ in range(5):
        assert "2 sentences" in text(await rig.says(URL))
    assert "That was a lot of links." in text(await rig.says(URL))
    count = len(rig.messages())
    await rig.api.user_says(URL)
    await rig.says("/help")
    assert len(rig.messages()) == count + 1
    rig.clock.advance(601)
    assert "2 sentences" in text(await rig.says(URL))


async def test_a_group_shares_ten_links_in_ten_minutes(rig: Rig) -> None:
    people = [rig.api.add_person(900 + number).id for number in range(11)]
    for person in people[:10]:
        assert "2 sentences" in text(await rig.says(f"/summary {URL}", chat=rig.api.group, sender=person))
        rig.clock.advance(7)  # the pace of a group
    assert "That was a lot of links." in text(await rig.says(f"/summary {URL}", chat=rig.api.group, sender=people[10]))
    assert "2 sentences" in text(await rig.says(URL, chat=people[10], sender=people[10]))


async def test_a_person_has_one_link_in_work_at_a_time(rig: Rig) -> None:
    await rig.says(URL)
    rig.loader.gate.clear()
    await rig.api.user_says("https://example.org/other")
    await rig.api.wait_for(lambda: len(rig.drafts()) == 2)
    await rig.api.user_says(URL)
    await rig.api.wait_for(lambda: "still busy with your last link" in text(rig.last()))
    await rig.api.press("➕ Longer")
    await rig.api.wait_for(lambda: any("still busy" in answer for answer in rig.answered().values()))
    rig.loader.gate.set()
    await rig.quiet()
    assert rig.loader.read == [URL, "https://example.org/other"]


async def test_classic_chats_are_served_too(rig: Rig) -> None:
    await rig.says("/start")
    await rig.store.chats.save(replace(await rig.chat(), format=DigestFormat.CLASSIC))
    assert isinstance((await rig.says(URL)).body, PhotoBody)


@pytest.mark.parametrize(("owners", "reached"), [((), False), ((700_000_001,), True), ((1,), False)])
async def test_links_reach_the_owners_hosts_for_the_owner_alone_and_for_nobody_where_none_is_named(
    tmp_path: Path, owners: tuple[int, ...], reached: bool
) -> None:
    async with running_rig(tmp_path, telegram_admin_ids=owners) as rig:
        await rig.says(f"/summary {URL}")
    assert rig.loader.for_owner == [reached]


async def test_a_link_that_somebody_else_wrote_reaches_no_host_of_the_owners(tmp_path: Path) -> None:
    async with running_rig(tmp_path, telegram_admin_ids=(700_000_001,)) as rig:
        message_id = await rig.api.user_says(f"Read {URL} please", chat=rig.api.group)
        await rig.says("/summary", chat=rig.api.group, reply_to=message_id)
    assert rig.loader.for_owner == [False]


@pytest.mark.parametrize("forwarded", [False, True])
def test_a_forwarded_link_is_not_the_owners_own(forwarded: bool) -> None:
    message = SimpleNamespace(forward_origin=object() if forwarded else None)
    settings = SimpleNamespace(telegram_admin_ids=(7,))
    turn: Any = SimpleNamespace(query=None, message=message, user_id=7, services=SimpleNamespace(settings=settings))
    assert link_summary._is_owners(turn) is not forwarded
