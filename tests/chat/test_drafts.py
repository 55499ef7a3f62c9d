"""What a person sees of a link's summary while it is made, and how they stop it."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from bot.chat.drafts import RENEW_SECONDS
from bot.chat.handlers import link_answer
from tests.chat.rig import PICTURE_URL, Rig, labels, running_rig, text
from tests.fakes import a_parsed_article

URL = "https://example.org/story"
READING = "⏳ Reading example.org…"


def has_a_page(rig: Rig) -> Rig:
    rig.loader.pages[URL] = a_parsed_article(url=URL, site="Example", thumbnail_url=PICTURE_URL, language="en")
    return rig


@pytest.fixture
def rig(rig: Rig) -> Rig:
    """With a page to read."""
    return has_a_page(rig)


async def test_in_a_private_chat_a_draft_stands_until_the_answer_comes(rig: Rig) -> None:
    rig.loader.gate.clear()
    await rig.api.user_says(URL)
    await rig.api.wait_for(lambda: rig.drafts() == [READING])
    assert rig.messages() == []
    rig.loader.gate.set()
    await rig.quiet()
    assert ["2 sentences" in text(message) for message in rig.messages()] == [True]
    assert rig.api.world.find_chat(rig.api.me).draft_id == 0


async def test_a_draft_is_sent_again_before_telegram_drops_it(rig: Rig) -> None:
    rig.loader.gate.clear()
    await rig.api.user_says(URL)
    await rig.api.wait_for(lambda: rig.drafts() == [READING])

    def later() -> bool:
        rig.clock.advance(RENEW_SECONDS)
        return len(rig.drafts()) > 1

    await rig.api.wait_for(later)
    sent = [call.params for call in rig.api.calls if call.method == "sendMessageDraft"]
    assert {(params["draft_id"], params["text"]) for params in sent} == {(sent[0]["draft_id"], READING)}
    rig.loader.gate.set()
    await rig.quiet()
    count = len(rig.drafts())
    rig.clock.advance(RENEW_SECONDS)
    assert "2 sentences" in text(await rig.says(URL))
    assert len(rig.drafts()) == count + 1


async def test_who_stops_a_page_being_read_is_told_and_may_send_the_next_link(rig: Rig) -> None:
    rig.loader.gate.clear()
    await rig.api.user_says(URL)
    await rig.api.wait_for(rig.drafts)
    rig.stop()
    await rig.api.wait_for(rig.messages)
    assert text(rig.last()).startswith("Stopped.")
    rig.loader.gate.set()
    await rig.quiet()
    assert "2 sentences" in text(await rig.says(URL))


async def test_who_stops_the_engine_keeps_the_sentences_of_the_article(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(link_answer, "EXTRACT_AFTER_SECONDS", 0.0)
    rig.summarizer.gate.clear()
    await rig.api.user_says(URL)
    await rig.api.wait_for(lambda: len(rig.drafts()) == 2)
    assert "Thousands of people" in rig.drafts()[1]
    assert "✍️ a better summary is being written…" in rig.drafts()[1]
    rig.stop()
    await rig.quiet()
    await rig.api.wait_for(rig.messages)
    assert "Thousands of people" in text(rig.last())
    assert "✍️" not in text(rig.last())
    assert "➕ Longer" in labels(rig.last())
    rig.summarizer.gate.set()


async def test_a_stop_that_comes_too_late_does_no_harm(rig: Rig) -> None:
    await rig.says(URL)
    chat = {"id": rig.api.me, "type": "private", "first_name": "Ada"}
    rig.api.world.updates.add("stopped_message_generation", {"chat": chat, "draft_id": 5})
    assert "2 sentences" in text(await rig.says(URL))


async def test_a_server_without_drafts_is_asked_once_and_gets_a_placeholder(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    async with running_rig(tmp_path, drafts=False) as rig:
        has_a_page(rig).loader.gate.clear()
        await rig.api.user_says(URL)
        await rig.api.wait_for(rig.messages)
        assert text(rig.last()) == READING
        rig.loader.gate.set()
        await rig.quiet()
        assert ["2 sentences" in text(message) for message in rig.messages()] == [True]
        await rig.says(URL)
        assert len(rig.drafts()) == 1
    assert sum("drafts not known" in record.message for record in caplog.records) == 1


async def test_a_draft_that_is_refused_once_is_tried_again_for_the_next_link(rig: Rig) -> None:
    rig.api.fail_next("sendMessageDraft", 400, "Bad Request: TEXTDRAFT_PEER_INVALID")
    assert "2 sentences" in text(await rig.says(URL))
    assert rig.api.accepted[-1].is_edit
    assert "2 sentences" in text(await rig.says(URL))
    assert not rig.api.accepted[-1].is_edit
