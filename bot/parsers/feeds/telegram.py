"""Parses the public page of a Telegram channel, https://t.me/s/NAME, into a ParsedFeed. Pure; fetches nothing.

A post becomes one article, an album too. What changes by itself (views, votes, reactions) is left out: it would make
every post look edited at each reading.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

import lxml.html
from lxml import etree

from bot.models.articles import BlockKind, FeedProblem, ParsedArticle, ParsedFeed, ParseFailed
from bot.parsers.feeds.entry import Body, RawEntry, finish_entry
from bot.parsers.feeds.keys import with_keys
from bot.parsers.feeds.post_media import channel_words, media_embeds, media_pictures
from bot.parsers.feeds.shared_lines import without_shared_lines
from bot.parsers.html.blocks import blocks_text, html_blocks
from bot.text.clean import clean_line, shorten
from bot.text.dates import parse_date
from bot.text.word_sections import ChannelWords
from bot.web.channels import is_telegram

TITLE_CHARS = 120
MAX_LINKS = 5  # of one post's text that are shown below it
MAX_POSTS = 200
SAMPLED_POSTS = 5  # tell the channel's language

_BASE_URL = "https://t.me/"
_CHANNEL = re.compile(r"""\bclass=["'][^"'>]*\btgme_(?:channel_history|widget_message_wrap|page)[ "']""")
_HISTORY = re.compile(r"""\bclass=["'][^"'>]*\btgme_(?:channel_history|widget_message_wrap)[ "']""")
_POST = re.compile(r"\w{1,64}/\d{1,12}")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s|(?<=[。！？])")
_LABELS = re.compile(r"[#@]\w+")


def is_channel_page(text: str) -> bool:
    """Whether the HTML is Telegram's page of a channel, a group or a person, from t.me or a mirror of it."""
    return _CHANNEL.search(text) is not None


def parse_channel(text: str, *, url: str) -> ParsedFeed | ParseFailed:
    """The posts of a channel's page at `url`, newest first; ParseFailed where it shows none to the public."""
    if not _HISTORY.search(text):
        reason = "Telegram shows no posts of it to the public."
        return ParseFailed(reason=reason, problem=FeedProblem.NO_CHANNEL)
    try:
        root = lxml.html.document_fromstring(text.encode(), parser=lxml.html.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError):
        return ParseFailed(reason="The page is broken.", problem=FeedProblem.BROKEN)
    heading = first(root, "tgme_channel_info_header_title")
    name = inner_text(heading if heading is not None else first(root, "tgme_widget_message_owner_name"))
    posts = [post for post in all_of(root, "tgme_widget_message") if _POST.fullmatch(post.get("data-post") or "")]
    words = channel_words("\n".join(inner_text(first(post, "js-message_text")) for post in posts[-SAMPLED_POSTS:]))
    read = (_article(post, words, channel=name) for post in reversed(posts[-MAX_POSTS:]) if not _is_service(post))
    articles, _ = with_keys((article for article in read if article is not None), page=None)
    channel = (posts[-1].get("data-post") or "").partition("/")[0] if posts else ""
    return ParsedFeed(
        title=name,
        link=f"{_BASE_URL}{channel}" if channel else None,
        articles=without_shared_lines(articles),
        earlier_url=_earlier_page(root, url),
        notes=() if articles else ("The channel has no posts.",),
    )


def _earlier_page(root: etree._Element, url: str) -> str | None:
    """The address of the page with the posts before these: the page's own link to it may lead anywhere."""
    numbers = (link.get("data-before") or "" for link in all_of(root, "js-messages_more"))
    number = next((number for number in numbers if number.isascii() and number.isdigit()), "")
    return urlsplit(url)._replace(query=f"before={number}", fragment="").geturl() if number else None


def all_of(element: etree._Element, name: str) -> list[etree._Element]:
    """The elements below with this class, in order."""
    return [one for one in element.iterdescendants() if name in (one.get("class") or "").split()]


def first(element: etree._Element, name: str) -> etree._Element | None:
    """The first element below with this class."""
    return next((one for one in element.iterdescendants() if name in (one.get("class") or "").split()), None)


def inner_text(element: etree._Element | None) -> str:
    """The text of an element in one line."""
    return "" if element is None else clean_line(" ".join("".join(map(str, element.itertext())).split()))


def _article(post: etree._Element, words: ChannelWords, *, channel: str) -> ParsedArticle | None:
    number = post.get("data-post") or ""
    text = _text_of(post)
    pictures = media_pictures(post)
    embeds = list(media_embeds(post, f"{_BASE_URL}{number}", words))
    lines = blocks_text(html_blocks(text, _BASE_URL)).split("\n") if text else []
    poll = inner_text(first(post, "tgme_widget_message_poll_question"))
    head = _headline(lines)
    title = _title_from(head) or poll or next((caption for _, caption in embeds if caption), "") or channel
    links = [*embeds, *_links(post, beside={url for url, _ in embeds})]
    markup = "".join(
        (
            _reply(post),
            *(f'<img src="{html.escape(picture)}">' for picture in pictures),
            text,
            _poll(post, poll),
            *(f'<iframe src="{html.escape(url)}" title="{html.escape(caption)}"></iframe>' for url, caption in links),
        )
    )
    raw = RawEntry(
        guid=f"t.me/{number.lower()}",
        addresses=(f"{_BASE_URL}{number}",),
        title=title,
        plain_title=True,
        content=Body(text=markup),
        authors=tuple(_authors(post)),
        published_at=_date(post),
        base_url=_BASE_URL,
    )
    article = finish_entry(raw)
    return _without_headline(article, head) if article is not None and head == title else article


def _is_service(post: etree._Element) -> bool:
    """Whether Telegram itself says something: "Channel created", "Channel photo updated"."""
    return "service_message" in (post.get("class") or "").split()


def _text_of(post: etree._Element) -> str:
    """The markup of the post's own text; the quoted beginning of a post that it answers has the same class."""
    for element in all_of(post, "tgme_widget_message_text"):
        quoted = any("tgme_widget_message_reply" in (above.get("class") or "") for above in element.iterancestors())
        if not quoted and "js-message_reply_text" not in (element.get("class") or ""):
            return etree.tostring(element, encoding="unicode", method="html", with_tail=False)
    return ""


def _reply(post: etree._Element) -> str:
    reply = first(post, "tgme_widget_message_reply")
    if reply is None:
        return ""
    author = inner_text(first(reply, "tgme_widget_message_author_name"))
    quoted = inner_text(first(reply, "js-message_reply_text")) or inner_text(
        first(reply, "tgme_widget_message_metatext")
    )
    words = ": ".join(filter(None, (author, quoted)))
    return f"<blockquote>{html.escape(words)}</blockquote>" if words else ""


def _poll(post: etree._Element, question: str) -> str:
    options = [inner_text(option) for option in all_of(post, "tgme_widget_message_poll_option_text")]
    items = "".join(f"<li>{html.escape(option)}</li>" for option in options if option)
    return f"<p>{html.escape(question)}</p><ul>{items}</ul>" if question else ""


def _links(post: etree._Element, *, beside: set[str]) -> Iterator[tuple[str, str]]:
    """The addresses outside of Telegram that the text and the buttons below it lead to, with what these say of them."""
    found: dict[str, str] = {}
    for element in (*all_of(post, "js-message_text"), *all_of(post, "url_button")):
        for link in element.iter("a"):
            address = (link.get("href") or "").strip()
            if address.startswith(("http://", "https://")) and not is_telegram(address) and address not in beside:
                words = inner_text(link)
                found.setdefault(address, "" if words.rstrip("/") in address else words)
    yield from list(found.items())[:MAX_LINKS]


def _authors(post: etree._Element) -> Iterator[str]:
    """Who signed the post; of a forwarded one who wrote it."""
    for name in ("tgme_widget_message_forwarded_from_name", "tgme_widget_message_from_author"):
        if (element := first(post, name)) is not None:
            yield inner_text(element)


def _date(post: etree._Element) -> datetime | None:
    moments = [time.get("datetime") for time in post.iter("time") if time.get("datetime")]
    return parse_date(moments[-1] or "") if moments else None


def _headline(lines: list[str]) -> str:
    """The first line that says something: hashtags, mentions and rows of emoji come before many headlines."""
    said = (line for line in lines if any(letter.isalnum() for letter in _LABELS.sub("", line)))
    return next(said, next((line for line in lines if line.strip()), ""))


def _title_from(line: str) -> str:
    """The line, or its first sentence if it is long, or its beginning."""
    if len(line) <= TITLE_CHARS:
        return line
    sentence = _SENTENCE_END.split(line, maxsplit=1)[0]
    return sentence if len(sentence) <= TITLE_CHARS else shorten(line, TITLE_CHARS)


def _without_headline(article: ParsedArticle, line: str) -> ParsedArticle:
    """The article without the line that became its title, where its text goes on behind that.

    What the post answers is no text of its own: it alone would be read as what the title reports.
    """
    blocks = []
    removed = False
    for block in article.blocks:
        own = block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)
        if not removed and own and (block.text == line or block.text.startswith(line + "\n")):
            removed = True
            block = block._replace(text=block.text[len(line) :].strip())
            if not block.text:
                continue
        blocks.append(block)
    goes_on = blocks_text([block for block in blocks if block.kind is not BlockKind.QUOTE])
    return replace(article, blocks=tuple(blocks), text=blocks_text(blocks)) if removed and goes_on else article
