"""Composes digests: due chats -> stories -> summaries and pictures -> messages, in one transaction with the schedule.

The outbox takes the messages; nothing is sent here. `plan`, `pick` and the renderers decide, this module calls them.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.digest.draw import Drawings, Material
from bot.digest.pick import Picked, Story, pages, pick, rank
from bot.digest.plan import ChatPlan, assign, composed, slot, window_start
from bot.errors import StoreError
from bot.models.articles import Article, CategoryPath
from bot.models.chats import ORIGINAL, Chat, ChatKey, DigestFormat, DigestMode
from bot.models.composed import ComposedDigest
from bot.models.digests import FIRST_WINDOW, Digest
from bot.models.ports import Clock
from bot.pictures.gather import gather_pictures
from bot.pictures.illustrate import candidates
from bot.pictures.thumbnails import Thumbnails
from bot.store import Store
from bot.summaries.queue import Purpose
from bot.summaries.service import SummaryService
from bot.text.schedule import local_midnight
from summarizer import Summary

logger = logging.getLogger(__name__)

BATCH_CHATS = 200  # composed and committed together: bounds memory, and the work that a crash undoes
WINDOW_LIMIT = 1000  # articles of one category and window
BUG_PAUSE = timedelta(minutes=5)  # before a digest that could not be composed is tried again
PREVIEW_SECONDS = 600.0  # for summaries on the command line, which shows what would be sent
FEW_HEADLINES = 3  # with fewer since midnight, the last day is shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Headlines:
    """One page of the news since midnight, or of the last 24 hours where there is little since then."""

    digest: Digest
    page: int  # from 0
    pages: int
    since_midnight: bool


class Composer:
    """Composes digests. Its methods may run at the same time; each commit is one transaction."""

    def __init__(
        self,
        *,
        store: Store,
        summaries: SummaryService,
        thumbnails: Thumbnails,
        clock: Clock,
        max_stories: int,
        digest_format: DigestFormat,
        bot_username: str,
    ) -> None:
        self._store = store
        self._summaries = summaries
        self._thumbnails = thumbnails
        self._clock = clock
        self._max_stories = max_stories
        self._digest_format = digest_format
        self._bot_username = bot_username
        self._put_off: dict[ChatKey, datetime] = {}  # chats whose digest failed with a bug, until when

    async def compose_due(self, *, instant: bool | None = None) -> int:
        """Compose for every chat that is due; returns how many messages the outbox got.

        `instant`: only for chats that get news at once, or only for the others; None: for all. Both may run at the same
        time, so that instant news that waits for its summaries delays no digest.
        """
        composed = 0
        now = self._clock.now()
        self._put_off = {key: until for key, until in self._put_off.items() if until > now}
        done = set(self._put_off)
        while chats := [chat for chat in await self._due(instant) if chat.key not in done]:
            done.update(chat.key for chat in chats)
            composed += await self._serve(chats)
        return composed

    async def compose_now(self, chat: Chat) -> int:
        """Compose the digest that a chat asked for; its cursor moves, its schedule does not."""
        return await self._compose([chat], scheduled=False)

    async def headlines(
        self, chat: Chat, category: CategoryPath | None, *, page: int = 0, page_size: int = 5
    ) -> Headlines:
        """A page of today's news of one category, else of all that the chat subscribed to, else of everything."""
        now = self._clock.now()
        categories = [category] if category else await self._store.chats.subscriptions(chat.key) or None
        since = local_midnight(now, chat.zone)
        articles = await self._store.articles.recent(categories, since=since)
        since_midnight = len(rank(articles)) >= FEW_HEADLINES
        if not since_midnight:
            since = now - FIRST_WINDOW
            articles = await self._store.articles.recent(categories, since=since)
        found = pages(articles, page_size=page_size)
        page = min(max(page, 0), max(len(found) - 1, 0))
        stories = found[page] if found else ()
        material = await self._gather([(chat.summary_language, chat.pictures, stories)], purpose=Purpose.ASKED)
        items = material.items(stories, language=chat.summary_language, pictures=chat.pictures)
        others = sum(map(len, found)) - len(stories)
        digest = Digest(category=category, since=since, until=now, items=items, elsewhere=others)
        return Headlines(digest=digest, page=page, pages=max(len(found), 1), since_midnight=since_midnight)

    async def preview(
        self, category: CategoryPath | None, *, since: timedelta, language: str = ORIGINAL
    ) -> Digest | None:
        """The digest of a category without a chat, with the pictures already stored; None if it is empty."""
        now = self._clock.now()
        articles = await self._store.articles.recent([category] if category else None, since=now - since)
        picked = pick(articles, max_stories=self._max_stories)
        if not picked.items:
            return None
        material = Material(
            summaries=await self._summarise(
                {language: [article for article, _ in picked.items]}, Purpose.ASKED, deadline=PREVIEW_SECONDS
            ),
            pictures=await self._thumbnails.known([url for article, _ in picked.items for url in candidates(article)]),
        )
        items = material.items(picked.items, language=language, pictures=True)
        return Digest(category=category, since=now - since, until=now, items=items, more=picked.more)

    async def _due(self, instant: bool | None) -> list[Chat]:
        return await self._store.chats.due(self._clock.now(), limit=BATCH_CHATS, instant=instant)

    async def _serve(self, chats: Sequence[Chat]) -> int:
        """Compose for these chats together; if that fails, for each alone, so that one cannot stop the others."""
        try:
            return await self._compose(chats, scheduled=True)
        except StoreError:
            raise
        except Exception:
            if len(chats) > 1:
                return sum([await self._serve([chat]) for chat in chats])
            logger.exception("digest failed chat=%d", chats[0].key.chat_id)
            self._put_off[chats[0].key] = self._clock.now() + BUG_PAUSE
            return 0

    async def _compose(self, chats: Sequence[Chat], *, scheduled: bool) -> int:
        plans = await self._plans(chats, scheduled=scheduled)
        material = await self._gather(
            [
                (plan.chat.summary_language, plan.chat.pictures, picked.items)
                for plan in plans
                for _, picked in plan.picked
            ],
            purpose=Purpose.DIGEST if scheduled else Purpose.ASKED,
        )
        drawings = Drawings(material, self._digest_format, bot_username=self._bot_username, now=self._clock.now())
        inserted = await self._commit(plans, drawings)
        logger.info("digests composed chats=%d messages=%d drawn=%d", len(plans), inserted, len(drawings))
        return inserted

    async def _plans(self, chats: Sequence[Chat], *, scheduled: bool) -> list[ChatPlan]:
        """The plans of these chats. Windows are read and assigned once for all chats that share them."""
        articles = self._store.articles
        at_once = scheduled and any(chat.schedule.mode is DigestMode.INSTANT for chat in chats)
        # Instant news waits a moment for its full text; a scheduled digest takes what there is.
        upto_id = await (articles.settled_id(self._clock.now()) if at_once else articles.max_id())
        lookback_id = await articles.first_id_since(self._clock.now() - FIRST_WINDOW) - 1
        windows: dict[tuple[CategoryPath, int], list[Article]] = {}
        assigned: dict[tuple[tuple[CategoryPath, ...], int], dict[CategoryPath, tuple[Article, ...]]] = {}
        plans = []
        for chat in chats:
            categories = tuple(await self._store.chats.subscriptions(chat.key))
            after_id = window_start(chat, lookback_id, scheduled=scheduled)
            for category in categories:
                if (category, after_id) not in windows:
                    found = await articles.window(category, after_id=after_id, upto_id=upto_id, limit=WINDOW_LIMIT)
                    windows[category, after_id] = found
            if (categories, after_id) not in assigned:
                mine = {category: windows[category, after_id] for category in categories}
                assigned[categories, after_id] = assign(mine)
            plans.append(
                ChatPlan(
                    chat=chat,
                    slot=slot(chat, upto_id, scheduled=scheduled, now=self._clock.now()),
                    after_id=after_id,
                    upto_id=max(upto_id, chat.cursor),
                    scheduled=scheduled,
                    picked=await self._picked(chat, assigned[categories, after_id]),
                )
            )
        return plans

    async def _picked(
        self, chat: Chat, assigned: Mapping[CategoryPath, Sequence[Article]]
    ) -> tuple[tuple[CategoryPath, Picked], ...]:
        stories = {article.story_id for articles in assigned.values() for article in articles}
        sent = await self._store.digests.already_sent(chat.key, sorted(stories)) if stories else {}
        picked = (
            (category, pick(articles, max_stories=self._max_stories, sent=sent))
            for category, articles in assigned.items()
        )
        return tuple(entry for entry in picked if entry[1].items)

    async def _commit(self, plans: Sequence[ChatPlan], drawings: Drawings) -> int:
        """Write the digests of these chats in one transaction; returns how many messages the outbox got.

        A chat that is gone, or that got another digest meanwhile, is left out: if it is still due, the next round
        plans it anew.
        """
        now = self._clock.now()
        digests: list[ComposedDigest] = []
        for plan in plans:
            digests.append(composed(plan, [drawings.of(plan.chat, *entry) for entry in plan.picked], now=now))
            await asyncio.sleep(0)  # drawing takes time: let other tasks run
        return await self._store.digests.commit(digests, now=now)

    async def _gather(self, wanted: Sequence[tuple[str, bool, Sequence[Story]]], *, purpose: Purpose) -> Material:
        """Summaries and pictures for these (language, pictures shown, stories), each asked for once."""
        by_language: dict[str, dict[int, Article]] = {}
        for language, _, stories in wanted:
            by_language.setdefault(language, {}).update((article.id, article) for article, _ in stories)
        illustrated = ([article for article, _ in stories] for _, pictures, stories in wanted if pictures)
        pictures, summaries = await asyncio.gather(
            gather_pictures(self._thumbnails, illustrated),
            self._summarise({language: list(articles.values()) for language, articles in by_language.items()}, purpose),
        )
        return Material(summaries=summaries, pictures=pictures.ready, cards=pictures.cards)

    async def _summarise(
        self, wanted: Mapping[str, Sequence[Article]], purpose: Purpose, *, deadline: float | None = None
    ) -> dict[tuple[str, int], Summary]:
        found = await asyncio.gather(
            *(
                self._summaries.for_articles(articles, language=language, purpose=purpose, deadline=deadline)
                for language, articles in wanted.items()
            )
        )
        return {
            (language, article_id): summary
            for language, summaries in zip(wanted, found, strict=True)
            for article_id, summary in summaries.items()
        }
