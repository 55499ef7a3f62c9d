"""Finds the fonts that draw a text: the one that comes with Tidings, those of the `fonts` extra, the system's.

Reports exactly what can be drawn, so that no card shows the box of a missing letter. Installs and fetches nothing.
"""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from PIL import ImageFont

from bot.pictures.card_design import Lettering
from bot.text.characters import VARIATION_SELECTORS

# Latin, Cyrillic, Greek, Arabic, Hebrew, Devanagari, Thai and Georgian; licence beside it.
OWN_FONT = Path(__file__).parent / "font_files" / "FiraGO-Bold.ttf"
CJK_PACKAGE, CJK_FILE = "noto_cjk_sans_otc", "NotoSansCJK-Regular.ttc"
MAX_SYSTEM_FONTS = 80  # of those a system has, the ones looked into
MEASURED_PIXELS = 100
MAX_FACES_OF_A_FILE = 10
_NO_LETTER = "\U0010fffe"  # means nothing in any font

# What systems call their fonts for titles, the better first.
_SYSTEM = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^NotoSansCJK|^SourceHanSans|^NotoSans(?:SC|TC|HK|JP|KR)\b",
        r"^PingFang|^Hiragino|^AppleSDGothic|^STHeiti|^ヒラギノ",
        r"^msyhbd|^msjhbd|^YuGothB|^meiryob|^malgunbd",
        r"^msyh|^msjh|^meiryo|^malgun",
        r"^wqy-|^DroidSansFallback|^NanumGothicBold",
        r"^NotoSans[A-Z]\w*-Bold\.|^Nirmala",
        r"^NotoSans[A-Z]\w*(?:-Regular|\[)",
        r"^DejaVuSans-Bold\.|^FreeSansBold|^Arial Unicode",
    )
)
_FONT_SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")
# Of a collection, the face that writes Chinese characters as a language does.
_SELECTOR = re.compile(f"[{VARIATION_SELECTORS}]")
_REGIONS = {"zh-hant": "TC", "zh-hk": "HK", "zh": "SC", "ja": "JP", "ko": "KR"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One face of a font file."""

    path: str
    index: int
    family: str
    style: str

    @property
    def is_bold(self) -> bool:
        return re.search("bold|heavy|black|w[678]", self.style, re.IGNORECASE) is not None


def lettering(text: str, *, language: str) -> tuple[Lettering, tuple[str, ...]] | None:
    """The text as it can be drawn, with the font files for it; None if a letter of it is in no font.

    Symbols and emoji that no font has are left out.
    """
    faces = _faces_for(text, language)
    drawable = "".join(c for c in text if any(covers(face, c) for face in faces))
    missing = set(text) - set(drawable)
    if any(unicodedata.category(c)[0] in "LMN" for c in missing if not _is_ignorable(c)) or not drawable.strip():
        return None
    first = faces[0]
    return (
        Lettering(
            text=" ".join(word for word in drawable.split() if not all(map(_is_ignorable, word))),
            families=tuple(dict.fromkeys(face.family for face in faces)),
            measure=lambda part: sum(_advance(_first_with(faces, c, first), c) for c in part),
            thick=not first.is_bold,
        ),
        tuple(dict.fromkeys(face.path for face in faces)),
    )


@lru_cache(maxsize=20_000)
def covers(face: Face, character: str) -> bool:
    """Whether the face has a shape of its own for the character."""
    if character.isspace():
        return True
    font = _font(face.path, face.index)
    mask = font.getmask(character)
    return mask.size[0] > 0 and (mask.size, bytes(mask)) != _missing_shape(face)


def _faces_for(text: str, language: str) -> tuple[Face, ...]:
    """As few faces as draw the text, the one that draws most of it first."""
    left = {c for c in text if not _is_ignorable(c)}
    drawn: dict[Face, int] = {}
    for face in _all_faces(language):
        found = {c for c in left if covers(face, c)}
        if found:
            left -= found
            drawn[face] = sum(text.count(c) for c in found if not c.isspace())
        if not left:
            break
    return tuple(sorted(drawn, key=drawn.__getitem__, reverse=True))


def _first_with(faces: Iterable[Face], character: str, otherwise: Face) -> Face:
    return next((face for face in faces if covers(face, character)), otherwise)


def _is_ignorable(character: str) -> bool:
    """Joiners and selectors, which shape their neighbours and are not seen themselves."""
    return unicodedata.category(character) == "Cf" or _SELECTOR.match(character) is not None


@lru_cache(maxsize=20_000)
def _advance(face: Face, character: str) -> float:
    return 0.0 if _is_ignorable(character) else _font(face.path, face.index).getlength(character) / MEASURED_PIXELS


@lru_cache(maxsize=64)
def _missing_shape(face: Face) -> tuple[tuple[int, int], bytes]:
    mask = _font(face.path, face.index).getmask(_NO_LETTER)
    return mask.size, bytes(mask)


@lru_cache(maxsize=64)
def _font(path: str, index: int) -> ImageFont.FreeTypeFont:
    # Not `truetype`: for a file that it cannot read, it takes one of the same name among the system's.
    return ImageFont.FreeTypeFont(path, MEASURED_PIXELS, index, layout_engine=ImageFont.Layout.BASIC)


def _all_faces(language: str) -> Iterator[Face]:
    """Every face here that may be used, in order of preference; files are looked into one after the other."""
    region = _region(language)
    for paths in (_own_and_packaged, _of_the_system):
        for path in paths():
            if face := _face_of(path, region):
                yield face


@lru_cache(maxsize=1)
def _own_and_packaged() -> tuple[str, ...]:
    spec = find_spec(CJK_PACKAGE)
    folders = (spec.submodule_search_locations or ()) if spec else ()
    return (str(OWN_FONT), *(str(Path(folder) / CJK_FILE) for folder in folders))


@lru_cache(maxsize=1)
def _of_the_system() -> tuple[str, ...]:
    return tuple(str(path) for path in system_fonts(font_folders()))


def _region(language: str) -> str:
    tag = language.lower().replace("_", "-")
    if tag in ("zh-tw", "zh-mo"):
        tag = "zh-hant"
    return next((region for prefix, region in _REGIONS.items() if tag.startswith(prefix)), "JP")


@lru_cache(maxsize=512)
def _face_of(path: str, region: str) -> Face | None:
    """The file's face; of a collection the one for the region."""
    found: list[Face] = []
    for index in range(MAX_FACES_OF_A_FILE if path.endswith(("c", "C")) else 1):
        try:
            family, style = _font(path, index).getname()
        except (OSError, ValueError):
            break
        found.append(Face(path=path, index=index, family=family or "", style=style or ""))
    named = (face for face in found if face.family.endswith(f" {region}"))
    return next(named, found[0] if found else None)


def font_folders() -> tuple[Path, ...]:
    """Where this kind of system keeps its fonts."""
    home = Path(os.path.expanduser("~"))
    match sys.platform:
        case "darwin":
            return Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"
        case "win32":
            return Path(
                os.environ.get("WINDIR", r"C:\Windows")
            ) / "Fonts", home / r"AppData\Local\Microsoft\Windows\Fonts"
        case _:
            shared = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
            return *shared, home / ".local/share/fonts", home / ".fonts"


def system_fonts(folders: Iterable[Path]) -> tuple[Path, ...]:
    """The font files in these folders whose names are known to be fit for titles, the better first."""
    ranked: list[tuple[int, str, Path]] = []
    for folder in folders:
        for path in folder.rglob("*"):
            rank = next((rank for rank, known in enumerate(_SYSTEM) if known.search(path.name)), None)
            if rank is not None and path.suffix.lower() in _FONT_SUFFIXES:
                ranked.append((rank, path.name, path))
    return tuple(path for *_, path in sorted(ranked)[:MAX_SYSTEM_FONTS])
