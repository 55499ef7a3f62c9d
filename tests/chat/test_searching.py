"""/search: pages with the found words in bold, the chat's rules, and kind answers to what cannot be searched for."""

from __future__ import annotations

import pytest

from bot.playground.world.chats import Message, TextBody
from tests.chat.rig import Rig, labels, text

LONG = "Much was said before. " * 20 + "And then, <as all expected & more>, the Harbour council met. It went home."


def bold(message: Message) -> list[str]:
    """The texts of the message in bold."""
    body = message.body
    assert isinstance(body, TextBody)
    raw = body.text.text.encode("utf-16-le")
    found = [entity for entity in body.text.entities if entity["type"] == "bold"]
    return [raw[2 * e["offset"] : 2 * (e["offset"] + e["length"])].decode("utf-16-le") for e in found]


async def test_results_come_in_pages_with_the_found_words_in_bold(rig: Rig) -> None:
    await rig.publish(*(f"Harbour news {number}" for number in range(6)), "Cup final", text=LONG)
    shown = await rig.says("/search：harbour")
    lines = text(shown).splitlines()
    assert lines[0] == "🔎 harbour · 7 stories"
    assert lines[2:5] == [
        "Harbour news 5",
        "And then, <as all expected & more>, the Harbour council met.",
        "News of World · 2 Mar 2026 · the whole story",
    ]
    assert bold(shown) == ["Harbour"] * 10
    assert labels(shown) == ["1 / 2", "▶️"]
    last = await rig.presses("▶️")
    assert [line for line in text(last).splitlines() if line.startswith(("Harbour news", "Cup"))] == [
        "Harbour news 0",
        "Cup final",
    ]
    assert labels(last) == ["◀️", "2 / 2"]
    assert "Harbour news 5" in text(await rig.presses("◀️"))


async def test_the_grammar_of_filters_holds(rig: Rig) -> None:
    await rig.publish("Harbour bridge opens", "Harbour ferry leaves", text="People came.")
    await rig.publish("Harbour bridge cup", category=("Sport",), text="People came.")
    shown = text(await rig.says('/search "harbour bridge" -cup source:"news of"'))
    assert "1 story" in shown
    assert "Harbour bridge opens" in shown


async def test_the_chats_rules_hold_where_they_are_asked_for(rig: Rig) -> None:
    await rig.publish("Harbour bridge", "Harbour football", text="People came.")
    await rig.says("/filter -football")
    await rig.presses("Save")
    shown = await rig.says("/search harbour")
    assert "2 stories" in text(shown)
    assert labels(shown) == ["🧹 With my filters"]
    shown = await rig.presses("🧹 With my filters")
    assert "1 story · with your filters" in text(shown)
    assert "football" not in text(shown)
    assert "2 stories" in text(await rig.presses("Without my filters"))
    await rig.says("/search football")
    shown = await rig.presses("🧹 With my filters")
    assert text(shown) == "Your filters hide everything that was found for football."
    await rig.says("/filters")
    await rig.presses("❌ -football")
    assert "football" in text(await rig.says("/search football"))


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("", "What shall I look for?"),
        ("a", "“a” alone stands in nearly every story."),
        ("?", "There is no word in “?”."),
        ("-x", "That says only what to leave out."),
        ("<nowhere>", "Nothing found for <nowhere>.\nTry fewer or other words"),
        ("harbour nowhere", "Nothing found for harbour nowhere.\nIn no story: nowhere\nTry fewer"),
    ],
)
async def test_what_cannot_be_found_is_answered_with_what_to_try(rig: Rig, typed: str, answer: str) -> None:
    await rig.publish("Harbour bridge")
    shown = await rig.says(f"/search {typed}")
    assert text(shown).startswith(answer)
    assert labels(shown) == []
