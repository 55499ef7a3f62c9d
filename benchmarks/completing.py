"""Whether a teaser is completed from the right page and no other: `python -m benchmarks.completing --data FOLDER`.

FOLDER as for `extraction.py`. Each page's own description plays the feed's teaser. It is offered its own page, and the
page of every other article of the set (a redirect to the wrong place); prints how often each was taken for the better.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import lxml.html

from benchmarks.gold_pages import gold_pages
from bot.models.articles import ParsedArticle
from bot.parsers.pages.article import parse_page
from bot.parsers.pages.full_text import is_better, is_stub
from bot.parsers.pages.meta import read_meta


def main() -> None:
    """Print one table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, help="folder of the pages with gold texts")
    options = arguments.parse_args()
    if options.data is None:
        print("completing: give --data FOLDER")
        return
    offered: list[tuple[str, str, ParsedArticle]] = []
    for gold in gold_pages(options.data):
        page = parse_page(gold.page, url=gold.url)
        meta = read_meta(lxml.html.document_fromstring(gold.page), gold.url)
        if isinstance(page, ParsedArticle) and meta.description:
            offered.append((meta.title or page.title, meta.description, page))
    stubs = sum(is_stub(teaser) for _, teaser, _ in offered)
    lacking = sum(page.page_problem is not None for _, _, page in offered)
    own = sum(is_better(page, title=title, teaser=teaser) for title, teaser, page in offered)
    others = [
        is_better(page, title=title, teaser=teaser)
        for title, teaser, mine in offered
        for _, _, page in offered
        if page is not mine
    ]
    print(f"{'teasers':<40}{len(offered):>8}")
    print(f"{'told as stubs':<40}{stubs:>8}")
    print(f"{'pages that lack their article':<40}{lacking:>8}")
    print(f"{'completed from their own page':<40}{own:>8}")
    print(f"{'completed from another page':<40}{sum(others):>8} of {len(others)}")


if __name__ == "__main__":
    main()
