"""Renders the page of a story: its newest report with a summary, every telling in order of time with what it added, and
why they are one story (pure).

The page is one message, so that it can be replaced in place. What does not fit is left out from the middle and counted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.models.articles import Article
from bot.models.messages import AlbumContent, Content, PhotoContent, RichContent, TextContent
from bot.models.stories import Story, Telling
from bot.render.classic import MAX_ALBUM
from bot.render.phrases import (
    MAX_SUMMARY_UNITS,
    MAX_TITLE_UNITS,
    QUOTED_MARK,
    SEPARATOR,
    Reader,
    article_url,
    language_name,
    picture_tag,
    reads_right_to_left,
    source_line,
    title_text,
)
from bot.render.rich_budget import RICH_BLOCKS, RICH_UNITS, RichBudget
from bot.text.markup import MAX_ENTITIES, TEXT_UNITS, entity_count, escape, link, shorten, visible_length
from bot.texts import Say, text_key
from summarizer import EngineKind

OPEN_TELLINGS = 4  # not folded: the first, and the newest; a single further one is not folded either
MAX_NEWS_UNITS = 400
MAX_LONGER_UNITS = 4 * MAX_SUMMARY_UNITS  # of a summary that was asked to be longer
MAX_CLASSIC_UNITS = 2 * MAX_SUMMARY_UNITS  # the same in a classic message, which has to hold the tellings, too
MAX_WORDS = 5  # that two tellings share, as the reason why they are one story
# Reserved in a rich message for headings, the title of the fold, the count of what is left out, and the notes.
_RESERVED_UNITS = 700
_RESERVED_BLOCKS = 12
_RESERVED_CLASSIC_UNITS = 150
_RESERVED_ENTITIES = 4


def render_story_rich(story: Story, reader: Reader) -> RichContent:
    """The page as a rich message: the newest picture above the summary, others before the tellings that have them."""
    lead = next((telling.picture for telling in reversed(story.tellings) if telling.picture), None)
    above = f"<h2>{_title(story, reader)}</h2><p><i>{_overview(story, reader)}</i></p>"
    head = f"{above}{picture_tag(lead) if lead else ''}{_rich_summary(story)}"
    budget = RichBudget(units=RICH_UNITS - _RESERVED_UNITS, blocks=RICH_BLOCKS - _RESERVED_BLOCKS)
    budget.take(head)

    def bare(telling: Telling) -> str:
        return _rich_telling(telling, story, reader)

    def illustrated(telling: Telling) -> str:
        picture = telling.picture if telling.picture != lead else None
        return (picture_tag(picture) if picture else "") + bare(telling)

    shown = _fitting(story.tellings, [illustrated, bare], budget.take)
    why = "".join(f"<li>{line}</li>" for line in _reasons(story, reader) if budget.take(f"<li>{line}</li>"))
    parts = [
        head,
        f"<h3>{escape(reader.say('story-how-told'))}</h3>",
        _folded_middle(shown, reader.say),
        _unlisted(story, shown, reader.say),
    ]
    if why:
        parts.append(f"<details><summary>{escape(reader.say('story-why'))}</summary><ul>{why}</ul></details>")
    parts.append(f"<footer>{notes}</footer>" if (notes := _notes(story, reader)) else "")
    html = "".join(parts)
    pictures = {telling.picture.key: telling.picture for telling in story.tellings if telling.picture}
    return RichContent(
        html=html,
        pictures=tuple(picture for picture in pictures.values() if picture_tag(picture) in html),
        rtl=reads_right_to_left([telling.article.language for telling in story.tellings], interface=reader.language),
    )


def render_story_classic(story: Story, reader: Reader) -> tuple[Content, ...]:
    """The page for servers and chats without rich messages: the pictures, if there are any, then one text."""
    text = render_story_text(story, reader)
    pictures = tuple({telling.picture.key: telling.picture for telling in story.tellings if telling.picture}.values())
    if not pictures:
        return (text,)
    caption = f"<b>{escape(shorten(title_text(story.newest), MAX_TITLE_UNITS))}</b>"
    if len(pictures) == 1:
        return (PhotoContent(picture=pictures[0], html=caption), text)
    return (AlbumContent(pictures=pictures[:MAX_ALBUM], html=caption), text)


def render_story_text(story: Story, reader: Reader) -> TextContent:
    """The text of the classic page, which can be replaced in place."""
    notes = _notes(story, reader)
    head = [f"<b>{_title(story, reader)}</b>\n<i>{_overview(story, reader)}</i>"]
    head.append(escape(shorten(_summary(story), MAX_CLASSIC_UNITS)))
    room = _TextRoom(units=TEXT_UNITS - _RESERVED_CLASSIC_UNITS, entities=MAX_ENTITIES - _RESERVED_ENTITIES)
    room.take("\n\n".join((*head, notes)))
    shown = _fitting(story.tellings, [lambda telling: f"• {_line(telling, story, reader)}"], room.take)
    why = "\n".join(line for line in _reasons(story, reader) if room.take(line))
    reasons = f"<b>{escape(reader.say('story-why'))}</b>\n{why}" if why else ""
    tellings = f"<b>{escape(reader.say('story-how-told'))}</b>\n" + "\n".join(html for _, html in shown)
    unlisted = escape(_unlisted_text(story, shown, reader.say))
    blocks = (*head, tellings, unlisted, reasons, f"<i>{notes}</i>" if notes else "")
    return TextContent(html="\n\n".join(filter(None, blocks)))


@dataclass(slots=True, kw_only=True)
class _TextRoom:
    """What a classic message can still hold."""

    units: int
    entities: int

    def take(self, html: str) -> bool:
        """Reserve room for a line; return False and reserve nothing where it does not fit."""
        units, entities = self.units - visible_length(html) - 2, self.entities - entity_count(html)
        if min(units, entities) < 0:
            return False
        self.units, self.entities = units, entities
        return True


_Shown = Sequence[tuple[int, str]]  # the number of a telling, and its HTML


def _fitting(
    tellings: Sequence[Telling], forms: Sequence[Callable[[Telling], str]], take: Callable[[str], bool]
) -> _Shown:
    """The tellings that fit, in order of time, each in the first of the forms that fits.

    The first report has its room before all others, then the newest, then those before it.
    """
    numbers = [0, *range(len(tellings) - 1, 0, -1)]
    found: dict[int, str] = {}
    for number in numbers:
        html = next((html for form in forms if take(html := form(tellings[number]))), None)
        if html is None:
            break
        found[number] = html
    return sorted(found.items())


def _folded_middle(shown: _Shown, say: Say) -> str:
    """The tellings, those between the first and the newest folded where they are many."""
    folded = len(shown) - OPEN_TELLINGS
    if folded <= 1:
        return "".join(html for _, html in shown)
    middle = "".join(html for _, html in shown[1 : 1 + folded])
    title = escape(say("story-more-tellings", count=folded))
    newest = "".join(html for _, html in shown[1 + folded :])
    return f"{shown[0][1]}<details><summary>{title}</summary>{middle}</details>{newest}"


def _unlisted(story: Story, shown: _Shown, say: Say) -> str:
    text = _unlisted_text(story, shown, say)
    return f"<p>{escape(text)}</p>" if text else ""


def _unlisted_text(story: Story, shown: _Shown, say: Say) -> str:
    count = len(story.tellings) - len(shown)
    return say("story-unlisted", count=count) if count else ""


def _rich_telling(telling: Telling, story: Story, reader: Reader) -> str:
    news = "".join(f"<p>{line}</p>" for line in _news(telling, reader))
    footer = SEPARATOR.join(_beside(telling, story, reader, moment=_rich_moment))
    return f"<h4>{_title_link(telling.article, reader)}</h4>{news}<footer>{footer}</footer>"


def _line(telling: Telling, story: Story, reader: Reader) -> str:
    beside = SEPARATOR.join(_beside(telling, story, reader, moment=_moment))
    return "\n".join((f"{_title_link(telling.article, reader)} — {beside}", *_news(telling, reader)))


def _beside(
    telling: Telling, story: Story, reader: Reader, *, moment: Callable[[Telling, Story, Reader], str]
) -> list[str]:
    parts = [moment(telling, story, reader), source_line(telling.article, reader)]
    if len(story.tellings) > 1 and telling is story.tellings[0]:
        parts.append(escape(reader.say("story-first")))
    elif telling.article.development:
        parts.append(escape(reader.say("story-comes-back")))
    return parts


def _moment(telling: Telling, story: Story, reader: Reader) -> str:
    return escape(reader.time(telling.article.published_at, seen_from=story.newest.published_at))


def _rich_moment(telling: Telling, story: Story, reader: Reader) -> str:
    published = telling.article.published_at
    style = "t" if reader.same_day(published, story.newest.published_at) else "dt"
    return f'<tg-time unix="{int(published.timestamp())}" format="{style}">{_moment(telling, story, reader)}</tg-time>'


def _news(telling: Telling, reader: Reader) -> list[str]:
    if not telling.news:
        return []
    quoted = " ".join(shorten(sentence, MAX_NEWS_UNITS) for sentence in telling.news)
    return [f"<b>{escape(reader.say('story-new'))}</b> {escape(quoted)} {QUOTED_MARK}"]


def _title(story: Story, reader: Reader) -> str:
    """The newest title, in the reader's language where its summary has one."""
    translated = story.summary.title.strip() if story.summary else ""
    return escape(shorten(translated, MAX_TITLE_UNITS)) or _title_link(story.newest, reader)


def _title_link(article: Article, reader: Reader) -> str:
    return link(article_url(article, reader.bot_username), shorten(title_text(article), MAX_TITLE_UNITS))


def _overview(story: Story, reader: Reader) -> str:
    """When, how often and by how many sources the story was told."""
    sources = {telling.article.source_name.casefold() for telling in story.tellings}
    told = reader.say("story-tellings", count=len(story.tellings))
    by = reader.say("story-sources", count=len(sources))
    return escape(SEPARATOR.join((reader.date(story.newest.published_at), told, by)))


def _summary(story: Story) -> str:
    return shorten(story.summary.text.strip(), MAX_LONGER_UNITS) if story.summary else ""


def _rich_summary(story: Story) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in _summary(story).splitlines() if line.strip())


def _reasons(story: Story, reader: Reader) -> list[str]:
    """One line for each telling of which is kept why it is in the story."""
    names = {telling.article.id: telling.article.source_name for telling in story.tellings}
    lines = []
    for telling in story.tellings:
        if telling.join is not None:
            other = names.get(telling.join.joined_to) or reader.say("story-another")
            key = text_key(f"story-why-{telling.join.rule}")
            words = ", ".join(telling.join.shared[:MAX_WORDS])
            lines.append(escape(reader.say(key, source=telling.article.source_name, other=other, words=words)))
    return lines


def _notes(story: Story, reader: Reader) -> str:
    """What there is to say of the summary and of the quotations."""
    summary = story.summary
    notes = [story.note]
    if summary is not None and story.untranslated:
        name = language_name(summary.language, reader.language)
        notes.append(reader.say("digest-original-language", language=name))
    quotes = any(telling.news for telling in story.tellings)
    if quotes or (summary is not None and summary.kind is EngineKind.EXTRACTIVE):
        notes.append(f"{QUOTED_MARK} {reader.say('digest-quoted')}")
    return escape(SEPARATOR.join(filter(None, notes)))
