"""What a send's outcome means for its message and its chat. Pure; the store carries decisions out.

The table of errors is in the Bot API's answers; nothing here knows HTTP or the library that speaks it.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.models.decisions import (
    AMBIGUOUS_WAIT,
    NO_STRIKES,
    ChatGone,
    ChatStanding,
    Decision,
    Dropped,
    Moved,
    Replace,
    RetryAt,
    Sent,
    StopSending,
    Strike,
    TopicGone,
)
from bot.models.messages import (
    Content,
    Delivered,
    MessageKind,
    OutboxMessage,
    Refusal,
    Refused,
    RichContent,
    SendResult,
)
from bot.render.ladder import (
    pictures_of,
    plain_texts,
    resplit,
    simpler,
    with_message_for_buttons,
    without_pictures,
)

MAX_ATTEMPTS = 8
EDIT_WAIT = timedelta(seconds=2)  # an edit may safely be repeated
LONGEST_BACKOFF = timedelta(seconds=300)
FLOOD_WAIT = timedelta(seconds=5)  # for a 429 that does not say how long
PAUSE = timedelta(hours=24)  # for a chat that lets us write no more
LOST_PAUSE = timedelta(hours=12)  # for a chat that Telegram does not find
STRIKES = 3
STRIKES_SPAN = timedelta(hours=24)  # three refusals deactivate a chat if they span at least this
INCIDENT_WAIT = timedelta(minutes=5)


def decide(
    message: OutboxMessage,
    result: SendResult,
    *,
    now: datetime,
    jitter: float,
    failures: int = 0,
    standing: ChatStanding = NO_STRIKES,
    reused: Sequence[str] = (),
) -> Decision:
    """What becomes of a message after one send.

    `jitter` in [0, 1) spreads retries; `failures` counts sends in a row that met trouble on
    the way; `standing` is needed for refusals that count against the chat (`needs_standing`);
    `reused` names the pictures that went by a remembered file_id.
    """
    if isinstance(result, Delivered):
        return Sent(message_ids=result.message_ids, file_ids=result.file_ids)
    if result.reason is Refusal.BAD_MEDIA and reused:  # the ids may be another bot's, or too old
        decision: Decision = _upload_again(message, reused, result)
    else:
        decision = _decide_refused(message, result, now=now, jitter=jitter, failures=failures, standing=standing)
    match decision:
        case RetryAt(counts=True) | Replace() if message.attempts + 1 >= MAX_ATTEMPTS:
            return Dropped(error=f"given up after {MAX_ATTEMPTS} attempts: {decision.error}")
        case _:
            return decision


def needs_standing(result: SendResult) -> bool:
    """Whether `decide` has to know how often the chat refused us before."""
    return isinstance(result, Refused) and result.reason in (
        Refusal.CHAT_NOT_FOUND,
        Refusal.NO_RIGHTS,
        Refusal.TOPIC_CLOSED,
    )


def is_trouble(result: SendResult) -> bool:
    """Whether the way to Telegram is at fault, so that other messages would fare the same."""
    return isinstance(result, Refused) and result.reason in (Refusal.AMBIGUOUS, Refusal.NOT_SENT)


def seems_gone(result: SendResult) -> bool:
    """Whether the chat looks as if it were gone for good."""
    return isinstance(result, Refused) and result.reason in (Refusal.BLOCKED, Refusal.KICKED, Refusal.CHAT_NOT_FOUND)


def withheld(decision: ChatGone | Strike, *, now: datetime, jitter: float) -> RetryAt:
    """Instead of losing a chat while too many seem gone at once: that is Telegram's incident."""
    return RetryAt(at=now + INCIDENT_WAIT * (1 + jitter), counts=False, error=f"withheld: {decision.error}")


def _decide_refused(
    message: OutboxMessage, refused: Refused, *, now: datetime, jitter: float, failures: int, standing: ChatStanding
) -> Decision:
    error = _error(refused)
    match refused.reason:
        case Refusal.HARMLESS:
            edited = message.message.edit_message_id
            return Sent(message_ids=() if edited is None else (edited,))
        case Refusal.FLOOD:
            wait = (refused.retry_after or FLOOD_WAIT) + timedelta(seconds=jitter)
            return RetryAt(at=now + wait, counts=False, error=error)
        case Refusal.NOT_SENT:
            return RetryAt(at=now + _backoff(failures, jitter), counts=False, error=error)
        case Refusal.AMBIGUOUS:
            return _decide_ambiguous(message, now + AMBIGUOUS_WAIT + timedelta(seconds=jitter), now, error)
        case Refusal.BLOCKED | Refusal.KICKED:
            return ChatGone(error=error)
        case Refusal.MIGRATED:
            return Dropped(error=error) if refused.migrate_to is None else Moved(chat_id=refused.migrate_to)
        case Refusal.CHAT_NOT_FOUND:
            return _strike(message, standing, LOST_PAUSE, now, error)
        case Refusal.TOPIC_CLOSED:
            return _strike(message, standing, PAUSE, now, error)
        case Refusal.TOPIC_NOT_FOUND:
            return TopicGone(error=error) if message.message.chat.thread_id else Dropped(error=error)
        case Refusal.NO_RIGHTS:
            if _media_right_missing(refused) and pictures_of(message.message.content):
                return _replace(without_pictures(message.message.content), message, error)
            return _strike(message, standing, PAUSE, now, error)
        case Refusal.UNAUTHORIZED:
            return StopSending(error=error)
        case Refusal.EMPTY:
            return Dropped(error=error)
        case _:
            return _decide_content(message, refused.reason, error)


def _error(refused: Refused) -> str:
    return f"{refused.reason}: {refused.detail}" if refused.detail else str(refused.reason)


def _upload_again(message: OutboxMessage, reused: Sequence[str], refused: Refused) -> Replace:
    new = message.message
    return Replace(contents=(new.content,), fallback=new.fallback, stale=tuple(reused), error=_error(refused))


def _decide_ambiguous(message: OutboxMessage, later: datetime, now: datetime, error: str) -> Decision:
    if message.message.edit_message_id is not None:
        return RetryAt(at=now + EDIT_WAIT, error=error)
    if message.message.kind is MessageKind.REPLY or message.ambiguous:
        return Dropped(error=error)
    return RetryAt(at=later, ambiguous=True, error=error)


def _decide_content(message: OutboxMessage, reason: Refusal, error: str) -> Decision:
    """The next rung of the ladder for what Telegram does not take as it is; text is lost last."""
    content = message.message.content
    is_rich = isinstance(content, RichContent)
    match reason:
        case Refusal.BAD_MEDIA if pictures_of(content):
            return _replace(without_pictures(content), message, error)
        case Refusal.TOO_LONG if not is_rich:
            return _replace(resplit(content), message, error)
        case Refusal.BAD_MARKUP if not is_rich:
            return _replace(plain_texts(content), message, error)
        case _ if is_rich:
            return _replace(simpler(message), message, error)
        case _:
            return Dropped(error=error)


def _replace(contents: tuple[Content, ...], message: OutboxMessage, error: str) -> Replace | Dropped:
    """`contents` instead, unless that is nothing or the same again."""
    if not contents or contents == (message.message.content,):
        return Dropped(error=error)
    if message.message.keyboard:
        contents = with_message_for_buttons(contents)
    still_rich = isinstance(contents[0], RichContent)
    return Replace(contents=contents, fallback=message.message.fallback if still_rich else (), error=error)


def _strike(message: OutboxMessage, standing: ChatStanding, pause: timedelta, now: datetime, error: str) -> Decision:
    if message.message.kind is MessageKind.REPLY:
        return Dropped(error=error)  # who asked is not waiting for a day
    if standing.strikes + 1 >= STRIKES and standing.since is not None and now - standing.since >= STRIKES_SPAN:
        gone = TopicGone if message.message.chat.thread_id else ChatGone
        return gone(error=error)
    return Strike(until=now + pause, error=error)


def _backoff(failures: int, jitter: float) -> timedelta:
    """1, 2, 4 ... 300 seconds, plus up to half as much again."""
    seconds = min(2.0 ** min(max(failures - 1, 0), 16), LONGEST_BACKOFF.total_seconds())
    return timedelta(seconds=seconds * (1 + jitter / 2))


def _media_right_missing(refused: Refused) -> bool:
    return re.search("photo|media|picture", refused.detail.lower()) is not None


@dataclass(slots=True)
class GoneGuard:
    """Notices when too many chats seem gone within five minutes: then it is not the chats."""

    share: float = 0.2
    least: int = 5  # chats: fewer prove nothing
    span: timedelta = timedelta(minutes=5)
    _outcomes: deque[tuple[datetime, int, bool]] = field(default_factory=deque)

    def record(self, chat_id: int, *, gone: bool, now: datetime) -> None:
        """One send's outcome: whether the chat seems gone for good."""
        self._outcomes.append((now, chat_id, gone))
        while self._outcomes[0][0] < now - self.span:
            self._outcomes.popleft()

    def is_incident(self) -> bool:
        """Whether more than `share` of the chats of the last minutes seem gone."""
        chats = {chat_id for _, chat_id, _ in self._outcomes}
        gone = {chat_id for _, chat_id, was_gone in self._outcomes if was_gone}
        return len(gone) >= self.least and len(gone) > self.share * len(chats)
