from __future__ import annotations

import time
from datetime import UTC, datetime

import lxml.html
import pytest

from bot.models.articles import Block, BlockKind, FeedProblem, ParsedArticle, ParsedFeed, ParseFailed
from bot.parsers.feeds.post_media import media_pictures
from bot.parsers.feeds.telegram import _without_headline, parse_channel
from bot.parsers.feeds.xml_feed import parse_feed
from bot.stories.identity import fingerprint
from tests.parsers.feeds.channel_pages import (
    BUTTON,
    DOCUMENT,
    EMOJI,
    FORWARDED,
    NO_PUBLIC_PAGE,
    PREVIEW,
    REPLY,
    SERVICE,
    VIDEO,
    VOICE,
    album,
    page,
    photo,
    poll,
    post,
)

CDN = "https://cdn4.telesco.pe/file/"


def channel(*posts: str) -> ParsedFeed:
    feed = parse_feed(page(*posts).encode(), url="https://t.me/s/harbour", content_type="text/html")
    assert isinstance(feed, ParsedFeed), feed
    return feed


def one(*args: object, **changes: object) -> ParsedArticle:
    [article] = channel(post(7, *args, **changes)).articles  # type: ignore[arg-type]
    return article


def embeds(article: ParsedArticle) -> list[tuple[str | None, str]]:
    return [(block.url, block.text) for block in article.blocks if block.kind is BlockKind.EMBED]


def pictures(article: ParsedArticle) -> list[str | None]:
    return [block.url for block in article.blocks if block.kind is BlockKind.PICTURE]


def test_posts_come_newest_first_with_title_text_date_address_and_a_stable_key() -> None:
    feed = channel(
        post(3, "The bridge is closed"),
        SERVICE,
        post(7, "<b>The bridge opens</b><br/><br/>After ten years.<br/>It flows.", date="2026-03-02T12:30:13+03:00"),
    )
    assert (feed.title, feed.link) == ("Harbour News", "https://t.me/Harbour")
    newest, oldest = feed.articles
    assert (newest.key, newest.url, newest.title) == ("t.me/harbour/7", "https://t.me/Harbour/7", "The bridge opens")
    assert newest.text.split("\n") == ["After ten years.", "It flows."]
    assert newest.published_at == datetime(2026, 3, 2, 9, 30, 13, tzinfo=UTC)
    assert (oldest.title, oldest.text) == ("The bridge is closed", "The bridge is closed")
    assert newest.categories == ()


def test_an_album_is_one_article_with_its_pictures_in_order() -> None:
    article = one("Opening day", before=album("a", "b", "c"))
    assert pictures(article) == [f"{CDN}a.jpg", f"{CDN}b.jpg", f"{CDN}c.jpg"]
    assert article.thumbnail_url == f"{CDN}a.jpg"


def test_faces_emoji_and_heads_are_no_pictures_of_a_post() -> None:
    article = one(f"{EMOJI} Launch of the ferry {EMOJI}")
    assert article.title == "🚀 Launch of the ferry 🚀"
    assert article.thumbnail_url is None
    assert pictures(article) == []


def test_films_files_and_recordings_are_said_in_words_and_lead_to_the_post() -> None:
    film = one("On the bridge", before=VIDEO)
    assert embeds(film) == [("https://t.me/Harbour/7", "Video, 1:23")]
    assert film.thumbnail_url == f"{CDN}thumb.jpg"
    assert film.text == "On the bridge"
    assert "not supported" not in str(film.blocks)
    assert embeds(one("The plan", before=DOCUMENT)) == [
        ("https://t.me/Harbour/7", "File, plan of the bridge.pdf, 1.2 MB")
    ]
    silent = one(before=VOICE)
    assert (silent.title, embeds(silent)) == (
        "Voice message, 0:35",
        [("https://t.me/Harbour/7", "Voice message, 0:35")],
    )
    assert one(before=photo("a")).title == "Harbour News"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Мост через гавань снова открыт, сообщили в городе сегодня утром.", "Голосовое сообщение, 0:35"),
        ("Die Brücke am Hafen ist wieder geöffnet, sagt die Stadt am Morgen.", "Sprachnachricht, 0:35"),
        ("港口的大橋今天重新開放，市府說檢修已經結束。", "語音訊息, 0:35"),
        ("港口的大桥今天重新开放，市政府说检修已经结束。", "语音消息, 0:35"),
        ("Most przez port jest znowu otwarty, mówi miasto, a naprawa trwała tydzień.", "Voice message, 0:35"),
    ],
)
def test_what_only_telegram_plays_is_named_in_the_channels_language(text: str, words: str) -> None:
    feed = channel(post(1, text), post(2, before=VOICE))
    assert [article.title for article in feed.articles if not article.text] == [words]


def test_a_poll_is_its_question_and_answers_and_votes_are_no_edit() -> None:
    article, later = one(before=poll(10, 90)), one(before=poll(60, 40), views="9M")
    assert article.title == "Shall the bridge open?"
    assert Block(kind=BlockKind.LIST, items=("Open it", "Close it"), depths=article.blocks[1].depths) in article.blocks
    assert embeds(article)[0][1] == "Poll"
    assert fingerprint(article, is_post=False) == fingerprint(later, is_post=False)


def test_an_edit_keeps_the_key() -> None:
    before, after = one("It opens on Monday"), one("It opens on Tuesday", meta="edited &nbsp;")
    assert before.key == after.key
    assert fingerprint(before, is_post=False) != fingerprint(after, is_post=False)
    assert "edited" not in after.text


def test_a_forwarded_post_names_who_wrote_it_and_a_reply_what_it_answers() -> None:
    forwarded = one("The bridge opens", before=FORWARDED)
    assert (forwarded.authors, forwarded.title) == (("City Hall",), "The bridge opens")
    answer = one("It is open again", before=REPLY)
    assert answer.title == "It is open again"
    assert answer.blocks[0] == Block(kind=BlockKind.QUOTE, text="Harbour News: The bridge is closed")
    assert answer.text.split("\n")[1:] == ["It is open again"], "what it answers is not what it says"


def test_links_and_their_previews_are_kept() -> None:
    text = """Read <a href="https://paper.example/bridge" target="_blank">the story</a> and
        <a href="https://other.example/a?b=1">the comment</a> <a href="?q=%23bridge">#bridge</a>
        <a href="https://t.me/city">@city</a> <a href="javascript:alert(1)">x</a>"""
    article = one(text, after=PREVIEW)
    assert embeds(article) == [
        ("https://paper.example/bridge", "Bridge opens after ten years, The Paper"),
        ("https://other.example/a?b=1", "the comment"),
    ]
    assert article.thumbnail_url == f"{CDN}preview.jpg"
    film = PREVIEW.replace('"link_preview_image"', '"link_preview_video_thumb"')
    assert one(text, after=film).thumbnail_url == f"{CDN}preview.jpg"
    assert embeds(one("The bridge opens", after=BUTTON)) == [("https://paper.example/whole", "Read it all")]
    bare = one('<a href="https://paper.example/bridge">paper.example/bridge</a>', after=PREVIEW)
    assert bare.title == "paper.example/bridge"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("⚡️⚡️⚡️<br/>The ferry sails", "The ferry sails"),
        ("#news @harbour<br/>The ferry sails", "The ferry sails"),
        ("#news", "#news"),
        ("The ferry sails at noon. " + "It takes an hour. " * 20, "The ferry sails at noon."),
        ("渡輪中午開出。" + "需時一小時，" * 40, "渡輪中午開出。"),
    ],
)
def test_the_title_is_the_first_line_that_says_something(text: str, title: str) -> None:
    assert one(text).title == title


def test_a_long_first_line_stays_whole_in_the_text() -> None:
    article = one("word " * 80)
    assert len(article.title) <= 120
    assert len(article.text) == len("word " * 80) - 1


@pytest.mark.parametrize("text", [NO_PUBLIC_PAGE, NO_PUBLIC_PAGE.replace("12 345 members", "@harbour")])
def test_what_shows_no_posts_to_the_public_is_refused_with_the_reason(text: str) -> None:
    refused = parse_feed(text.encode(), url="https://t.me/harbour", content_type="text/html")
    assert isinstance(refused, ParseFailed)
    assert refused.problem is FeedProblem.NO_CHANNEL


def test_a_channel_without_posts_says_so() -> None:
    feed = channel(SERVICE)
    assert (feed.articles, feed.notes) == ((), ("The channel has no posts.",))


def test_another_page_that_speaks_of_channels_is_a_web_page() -> None:
    text = "<!DOCTYPE html><html><p>The class tgme_page and <b class='x'>tgme_widget_message_wrap</b></p></html>"
    refused = parse_feed(text.encode(), url="https://a.example/", content_type="text/html")
    assert isinstance(refused, ParseFailed)
    assert refused.problem is FeedProblem.WEB_PAGE


def test_markup_in_a_post_stays_words() -> None:
    article = one(
        """<img src="https://evil.example/pixel.png" width=1 height=1>&lt;script&gt;alert(1)&lt;/script&gt; opens"""
    )
    assert "<script>" in article.text
    hostile = DOCUMENT.replace("plan of the bridge.pdf", "&quot;&gt;&lt;iframe src=x&gt;")
    assert len(embeds(one("File", before=hostile))) == 1


@pytest.mark.parametrize(
    "piece", ['<div class="tgme_widget_message" data-post="a/1">', '<a class="tgme_widget_message_reply">', "<div " * 9]
)
def test_hostile_pages_end_in_time(piece: str) -> None:
    started = time.process_time()
    parse_feed(page(piece * 3_000).encode(), url="https://t.me/s/a", content_type="text/html")
    assert time.process_time() - started < 8.0


def test_a_page_of_nothing_but_a_comment_is_broken() -> None:
    failed = parse_channel('<!-- class="tgme_channel_history " -->', url="https://t.me/s/harbour")
    assert isinstance(failed, ParseFailed)
    assert failed.reason == "The page is broken."


def test_what_stands_behind_the_headline_in_its_paragraph_stays() -> None:
    blocks = (Block(kind=BlockKind.PARAGRAPH, text="Head\nThe rest."), Block(kind=BlockKind.PARAGRAPH, text="More."))
    article = _without_headline(ParsedArticle(key="1", title="Head", blocks=blocks), "Head")
    assert [block.text for block in article.blocks] == ["The rest.", "More."]


def test_a_frame_of_a_picture_without_an_address_is_none() -> None:
    frames = '<div><a class="tgme_widget_message_photo_wrap" style="width:1px"></a></div>'
    assert media_pictures(lxml.html.fragment_fromstring(frames)) == []
