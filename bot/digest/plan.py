"""What a due digest holds for one chat, and what it means for the outbox and the chat's row (pure)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.digest.pick import Picked
from bot.models.articles import Article, CategoryPath
from bot.models.chats import Chat, DigestMode
from bot.models.digests import ChatAdvance, SentStory
from bot.models.messages import Content, MessageKind, NewMessage
from bot.render.rich import MAX_HEADLINES
from bot.text.schedule import local_time, next_digest_at

# A chat that never had a digest gets the news of this long.
FIRST_WINDOW = timedelta(hours=24)
# A digest that could not be delivered by then is no news any more.
DIGEST_EXPIRES_AFTER = timedelta(hours=24)

# The contents of one digest in order: each with what replaces it where it is refused.
Drawn = tuple[tuple[Content, tuple[Content, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatPlan:
    """What one chat gets: its picked stories by category, and up to which article it has been served then."""

    chat: Chat
    slot: str  # tells this digest from every other of the chat
    upto_id: int
    scheduled: bool  # False: asked for, the schedule stays
    picked: tuple[tuple[CategoryPath, Picked], ...]


def window_start(chat: Chat, lookback_id: int, *, scheduled: bool = True) -> int:
    """The id after which a chat's window begins; `lookback_id` is the highest one seen before FIRST_WINDOW.

    From its cursor, so that nothing is lost. Without a digest yet it reaches back over FIRST_WINDOW, or
    to where the chat came in; news at once begins with the chat itself. A digest that was asked for reaches
    back over FIRST_WINDOW too: a category just subscribed to has news that the chat was not told.
    """
    if scheduled and chat.last_digest_at is not None:
        return chat.cursor
    if scheduled and chat.schedule.mode is DigestMode.INSTANT:
        return max(chat.cursor, lookback_id)
    return min(chat.cursor or lookback_id, lookback_id)


def slot(chat: Chat, upto_id: int, *, scheduled: bool, now: datetime) -> str:
    """What tells a digest from the chat's others: when it was due or asked for, else the last id it may hold."""
    if not scheduled:
        return f"asked-{now.isoformat()}"
    if chat.next_digest_at is not None:
        return local_time(chat.next_digest_at, chat.zone).isoformat(timespec="minutes")
    return f"upto-{upto_id}"


def assign(windows: Mapping[CategoryPath, Sequence[Article]]) -> dict[CategoryPath, tuple[Article, ...]]:
    """Each story under one of the subscribed categories it was found in: the deepest, else the first by path."""
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


def messages(plan: ChatPlan, drawn: Sequence[Drawn], *, now: datetime) -> list[NewMessage]:
    """The outbox rows of a chat's digests, numbered in the order they are to be read in."""
    key = plan.chat.key
    rows: list[NewMessage] = []
    for (category, _), contents in zip(plan.picked, drawn, strict=True):
        for part, (content, fallback) in enumerate(contents):
            name = f"digest:{key.chat_id}:{key.thread_id}:{plan.slot}:{'/'.join(category)}:{part}"
            rows.append(
                NewMessage(
                    kind=MessageKind.DIGEST,
                    chat=key,
                    dedupe_key=name,
                    content=content,
                    fallback=fallback,
                    part=len(rows),
                    expires_at=now + DIGEST_EXPIRES_AFTER,
                )
            )
    return rows


def sent_stories(plan: ChatPlan, *, now: datetime) -> list[SentStory]:
    """The stories a chat has then been told, headlines included."""
    told = [article for _, picked in plan.picked for article in _told(picked)]
    return [_sent(plan, article, now) for article in told]


def advance(plan: ChatPlan, *, now: datetime) -> ChatAdvance:
    """How the chat moves on; one that asked for its digest keeps its due time."""
    chat = plan.chat
    return ChatAdvance(
        before=chat,
        cursor=plan.upto_id,
        last_digest_at=now if plan.picked else None,
        due_at=chat.next_digest_at if plan.scheduled else None,
        next_digest_at=next_digest_at(chat.schedule, chat.zone, now),
    )


def _is_above(path: CategoryPath, other: CategoryPath) -> bool:
    return len(path) < len(other) and other[: len(path)] == path


def _told(picked: Picked) -> Iterable[Article]:
    yield from (article for article, _ in picked.items)
    yield from picked.more[:MAX_HEADLINES]


def _sent(plan: ChatPlan, article: Article, now: datetime) -> SentStory:
    return SentStory(chat=plan.chat.key, story_id=article.story_id, article_id=article.id, at=now, upto_id=plan.upto_id)
