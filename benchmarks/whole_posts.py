"""Compares every post's words and pictures with a bare reading of its body: `python -m benchmarks.whole_posts FOLDER…`.

The bare reading is lxml's: all text that is no script, style or comment, and every <img> with an address. Recall is
the share of its words that we show (text, captions, names of embeds), precision the share of ours that it holds;
`order` that they come in the same order. The worst posts are named with the words they lost.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path
from statistics import quantiles

import lxml.html
from lxml import etree

from bot.models import BlockKind, ParsedArticle, ParseFailed
from bot.news.charset import decode_html
from bot.news.clean import clean_text, without_controls
from bot.news.front_matter import split_front_matter
from bot.news.posts import parse_post

SHOWN_WORST = 12
WORDS = re.compile(r"[^\W_]")  # letters and digits one by one: no splitting of words that scripts disagree about


def main(folders: list[Path]) -> None:
    """One table a folder: posts, refused, pictures, and the distribution of recall, precision and order."""
    print(
        f"{'folder':<16}{'posts':>7}{'refused':>9}{'pictures':>10}{'shown':>7}{'whole':>7}  recall min/p1/p50  precision min/p1/p50  order min"
    )
    worst: list[tuple[float, str, str]] = []
    for folder in folders:
        rows, refused, wanted, shown = [], 0, 0, 0
        for path in sorted(path for path in folder.rglob("*") if path.suffix in (".md", ".markdown", ".txt")):
            data = path.read_bytes()
            parsed = parse_post(data, stem=path.stem)
            if isinstance(parsed, ParseFailed):
                refused += 1
                print(f"  refused {path.name}: {parsed.reason}")
                continue
            body = split_front_matter(without_controls(decode_html(data))).body
            if not body.lstrip().startswith("<"):
                continue  # Markdown: its marks are no words
            bare, pictures = bare_reading(body)
            ours = our_words(parsed)
            recall, precision, order = compare(bare, ours)
            found = sum(block.kind is BlockKind.PICTURE for block in parsed.blocks)
            wanted, shown = wanted + pictures, shown + min(found, pictures)
            rows.append((recall, precision, order))
            lost = Counter(bare) - Counter(ours)
            note = f"recall {recall:.4f} precision {precision:.4f} order {order:.4f} pictures {found}/{pictures} lost {sum(lost.values())}"
            worst.append((min(recall, precision, order) - (found < pictures), str(path), note))
        if rows:
            print(
                f"{folder.name:<16}{len(rows):>7}{refused:>9}{wanted:>10}{shown:>7}{sum(min(row) > 0.9999 for row in rows):>7}  {spread([r for r, _, _ in rows])}  {spread([p for _, p, _ in rows])}  {min(o for *_, o in rows):.4f}"
            )
    for _, name, note in sorted(worst)[:SHOWN_WORST]:
        print(f"  {note}  {name}")


def bare_reading(body: str) -> tuple[str, int]:
    """The letters and digits of the whole text, and how many different pictures it shows."""
    root = lxml.html.fromstring(f"<div>{body}</div>")
    etree.strip_elements(root, "script", "style", etree.Comment, with_tail=False)
    pictures = {image.get("src") for image in root.iter("img") if (image.get("src") or "").strip()}
    return "".join(WORDS.findall(clean_text(root.text_content()))), len(pictures)


def our_words(parsed: ParsedArticle) -> str:
    """The letters and digits of everything we show, in order."""
    parts = [text for block in parsed.blocks for text in (block.text, *block.items)]
    return "".join(WORDS.findall(" ".join(parts)))


def compare(bare: str, ours: str) -> tuple[float, float, float]:
    """Recall, precision, and the share of our letters that stand in the same order."""
    if bare == ours:
        return 1.0, 1.0, 1.0
    both = sum((Counter(bare) & Counter(ours)).values())
    matcher = SequenceMatcher(None, bare, ours, autojunk=False) if len(bare) < 20_000 else None
    order = sum(block.size for block in matcher.get_matching_blocks()) / max(len(ours), 1) if matcher else 1.0
    return both / max(len(bare), 1), both / max(len(ours), 1), order


def spread(shares: list[float]) -> str:
    """Minimum, first hundredth and median."""
    cuts = quantiles(shares, n=100) if len(shares) > 1 else shares * 99
    return f"{min(shares):.4f}/{cuts[0]:.4f}/{cuts[49]:.4f}"


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
