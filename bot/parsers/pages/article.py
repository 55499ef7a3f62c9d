"""Parses a web page into its article with trafilatura, and says why where it shows less than the whole article.

Fetches nothing. Runs in a killable worker process: some pages keep the extractor busy for seconds.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import lxml.html
import trafilatura
import trafilatura.json_metadata
import trafilatura.metadata
from lxml import etree
from trafilatura.htmlprocessing import build_html_output
from trafilatura.settings import Document, use_config

from bot.models.articles import Block, BlockKind, PageProblem, ParsedArticle, ParseFailed
from bot.parsers.html.blocks import MAX_HTML_CHARS, blocks_text, html_blocks, text_blocks
from bot.parsers.html.picture_choice import choose
from bot.parsers.pages.access_barriers import TEASER_LENGTH, access_barrier, mentions_barrier
from bot.parsers.pages.meta import PageMeta, read_meta, sure_day, time_of_day
from bot.parsers.pages.page_kinds import file_kind, is_feed, is_media
from bot.parsers.pages.tag_stripper import use_tag_stripper
from bot.parsers.pages.text import confirmed_by_copy, in_paragraphs, lead_of, linked_lines, without_boilerplate
from bot.parsers.pages.title import headline
from bot.text.characters import weighted_length
from bot.text.charset import decode_html
from bot.text.clean import clean_line, clean_markup_title, is_blank, shorten, xml_markup
from bot.text.dates import parse_date
from bot.web.urls import canonical_url

# Below this the extractor gives the whole text in one piece; its own 250 characters are a long article in Chinese.
MIN_ARTICLE_CHARS = 100
MIN_DESCRIPTION_LENGTH = 60  # below this a description is a slogan
MIN_COPY_SHARE = 0.5  # of the page's own copy of its text: what says less was not extracted well

_TAG = re.compile(r"<[a-z!?/]", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
use_tag_stripper(trafilatura.metadata, trafilatura.json_metadata)
_CONFIG = use_config()
_CONFIG.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(MIN_ARTICLE_CHARS))
_REASONS = {
    PageProblem.ROBOTS: "The page shows a check for robots, or asks for JavaScript, in place of its article.",
    PageProblem.CONSENT: "The page asks for consent in place of its article.",
    PageProblem.LOGIN: "The page asks for a login in place of its article.",
    PageProblem.PAYWALL: "The page shows nothing of its article to those who have not paid.",
}


def parse_page(body: bytes, *, url: str, charset: str | None = None) -> ParsedArticle | ParseFailed:
    """The article of the page that came from `url`; `charset` is what the header declares.

    Where there is no article, or only its beginning, the page's own description stands for it, and `page_problem` says
    why. A page that gives nothing a person could read is a ParseFailed with the reason.
    """
    if problem := file_kind(body[:64]):
        return ParseFailed(reason="It is a file, not a page.", page_problem=problem)
    decoded = decode_html(body, declared=charset)[:MAX_HTML_CHARS]
    markup = xml_markup(decoded)
    if is_feed(markup):
        return ParseFailed(reason="It is a feed, not a page.", page_problem=PageProblem.FEED)
    if not _TAG.search(markup):
        is_text = "\x00" not in decoded
        return (
            _plain(markup, url)
            if is_text
            else ParseFailed(reason="It is a file, not a page.", page_problem=PageProblem.FILE)
        )
    root = _tree(_XML_DECLARATION.sub("", markup))
    if root is None:
        return ParseFailed(reason="The page is empty.")
    return _article(root, url, markup)


def _plain(text: str, url: str) -> ParsedArticle | ParseFailed:
    """The article of a text without markup."""
    blocks = text_blocks(text)
    if not blocks:
        return ParseFailed(reason="The page is empty.")
    address = canonical_url(url)
    title = shorten(blocks[0].text.split("\n")[0], 80)
    return ParsedArticle(key=address or url, title=title, url=address, text=blocks_text(blocks), blocks=blocks)


def _article(root: lxml.html.HtmlElement, url: str, markup: str) -> ParsedArticle | ParseFailed:
    # All that is asked of the tree comes first: the extractor changes it.
    meta, linked = read_meta(root, url), linked_lines(root)
    lead = lead_of(root, (meta.description,))
    title = headline(root, (meta.title, meta.headline), (meta.site, urlsplit(url).hostname))
    document = _extracted(root, url) or Document()
    day = sure_day(document.date or "", markup, meta.language)
    title = title or clean_markup_title(document.title or "")
    read = html_blocks(build_html_output(document), url) if document.body is not None else ()
    read = in_paragraphs(read, lambda: html_blocks(markup, url))
    sure, authors = confirmed_by_copy(read, meta.body), _authors(document.author)
    blocks = without_boilerplate(sure, title=title, lead=lead, linked=linked, authors=authors)
    if weighted_length(blocks_text(blocks)) < MIN_COPY_SHARE * weighted_length(meta.body):
        read = blocks = text_blocks(meta.body)
    blocks, problem = _judged(url, title, blocks, blocks_text(read).split("\n"), meta)
    text = blocks_text(blocks)
    if is_blank(text):
        reason = _REASONS.get(problem, "The page has no article that can be read.") if problem else ""
        return ParseFailed(reason=reason, page_problem=None if problem is PageProblem.TEASER else problem)
    pictures = choose(meta.pictures)
    return ParsedArticle(
        key=meta.url or url,
        title=title or shorten(text.split("\n")[0], 80),
        url=meta.url,
        authors=authors,
        text=text,
        blocks=(Block(kind=BlockKind.PICTURE, url=pictures[0]), *blocks) if pictures else blocks,
        language=meta.language,
        published_at=meta.published_at or time_of_day(meta.times, day) or parse_date(day),
        updated_at=meta.updated_at,
        thumbnail_url=next(iter(pictures), None),
        more_pictures=pictures[1:],
        site=_site(meta, document),
        page_problem=problem,
    )


def _judged(
    url: str, title: str, blocks: tuple[Block, ...], lines: list[str], meta: PageMeta
) -> tuple[tuple[Block, ...], PageProblem | None]:
    """The blocks to show of a page, and why they are not the whole article, if so; `lines` are the extracted ones."""
    longest = meta.longest_description
    usable = weighted_length(longest) >= MIN_DESCRIPTION_LENGTH and not mentions_barrier(longest)
    description = longest if usable else ""
    problem = access_barrier(url, title=title, lines=lines, meta=meta)
    media = is_media(url, meta) and problem is not PageProblem.CONSENT
    if media and description:
        return text_blocks(description), PageProblem.NO_ARTICLE
    if problem in (PageProblem.ROBOTS, PageProblem.CONSENT, PageProblem.LOGIN):
        return text_blocks(description), problem
    text = blocks_text(blocks)
    if media and is_blank(text) and not mentions_barrier(longest):
        return text_blocks(longest), PageProblem.NO_ARTICLE  # a slogan is better than nothing
    if problem and weighted_length(text) < TEASER_LENGTH and description and description not in text:
        # Of a page without an article the extractor gives what there is: menus and notices.
        return text_blocks(description), problem
    return blocks, problem


def _tree(markup: str) -> lxml.html.HtmlElement | None:
    # The extractor loses what stands behind a comment, so none may be left in the tree. No huge_tree: in a tree deeper
    # than 256 the extractor takes minutes.
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = lxml.html.document_fromstring(markup.encode("utf-8", "ignore"), parser=parser)
    except (etree.LxmlError, ValueError):
        return None
    if "<!--" in markup:
        # libxml2 takes the square of its length to write an attribute with many of these.
        for element in root.iter("*"):
            for name, value in element.items():
                if isinstance(value, str) and "<!--" in value:
                    element.set(name, value.replace("<!--", ""))
    return root


def _extracted(root: lxml.html.HtmlElement, url: str) -> Document | None:
    found = trafilatura.bare_extraction(
        root,
        url=url,
        output_format="html",
        include_comments=False,
        # With include_images logos, avatars and bylines come into the text; the page names its picture in its head.
        include_formatting=True,
        with_metadata=True,
        config=_CONFIG,
        # Dates out of the text are guesses; those in the head and the markup are not.
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    return found if isinstance(found, Document) else None


def _authors(names: str | None) -> tuple[str, ...]:
    cleaned = (clean_line(name) for name in (names or "").split(";"))
    return tuple(shorten(name, 100) for name in cleaned if not is_blank(name))[:10]


def _site(meta: PageMeta, document: Document) -> str | None:
    names = (clean_line(name or "") for name in (meta.site, document.sitename, document.hostname))
    return next((shorten(name, 100) for name in names if name and "//" not in name), None)
