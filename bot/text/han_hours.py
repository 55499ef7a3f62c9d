"""Chinese numerals in times of day, as digits: 晚上十一點四十 becomes 晚上11點40分; weekdays by their names. Pure."""

from __future__ import annotations

import re

from bot.text.patterns import late

_UNITS = "一二三四五六七八九"
_TWO = "兩两"  # as hours are counted
_TO_TWO = str.maketrans(dict.fromkeys(_TWO, "二"))
# Up to 59. No number begins within the name of a weekday: 週二十點 is ten o'clock on a Tuesday.
_NUMERAL = f"(?<![週周曜期拜])(?:[二兩两三四五]?十[{_UNITS}]?|[零〇]?[{_UNITS}{_TWO}]|[零〇])"
_HOUR, _MINUTE, _TIMES = "點点時时", "分", "次回"  # the last ones count: "once"
_DAILY = late("(?:[1一]日|日に)[1-3一二三]回")
# Behind a part of the day the word for "hour" may be missing: 早八晚六.
_HOURS = late(f"({_NUMERAL})(?=[{_HOUR}])|(?<=[早晚午上])({_NUMERAL})(?![{_HOUR}{_MINUTE}刻{_TIMES}])")
# Days behind the first one, without its name for "week": 周一三五, 每週一、三、五, 周一至五.
_WEEK = "[週周]|星期|礼拜|禮拜"
_DAY = f"[{_UNITS[:6]}日天](?![{_HOUR}{_MINUTE}])(?!(?<=二)十)"
_MORE_DAYS = late(rf"({_WEEK})([{_UNITS[:6]}日天])((?:\s*[、,和及與与至到~-]?\s*{_DAY})+)")
_ONE_DAY = late(_DAY)
# The same without "week" before the first: 一三五 8點, 一至五早上七點.
_BARE_DAYS = late(
    rf"(?:^|(?<=\s))每?(?!一[日天])[{_UNITS[:6]}](?:\s*[、,和及與与至到~-]?\s*{_DAY})+(?=\D*[\d{_UNITS}十])"
)
# Days by their numbers: 週1,3,5 and 周1到周5; before an hour also 1,3,5 8點 and 135 早上8点.
_AND_NUMBERS = rf"(?:\s*[、,和及與与至到~-]\s*(?:{_WEEK})?[1-7])"
_NUMBERED = late(
    rf"(?:{_WEEK})(?:[1-7]{_AND_NUMBERS}*|[1-7]+)(?!\d|\s*[:.{_HOUR}])"
    rf"|(?:^|(?<=\s))(?:[1-7]{_AND_NUMBERS}+|[1-7]{{3}})(?=\s+\D*\d+\s*[{_HOUR}]|\s*[早晚上下中午朝夜])"
)
_NUMBER = late(f"(?:{_WEEK})?([1-7])")
_MINUTES = late(rf"(?<=[{_HOUR}])\s*(?:([一三])刻|({_NUMERAL}){_MINUTE}?(?![{_HOUR}{_TIMES}]))")


def with_digits(text: str) -> str:
    """The text with the hours and minutes that it writes in Chinese numerals in digits, and every day by its name."""
    text = _NUMBERED.sub(lambda match: _NUMBER.sub(_weekday, match[0]), _DAILY.sub(" 毎日 ", text))
    text = _MORE_DAYS.sub(lambda match: match[1] + match[2] + _ONE_DAY.sub(rf" {match[1]}\g<0>", match[3]), text)
    text = _BARE_DAYS.sub(lambda match: _ONE_DAY.sub(r" 周\g<0>", match[0].lstrip("每")), text)
    text = _HOURS.sub(lambda match: str(_number(match[0])), text)
    return _MINUTES.sub(lambda match: f"{15 * _number(match[1]) if match[1] else _number(match[2])}分", text)


def _weekday(match: re.Match[str]) -> str:
    """Its name; a space before it, unless "every" may stand there."""
    return f"{' ' * (match.start() > 0)}周{'一二三四五六日'[int(match[1]) - 1]}"


def _number(numeral: str) -> int:
    tens, ten, units = numeral.translate(_TO_TWO).lstrip("零〇").rpartition("十")
    return (_value(tens) or len(ten)) * 10 + _value(units)


def _value(sign: str) -> int:
    """The value of one sign; 0 where there is none."""
    return _UNITS.index(sign) + 1 if sign else 0
