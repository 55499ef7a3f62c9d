"""Renders an article as a card of inline mode, and as the message that a press of the card sends (pure)."""

from __future__ import annotations

from dataclasses import dataclass

from bot.models.articles import UNDATED, Article
from bot.models.digests import StoredPicture
from bot.render.phrases import (
    MAX_SUMMARY_UNITS,
    SEPARATOR,
    Reader,
    article_url,
    picture_tag,
    reads_right_to_left,
    source_line,
    story_deep_link,
    title_text,
)
from bot.text.markup import escape, link, safe_url, shorten
from summarizer import Summary

TITLE_UNITS = 250
DESCRIPTION_UNITS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class InlineCard:
    """What a list of cards shows of an article, in plain text, and the message of its card in both formats."""

    article_id: int
    title: str
    description: str
    thumbnail_url: str | None
    url: str | None
    html: str
    rich_html: str
    picture: StoredPicture | None  # in the rich message; uploaded before
    rtl: bool


def inline_card(
    article: Article, summary: Summary | None, *, picture: StoredPicture | None, reader: Reader
) -> InlineCard:
    """The card of an article. `picture`: one of the article's that Telegram has already."""
    title = shorten((summary.title.strip() if summary else "") or title_text(article), TITLE_UNITS)
    text = shorten(
        " ".join((summary.text if summary else article.text[: 4 * MAX_SUMMARY_UNITS]).split()), MAX_SUMMARY_UNITS
    )
    url = article_url(article, reader.bot_username)
    whole = link(story_deep_link(article.id, reader.bot_username), reader.say("digest-whole-story"))
    day = escape(reader.day(article.published_at)) if article.published_at != UNDATED else ""
    about = SEPARATOR.join(filter(None, (source_line(article, reader), day, whole)))
    words = f"<p>{escape(text)}</p>" if text else ""
    shown = picture_tag(picture.ref) if picture else ""
    return InlineCard(
        article_id=article.id,
        title=title,
        description=shorten(SEPARATOR.join(filter(None, (article.source_name, text))), DESCRIPTION_UNITS),
        thumbnail_url=safe_url(article.thumbnail_url),
        url=safe_url(article.url),
        html="\n\n".join(filter(None, (f"<b>{link(url, title)}</b>", escape(text), f"<i>{about}</i>"))),
        rich_html=f"<h4>{link(url, title)}</h4>{shown}{words}<footer>{about}</footer>",
        picture=picture,
        rtl=reads_right_to_left([summary.language if summary else article.language]),
    )
