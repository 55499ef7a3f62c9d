"""Compares every post's words and pictures with a bare reading of its body: `python -m benchmarks.whole_posts FOLDER…`.

The bare reading is lxml's: all text that is no script, style or comment, and every <img> with an address. Recall is the
share of its letters and digits that we show (text, captions, names of embeds), precision the share of ours that it
holds, order the share of ours in the same order. The worst posts are named with what they lost. Every post is also
drawn as messages, rich and classic, which a strict reader of Telegram's rules reads: none loses a letter or a picture.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from statistics import quantiles
from urllib.parse import unquote, urlsplit

import lxml.html
from lxml import etree

from bot.models.articles import BlockKind, ParsedArticle, ParseFailed
from bot.models.digests import PictureRef
from bot.models.messages import RichContent
from bot.parsers.html.media import is_icon
from bot.parsers.posts.front_matter import split_front_matter
from bot.parsers.posts.post import parse_post
from bot.render.article import render_article_rich
from bot.render.classic import render_article_classic
from bot.text.charset import decode_html
from bot.text.clean import clean_text, without_controls
from bot.text.markup import plain
from tests.fakes import an_article
from tests.render.drawing import READER, read_classic, read_rich

SHOWN_WORST = 8
ORDER_LETTERS = 20_000  # longer texts are not aligned: it takes minutes
LETTER = re.compile(r"[^\W_]")  # one by one: no splitting into words, on which scripts disagree


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """How one post came out."""

    path: Path
    recall: float
    precision: float
    order: float
    pictures: int  # in the body, without icons and counters
    shown: int
    icons: int
    in_order: bool  # the pictures
    pages: int  # rich messages that show it whole

    @property
    def worst(self) -> float:
        return min(self.recall, self.precision, self.order) - (self.shown < self.pictures) - (not self.in_order)


def main(folders: list[Path]) -> None:
    """One line a folder: posts, refused, pictures, and the distribution of recall, precision and order."""
    heads = ("folder", "posts", "refused", "whole", "pictures", "shown", "disorder", "icons", "paged")
    print(f"{heads[0]:<16}" + "".join(f"{head:>9}" for head in heads[1:]) + f"{'recall min/p1/median':>24}", end="")
    print(f"{'precision':>24}{'order min':>11}")
    every: list[Row] = []
    for folder in folders:
        rows, refused = [], 0
        for path in sorted(path for path in folder.rglob("*") if path.suffix in (".md", ".markdown", ".txt")):
            parsed = parse_post(path.read_bytes(), stem=path.stem)
            if isinstance(parsed, ParseFailed):
                refused += 1
                print(f"  refused {path.name}: {parsed.reason}")
            elif (row := compared(path, parsed)) is not None:
                rows.append(row)
        if rows:
            tell(folder.name, rows, refused)
        every += rows
    for row in sorted(every, key=lambda row: row.worst)[:SHOWN_WORST]:
        print(f"  recall {row.recall:.4f} precision {row.precision:.4f} pictures {row.shown}/{row.pictures} {row.path}")


def tell(name: str, rows: list[Row], refused: int) -> None:
    counts = (
        *(len(rows), refused, sum(row.worst > 0.9999 for row in rows), sum(row.pictures for row in rows)),
        *(sum(row.shown for row in rows), sum(not row.in_order for row in rows), sum(row.icons for row in rows)),
        sum(row.pages > 1 for row in rows),
    )
    print(f"{name:<16}" + "".join(f"{count:>9}" for count in counts), end="")
    print(f"{spread([row.recall for row in rows]):>24}{spread([row.precision for row in rows]):>24}", end="")
    print(f"{min(row.order for row in rows):>11.4f}")


def compared(path: Path, parsed: ParsedArticle) -> Row | None:
    """How the article stands to its file's body; None for a Markdown body, whose marks are no words."""
    body = split_front_matter(without_controls(decode_html(path.read_bytes()))).body
    if not body.lstrip().startswith("<"):
        return None
    root = lxml.html.fromstring(f"<div>{body}</div>")
    etree.strip_elements(root, "script", "style", etree.Comment, with_tail=False)
    images = [image for image in root.iter("img") if (image.get("src") or "").strip()]
    real = [image for image in images if not is_icon(image) and "none" not in (image.get("style") or "")]
    bare = "".join(LETTER.findall(clean_text(str(root.xpath("string()")))))
    ours = "".join(LETTER.findall(" ".join(text for block in parsed.blocks for text in (block.text, *block.items))))
    recall, precision, order = shares(bare, ours)
    shown = [block.url or "" for block in parsed.blocks if block.kind is BlockKind.PICTURE]
    wanted = {image.get("src") for image in real if not (image.get("src") or "").startswith("data:")}
    return Row(
        path=path,
        recall=recall,
        precision=precision,
        order=order,
        pictures=len(wanted),
        shown=min(len(set(shown)), len(wanted)),
        icons=len(images) - len(real),
        pages=drawn(parsed),
        in_order=stand_in_order(shown, [unquote(etree.tostring(image, encoding="unicode")) for image in real]),
    )


def drawn(parsed: ParsedArticle) -> int:
    """How many rich messages the article takes; fails where one is not to be sent, or where they lose something."""
    pictures = [block.url for block in parsed.blocks if block.kind is BlockKind.PICTURE and block.url]
    refs = {url: PictureRef(key=f"p{number}", width=640, height=360) for number, url in enumerate(pictures)}
    article = an_article(5, title=parsed.title, blocks=parsed.blocks, text=parsed.text, url=parsed.url)
    pages: list[str] = []
    while not pages or f"?start=a5-{len(pages) + 1}" in pages[-1]:
        page = render_article_rich(article, READER, pictures=refs, page=len(pages) + 1)
        read_rich(page)
        pages.append(page.html)
    told = Counter(letter for page in pages for letter in plain(page) if letter.isalpha())
    wanted = Counter(
        letter for block in parsed.blocks for text in (block.text, *block.items) for letter in text if letter.isalpha()
    )
    assert wanted <= told, parsed.title
    assert sum(page.count("<img") for page in pages) == len(pictures), parsed.title
    for content in render_article_classic(article, READER, pictures=refs):
        assert not isinstance(content, RichContent)
        read_classic(content.html, limit=4096)
    return len(pages)


def shares(bare: str, ours: str) -> tuple[float, float, float]:
    """Recall, precision, and the share of our letters that stand in the same order."""
    if bare == ours:
        return 1.0, 1.0, 1.0
    both = sum((Counter(bare) & Counter(ours)).values())
    order = 1.0
    if max(len(bare), len(ours)) < ORDER_LETTERS:
        same = SequenceMatcher(None, bare, ours, autojunk=False).get_matching_blocks()
        order = sum(part.size for part in same) / max(len(ours), 1)
    return both / max(len(bare), 1), both / max(len(ours), 1), order


def stand_in_order(shown: list[str], images: list[str]) -> bool:
    """Whether each picture we show is one of the body's behind the one before."""
    at = 0
    for url in shown:
        name = unquote(urlsplit(url).path.rpartition("/")[2])
        found = next((index for index in range(at, len(images)) if name in images[index]), None)
        if found is None:
            return False
        at = found
    return True


def spread(values: list[float]) -> str:
    """Minimum, first hundredth and median."""
    cuts = quantiles(values, n=100, method="inclusive") if len(values) > 1 else values * 99
    return f"{min(values):.4f}/{cuts[0]:.4f}/{cuts[49]:.4f}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    main(parser.parse_args().folders)
