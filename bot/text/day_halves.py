"""Which hour of the day a number means, beside the word for a part of the day that stands by it. Pure.

Where such a word leaves two hours open, there is none: a missing date is a lesser evil than a wrong hour.
"""

from __future__ import annotations

# Each part of the day: the numbers that name its hours, by which 12 is added and by which not; more than 12 stay.
_AS_THEY_ARE = {
    "morning": range(12),
    "noon": range(10, 13),
    "afternoon": range(12, 13),
    "evening": range(0),
    "night": range(5),
}
_LATER = {
    "morning": range(0),
    "noon": range(1, 6),
    "afternoon": range(12),
    "evening": range(5, 12),
    "night": range(8, 12),
}


def hour_of(number: int, half: str) -> int:
    """The hour that a number means in a part of the day, "" for none; ValueError where it means none, or one of two."""
    if not half or number in _AS_THEY_ARE[half]:
        return number
    if half == "morning" and number == 12:
        return 0
    if number in _LATER[half]:
        return number + 12
    if half == "morning" or number <= 12:
        raise ValueError("no such hour")
    return number
