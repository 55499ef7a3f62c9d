"""What chats that are composed for at about the same time share: windows, picked stories, their material, drawings.

Each is read, chosen and drawn once and kept for the batches that follow. The moment stands still meanwhile: all chats
get the news up to the same article.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from bot.digest.filtering import Filtering
from bot.digest.languages import Aside, SummaryLanguages, aside_of
from bot.digest.material import Material
from bot.digest.pick import Picks, pick
from bot.digest.plan import ChatPlan, assign, sections, slot, window_start
from bot.filters.matching import Ruleset, ruleset
from bot.filters.tastes import NOT_MOVED, Moved, Palate, Tastes
from bot.models.articles import Article, CategoryPath
from bot.models.chats import Chat
from bot.models.composed import Audience, Recipient, Section
from bot.store import Store
from bot.ticking import Breaks

if TYPE_CHECKING:
    from bot.digest.draw import Drawings

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

WINDOW_LIMIT = 1000  # articles of one category and window
KEPT_WINDOWS = 200
KEPT_DIVISIONS = 500
KEPT_SELECTIONS = 200  # of one division


@dataclass(slots=True, eq=False)
class Selection:
    """The stories of a digest, by category, for all chats that were told the same of them before."""

    picks: Picks
    gathered: set[tuple[SummaryLanguages, bool]] = field(default_factory=set)  # languages, with pictures or without
    drawn: dict[Hashable, tuple[Section, ...]] = field(default_factory=dict)  # by what differs


@dataclass(slots=True, eq=False)
class Division:
    """The articles of a window divided between some categories, each story in one of them."""

    by_category: Mapping[CategoryPath, Sequence[Article]]
    stories: tuple[str, ...]
    languages: frozenset[str]
    # By what chats were told, do not read, and like more or less.
    selections: dict[Hashable, Selection] = field(default_factory=dict)
    filtered: dict[tuple[Ruleset, str], Division] = field(default_factory=dict)  # by rules and language of summaries


Selected = list[tuple[Audience, Selection]]


class Shared:
    """What is kept between the batches of one round of composing."""

    def __init__(
        self,
        *,
        store: Store,
        now: datetime,
        upto_id: int,
        lookback_id: int,
        max_stories: int,
        drawings: Drawings,
        filtering: Filtering,
    ) -> None:
        self.now = now
        self.upto_id = upto_id
        self.lookback_id = lookback_id
        self.drawings = drawings
        self.filtering = filtering
        self._articles = store.articles
        self._sent = store.digests.already_sent_each
        self._breaks = Breaks()
        self._max_stories = max_stories
        self._windows: dict[tuple[CategoryPath, int], list[Article]] = {}
        self._divisions: dict[tuple[tuple[CategoryPath, ...], int], Division] = {}

    @property
    def material(self) -> Material:
        """The summaries and pictures that were gathered so far."""
        return self.drawings.material

    def plan(self, chat: Chat, *, scheduled: bool) -> ChatPlan:
        """What the digest of this chat, and of all that are like it, is."""
        return ChatPlan(
            chat=chat,
            slot=slot(chat, self.upto_id, scheduled=scheduled, now=self.now),
            after_id=window_start(chat, self.lookback_id, scheduled=scheduled),
            upto_id=max(self.upto_id, chat.cursor),
            scheduled=scheduled,
        )

    async def selected(self, audiences: Sequence[Audience], *, scheduled: bool) -> Selected:
        """These chats, those of an audience that know the same stories together, with the stories of their digests."""
        divisions = await self._divided(audiences, scheduled=scheduled)
        both = list(zip(audiences, divisions, strict=True))
        known = iter(
            await self._sent([(chat, division.stories) for each, division in both for chat in each.recipients])
        )
        selected: Selected = []
        for audience, division in both:
            aside = aside_of(audience.chat, division.languages, translates=self.drawings.translates)
            moved = await self.moved(division, audience.tastes)
            alike: dict[Hashable, tuple[dict[str, int], list[Recipient]]] = {}
            for chat, told in zip(audience.recipients, known, strict=False):
                alike.setdefault(frozenset(told.items()), (told, []))[1].append(chat)
            for told, chats in alike.values():
                selection = await self.selection(division, told, aside, moved)
                selected.append((audience._replace(recipients=tuple(chats)), selection))
        return selected

    async def _divided(self, audiences: Sequence[Audience], *, scheduled: bool) -> list[Division]:
        """The articles that each audience chooses from, by its rules."""
        rules = [ruleset(audience.rules) if audience.rules else None for audience in audiences]
        await self.filtering.expect(filter(None, rules), many=scheduled)
        divisions = []
        for audience, own in zip(audiences, rules, strict=True):
            after_id = window_start(audience.chat, self.lookback_id, scheduled=scheduled)
            division = await self.division(audience.categories, after_id)
            divisions.append(await self.filtered(division, own, audience.chat.summary_language))
        return divisions

    async def division(self, categories: tuple[CategoryPath, ...], after_id: int) -> Division:
        """The articles after this one for chats with these categories."""

        async def make() -> Division:
            return _division(assign({category: await self._window(category, after_id) for category in categories}))

        return await _kept(self._divisions, (categories, after_id), make, most=KEPT_DIVISIONS)

    async def filtered(self, division: Division, rules: Ruleset | None, language: str) -> Division:
        """What a chat's rules leave of a division; all of it where the chat has none."""
        if rules is None:
            return division

        async def make() -> Division:
            return _division(
                {
                    category: await self.filtering.visible(articles, rules, language=language)
                    for category, articles in division.by_category.items()
                }
            )

        return await _kept(division.filtered, (rules, language), make, most=KEPT_SELECTIONS)

    async def moved(self, division: Division, tastes: Tastes) -> Moved:
        """By how much a chat's tastes move stories of a division; tastes that meet none of them make no difference."""
        if not tastes:
            return NOT_MOVED
        palate = Palate(tastes)
        await self._breaks.take()  # each such chat takes a moment
        return palate.moved(article for articles in division.by_category.values() for article in articles)

    async def selection(
        self, division: Division, sent: Mapping[str, int], aside: Aside, moved: Moved = NOT_MOVED
    ) -> Selection:
        """The stories of a division for a chat that was told some of them, does not read all, and likes some more."""

        async def make() -> Selection:
            picked = (
                (category, pick(articles, max_stories=self._max_stories, sent=sent, aside=aside, moved=moved))
                for category, articles in division.by_category.items()
            )
            selection = Selection(picks=tuple(entry for entry in picked if entry[1].items))
            await self._breaks.take()
            return selection

        key = (frozenset(sent.items()), aside, frozenset(moved.items()))
        return await _kept(division.selections, key, make, most=KEPT_SELECTIONS)

    async def sections(self, plan: ChatPlan, selection: Selection) -> tuple[Section, ...]:
        """The digest of a selection as this plan's chat sees it; the very same object for all who see the same."""
        chat = plan.chat

        async def make() -> tuple[Section, ...]:
            drawn = []
            for section in self.drawings.sections(chat, selection.picks):
                drawn.append(section)
                await self._breaks.take()
            return sections(plan, drawn, buttons=self.drawings.buttons(chat), now=self.now)

        key = plan.scheduled, self.drawings.shared_by(chat, len(selection.picks))
        return await _kept(selection.drawn, key, make, most=KEPT_SELECTIONS)

    async def _window(self, category: CategoryPath, after_id: int) -> list[Article]:
        async def make() -> list[Article]:
            return await self._articles.window(category, after_id=after_id, upto_id=self.upto_id, limit=WINDOW_LIMIT)

        return await _kept(self._windows, (category, after_id), make, most=KEPT_WINDOWS)


def _division(by_category: Mapping[CategoryPath, Sequence[Article]]) -> Division:
    articles = [article for found in by_category.values() for article in found]
    return Division(
        by_category=by_category,
        stories=tuple(sorted({article.story_id for article in articles})),
        languages=frozenset(article.language for article in articles),
    )


async def _kept(kept: dict[Key, Value], key: Key, make: Callable[[], Awaitable[Value]], *, most: int) -> Value:
    """The value of a key, made where it is missing; the oldest one gives way where there are too many."""
    if key not in kept:
        made = await make()
        while len(kept) >= most:
            del kept[next(iter(kept))]
        kept[key] = made
        return made
    return kept[key]
