"""The playground's invented news: posts that arrive in a folder one by one, each with a picture and a web page.

The posts lie in `posts/` (front matter and HTML, `{base_url}`, `{site_url}` and `{date}` filled in on arrival), their
pictures in `pictures/<slug>.jpg`. `SampleNews` writes only into its folder, never overwrites a post, and is given the
time.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import lru_cache
from html import escape
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from bot.playground.samples.feed import FEED_NAME, Item, rss

INITIAL_SAMPLES = 34  # three quarters of the posts are there at the start, the rest arrive on request
INITIAL_SPREAD = timedelta(hours=20)

# The sites of the invented newspapers. Nobody can own such a name (RFC 2606).
SITES = {
    "Marensund Courier": "marensund-courier.example",
    "望潮日報": "wongchiu-daily.example",
    "Wongchiu Post": "wongchiu-post.example",
    "雲浦文藝": "wanpu-arts.example",
    "The Aldermoor Review": "aldermoor-review.example",
    "Kestrel Weekly": "kestrel-weekly.example",
    "潮凪新聞": "shionagi-shimbun.example",
    "صحيفة الأفق الجديد": "ufuq-jadid.example",
    "El Faro de Alisio": "faro-alisio.example",
    "Falkensunder Anzeiger": "falkensunder-anzeiger.example",
    "Bergblatt Oberlinden": "bergblatt.example",
    "Ветрогорский вестник": "vetrogorsk.example",
    "नीलधारा समाचार": "neeldhara.example",
    "Diário da Maresia": "diario-maresia.example",
    "临岚晚报": "linlan-evening.example",
    "白鹭湾观察": "bailuwan.example",
    "La Gazette de Liseron": "gazette-liseron.example",
    "해솔일보": "haesol-ilbo.example",
}

_FRONT_MATTER = re.compile(r"\A\s*---\n(?P<head>.*?)\n---\n(?P<body>.*)\Z", re.DOTALL)
_FILES = resources.files("bot.playground.samples")
_RTL_LANGUAGES = ("ar", "fa", "he", "ur")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """An invented article. `template` is the whole post, `body` its HTML; both still hold the placeholders."""

    slug: str
    language: str
    title: str
    category: str  # the path as the bot shows it: World › Asia
    filename: str
    author: str
    public: bool  # the post links to its page
    body: str  # HTML with {base_url}
    template: str  # the whole post with {base_url}, {site_url} and {date}


@lru_cache(maxsize=1)
def load_samples() -> list[Sample]:
    """All samples in the order in which they arrive."""
    posts = _FILES.joinpath("posts").iterdir()
    return [_sample(entry) for entry in sorted(posts, key=lambda entry: entry.name)]


class SampleNews:
    """Writes the sample posts into `folder`; serves their pictures and pages below `base_url`."""

    def __init__(self, folder: Path, base_url: str) -> None:
        self._folder = folder
        self._base_url = base_url.rstrip("/")
        self._port = urlsplit(self._base_url).port or 80
        self._by_slug = {sample.slug: sample for sample in load_samples()}
        self._linked = 0  # how many links were asked for

    @property
    def hosts(self) -> tuple[str, ...]:
        """The newspapers' hosts with the playground's port: the bot is to find them on this machine."""
        return tuple(f"{host}:{self._port}" for host in SITES.values())

    def write_initial(self, now: datetime) -> None:
        """Write the first samples, their dates spread over the last hours; those already there stay as they are."""
        samples = load_samples()[:INITIAL_SAMPLES]
        step = INITIAL_SPREAD / len(samples)
        for position, sample in enumerate(samples):
            if not self._path(sample).exists():
                self._write(sample, now - INITIAL_SPREAD + step * (position + 0.5))

    def drop_next(self, now: datetime) -> Sample | None:
        """Write the next sample, dated `now`, and return it; None when all have been written."""
        for sample in load_samples():
            if not self._path(sample).exists():
                self._write(sample, now)
                return sample
        return None

    def next_link(self, language: str) -> str:
        """The address of a sample's page, another one each time; in this language, else in English."""
        mine = [sample for sample in load_samples() if sample.language.lower() == language.lower()]
        samples = mine or [sample for sample in load_samples() if sample.language == "en"]
        self._linked += 1
        return self._address(samples[-self._linked % len(samples)])

    def picture(self, slug: str) -> bytes:
        """The sample's picture as JPEG, 1200 by 675 pixels; KeyError for an unknown slug."""
        return _FILES.joinpath("pictures", f"{self._by_slug[slug].slug}.jpg").read_bytes()

    def page(self, slug: str) -> str:
        """The sample as a web page, as a news site would show it; KeyError for an unknown slug."""
        sample = self._by_slug[slug]
        # By the paper's own host, as on a news site: the bot lets a page's picture come from the page's host only.
        site = self._site(sample)
        body = sample.body.replace("{base_url}", site)
        direction = "rtl" if sample.language in _RTL_LANGUAGES else "ltr"
        address = self._address(sample)
        picture = f"{site}/samples/{slug}.jpg"
        title, author = escape(sample.title), escape(sample.author)
        return (
            f'<!doctype html>\n<html lang="{sample.language}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title} - {author}</title>\n'
            f'<meta name="author" content="{author}">\n<link rel="canonical" href="{address}">\n'
            f'<meta property="og:type" content="article">\n<meta property="og:title" content="{title}">\n'
            f'<meta property="og:site_name" content="{author}">\n<meta property="og:url" content="{address}">\n'
            f'<meta property="og:image" content="{picture}">\n{self._published(sample)}'
            f'<link rel="alternate" type="application/rss+xml" title="{author}" href="/samples/{FEED_NAME}">\n'
            '<link rel="stylesheet" href="/page/article.css">\n</head>\n<body>\n'
            f"<header><p>{author}</p></header>\n<main>\n<article>\n<h1>{title}</h1>\n{body}\n</article>\n</main>\n"
            "</body>\n</html>\n"
        )

    def feed(self, host: str) -> str:
        """The feed of the newspaper on this host: its posts that have arrived; KeyError for another host."""
        paper = {site: author for author, site in SITES.items()}[host]
        mine = [sample for sample in load_samples() if sample.author == paper]
        items = [
            Item(
                title=sample.title,
                address=self._address(sample),
                category=sample.category,
                date=date,
                body=sample.body.replace("{base_url}", self._site(sample)),
            )
            for sample in mine
            if (date := self._date(sample))
        ]
        return rss(paper, f"http://{host}:{self._port}/", items)

    def _address(self, sample: Sample) -> str:
        return f"{self._site(sample)}/samples/{sample.slug}"

    def _site(self, sample: Sample) -> str:
        return f"http://{SITES[sample.author]}:{self._port}"

    def _path(self, sample: Sample) -> Path:
        return self._folder / sample.filename

    def _write(self, sample: Sample, date: datetime) -> None:
        # Renamed into place: whoever watches the folder sees the whole post or none.
        stamp = format_datetime(date.astimezone(UTC), usegmt=True)
        text = sample.template.replace("{date}", stamp).replace("{base_url}", self._base_url)
        text = text.replace("{site_url}", self._site(sample))
        self._folder.mkdir(parents=True, exist_ok=True)
        unfinished = self._folder / f".{sample.filename}.part"
        unfinished.write_text(text, encoding="utf-8")
        os.replace(unfinished, self._path(sample))

    def _published(self, sample: Sample) -> str:
        """The `<meta>` tag with the date of the post; empty before the post has arrived."""
        date = self._date(sample)
        return f'<meta property="article:published_time" content="{escape(date)}">\n' if date else ""

    def _date(self, sample: Sample) -> str:
        """The date of the post; empty before it has arrived."""
        try:
            return str(_split(self._path(sample).read_text(encoding="utf-8"))[0]["date"])
        except FileNotFoundError:
            return ""


def _sample(entry: Traversable) -> Sample:
    source = entry.read_text(encoding="utf-8")
    head, body = _split(source)
    slug = entry.name.removesuffix(".md").split("-", 1)[1]
    return Sample(
        slug=slug,
        language=head["lang"],
        title=head["title"],
        category=" › ".join(head["categories"]),
        filename=f"{slug}.md",
        author=head["author"],
        public="link" in head,
        body=body.strip(),
        template=source,
    )


def _split(post: str) -> tuple[dict[str, Any], str]:
    parts = _FRONT_MATTER.match(post)
    if parts is None:
        raise ValueError("a sample without front matter")
    return yaml.load(parts["head"], Loader=yaml.BaseLoader), parts["body"]  # noqa: S506 - strings only
