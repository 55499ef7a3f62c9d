"""A town that the article does not name, in scripts without capitals."""

from __future__ import annotations

import pytest

from summarizer.checks.places import unknown_town


@pytest.mark.parametrize(
    ("sentence", "article", "language", "name"),
    [
        ("横浜市議会は承認した。", "海浜市議会は承認した。", "ja", "横浜"),
        ("海浜市議会は承認した。", "海浜市議会は承認した。", "ja", None),
        ("同市議会は承認した。", "海浜市議会は承認した。", "ja", None),
        ("横浜市議会は承認した。", "議会は承認した。", "ja", None),  # no town there to take the place of
        ("青林县议会通过预算。", "东港县议会通过预算。", "zh", "青林"),
        ("该县由市政府管理。", "东港县由海州市管理。", "zh", None),
        ("就业市场回暖。", "东港市就业情况好转。", "zh", None),
        ("명진시 의회는 승인했다.", "강변시 의회는 승인했다.", "ko", "명진"),
        ("강변시 의회는 다시 승인했다.", "강변시 의회는 승인했다.", "ko", None),
        ("وافق مجلس مدينة الكوثر على البناء.", "وافق مجلس مدينة النهرين على البناء.", "ar", "الكوثر"),
        ("रामपुर जिले में स्कूल खुला।", "नदीपुर जिले में स्कूल खुला।", "hi", "रामपुर"),
        ("पूरे जिले में स्कूल खुले।", "नदीपुर जिले में स्कूल खुले।", "hi", None),
        ("The city of Dalton slept.", "The city of Ostmere slept.", "en", None),
    ],
)
def test_a_town_must_stand_in_the_article(sentence: str, article: str, language: str, name: str | None) -> None:
    assert unknown_town(sentence, article, language) == name
