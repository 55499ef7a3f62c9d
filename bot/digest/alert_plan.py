"""Decides which messages of alerts a chat gets now, and what waits (pure).

Up to six messages an hour have one story each. What is beyond, and what quiet hours held, comes as one message once it
may.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.digest.pick import Picked, Picks, Story, rank
from bot.digest.plan import ChatPlan
from bot.models.alerts import Alert, DueFindings, Finding
from bot.models.articles import Article
from bot.models.chats import Chat
from bot.models.messages import MessageKind
from bot.text.markup import shorten
from bot.text.quiet import quiet_until
from bot.texts import Say

MESSAGES_AN_HOUR = 6
HOUR = timedelta(hours=1)
DIGEST_FIRST = timedelta(seconds=5)  # what was held looks again: a digest that is due may tell it
LATE_DIGEST = timedelta(minutes=5)  # one that is due for longer has met trouble: nothing waits for it
JUST_NOW = timedelta(minutes=10)  # after its digest, a chat gets what was held beside it without a sound
MAX_STORIES = 20  # in one message
NAMED_ALERTS = 3  # in a heading
HEADING_UNITS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertStory:
    """A story that alerts found: what is shown of it, and the alerts."""

    story: Story
    alerts: tuple[Alert, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertMessage:
    """One message: the stories under the headings that say why they come."""

    picks: Picks
    alerts: tuple[Alert, ...]  # each once
    plan: ChatPlan


def held_until(due: DueFindings, *, now: datetime) -> datetime | None:
    """Until when all that is due for a chat waits; None where it may come."""
    chat = due.chat
    if not (chat.quiet and chat.quiet.except_alerts) and (until := quiet_until(chat.quiet, chat.zone, now)):
        return until
    was_held = any(finding.was_held for finding in due.findings)
    if was_held and chat.next_digest_at is not None and timedelta() <= now - chat.next_digest_at < LATE_DIGEST:
        return now + DIGEST_FIRST
    return None if due.lately < MESSAGES_AN_HOUR else _room_at(due, now)


def alert_stories(
    findings: Sequence[Finding], articles: Mapping[int, Article], *, sent: Mapping[str, int]
) -> tuple[AlertStory, ...]:
    """The stories of these findings, those of the most sources first.

    `sent`: what the chat was told before, each story with the id up to which. Of such a story only a development is
    told again; of one that its reader follows every new telling.
    """
    by_story: dict[str, dict[int, Alert]] = {}
    fresh: list[Article] = []
    for finding in findings:
        article = articles.get(finding.article_id)
        if article is None or article.id <= sent.get(article.story_id, 0):
            continue
        if article.story_id in sent and not article.development and finding.alert.story_id is None:
            continue
        fresh.append(article)
        by_story.setdefault(article.story_id, {})[finding.alert.id] = finding.alert
    return tuple(AlertStory(story=story, alerts=tuple(by_story[story[0].story_id].values())) for story in rank(fresh))


def messages_of(
    due: DueFindings, stories: Sequence[AlertStory], *, sent: Mapping[str, int], now: datetime, say: Say
) -> tuple[tuple[AlertMessage, ...], frozenset[str]]:
    """The messages with these stories, and the ids of the stories that have to wait, by `waits_until`."""
    if any(finding.was_held for finding in due.findings):
        shown, rest = stories[:MAX_STORIES], stories[MAX_STORIES:]
        together = [shown] if shown else []
    else:
        room = MESSAGES_AN_HOUR - due.lately
        shown, rest = stories[:room], stories[room:]
        together = [(story,) for story in shown]
    messages = tuple(_message(due, some, sent=sent, now=now, say=say) for some in together)
    return messages, frozenset(story.story[0].story_id for story in rest)


def waits_until(due: DueFindings, *, now: datetime) -> datetime:
    """Until when stories wait for which there is no room within this hour."""
    return _room_at(due, now)


def heading(alerts: Sequence[Alert], say: Say) -> str:
    """Why a story comes, plain text: "Alert: earthquake"."""
    words = [alert.words for alert in alerts if alert.story_id is None]
    if not words:
        return say("alert-heading-story")
    return say("alert-heading", alert=shorten(", ".join(words[:NAMED_ALERTS]), HEADING_UNITS))


def _room_at(due: DueFindings, now: datetime) -> datetime:
    return (due.first_lately_at or now) + HOUR


def _message(
    due: DueFindings, stories: Sequence[AlertStory], *, sent: Mapping[str, int], now: datetime, say: Say
) -> AlertMessage:
    by_heading: dict[str, list[Story]] = {}
    for told in stories:
        by_heading.setdefault(heading(told.alerts, say), []).append(told.story)
    picks = tuple(
        (
            (name,),
            Picked(
                items=tuple(found),
                continued=frozenset(article.story_id for article, _ in found if article.story_id in sent),
            ),
        )
        for name, found in by_heading.items()
    )
    alerts = {alert.id: alert for told in stories for alert in told.alerts}
    return AlertMessage(picks=picks, alerts=tuple(alerts.values()), plan=_plan(due, stories, now=now))


def _plan(due: DueFindings, stories: Sequence[AlertStory], *, now: datetime) -> ChatPlan:
    """The digest that the message is: of just these articles."""
    shown = [told.story[0].id for told in stories]
    ids = [article.id for told in stories for article in (told.story[0], *told.story[1])]
    is_beside_digest = any(finding.was_held for finding in due.findings) and _had_digest(due.chat, now)
    return ChatPlan(
        chat=replace(due.chat, last_digest_at=now),  # it covers no period
        slot=f"alert-{'-'.join(map(str, shown))}",
        after_id=min(ids) - 1,
        upto_id=max(ids),
        scheduled=False,
        kind=MessageKind.ALERT,
        silent=is_beside_digest,
    )


def _had_digest(chat: Chat, now: datetime) -> bool:
    return chat.last_digest_at is not None and now - chat.last_digest_at < JUST_NOW
