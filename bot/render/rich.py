"""Renders a digest as one rich message (pure): pictures, linked titles and summaries.

The first stories are open, the others folded. The message always keeps Telegram's limits: stories that do not fit are
dropped from the end and counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.models.articles import Article
from bot.models.digests import Digest, DigestItem, PictureRef
from bot.models.messages import RichContent
from bot.render.phrases import (
    QUOTED_MARK,
    SEPARATOR,
    Reader,
    also_line,
    category_name,
    closing_note,
    continued_note,
    date_line,
    headline,
    is_quoted,
    picture_tag,
    reads_right_to_left,
    shown_language,
    source_line,
    summary_text,
    title_link,
    translated_title,
)
from bot.render.rich_budget import RICH_BLOCKS, RICH_UNITS, RichBudget
from bot.text.markup import escape
from bot.texts import Say

# Stories that are not folded: about two screens with their pictures. A single further story is not folded either.
OPEN_STORIES = 4
# The most headlines without a summary at the end.
MAX_HEADLINES = 30
# Reserved for what is known only at the end: the titles of the folds and the count of dropped stories.
_RESERVED_UNITS = 400
_RESERVED_BLOCKS = 12


def render_rich(digest: Digest, *, say: Say, language: str, bot_username: str, zone: str = "UTC") -> RichContent:
    """The digest as one message. `language` is the interface language, `zone` the reader's time zone."""
    reader = Reader(say=say, language=language, zone=zone, bot_username=bot_username)
    note, marked = closing_note(digest.items, reader)
    footer = f"<footer>{note}</footer>" if note else ""
    budget = RichBudget(units=RICH_UNITS - _RESERVED_UNITS, blocks=RICH_BLOCKS - _RESERVED_BLOCKS)
    heading = f"<h3>{escape(category_name(digest.category, reader))}</h3><p><i>{date_line(digest, reader)}</i></p>"
    budget.take(heading + footer)
    pictures: dict[str, PictureRef] = {}
    stories = []
    for item in digest.items:
        story = _fitting_story(item, digest, reader, marked=marked, seen=pictures, budget=budget)
        if story is None:
            break
        stories.append(story)
    beyond = [*(item.article for item in digest.items[len(stories) :]), *digest.more]
    lines = [line for line in _list_items(beyond[:MAX_HEADLINES], digest, reader) if budget.take(line)]
    shown = OPEN_STORIES if len(stories) > OPEN_STORIES + 1 else len(stories)
    html = "".join(
        (
            heading,
            "<hr/>".join(stories[:shown]),
            _folded("<hr/>".join(stories[shown:]), say("digest-more-stories", count=len(stories) - shown)),
            _headlines(lines, len(beyond) - len(lines), reader),
            footer,
        )
    )
    return RichContent(
        html=html,
        pictures=tuple(pictures.values()),
        rtl=reads_right_to_left([shown_language(item) for item in digest.items]),
    )


def _fitting_story(
    item: DigestItem,
    digest: Digest,
    reader: Reader,
    *,
    marked: bool,
    seen: dict[str, PictureRef],
    budget: RichBudget,
) -> str | None:
    """The story with its picture, else without it, or None if neither fits. Adds the picture to `seen`.

    A picture is shown once in a message: some sources give their logo to every article.
    """
    text = _story(item, digest, reader, marked=marked)
    picture = item.picture
    if picture is not None and picture.key not in seen:
        whole = picture_tag(picture) + text
        if budget.take(whole + "<hr/>"):
            seen[picture.key] = picture
            return whole
    return text if budget.take(text + "<hr/>") else None


def _story(item: DigestItem, digest: Digest, reader: Reader, *, marked: bool) -> str:
    article, until = item.article, digest.until
    summary = ""
    if item.summary:
        mark = f" {QUOTED_MARK}" if marked and is_quoted(item) else ""
        summary = f"<p>{summary_text(item)}{mark}</p>"
    published = article.published_at
    style = "t" if reader.same_day(published, until) else "dt"
    moment = escape(reader.time(published, seen_from=until))
    when = f'<tg-time unix="{int(published.timestamp())}" format="{style}">{moment}</tg-time>'
    parts = [source_line(article, reader), when, *continued_note(article, digest, reader)]
    if item.also:
        parts.append(also_line(item.also, reader))
    title = f"<h4>{title_link(article, reader)}</h4>"
    if translated := translated_title(item):
        title = f"<h4>{translated}</h4><p><i>{title_link(article, reader)}</i></p>"
    return f"{title}{summary}<footer>{SEPARATOR.join(parts)}</footer>"


def _list_items(articles: Iterable[Article], digest: Digest, reader: Reader) -> Iterator[str]:
    return (f"<li>{headline(article, digest, reader)}</li>" for article in articles)


def _folded(inner: str, title: str) -> str:
    return f"<details><summary>{escape(title)}</summary>{inner}</details>" if inner else ""


def _headlines(lines: list[str], unlisted: int, reader: Reader) -> str:
    """The folded list of further headlines, and how many stories it does not list."""
    rest = f"<p>{escape(reader.say('digest-unlisted', count=unlisted))}</p>" if unlisted else ""
    if not lines:
        return rest
    title = reader.say("digest-more-headlines", count=len(lines))
    return _folded(f"<ul>{''.join(lines)}</ul>{rest}", title)
