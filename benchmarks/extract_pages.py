"""Compares page extraction with gold texts: `python benchmarks/extract_pages.py FOLDER` (ground-truth.json, html/*.gz).

F1 of runs of four words, as in https://github.com/scrapinghub/article-extraction-benchmark, beside trafilatura's own.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
from collections import Counter
from pathlib import Path

import trafilatura

from bot.models import ParsedArticle
from bot.news.page import parse_page


def main(folder: Path) -> None:
    """Print one row for Tidings and one for trafilatura alone."""
    gold = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    scores: dict[str, list[float]] = {"tidings": [], "trafilatura": []}
    seconds: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for name, truth in gold.items():
        path = folder / "html" / f"{name}.html.gz"
        if not path.exists():
            continue
        page = gzip.decompress(path.read_bytes())
        started = time.perf_counter()
        parsed = parse_page(page, url=truth.get("url") or "https://example.org/")
        seconds["tidings"] += time.perf_counter() - started
        text = parsed.text if isinstance(parsed, ParsedArticle) else ""
        if isinstance(parsed, ParsedArticle):
            values = {"title": parsed.title, "date": parsed.published_at, "picture": parsed.thumbnail_url}
            found.update(key for key, value in values.items() if value)
            found.update(note for note in parsed.notes)
        else:
            found[parsed.reason] += 1
        started = time.perf_counter()
        alone = trafilatura.extract(page, include_comments=False) or ""
        seconds["trafilatura"] += time.perf_counter() - started
        scores["tidings"].append(_f1(text, truth["articleBody"]))
        scores["trafilatura"].append(_f1(alone, truth["articleBody"]))
        if "-v" in sys.argv and scores["tidings"][-1] < scores["trafilatura"][-1] - 0.02:
            print(f"{name} {scores['tidings'][-1]:.3f} {scores['trafilatura'][-1]:.3f} {truth.get('url')}")
    for name, values in scores.items():
        print(f"{name:<14}F1 {sum(values) / len(values):.4f}   pages {len(values)}   seconds {seconds[name]:.1f}")
    print(dict(found))


def _f1(text: str, gold: str) -> float:
    ours, theirs = _shingles(text), _shingles(gold)
    common = sum((ours & theirs).values())
    if not common:
        return float(not ours and not theirs)
    return 2 * common / (sum(ours.values()) + sum(theirs.values()))


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)) if words)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
