from __future__ import annotations

import lxml.html
import pytest

from bot.parsers.html.media import is_icon, picture_address

BASE = "https://paper.example/"


def element(markup: str, tag: str) -> lxml.html.HtmlElement:
    found = lxml.html.fragment_fromstring(markup, create_parent=True).find(f".//{tag}")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("markup", "address"),
    [
        ("<img src=/a.jpg>", "/a.jpg"),
        ("<img src='' data-original=/a.jpg>", "/a.jpg"),
        ("<img src=/a.jpg data-lazy=true data-src='/b_{width}.jpg' data-image-src='{\"x\":1}'>", "/a.jpg"),
        ("<img src='data:image/png;base64,AA' data-lazy=/a.jpg>", "/a.jpg"),
        ("<img src=/img/placeholder.png data-lazy-src=/a.jpg>", "/a.jpg"),
        ("<img src=/spacer.gif srcset='/a.jpg'>", "/a.jpg"),
        ("<img src=/blank.gif data-srcset='/s.jpg 300w, /l.jpg 1400w'>", "/l.jpg"),
        ("<img src=/a.jpg data-url=/the-bridge.html>", "/a.jpg"),
        ("<img src='data:image/svg+xml,x' some-loader-src=' /a.webp?w=9 ' alt='/a b.jpg'>", "/a.webp?w=9"),
        ("<img src=/a.jpg data-anything=/b.jpg>", "/a.jpg"),
        ("<img src=/a-20x13.jpg data-srcset='/b.jpg 1x, /c.jpg 2x'>", "/b.jpg"),
        ("<img src=/a.jpg data-original='/the-bridge.HTM?x=1'>", "/a.jpg"),
        ("<img src=/spacer.gif srcset=' ,/a.jpg, /b,c.jpg 2x,'>", "/a.jpg"),
        ("<img src=/x.jpg srcset='/s,w_9.jpg 320w 9h, /m,w_9.jpg 1.5e3w , /l.jpg  1400w'>", "/l.jpg"),
        ("<img src='data:image/gif;base64,AA' data-srcset='/a.jpg 1x, /b.jpg 2x'>", "/a.jpg"),
        ("<img src=/x.jpg srcset='/s.jpg 320w, /m.jpg 1300w, /l.jpg 2600w'>", "/m.jpg"),
        ("<img src=/x.jpg srcset='/s.jpg 320w, /m.jpg 640w'>", "/m.jpg"),
        ("<img src=/x.jpg srcset='/s.jpg 1x, /m.jpg 2x'>", "/x.jpg"),
        ("<img src=/x.jpg srcset='/s.jpg ..w, /m.jpg 1.2.3w'>", "/x.jpg"),
        ("<picture><source srcset='/s.webp 300w, /l.webp 1400w'><img></picture>", "/l.webp"),
        ("<picture><source src='/s.webp'><img></picture>", "/s.webp"),
        ("<picture><source src='/s.webp'></source><img src='/spacer.gif'/></picture>", "/s.webp"),
        ("<img src='https://cors.example/?https://paper.example/a.jpg'>", "/a.jpg"),
    ],
)
def test_the_best_address_of_a_picture_is_chosen(markup: str, address: str) -> None:
    markup = markup.replace("></picture>", "/></picture>").replace("<img>", "<img/>")
    markup = markup.replace("'><img", "'></source><img")
    assert picture_address(element(markup, "img"), BASE) == BASE.rstrip("/") + address


def test_a_picture_may_have_no_address_at_all() -> None:
    assert picture_address(element("<img src='javascript:x' alt=a>", "img"), BASE) is None
    assert picture_address(lxml.html.Element("img"), BASE) is None
    assert picture_address(element("<picture><source srcset=''></source><img></picture>", "img"), BASE) is None


@pytest.mark.parametrize(
    ("markup", "icon"),
    [
        ("<img width=1 height=1>", True),
        ("<img width=24px>", True),
        ("<img class='wp-smiley'>", True),
        ("<img style='width: 1em; height: 1em'>", True),
        ("<img style='width: 20px'>", True),
        ("<img width=0 style='width: 640px'>", True),
        ("<img width=640 height=20>", False),
        ("<img style='max-width: 20px'>", False),
        ("<img style='width: .px'>", False),
        ("<img width=100%>", False),
        ("<img>", False),
    ],
)
def test_icons_are_told_from_pictures_by_size_or_class(markup: str, icon: bool) -> None:
    assert is_icon(element(markup, "img")) is icon
