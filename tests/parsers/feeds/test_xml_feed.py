from __future__ import annotations

import calendar
import gzip
import time
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.models.articles import BlockKind, FeedProblem, ParsedArticle, ParsedFeed, ParseFailed
from bot.parsers.feeds.xml_feed import MAX_ATTRIBUTES, MAX_ENTRIES, MAX_UNPACKED_BYTES, feed_text, parse_feed
from tests.watching import watched

URL = "https://news.example/feeds/all.xml"
NAMESPACES = (
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" '
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" '
    'xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"'
)


def rss(*items: str, head: str = "<title>All news</title>") -> bytes:
    entries = "".join(f"<item>{item}</item>" for item in items)
    return f'<rss version="2.0" {NAMESPACES}><channel>{head}{entries}</channel></rss>'.encode()


def atom(*entries: str, head: str = "<title>All news</title>", attributes: str = "") -> bytes:
    inside = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return f'<feed xmlns="http://www.w3.org/2005/Atom" {attributes}>{head}{inside}</feed>'.encode()


def feed(body: bytes, **given: Any) -> ParsedFeed:
    parsed = parse_feed(body, **{"url": URL, **given})
    assert isinstance(parsed, ParsedFeed), parsed
    return parsed


def only(body: bytes, **given: Any) -> ParsedArticle:
    [article] = feed(body, **given).articles
    return article


def reason(body: bytes) -> str:
    parsed = parse_feed(body, url=URL)
    assert isinstance(parsed, ParseFailed)
    return parsed.reason


def test_an_rss_item_becomes_an_article() -> None:
    article = only(
        rss(
            "<title>Harbour &amp;amp; &lt;b&gt;bridge&lt;/b&gt;</title><link>/2026/bridge?utm_source=rss</link>"
            '<guid isPermaLink="false">n-1</guid><pubDate>Mon, 02 Mar 2026 10:00:00 +0800</pubDate>'
            "<dc:creator>Ada Writer</dc:creator><author>desk@news.example (The Desk)</author>"
            "<category>World</category><category>Ports/Ships</category><category>World</category>"
            "<description>&lt;p&gt;Short.&lt;/p&gt;</description>"
            '<content:encoded><![CDATA[<p>The bridge opened.</p><img src="pic.jpg">'
            "<p>It is long.</p>]]></content:encoded>"
        )
    )
    assert article.title == "Harbour & bridge"
    assert article.url == "https://news.example/2026/bridge"
    assert article.key == "n-1"
    assert article.published_at == datetime(2026, 3, 2, 2, tzinfo=UTC)
    assert article.text == "The bridge opened.\nIt is long."
    assert [block.kind for block in article.blocks] == [BlockKind.PARAGRAPH, BlockKind.PICTURE, BlockKind.PARAGRAPH]
    assert article.thumbnail_url == "https://news.example/2026/pic.jpg"
    assert article.categories == (("World",), ("Ports／Ships",))
    assert "Ada Writer" in article.authors


def test_what_the_feed_says_of_itself() -> None:
    parsed = feed(
        rss(
            "<title>One</title>",
            head="<title>News &amp;amp; more</title><link>https://news.example/</link><language>zh-TW</language>"
            "<ttl>30</ttl>",
        )
    )
    assert (parsed.title, parsed.link, parsed.language) == ("News & more", "https://news.example/", "zh-TW")
    assert parsed.ttl == timedelta(minutes=30)
    assert parsed.articles[0].language == "zh-TW"


@pytest.mark.parametrize(
    ("head", "ttl"),
    [
        ("<ttl>0</ttl>", None),
        ("<ttl>soon</ttl>", None),
        ("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>", timedelta(minutes=30)),
        ("<sy:updatePeriod> Daily </sy:updatePeriod>", timedelta(days=1)),
        ("<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>", timedelta(days=1)),
        ("<sy:updatePeriod>often</sy:updatePeriod>", None),
    ],
)
def test_how_often_a_feed_changes(head: str, ttl: timedelta | None) -> None:
    assert feed(rss("<title>One</title>", head=head)).ttl == ttl


def test_an_atom_entry_becomes_an_article() -> None:
    article = only(
        atom(
            "<id>tag:news.example,2026:1</id><title>Tags like &lt;b&gt; explained</title>"
            '<link rel="self" href="https://news.example/self"/><link href="a/1"/>'
            "<updated>2026-03-02T12:00:00Z</updated><author><name>Ada</name></author>"
            '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One <a href="x">two</a>.</p></div>'
            "</content>",
            attributes='xml:lang="de"',
        )
    )
    assert article.title == "Tags like <b> explained"
    assert article.url == "https://news.example/feeds/a/1"
    assert article.text == "One two."
    assert article.published_at == article.updated_at == datetime(2026, 3, 2, 12, tzinfo=UTC)
    assert (article.authors, article.language) == (("Ada",), "de")


def test_addresses_resolve_against_xml_base() -> None:
    article = only(
        atom(
            "<id>1</id><title>T</title><link href='story'/>"
            "<content type='html' xml:base='https://cdn.example/pics/'>&lt;img src='a.jpg' width='600'&gt;</content>",
            attributes="xml:base='https://other.example/'",
        )
    )
    assert article.url == "https://other.example/story"
    assert article.thumbnail_url == "https://cdn.example/pics/a.jpg"


@pytest.mark.parametrize(
    ("item", "url"),
    [
        ("<link>https://a.example/1</link>", "https://a.example/1"),
        ("<guid>https://a.example/2</guid>", "https://a.example/2"),
        ('<guid isPermaLink="false">https://a.example/3</guid>', "https://a.example/3"),
        ('<guid isPermaLink="false">12</guid>', None),
        ("<guid>12</guid>", None),
        ("<guid>/news/12</guid>", "https://news.example/news/12"),
        ("<link>javascript:alert(1)</link>", None),
        ('<enclosure url="https://a.example/4.mp3" type="audio/mpeg" length="1"/>', "https://a.example/4.mp3"),
        (
            "<link>https://counter.example/x</link><feedburner:origLink>https://a.example/5</feedburner:origLink>",
            "https://a.example/5",
        ),
    ],
)
def test_where_an_article_is_read(item: str, url: str | None) -> None:
    assert only(rss(f"<title>T</title>{item}")).url == url


@pytest.mark.parametrize(
    ("item", "picture"),
    [
        ('<media:thumbnail url="t.jpg"/>', "https://a.example/t.jpg"),
        (
            '<media:thumbnail url="t.jpg" width="150"/><media:content url="big.jpg" medium="image" width="900"/>',
            "https://a.example/big.jpg",
        ),
        ('<media:content url="film.mp4" type="video/mp4"/><media:thumbnail url="t.jpg"/>', "https://a.example/t.jpg"),
        ('<media:thumbnail url="dot.gif" width="1"/><description>&lt;img src="in.jpg"&gt;</description>', "in.jpg"),
        ('<enclosure url="https://a.example/e.jpg" type="image/jpeg" length="1"/>', "https://a.example/e.jpg"),
        ('<itunes:image href="https://a.example/cover.jpg"/>', "https://a.example/cover.jpg"),
        ('<media:thumbnail url=""/>', None),
        ('<media:content url="https://a.example/n.jpg?w=9"/>', "https://a.example/n.jpg?w=9"),
        ('<media:content url="https://a.example/n.jpg" type="audio/mpeg"/>', None),
        ('<media:content url="https://a.example/story"/>', None),
        ('<enclosure url="https://a.example/e.webp" type="application/octet-stream"/>', "https://a.example/e.webp"),
        ('<media:thumbnail url="t.jpg" width="75" height="75"/><media:content url="b.jpg" medium="image"/>', "b.jpg"),
        ('<media:content url="https://a.example/site-logo.png" medium="image"/>', None),
    ],
)
def test_the_best_picture_is_chosen(item: str, picture: str | None) -> None:
    article = only(rss(f"<title>T</title><link>https://a.example/</link>{item}"))
    assert article.thumbnail_url == (picture if picture is None or "://" in picture else f"https://a.example/{picture}")


def test_further_pictures_are_kept_for_where_the_first_cannot_be_had() -> None:
    item = (
        '<media:content url="https://a.example/huge.jpg" medium="image" width="4000"/>'
        '<media:content url="https://a.example/wide.jpg" medium="image" width="1400"/>'
        "<description>&lt;img src='https://a.example/in.jpg'&gt; &lt;img src='https://a.example/s.jpg' width=80&gt;"
        "</description>"
    )
    article = only(rss(f"<title>T</title>{item}"))
    assert article.thumbnail_url == "https://a.example/wide.jpg"
    assert article.more_pictures == ("https://a.example/huge.jpg", "https://a.example/in.jpg")


def test_the_summary_stands_in_where_the_content_says_less() -> None:
    item = (
        "<title>T</title><description>A long and telling summary.</description><content:encoded>More</content:encoded>"
    )
    assert only(rss(item)).text == "A long and telling summary."
    picture_only = "<title>T</title><content:encoded>&lt;img src='https://a.example/p.jpg'&gt;</content:encoded>"
    assert only(rss(picture_only)).thumbnail_url == "https://a.example/p.jpg"


def test_titles_are_never_empty_and_hold_no_markup_or_tricks() -> None:
    parsed = feed(
        rss(
            "<title></title><description>&lt;p&gt;The first words are the title. More.&lt;/p&gt;</description>",
            "<title> \u202e </title><link>https://a.example/x</link>",
            "<link>https://a.example/y</link><description>&lt;figure&gt;&lt;img src='/p.jpg'&gt;"
            "&lt;figcaption&gt;A bridge&lt;/figcaption&gt;&lt;/figure&gt;</description>",
            "<title>&lt;i&gt;Left\u202e right\u2066&lt;/i&gt; &amp;quot;x&amp;quot;</title>",
            "<title>\U0001f468\u200d\U0001f469 family</title>",
            "<pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate>",
        )
    )
    assert [article.title for article in parsed.articles] == [
        "The first words are the title. More.",
        "https://a.example/x",
        "A bridge",
        'Left right "x"',
        "\U0001f468\u200d\U0001f469 family",
    ]
    assert "1 entries without title, text and address were left out." in parsed.notes


def addresses(*links: str, page: str = "https://a.example/") -> list[str | None]:
    """The addresses of entries with these links, in a feed of this page."""
    items = (f"<title>{number}</title><link>{link}</link>" for number, link in enumerate(links))
    parsed = parse_feed(rss(*items, head=f"<title>T</title><link>{page}</link>"), url=URL)
    assert isinstance(parsed, ParsedFeed)
    return [article.url for article in parsed.articles]


@pytest.mark.parametrize(
    ("links", "shown"),
    [
        (
            ["https://a.example/log#v1", "https://a.example/log#v 2"],
            ["https://a.example/log#v1", "https://a.example/log#v%202"],
        ),
        (["https://a.example/log#v1", "https://a.example/log"], ["https://a.example/log#v1", "https://a.example/log"]),
        (["https://a.example/1#rss", "https://a.example/2#rss"], ["https://a.example/1", "https://a.example/2"]),
        (["https://a.example/1#comments"], ["https://a.example/1"]),
        (["https://a.example/log#topic-1"], ["https://a.example/log#topic-1"]),
        (["https://a.example/log#top"], ["https://a.example/log"]),
        (["https://a.example/#!/news/7"], ["https://a.example/#!/news/7"]),
        (["https://a.example/1#"], ["https://a.example/1"]),
        (
            ["https://www.google.com/url?q=https%3A%2F%2Fa.example%2F1#x", "https://a.example/2#y"],
            ["https://a.example/1", "https://a.example/2"],
        ),
    ],
)
def test_an_address_keeps_its_fragment_where_that_is_the_article(links: list[str], shown: list[str]) -> None:
    assert addresses(*links) == shown


def test_a_single_entry_within_the_feeds_own_page_keeps_its_fragment() -> None:
    assert addresses("https://a.example/log#v1", page="https://a.example/log") == ["https://a.example/log#v1"]


def test_entries_that_differ_in_their_dates_or_texts_are_not_repeated() -> None:
    letter = "<title>Letter</title><link>https://a.example/</link><guid isPermaLink='false'>N/A</guid>"
    parsed = parse_feed(
        rss(
            f"{letter}<pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate>",
            f"{letter}<pubDate>Tue, 03 Mar 2026 10:00:00 GMT</pubDate>",
            f"{letter}<pubDate>Tue, 03 Mar 2026 10:00:00 GMT</pubDate><description>Edited.</description>",
            f"{letter}<description>Undated.</description>",
            f"{letter}<description>Undated.</description>",
        ),
        url=URL,
    )
    assert isinstance(parsed, ParsedFeed)
    assert len(parsed.articles) == 3
    assert len({article.key for article in parsed.articles}) == 3


def test_keys_tell_entries_apart() -> None:
    parsed = feed(
        rss(
            "<title>A</title><guid isPermaLink='false'>same</guid><link>https://a.example/a</link>",
            "<title>B</title><guid isPermaLink='false'>same</guid><link>https://a.example/b</link>",
            "<title>B</title><guid isPermaLink='false'>same</guid><link>https://a.example/b</link>",
            "<title>C</title><link>https://a.example/c</link>",
            "<title>D</title><description>x</description>",
            f"<title>E</title><guid isPermaLink='false'>{'long' * 200}</guid>",
        )
    )
    keys = {article.title: article.key for article in parsed.articles}
    assert keys["A"] == "https://a.example/a"  # a guid that two entries have is none
    assert keys["B"] == "https://a.example/b"
    assert keys["C"] == "https://a.example/c"
    assert keys["D"].startswith("content:")
    assert len(keys["E"]) == 32
    assert "1 repeated entries were left out." in parsed.notes


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("<pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate>", datetime(2026, 3, 2, 10, tzinfo=UTC)),
        ("<pubDate>2026-03-02 10:00</pubDate>", datetime(2026, 3, 2, 10, tzinfo=UTC)),
        ("<pubDate>2026年3月2日 10:00</pubDate>", datetime(2026, 3, 2, 10, tzinfo=UTC)),
        ("<dc:date>2026-03-02T10:00:00+01:00</dc:date>", datetime(2026, 3, 2, 9, tzinfo=UTC)),
        ("<pubDate>Mon, 02 Mar 99999 10:00:00 GMT</pubDate>", None),
        ("<pubDate>yesterday</pubDate>", None),
        ("<pubDate>2026</pubDate>", None),
        ("<pubDate>Κυρ, 11 Ιούλ 2004 12:00:00 EST</pubDate>", datetime(2004, 7, 11, 17, tzinfo=UTC)),
        ("", None),
    ],
)
def test_dates_as_feeds_write_them(date: str, expected: datetime | None) -> None:
    parsed = feed(rss(f"<title>T</title>{date}"))
    assert parsed.articles[0].published_at == expected
    assert ("1 entries have no readable date." in parsed.notes) is (expected is None)


def test_of_a_long_feed_the_newest_entries_are_read() -> None:
    start = datetime(2026, 1, 1, tzinfo=UTC)
    items = [
        f"<title>{n}</title><pubDate>{(start + timedelta(hours=n)):%a, %d %b %Y %H:%M:%S GMT}</pubDate>"
        for n in range(MAX_ENTRIES + 10)
    ]
    parsed = feed(rss(*items, "<title>undated</title>"))
    assert [article.title for article in parsed.articles] == [str(n) for n in range(10, MAX_ENTRIES + 10)]
    assert parsed.notes == (f"Only the newest {MAX_ENTRIES} of {MAX_ENTRIES + 11} entries were read.",)


# --- broken and hostile bytes ------------------------------------------------------------------


def test_broken_xml_is_repaired_with_a_note() -> None:
    parsed = feed(b'<rss version="2.0"><channel><item><title>A & B</title><link>https://a.example/</link></item>')
    assert parsed.articles[0].title == "A & B"
    assert parsed.notes[0].startswith("The XML is broken and was repaired:")


def test_leading_blanks_control_characters_and_nul_bytes_cost_nothing() -> None:
    parsed = feed(b'\r\n \xef\xbb\xbf<?xml version="1.0"?>' + rss("<title>A\x00\x08B\x1b</title>"))
    assert (parsed.articles[0].title, parsed.notes) == ("AB", ("1 entries have no readable date.",))


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("Smile &#55357;&#56842; please", "Smile 😊 please"),  # in the two halves of UTF-16, as some programs write it
        ("Smile &#xD83D;&#xde0a; please", "Smile 😊 please"),
        ("Half &#55357; of it", "Half \ufffd of it"),
        ("Seoul &#55203; &#1114109; &#x0010FFFD;", "Seoul 힣 \U0010fffd \U0010fffd"),
        ("None &#x110000; &#1114112; &#99999999999999999999; at all", "None at all"),
        ("Known &#128522; &#x1F60A; &#55; as well", "Known 😊 😊 7 as well"),
    ],
)
def test_a_reference_to_no_character_costs_no_feed(title: str, read: str) -> None:
    broken = "<description>1 & 2</description>"  # not read strictly
    for more in ("", broken):
        assert only(rss(f"<title>{title}</title>{more}")).title == read


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "empty"),
        (b" \n\x00 ", "empty"),
        (b"<!DOCTYPE html><html><body>x</body></html>", "web page"),
        (b"<!-- x --><HTML><head>", "web page"),
        (b"just words", "neither RSS nor Atom"),
        (b"/etc/passwd", "neither RSS nor Atom"),
        (b"file:///etc/passwd", "neither RSS nor Atom"),
        (b"https://example.org/feed.xml", "neither RSS nor Atom"),
        (b'{"a": 1}', "no JSON Feed"),
        (b"[", "broken"),
    ],
)
def test_what_is_no_feed_is_said_to_be_none(body: bytes, words: str) -> None:
    assert words in reason(body)


def test_a_body_that_is_a_path_opens_no_file() -> None:
    reason(b"warm up")
    with watched("open", "socket.connect", "urllib.Request") as seen:
        for body in (b"/etc/passwd", b"file:///etc/passwd", b"http://127.0.0.1/", b"feed:http://127.0.0.1/"):
            assert "neither" in reason(body)
    assert seen == []


def test_entities_are_not_expanded_and_no_file_is_drawn_in() -> None:
    laughs = b'<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
    body = laughs + rss("<title>T &c;</title>")
    assert len(feed(body).articles[0].title) < 100
    drawn = b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + rss("<title>T &x;</title>")
    assert "root:" not in feed(drawn).articles[0].title


def test_a_parser_that_fails_is_a_value(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr("bot.parsers.feeds.xml_feed.feedparser.parse", broken)
    assert reason(rss()) == "The parser raised RecursionError."


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200), st.integers(0, 400))
def test_no_bytes_upset_the_parser(noise: bytes, at: int) -> None:
    whole = rss("<title>T</title><pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate><link>https://a.example/</link>")
    assert isinstance(parse_feed(noise, url=URL), ParsedFeed | ParseFailed)
    assert isinstance(parse_feed(whole[:at] + noise + whole[at:], url=URL), ParsedFeed | ParseFailed)


# --- charsets ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "charset"),
    [
        ("眾新聞的最新消息和評論文章", "big5"),
        ("中文新闻的最新消息和评论文章", "gb2312"),
        ("日本の最新ニュースと解説記事", "shift_jis"),
        ("한국의 최신 뉴스와 해설 기사", "euc-kr"),
        ("Последние новости и комментарии", "windows-1251"),
        ("Noticias de última hora y opinión", "iso-8859-1"),
        ("Ελληνικά νέα και σχόλια", "utf-16"),
    ],
)
@pytest.mark.parametrize("declared", ["inside", "header"])
def test_legacy_charsets_are_read(title: str, charset: str, declared: str) -> None:
    prolog = f'<?xml version="1.0" encoding="{charset}"?>' if declared == "inside" else '<?xml version="1.0"?>'
    body = (prolog + rss(f"<title>{title}</title>").decode()).encode(charset)
    assert only(body, charset=charset if declared == "header" else None).title == title


@pytest.mark.parametrize("charset", ["idna", "hex", "rot13", "utf-7", "bogus", "iso-8859-1"])
def test_a_wrong_charset_in_the_header_does_no_harm_to_utf_8(charset: str) -> None:
    assert only(rss("<title>Größe 眾</title>"), charset=charset).title == "Größe 眾"


@pytest.mark.parametrize(
    "body",
    [b"<!-- -->" * 20_000 + b"<x", b"<!--" * 20_000, rss("<title>T</title><description>" + "&lt;!--" * 20_000)],
)
def test_rows_of_comments_are_read_in_a_moment(body: bytes) -> None:
    started = time.process_time()
    assert isinstance(parse_feed(body, url=URL), ParsedFeed | ParseFailed)
    assert time.process_time() - started < 5


# --- what is said of a feed --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"", FeedProblem.EMPTY),
        (b" \n", FeedProblem.EMPTY),
        (b"<!DOCTYPE html><html><head><title>News</title></head></html>", FeedProblem.WEB_PAGE),
        (b"<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>", FeedProblem.ROBOT_CHECK),
        (
            b"<html><body><script src='/cdn-cgi/challenge-platform/x.js'></script></body></html>",
            FeedProblem.ROBOT_CHECK,
        ),
        (b"<?xml version='1.0'?><opml version='2.0'><body/></opml>", FeedProblem.LIST),
        (b"<?xml version='1.0'?><note>Hello</note>", FeedProblem.OTHER),
        (b"plain text", FeedProblem.OTHER),
        (b'{"items": ', FeedProblem.BROKEN),
        (b'{"name": "x"}', FeedProblem.OTHER),
    ],
)
def test_what_is_no_feed_is_told_apart(body: bytes, problem: FeedProblem) -> None:
    parsed = parse_feed(body, url=URL)
    assert isinstance(parsed, ParseFailed)
    assert parsed.problem is problem


def test_a_feed_without_entries_and_a_broken_one_come_with_a_note() -> None:
    assert feed(rss()).notes == ("The feed has no entries.",)
    assert feed(b'{"version": "https://jsonfeed.org/version/1.1", "items": []}').notes == ("The feed has no entries.",)
    [broken, *_] = feed(b"<rss version='2.0'><channel><item><title>A & B</title></item></channel></rss>").notes
    assert broken.startswith("The XML is broken and was repaired: ")


@pytest.mark.parametrize(
    ("head", "hours", "days"),
    [
        ("<skipHours><hour>0</hour><hour> 23 </hour><hour>24</hour><hour>99</hour></skipHours>", {0, 23}, set()),
        ("<skipDays><day>Saturday</day><day>sunday</day><day>Caturday</day></skipDays>", set(), {5, 6}),
        ("<skipHours>" + "".join(f"<hour>{n}</hour>" for n in range(24)) + "</skipHours>", set(), set()),
        (f"<skipDays>{''.join(f'<day>{day}</day>' for day in calendar.day_name)}</skipDays>", set(), set()),
        ("<skipHours/>", set(), set()),
    ],
)
def test_when_a_feed_wants_no_visit(head: str, hours: set[int], days: set[int]) -> None:
    parsed = feed(rss("<title>One</title>", head=head))
    assert (set(parsed.skip_hours), set(parsed.skip_days)) == (hours, days)


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("safe&lt;script&gt;alert(1)&lt;/script&gt; words", "safe words"),
        ("safe&lt;object classid='x'&gt; words", "safe words"),
        ("safe&lt;!-- a comment --&gt; words&lt;br/&gt;", "safe words"),
        ("&lt;p&gt;One&lt;/p&gt;&lt;p&gt;two&lt;/p&gt;", "One two"),
        ("1 &lt; 2 &amp;amp; 3", "1 < 2 & 3"),
        ("&lt;!DOCTYPE ~", "<!DOCTYPE ~"),
    ],
)
def test_a_title_is_the_words_a_reader_would_see(title: str, read: str) -> None:
    parsed = feed(atom(f'<title type="html">{title}</title>', head=f'<title type="html">{title}</title>'))
    assert (parsed.title, parsed.articles[0].title) == (read, read)


def test_a_tag_with_more_attributes_than_any_honest_one_is_refused_before_it_is_read() -> None:
    def tag(count: int) -> bytes:
        return rss(f"<title {' '.join(f'a:b{n} = {chr(34)}>{chr(34)}' for n in range(count))}>One</title>")

    assert only(tag(MAX_ATTRIBUTES)).title == "One"
    assert reason(tag(MAX_ATTRIBUTES + 1)) == "A tag has more than 100 attributes."
    assert only(rss("<title>One</title><description>" + 'a="b" ' * 500 + "</description>")).title == "One"


def test_a_gzip_file_served_as_it_is_is_unpacked_within_bounds() -> None:
    assert only(gzip.compress(rss("<title>One</title>"))).title == "One"
    assert reason(b"\x1f\x8bno gzip") == "This is neither RSS nor Atom nor JSON Feed."
    bomb = gzip.compress(rss("<title>One</title>") + b" " * (2 * MAX_UNPACKED_BYTES))
    assert len(feed_text(bomb, charset=None)) == MAX_UNPACKED_BYTES


def test_an_entry_that_is_a_picture_alone_is_an_article_of_the_feeds_name() -> None:
    def picture(name: str) -> str:
        return f"<description>&lt;img src='https://a.example/{name}.jpg' width='600'&gt;</description>"

    first, second = feed(rss(picture("one"), picture("two"), picture("two"))).articles
    assert (first.title, second.title, first.key != second.key) == ("All news", "All news", True)
    assert [block.url for block in first.blocks] == ["https://a.example/one.jpg"]
    assert only(rss(picture("one"), head="")).title == "news.example"
    assert feed(rss("<description>&lt;p&gt;&lt;/p&gt;</description>", "<author>Ada</author>")).articles == ()


def test_an_atom_title_or_text_that_calls_itself_plain_and_is_markup_is_read_as_such() -> None:
    article = only(
        atom(
            '<title type="text">&lt;b&gt;Tides&lt;/b&gt; turn &amp;amp; turn</title><id>1</id>'
            '<summary type="text">See &lt;a href="/x"&gt;the table&lt;/a&gt;</summary>'
        )
    )
    assert (article.title, article.text) == ("Tides turn & turn", "See the table")
    article = only(atom("<title>The &lt;div&gt; element</title><id>1</id><summary>Use &lt;div&gt; in it</summary>"))
    assert (article.title, article.text) == ("The <div> element", "Use <div> in it")


@pytest.mark.parametrize(
    ("description", "text"),
    [
        ("&amp;lt;p&amp;gt;High &amp;amp;amp; low&amp;lt;/p&amp;gt;", "High & low"),
        ("High&amp;lt;br&amp;gt;low", "High\nlow"),
        ("Write &amp;lt;p&amp;gt; for it", "Write <p> for it"),
    ],
)
def test_a_description_escaped_once_too_often_is_read_as_it_was_meant(description: str, text: str) -> None:
    assert only(rss(f"<item><title>x</title><description>{description}</description></item>")).text == text


def test_a_category_in_markdown_is_its_text() -> None:
    article = only(rss("<item><title>• Tides</title><category>[Sea](https://x.example/sea)</category></item>"))
    assert (article.title, article.categories) == ("Tides", (("Sea",),))
