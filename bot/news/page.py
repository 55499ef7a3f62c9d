"""A web page into the article it shows, by trafilatura. Says so where only a teaser, or nothing, can be read.

Fetches nothing. Runs in a killable worker process: some pages keep the extractor busy for seconds.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import lxml.html
import trafilatura
from lxml import etree
from trafilatura.htmlprocessing import build_html_output
from trafilatura.settings import Document, use_config

from bot.models import Block, BlockKind, ParsedArticle, ParseFailed
from bot.news.blocks import MAX_HTML_CHARS, blocks_text, html_blocks, text_blocks
from bot.news.charset import decode_html
from bot.news.clean import clean_line, clean_markup_title, is_blank, shorten
from bot.news.dates import parse_date
from bot.news.page_meta import PageMeta, read_meta
from bot.news.page_title import headline
from bot.news.page_text import lead_of, linked_lines, tidied, within
from bot.news.urls import picture_url

# Below this the extractor gives the whole text in one piece; its own 250 characters are a long article in Chinese.
MIN_ARTICLE_CHARS = 100
TEASER_WEIGHT = 200  # below this a text is a teaser; a Chinese, Japanese or Korean character weighs three
DESCRIPTION_WEIGHT = 60  # below this a description is a slogan

_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_ROBOT_CHECK = re.compile(
    r"enable javascript|javascript is (?:disabled|required)|checking your browser|verif(?:y|ying) (?:that )?you are "
    r"(?:a )?human|are you a robot|unusual traffic|access denied|請啟用|请启用|请开启 ?javascript",
    re.IGNORECASE,
)
_CONFIG = use_config()
_CONFIG.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(MIN_ARTICLE_CHARS))


def parse_page(body: bytes, *, url: str, charset: str | None = None) -> ParsedArticle | ParseFailed:
    """The article of the page that came from `url`; `charset` is what the header declares.

    A page that gives little text is judged by its own description (a teaser, with a note); one that gives nothing a
    person could read is refused with the reason.
    """
    markup = _XML_DECLARATION.sub("", decode_html(body, declared=charset).replace("\x00", ""))[:MAX_HTML_CHARS]
    root = _tree(markup)
    if root is None:
        return ParseFailed(reason="The page is empty.")
    meta = read_meta(root, url)
    lead, linked = lead_of(root, (meta.description,)), linked_lines(root)  # the extractor changes the tree
    title = headline(root, (meta.title, meta.headline), (meta.site, urlsplit(url).hostname))
    extracted = _extracted(root, url)
    document = extracted or Document()
    title = title or clean_markup_title(document.title or "")
    blocks = html_blocks(build_html_output(extracted), url) if extracted else ()
    blocks = tidied(within(blocks, meta.body), title=title, lead=lead, linked=linked)
    text = blocks_text(blocks)
    if _weight(text) < TEASER_WEIGHT and (_ROBOT_CHECK.search(text) or _ROBOT_CHECK.search(title)):
        return ParseFailed(reason="The page shows a check for robots, or asks for JavaScript, in place of its article.")
    notes = ["the site says that the article is for subscribers"] if meta.paid else []
    if _weight(text) < TEASER_WEIGHT:
        notes.append("only a teaser can be read")
        blocks = _teaser(blocks, text, meta)
        text = blocks_text(blocks)
    picture = meta.picture or (picture_url(document.image, url) if document.image else None)
    if is_blank(text):
        return ParseFailed(reason="The page has no article that can be read.")
    found_date = parse_date(document.date or "")
    return ParsedArticle(
        key=meta.url or url,
        title=title or shorten(text.split("\n")[0], 80),
        url=meta.url,
        authors=_authors(document.author),
        text=text,
        blocks=(Block(kind=BlockKind.PICTURE, url=picture), *blocks) if picture else blocks,
        language=meta.language,
        published_at=meta.published_at or found_date,
        updated_at=meta.updated_at,
        thumbnail_url=picture,
        site=_site(meta, document),
        notes=tuple(notes),
    )


def _tree(markup: str) -> lxml.html.HtmlElement | None:
    # The extractor loses what stands behind a comment, so none may be left in the tree. No huge_tree: in a tree deeper
    # than 256 the extractor takes minutes.
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return lxml.html.document_fromstring(markup.encode("utf-8", "ignore"), parser=parser)
    except (etree.LxmlError, ValueError):
        return None


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


def _teaser(blocks: tuple[Block, ...], text: str, meta: PageMeta) -> tuple[Block, ...]:
    """The page's own description, unless it says too little or what was read says the same.

    Of a page without an article the extractor gives what there is: menus and notices.
    """
    if _weight(meta.description) < DESCRIPTION_WEIGHT or meta.description in text:
        return blocks
    return text_blocks(meta.description)


def _weight(text: str) -> int:
    return len(text) + 2 * len(_EAST_ASIAN.findall(text))


def _authors(names: str | None) -> tuple[str, ...]:
    cleaned = (clean_line(name) for name in (names or "").split(";"))
    return tuple(shorten(name, 100) for name in cleaned if not is_blank(name))[:10]


def _site(meta: PageMeta, document: Document) -> str | None:
    names = (clean_line(name or "") for name in (meta.site, document.sitename, document.hostname))
    return next((shorten(name, 100) for name in names if name and "//" not in name), None)
