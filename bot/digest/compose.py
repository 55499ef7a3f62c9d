"""Composes digests: due chats -> stories -> summaries and pictures -> messages, in one transaction with the schedule.

The outbox takes the messages; nothing is sent here. `plan`, `pick` and the renderers decide, this module calls them.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib import import_module
from itertools import islice

from bot.digest.filtering import Filtering
from bot.digest.gather import gather, summarise
from bot.digest.languages import Aside, SummaryLanguages, aside_of, summary_languages
from bot.digest.material import Material
from bot.digest.pick import pages, pick, rank
from bot.digest.plan import ChatPlan, composed, slot, window_start
from bot.digest.shared import Selection, Shared
from bot.errors import StoreError
from bot.filters.tastes import Palate
from bot.models.articles import CategoryPath
from bot.models.chats import ORIGINAL, Chat, ChatKey, DigestFormat
from bot.models.composed import ComposedDigest
from bot.models.digests import FIRST_WINDOW, Digest
from bot.models.ports import Clock
from bot.pictures.illustrate import candidates
from bot.pictures.thumbnails import Thumbnails
from bot.store import Store
from bot.summaries.queue import Purpose
from bot.summaries.service import SummaryService
from bot.text.quiet import quiet_until
from bot.text.schedule import local_midnight

logger = logging.getLogger(__name__)

BATCH_CHATS = 200  # composed and committed together: bounds memory, and the work that a crash undoes
SHARED_LIFE = timedelta(minutes=1)  # what chats share is made anew then: more news may have come in
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
        now = self._clock.now()
        self._put_off = {key: until for key, until in self._put_off.items() if until > now}
        lanes = (True, False) if instant is None else (instant,)
        return sum([await self._compose_lane(instant=lane) for lane in lanes])

    async def _compose_lane(self, *, instant: bool) -> int:
        """Compose for the chats of instant news, or the others, in the order in which they are due, each once.

        The digests of one batch are written while those of the next are made.
        """
        inserted = 0
        shared: Shared | None = None
        last: Chat | None = None
        writing: asyncio.Task[int] | None = None
        try:
            while chats := await self._store.chats.due(
                self._clock.now(), limit=BATCH_CHATS, instant=instant, after=last
            ):
                last = chats[-1]
                if shared is None or self._clock.now() - shared.now > SHARED_LIFE:
                    shared = await self._new_shared(instant=instant)
                chats = await self._awake([chat for chat in chats if chat.key not in self._put_off])
                digests = await self._made(chats, shared)
                inserted += await writing if writing else 0
                writing = asyncio.create_task(self._written(chats, digests, shared))
            inserted += await writing if writing else 0
        finally:
            if writing:
                await asyncio.gather(writing, return_exceptions=True)
        return inserted

    async def _awake(self, chats: Sequence[Chat]) -> list[Chat]:
        """Those of these chats that have no quiet hours now; the others are due when theirs end."""
        now = self._clock.now()
        resting = {chat.key: until for chat in chats if (until := quiet_until(chat.quiet, chat.zone, now))}
        if resting:
            await self._store.chats.put_off((chat, resting[chat.key]) for chat in chats if chat.key in resting)
        return [chat for chat in chats if chat.key not in resting]

    async def compose_now(self, chat: Chat) -> int:
        """Compose the digest that a chat asked for; its cursor moves, its schedule does not."""
        shared = await self._new_shared(instant=False)
        digests = await self._make([chat], shared, scheduled=False)
        return await self._store.digests.commit(digests, now=shared.now)

    async def headlines(
        self, chat: Chat, category: CategoryPath | None, *, page: int = 0, page_size: int = 5
    ) -> Headlines:
        """A page of today's news of one category, else of all that the chat subscribed to, else of everything."""
        now = self._clock.now()
        categories = [category] if category else await self._store.chats.subscriptions(chat.key) or None
        filtering = Filtering(self._store, self._summaries)
        palate = Palate(await self._store.tastes.of(chat.key))
        midnight = local_midnight(now, chat.zone)
        for since in (midnight, now - FIRST_WINDOW):
            articles = await filtering.recent(chat, categories, since=since)
            aside = self._aside(chat, {article.language for article in articles})
            ranked = rank(articles, aside=aside, moved=palate.moved(articles))
            if len(ranked) >= FEW_HEADLINES:
                break
        count = -(-len(ranked) // page_size)
        page = min(max(page, 0), max(count - 1, 0))
        stories = next(islice(pages(ranked, page_size=page_size, aside=aside), page, None), ())
        languages = summary_languages(chat, translates=self._summaries.translates)
        material = await gather(
            self._summaries, self._thumbnails, [(languages, chat.pictures, stories)], purpose=Purpose.ASKED
        )
        items = material.items(stories, languages=languages, pictures=chat.pictures)
        others = len(ranked) - len(stories)
        digest = Digest(category=category, since=since, until=now, items=items, elsewhere=others)
        return Headlines(digest=digest, page=page, pages=max(count, 1), since_midnight=since == midnight)

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
            summaries=await summarise(
                self._summaries,
                {language: [article for article, _ in picked.items]},
                Purpose.ASKED,
                deadline=PREVIEW_SECONDS,
            ),
            pictures=await self._thumbnails.known([url for article, _ in picked.items for url in candidates(article)]),
        )
        items = material.items(picked.items, languages=SummaryLanguages(language=language), pictures=True)
        return Digest(category=category, since=now - since, until=now, items=items, more=picked.more)

    async def _new_shared(self, *, instant: bool) -> Shared:
        """Nothing shared yet, at this moment, up to the newest article that is told."""
        # With all that draws, for the first digest; beside other tasks, which would wait for a tenth of a second.
        await asyncio.to_thread(import_module, "bot.digest.draw")
        from bot.digest.draw import Drawings

        now, articles = self._clock.now(), self._store.articles
        # Instant news waits a moment for its full text; a scheduled digest takes what there is.
        upto_id = await (articles.settled_id(now) if instant else articles.max_id())
        material = Material(summaries={}, pictures={}, cards={})
        return Shared(
            store=self._store,
            now=now,
            upto_id=upto_id,
            lookback_id=await articles.first_id_since(now - FIRST_WINDOW) - 1,
            max_stories=self._max_stories,
            drawings=Drawings(
                material,
                self._digest_format,
                bot_username=self._bot_username,
                now=now,
                upto_id=upto_id,
                translates=self._summaries.translates,
            ),
            filtering=Filtering(self._store, self._summaries),
        )

    async def _made(self, chats: Sequence[Chat], shared: Shared) -> list[ComposedDigest] | None:
        """The digests of these chats; None if one of them cannot be made."""
        try:
            return await self._make(chats, shared, scheduled=True)
        except StoreError:
            raise
        except Exception as error:
            logger.warning("digests failed together chats=%d error=%s", len(chats), type(error).__name__)
            return None

    async def _written(self, chats: Sequence[Chat], digests: list[ComposedDigest] | None, shared: Shared) -> int:
        """Write these digests; where that fails, or there are none, serve each chat alone: one cannot stop others."""
        try:
            if digests is not None:
                return await self._store.digests.commit(digests, now=shared.now)
        except StoreError:
            raise
        except Exception as error:
            logger.warning("digests failed together chats=%d error=%s", len(chats), type(error).__name__)
        return sum([await self._serve(chat, shared) for chat in chats])

    async def _serve(self, chat: Chat, shared: Shared) -> int:
        try:
            digests = await self._make([chat], shared, scheduled=True)
            return await self._store.digests.commit(digests, now=shared.now)
        except StoreError:
            raise
        except Exception:
            logger.exception("digest failed chat=%d", chat.key.chat_id)
            self._put_off[chat.key] = self._clock.now() + BUG_PAUSE
            return 0

    async def _make(self, chats: Sequence[Chat], shared: Shared, *, scheduled: bool) -> list[ComposedDigest]:
        """The digests of these chats, to be written.

        The store leaves a chat out that is gone, or got another digest meanwhile: the next round plans it anew.
        """
        selected = await self._selected(chats, shared, scheduled=scheduled)
        await self._complete(selected, shared, purpose=Purpose.DIGEST if scheduled else Purpose.ASKED)
        before = shared.drawings.count
        digests: list[ComposedDigest] = []
        for chat, selection in selected:
            plan = ChatPlan(
                chat=chat,
                slot=slot(chat, shared.upto_id, scheduled=scheduled, now=shared.now),
                after_id=window_start(chat, shared.lookback_id, scheduled=scheduled),
                upto_id=max(shared.upto_id, chat.cursor),
                scheduled=scheduled,
            )
            digests.append(composed(plan, await shared.sections(plan, selection), now=shared.now))
        logger.info("digests composed chats=%d drawn=%d", len(chats), shared.drawings.count - before)
        return digests

    async def _selected(
        self, chats: Sequence[Chat], shared: Shared, *, scheduled: bool
    ) -> list[tuple[Chat, Selection]]:
        """These chats, each with the stories of its digest."""
        subscriptions = await self._store.chats.subscriptions_of([chat.key for chat in chats])
        rules = await shared.filtering.rules_of([chat.key for chat in chats])
        tastes = await self._store.tastes.of_each([chat.key for chat in chats])
        divisions = []
        for chat in chats:
            after_id = window_start(chat, shared.lookback_id, scheduled=scheduled)
            division = await shared.division(subscriptions.get(chat.key, ()), after_id)
            divisions.append(await shared.filtered(division, rules.get(chat.key), chat.summary_language))
        asked = [(chat.key, division.stories) for chat, division in zip(chats, divisions, strict=True)]
        sent = await self._store.digests.already_sent_each(asked)
        selected = []
        for chat, division, told in zip(chats, divisions, sent, strict=True):
            aside, moved = self._aside(chat, division.languages), await shared.moved(division, tastes.get(chat.key))
            selected.append((chat, await shared.selection(division, told, aside, moved)))
        return selected

    async def _complete(self, selected: Sequence[tuple[Chat, Selection]], shared: Shared, *, purpose: Purpose) -> None:
        """Gather the summaries and pictures that these chats need and that no chat before them did."""
        missing = {
            (selection, languages, chat.pictures): None
            for chat, selection in selected
            for languages in (summary_languages(chat, translates=shared.drawings.translates),)
            if selection.picks and (languages, chat.pictures) not in selection.gathered
        }
        if not missing:
            return
        wanted = [
            (languages, pictures, picked.items)
            for selection, languages, pictures in missing
            for _, picked in selection.picks
        ]
        shared.material.add(await gather(self._summaries, self._thumbnails, wanted, purpose=purpose))
        for selection, languages, pictures in missing:
            selection.gathered.add((languages, pictures))

    def _aside(self, chat: Chat, languages: Iterable[str]) -> Aside:
        return aside_of(chat, languages, translates=self._summaries.translates)
