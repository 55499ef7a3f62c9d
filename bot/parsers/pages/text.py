"""Corrects the extracted text of a page: adds a missing lead, removes the repeated headline, boilerplate and links.

Pure. Where the page gives no clear evidence, the extractor's text is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import compress
from typing import TYPE_CHECKING

from bot.models.articles import Block, BlockKind
from bot.text.characters import UNSPACED
from bot.text.clean import clean_line
from bot.text.letters import letters
from summarizer import is_furniture, is_heading, is_notice_at_edge, presents_author

if TYPE_CHECKING:
    from lxml.etree import _Element

MIN_LEAD_LETTERS = 40  # below this it is a slogan, a date or a name
MAX_LEAD_CHARS = 1200
LEAD_PROOF_LETTERS = 60  # of a description that an element must begin with to be the lead that it repeats
PROBE_LETTERS = 12  # of a text, looked at before it is read whole
MAX_INLINE_DEPTH = 6
TITLE_BLOCKS = 4  # the headline is repeated among the first ones
MAX_KICKER_SHARE = 0.6  # of the headline's length, in words before or after it on its line
BODY_SHARE = 0.6
LEAD_BLOCKS = 2  # a copy often begins behind the lead
MAX_LINE_CHARS = 120
LINKED_SHARE = 0.9
OTHERS_SHARE = 0.7  # of the items of a list behind the text, in links, that make it one of other articles
MAX_LINKED_CHARS = 200  # a longer line of links is a list the author wrote

MAX_LABEL_CHARS = 45  # a longer line may be a sentence that lacks its full stop
MAX_LABELS = 3  # more short lines below a text are a list
MIN_GLUED_LETTERS = 16  # of a headline: after a shorter one a capital may be that of a name
WHOLE_SHARE = 0.95  # of a text in one piece, that its paragraphs make up

_GAP = re.compile(r"(?:[^\w\s,;]*\s+(?:[-–—|•·]\s+)?)?(?=[^\w\s]*(?P<next>\w))")  # behind a headline
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_END_MARK = re.compile(r"[.!?؟۔।]")
_UNSPACED_LETTER = re.compile(f"[{UNSPACED}]")
_INLINE = ("span", "strong", "b", "em", "i", "a", "font", "time", "mark", "u")
_INNER_BLOCKS = ("p", "div", "ul", "ol", "table", "section", "article", "h1", "h2", "h3", "h4", "figure")
_LINK_BLOCKS = ("p", "li", "h2", "h3", "h4", "h5", "h6", "div", "span", "strong")
_PLACE_OR_NUMBER = re.compile(r"://|\bwww\.|^[\W\d_]*$")
_ENDS_OPEN = re.compile(r"\s*(?:…|\.{3}|\[…\]|\[\.\.\.\])\s*$")


def lead_of(root: _Element, descriptions: Iterable[str]) -> str:
    """The lead: the whole text of the element that repeats one of the page's descriptions, or "".

    A description that the page does not show was written for search engines, and is no lead.
    """
    proofs = [letters(_ENDS_OPEN.sub("", text))[:LEAD_PROOF_LETTERS] for text in descriptions]
    proofs = [proof for proof in proofs if len(proof) >= MIN_LEAD_LETTERS]
    if not proofs:
        return ""
    tried: set[_Element] = set()
    for holder, text in _texts(root):
        start = letters(text[:MAX_LEAD_CHARS])[:PROBE_LETTERS]
        if start and holder not in tried and any(proof.startswith(start) for proof in proofs):
            around = _around(holder)
            tried.update(around)
            wholes = (inner_text(one) for one in around if not any(child.tag in _INNER_BLOCKS for child in one))
            leads = [whole for whole in wholes if any(map(letters(whole[:MAX_LEAD_CHARS]).startswith, proofs))]
            if leads and len(leads[-1]) <= MAX_LEAD_CHARS:
                return clean_line(leads[-1])
    return ""


def _texts(root: _Element) -> Iterator[tuple[_Element, str]]:
    """Every piece of text with its parent element, in one pass whatever the nesting."""
    for element in root.iter():
        if element.text and element.tag not in ("script", "style", "title"):
            yield element, element.text
        parent = element.getparent()
        if element.tail and parent is not None:
            yield parent, element.tail


def _around(element: _Element) -> list[_Element]:
    """The element and those around it up to its paragraph, the innermost first."""
    found = [element]
    while found[-1].tag in _INLINE and len(found) < MAX_INLINE_DEPTH and (above := found[-1].getparent()) is not None:
        found.append(above)
    return found


def linked_lines(root: _Element) -> frozenset[str]:
    """The letters of every short line of the page that is a link and nothing else."""
    return frozenset(_linked(root))


def _linked(root: _Element) -> Iterator[str]:
    links: dict[_Element, int] = {}
    for anchor in root.iter("a"):
        if (anchor.get("href") or "#").startswith("#"):
            continue  # a heading with a link to itself
        block = anchor
        while block.tag not in _LINK_BLOCKS and (above := block.getparent()) is not None:
            block = above
        links[block] = links.get(block, 0) + len(letters(inner_text(anchor)))
    for block, linked in links.items():
        line = letters(inner_text(block)) if linked else ""
        if line and len(line) <= MAX_LINKED_CHARS and linked >= LINKED_SHARE * len(line):
            yield line


def without_boilerplate(
    blocks: Sequence[Block], *, title: str, lead: str, linked: frozenset[str], authors: Sequence[str] = ()
) -> tuple[Block, ...]:
    """The blocks without headline, boilerplate (bylines, notices) and lines of links, a missing `lead` in front.

    The last paragraph may begin with the name of one of the page's `authors` and present them. The longest stays.
    """
    prose = [block for block in (_trimmed(block, linked) for block in blocks) if not _is_furniture(block, linked)]
    kept = list(_without_title(prose, letters(title)))
    longest = max(range(len(kept)), key=lambda at: len(kept[at].text), default=0)
    while len(kept) - 1 > longest and _stands_behind(kept[-1], linked):
        kept.pop()
    if len(kept) - 1 > longest and _presents(kept[-1], authors):
        kept.pop()
    kept = _without_labels_below(kept)
    while longest and _is_notice_at_edge(kept[0], first=True):
        longest -= 1
        del kept[0]
    shown = letters("\n".join(block.text for block in kept))
    if lead and kept and letters(lead)[:LEAD_PROOF_LETTERS] not in shown:
        kept.insert(0, Block(kind=BlockKind.PARAGRAPH, text=lead))
    return tuple(kept)


def confirmed_by_copy(blocks: Sequence[Block], body: str) -> tuple[Block, ...]:
    """The blocks that the page's JSON-LD copy of its text (`body`) holds, and long ones among them.

    A copy that holds less than BODY_SHARE of the blocks is truncated or of something else: then all blocks stay.
    """
    copy = letters(body)
    sizes = [len(block.text) + sum(map(len, block.items)) for block in blocks]
    held = [bool(copy) and letters(block.text or "".join(block.items)) in copy for block in blocks]
    if not any(held) or sum(compress(sizes, held)) < BODY_SHARE * sum(sizes):
        return tuple(blocks)
    last = max(compress(range(len(blocks)), held))
    return tuple(
        block
        for position, block in enumerate(blocks[: last + 1])
        if held[position]
        or position < LEAD_BLOCKS
        or sizes[position] > MAX_LINE_CHARS
        or block.kind is not BlockKind.PARAGRAPH
    )


def in_paragraphs(blocks: Sequence[Block], page: Callable[[], Sequence[Block]]) -> tuple[Block, ...]:
    """The blocks; a short text that the extractor gave in one piece, headline and all, as the `page` has its parts."""
    if len(blocks) != 1 or blocks[0].kind is not BlockKind.PARAGRAPH:
        return tuple(blocks)
    whole = letters(blocks[0].text)
    parts = [(block, text) for block in page() if (text := letters(block.text or "".join(block.items)))]
    for first, (_, beginning) in enumerate(parts):
        if whole.startswith(beginning):
            found, place = [], 0
            for block, text in parts[first:]:
                if whole.startswith(text, place):
                    found.append(block)
                    place += len(text)
            if place >= WHOLE_SHARE * len(whole):
                return tuple(found)
    return tuple(blocks)


def _trimmed(block: Block, linked: frozenset[str]) -> Block:
    """The block; a paragraph of several lines without the boilerplate lines at its beginning and its end."""
    if block.kind is not BlockKind.PARAGRAPH or "\n" not in block.text:
        return block
    lines = block.text.split("\n")
    prose = [at for at, line in enumerate(lines) if not (letters(line) in linked or _is_notice(line))]
    return block._replace(text="\n".join(lines[prose[0] : prose[-1] + 1])) if prose else block


def _is_notice(line: str) -> bool:
    """Whether a line among others is boilerplate; an address or a number may belong to the line before it."""
    return is_furniture(line) and _PLACE_OR_NUMBER.search(line) is None


def _is_furniture(block: Block, linked: frozenset[str]) -> bool:
    if block.kind is BlockKind.LIST:
        return all(letters(item) in linked or is_furniture(item) for item in block.items)
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING):
        return False
    # Of a paragraph of several lines one may be a notice, and the others the article.
    return letters(block.text) in linked or all(map(is_furniture, block.text.split("\n")))


def _presents(block: Block, authors: Sequence[str]) -> bool:
    """Whether a paragraph begins with the whole name of a person and words that present authors."""
    names = tuple(name for author in authors if " " in (name := author.strip()) or not name.isascii())
    return block.kind is BlockKind.PARAGRAPH and block.text.startswith(names) and presents_author(block.text)


def _stands_behind(block: Block, linked: frozenset[str]) -> bool:
    """Whether the last block is none of the article: a notice, a heading of nothing, or a list of other articles."""
    if block.kind is BlockKind.PARAGRAPH:
        return _is_notice_at_edge(block)
    known = sum(letters(item) in linked for item in block.items)
    return block.kind is BlockKind.HEADING or (bool(known) and known >= OTHERS_SHARE * len(block.items))


def _is_notice_at_edge(block: Block, *, first: bool = False) -> bool:
    return block.kind is BlockKind.PARAGRAPH and is_notice_at_edge(block.text, first=first)


def _without_labels_below(blocks: list[Block]) -> list[Block]:
    """The blocks without up to MAX_LABELS short lines in no end mark below the text: credits, tags, buttons."""
    end = len(blocks)
    while end > 1 and _is_label(blocks[end - 1]):
        end -= 1
    is_text = 0 < len(blocks) - end <= MAX_LABELS and blocks[end - 1].kind is BlockKind.PARAGRAPH
    return blocks[:end] if is_text and not is_heading(blocks[end - 1].text) else blocks


def _is_label(block: Block) -> bool:
    """Whether a block may be a label; a place, a time or a price may be the article's."""
    is_short = block.kind is BlockKind.PARAGRAPH and len(block.text) <= MAX_LABEL_CHARS and is_heading(block.text)
    return is_short and not any(map(str.isdigit, block.text))


def _without_title(blocks: Sequence[Block], title: str) -> Iterator[Block]:
    for position, block in enumerate(blocks):
        if not title or position >= TITLE_BLOCKS:
            yield block
        elif not _repeats(letters(block.text), title):
            yield _unglued(block, title)


def _unglued(block: Block, title: str) -> Block:
    """The block without the headline before its first sentence.

    That begins on a new line or with a capital, be it without a space; behind an end mark where the script has none.
    """
    text = block.text
    if block.kind is not BlockKind.PARAGRAPH or not letters(text).startswith(title):
        return block
    end = next(end for end in range(1, len(text) + 1) if letters(text[:end]).startswith(title))
    gap = _GAP.match(text, end)
    if gap is None:
        return block
    is_long = len(title) >= MIN_GLUED_LETTERS
    is_apart = gap[0] != "" or _are_two_words(text[:end], text[end:])
    begins = "\n" in gap[0] or (is_apart and _begins_sentence(gap["next"], gap[0], is_long=is_long))
    return block._replace(text=text[gap.end() :]) if begins else block


def _are_two_words(headline: str, rest: str) -> bool:
    """Whether what stands together are a headline's last word and a sentence's first: "canalThe", not "MacBook"."""
    last, first = _LAST_WORD.search(headline), _FIRST_WORD.match(rest)
    return (
        last is not None and last[0].islower() and first is not None and (len(first[0]) == 1 or not first[0].isupper())
    )


def _begins_sentence(letter: str, gap: str, *, is_long: bool) -> bool:
    """Whether a sentence begins with this letter behind a headline; `gap` is what stands between them."""
    if _UNSPACED_LETTER.match(letter):
        return gap != ""
    if letter.isupper():
        return is_long
    return not letter.islower() and _END_MARK.search(gap) is not None


def _repeats(line: str, title: str) -> bool:
    """Whether a line is the headline, perhaps with a kicker before or the site behind it."""
    return title in line and len(line) <= len(title) * (1 + MAX_KICKER_SHARE)


def inner_text(element: _Element) -> str:
    """All text within an element, as it is written."""
    return "".join(map(str, element.itertext()))
