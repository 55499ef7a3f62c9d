"""Finds videos and social media posts that HTML embeds from other sites, and the page where each can be seen.

Gives addresses only; fetches, plays and checks nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from lxml.etree import _Element

from bot.web.urls import web_url

_ID = re.compile(r"[\w-]{1,64}")
_TELEGRAM_POST = re.compile(r"\w{1,64}/\d{1,12}")
# Classes under which networks have their posts quoted; the post's address stands in the quotation's last link.
_QUOTED_POST = re.compile(
    r"(?:^|\s)(?:twitter-(?:tweet|video)|bluesky-embed|reddit-(?:embed-bq|card)|mastodon-embed|imgur-embed-pub)(?:\s|$)"
)
# Elements of players that say only the film's id.
_BY_ID = {
    "amp-youtube": ("data-videoid", "https://www.youtube.com/watch?v="),
    "lite-youtube": ("videoid", "https://www.youtube.com/watch?v="),
    "youtube-video": ("video-id", "https://www.youtube.com/watch?v="),
    "amp-vimeo": ("data-videoid", "https://vimeo.com/"),
    "amp-dailymotion": ("data-videoid", "https://www.dailymotion.com/video/"),
    "amp-twitter": ("data-tweetid", "https://x.com/i/status/"),
    "twitter-widget": ("data-tweet-id", "https://x.com/i/status/"),
    "amp-instagram": ("data-shortcode", "https://www.instagram.com/p/"),
}
_BY_ADDRESS = ("data-instgrm-permalink", "data-text-post-permalink")

# Elements that only stand for a film or post: nothing in them is text.
PLAYERS = frozenset((*_BY_ID, "oembed", "script"))


def embed_address(frame: _Element, base_url: str | None) -> str | None:
    """What an <iframe>, <video>, <audio> or <embed> shows; for well-known players the page where it can be watched."""
    own = [frame.get(name) or "" for name in ("src", "data-src", "data-lazy-src", "data")]
    nested = [source.get("src") or "" for source in frame.iterdescendants("source", "embed")]
    found = (web_url(address, base_url) for address in (*own, *nested) if address.strip())
    address = next((url for url in found if url), None)
    return _page(address) if address else None


def post_address(element: _Element, base_url: str | None) -> str | None:
    """The address of the post or film that an element other than a frame stands for, None for any other element."""
    found = next((address for address in _post_addresses(element) if address), None)
    return _page(url) if found and (url := web_url(found, base_url)) else None


def _page(url: str) -> str:
    """Where what a player shows can be watched, in the normal form of addresses."""
    return web_url(_watch_page(url)) or url


def _post_addresses(element: _Element) -> Iterator[str | None]:
    tag, classes = element.tag, element.get("class") or ""
    if tag in _BY_ID:
        attribute, page = _BY_ID[tag]
        video = element.get(attribute) or ""
        yield page + video if _ID.fullmatch(video) else None
    elif tag == "oembed":
        yield element.get("url")
    elif tag == "script":
        post = element.get("data-telegram-post") or ""
        yield f"https://t.me/{post}" if _TELEGRAM_POST.fullmatch(post) else None
    elif tag == "blockquote" and _QUOTED_POST.search(classes):
        yield next((link.get("href") for link in reversed(list(element.iterdescendants("a")))), None)
    elif tag == "blockquote" and "tiktok-embed" in classes:
        yield element.get("cite")
    elif tag in ("div", "blockquote"):
        if "fb-post" in classes or "fb-video" in classes:
            yield element.get("data-href")
        yield from (element.get(name) for name in _BY_ADDRESS)


def _watch_page(url: str) -> str:
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    segments = [segment for segment in parts.path.split("/") if segment]
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    last = segments[-1] if segments else ""
    match host, segments:
        case "youtube.com" | "youtube-nocookie.com" | "m.youtube.com", ["embed", "videoseries"]:
            return f"https://www.youtube.com/playlist?list={query.get('list', '')}"
        case "youtube.com" | "youtube-nocookie.com" | "m.youtube.com", ["embed" | "v" | "shorts", video]:
            return f"https://www.youtube.com/watch?v={video}"
        case "player.bilibili.com", _ if "bvid" in query:
            return f"https://www.bilibili.com/video/{query['bvid']}"
        case "player.bilibili.com", _ if "aid" in query:
            return f"https://www.bilibili.com/video/av{query['aid'].removeprefix('av')}"
        case "player.vimeo.com", ["video", *_]:
            return f"https://vimeo.com/{last}"
        case "dailymotion.com" | "geo.dailymotion.com", [*_, "embed", "video", video]:
            return f"https://www.dailymotion.com/video/{video}"
        case "facebook.com", ["plugins", *_] if "href" in query:
            return web_url(query["href"]) or url
        case "platform.twitter.com", ["embed", *_] if "id" in query:
            return f"https://x.com/i/status/{query['id']}"
        case "w.soundcloud.com", _ if "url" in query:
            return web_url(query["url"]) or url
        case "t.me", [channel, post] if "embed" in query:
            return f"https://t.me/{channel}/{post}"
        case _:
            return url
