from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.models.articles import Block, BlockKind, PageProblem, ParsedArticle, ParseFailed
from bot.parsers.pages.article import parse_page

URL = "https://www.paper.example/2026/03/pier?utm_source=chat"
PARAGRAPHS = (
    "The old pier of the harbour town was closed on Monday after the tide had risen to four metres and ten.",
    "Engineers found two cracks in the stone steps, which will be repaired before the summer season begins in May.",
    "The mayor said that the town would pay for the work out of its own budget and ask the county for the rest.",
    "Ferries to the island leave from the new terminal until then, every hour between six in the morning and ten.",
)
CHINESE = (
    "港灣舊碼頭因潮水上漲而關閉，工程師發現石階有兩道裂縫，將於夏季前修復。",
    "鎮長表示費用由鎮公所支付，其餘部分向縣府申請補助，渡輪改由新碼頭開出，早上六時至晚上十時每小時一班。",
)


def page(
    *,
    title: str = "Old pier closed | The Paper",
    head: str = "",
    body: str | None = None,
    lang: str = "en",
    linked: dict[str, Any] | None = None,
) -> bytes:
    script = f'<script type="application/ld+json">{json.dumps(linked)}</script>' if linked else ""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS) if body is None else body
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{head}{script}</head>'
        f"<body><nav><a href='/'>Home</a> <a href='/world'>World</a></nav><main><article><h1>Old pier closed</h1>{text}"
        "</article></main><footer><p>Imprint and cookies</p></footer></body></html>"
    ).encode()


def parsed(body: bytes, *, url: str = URL, charset: str | None = None) -> ParsedArticle:
    found = parse_page(body, url=url, charset=charset)
    assert isinstance(found, ParsedArticle), found
    return found


def test_a_page_gives_its_article_and_nothing_around_it() -> None:
    article = parsed(page())
    assert article.title == "Old pier closed"
    assert article.text == "\n".join(PARAGRAPHS)
    assert article.url == article.key == "https://www.paper.example/2026/03/pier"
    assert article.language == "en"
    assert article.page_problem is None


def test_the_head_names_site_picture_dates_and_author() -> None:
    head = (
        '<meta property="og:site_name" content="The Paper"><meta property="og:image" content="/pier.jpg">'
        '<meta property="article:published_time" content="2026-03-02T08:30:00+01:00">'
        '<meta property="article:modified_time" content="2026-03-02T09:30:00Z"><meta name="author" content="Ann Lee">'
        '<meta property="og:title" content="Old pier closed – The Paper">'
    )
    article = parsed(page(head=head))
    assert article.title == "Old pier closed"
    assert article.site == "The Paper"
    assert article.thumbnail_url == "https://www.paper.example/pier.jpg"
    assert article.blocks[0] == Block(kind=BlockKind.PICTURE, url="https://www.paper.example/pier.jpg")
    assert article.published_at == datetime(2026, 3, 2, 7, 30, tzinfo=UTC)
    assert article.updated_at == datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
    assert article.authors == ("Ann Lee",)


def test_linked_data_is_more_exact_than_meta_tags() -> None:
    linked = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "x"},
            {
                "@type": ["NewsArticle"],
                "headline": "Old pier closed",
                "datePublished": "2026-03-02T06:15:00Z",
                "image": [{"url": "https://cdn.paper.example/p.jpg"}],
                "isAccessibleForFree": False,
            },
        ],
    }
    article = parsed(page(head='<meta name="date" content="2026-03-02">', linked=linked))
    assert article.published_at == datetime(2026, 3, 2, 6, 15, tzinfo=UTC)
    assert article.thumbnail_url == "https://cdn.paper.example/p.jpg"
    assert article.page_problem is PageProblem.PAYWALL


def test_the_canonical_address_counts_only_on_the_same_host() -> None:
    same = '<link rel="canonical" href="https://paper.example/pier">'
    assert parsed(page(head=same)).url == "https://paper.example/pier"
    other = '<link rel="canonical" href="https://evil.example/pier">'
    assert parsed(page(head=other)).url == "https://www.paper.example/2026/03/pier"
    home = '<link rel="canonical" href="/">'
    assert parsed(page(head=home)).url == "https://www.paper.example/2026/03/pier"


def test_a_page_with_little_text_is_a_teaser_and_says_so() -> None:
    description = (
        "The pier was closed on Monday; repairs will last until May, says the town, and ferries leave elsewhere."
    )
    head = f'<meta property="og:description" content="{description}">'
    article = parsed(page(head=head, body="<p>The town has news of it.</p>"))
    assert article.text == description
    assert article.page_problem is PageProblem.TEASER


def test_a_slogan_is_no_description_of_an_article() -> None:
    head = '<meta name="description" content="News from the harbour.">'
    article = parsed(page(head=head, body="<p>The old pier was closed on Monday.</p>"))
    assert "The old pier was closed on Monday." in article.text
    assert article.page_problem is PageProblem.TEASER


def test_chinese_text_is_no_teaser_for_being_short() -> None:
    article = parsed(page(title="舊碼頭關閉", lang="zh-Hant", body="".join(f"<p>{text}</p>" for text in CHINESE)))
    assert article.text == "\n".join(CHINESE)
    assert article.page_problem is None
    assert article.language == "zh-Hant"


@pytest.mark.parametrize(
    ("body", "reason", "page_problem"),
    [
        (b"", "The page is empty.", None),
        (b"\x00\x00", "It is a file, not a page.", PageProblem.FILE),
        (b"\x7fELF\x02\x01\x01\x00\x00 the words of a program", "It is a file, not a page.", PageProblem.FILE),
        (b"<!-- -->", "The page is empty.", None),
        (
            b"<html><head><title>x</title></head><body></body></html>",
            "The page has no article that can be read.",
            None,
        ),
        (
            b"<html><title>Just a moment...</title><body><p>Please enable JavaScript and cookies to continue.</p>",
            "The page shows a check for robots, or asks for JavaScript, in place of its article.",
            PageProblem.ROBOTS,
        ),
        (b"%PDF-1.7 ...", "It is a file, not a page.", PageProblem.DOCUMENT),
        (b'<?xml version="1.0"?><rss version="2.0"/>', "It is a feed, not a page.", PageProblem.FEED),
    ],
)
def test_a_page_without_an_article_is_refused_with_the_reason(
    body: bytes, reason: str, page_problem: PageProblem | None
) -> None:
    assert parse_page(body, url=URL) == ParseFailed(reason=reason, page_problem=page_problem)


def test_a_lead_outside_the_article_that_the_description_repeats_comes_first() -> None:
    lead = "The old pier of the town, once the pride of its fishermen, waits for repairs that nobody wants to pay for."
    markup = page(head=f'<meta name="description" content="{lead[:90]}…">').replace(
        b"<main>", f'<div class="top"><span>{lead}</span></div><main>'.encode()
    )
    assert parsed(markup).text.split("\n") == [lead, *PARAGRAPHS]


def test_a_copy_of_the_text_in_the_linked_data_tells_where_the_article_ends() -> None:
    after = "<p>Also of interest</p><p>Our readers liked this story about the lighthouse of the neighbouring town.</p>"
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS) + after
    linked = {"@type": "NewsArticle", "articleBody": " ".join(PARAGRAPHS)}
    assert parsed(page(body=body, linked=linked)).text == "\n".join(PARAGRAPHS)


def test_where_the_extractor_finds_little_the_copy_of_the_text_serves() -> None:
    linked = {"@type": "NewsArticle", "articleBody": "<p>" + "</p> <p>".join(PARAGRAPHS) + "</p>"}
    body = f"<p>{PARAGRAPHS[2]}</p>"
    assert parsed(page(body=body, linked=linked)).text == "\n".join(PARAGRAPHS)


def test_a_film_is_told_by_its_longest_description() -> None:
    description = "In this film the engineers show how they found two cracks in the stone steps of the pier."
    script = f'<script>var data = {{"shortDescription":"{description} Filmed in March.","x":1}};</script>'
    head = f'<meta property="og:type" content="video.other"><meta property="og:description" content="{description}">'
    article = parsed(page(head=head + script, body="<p>Subscribe</p>"), url="https://www.youtube.com/watch?v=1")
    assert article.text == f"{description} Filmed in March."
    assert article.page_problem is PageProblem.NO_ARTICLE


def test_a_film_without_description_is_read_like_any_page() -> None:
    article = parsed(page(), url="https://vimeo.com/1")
    assert article.text == "\n".join(PARAGRAPHS)
    assert article.page_problem is None


def test_a_page_that_asks_for_consent_is_told_by_its_description_or_refused() -> None:
    body = "<p>We and our 143 partners use cookies for personalised ads. You can accept all or reject all.</p>"
    refused = parse_page(page(title="Before you go on", body=body), url="https://paper.example/a")
    assert refused == ParseFailed(
        reason="The page asks for consent in place of its article.", page_problem=PageProblem.CONSENT
    )
    description = "The pier was closed on Monday; repairs will last until May, and ferries leave elsewhere."
    told = parsed(page(head=f'<meta property="og:description" content="{description}">', body=body))
    assert (told.text, told.page_problem) == (description, PageProblem.CONSENT)


def test_a_page_without_title_is_named_by_its_first_line() -> None:
    article = parsed(
        f"<html><body><article><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p></article></body></html>".encode()
    )
    assert article.title
    assert PARAGRAPHS[0].startswith(article.title.removesuffix("…"))
    assert article.site == "paper.example"


def test_the_text_behind_a_comment_is_kept() -> None:
    body = "".join(f"<p>Before <!-- ad --> {paragraph}</p>" for paragraph in PARAGRAPHS)
    assert all(paragraph in parsed(page(body=body)).text for paragraph in PARAGRAPHS)


@pytest.mark.parametrize(("codec", "charset"), [("big5", "big5"), ("utf-16", None), ("big5", None)])
def test_pages_of_other_charsets_are_readable(codec: str, charset: str | None) -> None:
    body = "".join(f"<p>{text}</p>" for text in CHINESE)
    html = page(title="舊碼頭關閉", lang="zh-TW", body=body).decode().replace("utf-8", codec)
    assert CHINESE[1] in parsed(html.encode(codec), charset=charset).text


def test_an_xhtml_page_with_a_declaration_is_readable() -> None:
    assert parsed(b'<?xml version="1.0" encoding="utf-8"?>' + page()).title == "Old pier closed"


def test_a_site_that_calls_itself_by_its_address_is_named_by_its_host() -> None:
    article = parsed(page(head='<meta property="og:site_name" content="https://www.paper.example">'))
    assert article.site == "paper.example"


def test_a_hundred_thousand_nested_tags_do_not_break_the_parser() -> None:
    found = parse_page(b"<html><body>" + b"<div>" * 100_000 + b"deep", url=URL)
    assert isinstance(found, ParsedArticle | ParseFailed)


def test_a_short_article_in_chinese_keeps_its_paragraphs_and_leaves_heading_and_caption_out() -> None:
    markup = """<html lang="zh-Hant"><head><title>雲浦渡輪復航</title></head><body><main><article><h1>雲浦渡輪復航</h1>
    <p>停航三年的雲浦渡輪昨日復航，首班船載了一百二十名乘客。船公司說，每日將有八班往返。</p>
    <figure><img src="/ferry.jpg"><figcaption>首班渡輪駛離碼頭。</figcaption></figure>
    <p>碼頭的候船室也已翻新，加裝了冷氣和無障礙通道。居民陳太說，以後上班可以少走半小時。</p>
    <p>渡輪因颱風損毀碼頭而停航，重建工程花了兩年半時間才完成，比原定計劃遲了半年。</p></article></main></body></html>"""
    page = parse_page(markup.encode(), url="https://example.org/ferry")
    assert isinstance(page, ParsedArticle)
    assert (
        page.text.split("\n")[0] == "停航三年的雲浦渡輪昨日復航，首班船載了一百二十名乘客。船公司說，每日將有八班往返。"
    )
    assert len(page.text.split("\n")) == 3
    assert "首班渡輪駛離碼頭" not in page.text


def test_a_film_behind_a_consent_page_is_not_told_by_that_pages_words() -> None:
    head = (
        '<meta property="og:description" content="Enjoy the videos and music that you love, upload original content.">'
    )
    url = "https://consent.youtube.com/m?continue=https://www.youtube.com/watch?v=1"
    article = parsed(page(title="Before you continue to YouTube", head=head, body="<p>Sign in</p>"), url=url)
    assert article.page_problem is PageProblem.CONSENT


def test_a_text_without_markup_keeps_its_paragraphs() -> None:
    article = parsed(f"{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}\n".encode(), url="https://paper.example/a.txt?utm_source=x")
    assert article.text == "\n".join(PARAGRAPHS[:2])
    assert article.title == PARAGRAPHS[0][:79].rstrip() + "…"
    assert article.url == article.key == "https://paper.example/a.txt"


@pytest.mark.parametrize(
    "element",
    [
        '<time itemprop="datePublished" datetime="2026-03-02T08:15:00+02:00">2 March</time>',
        '<time itemprop="datePublished">2 March 2026 08:15 EET</time>',
        '<span itemprop="datePublished" content="2026-03-02T08:15:00+02:00">today</span>',
        '<time datetime="2026-03-02T08:15:00+02:00">2 March</time>',
    ],
)
def test_a_date_with_its_hour_in_the_page_keeps_it(element: str) -> None:
    body = (
        "<p>" + "The new bridge over the harbour opened on Monday. Thousands of people walked across it. " * 8 + "</p>"
    )
    html = (
        f"<html><head><title>Bridge</title></head><body><article><h1>Bridge</h1>{element}{body}</article></body></html>"
    )
    found = parse_page(html.encode(), url="https://a.example/bridge")
    assert isinstance(found, ParsedArticle)
    assert found.published_at == datetime(2026, 3, 2, 6, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    "written", ["&#2;", "&#x1F;", "&#11;", "&#xFFFE;", "&#xD800;", "&#0;", "&#1114112;", "\x0b", "\ufffe"]
)
def test_a_character_that_xml_forbids_costs_itself_alone(written: str) -> None:
    text = f"<p>{PARAGRAPHS[0]}{written}</p><p title='{written}'>{PARAGRAPHS[1]}</p>"
    assert parsed(page(body=text)).text == "\n".join(PARAGRAPHS[:2])


def test_a_recipe_for_cookies_is_an_article() -> None:
    steps = (
        "Grind the hazelnuts to a fine flour",
        "Roll the dough to the height of a coin",
        "Heat the oven to a hundred",
    )
    text = "".join(
        f"<p>{step}, for cookies want patience, and no cookies taste of much before they are two days old.</p>"
        for step in steps
    )
    article = parsed(page(title="Hazelnut cookies", body=text))
    assert article.page_problem is None


@pytest.mark.parametrize(
    "written",
    [
        "See &lt;a href=&quot;https://x.example/&quot;&gt;our archive&lt;/a&gt; &amp; more",
        "See &amp;lt;a href=&amp;quot;https://x.example&amp;quot;&amp;gt;our archive&amp;lt;/a&amp;gt; &amp;amp; more",
        "&lt;p&gt;See &lt;b&gt;our archive&lt;/b&gt; &amp;amp; more&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;",
    ],
)
def test_a_films_description_shows_no_markup_however_often_it_was_escaped(written: str) -> None:
    head = f'<meta property="og:type" content="video.other"><meta property="og:description" content="{written}">'
    article = parsed(
        f"<html><head><title>Film</title>{head}</head><body><video src=a.mp4></video></body></html>".encode()
    )
    assert article.text == "See our archive & more"
    assert article.page_problem is PageProblem.NO_ARTICLE


def test_a_short_page_keeps_its_paragraphs_apart_from_its_headline() -> None:
    title = "Harbour town gets a new bridge in spring"
    body = f"<h1>{title}</h1><p>The council voted.</p><p>It <b>opens</b> in May, it said.</p>"
    html = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    assert parsed(html.encode()).text == "The council voted.\nIt opens in May, it said."
