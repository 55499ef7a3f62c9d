"""Inline mode: cards for `@bot words` in any chat, and what their messages hold."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.chat.finding import inline
from bot.chat.quotas import Limit
from bot.models.chats import DigestFormat, OtherLanguages
from tests.chat.rig import PICTURE_URL, Rig, text

TEXT = "Thousands of people walked across the <new> harbour bridge. It took nine years to build. The old one stays."


async def asked(rig: Rig, words: str, *, offset: str = "") -> dict[str, Any]:
    """The answer to an inline query, with its results read."""
    query = await rig.api.types_inline(words, offset=offset)

    def answers() -> list[Any]:
        return [call for call in rig.api.calls if call.params.get("inline_query_id") == query]

    await rig.api.wait_for(answers)
    await rig.quiet()
    answer = answers()[-1]
    params = dict(answer.params) | {"status": answer.status}
    params["results"] = json.loads(params["results"])
    params["next_offset"] = params.get("next_offset", "")
    return params


def titles(answer: dict[str, Any]) -> list[str]:
    return [result["title"] for result in answer["results"]]


async def test_cards_show_title_thumbnail_source_and_summary(rig: Rig) -> None:
    await rig.publish("Cup <final>", "Harbour bridge opens", text=TEXT)
    answer = await asked(rig, "harbour bridge opens")
    assert (answer["is_personal"], answer["cache_time"], answer["next_offset"]) == ("true", "60", "")
    (card,) = answer["results"]
    assert (card["type"], card["title"]) == ("article", "Harbour bridge opens")
    assert card["description"].startswith("News of World · Thousands of people walked across the <new> harbour bridge.")
    assert card["thumbnail_url"] == PICTURE_URL
    assert card["url"].startswith("https://example.org/")
    content = card["input_message_content"]
    assert content["message_text"].startswith(f'<b><a href="{card["url"]}">Harbour bridge opens</a></b>\n\nThousands')
    assert "&lt;new&gt;" in content["message_text"]
    assert content["parse_mode"] == "HTML"
    assert content["link_preview_options"] == {"url": card["url"], "prefer_small_media": True}


async def test_messages_are_rich_with_the_picture_where_the_server_took_a_rich_one(rig: Rig) -> None:
    await rig.publish("Cup final", "Harbour bridge opens", text=TEXT)
    await rig.says("/today")
    (card,) = (await asked(rig, "harbour bridge opens"))["results"]
    rich = card["input_message_content"]["rich_message"]
    assert rich["html"].startswith('<h4><a href="')
    assert "<p>2 sentences on Harbour bridge opens.</p>" in rich["html"]  # made for /today
    assert [entry["media"]["type"] for entry in rich["media"]] == ["photo"]
    rig.api.fail_next("answerInlineQuery", 400, "Bad Request: can't parse InputMessageContent")
    answer = await asked(rig, "harbour opens")
    assert answer["status"] == 200
    assert "message_text" in answer["results"][0]["input_message_content"]
    assert "message_text" in (await asked(rig, "bridge opens"))["results"][0]["input_message_content"]  # learned


async def test_somebody_with_the_simple_look_sends_simple_messages(rig: Rig) -> None:
    await rig.publish("Harbour bridge opens")
    await rig.says("/today")
    await rig.store.chats.change(await rig.chat(), format=DigestFormat.CLASSIC)
    assert "message_text" in (await asked(rig, "harbour"))["results"][0]["input_message_content"]


async def test_cards_come_in_pages(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inline, "CARDS_AT_ONCE", 2)
    await rig.publish(*(f"Harbour news {number}" for number in range(5)), url=None)
    answer = await asked(rig, "harbour")
    assert (titles(answer), answer["next_offset"]) == (["Harbour news 4", "Harbour news 3"], "2")
    assert "url" not in answer["results"][0]
    assert answer["results"][0]["input_message_content"]["link_preview_options"] == {"is_disabled": True}
    answer = await asked(rig, "harbour", offset="4")
    assert (titles(answer), answer["next_offset"]) == (["Harbour news 0"], "")
    assert (await asked(rig, "harbour", offset="6"))["results"] == []
    assert titles(await asked(rig, "harbour", offset="x")) == ["Harbour news 4", "Harbour news 3"]


async def test_without_words_come_todays_top_stories_by_the_askers_choice(rig: Rig) -> None:
    await rig.publish("Harbour bridge opens", "Football tonight")
    await rig.publish("Cup final", category=("Sport",))
    assert titles(await asked(rig, "  ")) == ["Cup final", "Football tonight", "Harbour bridge opens"]
    await rig.says("/subscribe World")
    await rig.says("/filter -football")
    await rig.presses("Save")
    assert titles(await asked(rig, "")) == ["Harbour bridge opens"]


async def test_top_stories_in_languages_that_the_asker_reads_come_first(rig: Rig) -> None:
    await rig.publish("El puente abre", language="es")
    await rig.publish("Die Brücke ist offen", "Der Zug steht", language="de")
    rig.api.world.me.language_code = "es-MX"
    assert titles(await asked(rig, "")) == ["El puente abre", "Der Zug steht", "Die Brücke ist offen"]
    await rig.says("/start")
    assert titles(await asked(rig, " "))[0] == "El puente abre"
    await rig.store.chats.change(await rig.chat(), other_languages=OtherLanguages.LEFT_OUT)
    assert titles(await asked(rig, "  ")) == ["El puente abre"]


@pytest.mark.parametrize(
    ("words", "hint"),
    [("nowhere", "Nothing found. Other words?"), ("a", "Write a whole word"), ("?", "Nothing found. Other words?")],
)
async def test_where_nothing_is_found_a_button_leads_to_the_bot(rig: Rig, words: str, hint: str) -> None:
    answer = await asked(rig, words)
    assert answer["results"] == []
    assert json.loads(answer["button"]) == {"text": hint, "start_parameter": "search"}
    assert text(await rig.says("/start search")).startswith("What shall I look for?")


async def test_who_asks_too_fast_and_queries_that_are_too_old_are_left_alone(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    rig.api.fail_next("answerInlineQuery", 400, "Bad Request: query is too old and response timeout expired")
    await rig.publish("Harbour bridge opens")
    assert (await asked(rig, "harbour"))["status"] == 400
    rig.api.fail_next("answerInlineQuery", 400, "Bad Request: WEBDOCUMENT_URL_INVALID")
    (card,) = (await asked(rig, "opens"))["results"]
    assert "url" not in card
    rig.api.fail_next("answerInlineQuery", 500, "Internal Server Error")
    assert (await asked(rig, "bridge"))["status"] == 500
    assert caplog.text.count("inline query not answered") == 1
    monkeypatch.setattr(inline, "LIMITS", (Limit(count=2, seconds=10),))
    query = await rig.api.types_inline("harbour")
    await rig.says("/start")  # a later update was handled
    assert not [call for call in rig.api.calls if call.params.get("inline_query_id") == query]
