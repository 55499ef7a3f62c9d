"""Draws digests from summaries and pictures: each distinct one once, shared by all chats that get it. Pure."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from datetime import datetime
from functools import lru_cache

from bot.digest.languages import aside_of, summary_languages
from bot.digest.material import Material
from bot.digest.pick import Picked, Picks, story_rank
from bot.digest.plan import Drawn, DrawnSection, next_after, period_start
from bot.models.articles import CategoryPath
from bot.models.chats import Chat, ChatKind, DigestFormat, DigestLayout, DigestLook, DigestMode, Schedule
from bot.models.digests import Digest, Edition
from bot.models.messages import Content, Keyboard
from bot.models.quiet import QuietHours
from bot.render.classic import render_classic
from bot.render.digest_keyboards import digest_row
from bot.render.front_page import render_front_classic, render_front_headlines, render_front_rich
from bot.render.moments import zoned_moment
from bot.render.phrases import Reader, is_long
from bot.render.rich import render_rich, render_together_rich
from bot.texts import speaker

KEPT_DRAWINGS = 500  # the oldest one gives way


def layout_of(chat: Chat, categories: int) -> DigestLayout:
    """In which messages a digest of so many categories comes to this chat; never AUTO."""
    if categories < 2 or chat.schedule.mode is DigestMode.INSTANT:
        return DigestLayout.CATEGORIES
    return usual_layout(chat)


def usual_layout(chat: Chat) -> DigestLayout:
    """In which messages a scheduled digest of several categories comes to this chat; never AUTO."""
    if chat.layout is DigestLayout.AUTO:
        return DigestLayout.EDITION if chat.kind is ChatKind.PRIVATE else DigestLayout.CATEGORIES
    return chat.layout


def closing_line(chat: Chat, now: datetime) -> str:
    """The line that ends a digest and names the next one, plain text; "" where the chat gets none.

    Groups and channels get it only where somebody chose a layout for them.
    """
    if chat.schedule.mode is DigestMode.INSTANT:
        return ""
    if chat.kind is not ChatKind.PRIVATE and chat.layout is DigestLayout.AUTO:
        return ""
    return _closing_line(chat.schedule, chat.quiet, chat.zone, chat.ui_language, now)


@lru_cache(maxsize=4096)  # many chats have the same schedule
def _closing_line(schedule: Schedule, quiet: QuietHours | None, zone: str, language: str, now: datetime) -> str:
    say = speaker(language)
    following = next_after(schedule, quiet, zone, now)
    if following is None:
        return say("digest-end")
    return say("digest-end-next", when=zoned_moment(following, now=now, zone=zone, language=language, say=say))


class Drawings:
    """The digests drawn at one moment. A digest is drawn once and shared by all chats that get the same."""

    def __init__(
        self,
        material: Material,
        digest_format: DigestFormat,
        *,
        bot_username: str,
        now: datetime,
        upto_id: int,
        translates: bool = False,
    ) -> None:
        self.material = material
        self._format = digest_format
        self._bot_username = bot_username
        self._now = now
        self._upto_id = upto_id  # of the newest article that is told
        self._rows: dict[str, Keyboard] = {}  # by language; the very same objects share a payload
        self.translates = translates  # the engine, into any language
        self._drawn: dict[Hashable, Drawn] = {}
        self.count = 0  # how many were drawn so far

    def _seen_by(self, chat: Chat) -> Hashable:
        """What this chat sees of any digest is the same for all chats with the same value."""
        since = period_start(chat, now=self._now)
        return (
            chat.ui_language,
            summary_languages(chat, translates=self.translates),
            chat.zone,
            chat.pictures,
            chat.format,
            chat.look,
            since if is_long(since, self._now) else None,
            bool(self.buttons(chat)),
        )

    def shared_by(self, chat: Chat, categories: int) -> Hashable:
        """A scheduled digest of these stories, in so many categories, is the same for all chats with the same value."""
        return self._seen_by(chat), layout_of(chat, categories), closing_line(chat, self._now)

    def sections(self, chat: Chat, picks: Picks) -> Iterator[DrawnSection]:
        """The parts of a digest of these categories, in the layout and with the end that the chat gets."""
        closing, dated = closing_line(chat, self._now), True
        told = tuple(story for _, picked in picks for story in picked.told)
        match layout_of(chat, len(picks)):
            case DigestLayout.TOGETHER:
                yield DrawnSection(category=None, contents=self.together(chat, picks, closing), stories=told)
                return
            case DigestLayout.EDITION if chat.look is DigestLook.HEADLINES and not self._is_classic(chat):
                yield DrawnSection(category=None, contents=self._headlines(chat, picks, closing), stories=told)
                return
            case DigestLayout.EDITION:
                lead = self._lead(chat, picks)
                front, dated = self._front(chat, picks, lead), False
                yield DrawnSection(category=None, contents=front, stories=lead[1].told[:1])
                picks = tuple(
                    (category, picked.after_first() if category == lead[0] else picked) for category, picked in picks
                )
                picks = tuple((category, picked) for category, picked in picks if picked.told)
            case _:
                pass
        for number, (category, picked) in enumerate(picks, start=1):
            last = closing if number == len(picks) else ""
            contents = self.of(chat, category, picked, closing=last, dated=dated)
            yield DrawnSection(category=category, contents=contents, stories=picked.told)

    def buttons(self, chat: Chat) -> Keyboard:
        """The row below a digest; none in a channel, where every reader could press it, unless it has a layout."""
        if chat.kind is ChatKind.CHANNEL and chat.layout is DigestLayout.AUTO:
            return ()
        language = chat.ui_language
        if language not in self._rows:
            self._rows[language] = digest_row(self._upto_id, say=speaker(language))
        return self._rows[language]

    def _lead(self, chat: Chat, picks: Picks) -> tuple[CategoryPath, Picked]:
        """The category whose first story leads the edition: one that is read, before all others."""
        firsts = [picked.items[0][0].language for _, picked in picks]
        aside = aside_of(chat, firsts, translates=self.translates)

        def rank(pick: tuple[CategoryPath, Picked]) -> tuple[bool, tuple[float, datetime, int]]:
            first = pick[1].items[0]
            return not aside.holds(first[0]), story_rank(first, moved=pick[1].lead_moved)

        return max(picks, key=rank)

    def of(self, chat: Chat, category: CategoryPath, picked: Picked, *, closing: str = "", dated: bool = True) -> Drawn:
        """The contents of one category of a digest as this chat sees it."""
        key = ("category", category, _story_ids(picked), closing, dated)

        def draw() -> Drawn:
            return self._draw(chat, (self._digest(chat, category, picked),), closing, dated=dated)

        return self._kept(chat, key, draw)

    def together(self, chat: Chat, picks: Picks, closing: str = "") -> Drawn:
        """The contents of several categories in one message as this chat sees them."""
        key = ("together", *((category, _story_ids(picked)) for category, picked in picks), closing)
        return self._kept(chat, key, lambda: self._draw(chat, [self._digest(chat, *pick) for pick in picks], closing))

    def _front(self, chat: Chat, picks: Picks, lead: tuple[CategoryPath, Picked]) -> Drawn:
        def draw() -> Drawn:
            edition, reader = self._edition(chat, picks, lead), self._reader(chat)
            classic = render_front_classic(edition, reader)
            if self._is_classic(chat):
                return tuple((content, ()) for content in classic)
            return ((render_front_rich(edition, reader, buttons=bool(self.buttons(chat))), classic),)

        key = ("front", lead[0], *((category, _story_ids(picked)) for category, picked in picks))
        return self._kept(chat, key, draw)

    def _headlines(self, chat: Chat, picks: Picks, closing: str) -> Drawn:
        """An edition that is a front page alone: the headlines that its categories would repeat."""

        def draw() -> Drawn:
            edition = self._edition(chat, picks, self._lead(chat, picks))
            rich = render_front_headlines(edition, self._reader(chat), closing=closing)
            return ((rich, self._classic(chat, edition.categories, closing)),)

        key = ("headlines", *((category, _story_ids(picked)) for category, picked in picks), closing)
        return self._kept(chat, key, draw)

    def _edition(self, chat: Chat, picks: Picks, lead: tuple[CategoryPath, Picked]) -> Edition:
        digests = tuple(self._digest(chat, *pick) for pick in picks)
        first = next(digest.items[0] for digest in digests if digest.category == lead[0])
        return Edition(lead=first, categories=digests)

    def _kept(self, chat: Chat, key: Hashable, draw: Callable[[], Drawn]) -> Drawn:
        """What `draw` makes for this key and what the chat sees; made where it is missing."""
        whole = (key, self._seen_by(chat))
        if whole not in self._drawn:
            if len(self._drawn) >= KEPT_DRAWINGS:
                del self._drawn[next(iter(self._drawn))]
            self._drawn[whole] = draw()
            self.count += 1
        return self._drawn[whole]

    def _draw(self, chat: Chat, digests: Sequence[Digest], closing: str, *, dated: bool = True) -> Drawn:
        reader = self._reader(chat)
        classic = self._classic(chat, digests, closing, dated=dated)
        if self._is_classic(chat):
            return tuple((content, ()) for content in classic)
        buttons = bool(self.buttons(chat))
        if len(digests) == 1:
            rich = render_rich(digests[0], reader, look=chat.look, closing=closing, dated=dated, buttons=buttons)
        else:
            rich = render_together_rich(digests, reader, look=chat.look, closing=closing, buttons=buttons)
        return ((rich, classic),)

    def _classic(
        self, chat: Chat, digests: Sequence[Digest], closing: str, *, dated: bool = True
    ) -> tuple[Content, ...]:
        reader, last = self._reader(chat), digests[-1]
        drawn = (
            render_classic(digest, reader, closing=closing if digest is last else "", dated=dated) for digest in digests
        )
        return tuple(content for contents in drawn for content in contents)

    def _digest(self, chat: Chat, category: CategoryPath, picked: Picked) -> Digest:
        return Digest(
            category=category,
            since=period_start(chat, now=self._now),
            until=self._now,
            items=self.material.items(
                picked.items,
                languages=summary_languages(chat, translates=self.translates),
                pictures=chat.pictures,
            ),
            more=picked.more,
            continued=picked.continued,
        )

    def _reader(self, chat: Chat) -> Reader:
        return Reader(
            say=speaker(chat.ui_language),
            language=chat.ui_language,
            zone=chat.zone,
            bot_username=self._bot_username,
        )

    def _is_classic(self, chat: Chat) -> bool:
        return chat.reads_classic(self._format)


def _story_ids(picked: Picked) -> Hashable:
    """What tells the stories of one category from those of another digest."""
    items = tuple((article.id, *(other.id for other in also)) for article, also in picked.items)
    return items, tuple(article.id for article in picked.more), picked.continued
