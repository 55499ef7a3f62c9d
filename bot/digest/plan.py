"""Plans a digest for one chat: its window, its categories, and what is written for it. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from bot.models.articles import Article, CategoryPath
from bot.models.chats import Chat, DigestMode, Schedule
from bot.models.composed import ComposedDigest, Recipient, Section, ToldStory
from bot.models.digests import FIRST_WINDOW
from bot.models.messages import AlbumContent, Content, Keyboard, MessageBody, MessageKind
from bot.models.quiet import QuietHours
from bot.render.ladder import with_message_for_buttons
from bot.text.quiet import next_due_at
from bot.text.schedule import local_time

DIGEST_LIFE = timedelta(hours=24)  # a digest that could not be delivered by then is taken back

PRIORITIES = {MessageKind.DIGEST: 100, MessageKind.ALERT: 50}

# Contents in order, each with the fallback that replaces it where it is refused.
Drawn = tuple[tuple[Content, tuple[Content, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnSection:
    """A part of a digest that is delivered, or taken back, as a whole: of one category, or of several (None)."""

    category: CategoryPath | None
    contents: Drawn
    stories: tuple[ToldStory, ...]


class ChatPlan(NamedTuple):
    """What the digest of one chat, or of many that are alike, is, and the window its stories come from."""

    chat: Chat  # one of them
    slot: str  # dedupe key among the chat's digests
    after_id: int  # the window: ids in (after_id, upto_id]
    upto_id: int
    scheduled: bool  # False: asked for, the schedule stays
    kind: MessageKind = MessageKind.DIGEST
    silent: bool = False  # without a sound from its first message on


def window_start(chat: Chat, lookback_id: int, *, scheduled: bool = True) -> int:
    """The id after which a chat's window begins; `lookback_id` is the highest one from before FIRST_WINDOW.

    It is the chat's cursor, so that nothing is lost. A first digest reaches back over FIRST_WINDOW, or to where the
    chat came in; one of instant news begins with the chat itself. A digest that was asked for reaches back over
    FIRST_WINDOW, too: a category just subscribed to has news that the chat was not told.
    """
    if scheduled and chat.last_digest_at is not None:
        return chat.cursor
    if scheduled and chat.schedule.mode is DigestMode.INSTANT:
        return max(chat.cursor, lookback_id)
    return min(chat.cursor or lookback_id, lookback_id)


def period_start(chat: Chat, *, now: datetime) -> datetime:
    """Where the period begins that a digest covers: at the chat's last digest, else FIRST_WINDOW ago."""
    return chat.last_digest_at or now - FIRST_WINDOW


def slot(chat: Chat, upto_id: int, *, scheduled: bool, now: datetime) -> str:
    """The dedupe key of a digest among its chat's: the local time it is due or was asked for, else its last id."""
    if not scheduled:
        return f"asked-{now.isoformat()}"
    if chat.next_digest_at is not None:
        return local_time(chat.next_digest_at, chat.zone).isoformat(timespec="minutes")
    return f"upto-{upto_id}"


def assign(windows: Mapping[CategoryPath, Sequence[Article]]) -> dict[CategoryPath, tuple[Article, ...]]:
    """Articles by category, each story in one of those it was found in: the deepest, else the first by path."""
    found: dict[str, set[CategoryPath]] = defaultdict(set)
    versions: dict[str, dict[int, Article]] = defaultdict(dict)
    for category, articles in windows.items():
        for article in articles:
            found[article.story_id].add(category)
            versions[article.story_id][article.id] = article
    assigned: dict[CategoryPath, list[Article]] = {category: [] for category in sorted(windows)}
    for story_id, categories in found.items():
        home = min(path for path in categories if not any(_is_above(path, other) for other in categories))
        assigned[home] += versions[story_id].values()
    return {category: tuple(articles) for category, articles in assigned.items() if articles}


def composed(
    plan: ChatPlan, sections: tuple[Section, ...], *, recipients: tuple[Recipient, ...] = (), now: datetime
) -> ComposedDigest:
    """The digest of these sections as the store writes it; for the plan's chat alone where no recipients are given."""
    chat = plan.chat
    due_at = chat.next_digest_at if plan.scheduled else None
    return ComposedDigest(
        before=chat,
        recipients=recipients or (Recipient(chat.key.chat_id, chat.key.thread_id, due_at),),
        slot=plan.slot,
        after_id=plan.after_id,
        upto_id=plan.upto_id,
        since=period_start(chat, now=now),
        sections=sections,
        next_digest_at=next_after(chat.schedule, chat.quiet, chat.zone, now),
    )


@lru_cache(maxsize=4096)  # many chats have the same schedule
def next_after(schedule: Schedule, quiet: QuietHours | None, zone: str, now: datetime) -> datetime | None:
    """When the digest after the one of `now` is due."""
    return next_due_at(schedule, quiet, zone, now)


def sections(
    plan: ChatPlan, drawn: Sequence[DrawnSection], *, buttons: Keyboard = (), now: datetime
) -> tuple[Section, ...]:
    """What is drawn as sections with messages, the same for all chats with plans of the same kind.

    Messages are numbered through the digest in reading order; the first alone makes a sound, the last has the buttons.
    """
    return tuple(_sections(plan, drawn, buttons, now))


def _sections(plan: ChatPlan, drawn: Sequence[DrawnSection], buttons: Keyboard, now: datetime) -> Iterator[Section]:
    part = 0
    for section in drawn:
        messages: list[MessageBody] = []
        contents = section.contents
        is_last = section is drawn[-1]
        if is_last and buttons:
            contents = _for_buttons(contents)
        for number, (content, fallback) in enumerate(contents):
            messages.append(
                MessageBody(
                    kind=plan.kind,
                    content=content,
                    fallback=fallback,
                    keyboard=buttons if is_last and number == len(contents) - 1 else (),
                    part=part,
                    expires_at=now + DIGEST_LIFE,
                    priority=PRIORITIES[plan.kind],
                    silent=plan.silent or part > 0,
                    heeds_quiet=part == 0 and _heeds_quiet(plan),  # what follows it makes no sound
                )
            )
            part += 1
        yield Section(category=section.category, messages=tuple(messages), stories=section.stories)


def _heeds_quiet(plan: ChatPlan) -> bool:
    """Whether it waits while the chat has quiet hours: who asks for a digest gets it."""
    return plan.scheduled or plan.kind is MessageKind.ALERT


def _for_buttons(contents: Drawn) -> Drawn:
    """The contents with a last one that can carry buttons."""
    *before, (last, _) = contents
    if not isinstance(last, AlbumContent):
        return contents
    return (*before, *((content, ()) for content in with_message_for_buttons((last,))))


def _is_above(path: CategoryPath, other: CategoryPath) -> bool:
    return len(path) < len(other) and other[: len(path)] == path
