"""How long a search takes in a large database, beside the bare full-text index: `python -m benchmarks.search`.

Two floors: the ids alone that the index finds for the words, and those in order of time with the titles of one page,
which is the least that any search has to show.

The articles are made here: words by Zipf's law in Latin, Han and Arabic script. The queries are what people type: rare
and common words, several, phrases, single characters, hidden words, sources and languages.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import itertools
import sqlite3
import tempfile
import time
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from benchmarks.many_articles import Language, Stock, fill
from bot.filters.folding import fold
from bot.filters.grammar import parse_rules
from bot.models.filters import Rule, RuleKind
from bot.render.search_page import RESULTS_PER_PAGE
from bot.store import Store
from bot.store.search import MOST_FOUND
from bot.store.search_index import in_labels, language_label, source_label, spaced

PASSES = 3  # over all queries: what else the machine does slows some of them in one pass, and others in the next
ROUNDS = 3  # of a query in a pass, at least
LEAST_MS = 10.0  # of a query in a pass: short ones are repeated more often
Times = tuple[float, float, float]  # of the search, the bare index, and with the titles of one page; milliseconds


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the database and time the queries."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1_000_000)
    parser.add_argument("--data", type=Path, help="keep the database in this folder, and use it again")
    options = parser.parse_args(arguments)
    with contextlib.ExitStack() as stack:
        folder = options.data or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        asyncio.run(measure(folder / f"search-{options.articles}.db", options.articles))


async def measure(path: Path, articles: int) -> None:
    """Print the times of the queries over so many articles."""
    language = Language(np.random.default_rng(7))
    if not await asyncio.to_thread(path.exists):
        started = time.perf_counter()
        await fill(path, Stock(articles=articles), now=datetime.now(UTC), language=language)
        print(f"{articles} articles written and indexed in {time.perf_counter() - started:.0f} s", flush=True)
    async with Store.open(path) as store:
        with contextlib.closing(sqlite3.connect(path)) as bare:
            asked = queries(language)
            every = [query for texts in asked.values() for query in texts]
            best: dict[str, Times] = {}
            for query in every * PASSES:
                search, index, page = await timed(store, bare, query)
                known = best.get(query, (search, index, page))
                best[query] = min(search, known[0]), min(index, known[1]), min(page, known[2])
    for name, texts in asked.items():
        report(name, [best[query] for query in texts])
    report("all", [best[query] for query in every])


def report(name: str, times: Sequence[Times]) -> None:
    """Print one line: the 95th percentiles in milliseconds, the longest, how many times the floors that is, and the
    most times the index that one query takes."""
    most = max(search / index for search, index, _ in times)
    found, bare, page = (sorted(column) for column in zip(*times, strict=True))
    at, middle = int(len(times) * 0.95), len(times) // 2
    print(
        f"{name:28} {len(times):4} queries  search p50 {found[middle]:6.2f}  p95 {found[at]:6.2f}  max {found[-1]:6.2f}"
        f"  index p95 {bare[at]:6.2f}  with titles {page[at]:6.2f} ms"
        f"  factors {found[at] / bare[at]:4.1f} {found[at] / page[at]:4.1f}, at most {most:4.1f}",
        flush=True,
    )


async def timed(store: Store, bare: sqlite3.Connection, query: str) -> Times:
    """Milliseconds of processor time for the first page of a search, and of both floors for the words in it; the best
    of some."""
    rules = parse_rules(query, bare_shows=True)
    assert isinstance(rules, tuple), query
    found: list[float] = []
    alone: list[float] = []
    titles: list[float] = []
    words = bare_words(rules)
    while len(found) < ROUNDS or sum(found) * 1000 < LEAST_MS:
        started = time.process_time()
        await store.search.find(rules, upto=RESULTS_PER_PAGE, shown=RESULTS_PER_PAGE)
        found.append(time.process_time() - started)
        for floor, sql in ((alone, _BARE), (titles, _WITH_TITLES)):
            started = time.process_time()
            bare.execute(sql, (words, MOST_FOUND)).fetchall()
            floor.append(time.process_time() - started)
    return min(found) * 1000, min(alone) * 1000, min(titles) * 1000


def queries(language: Language) -> dict[str, list[str]]:
    """What people type, by kind."""
    latin, han, arabic = language.latin, language.han, language.arabic
    rank = [0, 2, 5, 10, 30, 100, 300, 1000, 3000, 10_000, 30_000, 90_000]
    pairs = [(0, 2), (0, 4), (2, 30), (5, 300), (10, 100), (30, 50), (100, 1000), (300, 310), (1000, 1200), (3, 90)]
    triples = [f"{latin[one]} {latin[other]} {latin[one + other]}" for one, other in pairs]
    characters = [han[number] for number in (0, 1, 2, 5, 10, 50, 200, 1000, 2500)]
    return {
        "one word": [latin[number] for number in rank],
        "one letter, and the commonest": ["a", "i", "the", "of", "to", "in"],
        "several words": [f"{latin[one]} {latin[other]}" for one, other in pairs] + triples,
        "a phrase": [f'"{latin[one]} {latin[other]}"' for one, other in pairs],
        "one Han character": characters,
        "two to four characters": [
            *(han[one] + han[other] for one, other in itertools.product((0, 2, 10, 50), (1, 5, 200, 1000))),
            *("".join(han[number : number + 3]) for number in (0, 3, 20, 300)),
            *("".join(han[number : number + 4]) for number in (0, 5, 40)),
        ],
        "Arabic, with its prefixes": [arabic[number] for number in (28, 40, 100, 1000, 10_000)],
        "hidden words": [f"{latin[one]} -{latin[other]}" for one, other in pairs],
        "a source or a language": [
            *(f"{latin[number]} source:17" for number in (0, 30, 1000)),
            *(f"{latin[number]} lang:ar" for number in (0, 30, 1000)),
            *("source:17", "source:Paper", "lang:en", "lang:ar", "-lang:en source:17"),
        ],
        "long, and of two scripts": [
            " ".join(latin[number] for number in (3, 5, 7, 8, 10, 12, 15, 20)),
            " ".join(latin[number] for number in range(40, 46)),
            f'"{" ".join(latin[number] for number in range(4))}" {latin[9]}',
            f"{latin[2]} {han[1]}",
            f"{han[0]} {arabic[28]}",
            f"{han[7]}{han[9]} {han[30]}",
            f"{latin[20]} -{latin[0]} -{latin[1]} -lang:zh",
            f"{latin[20]} lang:en,zh -source:17",
            f"{han[2]} -lang:en",
            f"{latin[7]} 2026",
            f"{latin[0]}🎉",
        ],
        "words with signs in them": [f"{latin[0]}-{latin[2]}", "i.a", f"{latin[50]}'{latin[3]}", f"{latin[2]}+"],
        "nothing": ["qqqq", "🎉 qqqq", "2026", "qqqq the", "丂丄"],
    }


_BARE = "SELECT rowid FROM articles_text WHERE articles_text MATCH ? ORDER BY rowid DESC LIMIT ?"
_WITH_TITLES = f"""SELECT id, title FROM articles WHERE id IN ({_BARE})
                   ORDER BY published_at DESC, id DESC LIMIT {RESULTS_PER_PAGE}"""


def bare_words(rules: Sequence[Rule]) -> str:
    """A query as somebody would hand it to the index: words, labels, and what is not to be."""
    parts = {hides: [_part(rule) for rule in rules if rule.hides == hides] for hides in (False, True)}
    return " NOT ".join((f"({' AND '.join(parts[False])})", *parts[True]))


def _part(rule: Rule) -> str:
    match rule.kind:
        case RuleKind.LANGUAGE:
            return _either(language_label(tag) for tag in rule.value.split(","))
        case RuleKind.SOURCE:  # all of them are called Paper, and have a number
            numbers = range(Stock(articles=0).sources) if fold(rule.value) == "paper" else [int(rule.value)]
            return _either(source_label(number + 1) for number in numbers)
        case _:
            return '"' + spaced(fold(rule.value)).replace('"', "") + '"'


def _either(labels: Iterable[str]) -> str:
    return "(" + " OR ".join(f'"{in_labels(label)}"' for label in labels) + ")"


if __name__ == "__main__":
    main()
