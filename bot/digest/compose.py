"""Composes digests: due chats -> stories -> summaries and pictures -> messages, in one transaction with the schedule.

The outbox takes the messages; nothing is sent here. `plan`, `pick` and the renderers decide, this module calls them.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import partial
from importlib import import_module
from itertools import islice

from bot.digest.filtering import Filtering
from bot.digest.gather import gather, summarise
from bot.digest.languages import SummaryLanguages, aside_of, summary_languages
from bot.digest.material import Material
from bot.digest.pick import pages, pick, rank
from bot.digest.plan import composed
from bot.digest.shared import Selected, Shared
from bot.errors import StoreError
from bot.filters.tastes import Palate
from bot.models.articles import CategoryPath
from bot.models.chats import ORIGINAL, Chat, DigestFormat
from bot.models.composed import Audience, ComposedDigest, DueChats, Recipient
from bot.models.digests import FIRST_WINDOW, Digest, Headlines
from bot.models.ports import Clock
from bot.pictures.illustrate import candidates
from bot.pictures.thumbnails import Thumbnails
from bot.store import Store
from bot.summaries.queue import Purpose
from bot.summaries.service import SummaryService
from bot.text.quiet import quiet_until
from bot.text.schedule import local_midnight
from bot.texts import say

logger = logging.getLogger(__name__)

BATCH_CHATS = 1000  # composed together: bounds memory, and the work that a crash undoes
FIRST_CHATS = 200  # of a round, so that its first messages come soon
SHARED_LIFE = timedelta(minutes=1)  # what chats share is made anew then: more news may have come in
BUG_PAUSE = timedelta(minutes=5)  # before a digest that could not be composed is tried again
PREVIEW_SECONDS = 600.0  # for summaries on the command line, which shows what would be sent
FEW_HEADLINES = 3  # with fewer since midnight, the last day is shown


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
        self._put_off: dict[tuple[int, int], datetime] = {}  # chats whose digest failed with a bug, until when

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
        writing: asyncio.Task[int] | None = None
        due, ask = DueChats([]), partial(self._store.chats.due, instant=instant)
        try:
            while (
                due := await ask(self._clock.now(), limit=BATCH_CHATS if due.last else FIRST_CHATS, after=due.last)
            ).last:
                if shared is None or self._clock.now() - shared.now > SHARED_LIFE:
                    shared = await self._new_shared(instant=instant)
                audiences = await self._awake(due.audiences)
                digests = await self._made(audiences, shared)
                inserted += await writing if writing else 0
                writing = asyncio.create_task(self._written(audiences, digests, shared))
            inserted += await writing if writing else 0
        finally:
            if writing:
                await asyncio.gather(writing, return_exceptions=True)
        return inserted

    async def _awake(self, audiences: Iterable[Audience]) -> list[Audience]:
        """These without the chats that have quiet hours, which are due when those end, and whose digests failed."""
        now = self._clock.now()
        awake, resting = [], []
        for audience in audiences:
            chats = [chat for chat in audience.recipients if chat[:2] not in self._put_off]
            if until := quiet_until(audience.chat.quiet, audience.chat.zone, now):
                resting += [(chat, until) for chat in chats]
            elif chats:
                awake.append(audience._replace(recipients=tuple(chats)))
        if resting:
            await self._store.chats.put_off(resting)
        return awake

    async def compose_now(self, chat: Chat) -> int:
        """Compose the digest that a chat asked for; its cursor moves, its schedule does not."""
        shared = await self._new_shared(instant=False)
        digests = await self._make([await self._alone(chat)], shared, scheduled=False)
        return await self._store.digests.commit(digests, now=shared.now)

    async def _alone(self, chat: Chat) -> Audience:
        return Audience(
            chat=chat,
            recipients=(Recipient(chat.key.chat_id, chat.key.thread_id),),
            categories=tuple(await self._store.chats.subscriptions(chat.key)),
            rules=frozenset(saved.rule for saved in await self._store.filters.of(chat.key)),
            tastes=frozenset(await self._store.tastes.of(chat.key)),
        )

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
            languages_there = {article.language for article in articles}
            aside = aside_of(chat, languages_there, translates=self._summaries.translates)
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
        await asyncio.to_thread(_load_drawing)  # other tasks would wait for a fifth of a second
        from bot.digest.draw import Drawings

        now, articles = self._clock.now(), self._store.articles
        # Instant news waits a moment for its full text; a scheduled digest takes what there is.
        upto_id = await (articles.settled_id(now) if instant else articles.max_id())
        return Shared(
            store=self._store,
            now=now,
            upto_id=upto_id,
            lookback_id=await articles.first_id_since(now - FIRST_WINDOW) - 1,
            max_stories=self._max_stories,
            drawings=Drawings(
                Material(summaries={}, pictures={}, cards={}),
                self._digest_format,
                bot_username=self._bot_username,
                now=now,
                upto_id=upto_id,
                translates=self._summaries.translates,
            ),
            filtering=Filtering(self._store, self._summaries),
        )

    async def _made(self, audiences: Sequence[Audience], shared: Shared) -> list[ComposedDigest] | None:
        """The digests of these chats; None if one of them cannot be made."""
        try:
            return await self._make(audiences, shared, scheduled=True)
        except StoreError:
            raise
        except Exception as error:
            logger.warning("digests failed together chats=%d error=%s", _count(audiences), type(error).__name__)
            return None

    async def _written(
        self, audiences: Sequence[Audience], digests: list[ComposedDigest] | None, shared: Shared
    ) -> int:
        """Write these digests; where that fails, or there are none, serve each chat alone: one cannot stop others."""
        try:
            if digests is not None:
                return await self._store.digests.commit(digests, now=shared.now)
        except StoreError:
            raise
        except Exception as error:
            logger.warning("digests failed together chats=%d error=%s", _count(audiences), type(error).__name__)
        each = [audience._replace(recipients=(one,)) for audience in audiences for one in audience.recipients]
        return sum([await self._serve(alone, shared) for alone in each])

    async def _serve(self, alone: Audience, shared: Shared) -> int:
        try:
            digests = await self._make([alone], shared, scheduled=True)
            return await self._store.digests.commit(digests, now=shared.now)
        except StoreError:
            raise
        except Exception:
            [chat] = alone.recipients
            logger.exception("digest failed chat=%d", chat.chat_id)
            self._put_off[chat[:2]] = self._clock.now() + BUG_PAUSE
            return 0

    async def _make(self, audiences: Sequence[Audience], shared: Shared, *, scheduled: bool) -> list[ComposedDigest]:
        """The digests of these chats, to be written.

        The store leaves a chat out that is gone, or got another digest meanwhile: the next round plans it anew.
        """
        selected = await shared.selected(audiences, scheduled=scheduled)
        await self._complete(selected, shared, purpose=Purpose.DIGEST if scheduled else Purpose.ASKED)
        before = shared.drawings.count
        digests: list[ComposedDigest] = []
        for audience, selection in selected:
            plan = shared.plan(audience.chat, scheduled=scheduled)
            sections = await shared.sections(plan, selection)
            digests.append(composed(plan, sections, recipients=audience.recipients, now=shared.now))
        logger.info("digests composed chats=%d drawn=%d", _count(audiences), shared.drawings.count - before)
        return digests

    async def _complete(self, selected: Selected, shared: Shared, *, purpose: Purpose) -> None:
        """Gather the summaries and pictures that these chats need and that no chat before them did."""
        missing = {
            (selection, languages, audience.chat.pictures): None
            for audience, selection in selected
            for languages in (summary_languages(audience.chat, translates=shared.drawings.translates),)
            if selection.picks and (languages, audience.chat.pictures) not in selection.gathered
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


def _load_drawing() -> None:
    """Load all that draws, for the first digest, with the library of texts."""
    import_module("bot.digest.draw")
    say("en", "digest-end-next", when="")


def _count(audiences: Iterable[Audience]) -> int:
    return sum(len(audience.recipients) for audience in audiences)
