from __future__ import annotations

import lxml.html
import pytest

from bot.models.articles import Block, BlockKind
from bot.parsers.pages.text import (
    MAX_LEAD_CHARS,
    confirmed_by_copy,
    in_paragraphs,
    lead_of,
    linked_lines,
    without_boilerplate,
)
from bot.text.letters import letters

LEAD = "The old pier of the harbour town was closed on Monday after the tide had risen to four metres."

THRICE = f"{LEAD} {LEAD} {LEAD}"


def tree(body: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(f"<html><body>{body}</body></html>")


def paragraphs(*texts: str) -> tuple[Block, ...]:
    return tuple(Block(kind=BlockKind.PARAGRAPH, text=text) for text in texts)


def heading(text: str) -> Block:
    return Block(kind=BlockKind.HEADING, text=text, level=2)


def test_the_lead_is_the_whole_of_what_a_description_begins() -> None:
    page = tree(f"<div><p>Menu</p></div><div><b>{LEAD}</b> More of it.</div>")
    assert lead_of(page, [LEAD[:70] + "…"]) == f"{LEAD} More of it."


@pytest.mark.parametrize(
    "body",
    [
        f"<p>Town. <span>{LEAD}</span></p>",
        f"<p>Town. {LEAD}</p><p>{LEAD}</p>",
        f"<p><a id='x'></a>{LEAD}</p>",
        f"<script>{LEAD}</script><style>{LEAD}</style><p>{LEAD}</p>",
        f"<div>{LEAD}<p>And another paragraph.</p></div><p>{LEAD}</p>",
        f"{'<b>' * 9}{LEAD}{'</b>' * 9}",
    ],
)
def test_the_lead_is_found_however_it_is_wrapped(body: str) -> None:
    assert lead_of(tree(body), [LEAD]) == LEAD


@pytest.mark.parametrize(
    ("body", "description"),
    [
        (f"<p>{LEAD}</p>", "News of the harbour"),
        (f"<p>{LEAD}</p>", ""),
        ("<p>Another story altogether, and a long one.</p>", LEAD),
        (f"<div><p>{LEAD[:30]}</p><p>{LEAD[30:]}</p></div>", LEAD),
        (f"<p>{LEAD}{'x' * MAX_LEAD_CHARS}</p>", LEAD),
    ],
)
def test_a_description_that_no_element_repeats_is_no_lead(body: str, description: str) -> None:
    assert lead_of(tree(body), [description]) == ""


def test_lines_of_links_alone_are_found_whatever_stands_around_the_links() -> None:
    page = tree(
        "<p><b><a href='/a'>Read this</a></b></p><p>Read <a href='/b'>that</a> story</p><a href='/c'>Loose</a>"
        "<h2><a href='#top'>A heading</a></h2><li><a href='/d'>One</a> | <a href='/e'>Two</a></li>"
        "<p><a href='/f'> </a></p>"
    )
    assert linked_lines(page) == {"readthis", "onetwo"}


def test_headline_links_and_furniture_go_and_the_lead_comes_first() -> None:
    blocks = (heading("Old pier closed | Paper"), *paragraphs("By Ann Lee", "Read this", LEAD, "Old pier closed"))
    kept = without_boilerplate(
        blocks, title="Old pier closed", lead="What the town says.", linked=frozenset({"readthis"})
    )
    assert [block.text for block in kept] == ["What the town says.", LEAD]


def test_a_lead_that_is_there_already_stays_where_it_is() -> None:
    blocks = paragraphs("First.", LEAD)
    assert without_boilerplate(blocks, title="", lead=LEAD, linked=frozenset()) == blocks
    assert without_boilerplate((), title="x", lead=LEAD, linked=frozenset()) == ()


def test_a_sentence_that_holds_the_title_among_much_else_is_no_headline() -> None:
    blocks = paragraphs(f"Old pier closed: {LEAD}")
    assert without_boilerplate(blocks, title="Old pier closed", lead="", linked=frozenset()) == blocks


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (["Share this article", "The pier is closed, they say.", "02-555-0100", "All rights reserved."], [1, 2]),
        (["閱讀時間：3分鐘", "碼頭今天關閉。", "來源：碼頭日報"], [1]),
        (["The pier is closed, they say.", "Read this"], [0]),
        (["Share this article", "All rights reserved."], []),
    ],
)
def test_a_paragraph_of_several_lines_loses_the_notices_around_its_text_and_not_the_text(
    lines: list[str], kept: list[int]
) -> None:
    [*found] = without_boilerplate(paragraphs("\n".join(lines)), title="", lead="", linked=frozenset({"readthis"}))
    assert [block.text for block in found] == (["\n".join(lines[at] for at in kept)] if kept else [])


def test_pictures_and_lists_of_links_are_left_alone() -> None:
    blocks = (Block(kind=BlockKind.PICTURE, text="Read this", url="https://x.example/a.jpg"),)
    assert without_boilerplate(blocks, title="", lead="", linked=frozenset({"readthis"})) == blocks


def test_what_the_copy_does_not_hold_goes_if_it_is_short_or_stands_behind() -> None:
    long_line = (
        "This paragraph is not in the copy, since an editor added it later to the page and forgot the copy, "
        "as happens now and then."
    )
    blocks = (
        *paragraphs("A lead of the page.", LEAD),
        heading("A heading"),
        *paragraphs("Also of interest", long_line, THRICE, "The end."),
    )
    kept = confirmed_by_copy(blocks, f"{LEAD}\n{THRICE} {LEAD}")
    assert [block.text for block in kept] == ["A lead of the page.", LEAD, "A heading", long_line, THRICE]


@pytest.mark.parametrize("copy", ["", "Something else.", "The end."])
def test_a_copy_of_something_else_or_cut_short_cuts_nothing(copy: str) -> None:
    blocks = paragraphs(LEAD, LEAD, "The end.")
    assert confirmed_by_copy(blocks, copy) == blocks
    assert confirmed_by_copy((), copy) == ()


def test_letters_are_compared_whatever_case_width_and_marks_are_around_them() -> None:
    assert letters("„Ｏｌｄ Pier“ – closed!") == "oldpierclosed"


def test_a_text_in_one_piece_gets_the_paragraphs_that_the_page_has() -> None:
    glued = [Block(kind=BlockKind.PARAGRAPH, text="Old pier Closed on Monday. Open in May.")]
    parts = [
        Block(kind=BlockKind.PARAGRAPH, text=text)
        for text in ("Old", "Old pier", "Menu", "Closed on Monday.", "Open in May.")
    ]
    assert in_paragraphs(glued, lambda: parts) == (parts[1], parts[3], parts[4])
    assert in_paragraphs(glued, lambda: parts[:4]) == tuple(glued)
    assert in_paragraphs(glued * 2, lambda: parts) == tuple(glued * 2)


@pytest.mark.parametrize(
    ("title", "text", "rest"),
    [
        ("Harbour gets a new bridge", "Harbour gets a new bridge The council voted.", "The council voted."),
        ("Harbour gets a new bridge", "“Harbour gets a new bridge”\nthe council said.", "the council said."),
        ("Harbour gets a new bridge", "Harbour gets a new bridge “We want it,” it said.", "“We want it,” it said."),
        ("海港將有新橋", "海港將有新橋 市議會星期一表決。", "市議會星期一表決。"),
        ("Harbour gets a new bridge", "Harbour gets a new bridge after years.", None),
        ("Harbour gets a new bridge", "Harbour gets a new bridge, Mayor Lee said.", None),
        ("Harbour gets a new bridge", "Harbour gets a new bridges Act.", None),
        ("Harbour gets a new bridge", "Harbour gets a new bridgeThe council voted.", "The council voted."),
        ("Harbour gets a new bridge", "Harbour gets a new bridge — The council voted.", "The council voted."),
        ("Harbour gets a bridge by 2029", "Harbour gets a bridge by 2029The council voted.", None),  # or "A7R"
        ("Apple will present its new Mac", "Apple will present its new MacBook on Tuesday.", None),
        ("Why everybody talks about open", "Why everybody talks about openAI now.", None),
        ("Harbour gets a new bridge", "HARBOUR GETS A NEW BRIDGES for all.", None),
        ("Гавань получит новый мост", "Гавань получит новый мостСовет голосовал.", "Совет голосовал."),
        ("الميناء يحصل على جسر جديد", "الميناء يحصل على جسر جديد. صوّت المجلس.", "صوّت المجلس."),
        ("الميناء يحصل على جسر جديد", "الميناء يحصل على جسر جديد بعد سنوات.", None),
        ("海港將有新橋", "海港將有新橋樑，市議會星期一表決。", None),
        (
            "New bridge",
            "New bridge London needs is not built, as the council of the town decided on Monday night.",
            None,
        ),
    ],
)
def test_a_headline_in_front_of_the_first_sentence_goes(title: str, text: str, rest: str | None) -> None:
    block = Block(kind=BlockKind.PARAGRAPH, text=text + " And it went on to say a lot more about it all evening.")
    [found] = without_boilerplate([block], title=title, lead="", linked=frozenset())
    assert found.text.startswith(text if rest is None else rest)


def test_lists_of_other_articles_and_headings_of_nothing_go() -> None:
    text = Block(kind=BlockKind.PARAGRAPH, text="The pier was closed on Monday.")
    heading = Block(kind=BlockKind.HEADING, text="Other pieces", level=2)
    links = Block(kind=BlockKind.LIST, items=("Storm hits coast", "Ferry back"))
    mixed = Block(kind=BlockKind.LIST, items=("Storm hits coast", "Ferry back", "Tides today", "And our letter"))
    own = Block(kind=BlockKind.LIST, items=("Cost: nine million", "Ferry back", "Open in May"))
    linked = frozenset(map(letters, ("Storm hits coast", "Ferry back", "Tides today")))

    def kept(*blocks: Block) -> tuple[Block, ...]:
        return without_boilerplate(blocks, title="", lead="", linked=linked)

    assert kept(text, links, text, heading, mixed) == (text, text)
    assert kept(text, mixed, text) == (text, mixed, text)
    assert kept(text, heading, own) == (text, heading, own)
    assert kept(heading) == (heading,)


def test_short_lines_without_an_end_mark_below_the_text_go() -> None:
    prose = paragraphs("The ferry was rebuilt in a month and sails for the islands again at noon, the yard says.")[0]

    def below(*lines: str) -> list[str]:
        blocks = [prose, *(paragraphs(line)[0] for line in lines)]
        return [block.text for block in without_boilerplate(blocks, title="", lead="", linked=frozenset())][1:]

    assert below("Tundra: Vem Oka", "Lirma vesto") == []
    assert len(below("Otters", "Ferries", "Choirs", "Lamps")) == 4, "a list"
    assert below("It is free.", "Harbour", "Pier 2", "Tundra vem")[1:] == ["Harbour", "Pier 2", "Tundra vem"]
    assert below("It is free.", "Harbour, 9 to 12") == ["It is free.", "Harbour, 9 to 12"]
    assert below("It may stop again in winter when ice lies at both of the piers") != []


def test_notices_before_and_below_the_text_and_who_wrote_it_go() -> None:
    prose = "The ferry was rebuilt in a month and sails for the islands again at noon, the yard says."
    blocks = paragraphs(
        "Send this to a friend",
        prose,
        "Vem Oka, a reporter, sails to the islands, too, and tells of their harbours.",
        "Write to our editors about this story.",
    )

    def kept(*authors: str) -> list[str]:
        found = without_boilerplate(blocks, title="", lead="", linked=frozenset(), authors=authors)
        return [block.text for block in found]

    assert kept("Vem Oka", "?") == [prose]
    assert kept("?") == [prose, blocks[2].text]
    assert kept("Vem") == [prose, blocks[2].text]


def test_a_page_is_never_emptied_of_its_last_prose() -> None:
    title = "The author of the longest novel of the islands has died at home, her family says"
    blocks = paragraphs(title, "The reporter was the editor of a newspaper.")
    found = without_boilerplate(blocks, title=title, lead="", linked=frozenset())
    assert [block.text for block in found] == ["The reporter was the editor of a newspaper."]
