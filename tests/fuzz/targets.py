"""What no bytes may break: one function a decoder, parser or renderer, which raises where a promise does not hold."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from bot.chat.wording import MAX_CHARACTERS
from bot.filters.grammar import parse_rules, rule_key, rule_text
from bot.filters.query import parse_query, parse_unfinished
from bot.models.articles import ParsedArticle, ParsedFeed, ParseFailed
from bot.models.messages import RichContent
from bot.parsers.batches import page_article
from bot.parsers.feeds.xml_feed import parse_feed
from bot.parsers.html.blocks import blocks_text, html_blocks
from bot.parsers.posts.front_matter import split_front_matter
from bot.parsers.posts.post import parse_post
from bot.render.article import render_article_rich
from bot.render.classic import render_article_classic
from bot.text.charset import decode_html
from bot.text.clean import clean_markup_title, clean_text, is_blank
from bot.text.dates import parse_date
from bot.text.markup import escape, plain, safe_url, shorten, split_html, utf16_length
from bot.text.quiet import format_quiet, parse_quiet
from bot.text.schedule import format_schedule, is_zone, parse_recap, parse_schedule
from bot.text.time_zones import find_zone
from bot.texts import speaker
from bot.web.addresses import Target, TrustedHosts, check_url
from bot.web.bodies import BodyReader, BodyRefused
from bot.web.urls import canonical_url
from tests.fakes import an_article
from tests.render.drawing import READER, read_classic, read_rich

URL = "https://paper.example/feed.xml"
DECLARED = (None, "utf-8", "gbk", "utf-16", "iso-2022-jp", "idna", "cp1252", "johab")
SAY = speaker("en")


@dataclass(frozen=True, slots=True, kw_only=True)
class FuzzTarget:
    """A promise to be broken, and inputs to start from."""

    check: Callable[[bytes], None]
    seeds: tuple[bytes, ...]


def decoding(data: bytes) -> None:
    """Any bytes are text, whatever charset they claim."""
    text = decode_html(data[1:], declared=DECLARED[data[0] % len(DECLARED)] if data else None)
    assert isinstance(text, str)


def cleaning(data: bytes) -> None:
    """Cleaning is idempotent and leaves nothing that misleads."""
    text = clean_text(data.decode("utf-8", "surrogateescape"))
    assert clean_text(text) == text
    assert not set(text) & set("\x00\u202e\u2066\u200f\ufeff\ud800")
    title = clean_markup_title(text)
    assert len(title) <= 300
    assert "\n" not in title


def showing(data: bytes) -> None:
    """Any markup becomes messages that Telegram takes and that hold all its text."""
    blocks = html_blocks(decode_html(data), URL)
    article = an_article(1, blocks=blocks, text=blocks_text(blocks) or "x")
    page = render_article_rich(article, READER, pictures={})
    read_rich(page)
    for content in render_article_classic(article, READER, pictures={}):
        assert not isinstance(content, RichContent)
        read_classic(content.html, limit=4096)
    if "Read on" not in page.html:
        assert _letters(" ".join(text for block in blocks for text in (block.text, *block.items))) <= _letters(
            plain(page.html)
        )


def feeds(data: bytes) -> None:
    """Any bytes are a feed or a reason; no title is empty."""
    match parse_feed(data, url=URL):
        case ParsedFeed(articles=articles):
            assert not any(is_blank(article.title) for article in articles)
            assert len({article.key for article in articles}) == len(articles)
        case ParseFailed(reason=reason):
            assert reason


def posts(data: bytes) -> None:
    """Any bytes are a post or a reason, and the same bytes the same post."""
    parsed = parse_post(data, stem="x")
    assert parsed == parse_post(data, stem="x")
    if isinstance(parsed, ParsedArticle):
        assert not is_blank(parsed.title)
        assert parsed.url is None or safe_url(parsed.url)
        read_rich(
            render_article_rich(replace(an_article(1, title=parsed.title), authors=parsed.authors), READER, pictures={})
        )


def pages(data: bytes) -> None:
    """Any bytes are a page's article or a reason."""
    parsed = page_article(data, url=URL)
    if isinstance(parsed, ParsedArticle):
        assert not is_blank(parsed.title)
        assert parsed.thumbnail_url is None or safe_url(parsed.thumbnail_url)


def front_matter(data: bytes) -> None:
    """Front matter gives strings, lists and dicts alone."""
    parts = split_front_matter(f"---\n{data.decode('utf-8', 'replace')}")
    assert all(isinstance(key, str) for key in parts.fields)
    assert all(isinstance(value, str | list | dict) or value is None for value in parts.fields.values())


def splitting(data: bytes) -> None:
    """Parts keep their limits and lose nothing but white space."""
    text = data[1:].decode("utf-8", "replace")
    limit = 40 + (data[0] if data else 0)  # a character with all its joiners may take 38
    parts = split_html(f"<b>{escape(text)}</b>", limit=limit)
    assert all(utf16_length(plain(part)) <= limit for part in parts)
    assert "".join("".join(map(plain, parts)).split()) == "".join(plain(escape(text)).split())
    assert utf16_length(shorten(text, limit)) <= limit


def addresses(data: bytes) -> None:
    """A URL that may be tried is written in one way that every parser reads alike."""
    text = data.decode("utf-8", "replace")
    target = check_url(text, trusted=TrustedHosts())
    if isinstance(target, Target):
        assert target.url.isascii()
        assert (urlsplit(target.url).hostname or "").strip("[]") == target.host
        again = check_url(target.url, trusted=TrustedHosts())
        assert isinstance(again, Target)
        assert again.url == target.url
    canonical = canonical_url(text)
    assert canonical is None or canonical_url(canonical) == canonical


def typing(data: bytes) -> None:
    """What people type is understood, or is not; what was understood is read back from what is shown of it."""
    text = data.decode("utf-8", "replace")
    schedule = parse_schedule(text)
    assert schedule is None or parse_schedule(format_schedule(schedule)) == schedule
    quiet = parse_quiet(text)
    assert quiet is None or parse_quiet(format_quiet(quiet)) == quiet
    rules = parse_rules(text)
    if isinstance(rules, tuple):
        again = parse_rules(" ".join(map(rule_text, rules)))
        assert isinstance(again, tuple)
        assert set(map(rule_key, again)) == set(map(rule_key, rules))
    parse_query(text)
    parse_unfinished(text)
    parse_recap(text)
    moment = parse_date(text)
    assert moment is None or moment.tzinfo is not None


def places(data: bytes) -> None:
    """A place that somebody names is a time zone, or several to choose from, or none."""
    found = find_zone(data.decode("utf-8", "replace")[:MAX_CHARACTERS])
    assert all(map(is_zone, filter(None, (found.zone, *found.offers))))


def unpacking(data: bytes) -> None:
    """Unpacking stops at the cap."""
    encoding = ("gzip", "deflate", "br", "")[data[0] % 4] if data else ""
    reader = BodyReader(encoding, cap=10_000)
    with suppress(BodyRefused):
        for start in range(1, len(data), 7):
            reader.feed(data[start : start + 7])
        assert len(reader.finish()) <= 10_000


def _letters(text: str) -> set[str]:
    return {character for character in text if character.isalpha()}  # numbers of items are drawn by Telegram


_RSS = (
    b'<rss version="2.0"><channel><title>T</title><item><title>A &amp; b</title><link>/1</link></item></channel></rss>'
)
_ATOM = (
    b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="html">&lt;b&gt;x</title><id>1</id></entry></feed>'
)
_JSON = b'{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","content_html":"<p>x"}]}'
_HTML = (
    b"<div><h2>T</h2><p>a<br>b <img srcset='/a.jpg 1x, /b.jpg 300w'><ul><li>x<ol start=3><li>y</ol></ul>"
    b"<table><tr><td>1<td>2<tr><td>3<td>4</table><figure><img src=/a.jpg><figcaption>c</figcaption></figure>"
    b"<pre> x</pre><blockquote>q</blockquote>"
)
_PAGE = (
    b"<!DOCTYPE html><html lang=en><head><title>T - Paper</title><meta property=og:image content=/a.jpg>"
    b"<link rel=canonical href=/x><script type=application/ld+json>"
    b'{"@type":"NewsArticle","headline":"T"}</script></head><body><article>'
    b"<h1>T</h1>" + b"<p>The new bridge over the harbour opened on Monday.</p>" * 12 + b"</article></body></html>"
)
_POST = b"---\ntitle: 'A: b'\ncategories:\n    - X\n    - Y\ndate: Mon, 02 Mar 2026 08:00:00 GMT\n---\n<div>" + _HTML
TARGETS = {
    "decoding": FuzzTarget(check=decoding, seeds=(b"\x00<meta charset=gbk>\xc4\xe3", "\x03<rss>颱".encode("utf-16"))),
    "cleaning": FuzzTarget(check=cleaning, seeds=("a\u0301\u202e<b>&amp;".encode(), b"\xed\xa0\x80", _HTML)),
    "showing": FuzzTarget(check=showing, seeds=(_HTML, b"<iframe src=//youtube.com/embed/x></iframe>", b"<<a>")),
    "feeds": FuzzTarget(check=feeds, seeds=(_RSS, _ATOM, _JSON, b"<!DOCTYPE html>")),
    "posts": FuzzTarget(check=posts, seeds=(_POST, b"+++\ntitle='x'\n+++\n*m*", b"plain")),
    "pages": FuzzTarget(check=pages, seeds=(_PAGE, _HTML)),
    "front_matter": FuzzTarget(check=front_matter, seeds=(_POST, b"a: &a [*a]\n---\n", b"title: 'x' y\n---")),
    "splitting": FuzzTarget(check=splitting, seeds=("\x00a 😀👨‍👩‍👧 <&> 。".encode(), b"\x10" + b"word " * 40)),
    "addresses": FuzzTarget(check=addresses, seeds=(b"https://a.example:443/%7e?b=c#d", "http://①.b。c/".encode())),
    "typing": FuzzTarget(
        check=typing,
        seeds=(
            *(
                text.encode()
                for text in ("weekdays 7:30 and 18:00", "平日 ８點半 早上八點", "пн 8:00 вечером", "sundays recap")
            ),
            *(
                text.encode()
                for text in ("10 pm to 7 except alerts", "晚上10點到早上7點", "22:00-07:00", "halb acht bis 9 Uhr")
            ),
            *(text.encode() for text in ('-"a b" +c source:"The Paper" lang:en,zh', "-source:x 颱風", "‘a b’ -#1")),
            *(
                text.encode()
                for text in ("Paris, Texas", "UTC+05:30", "Tue, 03 Mar 2026 08:00:00 GMT+0800 (CST)", "今日")
            ),
        ),
    ),
    "places": FuzzTarget(
        check=places,
        seeds=tuple(
            text.encode() for text in ("Paris, Texas", "UTC+05:30", "I live in Osaka", "st. petersburg", "臺北")
        ),
    ),
    "unpacking": FuzzTarget(check=unpacking, seeds=(b"\x00\x1f\x8b\x08\x00", b"\x01x\x9c", b"\x02abc")),
}
