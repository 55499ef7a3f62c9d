"""How well same stories are found, and at what cost: `python -m benchmarks.stories --data DIR`, or `--scale`.

Quality: texts with known answers (`benchmarks.story_sets`; DIR holds cluster/nyan, summ and posts/recon_*) go through
the real store. The form of the likeness and its threshold were tried on both halves of the sets, so neither is
unseen: texts kept elsewhere must judge. Cost: 100,000 made articles.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from itertools import combinations, islice
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlite_utils import Database

from benchmarks.results import Result
from benchmarks.story_sets import (
    HALVES,
    NOON,
    Labelled,
    Text,
    blind,
    nyan,
    posts,
    series,
    tellings,
    translations,
    twins,
    unseen,
)
from bot.models.articles import NewArticle, ParsedArticle
from bot.models.sources import SourceUpdate
from bot.store import ingest
from bot.store.database.files import prepare
from bot.store.database.worker import connect
from bot.stories.clusters import story_id
from bot.stories.sketches import sketch

SCALE_STEPS = (10_000, 100_000)
WINDOW = 5000
BATCH = 40
# The sets of which nobody shall see what is wrong in the half `report`.
HELD_OUT = ("blind", "outlets", "desks", "previews")
A_DAY = 2000  # made articles


@contextmanager
def fresh_store() -> Iterator[Database]:
    """A real database on the disk with one source."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tidings.db"
        prepare(path)
        db = connect(path)
        db.execute(
            """INSERT INTO sources (id, name, kind, location, origin, next_check_at)
               VALUES (1, 's', 'feed', 'l', 'file', 0)"""
        )
        yield db
        db.close()


def as_article(text: Text) -> NewArticle:
    return NewArticle(
        parsed=ParsedArticle(key=text.name, title=text.title, text=text.text, categories=(("World",),)),
        language=text.language,
        fingerprint=text.name,
        own_story_id=story_id(1, text.name),
        published_at=text.at,
        recent=True,
        sketch=sketch(text.title, text.text, language=text.language, publisher=text.publisher),
    )


def store(db: Database, articles: Iterable[NewArticle]) -> None:
    db.conn.execute("BEGIN IMMEDIATE")
    ingest.apply_update(db, SourceUpdate(source_id=1, checked_at=NOON, next_check_at=NOON, articles=tuple(articles)))
    db.conn.execute("COMMIT")


def stories_of(texts: Sequence[Text], known: Sequence[Text] = ()) -> dict[str, str]:
    """Store the texts in order; the story of each. `known`: what the store has read before, long ago."""
    with fresh_store() as db:
        long_ago = NOON - timedelta(days=3650)
        store(db, (as_article(replace(text, name=f"known:{text.name}", at=long_ago)) for text in known))
        store(db, map(as_article, texts))
        rows = db.execute("SELECT key, story_id FROM articles").fetchall()
    return {row["key"]: row["story_id"] for row in rows}


# --- quality ------------------------------------------------------------------------------------


def report(labelled: Labelled, found: dict[str, str]) -> None:
    """Print pairwise precision, recall and F1, and the pairs that were joined and should not."""
    names = [text.name for text in labelled.texts]
    by_story: dict[str, list[str]] = defaultdict(list)
    for name in names:
        by_story[found[name]].append(name)
    joined = {frozenset(pair) for members in by_story.values() for pair in combinations(members, 2)}
    right = joined & labelled.same
    wrong = (joined - labelled.same) if labelled.different is None else joined & labelled.different
    precision = len(right) / (len(right) + len(wrong)) if joined else 1.0
    recall = len(right) / len(labelled.same) if labelled.same else 1.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    print(
        f"{labelled.name:<10}{len(names):>7}{len(labelled.same):>7}{len(right):>7}{len(wrong):>7}"
        f"{precision:>11.3f}{recall:>8.3f}{f1:>7.3f}"
    )
    titles = {text.name: text.title[:50] for text in labelled.texts}
    for pair in list(wrong)[: 0 if labelled.name in HELD_OUT else 5]:
        print("    wrong:", " | ".join(titles[name] for name in pair))


def quality(data: Path, half: str) -> None:
    other = HALVES[half == HALVES[0]]
    makers = ((nyan, data / "cluster/nyan"), (tellings, data / "summ"), (posts, data / "posts"))
    background = [text for make, folder in makers for text in make(folder, other).texts]
    print(f"half: {half}; a store that has read the {len(background)} texts of the other half, and a fresh one")
    for title, known in (("experienced", background), ("fresh", [])):
        print(f"{title:<10}{'texts':>7}{'same':>7}{'joined':>7}{'wrong':>7}{'precision':>11}{'recall':>8}{'F1':>7}")
        sets = (make(folder, half) for make, folder in (*makers, (translations, data / "summ")))
        pairs = [unseen(f"story_{name}.tsv", title=name) for name in ("names", "kinds", "sequels", "fresh")]
        blinds = (blind(half, name) for name in HELD_OUT)
        for labelled in (*sets, series(), twins(half), unseen(), *blinds, *pairs):
            report(labelled, stories_of(labelled.texts, known))


# --- cost ---------------------------------------------------------------------------------------


def made_texts(count: int, *, a_day: int) -> Iterator[Text]:
    """Articles of made words, Zipf distributed; a fifth tell a story that an earlier one told, in half its words."""
    dice = random.Random(7)
    vocabulary = ["".join(dice.choices("abcdefghijklmnopqrstuvwxyz", k=dice.randint(3, 10))) for _ in range(120_000)]
    weights = [1 / (rank + 5) for rank in range(len(vocabulary))]
    totals = [sum(weights[:0])]
    for weight in weights:
        totals.append(totals[-1] + weight)
    recent: list[list[str]] = []
    for number in range(count):
        words = dice.choices(vocabulary, cum_weights=totals[1:], k=80)
        if recent and dice.random() < 0.2:
            words = dice.choice(recent)[:50] + words[:30]
        recent = [*recent[-500:], words]
        yield Text(
            name=str(number), publisher=str(number % 200), title=" ".join(words[:9]), text=" ".join(words[9:]),
            language="en", at=NOON + timedelta(days=number / a_day),
        )  # fmt: skip


class Stopwatch:
    """CPU time of calls of a module's functions, from now on."""

    def __init__(self, module: ModuleType, *names: str) -> None:
        self.seconds = 0.0
        for name in names:
            setattr(module, name, self._timed(getattr(module, name)))

    def _timed(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*args: Any, **options: Any) -> Any:
            start = time.process_time()
            try:
                return function(*args, **options)
            finally:
                self.seconds += time.process_time() - start

        return timed


def scale(a_day: int = A_DAY, steps: Sequence[int] = SCALE_STEPS) -> list[Result]:
    """Print the CPU time of an article while the store comes to hold so many: of its sketch, of finding and keeping
    its story, and of all that storing does, the full-text index included; gives the last."""
    story = Stopwatch(ingest, "count_terms", "find_story", "remember")
    print(f"{a_day} articles a day, {BATCH} at a time; milliseconds an article over the last {WINDOW} up to")
    print(f"{'held':>8}{'sketch':>9}{'story':>9}{'all':>9}{'stories':>9}{'database MB':>13}")
    costs = []
    with fresh_store() as db:
        texts = made_texts(steps[-1], a_day=a_day)
        held = 0
        while held < steps[-1]:
            story.seconds, sketched, stored = 0.0, 0.0, 0.0
            for _ in range(WINDOW // BATCH):
                drawn = list(islice(texts, BATCH))
                start = time.process_time()
                batch = list(map(as_article, drawn))
                sketched += time.process_time() - start
                start = time.process_time()
                store(db, batch)
                stored += time.process_time() - start
            held += WINDOW
            if held in steps:
                costs.append(1000 * stored / WINDOW)
                stories = db.execute("SELECT count(DISTINCT story_id) FROM articles").fetchone()[0]
                size = db.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").fetchone()
                times = "".join(f"{seconds / WINDOW * 1000:>9.3f}" for seconds in (sketched, story.seconds, stored))
                print(f"{held:>8}{times}{stories:>9}{size[0] / 1e6:>13.0f}", flush=True)
    name = f"storing an article where {steps[-1]:,} are; bare: {steps[0]:,}"
    return [Result(name=name, value=costs[-1], bare=costs[0], unit="ms", goal=2)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="the folder with cluster/, summ/ and posts/")
    parser.add_argument("--half", choices=HALVES, default="report")
    parser.add_argument("--scale", action="store_true", help="time 100,000 made articles")
    parser.add_argument("--a-day", type=int, default=A_DAY, help="made articles a day")
    options = parser.parse_args()
    if options.scale:
        scale(options.a_day)
    elif options.data:
        quality(options.data, options.half)
    else:
        parser.error("--data DIR or --scale is needed")


if __name__ == "__main__":
    main()
