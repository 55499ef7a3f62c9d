"""The phrases by which pages say, in many languages, that they show less than an article, as patterns built once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from bot.text.words import any_of, merged

_MARKS = r""".:!?,;"“”„«»"""  # a heading with such a mark says more than what it asks


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """One pattern for each kind of phrase; see `bot.text.word_sections.PageWords`."""

    robot_check: re.Pattern[str]
    consent: re.Pattern[str]
    consent_ask: re.Pattern[str]
    consent_heading: re.Pattern[str]  # all of a heading
    consent_host: re.Pattern[str]
    consent_path: re.Pattern[str]
    login: re.Pattern[str]
    login_path: re.Pattern[str]
    paywall: re.Pattern[str]
    read_more: re.Pattern[str]  # at the end of a text


@lru_cache(maxsize=1)
def phrases() -> Phrases:
    """The patterns of all languages."""
    words = merged().pages
    return Phrases(
        robot_check=_anywhere(words.robot_check_patterns),
        consent=_anywhere(words.consent_patterns),
        consent_ask=_anywhere(words.consent_ask_patterns),
        consent_heading=re.compile(
            rf"[^{_MARKS}]{{0,30}}{any_of(words.consent_heading_patterns)}[^{_MARKS}]{{0,40}}", re.IGNORECASE
        ),
        consent_host=re.compile(rf"^{any_of(words.consent_host_patterns)}\.", re.IGNORECASE),
        consent_path=_segment(words.consent_path_patterns),
        login=_anywhere(words.login_patterns),
        login_path=_segment(words.login_path_patterns),
        paywall=_anywhere(words.paywall_patterns),
        read_more=re.compile(rf"{any_of(words.read_more_patterns)}[\s\W]*$", re.IGNORECASE),
    )


def _anywhere(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile(any_of(patterns), re.IGNORECASE)


def _segment(patterns: Iterable[str]) -> re.Pattern[str]:
    """A segment of an address's path."""
    return re.compile(rf"/{any_of(patterns)}(?:[/?.]|$)", re.IGNORECASE)
