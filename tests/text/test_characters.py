"""Script ranges and unsafe characters stand once: the summarizer's, and beside them what the bot alone needs."""

from __future__ import annotations

import inspect
import re
import unicodedata
from pathlib import Path

import pytest

import bot
from bot.store.database import migrations_frozen
from bot.text import characters
from bot.text.characters import HAN, HANGUL, KANA, NO_MARKS, UNSAFE, UNSPACED, weighted_length
from summarizer import scripts

BOT = Path(bot.__path__[0])
# Escaped characters that are no script and no danger: the replacement character, the last one of the first plane, a
# wide space, a dot that lower-case Turkish leaves behind, one that no font draws.
HARMLESS = {"\\ue000", "\\ufffd", "\\uffff", "\\u2003", "\\u0307", "\\u00a0", "\\U0010fffe"}


def test_a_character_of_chinese_japanese_and_korean_counts_three() -> None:
    assert weighted_length("abc") == 3
    assert weighted_length("碼頭a") == 7
    assert weighted_length("かな한글") == 12


@pytest.mark.parametrize(
    "text", ["\x00", "\x1b", "\x9f", "\u202e", "\u2066", "\ufeff", "\ud800", "\ufdd0", "\U000e0041"]
)
def test_what_hides_or_reorders_text_is_unsafe(text: str) -> None:
    assert re.fullmatch(f"[{UNSAFE}]", text)


def test_what_is_taken_for_no_mark_is_none() -> None:
    taken = re.findall(f"[{NO_MARKS}]", "".join(map(chr, range(0x10000))))

    assert [char for char in taken if unicodedata.category(char) in ("Mn", "Mc", "Me")] == []


@pytest.mark.parametrize("text", ["\t", "\n", " ", "a", "é", "中", "ก", "\u200d", "\u200c", "\ufe0f", "😀"])
def test_what_people_write_is_safe(text: str) -> None:
    assert not re.fullmatch(f"[{UNSAFE}]", text)


def test_scripts_without_spaces_are_told_from_those_with() -> None:
    for letter in "中かกມမខ":
        assert re.fullmatch(f"[{UNSPACED}]", letter), letter
    for letter in "aя한עع":
        assert not re.fullmatch(f"[{UNSPACED}]", letter), letter
    assert re.fullmatch(f"[{HAN}][{KANA}][{HANGUL}]", "中か한")


def test_no_other_module_lists_ranges_of_characters() -> None:
    places = {Path(characters.__file__), Path(migrations_frozen.__file__)}  # what a migration did stays as it was
    found = {
        f"{path.relative_to(BOT)}: {escape}"
        for path in BOT.rglob("*.py")
        if path not in places and path.relative_to(BOT).parts[0] != "playground"
        for escape in re.findall(r"\\u[0-9a-f]{4}|\\U[0-9a-f]{8}", path.read_text("utf-8"))
        if escape not in HARMLESS
    }
    assert not found


def test_no_range_stands_in_the_bot_and_in_the_summarizer() -> None:
    ours, theirs = (
        set(re.findall(r"\\[ux]\w+-\\[ux]\w+", inspect.getsource(module))) for module in (characters, scripts)
    )
    marks_of_their_own = {
        r"\u0591-\u05c7",
        r"\u0610-\u061a",
        r"\u06d6-\u06ed",
    }  # each cuts the marks of Hebrew, Arabic and India's scripts elsewhere
    assert ours & theirs <= marks_of_their_own
