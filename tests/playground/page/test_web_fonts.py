"""Fonts for machines without letters of some scripts."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import ImageFont

from bot.playground.page import web_fonts
from bot.playground.page.web_fonts import web_font


def test_one_face_of_the_collection_is_a_font_of_its_own() -> None:
    data = web_font("cjk.otf")
    assert data is not None
    font = ImageFont.truetype(io.BytesIO(data), 20)
    assert font.getname() == ("Noto Sans CJK TC", "Regular")
    assert font.getmask("新聞").getbbox() is not None


@pytest.mark.parametrize(("name", "letter"), [("emoji.ttf", "🦉"), ("devanagari.ttf", "स"), ("arabic.ttf", "خ")])
def test_there_is_a_font_of_what_machines_lack(name: str, letter: str) -> None:
    data = web_font(name)
    assert data is not None
    font = ImageFont.truetype(io.BytesIO(data), 20)
    assert bytes(font.getmask(letter)) != bytes(font.getmask("\U0010fffe"))


@pytest.mark.parametrize("name", ["cjk.otf", "../cjk.otf", "other.ttf"])
def test_a_font_that_is_not_installed_is_none(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(web_fonts, "find_spec", lambda package: None)
    assert web_font.__wrapped__(name) is None


def test_every_font_that_the_style_sheet_names_is_served() -> None:
    css = (Path(web_fonts.__file__).parent / "static" / "fonts.css").read_text(encoding="utf-8")
    assert [name for name in web_fonts._FILES if f'url("/fonts/{name}")' not in css] == []
