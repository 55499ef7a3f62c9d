"""Cards as they are drawn, with the fonts there are: every script is legible, or left out, and never a box."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from bot.pictures import card_design, fonts
from bot.pictures.card_background import background
from bot.pictures.card_design import Card
from bot.pictures.cards import draw_card
from bot.pictures.fonts import OWN_FONT, Face, covers, font_folders, lettering, system_fonts

TITLES = {
    "en": "Harbour bridge opens after nine years",
    "vi": "Cầu cảng mới được khánh thành",
    "ru": "Новый мост открыт",
    "el": "Η νέα γέφυρα άνοιξε",
    "ar": "افتتاح الجسر الجديد بعد 9 سنوات",
    "ur": "نیا پل کھل گیا",
    "he": "הגשר החדש נפתח",
    "hi": "नया पुल खुला, क्षत्रिय श्री",
    "th": "เปิดสะพานใหม่ข้ามท่าเรือ",
    "ka": "ახალი ხიდი გაიხსნა",
}


@pytest.fixture(autouse=True)
def only_our_own_font(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine without a single font."""
    monkeypatch.setattr(fonts, "_own_and_packaged", lambda: (str(OWN_FONT),))
    monkeypatch.setattr(fonts, "_of_the_system", lambda: ())


def picture_of(title: str, language: str = "en") -> Image.Image:
    drawn = draw_card(Card(title=title, source="Example News", category="World", language=language))
    image = Image.open(io.BytesIO(drawn.jpeg))
    image.load()
    assert image.size == (drawn.width, drawn.height) == (960, 480)
    return image


def differ(one: Image.Image, other: Image.Image) -> bool:
    box = ImageChops.difference(one, other).point(lambda value: 255 if value > 40 else 0).getbbox()
    return box is not None


@pytest.mark.parametrize("language", TITLES)
def test_a_title_in_a_script_of_our_own_font_is_drawn(language: str) -> None:
    assert lettering(TITLES[language], language=language) is not None
    assert differ(picture_of(TITLES[language], language), picture_of("", language))


@pytest.fixture
def _one_ground(monkeypatch: pytest.MonkeyPatch) -> None:
    """All cards on the same ground, so that what differs is what stands on it."""
    monkeypatch.setattr(card_design, "background", lambda name, subject: background(name, ""))


@pytest.mark.usefixtures("_one_ground")
@pytest.mark.parametrize(("language", "title"), [("ja", "港の橋が開通"), ("bn", "নতুন সেতু"), ("ko", "항구 다리")])
def test_a_title_that_no_font_here_has_gives_way_to_a_drawing(language: str, title: str) -> None:
    assert lettering(title, language=language) is None
    assert not differ(picture_of(title, language), picture_of("", language))


def test_one_foreign_letter_costs_the_title_and_emoji_cost_themselves_alone() -> None:
    assert lettering("The 橋 opens", language="en") is None
    found = lettering("🔥 The bridge\u200d opens 🎉", language="en")
    assert found is not None
    assert found[0].text == "The bridge\u200d opens"
    joined = lettering("The 👩\u200d🚀 lands", language="en")
    assert joined is not None
    assert joined[0].text == "The lands"
    assert lettering("🔥🎉", language="en") is None
    assert lettering(" ", language="en") is None


@pytest.mark.usefixtures("_one_ground")
def test_long_texts_are_cut_before_they_are_set_and_not_within_a_word() -> None:
    assert differ(picture_of("Tide " * 100), picture_of("Tide"))
    head = "Harbour bridge opens " * 6 + "thousands "  # 136 characters
    assert not differ(picture_of(f"{head}walked across"), picture_of(f"{head.rstrip()}…"))


def test_a_text_is_as_wide_as_its_letters() -> None:
    found = lettering("Tides \u200d", language="en")
    assert found is not None
    measure = found[0].measure
    assert measure("ii") == pytest.approx(2 * measure("i"))
    assert 0 < measure("i") < measure("W") < 2
    assert measure("\u200d") == 0
    assert measure("橋") > 0  # what no face has is as wide as the first one's box
    assert not found[0].thick


def test_a_character_without_a_shape_is_not_covered() -> None:
    face = Face(path=str(OWN_FONT), index=0, family="FiraGO", style="Bold")
    assert covers(face, "A")
    assert covers(face, " ")
    assert not covers(face, "橋")
    assert not covers(face, "\u200b")


def test_fonts_of_the_system_are_found_by_their_names_the_better_first(tmp_path: Path) -> None:
    (tmp_path / "noto").mkdir()
    names = (
        "DejaVuSans-Bold.ttf",
        "noto/NotoSansBengali-Bold.ttf",
        "noto/NotoSansCJK-Bold.ttc",
        "Comic.ttf",
        "msyh.txt",
    )
    for name in names:
        (tmp_path / name).write_bytes(b"")
    found = [path.name for path in system_fonts([tmp_path, tmp_path / "missing"])]
    assert found == ["NotoSansCJK-Bold.ttc", "NotoSansBengali-Bold.ttf", "DejaVuSans-Bold.ttf"]


def test_a_font_that_cannot_be_read_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "NotoSansCJK-Bold.ttc"
    broken.write_bytes(b"no font")
    monkeypatch.setattr(fonts, "_of_the_system", lambda: (str(broken),))
    assert lettering("港の橋", language="ja") is None


def test_a_font_of_the_system_stands_in_with_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "DejaVuSans-Bold.ttf"
    other.write_bytes(OWN_FONT.read_bytes())
    monkeypatch.setattr(fonts, "_own_and_packaged", lambda: ())
    monkeypatch.setattr(fonts, "_of_the_system", lambda: (str(other),))
    found = lettering("Tides", language="en")
    assert found is not None
    assert found[1] == (str(other),)


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_every_system_has_places_for_fonts(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert len(font_folders()) >= 2


@pytest.mark.parametrize(
    ("language", "family"),
    [
        ("zh-Hant", "Noto Sans CJK TC"),
        ("zh-TW", "Noto Sans CJK TC"),
        ("zh-HK", "Noto Sans CJK HK"),
        ("zh", "Noto Sans CJK SC"),
        ("ja", "Noto Sans CJK JP"),
        ("ko", "Noto Sans CJK KR"),
    ],
)
def test_of_a_collection_the_face_of_the_region_is_taken(
    language: str, family: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = pytest.importorskip("noto_cjk_sans_otc", reason="the `fonts` extra is not installed")
    path = str(Path(package.__file__).parent / fonts.CJK_FILE)
    monkeypatch.setattr(fonts, "_own_and_packaged", lambda: (str(OWN_FONT), path))
    found = lettering("骨 iPhone", language=language)
    assert found is not None
    assert family in found[0].families
    alone = lettering("骨", language=language)
    assert alone is not None
    assert alone[0].thick
    assert differ(picture_of("骨直橋", language), picture_of("", language))
