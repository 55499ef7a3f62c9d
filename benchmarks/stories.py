"""How well same stories are found, and at what cost: `python -m benchmarks.stories --data DIR`, or `--scale`.

Quality: texts with known answers go, one by one, through the real store: pairs of Russian channels that people labelled
(DIR/cluster/nyan), tellings of one article (title and summary; its text) in sixty languages (DIR/summ), posts
(DIR/posts/recon_*), and made series of titles that must never be joined. Sets are halved by a
hash. The form of the likeness and its threshold were tried on both halves, so neither is unseen: texts kept elsewhere
must judge. Cost: 100,000 made articles.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import random
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import combinations, islice
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlite_utils import Database

from bot.models import NewArticle, ParsedArticle, SourceUpdate
from bot.news.posts import parse_post
from bot.news.sketches import sketch
from bot.news.stories import story_id
from bot.store import ingest
from bot.store.files import prepare
from bot.store.worker import connect
from summarizer import detect_language, split_sentences

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
HALVES = ("tune", "report")
COPIED_SHARE = 0.5  # of the pieces of the shorter post that the other holds: the same story
PIECE_CHARS, PIECES = 12, 80
SCALE_STEPS = (10_000, 100_000)
WINDOW = 5000
BATCH = 40
A_DAY = 2000  # made articles


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """An article of a set: its name there, who tells it, when, and what."""

    name: str
    teller: str
    title: str
    text: str
    language: str
    at: datetime = NOON


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A set: its texts, the pairs that tell the same, and those that do not; None: all others do not."""

    name: str
    texts: Sequence[Text]
    same: frozenset[frozenset[str]]
    different: frozenset[frozenset[str]] | None = None


def half_of(name: str) -> str:
    """The half that a name belongs to, for good."""
    return HALVES[hashlib.blake2b(name.encode(), digest_size=1).digest()[0] & 1]


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
        story_id=story_id(1, text.name),
        published_at=text.at,
        pushable=True,
        sketch=sketch(text.title, text.text, language=text.language, teller=text.teller),
    )


def store(db: Database, articles: Iterable[NewArticle]) -> None:
    db.conn.execute("BEGIN IMMEDIATE")
    ingest.apply_update(db, SourceUpdate(source_id=1, checked_at=NOON, next_check_at=NOON, articles=tuple(articles)))
    db.conn.execute("COMMIT")


def stories_of(texts: Sequence[Text], known: Sequence[Text] = ()) -> dict[str, str]:
    """Store the texts in order; the story of each. `known`: what the store has read before, long ago."""
    with fresh_store() as db:
        long_ago = NOON - timedelta(days=3650)
        store(db, (as_article(Text(name=f"known:{text.name}", teller=text.teller, title=text.title, text=text.text,
                                   language=text.language, at=long_ago)) for text in known))  # fmt: skip
        store(db, map(as_article, texts))
        rows = db.execute("SELECT key, story_id FROM articles").fetchall()
    return {row["key"]: row["story_id"] for row in rows}


# --- sets ---------------------------------------------------------------------------------------


def nyan(folder: Path, half: str) -> Labelled:
    """Posts of Russian channels: pairs that people labelled as the same news or not."""
    texts: dict[str, Text] = {}
    same, different = set(), set()
    for path in sorted(folder.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                urls = (row["INPUT:first_url"], row["INPUT:second_url"])
                if half_of(" ".join(sorted(urls))) != half:
                    continue
                for url, text in zip(urls, (row["INPUT:first_text"], row["INPUT:second_text"]), strict=True):
                    texts[url] = Text(
                        name=url, teller=url.split("/")[3], title=first_sentence(text, "ru"), text=text, language="ru"
                    )
                (same if row["GOLDEN:result"] == "ok" else different).add(frozenset(urls))
    return Labelled(name="nyan", texts=tuple(texts.values()), same=frozenset(same), different=frozenset(different))


def tellings(folder: Path, half: str) -> Labelled:
    """Two tellings of an article: its title with its summary, and its text under its first sentence."""
    texts: list[Text] = []
    same = set()
    for path in sorted(folder.glob("*.jsonl")):
        for number, row in enumerate(rows(path)):
            name = f"{path.stem}:{number}"
            if row.get("kind") not in ("summary", "standfirst") or half_of(name) != half:
                continue
            language, summary, text = path.stem, row["summary"], row["text"]
            title = row.get("title") or first_sentence(summary, language)
            texts += (
                Text(name=f"{name}:a", teller="a", title=title, text=summary, language=language),
                Text(name=f"{name}:b", teller="b", title=first_sentence(text, language), text=text, language=language),
            )
            same.add(frozenset((f"{name}:a", f"{name}:b")))
    random.Random(1).shuffle(texts)
    return Labelled(name="tellings", texts=texts, same=frozenset(same))


def posts(folder: Path, half: str) -> Labelled:
    """Real posts with their dates. Those whose whole bodies hold the same pieces tell the same story."""
    texts, bodies = [], {}
    for path in sorted(folder.glob("recon_*/*.md")):
        parsed = parse_post(path.read_bytes(), stem=path.stem)
        if not isinstance(parsed, ParsedArticle):
            continue
        at = parsed.published_at or NOON
        if half_of(at.date().isoformat()) != half:  # by days: what tells the same stays together
            continue
        language = detect_language(f"{parsed.title}\n{parsed.text[:600]}")
        texts.append(
            Text(
                name=path.name,
                teller=str(parsed.authors),
                title=parsed.title,
                text=parsed.text,
                language=language,
                at=at,
            )
        )
        bodies[path.name] = pieces(parsed.text)
    times = {text.name: text.at for text in texts}
    same = {
        frozenset(pair)
        for pair in combinations(bodies, 2)
        if abs(times[pair[0]] - times[pair[1]]) <= timedelta(days=3) and is_copied(bodies[pair[0]], bodies[pair[1]])
    }
    return Labelled(name="posts", texts=texts, same=frozenset(same))


def series() -> Labelled:
    """Made titles of series, in one source and in two: none of them may be joined."""
    templates = (
        ("Daily briefing, {day} March", "All you need to know before you start your day, in five minutes."),
        ("Weather: {day} degrees and sun", "The forecast for today: sunny with a light breeze from the west."),
        ("Episode {day}: the long view", "Our hosts talk with guests about the week. Subscribe wherever you listen."),
        ("Market report: Dow up {day} points", "Stocks closed higher on Wall Street on hopes for lower rates."),
        ("Arsenal {goals}-1 Chelsea: live score", "Follow the match live with us, minute by minute."),
        ("Morning news, {weekday}", "The most important news of the morning in short."),
        ("Version 1.{day} released", "This release brings fixes and improvements. See the full list of changes."),
        ("Утренний дайджест, {day} марта", "Главные новости к этому часу: коротко о том, что произошло за ночь."),
        ("早報：3月{day}日", "今早最重要的新聞，一次看完。"),
        ("{day} मार्च का राशिफल", "जानिए आज का दिन आपके लिए कैसा रहेगा।"),
        ("النشرة الصباحية {day} مارس", "أهم أخبار الصباح في دقائق قليلة."),
        ("Thời tiết ngày {day} tháng 3", "Dự báo thời tiết hôm nay: trời nắng, gió nhẹ."),
    )  # fmt: skip
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
    texts = []
    for number, (template, lead) in enumerate(templates):
        for day in range(3, 8):
            title = template.format(day=day, goals=day - 3, weekday=days[day - 3])
            texts += (
                Text(name=f"{number}:{day}:{teller}", teller=teller, title=title, text=lead,
                     language=detect_language(f"{title} {lead}"), at=NOON + timedelta(hours=6 * (day % 2)))
                for teller in ("a", "b")
            )  # fmt: skip
    same = {frozenset((f"{n}:{day}:a", f"{n}:{day}:b")) for n in range(len(templates)) for day in range(3, 8)}
    return Labelled(name="series", texts=texts, same=frozenset(same))


def first_sentence(text: str, language: str) -> str:
    return (split_sentences(text, language) or [text])[0][:200]


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The objects of a file of JSON lines; broken lines are passed over."""
    for line in path.read_bytes().decode("utf-8").split("\n"):
        try:
            yield json.loads(line, strict=False)
        except ValueError:
            continue


def pieces(text: str) -> frozenset[str]:
    letters = "".join(filter(str.isalnum, text.casefold()))
    return frozenset(letters[start : start + PIECE_CHARS] for start in range(len(letters) - PIECE_CHARS + 1))


def is_copied(one: frozenset[str], other: frozenset[str]) -> bool:
    shorter = min(len(one), len(other))
    return shorter >= PIECES and len(one & other) >= COPIED_SHARE * shorter


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
    for pair in list(wrong)[:5]:
        print("    wrong:", " | ".join(titles[name] for name in pair))


def quality(data: Path, half: str) -> None:
    other = HALVES[half == HALVES[0]]
    makers = ((nyan, data / "cluster/nyan"), (tellings, data / "summ"), (posts, data / "posts"))
    background = [text for make, folder in makers for text in make(folder, other).texts]
    print(f"half: {half}; a store that has read the {len(background)} texts of the other half, and a fresh one")
    for title, known in (("experienced", background), ("fresh", [])):
        print(f"{title:<10}{'texts':>7}{'same':>7}{'joined':>7}{'wrong':>7}{'precision':>11}{'recall':>8}{'F1':>7}")
        for labelled in (*(make(folder, half) for make, folder in makers), series()):
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
            name=str(number), teller=str(number % 200), title=" ".join(words[:9]), text=" ".join(words[9:]),
            language="en", at=NOON + timedelta(days=number / a_day),
        )  # fmt: skip


class Stopwatch:
    """CPU time of calls of a module's functions, from now on."""

    def __init__(self, module: ModuleType, *names: str) -> None:
        self.seconds = 0.0
        for name in names:
            setattr(module, name, self._timed(getattr(module, name)))

    def _timed(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*args: Any) -> Any:
            start = time.process_time()
            try:
                return function(*args)
            finally:
                self.seconds += time.process_time() - start

        return timed


def scale(a_day: int) -> None:
    """Print the CPU time of an article while the store comes to hold so many: of its sketch, of finding and keeping
    its story, and of all that storing does, the full-text index included."""
    story = Stopwatch(ingest, "count_terms", "find_story", "remember")
    print(f"{a_day} articles a day, {BATCH} at a time; milliseconds an article over the last {WINDOW} up to")
    print(f"{'held':>8}{'sketch':>9}{'story':>9}{'all':>9}{'stories':>9}{'database MB':>13}")
    with fresh_store() as db:
        texts = made_texts(SCALE_STEPS[-1], a_day=a_day)
        held = 0
        while held < SCALE_STEPS[-1]:
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
            if held in SCALE_STEPS:
                stories = db.execute("SELECT count(DISTINCT story_id) FROM articles").fetchone()[0]
                size = db.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").fetchone()
                times = "".join(f"{seconds / WINDOW * 1000:>9.3f}" for seconds in (sketched, story.seconds, stored))
                print(f"{held:>8}{times}{stories:>9}{size[0] / 1e6:>13.0f}", flush=True)


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
