"""Renders the summary of a link as a message: title, picture, summary, source and reading time (pure)."""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass

from bot.models.articles import PageProblem, ParsedArticle
from bot.models.digests import PictureRef
from bot.models.messages import Content, PhotoContent, RichContent, TextContent
from bot.render.phrases import QUOTED_MARK, SEPARATOR, picture_tag, reads_right_to_left
from bot.text.markup import CAPTION_UNITS, escape, host, link, shorten, utf16_length, visible_length
from bot.texts import Say, text_key
from summarizer import EngineKind, Summary

WORDS_PER_MINUTE = 230  # Brysbaert 2019, https://doi.org/10.1016/j.jml.2019.104047: 238 for English prose
CHARACTERS_PER_MINUTE = 400  # Chinese, Japanese and Korean: about 260 words of a character and a half
TITLE_UNITS = 250


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkCard:
    """What a message shows of a link; `summary` is None where there is no text to summarise."""

    url: str
    article: ParsedArticle
    summary: Summary | None
    picture: PictureRef | None = None
    note: str = ""  # a remark on the summary: a better one is being written, or it is not translated
    also: str = ""  # the other sources that tell the story, if it is known; HTML


def reading_minutes(text: str) -> int:
    """How many whole minutes it takes to read the text, at least one."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    narrow = "".join(" " if unicodedata.east_asian_width(character) in "WF" else character for character in text)
    return max(1, math.ceil(wide / CHARACTERS_PER_MINUTE + len(narrow.split()) / WORDS_PER_MINUTE))


def card_rich(card: LinkCard, *, say: Say) -> RichContent:
    """The card as a rich message."""
    picture = picture_tag(card.picture) if card.picture else ""
    summary = "".join(f"<p>{escape(line)}</p>" for line in _summary(card, say=say).splitlines() if line.strip())
    language = card.summary.language if card.summary else (card.article.language or "")
    footers = "".join(f"<footer>{line}</footer>" for line in (_footer(card, say=say), card.also) if line)
    return RichContent(
        html=f"<h3>{_title(card)}</h3>{_original(card)}{picture}{summary}{footers}",
        pictures=(card.picture,) if card.picture else (),
        rtl=reads_right_to_left([language]),
    )


def card_classic(card: LinkCard, *, say: Say, keep_photo: bool = False) -> Content:
    """The card as a classic message: a photo with a caption where the text fits, else a text.

    `keep_photo`: the message to edit is a photo, which cannot become a text, so the summary is cut to fit.
    """
    html = _classic(card, _summary(card, say=say), say=say)
    too_long = visible_length(html) - CAPTION_UNITS
    if card.picture is None or (too_long > 0 and not keep_photo):
        return TextContent(html=html)
    if too_long > 0:
        summary = _summary(card, say=say)
        html = _classic(card, shorten(summary, max(utf16_length(summary) - too_long, 1)), say=say)
    return PhotoContent(picture=card.picture, html=html)


def _classic(card: LinkCard, summary: str, *, say: Say) -> str:
    original = f"\n<i>{_title_link(card)}</i>" if _translated(card) else ""
    also = f"\n<i>{card.also}</i>" if card.also else ""
    return f"<b>{_title(card)}</b>{original}\n\n{escape(summary)}\n\n<i>{_footer(card, say=say)}</i>{also}"


def _title(card: LinkCard) -> str:
    """The title in the reader's language where the summary has one, else the linked title itself."""
    return escape(shorten(_translated(card), TITLE_UNITS)) or _title_link(card)


def _original(card: LinkCard) -> str:
    return f"<p><i>{_title_link(card)}</i></p>" if _translated(card) else ""


def _translated(card: LinkCard) -> str:
    return card.summary.title.strip() if card.summary is not None else ""


def _title_link(card: LinkCard) -> str:
    return link(card.url, shorten(card.article.title or host(card.url), TITLE_UNITS))


def _summary(card: LinkCard, *, say: Say) -> str:
    return card.summary.text if card.summary is not None else say("chat-link-nothing-to-summarize")


def _footer(card: LinkCard, *, say: Say) -> str:
    site, where = card.article.site, host(card.url)
    parts = [site] if site and site.casefold().rpartition(":")[0] != where != site.casefold() else []
    problem = card.article.page_problem
    parts.append(where)
    if problem is None:  # the reading time of a teaser or of a film's description means nothing
        parts.append(say("chat-link-reading-time", minutes=reading_minutes(card.article.text)))
    if (
        problem is not PageProblem.NO_ARTICLE
        and card.summary is not None
        and card.summary.kind is EngineKind.EXTRACTIVE
    ):
        parts.append(f"{QUOTED_MARK} {say('digest-quoted')}")
    parts += [say(text_key(f"page-problem-{problem}")) if problem else "", card.note]
    return SEPARATOR.join(map(escape, filter(None, parts)))
