"""Renders a recap: the week's most told stories, how each began and what became of it (pure)."""

from __future__ import annotations

from bot.models.messages import RichContent, TextContent
from bot.models.recaps import Recap, RecapStory
from bot.render.phrases import (
    MAX_SUMMARY_UNITS,
    MAX_TITLE_UNITS,
    QUOTED_MARK,
    SEPARATOR,
    Reader,
    article_url,
    picture_tag,
    reads_right_to_left,
    story_deep_link,
    title_text,
)
from bot.render.rich_budget import RICH_BLOCKS, RICH_UNITS, RichBudget
from bot.text.markup import MAX_ENTITIES, TEXT_UNITS, entity_count, escape, link, shorten, visible_length
from summarizer import EngineKind

_RESERVED_UNITS = 300
_RESERVED_BLOCKS = 4


def render_recap_rich(recap: Recap, reader: Reader) -> RichContent:
    """The recap as one rich message; the first story has its picture."""
    lead = next((story.picture for story in recap.stories[:1] if story.picture), None)
    head = f"<h2>{escape(reader.say('recap-title'))}</h2><p><i>{escape(_overview(recap, reader))}</i></p>"
    budget = RichBudget(units=RICH_UNITS - _RESERVED_UNITS, blocks=RICH_BLOCKS - _RESERVED_BLOCKS)
    parts = [head]
    for number, story in enumerate(recap.stories, start=1):
        picture = picture_tag(lead) if lead and number == 1 else ""
        html = f"{picture}<h4>{number}. {_title(story, reader)}</h4>{_rich_body(story, reader)}"
        if not budget.take(html):
            break
        parts.append(html)
    note = _note(recap, reader)
    parts.append(f"<footer>{note}</footer>" if note else "")
    languages = [story.summary.language if story.summary else story.newest.language for story in recap.stories]
    return RichContent(html="".join(parts), pictures=(lead,) if lead else (), rtl=reads_right_to_left(languages))


def render_recap_classic(recap: Recap, reader: Reader) -> TextContent:
    """The recap as one text message; stories that do not fit are left out from the end."""
    head = f"<b>{escape(reader.say('recap-title'))}</b>\n<i>{escape(_overview(recap, reader))}</i>"
    note = _note(recap, reader)
    units = TEXT_UNITS - visible_length(head) - visible_length(note) - 4
    entities = MAX_ENTITIES - entity_count(head) - 1
    blocks = [head]
    for number, story in enumerate(recap.stories, start=1):
        html = "\n".join((f"<b>{number}.</b> {_title(story, reader)}", *_lines(story, reader), _told(story, reader)))
        units -= visible_length(html) + 2
        entities -= entity_count(html)
        if min(units, entities) < 0:
            break
        blocks.append(html)
    return TextContent(html="\n\n".join([*blocks, f"<i>{note}</i>" if note else ""]).rstrip())


def _overview(recap: Recap, reader: Reader) -> str:
    """The days, and how many stories there are. Plain text."""
    days = f"{reader.short_date(recap.since)} – {reader.short_date(recap.until)}"
    return days + SEPARATOR + reader.say("recap-stories", count=len(recap.stories))


def _title(story: RecapStory, reader: Reader) -> str:
    """The newest title, in the reader's language where its summary has one."""
    translated = story.summary.title.strip() if story.summary else ""
    text = shorten(translated or title_text(story.newest), MAX_TITLE_UNITS)
    return link(article_url(story.newest, reader.bot_username), text)


def _lines(story: RecapStory, reader: Reader) -> list[str]:
    """The summary, and how the story began. HTML."""
    lines = []
    if story.summary and (text := story.summary.text.strip()):
        quoted = f" {QUOTED_MARK}" if story.summary.kind is EngineKind.EXTRACTIVE else ""
        lines.append(escape(shorten(text, MAX_SUMMARY_UNITS)) + quoted)
    if title_text(story.first) != title_text(story.newest):
        began = reader.say("recap-began", day=reader.short_date(story.first.published_at))
        first = link(article_url(story.first, reader.bot_username), shorten(title_text(story.first), MAX_TITLE_UNITS))
        lines.append(f"<b>{escape(began)}</b> {first}")
    return lines


def _rich_body(story: RecapStory, reader: Reader) -> str:
    return "".join(f"<p>{line}</p>" for line in _lines(story, reader)) + f"<footer>{_told(story, reader)}</footer>"


def _told(story: RecapStory, reader: Reader) -> str:
    """By how many sources and how often, with the link to the story's page. HTML."""
    parts = [escape(reader.say("recap-told", sources=story.sources, reports=story.reports))]
    if story.reports > 1 and reader.bot_username:
        url = story_deep_link(story.newest.id, reader.bot_username)
        parts.append(link(url, reader.say("digest-whole-story")))
    return SEPARATOR.join(parts)


def _note(recap: Recap, reader: Reader) -> str:
    """What the mark of quotations means; "" where there is none."""
    quoted = any(story.summary and story.summary.kind is EngineKind.EXTRACTIVE for story in recap.stories)
    return f"{QUOTED_MARK} {escape(reader.say('digest-quoted'))}" if quoted else ""
