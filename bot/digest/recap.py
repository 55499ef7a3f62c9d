"""Makes recaps: the week's most told stories of what a chat follows, muted and filtered as ever, and when they are due.

The outbox takes those that come by themselves; nothing is sent here.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.digest.filtering import Filtering
from bot.digest.gather import summarise
from bot.digest.languages import Aside, aside_of, summary_languages
from bot.digest.pick import count_publishers
from bot.errors import StoreError
from bot.filters.tastes import Palate
from bot.models.articles import Article, CategoryPath
from bot.models.chats import Chat, DigestFormat
from bot.models.messages import MessageKind, NewMessage
from bot.models.ports import Clock
from bot.models.recaps import RECAP_PERIOD, Recap, RecapPlan, RecapStory
from bot.pictures.gather import first_picture
from bot.pictures.thumbnails import Thumbnails
from bot.render.phrases import Reader
from bot.store import Store
from bot.summaries.queue import Purpose
from bot.summaries.service import SummaryService
from bot.text.quiet import next_due_at, quiet_until
from bot.texts import speaker

logger = logging.getLogger(__name__)

MAX_STORIES = 8
CANDIDATES = 120  # of the most told stories: rules and languages may leave few of them
CONSIDERED = 24  # of them at least, to be put in order by the chat's tastes
DUE_CHATS = 50
RECAP_LIFE = timedelta(hours=24)  # one that could not be delivered by then is dropped
BUG_PAUSE = timedelta(hours=1)  # before a recap that could not be made is tried again


class Recapper:
    """Makes recaps for chats."""

    def __init__(
        self,
        *,
        store: Store,
        summaries: SummaryService,
        thumbnails: Thumbnails,
        clock: Clock,
        digest_format: DigestFormat,
        bot_username: str,
    ) -> None:
        self._store = store
        self._summaries = summaries
        self._thumbnails = thumbnails
        self._clock = clock
        self._digest_format = digest_format
        self._bot_username = bot_username

    async def recap(self, chat: Chat) -> Recap:
        """The last week of what the chat follows, or of everything where it follows nothing."""
        now = self._clock.now()
        since = now - RECAP_PERIOD
        told = await self._told(chat, since)
        stories = [_story(articles, aside) for articles, aside in told]
        languages = summary_languages(chat, translates=self._summaries.translates)
        wanted = languages.grouped(story.newest for story in stories)
        summaries = await summarise(self._summaries, wanted, Purpose.ASKED)
        picture = await first_picture(self._thumbnails, stories[0].newest) if stories and chat.pictures else None
        return Recap(
            since=since,
            until=now,
            stories=tuple(
                replace(
                    story,
                    summary=summaries.get((languages.of(story.newest), story.newest.id)),
                    picture=picture if number == 0 else None,
                )
                for number, story in enumerate(stories)
            ),
        )

    async def compose_due(self) -> int:
        """Queue the recaps that are due; returns how many messages the outbox got."""
        inserted = 0
        for plan in await self._store.recaps.due(self._clock.now(), limit=DUE_CHATS):
            try:
                inserted += await self._serve(plan)
            except StoreError:
                raise
            except Exception:
                logger.exception("recap failed chat=%d", plan.key.chat_id)
                now = self._clock.now()
                await self._store.recaps.commit(plan, (), due_at=now + BUG_PAUSE, now=now)
        return inserted

    async def _serve(self, plan: RecapPlan) -> int:
        chat = await self._store.chats.get(plan.key)
        if chat is None:  # gone meanwhile, and the plan with it
            return 0
        now = self._clock.now()
        if (until := quiet_until(chat.quiet, chat.zone, now)) is not None:
            return await self._store.recaps.commit(plan, (), due_at=until, now=now)
        due_at = next_due_at(plan.schedule, chat.quiet, chat.zone, now)
        assert due_at is not None  # a plan's schedule has times
        recap = await self.recap(chat)
        messages = (self._message(chat, recap, plan),) if recap.stories else ()
        return await self._store.recaps.commit(plan, messages, due_at=due_at, now=now)

    def _message(self, chat: Chat, recap: Recap, plan: RecapPlan) -> NewMessage:
        from bot.render.recap_page import render_recap_classic, render_recap_rich  # for the first recap

        reader = Reader(
            say=speaker(chat.ui_language), language=chat.ui_language, zone=chat.zone, bot_username=self._bot_username
        )
        classic = render_recap_classic(recap, reader)
        is_classic = chat.reads_classic(self._digest_format)
        return NewMessage(
            kind=MessageKind.DIGEST,
            chat=chat.key,
            dedupe_key=f"recap:{chat.key.chat_id}:{chat.key.thread_id}:{plan.due_at.isoformat()}",
            content=classic if is_classic else render_recap_rich(recap, reader),
            fallback=() if is_classic else (classic,),
            expires_at=self._clock.now() + RECAP_LIFE,
            heeds_quiet=True,
        )

    async def _told(self, chat: Chat, since: datetime) -> list[tuple[list[Article], Aside]]:
        """The reports of each story that the recap shows, in order of time."""
        store = self._store
        categories: Sequence[CategoryPath] | None = await store.chats.subscriptions(chat.key) or None
        story_ids = await store.recaps.most_told(chat.key, categories, since=since, limit=CANDIDATES)
        filtering = Filtering(store, self._summaries)
        rules = (await filtering.rules_of([chat.key])).get(chat.key)
        shown: list[tuple[list[Article], Aside]] = []
        beside: list[tuple[list[Article], Aside]] = []  # in languages that the chat does not read
        for number, story_id in enumerate(story_ids):
            if number >= CONSIDERED and len(shown) >= MAX_STORIES:
                break
            articles = [one for one in await store.articles.of_story(story_id) if one.published_at >= since]
            if rules is not None:
                articles = await filtering.visible(articles, rules, language=chat.summary_language)
            if not articles:
                continue
            aside = self._aside(chat, articles)
            if not all(map(aside.holds, articles)):
                shown.append((articles, aside))
            elif not aside.left_out:
                beside.append((articles, aside))
        palate = Palate(await store.tastes.of(chat.key))
        return [*_ordered(shown, palate), *_ordered(beside, palate)][:MAX_STORIES]

    def _aside(self, chat: Chat, articles: Iterable[Article]) -> Aside:
        return aside_of(chat, {article.language for article in articles}, translates=self._summaries.translates)


def _ordered(stories: list[tuple[list[Article], Aside]], palate: Palate) -> list[tuple[list[Article], Aside]]:
    """Stories in the order of how many sources tell them, as the chat's tastes move them."""
    moved = palate.moved(article for articles, _ in stories for article in articles)
    if not moved:
        return stories
    return sorted(
        stories, key=lambda story: count_publishers(story[0]) + moved.get(story[0][0].story_id, 0), reverse=True
    )


def _story(articles: Sequence[Article], aside: Aside) -> RecapStory:
    """A story of these reports, in order of time; told by those in languages that are read, where there are some."""
    read = [article for article in articles if not aside.holds(article)] or articles
    return RecapStory(
        first=read[0],
        newest=read[-1],
        reports=len(articles),
        sources=count_publishers(articles),
    )
