"""Feedparser's own conformance cases through bare feedparser and through Tidings; whole feeds: what loads, what not.

    python -m benchmarks.feed_conformance --data FOLDER [--feeds FOLDER] [-v]

`--data` holds cases with a header comment (`Expect:` a Python expression over what feedparser returns, `Header:` lines
of the response). Each expectation is put to three readings: bare feedparser as it comes; the reading under the options
Tidings gives it; and what Tidings keeps of it, where the expectation names a field that it keeps, compared as a reader
would see both. `--feeds` is any folder of feeds: each file is loaded, every refusal printed with its reason.
"""

from __future__ import annotations

import argparse
import ast
import calendar
import datetime as datetime_module
import io
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import feedparser

from bot.models.articles import BlockKind, ParsedArticle, ParsedFeed, ParseFailed
from bot.parsers.feeds.xml_feed import feed_text, parse_feed, read_xml
from bot.parsers.html.blocks import blocks_text, html_blocks
from bot.text.charset import decode_html
from bot.text.clean import clean_line, clean_markup_title
from bot.web.responses import media_type
from bot.web.urls import canonical_url

URL = "http://127.0.0.1:8097/"  # where feedparser's own runner serves its cases from
EXPECT = re.compile(r"Expect:\s*(.+?)\s*(?:-->|\n)")
HEADER = re.compile(r"Header:\s*([\w-]+):\s*(.+?)\s*\n")
EBCDIC = b"\x4c\x6f\xa7\x94"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One conformance case."""

    name: str
    body: bytes
    expect: str
    headers: Mapping[str, str]

    @property
    def url(self) -> str:
        return self.headers.get("content-location") or f"{URL}{self.name}"


def read_cases(folder: Path) -> Iterator[Case]:
    """Every file below the folder that says what it expects."""
    for path in sorted(folder.rglob("*.xml")):
        body = path.read_bytes()
        # The header comment in wide characters, or in IBM's, is plain once these are taken off.
        text = body.decode("cp037") if body.startswith(EBCDIC) else decode_html(body.replace(b"\x00", b""))
        found = EXPECT.search(text)
        if found:
            headers = {name.lower(): value for name, value in HEADER.findall(text)}
            yield Case(name=str(path.relative_to(folder)), body=body, expect=found[1], headers=headers)


def bare(case: Case) -> dict[str, Any]:
    """What feedparser returns for the case as it comes, with the headers its own runner would send."""
    headers = {"content-type": "application/xml", "content-location": case.url, **case.headers}
    return dict(feedparser.parse(io.BytesIO(case.body), response_headers=headers))


def ours(case: Case) -> dict[str, Any]:
    """What feedparser finds under the options, and in the text, that Tidings gives it."""
    _, charset = media_type(case.headers.get("content-type", ""))
    return dict(read_xml(feed_text(case.body, charset=charset), case.url))


def holds(expect: str, found: Mapping[str, Any]) -> bool:
    """Whether the expectation is true of what was found. The cases are code: run only those you trust."""
    try:
        return bool(
            eval(
                expect,
                {"__builtins__": {"len": len, "locals": lambda: found, "list": list}, "datetime": datetime_module},
                dict(found),
            )
        )
    except (KeyError, IndexError, NameError, AttributeError, TypeError):
        return False


# --- what Tidings keeps -------------------------------------------------------------------------


def wanted(expect: str) -> list[tuple[str, int, Any]]:
    """The (field, entry number or -1 for the feed, value) that an expectation asks for and Tidings keeps."""
    found = []
    for node in ast.walk(ast.parse(expect.strip(), mode="eval")):
        if isinstance(node, ast.Compare) and all(isinstance(operator, ast.Eq) for operator in node.ops):
            *left, right = (node.left, *node.comparators)
            value = value_of(right, {})
            if value is not None:
                found += [(*place, value) for place in map(where, left) if place is not None and place[0] in KEPT]
    return found


def where(node: ast.expr) -> tuple[str, int] | None:
    """`entries[0]['content'][0]['value']` as ("content.value", 0)."""
    steps: list[Any] = []
    while not isinstance(node, ast.Name):
        if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
            steps.append(node.slice.value)
        elif isinstance(node, ast.Attribute):
            steps.append(node.attr)
        else:
            return None
        node = node.value
    names = [str(step) for step in reversed(steps) if isinstance(step, str)]
    numbers = [step for step in reversed(steps) if isinstance(step, int)]
    if node.id == "feed":
        return f"feed.{'.'.join(names)}", -1
    return (".".join(names), numbers[0]) if node.id == "entries" and numbers else None


def seen(html: str) -> str:
    """What a reader would see of a text."""
    return " ".join(blocks_text(html_blocks(html, URL)).split())


def has_text(article: ParsedArticle, value: Any) -> bool:
    """Whether the words and the pictures of a text are the article's."""
    if not isinstance(value, str):
        return False
    pictures = {block.url for block in html_blocks(value, URL) if block.kind is BlockKind.PICTURE}
    return seen(value) in " ".join(article.text.split()) and pictures <= {block.url for block in article.blocks}


def has_date(article: ParsedArticle, value: Any) -> bool:
    moment = datetime.fromtimestamp(calendar.timegm(value), UTC)
    return moment in (article.published_at, article.updated_at)


def has_person(article: ParsedArticle, value: Any) -> bool:
    name = clean_line(re.sub(r"<?\S+@[^\s)>]+>?", "", value)).strip("() ")
    return not name or any(name in author for author in article.authors)


def shown_alike(case: Case, mine: Mapping[str, Any]) -> bool:
    """Whether every text an expectation names would be shown as what was expected: markup cleaned, addresses whole."""
    equations = [
        node for node in ast.walk(ast.parse(case.expect.strip(), mode="eval")) if isinstance(node, ast.Compare)
    ]
    pairs = []
    for node in equations:
        wanted_value = value_of(node.comparators[0], {})
        if len(node.ops) != 1 or not isinstance(node.ops[0], ast.Eq) or not isinstance(wanted_value, str):
            return False
        pairs.append((value_of(node.left, mine), wanted_value))
    return bool(pairs) and all(
        isinstance(found, str) and as_shown(found, case) == as_shown(value, case) for found, value in pairs
    )


def value_of(node: ast.expr, found: Mapping[str, Any]) -> Any:
    """The value of a part of an expectation; None where there is none."""
    try:
        return eval(compile(ast.Expression(node), "expectation", "eval"), {"__builtins__": {}}, dict(found))
    except (KeyError, IndexError, NameError, AttributeError, TypeError):
        return None


def as_shown(html: str, case: Case) -> tuple[str, list[str | None]]:
    """The words and the pictures."""
    return seen(html), [block.url for block in html_blocks(html, case.url) if block.kind is BlockKind.PICTURE]


FEED = {
    "feed.title": lambda feed, value: feed.title == clean_markup_title(value),
    "feed.link": lambda feed, value: feed.link == canonical_url(value),
    "feed.language": lambda feed, value: feed.language == value,
}
ENTRY = {
    "title": lambda article, value: article.title == clean_markup_title(value) or not clean_markup_title(value),
    "link": lambda article, value: article.url == canonical_url(value),
    "id": lambda article, value: article.key == value,
    "guid": lambda article, value: article.key == value,
    "author": has_person,
    "author_detail.name": has_person,
    "authors.name": has_person,
    "category": lambda article, value: (value,) in article.categories,
    "tags.term": lambda article, value: (value,) in article.categories,
    "language": lambda article, value: article.language == value,
    **dict.fromkeys(("title_detail.value",), lambda article, value: article.title == clean_markup_title(value)),
    **dict.fromkeys(("description", "summary", "summary_detail.value", "content.value"), has_text),
    **dict.fromkeys(("published_parsed", "updated_parsed", "created_parsed"), has_date),
}
KEPT = {**FEED, **ENTRY}


def kept(case: Case, parsed: ParsedFeed | ParseFailed, field: str, number: int, value: Any) -> bool | None:
    """Whether Tidings' reading has the value; None where no article came of the entry: it has nothing to be read."""
    if isinstance(parsed, ParseFailed):
        return False
    if field in FEED:
        return bool(FEED[field](parsed, value))
    if len(parsed.articles) <= number:
        return None
    return bool(ENTRY[field](parsed.articles[number], value))


@dataclass(slots=True)
class Tally:
    """How often each reading passed, for one kind of expectation."""

    cases: int = 0
    bare: int = 0
    ours: int = 0


def judge(case: Case) -> tuple[str, bool, bool]:
    """The kind of the expectation, and whether bare feedparser and Tidings meet it."""
    raw = bare(case)
    passed, mine = holds(case.expect, raw), ours(case)
    _, charset = media_type(case.headers.get("content-type", ""))
    parsed = parse_feed(case.body, url=case.url, charset=charset)
    answers = [kept(case, parsed, *asked) for asked in wanted(case.expect)]
    if answers and None not in answers:
        # A text beside a fuller one is read, and not kept.
        return "a field that is kept", passed, all(answers) or shown_alike(case, mine)
    if re.search(r"\bencoding\b|\bbozo\s*$|^\s*(?:not )?bozo\s*$", case.expect):
        same = dict(feedparser.parse(io.BytesIO(case.body), sanitize_html=False, resolve_relative_uris=False))
        alike = str((same["feed"], same["entries"])) == str((mine["feed"], mine["entries"])).replace(case.url, "")
        return "the encoding", passed, passed and (alike or holds(case.expect, mine))
    return "what is not kept", passed, holds(case.expect, mine) or shown_alike(case, mine)


def conformance(folder: Path, *, verbose: bool) -> None:
    """Print how often each reading meets the expectations of the cases."""
    tallies: dict[str, Tally] = {}
    under_options = worse = better = 0
    for case in read_cases(folder):
        kind, passed, mine = judge(case)
        tally = tallies.setdefault(kind, Tally())
        tally.cases += 1
        tally.bare += passed
        tally.ours += mine
        under_options += holds(case.expect, ours(case))
        worse += passed and not mine
        better += mine and not passed
        if verbose and passed != mine:
            print(f"{'worse ' if passed else 'better'} {case.name}: {case.expect}")
    total = Tally()
    print(f"{'expectation names':<26}{'cases':>7}{'feedparser':>12}{'Tidings':>9}")
    for kind, tally in sorted(tallies.items()):
        print(f"{kind:<26}{tally.cases:>7}{tally.bare:>12}{tally.ours:>9}")
        total = Tally(total.cases + tally.cases, total.bare + tally.bare, total.ours + tally.ours)
    print(f"{'all':<26}{total.cases:>7}{total.bare:>12}{total.ours:>9}")
    print(f"worse {worse}, better {better}; the expressions alone, under Tidings' options: {under_options}")


# --- whole feeds --------------------------------------------------------------------------------


def loading(folder: Path, *, verbose: bool) -> None:
    """Print how many files of the folder load, and every refusal's reason."""
    counts: dict[str, Counter[str]] = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        group = path.relative_to(folder).parts[0]
        count = counts.setdefault(group, Counter())
        started = time.perf_counter()
        parsed = parse_feed(path.read_bytes(), url=f"https://feeds.example/{path.name}")
        count["ms"] += round(1000 * (time.perf_counter() - started))
        count["files"] += 1
        if isinstance(parsed, ParseFailed):
            count["refused"] += 1
            print(f"refused {path.relative_to(folder)}: {parsed.reason}")
            continue
        _count(parsed, count)
        if verbose:
            print(
                f"{path.relative_to(folder)}: {parsed.title!r} {len(parsed.articles)} {parsed.language} {parsed.notes}"
            )
    columns = (
        "files",
        "loaded",
        "with articles",
        "refused",
        "articles",
        "titled",
        "linked",
        "dated",
        "with text",
        "ms",
    )
    print(f"{'feeds of':<20}" + "".join(f"{name:>14}" for name in columns))
    for group, count in counts.items():
        print(f"{group:<20}" + "".join(f"{count[name]:>14}" for name in columns))


def _count(parsed: ParsedFeed, count: Counter[str]) -> None:
    count["loaded"] += 1
    count["with articles"] += bool(parsed.articles)
    for article in parsed.articles:
        count["articles"] += 1
        count["titled"] += bool(article.title)
        count["linked"] += article.url is not None
        count["dated"] += article.published_at is not None
        count["with text"] += bool(article.text)


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", type=Path, help="feedparser's conformance cases")
    arguments.add_argument("--feeds", type=Path, help="any folder of feeds")
    arguments.add_argument("-v", "--verbose", action="store_true")
    given = arguments.parse_args()
    if given.data:
        conformance(given.data, verbose=given.verbose)
    if given.feeds:
        loading(given.feeds, verbose=given.verbose)
    if not (given.data or given.feeds):
        sys.exit("give --data, --feeds or both")
