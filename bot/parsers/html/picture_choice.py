"""Chooses the pictures that may illustrate an article, best first, by their address, declared size and CSS classes.

Pure; fetches nothing: `bot.pictures.images` checks the bytes. Several are kept, so that a broken one costs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from bot.models.articles import Block, BlockKind
from bot.models.pictures import MAX_DECLARED_WIDE_RATIO, MAX_SIDE, MAX_TALL_RATIO, MIN_SIDE
from bot.text.patterns import late
from bot.text.words import any_of, merged

MAX_PICTURES = 4  # addresses kept of one article
SMALL_WIDTH = 300  # pixels; chosen only for want of a larger one
UNFIT = 4  # the doubt about what surely shows nothing of an article


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A picture that something names: its absolute address, its declared size in pixels (0: unknown), and what its
    element says of itself (classes, id, alternative text)."""

    url: str
    width: int = 0
    height: int = 0
    words: str = ""
    chosen: bool = False  # a person named it for this article: its name raises no doubts


_DOUBTFUL_WORDS = 3  # a longer file name says what the picture shows
_TRACKER_HOST = late(
    r"(?:^|\.)(?:doubleclick\.net|feedburner\.com|feedsportal\.com|google-analytics\.com|googlesyndication\.com|"
    r"gravatar\.com|pixel\.wp\.com|quantserve\.com|scorecardresearch\.com|stats\.wp\.com|vgwort\.de|ioam\.de)$|"
    r"^(?:ad|ads|adserver|analytics|beacon|count|counter|pixel|stat|stats|track|tracker|tracking)\d*\."
)
# Services that answer with any picture: of nothing, or of something else each time.
_ANY_PICTURE_HOST = late(
    r"(?:^|\.)(?:(?:via|img|images|my|the|lorem)?-?place-?hold(?:er|it|r)?s?(?:-?(?:images?|pics?))?|picsum|lorem(?:ipsum|picsum|pixel|flickr|faces)?)\.[a-z.]+$|"
    r"(?:^|\.)(?:dummyimage\.com|fakeimg\.pl|fakeimg\.ryd\.tools|static\.photos|unsplash\.it|loliapi\.com|"
    r"source\.unsplash\.com|placeimg\.com|placekitten\.com|placecats\.com|placedog\.net|place(?:bear|cage|beard|waifu)\.\w+|"
    r"cataas\.com|random\.imagecdn\.app|boringavatars\.com|fillmurray\.com|baconmockup\.com|satyr\.dev|ui-avatars\.com|robohash\.org|dicebear\.com|pravatar\.cc|"
    r"randomuser\.me|thispersondoesnotexist\.com|dmoe\.cc|toubiec\.cn|vvhan\.com|ixiaowai\.cn|btstu\.cn|mtyqx\.cn)$"
)
_ANY_PICTURE_PATH = late(r"/(?:random|rand|placeholder)(?:[-_](?:img|image|pic|photo))?(?:\.php|/|$)", re.IGNORECASE)
# The host of a picture that another server passes on: "/?url=https://…", "i0.wp.com/HOST/…".
_PASSED_ON = late(r"(?:https?://|^/)([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?=[/?])", re.IGNORECASE)
_SCRIPT = late(r"\.(?:php|aspx?|cgi)$", re.IGNORECASE)  # what counts readers, or shows any picture
_NO_PHOTO = late(r"\.(?:svgz?|ico|cur|bmp|tiff?|eps|pdf|mp3|mp4|m4[av]|webm|ogg|mov|css|js)$")
# The whole name of a picture that stands for one that there is not, or of a button, but for its number and suffix.
_NO_PICTURE = late(
    r"(?:(?:no|default|missing|lazy|blank|dummy|empty)[-_ ]?"
    r"(?:images?|img|photos?|pic|picture|poster|preview|thumb(?:nail)?|load(?:er)?)"
    r"(?:[-_ ]?(?:available|found|yet|provided|icon|placeholder))?|"
    r"(?:image|img|photo|picture|thumb(?:nail)?)[-_ ]?"
    r"(?:not[-_ ]?(?:available|found)|missing|unavailable|coming[-_ ]?soon)|"
    r"missing|lazyload|apple[-_]touch[-_]icon(?:[-_]precomposed)?|"
    r"share[-_](?:on[-_])?(?:facebook|twitter|x|whatsapp|telegram|linkedin|e?mail))"
    r"(?:[-_]?\d{1,4}(?:x\d{1,4})?)?(?:\.\w{2,4})?",
    re.IGNORECASE,
)
# "photo-150x150.jpg", "/60x60/photo.jpg"; in "photo-16x9.jpg" it is a ratio.
_SIZE = late(r"(?:[-_](\d{2,4})x(\d{2,4})(?:@\dx)?\.[a-z]{3,4}$)|(?:/(\d{2,4})x(\d{2,4})/)")
LEAST_WRITTEN = 20  # pixels
# Letters between digits are part of a number in base 16 ("14ad", "ad4f"), not words; "banner300x250" is one.
_WORD = late(r"(?<![a-z\d])[a-z]++(?:\d+x\d*(?![a-z]))?(?!\d+[a-z])|\d+x\d+")
_CAMEL = late(r"(?<=[a-z])(?=[A-Z])")


def choose(candidates: Iterable[Candidate]) -> tuple[str, ...]:
    """The addresses of the candidates that may illustrate an article, at most MAX_PICTURES, best first.

    The order of the candidates counts, behind doubts about what they show and a declared size that is small. One that
    is named twice is judged by the worse of what is said of it.
    """
    worst: dict[str, int] = {}
    for candidate in candidates:
        worst[candidate.url] = max(worst.get(candidate.url, 0), _doubt(candidate))
    fit = [url for url, doubt in worst.items() if doubt < UNFIT]
    return tuple(sorted(fit, key=worst.__getitem__))[:MAX_PICTURES]


def widest_first(candidates: Iterable[Candidate]) -> list[Candidate]:
    """In order of width: of those wide enough the narrowest, then what is narrower, then those of unknown width."""
    return sorted(candidates, key=lambda named: (-min(named.width, MAX_SIDE), named.width))  # more only costs bytes


def block_candidates(blocks: Iterable[Block]) -> Iterator[Candidate]:
    """The pictures of a text, in its order."""
    for block in blocks:
        if block.kind is BlockKind.PICTURE and block.url:
            yield Candidate(url=block.url, width=block.width, height=block.height)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """Names that pictures have which show nothing of an article; see `bot.text.word_sections.PictureWords`."""

    never: tuple[frozenset[str], ...]  # words of a file's name, by how many words the name has
    doubtful: frozenset[str]
    folders: frozenset[str]
    icon_class: re.Pattern[str]
    beside_class: re.Pattern[str]


@lru_cache(maxsize=1)
def _names() -> _Names:
    words = merged().pictures
    # "pixel.gif" counts readers, "pixel-9-review.jpg" shows a telephone; "site-logo.png" is a logo,
    # "google-logo-on-its-headquarters.jpg" a photo.
    in_three = frozenset(words.never_in_three_words)
    in_two = in_three.union(words.never_in_two_words)
    return _Names(
        never=(in_two.union(words.never_alone), in_two, in_three, frozenset()),
        doubtful=frozenset(words.doubtful),
        folders=frozenset(words.folders),
        icon_class=class_pattern(words.icon_class_patterns, end="s?"),
        beside_class=class_pattern(words.beside_class_patterns),
    )


def class_pattern(patterns: Iterable[str], *, end: str = "") -> re.Pattern[str]:
    """A pattern for one of these words in the classes and the id of an element."""
    return re.compile(rf"(?:^|[\s_-]){any_of(patterns)}{end}(?:$|[\s_-])", re.IGNORECASE)


def _doubt(candidate: Candidate) -> int:
    """The doubt that this picture belongs to the article, from 0 to UNFIT."""
    named, names, words = _judged(candidate.url), _names(), candidate.words
    if named is None or (words and names.icon_class.search(words)):
        return UNFIT
    # The declared size, else the one that the file's name ends in.
    size = (candidate.width, candidate.height) if candidate.width or candidate.height else named.size
    if _unfit(*size):
        return UNFIT
    if candidate.chosen:
        return 0
    doubtful = named.doubtful or bool(words and names.beside_class.search(words))
    return 2 * doubtful + (0 < size[0] < SMALL_WIDTH)


class _Named(NamedTuple):
    """What the address of a picture that may illustrate an article says of it."""

    doubtful: bool
    size: tuple[int, int]  # that the file's name ends in, as in "photo-150x150.jpg"


@lru_cache(maxsize=64)  # a picture is named in an article's fields, and again in its text
def _judged(url: str) -> _Named | None:
    """What the address says; None if the picture surely shows nothing of an article."""
    parts = urlsplit(url)
    path = unquote(parts.path)
    *folders, name = path.split("/")
    host = parts.hostname or ""
    if _TRACKER_HOST.search(host) or _NO_PHOTO.search(path.lower()):
        return None
    if any(map(_ANY_PICTURE_HOST.search, (host, *_PASSED_ON.findall(f"{path}?{unquote(parts.query)}")))):
        return None
    if _ANY_PICTURE_PATH.search(path):
        return None
    if _NO_PICTURE.fullmatch(name):
        return None
    words, names = _words(name), _names()
    if _is_furniture(words) or any(folder.lower() in names.folders for folder in folders):
        return None
    named = len(words) <= _DOUBTFUL_WORDS and not names.doubtful.isdisjoint(words)
    return _Named(doubtful=named or _SCRIPT.search(name) is not None, size=_size(parts.path))


def _words(name: str) -> list[str]:
    """The words of a file's name, without its suffix and its numbers."""
    stem = name.rpartition(".")[0] or name
    if not stem.islower():
        stem = _CAMEL.sub(" ", stem).lower()
    return [word for word in _WORD.findall(stem) if len(word) > 1]


def _is_furniture(words: Sequence[str]) -> bool:
    """Whether a file's name says that it is part of a site's furniture: a logo, an icon, a placeholder."""
    never = _names().never
    meant = never[min(max(len(words), 1), len(never)) - 1]
    # "cnlogo" and "sharelogo" are logos, too.
    return any(word in meant or (word.endswith("logo") and "logo" in meant) for word in words)


def _size(path: str) -> tuple[int, int]:
    """The size that the name of a picture's file ends in; zeros where it names none."""
    written = _SIZE.search(path.lower())
    sides = [int(side) for side in written.groups() if side] if written else [0, 0]
    return (sides[0], sides[1]) if min(sides) >= LEAST_WRITTEN else (0, 0)


def _unfit(width: int, height: int) -> bool:
    """Whether a declared size is that of an icon, a banner or a column of advertising."""
    if any(0 < side < MIN_SIDE for side in (width, height)):
        return True
    return bool(width and height) and (width > MAX_DECLARED_WIDE_RATIO * height or height > MAX_TALL_RATIO * width)
