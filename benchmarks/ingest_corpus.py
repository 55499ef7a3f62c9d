"""Invents posts and feeds of realistic sizes in the languages of the playground's samples; the same ones every time.

Sizes follow archives of real posts: 2,000 characters of text, 25 elements and 5 kB on average, two pictures
in every third, front matter that YAML refuses in every fifteenth, two sources telling one story in every twentieth.
"""

from __future__ import annotations

import math
import random
import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from pathlib import Path

from bot.playground.samples.sample_news import load_samples

POSTS_PER_FOLDER = 200
MEDIAN_TEXT_CHARS = 1700  # of scripts with spaces; others say the same in half as many
TEXT_SIGMA = 0.9
MAX_TEXT_CHARS = 40_000
MEAN_PARAGRAPH_CHARS = 200
BROKEN_YAML = 1 / 15
RETOLD = 1 / 20
ARCHIVED = datetime(2026, 3, 2, 12, tzinfo=UTC)  # the newest post of an archive
ARCHIVE_SPAN = timedelta(days=28)

_TAG = re.compile(r"<[^<>]*>")
# Articles in each, of 16: the archives that these sizes come from are Chinese for the most part.
_SHARES = {"zh-Hant": 4, "zh-Hans": 2}
_NO_SPACES = frozenset(("zh-Hant", "zh-Hans", "ja", "th"))
_SITE = "https://news.example"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """A language to write in: its words, or for scripts without spaces pieces of text, and what parts and ends them."""

    language: str
    words: tuple[str, ...]
    space: str
    stop: str
    author: str
    category: str


def tongues() -> list[Tongue]:
    """One for every language of the samples, by name."""
    found = defaultdict(list)
    for sample in load_samples():
        found[sample.language].append(sample)
    dice = random.Random(1)
    made = []
    for language, samples in sorted(found.items()):
        text = " ".join(_TAG.sub(" ", sample.body) for sample in samples)
        spaced = language not in _NO_SPACES
        made.append(
            Tongue(
                language=language,
                words=_words(text, dice) if spaced else _pieces(text, dice),
                space=" " if spaced else "",
                stop="。" if language[:2] in ("zh", "ja") else "." if spaced else " ",
                author=samples[0].author,
                category=samples[0].category.partition(" › ")[0],
            )
        )
    return made


def _words(text: str, dice: random.Random) -> tuple[str, ...]:
    """The text's words, and as many again made of halves of two: a news archive's vocabulary is large."""
    own = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 1]
    heads, tails = [word[: (len(word) + 1) // 2] for word in own], [word[(len(word) + 1) // 2 :] for word in own]
    return tuple(own * 4 + [dice.choice(heads) + dice.choice(tails) for _ in range(8000)])


def _pieces(text: str, dice: random.Random) -> tuple[str, ...]:
    letters = "".join(re.findall(r"[^\W\d_]+", text))
    cuts = [(start, dice.choice((1, 1, 2, 2, 3))) for start in (dice.randrange(len(letters)) for _ in range(6000))]
    return tuple(letters[start : start + length] for start, length in cuts)


class Writer:
    """Writes articles: `seed` decides everything. The newest is of `latest`, posts go back for `span`."""

    def __init__(self, seed: int, *, latest: datetime = ARCHIVED, span: timedelta = ARCHIVE_SPAN) -> None:
        self._dice = random.Random(seed)
        self._latest = latest
        self._span = span
        self._tongues = tongues()
        self._last: tuple[Tongue, str, str] | None = None

    def article(self) -> tuple[Tongue, str, str]:
        """A tongue, a title, and an HTML body."""
        if self._last and self._dice.random() < RETOLD:
            tongue, title, body = self._last
            return tongue, title, body.replace("</p>", f"{self._sentence(tongue)}</p>", 1)
        tongue = self._dice.choices(self._tongues, [_SHARES.get(tongue.language, 1) for tongue in self._tongues])[0]
        title = self._phrase(tongue, 7).capitalize()
        self._last = tongue, title, self._body(tongue)
        return self._last

    def post(self, number: int) -> str:
        """A post of an archive's generator."""
        tongue, title, body = self.article()
        broken = self._dice.random() < BROKEN_YAML
        written = f'"{title}": {title}' if broken else f"'{title}'"
        published = self._latest - timedelta(minutes=number) % self._span
        return (
            f"\n---\ntitle: {written}\ncategories: \n    - {tongue.category}\n    - {tongue.author}\n"
            f"author: {tongue.author}\ncomments: false\ndate: {format_datetime(published, usegmt=True)}\n"
            f"thumbnail: '{self._first_picture(body)}'\n---\n\n<div>   \n{body}\n</div>\n            "
        )

    def feed(self, number: int) -> bytes:
        """An RSS 2.0 feed of 10 to 30 articles; every second one gives teasers only."""
        whole = number % 2 == 0
        items = "".join(self._item(number, at, whole=whole) for at in range(self._dice.randint(10, 30)))
        return (
            '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" '
            'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">'
            f"<channel><title>Feed {number}</title><link>{_SITE}/{number}/</link>{items}</channel></rss>"
        ).encode()

    def _item(self, feed: int, at: int, *, whole: bool) -> str:
        tongue, title, body = self.article()
        picture = self._first_picture(body)
        teaser = _TAG.sub(" ", body.partition("</p>")[0])[:400]
        published = self._latest - timedelta(minutes=37 * at + feed % 37)
        return (
            f"<item><title>{escape(title)}</title><link>{_SITE}/{feed}/{at}?utm_source=rss</link>"
            f"<guid isPermaLink='false'>{feed}-{at}</guid><category>{escape(tongue.category)}</category>"
            f"<pubDate>{format_datetime(published, usegmt=True)}</pubDate>"
            + (f'<media:content medium="image" width="1200" url="{picture}"/>' if picture else "")
            + f"<description>{escape(teaser)}</description>"
            + (f"<content:encoded><![CDATA[{body}]]></content:encoded>" if whole else "")
            + "</item>"
        )

    def _body(self, tongue: Tongue) -> str:
        dense = 1.0 if tongue.space else 0.5
        left = min(self._dice.lognormvariate(math.log(MEDIAN_TEXT_CHARS), TEXT_SIGMA), MAX_TEXT_CHARS) * dense
        parts = []
        pictures = self._dice.random() < 1 / 3
        while left > 0:
            kind = self._dice.random()
            text = self._paragraph(tongue, min(left, MEAN_PARAGRAPH_CHARS * dense * self._dice.uniform(0.3, 1.7)))
            left -= len(text)
            if kind < 0.06:
                parts.append(f"<h2>{self._phrase(tongue, 5)}</h2>")
            elif kind < 0.10:
                items = "".join(f"<li>{self._sentence(tongue)}</li>" for _ in range(4))
                parts.append(f"<ul>{items}</ul>")
            elif kind < 0.13:
                parts.append(f"<blockquote><p>{self._sentence(tongue)}</p></blockquote>")
            if pictures and len(parts) in (0, 6, 20):
                parts.append(self._figure(tongue))
            parts.append(f"<p>{text}</p>")
        return "\n".join(parts)

    def _figure(self, tongue: Tongue) -> str:
        name = f"{_SITE}/pictures/{self._dice.getrandbits(48):012x}"
        sources = "".join(
            f'<source srcset="{name}_{size}.jpg" media="({edge}-width: {px}px)">'
            for size, edge, px in (("large", "min", 960), ("medium", "min", 720), ("small", "max", 480))
        )
        return (
            f'<figure class="image"><picture>{sources}<img class="img-responsive" src="{name}_large.jpg" alt '
            f'referrerpolicy="no-referrer"></picture><figcaption>{self._sentence(tongue)}</figcaption></figure>'
        )

    def _paragraph(self, tongue: Tongue, chars: float) -> str:
        sentences = [self._sentence(tongue)]
        while sum(map(len, sentences)) < chars:
            sentences.append(self._sentence(tongue))
        at = self._dice.randrange(len(sentences))
        link = f'<a href="{_SITE}/about/{self._dice.randrange(10_000)}">'
        match self._dice.randrange(4):
            case 0:
                sentences[at] = f"{link}{sentences[at]}</a>"
            case 1:
                sentences[at] = f"<strong>{sentences[at]}</strong><br>"
        return tongue.space.join(sentences)

    def _sentence(self, tongue: Tongue) -> str:
        return self._phrase(tongue, self._dice.randint(6, 20)).capitalize() + tongue.stop

    def _phrase(self, tongue: Tongue, words: int) -> str:
        return tongue.space.join(self._dice.choices(tongue.words, k=words))

    def _first_picture(self, body: str) -> str:
        match = re.search(r'<img[^>]* src="([^"]*)"', body)
        return match[1] if match else ""


def write_posts(
    folder: Path, count: int, *, seed: int = 7, latest: datetime = ARCHIVED, span: timedelta = ARCHIVE_SPAN
) -> int:
    """Write `count` posts below `folder`, dated from `latest` back; returns their bytes."""
    writer, total = Writer(seed, latest=latest, span=span), 0
    for number in range(count):
        below = folder / f"{number // POSTS_PER_FOLDER:05d}"
        below.mkdir(parents=True, exist_ok=True)
        data = writer.post(number).encode()
        (below / f"{number:06d}.md").write_bytes(data)
        total += len(data)
    return total


def feeds(count: int, *, latest: datetime, seed: int = 11) -> list[bytes]:
    """Invent `count` feeds, whose newest articles are of `latest`."""
    writer = Writer(seed, latest=latest)
    return [writer.feed(number) for number in range(count)]
