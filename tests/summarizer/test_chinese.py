"""One script of Chinese into the other."""

from __future__ import annotations

import pytest

from summarizer import chinese, simplified_characters, to_script


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("渡轮恢复航行", "zh-Hant", "渡輪恢復航行"),
        ("渡輪恢復航行", "zh-Hans", "渡轮恢复航行"),
        ("渡輪恢復航行", "zh-Hant", "渡輪恢復航行"),
        ("因为里面有群众", "zh-Hant", "因為裡面有群眾"),
        ("The ferry", "zh-Hant", "The ferry"),
        ("渡轮", "zh", "渡轮"),
        ("渡轮", "ja", "渡轮"),
    ],
)
def test_chinese_is_converted_where_the_script_is_the_other(text: str, language: str, expected: str) -> None:
    assert to_script(text, language) == expected
    assert to_script(expected, language) == expected


def test_half_a_character_that_no_utf8_can_carry_stays_where_it_is() -> None:
    assert to_script("电话\ud800会议\x00", "zh-Hant") == "電話\ud800會議\x00"


def test_characters_become_simplified_one_by_one() -> None:
    assert "後來渡輪恢復航行，皇后乾杯".translate(simplified_characters()) == "后来渡轮恢复航行，皇后干杯"


def test_the_table_of_simplified_characters_learns_only_so_many_others(monkeypatch: pytest.MonkeyPatch) -> None:
    table = simplified_characters()
    monkeypatch.setattr(chinese, "MAX_TABLE_CHARACTERS", len(table))
    assert "眾Ꙁ".translate(table) == "众Ꙁ"
    assert ord("Ꙁ") not in table
