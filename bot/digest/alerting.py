"""Alerts at work: finds the news that chats wait for, once for each new article, and composes its messages.

The outbox takes the messages; `alert_plan` and `bot.filters.alerts` decide, this module calls them.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.digest.alert_plan import AlertMessage, alert_stories, held_until, messages_of, waits_until
from bot.digest.filtering import Filtering
from bot.digest.gather import gather
from bot.digest.languages import aside_of, summary_languages
from bot.digest.material import Material
from bot.digest.plan import DrawnSection, composed, sections
from bot.errors import StoreError
from bot.filters.alerts import AlertIndex, alert_ruleset, with_hidden
from bot.filters.matching import Ruleset
from bot.models.alerts import Alert, AlertProgress, DueFindings, Finding, ToldAlerts
from bot.models.articles import Article
from bot.models.chats import Chat, DigestFormat
from bot.models.composed import ComposedDigest
from bot.models.ports import Clock
from bot.pictures.thumbnails import Thumbnails
from bot.store import Store
from bot.summaries.queue import Purpose
from bot.summaries.service import SummaryService
from bot.texts import speaker
from bot.ticking import Breaks

if TYPE_CHECKING:
    from bot.digest.draw import Drawings

logger = logging.getLogger(__name__)

ARTICLES_AT_A_TIME = 500  # that are looked through and noted together
CHATS_AT_A_TIME = 200
BUG_PAUSE = timedelta(minutes=5)


class AlertWatch:
    """Looks through new articles for the alerts of all chats."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._index = AlertIndex()
        self._version = ""  # of the alerts in the index

    async def step(self) -> int:
        """Look through what came in since the last time; returns how much was found."""
        news, found = self._store.alert_news, 0
        progress = await news.progress(now=self._clock.now())
        if progress.upto_id is None:  # before the first alert nothing was waited for
            await news.record({}, after_id=None, upto_id=progress.settled_id, now=self._clock.now())
            return 0
        if progress.upto_id < progress.settled_id:
            await self._learn(progress)
        for start in range(progress.upto_id, progress.settled_id, ARTICLES_AT_A_TIME):
            upto_id = min(start + ARTICLES_AT_A_TIME, progress.settled_id)
            matched = await self._matched(start, upto_id) if progress.any_words else {}
            found += await news.record(matched, after_id=start, upto_id=upto_id, now=self._clock.now())
        return found

    async def _learn(self, progress: AlertProgress) -> None:
        """Take over the alerts where they changed."""
        if self._version != progress.version:
            await asyncio.to_thread(self._index.learn, await self._store.alerts.words())
            self._version = progress.version

    async def _matched(self, after_id: int, upto_id: int) -> dict[int, list[str]]:
        """The alerts that the articles match, by article."""
        found: dict[int, list[str]] = {}
        breaks = Breaks()
        for article in await self._store.alert_news.arrivals(after_id=after_id, upto_id=upto_id):
            await breaks.take()
            if alerts := self._index.matches(article):
                found[article.id] = alerts
        return found


class AlertComposer:
    """Composes the messages of alerts. One round at a time."""

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
        self.watch = AlertWatch(store, clock)

    async def step(self) -> int:
        """Look through new articles, and compose what is due; returns how many messages the outbox got."""
        await self.watch.step()
        return await self.compose_due()

    async def compose_due(self) -> int:
        """Compose for every chat with findings that are due; returns how many messages the outbox got."""
        inserted, served = 0, set()
        parts: tuple[Filtering, Drawings] | None = None  # made with the first that is due
        while due := await self._store.alert_news.due(now=self._clock.now(), limit=CHATS_AT_A_TIME):
            fresh = [entry for entry in due if entry.chat.key not in served]
            if not fresh:  # told something else meanwhile: the next round sees it
                break
            served |= {entry.chat.key for entry in fresh}
            parts = parts or (Filtering(self._store, self._summaries), self._new_drawings())
            inserted += await self._compose(fresh, *parts)
        return inserted

    async def _compose(self, due: Sequence[DueFindings], filtering: Filtering, drawings: Drawings) -> int:
        """Compose for these chats together; where that fails, for each alone: one cannot stop others."""
        now = self._clock.now()
        waits = {entry.chat.key: until for entry in due if (until := held_until(entry, now=now))}
        held = [(finding, waits[e.chat.key]) for e in due if e.chat.key in waits for finding in e.findings]
        if held:
            await self._store.alert_news.hold(held)
        due = [entry for entry in due if entry.chat.key not in waits]
        try:
            return await self._tell(due, filtering, drawings)
        except StoreError:
            raise
        except Exception:
            if len(due) == 1:
                logger.exception("alerts failed chat=%d", due[0].chat.key.chat_id)
                await self._store.alert_news.put_off(due[0].findings, self._clock.now() + BUG_PAUSE)
                return 0
            return sum([await self._compose([entry], filtering, drawings) for entry in due])

    async def _tell(self, due: Sequence[DueFindings], filtering: Filtering, drawings: Drawings) -> int:
        now = self._clock.now()
        articles = await self._articles(due)
        keys = [entry.chat.key for entry in due]
        rules = await filtering.rules_of(keys)
        filtering.learn(
            _rules_for(alert, rules.get(entry.chat.key, Ruleset()))
            for entry in due
            for alert in {finding.alert for finding in entry.findings}
        )
        story_ids = sorted({article.story_id for article in articles.values()})
        sent = await self._store.digests.already_sent_each([(key, story_ids) for key in keys])
        planned: list[tuple[DueFindings, tuple[AlertMessage, ...]]] = []
        settled: list[tuple[Finding, ...]] = []
        for entry, told in zip(due, sent, strict=True):
            left = await self._visible(entry, articles, rules.get(entry.chat.key, Ruleset()), filtering)
            stories = alert_stories(left, articles, sent=told)
            say = speaker(entry.chat.ui_language)
            messages, waiting = messages_of(entry, stories, sent=told, now=now, say=say)
            planned.append((entry, messages))
            settled.append(await self._hold_rest(entry, articles, waiting))
        await self._gather(planned, drawings)
        return await self._store.alert_news.commit(
            [
                ToldAlerts(
                    chat=entry.chat,
                    messages=tuple(self._drawn(message, drawings) for message in messages),
                    findings=findings,
                )
                for (entry, messages), findings in zip(planned, settled, strict=True)
            ],
            now=now,
        )

    async def _articles(self, due: Sequence[DueFindings]) -> dict[int, Article]:
        ids = {finding.article_id for entry in due for finding in entry.findings}
        return {article.id: article for article in await self._store.articles.many(sorted(ids))}

    async def _visible(
        self, due: DueFindings, articles: Mapping[int, Article], rules: Ruleset, filtering: Filtering
    ) -> list[Finding]:
        """The findings that the chat's own filters, mutes and languages leave."""
        left: list[Finding] = []
        chat, by_alert = due.chat, {finding.alert: [] for finding in due.findings}  # type: ignore[var-annotated]
        for finding in due.findings:
            if finding.article_id in articles:
                by_alert[finding.alert].append(articles[finding.article_id])
        for alert, found in by_alert.items():
            wanted = _rules_for(alert, rules)
            shown = await filtering.visible(found, wanted, language=chat.summary_language)
            ids = {article.id for article in self._readable(chat, shown, wanted)}
            left += [finding for finding in due.findings if finding.alert == alert and finding.article_id in ids]
        return left

    def _readable(self, chat: Chat, articles: Iterable[Article], rules: Ruleset) -> list[Article]:
        """The articles in languages that the chat does not leave out, unless the alert names some itself."""
        found = list(articles)
        languages = {article.language for article in found}
        aside = aside_of(chat, languages, translates=self._summaries.translates)
        return found if rules.shown_languages or not aside.left_out else [a for a in found if not aside.holds(a)]

    async def _hold_rest(
        self, due: DueFindings, articles: Mapping[int, Article], waiting: frozenset[str]
    ) -> tuple[Finding, ...]:
        """Hold the findings of these stories; returns the others."""
        held = [
            finding
            for finding in due.findings
            if finding.article_id in articles and articles[finding.article_id].story_id in waiting
        ]
        if held:
            until = waits_until(due, now=self._clock.now())
            await self._store.alert_news.hold((finding, until) for finding in held)
        return tuple(finding for finding in due.findings if finding not in held)

    async def _gather(
        self, planned: Sequence[tuple[DueFindings, tuple[AlertMessage, ...]]], drawings: Drawings
    ) -> None:
        """Gather the summaries and pictures of these messages."""
        wanted = [
            (summary_languages(due.chat, translates=drawings.translates), due.chat.pictures, picked.items)
            for due, messages in planned
            for message in messages
            for _, picked in message.picks
        ]
        if wanted:
            distinct = list(dict.fromkeys(wanted))
            drawings.material.add(await gather(self._summaries, self._thumbnails, distinct, purpose=Purpose.ASKED))

    def _drawn(self, message: AlertMessage, drawings: Drawings) -> ComposedDigest:
        chat = message.plan.chat
        if len(message.picks) == 1:
            [(name, picked)] = message.picks
            contents = drawings.of(chat, name, picked, dated=len(picked.items) > 1)
        else:
            contents = drawings.together(chat, message.picks)
        stories = tuple(story for _, picked in message.picks for story in picked.told)
        section = DrawnSection(category=None, contents=contents, stories=stories)
        from bot.render.alert_keyboards import stop_keyboard

        buttons = stop_keyboard(message.alerts, say=speaker(chat.ui_language))
        now = self._clock.now()
        return composed(message.plan, sections(message.plan, [section], buttons=buttons, now=now), now=now)

    def _new_drawings(self) -> Drawings:
        from bot.digest.draw import Drawings  # with all that draws, for the first alert

        return Drawings(
            Material(summaries={}, pictures={}, cards={}),
            self._digest_format,
            bot_username=self._bot_username,
            now=self._clock.now(),
            upto_id=0,
            translates=self._summaries.translates,
        )


def _rules_for(alert: Alert, rules: Ruleset) -> Ruleset:
    """What an alert of a chat with these rules lets through."""
    return with_hidden(Ruleset() if alert.story_id else alert_ruleset(alert.words), rules)
