"""Which pictures a page offers for its article: head, linked data, text."""

from __future__ import annotations

from typing import Any

import lxml.html
from lxml import etree

from bot.parsers.html.picture_choice import Candidate
from bot.parsers.pages.pictures import page_pictures

URL = "https://paper.example/story/7"


def offered(body: str = "", *, head: str = "", linked: dict[str, Any] | None = None) -> list[Candidate]:
    root = lxml.html.document_fromstring(f"<html><head><title>x</title>{head}</head><body>{body}</body></html>")
    return page_pictures(root, linked or {}, URL)


def addresses(*arguments: str, **named: Any) -> list[str]:
    return [candidate.url.removeprefix("https://paper.example") for candidate in offered(*arguments, **named)]


def test_open_graph_comes_first_with_its_sizes_and_the_secure_address() -> None:
    head = (
        '<meta property="og:image" content="http://paper.example/a.jpg">'
        '<meta property="og:image:secure_url" content="/a.jpg">'
        '<meta property="og:image:width" content="1200px"><meta property="og:image:height" content="630.0">'
        '<meta property="og:image" content="/b.jpg"><meta property="og:image" content=" ">'
        '<meta name="twitter:image" content="/t.jpg"><link rel="image_src" href="/l.jpg">'
        '<link rel="icon" href="/i.png">'
    )
    found = offered(head=head)
    assert found[0] == Candidate(url="https://paper.example/a.jpg", width=1200, height=630)
    assert [candidate.url.rpartition("/")[2] for candidate in found] == ["a.jpg", "b.jpg", "t.jpg", "l.jpg"]


def test_a_secure_address_may_stand_alone_and_a_size_without_a_picture_says_nothing() -> None:
    head = '<meta property="og:image:width" content="9"><meta property="og:image:secure_url" content="/s.jpg">'
    assert offered(head=head) == [Candidate(url="https://paper.example/s.jpg")]


def test_linked_data_names_pictures_in_every_form() -> None:
    linked = {
        "image": [
            "/a.jpg",
            {"url": "/b.jpg", "width": 800, "height": {"@type": "Distance"}},
            {"contentUrl": "/c.jpg"},
            {"@id": "#1"},
            7,
        ],
        "thumbnailUrl": "/d.jpg",
    }
    found = offered(linked=linked)
    assert [candidate.url.rpartition("/")[2] for candidate in found] == ["a.jpg", "b.jpg", "c.jpg", "d.jpg"]
    assert (found[1].width, found[1].height) == (800, 0)


def test_the_text_gives_its_pictures_without_what_stands_beside_it() -> None:
    body = """
      <header><img src="/top.jpg"></header>
      <article>
        <header><h1>Tides</h1>
          <img data-src="/lead.jpg" src="data:image/gif;base64,AA" class="lead" width="900" height="600">
        </header>
        <nav><img src="/nav.jpg"></nav>
        <div class="author-box"><img src="/ada.jpg"></div>
        <p>Text <img src="/smile.gif" class="emoji"></p><img alt="no address"><img src="/second.jpg">
      </article>
      <aside><img src="/beside.jpg"></aside>"""
    assert addresses(body) == ["/lead.jpg", "/second.jpg"]
    assert offered(body)[0] == Candidate(url="https://paper.example/lead.jpg", width=900, height=600, words="lead")


def test_an_article_s_own_container_counts_before_the_page_s() -> None:
    body = '<main><img src="/main.jpg"><div itemprop="articleBody"><img src="/own.jpg"></div></main>'
    assert addresses(body) == ["/own.jpg"]
    assert addresses('<div class="x"><div class="entry-content"><img src="/own.jpg"></div></div>') == ["/own.jpg"]


def test_a_page_without_any_names_gives_what_stands_with_most_of_its_paragraphs() -> None:
    text = f"<p>{'The tide came in twice that day. ' * 4}</p>"
    body = f"<div><img src='/ad.jpg'></div><div><img src='/lead.jpg'><div>{text * 3}</div></div><div>{text}</div>"
    assert addresses(body) == ["/lead.jpg"]
    assert addresses(f"<div><img src='/a.jpg'></div>{text}") == ["/a.jpg"]
    assert addresses("<div><img src='/ad.jpg'></div>") == []


def test_lines_without_paragraphs_are_a_text_too() -> None:
    told = "The tide came in twice that day.<br>" * 9
    row = f"<td><img src='/ad.jpg'></td><td>{told}<img src='/lead.jpg'></td><td>Short</td>"
    assert addresses(f"<table><tr>{row}</tr></table>") == ["/lead.jpg"]


def test_a_piece_of_a_page_has_no_more_above_it() -> None:
    told = "The tide came in twice that day. " * 4
    for markup in ("<p>{}<img src='/a.jpg'/></p>", "<div><p>{}</p><img src='/a.jpg'/></div>"):
        assert len(page_pictures(etree.fromstring(markup.format(told)), {}, URL)) == 1


def test_a_picture_buried_too_deep_is_judged_by_what_is_near() -> None:
    deep = "<div>" * 12 + "<img src='/a.jpg'>" + "</div>" * 12
    assert addresses(f"<article>{deep}</article>") == ["/a.jpg"]
