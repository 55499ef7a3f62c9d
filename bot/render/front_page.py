"""Renders the message that opens an edition: a greeting, the first story, and every headline by category (pure)."""

from __future__ import annotations

from bot.models.chats import DigestLook
from bot.models.digests import DigestItem, Edition
from bot.models.messages import Content, PhotoContent, RichContent, TextContent
from bot.render.digest_keyboards import story_buttons
from bot.render.lead import HEADLINE_WIDTH, lead_text, room_for_lead, shortened
from bot.render.link_card import reading_minutes
from bot.render.phrases import (
    MAX_TITLE_UNITS,
    SEPARATOR,
    Reader,
    article_url,
    category_name,
    period,
    picture_tag,
    reads_right_to_left,
    shown_language,
    shown_title,
    source_line,
)
from bot.render.rich import render_together_rich
from bot.render.rich_budget import RICH_BLOCKS, RICH_UNITS, RichBudget
from bot.text.markup import CAPTION_UNITS, escape, link, split_messages, visible_length
from bot.text.schedule import local_time

_BETWEEN = "\n\n"
_MORNING, _AFTERNOON, _EVENING = 4, 12, 18  # hours at which another greeting begins


def render_front_rich(edition: Edition, reader: Reader, *, buttons: bool = False) -> RichContent:
    """The front page as one rich message. Headlines that do not fit are left out: the categories follow anyway.

    `buttons`: the first story has some of its own.
    """
    lead, lists = edition.lead, _lists(edition, reader, width=HEADLINE_WIDTH)
    shown = (lead.picture,) if lead.picture and not lead.is_card else ()
    summary = lead_text(lead, room=_room(edition, has_picture=bool(shown)))
    opening = "".join(
        (
            _heading(edition, reader),
            *(picture_tag(picture) for picture in shown),
            f"<h4>{_title(lead, reader)}</h4>",
            f"<p>{summary}</p>" if summary else "",
            f"<footer>{source_line(lead.article, reader)}</footer>",
            story_buttons(lead.article.id, reader.say) if buttons else "",
        )
    )
    budget = RichBudget(units=RICH_UNITS, blocks=RICH_BLOCKS)
    budget.take(opening)
    body = ""
    for name, lines in lists:
        html = f"<h5>{name}</h5><ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"
        if budget.take(html):
            body += html
    languages = [shown_language(item) for digest in edition.categories for item in digest.items]
    return RichContent(
        html=opening + body, pictures=shown, rtl=reads_right_to_left(languages, interface=reader.language)
    )


def render_front_headlines(edition: Edition, reader: Reader, *, closing: str) -> RichContent:
    """The front page that is the whole edition, for readers of headlines only. `closing`: plain text."""
    return render_together_rich(
        edition.categories,
        reader,
        look=DigestLook.HEADLINES,
        closing=closing,
        opening=_heading(edition, reader, of_titles=True),
    )


def render_front_classic(edition: Edition, reader: Reader) -> tuple[Content, ...]:
    """The front page as classic messages: the picture with as much as its caption holds, then the other headlines."""
    lead = edition.lead
    summary = lead_text(lead, room=_room(edition, has_picture=True))
    story = [f"<b>{_title(lead, reader)}</b>", summary, f"<i>{source_line(lead.article, reader)}</i>"]
    opening = _BETWEEN.join(
        (
            f"<b>{escape(_greeting(edition, reader))}</b>\n<i>{_line(edition, reader)}</i>",
            "\n".join(filter(None, story)),
        )
    )
    lists = ["\n".join((f"<b>{name}</b>", *(f"• {line}" for line in lines))) for name, lines in _lists(edition, reader)]
    picture = lead.picture if lead.picture and not lead.is_card else None
    if picture is None or visible_length(opening) > CAPTION_UNITS:
        return tuple(TextContent(html=part) for part in split_messages([opening, *lists]))
    if visible_length(whole := _BETWEEN.join((opening, *lists))) <= CAPTION_UNITS:
        return (PhotoContent(picture=picture, html=whole),)
    return (PhotoContent(picture=picture, html=opening), *(TextContent(html=part) for part in split_messages(lists)))


def _heading(edition: Edition, reader: Reader, *, of_titles: bool = False) -> str:
    line = _line(edition, reader, of_titles=of_titles)
    return f"<h3>{escape(_greeting(edition, reader))}</h3><footer>{line}</footer>"


def _greeting(edition: Edition, reader: Reader) -> str:
    hour = local_time(edition.until, reader.zone).hour
    if _MORNING <= hour < _AFTERNOON:
        return reader.say("digest-good-morning")
    return reader.say("digest-good-afternoon" if _AFTERNOON <= hour < _EVENING else "digest-good-evening")


def _line(edition: Edition, reader: Reader, *, of_titles: bool = False) -> str:
    """The day, how many stories there are, and how many minutes they take; `of_titles`: their titles alone."""
    items = [item for digest in edition.categories for item in digest.items]
    more = sum(len(digest.more) for digest in edition.categories)
    texts = ("" if of_titles or item.summary is None else item.summary.text for item in items)
    words = " ".join(f"{item.article.title} {text}" for item, text in zip(items, texts, strict=True))
    parts = (
        period(edition.since, edition.until, reader, short=True),
        reader.say("digest-stories", count=len(items) + more),
        reader.say("digest-minutes", count=reading_minutes(words)),
    )
    return escape(SEPARATOR.join(parts))


def _lists(edition: Edition, reader: Reader, *, width: int = MAX_TITLE_UNITS) -> list[tuple[str, list[str]]]:
    """For each category with further stories its name and their linked titles, and how many more it has.

    `width`: of a title, in letters; the story itself has all of it.
    """
    found = []
    for digest in edition.categories:
        others = [item for item in digest.items if item.article.id != edition.lead.article.id]
        lines = [_title(item, reader, width=width) for item in others]
        if digest.more:
            lines.append(escape(reader.say("digest-unlisted", count=len(digest.more))))
        if lines:
            found.append((escape(category_name(digest.category, reader)), lines))
    return found


def _room(edition: Edition, *, has_picture: bool) -> int:
    """How wide the summary of the first story may be; a category takes a line for its name."""
    items = [item for digest in edition.categories for item in digest.items]
    titles = (shortened(shown_title(item), HEADLINE_WIDTH) for item in items)
    return room_for_lead([*titles, *("-" for _ in edition.categories)], has_picture=has_picture)


def _title(item: DigestItem, reader: Reader, *, width: int = MAX_TITLE_UNITS) -> str:
    return link(article_url(item.article, reader.bot_username), shortened(shown_title(item), width))
