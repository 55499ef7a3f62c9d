"""Hostile and broken bytes through real parsers, processes and store: charsets, bombs, titles, dates."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, TypeVar, cast
from xml.sax.saxutils import escape as xml_escape

import pytest

from bot.ingest.reports import SourceReport
from bot.models.articles import ParsedArticle, ParsedFeed, ParseFailed
from bot.models.fetching import Fetched, FetchKind
from bot.models.messages import RichContent
from bot.models.sources import SourceKind, SourceSpec
from bot.parsers.batches import page_article
from bot.parsers.feeds.xml_feed import parse_feed
from bot.parsers.pool import TIMEOUT_SECONDS, ParserPool
from bot.parsers.posts.post import parse_post
from bot.render.article import render_article_rich
from bot.render.classic import render_article_classic, render_classic
from bot.render.phrases import Reader
from bot.render.rich import render_rich
from bot.store import Store
from bot.text.charset import decode_html
from bot.text.clean import is_blank
from bot.text.markup import plain
from bot.texts import speaker
from bot.web.fetch import HttpFetcher
from tests.fakes import NOON, FakeClock, an_article
from tests.ingest.test_load import a_loader, an_rss
from tests.render.drawing import a_digest, an_item, read_classic, read_rich
from tests.watching import watched
from tests.web_server import Reply, WebServer, serve

_T = TypeVar("_T")
FORBIDDEN = set(
    "\x00\x01\x1f\x7f\u202a\u202e\u2066\u2069\u200e\u200f\u061c\ufeff\u00ad\ud800\udfff\U000e0067\U000e007f"
)
URL = "https://paper.example/feed.xml"

# --- row 32: charsets --------------------------------------------------------------------------

SENTENCES = {
    "gbk": "台风登陆，学校停课一天。交通部门提醒市民留意最新消息，避免前往海边。",
    "gb18030": "台风登陆，学校停课一天。交通部门提醒市民留意最新消息，避免前往海边。",
    "big5": "颱風登陸，學校停課一天。交通部門提醒市民留意最新消息，避免前往海邊。",
    "shift_jis": "台風が上陸し、学校は休みになりました。市民は海岸に近づかないでください。",
    "euc_jp": "台風が上陸し、学校は休みになりました。市民は海岸に近づかないでください。",
    "iso2022_jp": "台風が上陸し、学校は休みになりました。市民は海岸に近づかないでください。",
    "euc_kr": "태풍이 상륙해 학교가 하루 쉬었습니다. 시민들은 해안에 가까이 가지 마십시오.",
    "cp1251": "Тайфун вышел на сушу, занятия в школах отменены. Жителей просят не подходить к морю.",
    "koi8_r": "Тайфун вышел на сушу, занятия в школах отменены. Жителей просят не подходить к морю.",
    "cp1252": "Les écoles ont fermé « à cause » du typhon ; l’été s’achève près de la mer.",
    "utf-16": "颱風登陸，學校停課一天。",
    "utf-16-le": "颱風登陸，學校停課一天。",
    "utf-16-be": "颱風登陸，學校停課一天。",
    "utf-8-sig": "颱風登陸，學校停課一天。",
}
DECLARED = {
    "iso2022_jp": "iso-2022-jp",
    "utf-16-le": "utf-16",
    "utf-16-be": "utf-16",
    "utf-8-sig": "utf-8",
    "cp1252": "iso-8859-1",
}


def a_feed_text(title: str, *, encoding: str = "", body: str = "") -> str:
    declaration = f'<?xml version="1.0" encoding="{encoding}"?>' if encoding else ""
    item = f"<item><title>{title}</title><guid>1</guid><description>{body or title}</description></item>"
    return f'{declaration}<rss version="2.0"><channel><title>Paper</title>{item}</channel></rss>'


@pytest.mark.parametrize("codec", sorted(SENTENCES))
async def test_a_feed_of_any_charset_comes_through_the_client_readable(codec: str) -> None:
    title = SENTENCES[codec]
    declared = DECLARED.get(codec, codec)
    inside = Reply(body=a_feed_text(title, encoding=declared).encode(codec), content_type="text/xml")
    in_header = Reply(body=a_feed_text(title).encode(codec), content_type=f"text/xml; charset={declared}")
    async with serve({"/inside": inside, "/header": in_header}) as web:
        fetcher = HttpFetcher(trusted_hosts=[web.trusted])
        try:
            fetched = [
                await fetcher.fetch(web.url(path), kind=FetchKind.FEED, for_owner=True)
                for path in ("/inside", "/header")
            ]
        finally:
            await fetcher.aclose()
    for outcome in fetched:
        assert isinstance(outcome, Fetched)
        parsed = parse_feed(outcome.body, url=URL, content_type=outcome.content_type, charset=outcome.charset)
        assert isinstance(parsed, ParsedFeed), parsed
        assert parsed.articles[0].title == title


@pytest.mark.parametrize(
    "declared", ["idna", "hex", "rot13", "rot_13", "utf-7", "bogus", "base64", "zip", "bz2", "punycode"]
)
def test_a_charset_that_is_none_is_passed_over_in_feeds_pages_and_posts(declared: str) -> None:
    title = SENTENCES["big5"]
    found = parse_feed(a_feed_text(title, encoding=declared).encode(), url=URL, charset=declared)
    assert isinstance(found, ParsedFeed)
    assert found.articles[0].title == title
    paragraphs = f"<p>{title * 5}</p>" * 4
    html = f'<html><head><meta charset="{declared}"><title>{title}</title></head><body><article>{paragraphs}</article>'
    page = page_article(html.encode(), url=URL, charset=declared)
    assert isinstance(page, ParsedArticle)
    assert title in page.text
    post = parse_post(f"---\ntitle: {title}\n---\n<meta charset={declared}><p>{title}".encode(), stem="x")
    assert isinstance(post, ParsedArticle)
    assert post.text == title


def test_bytes_of_two_charsets_in_one_document_leave_most_of_it_readable() -> None:
    text = SENTENCES["big5"] * 20
    mixed = text.encode() + "<p>écoles</p>".encode("latin-1") + text.encode()
    decoded = decode_html(mixed)
    assert decoded.count(SENTENCES["big5"]) == 40
    assert "coles" in decoded


# --- row 33: bodies that name files ------------------------------------------------------------


@pytest.mark.parametrize("name", ["/etc/passwd", "file:///etc/passwd", "/proc/self/environ", "http://127.0.0.1:1/"])
def test_a_body_that_names_a_file_or_address_opens_neither(name: str) -> None:
    drawn = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{name}"><!ENTITY % y SYSTEM "{name}">%y;]>{a_feed_text("T &x;")}'
    included = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{name}" parse="text"/>'
    include = f"<rss><channel><title>{included}</title></channel></rss>"
    page = f'<!DOCTYPE html SYSTEM "{name}"><title>&x;</title><link rel=import href="{name}"><p>{"word " * 200}'
    post = f"---\ntitle: !!python/object/apply:builtins.open ['{name}']\ndate: !include {name}\n---\n<p>text</p>"
    parse_feed(b"warm", url=URL)
    parse_post(b"---\ntitle: warm\n---\nwarm", stem="x")
    page_article(page.replace(name, "").encode(), url=URL)
    with watched("open", "socket.connect", "urllib.Request", "subprocess.Popen", "os.system") as seen:
        assert isinstance(parse_feed(name.encode(), url=URL), ParseFailed)
        for body in (
            drawn,
            include,
            f'<?xml-stylesheet href="{name}"?>{drawn}',
            f'<?xml version="1.0" standalone="no"?>{drawn}',
        ):
            found = parse_feed(body.encode(), url=URL)
            assert "root:" not in str(found)
        page_article(page.encode(), url=URL)
        parse_post(post.encode(), stem="x")
    assert seen == []


# --- row 34: bombs through the whole loading ---------------------------------------------------

LAUGHS = "".join(f"<!ENTITY l{n} '{chr(38)}l{n - 1};" + f"{chr(38)}l{n - 1};" * 9 + "'>" for n in range(1, 12))
LAUGHS = f"<!DOCTYPE rss [<!ENTITY l0 'ha'>{LAUGHS}]>"
BLOW_UP = "<!DOCTYPE rss [<!ENTITY a '" + "a" * 50_000 + "'>]>"
BOMBS = {
    "laughs": LAUGHS + a_feed_text("T &l11;"),
    "blow-up": BLOW_UP + a_feed_text("&a;" * 50_000),
    "xxe": '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + a_feed_text("T &x;"),
    "comments": a_feed_text("T", body=xml_escape("<!--" * 50_000)),
    "raw-comments": "<!--" * 50_000,
    "nested": a_feed_text("T", body=xml_escape("<div>" * 100_000)),
    "nested-xml": "<rss><channel>" + "<item>" * 100_000,
    "items": f'<rss version="2.0"><channel>{"<item><title>t</title></item>" * 50_000}</channel></rss>',
    "nul": a_feed_text("T\x00", body="\x00" * 100_000),
    "attributes": "<rss " + " ".join(f"a{n}='1'" for n in range(50_000)) + "><channel/></rss>",
    "json": "[" * 100_000,
    "json-items": '{"version":"https://jsonfeed.org/version/1","items":[' + ",".join(['{"id":"1"}'] * 50_000) + "]}",
    "marks": a_feed_text("T", body="a" + "\u0301\u0316" * 50_000),
    "figure": a_feed_text("T", body=xml_escape("<figure>" + "<p>x" * 50_000)),
    "ruby": a_feed_text("T", body=xml_escape("<ruby>" + "<rt>x" * 50_000)),
    "srcset": a_feed_text("T", body=xml_escape(f'<img srcset="{"a" * 8000} b">' * 20)),
    "empty": "",
    "binary": "\x00\xff" * 1000,
}


_sleep = cast("Callable[[float], ParseFailed]", time.sleep)  # a worker finds it by name; none waits for its result


class HangingPool(ParserPool):
    """Real workers, in which one body keeps its parser for ever."""

    async def run(self, function: Callable[..., _T], *args: Any, **options: Any) -> _T | ParseFailed:
        if args[0] == b"HANG":
            return await super().run(_sleep, 3600)
        return await super().run(function, *args, **options)


async def loaded_with_bombs(store: Store, clock: FakeClock, *, seconds: float) -> dict[str, SourceReport]:
    """The reports on every bomb, on a feed that hangs its parser and on two honest ones, read together."""
    replies = {f"/{name}": Reply(body=body.encode()) for name, body in BOMBS.items()}
    async with serve(
        {**replies, "/hang": Reply(body=b"HANG"), "/first": an_rss("a"), "/last": an_rss("b", "c")}
    ) as web:
        for name in ("first", "hang", *BOMBS, "last"):
            spec = SourceSpec(name=name, kind=SourceKind.FEED, location=web.url(f"/{name}"))
            await store.sources.add(spec, now=NOON)
        pool, fetcher = HangingPool(timeout=seconds), HttpFetcher(trusted_hosts=[web.trusted])
        try:
            reports = await a_loader(store, clock, fetcher, pool).refresh_due()
        finally:
            await pool.aclose()
            await fetcher.aclose()
    return {report.name: report for report in reports}


@pytest.mark.no_cover  # it would take minutes traced, and others run the same lines
async def test_bombs_cost_their_own_feed_alone(store: Store, clock: FakeClock) -> None:
    reports = await loaded_with_bombs(store, clock, seconds=2)
    assert set(reports) == {"first", "hang", *BOMBS, "last"}
    assert (reports["first"].new, reports["last"].new) == (1, 2)
    assert "took too long" in (reports["hang"].error or "")
    assert all(report.remedy for report in reports.values() if report.error)


@pytest.mark.faults
@pytest.mark.parametrize("name", sorted(BOMBS))
def test_no_bomb_needs_the_ten_seconds_of_a_worker(name: str) -> None:
    started = time.process_time()
    assert isinstance(parse_feed(BOMBS[name].encode(), url=URL), ParsedFeed | ParseFailed)
    assert time.process_time() - started < TIMEOUT_SECONDS


# --- row 35: feeds that are odd, not hostile ---------------------------------------------------


async def read_twice(store: Store, clock: FakeClock, web: WebServer, *bodies: str) -> list[tuple[int, str | None]]:
    """For each body: how many articles were new, and the error."""
    found = []
    fetcher = HttpFetcher(trusted_hosts=[web.trusted])
    try:
        source = await store.sources.add(
            SourceSpec(name="odd", kind=SourceKind.FEED, location=web.url("/odd")), now=NOON
        )
        for body in bodies:
            web.replies["/odd"] = Reply(body=body.encode())
            report = await a_loader(store, clock, fetcher).refresh(await store.sources.get("odd") or source)
            held = await store.articles.many(report.new_ids)
            assert all(article.published_at <= NOON for article in held)  # a date to come is no date
            found.append((report.new, report.error))
    finally:
        await fetcher.aclose()
    return found


async def test_empty_feeds_web_pages_and_absurd_dates_flood_nobody(store: Store, clock: FakeClock) -> None:
    def items(*dates: str) -> str:
        told = "".join(f"<item><title>t{n}</title><pubDate>{date}</pubDate></item>" for n, date in enumerate(dates))
        return f'<rss version="2.0"><channel><title>P</title>{told}</channel></rss>'

    async with serve() as web:
        found = await read_twice(
            store,
            clock,
            web,
            items(),
            "<!DOCTYPE html><html><body>Not a feed</body></html>",
            items("Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 01 Jan 2100 00:00:00 GMT", "", "never", "0000-00-00"),
            items("Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 01 Jan 2100 00:00:00 GMT", "", "never", "0000-00-00"),
        )
    assert [(new, error is None) for new, error in found] == [(0, True), (0, False), (5, True), (0, True)]


# --- row 36: titles ----------------------------------------------------------------------------

TITLES = (
    "<b>Bold</b> & <i>brash</i>", "AT&amp;T &lt;script&gt;", "\"Quoted\" 'twice' `thrice`", "a\u202egnp.exe",
    "x\u2066y\u2069z\u200f\u061c", "Z" + "\u0335\u0321\u0489" * 60 + "algo", "NUL\x00in\x01the\x1fmiddle\x7f",
    "lone \ud800 surrogate \udfff", "x" * 10_240, "", " \u200b\u2060\u3164 ",
    "👩‍👩‍👧‍👦 🏴\U000e0067\U000e0062\U000e007f 🇺🇳 ❤️‍🔥", "</p></blockquote></details><img src=x onerror=alert(1)>",
    "[a](javascript:alert(1))", "&#x202e;&#0;&#xd800;&#x110000;", "<![CDATA[x]]>", "{{7*7}} ${7*7} %s %n \\",
    "@everyone /start #tag https://evil.example", "\ufeff\u00ad", "ﷺ" * 300, "\U0001f468" * 400, "a\u0300" * 500,
    "\r\n\tx\u2028y",
)  # fmt: skip


def titled(title: str) -> list[str]:
    """What each parser makes of the title."""
    as_xml = xml_escape(title).encode("utf-8", "surrogatepass")
    rss = (
        b'<rss version="2.0"><channel><item><title>'
        + as_xml
        + b"</title><link>https://a.example/1</link></item></channel></rss>"
    )
    feed = parse_feed(rss, url=URL)
    assert isinstance(feed, ParsedFeed)
    post = parse_post(
        f"---\ntitle: {title}\n---\n<p>{'The body. ' * 50}</p>".encode("utf-8", "surrogatepass"), stem="x"
    )
    assert isinstance(post, ParsedArticle)
    return [feed.articles[0].title, post.title]


@pytest.mark.parametrize("title", TITLES)
def test_any_title_is_shown_safely_and_is_never_empty(title: str) -> None:
    reader = Reader(say=speaker("en"), language="en", zone="UTC", bot_username="b")
    for shown in titled(title):
        assert not is_blank(shown)
        assert len(shown) <= 300
        assert not FORBIDDEN & set(shown)
        article = an_article(1, title=shown, source_name=shown, authors=(shown,), text=shown)
        digest = a_digest(an_item(1, title=shown, source_name=shown, also=(article,)), more=(article,))
        rich = [
            render_rich(digest, reader),
            render_article_rich(article, reader, pictures={}),
        ]
        for page in rich:
            read_rich(page)
            assert not FORBIDDEN & set(page.html)
            assert shown[:200] in plain(page.html)
        for content in (
            *render_classic(digest, reader),
            *render_article_classic(article, reader, pictures={}),
        ):
            assert not isinstance(content, RichContent)
            read_classic(content.html, limit=4096)
            assert not FORBIDDEN & set(content.html)
