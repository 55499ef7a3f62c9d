"""The sets of texts with known answers on which `benchmarks.stories` measures; each halved by a hash, for good.

Pairs of Russian channels that people labelled, tellings of one article (title and summary; its text) in sixty
languages, posts of an archive, the same documents in several languages, made series of titles, and twins of templates.
"""

from __future__ import annotations

import csv
import hashlib
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

from bot.models.articles import ParsedArticle
from bot.parsers.posts.post import parse_post
from summarizer import detect_language, split_sentences

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
HALVES = ("tune", "report")
BY_LINES = ("desks", "previews")
COPIED_SHARE = 0.5  # of the pieces of the shorter post that the other holds: the same story
PIECE_CHARS, PIECES = 12, 80
# Read by hand where the rule has no eyes: a programme is taken off the air, told by a report and, the day after, by a
# comment, in other words.
JUDGED_SAME = (frozenset(("hkc_39167.md", "hkc_39193.md")),)

# Who tells the three events of a family of twins in its first wording, and in its second.
TELLERS = (("a", "a", "b"), ("c", "d", "c"))

_ADDRESS_ALONE = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """An article of a set: its name there, who tells it, when, and what."""

    name: str
    publisher: str
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


def nyan(folder: Path, half: str) -> Labelled:
    """Posts of Russian channels: pairs that people labelled as the same news or not."""
    texts: dict[str, Text] = {}
    same: set[frozenset[str]] = set()
    different: set[frozenset[str]] = set()
    for path in sorted(folder.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                urls = (row["INPUT:first_url"], row["INPUT:second_url"])
                if half_of(" ".join(sorted(urls))) != half:
                    continue
                for url, text in zip(urls, (row["INPUT:first_text"], row["INPUT:second_text"]), strict=True):
                    texts[url] = Text(
                        name=url,
                        publisher=url.split("/")[3],
                        title=first_sentence(text, "ru"),
                        text=text,
                        language="ru",
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
                Text(name=f"{name}:a", publisher="a", title=title, text=summary, language=language),
                Text(
                    name=f"{name}:b", publisher="b", title=first_sentence(text, language), text=text, language=language
                ),
            )
            same.add(frozenset((f"{name}:a", f"{name}:b")))
    random.Random(1).shuffle(texts)
    return Labelled(name="tellings", texts=texts, same=frozenset(same))


def posts(folder: Path, half: str) -> Labelled:
    """Real posts with their dates. Those whose whole bodies hold the same pieces tell the same story."""
    texts, bodies = [], {}
    for path in sorted(folder.glob("recon_*/*.md")):
        parsed = parse_post(path.read_bytes(), stem=path.stem)
        if not isinstance(parsed, ParsedArticle) or _ADDRESS_ALONE.fullmatch(parsed.text.strip()):
            continue  # entries that hold but an address are the tests of a parser
        at = parsed.published_at or NOON
        if half_of(at.date().isoformat()) != half:  # by days: what tells the same stays together
            continue
        language = detect_language(f"{parsed.title}\n{parsed.text[:600]}")
        texts.append(
            Text(
                name=path.name,
                publisher=str(parsed.authors),
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
    same.update(pair for pair in JUDGED_SAME if pair <= bodies.keys())
    return Labelled(name="posts", texts=texts, same=frozenset(same))


def translations(folder: Path, half: str) -> Labelled:
    """The same news in several languages (WMT), each told by a source of its own."""
    documents: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for row in rows(folder / "parallel_docs_wmt.jsonl"):
        documents[row["id"]] |= {row["src_lang"]: row["src"], **row["refs"]}
    texts: list[Text] = []
    same: set[frozenset[str]] = set()
    for name in sorted(documents):
        if half_of(name) != half:
            continue
        told = [
            Text(
                name=f"{name}:{language}",
                publisher=language,
                title=lines[0],
                text="\n".join(lines[1:]),
                language=language,
            )
            for language, lines in documents[name].items()
        ]
        texts += told
        same.update(frozenset(pair) for pair in combinations((text.name for text in told), 2))
    return Labelled(name="languages", texts=texts, same=frozenset(same))


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
    texts: list[Text] = []
    for number, (template, lead) in enumerate(templates):
        for day in range(3, 8):
            title = template.format(day=day, goals=day - 3, weekday=days[day - 3])
            texts += (
                Text(name=f"{number}:{day}:{publisher}", publisher=publisher, title=title, text=lead,
                     language=detect_language(f"{title} {lead}"), at=NOON + timedelta(hours=6 * (day % 2)))
                for publisher in ("a", "b")
            )  # fmt: skip
    same = {frozenset((f"{n}:{day}:a", f"{n}:{day}:b")) for n in range(len(templates)) for day in range(3, 8)}
    return Labelled(name="series", texts=texts, same=frozenset(same))


def twins(half: str) -> Labelled:
    """Reports in the wording of a template, and what two sources tell of one event (`story_twins.tsv`)."""
    texts: list[Text] = []
    same: set[frozenset[str]] = set()
    families = (Path(__file__).with_name("story_twins.tsv")).read_text(encoding="utf-8").split("\n\n")[1:]
    for family in families:
        name, *lines = family.strip("\n").split("\n")
        if half_of(name) != half:
            continue
        wordings = [line.split("\t") for line in lines[:2]]
        for number, filling in enumerate(lines[2:]):
            told = [
                Text(
                    name=f"{name}:{number}:{wording}",
                    publisher=TELLERS[wording][number],
                    title=title.format(*filling.split("\t")),
                    text=text.format(*filling.split("\t")),
                    language=name.split(" ")[0],
                    at=NOON + timedelta(minutes=40 * number + 15 * wording),
                )
                for wording, (title, text) in enumerate(wordings)
            ]
            texts += told
            same.add(frozenset(text.name for text in told))
    return Labelled(name="twins", texts=texts, same=frozenset(same))


def unseen(name: str = "story_pairs.tsv", *, title: str = "unseen") -> Labelled:
    """Pairs of two sources that nothing was tuned on: one event in other words, or twins.

    The twins of `story_names.tsv` differ in a name alone, which begins or ends as the other does; `story_kinds.tsv` has
    notices, advisories, rates and tolls that rise; in `story_sequels.tsv` one tells what followed on the other;
    `story_fresh.tsv` has all of these, twenty minutes apart.
    """
    texts: list[Text] = []
    same: set[frozenset[str]] = set()
    different: set[frozenset[str]] = set()
    for number, line in enumerate(Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()):
        language, answer, *told = line.split("\t")
        names = (f"{number}:a", f"{number}:b")
        texts += (
            Text(name=name, publisher=name[-1], title=title, text=text, language=language,
                 at=NOON + timedelta(minutes=20 * (name[-1] == "b")))
            for name, title, text in zip(names, told[::2], told[1::2], strict=True)
        )  # fmt: skip
        (same if answer == "same" else different).add(frozenset(names))
    return Labelled(name=title, texts=texts, same=frozenset(same), different=frozenset(different))


def blind(half: str, name: str = "blind") -> Labelled:
    """Pairs as news has them (`story_blind.tsv`): the second so many hours later, by one source or two.

    `story_outlets.tsv` has more of them, in shorter texts; `story_previews.tsv` has previews and their results, and one
    event told by two. The first title makes the half, in the sets `BY_LINES` every other line; that of `report` is for
    no eyes. The kind of a pair is the end of its texts' names.
    """
    texts: list[Text] = []
    same: set[frozenset[str]] = set()
    different: set[frozenset[str]] = set()
    path = Path(__file__).with_name(f"story_{name}.tsv")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        language, answer, *told = line.split("\t")
        if (HALVES[number & 1] if name in BY_LINES else half_of(told[0])) != half:
            continue
        label, kind, hours, sources = answer.split(" ")
        names = (f"{number}:a:{kind}", f"{number}:b:{kind}")
        texts += (
            Text(name=name, publisher="a" if sources == "one" else name.split(":")[1], title=title, text=text,
                 language=language, at=NOON + timedelta(hours=int(hours) * (title != told[0])))
            for name, title, text in zip(names, told[::2], told[1::2], strict=True)
        )  # fmt: skip
        (same if label == "same" else different).add(frozenset(names))
    return Labelled(name=name, texts=texts, same=frozenset(same), different=frozenset(different))


def families() -> Labelled:
    """What three events make sources write, a step and a twin among them (`story_families.tsv`), for the fit."""
    texts: list[Text] = []
    same: set[frozenset[str]] = set()
    different: set[frozenset[str]] = set()
    blocks = Path(__file__).with_name("story_families.tsv").read_text(encoding="utf-8").split("\n\n")[1:]
    for block in blocks:
        name, *lines = block.strip("\n").split("\n")
        told: list[Text] = []
        for number, line in enumerate(lines):
            event, hours, title, text = line.split("\t")
            told.append(
                Text(name=f"{name}:{number}:{event}", publisher=str(number), title=title, text=text,
                     language=name.split(" ")[0], at=NOON + timedelta(hours=int(hours)))
            )  # fmt: skip
        texts += told
        for one, other in combinations((text.name for text in told), 2):
            (same if one[-1] == other[-1] else different).add(frozenset((one, other)))
    return Labelled(name="families", texts=texts, same=frozenset(same), different=frozenset(different))


def first_sentence(text: str, language: str) -> str:
    return (split_sentences(text, language) or [text])[0][:200]


def rows(path: Path) -> Iterator[dict[str, Any]]:
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
