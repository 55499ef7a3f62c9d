"""What reaches the summariser from web pages, beside trafilatura: `python -m benchmarks.extraction --data FOLDER [-v]`.

FOLDER holds scrapinghub/, fundus/, newspaper4k/ and goose3/ as their repositories publish them. Scores are means over
the pages of F1 of words (a character of a script without spaces is a word) and of runs of four, as in
https://github.com/scrapinghub/article-extraction-benchmark. Prints nothing but tables; without `--data` nothing is run.
"""

from __future__ import annotations

import argparse
import re
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import trafilatura
from trafilatura.settings import Document

from benchmarks.gold_pages import GoldPage, gold_pages
from bot.models.articles import ParsedArticle
from bot.parsers.pages.article import parse_page
from bot.text.dates import parse_date

SHINGLE_WORDS = 4
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff"
_WORDS = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")
_DAY_SECONDS = 86_400


@dataclass(slots=True)
class Scores:
    """The figures of one reader on one set; each list has an entry a page that has the gold for it."""

    words: list[float] = field(default_factory=list)
    shingles: list[float] = field(default_factory=list)
    titles: list[float] = field(default_factory=list)
    dates: list[float] = field(default_factory=list)
    pictures: list[float] = field(default_factory=list)
    seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What a reader made of a page."""

    text: str = ""
    title: str = ""
    published_at: datetime | None = None
    picture: str = ""


def main() -> None:
    """Print the table of texts, then that of titles, dates and pictures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, help="folder of the pages with gold texts")
    arguments.add_argument("--set", action="append", help="only this set")
    arguments.add_argument("-v", action="store_true", help="print the pages where trafilatura alone is closer")
    options = arguments.parse_args()
    if options.data is None:
        print("extraction: give --data FOLDER")
        return
    scores: dict[tuple[str, str], Scores] = defaultdict(Scores)
    for gold in gold_pages(options.data):
        if options.set and gold.set not in options.set:
            continue
        pair = [_judged(scores[gold.set, name], gold, reader) for name, reader in READERS.items()]
        if options.v and pair[0] < pair[1] - 0.01:
            print(f"{gold.set} {gold.name} words {pair[0]:.3f} alone {pair[1]:.3f} {gold.url}")
    _print(scores)


def _ours(gold: GoldPage) -> Read:
    parsed = parse_page(gold.page, url=gold.url)
    if not isinstance(parsed, ParsedArticle):
        return Read()
    picture = parsed.thumbnail_url or ""
    return Read(text=parsed.text, title=parsed.title, published_at=parsed.published_at, picture=picture)


def _alone(gold: GoldPage) -> Read:
    found = trafilatura.bare_extraction(gold.page, url=gold.url, include_comments=False, with_metadata=True)
    if not isinstance(found, Document):
        return Read()
    date = parse_date(found.date or "")
    return Read(text=found.text or "", title=found.title or "", published_at=date, picture=found.image or "")


READERS: dict[str, Callable[[GoldPage], Read]] = {"tidings": _ours, "trafilatura": _alone}


def _judged(scores: Scores, gold: GoldPage, reader: Callable[[GoldPage], Read]) -> float:
    started = time.process_time()
    read = reader(gold)
    scores.seconds += time.process_time() - started
    words, wanted = _words(read.text), _words(gold.text)
    if gold.is_lead:
        words = words[: len(wanted)]
    scores.words.append(_f1(Counter(words), Counter(wanted)))
    scores.shingles.append(_f1(_shingles(words), _shingles(wanted)))
    if gold.title:
        scores.titles.append(_letters(read.title) == _letters(gold.title))
    if gold.published_at:
        found = read.published_at
        near = found is not None and abs((found - gold.published_at).total_seconds()) < _DAY_SECONDS
        scores.dates.append(near)
    if gold.pictures:
        scores.pictures.append(_file(read.picture) in {_file(url) for url in gold.pictures})
    return scores.words[-1]


def _words(text: str) -> list[str]:
    return _WORDS.findall(unicodedata.normalize("NFC", text).lower())


def _f1(ours: Counter[object], theirs: Counter[object]) -> float:
    common = sum((ours & theirs).values())
    return 2 * common / (sum(ours.values()) + sum(theirs.values())) if common else float(not ours and not theirs)


def _shingles(words: list[str]) -> Counter[object]:
    return Counter(tuple(words[i : i + SHINGLE_WORDS]) for i in range(max(1, len(words) - SHINGLE_WORDS + 1)) if words)


def _letters(text: str) -> str:
    return "".join(_words(text))


def _file(url: str) -> str:
    """The file's name: a picture's host and size change with the place it is shown at."""
    return url.split("?")[0].rstrip("/").rsplit("/", 1)[-1].lower()


def _print(scores: dict[tuple[str, str], Scores]) -> None:
    head = f"{'set':<13}{'reader':<13}{'pages':>6}{'words F1':>10}{'4-grams':>9}"
    print(f"{head}{'title':>8}{'date':>8}{'picture':>9}{'ms':>7}")
    for (name, reader), found in [*scores.items(), *_totals(scores)]:
        figures = (_mean(found.words), _mean(found.shingles))
        shares = (_share(found.titles), _share(found.dates), _share(found.pictures))
        milliseconds = 1000 * found.seconds / max(len(found.words), 1)
        print(
            f"{name:<13}{reader:<13}{len(found.words):>6}{figures[0]:>10.4f}{figures[1]:>9.4f}"
            f"{shares[0]:>8}{shares[1]:>8}{shares[2]:>9}{milliseconds:>7.0f}"
        )


def _totals(scores: dict[tuple[str, str], Scores]) -> Iterable[tuple[tuple[str, str], Scores]]:
    for reader in READERS:
        mine = [found for (_, name), found in scores.items() if name == reader]
        total = Scores(seconds=sum(found.seconds for found in mine))
        for part in ("words", "shingles", "titles", "dates", "pictures"):
            getattr(total, part).extend(value for found in mine for value in getattr(found, part))
        yield ("all", reader), total


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _share(values: list[float]) -> str:
    return f"{int(sum(values))}/{len(values)}" if values else "–"


if __name__ == "__main__":
    main()
