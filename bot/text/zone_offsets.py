"""The offsets of time zone names as dates of feeds carry them. A name that means several zones gives none, or is told
by the season: a missing date is a lesser evil than a wrong hour. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from bot.text.schedule import is_zone, zone_info

MAX_OFFSET = timedelta(hours=14)  # from UTC, of any zone

# Hours from UTC. EST to PDT as in RFC 822; IST is India's, which feeds of Israel and Ireland write as numbers. Left out
# as ambiguous: AMT, AST, ECT, GST, SST, WST, and the letters of the military but Z.
_HOURS = {
    "hne": -5, "hae": -4, "hnc": -6, "hac": -5, "hnr": -7, "hnp": -8, "tsi": 3,
    "wez": 0, "wesz": 1, "oez": 2, "oesz": 3,
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 1, "cet": 1, "mez": 1, "cest": 2, "mesz": 2, "eet": 2,
    "eest": 3, "msd": 4, "samt": 4, "yekt": 5, "omst": 6, "novt": 7, "krat": 7, "irkt": 8, "yakt": 9, "vlat": 10,
    "wat": 1, "cat": 2, "sast": 2, "eat": 3, "trt": 3, "pkt": 5, "ist": 5.5, "npt": 5.75, "ict": 7, "wib": 7, "wita": 8,
    "wit": 9, "hkt": 8, "sgt": 8, "myt": 8, "pht": 8, "awst": 8, "jst": 9, "kst": 9, "acst": 9.5, "acdt": 10.5,
    "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13, "nst": -3.5, "ndt": -2.5, "adt": -3, "brt": -3, "art": -3,
    "est": -5, "edt": -4, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "akst": -9, "akdt": -8, "hst": -10,
}  # fmt: skip
_PLACES = {"et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver", "pt": "America/Los_Angeles"}
_BY_SEASON = ("bst", "cst", "msk", "мск")
_MOSCOW_ON_SUMMER_TIME = (datetime(2011, 3, 27, 3, tzinfo=UTC), datetime(2014, 10, 26, 1, tzinfo=UTC))  # by its clocks
_WINTER_MONTHS = (1, 2, 12)  # in which America has no summer time; Britain has it in the others
_SUMMER_MONTHS = range(4, 11)


def is_zone_name(word: str) -> bool:
    """Whether a word, in lower case, is a zone's name, ambiguous ones too."""
    return word in _HOURS or word in _PLACES or word in _BY_SEASON


def offset_of(name: str, *, at: datetime, is_rfc822: bool) -> timedelta | None:
    """What a zone's clocks are ahead of UTC at this time by them; None for an unknown zone, or an ambiguous one.

    IANA zones, with spaces between, have one if their clocks agree. CST is the American one in RFC 822's form and in
    winter; else it may be China's. BST is the British one in summer; else Bangladesh's.
    """
    if places := name if "/" in name else _PLACES.get(name):
        return _offset_in(places.split(), at)
    name = name.casefold()
    hours = _HOURS.get(name)
    if name == "bst" and at.month in _SUMMER_MONTHS:
        hours = 1
    elif name == "cst" and is_rfc822 and at.month in _WINTER_MONTHS:
        hours = -6
    elif name in ("msk", "мск"):
        first, last = _MOSCOW_ON_SUMMER_TIME
        hours = 4 if first <= at < last else 3
    return None if hours is None else timedelta(hours=hours)


def _offset_in(places: Iterable[str], at: datetime) -> timedelta | None:
    """The offset that all these zones have; None also for an hour that the clocks show twice, or never."""
    local = [at.replace(tzinfo=zone_info(place), fold=fold) for place in places if is_zone(place) for fold in (0, 1)]
    offsets = {moment.utcoffset() for moment in local}
    return offsets.pop() if len(offsets) == 1 else None
