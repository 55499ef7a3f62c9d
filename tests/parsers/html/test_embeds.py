from __future__ import annotations

import pytest
from lxml import etree

from bot.parsers.html.embeds import embed_address, post_address

BASE = "https://paper.example/"
QUOTED = (
    "<blockquote class='twitter-tweet'><p>Wet. <a href='https://t.co/x'>pic</a></p>"
    "<a href='https://twitter.com/a/status/7?ref_src=t'>2 March</a></blockquote>"
)


def element(markup: str, tag: str) -> etree._Element:
    root = etree.fromstring(markup, etree.HTMLParser())
    found = root.find(f".//{tag}")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("https://www.youtube.com/embed/abc?autoplay=1", "https://www.youtube.com/watch?v=abc"),
        ("https://www.youtube-nocookie.com/embed/abc", "https://www.youtube.com/watch?v=abc"),
        ("https://www.youtube.com/embed/videoseries?list=PL1", "https://www.youtube.com/playlist?list=PL1"),
        ("https://player.bilibili.com/player.html?bvid=BV1x", "https://www.bilibili.com/video/BV1x"),
        ("https://player.bilibili.com/player.html?aid=7&page=1", "https://www.bilibili.com/video/av7"),
        ("https://player.vimeo.com/video/99", "https://vimeo.com/99"),
        ("https://www.dailymotion.com/embed/video/x1", "https://www.dailymotion.com/video/x1"),
        ("https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Ff.example%2Fv", "https://f.example/v"),
        ("https://www.facebook.com/plugins/video.php?href=x", "https://www.facebook.com/plugins/video.php?href=x"),
        ("https://maps.example/embed?x=1", "https://maps.example/embed?x=1"),
        ("/player", "https://paper.example/player"),
    ],
)
def test_players_become_the_page_where_they_can_be_watched(source: str, shown: str) -> None:
    assert embed_address(element(f"<iframe src='{source}'></iframe>", "iframe"), BASE) == shown


def test_a_video_is_known_by_its_sources_and_an_object_by_its_embed() -> None:
    assert embed_address(element("<video><source src=/v.mp4></video>", "video"), BASE) == BASE + "v.mp4"
    assert embed_address(element("<object><embed src=/v.swf></object>", "object"), BASE) == BASE + "v.swf"
    assert embed_address(element("<iframe src='about:blank'></iframe>", "iframe"), BASE) is None


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("https://platform.twitter.com/embed/Tweet.html?dnt=true&id=77", "https://x.com/i/status/77"),
        (
            "https://w.soundcloud.com/player/?url=https%3A//api.sound.example/tracks/1",
            "https://api.sound.example/tracks/1",
        ),
        ("https://w.soundcloud.com/player/?url=x", "https://w.soundcloud.com/player/?url=x"),
        ("https://t.me/harbour/12?embed=1", "https://t.me/harbour/12"),
        ("https://t.me/harbour/12", "https://t.me/harbour/12"),
    ],
)
def test_frames_of_posts_become_the_post(source: str, shown: str) -> None:
    assert embed_address(element(f"<iframe src='{source}'></iframe>", "iframe"), BASE) == shown


@pytest.mark.parametrize(
    ("markup", "address"),
    [
        (QUOTED, "https://twitter.com/a/status/7?ref_src=t"),
        ("<blockquote class='twitter-tweet'>no link</blockquote>", None),
        (
            "<blockquote class='instagram-media' data-instgrm-permalink='https://www.instagram.com/p/Cx1/'></blockquote>",
            "https://www.instagram.com/p/Cx1/",
        ),
        ("<blockquote class='tiktok-embed' cite='https://www.tiktok.com/@a/video/1'></blockquote>", "https://www.tiktok.com/@a/video/1"),
        ("<blockquote cite='https://a.example/'>Only a quotation</blockquote>", None),
        ("<div class='fb-post' data-href='https://www.facebook.com/a/posts/1'></div>", "https://www.facebook.com/a/posts/1"),
        ("<div class='fb-post' data-href='javascript:alert(1)'></div>", None),
        ("<div class='text'>x</div>", None),
        ("<amp-youtube data-videoid='abc_-1'></amp-youtube>", "https://www.youtube.com/watch?v=abc_-1"),
        ("<amp-youtube data-videoid='a/../b'></amp-youtube>", None),
        ("<oembed url='https://www.youtube.com/embed/abc'></oembed>", "https://www.youtube.com/watch?v=abc"),
        ("<script data-telegram-post='harbour/12'></script>", "https://t.me/harbour/12"),
        ("<script>x()</script>", None),
        ("<p class='fb-post' data-href='https://a.example/'></p>", None),
    ],
)  # fmt: skip
def test_posts_and_films_that_stand_for_themselves_are_known(markup: str, address: str | None) -> None:
    tag = markup[1:].partition(" ")[0].partition(">")[0]
    assert post_address(element(markup, tag), BASE) == address
