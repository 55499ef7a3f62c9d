"""Renders a digest as one rich message (pure): pictures, linked titles and summaries, in the look the reader chose.

The first stories are open, the others folded. The message always keeps Telegram's limits: stories that do not fit are
dropped from the end and counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.models.articles import Article
from bot.models.chats import DigestLook
from bot.models.digests import MAX_HEADLINES, Digest, DigestItem, PictureRef
from bot.models.messages import RichContent
from bot.render.digest_keyboards import story_buttons
from bot.render.lead import HEADLINE_WIDTH, SOURCE_WIDTH, holds_all, lead_text, room_for_lead, shortened
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
    shown_title,
    source_line,
    story_count,
    summary_text,
    title_link,
    translated_title,
)
from bot.render.rich_budget import RICH_BLOCKS, RICH_UNITS, RichBudget
from bot.text.markup import escape

# Stories that are not folded: about two screens with their pictures. A single further story is not folded either.
OPEN_STORIES = 4
# Reserved for the list that ends a section: its fold, and how many headlines are not in it.
_FRAME = "<details><summary></summary><ul></ul></details><p></p>" + "x" * 80
# Reserved for what is known only at the end: the titles of the folds and the count of dropped stories.
_RESERVED_UNITS = 400
_RESERVED_BLOCKS = 12


def render_rich(
    digest: Digest,
    reader: Reader,
    *,
    look: DigestLook = DigestLook.PICTURES,
    closing: str = "",
    dated: bool = True,
    buttons: bool = False,
) -> RichContent:
    """The digest as one message. `closing`: plain text.

    Not `dated`: a message before it says which day it is. `buttons`: each story has some of its own.
    """
    return _rendered(
        [digest], reader, look=look, closing=closing, open_stories=OPEN_STORIES, dated=dated, buttons=buttons
    )


def render_together_rich(
    digests: Sequence[Digest],
    reader: Reader,
    *,
    look: DigestLook,
    closing: str = "",
    buttons: bool = False,
    opening: str = "",
) -> RichContent:
    """The digests of several categories as one message with a section for each, all but its first story folded.

    `opening`: HTML that stands above them and says which day it is.
    """
    return _rendered(
        digests,
        reader,
        look=look,
        closing=closing,
        open_stories=1,
        dated=not opening,
        buttons=buttons,
        opening=opening,
    )


def _rendered(
    digests: Sequence[Digest],
    reader: Reader,
    *,
    look: DigestLook,
    closing: str,
    open_stories: int,
    dated: bool,
    buttons: bool,
    opening: str = "",
) -> RichContent:
    items = [item for digest in digests for item in digest.items]
    note, marked = closing_note(() if look is DigestLook.HEADLINES else items, reader)
    footer = "".join(f"<footer>{line}</footer>" for line in (note, escape(closing)) if line)
    page = _Page(
        reader=reader,
        look=look,
        marked=marked,
        open_stories=open_stories,
        dated=dated,
        is_one_of_many=len(digests) > 1,
        buttons=buttons,
        budget=RichBudget(units=RICH_UNITS - _RESERVED_UNITS, blocks=RICH_BLOCKS - _RESERVED_BLOCKS),
    )
    page.budget.take(opening + footer)
    html = "".join(page.section(digest) for digest in digests)
    return RichContent(
        html=opening + html + footer,
        pictures=tuple(page.pictures.values()),
        rtl=reads_right_to_left([shown_language(item) for item in items], interface=reader.language),
    )


@dataclass(slots=True, kw_only=True)
class _Page:
    """A message that is being written: what it still holds, and which pictures it shows."""

    reader: Reader
    look: DigestLook
    marked: bool  # each quoted summary has a mark
    open_stories: int
    dated: bool  # the next section says which day it is
    is_one_of_many: bool  # a section, which says how many stories it has
    buttons: bool
    budget: RichBudget
    pictures: dict[str, PictureRef] = field(default_factory=dict)

    def section(self, digest: Digest) -> str:
        """The heading of a category and its stories."""
        heading = f"<h3>{escape(category_name(digest.category, self.reader))}</h3>{self._day(digest)}"
        if not self.budget.take(heading + _FRAME):
            return ""
        self.dated = False
        stories: list[str] = []
        if self.look is not DigestLook.HEADLINES:
            for item in digest.items:
                story = self._fitting(item, digest, is_open=self._is_open(len(stories), len(digest.items)))
                if story is None:
                    break
                stories.append(story)
        beyond = [*(item.article for item in digest.items[len(stories) :]), *digest.more]
        return "".join((heading, self._stories(stories), self._list(beyond, digest)))

    def _day(self, digest: Digest) -> str:
        if not self.dated:
            return f"<footer>{story_count(digest, self.reader)}</footer>" if self.is_one_of_many else ""
        if self.look is DigestLook.PICTURES:
            return f"<p><i>{date_line(digest, self.reader)}</i></p>"
        return f"<footer>{date_line(digest, self.reader, short=True)}</footer>"

    def _is_open(self, index: int, count: int) -> bool:
        if self.look is DigestLook.COMPACT:
            return index == 0
        return index < self.open_stories or count <= self.open_stories + 1

    def _stories(self, stories: list[str]) -> str:
        if self.look is DigestLook.COMPACT:  # each story but the first is a fold of its own
            return "".join(stories)
        shown = self.open_stories if len(stories) > self.open_stories + 1 else len(stories)
        title = self.reader.say("digest-more-stories", count=len(stories) - shown)
        return "<hr/>".join(stories[:shown]) + _folded("<hr/>".join(stories[shown:]), escape(title))

    def _fitting(self, item: DigestItem, digest: Digest, *, is_open: bool) -> str | None:
        """The story with its picture, else without it, or None if neither fits.

        A picture is shown once in a message: some sources give their logo to every article. A drawn card repeats the
        title, so that only the look with a picture for each story has it.
        """
        is_lead = is_open and self.look is DigestLook.COMPACT and len(digest.items) > 1
        text = _story(item, digest, self.reader, marked=self.marked, summary=self._lead(digest) if is_lead else None)
        if self.buttons:
            text += story_buttons(item.article.id, self.reader.say)
        picture = item.picture
        if self.look is DigestLook.COMPACT and item.is_card:
            picture = None
        if picture is not None and picture.key not in self.pictures:
            whole = self._framed(picture_tag(picture) + text, item, digest, is_open=is_open)
            if self.budget.take(whole + "<hr/>"):
                self.pictures[picture.key] = picture
                return whole
        alone = self._framed(text, item, digest, is_open=is_open)
        return alone if self.budget.take(alone + "<hr/>") else None

    def _lead(self, digest: Digest) -> str:
        """What is shown of the first story's summary, so that the other headlines are seen at once."""
        first = digest.items[0]
        return lead_text(first, room=room_for_lead(map(_headline, digest.items), has_picture=_has_picture(first)))

    def _framed(self, html: str, item: DigestItem, digest: Digest, *, is_open: bool) -> str:
        if self.look is not DigestLook.COMPACT or is_open:
            return html
        source = f" <i>{SEPARATOR.strip()} {escape(_source(item))}</i>" if _names_sources(digest) else ""
        return _folded(html, f"{escape(_headline(item))}{source}")

    def _list(self, articles: Sequence[Article], digest: Digest) -> str:
        """The headlines of stories without a summary, and how many are not listed."""
        reader = self.reader
        items = (f"<li>{headline(article, digest, reader)}</li>" for article in articles[:MAX_HEADLINES])
        lines = [line for line in items if self.budget.take(line)]
        unlisted = len(articles) - len(lines)
        rest = f"<p>{escape(reader.say('digest-unlisted', count=unlisted))}</p>" if unlisted else ""
        if not lines:
            return rest
        if self.look is DigestLook.HEADLINES:
            return f"<ul>{''.join(lines)}</ul>{rest}"
        title = escape(reader.say("digest-more-headlines", count=len(lines)))
        return _folded(f"<ul>{''.join(lines)}</ul>{rest}", title)


def _story(item: DigestItem, digest: Digest, reader: Reader, *, marked: bool, summary: str | None = None) -> str:
    """The story without its picture. `summary`: what is shown of it; None: all."""
    article, until = item.article, digest.until
    words = summary_text(item) if summary is None else summary
    if words:
        mark = f" {QUOTED_MARK}" if marked and is_quoted(item) else ""
        words = f"<p>{words}{mark}</p>"
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
    return f"{title}{words}<footer>{SEPARATOR.join(parts)}</footer>"


def _names_sources(digest: Digest) -> bool:
    """Whether folds say who tells their story: where several do, and nothing leaves the first screen for that."""
    first, *others = digest.items
    lines = [_headline(first), *(f"{_headline(item)}{SEPARATOR}{_source(item)}" for item in others)]
    is_one = len({item.article.source_name for item in digest.items}) == 1
    return not is_one and holds_all(lines, first, has_picture=_has_picture(first))


def _headline(item: DigestItem) -> str:
    return shortened(shown_title(item), HEADLINE_WIDTH)


def _source(item: DigestItem) -> str:
    return shortened(item.article.source_name, SOURCE_WIDTH)


def _has_picture(item: DigestItem) -> bool:
    return item.picture is not None and not item.is_card


def _folded(inner: str, title: str) -> str:
    """A fold. `title`: HTML."""
    return f"<details><summary>{title}</summary>{inner}</details>" if inner else ""
